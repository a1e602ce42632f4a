/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A table for spreadsheets (RFC 4180): one row a conflict. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it, for drafts are not to be trusted. */
#include "report/escape.h"
#include "report/report.h"

#include <string.h>

void
bel_csv_append_cell (GString *out, const char *text, bool first)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_string_append (out, first ? "\"" : ",\"");
  if (*valid && strchr ("=+-@\t\r", *valid))
    g_string_append_c (out, '\'');
  for (const char *p = valid; *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
append_end (const BelReport *report, const BelEnd *end, GString *out)
{
  g_autofree char *quote = bel_report_quote (report, end);
  bel_csv_append_cell (out, end->document->name, false);
  g_string_append_printf (out, ",%u,%u,%u,%u", end->start.line1, end->start.col_chars1, end->source.start,
                          end->source.end);
  bel_csv_append_cell (out, quote, false);
}

void
bel_write_csv (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  g_string_append (out,
                   "id,rule,class,severity,confidence,question,message,a_file,a_line,a_column,a_start,a_end,a_text,"
                   "b_file,b_line,b_column,b_start,b_end,b_text\r\n");
  for (guint i = 0; i < list->len; i++) {
    const BelListed *listed = &g_array_index (list, BelListed, i);
    char confidence[G_ASCII_DTOSTR_BUF_SIZE];
    bel_csv_append_cell (out, listed->conflict->id, true);
    bel_csv_append_cell (out, listed->conflict->rule, false);
    bel_csv_append_cell (out, bel_conflict_class_name (listed->conflict->class_), false);
    bel_csv_append_cell (out, bel_severity_name (listed->conflict->severity), false);
    g_string_append_printf (
        out, ",%s", g_ascii_formatd (confidence, sizeof confidence, "%.2f", (double) listed->conflict->confidence));
    bel_csv_append_cell (out, report->snippets ? listed->conflict->question : NULL, false);
    bel_csv_append_cell (out, listed->message, false);
    append_end (report, &listed->a, out);
    append_end (report, &listed->b, out);
    g_string_append (out, "\r\n");
  }
}
