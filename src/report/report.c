/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/report.h"

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
  }
  return counts;
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
  return end_of (claims, claim, claim && bel_span_is_empty (ref.span) ? claim->span : ref.span);
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
  BelSpan span = attribution->source;
  if (attribution->source_entity != BEL_NONE) {
    const BelEntity *entity = &claims->entities.items[attribution->source_entity];
    if (entity->named && !bel_span_is_empty (entity->name))
      span = entity->name;
  }
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
