/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The words that two places in conflict differ in, as they are shown to people. */
#pragma once

#include "conflict/finder.h"

/** Two propositions and the tokens that exclude each other, as far as a rule named them (else BEL_NONE). */
typedef struct {
  const BelProp *a, *b;
  uint32_t token_a, token_b;
} BelClash;

/** The words of the first (@second: of the second) that say what the other says differently: a value with what is counted ("nine
 * people"), a name with the title that differs, a verb with its negation, else what the claim says of its subject. Visible bytes;
 * empty when no words in particular differ. */
BelSpan bel_clash_words (BelFinder *finder, const BelClash *clash, bool second);
