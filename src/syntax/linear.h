/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A linear classifier over hashed features: each feature names a row, each row holds the few classes
 * it speaks for or against, one byte a weight. */
#pragma once

#include "syntax/word.h"

typedef struct {
  uint8_t class;
  int8_t weight;
} BelLinearEntry;

typedef struct {
  uint32_t n_classes;
  uint32_t log2_rows;
  uint32_t n_entries;
  uint32_t n_kept;
} BelLinearHeader;

/** Rows that share a bound: so many kept rows and entries lie before them. */
#define BEL_LINEAR_BLOCK 64u
typedef struct {
  uint32_t rows;
  uint32_t entries;
} BelLinearRank;

/** A view. Most rows are empty: a bit says which are kept, a byte how many entries a kept one has; what lies before
 * each 64 rows is written down. Header | n_rows bits | n_rows / 64 ranks | n_kept sizes, to a multiple of 4 | entries. */
typedef struct {
  uint32_t n_classes;
  uint32_t log2_rows;
  const uint64_t *kept;
  const BelLinearRank *ranks;
  const uint8_t *sizes;
  const BelLinearEntry *entries;
} BelLinear;

/** Views @n_bytes bytes at @data. Returns: FALSE when they are not a classifier. */
gboolean bel_linear_init (BelLinear *linear, const void *data, size_t n_bytes);

static inline uint32_t
bel_linear_row (uint32_t feature, uint32_t log2_rows)
{
  return (feature * 0x85EBCA6Bu) >> (32 - log2_rows);
}

/** Adds the weights of @n features to @scores (n_classes of them). */
void bel_linear_score (const BelLinear *linear, const uint32_t *features, uint32_t n, int32_t *scores);
