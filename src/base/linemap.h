/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Byte offsets to lines and columns. CR, LF and CRLF each end a line. */
#pragma once

#include "base/arena.h"
#include "base/span.h"

typedef struct BelLineMap BelLineMap;

/** Both count from 1; @col_bytes counts bytes, @col_chars characters. */
typedef struct {
  uint32_t line1;
  uint32_t col_bytes1;
  uint32_t col_chars1;
} BelPosition;

/** Returns: (transfer none) a map of @text, which must outlive it; lives in @arena. */
BelLineMap *bel_linemap_new (BelArena *arena, const char *text, uint32_t n_bytes);

/** O(log lines) plus the length of the line. @offset may be n_bytes. */
BelPosition bel_linemap_position (const BelLineMap *map, uint32_t offset);

/** Returns: the bytes of line @line1 without its ending; the empty span past the last line. */
BelSpan bel_linemap_line (const BelLineMap *map, uint32_t line1);

uint32_t bel_linemap_n_lines (const BelLineMap *map);
