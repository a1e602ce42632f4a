/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Interned strings: equal text, equal number. Lemmas, keys and names are compared as integers.
 *
 * Two storeys: a base that is filled while the rules are loaded and then frozen and shared between
 * threads, and an overlay a document for words the rules do not know. A symbol of the base has the
 * same number in every overlay. */
#pragma once

#include "base/span.h"

#include <glib.h>

/** Number of an interned string; 0 is the empty string, BEL_NONE is no string. */
typedef uint32_t BelSym;

typedef struct BelSymbols BelSymbols;

/** @base: (nullable): a frozen table to stand on; a reference is kept.
 * Returns: (transfer full) a table; release with bel_symbols_unref(). */
BelSymbols *bel_symbols_new (BelSymbols *base);
BelSymbols *bel_symbols_ref (BelSymbols *symbols);
void bel_symbols_unref (BelSymbols *symbols);

/** A row of a table that stands in a file: a text, its length and hash. */
typedef struct {
  const char *text;
  uint32_t n_bytes;
  uint32_t hash;
} BelSymbolEntry;

/** A table as flat rows: what a file keeps of it. @slots are places of entries + 1, by hash; 0 is free. */
typedef struct {
  const BelSymbolEntry *entries;
  const uint32_t *slots;
  uint32_t n_entries;
  uint32_t n_slots;
} BelSymbolRows;

/** Returns: (transfer none) the rows of a frozen table that stands on no other. */
BelSymbolRows bel_symbols_rows (const BelSymbols *symbols);

/** Returns: (transfer full) the frozen table of those rows, which are not copied; @release (@data) is called when the last
 * reference goes. */
BelSymbols *bel_symbols_new_mapped (BelSymbolRows rows, GDestroyNotify release, gpointer data);

/** Makes room for @n symbols, so that they come in without the table growing under them. */
void bel_symbols_reserve (BelSymbols *symbols, uint32_t n);

/** Forbids further interning; from here on the table may be shared between threads. */
void bel_symbols_freeze (BelSymbols *symbols);

/** Returns: the symbol of the @n_bytes bytes at @text, made when new. @symbols must not be frozen. */
BelSym bel_symbols_intern (BelSymbols *symbols, const char *text, size_t n_bytes);
BelSym bel_symbols_intern_str (BelSymbols *symbols, const char *text);

/** As bel_symbols_intern() of the text in lower case (Unicode; typographic apostrophes made plain). */
BelSym bel_symbols_intern_lower (BelSymbols *symbols, const char *text, size_t n_bytes);

/** Returns: the symbol, or BEL_NONE when that text was never interned. */
BelSym bel_symbols_find (const BelSymbols *symbols, const char *text, size_t n_bytes);
BelSym bel_symbols_find_str (const BelSymbols *symbols, const char *text);

/** Returns: (transfer none) the text, NUL-terminated, valid for the life of the table. */
const char *bel_symbols_text (const BelSymbols *symbols, BelSym sym);

/** Returns: how many symbols there are, those of the base counted in. */
uint32_t bel_symbols_count (const BelSymbols *symbols);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelSymbols, bel_symbols_unref)
