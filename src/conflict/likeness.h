/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How likely two places in two sentences of one draft tell one thing, judged by the words around them.
 *
 * A logistic model over what the two sentences share and what tells them apart; its weights were fitted on drafts with one
 * changed value against edited news without one (docs/notes/likeness.md). */
#pragma once

#include "conflict/finder.h"

typedef enum { BEL_SPOT_NUMBER, BEL_SPOT_TIME, BEL_SPOT_PLACE, BEL_SPOT_NEGATION, BEL_N_SPOTS } BelSpotKind;

/** A value, or a verb, in a sentence. */
typedef struct {
  const BelProp *prop;  /**< the sentence */
  uint32_t first, last; /**< tokens, inclusive */
  uint32_t head;        /**< the token that hangs outside of it */
  uint32_t n_alike;     /**< how often its value stands in the document */
  uint32_t n_values;    /**< how many values of its kind the document has */
} BelSpot;

/** Probability that @a and @b tell one thing; 0 where it is surely less than @least. */
float bel_spots_likeness (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b, float least);

/** The same without regard to words by them that set one apart from the other ("another", "earlier"). */
float bel_spots_resemble (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b, float least);
