/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Whether two noun phrases speak of one thing, and which of them says more. */
#pragma once

#include "conflict/finder.h"

typedef enum {
  BEL_MATCH_NONE, /**< different things, or nothing is known */
  BEL_MATCH_SAME,
  BEL_MATCH_NARROWER, /**< the first says more: whatever it is true of, the second is true of */
  BEL_MATCH_WIDER,
  BEL_MATCH_OVERLAP,   /**< each says something the other does not */
  BEL_MATCH_EXCLUSIVE, /**< alike but for a word that excludes the other's */
} BelMatchKind;

typedef struct {
  BelMatchKind kind;
  float trust;               /**< 0…1 */
  uint32_t token_a, token_b; /**< of an exclusive match: the words that exclude each other; else BEL_NONE */
  bool weak;                 /**< through metonymy, a pronoun's guess or a description of a name */
} BelMatch;

/** A noun phrase of one of the compared documents. */
typedef struct {
  uint32_t document;
  uint32_t head;   /**< token */
  uint32_t entity; /**< or BEL_NONE */
  uint32_t
      without; /**< a token, such as the clause it is compared in, that counts as no modifier of it; 0 or BEL_NONE: none */
} BelNoun;

/** How two phrases are looked at. */
typedef enum {
  BEL_PHRASE_KIND_OF
  = 1 << 0, /**< the second stands under a negation or is asked of in general: any kind of it will do */
  BEL_PHRASE_BESIDE = 1 << 1, /**< two accounts set side by side: what is called alike there is one thing */
} BelPhraseView;

/** Compares @a with @b. In a draft (no same_situation) phrases without names are one thing only when coreference
 * says so, when they are definite and worded alike, or as @view tells, a sum of BelPhraseView. */
BelMatch bel_phrase_compare (BelFinder *finder, BelNoun a, BelNoun b, BelPhraseView view);

/** For a pronoun, the mention that says most of its entity: a name, else a noun; else @noun itself. */
BelNoun bel_phrase_best_mention (const BelFinder *finder, BelNoun noun);

/** Whether the phrase is kept from being by its determiner: "no man", "nobody", "none of them". */
bool bel_phrase_negated (const BelFinder *finder, BelNoun noun);
/** Whether it is all of its kind: "every man", "all men". */
bool bel_phrase_universal (const BelFinder *finder, BelNoun noun);
/** Whether it is an indefinite: "a man", "some men", "two men". */
bool bel_phrase_indefinite (const BelFinder *finder, BelNoun noun);
/** Whether it is an indefinite that counts or has an article: "a man", "two men", not "men". */
bool bel_phrase_brings_in (const BelFinder *finder, BelNoun noun);
/** Whether it has a name for its head. */
bool bel_phrase_named (const BelFinder *finder, BelNoun noun);
/** Whether it stands for a state, an army or another body that acts for one: "troops", "government planes", "the ministry". */
bool bel_phrase_is_organ (const BelFinder *finder, BelNoun noun);
