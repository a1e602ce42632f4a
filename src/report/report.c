/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/report.h"

#include "report/escape.h"

#include <string.h>

/* -- formats --------------------------------------------------------------------------------- */

static const BelFormat FORMATS[] = {
#define F(name, function, summary) { name, summary, function },
#include "report/formats.def"
#undef F
};

const BelFormat *
bel_formats (guint *out_n)
{
  *out_n = G_N_ELEMENTS (FORMATS);
  return FORMATS;
}

const BelFormat *
bel_format_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    if (g_str_equal (name, FORMATS[i].name))
      return &FORMATS[i];
  return NULL;
}

/* -- counts ---------------------------------------------------------------------------------- */

BelCounts
bel_report_counts (const BelReport *report)
{
  BelCounts counts = { 0 };
  for (uint32_t g = 0; g < report->n_groups; g++) {
    for (int s = 0; s < 3; s++)
      counts.by_severity[s] += report->groups[g]->counts[s];
    counts.suppressed += report->groups[g]->suppressed;
    counts.left_out += report->groups[g]->left_out;
  }
  return counts;
}

bool
bel_report_fails (const BelReport *report, BelSeverity severity)
{
  return report->fail_level != BEL_FAIL_NEVER && (guint) severity >= (guint) report->fail_level;
}

bool
bel_dispute_is_suppressed (const BelFindings *findings, const BelDispute *dispute)
{
  for (uint32_t i = 0; i < dispute->conflicts.n; i++)
    if (!findings->conflicts.items[dispute->conflicts.items[i]].suppressed)
      return false;
  return dispute->conflicts.n > 0;
}

/* -- places ---------------------------------------------------------------------------------- */

static BelEnd
end_of (const BelClaims *claims, const BelClaim *claim, BelSpan visible)
{
  BelDocument *document = claims->document;
  BelEnd end = { .document = document, .claims = claims, .claim = claim, .visible = visible };
  end.source = bel_document_source_span (document, visible);
  end.start = bel_document_position (document, end.source.start);
  end.end = bel_document_position (document, end.source.end);
  return end;
}

BelEnd
bel_report_end (const BelFindings *findings, BelClaimRef ref)
{
  const BelClaims *claims = findings->sources[ref.document];
  const BelClaim *claim = ref.claim == BEL_NONE ? NULL : &claims->claims.items[ref.claim];
  BelEnd end = end_of (claims, claim, claim && bel_span_is_empty (ref.span) ? claim->span : ref.span);
  end.words = ref.words;
  return end;
}

BelSpan
bel_report_mark (const BelEnd *end)
{
  return end->claim || bel_span_is_empty (end->words) ? end->visible : end->words;
}

BelSpan
bel_report_sentence (const BelEnd *end)
{
  BelSpan around = end->visible;
  for (uint32_t i = 0; i < end->document->sentences.n; i++)
    if (bel_span_overlaps (end->document->sentences.items[i].span, end->visible))
      around = bel_span_union (around, end->document->sentences.items[i].span);
  return around;
}

static BelSpan
attribution_span (const BelAttribution *attribution)
{
  BelSpan span = bel_span_union (attribution->source, attribution->cue);
  if (attribution->anaphoric || attribution->stance == BEL_STANCE_UNCOMMITTED)
    for (uint32_t i = 0; i < attribution->content.n; i++)
      span = bel_span_union (span, attribution->content.items[i]);
  return span;
}

BelEnd
bel_report_party_end (const BelFindings *findings, const BelParty *party)
{
  const BelClaims *claims = findings->sources[party->claim.document];
  if (party->claim.claim == BEL_NONE && bel_span_is_empty (party->claim.span) && party->attribution != BEL_NONE)
    return end_of (claims, NULL, attribution_span (&claims->attributions.items[party->attribution]));
  return bel_report_end (findings, party->claim);
}

/* -- names of sources ------------------------------------------------------------------------ */

static void
append_source (GString *out, const BelClaims *claims, uint32_t index)
{
  const BelAttribution *attribution = &claims->attributions.items[index];
  BelSpan span = bel_claims_source_name (claims, index);
  if (bel_span_is_empty (span))
    g_string_append (out, "a source that is not given");
  else
    bel_report_append_clean (out, bel_document_text (claims->document, span), bel_span_length (span));
  if (attribution->anonymous && !bel_span_is_empty (span))
    g_string_append (out, " (not named)");
}

char *
bel_report_party_name (const BelFindings *findings, const BelParty *party)
{
  const BelClaims *claims = findings->sources[party->claim.document];
  if (party->name)
    return g_strdup (party->name);
  GString *out = g_string_new (NULL);
  if (party->attribution == BEL_NONE) {
    g_string_append (out, "the draft itself");
    return g_string_free (out, FALSE);
  }
  append_source (out, claims, party->attribution);
  if (party->reported_by != BEL_NONE && party->reported_by != party->attribution) {
    g_string_append (out, ", through ");
    append_source (out, claims, party->reported_by);
  }
  return g_string_free (out, FALSE);
}

/* -- draft text ------------------------------------------------------------------------------ */

/* Characters that move what stands around them: bidirectional marks, overrides and isolates. */
static bool
is_bidi_control (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void
bel_report_append_clean (GString *out, const char *text, gsize n_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) n_bytes);
  bool blank = false;
  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isspace (c)) {
      if (!blank)
        g_string_append_c (out, ' ');
    } else if (g_unichar_iscntrl (c) || is_bidi_control (c)) {
      g_string_append_printf (out, "\\u{%x}", c);
    } else {
      g_string_append_unichar (out, c);
    }
    blank = g_unichar_isspace (c);
  }
}

/* -- lists ----------------------------------------------------------------------------------- */

GArray *
bel_report_list (const BelReport *report, bool suppressed)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BelListed));
  for (uint32_t g = 0; g < report->n_groups; g++) {
    const BelFindings *findings = report->groups[g];
    for (uint32_t i = 0; i < findings->conflicts.n; i++) {
      const BelConflict *conflict = &findings->conflicts.items[i];
      if (conflict->off || (conflict->suppressed && !suppressed))
        continue;
      BelListed listed = { .findings = findings,
                           .conflict = conflict,
                           .a = bel_report_end (findings, conflict->a),
                           .b = bel_report_end (findings, conflict->b) };
      if (conflict->b_is_new) {
        BelEnd old = listed.a;
        listed.a = listed.b;
        listed.b = old;
      }
      bool shown = report->snippets && conflict->message;
      listed.message = shown ? conflict->message : bel_conflict_class_name (conflict->class_);
      listed.title = report->snippets && conflict->question ? conflict->question : conflict->rule;
      g_array_append_val (list, listed);
    }
  }
  return list;
}

uint32_t
bel_report_column_utf16 (const BelEnd *end, uint32_t source_offset)
{
  const BelPosition at = bel_document_position (end->document, source_offset);
  const char *p = end->document->source + source_offset - (at.col_bytes1 - 1);
  uint32_t column = 1;
  for (; p < end->document->source + source_offset; p = g_utf8_next_char (p))
    column += g_utf8_get_char (p) > 0xFFFF ? 2 : 1;
  return column;
}

char *
bel_report_quote (const BelReport *report, const BelEnd *end)
{
  if (!report->snippets)
    return NULL;
  return g_utf8_make_valid (bel_document_text (end->document, end->visible), bel_span_length (end->visible));
}

char *
bel_report_uri (const char *path)
{
  if (g_path_is_absolute (path))
    return g_filename_to_uri (path, NULL, NULL);
  while (g_str_has_prefix (path, "./"))
    path += 2;
  return g_uri_escape_string (g_str_equal (path, "-") ? "stdin" : path, "/", FALSE);
}

const char *
bel_report_rule_doc (const BelReport *report, const char *rule)
{
  const BelRuleInfo *info = report->program ? bel_program_find_rule (report->program, BEL_RULE_CONFLICT, rule) : NULL;
  return info ? info->doc : NULL;
}

/* What XML 1.0 allows: https://www.w3.org/TR/xml/#charsets */
static bool
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
}

void
bel_report_append_xml (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '&')
      g_string_append (out, "&amp;");
    else if (c == '<')
      g_string_append (out, "&lt;");
    else if (c == '>')
      g_string_append (out, "&gt;");
    else if (c == '"')
      g_string_append (out, "&quot;");
    else if (c == '\'')
      g_string_append (out, "&#39;");
    else if (c == '\n' || c == '\r' || c == '\t')
      g_string_append_printf (out, "&#%u;", c);
    else
      g_string_append_unichar (out, is_xml_char (c) ? c : 0xFFFD);
  }
}

/* -- days ------------------------------------------------------------------------------------ */

bool
bel_day_date (int32_t day, GDate *date)
{
  const gint64 epoch = 719163; /* GDate's number of 1970-01-01 */
  const gint64 last = 3652059; /* … of 9999-12-31 */
  g_date_clear (date, 1);
  if (day + epoch < 1 || day + epoch > last)
    return false;
  g_date_set_julian (date, (guint32) (day + epoch));
  return true;
}

char *
bel_day_text (int32_t day)
{
  GDate date;
  if (!bel_day_date (day, &date))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}
