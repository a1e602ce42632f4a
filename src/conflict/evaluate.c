/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/evaluate.h"

#include "conflict/explain.h"
#include "conflict/judge.h"
#include "conflict/pair.h"
#include "conflict/prop.h"
#include "conflict/schema.h"
#include "rule/claim-rule.h"

/* Rules that join by the same keys look at the same pairs. */
typedef BEL_VEC (const BelConflictRule *) Rules;

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

/* "Twelve here, nine there": of two that are both said to be so, here is the one that stands first in the text. Where one side holds it
 * true and the other false, rules speak of each by its part. */
static void
write_message (BelFinder *finder, const BelConflictRule *rule, const BelEvidence *evidence, GString *message)
{
  BelEvidence e = *evidence;
  if (!bel_prop_stands_before (e.a, e.b) && !bel_props_are_denied (e.a, e.holder_a, e.b, e.holder_b)) {
    e.a = evidence->b, e.b = evidence->a;
    e.holder_a = evidence->holder_b, e.holder_b = evidence->holder_a;
    e.token_a = evidence->token_b, e.token_b = evidence->token_a;
  }
  bel_conflict_rule_report (finder->program, rule->id, &BEL_CONFLICT_HOST, &e, e.a, e.b, message);
}

static void
keep (BelFinder *finder, const BelConflictRule *rule, const BelEvidence *evidence, float confidence, uint32_t left_out)
{
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
    .superseded = rule->class_name && g_str_equal (rule->class_name, "superseded"),
    .left_out = left_out,
  };
  bel_vec_push (finder->scratch, &finder->found, found);
}

/* Of many that are found few are reported: what to say of one is asked when it is known to be. */
void
bel_found_tell (BelFinder *finder, BelFound *found)
{
  const BelConflictRule *rule = bel_program_conflict_rule (finder->program, found->rule);
  g_autoptr (GString) message = g_string_new (NULL);
  BelEvidence evidence;
  bel_evidence_init (&evidence, finder, found->a, found->b);
  bel_conflict_rule_eval (finder->program, found->rule, &BEL_CONFLICT_HOST, &evidence, evidence.a, evidence.b, NULL);
  write_message (finder, rule, &evidence, message);
  found->message = bel_arena_strdup (finder->arena, message->str);
  bel_explain_found (finder, &evidence, found);
}

static bool
holds (const BelFinder *finder, const BelConflictRule *rule, BelEvidence *evidence)
{
  BelRuleCost *cost = finder->options.costs ? &finder->options.costs[rule->id] : NULL;
  uint64_t start = cost ? bel_rule_clock () : 0;
  BelVerdict verdict = bel_conflict_rule_eval (finder->program, rule->id, &BEL_CONFLICT_HOST, evidence, evidence->a,
                                               evidence->b, NULL);
  if (cost) {
    cost->nanoseconds += bel_rule_clock () - start;
    cost->candidates++;
    cost->matches += verdict == BEL_VERDICT_CONFLICT;
  }
  return verdict == BEL_VERDICT_CONFLICT;
}

/* One way round. What was laid side by side for one rule serves the next. */
static void
try_rules (BelFinder *finder, const Rules *rules, uint32_t a, uint32_t b, uint32_t left_out)
{
  BelEvidence evidence;
  bel_evidence_init (&evidence, finder, a, b);
  for (uint32_t i = 0; i < rules->n; i++) {
    const BelConflictRule *rule = rules->items[i];
    bel_evidence_clear (&evidence);
    if (!holds (finder, rule, &evidence))
      continue;
    float confidence = (float) rule->confidence * trust_of (&evidence);
    if (confidence > 0 && confidence >= finder->options.min_confidence)
      keep (finder, rule, &evidence, confidence, left_out);
  }
}

static void
evaluate (BelFinder *finder, const Rules *rules)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelPairs pairs = { 0 };
  BelMores more = { 0 };
  bel_pairs_make (finder, rules->items[0]->joins, rules->items[0]->n_joins, arena, &pairs, &more);
  for (uint32_t i = 0, m = 0; i < pairs.n; i++) {
    uint32_t a = (uint32_t) (pairs.items[i] >> 32), b = (uint32_t) pairs.items[i];
    uint32_t left_out = m < more.n && more.items[m].pair == pairs.items[i] ? more.items[m++].left_out : 0;
    try_rules (finder, rules, a, b, left_out);
    if (a != b)
      try_rules (finder, rules, b, a, left_out);
  }
}

static bool
joins_alike (const BelConflictRule *x, const BelConflictRule *y)
{
  if (x->n_joins != y->n_joins)
    return false;
  for (uint32_t i = 0; i < x->n_joins; i++)
    if (x->joins[i].field_a != y->joins[i].field_a || x->joins[i].similar != y->joins[i].similar)
      return false;
  return true;
}

void
bel_rules_evaluate (BelFinder *finder)
{
  uint32_t n = finder->program ? bel_program_n_conflict_rules (finder->program) : 0;
  g_autofree bool *done = g_new0 (bool, n + 1);
  for (uint32_t i = 0; i < n; i++) {
    Rules rules = { 0 };
    for (uint32_t j = i; j < n; j++) {
      const BelConflictRule *rule = bel_program_conflict_rule (finder->program, j);
      if (done[j] || (rules.n && !joins_alike (rules.items[0], rule)))
        continue;
      bel_vec_push (finder->scratch, &rules, rule);
      done[j] = true;
    }
    if (rules.n)
      evaluate (finder, &rules);
  }
}
