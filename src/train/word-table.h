/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Makes a BelWordTable: open addressing, half full at most. */
#pragma once

#include "syntax/segmenter.h"

typedef struct {
  uint32_t n_slots;
  uint32_t *hashes;
  uint8_t *values;
} BelWordTableImage;

/** @words: hash (GUINT_TO_POINTER) → value (GUINT_TO_POINTER, 1…255). The order of the table depends on the
 * hashes alone. Free with bel_word_table_clear(). */
void bel_word_table_make (BelWordTableImage *image, GHashTable *words);
void bel_word_table_clear (BelWordTableImage *image);

/** Hash of @text (UTF-8, lower case) as the segmenter has it. */
uint32_t bel_word_table_hash (const char *text);

/** Reads a file of "kind: word word" lines; # begins a comment line. Adds each word with 1 + the place of its kind in
 * order of first appearance; a word of two kinds keeps the first. Returns: FALSE with @error set. */
gboolean bel_word_table_read_kinds (GHashTable *words, const char *path, GError **error);
