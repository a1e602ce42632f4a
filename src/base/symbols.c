/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Open addressing over FNV-1a hashes; text lives in an arena. */
#include "base/symbols.h"

#include "base/vec.h"

typedef BelSymbolEntry Entry;

struct BelSymbols {
  gatomicrefcount refs;
  BelSymbols *base;
  uint32_t n_base;
  gboolean frozen;
  BelArena *arena;
  BEL_VEC (Entry) entries;
  uint32_t *slots; /* index + 1, 0 is free */
  uint32_t n_slots;
  GDestroyNotify release; /* of rows that lie elsewhere; NULL: they are the table's own */
  gpointer release_data;
};

static uint32_t
hash_bytes (const char *text, size_t n_bytes)
{
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < n_bytes; i++)
    hash = (hash ^ (uint8_t) text[i]) * 16777619u;
  return hash;
}

BelSymbols *
bel_symbols_new (BelSymbols *base)
{
  BelSymbols *symbols = g_new0 (BelSymbols, 1);
  g_atomic_ref_count_init (&symbols->refs);
  symbols->arena = bel_arena_new ();
  symbols->n_slots = 256;
  symbols->slots = g_new0 (uint32_t, symbols->n_slots);
  if (base) {
    g_assert (base->frozen);
    symbols->base = bel_symbols_ref (base);
    symbols->n_base = bel_symbols_count (base);
  } else {
    bel_symbols_intern (symbols, "", 0);
  }
  return symbols;
}

BelSymbolRows
bel_symbols_rows (const BelSymbols *symbols)
{
  g_assert (symbols->frozen && !symbols->base);
  return (BelSymbolRows){ symbols->entries.items, symbols->slots, symbols->entries.n, symbols->n_slots };
}

BelSymbols *
bel_symbols_new_mapped (BelSymbolRows rows, GDestroyNotify release, gpointer data)
{
  BelSymbols *symbols = g_new0 (BelSymbols, 1);
  g_atomic_ref_count_init (&symbols->refs);
  symbols->frozen = TRUE;
  symbols->entries.items = (Entry *) rows.entries; /* frozen: nobody writes to them */
  symbols->entries.n = symbols->entries.cap = rows.n_entries;
  symbols->slots = (uint32_t *) rows.slots;
  symbols->n_slots = rows.n_slots;
  symbols->release = release;
  symbols->release_data = data;
  return symbols;
}

BelSymbols *
bel_symbols_ref (BelSymbols *symbols)
{
  g_atomic_ref_count_inc (&symbols->refs);
  return symbols;
}

void
bel_symbols_unref (BelSymbols *symbols)
{
  if (!symbols || !g_atomic_ref_count_dec (&symbols->refs))
    return;
  bel_symbols_unref (symbols->base);
  bel_arena_free (symbols->arena);
  if (symbols->release)
    symbols->release (symbols->release_data);
  else
    g_free (symbols->slots);
  g_free (symbols);
}

static void
rehash (BelSymbols *symbols)
{
  symbols->n_slots *= 2;
  g_free (symbols->slots);
  symbols->slots = g_new0 (uint32_t, symbols->n_slots);
  uint32_t mask = symbols->n_slots - 1;
  for (uint32_t i = 0; i < symbols->entries.n; i++) {
    uint32_t slot = symbols->entries.items[i].hash & mask;
    while (symbols->slots[slot])
      slot = (slot + 1) & mask;
    symbols->slots[slot] = i + 1;
  }
}

void
bel_symbols_reserve (BelSymbols *symbols, uint32_t n)
{
  bel_vec_reserve (symbols->arena, &symbols->entries, n);
  while (n >= symbols->n_slots) /* the last doubling below */
    symbols->n_slots *= 2;
  rehash (symbols);
}

void
bel_symbols_freeze (BelSymbols *symbols)
{
  symbols->frozen = TRUE;
}

static uint32_t
find_slot (const BelSymbols *symbols, const char *text, size_t n_bytes, uint32_t hash)
{
  uint32_t mask = symbols->n_slots - 1;
  uint32_t slot = hash & mask;
  while (symbols->slots[slot]) {
    const Entry *entry = &symbols->entries.items[symbols->slots[slot] - 1];
    if (entry->hash == hash && entry->n_bytes == n_bytes && memcmp (entry->text, text, n_bytes) == 0)
      return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

static BelSym
find_hashed (const BelSymbols *symbols, const char *text, size_t n_bytes, uint32_t hash)
{
  if (symbols->base) {
    BelSym sym = find_hashed (symbols->base, text, n_bytes, hash);
    if (sym != BEL_NONE)
      return sym;
  }
  uint32_t slot = find_slot (symbols, text, n_bytes, hash);
  return symbols->slots[slot] ? symbols->n_base + symbols->slots[slot] - 1 : BEL_NONE;
}

BelSym
bel_symbols_intern (BelSymbols *symbols, const char *text, size_t n_bytes)
{
  uint32_t hash = hash_bytes (text, n_bytes);
  BelSym sym = find_hashed (symbols, text, n_bytes, hash);
  if (sym != BEL_NONE)
    return sym;
  g_assert (!symbols->frozen);
  if (symbols->entries.n * 2 >= symbols->n_slots)
    rehash (symbols);
  Entry entry = { bel_arena_strndup (symbols->arena, text, n_bytes), (uint32_t) n_bytes, hash };
  bel_vec_push (symbols->arena, &symbols->entries, entry);
  symbols->slots[find_slot (symbols, text, n_bytes, hash)] = symbols->entries.n;
  return symbols->n_base + symbols->entries.n - 1;
}

BelSym
bel_symbols_intern_str (BelSymbols *symbols, const char *text)
{
  return bel_symbols_intern (symbols, text, strlen (text));
}

BelSym
bel_symbols_intern_lower (BelSymbols *symbols, const char *text, size_t n_bytes)
{
  char small[128];
  gboolean ascii = n_bytes <= sizeof small;
  for (size_t i = 0; ascii && i < n_bytes; i++) {
    small[i] = g_ascii_tolower (text[i]);
    ascii = (uint8_t) text[i] < 0x80;
  }
  if (ascii)
    return bel_symbols_intern (symbols, small, n_bytes);
  g_autofree char *lower = g_utf8_strdown (text, (gssize) n_bytes);
  g_autoptr (GString) plain = g_string_new (lower);
  g_string_replace (plain, "\xE2\x80\x99", "'", 0);
  return bel_symbols_intern (symbols, plain->str, plain->len);
}

BelSym
bel_symbols_find (const BelSymbols *symbols, const char *text, size_t n_bytes)
{
  return find_hashed (symbols, text, n_bytes, hash_bytes (text, n_bytes));
}

BelSym
bel_symbols_find_str (const BelSymbols *symbols, const char *text)
{
  return bel_symbols_find (symbols, text, strlen (text));
}

const char *
bel_symbols_text (const BelSymbols *symbols, BelSym sym)
{
  while (sym < symbols->n_base)
    symbols = symbols->base;
  g_assert (sym - symbols->n_base < symbols->entries.n);
  return symbols->entries.items[sym - symbols->n_base].text;
}

uint32_t
bel_symbols_count (const BelSymbols *symbols)
{
  return symbols->n_base + symbols->entries.n;
}
