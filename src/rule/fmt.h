/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** One way to write rule files: indentation, spaces, long lines. Comments and the author's line ends stay. */
#pragma once

#include <glib.h>
#include <stdint.h>

/** Appends @source (NUL-terminated at @n_source), a file without errors, in the common form to @out. What is already so
 * comes out the same. */
void bel_rule_format (const char *source, uint32_t n_source, GString *out);
