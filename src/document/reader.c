/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/reader.h"

#include "document/conllu.h"
#include "document/markup.h"
#include "document/text.h"

#include <string.h>

G_DEFINE_QUARK (bel - document - error - quark, bel_document_error)

static const char *const NAMES[]
    = { "auto", "text", "markdown", "html", "nitf", "newsml", "ninjs", "docx", "odt", "conllu", NULL };

static const struct {
  const char *extension;
  BelInput input;
} EXTENSIONS[] = {
  { ".txt", BEL_INPUT_TEXT },          { ".text", BEL_INPUT_TEXT },     { ".md", BEL_INPUT_MARKDOWN },
  { ".markdown", BEL_INPUT_MARKDOWN }, { ".mdx", BEL_INPUT_MARKDOWN },  { ".html", BEL_INPUT_HTML },
  { ".htm", BEL_INPUT_HTML },          { ".xhtml", BEL_INPUT_HTML },    { ".nitf", BEL_INPUT_NITF },
  { ".newsml", BEL_INPUT_NEWSML },     { ".ninjs", BEL_INPUT_NINJS },   { ".docx", BEL_INPUT_DOCX },
  { ".odt", BEL_INPUT_ODT },           { ".conllu", BEL_INPUT_CONLLU },
};

const char *
bel_input_name (BelInput input)
{
  return NAMES[MIN (input, BEL_INPUT_CONLLU)];
}

const char *const *
bel_input_names (void)
{
  return NAMES;
}

static BelInput
by_extension (const char *name)
{
  const char *dot = strrchr (name, '.');
  for (guint i = 0; dot && i < G_N_ELEMENTS (EXTENSIONS); i++)
    if (g_ascii_strcasecmp (dot, EXTENSIONS[i].extension) == 0)
      return EXTENSIONS[i].input;
  return BEL_INPUT_AUTO;
}

gboolean
bel_input_is_known_name (const char *name)
{
  return by_extension (name) != BEL_INPUT_AUTO;
}

/* What a file without a telling name begins with; @n_head: how far a mark may stand from the first byte. */
static const struct {
  const char *mark;
  gsize n_head;
  BelInput input;
} MARKS[] = {
  { "word/document.xml", 8192, BEL_INPUT_DOCX },
  { "mimetypeapplication/vnd.oasis.opendocument.text", 256, BEL_INPUT_ODT },
  { "PK\3\4", 4, BEL_INPUT_DOCX },
  { "<newsItem", 2048, BEL_INPUT_NEWSML },
  { "<nitf", 2048, BEL_INPUT_NITF },
  { "<!doctype html", 512, BEL_INPUT_HTML },
  { "<html", 512, BEL_INPUT_HTML },
};

static gboolean
has_mark (const char *bytes, gsize n_bytes, const char *mark)
{
  gsize n_mark = strlen (mark);
  for (gsize i = 0; i + n_mark <= n_bytes; i++)
    if (g_ascii_strncasecmp (bytes + i, mark, n_mark) == 0)
      return TRUE;
  return FALSE;
}

static BelInput
by_content (const char *bytes, gsize n_bytes)
{
  gsize at = 0;
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (has_mark (bytes, MIN (n_bytes, MARKS[i].n_head), MARKS[i].mark))
      return MARKS[i].input;
  while (at < n_bytes && g_ascii_isspace (bytes[at]))
    at++;
  bool item = at < n_bytes && bytes[at] == '{';
  return item && has_mark (bytes, n_bytes, "\"body_") ? BEL_INPUT_NINJS : BEL_INPUT_TEXT;
}

BelInput
bel_input_guess (const char *name, const char *bytes, gsize n_bytes)
{
  BelInput input = by_extension (name);
  return input == BEL_INPUT_AUTO ? by_content (bytes, n_bytes) : input;
}

/* -- what no reader can use ------------------------------------------------------------------ */

static void
fault (const BelDocument *document, BelDiags *diags, const char *code, uint32_t at, const char *message)
{
  bel_diags_add (diags, BEL_SEVERITY_ERROR, code, document->name, document->source, document->n_source,
                 BEL_SPAN (at, MIN (at + 1, document->n_source)), "%s", message);
}

static gboolean
is_text (const BelDocument *document, BelDiags *diags)
{
  const char *source = document->source;
  const char *nul = source ? memchr (source, 0, document->n_source) : NULL, *end = source;
  if (nul && document->n_source > 1 && (memcmp (source, "\xFF\xFE", 2) == 0 || memcmp (source, "\xFE\xFF", 2) == 0)) {
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "document.utf8", document->name, NULL, 0, BEL_SPAN (0, 0),
                   "the file is UTF-16: convert it to UTF-8 first");
    return FALSE;
  }
  if (nul) {
    fault (document, diags, "document.nul", (uint32_t) (nul - source), "a NUL byte: this is no text file");
    return FALSE;
  }
  if (document->n_source && !g_utf8_validate_len (source, document->n_source, &end)) {
    g_autofree char *message = g_strdup_printf ("byte 0x%02x is not UTF-8: convert the file first", (guchar) *end);
    fault (document, diags, "document.utf8", (uint32_t) (end - source), message);
    return FALSE;
  }
  return TRUE;
}

static gboolean
is_blank (const BelDocument *document)
{
  const char *text = document->text;
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    text += 3;
  for (; *text; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* -- readers --------------------------------------------------------------------------------- */

static gboolean
read_as (BelDocument *document, BelInput input, BelDiags *diags)
{
  switch (input) {
  case BEL_INPUT_CONLLU:
    return bel_conllu_read (document, BEL_CONLLU_WORDS, diags);
  case BEL_INPUT_CONLLU_ALL:
    return bel_conllu_read (document, BEL_CONLLU_ALL, diags);
  case BEL_INPUT_MARKDOWN:
    return bel_markdown_read (document, diags);
  case BEL_INPUT_HTML:
    return bel_html_read (document, diags);
  case BEL_INPUT_NITF:
  case BEL_INPUT_NEWSML:
    return bel_newsxml_read (document, diags);
  case BEL_INPUT_NINJS:
    return bel_ninjs_read (document, diags);
  case BEL_INPUT_DOCX:
  case BEL_INPUT_ODT:
    return bel_office_read (document, diags);
  case BEL_INPUT_AUTO:
  case BEL_INPUT_TEXT:
    bel_text_read (document);
  }
  return TRUE;
}

static gboolean
is_archive (BelInput input)
{
  return input == BEL_INPUT_DOCX || input == BEL_INPUT_ODT;
}

gboolean
bel_document_read (BelDocument *document, BelInput input, BelDiags *diags, GError **error)
{
  if (input == BEL_INPUT_AUTO)
    input = bel_input_guess (document->name, document->source, document->n_source);
  gboolean archive = is_archive (input);
  gboolean good = archive || is_text (document, diags);
  if (good && !archive && is_blank (document)) {
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "document.empty", document->name, NULL, 0, BEL_SPAN (0, 0),
                   "the file has no text");
    good = FALSE;
  }
  if (good && read_as (document, input, diags)) {
    if (document->blocks.n == 0)
      bel_diags_add (diags, BEL_SEVERITY_WARNING, "document.no-text", document->name, NULL, 0, BEL_SPAN (0, 0),
                     "read as %s, and no text was found in it", NAMES[input]);
    return TRUE;
  }
  g_set_error (error, BEL_DOCUMENT_ERROR, BEL_DOCUMENT_ERROR_UNUSABLE, "%s was left out", document->name);
  return FALSE;
}
