/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A sentence that says once more what another one says, but for one thing.
 *
 * Where wording.h wants two sentences of about one length, here the shorter one has to be found in the longer, its words by
 * their lemmas or as names of one entity, in the same order or not; what is left of it is one thing, and what stands in its
 * place in the longer one cannot be so as well. */
#pragma once

#include "conflict/wording.h"

typedef enum {
  BEL_RETOLD_NOTHING, /**< no retelling, or nothing differs */
  BEL_RETOLD_NUMBER,
  BEL_RETOLD_TIME,
  BEL_RETOLD_PLACE,
  BEL_RETOLD_OPPOSITE,
  BEL_RETOLD_NAME,
  BEL_RETOLD_NEGATION,
} BelRetold;

typedef struct {
  BelRetold kind;
  float trust;               /**< 0…1 */
  uint32_t token_a, token_b; /**< what differs */
} BelRetelling;

/** Lays the sentences @a and @b beside each other. @wording: they, compared. */
void bel_retelling_read (BelFinder *finder, const BelProp *a, const BelProp *b, const BelWording *wording,
                         BelRetelling *out);
/** Whether @a and @b share enough words for one to be the other told again; costs little. */
bool bel_retelling_possible (BelFinder *finder, uint32_t a, uint32_t b);
