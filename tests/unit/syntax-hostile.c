/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Text nobody would write: random bytes, one word of a megabyte, a sentence without end. */
#include "test-syntax.h"

#include "base/limits.h"

#include <time.h>

static uint32_t
next_random (uint64_t *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t) (*state >> 33);
}

/* Whatever comes in: words in order, trees without circles, one root or more a sentence. */
static void
check_sound (const BelDocument *document)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t at = 0, n = 0;
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    ck_assert_uint_gt (sentence->n_tokens, 0);
    ck_assert_uint_le (sentence->n_tokens, BEL_LIMIT_SENTENCE_TOKENS);
    ck_assert_uint_eq (sentence->first_token, n);
    ck_assert_uint_ne (tokens->mwt[n], 0);
    n += sentence->n_tokens;
  }
  ck_assert_uint_eq (n, tokens->n);
  for (uint32_t t = 0; t < tokens->n; t++) {
    ck_assert_uint_ge (tokens->span[t].start, at);
    ck_assert_uint_gt (tokens->span[t].end, tokens->span[t].start);
    ck_assert_uint_le (bel_span_length (tokens->span[t]), BEL_LIMIT_TOKEN_BYTES);
    ck_assert (tokens->head[t] == BEL_NONE || tokens->sentence[tokens->head[t]] == tokens->sentence[t]);
    uint32_t up = t, steps = 0;
    while (up != BEL_NONE && steps++ <= tokens->n)
      up = tokens->head[up];
    ck_assert_uint_eq (up, BEL_NONE);
    at = tokens->span[t].end;
  }
}

START_TEST (any_bytes_are_survived)
{
  g_autoptr (BelModel) model = bel_test_model ();
  uint64_t state = (uint64_t) _i + 1;
  for (int round = 0; round < 20; round++) {
    char text[600];
    gsize n = next_random (&state) % sizeof text;
    for (gsize i = 0; i < n; i++)
      text[i] = (char) next_random (&state);
    g_autoptr (BelDocument) document = bel_test_parse (model, text, n, TRUE);
    check_sound (document);
  }
}
END_TEST

/* Made of the pieces that rules and classifiers look for, in any order. */
START_TEST (any_text_is_survived)
{
  static const char *const PIECES[] = {
    "U.S.",
    "Mr",
    ".",
    "...",
    "’",
    "'s",
    "n't",
    "“",
    "”",
    "\"",
    "'",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "said",
    "She",
    "10",
    ",",
    "-",
    "—",
    "(",
    ")",
    "http://",
    "@",
    "#",
    "e\xCC\x81",
    "\xE2\x80\x8D",
    "\xF0\x9F\x98\x80",
    "ß",
    "İ",
    "Ω",
    "دو",
    "中文",
    "1/2",
    "\xEF\xBB\xBF",
    "\xC2\xA0",
    "\r",
    "\t",
    "\xC2\xAD",
    "not",
    "cannot",
    "A",
    "$",
    "%",
    "?!",
    "\xFF",
  };
  g_autoptr (BelModel) model = bel_test_model ();
  uint64_t state = (uint64_t) _i + 100;
  for (int round = 0; round < 20; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    for (uint32_t n = next_random (&state) % 120; n > 0; n--)
      g_string_append (text, PIECES[next_random (&state) % G_N_ELEMENTS (PIECES)]);
    g_autoptr (BelDocument) document = bel_test_parse (model, text->str, text->len, TRUE);
    check_sound (document);
  }
}
END_TEST

START_TEST (long_texts_are_cut_and_said_so)
{
  static const struct {
    const char *name, *piece, *code;
    guint n_times;
  } CASES[] = {
    { "a megabyte without a space", "a", "syntax.token-cut", 1u << 20 },
    { "a sentence without end", "word, ", "syntax.sentence-cut", 2000 },
    { "clitics all over", "it's ", "syntax.sentence-cut", 3000 },
    { "a megabyte of full stops", ".", "syntax.token-cut", 1u << 20 },
    { "a megabyte of hyphens and letters", "a-", "syntax.token-cut", 1u << 19 },
  };
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < CASES[_i].n_times; i++)
    g_string_append (text, CASES[_i].piece);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  clock_t start = clock ();
  bel_syntax_segment (model, document, diags);
  ck_assert_msg (clock () - start < 20 * CLOCKS_PER_SEC, "%s takes too long", CASES[_i].name);
  check_sound (document);
  gboolean said = FALSE;
  for (guint i = 0; i < bel_diags_count (diags); i++)
    said |= g_str_equal (bel_diags_get (diags, i)->code, CASES[_i].code);
  ck_assert_msg (said, "%s: no %s", CASES[_i].name, CASES[_i].code);
}
END_TEST

/* A block of more than a megabyte is split in turns, and no word is cut or lost where one turn ends. */
START_TEST (long_blocks_are_split_in_turns)
{
  static const char SENTENCE[] = "The minister denied it. ";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (GString) text = g_string_new (NULL);
  uint32_t n = 3 * BEL_LIMIT_SEGMENT_BYTES / (sizeof SENTENCE - 1);
  for (uint32_t i = 0; i < n; i++)
    g_string_append (text, SENTENCE);
  g_autoptr (BelDocument) document = bel_test_parse (model, text->str, text->len, FALSE);
  check_sound (document);
  ck_assert_uint_eq (document->tokens.n, 5 * n);
  ck_assert_uint_ge (document->sentences.n, n);
  ck_assert_uint_le (document->sentences.n, n + 3);
}
END_TEST

START_TEST (nothing_is_no_sentence)
{
  static const char *const CASES[] = { "", " \n\t ", "\n\n\n", "\xEF\xBB\xBF" };
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, CASES[_i], strlen (CASES[_i]), TRUE);
  ck_assert_uint_eq (document->sentences.n, 0);
  ck_assert_uint_eq (document->tokens.n, 0);
}
END_TEST

void
bel_test_syntax_hostile (Suite *suite)
{
  TCase *tc = tcase_create ("hostile");
  tcase_set_timeout (tc, 120);
  tcase_add_loop_test (tc, any_bytes_are_survived, 0, 10);
  tcase_add_loop_test (tc, any_text_is_survived, 0, 10);
  tcase_add_loop_test (tc, long_texts_are_cut_and_said_so, 0, 5);
  tcase_add_test (tc, long_blocks_are_split_in_turns);
  tcase_add_loop_test (tc, nothing_is_no_sentence, 0, 4);
  suite_add_tcase (suite, tc);
}
