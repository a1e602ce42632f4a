/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/closest.h"

#include <string.h>

#define MAX_LETTERS 40

/* Optimal string alignment distance, in bytes: names of options and keys are ASCII. */
static guint
distance (const char *a, guint n_a, const char *b, guint n_b)
{
  guint rows[MAX_LETTERS + 1][MAX_LETTERS + 1];
  for (guint i = 0; i <= n_a; i++)
    for (guint j = 0; j <= n_b; j++) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      guint best = rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      best = MIN (best, MIN (rows[i - 1][j], rows[i][j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = MIN (best, rows[i - 2][j - 2] + 1);
      rows[i][j] = best;
    }
  return rows[n_a][n_b];
}

const char *
bel_closest (const char *word, const char *const *names, guint n)
{
  gsize length = strlen (word);
  if (length == 0 || length > MAX_LETTERS)
    return NULL;
  guint best_distance = (guint) (length + 2) / 3;
  const char *best = NULL;
  for (guint i = 0; i < n; i++) {
    gsize other = strlen (names[i]);
    if (other > MAX_LETTERS)
      continue;
    guint d = distance (word, (guint) length, names[i], (guint) other);
    if (d <= best_distance && (!best || d < best_distance)) {
      best = names[i];
      best_distance = d;
    }
  }
  return best;
}
