/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-report.h"

#include "report/snippet.h"

#include <string.h>

static const char FULL[] = "Did Ana Ruiz meet Bo Lind?\n"
                           "note · dispute · polarity.denial · 91 % sure · 3f2a91bc01de\n"
                           "\n"
                           "  A  a city official (not named)                                 draft.txt:3:1\n"
                           "        3 │ Mayor Ana Ruiz met engineer Bo Lind on Monday, a city official\n"
                           "          │ ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
                           "          │ said.\n"
                           "  B  Lind's lawyer                                              draft.txt:5:27\n"
                           "        5 │ Lind's lawyer denied that the engineer met Ruiz.\n"
                           "          │                           ━━━━━━━━━━━━━━━━━━━━━\n"
                           "  -  The water board takes no side                              draft.txt:5:50\n"
                           "        5 │ The water board has neither confirmed nor denied the meeting.\n"
                           "          │ ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
                           "     why: a city official says so, and Lind's lawyer denies it\n"
                           "          both speak of one meeting\n"
                           "          it cannot have been held and not held\n"
                           "\n"
                           "1 file, 5 sentences, 2 claims: 0 errors, 0 warnings, 1 note\n";

START_TEST (text_quotes_both_places)
{
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  g_autofree char *text = sample_write (&sample, "text");
  ck_assert_str_eq (text, FULL);
}
END_TEST

START_TEST (embargoed_text_is_nowhere)
{
  static const char *const FORMATS[] = { "text",   "concise", "json",  "html",       "sarif", "github",
                                         "gitlab", "rdjson",  "junit", "checkstyle", "csv",   "markdown" };
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  sample.report.snippets = false;
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++) {
    g_autofree char *text = sample_write (&sample, FORMATS[i]);
    ck_assert_msg (!strstr (text, "Ruiz") && !strstr (text, "lawyer"), "%s shows the draft: %s", FORMATS[i], text);
    ck_assert_ptr_nonnull (strstr (text, "3f2a91bc01de"));
  }
}
END_TEST

START_TEST (concise_is_one_line_a_conflict)
{
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  g_autofree char *text = sample_write (&sample, "concise");
  ck_assert_str_eq (
      text, "draft.txt:3:1: note: a city official says so, and Lind's lawyer denies it (against draft.txt:5:27) "
            "[polarity.denial] 3f2a91bc01de\n");
}
END_TEST

/* No row is wider than asked for, whatever the width, and colours come in pairs. */
START_TEST (rows_keep_to_the_width)
{
  static const uint32_t WIDTHS[] = { 40, 55, 78, 100, 200 };
  g_auto (Sample) sample = { 0 };
  sample_init_hostile (&sample, WIDTHS[_i]);
  g_autofree char *text = sample_write (&sample, "text");
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  for (guint i = 0; rows[i]; i++)
    if (strstr (rows[i], "│"))
      ck_assert_msg (bel_text_columns (rows[i], strlen (rows[i])) <= WIDTHS[_i], "wide: %s", rows[i]);
}
END_TEST

START_TEST (nothing_of_a_draft_controls_the_terminal)
{
  g_auto (Sample) sample = { 0 };
  sample_init_hostile (&sample, 78);
  sample.findings->conflicts.items[0].a.span = sample.document->sentences.items[2].span;
  sample.findings->disputes.items[0].parties.items[0].claim.span = sample.document->sentences.items[2].span;
  static const char *const FORMATS[] = { "text", "concise" };
  for (guint f = 0; f < G_N_ELEMENTS (FORMATS); f++) {
    g_autofree char *text = sample_write (&sample, FORMATS[f]);
    ck_assert_ptr_null (strchr (text, '\033'));
    ck_assert_ptr_null (strchr (text, '\r'));
    ck_assert_ptr_null (strstr (text, "\xE2\x80\xAE"));
    ck_assert_ptr_nonnull (strstr (text, "\\u{1b}[31m"));
  }
}
END_TEST

START_TEST (colours_are_closed)
{
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  sample.report.color = true;
  g_autofree char *text = sample_write (&sample, "text");
  int open = 0;
  for (const char *p = text; (p = strchr (p, '\033')); p++)
    open += g_str_has_prefix (p, "\033[0m") ? -1 : 1;
  ck_assert_int_eq (open, 0);
  ck_assert_ptr_nonnull (strstr (text, "\033[38;5;33m"));
}
END_TEST

START_TEST (accepted_disputes_are_only_counted)
{
  g_auto (Sample) sample = { 0 };
  sample_init (&sample, 78);
  sample.findings->conflicts.items[0].suppressed = true;
  sample.findings->counts[BEL_SEVERITY_NOTE] = 0;
  sample.findings->suppressed = 1;
  g_autofree char *text = sample_write (&sample, "text");
  ck_assert_str_eq (text, "1 file, 5 sentences, 2 claims: no two accounts exclude each other, 1 accepted\n");
}
END_TEST

void
bel_test_report_text (Suite *suite)
{
  TCase *tc = tcase_create ("text");
  tcase_add_test (tc, text_quotes_both_places);
  tcase_add_test (tc, embargoed_text_is_nowhere);
  tcase_add_test (tc, concise_is_one_line_a_conflict);
  tcase_add_loop_test (tc, rows_keep_to_the_width, 0, 5);
  tcase_add_test (tc, nothing_of_a_draft_controls_the_terminal);
  tcase_add_test (tc, colours_are_closed);
  tcase_add_test (tc, accepted_disputes_are_only_counted);
  suite_add_tcase (suite, tc);
}
