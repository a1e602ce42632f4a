/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How two words stand to each other: what the rules know first, what WordNet knows after that.
 *
 * Rules say it in lexicons, told apart by the first part of their name:
 *   synonym-…    entries share a meaning when their field "as" is the same
 *   exclusive-…  members of a set of which a thing is at most one; those with the same "as" are one member
 *   exclusive-look-…  the same, of looks by which one thing is told from another
 *   cohort-…     kinds of which several may be about: they exclude each other only where one thing is spoken of
 *                in all of these "as" = "any" is for names of the whole: each other member is a kind of it
 *   opposite-…   the field "against" lists what cannot be true at the same time
 *   kind-…       the field "of" lists what an entry is a kind of
 *   apart-…      members with another "as" are not the same, nor one a kind of the other, whatever WordNet says
 *   sibling-…    WordNet words whose different kinds exclude each other */
#pragma once

#include "conflict/finder.h"

typedef enum {
  BEL_WORD_UNRELATED,
  BEL_WORD_SAME,
  BEL_WORD_SYNONYM,
  BEL_WORD_NARROWER, /**< the first is a kind of the second */
  BEL_WORD_WIDER,
  BEL_WORD_OPPOSITE,  /**< antonyms */
  BEL_WORD_EXCLUSIVE, /**< different members of one set */
} BelWordRelation;

typedef struct {
  BelWordRelation relation;
  float trust;     /**< 0…1 */
  const char *set; /**< (nullable) the lexicon that says so; "wordnet" */
} BelWordMatch;

BelWords *bel_words_new (BelFinder *finder);

/** Compares two words or phrases (lower-case lemmas parted by spaces) of one part of speech. Answers are kept. */
BelWordMatch bel_words_compare (BelFinder *finder, BelSym a, BelSym b, BelPos pos);

/** As bel_words_compare(), of what the rules say alone. */
BelWordMatch bel_words_by_rule (BelFinder *finder, BelSym a, BelSym b);

/** Whether any rule or WordNet knows @term (several words) as one word. */
bool bel_words_known (BelFinder *finder, const char *term, BelPos pos);
