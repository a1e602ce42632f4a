/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What of a sentence has no like in another, and what stands in its place there. A part of retell.h. */
#pragma once

#include "conflict/retell.h"
#include "conflict/value.h"

/* Tokens of a sentence that are looked at. */
#define BEL_RETELL_TOKENS BEL_MAX_PAIRS
/* Tokens before and after a thing in which a word of contrast belongs to it. */
#define BEL_RETELL_CUE 5

typedef struct {
  const BelProp *prop;
  const BelDocument *document;
  uint32_t first, past; /**< tokens */
  uint32_t n_content;
  uint32_t like[BEL_RETELL_TOKENS]; /**< by token less first: its like in the other sentence, or BEL_NONE */
} BelRetellSide;

typedef struct {
  BelFinder *finder;
  BelRetellSide s, l; /**< the shorter and the longer */
  uint32_t n_matched; /**< content words of the shorter that have a like */
} BelRetell;

/** A thing of the shorter sentence and what stands in its place. */
typedef struct {
  BelRetold kind;
  float trust;
  uint32_t s, l; /**< tokens */
  bool by_word;  /**< of a negation: by a word like "without", that no claim is made false by */
} BelRetellUnit;

static inline bool
bel_retell_is_lost (const BelRetellSide *side, uint32_t t)
{
  return t >= side->first && t < side->past && side->like[t - side->first] == BEL_NONE
         && bel_token_is_content (side->document, t);
}

/** Finds what differs. Returns: FALSE when more than one thing does, or nothing is known of the two; @out is of kind NOTHING
 * when all of the shorter sentence is in the longer. */
bool bel_retell_one_unit (BelRetell *r, BelRetellUnit *out);
