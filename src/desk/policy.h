/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the newsroom makes of findings: levels of rules, comments that accept, the baseline. */
#pragma once

#include "desk/baseline.h"
#include "desk/changes.h"
#include "desk/groups.h"
#include "desk/configuration.h"

typedef struct {
  const BelConfig *config;
  const BelBaseline *baseline; /**< (nullable) */
  const BelChanges *changes;   /**< (nullable) what has no end in them is switched off */
  const BelProgram *program;
  BelDay today; /**< see bel_accepts_find() */
} BelPolicy;

/** Applies @policy and the comments in the drafts to the findings of @groups: severities change, what is accepted is marked so,
 * what is switched off vanishes from the counts. What is wrong with comments goes to the diagnostics of their files. */
void bel_policy_apply (const GPtrArray *groups, const BelPolicy *policy);

/** Warns of rules that @config names and that are not there. */
void bel_policy_review_config (const BelConfig *config, const BelProgram *program, BelDiags *diags);

/** Whether this run is part of continuous integration: $CI is set to something but "false". */
bool bel_policy_in_ci (void);

/** Today, UTC; $SOURCE_DATE_EPOCH goes before the clock. */
BelDay bel_policy_today (void);
