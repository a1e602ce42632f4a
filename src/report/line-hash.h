/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The fingerprint of a line as GitHub's code scanning makes it (primaryLocationLineHash of github/codeql-action,
 * src/fingerprints.ts): a rolling polynomial hash, factor 37 modulo 2^64, over the 100 UTF-16 code units that follow the start
 * of the line, blanks and tabs left out, then ":" and how often that hash has come up. */
#pragma once

#include <glib.h>

/** Returns: (transfer full) an array of strings, one a line of @text. */
GPtrArray *bel_line_hashes (const char *text, gsize n_bytes);
