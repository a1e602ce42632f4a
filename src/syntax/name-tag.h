/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Proper names and what they name: the section "NAME".
 *
 * A classifier walks left to right over the places where a name may be (capitals, and the small words between them)
 * and begins, continues or leaves out a name. A second look at the whole story makes "Smith" a person where "John
 * Smith" is one.
 *
 *   Gen. [John Smith]person of the [U.S. Army]organization in [Paris]place
 *
 * Titles ("Gen.", "President") are not part of a person's name. Dates are no names. */
#pragma once

#include "syntax/linear.h"

#define BEL_NAME_FEATURES 64
/** Words of the longest phrase that is looked up. */
#define BEL_NAME_MAX_PHRASE 3u
/** 0 no name; 2 × type − 1 begins one of BelNameType, 2 × type continues it. */
#define BEL_NAME_CLASSES 9u

/** Bits of what is known of a word or phrase; the first are the kinds of models/name-words.txt in their order. */
enum {
  BEL_NAME_TITLE = 1,
  BEL_NAME_ORG_WORD = 2,
  BEL_NAME_PLACE_WORD = 4,
  BEL_NAME_OTHER_WORD = 8,
  BEL_NAME_PARTICLE = 16,
  BEL_NAME_CALENDAR = 32,
  BEL_NAME_COUNTRY = 64,
  BEL_NAME_STATE = 128,
  BEL_NAME_CITY = 256,
  BEL_NAME_MALE = 512,
  BEL_NAME_FEMALE = 1024,
  BEL_NAME_PHRASE_START = 2048, /**< not of the word itself: a longer entry begins with it */
  BEL_NAME_KNOWN_PERSON = 4096, /**< WordNet has a person, a place, a group, something else of that name */
  BEL_NAME_KNOWN_PLACE = 8192,
  BEL_NAME_KNOWN_ORG = 16384,
  BEL_NAME_KNOWN_OTHER = 32768,
};

typedef struct {
  uint32_t n_slots; /**< a power of two */
  uint32_t zero[3];
} BelNamerHeader;

/** A view: header | hashes | bits | padding to 16 | a BelLinear. */
typedef struct {
  uint32_t mask;
  const uint32_t *hashes;
  const uint16_t *bits;
  BelLinear linear;
} BelNamer;

/** Views the section. Returns: FALSE when its sizes do not fit together. */
gboolean bel_namer_init (BelNamer *namer, const void *section, size_t n_bytes);

/** Key of a word or of words joined by blanks, lower case; never 0. */
uint32_t bel_namer_key (const char *lower, size_t n_bytes);
uint32_t bel_namer_key_join (uint32_t key, const char *lower, size_t n_bytes);

/** What is known of @key, 0 when nothing is. */
uint16_t bel_namer_bits (const BelNamer *namer, uint32_t key);

/** What one sentence looks like to the recognizer; arrays of its n tokens. */
typedef struct {
  const BelDocument *document;
  uint32_t first;
  uint32_t n;
  BelWord *words;
  uint16_t *bits;
  uint16_t *phrase;  /**< bits of the longest phrase of the lists that the token is in */
  uint8_t *open;     /**< whether a name may be here */
  uint8_t *run;      /**< place in its run of capitals, from 1; 0 outside */
  uint8_t *run_left; /**< how many follow in the run */
} BelNameView;

/** Makes room in @arena for sentences of up to @n_most tokens. */
void bel_name_view_init (BelNameView *view, BelArena *arena, uint32_t n_most);
void bel_name_view_set (BelNameView *view, const BelNamer *namer, const BelLexicon *lexicon,
                        const BelDocument *document, uint32_t sentence);

/** Features of token @i of the sentence; @classes: those of the tokens before it. Returns: how many. */
uint32_t bel_name_features (const BelNameView *view, const uint8_t *classes, uint32_t i,
                            uint32_t features[BEL_NAME_FEATURES]);

/** Whether class @next may follow class @before. */
static inline bool
bel_name_may_follow (uint32_t before, uint32_t next)
{
  return next % 2 == 1 || next == 0 || before == next || before + 1 == next;
}

/** Fills tokens.name and tokens.name_first of the document. */
void bel_namer_run (const BelNamer *namer, const BelLexicon *lexicon, BelDocument *document);

/** The second look, of bel_namer_run(): first names joined with their surnames, full names that are known from elsewhere in the
 * story, surnames alone, one type a name. @arena: for the time of the call. */
void bel_names_settle (const BelNamer *namer, BelDocument *document, BelArena *arena);
