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

/** The first claim that hangs on @token; NULL without one. */
const BelProp *bel_prop_at (BelFinder *finder, uint32_t document, uint32_t token);
