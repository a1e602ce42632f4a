/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The one part of a DOCX or ODT archive that holds the story, unpacked in memory within limits, read through libxml2's
 * reader without network, DTD or entities. Its paragraphs become lines of plain text, which is then the
 * document's source and read like any text, headings known by their style. */
#include "document/markup.h"
#include "document/visible.h"

#include "base/limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/xmlreader.h>
#include <string.h>

typedef struct {
  BelDocument *document;
  BelDiags *diags;
  GString *text;
  BEL_VEC (BelBlock) blocks;
  uint32_t start; /* of the open paragraph */
  BelBlockKind kind;
  bool in_paragraph;
  const char *part; /* of the archive, that is read */
  char *broken;     /* (nullable) the first thing that is wrong with its XML */
  int broken_line;
  int deleted; /* depth of the deletion that is open, -1 outside */
  bool have_headline;
} Reader;

static void
fault (Reader *reader, const char *code, const char *message)
{
  bel_diags_add (reader->diags, BEL_SEVERITY_ERROR, code, reader->document->name, NULL, 0, BEL_SPAN (0, 0), "%s",
                 message);
}

/* -- the archive ----------------------------------------------------------------------------- */

static GByteArray *
read_entry (Reader *reader, struct archive *archive)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[16384];
  gsize most = MIN ((gsize) BEL_LIMIT_OFFICE_BYTES, (gsize) reader->document->n_source * BEL_LIMIT_OFFICE_RATIO);
  for (;;) {
    la_ssize_t n = archive_read_data (archive, buffer, sizeof buffer);
    if (n == 0)
      return g_steal_pointer (&data);
    if (n < 0) {
      fault (reader, "document.archive", "the archive is broken");
      return NULL;
    }
    if (data->len + (gsize) n > most) {
      fault (reader, "document.archive-size", "the text unpacks to more than is read from such a file");
      return NULL;
    }
    g_byte_array_append (data, buffer, (guint) n);
  }
}

/* Returns: (transfer full) (nullable) the bytes of the story's part. */
static GByteArray *
unpack (Reader *reader)
{
  GByteArray *data = NULL;
  struct archive *archive = archive_read_new ();
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, reader->document->source, reader->document->n_source) != ARCHIVE_OK) {
    fault (reader, "document.archive", "the file is no archive");
    archive_read_free (archive);
    return NULL;
  }
  struct archive_entry *entry;
  bool found = false;
  while (!found && archive_read_next_header (archive, &entry) == ARCHIVE_OK) {
    const char *name = archive_entry_pathname (entry);
    found = name && (g_str_equal (name, "word/document.xml") || g_str_equal (name, "content.xml"));
    reader->part = found && *name == 'w' ? "word/document.xml" : "content.xml";
    if (found)
      data = read_entry (reader, archive);
  }
  if (!found)
    fault (reader, "document.archive", "the archive has neither word/document.xml nor content.xml");
  archive_read_free (archive);
  return data;
}

/* -- paragraphs ------------------------------------------------------------------------------ */

static void
close_paragraph (Reader *reader)
{
  if (!reader->in_paragraph)
    return;
  reader->in_paragraph = false;
  BelSpan span = BEL_SPAN (reader->start, (uint32_t) reader->text->len);
  BelBlock block = { .kind = reader->kind, .span = span };
  bool blank = true;
  for (uint32_t i = span.start; i < span.end && blank; i++)
    blank = g_ascii_isspace (reader->text->str[i]);
  if (blank)
    return;
  if (block.kind == BEL_BLOCK_HEADLINE && reader->have_headline)
    block.kind = BEL_BLOCK_SUBHEAD;
  reader->have_headline |= block.kind == BEL_BLOCK_HEADLINE;
  bel_vec_push (reader->document->arena, &reader->blocks, block);
  g_string_append_c (reader->text, '\n');
}

static void
open_paragraph (Reader *reader, BelBlockKind kind)
{
  close_paragraph (reader);
  reader->in_paragraph = true;
  reader->kind = kind;
  reader->start = (uint32_t) reader->text->len;
}

/* Style names are the formats' own, whatever the language of the program that wrote them. */
static BelBlockKind
kind_of_style (const char *style)
{
  if (!style)
    return BEL_BLOCK_PARAGRAPH;
  if (g_ascii_strcasecmp (style, "Title") == 0 || g_ascii_strcasecmp (style, "Heading1") == 0)
    return BEL_BLOCK_HEADLINE;
  if (g_ascii_strncasecmp (style, "Heading", 7) == 0 || g_ascii_strcasecmp (style, "Subtitle") == 0)
    return BEL_BLOCK_SUBHEAD;
  if (g_ascii_strcasecmp (style, "Caption") == 0)
    return BEL_BLOCK_CAPTION;
  return g_ascii_strcasecmp (style, "Quote") == 0 ? BEL_BLOCK_QUOTE : BEL_BLOCK_PARAGRAPH;
}

static char *
attribute (xmlTextReaderPtr xml, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (xml, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

static void
start_element (Reader *reader, xmlTextReaderPtr xml, const char *name)
{
  if (g_str_equal (name, "w:del") || g_str_equal (name, "w:moveFrom") || g_str_equal (name, "text:tracked-changes")) {
    if (!xmlTextReaderIsEmptyElement (xml))
      reader->deleted = xmlTextReaderDepth (xml);
  } else if (g_str_equal (name, "w:p") || g_str_equal (name, "text:p")) {
    g_autofree char *style = attribute (xml, "text:style-name");
    open_paragraph (reader, kind_of_style (style));
  } else if (g_str_equal (name, "text:h")) {
    g_autofree char *level = attribute (xml, "text:outline-level");
    open_paragraph (reader, level && g_str_equal (level, "1") ? BEL_BLOCK_HEADLINE : BEL_BLOCK_SUBHEAD);
  } else if (g_str_equal (name, "w:pStyle") && reader->in_paragraph) {
    g_autofree char *style = attribute (xml, "w:val");
    reader->kind = kind_of_style (style);
  } else if (g_str_equal (name, "w:numPr") && reader->in_paragraph) {
    reader->kind = BEL_BLOCK_LIST_ITEM;
  } else if (g_str_equal (name, "w:tab") || g_str_equal (name, "text:tab") || g_str_equal (name, "w:br")
             || g_str_equal (name, "text:line-break") || g_str_equal (name, "text:s")) {
    g_string_append_c (reader->text, ' ');
  }
}

static void
end_element (Reader *reader, const char *name, int depth)
{
  if (depth == reader->deleted)
    reader->deleted = -1;
  else if (reader->deleted < 0
           && (g_str_equal (name, "w:p") || g_str_equal (name, "text:p") || g_str_equal (name, "text:h")))
    close_paragraph (reader);
}

static void
read_node (Reader *reader, xmlTextReaderPtr xml)
{
  const char *name = (const char *) xmlTextReaderConstName (xml);
  switch (xmlTextReaderNodeType (xml)) {
  case XML_READER_TYPE_ELEMENT:
    if (reader->deleted < 0)
      start_element (reader, xml, name);
    if (xmlTextReaderIsEmptyElement (xml) && reader->deleted < 0)
      end_element (reader, name, -2);
    break;
  case XML_READER_TYPE_END_ELEMENT:
    end_element (reader, name, xmlTextReaderDepth (xml));
    break;
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    if (reader->in_paragraph && reader->deleted < 0)
      g_string_append (reader->text, (const char *) xmlTextReaderConstValue (xml));
    break;
  default:
    break;
  }
}

static void
keep_first (void *data, xmlErrorPtr error)
{
  Reader *reader = data;
  if (error->level != XML_ERR_FATAL || reader->broken)
    return;
  reader->broken = g_strstrip (g_strdup (error->message ? error->message : "it cannot be read"));
  reader->broken_line = error->line;
}

static bool
read_xml (Reader *reader, const GByteArray *data)
{
  xmlTextReaderPtr xml = xmlReaderForMemory ((const char *) data->data, (int) data->len, NULL, NULL, XML_PARSE_NONET);
  if (!xml)
    return false;
  xmlTextReaderSetStructuredErrorHandler (xml, keep_first, reader);
  int more;
  while ((more = xmlTextReaderRead (xml)) == 1)
    read_node (reader, xml);
  close_paragraph (reader);
  xmlFreeTextReader (xml);
  if (more < 0) {
    g_autofree char *message
        = g_strdup_printf ("%s in the archive is broken XML, line %d: %s", reader->part, reader->broken_line,
                           reader->broken ? reader->broken : "it ends too soon");
    fault (reader, "document.xml", message);
  }
  g_clear_pointer (&reader->broken, g_free);
  return more == 0;
}

/* The text takes the place of the archive as the source. */
static void
become_text (Reader *reader)
{
  BelDocument *document = reader->document;
  g_autofree char *text = g_utf8_make_valid (reader->text->str, (gssize) reader->text->len);
  document->source = document->text = bel_arena_strdup (document->arena, text);
  document->n_source = document->n_text = (uint32_t) strlen (text);
  BelVisible visible;
  bel_visible_init (&visible, document);
  for (uint32_t i = 0; i < reader->blocks.n; i++) {
    BelSpan span = reader->blocks.items[i].span;
    bel_visible_open (&visible, reader->blocks.items[i].kind);
    bel_visible_add (&visible, document->source + span.start, bel_span_length (span), span);
  }
  bel_visible_finish (&visible);
}

gboolean
bel_office_read (BelDocument *document, BelDiags *diags)
{
  Reader reader = { .document = document, .diags = diags, .deleted = -1, .text = g_string_new (NULL) };
  g_autoptr (GByteArray) data = unpack (&reader);
  bool good = data && read_xml (&reader, data);
  if (good)
    become_text (&reader);
  if (good && document->blocks.n == 0) {
    fault (&reader, "document.empty", "the file has no text");
    good = false;
  }
  g_string_free (reader.text, TRUE);
  return good;
}
