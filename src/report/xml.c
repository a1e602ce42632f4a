/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The two XML formats that CI servers read: JUnit (as Jenkins' junit-10 schema has it) and Checkstyle. Both are lists by
 * file, and a conflict is told at its earlier end. */
#include "report/report.h"

static void
attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  bel_report_append_xml (out, value);
  g_string_append_c (out, '"');
}

static bool
is_in_file (const BelListed *listed, const BelReportFile *file)
{
  return g_str_equal (listed->a.document->name, file->name);
}

/* Calls @write for each conflict whose earlier end is in @file. Returns: how many there were. */
static guint
each_in_file (const BelReport *report, const GArray *list, const BelReportFile *file,
              void (*write) (const BelReport *report, const BelListed *listed, GString *out), GString *out)
{
  guint n = 0;
  for (guint i = 0; i < list->len; i++) {
    const BelListed *listed = &g_array_index (list, BelListed, i);
    if (!is_in_file (listed, file))
      continue;
    n++;
    if (write)
      write (report, listed, out);
  }
  return n;
}

/* -- JUnit ----------------------------------------------------------------------------------- */

static void
append_account (const BelReport *report, const BelEnd *end, GString *out)
{
  g_autofree char *quote = bel_report_quote (report, end);
  g_autofree char *place = g_strdup_printf ("%s:%u:%u: ", end->document->name, end->start.line1, end->start.col_chars1);
  bel_report_append_xml (out, place);
  bel_report_append_xml (out, quote ? quote : "");
  g_string_append_c (out, '\n');
}

static void
write_testcase (const BelReport *report, const BelListed *listed, GString *out)
{
  bool fails = bel_report_fails (report, listed->conflict->severity);
  g_autofree char *name = g_strdup_printf ("%s %s", listed->conflict->rule, listed->conflict->id);
  g_string_append (out, "    <testcase");
  attribute (out, "name", name);
  attribute (out, "classname", listed->a.document->name);
  g_string_append (out, ">\n");
  g_string_append (out, fails ? "      <failure" : "      <system-out>");
  if (fails) {
    attribute (out, "message", listed->message);
    attribute (out, "type", bel_conflict_class_name (listed->conflict->class_));
    g_string_append_c (out, '>');
  }
  append_account (report, &listed->a, out);
  append_account (report, &listed->b, out);
  g_string_append (out, fails ? "</failure>\n" : "</system-out>\n");
  g_string_append (out, "    </testcase>\n");
}

static guint
count_failures (const BelReport *report, const GArray *list, const BelReportFile *file)
{
  guint n = 0;
  for (guint i = 0; i < list->len; i++) {
    const BelListed *listed = &g_array_index (list, BelListed, i);
    n += is_in_file (listed, file) && bel_report_fails (report, listed->conflict->severity);
  }
  return n;
}

static void
write_suite (const BelReport *report, const GArray *list, const BelReportFile *file, GString *out)
{
  guint n = each_in_file (report, list, file, NULL, NULL);
  g_string_append (out, "  <testsuite");
  attribute (out, "name", file->name);
  g_string_append_printf (out, " tests=\"%u\" failures=\"%u\" errors=\"0\" skipped=\"0\">\n", MAX (n, 1u),
                          count_failures (report, list, file));
  if (n == 0) {
    g_string_append (out, "    <testcase name=\"no two accounts exclude each other\"");
    attribute (out, "classname", file->name);
    g_string_append (out, "/>\n");
  }
  each_in_file (report, list, file, write_testcase, out);
  g_string_append (out, "  </testsuite>\n");
}

void
bel_write_junit (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"belie\">\n");
  for (uint32_t i = 0; i < report->n_files; i++)
    write_suite (report, list, &report->files[i], out);
  g_string_append (out, "</testsuites>\n");
}

/* -- Checkstyle ------------------------------------------------------------------------------ */

static void
write_checkstyle_error (const BelReport *report, const BelListed *listed, GString *out)
{
  (void) report;
  static const char *const SEVERITIES[] = { "info", "warning", "error" };
  g_autofree char *message = g_strdup_printf ("%s (against %s:%u:%u) %s", listed->message, listed->b.document->name,
                                              listed->b.start.line1, listed->b.start.col_chars1, listed->conflict->id);
  g_autofree char *source = g_strdup_printf ("belie.%s", listed->conflict->rule);
  g_string_append_printf (out, "    <error line=\"%u\" column=\"%u\"", listed->a.start.line1,
                          listed->a.start.col_chars1);
  attribute (out, "severity", SEVERITIES[listed->conflict->severity]);
  attribute (out, "message", message);
  attribute (out, "source", source);
  g_string_append (out, "/>\n");
}

void
bel_write_checkstyle (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n");
  for (uint32_t i = 0; i < report->n_files; i++) {
    g_string_append (out, "  <file");
    attribute (out, "name", report->files[i].name);
    g_string_append (out, ">\n");
    each_in_file (report, list, &report->files[i], write_checkstyle_error, out);
    g_string_append (out, "  </file>\n");
  }
  g_string_append (out, "</checkstyle>\n");
}
