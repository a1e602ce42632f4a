/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What is read off the last layer: a distribution over heads for every word (bilinear, after Dozat and
 * Manning 2017, with a bias for the distance), over relations at the gold head, over tags. */
#include "syntax/activation.h"
#include "train/net-private.h"

#include <math.h>
#include <string.h>

static inline float
dot (const float *a, const float *b, uint32_t n)
{
  typedef float Lanes __attribute__ ((vector_size (64), aligned (4)));
  Lanes sums = { 0 };
  uint32_t i = 0;
  for (; i + 16 <= n; i += 16)
    sums += *(const Lanes *) (a + i) * *(const Lanes *) (b + i);
  float sum = 0;
  for (; i < n; i++)
    sum += a[i] * b[i];
  for (int k = 0; k < 16; k++)
    sum += sums[k];
  return sum;
}

static inline void
add_scaled (float *restrict to, const float *restrict from, float scale, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    to[i] += scale * from[i];
}

/* Scores into shares; returns the logarithm of their sum. */
static float
softmax (float *scores, uint32_t n)
{
  float most = scores[0], sum = 0;
  for (uint32_t i = 1; i < n; i++)
    most = MAX (most, scores[i]);
  for (uint32_t i = 0; i < n; i++)
    sum += scores[i] = bel_exp (scores[i] - most);
  for (uint32_t i = 0; i < n; i++)
    scores[i] /= sum;
  return most + logf (sum);
}

void
heads_forward (NetWork *work, const float *weights, const NetBatch *batch)
{
  const NetLayout *layout = work->layout;
  uint32_t d = layout->shape.d_arc;
  size_t width = bel_parser_read_width (&layout->shape);
  gemm_run (work->gemm, batch->n, d, d, gemm_view (work->read + d, width), gemm_view (weights + layout->arc, d),
            work->met, d, FALSE);
  for (uint32_t i = 0; i < batch->n; i++)
    work->prior[i] = dot (work->read + i * width + d, weights + layout->arc_head, d);
}

static uint32_t
sentence_of (const NetBatch *batch, uint32_t i)
{
  uint32_t s = 0;
  while (batch->starts[s + 1] <= i)
    s++;
  return s;
}

static void
score_arcs (const NetWork *work, const float *weights, uint32_t begin, uint32_t end, uint32_t i, float *scores)
{
  const NetLayout *layout = work->layout;
  uint32_t d = layout->shape.d_arc;
  const float *dependent = work->read + (size_t) i * bel_parser_read_width (&layout->shape);
  const float *distance = weights + layout->distance;
  scores[0] = dot (dependent, weights + layout->arc_root, d) + distance[BEL_DISTANCE_ROOT];
  for (uint32_t h = begin; h < end; h++)
    scores[1 + h - begin] = h == i ? -1e9f
                                   : dot (dependent, work->met + (size_t) h * d, d) + work->prior[h]
                                         + distance[bel_parser_distance (i, h)];
}

void
net_arc_scores (const NetWork *work, const float *weights, const NetBatch *batch, uint32_t i, float *scores)
{
  uint32_t s = sentence_of (batch, i);
  score_arcs (work, weights, batch->starts[s], batch->starts[s + 1], i, scores);
}

static const float *
label_half (const NetWork *work, const float *weights, uint32_t head)
{
  const BelParserShape *shape = &work->layout->shape;
  if (head == UINT32_MAX)
    return weights + work->layout->label_root;
  return work->read + (size_t) head * bel_parser_read_width (shape) + 2 * shape->d_arc + shape->d_label;
}

/* The two halves meet: each was rectified, they are added and multiplied. */
static void
meet_labels (const NetWork *work, const float *weights, uint32_t i, uint32_t head, float *out)
{
  const BelParserShape *shape = &work->layout->shape;
  const float *a = work->read + (size_t) i * bel_parser_read_width (shape) + 2 * shape->d_arc;
  const float *b = label_half (work, weights, head);
  for (uint32_t k = 0; k < shape->d_label; k++)
    out[k] = bel_leaky (a[k] + b[k]);
}

void
net_label_scores (const NetWork *work, const float *weights, uint32_t i, uint32_t head, float *scores)
{
  const NetLayout *layout = work->layout;
  uint32_t d = layout->shape.d_label, n = layout->shape.n_labels;
  float *in = work->label_in;
  meet_labels (work, weights, i, head, in);
  memcpy (scores, weights + layout->label_b, n * sizeof (float));
  for (uint32_t k = 0; k < d; k++)
    add_scaled (scores, weights + layout->label + (size_t) k * n, in[k], n);
}

const float *
net_tag_scores (const NetWork *work, uint32_t i)
{
  const BelParserShape *shape = &work->layout->shape;
  return work->read + (size_t) i * bel_parser_read_width (shape) + 2 * shape->d_arc + 2 * shape->d_label;
}

/* Shares into the gradient of the loss by the scores: shares minus targets, times @scale. */
static double
cross_entropy (float *shares, uint32_t n, uint32_t gold, float log_sum, float gold_score, const float *teacher,
               const NetDropout *options, float scale)
{
  double loss = log_sum - gold_score;
  float smooth = options ? options->smoothing : 0, share = options && teacher ? options->teacher : 0;
  float own = (1 - share) * (1 - smooth), rest = (1 - share) * smooth / (float) n;
  for (uint32_t k = 0; k < n; k++)
    shares[k] = scale * (shares[k] - rest - (k == gold ? own : 0) - (share > 0 ? share * teacher[k] : 0));
  return loss;
}

/* The head in a sentence of @n words that most looks like the right one and is not; of shares, the root's first. */
static uint32_t
find_rival (const float *shares, uint32_t n, uint32_t begin, uint32_t i, uint32_t gold)
{
  uint32_t best = UINT32_MAX;
  for (uint32_t h = 1; h <= n; h++)
    if (h != gold && begin + h - 1 != i && (best == UINT32_MAX || shares[h] > shares[best]))
      best = h;
  return best == UINT32_MAX ? best : begin + best - 1;
}

/* Arcs of one sentence; leaves the gradient by the scores in arcs. */
static double
arc_loss (NetWork *work, const float *weights, const NetBatch *batch, uint32_t s, const NetDropout *dropout,
          float scale)
{
  uint32_t begin = batch->starts[s], end = batch->starts[s + 1], n = end - begin;
  double loss = 0;
  for (uint32_t i = begin; i < end; i++) {
    float *scores = work->arcs + work->arcs_at[i];
    score_arcs (work, weights, begin, end, i, scores);
    uint32_t gold = batch->heads[i] == UINT32_MAX ? 0 : 1 + batch->heads[i] - begin;
    float gold_score = scores[gold], log_sum = softmax (scores, n + 1);
    work->rivals[i] = find_rival (scores, n, begin, i, gold);
    const float *teacher = batch->arc_targets ? batch->arc_targets + batch->arc_offsets[i] : NULL;
    loss += cross_entropy (scores, n + 1, gold, log_sum, gold_score, teacher, dropout, scale);
  }
  return loss;
}

static void
arc_gradient (NetWork *work, const float *weights, const NetBatch *batch, uint32_t s, float *gradient)
{
  const NetLayout *layout = work->layout;
  uint32_t begin = batch->starts[s], end = batch->starts[s + 1], d = layout->shape.d_arc;
  size_t width = bel_parser_read_width (&layout->shape);
  for (uint32_t i = begin; i < end; i++) {
    const float *g = work->arcs + work->arcs_at[i], *dependent = work->read + i * width;
    float *d_dependent = work->d_read + i * width;
    add_scaled (d_dependent, weights + layout->arc_root, g[0], d);
    add_scaled (gradient + layout->arc_root, dependent, g[0], d);
    gradient[layout->distance + BEL_DISTANCE_ROOT] += g[0];
    for (uint32_t h = begin; h < end; h++) {
      float by = g[1 + h - begin];
      if (h == i)
        continue;
      add_scaled (d_dependent, work->met + (size_t) h * d, by, d);
      add_scaled (work->d_met + (size_t) h * d, dependent, by, d);
      work->d_prior[h] += by;
      gradient[layout->distance + bel_parser_distance (i, h)] += by;
    }
  }
}

/* From met and prior back to the heads' vectors and the weights between. */
static void
met_gradient (NetWork *work, const float *weights, const NetBatch *batch, float *gradient)
{
  const NetLayout *layout = work->layout;
  uint32_t d = layout->shape.d_arc;
  size_t width = bel_parser_read_width (&layout->shape);
  gemm_run (work->gemm, d, d, batch->n, gemm_turned (work->read + d, width), gemm_view (work->d_met, d),
            gradient + layout->arc, d, TRUE);
  gemm_run (work->gemm, batch->n, d, d, gemm_view (work->d_met, d), gemm_turned (weights + layout->arc, d),
            work->d_read + d, width, TRUE);
  for (uint32_t i = 0; i < batch->n; i++) {
    add_scaled (work->d_read + i * width + d, weights + layout->arc_head, work->d_prior[i], d);
    add_scaled (gradient + layout->arc_head, work->read + i * width + d, work->d_prior[i], d);
  }
}

/* Relations are learned of words with their heads and, where that is wished, of words with their rivals: the relation
 * to a word that is not the head is the root's, which no word can have otherwise. */
static uint32_t
label_pairs (const NetBatch *batch, const NetDropout *dropout)
{
  return dropout && dropout->rivals > 0 ? 2 * batch->n : batch->n;
}

static uint32_t
head_of_pair (const NetWork *work, const NetBatch *batch, uint32_t pair)
{
  return pair < batch->n ? batch->heads[pair] : work->rivals[pair - batch->n];
}

static double
label_loss (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout, float scale)
{
  const NetLayout *layout = work->layout;
  uint32_t d = layout->shape.d_label, n = layout->shape.n_labels;
  uint32_t n_pairs = label_pairs (batch, dropout);
  double loss = 0;
  for (uint32_t p = 0; p < n_pairs; p++)
    meet_labels (work, weights, p % batch->n, head_of_pair (work, batch, p), work->label_in + (size_t) p * d);
  gemm_run (work->gemm, n_pairs, n, d, gemm_view (work->label_in, d), gemm_view (weights + layout->label, n),
            work->labels, n, FALSE);
  for (uint32_t p = 0; p < n_pairs; p++) {
    gboolean rival = p >= batch->n;
    uint32_t label = rival ? BEL_DEP_ROOT : batch->labels[p];
    float *scores = work->labels + (size_t) p * n;
    add_scaled (scores, weights + layout->label_b, 1, n);
    float gold = scores[label], log_sum = softmax (scores, n);
    const float *teacher = batch->label_targets && !rival ? batch->label_targets + (size_t) p * n : NULL;
    float by = !rival ? scale : work->rivals[p - batch->n] == UINT32_MAX ? 0 : scale * dropout->rivals;
    double own = cross_entropy (scores, n, label, log_sum, gold, teacher, dropout, by);
    loss += rival ? 0 : own;
  }
  return loss;
}

static void
label_gradient (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout, float *gradient)
{
  const NetLayout *layout = work->layout;
  const BelParserShape *shape = &layout->shape;
  uint32_t d = shape->d_label, n = shape->n_labels, n_pairs = label_pairs (batch, dropout);
  size_t width = bel_parser_read_width (shape);
  gemm_run (work->gemm, d, n, n_pairs, gemm_turned (work->label_in, d), gemm_view (work->labels, n),
            gradient + layout->label, n, TRUE);
  gemm_run (work->gemm, n_pairs, d, n, gemm_view (work->labels, n), gemm_turned (weights + layout->label, n),
            work->d_label_in, d, FALSE);
  for (uint32_t p = 0; p < n_pairs; p++) {
    const float *in = work->label_in + (size_t) p * d;
    float *back = work->d_label_in + (size_t) p * d;
    for (uint32_t k = 0; k < d; k++)
      back[k] *= in[k] > 0 ? 1 : BEL_LEAK;
    uint32_t head = head_of_pair (work, batch, p);
    float *to = head == UINT32_MAX ? gradient + layout->label_root : work->d_read + head * width + 2 * shape->d_arc + d;
    add_scaled (work->d_read + (p % batch->n) * width + 2 * shape->d_arc, back, 1, d);
    add_scaled (to, back, 1, d);
    add_scaled (gradient + layout->label_b, work->labels + (size_t) p * n, 1, n);
  }
}

static double
tag_loss (NetWork *work, const NetBatch *batch, const NetDropout *dropout, float scale)
{
  const BelParserShape *shape = &work->layout->shape;
  size_t width = bel_parser_read_width (shape), at = 2 * shape->d_arc + 2 * shape->d_label;
  double loss = 0;
  for (uint32_t i = 0; i < batch->n; i++) {
    float *shares = work->d_read + i * width + at;
    memcpy (shares, work->read + i * width + at, shape->n_tags * sizeof (float));
    float gold = shares[batch->tags[i]], log_sum = softmax (shares, shape->n_tags);
    loss += cross_entropy (shares, shape->n_tags, batch->tags[i], log_sum, gold, NULL, dropout, scale * NET_TAG_WEIGHT);
  }
  return loss;
}

NetLoss
heads_backward (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout, float *gradient)
{
  const BelParserShape *shape = &work->layout->shape;
  size_t width = bel_parser_read_width (shape);
  float scale = 1.0f / (float) batch->n;
  NetLoss loss = { .n = batch->n };
  memset (work->d_read, 0, batch->n * width * sizeof (float));
  memset (work->d_met, 0, (size_t) batch->n * shape->d_arc * sizeof (float));
  memset (work->d_prior, 0, batch->n * sizeof (float));
  for (uint32_t s = 0; s < batch->n_sentences; s++) {
    loss.arc += arc_loss (work, weights, batch, s, dropout, scale);
    if (gradient)
      arc_gradient (work, weights, batch, s, gradient);
  }
  loss.label = label_loss (work, weights, batch, dropout, scale);
  loss.tag = tag_loss (work, batch, dropout, scale);
  if (gradient) {
    met_gradient (work, weights, batch, gradient);
    label_gradient (work, weights, batch, dropout, gradient);
  }
  return loss;
}
