/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* GitHub workflow commands: annotations at the earlier account. GitHub shows ten errors, ten warnings and ten notices of a step
 * (docs.github.com, "Workflow commands"); what is beyond is counted in one more line of the log. */
#include "report/report.h"

#include <string.h>

#define MAX_OF_A_KIND 10u

static void
append_escaped (GString *out, const char *text, bool property)
{
  for (; *text; text++) {
    bool special = *text == '%' || *text == '\r' || *text == '\n' || (property && (*text == ':' || *text == ','));
    if (special)
      g_string_append_printf (out, "%%%02X", (guchar) *text);
    else if ((guchar) *text < 0x20 || *text == 0x7F)
      g_string_append_c (out, ' ');
    else
      g_string_append_c (out, *text);
  }
}

static const char *
command_name (BelSeverity severity)
{
  return severity == BEL_SEVERITY_ERROR ? "error" : severity == BEL_SEVERITY_WARNING ? "warning" : "notice";
}

static void
append_command (const BelListed *listed, GString *out)
{
  const BelEnd *a = &listed->a, *b = &listed->b;
  g_string_append_printf (out, "::%s file=", command_name (listed->conflict->severity));
  append_escaped (out, a->document->name, true);
  g_string_append_printf (out, ",line=%u,endLine=%u", a->start.line1, a->end.line1);
  if (a->start.line1 == a->end.line1)
    g_string_append_printf (out, ",col=%u,endColumn=%u", a->start.col_chars1, a->end.col_chars1);
  g_string_append (out, ",title=");
  append_escaped (out, listed->title, true);
  g_string_append (out, "::");
  append_escaped (out, listed->message, false);
  g_string_append (out, " (against ");
  append_escaped (out, b->document->name, false);
  g_string_append_printf (out, ":%u:%u) [%s] %s\n", b->start.line1, b->start.col_chars1, listed->conflict->rule,
                          listed->conflict->id);
}

void
bel_write_github (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  guint n[3] = { 0 }, beyond = 0;
  for (guint i = 0; i < list->len; i++) {
    const BelListed *listed = &g_array_index (list, BelListed, i);
    if (n[listed->conflict->severity]++ < MAX_OF_A_KIND)
      append_command (listed, out);
    else
      beyond++;
  }
  if (beyond)
    g_string_append_printf (out, "%u more conflicts are not annotated: GitHub shows %u of a kind\n", beyond,
                            MAX_OF_A_KIND);
}
