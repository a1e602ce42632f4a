/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Values as spots: where they stand, and how often the document has them. */
#pragma once

#include "conflict/likeness.h"

/** The spot of a quantity (by index into those of @prop's document) that stands in @prop's sentence. */
BelSpot bel_number_spot (BelFinder *finder, const BelProp *prop, uint32_t index);

/** Likewise, of a time and of a place. */
BelSpot bel_time_spot (BelFinder *finder, const BelProp *prop, uint32_t index);
BelSpot bel_place_spot (BelFinder *finder, const BelProp *prop, uint32_t index);

/** By which parts a time is told, as a number; 0: by none that has a name. A weekday stands for all that is told with it. */
uint32_t bel_time_parts (const BelTime *time);

/** The token of a stretch that hangs outside of it. */
uint32_t bel_spot_head (const BelDocument *document, uint32_t first, uint32_t last);
