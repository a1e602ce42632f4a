/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* GitLab Code Quality: the part of the Code Climate format that GitLab reads, and its other_locations. */
#include "report/json-writer.h"
#include "report/report.h"

static const char *
severity_name (BelSeverity severity)
{
  return severity == BEL_SEVERITY_ERROR ? "major" : severity == BEL_SEVERITY_WARNING ? "minor" : "info";
}

static void
write_location (BelJson *json, const char *name, const BelEnd *end)
{
  const char *path = end->document->name;
  while (g_str_has_prefix (path, "./"))
    path += 2;
  bel_json_object (json, name);
  bel_json_string (json, "path", path);
  bel_json_object (json, "lines");
  bel_json_int (json, "begin", end->start.line1);
  bel_json_int (json, "end", end->end.line1);
  bel_json_end (json);
  bel_json_end (json);
}

void
bel_write_gitlab (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  BelJson json;
  bel_json_init (&json, out, 1);
  bel_json_array (&json, NULL);
  for (guint i = 0; i < list->len; i++) {
    const BelListed *listed = &g_array_index (list, BelListed, i);
    bel_json_object (&json, NULL);
    bel_json_string (&json, "type", "issue");
    bel_json_printf (&json, "description", "%s (against %s:%u)", listed->message, listed->b.document->name,
                     listed->b.start.line1);
    bel_json_string (&json, "check_name", listed->conflict->rule);
    bel_json_array (&json, "categories");
    bel_json_string (&json, NULL, "Bug Risk");
    bel_json_end (&json);
    bel_json_string (&json, "fingerprint", listed->conflict->id);
    bel_json_string (&json, "severity", severity_name (listed->conflict->severity));
    write_location (&json, "location", &listed->a);
    bel_json_array (&json, "other_locations");
    write_location (&json, NULL, &listed->b);
    bel_json_end (&json);
    bel_json_end (&json);
  }
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}
