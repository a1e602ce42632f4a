/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* json-glib judges whether the file is JSON; where its strings stand, which json-glib does not tell, is found by
 * a scan. It takes json-glib's word for nothing: that reads over escapes that JSON does not have. Only members of the item itself are read, not those of its
 * associations. A body in XHTML is read as a page of its own and its map laid over the string's. */
#include "document/markup.h"
#include "document/metadata.h"
#include "document/visible.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

/* A member "name": "value" of the item. */
typedef struct {
  BelSpan name; /* source, without the quotation marks */
  BelSpan value;
  bool in_array; /* the value is inside "headlines": [{…}], as version 2 and later have it */
} Member;

typedef struct {
  const BelDocument *document;
  BEL_VEC (Member) members;
} Scan;

/* Returns: the length of the escape at @source, that begins with a backslash; 0 when JSON has no such escape. RFC 8259, 7. */
static uint32_t
escape_length (const char *source)
{
  if (source[1] != 'u')
    return source[1] && strchr ("\"\\/bfnrt", source[1]) ? 2 : 0;
  for (uint32_t i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (source[i]))
      return 0;
  return 6;
}

/* Where the string whose text begins at @at has its closing mark; *@out_fault is the place of an escape that JSON does not have, or of
 * the end of the file, else BEL_NONE. The file ends in a NUL. */
static uint32_t
string_end (const BelDocument *document, uint32_t at, uint32_t *out_fault)
{
  const char *source = document->source;
  *out_fault = BEL_NONE;
  while (at < document->n_source && source[at] != '"') {
    uint32_t step = source[at] == '\\' ? escape_length (source + at) : 1;
    if (!step)
      break;
    at += step;
  }
  if (at >= document->n_source || source[at] != '"')
    *out_fault = at;
  return at;
}

static uint32_t
skip_space (const char *source, uint32_t at)
{
  while (g_ascii_isspace (source[at]))
    at++;
  return at;
}

/* Depth 1 is the item; in versions 2 and 3 its texts stand in arrays of objects, at depth 3.
 * Returns: BEL_NONE, or where a string is broken. */
static uint32_t
scan_members (Scan *scan)
{
  const char *source = scan->document->source;
  uint32_t n = scan->document->n_source, depth = 0;
  BelSpan name = { 0 }, outer = { 0 };
  for (uint32_t i = 0; i < n; i++) {
    if (source[i] == '{' || source[i] == '[') {
      if (depth++ == 1)
        outer = name;
    } else if (source[i] == '}' || source[i] == ']') {
      depth -= depth > 0;
    } else if (source[i] == '"') {
      uint32_t fault;
      BelSpan string = BEL_SPAN (i + 1, string_end (scan->document, i + 1, &fault));
      if (fault != BEL_NONE)
        return fault;
      i = string.end;
      if (source[skip_space (source, i + 1)] == ':') {
        name = string;
        continue;
      }
      Member member = { depth == 3 ? outer : name, string, depth == 3 };
      bool is_value
          = depth == 1 || (depth == 3 && bel_span_length (name) == 5 && !strncmp (source + name.start, "value", 5));
      if (is_value)
        bel_vec_push (scan->document->arena, &scan->members, member);
    }
  }
  return BEL_NONE;
}

static const Member *
find_member (const Scan *scan, const char *name)
{
  for (uint32_t i = 0; i < scan->members.n; i++) {
    const Member *member = &scan->members.items[i];
    if (bel_span_length (member->name) == strlen (name)
        && strncmp (scan->document->source + member->name.start, name, strlen (name)) == 0)
      return member;
  }
  return NULL;
}

static const Member *
find_first (const Scan *scan, const char *const *names)
{
  const Member *found = NULL;
  for (; *names && !found; names++)
    found = find_member (scan, *names);
  return found;
}

/* The string as JSON means it. Returns: (transfer full) */
static char *
decode (const Scan *scan, const Member *member)
{
  g_autofree char *text = g_strdup_printf ("[\"%.*s\"]", (int) bel_span_length (member->value),
                                           scan->document->source + member->value.start);
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return g_strdup ("");
  return g_strdup (json_array_get_string_element (json_node_get_array (json_parser_get_root (parser)), 0));
}

static void
add_decoded (BelVisible *visible, const Scan *scan, const Member *member)
{
  g_autofree char *text = decode (scan, member);
  bel_visible_add_decoded (visible, text, (uint32_t) strlen (text), member->value, '\\');
}

static void
add_line (BelVisible *visible, const Scan *scan, const Member *member, BelBlockKind kind)
{
  if (!member)
    return;
  bel_visible_open (visible, kind);
  add_decoded (visible, scan, member);
  bel_visible_close (visible);
}

/* The decoded @text of @member as a document of its own, whose span map leads back to the file. Returns: (transfer full) */
static BelDocument *
map_of (const Scan *scan, const Member *member, const char *text)
{
  BelDocument *map = bel_document_new (NULL, "", scan->document->bytes);
  BelVisible whole;
  bel_visible_init (&whole, map);
  bel_visible_open (&whole, BEL_BLOCK_PARAGRAPH);
  bel_visible_add_decoded (&whole, text, (uint32_t) strlen (text), member->value, '\\');
  bel_visible_finish (&whole);
  return map;
}

/* Plain text: an empty line, or a line end where there is none of these, parts paragraphs. */
static void
add_paragraphs (BelVisible *visible, const Scan *scan, const Member *member)
{
  g_autofree char *text = decode (scan, member);
  const char *gap = strstr (text, "\n\n") ? "\n\n" : "\n";
  g_autoptr (BelDocument) map = map_of (scan, member, text);
  for (char *p = text; *p;) {
    char *end = strstr (p, gap);
    size_t n = end ? (size_t) (end - p) : strlen (p);
    bel_visible_open (visible, BEL_BLOCK_PARAGRAPH);
    for (size_t i = 0; i < n;) {
      size_t step = (size_t) (g_utf8_next_char (p + i) - (p + i));
      uint32_t at = (uint32_t) (p + i - text);
      bel_visible_add (visible, p + i, (uint32_t) step,
                       bel_document_source_span (map, BEL_SPAN (at, at + (uint32_t) step)));
      i += step;
    }
    bel_visible_close (visible);
    p += n;
    while (*p == '\n')
      p++;
  }
}

/* The blocks of a page that stands as a string in the file. */
static gboolean
add_page (BelVisible *visible, const Scan *scan, const Member *member, BelDiags *diags)
{
  g_autofree char *text = decode (scan, member);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text) + 1);
  g_autoptr (GBytes) page_bytes = g_bytes_new_from_bytes (bytes, 0, strlen (text));
  g_autoptr (BelDocument) page = bel_document_new (NULL, scan->document->name, page_bytes);
  g_autoptr (BelDocument) map = map_of (scan, member, text);
  if (!bel_html_read (page, diags))
    return FALSE;
  for (uint32_t b = 0; b < page->blocks.n; b++) {
    const BelBlock *block = &page->blocks.items[b];
    bel_visible_open (visible, block->kind == BEL_BLOCK_HEADLINE ? BEL_BLOCK_SUBHEAD : block->kind);
    for (uint32_t i = block->span.start; i < block->span.end;) {
      uint32_t step = (uint32_t) (g_utf8_next_char (page->text + i) - (page->text + i));
      BelSpan inner = bel_document_source_span (page, BEL_SPAN (i, i + step));
      bel_visible_add (visible, page->text + i, step, bel_document_source_span (map, inner));
      i += step;
    }
    bel_visible_close (visible);
  }
  return TRUE;
}

static void
take_metadata (BelDocument *document, const Scan *scan)
{
  static const char *const DATES[] = {
    "contentcreated", "contentCreated", "firstcreated", "firstCreated", "versioncreated", "versionCreated", NULL
  };
  static const char *const STORIES[] = { "slugline", "uri", NULL };
  const Member *date = find_first (scan, DATES), *story = find_first (scan, STORIES);
  if (date)
    bel_date_parse (document->source + date->value.start, MIN (bel_span_length (date->value), 10u), &document->date);
  if (story)
    document->story
        = bel_arena_strndup (document->arena, document->source + story->value.start, bel_span_length (story->value));
}

/* Where json-glib stopped, by its message: lines from 1 and characters of the line. */
static uint32_t
stopped_at (const BelDocument *document, const char *message)
{
  unsigned line = 1, column = 1;
  const char *p = document->source, *end = document->source + document->n_source;
  if (sscanf (message, "<data>:%u:%u", &line, &column) != 2)
    return 0;
  for (; line > 1 && p < end; line--) {
    const char *next = memchr (p, '\n', (gsize) (end - p));
    p = next ? next + 1 : end;
  }
  for (; column > 1 && p < end && *p != '\n'; column--)
    p = g_utf8_next_char (p);
  return (uint32_t) (MIN (p, end) - document->source);
}

/* What json-glib says without the place it says it with: "<data>:1:36: Parse error: unexpected …". */
static const char *
without_place (const char *message)
{
  const char *said = strstr (message, "error: ");
  return said ? said + strlen ("error: ") : message;
}

static gboolean
is_object (BelDocument *document, BelDiags *diags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gboolean good = json_parser_load_from_data (parser, document->source, (gssize) document->n_source, &error);
  bool object = good && json_parser_get_root (parser) && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser));
  uint32_t at = error ? stopped_at (document, error->message) : 0;
  if (!object)
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "document.json", document->name, document->source, document->n_source,
                   BEL_SPAN (at, at), "%s%s", error ? "broken JSON: " : "",
                   error ? without_place (error->message) : "expected an object, as a ninjs item is");
  return object;
}

gboolean
bel_ninjs_read (BelDocument *document, BelDiags *diags)
{
  static const char *const BODIES[] = { "body_xhtml", "body_html", "body_text", "bodies", NULL };
  static const char *const HEADLINES[] = { "headline", "headlines", NULL };
  if (!is_object (document, diags))
    return FALSE;
  Scan scan = { .document = document };
  uint32_t fault = scan_members (&scan);
  if (fault != BEL_NONE) {
    bel_diags_add (diags, BEL_SEVERITY_ERROR, "document.json", document->name, document->source, document->n_source,
                   BEL_SPAN (fault, MIN (fault + 1, document->n_source)),
                   "expected the end of the string, or an escape that JSON has (\\n, \\u00e9)");
    return FALSE;
  }
  take_metadata (document, &scan);
  BelVisible visible;
  bel_visible_init (&visible, document);
  add_line (&visible, &scan, find_first (&scan, HEADLINES), BEL_BLOCK_HEADLINE);
  add_line (&visible, &scan, find_member (&scan, "byline"), BEL_BLOCK_BYLINE);
  add_line (&visible, &scan, find_member (&scan, "dateline"), BEL_BLOCK_DATELINE);
  const Member *body = find_first (&scan, BODIES);
  gboolean good = TRUE;
  if (body && memchr (document->source + body->value.start, '<', bel_span_length (body->value)))
    good = add_page (&visible, &scan, body, diags);
  else if (body)
    add_paragraphs (&visible, &scan, body);
  bel_visible_finish (&visible);
  return good;
}
