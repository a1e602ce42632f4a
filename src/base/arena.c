/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A list of chunks, each twice the last up to a cap; the newest is bumped. What is large has a block of its own, so that it can grow
 * where it is and go before the rest.
 *
 *   chunk ──▶ [header | used ........ | free ... ]
 *     └─ next ──▶ [header | full ............... ]
 *   large ──▶ [header | data ] ◀──▶ [header | data ]
 *
 * In malloc mode everything is large. */
#include "base/arena.h"

#include <string.h>

#define FIRST_CHUNK_BYTES 16384u
#define LAST_CHUNK_BYTES (1u << 20)
#define LARGE_BYTES (1u << 16)
#define ALIGN 16u

typedef struct Chunk Chunk;
struct Chunk {
  Chunk *next;
  size_t used;
  size_t size;
  size_t padding; /* keeps the data aligned to 16 */
};

typedef struct Large Large;
struct Large {
  Large *next;
  Large *previous;
};

struct BelArena {
  Chunk *chunk;
  Large *large;
  size_t used;
  size_t next_size;
  size_t large_bytes; /* what is at least so large has a block of its own */
};

static size_t
rounded (size_t n_bytes)
{
  g_assert (n_bytes < SIZE_MAX / 2);
  return (MAX (n_bytes, 1) + ALIGN - 1) & ~(size_t) (ALIGN - 1);
}

static void
chunk_free_all (Chunk *chunk)
{
  while (chunk) {
    Chunk *next = chunk->next;
    g_free (chunk);
    chunk = next;
  }
}

static void
large_free_all (Large *large)
{
  while (large) {
    Large *next = large->next;
    g_free (large);
    large = next;
  }
}

BelArena *
bel_arena_new (void)
{
  BelArena *arena = g_new0 (BelArena, 1);
  arena->next_size = FIRST_CHUNK_BYTES;
  arena->large_bytes = g_getenv ("BEL_ARENA_MALLOC") ? 0 : LARGE_BYTES;
  return arena;
}

void
bel_arena_free (BelArena *arena)
{
  if (!arena)
    return;
  chunk_free_all (arena->chunk);
  large_free_all (arena->large);
  g_free (arena);
}

void
bel_arena_reset (BelArena *arena)
{
  Chunk *keep = arena->chunk;
  if (keep) {
    chunk_free_all (keep->next);
    keep->next = NULL;
    keep->used = 0;
  }
  large_free_all (g_steal_pointer (&arena->large));
  arena->used = 0;
}

/* -- large blocks ---------------------------------------------------------------------------- */

static void *
large_link (BelArena *arena, Large *large)
{
  large->previous = NULL;
  large->next = arena->large;
  if (large->next)
    large->next->previous = large;
  arena->large = large;
  return large + 1;
}

static Large *
large_unlink (BelArena *arena, void *data)
{
  Large *large = (Large *) data - 1;
  if (large->next)
    large->next->previous = large->previous;
  if (large->previous)
    large->previous->next = large->next;
  else
    arena->large = large->next;
  return large;
}

static void *
large_alloc (BelArena *arena, size_t need, gboolean cleared)
{
  Large *large = cleared ? g_malloc0 (sizeof (Large) + need) : g_malloc (sizeof (Large) + need);
  return large_link (arena, large);
}

static void *
large_regrow (BelArena *arena, void *data, size_t had, size_t need)
{
  if (arena->large_bytes > 0)
    return large_link (arena, g_realloc (large_unlink (arena, data), sizeof (Large) + need));
  void *moved = large_alloc (arena, need, FALSE); /* malloc mode: who still looks at the old place is to be found out */
  memcpy (moved, data, had);
  g_free (large_unlink (arena, data));
  return moved;
}

/* -- chunks ---------------------------------------------------------------------------------- */

static void
grow (BelArena *arena)
{
  size_t size = arena->next_size;
  arena->next_size = MIN (arena->next_size * 2, (size_t) LAST_CHUNK_BYTES);
  Chunk *chunk = g_malloc (sizeof (Chunk) + size);
  *chunk = (Chunk){ .next = arena->chunk, .size = size };
  arena->chunk = chunk;
}

static void *
bump (BelArena *arena, size_t need)
{
  while (!arena->chunk || arena->chunk->size - arena->chunk->used < need)
    grow (arena);
  char *data = (char *) (arena->chunk + 1) + arena->chunk->used;
  arena->chunk->used += need;
  return data;
}

/* Whether the @had bytes at @data are the newest of the chunk that is bumped. */
static gboolean
is_newest (const BelArena *arena, const void *data, size_t had)
{
  const Chunk *chunk = arena->chunk;
  return chunk && chunk->used >= had && (const char *) data == (const char *) (chunk + 1) + chunk->used - had;
}

/* -- both ------------------------------------------------------------------------------------ */

void *
bel_arena_alloc (BelArena *arena, size_t n_bytes)
{
  size_t need = rounded (n_bytes);
  arena->used += need;
  return need >= arena->large_bytes ? large_alloc (arena, need, FALSE) : bump (arena, need);
}

void *
bel_arena_alloc0 (BelArena *arena, size_t n_bytes)
{
  size_t need = rounded (n_bytes);
  arena->used += need;
  if (need >= arena->large_bytes) /* the system's pages are clear */
    return large_alloc (arena, need, TRUE);
  return memset (bump (arena, need), 0, n_bytes);
}

void *
bel_arena_regrow (BelArena *arena, void *data, size_t n_bytes, size_t want)
{
  if (!data)
    return bel_arena_alloc (arena, want);
  size_t had = rounded (n_bytes), need = rounded (want);
  arena->used += need - had;
  if (had >= arena->large_bytes)
    return large_regrow (arena, data, had, need);
  if (need < arena->large_bytes && is_newest (arena, data, had)
      && arena->chunk->size - arena->chunk->used >= need - had) {
    arena->chunk->used += need - had;
    return data;
  }
  void *moved = need >= arena->large_bytes ? large_alloc (arena, need, FALSE) : bump (arena, need);
  return memcpy (moved, data, n_bytes);
}

void
bel_arena_release (BelArena *arena, void *data, size_t n_bytes)
{
  size_t had = rounded (n_bytes);
  arena->used -= had;
  if (had >= arena->large_bytes)
    g_free (large_unlink (arena, data));
  else if (is_newest (arena, data, had))
    arena->chunk->used -= had;
}

char *
bel_arena_strndup (BelArena *arena, const char *text, size_t n_bytes)
{
  char *copy = bel_arena_alloc (arena, n_bytes + 1);
  if (n_bytes)
    memcpy (copy, text, n_bytes);
  copy[n_bytes] = '\0';
  return copy;
}

char *
bel_arena_strdup (BelArena *arena, const char *text)
{
  return bel_arena_strndup (arena, text, strlen (text));
}

char *
bel_arena_printf (BelArena *arena, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  return bel_arena_strdup (arena, text);
}

size_t
bel_arena_used (const BelArena *arena)
{
  return arena->used;
}
