/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/segmenter.h"

#include "base/limits.h"

#define HASH_SEED 0x811C9DC5u
#define MAX_HASHED BEL_SEGMENTER_MAX_HASHED

static bool
is_power_of_two (uint32_t n)
{
  return n && (n & (n - 1)) == 0;
}

gboolean
bel_segmenter_init (BelSegmenter *segmenter, const void *section, size_t n_bytes)
{
  const BelSegmenterHeader *header = section;
  if (!section || n_bytes < sizeof *header || header->log2_split < 4 || header->log2_split > 24 || header->log2_ends < 4
      || header->log2_ends > 24 || !is_power_of_two (header->n_kinds) || !is_power_of_two (header->n_fused))
    return FALSE;
  size_t n_split = (size_t) 1 << header->log2_split, n_ends = (size_t) 1 << header->log2_ends;
  size_t n_slots = (size_t) header->n_kinds + header->n_fused;
  if (n_bytes != sizeof *header + n_split + n_ends + n_slots * (sizeof (uint32_t) + 1))
    return FALSE;
  const int8_t *weights = (const int8_t *) (header + 1);
  segmenter->split = (BelBinary){ header->log2_split, weights };
  segmenter->ends = (BelBinary){ header->log2_ends, weights + n_split };
  const uint32_t *hashes = (const uint32_t *) (weights + n_split + n_ends);
  const uint8_t *values = (const uint8_t *) (hashes + n_slots);
  segmenter->kinds = (BelWordTable){ header->n_kinds - 1, hashes, values };
  segmenter->fused = (BelWordTable){ header->n_fused - 1, hashes + header->n_kinds, values + header->n_kinds };
  return TRUE;
}

uint8_t
bel_word_table_find (const BelWordTable *table, uint32_t hash)
{
  for (uint32_t n = 0, slot = hash & table->mask; n <= table->mask && table->hashes[slot];
       n++, slot = (slot + 1) & table->mask)
    if (table->hashes[slot] == hash)
      return table->values[slot];
  return 0;
}

/* -- chunks ---------------------------------------------------------------------------------- */

/* As read for features: lower case, every digit 0. */
static uint32_t
plain (const BelGlyphs *glyphs, uint32_t i)
{
  return bel_glyph_is_digit (glyphs, i) ? '0' : glyphs->lower[i];
}

uint32_t
bel_segmenter_hash (const BelGlyphs *glyphs, uint32_t start, uint32_t end)
{
  uint32_t hash = HASH_SEED;
  for (uint32_t i = start; i < end; i++)
    hash = bel_binary_mix (hash, plain (glyphs, i));
  return hash ? hash : 1;
}

static bool
has_text (const BelGlyphs *glyphs, const BelChunk *chunk, const char *text)
{
  uint32_t n = (uint32_t) strlen (text);
  for (uint32_t i = chunk->start; i + n <= chunk->end; i++) {
    uint32_t k = 0;
    while (k < n && glyphs->lower[i + k] == (uint32_t) text[k])
      k++;
    if (k == n)
      return true;
  }
  return false;
}

static uint8_t
address_kind (const BelGlyphs *glyphs, const BelChunk *chunk)
{
  uint32_t first = glyphs->code[chunk->start];
  if ((first == '@' || first == '#') && chunk->end - chunk->start > 1)
    return 3;
  uint32_t n_at = 0, n_dots = 0, n_slashes = 0;
  for (uint32_t i = chunk->start; i < chunk->end; i++) {
    n_at += glyphs->code[i] == '@';
    n_slashes += glyphs->code[i] == '/';
    n_dots += glyphs->code[i] == '.' && i > chunk->start && i + 1 < chunk->end && bel_glyph_is_letter (glyphs, i + 1);
  }
  if (n_at && n_dots)
    return 2;
  if (!n_dots && !n_slashes)
    return 0;
  static const char *const MARKS[] = { "://", "www.", ".com", ".org", ".net", ".htm", ".pdf", ".doc", ".xls", ".jpg" };
  for (uint32_t i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (has_text (glyphs, chunk, MARKS[i]))
      return 1;
  return 0;
}

static void
add_chunk (BelChunks *chunks, BelArena *arena, const BelGlyphs *glyphs, BelChunk chunk)
{
  uint32_t n = chunk.end - chunk.start;
  chunk.hash = n <= MAX_HASHED ? bel_segmenter_hash (glyphs, chunk.start, chunk.end) : 0;
  chunk.address = n > 1 ? address_kind (glyphs, &chunk) : 0;
  bel_vec_push (arena, chunks, chunk);
}

void
bel_chunks_find (BelChunks *chunks, BelArena *arena, const BelGlyphs *glyphs)
{
  bool after_break = true;
  uint32_t i = 0;
  while (i < glyphs->n) {
    if (glyphs->class[i] == BEL_GLYPH_SPACE) {
      after_break |= glyphs->code[i++] == BEL_GLYPH_BLANK_LINE;
      continue;
    }
    BelChunk chunk = { .start = i, .after_break = after_break };
    chunk.glued = i > 0 && glyphs->class[i - 1] != BEL_GLYPH_SPACE;
    while (i < glyphs->n && glyphs->class[i] != BEL_GLYPH_SPACE
           && glyphs->offset[i + 1] - glyphs->offset[chunk.start] <= BEL_LIMIT_TOKEN_BYTES)
      i++;
    chunk.end = i;
    add_chunk (chunks, arena, glyphs, chunk);
    after_break = false;
  }
}

/* -- words ----------------------------------------------------------------------------------- */

/* "n't" at @i, with nothing of the word after it. */
static bool
is_negation (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  return i + 3 <= chunk->end && glyphs->lower[i] == 'n' && glyphs->code[i + 1] == '\'' && glyphs->lower[i + 2] == 't'
         && (i + 3 == chunk->end || !bel_glyph_is_letter (glyphs, i + 3));
}

/* "'s", "'re" and the like at @i, after a letter and with nothing of the word after them. */
static bool
is_clitic (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  static const char *const CLITICS[] = { "s", "re", "ve", "ll", "d", "m" };
  if (glyphs->code[i] != '\'' || !bel_glyph_is_letter (glyphs, i - 1))
    return false;
  for (uint32_t k = 0; k < G_N_ELEMENTS (CLITICS); k++) {
    uint32_t n = (uint32_t) strlen (CLITICS[k]), at = i + 1 + n;
    bool same
        = at <= chunk->end && (at == chunk->end || !(bel_glyph_is_letter (glyphs, at) || glyphs->code[at] == '\''));
    for (uint32_t c = 0; same && c < n; c++)
      same = glyphs->lower[i + 1 + c] == (uint32_t) CLITICS[k][c];
    if (same)
      return true;
  }
  return false;
}

bool
bel_split_certain (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  return is_clitic (glyphs, chunk, i) || (bel_glyph_is_letter (glyphs, i - 1) && is_negation (glyphs, chunk, i));
}

static bool
is_fused (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  uint32_t start = i, end = i;
  while (start > chunk->start && bel_glyph_is_letter (glyphs, start - 1))
    start--;
  while (end < chunk->end && end - start <= MAX_HASHED && bel_glyph_is_letter (glyphs, end))
    end++;
  bool bare_s
      = end - i == 1
        && glyphs->lower[i] == 's'; /* treebanks of mail part "doctors" and "its"; the news means what it writes */
  if (i - start > 8 || end - start > MAX_HASHED || bare_s)
    return false;
  uint8_t places = bel_word_table_find (&segmenter->fused, bel_segmenter_hash (glyphs, start, end));
  return places >> (i - start - 1) & 1;
}

/* The full stop at @i belongs to "U.S" or "a.m" before it, whether or not a sentence ends there. */
static bool
ends_initials (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  if (glyphs->code[i] != '.' || i < chunk->start + 3 || glyphs->code[i - 2] != '.')
    return false;
  bool single = i == chunk->start + 3 || !bel_glyph_is_letter (glyphs, i - 4);
  return single && bel_glyph_is_letter (glyphs, i - 1) && bel_glyph_is_letter (glyphs, i - 3);
}

bool
bel_split_possible (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  if (glyphs->class[i] == BEL_GLYPH_MARK || ends_initials (glyphs, chunk, i))
    return false;
  if (bel_glyph_is_letter (glyphs, i) && bel_glyph_is_letter (glyphs, i - 1))
    return bel_split_certain (glyphs, chunk, i)
           || (i - chunk->start <= MAX_HASHED && is_fused (segmenter, glyphs, chunk, i));
  return !(bel_glyph_is_digit (glyphs, i) && bel_glyph_is_digit (glyphs, i - 1));
}

/* Letters and digits by their kind, the rest as it is; 0 outside of the chunk. */
static uint32_t
kind_at (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  if (i < chunk->start || i >= chunk->end)
    return 0;
  switch ((BelGlyphClass) glyphs->class[i]) {
  case BEL_GLYPH_UPPER:
    return 'A';
  case BEL_GLYPH_LOWER:
  case BEL_GLYPH_LETTER:
  case BEL_GLYPH_MARK:
    return 'a';
  case BEL_GLYPH_DIGIT:
    return '0';
  default:
    return glyphs->code[i];
  }
}

static uint32_t
plain_at (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  return i < chunk->start || i >= chunk->end ? 0 : plain (glyphs, i);
}

/* Runs of one kind count once: "10:30pm" is 0:0a. */
static uint32_t
shape_hash (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t start, uint32_t end)
{
  uint32_t hash = HASH_SEED, last = 0;
  for (uint32_t i = start, n = 0; i < end && n < 12; i++) {
    uint32_t kind = kind_at (glyphs, chunk, i);
    if (kind == last)
      continue;
    hash = bel_binary_mix (hash, kind);
    last = kind;
    n++;
  }
  return hash;
}

static uint32_t
same_kind_end (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  uint32_t end = i + 1;
  bool letter = bel_glyph_is_letter (glyphs, i), digit = bel_glyph_is_digit (glyphs, i);
  while (end < chunk->end && end - i < MAX_HASHED
         && (letter  ? bel_glyph_is_letter (glyphs, end)
             : digit ? bel_glyph_is_digit (glyphs, end)
                     : glyphs->code[end] == glyphs->code[i]))
    end++;
  return end;
}

static bool
only_punctuation (const BelGlyphs *glyphs, uint32_t start, uint32_t end)
{
  for (uint32_t i = start; i < end; i++)
    if (glyphs->class[i] != BEL_GLYPH_PUNCT)
      return false;
  return true;
}

static void
add_window (const BelGlyphs *glyphs, const BelChunk *c, uint32_t i, uint32_t address, BelFeatures *f)
{
  uint32_t k[6];
  for (uint32_t d = 0; d < 6; d++)
    k[d] = i + d < 3 ? 0 : kind_at (glyphs, c, i + d - 3);
  bel_features_add2 (f, 1, k[2], k[3]);
  bel_features_add3 (f, 2, k[1], k[2], k[3]);
  bel_features_add3 (f, 3, k[2], k[3], k[4]);
  bel_features_add3 (f, 4, bel_binary_mix (k[1], k[2]), k[3], k[4]);
  bel_features_add3 (f, 5, bel_binary_mix (bel_binary_mix (k[0], k[1]), k[2]), bel_binary_mix (k[3], k[4]), k[5]);
  bel_features_add3 (f, 9, address, k[2], k[3]);
  bel_features_add3 (f, 10, address, bel_binary_mix (k[1], k[2]), bel_binary_mix (k[3], k[4]));
}

static void
add_letters (const BelGlyphs *glyphs, const BelChunk *c, uint32_t i, BelFeatures *f)
{
  uint32_t p[4];
  for (uint32_t d = 0; d < 4; d++)
    p[d] = i + d < 2 ? 0 : plain_at (glyphs, c, i + d - 2);
  bel_features_add2 (f, 6, p[1], p[2]);
  bel_features_add3 (f, 7, p[0], p[1], p[2]);
  bel_features_add3 (f, 8, p[1], p[2], p[3]);
}

static uint32_t
first_kind (const BelGlyphs *glyphs, const BelChunks *chunks, uint32_t chunk)
{
  if (chunk + 1 >= chunks->n || chunks->items[chunk + 1].after_break)
    return 1;
  const BelChunk *next = &chunks->items[chunk + 1];
  return kind_at (glyphs, next, next->start);
}

static uint32_t
chunk_hash (const BelChunks *chunks, uint32_t chunk)
{
  return chunk < chunks->n ? chunks->items[chunk].hash : 2;
}

/* Kind of the abbreviation that is @chunk and nothing else; 15 for one letter with a full stop. */
static uint32_t
abbreviation_kind (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunks *chunks, uint32_t chunk)
{
  if (chunk >= chunks->n)
    return 0;
  const BelChunk *c = &chunks->items[chunk];
  uint32_t n = c->end - c->start;
  if (n < 2 || n > MAX_HASHED || glyphs->code[c->end - 1] != '.')
    return 0;
  if (n == 2 && bel_glyph_is_letter (glyphs, c->start))
    return 15;
  return bel_word_table_find (&segmenter->kinds, bel_segmenter_hash (glyphs, c->start, c->end - 1));
}

/* What stands on either side of a word with a full stop: "J. [K.] Porter", "a grade of [C.] Repairs". */
static void
add_stop (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunks *chunks, uint32_t chunk,
          uint32_t kind, bool one_letter, BelFeatures *f)
{
  uint32_t before = 0, before_kind = abbreviation_kind (segmenter, glyphs, chunks, chunk - 1);
  if (chunk > 0 && !chunks->items[chunk].after_break)
    before = kind_at (glyphs, &chunks->items[chunk - 1], chunks->items[chunk - 1].start);
  uint32_t word = kind * 2 + one_letter, next = first_kind (glyphs, chunks, chunk);
  uint32_t next_kind = abbreviation_kind (segmenter, glyphs, chunks, chunk + 1);
  bel_features_add3 (f, 26, word, before, next);
  bel_features_add3 (f, 27, word, before_kind, next);
  bel_features_add3 (f, 28, word, next_kind, next);
  bel_features_add3 (f, 29, word, next, chunk_hash (chunks, chunk + 1));
}

void
bel_split_features (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunks *chunks, uint32_t chunk,
                    uint32_t token_start, uint32_t i, BelFeatures *f)
{
  const BelChunk *c = &chunks->items[chunk];
  uint32_t at = i - c->start, n_left = i - token_start, n_rest = c->end - i;
  uint32_t left_start = n_left > MAX_HASHED ? i - MAX_HASHED : token_start;
  uint32_t left = bel_segmenter_hash (glyphs, left_start, i);
  uint32_t run_end = same_kind_end (glyphs, c, i);
  uint32_t run = bel_segmenter_hash (glyphs, i, run_end);
  uint32_t rest = bel_segmenter_hash (glyphs, i, MIN (c->end, i + MAX_HASHED));
  uint32_t l1 = kind_at (glyphs, c, i - 1), r1 = kind_at (glyphs, c, i), next = first_kind (glyphs, chunks, chunk);
  uint32_t kind = bel_word_table_find (&segmenter->kinds, left);
  kind = kind < BEL_KIND_REPORT ? kind : 0;
  bool tail = n_rest <= MAX_HASHED && only_punctuation (glyphs, i, c->end);
  uint32_t left_shape = shape_hash (glyphs, c, left_start, i);
  f->n = 0;
  add_window (glyphs, c, i, c->address, f);
  bel_features_add2 (f, 12, run, l1);
  bel_features_add2 (f, 15, shape_hash (glyphs, c, c->start, c->end), MIN (at, 8u));
  bel_features_add2 (f, 17, left_shape, shape_hash (glyphs, c, i, c->end));
  bel_features_add3 (f, 18, tail, l1, bel_binary_mix (r1, MIN (n_rest, 3u)));
  bel_features_add3 (f, 19, tail, bel_binary_mix (left_shape, r1), next);
  bel_features_add3 (f, 22, kind, bel_binary_mix (r1, tail), next);
  bel_features_add3 (f, 23, MIN (n_left, 4u), bel_binary_mix (l1, r1), MIN (n_rest, 4u));
  bel_features_add3 (f, 24, c->address, tail, MIN (n_rest, 3u));
  bel_features_add3 (f, 25, run, left_shape, run_end == c->end);
  if (r1 == '.' && tail && (kind || n_left == 1))
    add_stop (segmenter, glyphs, chunks, chunk, kind, n_left == 1, f);
  f->n_plain = f->n;
  add_letters (glyphs, c, i, f);
  bel_features_add2 (f, 11, left, r1);
  bel_features_add2 (f, 13, left, run);
  bel_features_add2 (f, 14, c->hash, at);
  bel_features_add2 (f, 16, rest, l1);
  bel_features_add3 (f, 20, bel_binary_mix (c->hash, at), chunk_hash (chunks, chunk + 1), 0);
  bel_features_add3 (f, 21, bel_binary_mix (c->hash, at), chunk_hash (chunks, chunk - 1), 0);
}
