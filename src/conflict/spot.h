/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Values as spots: where they stand, and how often the document has them. */
#pragma once

#include "conflict/likeness.h"

/** The spot of a quantity (by index into those of @prop's document) that stands in @prop's sentence. */
BelSpot bel_number_spot (BelFinder *finder, const BelProp *prop, uint32_t index);

/** The token of a stretch that hangs outside of it. */
uint32_t bel_spot_head (const BelDocument *document, uint32_t first, uint32_t last);
