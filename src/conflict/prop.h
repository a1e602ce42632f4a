/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Claims into propositions: what is compared, with who holds it. */
#pragma once

#include "conflict/finder.h"

/** Fills finder->props with the claims of all documents, and with what is denied from elsewhere. */
void bel_props_build (BelFinder *finder);

/** Whether the holder takes it for true (for false), surely or probably. */
static inline bool
bel_truth_is_true (BelTruth truth)
{
  return truth == BEL_TRUTH_TRUE || truth == BEL_TRUTH_PROBABLY_TRUE;
}

static inline bool
bel_truth_is_false (BelTruth truth)
{
  return truth == BEL_TRUTH_FALSE || truth == BEL_TRUTH_PROBABLY_FALSE;
}

/** Index of the first holder who takes @prop for true (@truth) or false, BEL_NONE without one. */
uint32_t bel_prop_holder (const BelProp *prop, bool truth);

/** Whether @a stands before @b, or where it does. */
bool bel_prop_stands_before (const BelProp *a, const BelProp *b);
/** Whether @holder_a holds @a true and @holder_b holds @b false: a yes against a no. Holders may be BEL_NONE. */
bool bel_props_are_denied (const BelProp *a, uint32_t holder_a, const BelProp *b, uint32_t holder_b);

/** The first claim that hangs on @token; NULL without one. */
const BelProp *bel_prop_at (BelFinder *finder, uint32_t document, uint32_t token);

/** Whether @fill names a place: known as one, or any name behind a preposition of a place or of no participant. */
bool bel_fill_is_place (const BelDocument *document, const BelRoleFill *fill);
