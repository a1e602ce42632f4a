/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Averaged perceptron over hashed rows: the trainable twin of syntax/linear.h. */
#pragma once

#include "train/train.h"

typedef struct {
  uint32_t n_classes;
  uint32_t width; /**< n_classes rounded up to 16 */
  uint32_t log2_rows;
  float *weights;
  float *sums; /**< of time × change, for the average */
  float time;
  uint8_t *counts; /**< how often a row was met, by perceptron_count() */
} Perceptron;

Perceptron *perceptron_new (uint32_t n_classes, uint32_t log2_rows);
void perceptron_free (Perceptron *perceptron);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Perceptron, perceptron_free)

/** Rare features do more harm than good: count them first, then keep those met @least times. */
void perceptron_count (Perceptron *perceptron, const uint32_t *features, uint32_t n);
/** Returns: how many of @features stay. */
uint32_t perceptron_filter (const Perceptron *perceptron, uint32_t *features, uint32_t n, uint32_t least);

/** Sets @scores (width of them). */
void perceptron_score (const Perceptron *perceptron, const uint32_t *features, uint32_t n, float *scores);
/** Moves the features towards class @good and away from @bad. */
void perceptron_update (Perceptron *perceptron, const uint32_t *features, uint32_t n, uint32_t good, uint32_t bad);
/** The averaged weights in one byte each, of which the @max_entries largest stay: the bytes of a BelLinear. */
GByteArray *perceptron_pack (const Perceptron *perceptron, uint32_t max_entries);
