/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Why two places were not found to be in conflict. */
#pragma once

#include "conflict/finder.h"

/** See bel_conflicts_why_not(). */
bool bel_why_not (BelFinder *finder, const BelClaimRef *a, const BelClaimRef *b, GString *out);
