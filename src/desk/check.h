/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the program asks of a check beside the public belie.h. */
#pragma once

#include "desk/baseline.h"
#include "desk/belie.h"
#include "desk/configuration.h"
#include "desk/settings.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelieDesk, belie_desk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelieCheck, belie_check_free)

/** Where the time went, seconds. The stages of drafts are summed over threads. */
typedef struct {
  double load, find, read, parse, extract, compare;
  double wall; /**< of finding, reading and comparing together */
} BelTimings;

const BelEngine *bel_desk_engine (const BelieDesk *desk);
const BelConfig *bel_desk_config (const BelieDesk *desk);

const BelSettings *bel_check_settings (const BelieCheck *check);
/** Once it has run. */
const GPtrArray *bel_check_files (const BelieCheck *check);
/** Once it has run; lives as long as the check. NULL when nothing was read: what was accepted or changed cannot be told. */
const BelReport *bel_check_report (const BelieCheck *check);
BelTimings bel_check_timings (const BelieCheck *check);
/** How many conflicts are at or above the fail level, and how many files could not be checked. */
guint bel_check_n_failing (const BelieCheck *check);
guint bel_check_n_bad (const BelieCheck *check);
/** Whether the check leaves the baseline unread: "belie accept" wants to see all. */
void bel_check_ignore_baseline (BelieCheck *check);
