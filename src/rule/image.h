/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A program as one file, made when belie is built and mapped when it runs: a start without reading the rules.
 * Why it is as it is: docs/notes/speed.md. */
#pragma once

#include "rule/program.h"

/** Writes @program, which was loaded from the one folder @dir, to the file @path. The same rules give the same bytes.
 * Returns: FALSE with @error set. */
gboolean bel_program_save (const BelProgram *program, const char *dir, const char *path, GError **error);

/** The program that bel_program_load() of the folder @dir and @schema would give, from the file @path. The bytes of all rule
 * files are compared by their checksums, so what is found is what stands there now.
 *
 * Returns: (transfer full) or NULL with @error set: BEL_RULE_ERROR_OPEN without such a file, BEL_RULE_ERROR_STALE when it is of other
 * rules or another build, BEL_RULE_ERROR_DAMAGED when its bytes are not those that were written. */
BelProgram *bel_program_open (const char *path, const char *dir, const BelRuleSchema *schema, GError **error);
