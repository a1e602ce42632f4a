/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Answers to what was said before: "The ministry rejected this information." */
#pragma once

#include "claim/extract.h"

/** Gives each anaphoric attribution of @claims the claims its noun stands for (BelAttribution.answers): what the nearest
 * other source before it says, in its sentence or the two before; where nobody speaks there and the noun points at the
 * text itself ("this", "it"), the main claim of the sentence before. None where it is not plain. O(attributions). */
void bel_answers_find (const BelClaimContext *context, BelClaims *claims);
