/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "pack": the network's weights into the integers of the section "PARS". */
#include "train/net-private.h"
#include "train/parser.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_WEIGHT 63 /* so that two products with a byte fit into 16 bits */
#define CALIBRATION_WORDS 20000u

static void
put (GByteArray *out, const void *data, size_t n_bytes)
{
  static const guint8 ZEROS[BEL_MODEL_ALIGN];
  g_byte_array_append (out, data, (guint) n_bytes);
  g_byte_array_append (out, ZEROS, (guint) ((BEL_MODEL_ALIGN - n_bytes % BEL_MODEL_ALIGN) % BEL_MODEL_ALIGN));
}

static void
put_floats (GByteArray *out, const float *data, size_t n, size_t n_padded)
{
  g_autofree float *padded = g_new0 (float, n_padded);
  if (data)
    memcpy (padded, data, n * sizeof (float));
  put (out, padded, n_padded * sizeof (float));
}

/* One byte a number; returns what a step is worth. */
static float
put_table (GByteArray *out, const float *data, size_t n)
{
  g_autofree int8_t *bytes = g_malloc (n);
  float most = 1e-9f;
  for (size_t i = 0; i < n; i++)
    most = MAX (most, fabsf (data[i]));
  for (size_t i = 0; i < n; i++)
    bytes[i] = (int8_t) lrintf (data[i] * 127 / most);
  put (out, bytes, n);
  return most / 127;
}

/* The step with which column @j loses least, in the sense of squares. */
static float
best_step (const float *weights, uint32_t k, uint32_t n, uint32_t j)
{
  float most = 1e-9f, best = 0;
  double least = INFINITY;
  for (uint32_t p = 0; p < k; p++)
    most = MAX (most, fabsf (weights[(size_t) p * n + j]));
  for (int cut = 0; cut < 10; cut++) {
    float step = most * (1 - 0.05f * (float) cut) / MOST_WEIGHT;
    double loss = 0;
    for (uint32_t p = 0; p < k; p++) {
      float w = weights[(size_t) p * n + j];
      float q = CLAMP (roundf (w / step), -MOST_WEIGHT, MOST_WEIGHT) * step;
      loss += (w - q) * (w - q);
    }
    if (loss < least) {
      least = loss;
      best = step;
    }
  }
  return best;
}

/* @weights: k × n. @range: the largest magnitude that goes in. */
static void
put_product (GByteArray *out, const float *weights, uint32_t k, uint32_t n, float in_scale)
{
  uint32_t n2 = (n + BEL_KERNEL_COLUMNS - 1) / BEL_KERNEL_COLUMNS * BEL_KERNEL_COLUMNS;
  g_autofree int8_t *bytes = g_malloc0 ((size_t) k * n2);
  g_autofree int32_t *zero = g_new0 (int32_t, n2);
  g_autofree float *scale = g_new0 (float, n2);
  for (uint32_t j = 0; j < n; j++) {
    float step = best_step (weights, k, n, j);
    scale[j] = step / in_scale;
    for (uint32_t p = 0; p < k; p++) {
      long q = CLAMP (lrintf (weights[(size_t) p * n + j] / step), -MOST_WEIGHT, MOST_WEIGHT);
      bytes[(size_t) (j / 16) * k * 16 + p / 4 * 64 + j % 16 * 4 + p % 4] = (int8_t) q;
      zero[j] += BEL_KERNEL_ZERO * (int32_t) q;
    }
  }
  put (out, bytes, (size_t) k * n2);
  put (out, zero, n2 * sizeof *zero);
  put (out, scale, n2 * sizeof *scale);
}

GByteArray *
parser_pack (const ParserTask *task, const float *weights, const float *ranges)
{
  const NetLayout *layout = &task->layout;
  const BelParserShape *shape = &layout->shape;
  uint32_t width = 2 * shape->hidden, read = bel_parser_read_width (shape);
  BelParserHeader header = { .shape = *shape, .n_vocabulary = task->vocabulary->len };
  float *in = header.in_scales;
  for (uint32_t i = 0; i < BEL_PARSER_PRODUCTS; i++)
    in[i] = 127 / MAX (ranges[i], 1e-6f);
  GByteArray *out = g_byte_array_new ();
  put (out, &header, sizeof header);
  put (out, task->vocabulary->data, task->vocabulary->len * sizeof (uint32_t));
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++)
    header.table_scales[g] = put_table (out, weights + layout->tables[g], (size_t) shape->rows[g] * shape->dims[g]);
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    const NetLayer *layer = &layout->layers[l];
    put_product (out, weights + layer->weights, bel_parser_layer_in (shape, l), width * bel_parser_gates (shape, l),
                 in[l]);
    put_floats (out, weights + layer->forget_c, width, width);
    put_floats (out, weights + layer->reset_c, width, width);
    put_floats (out, weights + layer->forget_b, width, width);
    put_floats (out, weights + layer->reset_b, width, width);
  }
  uint32_t columns = BEL_KERNEL_COLUMNS;
  put_product (out, weights + layout->read, width, read, in[BEL_PARSER_MAX_LAYERS]);
  put_floats (out, weights + layout->read_b, read, (read + columns - 1) / columns * columns);
  put_product (out, weights + layout->arc, shape->d_arc, shape->d_arc, in[BEL_PARSER_MAX_LAYERS + 1]);
  put_floats (out, NULL, 0, (shape->d_arc + columns - 1) / columns * columns);
  put_floats (out, weights + layout->arc_head, shape->d_arc, shape->d_arc);
  put_floats (out, weights + layout->arc_root, shape->d_arc, shape->d_arc);
  put_floats (out, weights + layout->distance, BEL_N_DISTANCES, BEL_N_DISTANCES);
  put_floats (out, weights + layout->label_root, shape->d_label, shape->d_label);
  put_product (out, weights + layout->label, shape->d_label, shape->n_labels, in[BEL_PARSER_MAX_LAYERS + 2]);
  put_floats (out, weights + layout->label_b, shape->n_labels, (shape->n_labels + columns - 1) / columns * columns);
  memcpy (out->data, &header, sizeof header);
  return out;
}

static void
sample_rows (GArray *sample, const float *x, size_t n, Random *random)
{
  for (size_t i = 0; i < n; i++)
    if (random_below (random, 16) == 0) {
      float magnitude = fabsf (x[i]);
      g_array_append_val (sample, magnitude);
    }
}

static int
by_size (const void *a, const void *b)
{
  float x = *(const float *) a, y = *(const float *) b;
  return x < y ? -1 : x > y;
}

static float
high_quantile (GArray *sample)
{
  if (!sample->len)
    return 1;
  qsort (sample->data, sample->len, sizeof (float), by_size);
  return g_array_index (sample, float, (guint) ((double) (sample->len - 1) * 0.9999));
}

static void
sample_batch (const ParserTask *task, const NetWork *work, const NetBatch *batch, GArray **samples, Random *random)
{
  const BelParserShape *shape = &task->layout.shape;
  size_t width = bel_parser_read_width (shape);
  for (uint32_t l = 0; l < shape->n_layers; l++)
    sample_rows (samples[l], work->x[l], (size_t) batch->n * bel_parser_layer_in (shape, l), random);
  sample_rows (samples[BEL_PARSER_MAX_LAYERS], work->x[shape->n_layers], (size_t) batch->n * 2 * shape->hidden, random);
  for (uint32_t i = 0; i < batch->n; i++)
    sample_rows (samples[BEL_PARSER_MAX_LAYERS + 1], work->read + i * width + shape->d_arc, shape->d_arc, random);
  sample_rows (samples[BEL_PARSER_MAX_LAYERS + 2], work->label_in, (size_t) batch->n * shape->d_label, random);
}

static void
calibrate (const ParserTask *task, NetWork *work, const float *weights, float *ranges)
{
  GArray *samples[BEL_PARSER_PRODUCTS];
  Random random = random_seed (99);
  for (uint32_t i = 0; i < BEL_PARSER_PRODUCTS; i++)
    samples[i] = g_array_new (FALSE, FALSE, sizeof (float));
  for (uint32_t seen = 0; seen < CALIBRATION_WORDS;) {
    g_autoptr (BelArena) arena = bel_arena_new ();
    uint32_t order[32];
    for (uint32_t k = 0; k < G_N_ELEMENTS (order); k++)
      order[k] = random_below (&random, task->train->sentences.n);
    NetBatch *batch = parser_batch (arena, task, task->train, order, G_N_ELEMENTS (order));
    net_forward (work, weights, batch, NULL, NULL);
    net_backward (work, weights, batch, NULL, NULL);
    sample_batch (task, work, batch, samples, &random);
    seen += batch->n;
  }
  for (uint32_t i = 0; i < BEL_PARSER_PRODUCTS; i++) {
    ranges[i] = high_quantile (samples[i]);
    g_array_unref (samples[i]);
  }
}

gboolean
train_pack (const TrainOptions *options, GError **error)
{
  g_autoptr (ParserTask) task = parser_task_new (options, error);
  if (!task)
    return FALSE;
  g_autoptr (Gemm) gemm = gemm_new (FALSE);
  g_autoptr (NetWork) work = net_work_new (&task->layout, &task->model->lexicon, gemm);
  g_autoptr (ParserState) state = parser_state_new (&task->layout, 0);
  g_autofree char *file = g_strdup_printf ("%s.state", options->name);
  g_autofree char *path = g_build_filename (options->work, file, NULL);
  if (!parser_state_load (state, path, error))
    return FALSE;
  float ranges[BEL_PARSER_PRODUCTS] = { 0 };
  calibrate (task, work, state->average, ranges);
  g_autoptr (GByteArray) section = parser_pack (task, state->average, ranges);
  BelParser parser;
  if (!bel_parser_init (&parser, section->data, section->len)) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "the packed parser cannot be read back");
    return FALSE;
  }
  return train_put (options, "PARS", section, error);
}
