/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The baseline: conflicts that were accepted outside the drafts, one JSON object a line, sorted by id.
 *
 * An id is made of the rule and both normal forms, so an entry survives moving, renaming, rewrapping and reordering. */
#pragma once

#include "conflict/conflict.h"

#define BEL_BASELINE_NAME ".belie-baseline.jsonl"

typedef struct BelBaseline BelBaseline;

/** Reads @path; a file that is not there is an empty baseline. Returns: (transfer full) NULL with @error set. */
BelBaseline *bel_baseline_read (const char *path, GError **error);
void bel_baseline_free (BelBaseline *baseline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelBaseline, bel_baseline_free)

/** Returns: (transfer none) (nullable) why the conflict of that @id was accepted, "" where nothing is said; NULL when it was not. */
const char *bel_baseline_reason (const BelBaseline *baseline, const char *id);

/** Adds or replaces the entry of @conflict. @reason: (nullable) */
void bel_baseline_add (BelBaseline *baseline, const BelConflict *conflict, const char *reason);

/** Writes it whole or not at all. Returns: FALSE with @error set. */
gboolean bel_baseline_write (const BelBaseline *baseline, const char *path, GError **error);
