/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* "did you mean": the nearest of the names that would have been right. */
#include "rule/compile.h"

#include <math.h>
#include <string.h>

#define MAX_NAME 64

/* Edits (a letter more, less, other, or two neighbours swapped) from @a to @b; @limit + 1 when more than @limit. */
static uint32_t
distance (const char *a, const char *b, uint32_t limit)
{
  uint32_t rows[3][MAX_NAME + 1];
  size_t n = strlen (a), m = strlen (b);
  if (n > MAX_NAME || m > MAX_NAME || n > m + limit || m > n + limit)
    return limit + 1;
  for (uint32_t j = 0; j <= m; j++)
    rows[0][j] = j;
  for (uint32_t i = 1; i <= n; i++) {
    uint32_t *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
    now[0] = i;
    for (uint32_t j = 1; j <= m; j++) {
      now[j] = MIN (MIN (now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = MIN (now[j], before[j - 2] + 1);
    }
  }
  return rows[n % 3][m];
}

const char *
bel_nearest_name (const char *name, const char *const *names)
{
  uint32_t limit = CLAMP ((uint32_t) strlen (name) / 3, 1, 3);
  const char *best = NULL;
  for (; *names; names++) {
    uint32_t d = distance (name, *names, limit);
    if (d <= limit && (d < limit || !best)) {
      best = *names;
      limit = d;
    }
  }
  return best;
}

char *
bel_did_you_mean (const char *name, const char *const *names)
{
  const char *near = bel_nearest_name (name, names);
  return near ? g_strdup_printf ("; did you mean '%s'?", near) : g_strdup ("");
}

void
bel_compile_unknown_block (BelCompiler *compiler, const BelAstBlock *block, BelRuleKind kind, BelAstWord name)
{
  uint32_t first = compiler->first[kind], n = compiler->first[kind + 1] - first;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  for (uint32_t i = 0; i < n; i++)
    names[i] = compiler->blocks.items[first + i]->name.text;
  g_autofree char *hint = bel_did_you_mean (name.text, names);
  bel_compile_error (compiler, block, name.span, "rule.unknown-name", "there is no %s '%s'%s",
                     bel_rule_kind_name (kind), name.text, hint);
}

bool
bel_compile_number (BelCompiler *compiler, const BelAstBlock *block, BelAstWord word, bool negative, double *out)
{
  const double LARGEST = 1e15; /* every whole number up to here is exact */
  double value = word.n > 40 ? HUGE_VAL : g_ascii_strtod (word.text, NULL);
  if (!(fabs (value) <= LARGEST)) {
    bel_compile_error (compiler, block, word.span, "rule.number", "this number is out of range; the largest is 1e15");
    return false;
  }
  *out = negative ? -value : value;
  return true;
}
