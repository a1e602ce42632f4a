/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lines of fixtures/values. */
#include "corpus.h"

#include "claim/calendar.h"

#include <math.h>
#include <string.h>

/* A value in the notation of the lines, with all its fields. */
typedef struct {
  const char *type;
  BelSpan span;
  char *fields[4];
} Shown;

static char *
number_text (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  if (isinf (value))
    return g_strdup (value < 0 ? "-inf" : "inf");
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", value));
}

static char *
bounds_text (char *low, char *high)
{
  g_autofree char *first = low, *last = high;
  return g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s..%s", first, last);
}

static char *
day_text (const BelTime *time, BelDay day)
{
  if (day == BEL_DAY_NONE)
    return g_strdup ("-");
  BelCivil civil = bel_day_to_civil (day);
  if (civil.year < 1200 || civil.year > 2900) /* the far end of a bound */
    return g_strdup (civil.year < 1200 ? "-inf" : "inf");
  return time->floating ? g_strdup_printf ("%+d", day)
                        : g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static Shown
show_quantity (const BelClaims *claims, const BelQuantity *q)
{
  const BelSymbols *symbols = claims->document->symbols;
  const char *unit = q->unit ? bel_symbols_text (symbols, q->unit) : "";
  Shown shown = { "quantity", q->span, { 0 } };
  shown.fields[0] = g_strconcat (bel_symbols_text (symbols, q->kind), *unit ? " " : "", unit, NULL);
  shown.fields[1] = bounds_text (number_text (q->low), number_text (q->high));
  shown.fields[2] = g_strdup (q->counted == BEL_NONE ? "-" : bel_symbols_text (symbols, q->counted));
  shown.fields[3] = g_strconcat (q->approximate ? "approximate" : "", q->approximate && q->vague ? " " : "",
                                 q->vague ? "vague" : "", NULL);
  return shown;
}

static Shown
show_time (const BelTime *t)
{
  Shown shown = { "time", t->span, { 0 } };
  shown.fields[0] = bounds_text (day_text (t, t->low), day_text (t, t->high));
  shown.fields[1]
      = t->minute_low < 0 ? g_strdup ("-") : bounds_text (number_text (t->minute_low), number_text (t->minute_high));
  shown.fields[2] = g_strconcat (t->vague ? "vague " : "", t->floating ? "floating " : "",
                                 t->recurring ? "recurring " : "", t->duration ? "duration " : "", NULL);
  g_strstrip (shown.fields[2]);
  return shown;
}

static void
each_value (const BelClaims *claims, void (*visit) (const BelClaims *claims, const Shown *shown, void *data),
            void *data)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Shown));
  for (uint32_t i = 0; i < claims->quantities.n; i++)
    g_array_append_vals (all, &(Shown[]){ show_quantity (claims, &claims->quantities.items[i]) }, 1);
  for (uint32_t i = 0; i < claims->times.n; i++)
    g_array_append_vals (all, &(Shown[]){ show_time (&claims->times.items[i]) }, 1);
  for (uint32_t i = 0; i < claims->places.n; i++)
    g_array_append_vals (all, &(Shown[]){ { "place", claims->places.items[i].span, { 0 } } }, 1);
  for (guint i = 0; i < all->len; i++) {
    Shown *shown = &g_array_index (all, Shown, i);
    visit (claims, shown, data);
    for (guint f = 0; f < G_N_ELEMENTS (shown->fields); f++)
      g_free (shown->fields[f]);
  }
  g_array_unref (all);
}

typedef struct {
  char **fields; /* type "words", then what is asked of it */
  gboolean found;
} Wanted;

static gboolean
has_words (const BelClaims *claims, const Shown *shown, const char *head)
{
  g_autofree char *text = g_strndup (bel_document_text (claims->document, shown->span), bel_span_length (shown->span));
  g_autofree char *mine = g_strdup_printf ("%s \"%s\"", shown->type, text);
  g_autofree char *any = g_strdup_printf ("%s *", shown->type);
  return g_str_equal (head, mine) || g_str_equal (head, any);
}

static void
compare (const BelClaims *claims, const Shown *shown, void *data)
{
  Wanted *wanted = data;
  if (!has_words (claims, shown, wanted->fields[0]))
    return;
  for (guint f = 1; wanted->fields[f]; f++)
    if (f > G_N_ELEMENTS (shown->fields) || !shown->fields[f - 1]
        || (!g_str_equal (wanted->fields[f], "*") && !g_str_equal (wanted->fields[f], shown->fields[f - 1])))
      return;
  wanted->found = TRUE;
}

gboolean
bel_corpus_values_hold (const BelClaims *claims, const char *line)
{
  gboolean absent = *line == '!';
  g_auto (GStrv) fields = g_strsplit (line + absent, "|", -1);
  for (char **f = fields; *f; f++)
    g_strstrip (*f);
  Wanted wanted = { fields, FALSE };
  each_value (claims, compare, &wanted);
  return wanted.found != absent;
}

static void
append (const BelClaims *claims, const Shown *shown, void *data)
{
  GString *out = data;
  g_string_append_printf (out, "#     %s \"%.*s\"", shown->type, (int) bel_span_length (shown->span),
                          bel_document_text (claims->document, shown->span));
  for (guint f = 0; f < G_N_ELEMENTS (shown->fields) && shown->fields[f]; f++)
    g_string_append_printf (out, " | %s", shown->fields[f]);
  g_string_append_c (out, '\n');
}

void
bel_corpus_values_show (const BelClaims *claims, GString *out)
{
  each_value (claims, append, out);
}
