/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

BelProgram *
bel_test_program (const char *text)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  BelProgram *program = bel_program_load_text ("test.belie", text, strlen (text), NULL, diags, &error);
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *shown = bel_diag_format (bel_diags_get (diags, i));
    fprintf (stderr, "%s", shown);
  }
  ck_assert_msg (program != NULL, "%s", error ? error->message : "");
  return program;
}

int
main (void)
{
  Suite *suite = suite_create ("rule");
  rule_words_tests (suite);
  rule_load_tests (suite);
  rule_image_tests (suite);
  rule_claim_tests (suite);
  rule_conflict_tests (suite);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
