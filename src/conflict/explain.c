/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/explain.h"

#include "conflict/prop.h"

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
    return "the draft";
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
  return quote (document, document->tokens.span[token]);
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

static void
write_side (BelFinder *finder, GString *out, const char *label, const BelProp *prop, uint32_t holder)
{
  g_string_append_printf (out, "%s: ", label);
  if (prop->kind == BEL_PROP_SENTENCE)
    g_string_append (out, "the sentence");
  else
    write_triple (finder, out, prop);
  if (holder != BEL_NONE)
    g_string_append_printf (out, ", %s for %s", bel_truth_name (prop->holders[holder].truth),
                            bel_holder_name (finder, prop, holder));
  g_string_append_c (out, '\n');
}

static void
write_alignment (BelFinder *finder, GString *out, const BelEvidence *e)
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

void
bel_explain_found (BelFinder *finder, const BelEvidence *e, BelFound *found)
{
  if (!found->message || !*found->message)
    found->message = message_of (finder, e);
  g_autoptr (GString) why = g_string_new (NULL);
  write_side (finder, why, "a", e->a, e->holder_a);
  write_side (finder, why, "b", e->b, e->holder_b);
  write_alignment (finder, why, e);
  g_string_append_printf (why, "rule %s, confidence %.2f", found->rule_name, (double) found->confidence);
  found->why = bel_arena_strdup (finder->arena, why->str);
}
