/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A hash map from 64-bit keys to 32-bit values, in an arena. For join keys and the like. */
#pragma once

#include "base/arena.h"

typedef struct {
  BelArena *arena;
  uint64_t *keys;
  uint32_t *values; /* value + 1; 0 is a free slot */
  uint32_t n;
  uint32_t n_slots;
} BelMap;

/** An empty map whose storage comes from @arena. @expected: items to make room for, a hint. */
void bel_map_init (BelMap *map, BelArena *arena, uint32_t expected);

/** Returns: whether @key is there; then *@out_value holds its value, else it is untouched. */
gboolean bel_map_get (const BelMap *map, uint64_t key, uint32_t *out_value);

/** Sets @key to @value (less than UINT32_MAX), replacing what was there. */
void bel_map_set (BelMap *map, uint64_t key, uint32_t value);

/** Mixes two numbers into one well-spread key. */
uint64_t bel_map_mix (uint64_t a, uint64_t b);
