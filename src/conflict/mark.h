/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What short word lists of the rules say of each token, read once a document: judges ask it of whole sentences, for each pair. */
#pragma once

#include "conflict/finder.h"

/** What a word says of a figure, by the lexicon "update-cue". */
typedef enum {
  BEL_SIDE_NONE,
  BEL_SIDE_OLD,
  BEL_SIDE_NEW,
  BEL_SIDE_CHANGE,
  BEL_SIDE_TALLY,
} BelSide;

/** Of the token @t of @document. */
BelSide bel_mark_side (BelFinder *finder, uint32_t document, uint32_t t);
/** "another", "again": a strong word of "contrast-cue". */
bool bel_mark_sets_apart (BelFinder *finder, uint32_t document, uint32_t t);
/** "somebody", "nothing": stands for anything of its kind. */
bool bel_mark_is_any (BelFinder *finder, uint32_t document, uint32_t t);
/** "another", "other". */
bool bel_mark_is_other (BelFinder *finder, uint32_t document, uint32_t t);
