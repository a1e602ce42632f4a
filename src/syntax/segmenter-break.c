/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Words as the end of a sentence sees them, and what the place between two of them looks like. */
#include "syntax/segmenter.h"

#define MAX_HASHED BEL_SEGMENTER_MAX_HASHED

static uint8_t
punctuation_shape (uint32_t first, uint32_t n)
{
  switch (first) {
  case '.':
    return n > 1 ? BEL_SHAPE_ELLIPSIS : BEL_SHAPE_STOP;
  case 0x2026:
    return BEL_SHAPE_ELLIPSIS;
  case '?':
  case '!':
    return BEL_SHAPE_QUESTION;
  case ',':
    return BEL_SHAPE_COMMA;
  case ':':
    return BEL_SHAPE_COLON;
  case ';':
    return BEL_SHAPE_SEMICOLON;
  case '(':
  case '[':
  case '{':
    return BEL_SHAPE_OPEN;
  case ')':
  case ']':
  case '}':
    return BEL_SHAPE_CLOSE;
  case 0x201C:
  case 0xAB:
    return BEL_SHAPE_OPEN_QUOTE;
  case 0x201D:
  case 0xBB:
    return BEL_SHAPE_CLOSE_QUOTE;
  case '"':
  case '\'':
    return BEL_SHAPE_QUOTE;
  case '-':
  case 0x2014:
    return BEL_SHAPE_DASH;
  case '*':
  case '>':
  case 0x2022:
  case 0xB7:
  case 0x25CF:
  case 0x25AA:
    return BEL_SHAPE_BULLET;
  default:
    return BEL_SHAPE_PUNCT;
  }
}

static uint8_t
word_shape (const BelGlyphs *glyphs, uint32_t start, uint32_t end)
{
  uint32_t n_upper = 0, n_lower = 0, n_digits = 0;
  for (uint32_t i = start; i < end; i++) {
    n_upper += glyphs->class[i] == BEL_GLYPH_UPPER;
    n_lower += glyphs->class[i] == BEL_GLYPH_LOWER || glyphs->class[i] == BEL_GLYPH_LETTER;
    n_digits += glyphs->class[i] == BEL_GLYPH_DIGIT;
  }
  if (n_upper + n_lower + n_digits == 0)
    return punctuation_shape (glyphs->code[start], end - start);
  if (n_upper + n_lower == 0)
    return BEL_SHAPE_NUMBER;
  if (n_upper == 0)
    return n_digits ? BEL_SHAPE_MIXED : BEL_SHAPE_LOWER;
  if (n_upper == 1 && n_lower == 0)
    return BEL_SHAPE_INITIAL;
  if (n_lower == 0)
    return BEL_SHAPE_CAPITALS;
  return glyphs->class[start] == BEL_GLYPH_UPPER ? BEL_SHAPE_CAPITAL : BEL_SHAPE_MIXED;
}

static bool
lower_is (const BelGlyphs *glyphs, uint32_t start, uint32_t end, const char *text)
{
  for (; start < end && *text; start++, text++)
    if (glyphs->lower[start] != (uint32_t) *text)
      return false;
  return start == end && !*text;
}

/* A single quotation mark opened a few words before and is not closed yet. */
static bool
single_quote_open (const BelGlyphs *glyphs, const BelPieces *pieces)
{
  for (uint32_t i = pieces->n; i-- > 0 && pieces->n - i < 60;) {
    const BelPiece *piece = &pieces->items[i];
    if (piece->end - piece->start == 1 && glyphs->code[piece->start] == '\'' && !piece->part)
      return piece->space_before;
  }
  return false;
}

/* "'s", "'re", "n't", "not" of "cannot", "'" of "the ministers' plan": written together with the word before. */
static bool
is_part (const BelPieces *pieces, const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t start, uint32_t end)
{
  static const char *const CLITICS[] = { "'s", "'re", "'ve", "'ll", "'d", "'m" };
  if (start == chunk->start || pieces->n < 1)
    return false;
  if (pieces->n > 3 && pieces->items[pieces->n - 1].part && pieces->items[pieces->n - 2].part
      && pieces->items[pieces->n - 3].part)
    return false;
  if (bel_glyph_is_letter (glyphs, start))
    return bel_glyph_is_letter (glyphs, start - 1);
  if (glyphs->code[start] != '\'' || glyphs->class[start - 1] == BEL_GLYPH_PUNCT)
    return false;
  for (uint32_t i = 0; i < G_N_ELEMENTS (CLITICS); i++)
    if (lower_is (glyphs, start, end, CLITICS[i]))
      return true;
  return end - start == 1 && glyphs->lower[start - 1] == 's' && !single_quote_open (glyphs, pieces);
}

/* Which way a straight quotation mark faces: towards the text beside it. */
static uint8_t
quote_side (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t start, uint32_t end)
{
  bool text_before = start > chunk->start, text_after = end < chunk->end;
  if (text_before == text_after) {
    if (!text_before || bel_glyph_is_letter (glyphs, end) == bel_glyph_is_letter (glyphs, start - 1))
      return BEL_SHAPE_QUOTE;
    text_after = bel_glyph_is_letter (glyphs, end);
  }
  return text_after ? BEL_SHAPE_OPEN_QUOTE : BEL_SHAPE_CLOSE_QUOTE;
}

void
bel_pieces_add (BelPieces *pieces, BelArena *arena, const BelSegmenter *segmenter, const BelGlyphs *glyphs,
                const BelChunk *chunk, uint32_t start, uint32_t end)
{
  bool part = is_part (pieces, glyphs, chunk, start, end);
  BelPiece *piece = bel_vec_add (arena, pieces);
  uint32_t hashed_end = MIN (end, start + MAX_HASHED);
  piece->start = start;
  piece->end = end;
  piece->hash = bel_segmenter_hash (glyphs, start, hashed_end);
  piece->suffix = bel_segmenter_hash (glyphs, end - MIN (end - start, 3u), end);
  piece->shape = word_shape (glyphs, start, end);
  if (piece->shape == BEL_SHAPE_QUOTE && !part)
    piece->shape = quote_side (glyphs, chunk, start, end);
  piece->n_letters = (uint8_t) MIN (end - start, 255u);
  piece->part = part;
  piece->space_before = start == chunk->start && !chunk->glued;
  piece->after_break = start == chunk->start && chunk->after_break;
  if (end - start > MAX_HASHED)
    return;
  bool stop = glyphs->code[end - 1] == '.' && end - start > 1;
  uint8_t kind
      = bel_word_table_find (&segmenter->kinds, stop ? bel_segmenter_hash (glyphs, start, end - 1) : piece->hash);
  piece->kind = stop || kind >= BEL_KIND_REPORT ? kind : 0;
}

static bool
is_end_mark (uint8_t shape)
{
  return shape == BEL_SHAPE_STOP || shape == BEL_SHAPE_QUESTION || shape == BEL_SHAPE_ELLIPSIS;
}

static uint8_t
share_of_capitals (const BelPieces *pieces)
{
  uint32_t n_words = 0, n_capitals = 0;
  for (uint32_t i = 0; i < pieces->n; i++) {
    uint8_t shape = pieces->items[i].shape;
    n_words += shape <= BEL_SHAPE_MIXED;
    n_capitals += shape >= BEL_SHAPE_CAPITAL && shape <= BEL_SHAPE_CAPITALS;
  }
  return n_words ? (uint8_t) (8 * n_capitals / n_words) : 0;
}

/* How carefully it is written. 1: begins with a capital, a figure or a quotation; 2: ends with an end mark; 4: has
 * small letters after an end mark; 8: is longer than 25 words. */
static uint8_t
paragraph_style (const BelPieces *pieces)
{
  if (pieces->n == 0)
    return 0;
  const BelPiece *first = &pieces->items[0], *last = &pieces->items[pieces->n - 1];
  bool begins = first->shape != BEL_SHAPE_LOWER && first->shape != BEL_SHAPE_MIXED;
  bool ends = is_end_mark (last->shape) || last->shape == BEL_SHAPE_CLOSE_QUOTE;
  bool small = false;
  for (uint32_t i = 1; i < pieces->n && !small; i++)
    small = is_end_mark (pieces->items[i - 1].shape) && pieces->items[i].shape == BEL_SHAPE_LOWER;
  return (uint8_t) (begins + 2 * ends + 4 * small + 8 * (pieces->n > 25));
}

void
bel_break_begin (BelBreakState *state, BelArena *arena, const BelPieces *pieces)
{
  uint16_t *to_stop = bel_arena_alloc (arena, sizeof (uint16_t) * (pieces->n + 1));
  to_stop[pieces->n] = 0;
  for (uint32_t i = pieces->n; i-- > 0;) {
    bool last = i + 1 == pieces->n || pieces->items[i + 1].after_break;
    to_stop[i] = is_end_mark (pieces->items[i].shape) || last ? 0 : (uint16_t) MIN (to_stop[i + 1] + 1, 1000);
  }
  *state = (BelBreakState){ .to_stop = to_stop,
                            .capitals = share_of_capitals (pieces),
                            .style = paragraph_style (pieces) };
}

void
bel_break_step (BelBreakState *state, const BelPieces *pieces, uint32_t i, bool first)
{
  const BelPiece *piece = &pieces->items[i];
  if (first) {
    state->first = i;
    state->n_brackets = 0;
    state->quote_before = state->quote;
  }
  if (piece->after_break)
    state->quote = state->quote_before = false;
  if (piece->shape == BEL_SHAPE_OPEN)
    state->n_brackets++;
  else if (piece->shape == BEL_SHAPE_CLOSE && state->n_brackets)
    state->n_brackets--;
  else if (piece->shape == BEL_SHAPE_OPEN_QUOTE)
    state->quote = true;
  else if (piece->shape == BEL_SHAPE_CLOSE_QUOTE)
    state->quote = false;
  else if (piece->shape == BEL_SHAPE_QUOTE && !piece->part)
    state->quote = !state->quote;
}

/* The last piece before @i that is no quotation mark or bracket: what "." is inside of. */
static uint32_t
inner_before (const BelPieces *pieces, uint32_t i)
{
  while (i > 1
         && (pieces->items[i - 1].shape == BEL_SHAPE_QUOTE || pieces->items[i - 1].shape == BEL_SHAPE_CLOSE_QUOTE
             || pieces->items[i - 1].shape == BEL_SHAPE_CLOSE))
    i--;
  return i - 1;
}

bool
bel_break_certain (const BelPieces *pieces, uint32_t i)
{
  const BelPiece *piece = &pieces->items[i];
  if (piece->after_break)
    return true;
  return i > 1 && piece->shape == BEL_SHAPE_OPEN_QUOTE && piece->space_before
         && pieces->items[i - 1].shape == BEL_SHAPE_CLOSE_QUOTE
         && is_end_mark (pieces->items[inner_before (pieces, i)].shape);
}

bool
bel_break_possible (const BelPieces *pieces, uint32_t i)
{
  const BelPiece *piece = &pieces->items[i];
  if (piece->part)
    return false;
  uint8_t before = pieces->items[i - 1].shape;
  if (before == BEL_SHAPE_CLOSE_QUOTE && pieces->items[inner_before (pieces, i)].shape == BEL_SHAPE_COMMA)
    return false; /* “It is over,” Flynn said */
  return piece->space_before || is_end_mark (before) || before == BEL_SHAPE_QUOTE || before == BEL_SHAPE_CLOSE_QUOTE
         || before == BEL_SHAPE_CLOSE;
}

/* 0 1 2 3 4 5 6–8 9–14 15–24 25– */
static uint32_t
bucket (uint32_t n)
{
  return n < 6 ? n : n < 9 ? 6 : n < 15 ? 7 : n < 25 ? 8 : 9;
}

static const BelPiece OUTSIDE = { .hash = 3, .suffix = 3, .shape = BEL_SHAPE_OUTSIDE };

static const BelPiece *
piece_at (const BelPieces *pieces, uint32_t i)
{
  return i < pieces->n ? &pieces->items[i] : &OUTSIDE;
}

static void
add_neighbours (const BelPieces *pieces, uint32_t i, BelFeatures *f)
{
  const BelPiece *n = piece_at (pieces, i), *n2 = piece_at (pieces, i + 1), *n3 = piece_at (pieces, i + 2);
  const BelPiece *p = &pieces->items[i - 1], *p2 = piece_at (pieces, i - 2);
  uint32_t space = n->space_before;
  bel_features_add3 (f, 1, p->shape, n->shape, space);
  bel_features_add3 (f, 2, bel_binary_mix (p2->shape, p->shape), n->shape, n2->shape);
  bel_features_add3 (f, 3, bel_binary_mix (p->shape, n->shape), n2->shape, n3->shape);
  bel_features_add2 (f, 5, n->hash, n->shape * 32u + p->shape);
  bel_features_add3 (f, 8, n->hash, n2->hash, p->shape);
  bel_features_add3 (f, 10, n->hash, n2->shape, bel_binary_mix (n->shape, p->shape));
  bel_features_add3 (f, 11, p2->hash, p->shape, n->hash);
  bel_features_add2 (f, 12, n2->hash, p->shape * 32u + n->shape);
  bel_features_add2 (f, 13, p2->hash, p->shape * 32u + n->shape);
  bel_features_add3 (f, 14, p->kind, n->shape, p->shape);
  bel_features_add3 (f, 15, p->kind, n->hash, n->shape);
  bel_features_add3 (f, 38, p->kind, n->kind, n->shape);
  bel_features_add3 (f, 32, p->shape * 32u + n->shape, n->kind, n2->kind);
  bel_features_add3 (f, 33, bel_binary_mix (p2->shape, p->shape), n->kind, n2->kind * 16u + n3->kind);
  bel_features_add3 (f, 34, p->shape * 32u + n->shape, n2->kind, n2->shape);
  bel_features_add3 (f, 16, MIN (p->n_letters, 8u), p->shape, n->shape);
  bel_features_add3 (f, 17, p->shape, n->suffix, n->shape);
}

void
bel_break_features (const BelBreakState *state, const BelPieces *pieces, uint32_t i, BelFeatures *f)
{
  const BelPiece *n = &pieces->items[i], *p = &pieces->items[i - 1];
  uint32_t inner = inner_before (pieces, i);
  const BelPiece *in = &pieces->items[inner], *in2 = piece_at (pieces, inner - 1);
  const BelPiece *first = &pieces->items[state->first];
  uint32_t shapes = p->shape * 32u + n->shape, length = bucket (i - state->first);
  uint32_t quote = state->quote + 2u * state->quote_before + 4u * (state->n_brackets > 0);
  f->n = 0;
  add_neighbours (pieces, i, f);
  bel_features_add2 (f, 20, shapes, quote);
  bel_features_add3 (f, 21, in->shape, n->shape, quote);
  bel_features_add3 (f, 22, in->shape, n->hash, inner + 1 == i);
  bel_features_add3 (f, 23, in2->shape * 32u + in->shape, shapes, quote);
  bel_features_add3 (f, 24, shapes, length, 0);
  bel_features_add3 (f, 25, shapes, length, bucket (state->to_stop[i]));
  bel_features_add3 (f, 26, shapes, bucket (state->to_stop[i]), state->capitals);
  bel_features_add3 (f, 27, shapes, state->capitals, 0);
  bel_features_add3 (f, 35, shapes, state->style, 0);
  bel_features_add3 (f, 36, shapes, state->style, bucket (state->to_stop[i]));
  bel_features_add3 (f, 37, shapes, state->style, length);
  bel_features_add3 (f, 28, first->shape, shapes, length);
  bel_features_add3 (f, 29, first->hash, shapes, length);
  bel_features_add3 (f, 30, p->shape, quote, n->hash);
  f->n_plain = f->n;
  bel_features_add2 (f, 4, p->hash, n->shape);
  bel_features_add2 (f, 6, p->hash, n->hash);
  bel_features_add3 (f, 7, piece_at (pieces, i - 2)->hash, p->hash, n->shape);
  bel_features_add3 (f, 9, p->suffix, n->shape, p->shape);
  bel_features_add3 (f, 31, first->hash, p->hash, n->shape);
}
