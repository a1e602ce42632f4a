/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-parser.h"

#include <stdlib.h>

int
main (void)
{
  Suite *suite = suite_create ("parser");
  bel_test_parser_model (suite);
  bel_test_parser_kernels (suite);
  bel_test_parser_tree (suite);
  bel_test_parser_run (suite);
  bel_test_parser_gradient (suite);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
