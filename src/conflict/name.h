/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Names across mentions and documents: aliases, acronyms, near spellings. */
#pragma once

#include "conflict/phrase.h"

#define BEL_NAME_MAX_WORDS 8

/** A name as words: lower case, without full stops, titles left out by who made the mention. */
typedef struct {
  const char *words[BEL_NAME_MAX_WORDS]; /**< in the finder's symbols */
  uint32_t n;
  bool upper; /**< written in capitals only, as acronyms are */
} BelName;

/** The name that @noun's entity, or @noun itself, bears. Returns: FALSE when there is none. */
bool bel_name_of (BelFinder *finder, BelNoun noun, BelName *out);

/** How surely two names are of one bearer: 1 equal, less for a surname, an acronym or a part, 0 not. */
float bel_names_match (BelFinder *finder, BelNoun a, BelNoun b);
float bel_name_compare (const BelName *a, const BelName *b);

/** A name against a description: "Iravani" and "the ambassador" when the one's own text calls it so. */
BelMatch bel_name_described (BelFinder *finder, BelNoun a, BelNoun b);
/** Whether one is a body and the other all who make it up: "the Senate", "senators". */
bool bel_names_body_and_members (BelFinder *finder, BelNoun a, BelNoun b);

/** Least number of letters to insert, delete, replace or swap with a neighbour; stops counting at @limit. */
unsigned bel_edit_distance (const char *a, const char *b, unsigned limit);
