/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The hand-written gradient against differences of the loss, for weights of every kind, with what is left
 * out in training held fixed; and the tile unit's products against plain ones. */
#include "test-parser.h"

#include "train/net.h"

#include <math.h>
#include <string.h>

enum { N_WORDS = 11, N_TAGS = 7, D_VECTOR = 16, N_VECTORS = 5 };

typedef struct {
  BelParserShape shape;
  NetLayout layout;
  BelLexicon lexicon;
  uint8_t vectors[N_VECTORS * D_VECTOR / 2];
  float scales[D_VECTOR];
  uint32_t starts[4], rows[N_WORDS][BEL_N_GROUPS], vector_rows[N_WORDS], heads[N_WORDS];
  uint8_t labels[N_WORDS], tags[N_WORDS];
  NetBatch batch;
} Setting;

static void
make_setting (Setting *setting, uint32_t hidden)
{
  Random random = random_seed (42);
  memset (setting, 0, sizeof *setting);
  BelParserShape *shape = &setting->shape;
  *shape = (BelParserShape){ .rows = { 6, 4, 5, 4, 3, N_TAGS + 1 },
                             .dims = { 8, 4, 4, 4, 4, 8 },
                             .d_vector = D_VECTOR,
                             .d_in = 48,
                             .hidden = hidden,
                             .n_layers = 2,
                             .d_arc = 16,
                             .d_label = 16,
                             .n_labels = BEL_N_DEPS,
                             .n_tags = N_TAGS };
  net_layout (&setting->layout, shape);
  for (size_t i = 0; i < sizeof setting->vectors; i++)
    setting->vectors[i] = (uint8_t) random_below (&random, 256);
  for (uint32_t d = 0; d < D_VECTOR; d++)
    setting->scales[d] = 0.2f;
  setting->lexicon
      = (BelLexicon){ .n = N_VECTORS, .n_dims = D_VECTOR, .scales = setting->scales, .vectors = setting->vectors };
  static const uint32_t STARTS[] = { 0, 1, 6, N_WORDS };
  memcpy (setting->starts, STARTS, sizeof STARTS);
  for (uint32_t i = 0; i < N_WORDS; i++) {
    uint32_t begin = i < 1 ? 0 : i < 6 ? 1 : 6;
    for (uint32_t g = 0; g < BEL_N_GROUPS; g++)
      setting->rows[i][g] = random_below (&random, shape->rows[g]);
    setting->vector_rows[i] = i % 4 == 3 ? BEL_WORD_UNKNOWN : random_below (&random, N_VECTORS);
    setting->heads[i] = i == begin ? UINT32_MAX : begin + random_below (&random, i - begin);
    setting->labels[i] = (uint8_t) random_below (&random, BEL_N_DEPS);
    setting->tags[i] = (uint8_t) random_below (&random, N_TAGS);
  }
  setting->batch = (NetBatch){ .n = N_WORDS,
                               .n_sentences = 3,
                               .starts = setting->starts,
                               .rows = setting->rows,
                               .vectors = setting->vector_rows,
                               .heads = setting->heads,
                               .labels = setting->labels,
                               .tags = setting->tags };
}

static double
loss_at (NetWork *work, const float *weights, const Setting *setting, const NetDropout *dropout)
{
  Random random = random_seed (7);
  net_forward (work, weights, &setting->batch, dropout, dropout ? &random : NULL);
  NetLoss loss = net_backward (work, weights, &setting->batch, dropout, NULL);
  return (loss.arc + loss.label + NET_TAG_WEIGHT * loss.tag) / loss.n;
}

static const struct {
  uint32_t hidden; /* 48 is the input's width: three gates in the first layer; else four */
  NetDropout dropout;
} CASES[] = {
  { .hidden = 48 },
  { .hidden = 32 },
  { 48, { .layer = 0.2f, .arc = 0.2f, .word = 0.2f, .vector = 0.2f, .group = 0.2f } },
};

static double
slope_at (NetWork *work, float *weights, size_t i, float step, const Setting *setting, const NetDropout *dropout)
{
  float kept = weights[i];
  weights[i] = kept + step;
  double above = loss_at (work, weights, setting, dropout);
  weights[i] = kept - step;
  double below = loss_at (work, weights, setting, dropout);
  weights[i] = kept;
  return (above - below) / (2 * (double) step);
}

/* Of every array of weights a few, spread evenly. A long step may pass the kink of a rectifier and a short
 * one drowns in rounding, so one of three has to agree; and all but one of an array, for a unit may stand on
 * the kink itself. */
static void
check_range (const char *what, size_t begin, size_t n, NetWork *work, float *weights, const float *gradient,
             const Setting *setting, const NetDropout *dropout)
{
  static const float STEPS[] = { 1e-3f, 4e-3f, 3e-4f };
  unsigned n_wrong = 0;
  for (size_t k = 0; k < 9; k++) {
    size_t i = begin + k * (n - 1) / 8;
    bool agrees = false;
    double slope = 0;
    for (size_t q = 0; q < G_N_ELEMENTS (STEPS) && !agrees; q++) {
      slope = slope_at (work, weights, i, STEPS[q], setting, dropout);
      agrees = fabs (slope - gradient[i]) < 4e-4 + 0.02 * fabs (slope);
    }
    n_wrong += !agrees;
    ck_assert_msg (n_wrong <= 1, "%s, number %zu: slope %.6f, gradient %.6f", what, i - begin, slope,
                   (double) gradient[i]);
  }
}

START_TEST (gradients_are_the_slopes_of_the_loss)
{
  Setting setting;
  make_setting (&setting, CASES[_i].hidden);
  const NetLayout *layout = &setting.layout;
  const BelParserShape *shape = &setting.shape;
  const NetDropout *dropout = CASES[_i].dropout.layer > 0 ? &CASES[_i].dropout : NULL;
  g_autoptr (Gemm) gemm = gemm_new (TRUE);
  g_autoptr (NetWork) work = net_work_new (layout, &setting.lexicon, gemm);
  g_autofree float *weights = g_new (float, layout->n), *gradient = g_new0 (float, layout->n);
  net_init (layout, weights, 1);
  Random random = random_seed (7);
  net_forward (work, weights, &setting.batch, dropout, dropout ? &random : NULL);
  net_backward (work, weights, &setting.batch, dropout, gradient);
  uint32_t width = 2 * shape->hidden;
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++)
    check_range ("table", layout->tables[g], (size_t) shape->rows[g] * shape->dims[g], work, weights, gradient,
                 &setting, dropout);
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    const NetLayer *layer = &layout->layers[l];
    size_t n = (size_t) bel_parser_layer_in (shape, l) * width * bel_parser_gates (shape, l);
    check_range ("layer", layer->weights, n, work, weights, gradient, &setting, dropout);
    check_range ("forget state", layer->forget_c, width, work, weights, gradient, &setting, dropout);
    check_range ("reset state", layer->reset_c, width, work, weights, gradient, &setting, dropout);
    check_range ("forget bias", layer->forget_b, width, work, weights, gradient, &setting, dropout);
    check_range ("reset bias", layer->reset_b, width, work, weights, gradient, &setting, dropout);
  }
  uint32_t read = bel_parser_read_width (shape);
  check_range ("read-off", layout->read, (size_t) width * read, work, weights, gradient, &setting, dropout);
  check_range ("read-off bias", layout->read_b, read, work, weights, gradient, &setting, dropout);
  check_range ("arc", layout->arc, 16 * 16, work, weights, gradient, &setting, dropout);
  check_range ("arc head", layout->arc_head, 16, work, weights, gradient, &setting, dropout);
  check_range ("arc root", layout->arc_root, 16, work, weights, gradient, &setting, dropout);
  check_range ("distance", layout->distance, BEL_N_DISTANCES, work, weights, gradient, &setting, dropout);
  check_range ("label root", layout->label_root, 16, work, weights, gradient, &setting, dropout);
  check_range ("label", layout->label, (size_t) 16 * BEL_N_DEPS, work, weights, gradient, &setting, dropout);
  check_range ("label bias", layout->label_b, BEL_N_DEPS, work, weights, gradient, &setting, dropout);
}
END_TEST

/* Whole numbers this small are exact in every precision. */
START_TEST (products_agree_on_every_path)
{
  enum { M = 37, N = 51, K = 67 };
  Random random = random_seed (11);
  float a[M * K], b[K * N], c[M * N], right[M * N];
  g_autoptr (Gemm) gemm = gemm_new (_i & 4);
  gboolean a_turned = _i & 1, b_turned = (_i & 2) != 0;
  for (int i = 0; i < M * K; i++)
    a[i] = (float) random_below (&random, 15) - 7;
  for (int i = 0; i < K * N; i++)
    b[i] = (float) random_below (&random, 15) - 7;
  for (int i = 0; i < M; i++)
    for (int j = 0; j < N; j++) {
      right[i * N + j] = 0;
      for (int k = 0; k < K; k++)
        right[i * N + j] += (a_turned ? a[k * M + i] : a[i * K + k]) * (b_turned ? b[j * K + k] : b[k * N + j]);
    }
  GemmView va = a_turned ? gemm_turned (a, M) : gemm_view (a, K);
  GemmView vb = b_turned ? gemm_turned (b, K) : gemm_view (b, N);
  gemm_run (gemm, M, N, K, va, vb, c, N, FALSE);
  ck_assert_mem_eq (c, right, sizeof c);
  gemm_run (gemm, M, N, K, va, vb, c, N, TRUE);
  for (int i = 0; i < M * N; i++)
    ck_assert_float_eq (c[i], 2 * right[i]);
}
END_TEST

void
bel_test_parser_gradient (Suite *suite)
{
  TCase *tcase = tcase_create ("gradient");
  tcase_add_loop_test (tcase, gradients_are_the_slopes_of_the_loss, 0, (int) G_N_ELEMENTS (CASES));
  tcase_add_loop_test (tcase, products_agree_on_every_path, 0, 8);
  tcase_set_timeout (tcase, 120);
  suite_add_tcase (suite, tcase);
}
