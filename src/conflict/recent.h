/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Questions that were asked lately, in fixed room: a place remembers the last key that came to it. What is forgotten is asked again. */
#pragma once

#include "base/map.h"

#include <stdbool.h>

typedef struct {
  uint64_t *keys; /* + 1; 0 is free */
  uint32_t mask;
} BelRecent;

/** Room for about @expected questions, between a page and a megabyte. */
static inline void
bel_recent_init (BelRecent *recent, BelArena *arena, uint32_t expected)
{
  uint32_t n = 512;
  while (n < expected && n < 131072)
    n *= 2;
  *recent = (BelRecent){ .keys = bel_arena_new_array (arena, uint64_t, n), .mask = n - 1 };
}

/** Where @key would be, for tables of answers beside the keys. */
static inline uint32_t
bel_recent_place (const BelRecent *recent, uint64_t key)
{
  return (uint32_t) bel_map_mix (key, 0) & recent->mask;
}

static inline bool
bel_recent_has (const BelRecent *recent, uint32_t place, uint64_t key)
{
  return recent->keys[place] == key + 1;
}

static inline void
bel_recent_set (BelRecent *recent, uint32_t place, uint64_t key)
{
  recent->keys[place] = key + 1;
}
