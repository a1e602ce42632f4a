/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/linear.h"

static uint32_t
row_begin (const BelLinear *linear, uint32_t row)
{
  return linear->bases[row / BEL_LINEAR_BLOCK] + linear->offsets[row];
}

static uint32_t
row_end (const BelLinear *linear, uint32_t row)
{
  if ((row + 1) % BEL_LINEAR_BLOCK == 0)
    return linear->bases[row / BEL_LINEAR_BLOCK + 1];
  return row_begin (linear, row + 1);
}

static gboolean
check_rows (const BelLinear *linear, uint32_t n_entries)
{
  uint32_t n_rows = 1u << linear->log2_rows, at = 0;
  for (uint32_t row = 0; row < n_rows; row++) {
    if (row_begin (linear, row) != at || row_end (linear, row) < at || row_end (linear, row) > n_entries)
      return FALSE;
    at = row_end (linear, row);
  }
  for (uint32_t i = 0; i < n_entries; i++)
    if (linear->entries[i].class >= linear->n_classes)
      return FALSE;
  return at == n_entries;
}

gboolean
bel_linear_init (BelLinear *linear, const void *data, size_t n_bytes)
{
  const BelLinearHeader *header = data;
  if (!data || n_bytes < sizeof *header || header->n_classes > 256 || header->log2_rows < 6 || header->log2_rows > 24)
    return FALSE;
  size_t n_rows = (size_t) 1 << header->log2_rows;
  size_t n_bases = n_rows / BEL_LINEAR_BLOCK + 1;
  if (n_bytes != sizeof *header + 4 * n_bases + 2 * n_rows + sizeof (BelLinearEntry) * (size_t) header->n_entries)
    return FALSE;
  linear->n_classes = header->n_classes;
  linear->log2_rows = header->log2_rows;
  linear->bases = (const uint32_t *) (header + 1);
  linear->offsets = (const uint16_t *) (linear->bases + n_bases);
  linear->entries = (const BelLinearEntry *) (linear->offsets + n_rows);
  return check_rows (linear, header->n_entries);
}

void
bel_linear_score (const BelLinear *linear, const uint32_t *features, uint32_t n, int32_t *scores)
{
  for (uint32_t i = 0; i < n; i++) {
    uint32_t row = bel_linear_row (features[i], linear->log2_rows);
    const BelLinearEntry *entry = linear->entries + row_begin (linear, row);
    const BelLinearEntry *end = linear->entries + row_end (linear, row);
    for (; entry < end; entry++)
      scores[entry->class] += entry->weight;
  }
}
