/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/linear.h"

static gboolean
check_rows (const BelLinear *linear, uint32_t n_kept, uint32_t n_entries)
{
  uint32_t n_blocks = (1u << linear->log2_rows) / BEL_LINEAR_BLOCK, row = 0, entry = 0;
  for (uint32_t b = 0; b < n_blocks; b++) {
    if (linear->ranks[b].rows != row || linear->ranks[b].entries != entry)
      return FALSE;
    uint32_t end = row + (uint32_t) __builtin_popcountll (linear->kept[b]);
    if (end > n_kept)
      return FALSE;
    for (; row < end; row++)
      entry += linear->sizes[row];
  }
  if (row != n_kept || entry != n_entries)
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
  size_t n_blocks = ((size_t) 1 << header->log2_rows) / BEL_LINEAR_BLOCK,
         n_sizes = ((size_t) header->n_kept + 3) / 4 * 4;
  if (n_bytes
      != sizeof *header + n_blocks * (sizeof (uint64_t) + sizeof (BelLinearRank)) + n_sizes
             + sizeof (BelLinearEntry) * (size_t) header->n_entries)
    return FALSE;
  linear->n_classes = header->n_classes;
  linear->log2_rows = header->log2_rows;
  linear->kept = (const uint64_t *) (header + 1);
  linear->ranks = (const BelLinearRank *) (linear->kept + n_blocks);
  linear->sizes = (const uint8_t *) (linear->ranks + n_blocks);
  linear->entries = (const BelLinearEntry *) (linear->sizes + n_sizes);
  return check_rows (linear, header->n_kept, header->n_entries);
}

/* Features looked up together, so that the memory they lie in is on its way while others are. */
#define TOGETHER 64u

typedef struct {
  uint32_t row, entry; /* kept row; first entry of its block, then of the row itself */
  uint32_t block;      /* first kept row of the block */
} Place;

static uint32_t
find_rows (const BelLinear *linear, const uint32_t *features, uint32_t n, Place *places)
{
  uint32_t n_found = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t row = bel_linear_row (features[i], linear->log2_rows);
    uint64_t block = linear->kept[row / BEL_LINEAR_BLOCK], bit = (uint64_t) 1 << row % BEL_LINEAR_BLOCK;
    if (!(block & bit))
      continue;
    BelLinearRank rank = linear->ranks[row / BEL_LINEAR_BLOCK];
    uint32_t place = rank.rows + (uint32_t) __builtin_popcountll (block & (bit - 1));
    __builtin_prefetch (linear->sizes + place);
    __builtin_prefetch (linear->entries + rank.entries);
    places[n_found++] = (Place){ place, rank.entries, rank.rows };
  }
  for (uint32_t i = 0; i < n_found; i++)
    for (uint32_t row = places[i].block; row < places[i].row; row++)
      places[i].entry += linear->sizes[row];
  return n_found;
}

void
bel_linear_score (const BelLinear *linear, const uint32_t *features, uint32_t n, int32_t *scores)
{
  Place places[TOGETHER];
  for (; n > 0; features += MIN (n, TOGETHER), n -= MIN (n, TOGETHER)) {
    uint32_t n_found = find_rows (linear, features, MIN (n, TOGETHER), places);
    for (uint32_t i = 0; i < n_found; i++) {
      const BelLinearEntry *entry = linear->entries + places[i].entry, *end = entry + linear->sizes[places[i].row];
      for (; entry < end; entry++)
        scores[entry->class] += entry->weight;
    }
  }
}
