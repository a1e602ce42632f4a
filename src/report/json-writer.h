/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** JSON as a stream: what is begun is ended, commas and escapes come by themselves.
 *
 * Every function takes the member's name, or NULL within an array and at the top. Numbers do not depend on the locale. */
#pragma once

#include "base/span.h"

#include <glib.h>

/** Deepest nesting of a document this program writes. */
#define BEL_JSON_DEPTH 32

typedef struct {
  GString *out; /**< borrowed */
  guint depth;
  bool pretty;        /**< a line a member of the outer levels, two spaces a level */
  guint pretty_depth; /**< levels that are spread over lines; deeper ones stay on one */
  bool has_items[BEL_JSON_DEPTH];
  char close[BEL_JSON_DEPTH];
} BelJson;

/** Begins a stream that appends to @out. @pretty_depth: 0 writes all on one line. */
void bel_json_init (BelJson *json, GString *out, guint pretty_depth);

void bel_json_object (BelJson *json, const char *name);
void bel_json_array (BelJson *json, const char *name);
/** Ends the innermost object or array. */
void bel_json_end (BelJson *json);

/** @text: NULL writes null. Bytes that are not UTF-8 become U+FFFD. */
void bel_json_string (BelJson *json, const char *name, const char *text);
void bel_json_text (BelJson *json, const char *name, const char *text, gsize n_bytes);
void bel_json_printf (BelJson *json, const char *name, const char *format, ...) G_GNUC_PRINTF (3, 4);
void bel_json_int (BelJson *json, const char *name, gint64 value);
/** The shortest number that reads back as @value; null when it is not finite. */
void bel_json_double (BelJson *json, const char *name, double value);
/** As bel_json_double() of @value rounded to @decimals. */
void bel_json_rounded (BelJson *json, const char *name, double value, int decimals);
void bel_json_bool (BelJson *json, const char *name, bool value);
void bel_json_null (BelJson *json, const char *name);
/** Writes [start,end]. */
void bel_json_span (BelJson *json, const char *name, BelSpan span);
/** "2024-11-11"; null when the calendar does not have it. @day: days since 1970-01-01. */
void bel_json_day (BelJson *json, const char *name, int32_t day);
