/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A yes-or-no classifier over hashed features: one byte a weight, summed as integers, so that its
 * answers are the same on every machine. Yes is a sum above 0. */
#pragma once

#include <stdint.h>

#define BEL_BINARY_MAX_FEATURES 64

typedef struct {
  uint32_t log2_rows;
  const int8_t *weights;
} BelBinary;

/** Feature hashes of one decision, collected by the functions that look at the text. */
typedef struct {
  uint32_t n;
  uint32_t n_plain; /**< those before this place do not know the very word, only its kind and shape */
  uint32_t hash[BEL_BINARY_MAX_FEATURES];
} BelFeatures;

static inline uint32_t
bel_binary_mix (uint32_t hash, uint32_t value)
{
  hash = (hash ^ value) * 0x9E3779B1u;
  return hash ^ (hash >> 15);
}

/** Adds the feature (@template, @value). */
static inline void
bel_features_add (BelFeatures *features, uint32_t template, uint32_t value)
{
  features->hash[features->n++] = bel_binary_mix (template * 0x85EBCA6Bu + 0x27D4EB2Fu, value);
}

static inline void
bel_features_add2 (BelFeatures *features, uint32_t template, uint32_t a, uint32_t b)
{
  bel_features_add (features, template, bel_binary_mix (a * 0xC2B2AE35u + 1, b));
}

static inline void
bel_features_add3 (BelFeatures *features, uint32_t template, uint32_t a, uint32_t b, uint32_t c)
{
  bel_features_add2 (features, template, bel_binary_mix (a * 0x165667B1u + 7, b), c);
}

static inline uint32_t
bel_binary_row (uint32_t hash, uint32_t log2_rows)
{
  return (hash * 0xC2B2AE3Du) >> (32 - log2_rows);
}

static inline int32_t
bel_binary_score (const BelBinary *binary, const BelFeatures *features)
{
  int32_t sum = 0;
  for (uint32_t i = 0; i < features->n; i++)
    sum += binary->weights[bel_binary_row (features->hash[i], binary->log2_rows)];
  return sum;
}
