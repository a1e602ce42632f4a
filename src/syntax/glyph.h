/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A block of text as code points with their classes: what splitting into words looks at. */
#pragma once

#include "document/document.h"

typedef enum {
  BEL_GLYPH_SPACE, /**< a run of white space is one glyph */
  BEL_GLYPH_LOWER,
  BEL_GLYPH_UPPER,
  BEL_GLYPH_LETTER, /**< of a script without case */
  BEL_GLYPH_DIGIT,
  BEL_GLYPH_MARK, /**< belongs to the glyph before it */
  BEL_GLYPH_PUNCT,
} BelGlyphClass;

typedef struct {
  uint32_t n;
  uint32_t *code; /**< apostrophes, quotation marks and dashes evened out; BEL_GLYPH_BLANK_LINE for an empty line */
  uint32_t *lower;
  uint32_t *offset; /**< n+1 visible byte offsets */
  uint8_t *class;
} BelGlyphs;

#define BEL_GLYPH_BLANK_LINE '\n'

/** Decodes the visible bytes of @span. Bytes that are not UTF-8 become one U+FFFD each. In @arena. */
void bel_glyphs_init (BelGlyphs *glyphs, BelArena *arena, const BelDocument *document, BelSpan span);

static inline bool
bel_glyph_is_letter (const BelGlyphs *glyphs, uint32_t i)
{
  uint8_t class = glyphs->class[i];
  return class == BEL_GLYPH_LOWER || class == BEL_GLYPH_UPPER || class == BEL_GLYPH_LETTER || class == BEL_GLYPH_MARK;
}

static inline bool
bel_glyph_is_digit (const BelGlyphs *glyphs, uint32_t i)
{
  return glyphs->class[i] == BEL_GLYPH_DIGIT;
}
