/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/perceptron.h"

#include <math.h>
#include <string.h>

Perceptron *
perceptron_new (uint32_t n_classes, uint32_t log2_rows)
{
  Perceptron *perceptron = g_new0 (Perceptron, 1);
  perceptron->n_classes = n_classes;
  perceptron->width = (n_classes + 15) / 16 * 16;
  perceptron->log2_rows = log2_rows;
  size_t n = (size_t) perceptron->width << log2_rows;
  perceptron->weights = g_new0 (float, n);
  perceptron->sums = g_new0 (float, n);
  perceptron->counts = g_new0 (uint8_t, (size_t) 1 << log2_rows);
  return perceptron;
}

void
perceptron_free (Perceptron *perceptron)
{
  if (!perceptron)
    return;
  g_free (perceptron->weights);
  g_free (perceptron->sums);
  g_free (perceptron->counts);
  g_free (perceptron);
}

void
perceptron_count (Perceptron *perceptron, const uint32_t *features, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    uint8_t *count = &perceptron->counts[bel_linear_row (features[i], perceptron->log2_rows)];
    *count += *count < UINT8_MAX;
  }
}

uint32_t
perceptron_filter (const Perceptron *perceptron, uint32_t *features, uint32_t n, uint32_t least)
{
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n; i++)
    if (perceptron->counts[bel_linear_row (features[i], perceptron->log2_rows)] >= least)
      features[kept++] = features[i];
  return kept;
}

void
perceptron_score (const Perceptron *perceptron, const uint32_t *features, uint32_t n, float *restrict scores)
{
  uint32_t width = perceptron->width;
  memset (scores, 0, width * sizeof (float));
  for (uint32_t i = 0; i < n; i++)
    __builtin_prefetch (perceptron->weights + (size_t) bel_linear_row (features[i], perceptron->log2_rows) * width);
  for (uint32_t i = 0; i < n; i++) {
    const float *row = perceptron->weights + (size_t) bel_linear_row (features[i], perceptron->log2_rows) * width;
    for (uint32_t c = 0; c < width; c++)
      scores[c] += row[c];
  }
}

void
perceptron_update (Perceptron *perceptron, const uint32_t *features, uint32_t n, uint32_t good, uint32_t bad)
{
  for (uint32_t i = 0; i < n; i++) {
    size_t row = (size_t) bel_linear_row (features[i], perceptron->log2_rows) * perceptron->width;
    perceptron->weights[row + good] += 1;
    perceptron->sums[row + good] += perceptron->time;
    perceptron->weights[row + bad] -= 1;
    perceptron->sums[row + bad] -= perceptron->time;
  }
}

static float
average (const Perceptron *perceptron, size_t i)
{
  return perceptron->weights[i] - perceptron->sums[i] / MAX (perceptron->time, 1.0f);
}

#define N_BINS 4096

/* Bins of the magnitudes, up to @largest. */
static void
count_magnitudes (const Perceptron *perceptron, float largest, uint32_t bins[N_BINS])
{
  size_t n = (size_t) perceptron->width << perceptron->log2_rows;
  memset (bins, 0, N_BINS * sizeof *bins);
  for (size_t i = 0; i < n; i++) {
    float x = fabsf (average (perceptron, i));
    if (x > 0)
      bins[MIN ((uint32_t) (x / largest * N_BINS), N_BINS - 1)]++;
  }
}

/* The magnitude above which there are no more than @n weights. */
static float
quantile (const uint32_t bins[N_BINS], float largest, uint32_t n)
{
  uint32_t above = 0;
  int b = N_BINS;
  while (b > 0 && above + bins[b - 1] <= n)
    above += bins[--b];
  return largest * (float) b / N_BINS;
}

static void
pack_row (const Perceptron *perceptron, uint32_t row, float step, float least, GArray *entries)
{
  for (uint32_t c = 0; c < perceptron->n_classes; c++) {
    float x = average (perceptron, (size_t) row * perceptron->width + c);
    if (fabsf (x) <= least)
      continue;
    BelLinearEntry entry = { .class = (uint8_t) c, .weight = (int8_t) CLAMP (lrintf (x / step), -127, 127) };
    g_array_append_val (entries, entry);
  }
}

GByteArray *
perceptron_pack (const Perceptron *perceptron, uint32_t max_entries)
{
  size_t n = (size_t) perceptron->width << perceptron->log2_rows;
  uint32_t n_rows = 1u << perceptron->log2_rows, bins[N_BINS];
  float largest = 1e-6f;
  for (size_t i = 0; i < n; i++)
    largest = MAX (largest, fabsf (average (perceptron, i)));
  count_magnitudes (perceptron, largest, bins);
  float step = largest / 127;
  float least = MAX (quantile (bins, largest, max_entries), step / 2);
  g_autofree uint64_t *kept = g_new0 (uint64_t, n_rows / BEL_LINEAR_BLOCK);
  g_autofree BelLinearRank *ranks = g_new0 (BelLinearRank, n_rows / BEL_LINEAR_BLOCK);
  g_autoptr (GByteArray) sizes = g_byte_array_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (BelLinearEntry));
  for (uint32_t row = 0; row < n_rows; row++) {
    uint32_t begin = entries->len;
    if (row % BEL_LINEAR_BLOCK == 0)
      ranks[row / BEL_LINEAR_BLOCK] = (BelLinearRank){ sizes->len, entries->len };
    pack_row (perceptron, row, step, least, entries);
    if (entries->len == begin)
      continue;
    kept[row / BEL_LINEAR_BLOCK] |= (uint64_t) 1 << row % BEL_LINEAR_BLOCK;
    guint8 size = (guint8) (entries->len - begin);
    g_byte_array_append (sizes, &size, 1);
  }
  BelLinearHeader header = { .n_classes = perceptron->n_classes,
                             .log2_rows = perceptron->log2_rows,
                             .n_entries = entries->len,
                             .n_kept = sizes->len };
  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  g_byte_array_append (out, (const guint8 *) kept, n_rows / 8);
  g_byte_array_append (out, (const guint8 *) ranks, n_rows / BEL_LINEAR_BLOCK * (guint) sizeof (BelLinearRank));
  g_byte_array_append (out, sizes->data, sizes->len);
  g_byte_array_append (out, (const guint8 *) "\0\0\0", (4 - sizes->len % 4) % 4);
  g_byte_array_append (out, (const guint8 *) entries->data, entries->len * (guint) sizeof (BelLinearEntry));
  train_log ("%u rows, %u entries", header.n_kept, header.n_entries);
  return out;
}
