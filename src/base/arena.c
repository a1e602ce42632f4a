/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A list of chunks, each twice the last up to a cap; the newest is bumped.
 *
 *   chunk ──▶ [header | used ........ | free ... ]
 *     └─ next ──▶ [header | full ............... ]
 *
 * In malloc mode every allocation is a chunk by itself. */
#include "base/arena.h"

#include <string.h>

#define FIRST_CHUNK_BYTES 16384u
#define LAST_CHUNK_BYTES (1u << 20)
#define ALIGN 16u

typedef struct Chunk Chunk;
struct Chunk {
  Chunk *next;
  size_t used;
  size_t size;
  size_t padding; /* keeps the data aligned to 16 */
};

struct BelArena {
  Chunk *chunk;
  size_t used;
  size_t next_size;
  gboolean one_by_one;
};

static Chunk *
chunk_new (size_t n_bytes)
{
  Chunk *chunk = g_malloc (sizeof (Chunk) + n_bytes);
  chunk->next = NULL;
  chunk->used = 0;
  chunk->size = n_bytes;
  chunk->padding = 0;
  return chunk;
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

BelArena *
bel_arena_new (void)
{
  BelArena *arena = g_new0 (BelArena, 1);
  arena->next_size = FIRST_CHUNK_BYTES;
  arena->one_by_one = g_getenv ("BEL_ARENA_MALLOC") != NULL;
  return arena;
}

void
bel_arena_free (BelArena *arena)
{
  if (!arena)
    return;
  chunk_free_all (arena->chunk);
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
    if (arena->one_by_one) {
      g_free (keep);
      arena->chunk = NULL;
    }
  }
  arena->used = 0;
}

static void
grow (BelArena *arena, size_t n_bytes)
{
  size_t size = n_bytes;
  if (!arena->one_by_one) {
    size = MAX (arena->next_size, n_bytes);
    arena->next_size = MIN (arena->next_size * 2, (size_t) LAST_CHUNK_BYTES);
  }
  Chunk *chunk = chunk_new (size);
  chunk->next = arena->chunk;
  arena->chunk = chunk;
}

void *
bel_arena_alloc (BelArena *arena, size_t n_bytes)
{
  g_assert (n_bytes < SIZE_MAX / 2);
  size_t need = (MAX (n_bytes, 1) + ALIGN - 1) & ~(size_t) (ALIGN - 1);
  Chunk *chunk = arena->chunk;
  if (!chunk || chunk->size - chunk->used < need || arena->one_by_one) {
    grow (arena, need);
    chunk = arena->chunk;
  }
  char *data = (char *) (chunk + 1) + chunk->used;
  chunk->used += need;
  arena->used += need;
  return data;
}

void *
bel_arena_alloc0 (BelArena *arena, size_t n_bytes)
{
  void *data = bel_arena_alloc (arena, n_bytes);
  memset (data, 0, n_bytes);
  return data;
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
