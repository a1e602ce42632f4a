/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/value.h"

#include "claim/place.h"
#include "conflict/name.h"

#include <math.h>

static BelValues
intervals (double low_a, double high_a, double low_b, double high_b)
{
  if (low_a == low_b && high_a == high_b)
    return BEL_VALUES_EQUAL;
  if (high_a < low_b || high_b < low_a)
    return BEL_VALUES_DISJOINT;
  if (low_a >= low_b && high_a <= high_b)
    return BEL_VALUES_INSIDE;
  if (low_b >= low_a && high_b <= high_a)
    return BEL_VALUES_CONTAINS;
  return BEL_VALUES_OVERLAP;
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
  return next < tokens->n && (bel_token_form_is (document, next, "more") || bel_token_form_is (document, next, "other"));
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
  if (a->vague || b->vague || bel_finder_symbol (finder, doc_a, a->kind) != bel_finder_symbol (finder, doc_b, b->kind)
      || bel_finder_symbol (finder, doc_a, a->unit) != bel_finder_symbol (finder, doc_b, b->unit))
    return BEL_VALUES_UNKNOWN;
  return intervals (a->low, a->high, b->low, b->high);
}

BelValues
bel_times_compare (const BelFinder *finder, uint32_t doc_a, uint32_t time_a, uint32_t doc_b, uint32_t time_b)
{
  if (time_a == BEL_NONE || time_b == BEL_NONE)
    return BEL_VALUES_UNKNOWN;
  const BelTime *a = &finder->sources[doc_a]->times.items[time_a], *b = &finder->sources[doc_b]->times.items[time_b];
  if (a->vague || b->vague || a->recurring || b->recurring || a->duration || b->duration)
    return BEL_VALUES_UNKNOWN;
  if (a->low == BEL_DAY_NONE || b->low == BEL_DAY_NONE) {
    bool named = a->low == BEL_DAY_NONE && b->low == BEL_DAY_NONE && a->weekday >= 0 && b->weekday >= 0;
    return !named ? BEL_VALUES_UNKNOWN : a->weekday == b->weekday ? BEL_VALUES_EQUAL : BEL_VALUES_DISJOINT;
  }
  BelValues days = intervals (a->low, a->high, b->low, b->high);
  bool one_day = days == BEL_VALUES_EQUAL && a->low == a->high;
  if (one_day && a->minute_low >= 0 && b->minute_low >= 0)
    return intervals (a->minute_low, a->minute_high, b->minute_low, b->minute_high);
  return days;
}

BelValues
bel_places_compare (BelFinder *finder, BelNoun a, uint32_t place_a, BelNoun b, uint32_t place_b)
{
  static const BelValues VALUES[] = {
    [BEL_PLACES_UNKNOWN] = BEL_VALUES_UNKNOWN, [BEL_PLACES_SAME] = BEL_VALUES_EQUAL,
    [BEL_PLACES_INSIDE] = BEL_VALUES_INSIDE,   [BEL_PLACES_CONTAINS] = BEL_VALUES_CONTAINS,
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
  BelMatch match = bel_phrase_compare (finder, a, b, false);
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

static const BelTokenValues *
values_of (BelFinder *finder, uint32_t document)
{
  if (!finder->values)
    finder->values = bel_arena_new_array (finder->scratch, BelTokenValues, finder->n_sources + 1);
  BelTokenValues *values = &finder->values[document];
  if (values->quantities)
    return values;
  const BelClaims *claims = finder->sources[document];
  uint32_t n = claims->document->tokens.n;
  values->quantities = empty_table (finder, n);
  values->times = empty_table (finder, n);
  values->places = empty_table (finder, n);
  for (uint32_t i = 0; i < claims->quantities.n; i++)
    cover (values->quantities, claims->quantities.items[i].first, claims->quantities.items[i].last, n, i);
  for (uint32_t i = 0; i < claims->times.n; i++)
    cover (values->times, claims->times.items[i].first, claims->times.items[i].last, n, i);
  for (uint32_t i = 0; i < claims->places.n; i++)
    cover (values->places, claims->places.items[i].first, claims->places.items[i].last, n, i);
  return values;
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
