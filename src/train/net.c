/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/net-private.h"

#include "syntax/activation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t
take (NetLayout *layout, size_t n)
{
  size_t at = layout->n;
  layout->n += (n + 15) / 16 * 16;
  return at;
}

void
net_layout (NetLayout *layout, const BelParserShape *shape)
{
  uint32_t width = 2 * shape->hidden;
  *layout = (NetLayout){ .shape = *shape };
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++)
    layout->tables[g] = take (layout, (size_t) shape->rows[g] * shape->dims[g]);
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    NetLayer *layer = &layout->layers[l];
    layer->weights = take (layout, (size_t) bel_parser_layer_in (shape, l) * width * bel_parser_gates (shape, l));
    layer->forget_c = take (layout, width);
    layer->reset_c = take (layout, width);
    layer->forget_b = take (layout, width);
    layer->reset_b = take (layout, width);
  }
  uint32_t read = bel_parser_read_width (shape);
  layout->read = take (layout, (size_t) width * read);
  layout->read_b = take (layout, read);
  layout->arc = take (layout, (size_t) shape->d_arc * shape->d_arc);
  layout->arc_head = take (layout, shape->d_arc);
  layout->arc_root = take (layout, shape->d_arc);
  layout->distance = take (layout, BEL_N_DISTANCES);
  layout->label_root = take (layout, shape->d_label);
  layout->label = take (layout, (size_t) shape->d_label * shape->n_labels);
  layout->label_b = take (layout, shape->n_labels);
}

/* Uniform with the standard deviation @deviation. */
static void
draw (float *weights, size_t n, float deviation, Random *random)
{
  for (size_t i = 0; i < n; i++)
    weights[i] = deviation * 1.7320508f * (2 * random_unit (random) - 1);
}

void
net_init (const NetLayout *layout, float *weights, uint64_t seed)
{
  const BelParserShape *shape = &layout->shape;
  uint32_t width = 2 * shape->hidden;
  Random random = random_seed (seed);
  memset (weights, 0, layout->n * sizeof (float));
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++)
    draw (weights + layout->tables[g], (size_t) shape->rows[g] * shape->dims[g], g == BEL_GROUP_TAG ? 0.5f : 0.2f,
          &random);
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    uint32_t in = bel_parser_layer_in (shape, l);
    draw (weights + layout->layers[l].weights, (size_t) in * width * bel_parser_gates (shape, l),
          1 / sqrtf ((float) in), &random);
    draw (weights + layout->layers[l].forget_c, width, 0.3f, &random);
    draw (weights + layout->layers[l].reset_c, width, 0.3f, &random);
  }
  draw (weights + layout->read, (size_t) width * bel_parser_read_width (shape), 1 / sqrtf ((float) width), &random);
  draw (weights + layout->arc, (size_t) shape->d_arc * shape->d_arc, 0.5f / sqrtf ((float) shape->d_arc), &random);
  draw (weights + layout->arc_root, shape->d_arc, 0.1f, &random);
  draw (weights + layout->label_root, shape->d_label, 0.1f, &random);
  draw (weights + layout->label, (size_t) shape->d_label * shape->n_labels, 1 / sqrtf ((float) shape->d_label),
        &random);
}

/* The lexicon's four-bit numbers as they enter the network. */
static float *
widen_vectors (const BelLexicon *lexicon)
{
  uint32_t d = lexicon->n_dims;
  float *out = g_new (float, (size_t) lexicon->n *d);
  for (uint32_t w = 0; w < lexicon->n; w++)
    bel_lexicon_widen (lexicon, w, out + (size_t) w * d);
  return out;
}

NetWork *
net_work_new (const NetLayout *layout, const BelLexicon *lexicon, Gemm *gemm)
{
  NetWork *work = g_new0 (NetWork, 1);
  work->layout = layout;
  work->gemm = gemm;
  work->vectors = widen_vectors (lexicon);
  return work;
}

static void
resize (float **buffer, size_t n)
{
  free (*buffer);
  *buffer = aligned_alloc (64, (n * sizeof (float) + 127) / 64 * 64);
}

static void
make_room (NetWork *work, const NetBatch *batch)
{
  const BelParserShape *shape = &work->layout->shape;
  size_t arcs = 0, width = 2 * shape->hidden, read = bel_parser_read_width (shape);
  for (uint32_t s = 0; s < batch->n_sentences; s++) {
    size_t n = batch->starts[s + 1] - batch->starts[s];
    arcs += n * (n + 1);
  }
  if (arcs > work->cap_arcs) {
    work->cap_arcs = arcs + arcs / 4;
    resize (&work->arcs, work->cap_arcs);
  }
  if (batch->n_sentences > work->cap_sentences) {
    work->cap_sentences = batch->n_sentences * 2;
    for (uint32_t l = 0; l <= shape->n_layers; l++)
      resize (&work->mask[l], work->cap_sentences * (size_t) bel_parser_layer_in (shape, l));
  }
  if (batch->n <= work->cap)
    return;
  size_t n = work->cap = batch->n + batch->n / 4;
  for (uint32_t l = 0; l <= shape->n_layers; l++) {
    resize (&work->x[l], n * bel_parser_layer_in (shape, l));
    resize (&work->seen[l], n * bel_parser_layer_in (shape, l));
  }
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    resize (&work->u[l], n * width * bel_parser_gates (shape, l));
    resize (&work->c[l], n * width);
  }
  resize (&work->read, n * read);
  resize (&work->read_mask, n * read);
  resize (&work->d_read, n * read);
  resize (&work->met, n * shape->d_arc);
  resize (&work->d_met, n * shape->d_arc);
  resize (&work->prior, n);
  resize (&work->d_prior, n);
  resize (&work->label_in, 2 * n * shape->d_label);
  resize (&work->d_label_in, 2 * n * shape->d_label);
  resize (&work->labels, 2 * n * shape->n_labels);
  resize (&work->d_u, n * width * 4);
  resize (&work->d_x, n * MAX (width, shape->d_in));
  resize (&work->d_seen, n * MAX (width, shape->d_in));
  g_free (work->arcs_at);
  work->arcs_at = g_new (size_t, n);
  g_free (work->rivals);
  work->rivals = g_new (uint32_t, n);
  g_free (work->kept);
  work->kept = g_malloc (n * sizeof *work->kept);
}

void
net_work_free (NetWork *work)
{
  if (!work)
    return;
  for (uint32_t l = 0; l <= BEL_PARSER_MAX_LAYERS; l++) {
    free (work->x[l]);
    free (work->seen[l]);
    free (work->mask[l]);
  }
  for (uint32_t l = 0; l < BEL_PARSER_MAX_LAYERS; l++) {
    free (work->u[l]);
    free (work->c[l]);
  }
  float *rest[]
      = { work->read,   work->read_mask, work->met,     work->prior,      work->arcs, work->label_in, work->labels,
          work->d_read, work->d_met,     work->d_prior, work->d_label_in, work->d_u,  work->d_x,      work->d_seen };
  for (size_t i = 0; i < G_N_ELEMENTS (rest); i++)
    free (rest[i]);
  g_free (work->vectors);
  g_free (work->arcs_at);
  g_free (work->rivals);
  g_free (work->kept);
  g_free (work);
}

static void
draw_kept (NetWork *work, const NetBatch *batch, const NetDropout *dropout, Random *random)
{
  for (uint32_t i = 0; i < batch->n; i++) {
    for (uint32_t g = 0; g <= BEL_N_GROUPS; g++) {
      float share = g == BEL_GROUP_WORD ? dropout->word : g == BEL_N_GROUPS ? dropout->vector : dropout->group;
      work->kept[i][g] = !work->training || random_unit (random) >= share;
    }
  }
}

/* The row of table @g that word @i shows: row 0 where the word's own is left out. */
static uint32_t
shown_row (const NetWork *work, const NetBatch *batch, uint32_t i, uint32_t g)
{
  return work->kept[i][g] ? batch->rows[i][g] : 0;
}

static void
fill_input (NetWork *work, const float *weights, const NetBatch *batch)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  for (uint32_t i = 0; i < batch->n; i++) {
    float *to = work->x[0] + (size_t) i * shape->d_in;
    for (uint32_t g = 0; g < BEL_N_GROUPS; to += shape->dims[g++])
      memcpy (to, weights + layout->tables[g] + (size_t) shown_row (work, batch, i, g) * shape->dims[g],
              shape->dims[g] * sizeof (float));
    if (batch->vectors[i] != BEL_WORD_UNKNOWN && work->kept[i][BEL_N_GROUPS])
      memcpy (to, work->vectors + (size_t) batch->vectors[i] * shape->d_vector, shape->d_vector * sizeof (float));
    else
      memset (to, 0, shape->d_vector * sizeof (float));
  }
}

/* x[l] with the units left out that the mask of its sentence says. */
static void
leave_out (NetWork *work, const NetBatch *batch, uint32_t l, const NetDropout *dropout, Random *random)
{
  size_t in = bel_parser_layer_in (&work->layout->shape, l);
  float share = work->training ? dropout->layer : 0;
  if (share <= 0) {
    memcpy (work->seen[l], work->x[l], batch->n * in * sizeof (float));
    return;
  }
  for (size_t k = 0; k < batch->n_sentences * in; k++)
    work->mask[l][k] = random_unit (random) < share ? 0 : 1 / (1 - share);
  for (uint32_t s = 0; s < batch->n_sentences; s++)
    for (uint32_t i = batch->starts[s]; i < batch->starts[s + 1]; i++)
      for (size_t k = 0; k < in; k++)
        work->seen[l][i * in + k] = work->x[l][i * in + k] * work->mask[l][s * in + k];
}

static SruPass
pass_of (NetWork *work, const float *weights, uint32_t l)
{
  const BelParserShape *shape = &work->layout->shape;
  const NetLayer *layer = &work->layout->layers[l];
  return (SruPass){ .hidden = shape->hidden,
                    .gates = bel_parser_gates (shape, l),
                    .x = work->x[l],
                    .x_row = bel_parser_layer_in (shape, l),
                    .x_step = l > 0 ? shape->hidden : 0,
                    .u = work->u[l],
                    .c = work->c[l],
                    .forget_c = weights + layer->forget_c,
                    .reset_c = weights + layer->reset_c,
                    .forget_b = weights + layer->forget_b,
                    .reset_b = weights + layer->reset_b };
}

static void
read_off (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout, Random *random)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  size_t width = bel_parser_read_width (shape), n_rectified = 2 * (shape->d_arc + shape->d_label);
  uint32_t l = shape->n_layers;
  leave_out (work, batch, l, dropout, random);
  gemm_run (work->gemm, batch->n, (uint32_t) width, 2 * shape->hidden, gemm_view (work->seen[l], 2 * shape->hidden),
            gemm_view (weights + layout->read, width), work->read, width, FALSE);
  float share = work->training ? dropout->arc : 0;
  for (uint32_t i = 0; i < batch->n; i++) {
    float *row = work->read + i * width, *mask = work->read_mask + i * width;
    for (size_t k = 0; k < width; k++)
      row[k] += weights[layout->read_b + k];
    for (size_t k = 0; k < n_rectified; k++) {
      /* The halves of the relation are rectified where they meet. */
      mask[k] = share > 0 && random_unit (random) < share ? 0 : 1 / (1 - share);
      row[k] = (k < 2 * shape->d_arc ? bel_leaky (row[k]) : row[k]) * mask[k];
    }
  }
}

void
net_forward (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout, Random *random)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  static const NetDropout NOTHING;
  work->training = random != NULL;
  if (!dropout)
    dropout = &NOTHING;
  make_room (work, batch);
  draw_kept (work, batch, dropout, random);
  fill_input (work, weights, batch);
  size_t at = 0;
  for (uint32_t s = 0; s < batch->n_sentences; s++)
    for (uint32_t i = batch->starts[s]; i < batch->starts[s + 1];
         i++, at += batch->starts[s + 1] - batch->starts[s] + 1)
      work->arcs_at[i] = at;
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    uint32_t in = bel_parser_layer_in (shape, l), out = 2 * shape->hidden * bel_parser_gates (shape, l);
    leave_out (work, batch, l, dropout, random);
    gemm_run (work->gemm, batch->n, out, in, gemm_view (work->seen[l], in),
              gemm_view (weights + layout->layers[l].weights, out), work->u[l], out, FALSE);
    SruPass pass = pass_of (work, weights, l);
    for (uint32_t s = 0; s < batch->n_sentences; s++)
      sru_forward (&pass, batch->starts[s], batch->starts[s + 1], work->x[l + 1]);
  }
  read_off (work, weights, batch, dropout, random);
  heads_forward (work, weights, batch);
}

/* d_read back through mask and rectifier, into the read-off's weights and d_x of the last layer. */
static void
read_gradient (NetWork *work, const float *weights, const NetBatch *batch, float *gradient)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  size_t width = bel_parser_read_width (shape), n_rectified = 2 * (shape->d_arc + shape->d_label);
  uint32_t l = shape->n_layers, in = 2 * shape->hidden;
  for (uint32_t i = 0; i < batch->n; i++) {
    float *d = work->d_read + i * width;
    const float *row = work->read + i * width, *mask = work->read_mask + i * width;
    for (size_t k = 0; k < n_rectified; k++)
      d[k] *= mask[k] * (k >= 2 * shape->d_arc || row[k] > 0 ? 1 : BEL_LEAK);
    for (size_t k = 0; k < width; k++)
      gradient[layout->read_b + k] += d[k];
  }
  gemm_run (work->gemm, in, (uint32_t) width, batch->n, gemm_turned (work->seen[l], in),
            gemm_view (work->d_read, width), gradient + layout->read, width, TRUE);
  gemm_run (work->gemm, batch->n, in, (uint32_t) width, gemm_view (work->d_read, width),
            gemm_turned (weights + layout->read, width), work->d_x, in, FALSE);
}

static void
mask_gradient (NetWork *work, const NetBatch *batch, uint32_t l, const NetDropout *dropout, float *d)
{
  size_t in = bel_parser_layer_in (&work->layout->shape, l);
  if (!work->training || !dropout || dropout->layer <= 0)
    return;
  for (uint32_t s = 0; s < batch->n_sentences; s++)
    for (uint32_t i = batch->starts[s]; i < batch->starts[s + 1]; i++)
      for (size_t k = 0; k < in; k++)
        d[i * in + k] *= work->mask[l][s * in + k];
}

/* d_x is the gradient by layer @l's output; it becomes the gradient by its input. */
static void
layer_gradient (NetWork *work, const float *weights, const NetBatch *batch, uint32_t l, const NetDropout *dropout,
                float *gradient)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  const NetLayer *layer = &layout->layers[l];
  uint32_t in = bel_parser_layer_in (shape, l), out = 2 * shape->hidden * bel_parser_gates (shape, l);
  SruPass pass = pass_of (work, weights, l);
  SruGradient to = { .d_h = work->d_x,
                     .d_u = work->d_u,
                     .d_x = work->d_seen,
                     .forget_c = gradient + layer->forget_c,
                     .reset_c = gradient + layer->reset_c,
                     .forget_b = gradient + layer->forget_b,
                     .reset_b = gradient + layer->reset_b };
  memset (work->d_seen, 0, (size_t) batch->n * in * sizeof (float));
  for (uint32_t s = 0; s < batch->n_sentences; s++)
    sru_backward (&pass, &to, batch->starts[s], batch->starts[s + 1]);
  gemm_run (work->gemm, in, out, batch->n, gemm_turned (work->seen[l], in), gemm_view (work->d_u, out),
            gradient + layer->weights, out, TRUE);
  gemm_run (work->gemm, batch->n, in, out, gemm_view (work->d_u, out), gemm_turned (weights + layer->weights, out),
            work->d_x, in, FALSE);
  mask_gradient (work, batch, l, dropout, work->d_x);
  for (size_t k = 0; k < (size_t) batch->n * in; k++)
    work->d_x[k] += work->d_seen[k];
}

static void
input_gradient (NetWork *work, const NetBatch *batch, float *gradient)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  for (uint32_t i = 0; i < batch->n; i++) {
    const float *d = work->d_x + (size_t) i * shape->d_in;
    for (uint32_t g = 0; g < BEL_N_GROUPS; d += shape->dims[g++]) {
      float *to = gradient + layout->tables[g] + (size_t) shown_row (work, batch, i, g) * shape->dims[g];
      for (uint32_t k = 0; k < shape->dims[g]; k++)
        to[k] += d[k];
    }
  }
}

NetLoss
net_backward (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout, float *gradient)
{
  NetLoss loss = heads_backward (work, weights, batch, dropout, gradient);
  if (!gradient)
    return loss;
  uint32_t l = work->layout->shape.n_layers;
  read_gradient (work, weights, batch, gradient);
  mask_gradient (work, batch, l, dropout, work->d_x);
  while (l-- > 0)
    layer_gradient (work, weights, batch, l, dropout, gradient);
  input_gradient (work, batch, gradient);
  return loss;
}
