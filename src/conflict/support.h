/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How far a longer text speaks of what a short sentence says, words wherever they stand.
 *
 * For pairs of texts that are taken as being of one situation: a headline against a claim, a hypothesis against a paragraph.
 * Where wording.h lays two sentences of about one length side by side, here each content word of the one is sought
 * in the other, by its lemma, as a synonym, a kind, a derivation, a part of a name; and the arcs between the words found are
 * compared. */
#pragma once

#include "conflict/finder.h"

#define BEL_MAX_SUPPORT 48

typedef struct {
  uint32_t token; /**< in the short sentence */
  uint32_t found; /**< its like in the text's sentence, or BEL_NONE */
  float trust;    /**< 0…1, 0 without one */
  float weight;   /**< names and numbers tell most */
  bool exact;
  bool name;
} BelSupported;

typedef struct {
  BelSupported words[BEL_MAX_SUPPORT];
  uint32_t n;
  float cover;         /**< share of the weight that was found */
  float exact;         /**< by the same lemma */
  float reverse;       /**< share of the text's content words that are in the short sentence */
  float arcs;          /**< share of the arcs between words found that are as short in the text */
  float direct;        /**< share of those that are arcs in the text too */
  uint32_t other_case; /**< words found that stand under another preposition */
  bool subject_kept;   /**< root and subject were found, and the one is said of the other in the text too */
  bool subject_moved;  /**< both were found, and it is not */
  bool lacking;        /**< its subject or object is not spoken of */
  uint32_t lost_names; /**< names and numbers found nowhere in the text's document */
  uint32_t root;       /**< the like of the short sentence's root, or BEL_NONE */
  bool root_exact;
} BelSupport;

/** Seeks the words of sentence @b in sentence @a of another document. */
void bel_support_read (BelFinder *finder, const BelProp *a, const BelProp *b, BelSupport *out);

/** The like in the text of the short sentence's word @token; BEL_NONE without one. */
uint32_t bel_support_found (const BelSupport *support, uint32_t token);

/** How far the word at @ta of one document says what that at @tb of another says: 1 for the same lemma, less for a synonym, a
 * kind, a derivation, a predicate that entails the other's; 0: not at all. */
float bel_word_says (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb);

/** What the sentence says of the clause that @token stands in: 1 it is so, -1 it is not, 0 neither. */
int bel_truth_at (BelFinder *finder, uint32_t document, uint32_t token);

/** Whether the second sentence is the shorter one, of a text no longer than the first's. */
bool bel_is_shorter (const BelDocument *doc_a, const BelSentence *s_a, const BelDocument *doc_b,
                     const BelSentence *s_b);
