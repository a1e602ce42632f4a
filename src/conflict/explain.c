/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/explain.h"

#include "conflict/prop.h"
#include "conflict/value.h"
#include "rule/conflict-rule.h"

#include <string.h>

/* Longest stretch of the draft quoted in a message, bytes. */
#define MAX_QUOTE 120

void
bel_append_line (GString *out, const BelDocument *document, BelSpan span)
{
  gsize before = out->len;
  uint32_t n = bel_span_length (span);
  const char *text = bel_document_text (document, span);
  bool cut = n > MAX_QUOTE;
  if (cut)
    for (n = MAX_QUOTE; n > 0 && (text[n] & 0xC0) == 0x80;)
      n--;
  bool space = false;
  for (uint32_t i = 0; i < n; i++) {
    if (g_ascii_isspace (text[i])) {
      space = true;
      continue;
    }
    if (space && out->len > before)
      g_string_append_c (out, ' ');
    space = false;
    g_string_append_c (out, text[i]);
  }
  if (cut)
    g_string_append (out, "…");
}

static char *
quote (const BelDocument *document, BelSpan span)
{
  GString *out = g_string_new (NULL);
  bel_append_line (out, document, span);
  return g_string_free (out, FALSE);
}

const char *
bel_holder_name (BelFinder *finder, const BelProp *prop, uint32_t holder)
{
  if (holder == BEL_NONE || prop->holders[holder].attribution == BEL_NONE)
    return prop->document + finder->options.n_authority >= finder->n_sources ? "the fact sheet" : "the draft";
  const BelClaims *claims = finder->sources[prop->document];
  BelSpan span = bel_claims_source_name (claims, prop->holders[holder].attribution);
  if (bel_span_is_empty (span))
    return "a source";
  g_autofree char *text = quote (claims->document, span);
  return bel_arena_strdup (finder->arena, text);
}

/* -- the message ------------------------------------------------------------------------------------ */

static char *
token_text (const BelEvidence *e, const BelProp *prop, uint32_t token)
{
  if (token == BEL_NONE)
    return NULL;
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  return quote (document, bel_value_span (e->finder, prop->document, token));
}

static const char *
message_of (BelFinder *finder, const BelEvidence *e)
{
  g_autofree char *a = token_text (e, e->a, e->token_a), *b = token_text (e, e->b, e->token_b);
  if (a && b)
    return bel_arena_printf (finder->arena, "“%s” here, “%s” there", a, b);
  const char *for_ = bel_holder_name (finder, e->a, e->holder_a), *against = bel_holder_name (finder, e->b, e->holder_b);
  if (e->holder_a != BEL_NONE && e->holder_b != BEL_NONE && bel_truth_is_false (e->b->holders[e->holder_b].truth))
    return bel_arena_printf (finder->arena, "%s says so, %s says it is not so", for_, against);
  return bel_arena_printf (finder->arena, "the two cannot both be true");
}

/* -- why ------------------------------------------------------------------------------------------------ */

static void
write_triple (BelFinder *finder, GString *out, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  g_string_append_printf (out, "%s(", bel_finder_text (finder, prop->predicate));
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    g_autofree char *text = quote (document, bel_subtree_span (document, prop->fills[i].head));
    g_string_append_printf (out, "%s%s: %s", i ? ", " : "", bel_finder_text (finder, prop->fills[i].role), text);
  }
  g_string_append (out, ")");
}

void
bel_explain_side (BelFinder *finder, GString *out, const char *label, const BelProp *prop, uint32_t holder)
{
  g_string_append_printf (out, "%s: ", label);
  if (prop->kind == BEL_PROP_SENTENCE || prop->kind == BEL_PROP_QUOTE)
    g_string_append (out, prop->kind == BEL_PROP_QUOTE ? "the quotation" : "the sentence");
  else
    write_triple (finder, out, prop);
  if (holder != BEL_NONE)
    g_string_append_printf (out, ", %s for %s", bel_truth_name (prop->holders[holder].truth),
                            bel_holder_name (finder, prop, holder));
  g_string_append_c (out, '\n');
}

void
bel_explain_alignment (BelFinder *finder, GString *out, const BelEvidence *e)
{
  static const char *const KINDS[] = {
    [BEL_MATCH_NONE] = "is not",       [BEL_MATCH_SAME] = "is the same as",      [BEL_MATCH_NARROWER] = "says more than",
    [BEL_MATCH_WIDER] = "says less than", [BEL_MATCH_OVERLAP] = "may be",         [BEL_MATCH_EXCLUSIVE] = "excludes",
  };
  for (uint32_t k = 0; e->aligned && k < e->alignment.n; k++) {
    const BelAligned *at = &e->alignment.items[k];
    if (at->fill_a == BEL_NONE)
      continue;
    const BelRoleFill *a = &e->a->fills[at->fill_a], *b = &e->b->fills[at->fill_b];
    g_autofree char *text_a = token_text (e, e->a, a->head), *text_b = token_text (e, e->b, b->head);
    g_string_append_printf (out, "%s: “%s” %s “%s”\n", bel_finder_text (finder, b->role), text_a, KINDS[at->match.kind], text_b);
  }
}

/* -- what it rests on ----------------------------------------------------------------------------------- */

const char *
bel_explain_condition (const char *condition)
{
  const BelRuleSchema *schema = bel_conflict_schema ();
  size_t n = strcspn (condition, "(");
  for (uint32_t i = 0; condition[n] && i < schema->n_functions; i++)
    if (strlen (schema->functions[i].name) == n && memcmp (schema->functions[i].name, condition, n) == 0)
      return schema->functions[i].doc;
  return NULL;
}

static void
write_condition (GString *out, const char *lead, const char *condition)
{
  const char *doc = bel_explain_condition (condition);
  g_string_append_printf (out, "%s%s", lead, condition);
  g_string_append_printf (out, doc ? ": %s\n" : "\n", doc);
}

/* The confidence as a product, then every condition whose turning would have kept it silent. */
static const char *
basis_of (BelFinder *finder, const BelEvidence *e, const BelFound *found)
{
  const BelConflictRule *rule = bel_program_conflict_rule (finder->program, found->rule);
  const BelRuleInfo *info = bel_program_find_rule (finder->program, BEL_RULE_CONFLICT, rule->name);
  const BelRuleSchema *schema = bel_conflict_schema ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "rule %s: %s\n", rule->name, info && info->doc ? info->doc : "");
  g_string_append_printf (out, "confidence %.2f = %.2f for the rule", (double) found->confidence, rule->confidence);
  for (uint32_t i = 0; i < schema->n_functions; i++)
    if (e->trusts[i] > 0)
      g_string_append_printf (out, " × %.2f for %s", (double) e->trusts[i], schema->functions[i].name);
  g_string_append (out, "\nsilent, had one of these not held:\n");
  for (uint32_t i = 0; i < rule->n_where; i++)
    write_condition (out, "  ", bel_conflict_rule_condition (finder->program, rule->id, i));
  if (rule->n_unless)
    g_string_append (out, "silent, had one of these held:\n");
  for (uint32_t i = 0; i < rule->n_unless; i++)
    write_condition (out, "  ", bel_conflict_rule_condition (finder->program, rule->id, rule->n_where + i));
  g_string_truncate (out, out->len - 1);
  return bel_arena_strdup (finder->arena, out->str);
}

void
bel_explain_found (BelFinder *finder, const BelEvidence *e, BelFound *found)
{
  if (!found->message || !*found->message)
    found->message = message_of (finder, e);
  g_autoptr (GString) why = g_string_new (NULL);
  bel_explain_side (finder, why, "a", e->a, e->holder_a);
  bel_explain_side (finder, why, "b", e->b, e->holder_b);
  bel_explain_alignment (finder, why, e);
  g_string_append_printf (why, "rule %s, confidence %.2f", found->rule_name, (double) found->confidence);
  found->why = bel_arena_strdup (finder->arena, why->str);
  found->basis = basis_of (finder, e, found);
}
