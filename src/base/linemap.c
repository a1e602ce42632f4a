/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The start of each line, found once, searched by halves. */
#include "base/linemap.h"

#include "base/vec.h"

struct BelLineMap {
  const char *text;
  uint32_t n_bytes;
  BEL_VEC (uint32_t) starts;
};

BelLineMap *
bel_linemap_new (BelArena *arena, const char *text, uint32_t n_bytes)
{
  BelLineMap *map = bel_arena_new_struct (arena, BelLineMap);
  map->text = text;
  map->n_bytes = n_bytes;
  bel_vec_push (arena, &map->starts, 0);
  for (uint32_t i = 0; i < n_bytes; i++) {
    gboolean crlf = text[i] == '\r' && i + 1 < n_bytes && text[i + 1] == '\n';
    if (text[i] == '\n' || (text[i] == '\r' && !crlf))
      bel_vec_push (arena, &map->starts, i + 1);
  }
  return map;
}

BelPosition
bel_linemap_position (const BelLineMap *map, uint32_t offset)
{
  uint32_t low = 0, high = map->starts.n;
  while (high - low > 1) {
    uint32_t middle = (low + high) / 2;
    if (map->starts.items[middle] <= offset)
      low = middle;
    else
      high = middle;
  }
  uint32_t start = map->starts.items[low], chars = 0;
  for (uint32_t i = start; i < offset && i < map->n_bytes; i++)
    chars += ((uint8_t) map->text[i] & 0xC0) != 0x80;
  return (BelPosition){ .line1 = low + 1, .col_bytes1 = offset - start + 1, .col_chars1 = chars + 1 };
}

BelSpan
bel_linemap_line (const BelLineMap *map, uint32_t line1)
{
  if (line1 == 0 || line1 > map->starts.n)
    return BEL_SPAN (map->n_bytes, map->n_bytes);
  uint32_t start = map->starts.items[line1 - 1];
  uint32_t end = line1 < map->starts.n ? map->starts.items[line1] : map->n_bytes;
  while (end > start && (map->text[end - 1] == '\n' || map->text[end - 1] == '\r'))
    end--;
  return BEL_SPAN (start, end);
}

uint32_t
bel_linemap_n_lines (const BelLineMap *map)
{
  return map->starts.n;
}
