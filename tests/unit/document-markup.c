/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Markup readers: kinds of blocks, visible text, and for every character its place in the source. */
#include "test-document.h"

#include "document/reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <check.h>
#include <string.h>

static const struct {
  BelInput input;
  const char *source;
  const char *blocks; /* "kind|visible text|source text" a line */
} CASES[] = {
  { BEL_INPUT_MARKDOWN, "# Mayor *quits*\n\nShe said **so** twice.\nThen left.\n",
    "headline|Mayor quits|Mayor *quits\n"
    "paragraph|She said so twice. Then left.|She said **so** twice. Then left.\n" },
  { BEL_INPUT_MARKDOWN, "Fish &amp; chips cost &#163;5.\n",
    "paragraph|Fish & chips cost £5.|Fish &amp; chips cost &#163;5.\n" },
  { BEL_INPUT_MARKDOWN, "---\ndate: 2024-11-17\ntitle: Dam holds\n---\n\nThe dam held.\n",
    "headline|Dam holds|Dam holds\n"
    "paragraph|The dam held.|The dam held.\n" },
  { BEL_INPUT_MARKDOWN, "One <!-- not\nthis --> two.\n\n{/* nor this */}\n\nThree.\n",
    "paragraph|One two.|One <!-- not this --> two.\nparagraph|Three.|Three.\n" },
  { BEL_INPUT_MARKDOWN, "> He was [calm](http://x.example/a_b).\n\n- first\n- second\n",
    "quote|He was calm.|He was [calm](http://x.example/a_b).\nlist-item|first|first\nlist-item|second|second\n" },
  { BEL_INPUT_MARKDOWN, "| Town | Dead |\n|---|---|\n| Lund | 4 |\n",
    "table-cell|Town|Town\ntable-cell|Dead|Dead\ntable-cell|Lund|Lund\ntable-cell|4|4\n" },
  { BEL_INPUT_MARKDOWN, "It was ~~not~~ open.\n\n```\ncode\n```\n", "paragraph|It was open.|It was ~~not~~ open.\n" },
  { BEL_INPUT_MARKDOWN, "![A man waves](a.png) The crowd cheered.\n",
    "caption|A man waves|A man waves\nparagraph|The crowd cheered.|The crowd cheered.\n" },
  { BEL_INPUT_MARKDOWN, "OSLO (NTB) — The bridge is *open*.\r\nSo it said.\r\n",
    "dateline|OSLO (NTB) —|OSLO (NTB) —\nparagraph|The bridge is open. So it said.|The bridge is *open*. So it "
    "said.\n" },
  { BEL_INPUT_MARKDOWN, "an <!-- open comment is text\n",
    "paragraph|an <!-- open comment is text|an <!-- open comment is text\n" },
  { BEL_INPUT_HTML,
    "<html><head><title>x</title></head><body><nav>Menu</nav><h1>Mayor&nbsp;quits</h1>"
    "<p>She said <b>so</b>.</p><script>var a = 'said';</script></body></html>",
    "headline|Mayor\xC2\xA0quits|Mayor&nbsp;quits\nparagraph|She said so.|She said <b>so</b>.\n" },
  { BEL_INPUT_HTML, "<main><p>One &lt;two&gt; three&hellip;</p></main><p>Related</p>",
    "paragraph|One <two> three…|One &lt;two&gt; three&hellip;\n" },
  { BEL_INPUT_HTML,
    "<blockquote><p>We did.</p></blockquote><ul><li>a one<li>a two</ul><figure><img><figcaption>A "
    "cap</figcaption></figure>",
    "quote|We did.|We did.\nlist-item|a one|a one\nlist-item|a two|a two\ncaption|A cap|A cap\n" },
  { BEL_INPUT_HTML, "<div>First <p>second</p> third</div>",
    "paragraph|First|First\nparagraph|second|second\nparagraph|third|third\n" },
  { BEL_INPUT_HTML, "<p hidden>no</p><p>yes <!-- no -->indeed</p><p aria-hidden=true>no</p>",
    "paragraph|yes indeed|yes <!-- no -->indeed\n" },
  { BEL_INPUT_HTML, "<p>café &eacute; &#x1F600; a&b</p>", "paragraph|café é 😀 a&b|café &eacute; &#x1F600; a&b\n" },
  { BEL_INPUT_NITF,
    "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"http://x.example/nitf.dtd\"><nitf><head><title>t</title>"
    "<docdata><date.issue norm=\"20241117T101500Z\"/></docdata></head><body><body.head><hedline><hl1>Mayor "
    "quits</hl1></hedline>"
    "<byline>By Ana Ruiz</byline></body.head><body.content><p>Fish &amp; chips, \xC3\xA9t\xC3\xA9.</p><bq><p>We "
    "did.</p></bq>"
    "</body.content></body></nitf>",
    "headline|Mayor quits|Mayor quits\nbyline|By Ana Ruiz|By Ana Ruiz\n"
    "paragraph|Fish & chips, été.|Fish &amp; chips, été.\nquote|We did.|We did.\n" },
  { BEL_INPUT_NEWSML,
    "<newsItem><contentSet><inlineXML><html><body><div>Bare text. <p>A paragraph.</p> More <b>bare</b> "
    "text.<div><p>Deep.</p></div></div>"
    "<dl><dt>Dam</dt><dd>It held.</dd></dl><p>Kept "
    "<del>gone</del></p></body></html></inlineXML></contentSet></newsItem>",
    "paragraph|Bare text.|Bare text.\nparagraph|A paragraph.|A paragraph.\nparagraph|More bare text.|More <b>bare</b> "
    "text.\n"
    "paragraph|Deep.|Deep.\nlist-item|Dam|Dam\nlist-item|It held.|It held.\nparagraph|Kept|Kept\n" },
  { BEL_INPUT_NEWSML,
    "<newsItem><itemMeta><versionCreated>2024-11-17T10:00:00Z</versionCreated></itemMeta><contentMeta><slugline>dam-1</"
    "slugline>"
    "<headline>Dam holds</headline></contentMeta><contentSet><inlineXML><html "
    "xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
    "<h1>Dam holds</h1><p>The <em>dam</em>\r\nheld.</p></body></html></inlineXML></contentSet></newsItem>",
    "headline|Dam holds|Dam holds\nsubhead|Dam holds|Dam holds\nparagraph|The dam held.|The <em>dam</em> held.\n" },
  { BEL_INPUT_NINJS,
    "{\"uri\":\"x\",\"versioncreated\":\"2024-11-17T10:00:00Z\",\"headline\":\"A "
    "\\\"deal\\\"\",\"body_text\":\"First.\\nSecond \\u00e9.\"}",
    "headline|A \"deal\"|A \\\"deal\\\"\nparagraph|First.|First.\nparagraph|Second é.|Second \\u00e9.\n" },
  { BEL_INPUT_NINJS,
    "{\"headlines\":[{\"role\":\"main\",\"value\":\"H\"}],\"body_xhtml\":\"<p class=\\\"a\\\">Fish &amp; "
    "<b>chips</b>.</p>\"}",
    "headline|H|H\nparagraph|Fish & chips.|Fish &amp; <b>chips</b>.\n" },
};

/* Runs of white space become one space, so that a table can be read. */
static void
append_flat (GString *out, const char *text, BelSpan span)
{
  bool space = false;
  for (uint32_t i = span.start; i < span.end; i++) {
    if (g_ascii_isspace (text[i]))
      space = true;
    else {
      if (space)
        g_string_append_c (out, ' ');
      space = false;
      g_string_append_c (out, text[i]);
    }
  }
}

static char *
describe (const BelDocument *document)
{
  GString *out = g_string_new (NULL);
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    const BelBlock *block = &document->blocks.items[i];
    g_string_append_printf (out, "%s|", bel_block_kind_name (block->kind));
    append_flat (out, document->text, block->span);
    g_string_append_c (out, '|');
    append_flat (out, document->source, bel_document_source_span (document, block->span));
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

static BelDocument *
read_bytes (const char *data, gsize n, BelInput input, BelDiags *diags)
{
  g_autoptr (GBytes) whole = g_bytes_new (data, n + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n);
  g_autoptr (BelDocument) document = bel_document_new (NULL, "case", bytes);
  return bel_document_read (document, input, diags, NULL) ? g_steal_pointer (&document) : NULL;
}

START_TEST (blocks_and_their_places)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_bytes (CASES[_i].source, strlen (CASES[_i].source), CASES[_i].input, diags);
  ck_assert_ptr_nonnull (document);
  g_autofree char *found = describe (document);
  ck_assert_str_eq (found, CASES[_i].blocks);
}
END_TEST

START_TEST (dates_of_the_formats)
{
  static const struct {
    BelInput input;
    const char *source;
  } DATED[] = {
    { BEL_INPUT_HTML, "<head><meta property='article:published_time' content='2024-11-17T10:00:00Z'></head><p>x</p>" },
    { BEL_INPUT_HTML, "<article><time datetime='2024-11-17'>Sunday</time><p>x</p></article>" },
    { BEL_INPUT_NITF,
      "<nitf><head><docdata><date.issue norm='20241117'/></docdata></head><body><p>x</p></body></nitf>" },
    { BEL_INPUT_NEWSML, "<newsItem><versionCreated>2024-11-17T10:00:00Z</versionCreated><p>x</p></newsItem>" },
    { BEL_INPUT_NINJS, "{\"versioncreated\":\"2024-11-17T10:00:00Z\",\"body_text\":\"x\"}" },
    { BEL_INPUT_MARKDOWN, "---\ndate: 2024-11-17\n---\nx\n" },
  };
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_bytes (DATED[_i].source, strlen (DATED[_i].source), DATED[_i].input, diags);
  ck_assert_ptr_nonnull (document);
  ck_assert_int_eq (document->date, 20044);
}
END_TEST

/* Broken or hostile files are refused with a reason, or read for what they hold; never expanded, never followed. */
START_TEST (hostile_files)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  for (int i = 0; i < 20000; i++)
    g_string_append (deep, "<div>");
  static const struct {
    BelInput input;
    const char *source;
    const char *code;
  } HOSTILE[] = {
    { BEL_INPUT_NITF, "<nitf><p>open", "document.xml" },
    { BEL_INPUT_NITF, "<!DOCTYPE nitf [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><nitf><p>&b;</p></nitf>", NULL },
    { BEL_INPUT_NITF, "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><p>see &x;</p></nitf>", NULL },
    { BEL_INPUT_NINJS, "[1, 2]", "document.json" },
    { BEL_INPUT_NINJS, "{\"body_text\": \"open", "document.json" },
    { BEL_INPUT_DOCX, "PK no archive", "document.archive" },
    { BEL_INPUT_HTML, NULL, "document.nesting" },
  };
  const char *source = HOSTILE[_i].source ? HOSTILE[_i].source : deep->str;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_bytes (source, strlen (source), HOSTILE[_i].input, diags);
  if (HOSTILE[_i].code) {
    ck_assert_ptr_null (document);
    ck_assert_uint_ge (bel_diags_count (diags), 1);
    ck_assert_str_eq (bel_diags_get (diags, 0)->code, HOSTILE[_i].code);
  } else if (document) {
    ck_assert_ptr_null (strstr (document->text, "aaaa"));
    ck_assert_ptr_null (strstr (document->text, "root:"));
  }
}
END_TEST

static GByteArray *
pack (const char *name, const char *xml)
{
  GByteArray *data = g_byte_array_sized_new (1 << 20);
  g_byte_array_set_size (data, 1 << 20);
  size_t used = 0;
  struct archive *archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, data->data, data->len, &used);
  struct archive_entry *entry = archive_entry_new ();
  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) strlen (xml));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (archive, entry);
  archive_write_data (archive, xml, strlen (xml));
  archive_entry_free (entry);
  archive_write_close (archive);
  archive_write_free (archive);
  g_byte_array_set_size (data, (guint) used);
  return data;
}

START_TEST (office_files)
{
  static const struct {
    const char *part, *xml, *blocks;
  } FILES[] = {
    { "word/document.xml",
      "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Mayor "
      "quits</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>She </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>often "
      "</w:t></w:r></w:ins>"
      "<w:r><w:t>said so.</w:t></w:r></w:p></w:body></w:document>",
      "headline|Mayor quits|Mayor quits\nparagraph|She often said so.|She often said so.\n" },
    { "content.xml",
      "<o:document-content xmlns:o=\"o\" "
      "xmlns:text=\"t\"><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
      "<text:h text:outline-level=\"1\">Dam holds</text:h><text:p>The dam<text:s/>held.</text:p></o:document-content>",
      "headline|Dam holds|Dam holds\nparagraph|The dam held.|The dam held.\n" },
  };
  g_autoptr (GByteArray) data = pack (FILES[_i].part, FILES[_i].xml);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_bytes ((const char *) data->data, data->len, BEL_INPUT_AUTO, diags);
  ck_assert_ptr_nonnull (document);
  g_autofree char *found = describe (document);
  ck_assert_str_eq (found, FILES[_i].blocks);
}
END_TEST

START_TEST (a_bomb_is_not_unpacked)
{
  g_autoptr (GString) xml = g_string_new ("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>");
  for (int i = 0; i < 2000000; i++)
    g_string_append_c (xml, 'a');
  g_string_append (xml, "</w:t></w:r></w:p></w:body></w:document>");
  g_autoptr (GByteArray) data = pack ("word/document.xml", xml->str);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_bytes ((const char *) data->data, data->len, BEL_INPUT_DOCX, diags);
  ck_assert_ptr_null (document);
  ck_assert_str_eq (bel_diags_get (diags, 0)->code, "document.archive-size");
}
END_TEST

START_TEST (formats_are_told_by_name_and_content)
{
  static const struct {
    const char *name, *bytes;
    BelInput input;
  } GUESSES[] = {
    { "a.md", "", BEL_INPUT_MARKDOWN },
    { "a.HTML", "", BEL_INPUT_HTML },
    { "-", "<!DOCTYPE html><p>x", BEL_INPUT_HTML },
    { "-", "<?xml version='1.0'?>\n<nitf>", BEL_INPUT_NITF },
    { "-", "<newsItem guid='x'>", BEL_INPUT_NEWSML },
    { "-", "{\"headline\":\"x\",\"body_text\":\"y\"}", BEL_INPUT_NINJS },
    { "-", "{curly} words", BEL_INPUT_TEXT },
    { "-", "The <nit> pick", BEL_INPUT_TEXT },
    { "a.txt", "<html>", BEL_INPUT_TEXT },
  };
  ck_assert_int_eq (bel_input_guess (GUESSES[_i].name, GUESSES[_i].bytes, strlen (GUESSES[_i].bytes)),
                    GUESSES[_i].input);
}
END_TEST

void
bel_test_document_markup (Suite *suite)
{
  TCase *tc = tcase_create ("markup");
  tcase_add_loop_test (tc, blocks_and_their_places, 0, G_N_ELEMENTS (CASES));
  tcase_add_loop_test (tc, dates_of_the_formats, 0, 6);
  tcase_add_loop_test (tc, hostile_files, 0, 7);
  tcase_add_loop_test (tc, office_files, 0, 2);
  tcase_add_test (tc, a_bomb_is_not_unpacked);
  tcase_add_loop_test (tc, formats_are_told_by_name_and_content, 0, 9);
  suite_add_tcase (suite, tc);
}
