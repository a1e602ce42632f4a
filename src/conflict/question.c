/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A disputed proposition as a question. */
#include "claim/calendar.h"
#include "conflict/clash.h"
#include "conflict/explain.h"
#include "conflict/name.h"
#include "conflict/prop.h"
#include "conflict/value.h"

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
  bel_append_phrase (out, bel_finder_document (finder, prop->document), span_of (finder, prop, fill));
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
  bel_append_phrase (out, document, document->tokens.span[marker]);
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
append_rest (BelFinder *finder, GString *out, const BelProp *prop, const BelRoleFill *subject,
             const BelRoleFill *object)
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
  bel_append_phrase (out, document, claim ? document->tokens.span[claim->predicate_head] : BEL_SPAN (0, 0));
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
  for (BEL_EACH_CHILD (document, prop->head, c)) {
    bool aside = document->tokens.dep[c] == BEL_DEP_ACL_RELCL || document->tokens.dep[c] == BEL_DEP_APPOS;
    if (aside && c > prop->head)
      last = MIN (last, document->tokens.subtree_first[c] - 1);
  }
  for (uint32_t t = prop->head + 1; t <= last; t++)
    if (document->tokens.pos[t] == BEL_POS_PUNCT && document->text[document->tokens.span[t].start] == ',')
      last = t - 1;
  BelSpan span = BEL_SPAN (document->tokens.span[first].start, document->tokens.span[last].end);
  g_autoptr (GString) out = g_string_new ("Was there ");
  bel_append_phrase (out, document, span);
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
    g_string_append_printf (out, " %s",
                            claim ? bel_symbols_text (document->symbols, claim->lemma)
                                  : bel_finder_text (finder, prop->predicate));
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

/* "Is 5 March 2025 a Monday?" */
static const char *
ask_weekday (BelFinder *finder, const BelProp *date)
{
  static const char *const MONTHS[] = { "January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December" };
  BelDay day = bel_date_day (finder, date);
  if (day == BEL_DAY_NONE)
    return "Is it that day of the week?";
  BelCivil civil = bel_day_to_civil (day);
  return bel_arena_printf (finder->arena, "Is %d %s %d a %s?", civil.day, MONTHS[civil.month - 1], civil.year,
                           bel_weekday_name (date->weekday));
}

/* "Who said it: Petra Stein or Ali Demir?"; NULL when it is not two sources that differ. */
static const char *
ask_who (BelFinder *finder, const BelProp *a, const BelProp *b, const BelFound *found)
{
  if (a->kind != BEL_PROP_QUOTE || found->holder_a >= a->n_holders || found->holder_b >= b->n_holders)
    return NULL;
  const char *one = bel_holder_name (finder, a, found->holder_a), *other = bel_holder_name (finder, b, found->holder_b);
  return g_str_equal (one, other) ? NULL : bel_arena_printf (finder->arena, "Who said it: %s or %s?", one, other);
}

/* "Is Mia Tanaka 22 or 26?"; NULL when it is not her age that differs. */
static const char *
ask_age (BelFinder *finder, const BelProp *a, const BelProp *b, const BelFound *found)
{
  if (a->kind != BEL_PROP_ATTRIBUTE || found->token_a == a->head || a->quantity == BEL_NONE || b->quantity == BEL_NONE)
    return NULL;
  const BelProp *fuller = bel_span_length (b->span) > bel_span_length (a->span) ? b : a;
  g_autoptr (GString) out = g_string_new ("Is ");
  bel_append_phrase (out, bel_finder_document (finder, fuller->document), fuller->span);
  g_string_append_c (out, ' ');
  bel_append_phrase (out, bel_finder_document (finder, a->document),
                     bel_value_span (finder, a->document, found->token_a));
  g_string_append (out, " or ");
  bel_append_phrase (out, bel_finder_document (finder, b->document),
                     bel_value_span (finder, b->document, found->token_b));
  g_string_append_c (out, '?');
  return bel_arena_strdup (finder->arena, out->str);
}

/* "“nine people” or “twelve people”?", of one place "Is “13 people” right?" */
static const char *
ask_words (BelFinder *finder, const BelProp *a, const BelProp *b, const BelFound *found)
{
  BelClash clash = { a, b, found->token_a, found->token_b };
  BelSpan span_a = bel_clash_words (finder, &clash, false), span_b = bel_clash_words (finder, &clash, true);
  if (bel_span_is_empty (span_a) || (a != b && bel_span_is_empty (span_b)))
    return "Which of the two is true?";
  g_autoptr (GString) out = g_string_new (a == b ? "Is “" : "“");
  bel_append_phrase (out, bel_finder_document (finder, a->document), span_a);
  if (a != b) {
    g_string_append (out, "” or “");
    bel_append_phrase (out, bel_finder_document (finder, b->document), span_b);
  }
  g_string_append (out, a == b ? "” right?" : "”?");
  return bel_arena_strdup (finder->arena, out->str);
}

/* Returns: @found the other way round. */
static BelFound
turned (const BelFound *found)
{
  return (BelFound){ .a = found->b,
                     .b = found->a,
                     .token_a = found->token_b,
                     .token_b = found->token_a,
                     .holder_a = found->holder_b,
                     .holder_b = found->holder_a };
}

/* What stands first in the text is asked of first. */
static const char *
which_of_two (BelFinder *finder, const BelFound *found)
{
  const BelProp *props = finder->props.items;
  BelFound in_order = bel_prop_stands_before (&props[found->a], &props[found->b]) ? *found : turned (found);
  const BelProp *a = &props[in_order.a], *b = &props[in_order.b];
  if (a == b && a->kind == BEL_PROP_DATE)
    return ask_weekday (finder, a);
  const char *asked
      = found->token_a == BEL_NONE ? ask_who (finder, a, b, &in_order) : ask_age (finder, a, b, &in_order);
  return asked ? asked : ask_words (finder, a, b, &in_order);
}

const char *
bel_question (BelFinder *finder, const BelProp *prop, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  bool denied = bel_props_are_denied (a, found->holder_a, b, found->holder_b);
  bool polar = prop->kind != BEL_PROP_SENTENCE && prop->kind != BEL_PROP_TALLY && found->token_a == BEL_NONE && denied;
  if (polar && (prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_ANSWER) && prop->n_fills)
    return yes_or_no (finder, prop);
  return which_of_two (finder, found);
}
