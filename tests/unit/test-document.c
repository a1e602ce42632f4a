/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-document.h"

#include <stdlib.h>

int
main (void)
{
  Suite *suite = suite_create ("document");
  bel_test_document_conllu (suite);
  bel_test_document_markup (suite);
  bel_test_document_tags (suite);
  bel_test_document_text (suite);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
