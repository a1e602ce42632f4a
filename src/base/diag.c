/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/diag.h"

#include "base/linemap.h"

#include <string.h>

struct BelDiags {
  GPtrArray *items;
};

static void
diag_free (gpointer data)
{
  BelDiag *diag = data;
  g_free (diag->file);
  g_free (diag->message);
  g_free (diag->line_text);
  g_free (diag);
}

BelDiags *
bel_diags_new (void)
{
  BelDiags *diags = g_new0 (BelDiags, 1);
  diags->items = g_ptr_array_new_with_free_func (diag_free);
  return diags;
}

void
bel_diags_free (BelDiags *diags)
{
  if (!diags)
    return;
  g_ptr_array_unref (diags->items);
  g_free (diags);
}

/* A line of so many bytes is shown whole; of a longer one so many before a place, and after it. */
#define SHOWN_WHOLE 160u
#define SHOWN_BEFORE 70u
#define SHOWN_AFTER 50u

static bool
is_inside_character (const char *p)
{
  return ((guchar) *p & 0xC0) == 0x80;
}

/* Takes what stands around byte @at of @line into the finding. */
static void
take_line (BelDiag *diag, const char *source, BelSpan line, uint32_t at)
{
  bool whole = bel_span_length (line) <= SHOWN_WHOLE;
  uint32_t start = !whole && at - line.start > SHOWN_BEFORE ? at - SHOWN_BEFORE : line.start;
  uint32_t end = !whole && line.end - at > SHOWN_AFTER ? at + SHOWN_AFTER : line.end;
  while (start < at && is_inside_character (source + start))
    start++;
  while (end > at && end < line.end && is_inside_character (source + end))
    end--;
  g_autofree char *shown = g_strndup (source + start, end - start);
  diag->line_text = g_strconcat (start > line.start ? "…" : "", shown, end < line.end ? "…" : "", NULL);
  diag->caret = at - start + (start > line.start ? (uint32_t) strlen ("…") : 0);
}

static void
locate (BelDiag *diag, const char *source, uint32_t n_source)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelLineMap *map = bel_linemap_new (arena, source, n_source);
  BelPosition at = bel_linemap_position (map, diag->span.start);
  BelSpan line = bel_linemap_line (map, at.line1);
  diag->line1 = at.line1;
  diag->col_chars1 = at.col_chars1;
  take_line (diag, source, line, CLAMP (diag->span.start, line.start, line.end));
}

void
bel_diags_add (BelDiags *diags, BelSeverity severity, const char *code, const char *file, const char *source,
               uint32_t n_source, BelSpan span, const char *format, ...)
{
  BelDiag *diag = g_new0 (BelDiag, 1);
  diag->severity = severity;
  diag->code = code;
  diag->file = g_strdup (file);
  diag->span = span;
  va_list args;
  va_start (args, format);
  diag->message = g_strdup_vprintf (format, args);
  va_end (args);
  if (source)
    locate (diag, source, n_source);
  g_ptr_array_add (diags->items, diag);
}

static bool
stands_after (const BelDiag *a, const BelDiag *b)
{
  int order = g_strcmp0 (a->file, b->file);
  return order ? order > 0 : a->span.start > b->span.start;
}

/* Insertion: there are few, mostly in order. */
void
bel_diags_sort (BelDiags *diags, guint first)
{
  gpointer *items = diags->items->pdata;
  for (guint i = first + 1; i < diags->items->len; i++) {
    gpointer diag = items[i];
    guint j = i;
    for (; j > first && stands_after (items[j - 1], diag); j--)
      items[j] = items[j - 1];
    items[j] = diag;
  }
}

guint
bel_diags_count (const BelDiags *diags)
{
  return diags->items->len;
}

guint
bel_diags_count_at_least (const BelDiags *diags, BelSeverity severity)
{
  guint n = 0;
  for (guint i = 0; i < diags->items->len; i++)
    n += bel_diags_get (diags, i)->severity >= severity;
  return n;
}

const BelDiag *
bel_diags_get (const BelDiags *diags, guint index)
{
  return g_ptr_array_index (diags->items, index);
}

const char *
bel_severity_name (BelSeverity severity)
{
  static const char *const NAMES[] = { "note", "warning", "error" };
  return NAMES[severity];
}

/* Control characters and broken UTF-8 never reach the terminal. */
static void
append_safe (GString *out, const char *text, gssize n_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text, n_bytes);
  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '\t')
      g_string_append_c (out, ' ');
    else if (g_unichar_iscntrl (c))
      g_string_append_printf (out, "\\x%02x", c);
    else
      g_string_append_unichar (out, c);
  }
}

static guint
columns_of (const char *text)
{
  guint n = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    n += g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0 : g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

char *
bel_diag_format (const BelDiag *diag)
{
  GString *out = g_string_new (NULL);
  append_safe (out, diag->file, -1);
  if (diag->line1)
    g_string_append_printf (out, ":%u:%u", diag->line1, diag->col_chars1);
  g_string_append_printf (out, ": %s: ", bel_severity_name (diag->severity));
  append_safe (out, diag->message, -1);
  g_string_append_printf (out, " [%s]\n", diag->code);
  if (diag->line_text && *diag->line_text) {
    g_string_append (out, "  ");
    append_safe (out, diag->line_text, -1);
    g_autoptr (GString) before = g_string_new (NULL);
    append_safe (before, diag->line_text, (gssize) MIN (diag->caret, strlen (diag->line_text)));
    g_string_append_printf (out, "\n  %*s^\n", (int) columns_of (before->str), "");
  }
  return g_string_free (out, FALSE);
}
