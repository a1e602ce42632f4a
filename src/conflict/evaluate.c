/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/evaluate.h"

#include "base/limits.h"
#include "conflict/explain.h"
#include "conflict/judge.h"
#include "conflict/key.h"
#include "conflict/prop.h"

typedef float Judge (BelEvidence *);

#define MAX_JUDGES 5

typedef struct {
  const char *name;
  BelKeyKind join;
  bool similar;
  float confidence;
  Judge *judges[MAX_JUDGES];
} Rule;

static const Rule RULES[] = {
  { "polarity.entailed", BEL_KEY_PARTICIPANT, true, 0.95f, { bel_judge_true_false, bel_judge_entails, bel_judge_comparable } },
  { "opposite.predicates", BEL_KEY_PARTICIPANT, true, 0.9f, { bel_judge_both_true, bel_judge_opposite, bel_judge_comparable } },
  { "quantity.disjoint", BEL_KEY_PARTICIPANT, false, 0.85f, { bel_judge_both_true, bel_judge_disjoint_quantity } },
  { "time.disjoint", BEL_KEY_PARTICIPANT, false, 0.8f, { bel_judge_both_true, bel_judge_disjoint_time } },
  { "exclusive.role", BEL_KEY_PARTICIPANT, false, 0.8f, { bel_judge_both_true, bel_judge_exclusive_role, bel_judge_comparable } },
  { "polarity.wording", BEL_KEY_WORDING, false, 0.95f, { bel_judge_wording_negation } },
  { "opposite.wording", BEL_KEY_WORDING, false, 0.9f, { bel_judge_wording_opposite } },
  { "exclusive.wording", BEL_KEY_WORDING, false, 0.9f, { bel_judge_wording_exclusive } },
  { "quantity.wording", BEL_KEY_WORDING, false, 0.9f, { bel_judge_wording_quantity } },
  { "time.wording", BEL_KEY_WORDING, false, 0.9f, { bel_judge_wording_time } },
};

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

static float
judge (const Rule *rule, BelEvidence *evidence)
{
  float trust = rule->confidence;
  for (uint32_t i = 0; i < MAX_JUDGES && rule->judges[i] && trust > 0; i++)
    trust *= rule->judges[i](evidence);
  return trust;
}

static void
try_pair (BelFinder *finder, const Rule *rule, uint32_t rule_index, uint32_t a, uint32_t b)
{
  BelEvidence evidence;
  bel_evidence_init (&evidence, finder, a, b);
  float confidence = judge (rule, &evidence);
  if (confidence <= 0 || confidence < finder->options.min_confidence)
    return;
  BelFound found = {
    .a = a,
    .b = b,
    .rule = rule_index,
    .rule_name = rule->name,
    .holder_a = evidence.holder_a,
    .holder_b = evidence.holder_b,
    .token_a = evidence.token_a,
    .token_b = evidence.token_b,
    .confidence = confidence,
  };
  bel_explain_found (finder, &evidence, &found);
  bel_vec_push (finder->arena, &finder->found, found);
}

static void
evaluate_rule (BelFinder *finder, uint32_t index)
{
  const Rule *rule = &RULES[index];
  BelKeyRows rows = { 0 };
  bel_keys_make (finder, rule->join, rule->similar, &rows);
  BelGroups groups = bel_groups_build (finder->scratch, rows.items, rows.n, rule->join == BEL_KEY_ITSELF);
  BelMap seen;
  bel_map_init (&seen, finder->scratch, 64);
  for (uint32_t g = 0; g < groups.n; g++) {
    uint32_t end = MIN (groups.starts[g + 1], groups.starts[g] + BEL_LIMIT_GROUP_CLAIMS);
    for (uint32_t i = groups.starts[g]; i < end; i++)
      for (uint32_t j = groups.starts[g]; j < end; j++) {
        uint32_t a = groups.items[i], b = groups.items[j], unused;
        uint64_t key = ((uint64_t) a << 32) | b;
        if (!may_meet (finder, a, b) || bel_map_get (&seen, key, &unused))
          continue;
        bel_map_set (&seen, key, 0);
        try_pair (finder, rule, index, a, b);
      }
  }
}

void
bel_rules_evaluate (BelFinder *finder)
{
  for (uint32_t i = 0; i < G_N_ELEMENTS (RULES); i++)
    evaluate_rule (finder, i);
}
