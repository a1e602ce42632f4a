/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-syntax.h"

/* A sentence, and its names as "type: words" in order. */
static const struct {
  const char *text, *names;
} CASES[] = {
  { "The minister left on Monday.", "" },
  { "Maria Alvarez said prices rose.", "person: Maria Alvarez" },
  { "The talks in Paris failed.", "place: Paris" },
  { "He lives in New York.", "place: New York" },
  { "Iran denied it.", "place: Iran" },
  { "The Ministry of Finance denied it.", "org: Ministry of Finance" },
  { "The bridge was closed, the mayor said.", "" },
};

static char *
show_names (const BelDocument *document)
{
  const BelTokens *tokens = &document->tokens;
  GString *out = g_string_new (NULL);
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (!tokens->name[t])
      continue;
    if (tokens->name_first[t])
      g_string_append_printf (out, "%s%s:", out->len ? "; " : "", bel_name_type_name (tokens->name[t]));
    g_string_append_printf (out, " %s", bel_symbols_text (document->symbols, tokens->form[t]));
  }
  return g_string_free (out, FALSE);
}

START_TEST (names_are_found)
{
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, CASES[_i].text, strlen (CASES[_i].text), TRUE);
  g_autofree char *names = show_names (document);
  ck_assert_str_eq (names, CASES[_i].names);
}
END_TEST

/* "Halloran" alone is known from his full name, before or after it. */
START_TEST (a_surname_is_known_from_the_full_name)
{
  static const char TEXT[] = "Critics of Halloran left. Peter Halloran stayed. A vote for Halloran is due.";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, TEXT, strlen (TEXT), TRUE);
  g_autofree char *names = show_names (document);
  ck_assert_str_eq (names, "person: Halloran; person: Peter Halloran; person: Halloran");
}
END_TEST

/* A headline in capitals runs names together; the story tells which part is whose. */
START_TEST (a_full_name_is_known_in_a_headline)
{
  static const char TEXT[] = "Angry Voters Slam Maria Alvarez Over Taxes\n\nMaria Alvarez said taxes would rise. "
                             "Voters met Maria Alvarez in Paris.";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, TEXT, strlen (TEXT), TRUE);
  uint32_t n = 0;
  for (uint32_t t = 0; t + 1 < document->tokens.n; t++) {
    if (!bel_token_form_is (document, t, "maria"))
      continue;
    ck_assert_uint_eq (document->tokens.name[t], BEL_NAME_PERSON);
    ck_assert_uint_eq (document->tokens.name_first[t], 1);
    ck_assert_uint_eq (document->tokens.name[t + 1], BEL_NAME_PERSON);
    ck_assert_uint_eq (document->tokens.name_first[t + 1], 0);
    n++;
  }
  ck_assert_uint_eq (n, 3);
}
END_TEST

/* Whatever "Halden" is: it is the same throughout the story. */
START_TEST (a_name_is_of_one_type_throughout)
{
  static const char TEXT[]
      = "Halden rose 3%. The Halden board met. In Halden, Halden said it would go on. Who owns Halden?";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, TEXT, strlen (TEXT), TRUE);
  uint8_t type = BEL_NAME_NONE;
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    bool alone
        = document->tokens.name_first[t]
          && (t + 1 == document->tokens.n || !document->tokens.name[t + 1] || document->tokens.name_first[t + 1]);
    if (!alone || !bel_token_form_is (document, t, "halden"))
      continue;
    ck_assert (type == BEL_NAME_NONE || type == document->tokens.name[t]);
    type = document->tokens.name[t];
  }
  ck_assert_uint_ne (type, BEL_NAME_NONE);
}
END_TEST

START_TEST (a_name_begins_once_and_goes_on)
{
  static const char TEXT[] = "John Smith of Acme Corp. met Ana Lopez, Tom Reed and U.S. officials in Rome, Italy.";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (BelDocument) document = bel_test_parse (model, TEXT, strlen (TEXT), TRUE);
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = 0; t < tokens->n; t++) {
    ck_assert (!tokens->name_first[t] || tokens->name[t]);
    if (tokens->name[t] && !tokens->name_first[t])
      ck_assert (t > 0 && tokens->name[t - 1] == tokens->name[t]);
  }
}
END_TEST

void
bel_test_syntax_names (Suite *suite)
{
  TCase *tc = tcase_create ("names");
  tcase_add_loop_test (tc, names_are_found, 0, G_N_ELEMENTS (CASES));
  tcase_add_test (tc, a_surname_is_known_from_the_full_name);
  tcase_add_test (tc, a_full_name_is_known_in_a_headline);
  tcase_add_test (tc, a_name_is_of_one_type_throughout);
  tcase_add_test (tc, a_name_begins_once_and_goes_on);
  suite_add_tcase (suite, tc);
}
