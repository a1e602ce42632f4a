/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A claim pattern matched the slow, plain way: every token for every node, every statement looked at as it is
 * written. What the compiled rules must agree with. */
#pragma once

#include "document/document.h"
#include "rule/ast.h"

/** Appends one line for each match: the rule's name and the tokens of its named nodes, "-" for an optional one
 * that found nothing. Lines come in no particular order, and may come twice. */
void bel_naive_match (const BelProgram *program, const BelDocument *document, const BelAstBlock *block,
                      GPtrArray *lines);
