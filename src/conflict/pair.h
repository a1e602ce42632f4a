/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Pairs of propositions that a rule's joins bring together.
 *
 * What shares a key meets. Where many share one, those that say the same are taken together, one of them speaks
 * for all, and what is still many meets its neighbours in the text only: cost grows with propositions and with
 * different ones, never with pairs. */
#pragma once

#include "conflict/finder.h"
#include "rule/conflict-rule.h"

/** Pairs of indices into finder->props as numbers: the first, which is not the greater, in the high half. Equal for what is looked at
 * alone. */
typedef BEL_VEC (uint64_t) BelPairs;

/** The first of @joins that @a and @b do not share, or @n_joins; two that may not meet at all (one document and another, in a
 * comparison within each) fail the first. */
uint32_t bel_pair_fails (BelFinder *finder, const BelJoinTerm *joins, uint32_t n_joins, uint32_t a, uint32_t b);

/** How many further pairs say the same as one. */
typedef struct {
  uint64_t pair;
  uint32_t left_out;
} BelMore;

typedef BEL_VEC (BelMore) BelMores;

/** Fills @out with the pairs that share all of @joins, each once, in order, and @more with those that stand for others, likewise.
 * Storage is @arena's. */
void bel_pairs_make (BelFinder *finder, const BelJoinTerm *joins, uint32_t n_joins, BelArena *arena, BelPairs *out,
                     BelMores *more);
