/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the models see of a word: hashes of its spelling, its parts and its shape, and its place in the
 * lexicon. The trainer and the run time both come here, so that they can't differ. */
#pragma once

#include "syntax/model.h"

#define BEL_WORD_SUFFIXES 4
#define BEL_WORD_PREFIXES 3
/** Lexicon index and cluster of a word that is not in the lexicon. */
#define BEL_WORD_UNKNOWN UINT32_MAX
#define BEL_CLUSTER_UNKNOWN 255u

typedef struct {
  uint32_t form;                      /**< hash of the word as written, quotation marks and apostrophes evened out */
  uint32_t lower;                     /**< the same in lower case */
  uint32_t digits;                    /**< the same with every digit as 0 */
  uint32_t suffix[BEL_WORD_SUFFIXES]; /**< the last 1…4 letters, lower case */
  uint32_t prefix[BEL_WORD_PREFIXES]; /**< the first 1…3 letters, lower case */
  uint32_t shape;  /**< "Xx", "X.X.", "d,d": runs of capitals, small letters, digits; the rest as it is */
  uint32_t vector; /**< row of the lexicon, or BEL_WORD_UNKNOWN */
  uint8_t cluster; /**< distributional cluster, fine and coarse; BEL_CLUSTER_UNKNOWN when unknown */
  uint8_t coarse;
  uint8_t capital; /**< 0 none, 1 first letter, 2 all letters (two or more) */
} BelWord;

/** Words of general English with their clusters and vectors; a view into the section "LEXI". */
typedef struct {
  uint32_t n;
  uint32_t n_dims;         /**< of a vector; two dimensions a byte */
  const uint32_t *buckets; /**< BEL_LEXICON_BUCKETS + 1 first rows, by the high bits of the hash */
  const uint32_t *hashes;  /**< BelWord.lower, ascending */
  const uint8_t *clusters; /**< fine and coarse, by turns */
  const float *scales;     /**< of each dimension */
  const uint8_t *vectors;  /**< n × n_dims / 2: signed four-bit numbers plus 8, low half first */
} BelLexicon;

#define BEL_LEXICON_BITS 12
#define BEL_LEXICON_BUCKETS (1u << BEL_LEXICON_BITS)

typedef struct {
  uint32_t n;
  uint32_t n_dims;
  uint32_t zero[14];
} BelLexiconHeader;

/** Views the section "LEXI" of @n_bytes bytes. Returns: FALSE when its sizes do not fit together. */
gboolean bel_lexicon_init (BelLexicon *lexicon, const void *section, size_t n_bytes);

/** Row of the word whose BelWord.lower is @hash, or BEL_WORD_UNKNOWN. */
uint32_t bel_lexicon_find (const BelLexicon *lexicon, uint32_t hash);

/** The vector of row @row as it enters the network: unit variance over all dimensions. */
static inline void
bel_lexicon_widen (const BelLexicon *lexicon, uint32_t row, float *out)
{
  const uint8_t *pairs = lexicon->vectors + (size_t) row * lexicon->n_dims / 2;
  for (uint32_t d = 0; d < lexicon->n_dims; d += 2) {
    out[d] = ((float) (pairs[d / 2] & 15) - 8.0f) * lexicon->scales[d];
    out[d + 1] = ((float) (pairs[d / 2] >> 4) - 8.0f) * lexicon->scales[d + 1];
  }
}

/** Looks at the word @text of @n_bytes bytes of UTF-8. @lexicon may be NULL: then no word is known. */
void bel_word_init (BelWord *word, const BelLexicon *lexicon, const char *text, size_t n_bytes);

/** Mixes @value into the hash @hash. */
static inline uint32_t
bel_hash (uint32_t hash, uint32_t value)
{
  hash = (hash ^ value) * 0x9E3779B1u;
  return hash ^ (hash >> 15);
}
