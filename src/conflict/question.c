/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A disputed proposition as a question. */
#include "conflict/explain.h"
#include "conflict/name.h"

#include <string.h>

/* The best wording of a filler: the name of its entity, else its own words without clauses. */
static BelSpan
span_of (const BelFinder *finder, const BelProp *prop, const BelRoleFill *fill)
{
  const BelClaims *claims = finder->sources[prop->document];
  if (fill->entity != BEL_NONE && claims->entities.items[fill->entity].named
      && !bel_span_is_empty (claims->entities.items[fill->entity].name))
    return claims->entities.items[fill->entity].name;
  const BelClaim *claim = bel_prop_claim (finder, prop);
  if (claim && claim->subject.head == fill->head)
    return claim->subject.span;
  if (claim && claim->object.head == fill->head)
    return claim->object.span;
  for (uint32_t i = 0; claim && i < claim->arguments.n; i++)
    if (claim->arguments.items[i].slot.head == fill->head)
      return claim->arguments.items[i].slot.span;
  return claims->document->tokens.span[fill->head];
}

static void
append_fill (const BelFinder *finder, GString *out, const BelProp *prop, const BelRoleFill *fill)
{
  BelSpan span = span_of (finder, prop, fill);
  const char *text = bel_document_text (bel_finder_document (finder, prop->document), span);
  for (uint32_t i = 0; i < bel_span_length (span); i++)
    g_string_append_c (out, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

static const BelRoleFill *
fill_named (BelFinder *finder, const BelProp *prop, const char *role)
{
  return bel_prop_fill (prop, bel_symbols_intern_str (finder->symbols, role));
}

static const char *
auxiliary (const BelFinder *finder, const BelProp *prop)
{
  const BelClaim *claim = bel_prop_claim (finder, prop);
  if (claim && claim->modality == BEL_MODALITY_FUTURE)
    return "Will";
  bool past = !claim || claim->tense != BEL_CLAIM_TENSE_PRESENT;
  if (prop->copular)
    return past ? "Was" : "Is";
  return past ? "Did" : "Does";
}

static void
append_rest (BelFinder *finder, GString *out, const BelProp *prop, const BelRoleFill *subject, const BelRoleFill *object)
{
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    const BelRoleFill *fill = &prop->fills[i];
    if (fill == subject || fill == object || !fill->core)
      continue;
    const char *role = bel_finder_text (finder, fill->role);
    bool preposition = !g_str_equal (role, bel_role_name (fill->kind));
    g_string_append_printf (out, preposition ? " %s " : " ", role);
    append_fill (finder, out, prop, fill);
  }
}

static const char *
yes_or_no (BelFinder *finder, const BelProp *prop)
{
  const BelRoleFill *subject = fill_named (finder, prop, "subject"), *object = fill_named (finder, prop, "object");
  g_autoptr (GString) out = g_string_new (NULL);
  const char *verb = bel_finder_text (finder, prop->predicate);
  bool passive = !subject && object && !prop->copular;
  g_string_append (out, passive ? "Was" : auxiliary (finder, prop));
  g_string_append_c (out, ' ');
  if (subject)
    append_fill (finder, out, prop, subject);
  else if (passive)
    append_fill (finder, out, prop, object);
  else
    g_string_append (out, "it");
  if (passive) {
    const BelClaim *claim = bel_prop_claim (finder, prop);
    const BelDocument *document = bel_finder_document (finder, prop->document);
    BelSpan span = claim ? document->tokens.span[claim->predicate_head] : BEL_SPAN (0, 0);
    g_string_append_c (out, ' ');
    g_string_append_len (out, bel_document_text (document, span), bel_span_length (span));
  } else if (!prop->copular) {
    g_string_append_printf (out, " %s", verb);
  }
  if (object && !passive) {
    g_string_append_c (out, ' ');
    append_fill (finder, out, prop, object);
  }
  append_rest (finder, out, prop, subject, object);
  g_string_append_c (out, '?');
  return bel_arena_strdup (finder->arena, out->str);
}

static const char *
which_of_two (BelFinder *finder, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  const BelDocument *doc_a = bel_finder_document (finder, a->document), *doc_b = bel_finder_document (finder, b->document);
  if (found->token_a == BEL_NONE || found->token_b == BEL_NONE)
    return bel_arena_strdup (finder->arena, "Which of the two is true?");
  BelSpan span_a = doc_a->tokens.span[found->token_a], span_b = doc_b->tokens.span[found->token_b];
  return bel_arena_printf (finder->arena, "“%.*s” or “%.*s”?", (int) bel_span_length (span_a), bel_document_text (doc_a, span_a),
                           (int) bel_span_length (span_b), bel_document_text (doc_b, span_b));
}

const char *
bel_question (BelFinder *finder, const BelProp *prop, const BelFound *found)
{
  bool polar = g_str_has_prefix (found->rule_name, "polarity.");
  if (polar && (prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_DENIAL) && prop->n_fills)
    return yes_or_no (finder, prop);
  return which_of_two (finder, found);
}
