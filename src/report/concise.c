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
append_conflict (const BelListed *listed, GString *out)
{
  append_place (out, &listed->a);
  g_string_append_printf (out, ": %s: ", bel_severity_name (listed->conflict->severity));
  bel_report_append_clean (out, listed->message, strlen (listed->message));
  g_string_append (out, " (against ");
  append_place (out, &listed->b);
  g_string_append_printf (out, ") [%s] %s\n", listed->conflict->rule, listed->conflict->id);
}

void
bel_write_concise (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  for (guint i = 0; i < list->len; i++)
    append_conflict (&g_array_index (list, BelListed, i), out);
}
