/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** In words: what was found, why, and what would have silenced it. */
#pragma once

#include "conflict/judge.h"

/** Fills message and why of @found. */
void bel_explain_found (BelFinder *finder, const BelEvidence *evidence, BelFound *found);

/** "Did X meet Y?": the question a dispute over @prop is about. Lives in finder->arena. */
const char *bel_question (BelFinder *finder, const BelProp *prop, const BelFound *found);

/** The source that holds it: its name in the text, "the draft" for the author. Lives in finder->arena. */
const char *bel_holder_name (BelFinder *finder, const BelProp *prop, uint32_t holder);
