/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Two sentences laid side by side word for word: what is alike and where they part.
 *
 * An edit view of entailment (MacCartney & Manning 2008: each edit has a relation, and the relations are
 * joined), used where two sentences say the same thing in mostly the same words. */
#pragma once

#include "conflict/finder.h"

typedef enum {
  BEL_GAP_NOTHING,  /**< articles, auxiliaries, commas */
  BEL_GAP_SAME,     /**< synonyms */
  BEL_GAP_NARROWER, /**< the first is a kind of the second, or says something more */
  BEL_GAP_WIDER,
  BEL_GAP_EXCLUSIVE, /**< members of a set that exclude each other */
  BEL_GAP_OPPOSITE,  /**< antonyms */
  BEL_GAP_QUANTITY,  /**< numbers that no number satisfies both of */
  BEL_GAP_TIME,      /**< dates that share no day */
  BEL_GAP_OTHER,     /**< different, and nothing is known */
} BelGapKind;

typedef struct {
  BelGapKind kind;
  float trust;
  uint32_t first_a, last_a; /**< tokens; first > last: nothing there */
  uint32_t first_b, last_b;
  uint32_t token_a, token_b; /**< the words that were compared, or BEL_NONE */
  const char *set;           /**< (nullable) the lexicon that relates them */
  bool both;                 /**< each side has words */
} BelGap;

#define BEL_MAX_GAPS 24
#define BEL_MAX_PAIRS 120

typedef struct {
  BelGap gaps[BEL_MAX_GAPS];
  uint32_t n_gaps;
  bool read;                             /**< bel_wording_read_gaps() has been here */
  uint32_t n_by_kind[BEL_GAP_OTHER + 1]; /**< of gaps, once they are read */
  uint32_t n_common;                     /**< content words in both */
  uint32_t n_content_a, n_content_b;
  uint32_t n_negations_a, n_negations_b;                 /**< not, no, never, nobody … */
  bool too_many;                                         /**< more gaps than are kept: hardly alike */
  uint32_t pair_a[BEL_MAX_PAIRS], pair_b[BEL_MAX_PAIRS]; /**< tokens laid beside each other */
  uint32_t n_pairs;
} BelWording;

/** Lays sentence @sentence_a of one document beside @sentence_b of another (or the same). Where they part is found, how the
 * words there stand to each other is left to bel_wording_read_gaps(). */
void bel_wording_compare (BelFinder *finder, uint32_t doc_a, uint32_t sentence_a, uint32_t doc_b, uint32_t sentence_b,
                          BelWording *out);

/** Fills in kind, trust and set of the gaps, which costs most. */
void bel_wording_read_gaps (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, BelWording *wording);

/** Whether token @t negates: "not", "n't", "no", "never", "nobody", "without" … */
bool bel_token_negates (const BelDocument *document, uint32_t t);
/** Whether token @t carries meaning of its own: no article, auxiliary, punctuation mark or conjunction. */
bool bel_token_is_content (const BelDocument *document, uint32_t t);
