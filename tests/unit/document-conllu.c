/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/conllu.h"

#include "test-document.h"

#define ROW(id, form, head, dep, misc) id "\t" form "\t_\tNOUN\tNN\t_\t" head "\t" dep "\t_\t" misc "\n"

static BelDocument *
read_text (const char *text, BelConlluKeep keep, BelDiags *diags)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text) + 1);
  g_autoptr (GBytes) without_nul = g_bytes_new_from_bytes (bytes, 0, strlen (text));
  BelDocument *document = bel_document_new (NULL, "test.conllu", without_nul);
  bel_conllu_read (document, keep, diags);
  return document;
}

START_TEST (what_was_read_is_written)
{
  const char *input = "# sent_id = s-1\n"
                      "# text = Ana didn’t go.\n"
                      "1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_\n"
                      "2-3\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_\n"
                      "2\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t4\taux\t_\t_\n"
                      "3\tn’t\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n"
                      "3.1\tnothing\t_\t_\t_\t_\t_\t_\t_\t_\n"
                      "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
                      "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n";
  const char *expected = "# sent_id = s-1\n"
                         "# text = Ana didn’t go.\n"
                         "1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tSpan=25:28\n"
                         "2-3\tdidn’t\t_\t_\t_\t_\t_\t_\t_\tSpan=29:37\n"
                         "2\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t4\taux\t_\tSpan=29:32\n"
                         "3\tn’t\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\tSpan=32:37\n"
                         "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No|Span=38:40\n"
                         "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpan=40:41\n\n";
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_text (input, BEL_CONLLU_ALL, diags);
  g_autoptr (GString) out = g_string_new (NULL);
  bel_conllu_write (document, out);
  ck_assert_str_eq (out->str, expected);
  ck_assert_uint_eq (bel_diags_count (diags), 0);
  ck_assert_uint_eq (document->tokens.mwt[1], 2);
  ck_assert_uint_eq (document->tokens.mwt[2], 0);
}
END_TEST

START_TEST (text_is_made_of_forms_when_it_is_not_given)
{
  const char *input = ROW ("1", "Rain", "2", "nsubj", "_") ROW ("2", "fell", "0", "root", "SpaceAfter=No")
      ROW ("3", ".", "2", "punct", "_") "\n# newpar\n# text = something else\n" ROW ("1", "Sun", "0", "root", "_");
  g_autoptr (BelDocument) document = read_text (input, BEL_CONLLU_WORDS, NULL);
  ck_assert_str_eq (document->text, "Rain fell.\n\nSun");
  ck_assert_uint_eq (document->blocks.n, 2);
  ck_assert_uint_eq (document->blocks.items[1].first_sentence, 1);
  ck_assert_uint_eq (document->sentences.n, 2);
  ck_assert_uint_eq (document->tokens.head[0], BEL_NONE);
  BelSpan source = bel_document_source_span (document, document->tokens.span[1]);
  ck_assert (strncmp (input + source.start, "fell", bel_span_length (source)) == 0);
  source = bel_document_source_span (document, document->tokens.span[3]);
  ck_assert (strncmp (input + source.start, "Sun", bel_span_length (source)) == 0);
}
END_TEST

/* "ya" for "do you", "cannot" for "can not": parts in order, within the token, together all of it. */
START_TEST (parts_of_a_token_stay_within_it)
{
  static const char *const CASES[] = {
    "1-2\tya\t_\t_\t_\t_\t_\t_\t_\t_\n" ROW ("1", "do", "0", "root", "_") ROW ("2", "you", "1", "nsubj", "_"),
    "1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n" ROW ("1", "can", "0", "root", "_") ROW ("2", "not", "1", "advmod", "_"),
    "1-2\té\t_\t_\t_\t_\t_\t_\t_\t_\n" ROW ("1", "e", "0", "root", "_") ROW ("2", "t", "1", "cc", "_"),
  };
  g_autoptr (BelDocument) document = read_text (CASES[_i], BEL_CONLLU_ALL, NULL);
  const BelSpan *span = document->tokens.span;
  ck_assert_uint_eq (document->tokens.n, 2);
  ck_assert_uint_eq (span[0].start, 0);
  ck_assert_uint_eq (span[0].end, span[1].start);
  ck_assert_uint_eq (span[1].end, document->n_text);
  ck_assert (g_utf8_validate (document->text, span[0].end, NULL));
}
END_TEST

START_TEST (broken_sentences_are_said_and_passed_over)
{
  static const struct {
    const char *name, *input, *message;
  } CASES[] = {
    { "columns", "1\tfew\tcolumns\n", "expected 10 columns parted by tabs" },
    { "empty column", "1\t\t_\tX\tXX\t_\t0\troot\t_\t_\n", "expected 10 columns parted by tabs" },
    { "number", ROW ("2", "two", "0", "root", "_"), "expected the word number 1, found '2'" },
    { "range", "3-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", "expected the word number 1, found '3-2'" },
    { "head", ROW ("1", "one", "7", "obj", "_"), "expected the number of a word of this sentence, or 0" },
    { "no head", ROW ("1", "one", "_", "_", "_"), "expected the number of a word of this sentence, or 0" },
    { "circle", ROW ("1", "a", "2", "obj", "_") ROW ("2", "b", "1", "obj", "_"), "the heads go in a circle" },
  };
  g_autofree char *input = g_strconcat (CASES[_i].input, "\n", ROW ("1", "Fine", "0", "root", "_"), NULL);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_text (input, BEL_CONLLU_ALL, diags);
  ck_assert_uint_eq (bel_diags_count (diags), 1);
  g_autofree char *expected = g_strconcat (CASES[_i].message, "; the sentence is passed over", NULL);
  ck_assert_str_eq (bel_diags_get (diags, 0)->message, expected);
  ck_assert_uint_eq (document->sentences.n, 1);
  ck_assert_str_eq (document->text, "Fine");
}
END_TEST

START_TEST (bytes_that_are_not_text_are_refused)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = read_text ("1\t\xFF\t_\n", BEL_CONLLU_WORDS, diags);
  ck_assert_uint_eq (document->sentences.n, 0);
  ck_assert_uint_eq (bel_diags_count_at_least (diags, BEL_SEVERITY_ERROR), 1);
}
END_TEST

void
bel_test_document_conllu (Suite *suite)
{
  TCase *tc = tcase_create ("conllu");
  tcase_add_test (tc, what_was_read_is_written);
  tcase_add_test (tc, text_is_made_of_forms_when_it_is_not_given);
  tcase_add_loop_test (tc, parts_of_a_token_stay_within_it, 0, 3);
  tcase_add_loop_test (tc, broken_sentences_are_said_and_passed_over, 0, 7);
  tcase_add_test (tc, bytes_that_are_not_text_are_refused);
  suite_add_tcase (suite, tc);
}
