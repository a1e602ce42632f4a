/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/snippet.h"

#include <string.h>

#define GUTTER_DIGITS 5
#define MAX_ROWS 5u
#define MIN_COLUMNS 20u

/* One character as it is shown. */
typedef struct {
  uint32_t start, n_bytes; /* within Strip.text */
  uint8_t columns;
  bool marked;
} Cell;

typedef struct {
  GString *text;
  GArray *cells;
} Strip;

static guint
char_columns (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

guint
bel_text_columns (const char *text, gsize n_bytes)
{
  guint n = 0;
  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    n += char_columns (g_utf8_get_char (p));
  return n;
}

/* -- which part of the text ------------------------------------------------------------------ */

static const BelSentence *
sentence_at (const BelDocument *document, uint32_t offset)
{
  uint32_t low = 0, high = document->sentences.n;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (document->sentences.items[middle].span.end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == document->sentences.n || document->sentences.items[low].span.start > offset)
    return NULL;
  return &document->sentences.items[low];
}

/* The sentences that hold the place; the place alone where there are none. */
static BelSpan
window_of (const BelEnd *end)
{
  BelSpan window = end->visible;
  const BelSentence *first = sentence_at (end->document, window.start);
  const BelSentence *last = window.end > window.start ? sentence_at (end->document, window.end - 1) : first;
  if (first)
    window.start = first->span.start;
  if (last)
    window.end = MAX (window.end, last->span.end);
  return window;
}

static uint32_t
word_start_after (const BelDocument *document, uint32_t offset, uint32_t limit)
{
  while (offset < limit && !g_ascii_isspace (document->text[offset]))
    offset++;
  while (offset < limit && g_ascii_isspace (document->text[offset]))
    offset++;
  return offset;
}

/* Cuts context off the front until the place begins within the first rows. */
static uint32_t
cut_front (const BelEnd *end, BelSpan window, guint columns)
{
  uint32_t budget = columns * (MAX_ROWS - 2);
  if (end->visible.start - window.start <= budget)
    return window.start;
  return word_start_after (end->document, end->visible.start - columns / 2, end->visible.start);
}

/* -- characters ------------------------------------------------------------------------------ */

static void
add_cell (Strip *strip, const char *text, gsize n, bool marked)
{
  Cell cell = { .start = (uint32_t) strip->text->len, .n_bytes = (uint32_t) n, .marked = marked };
  cell.columns = (uint8_t) bel_text_columns (text, n);
  g_string_append_len (strip->text, text, (gssize) n);
  g_array_append_val (strip->cells, cell);
}

static bool
ends_in_space (const Strip *strip)
{
  return strip->cells->len == 0 || strip->text->str[strip->text->len - 1] == ' ';
}

static void
add_text (Strip *strip, const BelEnd *end, BelSpan window)
{
  const char *text = end->document->text;
  BelSpan mark = bel_report_mark (end);
  for (const char *p = text + window.start; p < text + window.end; p = g_utf8_next_char (p)) {
    uint32_t at = (uint32_t) (p - text);
    bool marked = at >= mark.start && at < mark.end;
    if (g_unichar_isspace (g_utf8_get_char (p))) {
      if (!ends_in_space (strip))
        add_cell (strip, " ", 1, marked);
      continue;
    }
    g_autoptr (GString) clean = g_string_new (NULL);
    bel_report_append_clean (clean, p, (gsize) (g_utf8_next_char (p) - p));
    add_cell (strip, clean->str, clean->len, marked);
  }
}

/* -- rows ------------------------------------------------------------------------------------ */

/* Returns: where the row that begins at cell @first ends; a row breaks after a space where it can. */
static guint
row_end (const Strip *strip, guint first, guint columns)
{
  guint used = 0, after_space = first;
  for (guint i = first; i < strip->cells->len; i++) {
    const Cell *cell = &g_array_index (strip->cells, Cell, i);
    bool space = strip->text->str[cell->start] == ' ';
    if (used + cell->columns > columns && !space)
      return after_space > first ? after_space : MAX (i, first + 1);
    used += cell->columns;
    if (space)
      after_space = i + 1;
  }
  return strip->cells->len;
}

static void
append_gutter (const BelReport *report, guint indent, uint32_t line1, GString *out)
{
  g_string_append_printf (out, "%*s", (int) indent, "");
  if (line1)
    g_string_append_printf (out, "%*u", GUTTER_DIGITS, line1);
  else
    g_string_append_printf (out, "%*s", GUTTER_DIGITS, "");
  g_string_append (out, report->ascii ? " | " : " │ ");
}

static void
append_row (const BelReport *report, const Strip *strip, guint first, guint end, const char *style, GString *out)
{
  bool on = false;
  for (guint i = first; i < end; i++) {
    const Cell *cell = &g_array_index (strip->cells, Cell, i);
    if (report->color && style && cell->marked != on)
      g_string_append (out, cell->marked ? style : "\033[0m");
    on = cell->marked;
    g_string_append_len (out, strip->text->str + cell->start, cell->n_bytes);
  }
  if (report->color && style && on)
    g_string_append (out, "\033[0m");
}

static void
trim_line (GString *out)
{
  while (out->len && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_underline (const BelReport *report, const Strip *strip, guint first, guint end, const char *style, GString *out)
{
  guint last = first;
  for (guint i = first; i < end; i++)
    if (g_array_index (strip->cells, Cell, i).marked)
      last = i + 1;
  if (report->color && style)
    g_string_append (out, style);
  for (guint i = first; i < last; i++) {
    const Cell *cell = &g_array_index (strip->cells, Cell, i);
    for (guint c = 0; c < cell->columns; c++)
      g_string_append (out, !cell->marked ? " " : report->ascii ? "^" : "━");
  }
  if (report->color && style)
    g_string_append (out, "\033[0m");
}

static bool
has_mark (const Strip *strip, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (g_array_index (strip->cells, Cell, i).marked)
      return true;
  return false;
}

static void
append_rows (const BelReport *report, const BelEnd *end, const Strip *strip, guint indent, guint columns,
             const char *style, GString *out)
{
  guint rows = 0;
  for (guint first = 0; first < strip->cells->len; rows++) {
    guint last = row_end (strip, first, columns);
    bool cut = rows + 1 == MAX_ROWS && last < strip->cells->len;
    append_gutter (report, indent, rows == 0 ? end->start.line1 : 0, out);
    append_row (report, strip, first, last, style, out);
    if (cut)
      g_string_append (out, report->ascii ? "..." : "…");
    trim_line (out);
    if (has_mark (strip, first, last)) {
      append_gutter (report, indent, 0, out);
      append_underline (report, strip, first, last, style, out);
      trim_line (out);
    }
    if (cut)
      break;
    first = last;
  }
}

void
bel_snippet_append (const BelReport *report, const BelEnd *end, guint indent, const char *style, GString *out)
{
  guint gutter = indent + GUTTER_DIGITS + 4;
  guint columns = report->width > gutter + MIN_COLUMNS ? report->width - gutter : MIN_COLUMNS;
  BelSpan window = window_of (end);
  uint32_t start = cut_front (end, window, columns);
  const char *ellipsis = report->ascii ? "..." : "…";
  Strip strip = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (Cell)) };
  if (start > window.start)
    add_cell (&strip, ellipsis, strlen (ellipsis), false);
  add_text (&strip, end, BEL_SPAN (start, window.end));
  append_rows (report, end, &strip, indent, columns, style, out);
  g_string_free (strip.text, TRUE);
  g_array_unref (strip.cells);
}
