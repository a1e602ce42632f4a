/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What is left of a draft in a saved report: some of its lines. */
#pragma once

#include "document/document.h"

typedef struct {
  BelSpan span;     /**< source bytes of whole lines */
  guint line1;      /**< the first of them */
  BelSpan sentence; /**< of the place within them, source bytes; empty when it was not saved */
  const char *text; /**< (nullable) under an embargo there is none */
} BelSavedLines;

/** Makes a document of @lines (of BelSavedLines), whose order becomes that of the text. Between them stand as many line breaks
 * as the numbers of the lines ask for, else spaces. Returns: (transfer full) */
BelDocument *bel_saved_draft (const char *name, GArray *lines);
