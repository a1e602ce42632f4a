/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Half-open byte ranges. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/** No token, no entity, no symbol: the index that is none. */
#define BEL_NONE UINT32_MAX

/** Half-open range of bytes [start, end). Empty when start == end. */
typedef struct {
  uint32_t start;
  uint32_t end;
} BelSpan;

#define BEL_SPAN(start_, end_) ((BelSpan){ .start = (start_), .end = (end_) })

/** Number of bytes in @s. */
static inline uint32_t
bel_span_length (BelSpan s)
{
  return s.end - s.start;
}

static inline bool
bel_span_is_empty (BelSpan s)
{
  return s.end <= s.start;
}

static inline bool
bel_span_equal (BelSpan a, BelSpan b)
{
  return a.start == b.start && a.end == b.end;
}

/** Whether @inner lies wholly within @outer. */
static inline bool
bel_span_contains (BelSpan outer, BelSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool
bel_span_overlaps (BelSpan a, BelSpan b)
{
  return a.start < b.end && b.start < a.end;
}

/** The smallest span that covers both; an empty span counts for nothing. */
static inline BelSpan
bel_span_union (BelSpan a, BelSpan b)
{
  if (bel_span_is_empty (a))
    return b;
  if (bel_span_is_empty (b))
    return a;
  return BEL_SPAN (a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end);
}
