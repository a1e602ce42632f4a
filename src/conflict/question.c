/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A disputed proposition as a question. */
#include "conflict/explain.h"
#include "conflict/name.h"
#include "conflict/value.h"
#include "conflict/prop.h"

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
append_text (GString *out, const BelDocument *document, BelSpan span)
{
  const char *text = bel_document_text (document, span);
  for (uint32_t i = 0; i < bel_span_length (span); i++)
    g_string_append_c (out, text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
}

static void
append_fill (const BelFinder *finder, GString *out, const BelProp *prop, const BelRoleFill *fill)
{
  append_text (out, bel_finder_document (finder, prop->document), span_of (finder, prop, fill));
}

/* " with", of "met with Musk": the preposition that the text has before @head, unless it stands in @span already. */
static void
append_preposition (const BelFinder *finder, GString *out, const BelProp *prop, uint32_t head, BelSpan span)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  uint32_t marker = head == BEL_NONE ? BEL_NONE : bel_child (document, head, BEL_DEP_CASE);
  if (marker == BEL_NONE || marker > head || bel_span_contains (span, document->tokens.span[marker]))
    return;
  g_string_append_c (out, ' ');
  append_text (out, document, document->tokens.span[marker]);
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

/* Participants that are neither, by their own words: "from the bank". */
static void
append_rest (BelFinder *finder, GString *out, const BelProp *prop, const BelRoleFill *subject, const BelRoleFill *object)
{
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    const BelRoleFill *fill = &prop->fills[i];
    if (fill == subject || fill == object || !fill->core)
      continue;
    append_preposition (finder, out, prop, fill->head, span_of (finder, prop, fill));
    g_string_append_c (out, ' ');
    append_fill (finder, out, prop, fill);
  }
}

/* "Was Trump killed?": nobody says by whom. */
static const char *
ask_passive (BelFinder *finder, const BelProp *prop, const BelRoleFill *object)
{
  g_autoptr (GString) out = g_string_new ("Was ");
  const BelClaim *claim = bel_prop_claim (finder, prop);
  const BelDocument *document = bel_finder_document (finder, prop->document);
  append_fill (finder, out, prop, object);
  g_string_append_c (out, ' ');
  append_text (out, document, claim ? document->tokens.span[claim->predicate_head] : BEL_SPAN (0, 0));
  append_rest (finder, out, prop, NULL, object);
  g_string_append_c (out, '?');
  return bel_arena_strdup (finder->arena, out->str);
}

/* "Was there an Iranian plot to kill Trump?": of an event that a noun names. */
static const char *
ask_there (BelFinder *finder, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  uint32_t first = document->tokens.subtree_first[prop->head], last = document->tokens.subtree_last[prop->head];
  if (document->tokens.dep[first] == BEL_DEP_CASE)
    first++;
  for (BEL_EACH_CHILD (document, prop->head, c))
  {
    bool aside = document->tokens.dep[c] == BEL_DEP_ACL_RELCL || document->tokens.dep[c] == BEL_DEP_APPOS;
    if (aside && c > prop->head)
      last = MIN (last, document->tokens.subtree_first[c] - 1);
  }
  for (uint32_t t = prop->head + 1; t <= last; t++)
    if (document->tokens.pos[t] == BEL_POS_PUNCT && document->text[document->tokens.span[t].start] == ',')
      last = t - 1;
  BelSpan span = BEL_SPAN (document->tokens.span[first].start, document->tokens.span[last].end);
  g_autoptr (GString) out = g_string_new ("Was there ");
  append_text (out, document, span);
  g_string_append_c (out, '?');
  return bel_arena_strdup (finder->arena, out->str);
}

/* "Did Iravani meet with Musk?", in the claim's own verb. */
static const char *
ask_active (BelFinder *finder, const BelProp *prop, const BelRoleFill *subject, const BelRoleFill *object)
{
  g_autoptr (GString) out = g_string_new (auxiliary (finder, prop));
  const BelClaim *claim = bel_prop_claim (finder, prop);
  const BelDocument *document = bel_finder_document (finder, prop->document);
  g_string_append_c (out, ' ');
  if (subject)
    append_fill (finder, out, prop, subject);
  else
    g_string_append (out, "it");
  if (!prop->copular)
    g_string_append_printf (out, " %s", claim ? bel_symbols_text (document->symbols, claim->lemma) : bel_finder_text (finder, prop->predicate));
  if (object) {
    append_preposition (finder, out, prop, object->head, span_of (finder, prop, object));
    g_string_append_c (out, ' ');
    append_fill (finder, out, prop, object);
  }
  append_rest (finder, out, prop, subject, object);
  g_string_append_c (out, '?');
  return bel_arena_strdup (finder->arena, out->str);
}

/* Roles that may be changed for each other ("met") are asked in the order in which they stand in the text. */
static void
order_of_text (const BelClaim *claim, const BelRoleFill **subject, const BelRoleFill **object)
{
  if (!claim || claim->passive || !*subject || !*object || claim->subject.head != (*object)->head)
    return;
  const BelRoleFill *first = *object;
  *object = *subject;
  *subject = first;
}

static const char *
yes_or_no (BelFinder *finder, const BelProp *prop)
{
  const BelRoleFill *subject = fill_named (finder, prop, "subject"), *object = fill_named (finder, prop, "object");
  const BelClaim *claim = bel_prop_claim (finder, prop);
  order_of_text (claim, &subject, &object);
  if (claim && claim->kind == BEL_CLAIM_NOMINAL)
    return ask_there (finder, prop);
  if (!subject && object && !prop->copular)
    return ask_passive (finder, prop, object);
  return ask_active (finder, prop, subject, object);
}

static const char *
which_of_two (BelFinder *finder, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  const BelDocument *doc_a = bel_finder_document (finder, a->document), *doc_b = bel_finder_document (finder, b->document);
  if (found->token_a == BEL_NONE || found->token_b == BEL_NONE)
    return bel_arena_strdup (finder->arena, "Which of the two is true?");
  BelSpan span_a = bel_value_span (finder, a->document, found->token_a);
  BelSpan span_b = bel_value_span (finder, b->document, found->token_b);
  return bel_arena_printf (finder->arena, "“%.*s” or “%.*s”?", (int) bel_span_length (span_a), bel_document_text (doc_a, span_a),
                           (int) bel_span_length (span_b), bel_document_text (doc_b, span_b));
}

/* Whether one holds true what the other holds false; in other conflicts both hold something true. */
static bool
is_yes_against_no (const BelFinder *finder, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  return found->holder_a < a->n_holders && found->holder_b < b->n_holders
         && bel_truth_is_true (a->holders[found->holder_a].truth) && bel_truth_is_false (b->holders[found->holder_b].truth);
}

const char *
bel_question (BelFinder *finder, const BelProp *prop, const BelFound *found)
{
  bool polar = prop->kind != BEL_PROP_SENTENCE && found->token_a == BEL_NONE && is_yes_against_no (finder, found);
  if (polar && (prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_ANSWER) && prop->n_fills)
    return yes_or_no (finder, prop);
  return which_of_two (finder, found);
}
