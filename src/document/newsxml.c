/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* NITF and NewsML-G2 through libxml2's SAX interface, with entity and DTD handling replaced: nothing is fetched,
 * nothing declared in the file is expanded. The vocabulary is one table; XHTML inside NewsML uses the same.
 *
 * Where a run of text stands in the source is told by the parser's own position: it ends where the parser
 * is when it hands the text over, and is laid beside the bytes before that place from its end backwards. */
#include "document/markup.h"
#include "document/metadata.h"
#include "document/visible.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef enum { WHAT_BLOCK, WHAT_SKIP, WHAT_DATE, WHAT_STORY } What;

typedef struct {
  const char *name;
  What what;
  BelBlockKind kind;
} Element;

static const Element ELEMENTS[] = {
  { "hl1", WHAT_BLOCK, BEL_BLOCK_HEADLINE },
  { "headline", WHAT_BLOCK, BEL_BLOCK_HEADLINE },
  { "h1", WHAT_BLOCK, BEL_BLOCK_HEADLINE },
  { "hl2", WHAT_BLOCK, BEL_BLOCK_SUBHEAD },
  { "h2", WHAT_BLOCK, BEL_BLOCK_SUBHEAD },
  { "h3", WHAT_BLOCK, BEL_BLOCK_SUBHEAD },
  { "h4", WHAT_BLOCK, BEL_BLOCK_SUBHEAD },
  { "h5", WHAT_BLOCK, BEL_BLOCK_SUBHEAD },
  { "h6", WHAT_BLOCK, BEL_BLOCK_SUBHEAD },
  { "byline", WHAT_BLOCK, BEL_BLOCK_BYLINE },
  { "by", WHAT_BLOCK, BEL_BLOCK_BYLINE },
  { "dateline", WHAT_BLOCK, BEL_BLOCK_DATELINE },
  { "p", WHAT_BLOCK, BEL_BLOCK_PARAGRAPH },
  { "li", WHAT_BLOCK, BEL_BLOCK_LIST_ITEM },
  { "td", WHAT_BLOCK, BEL_BLOCK_TABLE_CELL },
  { "th", WHAT_BLOCK, BEL_BLOCK_TABLE_CELL },
  { "media-caption", WHAT_BLOCK, BEL_BLOCK_CAPTION },
  { "figcaption", WHAT_BLOCK, BEL_BLOCK_CAPTION },
  { "caption", WHAT_BLOCK, BEL_BLOCK_CAPTION },
  { "bq", WHAT_BLOCK, BEL_BLOCK_QUOTE },
  { "blockquote", WHAT_BLOCK, BEL_BLOCK_QUOTE },
  { "tagline", WHAT_BLOCK, BEL_BLOCK_CREDIT },
  { "dt", WHAT_BLOCK, BEL_BLOCK_LIST_ITEM },
  { "dd", WHAT_BLOCK, BEL_BLOCK_LIST_ITEM },
  { "div", WHAT_BLOCK, BEL_BLOCK_PARAGRAPH },
  { "del", WHAT_SKIP, 0 },
  { "footer", WHAT_SKIP, 0 },
  { "form", WHAT_SKIP, 0 },
  { "distributor", WHAT_SKIP, 0 },
  { "copyrite", WHAT_SKIP, 0 },
  { "script", WHAT_SKIP, 0 },
  { "style", WHAT_SKIP, 0 },
  { "nav", WHAT_SKIP, 0 },
  { "aside", WHAT_SKIP, 0 },
  { "title", WHAT_SKIP, 0 },
  { "media-metadata", WHAT_SKIP, 0 },
  { "media-reference", WHAT_SKIP, 0 },
  { "media-producer", WHAT_SKIP, 0 },
  { "contentCreated", WHAT_DATE, 0 },
  { "versionCreated", WHAT_DATE, 0 },
  { "slugline", WHAT_STORY, 0 },
};

typedef struct {
  BelVisible visible;
  xmlParserCtxtPtr parser;
  BelDiags *diags;
  uint32_t n_skipped; /* open elements that are not read */
  bool faulty;        /* a fault was told */
  uint32_t n_open;    /* open elements since the block's own, it included */
  uint32_t n_blocks;  /* open elements that make blocks */
  BelBlockKind outer; /* of the quotation, caption or item that paragraphs stand in */
  uint32_t n_outer;   /* depth in it; 0 outside */
  bool have_headline;
  What collecting; /* WHAT_DATE or WHAT_STORY while @value fills */
  GString *value;  /* (nullable) */
} Reader;

static const Element *
element_named (const xmlChar *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ELEMENTS); i++)
    if (strcmp (ELEMENTS[i].name, (const char *) name) == 0)
      return &ELEMENTS[i];
  return NULL;
}

static uint32_t
position (const Reader *reader)
{
  const xmlParserInput *input = reader->parser->input;
  unsigned long at = input->consumed + (unsigned long) (input->cur - input->base);
  return (uint32_t) MIN (at, reader->visible.document->n_source);
}

/* "20241117T120000Z" or "2024-11-17T12:00:00Z" */
static void
take_date (BelDocument *document, const char *text)
{
  char date[11];
  BelDay day;
  if (document->date != BEL_DAY_NONE)
    return;
  if (strlen (text) >= 8 && strspn (text, "0123456789") >= 8)
    g_snprintf (date, sizeof date, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
  else
    g_strlcpy (date, text, sizeof date);
  if (bel_date_parse (date, strlen (date), &day))
    document->date = day;
}

static void
take_story (BelDocument *document, const char *text)
{
  if (!document->story && *text)
    document->story = bel_arena_strdup (document->arena, text);
}

/* -- elements -------------------------------------------------------------------------------- */

static void
open_block (Reader *reader, BelBlockKind kind)
{
  if (kind == BEL_BLOCK_HEADLINE && reader->have_headline)
    kind = BEL_BLOCK_SUBHEAD;
  reader->have_headline |= kind == BEL_BLOCK_HEADLINE;
  bool outer
      = kind == BEL_BLOCK_QUOTE || kind == BEL_BLOCK_CAPTION || kind == BEL_BLOCK_LIST_ITEM || kind == BEL_BLOCK_CREDIT;
  if (outer && !reader->n_outer) {
    reader->outer = kind;
    reader->n_outer = 1;
  }
  bel_visible_open (&reader->visible, reader->n_outer ? reader->outer : kind);
  reader->n_open = 1;
}

static const char *
attribute (const xmlChar **attributes, int n_attributes, const char *name, char *buffer, size_t n_buffer)
{
  for (int i = 0; i < n_attributes; i++) {
    const xmlChar **a = attributes + i * 5;
    if (strcmp ((const char *) a[0], name) != 0)
      continue;
    g_strlcpy (buffer, (const char *) a[3], MIN ((size_t) (a[4] - a[3]) + 1, n_buffer));
    return buffer;
  }
  return NULL;
}

static void
take_attributes (Reader *reader, const char *name, const xmlChar **attributes, int n)
{
  char buffer[256];
  BelDocument *document = reader->visible.document;
  bool date
      = g_str_equal (name, "date.issue") || g_str_equal (name, "story.date") || g_str_equal (name, "date.release");
  if (date && attribute (attributes, n, "norm", buffer, sizeof buffer))
    take_date (document, buffer);
  if (g_str_equal (name, "doc-id") && attribute (attributes, n, "id-string", buffer, sizeof buffer))
    take_story (document, buffer);
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
               const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  (void) prefix, (void) uri, (void) n_namespaces, (void) namespaces, (void) n_defaulted;
  Reader *reader = data;
  const Element *element = element_named (name);
  take_attributes (reader, (const char *) name, attributes, n_attributes);
  if (reader->n_skipped || (element && element->what == WHAT_SKIP)) {
    reader->n_skipped++;
    return;
  }
  reader->n_outer += reader->n_outer > 0;
  if (element && element->what == WHAT_BLOCK) {
    reader->n_blocks++;
    open_block (reader, element->kind);
    return;
  }
  reader->n_open += reader->n_open > 0;
  if (element && !reader->value) {
    reader->collecting = element->what;
    reader->value = g_string_new (NULL);
  }
}

static void
finish_value (Reader *reader)
{
  char *text = g_strstrip (reader->value->str);
  if (reader->collecting == WHAT_DATE)
    take_date (reader->visible.document, text);
  else
    take_story (reader->visible.document, text);
  g_string_free (reader->value, TRUE);
  reader->value = NULL;
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void) prefix, (void) uri;
  Reader *reader = data;
  const Element *element = element_named (name);
  if (reader->n_skipped) {
    reader->n_skipped--;
    return;
  }
  if (element && reader->value && (element->what == WHAT_DATE || element->what == WHAT_STORY))
    finish_value (reader);
  if (reader->n_open && --reader->n_open == 0)
    bel_visible_close (&reader->visible);
  if (element && element->what == WHAT_BLOCK) {
    bel_visible_close (&reader->visible);
    reader->n_open = 0;
    reader->n_blocks -= reader->n_blocks > 0;
  }
  reader->n_outer -= reader->n_outer > 0;
}

/* -- text ------------------------------------------------------------------------------------ */

/* Where the run of text that ends at @end begins: laid beside the source from the end backwards; a carriage return
 * that the parser dropped is passed over. UINT32_MAX when they do not agree. */
static uint32_t
start_of (const BelDocument *document, const char *text, uint32_t n_bytes, uint32_t end)
{
  uint32_t at = end;
  while (n_bytes && at) {
    if (document->source[at - 1] == text[n_bytes - 1])
      n_bytes--, at--;
    else if (document->source[at - 1] == '\r')
      at--;
    else
      return UINT32_MAX;
  }
  return n_bytes ? UINT32_MAX : at;
}

static bool
is_blank (const char *text, uint32_t n_bytes)
{
  for (uint32_t i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (text[i]))
      return false;
  return true;
}

/* Running text after a block within a block goes on in one of the outer kind, until a block begins or ends. */
static void
reopen (Reader *reader)
{
  bel_visible_open (&reader->visible, reader->n_outer ? reader->outer : BEL_BLOCK_PARAGRAPH);
  reader->n_open = UINT32_MAX / 2;
}

static void
characters (void *data, const xmlChar *chars, int n_chars)
{
  Reader *reader = data;
  const BelDocument *document = reader->visible.document;
  const char *text = (const char *) chars;
  uint32_t n_bytes = (uint32_t) n_chars, end = position (reader);
  if (reader->value)
    g_string_append_len (reader->value, text, n_chars);
  if (reader->n_skipped)
    return;
  if (!reader->visible.open && reader->n_blocks && !is_blank (text, n_bytes))
    reopen (reader);
  if (!reader->visible.open)
    return;
  uint32_t start = UINT32_MAX;
  /* text handed over where it stands has its place by itself */
  const xmlParserInput *input = reader->parser->input;
  if (chars >= input->base && chars + n_bytes <= input->end)
    end = (uint32_t) (input->consumed + (unsigned long) (chars - input->base)) + n_bytes;
  start = start_of (document, text, n_bytes, MIN (end, document->n_source));
  if (start == UINT32_MAX) { /* "&amp;": the spelling ends here */
    start = end;
    while (start > 0 && end - start < 16 && document->source[start] != '&')
      start--;
  }
  bel_visible_add_decoded (&reader->visible, text, n_bytes, BEL_SPAN (start, end), '&');
}

static xmlEntityPtr
only_the_five (void *data, const xmlChar *name)
{
  (void) data;
  return xmlGetPredefinedEntity (name);
}

static void
on_error (void *data, xmlErrorPtr error)
{
  Reader *reader = data;
  const BelDocument *document = reader->visible.document;
  if (error->level != XML_ERR_FATAL || reader->faulty)
    return; /* what follows the first fault follows from it */
  reader->faulty = true;
  g_autofree char *message = g_strstrip (g_strdup (error->message ? error->message : "broken XML"));
  uint32_t at = position (reader);
  bel_diags_add (reader->diags, BEL_SEVERITY_ERROR, "document.xml", document->name, document->source,
                 document->n_source, BEL_SPAN (at, MIN (at + 1, document->n_source)), "%s", message);
}

gboolean
bel_newsxml_read (BelDocument *document, BelDiags *diags)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = characters,
    .cdataBlock = characters,
    .ignorableWhitespace = characters,
    .getEntity = only_the_five,
    .serror = on_error,
  };
  Reader reader = { .diags = diags };
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt (document->source, (int) document->n_source);
  if (!parser)
    return FALSE;
  bel_visible_init (&reader.visible, document);
  memcpy (parser->sax, &handler, sizeof handler);
  reader.parser = parser;
  parser->userData = &reader;
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA);
  xmlParseDocument (parser);
  bool good = parser->wellFormed;
  if (reader.value)
    g_string_free (reader.value, TRUE);
  bel_visible_finish (&reader.visible);
  if (parser->myDoc)
    xmlFreeDoc (parser->myDoc);
  xmlFreeParserCtxt (parser);
  return good;
}
