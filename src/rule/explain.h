/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What became of a block in the program, for people. */
#pragma once

#include "rule/program.h"

/** Appends what the compiler made of @rule: fields and entries, forms and relations, plans and code, conditions in the
 * order they are tried. */
void bel_program_explain (const BelProgram *program, const BelRuleInfo *rule, GString *out);

/** Appends the instructions from @at to the end of that piece of code, one a line. */
void bel_program_disassemble (const BelProgram *program, uint32_t at, GString *out);
