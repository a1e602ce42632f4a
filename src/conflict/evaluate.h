/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Runs the conflict rules over the groups of propositions that share their join keys. */
#pragma once

#include "conflict/finder.h"

/** Fills finder->found, a pair once a rule. */
void bel_rules_evaluate (BelFinder *finder);

/** Writes message, reasons and basis of a conflict that was found. */
void bel_found_tell (BelFinder *finder, BelFound *found);
