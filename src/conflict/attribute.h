/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Propositions that no clause makes: how a name is spelt and titled, how old its bearer is, what day a date is. */
#pragma once

#include "conflict/finder.h"

/** Adds a proposition for each mention of a person by name and for each date with its weekday. */
void bel_attributes_build (BelFinder *finder, uint32_t document);
