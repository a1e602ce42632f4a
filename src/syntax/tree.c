/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/tree.h"

#include <math.h>
#include <string.h>

/* scratch[i]: 0 unseen, k + 2 seen on the walk that began at k, 1 known to reach the root. */
bool
bel_tree_is_tree (const uint32_t *heads, uint32_t n, uint32_t *scratch)
{
  uint32_t n_roots = 0;
  memset (scratch, 0, n * sizeof *scratch);
  for (uint32_t k = 0; k < n; k++) {
    uint32_t i = k;
    n_roots += heads[k] == BEL_NONE;
    while (i != BEL_NONE && scratch[i] == 0) {
      scratch[i] = k + 2;
      i = heads[i];
    }
    if (i != BEL_NONE && scratch[i] == k + 2)
      return false;
    for (i = k; i != BEL_NONE && scratch[i] == k + 2; i = heads[i])
      scratch[i] = 1;
  }
  return n_roots == 1;
}

/* Spans [s, t]; "right" spans are headed by s, "left" ones by t. Complete ones have all children of their
 * head on that side; open ones end in an arc between s and t. */
typedef struct {
  uint32_t n;
  const float *scores;
  float *complete[2], *open[2];
  uint16_t *complete_at[2], *open_at;
  uint32_t *heads;
} Chart;

enum { LEFT, RIGHT };

static float
arc (const Chart *chart, uint32_t head, uint32_t child)
{
  return chart->scores[(size_t) child * (chart->n + 1) + 1 + head];
}

static void
fill_open (Chart *chart, uint32_t s, uint32_t t)
{
  uint32_t n = chart->n, best_at = s;
  float best = -INFINITY;
  for (uint32_t m = s; m < t; m++) {
    float sum = chart->complete[RIGHT][s * n + m] + chart->complete[LEFT][(m + 1) * n + t];
    if (sum > best) {
      best = sum;
      best_at = m;
    }
  }
  chart->open_at[s * n + t] = (uint16_t) best_at;
  chart->open[LEFT][s * n + t] = best + arc (chart, t, s);
  chart->open[RIGHT][s * n + t] = best + arc (chart, s, t);
}

static void
fill_complete (Chart *chart, uint32_t s, uint32_t t)
{
  uint32_t n = chart->n, left_at = s, right_at = t;
  float left = -INFINITY, right = -INFINITY;
  for (uint32_t m = s; m < t; m++) {
    float sum = chart->complete[LEFT][s * n + m] + chart->open[LEFT][m * n + t];
    if (sum > left) {
      left = sum;
      left_at = m;
    }
  }
  for (uint32_t m = s + 1; m <= t; m++) {
    float sum = chart->open[RIGHT][s * n + m] + chart->complete[RIGHT][m * n + t];
    if (sum > right) {
      right = sum;
      right_at = m;
    }
  }
  chart->complete[LEFT][s * n + t] = left;
  chart->complete_at[LEFT][s * n + t] = (uint16_t) left_at;
  chart->complete[RIGHT][s * n + t] = right;
  chart->complete_at[RIGHT][s * n + t] = (uint16_t) right_at;
}

typedef struct {
  uint16_t s, t;
  uint8_t side, open;
} Span;

/* Walks the best derivation of a span with a stack of its own. */
static void
read_span (Chart *chart, Span *stack, Span first)
{
  uint32_t n = chart->n, n_stack = 0;
  stack[n_stack++] = first;
  while (n_stack) {
    Span span = stack[--n_stack];
    if (span.s == span.t)
      continue;
    size_t at = (size_t) span.s * n + span.t;
    if (span.open) {
      uint16_t m = chart->open_at[at];
      chart->heads[span.side == LEFT ? span.s : span.t] = span.side == LEFT ? span.t : span.s;
      stack[n_stack++] = (Span){ span.s, m, RIGHT, 0 };
      stack[n_stack++] = (Span){ (uint16_t) (m + 1), span.t, LEFT, 0 };
    } else if (span.side == LEFT) {
      uint16_t m = chart->complete_at[LEFT][at];
      stack[n_stack++] = (Span){ span.s, m, LEFT, 0 };
      stack[n_stack++] = (Span){ m, span.t, LEFT, 1 };
    } else {
      uint16_t m = chart->complete_at[RIGHT][at];
      stack[n_stack++] = (Span){ span.s, m, RIGHT, 1 };
      stack[n_stack++] = (Span){ m, span.t, RIGHT, 0 };
    }
  }
}

static void
decode_projective (BelArena *arena, const float *scores, uint32_t n, uint32_t *heads)
{
  size_t n2 = (size_t) n * n;
  Chart chart = { .n = n, .scores = scores, .heads = heads, .open_at = bel_arena_new_array (arena, uint16_t, n2) };
  for (int side = LEFT; side <= RIGHT; side++) {
    chart.complete[side] = bel_arena_new_array (arena, float, n2);
    chart.open[side] = bel_arena_new_array (arena, float, n2);
    chart.complete_at[side] = bel_arena_new_array (arena, uint16_t, n2);
  }
  for (uint32_t width = 1; width < n; width++) {
    for (uint32_t s = 0; s + width < n; s++) {
      fill_open (&chart, s, s + width);
      fill_complete (&chart, s, s + width);
    }
  }
  uint32_t root = 0;
  float best = -INFINITY;
  for (uint32_t r = 0; r < n; r++) {
    float sum = chart.complete[LEFT][r] + chart.complete[RIGHT][r * n + n - 1] + scores[r * (n + 1)];
    if (sum > best) {
      best = sum;
      root = r;
    }
  }
  heads[root] = BEL_NONE;
  Span *stack = bel_arena_new_array (arena, Span, 2 * (size_t) n + 2);
  read_span (&chart, stack, (Span){ 0, (uint16_t) root, LEFT, 0 });
  read_span (&chart, stack, (Span){ (uint16_t) root, (uint16_t) (n - 1), RIGHT, 0 });
}

/* Whether an arc reaches over one of the words between its ends to somewhere else. */
static bool
crosses (const uint32_t *heads, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    if (heads[i] == BEL_NONE)
      continue;
    uint32_t begin = MIN (i, heads[i]), end = MAX (i, heads[i]);
    for (uint32_t k = begin + 1; k < end; k++)
      if (heads[k] == BEL_NONE || heads[k] < begin || heads[k] > end)
        return true;
  }
  return false;
}

static float
sum_of (const float *scores, uint32_t n, const uint32_t *heads)
{
  float sum = 0;
  for (uint32_t i = 0; i < n; i++)
    sum += scores[(size_t) i * (n + 1) + (heads[i] == BEL_NONE ? 0 : heads[i] + 1)];
  return sum;
}

/* One word in 200 has an arc that crosses others; of those that the best heads have half are wrong. */
#define LOSS_OF_CROSSING 2.0f

static void
uncross (BelArena *arena, const float *scores, uint32_t n, uint32_t *heads)
{
  uint32_t *straight = bel_arena_new_array (arena, uint32_t, n);
  decode_projective (arena, scores, n, straight);
  if (sum_of (scores, n, heads) - sum_of (scores, n, straight) <= LOSS_OF_CROSSING)
    memcpy (heads, straight, n * sizeof *heads);
}

bool
bel_tree_decode (BelArena *arena, const float *scores, uint32_t n, uint32_t *heads)
{
  for (uint32_t i = 0; i < n; i++) {
    const float *row = scores + (size_t) i * (n + 1);
    uint32_t best = 0;
    for (uint32_t h = 1; h <= n; h++)
      if (h != i + 1 && row[h] > row[best])
        best = h;
    heads[i] = best ? best - 1 : BEL_NONE;
  }
  bool tree = n == 0 || bel_tree_is_tree (heads, n, bel_arena_new_array (arena, uint32_t, n));
  if (!tree)
    decode_projective (arena, scores, n, heads);
  else if (crosses (heads, n))
    uncross (arena, scores, n, heads);
  return !tree;
}
