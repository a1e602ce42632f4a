/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A bump allocator: one a document; everything in it dies together. */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

typedef struct BelArena BelArena;

/** Returns: (transfer full) an empty arena. Under BEL_ARENA_MALLOC=1 in the environment each
 * allocation is a malloc of its own, so that valgrind and ASan see single objects. */
BelArena *bel_arena_new (void);

/** Frees @arena and all that was allocated in it. Accepts NULL. */
void bel_arena_free (BelArena *arena);

/** Forgets all allocations but keeps one chunk for reuse. */
void bel_arena_reset (BelArena *arena);

/** Returns: (transfer none) @n_bytes bytes, aligned to 16, not cleared; aborts when memory is out. */
void *bel_arena_alloc (BelArena *arena, size_t n_bytes) G_GNUC_MALLOC G_GNUC_ALLOC_SIZE (2);

/** As bel_arena_alloc(), cleared to zero. */
void *bel_arena_alloc0 (BelArena *arena, size_t n_bytes) G_GNUC_MALLOC G_GNUC_ALLOC_SIZE (2);

/** Makes the @n_bytes bytes at @data (NULL: none) @want bytes, more than before: in place where that can be had. What is new is
 * not cleared, and where they were before is no longer the caller's.
 * Returns: (transfer none) where they are now. */
void *bel_arena_regrow (BelArena *arena, void *data, size_t n_bytes, size_t want);

/** Gives back the @n_bytes bytes at @data before the arena dies. Only large allocations come back at once, and the last one. */
void bel_arena_release (BelArena *arena, void *data, size_t n_bytes);

/** Returns: (transfer none) a NUL-terminated copy of the @n_bytes bytes at @text. */
char *bel_arena_strndup (BelArena *arena, const char *text, size_t n_bytes);
char *bel_arena_strdup (BelArena *arena, const char *text);

/** Returns: (transfer none) the formatted string. */
char *bel_arena_printf (BelArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Returns: bytes handed out since the start or the last reset. */
size_t bel_arena_used (const BelArena *arena);

/** One cleared T, or an array of @n of them. */
#define bel_arena_new_struct(arena, T) ((T *) bel_arena_alloc0 ((arena), sizeof (T)))
#define bel_arena_new_array(arena, T, n) ((T *) bel_arena_alloc0 ((arena), sizeof (T) * (size_t) (n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelArena, bel_arena_free)
