/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The report as JSON: a contract with other programs; fields are added, never lost or renamed. */
#include "report/json-claim.h"
#include "report/report.h"

static const char *const FAIL_LEVELS[] = { "note", "warning", "error", "never" };

/* Under an embargo nothing that quotes the draft is written. */
static const char *
said (const BelReport *report, const char *text)
{
  return report->snippets ? text : NULL;
}

/* The lines that @end stands in, so that a saved report can be shown without the draft. */
static void
write_context (BelJson *json, const BelReport *report, const BelEnd *end)
{
  const BelDocument *document = end->document;
  if (!report->snippets)
    return;
  BelSpan lines = bel_span_union (bel_linemap_line (document->lines, end->start.line1),
                                  bel_linemap_line (document->lines, end->end.line1));
  BelPosition last
      = bel_document_position (end->document, bel_document_source_span (document, bel_report_sentence (end)).end);
  lines = bel_span_union (bel_span_union (lines, end->source), bel_linemap_line (document->lines, last.line1));
  bel_json_object (json, "context");
  bel_json_span (json, "span", lines);
  bel_json_text (json, "text", document->source + lines.start, bel_span_length (lines));
  bel_json_span (json, "sentence", bel_document_source_span (document, bel_report_sentence (end)));
  bel_json_end (json);
}

static void
write_words (BelJson *json, const BelEnd *end)
{
  if (!bel_span_is_empty (end->words))
    bel_json_span (json, "words", bel_document_source_span (end->document, end->words));
}

static void
write_place (BelJson *json, const char *name, const BelReport *report, const BelEnd *end)
{
  bel_json_object (json, name);
  bel_json_string (json, "file", end->document->name);
  bel_json_span (json, "span", end->source);
  bel_json_int (json, "line", end->start.line1);
  bel_json_int (json, "column", end->start.col_chars1);
  write_words (json, end);
  if (report->snippets)
    bel_json_text (json, "text", end->document->source + end->source.start, bel_span_length (end->source));
  write_context (json, report, end);
  if (end->claim && report->snippets)
    bel_json_claim (json, "claim", end->claims, (uint32_t) (end->claim - end->claims->claims.items), false);
  bel_json_end (json);
}

static const char *
side_name (BelPartySide side)
{
  static const char *const NAMES[] = { "for", "against", "uncommitted", "related" };
  return NAMES[side];
}

static void
write_party (BelJson *json, const BelReport *report, const BelFindings *findings, const BelParty *party)
{
  BelEnd end = bel_report_party_end (findings, party);
  g_autofree char *source = bel_report_party_name (findings, party);
  bel_json_object (json, NULL);
  bel_json_string (json, "side", side_name (party->side));
  bel_json_string (json, "source", party->attribution == BEL_NONE && !party->name ? NULL : said (report, source));
  bel_json_string (json, "file", end.document->name);
  bel_json_span (json, "span", end.source);
  bel_json_int (json, "line", end.start.line1);
  bel_json_int (json, "column", end.start.col_chars1);
  write_words (json, &end);
  if (report->snippets)
    bel_json_text (json, "text", end.document->source + end.source.start, bel_span_length (end.source));
  write_context (json, report, &end);
  bel_json_end (json);
}

/* The other accounts of the dispute: those that took no side, and what is related. */
static void
write_others (BelJson *json, const BelFindings *findings, const BelConflict *conflict)
{
  bel_json_array (json, "others");
  if (conflict->dispute < findings->disputes.n) {
    const BelDispute *dispute = &findings->disputes.items[conflict->dispute];
    for (uint32_t i = 0; i < dispute->parties.n; i++) {
      const BelParty *party = &dispute->parties.items[i];
      if (party->side != BEL_PARTY_UNCOMMITTED && party->side != BEL_PARTY_RELATED)
        continue;
      BelEnd end = bel_report_party_end (findings, party);
      bel_json_object (json, NULL);
      bel_json_string (json, "file", end.document->name);
      bel_json_span (json, "span", end.source);
      bel_json_string (json, "stance", side_name (party->side));
      bel_json_end (json);
    }
  }
  bel_json_end (json);
}

static void
write_conflict (BelJson *json, const BelReport *report, const BelFindings *findings, const BelConflict *conflict)
{
  BelEnd a = bel_report_end (findings, conflict->a), b = bel_report_end (findings, conflict->b);
  bel_json_object (json, NULL);
  bel_json_string (json, "id", conflict->id);
  bel_json_string (json, "rule", conflict->rule);
  bel_json_string (json, "class", bel_conflict_class_name (conflict->class_));
  bel_json_string (json, "severity", bel_severity_name (conflict->severity));
  bel_json_rounded (json, "confidence", (double) conflict->confidence, 4);
  bel_json_string (json, "question", said (report, conflict->question));
  bel_json_string (json, "message", said (report, conflict->message));
  bel_json_string (json, "why", said (report, conflict->why));
  if (conflict->dispute < findings->disputes.n)
    bel_json_string (json, "dispute", findings->disputes.items[conflict->dispute].id);
  write_place (json, "a", report, &a);
  write_place (json, "b", report, &b);
  write_others (json, findings, conflict);
  bel_json_end (json);
}

static void
write_dispute (BelJson *json, const BelReport *report, const BelFindings *findings, const BelDispute *dispute)
{
  bel_json_object (json, NULL);
  bel_json_string (json, "id", dispute->id);
  bel_json_string (json, "question", said (report, dispute->question));
  bel_json_string (json, "class", bel_conflict_class_name (dispute->class_));
  bel_json_string (json, "severity", bel_severity_name (dispute->severity));
  bel_json_rounded (json, "confidence", (double) dispute->confidence, 4);
  bel_json_array (json, "conflicts");
  for (uint32_t i = 0; i < dispute->conflicts.n; i++)
    bel_json_string (json, NULL, findings->conflicts.items[dispute->conflicts.items[i]].id);
  bel_json_end (json);
  bel_json_array (json, "parties");
  for (uint32_t i = 0; i < dispute->parties.n; i++)
    write_party (json, report, findings, &dispute->parties.items[i]);
  bel_json_end (json);
  if (dispute->related < findings->disputes.n)
    bel_json_string (json, "related", findings->disputes.items[dispute->related].id);
  bel_json_int (json, "left_out", dispute->left_out);
  if (dispute->parties_left_out)
    bel_json_int (json, "parties_left_out", dispute->parties_left_out);
  bel_json_end (json);
}

static void
write_head (BelJson *json, const BelReport *report)
{
  bel_json_int (json, "schema", 1);
  bel_json_object (json, "tool");
  bel_json_string (json, "name", "belie");
  bel_json_string (json, "version", report->version);
  bel_json_string (json, "rules", report->rules);
  bel_json_end (json);
  bel_json_array (json, "documents");
  for (uint32_t i = 0; i < report->n_files; i++) {
    const BelReportFile *file = &report->files[i];
    bel_json_object (json, NULL);
    bel_json_string (json, "file", file->name);
    bel_json_int (json, "claims", file->n_claims);
    bel_json_int (json, "sentences", file->n_sentences);
    bel_json_int (json, "bytes", file->n_bytes);
    if (file->date != BEL_DAY_NONE)
      bel_json_day (json, "date", file->date);
    bel_json_end (json);
  }
  bel_json_end (json);
}

static void
write_findings (BelJson *json, const BelReport *report)
{
  bel_json_array (json, "conflicts");
  for (uint32_t g = 0; g < report->n_groups; g++) {
    const BelFindings *findings = report->groups[g];
    for (uint32_t i = 0; i < findings->conflicts.n; i++)
      if (!findings->conflicts.items[i].suppressed)
        write_conflict (json, report, findings, &findings->conflicts.items[i]);
  }
  bel_json_end (json);
  bel_json_array (json, "disputes");
  for (uint32_t g = 0; g < report->n_groups; g++) {
    const BelFindings *findings = report->groups[g];
    for (uint32_t i = 0; i < findings->disputes.n; i++)
      if (!bel_dispute_is_suppressed (findings, &findings->disputes.items[i]))
        write_dispute (json, report, findings, &findings->disputes.items[i]);
  }
  bel_json_end (json);
}

void
bel_write_json (const BelReport *report, GString *out)
{
  if (report->saved && report->snippets) {
    g_string_append (out, report->saved);
    return;
  }
  BelCounts counts = bel_report_counts (report);
  BelJson json;
  bel_json_init (&json, out, 2);
  bel_json_object (&json, NULL);
  write_head (&json, report);
  bel_json_string (&json, "fail_level", FAIL_LEVELS[report->fail_level]);
  write_findings (&json, report);
  bel_json_object (&json, "summary");
  bel_json_int (&json, "error", counts.by_severity[BEL_SEVERITY_ERROR]);
  bel_json_int (&json, "warning", counts.by_severity[BEL_SEVERITY_WARNING]);
  bel_json_int (&json, "note", counts.by_severity[BEL_SEVERITY_NOTE]);
  bel_json_int (&json, "suppressed", counts.suppressed);
  if (counts.left_out)
    bel_json_int (&json, "left_out", counts.left_out);
  bel_json_end (&json);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}
