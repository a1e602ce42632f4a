/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** "Did you mean …?" */
#pragma once

#include <glib.h>

/** Returns: (transfer none) (nullable) that one of the @n names at @names that is written most like @word, if it is near
 * enough to be meant: at most one edit for every three letters (insertions, deletions, replacements, swaps of neighbours;
 * Damerau 1964). Of equals the first. */
const char *bel_closest (const char *word, const char *const *names, guint n);
