/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What .gitignore files keep out of a walk through folders. */
#pragma once

#include <glib.h>

typedef struct BelIgnore BelIgnore;

/** Returns: (transfer full) the patterns of the folders above @folder, up to the one that holds .git; none outside a repository. */
BelIgnore *bel_ignore_new (const char *folder);
void bel_ignore_free (BelIgnore *ignore);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelIgnore, bel_ignore_free)

/** Adds the patterns of @folder's own .gitignore. Returns: a mark for bel_ignore_leave(). */
guint bel_ignore_enter (BelIgnore *ignore, const char *folder);
/** Forgets what was added since bel_ignore_enter() returned @mark. */
void bel_ignore_leave (BelIgnore *ignore, guint mark);

/** Whether @path, in a folder that was entered, is ignored: the last pattern that matches it decides. */
gboolean bel_ignore_matches (const BelIgnore *ignore, const char *path, gboolean is_folder);
