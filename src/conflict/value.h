/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Numbers, times and places against each other. */
#pragma once

#include "conflict/phrase.h"

typedef enum {
  BEL_VALUES_UNKNOWN, /**< not comparable */
  BEL_VALUES_EQUAL,
  BEL_VALUES_INSIDE,   /**< the first lies in the second */
  BEL_VALUES_CONTAINS, /**< the second lies in the first */
  BEL_VALUES_OVERLAP,
  BEL_VALUES_DISJOINT,
} BelValues;

/** Quantities of one kind and unit; others are not comparable. */
BelValues bel_quantities_compare (BelFinder *finder, uint32_t doc_a, uint32_t quantity_a, uint32_t doc_b,
                                  uint32_t quantity_b);
/** Whether one of the two is the other and a further number of its sentence, of the same kind, together: "900 people" beside
 * "700 people, and 200 more". */
bool bel_quantities_add_up (BelFinder *finder, uint32_t doc_a, uint32_t sentence_a, uint32_t quantity_a, uint32_t doc_b,
                            uint32_t sentence_b, uint32_t quantity_b);
BelValues bel_times_compare (const BelFinder *finder, uint32_t doc_a, uint32_t time_a, uint32_t doc_b, uint32_t time_b);
/** Places by gazetteer, else by name. */
BelValues bel_places_compare (BelFinder *finder, BelNoun a, uint32_t place_a, BelNoun b, uint32_t place_b);

/** Some of the values of a document, by number. */
typedef struct {
  const uint32_t *items;
  uint32_t n;
} BelValueList;

/** The quantities, the times and the places that begin in a sentence. */
BelValueList bel_quantities_in (BelFinder *finder, uint32_t document, uint32_t sentence);
BelValueList bel_times_in (BelFinder *finder, uint32_t document, uint32_t sentence);
BelValueList bel_places_in (BelFinder *finder, uint32_t document, uint32_t sentence);

/** The words of the time or quantity that stands on token @t, else of the token alone. Visible bytes. */
BelSpan bel_value_span (BelFinder *finder, uint32_t document, uint32_t t);

/** The quantity that stands on token @t, or BEL_NONE. */
uint32_t bel_quantity_at (BelFinder *finder, uint32_t document, uint32_t t);
uint32_t bel_time_at (BelFinder *finder, uint32_t document, uint32_t t);
uint32_t bel_place_at (BelFinder *finder, uint32_t document, uint32_t t);

/** The day that a date names, or that its draft is of. */
BelDay bel_date_day (const BelFinder *finder, const BelProp *date);
/** @weekday: 0 Monday … 6 Sunday. */
const char *bel_weekday_name (int weekday);
