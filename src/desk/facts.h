/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A fact sheet: what is taken for true, against which drafts are held.
 *
 * Plain sentences, in any format that drafts come in; or a table (columns parted by tabs, by | or, in a .csv file, by
 * commas): whom a row is about stands in its first column, and the heading of each further column stands between that and the
 * value, so that row and heading read as a sentence.
 *
 *     who           | was born on | lives in
 *     Anna Kowalska | 3 May 1951  | Lyon            Anna Kowalska was born on 3 May 1951. Anna Kowalska lives in Lyon. */
#pragma once

#include "desk/inputs.h"

/** Reads, parses and extracts the fact sheet @path. Returns: (transfer full) an array of one BelFile, which tells what
 * went wrong as those of bel_inputs_read() do. */
GPtrArray *bel_facts_read (const BelEngine *engine, const char *path, const BelReadOptions *options);
