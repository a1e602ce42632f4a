/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A report that was saved as JSON, read back so that any format can be written of it.
 *
 * The drafts are not needed: each becomes a document in which only the lines that were saved with the report stand, at their
 * offsets, lines and columns, and nothing around them. */
#pragma once

#include "report/report.h"

typedef struct BelSaved BelSaved;

/** Returns: (transfer full) NULL with @error set (BEL_BASE_ERROR_READ) when @text is no report of this schema. */
BelSaved *bel_saved_read (const char *text, gsize n_bytes, GError **error);
void bel_saved_free (BelSaved *saved);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelSaved, bel_saved_free)

/** Lives as long as @saved. */
const BelReport *bel_saved_report (const BelSaved *saved);
