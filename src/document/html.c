/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* gumbo keeps for every node the bytes it was made of. The tree is walked without recursion; block-level
 * elements open blocks, the rest is running text. Where the page names its article, only that is read. */
#include "document/markup.h"
#include "document/metadata.h"
#include "document/visible.h"

#include "base/limits.h"

#include <gumbo.h>
#include <string.h>

typedef struct {
  BelVisible visible;
  bool have_headline;
} Reader;

typedef struct {
  GumboTag tag;
  BelBlockKind kind;
} BlockTag;

static const BlockTag BLOCKS[] = {
  { GUMBO_TAG_P, BEL_BLOCK_PARAGRAPH },       { GUMBO_TAG_DIV, BEL_BLOCK_PARAGRAPH },
  { GUMBO_TAG_H1, BEL_BLOCK_HEADLINE },       { GUMBO_TAG_H2, BEL_BLOCK_SUBHEAD },
  { GUMBO_TAG_H3, BEL_BLOCK_SUBHEAD },        { GUMBO_TAG_H4, BEL_BLOCK_SUBHEAD },
  { GUMBO_TAG_H5, BEL_BLOCK_SUBHEAD },        { GUMBO_TAG_H6, BEL_BLOCK_SUBHEAD },
  { GUMBO_TAG_LI, BEL_BLOCK_LIST_ITEM },      { GUMBO_TAG_DD, BEL_BLOCK_LIST_ITEM },
  { GUMBO_TAG_DT, BEL_BLOCK_LIST_ITEM },      { GUMBO_TAG_TD, BEL_BLOCK_TABLE_CELL },
  { GUMBO_TAG_TH, BEL_BLOCK_TABLE_CELL },     { GUMBO_TAG_FIGCAPTION, BEL_BLOCK_CAPTION },
  { GUMBO_TAG_CAPTION, BEL_BLOCK_CAPTION },   { GUMBO_TAG_BLOCKQUOTE, BEL_BLOCK_QUOTE },
  { GUMBO_TAG_SECTION, BEL_BLOCK_PARAGRAPH }, { GUMBO_TAG_ARTICLE, BEL_BLOCK_PARAGRAPH },
  { GUMBO_TAG_MAIN, BEL_BLOCK_PARAGRAPH },    { GUMBO_TAG_HEADER, BEL_BLOCK_PARAGRAPH },
  { GUMBO_TAG_FIGURE, BEL_BLOCK_PARAGRAPH },  { GUMBO_TAG_BODY, BEL_BLOCK_PARAGRAPH },
  { GUMBO_TAG_ADDRESS, BEL_BLOCK_BYLINE },    { GUMBO_TAG_UL, BEL_BLOCK_PARAGRAPH },
  { GUMBO_TAG_OL, BEL_BLOCK_PARAGRAPH },      { GUMBO_TAG_TABLE, BEL_BLOCK_PARAGRAPH },
  { GUMBO_TAG_TR, BEL_BLOCK_PARAGRAPH },
};

static const GumboTag LEFT_OUT[] = {
  GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,  GUMBO_TAG_FOOTER,   GUMBO_TAG_FORM,
  GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_SVG,    GUMBO_TAG_IFRAME, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
  GUMBO_TAG_HEAD,   GUMBO_TAG_DEL,    GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO,  GUMBO_TAG_AUDIO,    GUMBO_TAG_PRE,
};

static bool
attribute_is (const GumboElement *element, const char *name, const char *value)
{
  const GumboAttribute *attribute = gumbo_get_attribute (&element->attributes, name);
  return attribute && (!value || g_ascii_strcasecmp (attribute->value, value) == 0);
}

static bool
is_left_out (const GumboElement *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (LEFT_OUT); i++)
    if (element->tag == LEFT_OUT[i])
      return true;
  return attribute_is (element, "hidden", NULL) || attribute_is (element, "aria-hidden", "true")
         || attribute_is (element, "role", "navigation") || attribute_is (element, "role", "banner")
         || attribute_is (element, "role", "contentinfo") || attribute_is (element, "role", "search");
}

static const BlockTag *
block_tag (GumboTag tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    if (BLOCKS[i].tag == tag)
      return &BLOCKS[i];
  return NULL;
}

static bool
is_within (const GumboNode *node, GumboTag tag)
{
  for (; node && node->type == GUMBO_NODE_ELEMENT; node = node->parent)
    if (node->v.element.tag == tag)
      return true;
  return false;
}

/* A paragraph inside a quotation, a list item, a caption or a cell is of their kind. */
static BelBlockKind
kind_within (Reader *reader, const GumboNode *node, BelBlockKind kind)
{
  if (kind == BEL_BLOCK_HEADLINE && reader->have_headline)
    return BEL_BLOCK_SUBHEAD;
  reader->have_headline |= kind == BEL_BLOCK_HEADLINE;
  if (kind != BEL_BLOCK_PARAGRAPH)
    return kind;
  for (const GumboNode *up = node->parent; up && up->type == GUMBO_NODE_ELEMENT; up = up->parent) {
    const BlockTag *block = block_tag (up->v.element.tag);
    if (block && block->kind != BEL_BLOCK_PARAGRAPH)
      return block->kind;
  }
  return kind;
}

/* Where @p of the file stands. What the parser made up itself ("</br>" counts as a line end) has no @p: it stands after what was last
 * read. */
static uint32_t
source_offset (const Reader *reader, const char *p)
{
  const BelDocument *document = reader->visible.document;
  const BelSpanPiece *last = document->pieces.n ? &document->pieces.items[document->pieces.n - 1] : NULL;
  if (p)
    return (uint32_t) (p - document->source);
  return last ? last->source + last->n_source_bytes : 0;
}

static void
add_text (Reader *reader, const GumboNode *node)
{
  const GumboStringPiece *raw = &node->v.text.original_text;
  uint32_t start = source_offset (reader, raw->data);
  if (!reader->visible.open)
    bel_visible_open (&reader->visible, kind_within (reader, node, BEL_BLOCK_PARAGRAPH));
  bel_visible_add_decoded (&reader->visible, node->v.text.text, (uint32_t) strlen (node->v.text.text),
                           BEL_SPAN (start, start + (uint32_t) raw->length), '&');
}

/* Running text after a block within a block goes on in one of the outer kind; it is opened when text comes. */
static void
enter (Reader *reader, const GumboNode *node)
{
  const BlockTag *block = block_tag (node->v.element.tag);
  if (block)
    bel_visible_open (&reader->visible, kind_within (reader, node, block->kind));
  else if (node->v.element.tag == GUMBO_TAG_BR && reader->visible.open)
    bel_visible_gap (&reader->visible, '\n', source_offset (reader, node->v.element.original_tag.data));
}

static void
leave (Reader *reader, const GumboNode *node)
{
  if (block_tag (node->v.element.tag))
    bel_visible_close (&reader->visible);
}

static bool
is_text_node (const GumboNode *node)
{
  return node->type == GUMBO_NODE_TEXT || (node->type == GUMBO_NODE_WHITESPACE);
}

static bool
is_entered (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT && !is_left_out (&node->v.element);
}

/* The next node after the subtree of @node, within @top; tells who is left on the way. */
static const GumboNode *
next_after (Reader *reader, const GumboNode *node, const GumboNode *top)
{
  while (node != top) {
    const GumboNode *parent = node->parent;
    const GumboVector *siblings = &parent->v.element.children;
    if (node->index_within_parent + 1 < siblings->length)
      return siblings->data[node->index_within_parent + 1];
    leave (reader, parent);
    node = parent;
  }
  return NULL;
}

static void
walk (Reader *reader, const GumboNode *top)
{
  const GumboNode *node = top;
  while (node) {
    if (node->type == GUMBO_NODE_TEXT || (is_text_node (node) && reader->visible.open))
      add_text (reader, node);
    if (is_entered (node)) {
      enter (reader, node);
      if (node->v.element.children.length) {
        node = node->v.element.children.data[0];
        continue;
      }
      leave (reader, node);
    }
    node = next_after (reader, node, top);
  }
}

/* -- the article and its metadata ------------------------------------------------------------- */

typedef void Visit (const GumboNode *node, void *data);

static void
visit_elements (const GumboNode *top, Visit *visit, void *data)
{
  const GumboNode *node = top;
  for (;;) {
    if (node->type == GUMBO_NODE_ELEMENT) {
      visit (node, data);
      if (node->v.element.children.length) {
        node = node->v.element.children.data[0];
        continue;
      }
    }
    while (node != top && node->index_within_parent + 1 >= node->parent->v.element.children.length)
      node = node->parent;
    if (node == top)
      return;
    node = node->parent->v.element.children.data[node->index_within_parent + 1];
  }
}

typedef struct {
  const GumboNode *found;
  guint n;
  GumboTag tag;
} Search;

static void
search_visit (const GumboNode *node, void *data)
{
  Search *search = data;
  if (node->v.element.tag != search->tag || is_within (node->parent, search->tag))
    return;
  search->found = node;
  search->n++;
}

/* The only <article>, else the only <main>, else the page. */
static const GumboNode *
article_of (const GumboNode *root)
{
  static const GumboTag TAGS[] = { GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_BODY };
  for (guint i = 0; i < G_N_ELEMENTS (TAGS); i++) {
    Search search = { .tag = TAGS[i] };
    visit_elements (root, search_visit, &search);
    if (search.n == 1)
      return search.found;
  }
  return root;
}

static void
take_date (BelDocument *document, const char *value)
{
  BelDay day;
  if (document->date == BEL_DAY_NONE && bel_date_parse (value, MIN (strlen (value), 10u), &day))
    document->date = day;
}

static void
metadata_visit (const GumboNode *node, void *data)
{
  static const char *const DATES[] = { "article:published_time", "date", "dcterms.date", "datePublished", "pubdate" };
  BelDocument *document = data;
  const GumboVector *attributes = &node->v.element.attributes;
  if (node->v.element.tag == GUMBO_TAG_META) {
    const GumboAttribute *name = gumbo_get_attribute (attributes, "property");
    const GumboAttribute *content = gumbo_get_attribute (attributes, "content");
    if (!name)
      name = gumbo_get_attribute (attributes, "name");
    if (!name)
      name = gumbo_get_attribute (attributes, "itemprop");
    for (guint i = 0; name && content && i < G_N_ELEMENTS (DATES); i++)
      if (g_ascii_strcasecmp (name->value, DATES[i]) == 0)
        take_date (document, content->value);
  }
  const GumboAttribute *time
      = node->v.element.tag == GUMBO_TAG_TIME ? gumbo_get_attribute (attributes, "datetime") : NULL;
  if (time)
    take_date (document, time->value);
}

/* Deepest nesting the tags could make, from above: elements that the parser closes by itself are not counted. */
static bool
is_too_deep (const char *html, uint32_t n_bytes)
{
  static const char *const FLAT[]
      = { "p",    "li",    "td",     "tr",  "th",     "dd",  "dt",   "br",   "img",   "hr",    "meta",
          "link", "input", "option", "wbr", "source", "col", "area", "base", "embed", "param", "track" };
  uint32_t depth = 0;
  for (uint32_t i = 0; i + 1 < n_bytes; i++) {
    if (html[i] != '<')
      continue;
    if (html[i + 1] == '/') {
      depth -= depth > 0;
      continue;
    }
    uint32_t n = 0;
    while (i + 1 + n < n_bytes && g_ascii_isalnum (html[i + 1 + n]))
      n++;
    bool flat = n == 0;
    for (guint f = 0; f < G_N_ELEMENTS (FLAT); f++)
      flat |= strlen (FLAT[f]) == n && g_ascii_strncasecmp (FLAT[f], html + i + 1, n) == 0;
    if (!flat && ++depth > BEL_LIMIT_MARKUP_NESTING)
      return true;
  }
  return false;
}

gboolean
bel_html_read (BelDocument *document, BelDiags *diags)
{
  if (is_too_deep (document->source, document->n_source)) {
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "document.nesting", document->name, NULL, 0, BEL_SPAN (0, 0),
                   "elements are nested more than %u deep", BEL_LIMIT_MARKUP_NESTING);
    return FALSE;
  }
  Reader reader = { 0 };
  bel_visible_init (&reader.visible, document);
  GumboOutput *output = gumbo_parse_with_options (&kGumboDefaultOptions, document->source, document->n_source);
  visit_elements (output->root, metadata_visit, document);
  walk (&reader, article_of (output->root));
  bel_visible_finish (&reader.visible);
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  return TRUE;
}
