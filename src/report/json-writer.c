/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/json-writer.h"

#include "report/escape.h"

#include <math.h>
#include <string.h>

void
bel_json_init (BelJson *json, GString *out, guint pretty_depth)
{
  *json = (BelJson){ .out = out, .pretty = pretty_depth > 0, .pretty_depth = pretty_depth };
}

/* -- what stands between values -------------------------------------------------------------- */

static void
new_line (const BelJson *json, guint depth)
{
  g_string_append_c (json->out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (json->out, "  ");
}

static void
append_escaped (GString *out, const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++) {
    guchar c = (guchar) text[i];
    if (c == '"' || c == '\\')
      g_string_append_c (out, '\\');
    if (c == '\n')
      g_string_append (out, "\\n");
    else if (c == '\t')
      g_string_append (out, "\\t");
    else if (c < 0x20 || c == 0x7F)
      g_string_append_printf (out, "\\u%04x", c);
    else
      g_string_append_c (out, (char) c);
  }
}

static void
quoted (GString *out, const char *text, gsize n_bytes)
{
  g_autofree char *valid
      = g_utf8_validate (text, (gssize) n_bytes, NULL) ? NULL : g_utf8_make_valid (text, (gssize) n_bytes);
  g_string_append_c (out, '"');
  append_escaped (out, valid ? valid : text, valid ? strlen (valid) : n_bytes);
  g_string_append_c (out, '"');
}

static void
begin_value (BelJson *json, const char *name)
{
  if (json->depth) {
    bool *has_items = &json->has_items[json->depth - 1];
    if (*has_items)
      g_string_append_c (json->out, ',');
    *has_items = true;
    if (json->depth <= json->pretty_depth)
      new_line (json, json->depth);
    else if (json->pretty && json->out->str[json->out->len - 1] == ',')
      g_string_append_c (json->out, ' ');
  }
  if (!name)
    return;
  quoted (json->out, name, strlen (name));
  g_string_append (json->out, json->pretty ? ": " : ":");
}

static void
begin_container (BelJson *json, const char *name, char open, char close)
{
  g_assert (json->depth < BEL_JSON_DEPTH);
  begin_value (json, name);
  g_string_append_c (json->out, open);
  json->has_items[json->depth] = false;
  json->close[json->depth] = close;
  json->depth++;
}

void
bel_json_object (BelJson *json, const char *name)
{
  begin_container (json, name, '{', '}');
}

void
bel_json_array (BelJson *json, const char *name)
{
  begin_container (json, name, '[', ']');
}

void
bel_json_end (BelJson *json)
{
  g_assert (json->depth > 0);
  json->depth--;
  if (json->has_items[json->depth] && json->depth < json->pretty_depth)
    new_line (json, json->depth);
  g_string_append_c (json->out, json->close[json->depth]);
}

/* -- values ---------------------------------------------------------------------------------- */

void
bel_json_text (BelJson *json, const char *name, const char *text, gsize n_bytes)
{
  begin_value (json, name);
  quoted (json->out, text, n_bytes);
}

void
bel_json_string (BelJson *json, const char *name, const char *text)
{
  if (text)
    bel_json_text (json, name, text, strlen (text));
  else
    bel_json_null (json, name);
}

void
bel_json_printf (BelJson *json, const char *name, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  bel_json_string (json, name, text);
}

void
bel_json_int (BelJson *json, const char *name, gint64 value)
{
  begin_value (json, name);
  g_string_append_printf (json->out, "%" G_GINT64_FORMAT, value);
}

void
bel_json_double (BelJson *json, const char *name, double value)
{
  if (!isfinite (value)) {
    bel_json_null (json, name);
    return;
  }
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_dtostr (text, sizeof text, value);
  begin_value (json, name);
  g_string_append (json->out, text);
}

void
bel_json_rounded (BelJson *json, const char *name, double value, int decimals)
{
  double scale = pow (10, decimals);
  bel_json_double (json, name, isfinite (value) ? round (value * scale) / scale : value);
}

void
bel_json_bool (BelJson *json, const char *name, bool value)
{
  begin_value (json, name);
  g_string_append (json->out, value ? "true" : "false");
}

void
bel_json_null (BelJson *json, const char *name)
{
  begin_value (json, name);
  g_string_append (json->out, "null");
}

void
bel_json_span (BelJson *json, const char *name, BelSpan span)
{
  begin_value (json, name);
  g_string_append_printf (json->out, "[%u,%u]", span.start, span.end);
}

void
bel_json_day (BelJson *json, const char *name, int32_t day)
{
  g_autofree char *text = bel_day_text (day);
  bel_json_string (json, name, text);
}
