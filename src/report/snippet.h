/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The sentence around a place, wrapped to the width of the report, the place underlined. */
#pragma once

#include "report/report.h"

/** Appends the rows, each indented by @indent columns, with a gutter that holds the line number. @style: (nullable)
 * terminal escape that colours the underline. */
void bel_snippet_append (const BelReport *report, const BelEnd *end, guint indent, const char *style, GString *out);

/** Returns: columns the UTF-8 @text takes on a terminal. */
guint bel_text_columns (const char *text, gsize n_bytes);
