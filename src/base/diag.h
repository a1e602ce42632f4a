/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What is wrong with the user's text or rules: collected, so that one run reports all of it. */
#pragma once

#include "base/span.h"

#include <glib.h>

typedef enum {
  BEL_SEVERITY_NOTE,
  BEL_SEVERITY_WARNING,
  BEL_SEVERITY_ERROR,
} BelSeverity;

/** One finding about a place in a file. */
typedef struct {
  BelSeverity severity;
  const char *code; /**< short permanent name such as "rule.syntax"; static */
  char *file;       /**< as the user named it; "-" is standard input */
  BelSpan span;     /**< bytes of that file */
  uint32_t line1;   /**< 1-based; 0 when the finding has no place */
  uint32_t col_chars1;
  char *message;   /**< lower case, no newline: what is wrong and what was expected */
  char *line_text; /**< (nullable) the line the span begins on, of a long one what stands around the place */
  uint32_t caret;  /**< bytes of line_text before the place */
} BelDiag;

typedef struct BelDiags BelDiags;

BelDiags *bel_diags_new (void);
void bel_diags_free (BelDiags *diags);

/** Adds a finding. @source: (nullable) the whole file, NUL-terminated at @n_source, from which line,
 * column and the quoted line are taken; NULL makes a finding about the file as a whole. */
void bel_diags_add (BelDiags *diags, BelSeverity severity, const char *code, const char *file, const char *source,
                    uint32_t n_source, BelSpan span, const char *format, ...) G_GNUC_PRINTF (8, 9);

/** Sorts the findings from number @first on by file and place; those of one place keep their order. */
void bel_diags_sort (BelDiags *diags, guint first);

guint bel_diags_count (const BelDiags *diags);
/** Returns: how many are of @severity or worse. */
guint bel_diags_count_at_least (const BelDiags *diags, BelSeverity severity);
const BelDiag *bel_diags_get (const BelDiags *diags, guint index);

/** Returns: (transfer full) "file:line:col: error: message [code]", then the line and a caret under
 * the place; control characters are shown as escapes. */
char *bel_diag_format (const BelDiag *diag);

const char *bel_severity_name (BelSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelDiags, bel_diags_free)
