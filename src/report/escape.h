/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Draft text made harmless in the formats that more than one writer writes. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/** Appends one cell of a table for spreadsheets (RFC 4180), a comma before it unless it is the @first of its row. What a
 * spreadsheet would take for a formula gets an apostrophe before it. @text: (nullable) */
void bel_csv_append_cell (GString *out, const char *text, bool first);

/** Appends @text so that in CommonMark it can neither format nor link nor mention. */
void bel_markdown_append (GString *out, const char *text);

/** Returns: (transfer full) (nullable) "2024-11-11"; NULL when the calendar does not have the day. @day: days since 1970-01-01. */
char *bel_day_text (int32_t day);
/** Fills @date. Returns: FALSE when the calendar does not have the day. */
bool bel_day_date (int32_t day, GDate *date);
