/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Whether two sentences in like words, one of each of two texts, tell of one scene or of two alike. */
#pragma once

#include "conflict/judge.h"

/** How sure it is that the words at @gap, where the two sentences of @e part, exclude each other here: the trust of the gap where both
 * are of one thing at one moment, less where an indefinite brings in another thing or where @gap is of what is done by turns, more
 * where kinds of which several may be about are all that differs. */
float bel_scene_is_one (const BelEvidence *e, const BelGap *gap);

/** Whether token @t stands within what a negation of its sentence is over: not the subject of a negated verb. */
bool bel_scene_negates (const BelDocument *document, const BelSentence *sentence, uint32_t t);

/** Whether what @denies, or its sentence, says not to be so is narrower than what the sentence of @says says to be so, of
 * somebody that either brings in: "a man is dancing" leaves open that no man is dancing on the roof. Of two texts alone. */
bool bel_scene_denies_more (BelFinder *finder, const BelProp *denies, const BelProp *says);

/** Whether the sentence of @prop is of somebody or something that it brings in: "a man", "two dogs". */
bool bel_scene_brings_in (const BelFinder *finder, const BelProp *prop);

/** Whether the words at @token_a and @token_b are of what one scene has by turns (lexicon by-turns), told while it goes on. */
bool bel_scene_by_turns (BelFinder *finder, uint32_t doc_a, uint32_t token_a, uint32_t doc_b, uint32_t token_b);
