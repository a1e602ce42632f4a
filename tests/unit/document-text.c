/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Plain text: what becomes a paragraph, and what each paragraph is. */
#include "test-document.h"

#include "document/metadata.h"
#include "document/reader.h"
#include "document/wire.h"

#include <string.h>

static BelDocument *
document_of (const char *text, gsize n)
{
  g_autofree char *copy = g_malloc (n + 1);
  memcpy (copy, text, n);
  copy[n] = 0;
  g_autoptr (GBytes) whole = g_bytes_new_take (g_steal_pointer (&copy), n + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n);
  return bel_document_new (NULL, "draft.txt", bytes);
}

/* Each block on a line: its kind, its text, line ends shown as "/". */
static char *
blocks_of (const BelDocument *document)
{
  GString *out = g_string_new (NULL);
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    const BelBlock *block = &document->blocks.items[i];
    g_autofree char *text = g_strndup (bel_document_text (document, block->span), bel_span_length (block->span));
    g_strdelimit (text, "\r\n", '/');
    g_string_append_printf (out, "%s: %s\n", bel_block_kind_name (block->kind), text);
  }
  return g_string_free (out, FALSE);
}

static const struct {
  const char *text;
  const char *blocks;
} TEXTS[] = {
  { "One sentence only.", "paragraph: One sentence only.\n" },
  { "no stop at the end", "paragraph: no stop at the end\n" },
  { "A short line with no body", "paragraph: A short line with no body\n" },
  /* line ends and marks */
  { "\xEF\xBB\xBFOne.\r\n\r\nTwo.\r\n", "paragraph: One.\nparagraph: Two.\n" },
  { "One.\r\rTwo.\r", "paragraph: One.\nparagraph: Two.\n" },
  { "  One.  \n \t \n\xC2\xA0Two.", "paragraph: One.\nparagraph: Two.\n" },
  /* one paragraph a line, however short the lines */
  { "The dam held.\nThe road did not.\n", "paragraph: The dam held.\nparagraph: The road did not.\n" },
  { "The mayor of the town said on Tuesday that the dam had held through the night.\n"
    "Crews of the water board had watched it for three days without a rest, she said.\n"
    "Nobody was hurt.\n",
    "paragraph: The mayor of the town said on Tuesday that the dam had held through the night.\n"
    "paragraph: Crews of the water board had watched it for three days without a rest, she said.\n"
    "paragraph: Nobody was hurt.\n" },
  /* wrapped */
  { "The mayor of the town said on Tuesday that the dam\nhad held through the night. Crews watched it for "
    "three\ndays.\n",
    "paragraph: The mayor of the town said on Tuesday that the dam/had held through the night. Crews watched it for "
    "three"
    "/days.\n" },
  { "The mayor said on Tuesday that the dam near Nesbyen\nand that of Gol had held. Nobody was hurt in either\ntown.\n"
    "Crews of the water board will stay until the weekend\nto watch the walls.\n",
    "paragraph: The mayor said on Tuesday that the dam near Nesbyen/and that of Gol had held. Nobody was hurt in either"
    "/town.\n"
    "paragraph: Crews of the water board will stay until the weekend/to watch the walls.\n" },
  { "It was late,\nand the ferry\nhad gone.", "paragraph: It was late,/and the ferry/had gone.\n" },
  /* headline, byline, date */
  { "Dam holds as river rises\n\nThe dam held.\n", "headline: Dam holds as river rises\nparagraph: The dam held.\n" },
  { "Will the dam hold?\nThe dam held.\n", "headline: Will the dam hold?\nparagraph: The dam held.\n" },
  { "The dam held.\n\nThe road did not.\n", "paragraph: The dam held.\nparagraph: The road did not.\n" },
  { "Dam holds\nBy Ana Ruiz\n\nThe dam held.\n",
    "headline: Dam holds\nbyline: By Ana Ruiz\nparagraph: The dam held.\n" },
  { "By nightfall the river had risen to the bridge.\n\nThe dam held.\n",
    "paragraph: By nightfall the river had risen to the bridge.\nparagraph: The dam held.\n" },
  { " date 2023-03-18 \n\nThe dam held.\n", "meta: date 2023-03-18\nparagraph: The dam held.\n" },
  { "Dam holds\nPublished: March 18, 2023 10:30 CET\nThe dam held.\n",
    "headline: Dam holds\nmeta: Published: March 18, 2023 10:30 CET\nparagraph: The dam held.\n" },
  { "The dam held.\n\nMarch 18, 2023\n\nIt rained.\n",
    "paragraph: The dam held.\nsubhead: March 18, 2023\nparagraph: It rained.\n" },
  /* front matter and header fields */
  { "---\ntitle: \"Dam holds\"\ndate: 2023-03-18\ntags: [river]\n---\n\nThe dam held.\n",
    "headline: Dam holds\nparagraph: The dam held.\n" },
  { "Slug: dam\nHeadline: Dam holds\n\nThe dam held.\n", "headline: Dam holds\nparagraph: The dam held.\n" },
  { "---\nThe dam held.\n", "paragraph: The dam held.\n" },
  { "Witnesses: the dam held.\n", "paragraph: Witnesses: the dam held.\n" },
  /* datelines */
  { "OSLO (Nordwire) \xE2\x80\x94 The dam held.\n",
    "dateline: OSLO (Nordwire) \xE2\x80\x94\nparagraph: The dam held.\n" },
  { "PALM BEACH, Fla. \xE2\x80\x94 The dam held.\n",
    "dateline: PALM BEACH, Fla. \xE2\x80\x94\nparagraph: The dam held.\n" },
  { "Bergen, Norway (NP) - The dam held.\n", "dateline: Bergen, Norway (NP) -\nparagraph: The dam held.\n" },
  { "OSLO -- The dam held.\n", "dateline: OSLO --\nparagraph: The dam held.\n" },
  { "(NPB)The dam held.\n", "dateline: (NPB)\nparagraph: The dam held.\n" },
  { "(Nordic Press) -- The dam held.\n", "dateline: (Nordic Press) --\nparagraph: The dam held.\n" },
  /* what looks like one and is none */
  { "Lund \xE2\x80\x94 Ruiz's deputy \xE2\x80\x94 said the dam held.\n",
    "paragraph: Lund \xE2\x80\x94 Ruiz's deputy \xE2\x80\x94 said the dam held.\n" },
  { "NATO \xE2\x80\x94 the alliance \xE2\x80\x94 met.\n",
    "paragraph: NATO \xE2\x80\x94 the alliance \xE2\x80\x94 met.\n" },
  { "(Ruiz declined to say more.) The dam held.\n", "paragraph: (Ruiz declined to say more.) The dam held.\n" },
  { "MID-MARCH RAINS came early.\n", "paragraph: MID-MARCH RAINS came early.\n" },
  /* subheads, lists, rules of asterisks */
  { "The dam held.\n\nWhat comes next\n\nMore rain.\n",
    "paragraph: The dam held.\nsubhead: What comes next\nparagraph: More rain.\n" },
  { "= The dam =\n\nIt held.\n\n= = What comes next = =\n\nMore rain.\n",
    "headline: The dam\nparagraph: It held.\nsubhead: What comes next\nparagraph: More rain.\n" },
  { "The dam held.\n\n* * *\n\nMore rain.\n", "paragraph: The dam held.\nparagraph: More rain.\n" },
  { "The council agreed:\n- The dam stays.\n- The road goes.\n",
    "paragraph: The council agreed:\nlist-item: - The dam stays.\nlist-item: - The road goes.\n" },
};

START_TEST (text_becomes_blocks)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = document_of (TEXTS[_i].text, strlen (TEXTS[_i].text));
  ck_assert (bel_document_read (document, BEL_INPUT_TEXT, diags, NULL));
  g_autofree char *blocks = blocks_of (document);
  ck_assert_str_eq (blocks, TEXTS[_i].blocks);
  ck_assert_uint_eq (bel_diags_count (diags), 0);
}
END_TEST

START_TEST (metadata_is_kept)
{
  const char *text
      = "Slug: dam-2\n\nPublished Sat., March 18, 2023\n\nPALM BEACH, Fla. (NP) \xE2\x80\x94 The dam held.\n";
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = document_of (text, strlen (text));
  ck_assert (bel_document_read (document, BEL_INPUT_AUTO, diags, NULL));
  ck_assert_str_eq (document->story, "dam-2");
  ck_assert_str_eq (document->place, "PALM BEACH");
  ck_assert_int_eq (document->date, 19434); /* date -ud 2023-03-18 +%s / 86400 */
}
END_TEST

static const struct {
  const char *text;
  BelDay day;
} DATES[] = {
  { "2023-03-18", 19434 },
  { "2023/03/18", 19434 },
  { "2023-03-18T08:00:00+01:00", 19434 },
  { "March 18, 2023", 19434 },
  { "MAR. 18, 2023", 19434 },
  { "18 march 2023", 19434 },
  { "Saturday, March 18, 2023, 10:30 a.m.", 19434 },
  { "Sept. 9, 2001", 11574 },
  { "1969-12-31", -1 },
  { "March 32, 2023", BEL_DAY_NONE },
  { "Feb. 29, 2023", BEL_DAY_NONE },
  { "Ma 18, 2023", BEL_DAY_NONE },
  { "March 18", BEL_DAY_NONE },
  { "March 18, 2023 was wet", BEL_DAY_NONE },
  { "2023-03-188", BEL_DAY_NONE },
  { "", BEL_DAY_NONE },
};

START_TEST (dates_are_read_whole_or_not_at_all)
{
  BelDay day = BEL_DAY_NONE;
  gboolean found = bel_date_parse (DATES[_i].text, strlen (DATES[_i].text), &day);
  ck_assert_int_eq (found, DATES[_i].day != BEL_DAY_NONE);
  ck_assert_int_eq (day, DATES[_i].day);
}
END_TEST

static const struct {
  const char *bytes;
  gsize n;
  const char *code;
  uint32_t line1, column1;
} BROKEN[] = {
  { "", 0, "document.empty", 0, 0 },
  { " \n\xEF\xBB\xBF", 2, "document.empty", 0, 0 },
  { "\xEF\xBB\xBF\n", 4, "document.empty", 0, 0 },
  { "one\ntw\0o", 8, "document.nul", 2, 3 },
  { "caf\xE9 au lait", 11, "document.utf8", 1, 4 },
  { "one\n\xED\xA0\x80", 7, "document.utf8", 2, 1 },
};

START_TEST (what_is_no_text_is_said)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDocument) document = document_of (BROKEN[_i].bytes, BROKEN[_i].n);
  ck_assert (!bel_document_read (document, BEL_INPUT_AUTO, diags, &error));
  ck_assert (g_error_matches (error, BEL_DOCUMENT_ERROR, BEL_DOCUMENT_ERROR_UNUSABLE));
  ck_assert_uint_eq (bel_diags_count (diags), 1);
  const BelDiag *diag = bel_diags_get (diags, 0);
  ck_assert_str_eq (diag->code, BROKEN[_i].code);
  ck_assert_uint_eq (diag->line1, BROKEN[_i].line1);
  ck_assert_uint_eq (diag->col_chars1, BROKEN[_i].column1);
}
END_TEST

void
bel_test_document_text (Suite *suite)
{
  TCase *tc = tcase_create ("text");
  tcase_add_loop_test (tc, text_becomes_blocks, 0, G_N_ELEMENTS (TEXTS));
  tcase_add_test (tc, metadata_is_kept);
  tcase_add_loop_test (tc, dates_are_read_whole_or_not_at_all, 0, G_N_ELEMENTS (DATES));
  tcase_add_loop_test (tc, what_is_no_text_is_said, 0, G_N_ELEMENTS (BROKEN));
  suite_add_tcase (suite, tc);
}
