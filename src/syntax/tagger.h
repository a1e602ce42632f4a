/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Universal and Penn tags together, left to right, by a linear classifier (averaged perceptron,
 * Collins 2002). Section "TAGS": BelTaggerHeader, pairs of tags, padding to 16, a BelLinear. */
#pragma once

#include "syntax/linear.h"

#define BEL_TAGGER_FEATURES 40
#define BEL_TAGGER_MAX_TAGS 200

typedef struct {
  uint32_t n_tags;
  uint32_t zero[3];
} BelTaggerHeader;

typedef struct {
  uint8_t pos;  /**< BelPos */
  uint8_t xpos; /**< BelXpos */
} BelTagPair;

typedef struct {
  uint32_t n_tags;
  const BelTagPair *pairs;
  BelLinear linear;
} BelTagger;

/** Views the section. Returns: FALSE when it does not hold a tagger. */
gboolean bel_tagger_init (BelTagger *tagger, const void *section, size_t n_bytes);

/** Features of word @i of @n; @tags: those of the words before it. Returns: how many. */
uint32_t bel_tagger_features (const BelWord *words, const uint8_t *tags, uint32_t i, uint32_t n,
                              uint32_t features[BEL_TAGGER_FEATURES]);

/** Tags @n words; *@tags are numbers of pairs. */
void bel_tagger_run (const BelTagger *tagger, const BelWord *words, uint32_t n, uint8_t *tags);
