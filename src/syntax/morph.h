/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Lemmas and features of tagged words: the section "MORF".
 *
 * A lemma is the lower-case word with an ending taken off and another put on. Which, says the entry of the whole
 * word (went, VBD: −4 +go) or else that of its longest known ending (-ies, NNS: −3 +y). Features are those that most
 * words of these tags have, unless the word has an entry of its own; those of verbs that depend on the clause are set
 * from the tree (bel_morph_clause()). */
#pragma once

#include "document/document.h"

#define BEL_MORPH_MAX_SUFFIX 6u
#define BEL_MORPH_APPEND_BYTES 14u

typedef struct {
  uint8_t n_strip;  /**< bytes */
  uint8_t n_append; /**< bytes */
  char append[BEL_MORPH_APPEND_BYTES];
} BelMorphScript;

/** Followed by: scripts | feats of (pos, xpos) | list of feats | hashes of lemma entries | hashes of feats entries |
 * scripts of lemma entries (16 bits) | feats of feats entries (16 bits). */
typedef struct {
  uint32_t n_scripts;
  uint32_t n_feats;
  uint32_t n_lemma_slots; /**< powers of two */
  uint32_t n_feats_slots;
} BelMorphHeader;

typedef struct {
  const BelMorphScript *scripts;
  const BelFeats *defaults; /**< BEL_N_POS × BEL_N_XPOS */
  const BelFeats *feats;
  const uint32_t *lemma_hashes; /**< 0 is a free slot */
  const uint32_t *feats_hashes;
  const uint16_t *lemma_scripts;
  const uint16_t *feats_numbers;
  uint32_t n_scripts;
  uint32_t n_feats;
  uint32_t lemma_mask;
  uint32_t feats_mask;
} BelMorph;

/** Views the section. Returns: FALSE when its sizes do not fit together. */
gboolean bel_morph_init (BelMorph *morph, const void *section, size_t n_bytes);

/** Keys of the entries; never 0. */
uint32_t bel_morph_word_key (const char *lower, size_t n_bytes, BelXpos xpos);
uint32_t bel_morph_suffix_key (const char *suffix, size_t n_bytes, BelXpos xpos);
uint32_t bel_morph_feats_key (const char *lower, size_t n_bytes, BelPos pos, BelXpos xpos);

/** The script for the @n_bytes bytes at @lower; NULL: the word is its own lemma. */
const BelMorphScript *bel_morph_script (const BelMorph *morph, const char *lower, size_t n_bytes, BelXpos xpos);

/** Features of the word by itself. */
BelFeats bel_morph_feats (const BelMorph *morph, const char *lower, size_t n_bytes, BelPos pos, BelXpos xpos);

/** Whether the lemma of a word of this tag keeps the case of the text. */
static inline bool
bel_morph_keeps_case (BelPos pos, BelXpos xpos)
{
  return pos == BEL_POS_PROPN || xpos == BEL_XPOS_NNP || xpos == BEL_XPOS_NNPS || xpos == BEL_XPOS_ADD;
}

/** Features of token @t that its clause decides: person and number of the subject, mood, voice, kind of participle. */
BelFeats bel_morph_clause (const BelDocument *document, uint32_t t, BelFeats feats);

/** Case of a personal pronoun that has only one form, from what it is to its head. */
BelFeats bel_morph_case (const BelDocument *document, uint32_t t, BelFeats feats);

/** Fills lemma (where it is 0) and feats (where they are 0) of all tokens. */
void bel_morph_fill (const BelMorph *morph, BelDocument *document);
