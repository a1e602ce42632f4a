/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Decoding against trying all trees. */
#include "test-parser.h"

#include "syntax/tree.h"
#include "train/train.h"

#include <math.h>
#include <string.h>

#define MOST 6
#define ROOT BEL_NONE

static const struct {
  uint32_t n, heads[MOST];
  bool is_tree;
} TREES[] = {
  { 1, { ROOT }, true },
  { 1, { 0 }, false }, /* its own head */
  { 2, { 1, ROOT }, true },
  { 2, { ROOT, ROOT }, false }, /* two roots */
  { 2, { 1, 0 }, false },       /* a circle and no root */
  { 3, { ROOT, 2, 1 }, false }, /* a circle beside a root */
  { 4, { 1, 2, 3, ROOT }, true },
  { 4, { 2, 3, ROOT, 0 }, true }, /* arcs that cross are no harm */
  { 6, { 1, ROOT, 3, 4, 5, 3 }, false },
};

START_TEST (trees_are_known)
{
  uint32_t scratch[MOST];
  ck_assert (bel_tree_is_tree (TREES[_i].heads, TREES[_i].n, scratch) == TREES[_i].is_tree);
}
END_TEST

static bool
arcs_cross (const uint32_t *heads, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    for (uint32_t k = 0; k < n; k++) {
      if (heads[i] == ROOT || heads[k] == ROOT)
        continue;
      uint32_t a = MIN (i, heads[i]), b = MAX (i, heads[i]), c = MIN (k, heads[k]), d = MAX (k, heads[k]);
      if (a < c && c < b && b < d)
        return true;
    }
  }
  return false;
}

static bool
root_is_covered (const uint32_t *heads, uint32_t n)
{
  for (uint32_t r = 0; r < n; r++)
    for (uint32_t i = 0; heads[r] == ROOT && i < n; i++)
      if (heads[i] != ROOT && MIN (i, heads[i]) < r && r < MAX (i, heads[i]))
        return true;
  return false;
}

static float
total (const float *scores, const uint32_t *heads, uint32_t n)
{
  float sum = 0;
  for (uint32_t i = 0; i < n; i++)
    sum += scores[i * (n + 1) + (heads[i] == ROOT ? 0 : heads[i] + 1)];
  return sum;
}

/* The best projective tree with one root, by trying all (n + 1) to the n ways to draw heads. */
static float
best_by_trying (const float *scores, uint32_t n)
{
  uint32_t heads[MOST], scratch[MOST], ways = 1;
  float best = -INFINITY;
  for (uint32_t i = 0; i < n; i++)
    ways *= n + 1;
  for (uint32_t way = 0; way < ways; way++) {
    uint32_t rest = way;
    for (uint32_t i = 0; i < n; i++, rest /= n + 1)
      heads[i] = rest % (n + 1) == 0 ? ROOT : rest % (n + 1) - 1;
    if (bel_tree_is_tree (heads, n, scratch) && !arcs_cross (heads, n) && !root_is_covered (heads, n))
      best = MAX (best, total (scores, heads, n));
  }
  return best;
}

START_TEST (decoding_finds_the_best)
{
  Random random = random_seed (3);
  uint32_t n_needed = 0, n_crossing = 0;
  for (int round = 0; round < 150; round++) {
    uint32_t n = 1 + random_below (&random, 5), heads[MOST], scratch[MOST];
    float scores[MOST * (MOST + 1)];
    g_autoptr (BelArena) arena = bel_arena_new ();
    for (uint32_t i = 0; i < n * (n + 1); i++)
      scores[i] = 4 * random_unit (&random);
    for (uint32_t i = 0; i < n; i++)
      scores[i * (n + 1) + i + 1] = -1e9f;
    bool needed = bel_tree_decode (arena, scores, n, heads);
    ck_assert (bel_tree_is_tree (heads, n, scratch));
    if (needed)
      ck_assert_float_eq_tol (total (scores, heads, n), best_by_trying (scores, n), 1e-4f);
    bool crosses = arcs_cross (heads, n) || root_is_covered (heads, n);
    if (crosses) /* only where that is clearly better */
      ck_assert_float_gt (total (scores, heads, n), best_by_trying (scores, n) + 1.99f);
    n_needed += needed;
    n_crossing += crosses;
  }
  ck_assert_uint_gt (n_needed, 20); /* otherwise nothing was tested */
  ck_assert_uint_gt (n_crossing, 0);
}
END_TEST

/* Heads that go round in circles, as many words as the limit allows: still a tree, and soon. */
START_TEST (long_sentences_are_decoded)
{
  enum { N = 400 };
  g_autoptr (BelArena) arena = bel_arena_new ();
  float *scores = bel_arena_new_array (arena, float, N *(N + 1));
  uint32_t *heads = bel_arena_new_array (arena, uint32_t, N), *scratch = bel_arena_new_array (arena, uint32_t, N);
  for (uint32_t i = 0; i < N; i++)
    scores[i * (N + 1) + 1 + (i + 1) % N] = 5;
  ck_assert (bel_tree_decode (arena, scores, N, heads));
  ck_assert (bel_tree_is_tree (heads, N, scratch));
}
END_TEST

void
bel_test_parser_tree (Suite *suite)
{
  TCase *tcase = tcase_create ("tree");
  tcase_add_loop_test (tcase, trees_are_known, 0, (int) G_N_ELEMENTS (TREES));
  tcase_add_test (tcase, decoding_finds_the_best);
  tcase_add_test (tcase, long_sentences_are_decoded);
  tcase_set_timeout (tcase, 60);
  suite_add_tcase (suite, tcase);
}
