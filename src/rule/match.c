/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* All claim rules over one document.
 *
 * One pass over the tokens files each under the classes that rules may start from; a rule one of whose classes is
 * empty cannot match and is not run, the others start from their smallest class. Matches are sorted before they are
 * handed on, so that the plan that found them does not show. */
#include "rule/match.h"

#include "base/limits.h"

#include <string.h>

/* Tokens by class: those of class c are tokens[start[c]] … tokens[start[c + 1] - 1], in text order. */
typedef struct {
  const BelProgram *program;
  const BelDocument *document;
  uint32_t *seen; /* by class: the last token filed, + 1 */
  uint32_t *start;
  uint32_t *tokens;
  bool counting;
} Index;

static void
file_under (Index *index, uint32_t class, uint32_t t)
{
  if (class == BEL_NONE || index->seen[class] == t + 1)
    return;
  index->seen[class] = t + 1;
  if (index->counting)
    index->start[class + 2]++;
  else
    index->tokens[index->start[class + 1]++] = t;
}

static void
file_symbol (Index *index, BelSym sym, uint32_t t)
{
  uint32_t n;
  const BelPosting *posting = bel_postings_of (&index->program->anchor_postings, sym, &n);
  for (uint32_t i = 0; i < n; i++)
    file_under (index, posting[i].owner, t);
  posting = bel_postings_of (&index->program->lexicon_postings, sym, &n);
  for (uint32_t i = 0; i < n; i++)
    file_under (index, index->program->lexicon_anchor[posting[i].owner], t);
}

static void
file_token (Index *index, uint32_t t)
{
  const BelTokens *tokens = &index->document->tokens;
  file_symbol (index, tokens->lemma[t], t);
  if (tokens->lower[t] != tokens->lemma[t])
    file_symbol (index, tokens->lower[t], t);
  if (tokens->form[t] != tokens->lower[t] && tokens->form[t] != tokens->lemma[t])
    file_symbol (index, tokens->form[t], t);
  for (uint32_t c = 0; c < index->program->anchors.n; c++)
    if (index->program->anchors.items[c].labels >> tokens->dep[t] & 1)
      file_under (index, c, t);
}

static void
file_all (Index *index, bool counting)
{
  index->counting = counting;
  memset (index->seen, 0, sizeof (uint32_t) * index->program->anchors.n);
  for (uint32_t t = 0; t < index->document->tokens.n; t++)
    file_token (index, t);
}

static void
index_make (Index *index, BelArena *arena)
{
  uint32_t n = index->program->anchors.n;
  index->seen = bel_arena_new_array (arena, uint32_t, n);
  index->start = bel_arena_new_array (arena, uint32_t, n + 2);
  file_all (index, true);
  for (uint32_t c = 2; c < n + 2; c++)
    index->start[c] += index->start[c - 1];
  index->tokens = bel_arena_new_array (arena, uint32_t, index->start[n + 1]);
  file_all (index, false);
}

static uint32_t
class_size (const Index *index, uint32_t class)
{
  return index->start[class + 1] - index->start[class];
}

/* The plan with the fewest tokens to start from; NULL when one of them has none. */
static const BelRulePlan *
cheapest_plan (const Index *index, const BelClaimCode *rule)
{
  const BelRulePlan *best = NULL;
  for (uint32_t i = 0; i < rule->n_plans; i++) {
    uint32_t n = class_size (index, rule->plans[i].anchor);
    if (n == 0)
      return NULL;
    if (!best || n < class_size (index, best->anchor))
      best = &rule->plans[i];
  }
  return best;
}

/* A match in the making: its rule, then the token of each named node. */
typedef struct {
  uint32_t sentence, rule, first; /* tokens from first on in the list */
} Found;

typedef struct {
  const BelProgram *program;
  const BelDocument *document;
  BelArena *arena;
  uint32_t rule;
  BEL_VEC (Found) found;
  BEL_VEC (uint32_t) tokens;
  bool complete;
} Collector;

static void
collect (const uint32_t *registers, void *data)
{
  Collector *collector = data;
  const BelClaimCode *rule = &collector->program->claims[collector->rule];
  Found found = { 0, collector->rule, collector->tokens.n };
  for (uint32_t i = 0; i < rule->n_nodes; i++) {
    uint32_t token = registers[rule->regs[i]];
    if (token != BEL_NONE)
      found.sentence = collector->document->tokens.sentence[token];
    bel_vec_push (collector->arena, &collector->tokens, token);
  }
  bel_vec_push (collector->arena, &collector->found, found);
}

static void
run_rule (Collector *collector, const Index *index, const BelRulePlan *plan, BelRuleCost *cost)
{
  BelMatcher matcher = { .program = index->program, .document = index->document, .func = collect, .data = collector };
  uint64_t start = cost ? bel_rule_clock () : 0;
  for (uint32_t i = index->start[plan->anchor]; i < index->start[plan->anchor + 1]; i++) {
    matcher.registers[plan->reg] = index->tokens[i];
    bel_matcher_run (&matcher, plan->code);
    if (matcher.n_steps >= BEL_LIMIT_RULE_STEPS || matcher.n_matches >= BEL_LIMIT_RULE_MATCHES)
      collector->complete = false;
    if (cost) {
      cost->candidates++;
      cost->steps += matcher.n_steps;
    }
  }
  if (cost)
    cost->nanoseconds += bel_rule_clock () - start;
}

static int
order_found (const void *pa, const void *pb, void *data)
{
  const Found *a = pa, *b = pb;
  const Collector *collector = data;
  if (a->sentence != b->sentence)
    return a->sentence < b->sentence ? -1 : 1;
  if (a->rule != b->rule)
    return a->rule < b->rule ? -1 : 1;
  for (uint32_t i = 0; i < collector->program->claims[a->rule].n_nodes; i++) {
    uint32_t ta = collector->tokens.items[a->first + i], tb = collector->tokens.items[b->first + i];
    if (ta != tb)
      return ta < tb ? -1 : 1;
  }
  return 0;
}

static void
hand_on (const Collector *collector, const Found *found, BelRuleMatchFunc func, void *data)
{
  const BelClaimCode *rule = &collector->program->claims[found->rule];
  BelYield yields[BEL_LIMIT_RULE_YIELDS];
  const uint32_t *nodes = collector->tokens.items + found->first;
  for (uint32_t i = 0; i < rule->n_yields; i++)
    yields[i] = bel_yield_make (collector->document, rule, &rule->yields[i], nodes);
  BelRuleMatch match = { found->rule, rule->name, nodes, rule->n_nodes, yields, rule->n_yields };
  func (&match, data);
}

/* The same tokens for the named nodes are one match, however the unnamed ones were found. */
static void
hand_on_all (Collector *collector, BelRuleMatchFunc func, void *data, BelRuleCost *costs)
{
  if (collector->found.n)
    g_qsort_with_data (collector->found.items, (gint) collector->found.n, sizeof (Found), order_found, collector);
  for (uint32_t i = 0; i < collector->found.n; i++) {
    const Found *found = &collector->found.items[i];
    if (i && order_found (found - 1, found, collector) == 0)
      continue;
    if (costs)
      costs[found->rule].matches++;
    if (func)
      hand_on (collector, found, func, data);
  }
}

static gboolean
match (const BelProgram *program, const BelDocument *document, BelRuleMatchFunc func, void *data, BelRuleCost *costs)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  Index index = { .program = program, .document = document };
  Collector collector = { .program = program, .document = document, .arena = arena, .complete = true };
  if (program->n_claims == 0 || document->tokens.n == 0)
    return TRUE;
  index_make (&index, arena);
  for (uint32_t i = 0; i < program->n_claims; i++) {
    const BelRulePlan *plan = cheapest_plan (&index, &program->claims[i]);
    collector.rule = i;
    if (plan)
      run_rule (&collector, &index, plan, costs ? &costs[i] : NULL);
  }
  hand_on_all (&collector, func, data, costs);
  return collector.complete;
}

gboolean
bel_program_match (const BelProgram *program, const BelDocument *document, BelRuleMatchFunc func, void *data)
{
  return match (program, document, func, data, NULL);
}

gboolean
bel_program_profile (const BelProgram *program, const BelDocument *document, BelRuleCost *costs)
{
  return match (program, document, NULL, NULL, costs);
}
