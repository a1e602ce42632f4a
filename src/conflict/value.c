/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/value.h"

#include <math.h>

#include "claim/place.h"
#include "claim/value.h"
#include "conflict/group.h"
#include "conflict/name.h"

static BelValues
of_compared (BelCompared compared)
{
  static const BelValues VALUES[] = {
    [BEL_COMPARED_UNKNOWN] = BEL_VALUES_UNKNOWN, [BEL_COMPARED_EQUAL] = BEL_VALUES_EQUAL,
    [BEL_COMPARED_INSIDE] = BEL_VALUES_INSIDE,   [BEL_COMPARED_CONTAINS] = BEL_VALUES_CONTAINS,
    [BEL_COMPARED_OVERLAP] = BEL_VALUES_OVERLAP, [BEL_COMPARED_DISJOINT] = BEL_VALUES_DISJOINT,
  };
  return VALUES[compared];
}

/* "another 12 tries", "12 more": counted on top of what was told. */
static bool
is_additional (const BelDocument *document, const BelQuantity *quantity)
{
  const BelTokens *tokens = &document->tokens;
  if (bel_token_form_is (document, quantity->first, "another")
      || (quantity->first > 0 && bel_token_form_is (document, quantity->first - 1, "another")))
    return true;
  uint32_t next = quantity->last + 1;
  return next < tokens->n
         && (bel_token_form_is (document, next, "more") || bel_token_form_is (document, next, "other"));
}

BelValues
bel_quantities_compare (BelFinder *finder, uint32_t doc_a, uint32_t quantity_a, uint32_t doc_b, uint32_t quantity_b)
{
  if (quantity_a == BEL_NONE || quantity_b == BEL_NONE)
    return BEL_VALUES_UNKNOWN;
  const BelQuantity *a = &finder->sources[doc_a]->quantities.items[quantity_a];
  const BelQuantity *b = &finder->sources[doc_b]->quantities.items[quantity_b];
  if (is_additional (finder->sources[doc_a]->document, a) != is_additional (finder->sources[doc_b]->document, b))
    return BEL_VALUES_UNKNOWN;
  if (a->vague || b->vague)
    return BEL_VALUES_UNKNOWN;
  /* units by the table that all documents share */
  BelQuantity left = *a, right = *b;
  left.unit = bel_finder_symbol (finder, doc_a, a->unit);
  left.kind = bel_finder_symbol (finder, doc_a, a->kind);
  right.unit = bel_finder_symbol (finder, doc_b, b->unit);
  right.kind = bel_finder_symbol (finder, doc_b, b->kind);
  /* an age and a term of years have one unit, and nothing to do with each other */
  if (left.kind != right.kind && !g_str_equal (bel_finder_text (finder, left.unit), "percent"))
    return BEL_VALUES_UNKNOWN;
  return of_compared (bel_quantity_relate (&left, &right));
}

BelValues
bel_times_compare (const BelFinder *finder, uint32_t doc_a, uint32_t time_a, uint32_t doc_b, uint32_t time_b)
{
  if (time_a == BEL_NONE || time_b == BEL_NONE)
    return BEL_VALUES_UNKNOWN;
  return of_compared (
      bel_time_relate (&finder->sources[doc_a]->times.items[time_a], &finder->sources[doc_b]->times.items[time_b]));
}

BelValues
bel_places_compare (BelFinder *finder, BelNoun a, uint32_t place_a, BelNoun b, uint32_t place_b)
{
  static const BelValues VALUES[] = {
    [BEL_PLACES_UNKNOWN] = BEL_VALUES_UNKNOWN,   [BEL_PLACES_SAME] = BEL_VALUES_EQUAL,
    [BEL_PLACES_INSIDE] = BEL_VALUES_INSIDE,     [BEL_PLACES_CONTAINS] = BEL_VALUES_CONTAINS,
    [BEL_PLACES_DISJOINT] = BEL_VALUES_DISJOINT,
  };
  if (place_a != BEL_NONE && place_b != BEL_NONE) {
    const BelClaims *claims_a = finder->sources[a.document], *claims_b = finder->sources[b.document];
    BelPlacesRelation relation
        = bel_places_relate (finder->options.gazetteer, claims_a->document, &claims_a->places.items[place_a],
                             claims_b->document, &claims_b->places.items[place_b]);
    if (relation != BEL_PLACES_UNKNOWN)
      return VALUES[relation];
  }
  BelMatch match = bel_phrase_compare (finder, a, b, 0);
  switch (match.kind) {
  case BEL_MATCH_SAME:
    return BEL_VALUES_EQUAL;
  case BEL_MATCH_NARROWER:
    return BEL_VALUES_INSIDE;
  case BEL_MATCH_WIDER:
    return BEL_VALUES_CONTAINS;
  default:
    return BEL_VALUES_UNKNOWN;
  }
}

/* -- which value stands on which token ------------------------------------------------------------------- */

/* Of one document: for each token the number of the value that covers it; the first, where several do. */
struct BelTokenValues {
  uint32_t *quantities, *times, *places;
  BelGroups quantities_in, times_in, places_in; /* by sentence: the group with its number */
};

static uint32_t *
empty_table (BelFinder *finder, uint32_t n)
{
  uint32_t *table = bel_arena_alloc (finder->scratch, sizeof (*table) * (n + 1));
  memset (table, 0xFF, sizeof (*table) * (n + 1));
  return table;
}

static void
cover (uint32_t *table, uint32_t first, uint32_t last, uint32_t n, uint32_t value)
{
  for (uint32_t t = first; t <= last && t < n; t++)
    if (table[t] == BEL_NONE)
      table[t] = value;
}

/* Numbers of values, sentence after sentence. @sentences: the sentence of each value, or BEL_NONE. */
static BelGroups
by_sentence (BelFinder *finder, const uint32_t *sentences, uint32_t n, uint32_t n_sentences)
{
  uint32_t *starts = bel_arena_new_array (finder->scratch, uint32_t, n_sentences + 2);
  uint32_t *items = bel_arena_new_array (finder->scratch, uint32_t, n + 1);
  for (uint32_t i = 0; i < n; i++)
    if (sentences[i] < n_sentences)
      starts[sentences[i] + 2]++;
  for (uint32_t s = 2; s < n_sentences + 2; s++)
    starts[s] += starts[s - 1];
  for (uint32_t i = 0; i < n; i++)
    if (sentences[i] < n_sentences)
      items[starts[sentences[i] + 1]++] = i;
  return (BelGroups){ items, starts, n_sentences };
}

/* Puts value @i, which covers @first to @last, into @table; its sentence into @sentences. */
static void
place_value (const BelDocument *document, uint32_t first, uint32_t last, uint32_t i, uint32_t *table,
             uint32_t *sentences)
{
  uint32_t n = document->tokens.n;
  cover (table, first, last, n, i);
  sentences[i] = first < n ? document->tokens.sentence[first] : BEL_NONE;
}

static void
fill_values (BelFinder *finder, const BelClaims *claims, BelTokenValues *values)
{
  const BelDocument *document = claims->document;
  uint32_t n_sentences = document->sentences.n, n = MAX (MAX (claims->quantities.n, claims->times.n), claims->places.n);
  g_autofree uint32_t *sentences = g_new (uint32_t, n + 1);
  for (uint32_t i = 0; i < claims->quantities.n; i++)
    place_value (document, claims->quantities.items[i].first, claims->quantities.items[i].last, i, values->quantities,
                 sentences);
  values->quantities_in = by_sentence (finder, sentences, claims->quantities.n, n_sentences);
  for (uint32_t i = 0; i < claims->times.n; i++)
    place_value (document, claims->times.items[i].first, claims->times.items[i].last, i, values->times, sentences);
  values->times_in = by_sentence (finder, sentences, claims->times.n, n_sentences);
  for (uint32_t i = 0; i < claims->places.n; i++)
    place_value (document, claims->places.items[i].first, claims->places.items[i].last, i, values->places, sentences);
  values->places_in = by_sentence (finder, sentences, claims->places.n, n_sentences);
}

static const BelTokenValues *
values_of (BelFinder *finder, uint32_t document)
{
  if (!finder->values)
    finder->values = bel_arena_new_array (finder->scratch, BelTokenValues, finder->n_sources + 1);
  BelTokenValues *values = &finder->values[document];
  if (values->quantities)
    return values;
  uint32_t n = bel_finder_document (finder, document)->tokens.n;
  values->quantities = empty_table (finder, n);
  values->times = empty_table (finder, n);
  values->places = empty_table (finder, n);
  fill_values (finder, finder->sources[document], values);
  return values;
}

static BelValueList
list_of (const BelGroups *groups, uint32_t sentence)
{
  if (sentence >= groups->n)
    return (BelValueList){ 0 };
  return (BelValueList){ groups->items + groups->starts[sentence],
                         groups->starts[sentence + 1] - groups->starts[sentence] };
}

BelValueList
bel_quantities_in (BelFinder *finder, uint32_t document, uint32_t sentence)
{
  return list_of (&values_of (finder, document)->quantities_in, sentence);
}

BelValueList
bel_places_in (BelFinder *finder, uint32_t document, uint32_t sentence)
{
  return list_of (&values_of (finder, document)->places_in, sentence);
}

BelValueList
bel_times_in (BelFinder *finder, uint32_t document, uint32_t sentence)
{
  return list_of (&values_of (finder, document)->times_in, sentence);
}

/* Sums are told of rounded parts. */
#define SUM_SLACK 0.005

/* Whether @whole is @part and others of the sentence of @part. */
static bool
is_sum (BelFinder *finder, const BelQuantity *whole, uint32_t document, uint32_t sentence, const BelQuantity *part)
{
  BelValueList others = bel_quantities_in (finder, document, sentence);
  double sum = part->amount;
  for (uint32_t i = 0; i < others.n; i++) {
    const BelQuantity *other = &finder->sources[document]->quantities.items[others.items[i]];
    if (other == part || other->kind != part->kind || other->unit != part->unit)
      continue;
    sum += other->amount;
    if (fabs (part->amount + other->amount - whole->amount) <= SUM_SLACK * whole->amount)
      return true;
  }
  return sum > part->amount && fabs (sum - whole->amount) <= SUM_SLACK * whole->amount;
}

bool
bel_quantities_add_up (BelFinder *finder, uint32_t doc_a, uint32_t sentence_a, uint32_t quantity_a, uint32_t doc_b,
                       uint32_t sentence_b, uint32_t quantity_b)
{
  if (quantity_a == BEL_NONE || quantity_b == BEL_NONE)
    return false;
  const BelQuantity *a = &finder->sources[doc_a]->quantities.items[quantity_a];
  const BelQuantity *b = &finder->sources[doc_b]->quantities.items[quantity_b];
  return is_sum (finder, a, doc_b, sentence_b, b) || is_sum (finder, b, doc_a, sentence_a, a);
}

uint32_t
bel_quantity_at (BelFinder *finder, uint32_t document, uint32_t t)
{
  return values_of (finder, document)->quantities[t];
}

uint32_t
bel_time_at (BelFinder *finder, uint32_t document, uint32_t t)
{
  return values_of (finder, document)->times[t];
}

uint32_t
bel_place_at (BelFinder *finder, uint32_t document, uint32_t t)
{
  return values_of (finder, document)->places[t];
}

BelSpan
bel_value_span (BelFinder *finder, uint32_t document, uint32_t t)
{
  const BelClaims *claims = finder->sources[document];
  const BelTokens *tokens = &claims->document->tokens;
  uint32_t time = bel_time_at (finder, document, t), quantity = bel_quantity_at (finder, document, t);
  uint32_t first = t, last = t;
  if (time != BEL_NONE) {
    first = claims->times.items[time].first;
    last = claims->times.items[time].last;
  } else if (quantity != BEL_NONE) {
    first = claims->quantities.items[quantity].first;
    last = claims->quantities.items[quantity].last;
  }
  return BEL_SPAN (tokens->span[first].start, tokens->span[last].end);
}

/* -- dates ----------------------------------------------------------------------------------------------- */

BelDay
bel_date_day (const BelFinder *finder, const BelProp *date)
{
  const BelClaims *claims = finder->sources[date->document];
  return date->time == BEL_NONE ? claims->document->date : claims->times.items[date->time].low;
}

const char *
bel_weekday_name (int weekday)
{
  static const char *const NAMES[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  return NAMES[weekday];
}
