/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What conflict rules may speak of, and who answers for it. */
#pragma once

#include "conflict/judge.h"
#include "conflict/key.h"
#include "rule/conflict-rule.h"

/** Which join key a field of the schema stands for; BEL_N_KEY_KINDS for a field that is none. */
BelKeyKind bel_conflict_schema_key (uint32_t field);

/** The host for one pair: its data is the BelEvidence, its claims are the BelProps of the pair. */
extern const BelRuleHost BEL_CONFLICT_HOST;
