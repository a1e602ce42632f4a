/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Open addressing, linear probing, at most half full. */
#include "base/map.h"

uint64_t
bel_map_mix (uint64_t a, uint64_t b)
{
  /* the finalizer of splitmix64 (Steele, Lea, Flood 2014) over a combination of both */
  uint64_t x = a * UINT64_C (0x9E3779B97F4A7C15) + b + UINT64_C (0x632BE59BD9B4E019);
  x = (x ^ (x >> 30)) * UINT64_C (0xBF58476D1CE4E5B9);
  x = (x ^ (x >> 27)) * UINT64_C (0x94D049BB133111EB);
  return x ^ (x >> 31);
}

static void
allocate (BelMap *map, uint32_t n_slots)
{
  map->n_slots = n_slots;
  map->keys = bel_arena_alloc (map->arena, sizeof (uint64_t) * n_slots);
  map->values = bel_arena_new_array (map->arena, uint32_t, n_slots);
}

void
bel_map_init (BelMap *map, BelArena *arena, uint32_t expected)
{
  uint32_t n_slots = 16;
  while (n_slots < expected * 2)
    n_slots *= 2;
  *map = (BelMap){ .arena = arena };
  allocate (map, n_slots);
}

static uint32_t
find_slot (const BelMap *map, uint64_t key)
{
  uint32_t mask = map->n_slots - 1;
  uint32_t slot = (uint32_t) bel_map_mix (key, 0) & mask;
  while (map->values[slot] && map->keys[slot] != key)
    slot = (slot + 1) & mask;
  return slot;
}

gboolean
bel_map_get (const BelMap *map, uint64_t key, uint32_t *out_value)
{
  uint32_t slot = find_slot (map, key);
  if (!map->values[slot])
    return FALSE;
  *out_value = map->values[slot] - 1;
  return TRUE;
}

static void
rehash (BelMap *map)
{
  BelMap old = *map;
  allocate (map, old.n_slots * 2);
  for (uint32_t i = 0; i < old.n_slots; i++) {
    if (!old.values[i])
      continue;
    uint32_t slot = find_slot (map, old.keys[i]);
    map->keys[slot] = old.keys[i];
    map->values[slot] = old.values[i];
  }
  bel_arena_release (map->arena, old.values, sizeof (uint32_t) * old.n_slots);
  bel_arena_release (map->arena, old.keys, sizeof (uint64_t) * old.n_slots);
}

void
bel_map_set (BelMap *map, uint64_t key, uint32_t value)
{
  g_assert (value < UINT32_MAX);
  uint32_t slot = find_slot (map, key);
  if (!map->values[slot]) {
    if (map->n * 2 >= map->n_slots) {
      rehash (map);
      slot = find_slot (map, key);
    }
    map->n++;
  }
  map->keys[slot] = key;
  map->values[slot] = value + 1;
}
