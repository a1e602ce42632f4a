/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/linear.h"

static gboolean
check_rows (const BelLinear *linear, uint32_t n_kept, uint32_t n_entries)
{
  uint32_t n_blocks = 1u << (linear->log2_rows - 6), at = 0;
  for (uint32_t b = 0; b < n_blocks; b++) {
    if (linear->ranks[b] != at)
      return FALSE;
    at += (uint32_t) __builtin_popcountll (linear->kept[b]);
  }
  if (at != n_kept || linear->first[0] != 0 || linear->first[n_kept] != n_entries)
    return FALSE;
  for (uint32_t row = 0; row < n_kept; row++)
    if (linear->first[row] > linear->first[row + 1])
      return FALSE;
  for (uint32_t i = 0; i < n_entries; i++)
    if (linear->entries[i].class >= linear->n_classes)
      return FALSE;
  return TRUE;
}

gboolean
bel_linear_init (BelLinear *linear, const void *data, size_t n_bytes)
{
  const BelLinearHeader *header = data;
  if (!data || n_bytes < sizeof *header || header->n_classes > 256 || header->log2_rows < 6 || header->log2_rows > 24)
    return FALSE;
  size_t n_rows = (size_t) 1 << header->log2_rows, n_kept = header->n_kept;
  if (n_bytes != sizeof *header + n_rows / 8 + n_rows / 64 * 4 + 4 * (n_kept + 1)
                     + sizeof (BelLinearEntry) * (size_t) header->n_entries)
    return FALSE;
  linear->n_classes = header->n_classes;
  linear->log2_rows = header->log2_rows;
  linear->kept = (const uint64_t *) (header + 1);
  linear->ranks = (const uint32_t *) (linear->kept + n_rows / 64);
  linear->first = linear->ranks + n_rows / 64;
  linear->entries = (const BelLinearEntry *) (linear->first + n_kept + 1);
  return check_rows (linear, header->n_kept, header->n_entries);
}

/* Features looked up together, so that the memory they lie in is on its way while others are. */
#define TOGETHER 64u

static uint32_t
find_rows (const BelLinear *linear, const uint32_t *features, uint32_t n, uint32_t *places)
{
  uint32_t n_found = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t row = bel_linear_row (features[i], linear->log2_rows);
    uint64_t block = linear->kept[row / 64], bit = (uint64_t) 1 << row % 64;
    if (!(block & bit))
      continue;
    uint32_t place = linear->ranks[row / 64] + (uint32_t) __builtin_popcountll (block & (bit - 1));
    __builtin_prefetch (linear->first + place);
    places[n_found++] = place;
  }
  for (uint32_t i = 0; i < n_found; i++)
    __builtin_prefetch (linear->entries + linear->first[places[i]]);
  return n_found;
}

void
bel_linear_score (const BelLinear *linear, const uint32_t *features, uint32_t n, int32_t *scores)
{
  uint32_t places[TOGETHER];
  for (; n > 0; features += MIN (n, TOGETHER), n -= MIN (n, TOGETHER)) {
    uint32_t n_found = find_rows (linear, features, MIN (n, TOGETHER), places);
    for (uint32_t i = 0; i < n_found; i++) {
      const BelLinearEntry *entry = linear->entries + linear->first[places[i]];
      const BelLinearEntry *end = linear->entries + linear->first[places[i] + 1];
      for (; entry < end; entry++)
        scores[entry->class] += entry->weight;
    }
  }
}
