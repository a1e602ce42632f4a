/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The different content words of sentences and quotations, sorted: how much two of them have in common is told in one pass. */
#pragma once

#include "conflict/finder.h"

/** Two sentences of drafts with fewer content words in common are not laid side by side: what a rule asks for on top
 * of it is always more. */
#define BEL_CONTENTS_COMMON 3u

/** The words of proposition @prop, a sentence or quotation. Returns: how many; none for what is neither. */
uint32_t bel_contents_of (BelFinder *finder, uint32_t prop, const BelSym **out);

/** How many content words two sentences have in common. */
uint32_t bel_contents_common (BelFinder *finder, uint32_t a, uint32_t b);

/** Whether two sentences have at least @least content words in common. */
bool bel_contents_share (BelFinder *finder, uint32_t a, uint32_t b, uint32_t least);

/** At most so many content words of one can be paired with the same words of the other, each with another. */
uint32_t bel_contents_most_pairs (BelFinder *finder, uint32_t a, uint32_t b);

/** How many content words it has, each as often as it stands there. */
uint32_t bel_contents_count (BelFinder *finder, uint32_t prop);
