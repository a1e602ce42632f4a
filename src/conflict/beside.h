/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Accounts that a draft sets side by side. Who writes "The police said the crowd threw stones. The organizers said that nobody
 * did" means one crowd and one day: there "the crowd" needs no name to be the same. */
#pragma once

#include "conflict/finder.h"

/** Whether @a and @b are claims of one draft, at most BEL_LIMIT_BESIDE sentences apart, in the mouths of two sources. What
 * the draft says itself is beside nothing. */
bool bel_props_beside (BelFinder *finder, const BelProp *a, const BelProp *b);
