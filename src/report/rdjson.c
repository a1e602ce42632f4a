/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Reviewdog's diagnostic format, as one document and as lines. Columns count bytes from 1. */
#include "report/json-writer.h"
#include "report/report.h"

static const char *
severity_name (BelSeverity severity)
{
  return severity == BEL_SEVERITY_ERROR ? "ERROR" : severity == BEL_SEVERITY_WARNING ? "WARNING" : "INFO";
}

static void
write_position (BelJson *json, const char *name, BelPosition at)
{
  bel_json_object (json, name);
  bel_json_int (json, "line", at.line1);
  bel_json_int (json, "column", at.col_bytes1);
  bel_json_end (json);
}

static void
write_location (BelJson *json, const BelEnd *end)
{
  bel_json_object (json, "location");
  bel_json_string (json, "path", end->document->name);
  bel_json_object (json, "range");
  write_position (json, "start", end->start);
  write_position (json, "end", end->end);
  bel_json_end (json);
  bel_json_end (json);
}

static void
write_diagnostic (BelJson *json, const BelListed *listed, bool with_source)
{
  bel_json_object (json, NULL);
  bel_json_printf (json, "message", "%s: %s (%s)", listed->title, listed->message, listed->conflict->id);
  write_location (json, &listed->a);
  bel_json_string (json, "severity", severity_name (listed->conflict->severity));
  if (with_source) {
    bel_json_object (json, "source");
    bel_json_string (json, "name", "belie");
    bel_json_end (json);
  }
  bel_json_object (json, "code");
  bel_json_string (json, "value", listed->conflict->rule);
  bel_json_end (json);
  bel_json_array (json, "related_locations");
  bel_json_object (json, NULL);
  bel_json_string (json, "message", "the other account");
  write_location (json, &listed->b);
  bel_json_end (json);
  bel_json_end (json);
  bel_json_end (json);
}

void
bel_write_rdjson (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  BelJson json;
  bel_json_init (&json, out, 2);
  bel_json_object (&json, NULL);
  bel_json_object (&json, "source");
  bel_json_string (&json, "name", "belie");
  bel_json_end (&json);
  bel_json_array (&json, "diagnostics");
  for (guint i = 0; i < list->len; i++)
    write_diagnostic (&json, &g_array_index (list, BelListed, i), false);
  bel_json_end (&json);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}

void
bel_write_rdjsonl (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, false);
  for (guint i = 0; i < list->len; i++) {
    BelJson json;
    bel_json_init (&json, out, 0);
    write_diagnostic (&json, &g_array_index (list, BelListed, i), true);
    g_string_append_c (out, '\n');
  }
}
