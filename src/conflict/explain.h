/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** In words: what was found, why, and what would have silenced it. */
#pragma once

#include "conflict/judge.h"

/** Appends the bytes of @span on one line, cut at a character when they are many. */
void bel_append_line (GString *out, const BelDocument *document, BelSpan span);

/** Like bel_append_line(), for the middle of a sentence: a capital that the word has only for beginning its own is made small. */
void bel_append_phrase (GString *out, const BelDocument *document, BelSpan span);

/** Appends the proposition as predicate and roles, with the truth it has for @holder (BEL_NONE: not told); a line. */
void bel_explain_side (BelFinder *finder, GString *out, const char *label, const BelProp *prop, uint32_t holder);

/** Appends how the roles were laid side by side, a line each. */
void bel_explain_alignment (BelFinder *finder, GString *out, const BelEvidence *evidence);

/** Returns: what the function in a condition such as "entails(A, B)" means; NULL for a condition of another kind. */
const char *bel_explain_condition (const char *condition);

/** Fills why of @found, and its message when the rule has none. */
void bel_explain_found (BelFinder *finder, const BelEvidence *evidence, BelFound *found);

/** "Did X meet Y?": the question a dispute over @prop is about. Lives in finder->arena. */
const char *bel_question (BelFinder *finder, const BelProp *prop, const BelFound *found);

/** The source that holds it: its name in the text, "the draft" for the author. Lives in finder->arena. */
const char *bel_holder_name (BelFinder *finder, const BelProp *prop, uint32_t holder);
