/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* SARIF 2.1.0 (OASIS) as GitHub code scanning reads it: a result's place is the earlier account, the other account is a related
 * location that the message links to, parties that took no side follow. Columns count UTF-16 code units. */
#include "report/json-writer.h"
#include "report/line-hash.h"
#include "report/report.h"

/* GitHub shows at most this many results of a run, the gravest (docs.github.com, "SARIF support for code scanning"). */
#define MAX_RESULTS 5000u
/* It shows at most this many places beside a result; more would be bytes for nothing. */
#define MAX_RELATED 100

static const char *
level_name (BelSeverity severity)
{
  return severity == BEL_SEVERITY_ERROR ? "error" : severity == BEL_SEVERITY_WARNING ? "warning" : "note";
}

static void
write_message (BelJson *json, const char *name, const char *text)
{
  bel_json_object (json, name);
  bel_json_string (json, "text", text);
  bel_json_end (json);
}

/* -- rules ----------------------------------------------------------------------------------- */

static gint
by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the rules that found something, sorted. */
static GPtrArray *
rules_of (const GArray *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rules = g_ptr_array_new ();
  for (guint i = 0; i < list->len; i++) {
    const char *rule = g_array_index (list, BelListed, i).conflict->rule;
    if (g_hash_table_add (seen, (gpointer) rule))
      g_ptr_array_add (rules, (gpointer) rule);
  }
  g_ptr_array_sort (rules, by_name);
  return rules;
}

static void
write_rule (BelJson *json, const BelReport *report, const char *rule)
{
  const char *doc = bel_report_rule_doc (report, rule);
  bel_json_object (json, NULL);
  bel_json_string (json, "id", rule);
  write_message (json, "shortDescription", doc ? doc : "Two accounts cannot both be true.");
  write_message (json, "fullDescription", doc ? doc : "Two accounts cannot both be true.");
  bel_json_object (json, "help");
  bel_json_printf (json, "text", "%s\nRun 'belie rules explain %s' for its examples.",
                   doc ? doc : "Two accounts cannot both be true.", rule);
  bel_json_end (json);
  bel_json_end (json);
}

static void
write_tool (BelJson *json, const BelReport *report, const GPtrArray *rules)
{
  bel_json_object (json, "tool");
  bel_json_object (json, "driver");
  bel_json_string (json, "name", "belie");
  bel_json_string (json, "version", report->version);
  bel_json_string (json, "semanticVersion", report->version);
  bel_json_array (json, "rules");
  for (guint i = 0; i < rules->len; i++)
    write_rule (json, report, rules->pdata[i]);
  bel_json_end (json);
  bel_json_end (json);
  bel_json_end (json);
}

/* -- places ---------------------------------------------------------------------------------- */

static void
write_region (BelJson *json, const BelReport *report, const BelEnd *end)
{
  g_autofree char *quote = bel_report_quote (report, end);
  bel_json_object (json, "region");
  bel_json_int (json, "startLine", end->start.line1);
  bel_json_int (json, "startColumn", bel_report_column_utf16 (end, end->source.start));
  bel_json_int (json, "endLine", end->end.line1);
  bel_json_int (json, "endColumn", bel_report_column_utf16 (end, end->source.end));
  bel_json_int (json, "byteOffset", end->source.start);
  bel_json_int (json, "byteLength", bel_span_length (end->source));
  if (quote)
    write_message (json, "snippet", quote);
  bel_json_end (json);
}

static void
write_location (BelJson *json, const BelReport *report, const BelEnd *end, int id, const char *message)
{
  g_autofree char *uri = bel_report_uri (end->document->name);
  bel_json_object (json, NULL);
  if (id)
    bel_json_int (json, "id", id);
  bel_json_object (json, "physicalLocation");
  bel_json_object (json, "artifactLocation");
  bel_json_string (json, "uri", uri);
  bel_json_end (json);
  write_region (json, report, end);
  bel_json_end (json);
  if (message)
    write_message (json, "message", message);
  bel_json_end (json);
}

static void
write_related (BelJson *json, const BelReport *report, const BelListed *listed)
{
  bel_json_array (json, "relatedLocations");
  write_location (json, report, &listed->b, 1, "the other account");
  if (listed->conflict->dispute < listed->findings->disputes.n) {
    const BelDispute *dispute = &listed->findings->disputes.items[listed->conflict->dispute];
    for (uint32_t i = 0, id = 2; i < dispute->parties.n && id <= MAX_RELATED; i++) {
      const BelParty *party = &dispute->parties.items[i];
      if (party->side != BEL_PARTY_UNCOMMITTED)
        continue;
      BelEnd end = bel_report_party_end (listed->findings, party);
      write_location (json, report, &end, (int) id++, "takes no side");
    }
  }
  bel_json_end (json);
}

/* Brackets and backslashes of the message would begin a link. */
static char *
plain_message (const char *text)
{
  GString *out = g_string_new (NULL);
  for (; *text; text++) {
    if (*text == '[' || *text == ']' || *text == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *text);
  }
  return g_string_free (out, FALSE);
}

/* -- results --------------------------------------------------------------------------------- */

static guint
rule_index (const GPtrArray *rules, const char *rule)
{
  guint index = 0;
  while (index < rules->len && g_strcmp0 (rules->pdata[index], rule) != 0)
    index++;
  return index;
}

/* Hashes of the lines of the drafts that were asked for, by document. */
typedef GHashTable LineHashes;

static const char *
line_hash (LineHashes *hashes, const BelEnd *end)
{
  GPtrArray *lines = g_hash_table_lookup (hashes, end->document);
  if (!lines) {
    lines = bel_line_hashes (end->document->source, end->document->n_source);
    g_hash_table_insert (hashes, end->document, lines);
  }
  return end->start.line1 <= lines->len ? lines->pdata[end->start.line1 - 1] : NULL;
}

/* GitHub follows a result by the hash of its line; ours outlives a change of the line. */
static void
write_fingerprints (BelJson *json, const BelReport *report, const BelListed *listed, LineHashes *hashes)
{
  const char *hash = report->partial ? NULL : line_hash (hashes, &listed->a);
  bel_json_object (json, "partialFingerprints");
  if (hash)
    bel_json_string (json, "primaryLocationLineHash", hash);
  bel_json_string (json, "belieConflict/v1", listed->conflict->id);
  bel_json_end (json);
}

static void
write_suppressions (BelJson *json, const BelConflict *conflict)
{
  bel_json_array (json, "suppressions");
  bel_json_object (json, NULL);
  bel_json_string (json, "kind", conflict->accepted_in_draft ? "inSource" : "external");
  bel_json_string (json, "status", "accepted");
  if (conflict->accepted_why && *conflict->accepted_why)
    bel_json_string (json, "justification", conflict->accepted_why);
  bel_json_end (json);
  bel_json_end (json);
}

static void
write_result (BelJson *json, const BelReport *report, const BelListed *listed, guint rule, LineHashes *hashes)
{
  const BelConflict *conflict = listed->conflict;
  g_autofree char *plain = plain_message (listed->message);
  bool elsewhere = listed->a.document != listed->b.document;
  g_autofree char *file = elsewhere ? plain_message (listed->b.document->name) : NULL;
  bel_json_object (json, NULL);
  bel_json_string (json, "ruleId", conflict->rule);
  bel_json_int (json, "ruleIndex", rule);
  bel_json_string (json, "level", level_name (conflict->severity));
  bel_json_object (json, "message");
  bel_json_printf (json, "text", "%s. See [the other account](1) on line %u%s%s.", plain, listed->b.start.line1,
                   elsewhere ? " of " : "", elsewhere ? file : "");
  bel_json_end (json);
  bel_json_array (json, "locations");
  write_location (json, report, &listed->a, 0, NULL);
  bel_json_end (json);
  write_related (json, report, listed);
  write_fingerprints (json, report, listed, hashes);
  bel_json_rounded (json, "rank", (double) conflict->confidence * 100, 1);
  if (conflict->suppressed)
    write_suppressions (json, conflict);
  bel_json_object (json, "properties");
  bel_json_string (json, "class", bel_conflict_class_name (conflict->class_));
  bel_json_string (json, "question", report->snippets ? conflict->question : NULL);
  bel_json_end (json);
  bel_json_end (json);
}

/* The gravest first, so that what is cut off is the least. */
static void
write_results (BelJson *json, const BelReport *report, const GArray *list, const GPtrArray *rules)
{
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  guint n_written = 0;
  bel_json_array (json, "results");
  for (int severity = BEL_SEVERITY_ERROR; severity >= BEL_SEVERITY_NOTE; severity--)
    for (guint i = 0; i < list->len; i++) {
      const BelListed *listed = &g_array_index (list, BelListed, i);
      if ((int) listed->conflict->severity != severity || n_written >= MAX_RESULTS)
        continue;
      write_result (json, report, listed, rule_index (rules, listed->conflict->rule), hashes);
      n_written++;
    }
  bel_json_end (json);
}

void
bel_write_sarif (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, true);
  g_autoptr (GPtrArray) rules = rules_of (list);
  BelJson json;
  bel_json_init (&json, out, 4);
  bel_json_object (&json, NULL);
  bel_json_string (&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  bel_json_string (&json, "version", "2.1.0");
  bel_json_array (&json, "runs");
  bel_json_object (&json, NULL);
  write_tool (&json, report, rules);
  bel_json_string (&json, "columnKind", "utf16CodeUnits");
  write_results (&json, report, list, rules);
  bel_json_end (&json);
  bel_json_end (&json);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}
