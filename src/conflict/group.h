/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Grouping by key: what shares a key meets, nothing else does.
 *
 * Cost is one pass to count and one to place; it grows with rows, never with pairs. */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

/** One item under one key; an item may stand under several. */
typedef struct {
  uint64_t key;
  uint32_t item;
} BelKeyRow;

typedef struct {
  const uint32_t *items;  /**< all items, group by group, in the order of their rows */
  const uint32_t *starts; /**< n + 1 offsets into items */
  uint32_t n;             /**< groups of two and more; in the order of their first rows */
} BelGroups;

/** Groups @n rows by key. Keys with one row only are left out unless @singles. Lives in @arena. */
BelGroups bel_groups_build (BelArena *arena, const BelKeyRow *rows, uint32_t n, bool singles);

/** One of several equal items of a group. */
typedef struct {
  uint32_t first; /**< position in the group of the first of them */
  uint32_t n;     /**< how many are equal */
} BelCluster;

/** Clusters the @n items of a group by @values (equal number, equal value): fills @out (room for @cap) and
 * returns how many; further clusters are not kept, and *@out_left tells how many items that was. */
uint32_t bel_group_cluster (const uint32_t *items, uint32_t n, const uint64_t *values, BelCluster *out, uint32_t cap,
                            uint32_t *out_left);
