/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A summary for a merge request or a job's page: CommonMark with tables. Draft text is escaped, so that it can neither format
 * nor link nor mention. */
#include "report/escape.h"
#include "report/report.h"

#include <string.h>

void
bel_markdown_append (GString *out, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  bel_report_append_clean (clean, text, strlen (text));
  for (const char *p = clean->str; *p; p++) {
    if (*p == '<')
      g_string_append (out, "&lt;");
    else if (*p == '&')
      g_string_append (out, "&amp;");
    else if (*p == '@')
      g_string_append (out, "&#64;");
    else if (*p == ':' && p[1] == '/')
      g_string_append (out, "&#58;");
    else {
      if (strchr ("\\`*_{}[]()#+!|~>", *p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  }
}

static void
append_place (GString *out, const BelEnd *end)
{
  bel_markdown_append (out, end->document->name);
  g_string_append_printf (out, " line %u", end->start.line1);
}

static void
append_party (const BelReport *report, const BelFindings *findings, const BelParty *party, GString *out)
{
  static const char *const LABELS[] = { "A", "B", "no side", "related" };
  BelEnd end = bel_report_party_end (findings, party);
  g_autofree char *name = bel_report_party_name (findings, party);
  g_autofree char *quote = bel_report_quote (report, &end);
  g_string_append_printf (out, "| %s | ", LABELS[party->side]);
  bel_markdown_append (out, report->snippets ? name : "");
  g_string_append (out, " | ");
  bel_markdown_append (out, quote ? quote : "");
  g_string_append (out, " | ");
  append_place (out, &end);
  g_string_append (out, " |\n");
}

static void
append_dispute (const BelReport *report, const BelFindings *findings, const BelDispute *dispute, GString *out)
{
  const BelConflict *first = &findings->conflicts.items[dispute->conflicts.items[0]];
  g_string_append (out, "### ");
  bel_markdown_append (out, report->snippets && dispute->question ? dispute->question : "Two accounts differ.");
  g_string_append_printf (out, "\n\n**%s**, %s, `%s`, %.0f %% sure, id `%s`\n\n", bel_severity_name (dispute->severity),
                          bel_conflict_class_name (dispute->class_), first->rule, (double) dispute->confidence * 100,
                          first->id);
  g_string_append (out, "| | Source | Account | Place |\n|---|---|---|---|\n");
  for (uint32_t i = 0; i < dispute->parties.n; i++)
    append_party (report, findings, &dispute->parties.items[i], out);
  if (report->snippets && first->message) {
    g_string_append (out, "\nWhy: ");
    bel_markdown_append (out, first->message);
    g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
}

void
bel_write_markdown (const BelReport *report, GString *out)
{
  BelCounts counts = bel_report_counts (report);
  const uint32_t *n = counts.by_severity;
  g_string_append_printf (out, "## belie: %u error%s, %u warning%s, %u note%s", n[2], n[2] == 1 ? "" : "s", n[1],
                          n[1] == 1 ? "" : "s", n[0], n[0] == 1 ? "" : "s");
  if (counts.suppressed)
    g_string_append_printf (out, ", %u accepted", counts.suppressed);
  if (counts.left_out)
    g_string_append_printf (out, "; %u more not listed", counts.left_out);
  g_string_append_printf (out, "\n\n%u file%s checked.\n\n", report->n_files, report->n_files == 1 ? "" : "s");
  for (uint32_t g = 0; g < report->n_groups; g++)
    for (uint32_t i = 0; i < report->groups[g]->disputes.n; i++)
      if (!bel_dispute_is_suppressed (report->groups[g], &report->groups[g]->disputes.items[i]))
        append_dispute (report, report->groups[g], &report->groups[g]->disputes.items[i], out);
}
