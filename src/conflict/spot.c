/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/spot.h"

/* Values of one document counted by what they are alike in; counted once, as spots are made for each pair of sentences. */
struct BelSpotCount {
  BelMap numbers, times, places;
};

uint32_t
bel_spot_head (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++)
    if (document->tokens.head[t] == BEL_NONE || document->tokens.head[t] < first || document->tokens.head[t] > last)
      return t;
  return last;
}

uint32_t
bel_time_parts (const BelTime *time)
{
  enum { WEEKDAY = 4, MONTH = 2, YEAR = 1 };
  if (time->weekday >= 0) /* "Monday", "Monday, Feb. 3": one may be told by less */
    return WEEKDAY;
  return (time->month > 0 ? MONTH : 0) + (time->year > 0 ? YEAR : 0);
}

/* -- what values are alike in, as numbers -------------------------------------------------------------- */

static uint64_t
bits_of (double number)
{
  uint64_t bits;
  number += 0.0; /* of the two zeros, one */
  memcpy (&bits, &number, sizeof bits);
  return bits;
}

static uint64_t
kind_of_number (const BelQuantity *q)
{
  return bel_map_mix (q->kind, q->unit);
}

static BelSym
counted_by (BelFinder *finder, uint32_t document, const BelQuantity *q)
{
  if (q->counted_head != BEL_NONE)
    return bel_finder_lemma (finder, document, q->counted_head);
  return q->counted == BEL_NONE ? BEL_NONE : bel_finder_symbol (finder, document, q->counted);
}

static uint64_t
number_of (BelFinder *finder, uint32_t document, const BelQuantity *q)
{
  uint64_t amount = bel_map_mix (bits_of (q->low), bits_of (q->high));
  return bel_map_mix (bel_map_mix (kind_of_number (q), counted_by (finder, document, q)), amount);
}

static uint64_t
time_of (const BelTime *time)
{
  return bel_map_mix (bel_time_parts (time) + 1, ((uint64_t) (uint32_t) time->low << 32) | (uint32_t) time->high);
}

/* -- counting ------------------------------------------------------------------------------------------- */

static void
add (BelMap *map, uint64_t key)
{
  uint32_t n = 0;
  bel_map_get (map, key, &n);
  bel_map_set (map, key, n + 1);
}

static uint32_t
how_many (const BelMap *map, uint64_t key)
{
  uint32_t n = 0;
  bel_map_get (map, key, &n);
  return n;
}

static void
count_all (BelFinder *finder, uint32_t document, BelSpotCount *count)
{
  const BelClaims *claims = finder->sources[document];
  bel_map_init (&count->numbers, finder->scratch, claims->quantities.n * 2);
  bel_map_init (&count->times, finder->scratch, claims->times.n * 2);
  bel_map_init (&count->places, finder->scratch, claims->places.n);
  for (uint32_t i = 0; i < claims->quantities.n; i++) {
    add (&count->numbers, kind_of_number (&claims->quantities.items[i]));
    add (&count->numbers, number_of (finder, document, &claims->quantities.items[i]));
  }
  for (uint32_t i = 0; i < claims->times.n; i++) {
    const BelTime *time = &claims->times.items[i];
    if (time->first == BEL_NONE || !bel_time_parts (time))
      continue;
    add (&count->times, bel_time_parts (time));
    add (&count->times, time_of (time));
  }
  for (uint32_t i = 0; i < claims->places.n; i++)
    add (&count->places, claims->places.items[i].key);
}

static const BelSpotCount *
count_of (BelFinder *finder, uint32_t document)
{
  if (!finder->spots)
    finder->spots = bel_arena_new_array (finder->scratch, BelSpotCount *, finder->n_sources);
  if (!finder->spots[document]) {
    finder->spots[document] = bel_arena_new_struct (finder->scratch, BelSpotCount);
    count_all (finder, document, finder->spots[document]);
  }
  return finder->spots[document];
}

/* -- spots ---------------------------------------------------------------------------------------------- */

static BelSpot
spot_at (const BelFinder *finder, const BelProp *prop, uint32_t first, uint32_t last)
{
  return (BelSpot){ .prop = prop,
                    .first = first,
                    .last = last,
                    .head = bel_spot_head (bel_finder_document (finder, prop->document), first, last) };
}

BelSpot
bel_number_spot (BelFinder *finder, const BelProp *prop, uint32_t index)
{
  const BelQuantity *q = &finder->sources[prop->document]->quantities.items[index];
  const BelSpotCount *count = count_of (finder, prop->document);
  BelSpot spot = spot_at (finder, prop, q->first, q->last);
  spot.n_values = how_many (&count->numbers, kind_of_number (q));
  spot.n_alike = how_many (&count->numbers, number_of (finder, prop->document, q));
  return spot;
}

BelSpot
bel_time_spot (BelFinder *finder, const BelProp *prop, uint32_t index)
{
  const BelTime *time = &finder->sources[prop->document]->times.items[index];
  const BelSpotCount *count = count_of (finder, prop->document);
  BelSpot spot = spot_at (finder, prop, time->first, time->last);
  spot.n_values = how_many (&count->times, bel_time_parts (time));
  spot.n_alike = how_many (&count->times, time_of (time));
  return spot;
}

BelSpot
bel_place_spot (BelFinder *finder, const BelProp *prop, uint32_t index)
{
  const BelClaims *claims = finder->sources[prop->document];
  const BelPlace *place = &claims->places.items[index];
  BelSpot spot = spot_at (finder, prop, place->first, place->last);
  spot.n_values = claims->places.n;
  spot.n_alike = how_many (&count_of (finder, prop->document)->places, place->key);
  return spot;
}
