/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Growable arrays inside an arena: a struct of items, n and cap, and three macros over it.
 *
 *   BEL_VEC (BelSpan) spans = { 0 };
 *   bel_vec_push (arena, &spans, BEL_SPAN (0, 3));
 *   for (uint32_t i = 0; i < spans.n; i++) use (spans.items[i]);
 *
 * A vector grows where it is, when it can, or moves: pointers into @items, and copies of the struct, do not outlive a push. */
#pragma once

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define BEL_VEC(T) \
  struct { \
    T *items; \
    uint32_t n; \
    uint32_t cap; \
  }

/** Makes room for @want items in all; new room is not cleared. */
#define bel_vec_reserve(arena, v, want) \
  ((v)->items = bel_vec_grow_ ((arena), (v)->items, &(v)->cap, (want), sizeof (*(v)->items)))

/** Appends one item, which is evaluated once. */
#define bel_vec_push(arena, v, ...) \
  do { \
    if ((v)->n == (v)->cap) \
      bel_vec_reserve ((arena), (v), (v)->n + 1); \
    (v)->items[(v)->n++] = (__VA_ARGS__); \
  } while (0)

/** Appends a cleared item. Evaluates to a pointer to it, valid until the next push. */
#define bel_vec_add(arena, v) \
  (((v)->n == (v)->cap ? (void) bel_vec_reserve ((arena), (v), (v)->n + 1) : (void) 0), \
   memset (&(v)->items[(v)->n], 0, sizeof (*(v)->items)), &(v)->items[(v)->n++])

/** Moves what was gathered in a scratch arena to @arena, in as much room as it needs. */
#define bel_vec_settle(arena, v) \
  ((v)->items = bel_vec_settle_ ((arena), (v)->items, (v)->n, &(v)->cap, sizeof (*(v)->items)))

static inline void *
bel_vec_settle_ (BelArena *arena, const void *items, uint32_t n, uint32_t *cap, size_t item_bytes)
{
  *cap = n;
  return n ? memcpy (bel_arena_alloc (arena, n * item_bytes), items, n * item_bytes) : NULL;
}

static inline void *
bel_vec_grow_ (BelArena *arena, void *items, uint32_t *cap, uint32_t want, size_t item_bytes)
{
  if (want <= *cap)
    return items;
  uint32_t room = *cap ? *cap * 2 : item_bytes > 16 ? 2 : 8; /* large items mostly come in ones and twos */
  if (room < want)
    room = want;
  void *bigger = bel_arena_regrow (arena, items, *cap * item_bytes, room * item_bytes);
  *cap = room;
  return bigger;
}

/** qsort() that takes an empty array whose items are NULL. */
static inline void
bel_sort (void *items, size_t n, size_t item_bytes, int (*order) (const void *, const void *))
{
  if (n > 1)
    qsort (items, n, item_bytes, order);
}
