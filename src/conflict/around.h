/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The words around two places of two sentences: which of one stand in the other, and how near. */
#pragma once

#include "conflict/likeness.h"

typedef struct {
  float common;       /**< weight of the words near one spot that are near the other too */
  float poorer;       /**< its share of the side that has less */
  float richer;       /**< of the side that has more */
  float close;        /**< the same weight, but a word tells less the farther it is from the spots */
  float whole_poorer; /**< its share of what the sentences have in common from end to end, of that which has less */
  float rare;         /**< words in common that the document has hardly more than twice */
  float lost_names;   /**< names near the spots of which the other sentence has none; of the side that has fewer */
  float lost_nouns;   /**< likewise, common nouns */
} BelAround;

/** Told how much there can be at most, lost_* being 0: whether it is worth going on. */
typedef bool BelAroundEnough (const BelAround *most, const void *data);

/** Compares the words around @a and @b, unless @enough (@data) says no to the most that words in other words could make of it.
 * Returns: whether @out was filled in. */
bool bel_around_compare (BelFinder *finder, const BelSpot *a, const BelSpot *b, BelAroundEnough *enough,
                         const void *data, BelAround *out);
