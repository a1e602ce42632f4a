/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** In words: what was found, why, and what would have silenced it. */
#pragma once

#include "conflict/judge.h"

/** Appends the bytes of @span on one line, cut at a character when they are many. */
void bel_append_line (GString *out, const BelDocument *document, BelSpan span);

/** Fills why of @found, and its message when the rule has none. */
void bel_explain_found (BelFinder *finder, const BelEvidence *evidence, BelFound *found);

/** "Did X meet Y?": the question a dispute over @prop is about. Lives in finder->arena. */
const char *bel_question (BelFinder *finder, const BelProp *prop, const BelFound *found);

/** The source that holds it: its name in the text, "the draft" for the author. Lives in finder->arena. */
const char *bel_holder_name (BelFinder *finder, const BelProp *prop, uint32_t holder);
