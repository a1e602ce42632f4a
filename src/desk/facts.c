/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/facts.h"

#include "base/file.h"
#include "document/visible.h"
#include "rule/program.h"

#include <string.h>

/* Columns of a table that are read. */
#define MAX_COLUMNS 32

/* Cells of one line, as spans of the source without the white space around them. */
typedef struct {
  BelSpan cells[MAX_COLUMNS];
  guint n;
} Row;

static char
separator_of (const char *name, const char *text, gsize n)
{
  const char *end = memchr (text, '\n', n);
  gsize first = end ? (gsize) (end - text) : n;
  if (memchr (text, '\t', first))
    return '\t';
  if (memchr (text, '|', first))
    return '|';
  return g_str_has_suffix (name, ".csv") && memchr (text, ',', first) ? ',' : 0;
}

static BelSpan
trimmed (const char *text, uint32_t start, uint32_t end)
{
  while (start < end && (g_ascii_isspace (text[start]) || text[start] == '"'))
    start++;
  while (end > start && (g_ascii_isspace (text[end - 1]) || text[end - 1] == '"'))
    end--;
  return BEL_SPAN (start, end);
}

/* Reads the line from @start to @end. A border of | is no cell. */
static void
read_row (const char *text, uint32_t start, uint32_t end, char separator, Row *row)
{
  bool quoted = false;
  uint32_t from = start;
  row->n = 0;
  for (uint32_t i = start; i <= end && row->n < MAX_COLUMNS; i++) {
    if (i < end && text[i] == '"' && separator == ',')
      quoted = !quoted;
    if (i < end && (text[i] != separator || quoted))
      continue;
    BelSpan cell = trimmed (text, from, i);
    bool border = separator == '|' && bel_span_is_empty (cell) && (from == start || i == end);
    if (!border)
      row->cells[row->n++] = cell;
    from = i + 1;
  }
}

static bool
is_rule (const char *text, const Row *row)
{
  for (guint i = 0; i < row->n; i++)
    for (uint32_t at = row->cells[i].start; at < row->cells[i].end; at++)
      if (!strchr ("-:= ", text[at]))
        return false;
  return true;
}

static void
add_cell (BelVisible *visible, const char *text, BelSpan cell)
{
  bel_visible_add (visible, text + cell.start, bel_span_length (cell), cell);
}

/* Row and headings as sentences, a block each. */
static void
add_row (BelVisible *visible, const char *text, const Row *heading, const Row *row)
{
  for (guint i = 1; i < row->n && i < heading->n; i++) {
    if (bel_span_is_empty (row->cells[0]) || bel_span_is_empty (row->cells[i]))
      continue;
    bel_visible_open (visible, BEL_BLOCK_PARAGRAPH);
    add_cell (visible, text, row->cells[0]);
    bel_visible_gap (visible, ' ', row->cells[0].end);
    add_cell (visible, text, heading->cells[i]);
    bel_visible_gap (visible, ' ', row->cells[i].start);
    add_cell (visible, text, row->cells[i]);
    if (text[row->cells[i].end - 1] != '.')
      bel_visible_gap (visible, '.', row->cells[i].end);
    bel_visible_close (visible);
  }
}

static BelDocument *
read_table (const BelEngine *engine, const char *name, GBytes *bytes, char separator)
{
  BelDocument *document = bel_document_new (bel_program_symbols (bel_engine_program (engine)), name, bytes);
  const char *text = document->source;
  Row heading = { .n = 0 }, row;
  BelVisible visible;
  bel_visible_init (&visible, document);
  for (uint32_t start = 0, end; start < document->n_source; start = end + 1) {
    const char *stop = memchr (text + start, '\n', document->n_source - start);
    end = stop ? (uint32_t) (stop - text) : document->n_source;
    read_row (text, start, end, separator, &row);
    if (is_rule (text, &row))
      continue;
    if (heading.n)
      add_row (&visible, text, &heading, &row);
    else
      heading = row;
  }
  bel_visible_finish (&visible);
  return document;
}

static void
read_facts (const BelEngine *engine, BelFile *file, char separator, GBytes *bytes, const BelReadOptions *options)
{
  file->document = read_table (engine, file->name, bytes, separator);
  if (file->document->date == BEL_DAY_NONE)
    file->document->date = options->as_of;
  bel_engine_parse (engine, file->document, BEL_INPUT_TEXT, file->diags);
  file->claims = bel_engine_extract (engine, file->document);
}

GPtrArray *
bel_facts_read (const BelEngine *engine, const char *path, const BelReadOptions *options)
{
  GPtrArray *files = bel_inputs_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bel_file_read (path, &error);
  gsize n = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &n) : NULL;
  bel_inputs_add_bytes (files, path, text ? text : "", n);
  BelFile *file = files->pdata[0];
  char separator = text && g_utf8_validate (text, (gssize) n, NULL) ? separator_of (path, text, n) : 0;
  if (!bytes)
    file->error = g_steal_pointer (&error);
  else if (separator)
    read_facts (engine, file, separator, bytes, options);
  else
    bel_inputs_read (engine, files, options);
  return files;
}
