/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Which lines of which files changed since a git revision. */
#pragma once

#include <glib.h>
#include <stdbool.h>

typedef struct BelChanges BelChanges;

/** Asks git, in the working folder, what its files have that @ref has not; what git does not know yet counts as new.
 * Returns: (transfer full) NULL with @error set: no git, no repository, no such revision. */
BelChanges *bel_changes_new (const char *ref, GError **error);
void bel_changes_free (BelChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelChanges, bel_changes_free)

/** Whether any of the lines @first to @last (from 1) of @file, as the user named it, is new. */
bool bel_changes_touch (const BelChanges *changes, const char *file, guint first, guint last);
