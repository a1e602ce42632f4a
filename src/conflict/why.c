/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/why.h"

#include "conflict/explain.h"
#include "conflict/pair.h"
#include "conflict/schema.h"

typedef BEL_VEC (uint32_t) Items;

/* How far a rule came with two of the propositions. */
typedef struct {
  const BelConflictRule *rule;
  uint32_t a, b;
  uint32_t step;      /* joins and conditions that held */
  uint32_t condition; /* the one that did not; BEL_NONE: a join */
  bool fires;
} Progress;

/* -- what is read from a place -------------------------------------------------------------------------- */

static bool
is_of_place (const BelProp *prop, const BelClaimRef *place)
{
  if (prop->document != place->document)
    return false;
  if (place->claim != BEL_NONE && (prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_ANSWER))
    return prop->claim == place->claim;
  return prop->span.start < place->span.end && place->span.start < prop->span.end;
}

static void
gather (BelFinder *finder, const BelClaimRef *place, Items *out)
{
  for (uint32_t i = 0; i < finder->props.n; i++)
    if (is_of_place (&finder->props.items[i], place))
      bel_vec_push (finder->scratch, out, i);
}

static void
write_place (BelFinder *finder, const char *label, const BelClaimRef *place, const Items *items, GString *out)
{
  g_string_append_printf (out, "%s  “", label);
  bel_append_line (out, bel_finder_document (finder, place->document), place->span);
  g_string_append (out, "”\n");
  for (uint32_t i = 0; i < items->n; i++) {
    const BelProp *prop = &finder->props.items[items->items[i]];
    if (prop->kind != BEL_PROP_CLAIM && prop->kind != BEL_PROP_ANSWER)
      continue;
    bool told = false;
    for (uint32_t h = 0; h < prop->n_holders; h++) {
      bool unknown = prop->holders[h].truth == BEL_TRUTH_UNKNOWN;
      if (unknown && (told || h + 1 < prop->n_holders))
        continue;
      bel_explain_side (finder, out, "   claim", prop, h);
      told = true;
    }
    if (!prop->n_holders)
      bel_explain_side (finder, out, "   claim", prop, BEL_NONE);
  }
}

/* -- how far rules come --------------------------------------------------------------------------------- */

static Progress
try_rule (BelFinder *finder, const BelConflictRule *rule, uint32_t a, uint32_t b, BelEvidence *evidence)
{
  Progress progress = { .rule = rule, .a = a, .b = b, .condition = BEL_NONE };
  progress.step = bel_pair_fails (finder, rule->joins, rule->n_joins, a, b);
  if (progress.step < rule->n_joins)
    return progress;
  bel_evidence_init (evidence, finder, a, b);
  BelVerdict verdict = bel_conflict_rule_eval (finder->program, rule->id, &BEL_CONFLICT_HOST, evidence, evidence->a,
                                               evidence->b, &progress.condition);
  progress.fires = verdict == BEL_VERDICT_CONFLICT;
  progress.step += progress.fires ? rule->n_where + rule->n_unless + 1 : progress.condition;
  return progress;
}

/* The furthest that @rule comes with any two of the propositions, either way round. */
static Progress
furthest (BelFinder *finder, const BelConflictRule *rule, const Items *a, const Items *b)
{
  Progress best = { .rule = rule, .a = BEL_NONE, .b = BEL_NONE, .condition = BEL_NONE };
  BelEvidence evidence;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t j = 0; j < b->n; j++)
      for (int turned = 0; turned < 2; turned++) {
        uint32_t x = a->items[i], y = b->items[j];
        Progress progress = try_rule (finder, rule, turned ? y : x, turned ? x : y, &evidence);
        if (best.a == BEL_NONE || progress.step > best.step)
          best = progress;
      }
  return best;
}

/* Joins and conditions that were still to hold; what would have excused it does not count. */
static uint32_t
n_left (const Progress *progress)
{
  uint32_t n = progress->rule->n_joins + progress->rule->n_where;
  return n - MIN (n, progress->step);
}

static int
by_progress (const void *pa, const void *pb)
{
  const Progress *a = pa, *b = pb;
  if (a->fires != b->fires)
    return a->fires ? -1 : 1;
  bool met_a = a->condition != BEL_NONE, met_b = b->condition != BEL_NONE;
  if (met_a != met_b)
    return met_a ? -1 : 1;
  uint32_t left_a = n_left (a), left_b = n_left (b);
  if (met_a && left_a != left_b)
    return left_a < left_b ? -1 : 1;
  if (met_a && a->step != b->step)
    return a->step > b->step ? -1 : 1;
  return strcmp (a->rule->name, b->rule->name);
}

/* -- in words ---------------------------------------------------------------------------------------------- */

static void
write_join (const BelConflictRule *rule, uint32_t index, GString *out)
{
  const BelRuleSchema *schema = bel_conflict_schema ();
  const BelJoinTerm *join = &rule->joins[MIN (index, rule->n_joins - 1)];
  g_string_append_printf (out, "they do not share: %s (%s)\n", schema->fields[join->field_a].name,
                          schema->fields[join->field_a].doc);
}

static void
write_progress (BelFinder *finder, const Progress *progress, GString *out)
{
  const BelConflictRule *rule = progress->rule;
  g_string_append_printf (out, "%s: ", rule->name);
  if (progress->fires) {
    g_string_append (out, "they are in conflict\n");
    return;
  }
  if (progress->condition == BEL_NONE) {
    write_join (rule, progress->step, out);
    return;
  }
  const char *condition = bel_conflict_rule_condition (finder->program, rule->id, progress->condition);
  const char *doc = bel_explain_condition (condition);
  g_string_append_printf (out, progress->condition < rule->n_where ? "does not hold: %s" : "holds, and excuses it: %s",
                          condition);
  g_string_append_printf (out, doc ? " (%s)\n" : "\n", doc);
}

/* The rule that came nearest, with what it had laid side by side. */
static void
write_nearest (BelFinder *finder, const Progress *nearest, GString *out)
{
  BelEvidence evidence;
  if (nearest->condition == BEL_NONE && !nearest->fires)
    return;
  try_rule (finder, nearest->rule, nearest->a, nearest->b, &evidence);
  g_autoptr (GString) lines = g_string_new (NULL);
  bel_explain_alignment (finder, lines, &evidence);
  if (lines->len)
    g_string_append_printf (out, "laid side by side:\n%s", lines->str);
}

bool
bel_why_not (BelFinder *finder, const BelClaimRef *a, const BelClaimRef *b, GString *out)
{
  Items in_a = { 0 }, in_b = { 0 };
  gather (finder, a, &in_a);
  gather (finder, b, &in_b);
  if (!in_a.n || !in_b.n)
    return false;
  write_place (finder, "A", a, &in_a, out);
  write_place (finder, "B", b, &in_b, out);
  uint32_t n = finder->program ? bel_program_n_conflict_rules (finder->program) : 0;
  Progress *rules = bel_arena_new_array (finder->scratch, Progress, n + 1);
  for (uint32_t i = 0; i < n; i++)
    rules[i] = furthest (finder, bel_program_conflict_rule (finder->program, i), &in_a, &in_b);
  bel_sort (rules, n, sizeof (*rules), by_progress);
  if (n)
    write_nearest (finder, &rules[0], out);
  for (uint32_t i = 0; i < n; i++)
    write_progress (finder, &rules[i], out);
  return true;
}
