/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The credit lines at the foot of a story: they tell who worked on it, and nothing else is read from them. */
#pragma once

#include "document/document.h"
#include "rule/program.h"

/** Marks the last paragraphs of a parsed document as BEL_BLOCK_CREDIT, as long as every sentence of them holds a phrase of
 * the lexicon "credit-phrase" that governs no clause. */
void bel_credits_mark (const BelProgram *program, BelDocument *document);
