/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/saved-draft.h"

#include <string.h>

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const BelSavedLines *left = a, *right = b;
  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  return left->span.end < right->span.end ? -1 : left->span.end > right->span.end;
}

/* Line breaks in @n bytes; CR, LF and CRLF each count as one. */
static guint
count_breaks (const char *text, gsize n)
{
  guint breaks = 0;
  for (gsize i = 0; i < n; i++)
    breaks += text[i] == '\n' ? i == 0 || text[i - 1] != '\r' : text[i] == '\r';
  return breaks;
}

static void
add_sentence (BelDocument *document, BelSpan span)
{
  for (uint32_t i = 0; i < document->sentences.n; i++)
    if (bel_span_overlaps (document->sentences.items[i].span, span))
      return;
  BelSentence *sentence = bel_vec_add (document->arena, &document->sentences);
  sentence->span = span;
}

/* Blocks of lines that do not overlap, and the sentences in them. */
static void
add_blocks (BelDocument *document, const GArray *lines)
{
  uint32_t shown = 0;
  for (guint i = 0; i < lines->len; i++) {
    const BelSavedLines *row = &g_array_index (lines, BelSavedLines, i);
    if (row->span.start >= shown && !bel_span_is_empty (row->span))
      bel_document_add_block (document, BEL_BLOCK_PARAGRAPH, row->span);
    if (!bel_span_is_empty (row->sentence) && bel_span_contains (row->span, row->sentence))
      add_sentence (document, row->sentence);
    shown = MAX (shown, row->span.end);
  }
}

/* Puts @lines into the text that has been written up to @at, on line @line1. Returns: where it is written to now. */
static uint32_t
put_lines (char *text, uint32_t at, guint *line1, const BelSavedLines *lines)
{
  if (lines->span.start < at) /* the same lines once more */
    return MAX (at, lines->span.end);
  for (uint32_t back = 1; *line1 < lines->line1 && lines->span.start >= at + back; back++, (*line1)++)
    text[lines->span.start - back] = '\n';
  if (lines->text)
    memcpy (text + lines->span.start, lines->text, bel_span_length (lines->span));
  *line1 += count_breaks (text + lines->span.start, bel_span_length (lines->span));
  return lines->span.end;
}

BelDocument *
bel_saved_draft (const char *name, GArray *lines)
{
  g_array_sort (lines, by_place);
  uint32_t n = 0, at = 0;
  guint line1 = 1;
  for (guint i = 0; i < lines->len; i++)
    n = MAX (n, g_array_index (lines, BelSavedLines, i).span.end);
  char *text = g_malloc (n + 1);
  memset (text, ' ', n);
  text[n] = 0;
  for (guint i = 0; i < lines->len; i++)
    at = put_lines (text, at, &line1, &g_array_index (lines, BelSavedLines, i));
  g_autoptr (GBytes) whole = g_bytes_new_take (text, n + 1), bytes = g_bytes_new_from_bytes (whole, 0, n);
  BelDocument *document = bel_document_new (NULL, name, bytes);
  add_blocks (document, lines);
  return document;
}
