/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* One line a conflict, in the form compilers made familiar, so that editors can jump to the place. */
#include "report/report.h"

#include <string.h>

static void
append_place (GString *out, const BelEnd *end)
{
  bel_report_append_clean (out, end->document->name, strlen (end->document->name));
  g_string_append_printf (out, ":%u:%u", end->start.line1, end->start.col_chars1);
}

static void
append_conflict (const BelReport *report, const BelFindings *findings, const BelConflict *conflict, GString *out)
{
  BelEnd a = bel_report_end (findings, conflict->a), b = bel_report_end (findings, conflict->b);
  const char *message = report->snippets && conflict->message ? conflict->message : bel_conflict_class_name (conflict->class_);
  append_place (out, &a);
  g_string_append_printf (out, ": %s: ", bel_severity_name (conflict->severity));
  bel_report_append_clean (out, message, strlen (message));
  g_string_append (out, " (against ");
  append_place (out, &b);
  g_string_append_printf (out, ") [%s] %s\n", conflict->rule, conflict->id);
}

void
bel_write_concise (const BelReport *report, GString *out)
{
  for (uint32_t g = 0; g < report->n_groups; g++)
    for (uint32_t i = 0; i < report->groups[g]->conflicts.n; i++)
      if (!report->groups[g]->conflicts.items[i].suppressed)
        append_conflict (report, report->groups[g], &report->groups[g]->conflicts.items[i], out);
}
