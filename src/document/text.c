/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lines become paragraphs, and paragraphs become blocks. Two questions are decided here, both by form alone:
 * does a line break end a paragraph (wrapped text against one paragraph a line), and is a short line at
 * the head a headline. Where form does not tell, the text stays an ordinary paragraph. */
#include "document/text.h"

#include "document/metadata.h"
#include "document/wire.h"

#include <string.h>

/* Text wider than this was not wrapped by a program or a typist. Characters. */
#define MAX_WRAP 120u
#define MIN_WRAP 40u
#define MAX_HEADLINE_WORDS 22u
#define MAX_SUBHEAD_WORDS 8u

typedef struct {
  BelSpan span;     /* without spaces at either end; empty: a blank line */
  uint32_t n_chars; /* from the margin */
} Line;

typedef struct {
  BelSpan span;
  uint32_t n_lines;
  bool apart; /* nothing but blank lines before and after it, or the file's ends */
} Paragraph;

typedef struct {
  BelDocument *document;
  BelArena *arena; /* of the reading, not of the document */
  BEL_VEC (Line) lines;
  BEL_VEC (Paragraph) paragraphs;
} Reader;

/* -- lines ----------------------------------------------------------------------------------- */

static BelSpan
trim (const char *text, BelSpan span)
{
  while (span.start < span.end) {
    const char *p = text + span.start;
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      break;
    span.start = (uint32_t) (g_utf8_next_char (p) - text);
  }
  while (span.start < span.end) {
    const char *p = g_utf8_prev_char (text + span.end);
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      break;
    span.end = (uint32_t) (p - text);
  }
  return span;
}

/* "[belie-accept …]" on a line of its own is said to this program, not to readers. */
static bool
is_remark (const char *text, BelSpan line)
{
  return g_str_has_prefix (text + line.start, "[belie-accept") && text[line.end - 1] == ']';
}

static void
find_lines (Reader *reader, uint32_t start)
{
  const BelDocument *document = reader->document;
  for (uint32_t at = start; at < document->n_text;) {
    uint32_t end = at;
    while (end < document->n_text && document->text[end] != '\n' && document->text[end] != '\r')
      end++;
    Line line = { .span = trim (document->text, BEL_SPAN (at, end)) };
    if (is_remark (document->text, line.span))
      line.span.end = line.span.start;
    line.n_chars = (uint32_t) g_utf8_strlen (document->text + line.span.start, bel_span_length (line.span));
    bel_vec_push (reader->arena, &reader->lines, line);
    at = end + 1;
    if (at < document->n_text && document->text[end] == '\r' && document->text[at] == '\n')
      at++;
  }
}

/* -- paragraphs ------------------------------------------------------------------------------ */

static gunichar
last_char (const char *text, BelSpan span)
{
  return bel_span_is_empty (span) ? 0 : g_utf8_get_char (g_utf8_prev_char (text + span.end));
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

/* Whether the span ends as a sentence does: a stop, and marks that close after it. */
static gboolean
ends_sentence (const char *text, BelSpan span)
{
  while (is_closing (last_char (text, span)))
    span.end = (uint32_t) (g_utf8_prev_char (text + span.end) - text);
  gunichar c = last_char (text, span);
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static uint32_t
first_word_chars (const char *text, BelSpan span)
{
  uint32_t n = 0;
  for (const char *p = text + span.start; p < text + span.end && !g_unichar_isspace (g_utf8_get_char (p));
       p = g_utf8_next_char (p))
    n++;
  return n;
}

/* "- one", "* two", "• three", "3. four" */
static gboolean
is_list_item (const char *text, BelSpan span)
{
  const char *p = text + span.start;
  gunichar c = g_utf8_get_char (p);
  if (c == '-' || c == '*' || c == 0x2022)
    return g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (p)));
  uint32_t digits = 0;
  while (g_ascii_isdigit (p[digits]))
    digits++;
  return digits > 0 && digits <= 2 && (p[digits] == '.' || p[digits] == ')') && p[digits + 1] == ' ';
}

/* Whether the text of lines [first, end), between blank lines, was wrapped at @width: it is if any line runs on
 * into the next, and the lines are of a width that people wrap at. */
static gboolean
is_wrapped (const Reader *reader, uint32_t first, uint32_t end, uint32_t *out_width)
{
  const char *text = reader->document->text;
  uint32_t width = 0, running_on = 0;
  for (uint32_t i = first; i < end; i++) {
    width = MAX (width, reader->lines.items[i].n_chars);
    if (i + 1 < end && !ends_sentence (text, reader->lines.items[i].span)
        && !is_list_item (text, reader->lines.items[i + 1].span))
      running_on++;
  }
  *out_width = width;
  return running_on > 0 && width >= MIN_WRAP && width <= MAX_WRAP;
}

/* Whether line @i runs on into the next: the next word would not have fitted, or the sentence goes on in
 * small letters. */
static gboolean
runs_on (const Reader *reader, uint32_t i, bool wrapped, uint32_t width)
{
  const char *text = reader->document->text;
  const Line *line = &reader->lines.items[i], *below = line + 1;
  if (is_list_item (text, below->span))
    return FALSE;
  if (!ends_sentence (text, line->span) && g_unichar_islower (g_utf8_get_char (text + below->span.start)))
    return TRUE;
  return wrapped && line->n_chars + 1 + first_word_chars (text, below->span) > width;
}

static void
split_group (Reader *reader, uint32_t first, uint32_t end)
{
  uint32_t width;
  bool wrapped = is_wrapped (reader, first, end, &width);
  for (uint32_t i = first; i < end;) {
    uint32_t last = i;
    while (last + 1 < end && runs_on (reader, last, wrapped, width))
      last++;
    Paragraph paragraph = { .span = BEL_SPAN (reader->lines.items[i].span.start, reader->lines.items[last].span.end),
                            .n_lines = last - i + 1,
                            .apart = i == first && last + 1 == end };
    bel_vec_push (reader->arena, &reader->paragraphs, paragraph);
    i = last + 1;
  }
}

static void
find_paragraphs (Reader *reader)
{
  for (uint32_t i = 0; i < reader->lines.n;) {
    uint32_t end = i;
    while (end < reader->lines.n && !bel_span_is_empty (reader->lines.items[end].span))
      end++;
    if (end > i)
      split_group (reader, i, end);
    i = MAX (end, i + 1);
  }
}

/* -- blocks ---------------------------------------------------------------------------------- */

static uint32_t
count_words (const char *text, BelSpan span)
{
  uint32_t n = 0;
  bool inside = false;
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p)) {
    bool space = g_unichar_isspace (g_utf8_get_char (p));
    n += !space && !inside;
    inside = !space;
  }
  return n;
}

static gboolean
has_letters (const char *text, BelSpan span)
{
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A heading stands on one line, begins with no small letter and ends with no stop. */
static gboolean
is_heading (const char *text, const Paragraph *paragraph, uint32_t max_words)
{
  gunichar first = g_utf8_get_char (text + paragraph->span.start);
  return paragraph->n_lines == 1 && !g_unichar_islower (first) && !is_list_item (text, paragraph->span)
         && !strchr (".!,;:", text[paragraph->span.end - 1]) && last_char (text, paragraph->span) != 0x2026
         && count_words (text, paragraph->span) <= max_words;
}

/* "= History =", "## History": the marks are no part of the heading. */
static BelSpan
without_marks (const char *text, BelSpan span)
{
  while (span.start < span.end && strchr ("=# ", text[span.start]))
    span.start++;
  while (span.end > span.start && strchr ("=# ", text[span.end - 1]))
    span.end--;
  return span;
}

/* A headline is followed by what it is the headline of. */
static gboolean
is_headline (const Reader *reader, uint32_t i)
{
  const char *text = reader->document->text;
  const Paragraph *paragraph = &reader->paragraphs.items[i];
  if (!is_heading (text, paragraph, MAX_HEADLINE_WORDS))
    return FALSE;
  for (uint32_t j = i + 1; j < reader->paragraphs.n; j++)
    if (ends_sentence (text, reader->paragraphs.items[j].span))
      return TRUE;
  return FALSE;
}

static gboolean
is_subhead (const Reader *reader, uint32_t i)
{
  const char *text = reader->document->text;
  const Paragraph *paragraph = &reader->paragraphs.items[i];
  return i + 1 < reader->paragraphs.n && is_heading (text, paragraph, MAX_SUBHEAD_WORDS)
         && !ends_sentence (text, paragraph->span) && ends_sentence (text, paragraph[-1].span)
         && !is_list_item (text, paragraph[1].span);
}

/* Blocks of the head, before the first paragraph of the body. Returns: whether paragraph @i is one. */
static gboolean
add_head (Reader *reader, uint32_t i, bool *have_headline)
{
  BelDocument *document = reader->document;
  BelSpan span = reader->paragraphs.items[i].span;
  const char *text = bel_document_text (document, span);
  BelBlockKind kind;
  if (bel_wire_is_date_line (text, bel_span_length (span), &document->date))
    kind = BEL_BLOCK_META;
  else if (bel_wire_is_byline (text, bel_span_length (span)))
    kind = BEL_BLOCK_BYLINE;
  else if (!*have_headline && !bel_wire_dateline (text, bel_span_length (span)).n_bytes && is_headline (reader, i)) {
    kind = BEL_BLOCK_HEADLINE;
    *have_headline = true;
  } else
    return FALSE;
  bel_document_add_block (document, kind, kind == BEL_BLOCK_HEADLINE ? without_marks (document->text, span) : span);
  return TRUE;
}

static void
set_place (BelDocument *document, BelSpan place)
{
  if (!document->place && !bel_span_is_empty (place))
    document->place = bel_arena_strndup (document->arena, document->text + place.start, bel_span_length (place));
}

static void
add_body (BelDocument *document, BelBlockKind kind, BelSpan span)
{
  BelDateline line = bel_wire_dateline (bel_document_text (document, span), bel_span_length (span));
  if (line.n_bytes && line.n_bytes < bel_span_length (span)) {
    BelSpan head = trim (document->text, BEL_SPAN (span.start, span.start + line.n_bytes));
    bel_document_add_block (document, BEL_BLOCK_DATELINE, head);
    set_place (document, BEL_SPAN (span.start + line.place.start, span.start + line.place.end));
    if (document->date == BEL_DAY_NONE)
      document->date = line.date;
    span.start += line.n_bytes;
  }
  bel_document_add_block (document, kind, span);
}

static void
add_blocks (Reader *reader, bool have_headline)
{
  const char *text = reader->document->text;
  bool in_head = true;
  for (uint32_t i = 0; i < reader->paragraphs.n; i++) {
    BelSpan span = reader->paragraphs.items[i].span;
    if (!has_letters (text, span) || (in_head && add_head (reader, i, &have_headline)))
      continue;
    if (!in_head && is_subhead (reader, i))
      bel_document_add_block (reader->document, BEL_BLOCK_SUBHEAD, without_marks (text, span));
    else
      add_body (reader->document, is_list_item (text, span) ? BEL_BLOCK_LIST_ITEM : BEL_BLOCK_PARAGRAPH, span);
    in_head = false;
  }
}

void
bel_text_read (BelDocument *document)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  Reader reader = { .document = document, .arena = arena };
  uint32_t start = g_str_has_prefix (document->text, "\xEF\xBB\xBF") ? 3 : 0;
  uint32_t body = bel_metadata_front_matter (document, start);
  bool have_headline = document->blocks.n > 0;
  find_lines (&reader, body);
  find_paragraphs (&reader);
  add_blocks (&reader, have_headline);
}
