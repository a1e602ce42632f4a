/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/glyph.h"

/* White space beyond g_unichar_isspace(): no-break spaces, the zero-width ones, the byte-order mark; and
 * control characters, which must not become part of a word. */
static bool
is_blank (gunichar c)
{
  if (c < 0x80)
    return c <= ' ' || c == 0x7F;
  return c <= 0xA0 || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x2028 || c == 0x2029 || g_unichar_isspace (c)
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

static uint8_t
class_of (gunichar c)
{
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z')
      return BEL_GLYPH_LOWER;
    if (c >= 'A' && c <= 'Z')
      return BEL_GLYPH_UPPER;
    return c >= '0' && c <= '9' ? BEL_GLYPH_DIGIT : BEL_GLYPH_PUNCT;
  }
  if (g_unichar_ismark (c) || c == 0x200D || c == 0x200C || c == 0xAD || (c >= 0x1F3FB && c <= 0x1F3FF))
    return BEL_GLYPH_MARK;
  if (g_unichar_isdigit (c))
    return BEL_GLYPH_DIGIT;
  if (!g_unichar_isalpha (c))
    return BEL_GLYPH_PUNCT;
  return g_unichar_isupper (c) ? BEL_GLYPH_UPPER : g_unichar_islower (c) ? BEL_GLYPH_LOWER : BEL_GLYPH_LETTER;
}

static gunichar
even_out (gunichar c)
{
  switch (c) {
  case 0x2018:
  case 0x2019:
  case 0x201B:
  case 0x02BC:
  case '`':
    return '\'';
  case 0x2010:
  case 0x2011:
    return '-';
  case 0x2012:
  case 0x2013:
  case 0x2015:
    return 0x2014;
  default:
    return c;
  }
}

static gunichar
next_code (const char **text, const char *end)
{
  const char *at = *text;
  gunichar c = (guchar) *at;
  if (c < 0x80) {
    *text = at + 1;
    return c;
  }
  c = g_utf8_get_char_validated (at, end - at);
  if (c == (gunichar) -1 || c == (gunichar) -2) {
    *text = at + 1;
    return 0xFFFD;
  }
  *text = g_utf8_next_char (at);
  return c;
}

static void
add_blank (BelGlyphs *glyphs, gunichar c, uint32_t offset, uint32_t *n_lines)
{
  bool after_blank = glyphs->n > 0 && glyphs->class[glyphs->n - 1] == BEL_GLYPH_SPACE;
  uint32_t at = after_blank ? glyphs->n - 1 : glyphs->n;
  *n_lines = (after_blank ? *n_lines : 0) + (c == '\n' || c == 0x2029);
  uint32_t code = *n_lines > 1 ? BEL_GLYPH_BLANK_LINE : ' ';
  glyphs->code[at] = glyphs->lower[at] = code;
  if (after_blank)
    return;
  glyphs->class[at] = BEL_GLYPH_SPACE;
  glyphs->offset[at] = offset;
  glyphs->n++;
}

void
bel_glyphs_init (BelGlyphs *glyphs, BelArena *arena, const BelDocument *document, BelSpan span)
{
  uint32_t room = bel_span_length (span);
  glyphs->n = 0;
  glyphs->code = bel_arena_alloc (arena, sizeof (uint32_t) * room);
  glyphs->lower = bel_arena_alloc (arena, sizeof (uint32_t) * room);
  glyphs->offset = bel_arena_alloc (arena, sizeof (uint32_t) * (room + 1));
  glyphs->class = bel_arena_alloc (arena, room);
  const char *text = document->text, *at = text + span.start, *end = text + span.end;
  uint32_t n_lines = 0;
  while (at < end) {
    uint32_t offset = (uint32_t) (at - text);
    gunichar c = next_code (&at, end);
    if (is_blank (c)) {
      add_blank (glyphs, c, offset, &n_lines);
      continue;
    }
    uint32_t i = glyphs->n++;
    glyphs->offset[i] = offset;
    glyphs->class[i] = class_of (c);
    glyphs->code[i] = even_out (c);
    glyphs->lower[i] = glyphs->class[i] == BEL_GLYPH_UPPER
                           ? (c < 0x80 ? (gunichar) g_ascii_tolower ((gchar) c) : g_unichar_tolower (c))
                           : glyphs->code[i];
  }
  glyphs->offset[glyphs->n] = span.end;
}
