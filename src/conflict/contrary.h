/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Words of two texts that say the contrary of each other, and where in the two the same participants stand.
 *
 * For pairs of texts that are taken as being of one situation; works on the words found by support.h. */
#pragma once

#include "conflict/support.h"

/** How far the word at @ta of one document says the contrary of that at @tb of another: predicates that the rules oppose or
 * set on one scale in two directions, antonyms, a word and its like with a negating prefix. 0: not at all. */
float bel_word_opposes (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb);

/** How the participants of a predicate of the short sentence stand by a word of the text. */
typedef struct {
  uint32_t n_same;  /**< in the same role, or close by where no claim tells roles */
  uint32_t n_other; /**< in another role of the same predicate */
  uint32_t n_far;   /**< spoken of in the sentence, elsewhere */
  uint32_t n_lost;  /**< not spoken of */
  bool subject;     /**< the subject is among the same */
} BelStanding;

/** Where the participants of the predicate at @tb stand around @ta; @support: the short sentence sought in the text's. */
BelStanding bel_participants_stand (BelFinder *finder, const BelProp *a, uint32_t ta, const BelProp *b, uint32_t tb,
                                    const BelSupport *support);
