/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/group.h"

#include "base/map.h"

#include <string.h>

/* Slots for the values of a group, where they are few. */
#define SMALL_TABLE 64u

typedef struct {
  uint64_t key;
  uint32_t group; /* + 1; 0 is free */
  uint32_t n;
} Slot;

/* One slot table over all keys: open addressing, at most half full. */
typedef struct {
  Slot *slots;
  uint32_t mask;
  uint32_t n_keys;
} Table;

static Slot *
slot_of (Table *table, uint64_t key)
{
  uint32_t at = (uint32_t) (bel_map_mix (key, 0) >> 16) & table->mask;
  while (table->slots[at].group && table->slots[at].key != key)
    at = (at + 1) & table->mask;
  return &table->slots[at];
}

static uint32_t
power_of_two (uint32_t n)
{
  uint32_t size = 16;
  while (size < n)
    size <<= 1;
  return size;
}

static void
count_keys (Table *table, const BelKeyRow *rows, uint32_t n, uint32_t *key_of_row)
{
  for (uint32_t i = 0; i < n; i++) {
    Slot *slot = slot_of (table, rows[i].key);
    if (!slot->group) {
      slot->key = rows[i].key;
      slot->group = ++table->n_keys;
    }
    slot->n++;
    key_of_row[i] = slot->group - 1;
  }
}

BelGroups
bel_groups_build (BelArena *arena, const BelKeyRow *rows, uint32_t n, bool singles)
{
  BelGroups groups = { 0 };
  uint32_t size = power_of_two (n * 2);
  Table table = { .slots = g_new0 (Slot, size), .mask = size - 1 };
  g_autofree uint32_t *key_of_row = g_new (uint32_t, n + 1);
  count_keys (&table, rows, n, key_of_row);
  g_autofree uint32_t *place = g_new0 (uint32_t, table.n_keys + 1);
  for (uint32_t i = 0; i < size; i++)
    if (table.slots[i].group)
      place[table.slots[i].group - 1] = table.slots[i].n;
  g_free (table.slots);
  uint32_t *starts = bel_arena_new_array (arena, uint32_t, table.n_keys + 1);
  uint32_t total = 0;
  for (uint32_t k = 0; k < table.n_keys; k++) {
    uint32_t n_items = place[k];
    bool kept = singles || n_items > 1;
    if (kept)
      starts[groups.n++] = total;
    place[k] = kept ? total : UINT32_MAX;
    total += kept ? n_items : 0;
  }
  starts[groups.n] = total;
  uint32_t *items = bel_arena_new_array (arena, uint32_t, total + 1);
  for (uint32_t i = 0; i < n; i++)
    if (place[key_of_row[i]] != UINT32_MAX)
      items[place[key_of_row[i]]++] = rows[i].item;
  groups.items = items;
  groups.starts = starts;
  return groups;
}

uint32_t
bel_group_cluster (const uint32_t *items, uint32_t n, const uint64_t *values, BelCluster *out, uint32_t cap,
                   uint32_t *out_left)
{
  uint32_t small[SMALL_TABLE] = { 0 }, n_out = 0;
  uint32_t size = MIN (n, cap) > SMALL_TABLE / 2 ? power_of_two (MIN (n, cap) * 2) : SMALL_TABLE;
  g_autofree uint32_t *large = size > SMALL_TABLE ? g_new0 (uint32_t, size) : NULL;
  uint32_t *table = large ? large : small; /* cluster + 1; 0 is free */
  *out_left = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t value = values[items[i]];
    uint32_t at = (uint32_t) (bel_map_mix (value, 1) >> 20) & (size - 1);
    while (table[at] && values[items[out[table[at] - 1].first]] != value)
      at = (at + 1) & (size - 1);
    if (table[at]) {
      out[table[at] - 1].n++;
    } else if (n_out < cap) {
      out[n_out++] = (BelCluster){ i, 1 };
      table[at] = n_out;
    } else {
      (*out_left)++;
    }
  }
  return n_out;
}
