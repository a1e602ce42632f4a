/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/glob.h"

#include <string.h>

/* "[a-z]", "[!0-9]". Returns: the pattern after it, NULL when @c is not in it or it is not closed. */
static const char *
match_set (const char *pattern, char c)
{
  gboolean negated = pattern[1] == '!' || pattern[1] == '^', found = FALSE;
  const char *p = pattern + 1 + negated;
  for (gboolean first = TRUE; *p && (*p != ']' || first); first = FALSE) {
    if (p[1] == '-' && p[2] && p[2] != ']') {
      found |= p[0] <= c && c <= p[2];
      p += 3;
    } else {
      found |= *p++ == c;
    }
  }
  return *p == ']' && found != negated && c != '/' ? p + 1 : NULL;
}

/* One row of the table a character of the pattern: reached[i] tells whether the pattern so far can end before path[i]. */
typedef struct {
  const char *path;
  gsize n;
  gboolean *reached;
} Row;

/* A star: every later place, up to the next "/" unless it @crosses. */
static void
spread (Row *row, gboolean crosses)
{
  for (gsize i = 0; i < row->n; i++)
    if (row->reached[i] && (crosses || row->path[i] != '/'))
      row->reached[i + 1] = TRUE;
}

/* Two stars between slashes stand for whole parts, or none: what follows begins a part. */
static void
keep_part_starts (Row *row)
{
  for (gsize i = 1; i <= row->n; i++)
    row->reached[i] = row->reached[i] && row->path[i - 1] == '/';
}

/* One character: every place moves on by one, or dies. @item: a letter, '?' or the begin of a set. */
static void
step (Row *row, const char *item)
{
  for (gsize i = row->n; i > 0; i--) {
    char c = row->path[i - 1];
    gboolean same = *item == '?' ? c != '/' : *item == '[' ? match_set (item, c) != NULL : *item == c;
    row->reached[i] = row->reached[i - 1] && same;
  }
  row->reached[0] = FALSE;
}

static const char *
set_end (const char *pattern)
{
  const char *end = pattern[1] ? strchr (pattern + 2, ']') : NULL;
  return end ? end + 1 : pattern + 1;
}

/* Whether @pattern matches a head of @path that ends where a part does. */
static gboolean
match_from_root (const char *pattern, const char *path)
{
  gsize n = strlen (path);
  g_autofree gboolean *reached = g_new0 (gboolean, n + 1);
  Row row = { path, n, reached };
  reached[0] = TRUE;
  for (const char *p = pattern; *p;) {
    if (g_str_has_prefix (p, "**")) {
      gboolean parts = p[2] == '/' && (p == pattern || p[-1] == '/');
      spread (&row, TRUE);
      if (parts)
        keep_part_starts (&row);
      p += parts ? 3 : 2;
    } else if (*p == '*') {
      spread (&row, FALSE);
      p++;
    } else {
      step (&row, p);
      p = *p == '[' ? set_end (p) : p + 1;
    }
  }
  for (gsize i = 0; i <= n; i++)
    if (reached[i] && (path[i] == 0 || path[i] == '/'))
      return TRUE;
  return FALSE;
}

gboolean
bel_glob_match (const char *pattern, const char *path)
{
  g_autofree char *bare = g_strdup (*pattern == '/' ? pattern + 1 : pattern);
  gsize n = strlen (bare);
  if (n && bare[n - 1] == '/')
    bare[n - 1] = 0;
  if (*pattern == '/' || strchr (bare, '/'))
    return match_from_root (bare, path);
  for (const char *part = path; part; part = strchr (part, '/') ? strchr (part, '/') + 1 : NULL)
    if (match_from_root (bare, part))
      return TRUE;
  return FALSE;
}
