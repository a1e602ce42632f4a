/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** belie rules page: what rules say about themselves, as Markdown. */
#pragma once

#include "rule/program.h"

/** Appends one chapter: name, doc, and the tests as examples. */
void bel_rules_page (const BelProgram *program, const BelRuleInfo *info, GString *out);
