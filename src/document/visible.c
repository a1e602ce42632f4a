/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/visible.h"

#include "document/wire.h"

#include <string.h>

void
bel_visible_init (BelVisible *visible, BelDocument *document)
{
  *visible = (BelVisible){ .document = document, .text = g_string_sized_new (document->n_source) };
}

static bool
has_letters (const BelVisible *visible, uint32_t start)
{
  const char *end = visible->text->str + visible->text->len;
  for (const char *p = visible->text->str + start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return true;
  return false;
}

static BelSpan
trimmed (const BelVisible *visible)
{
  const char *text = visible->text->str;
  uint32_t start = visible->block_start, end = (uint32_t) visible->text->len;
  while (start < end && g_unichar_isspace (g_utf8_get_char (text + start)))
    start = (uint32_t) (g_utf8_next_char (text + start) - text);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + end))))
    end = (uint32_t) (g_utf8_prev_char (text + end) - text);
  return BEL_SPAN (start, end);
}

void
bel_visible_close (BelVisible *visible)
{
  if (!visible->open)
    return;
  visible->open = false;
  if (has_letters (visible, visible->block_start))
    bel_document_add_block (visible->document, visible->kind, trimmed (visible));
  g_string_append (visible->text, "\n\n");
}

void
bel_visible_open (BelVisible *visible, BelBlockKind kind)
{
  bel_visible_close (visible);
  visible->open = true;
  visible->kind = kind;
  visible->block_start = (uint32_t) visible->text->len;
}

void
bel_visible_add (BelVisible *visible, const char *text, uint32_t n_bytes, BelSpan source)
{
  BelDocument *document = visible->document;
  uint32_t at = (uint32_t) visible->text->len;
  if (n_bytes == 0)
    return;
  g_string_append_len (visible->text, text, n_bytes);
  BelSpanPiece *last = document->pieces.n ? &document->pieces.items[document->pieces.n - 1] : NULL;
  bool in_step = n_bytes == bel_span_length (source);
  if (last && in_step && last->n_bytes == last->n_source_bytes && last->visible + last->n_bytes == at
      && last->source + last->n_source_bytes == source.start) {
    last->n_bytes += n_bytes;
    last->n_source_bytes += n_bytes;
    return;
  }
  BelSpanPiece piece = { at, source.start, n_bytes, bel_span_length (source) };
  bel_vec_push (document->arena, &document->pieces, piece);
}

/* Bytes of the spelling that begins at @raw, and of the text it stands for: "&amp;" for "&", "\u00e9" for
 * its two bytes. What follows in both must agree again. */
static bool
one_spelling (const char *raw, const char *raw_end, const char *text, const char *text_end, char escape,
              uint32_t *out_raw, uint32_t *out_text)
{
  enum { MAX_SPELLING = 40, MAX_DECODED = 8 };
  uint32_t n_text_left = (uint32_t) (text_end - text), n_raw_left = (uint32_t) (raw_end - raw);
  uint32_t first = raw[0] == escape ? 2 : 1;
  for (uint32_t n_raw = first; n_raw <= MIN (n_raw_left, MAX_SPELLING); n_raw++) {
    for (uint32_t n_text = 1; n_text <= MIN (n_text_left, MAX_DECODED); n_text++) {
      uint32_t follow = MIN (MIN (n_raw_left - n_raw, n_text_left - n_text), 4u);
      bool at_ends = (n_raw == n_raw_left) == (n_text == n_text_left);
      bool whole = n_text == n_text_left || ((uint8_t) text[n_text] & 0xC0) != 0x80;
      bool ended = escape != '&' || raw[0] != '&' || raw[n_raw - 1] == ';' || n_text == n_text_left;
      if (at_ends && whole && ended
          && (memcmp (raw + n_raw, text + n_text, follow) == 0 || (n_raw < n_raw_left && raw[n_raw] == escape))) {
        *out_raw = n_raw;
        *out_text = n_text;
        return true;
      }
    }
  }
  return false;
}

void
bel_visible_add_decoded (BelVisible *visible, const char *text, uint32_t n_bytes, BelSpan source, char escape)
{
  const char *raw = visible->document->source + source.start, *raw_end = visible->document->source + source.end;
  const char *text_end = text + n_bytes;
  while (text < text_end) {
    uint32_t same = 0, at = (uint32_t) (raw - visible->document->source);
    while (text + same < text_end && raw + same < raw_end && text[same] == raw[same] && raw[same] != escape)
      same++;
    bel_visible_add (visible, text, same, BEL_SPAN (at, at + same));
    text += same;
    raw += same;
    at += same;
    uint32_t n_raw, n_text;
    if (text == text_end)
      return;
    if (!one_spelling (raw, raw_end, text, text_end, escape, &n_raw, &n_text)) {
      bel_visible_add (visible, text, (uint32_t) (text_end - text), BEL_SPAN (at, source.end));
      return;
    }
    bel_visible_add (visible, text, n_text, BEL_SPAN (at, at + n_raw));
    text += n_text;
    raw += n_raw;
  }
}

void
bel_visible_gap (BelVisible *visible, char gap, uint32_t source)
{
  bel_visible_add (visible, &gap, 1, BEL_SPAN (source, source));
}

void
bel_visible_finish (BelVisible *visible)
{
  BelDocument *document = visible->document;
  bel_visible_close (visible);
  document->text = bel_arena_strndup (document->arena, visible->text->str, visible->text->len);
  document->n_text = (uint32_t) visible->text->len;
  g_string_free (visible->text, TRUE);
  visible->text = NULL;
  bel_wire_refine (document);
}
