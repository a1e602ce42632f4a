/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/evaluate.h"

#include "base/limits.h"
#include "conflict/explain.h"
#include "conflict/judge.h"
#include "conflict/key.h"
#include "conflict/schema.h"

static bool
may_meet (const BelFinder *finder, uint32_t a, uint32_t b)
{
  const BelProp *pa = &finder->props.items[a], *pb = &finder->props.items[b];
  if (a == b)
    return false;
  if (finder->options.same_situation)
    return pa->document != pb->document;
  return finder->options.scope == BEL_SCOPE_SET || pa->document == pb->document;
}

/* What all functions that said yes are worth together. */
static float
trust_of (const BelEvidence *evidence)
{
  float trust = 1;
  for (uint32_t i = 0; i < BEL_MAX_JUDGES; i++)
    if (evidence->trusts[i] > 0)
      trust *= evidence->trusts[i];
  return trust;
}

static void
report (BelFinder *finder, const BelConflictRule *rule, BelEvidence *evidence, float confidence)
{
  g_autoptr (GString) message = g_string_new (NULL);
  bel_conflict_rule_report (finder->program, rule->id, &BEL_CONFLICT_HOST, evidence, evidence->a, evidence->b, message);
  BelFound found = {
    .a = evidence->index_a,
    .b = evidence->index_b,
    .rule = rule->id,
    .rule_name = rule->name,
    .holder_a = evidence->holder_a,
    .holder_b = evidence->holder_b,
    .token_a = evidence->token_a,
    .token_b = evidence->token_b,
    .confidence = confidence,
    .message = bel_arena_strdup (finder->arena, message->str),
    .superseded = rule->class_name && g_str_equal (rule->class_name, "superseded"),
  };
  bel_explain_found (finder, evidence, &found);
  bel_vec_push (finder->arena, &finder->found, found);
}

static void
try_pair (BelFinder *finder, const BelConflictRule *rule, uint32_t a, uint32_t b)
{
  BelEvidence evidence;
  bel_evidence_init (&evidence, finder, a, b);
  if (bel_conflict_rule_eval (finder->program, rule->id, &BEL_CONFLICT_HOST, &evidence, evidence.a, evidence.b, NULL)
      != BEL_VERDICT_CONFLICT)
    return;
  float confidence = (float) rule->confidence * trust_of (&evidence);
  if (confidence > 0 && confidence >= finder->options.min_confidence)
    report (finder, rule, &evidence, confidence);
}

static void
try_group (BelFinder *finder, const BelConflictRule *rule, const uint32_t *items, uint32_t n, BelMap *seen)
{
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t j = 0; j < n; j++) {
      uint64_t key = ((uint64_t) items[i] << 32) | items[j];
      uint32_t unused;
      if (!may_meet (finder, items[i], items[j]) || bel_map_get (seen, key, &unused))
        continue;
      bel_map_set (seen, key, 0);
      try_pair (finder, rule, items[i], items[j]);
    }
}

static void
evaluate_rule (BelFinder *finder, const BelConflictRule *rule)
{
  BelKeyRows rows = { 0 };
  BelKeyKind kind = bel_conflict_schema_key (rule->joins[0].field_a);
  if (kind == BEL_N_KEY_KINDS)
    return;
  bel_keys_make (finder, kind, rule->joins[0].similar, &rows);
  BelGroups groups = bel_groups_build (finder->scratch, rows.items, rows.n, kind == BEL_KEY_ITSELF);
  BelMap seen;
  bel_map_init (&seen, finder->scratch, 64);
  for (uint32_t g = 0; g < groups.n; g++) {
    uint32_t n = MIN (groups.starts[g + 1] - groups.starts[g], BEL_LIMIT_GROUP_CLAIMS);
    if (kind == BEL_KEY_ITSELF)
      try_pair (finder, rule, groups.items[groups.starts[g]], groups.items[groups.starts[g]]);
    else
      try_group (finder, rule, groups.items + groups.starts[g], n, &seen);
  }
}

void
bel_rules_evaluate (BelFinder *finder)
{
  for (uint32_t i = 0; finder->program && i < bel_program_n_conflict_rules (finder->program); i++)
    evaluate_rule (finder, bel_program_conflict_rule (finder->program, i));
}
