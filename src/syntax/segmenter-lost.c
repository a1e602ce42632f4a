/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The slips of a writer in a hurry that hide the end of a sentence: no full stop before "She", no blank after it. Told by
 * words of closed classes that have a capital only where a sentence begins. */
#include "syntax/segmenter.h"

/* From this share of capitals on, in eighths, a paragraph is a headline. */
#define MANY_CAPITALS 4
/* Shortest word that a sentence ends with. */
#define MIN_LAST_LETTERS 3

static bool
is_one_of (const char *const *words, const BelGlyphs *glyphs, uint32_t start, uint32_t end)
{
  for (; *words; words++) {
    const char *at = *words;
    uint32_t i = start;
    while (i < end && *at && glyphs->lower[i] == (uint32_t) *at) {
      i++;
      at++;
    }
    if (i == end && !*at)
      return true;
  }
  return false;
}

static bool
opens_sentences (const BelGlyphs *glyphs, uint32_t start, uint32_t end)
{
  static const char *const OPENERS[]
      = { "he",    "she",   "it",    "they",   "we",    "you",   "this",     "that",   "these",
          "those", "his",   "her",   "its",    "our",   "their", "the",      "there",  "in",
          "on",    "at",    "for",   "from",   "by",    "with",  "and",      "but",    "if",
          "when",  "while", "after", "before", "as",    "since", "although", "though", "because",
          "until", "some",  "most",  "many",   "every", "each",  "however",  "no",     NULL };
  return is_one_of (OPENERS, glyphs, start, end);
}

/* "the police department Indeed, the report alludes". */
static bool
joins_sentences (const BelGlyphs *glyphs, uint32_t start, uint32_t end)
{
  static const char *const JOINING[]
      = { "however", "indeed", "moreover", "meanwhile", "instead", "nevertheless", "therefore", "besides", NULL };
  return is_one_of (JOINING, glyphs, start, end);
}

/* A word that asks for another one behind it. */
static bool
goes_on (const BelGlyphs *glyphs, const BelPiece *piece)
{
  static const char *const GOING_ON[]
      = { "the",   "and",  "but",   "for",     "from",    "with",   "into",    "than",  "that", "his",  "her",
          "its",   "our",  "their", "this",    "these",   "those",  "are",     "was",   "were", "has",  "had",
          "have",  "will", "when",  "while",   "after",   "before", "because", "until", "who",  "whom", "which",
          "about", "over", "under", "between", "through", "during", "against", NULL };
  return piece->n_letters < MIN_LAST_LETTERS || piece->kind >= BEL_KIND_REPORT
         || is_one_of (GOING_ON, glyphs, piece->start, piece->end);
}

static bool
is_small (const BelPieces *pieces, uint32_t i)
{
  return i < pieces->n && pieces->items[i].shape == BEL_SHAPE_LOWER && !pieces->items[i].part;
}

/* "with chemotherapy She started", "the police department The report alludes". */
static bool
lacks_stop (const BelGlyphs *glyphs, const BelPieces *pieces, uint32_t i)
{
  const BelPiece *before = &pieces->items[i - 1], *piece = &pieces->items[i];
  if (!piece->space_before || !is_small (pieces, i - 1) || goes_on (glyphs, before) || i + 1 >= pieces->n)
    return false;
  if (joins_sentences (glyphs, piece->start, piece->end))
    return pieces->items[i + 1].shape == BEL_SHAPE_COMMA;
  return is_small (pieces, i + 1) && (is_small (pieces, i + 2) || i + 2 == pieces->n);
}

bool
bel_break_lost (const BelBreakState *state, const BelGlyphs *glyphs, const BelPieces *pieces, uint32_t i)
{
  const BelPiece *piece = &pieces->items[i];
  if (piece->shape != BEL_SHAPE_CAPITAL || piece->part || state->capitals >= MANY_CAPITALS || state->n_brackets
      || !(opens_sentences (glyphs, piece->start, piece->end) || joins_sentences (glyphs, piece->start, piece->end)))
    return false;
  bool glued = pieces->items[i - 1].shape == BEL_SHAPE_STOP && !piece->space_before;
  return glued || lacks_stop (glyphs, pieces, i);
}

bool
bel_split_lost (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i)
{
  uint32_t stop = glyphs->code[i] == '.' ? i : i - 1, end = stop + 1;
  if (glyphs->code[stop] != '.' || chunk->address || stop < chunk->start + 2 || end >= chunk->end
      || glyphs->class[end] != BEL_GLYPH_UPPER)
    return false;
  bool word = (glyphs->class[stop - 1] == BEL_GLYPH_LOWER && glyphs->class[stop - 2] == BEL_GLYPH_LOWER)
              || (bel_glyph_is_digit (glyphs, stop - 1) && bel_glyph_is_digit (glyphs, stop - 2));
  while (end < chunk->end && bel_glyph_is_letter (glyphs, end))
    end++;
  return word && end == chunk->end && opens_sentences (glyphs, stop + 1, end);
}
