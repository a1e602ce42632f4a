/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Every set of kernels that this processor runs gives the bits of the plain one. */
#include "test-parser.h"

#include "syntax/activation.h"
#include "syntax/kernels.h"
#include "train/train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST 4096

typedef struct {
  Random random;
  BelProduct product;
  int8_t *weights;
  int32_t *zero;
  float *scale;
} Sample;

static void *
room (size_t n_bytes)
{
  void *memory = aligned_alloc (64, (n_bytes + 63) / 64 * 64);
  memset (memory, 0, n_bytes);
  return memory;
}

static float
draw (Random *random, float most)
{
  return most * (2 * random_unit (random) - 1);
}

static Sample
sample_product (uint32_t k, uint32_t n, uint64_t seed)
{
  Sample sample
      = { .random = random_seed (seed), .weights = room ((size_t) k * n), .zero = room (4 * n), .scale = room (4 * n) };
  for (uint32_t i = 0; i < k * n; i++)
    sample.weights[i] = (int8_t) ((int) random_below (&sample.random, 127) - 63);
  for (uint32_t j = 0; j < n; j++) {
    sample.scale[j] = 0.0001f + 0.001f * random_unit (&sample.random);
    for (uint32_t p = 0; p < k; p++)
      sample.zero[j] += BEL_KERNEL_ZERO * sample.weights[(j / 16) * k * 16 + p / 4 * 64 + j % 16 * 4 + p % 4];
  }
  sample.product = (BelProduct){ k, n, 1, sample.weights, sample.zero, sample.scale };
  return sample;
}

static void
free_sample (Sample *sample)
{
  free (sample->weights);
  free (sample->zero);
  free (sample->scale);
}

static const struct {
  uint32_t m, k, n;
} SIZES[] = { { 1, 64, 64 },  { 2, 16, 64 },   { 3, 256, 128 }, { 5, 128, 64 }, { 6, 64, 192 },
              { 7, 512, 64 }, { 11, 256, 64 }, { 13, 32, 128 }, { 24, 64, 64 } };

/* The sums as the definition has them, at the extremes of the bytes too. */
START_TEST (products_are_exact)
{
  uint32_t m = SIZES[_i].m, k = SIZES[_i].k, n = SIZES[_i].n;
  Sample sample = sample_product (k, n, (uint64_t) _i);
  uint8_t *a = room ((size_t) m * k);
  int32_t *out = room ((size_t) m * n * 4);
  for (uint32_t i = 0; i < m * k; i++)
    a[i] = (uint8_t) (i % 7 == 0 ? 255 : i % 11 == 0 ? 0 : random_below (&sample.random, 256));
  for (uint32_t i = 0; i < 64; i++)
    sample.weights[i] = i % 3 ? 63 : -63;
  const BelKernels *kernels;
  int usable;
  for (unsigned kind = 0; (kernels = bel_kernels_get (kind, &usable)); kind++) {
    if (!usable)
      continue;
    memset (out, 0x5A, (size_t) m * n * 4);
    kernels->product (&sample.product, a, m, out);
    for (uint32_t i = 0; i < m; i++) {
      for (uint32_t j = 0; j < n; j++) {
        int32_t sum = 0;
        for (uint32_t p = 0; p < k; p++)
          sum += a[i * k + p] * sample.weights[(j / 16) * k * 16 + p / 4 * 64 + j % 16 * 4 + p % 4];
        ck_assert_msg (out[i * n + j] == sum, "%s: row %u column %u: %d, not %d", kernels->name, i, j, out[i * n + j],
                       sum);
      }
    }
  }
  free (a);
  free (out);
  free_sample (&sample);
}
END_TEST

typedef struct {
  uint8_t bytes[MOST];
  float finished[MOST], dots[64], states[MOST];
} Results;

static void
run_all (const BelKernels *kernels, const Sample *sample, const int32_t *sums, const float *x, uint32_t gates,
         Results *out)
{
  enum { HIDDEN = 32, WORDS = 9 };
  float state[HIDDEN];
  memset (out, 0, sizeof *out);
  kernels->quantize (x, 37.5f, 1024, out->bytes);
  kernels->finish (&sample->product, sums, x, 64, out->finished);
  kernels->dots (x, x + 64, 20, 64, out->dots);
  BelRecurrence recurrence = { .product = &sample->product,
                               .hidden = HIDDEN,
                               .gates = gates,
                               .sums = sums,
                               .x = x,
                               .x_row = 2 * HIDDEN,
                               .x_step = HIDDEN,
                               .forget_c = x + 100,
                               .reset_c = x + 200,
                               .forget_b = x + 300,
                               .reset_b = x + 400,
                               .state = state,
                               .out = out->states };
  kernels->recur (&recurrence, WORDS);
}

START_TEST (all_kernels_give_the_same_bits)
{
  uint32_t gates = _i ? 4 : 3;
  Sample sample = sample_product (64, 2 * gates * 32, 5);
  g_autofree int32_t *sums = g_new (int32_t, MOST);
  g_autofree float *x = g_new (float, MOST);
  g_autofree Results *plain = g_new (Results, 1), *other = g_new (Results, 1);
  for (uint32_t i = 0; i < MOST; i++) {
    sums[i] = (int32_t) random_below (&sample.random, 200000) - 100000;
    x[i] = draw (&sample.random, i % 50 == 0 ? 40 : 3);
  }
  int usable;
  const BelKernels *kernels = bel_kernels_get (0, &usable);
  ck_assert (usable);
  run_all (kernels, &sample, sums, x, gates, plain);
  for (unsigned kind = 1; (kernels = bel_kernels_get (kind, &usable)); kind++) {
    if (!usable)
      continue;
    run_all (kernels, &sample, sums, x, gates, other);
    ck_assert_msg (memcmp (plain->bytes, other->bytes, sizeof plain->bytes) == 0, "%s: bytes", kernels->name);
    ck_assert_msg (memcmp (plain->finished, other->finished, sizeof plain->finished) == 0, "%s: sums", kernels->name);
    ck_assert_msg (memcmp (plain->dots, other->dots, sizeof plain->dots) == 0, "%s: dots", kernels->name);
    ck_assert_msg (memcmp (plain->states, other->states, sizeof plain->states) == 0, "%s: states", kernels->name);
  }
  free_sample (&sample);
}
END_TEST

START_TEST (bytes_are_rounded_and_held_in)
{
  static const float X[16] = { 0, 0.4f, 0.6f, -0.6f, 1.5f, 2.5f, 126.9f, 127, 128, 1e9f, -126.6f, -127, -128, -1e9f };
  static const uint8_t BYTES[14] = { 128, 128, 129, 127, 130, 130, 255, 255, 255, 255, 1, 1, 1, 1 };
  const BelKernels *kernels;
  int usable;
  for (unsigned kind = 0; (kernels = bel_kernels_get (kind, &usable)); kind++) {
    uint8_t out[16];
    if (!usable)
      continue;
    kernels->quantize (X, 1, 16, out);
    for (uint32_t i = 0; i < G_N_ELEMENTS (BYTES); i++)
      ck_assert_msg (out[i] == BYTES[i], "%s: %g became %u", kernels->name, (double) X[i], out[i]);
  }
}
END_TEST

START_TEST (exp_is_near_enough)
{
  for (double x = -75; x < 75; x += 0.00713) {
    double right = exp ((float) x), got = bel_exp ((float) x);
    ck_assert_msg (fabs (got / right - 1) < 1e-5, "exp (%g) is %g, not %g", x, got, right);
  }
  ck_assert (isfinite (bel_exp (1e30f)) && bel_exp (-1e30f) > 0);
  ck_assert_float_eq_tol (bel_sigmoid (0), 0.5f, 1e-7f);
}
END_TEST

void
bel_test_parser_kernels (Suite *suite)
{
  TCase *tcase = tcase_create ("kernels");
  tcase_add_loop_test (tcase, products_are_exact, 0, (int) G_N_ELEMENTS (SIZES));
  tcase_add_loop_test (tcase, all_kernels_give_the_same_bits, 0, 2);
  tcase_add_test (tcase, bytes_are_rounded_and_held_in);
  tcase_add_test (tcase, exp_is_near_enough);
  suite_add_tcase (suite, tcase);
}
