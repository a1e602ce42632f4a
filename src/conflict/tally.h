/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How many were killed, hurt, arrested or came: one number, however it is told ("three people died", "put the toll at four",
 * "11 dead"). What words tell of which outcome is the lexicon `tally-word`. */
#pragma once

#include "conflict/finder.h"

/** Adds a proposition for each tally of @document. */
void bel_tallies_build (BelFinder *finder, uint32_t document);
