/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/binary.h"

#include "train/train.h"

#include <math.h>

#define COUNT_BITS 24u
#define L2 2e-6f
#define SCALE 40.0f /* byte weights a unit of log odds */

typedef struct {
  uint32_t first; /* into hashes */
  uint16_t n;
  gboolean yes;
  float weight;
} Example;

struct BelBinaryTrainer {
  uint32_t log2_rows;
  GArray *hashes;
  GArray *examples;
  uint8_t *counts;
};

BelBinaryTrainer *
bel_binary_trainer_new (uint32_t log2_rows)
{
  BelBinaryTrainer *trainer = g_new0 (BelBinaryTrainer, 1);
  trainer->log2_rows = log2_rows;
  trainer->hashes = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  trainer->examples = g_array_new (FALSE, FALSE, sizeof (Example));
  trainer->counts = g_malloc0 (1u << COUNT_BITS);
  return trainer;
}

void
bel_binary_trainer_free (BelBinaryTrainer *trainer)
{
  if (!trainer)
    return;
  g_array_unref (trainer->hashes);
  g_array_unref (trainer->examples);
  g_free (trainer->counts);
  g_free (trainer);
}

void
bel_binary_trainer_add (BelBinaryTrainer *trainer, const BelFeatures *features, gboolean yes, float weight)
{
  Example example = { trainer->hashes->len, (uint16_t) features->n, yes, weight };
  g_array_append_val (trainer->examples, example);
  g_array_append_vals (trainer->hashes, features->hash, features->n);
  for (uint32_t i = 0; i < features->n; i++) {
    uint8_t *count = &trainer->counts[bel_binary_row (features->hash[i] * 0x9E3779B1u, COUNT_BITS)];
    *count = (uint8_t) MIN (*count + 1, 255);
  }
}

/* Rare features out, hashes into rows, once and for all. */
static void
prune (BelBinaryTrainer *trainer, uint32_t cutoff)
{
  uint32_t *hashes = (uint32_t *) (void *) trainer->hashes->data;
  for (guint e = 0; e < trainer->examples->len; e++) {
    Example *example = &g_array_index (trainer->examples, Example, e);
    uint16_t kept = 0;
    for (uint32_t i = 0; i < example->n; i++) {
      uint32_t hash = hashes[example->first + i];
      if (trainer->counts[bel_binary_row (hash * 0x9E3779B1u, COUNT_BITS)] >= cutoff)
        hashes[example->first + kept++] = bel_binary_row (hash, trainer->log2_rows);
    }
    example->n = kept;
  }
}

static float
learn (const BelBinaryTrainer *trainer, const Example *example, float step, float *weights, float *squares)
{
  const uint32_t *rows = (const uint32_t *) (void *) trainer->hashes->data + example->first;
  float sum = 0;
  for (uint32_t i = 0; i < example->n; i++)
    sum += weights[rows[i]];
  float probability = 1.0f / (1.0f + expf (-sum));
  float gradient = (probability - (example->yes ? 1.0f : 0.0f)) * example->weight;
  for (uint32_t i = 0; i < example->n; i++) {
    float g = gradient + L2 * weights[rows[i]];
    squares[rows[i]] += g * g;
    weights[rows[i]] -= step * g / sqrtf (squares[rows[i]] + 1e-2f);
  }
  return example->yes ? -logf (MAX (probability, 1e-9f)) : -logf (MAX (1.0f - probability, 1e-9f));
}

static int8_t *
round_weights (const float *weights, uint32_t n)
{
  int8_t *bytes = g_malloc (n);
  for (uint32_t i = 0; i < n; i++)
    bytes[i] = (int8_t) CLAMP (lrintf (weights[i] * SCALE), -127, 127);
  return bytes;
}

int8_t *
bel_binary_trainer_run (BelBinaryTrainer *trainer, uint32_t n_epochs, float step, uint32_t cutoff, uint32_t seed,
                        const char *name)
{
  uint32_t n_rows = 1u << trainer->log2_rows, n = trainer->examples->len;
  g_autofree float *weights = g_new0 (float, n_rows);
  g_autofree float *squares = g_new0 (float, n_rows);
  g_autofree float *sums = g_new0 (float, n_rows);
  g_autofree uint32_t *order = g_new (uint32_t, n);
  Random random = random_seed (seed);
  prune (trainer, cutoff);
  for (uint32_t i = 0; i < n; i++)
    order[i] = i;
  for (uint32_t epoch = 0; epoch < n_epochs; epoch++) {
    double loss = 0;
    random_shuffle (&random, order, n);
    for (uint32_t i = 0; i < n; i++)
      loss += learn (trainer, &g_array_index (trainer->examples, Example, order[i]), step, weights, squares);
    for (uint32_t i = 0; i < n_rows && epoch >= n_epochs / 2; i++)
      sums[i] += weights[i] / (float) (n_epochs - n_epochs / 2);
    train_log ("%s: epoch %u of %u, %u decisions, loss %.5f", name, epoch + 1, n_epochs, n, loss / n);
  }
  return round_weights (sums, n_rows);
}
