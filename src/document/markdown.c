/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* md4c hands out pointers into the text it was given, so that every piece of visible text knows its place.
 * Comments, scripts and styles are blanked in a copy first, byte for byte, so that offsets stay. */
#include "document/markup.h"
#include "document/metadata.h"
#include "document/visible.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>
#include <string.h>

typedef struct {
  BelVisible visible;
  const char *text; /* what md4c was given: the blanked copy from the body on */
  uint32_t n_text;
  uint32_t offset; /* of that in the source */
  uint32_t end;    /* source offset after the last text */
  unsigned n_quotes, n_items, n_cells;
  unsigned n_silent; /* open spans whose text is not read */
  unsigned n_images;
  bool have_headline;
} Reader;

static BelBlockKind
kind_of (const Reader *reader)
{
  if (reader->n_quotes)
    return BEL_BLOCK_QUOTE;
  return reader->n_items ? BEL_BLOCK_LIST_ITEM : BEL_BLOCK_PARAGRAPH;
}

static void
open_heading (Reader *reader, unsigned level)
{
  bool headline = level == 1 && !reader->have_headline;
  bel_visible_open (&reader->visible, headline ? BEL_BLOCK_HEADLINE : BEL_BLOCK_SUBHEAD);
  reader->have_headline |= headline;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *reader = data;
  switch (type) {
  case MD_BLOCK_QUOTE:
    reader->n_quotes++;
    break;
  case MD_BLOCK_LI:
    reader->n_items++;
    bel_visible_open (&reader->visible, BEL_BLOCK_LIST_ITEM);
    break;
  case MD_BLOCK_H:
    open_heading (reader, ((MD_BLOCK_H_DETAIL *) detail)->level);
    break;
  case MD_BLOCK_P:
    bel_visible_open (&reader->visible, kind_of (reader));
    break;
  case MD_BLOCK_TH:
  case MD_BLOCK_TD:
    bel_visible_open (&reader->visible, BEL_BLOCK_TABLE_CELL);
    break;
  case MD_BLOCK_CODE:
  case MD_BLOCK_HTML:
    reader->n_silent++;
    break;
  default:
    break;
  }
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  (void) detail;
  Reader *reader = data;
  switch (type) {
  case MD_BLOCK_QUOTE:
    reader->n_quotes--;
    break;
  case MD_BLOCK_LI:
    reader->n_items--;
    bel_visible_close (&reader->visible);
    break;
  case MD_BLOCK_H:
  case MD_BLOCK_P:
  case MD_BLOCK_TH:
  case MD_BLOCK_TD:
    bel_visible_close (&reader->visible);
    break;
  case MD_BLOCK_CODE:
  case MD_BLOCK_HTML:
    reader->n_silent--;
    break;
  default:
    break;
  }
  return 0;
}

static bool
is_silent (MD_SPANTYPE type)
{
  return type == MD_SPAN_DEL || type == MD_SPAN_LATEXMATH || type == MD_SPAN_LATEXMATH_DISPLAY;
}

/* An image's alternative text is a caption of its own; the paragraph goes on after it. */
static void
enter_image (Reader *reader)
{
  if (reader->n_images++ == 0)
    bel_visible_open (&reader->visible, BEL_BLOCK_CAPTION);
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  (void) detail;
  Reader *reader = data;
  reader->n_silent += is_silent (type);
  if (type == MD_SPAN_IMG)
    enter_image (reader);
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  (void) detail;
  Reader *reader = data;
  reader->n_silent -= is_silent (type);
  if (type == MD_SPAN_IMG && --reader->n_images == 0)
    bel_visible_open (&reader->visible, kind_of (reader));
  return 0;
}

uint32_t
bel_html_entity (const char *name, uint32_t n_bytes)
{
  char key[32];
  if (n_bytes >= sizeof key)
    return 0;
  memcpy (key, name, n_bytes);
  key[n_bytes] = '\0';
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) key);
  return entity ? entity->value : 0;
}

/* "&amp;", "&#8217;", "&#x2019;" */
static gunichar
decode_entity (const char *text, uint32_t n_bytes)
{
  if (n_bytes < 4 || text[1] != '#')
    return n_bytes > 2 ? bel_html_entity (text + 1, n_bytes - 2) : 0;
  bool hex = text[2] == 'x' || text[2] == 'X';
  guint64 value = g_ascii_strtoull (text + (hex ? 3 : 2), NULL, hex ? 16 : 10);
  return value && value <= 0x10FFFF && g_unichar_validate ((gunichar) value) ? (gunichar) value : 0xFFFD;
}

static void
add_entity (Reader *reader, const char *text, uint32_t n_bytes, BelSpan source)
{
  char utf8[8];
  gunichar c = decode_entity (text, n_bytes);
  if (!c) {
    bel_visible_add (&reader->visible, text, n_bytes, source);
    return;
  }
  uint32_t n = (uint32_t) g_unichar_to_utf8 (c, utf8);
  bel_visible_add (&reader->visible, utf8, n, source);
}

static int
add_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reader *reader = data;
  if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
    bel_visible_gap (&reader->visible, '\n', reader->end);
    return 0;
  }
  if (reader->n_silent || type == MD_TEXT_HTML || type == MD_TEXT_LATEXMATH || type == MD_TEXT_NULLCHAR)
    return 0;
  /* md4c makes spaces of its own, for tabs and ends of lines, in a buffer that is not ours */
  bool ours = text >= reader->text && text + size <= reader->text + reader->n_text;
  if (!ours) {
    for (MD_SIZE i = 0; i < size; i++)
      bel_visible_gap (&reader->visible, text[i], reader->end);
    return 0;
  }
  uint32_t start = reader->offset + (uint32_t) (text - reader->text);
  reader->end = start + size;
  if (type == MD_TEXT_ENTITY)
    add_entity (reader, text, size, BEL_SPAN (start, start + size));
  else
    bel_visible_add (&reader->visible, text, size, BEL_SPAN (start, start + size));
  return 0;
}

/* -- what is no text of the story ------------------------------------------------------------- */

static const struct {
  const char *open;
  const char *close;
} COMMENTS[] = {
  { "<!--", "-->" },
  { "{/*", "*/}" },
  { "<script", "</script>" },
  { "<style", "</style>" },
};

static char *
find_close (char *from, const char *close)
{
  for (char *p = from; *p; p++)
    if (g_ascii_strncasecmp (p, close, strlen (close)) == 0)
      return p + strlen (close);
  return NULL;
}

/* Line ends stay, so that a comment within a paragraph does not join two. One that is never closed is text. */
static void
blank_comments (char *text)
{
  size_t unclosed = 0; /* a bit for each kind that has no end from here on: no second look */
  for (char *p = text; *p; p++) {
    for (guint i = 0; i < G_N_ELEMENTS (COMMENTS); i++) {
      if (*p != COMMENTS[i].open[0] || (unclosed & ((size_t) 1 << i))
          || g_ascii_strncasecmp (p, COMMENTS[i].open, strlen (COMMENTS[i].open)) != 0)
        continue;
      char *end = find_close (p, COMMENTS[i].close);
      if (!end)
        unclosed |= (size_t) 1 << i;
      for (char *q = p; end && q < end; q++)
        if (*q != '\n' && *q != '\r')
          *q = ' ';
    }
  }
}

gboolean
bel_markdown_read (BelDocument *document, BelDiags *diags)
{
  uint32_t start = g_str_has_prefix (document->text, "\xEF\xBB\xBF") ? 3 : 0;
  uint32_t n_blocks = document->blocks.n;
  uint32_t body = bel_metadata_front_matter (document, start);
  g_autofree char *copy = g_strndup (document->source + body, document->n_source - body);
  blank_comments (copy);
  Reader reader = { .text = copy, .n_text = document->n_source - body, .offset = body, .end = body };
  for (uint32_t i = n_blocks; i < document->blocks.n; i++)
    reader.have_headline |= document->blocks.items[i].kind == BEL_BLOCK_HEADLINE;
  bel_visible_init (&reader.visible, document);
  bel_visible_add (&reader.visible, document->source, body, BEL_SPAN (0, body));
  MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_PERMISSIVEATXHEADERS
             | MD_FLAG_NOINDENTEDCODEBLOCKS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = add_text,
  };
  int failed = md_parse (reader.text, reader.n_text, &parser, &reader);
  bel_visible_finish (&reader.visible);
  if (failed)
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "document.markdown", document->name, NULL, 0, BEL_SPAN (0, 0),
                   "the Markdown could not be read");
  return !failed;
}
