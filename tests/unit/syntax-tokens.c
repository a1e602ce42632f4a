/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* fixtures/tokens/: a text, and the sentences and words it is to be split into. */
#include "test-syntax.h"

static const char *const FILES[] = { "abbreviations.txt", "quotes.txt", "words.txt" };

static char *
read_fixture (const char *name)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "fixtures", "tokens", name, NULL);
  char *text = NULL;
  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "cannot read %s", path);
  return text;
}

/* One line a sentence; words of one surface token are joined by "|". */
static char *
show_words (const BelDocument *document)
{
  const BelTokens *tokens = &document->tokens;
  GString *out = g_string_new (NULL);
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
      if (t > sentence->first_token)
        g_string_append_c (out, tokens->mwt[t] == 0 ? '|' : ' ');
      g_string_append (out, bel_symbols_text (document->symbols, tokens->form[t]));
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

/* Splits "=== name ===\ntext\n---\nexpected\n" at the next "\n=== ". Returns: where the next case begins, or NULL. */
static const char *
next_case (const char *at, char **name, char **text, char **expected)
{
  const char *begin = g_str_has_prefix (at, "=== ") ? at : strstr (at, "\n=== ");
  if (!begin)
    return NULL;
  begin = strstr (begin, "=== ") + 4;
  const char *name_end = strstr (begin, " ===\n"), *middle = strstr (begin, "\n---\n");
  ck_assert (name_end && middle && name_end < middle);
  const char *end = strstr (middle, "\n=== ");
  end = end ? end : middle + strlen (middle);
  *name = g_strndup (begin, (gsize) (name_end - begin));
  *text = g_strndup (name_end + 5, (gsize) (middle - name_end - 5));
  *expected = g_strchomp (g_strndup (middle + 5, (gsize) (end - middle - 5)));
  return end;
}

START_TEST (texts_are_split_as_expected)
{
  g_autoptr (BelModel) model = bel_test_model ();
  g_autofree char *fixture = read_fixture (FILES[_i]);
  g_autoptr (GString) wrong = g_string_new (NULL);
  char *name, *text, *expected;
  guint n = 0;
  for (const char *at = fixture; (at = next_case (at, &name, &text, &expected)); n++) {
    g_autoptr (BelDocument) document = bel_test_parse (model, text, strlen (text), FALSE);
    g_autofree char *words = g_strchomp (show_words (document));
    if (!g_str_equal (words, expected))
      g_string_append_printf (wrong, "\n=== %s ===\n%s\n--- not\n%s\n", name, expected, words);
    g_free (name);
    g_free (text);
    g_free (expected);
  }
  ck_assert_uint_gt (n, 10);
  ck_assert_msg (wrong->len == 0, "%s: %s", FILES[_i], wrong->str);
}
END_TEST

/* Words lie in order, within their sentence and block, do not overlap, and between them is only white space. */
static void
check_cover (const BelDocument *document)
{
  uint32_t at = 0;
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    BelSpan span = document->tokens.span[t];
    const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[t]];
    ck_assert_uint_ge (span.start, at);
    ck_assert (!bel_span_is_empty (span) && bel_span_contains (sentence->span, span));
    ck_assert (bel_span_contains (document->blocks.items[sentence->block].span, span));
    for (; at < span.start; at++)
      ck_assert_msg (g_ascii_isspace (document->text[at]), "byte %u is in no word", at);
    at = span.end;
  }
}

START_TEST (spans_are_exact)
{
  static const char TEXT[] = "  “It’s 10 a.m. in São Paulo,” O’Neil said.\r\n\r\nThe E.U. can’t…  agree\tnow.\n";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, TEXT, strlen (TEXT), FALSE);
  check_cover (document);
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    BelSpan span = document->tokens.span[t];
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[t]);
    ck_assert_uint_eq (strlen (form), bel_span_length (span));
    ck_assert (memcmp (form, bel_document_text (document, span), bel_span_length (span)) == 0);
  }
  ck_assert_uint_eq (document->sentences.n, 2);
}
END_TEST

START_TEST (blocks_end_sentences)
{
  static const char TEXT[] = "Talks fail in Geneva The talks ended";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  bel_document_add_block (document, BEL_BLOCK_HEADLINE, BEL_SPAN (0, 20));
  bel_document_add_block (document, BEL_BLOCK_PARAGRAPH, BEL_SPAN (21, 36));
  bel_syntax_segment (model, document, NULL);
  ck_assert_uint_eq (document->sentences.n, 2);
  ck_assert_uint_eq (document->sentences.items[1].block, 1);
  ck_assert_uint_eq (document->blocks.items[1].first_sentence, 1);
}
END_TEST

START_TEST (text_that_no_block_covers_is_kept)
{
  static const char TEXT[] = "____\nOne sentence.\n=====\n";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  bel_document_add_block (document, BEL_BLOCK_PARAGRAPH, BEL_SPAN (5, 18));
  bel_syntax_segment (model, document, NULL);
  check_cover (document);
  ck_assert_uint_eq (document->blocks.n, 3);
  ck_assert (!bel_block_has_claims (document->blocks.items[0].kind));
  ck_assert (bel_block_has_claims (document->blocks.items[1].kind));
}
END_TEST

void
bel_test_syntax_tokens (Suite *suite)
{
  TCase *tc = tcase_create ("tokens");
  tcase_add_loop_test (tc, texts_are_split_as_expected, 0, G_N_ELEMENTS (FILES));
  tcase_add_test (tc, spans_are_exact);
  tcase_add_test (tc, blocks_end_sentences);
  tcase_add_test (tc, text_that_no_block_covers_is_kept);
  suite_add_tcase (suite, tc);
}
