/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the newsroom makes of findings: levels of rules, comments that accept, the baseline. */
#pragma once

#include "cli/baseline.h"
#include "cli/check-groups.h"
#include "cli/configuration.h"

/** Applies @config and @baseline (nullable) and the comments in the drafts to the findings of @groups: severities change,
 * what is accepted is marked so, what is switched off vanishes from the counts. What is wrong with comments goes to
 * the diagnostics of their files. @today: see bel_accepts_find(). */
void bel_policy_apply (const GPtrArray *groups, const BelConfig *config, const BelBaseline *baseline, const BelProgram *program,
                       BelDay today);

/** Whether this run is part of continuous integration: $CI is set to something but "false". */
bool bel_policy_in_ci (void);

/** Today, UTC; $SOURCE_DATE_EPOCH goes before the clock. */
BelDay bel_policy_today (void);
