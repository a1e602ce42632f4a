/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** From scores of single arcs to a tree. */
#pragma once

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

/** Whether @heads (of @n words; BEL_NONE is the root) is a tree with exactly one root. O(n). */
bool bel_tree_is_tree (const uint32_t *heads, uint32_t n, uint32_t *scratch);

/** Sets @heads to the best head of each word where that makes a tree with one root, else to the best
 * projective tree with one root (Eisner 1996), O(n³); also to that where arcs cross and it is nearly as good.
 * @scores: for each word n + 1, the root's first. Returns: whether the best heads were no tree. */
bool bel_tree_decode (BelArena *arena, const float *scores, uint32_t n, uint32_t *heads);
