/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie debug --stage=values: numbers, times and places, one a line, in columns parted by tabs; spans are bytes of the
 * file, so that development scripts can read it. */
#include "cli/debug.h"

#include "claim/calendar.h"
#include "report/report.h"

static void
append_place (const BelDocument *document, const char *kind, BelSpan span, GString *out)
{
  BelSpan source = bel_document_source_span (document, span);
  g_string_append_printf (out, "%s\t%u\t%u\t", kind, source.start, source.end);
  bel_report_append_clean (out, bel_document_text (document, span), bel_span_length (span));
}

static const char *
sym_text (const BelDocument *document, BelSym sym)
{
  return sym == BEL_NONE ? "-" : bel_symbols_text (document->symbols, sym);
}

static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_c (out, '\t');
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.12g", value));
}

static void
show_quantity (const BelDocument *document, const BelQuantity *q, GString *out)
{
  append_place (document, "quantity", q->span, out);
  g_string_append_printf (out, "\t%s\t%s", sym_text (document, q->kind), q->unit ? sym_text (document, q->unit) : "-");
  append_number (out, q->low);
  append_number (out, q->high);
  append_number (out, q->amount);
  g_string_append_printf (out, "\t%s%s%s\n", sym_text (document, q->counted), q->approximate ? "\tapproximate" : "",
                          q->vague ? "\tvague" : "");
}

static void
append_day (GString *out, const BelTime *time, BelDay day)
{
  if (day == BEL_DAY_NONE)
    g_string_append (out, "\t-");
  else if (time->floating)
    g_string_append_printf (out, "\t%+d", day);
  else {
    BelCivil civil = bel_day_to_civil (day);
    g_string_append_printf (out, "\t%04d-%02d-%02d", civil.year, civil.month, civil.day);
  }
}

static void
show_time (const BelDocument *document, const BelTime *time, GString *out)
{
  append_place (document, "time", time->span, out);
  append_day (out, time, time->low);
  append_day (out, time, time->high);
  g_string_append_printf (out, "\t%d\t%d\t%d-%d-%d\t%d%s%s%s\n", time->minute_low, time->minute_high, time->year,
                          time->month, time->day, time->weekday, time->duration ? "\tlength" : "",
                          time->recurring ? "\trecurring" : "", time->vague ? "\tvague" : "");
}

static void
show_place (const BelDocument *document, const BelPlace *place, GString *out)
{
  append_place (document, "place", place->span, out);
  g_string_append_printf (out, "\t%s\n", sym_text (document, place->key));
}

void
bel_debug_values (const BelEngine *engine, BelDocument *document, GString *out)
{
  const BelClaims *claims = bel_engine_extract (engine, document);
  for (uint32_t i = 0; i < claims->quantities.n; i++)
    show_quantity (document, &claims->quantities.items[i], out);
  for (uint32_t i = 0; i < claims->times.n; i++)
    show_time (document, &claims->times.items[i], out);
  for (uint32_t i = 0; i < claims->places.n; i++)
    show_place (document, &claims->places.items[i], out);
}
