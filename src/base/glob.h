/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Patterns for paths, as .gitignore writes them. */
#pragma once

#include <glib.h>

/** Whether @path, parted by "/", matches @pattern: "*" and "?" stay within a part, "**" goes over parts, "[a-z]" is one
 * character. A pattern without "/" (but at its end) matches at any depth, one with it from the root; one that names a
 * folder matches all within. O(pattern × path). */
gboolean bel_glob_match (const char *pattern, const char *path);
