/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-syntax.h"

#include <stdlib.h>

BelModel *
bel_test_model (void)
{
  g_autoptr (GError) error = NULL;
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "models", "english.bel", NULL);
  BelModel *model = bel_model_open (path, &error);
  ck_assert_msg (model != NULL, "%s", error ? error->message : "");
  return model;
}

BelDocument *
bel_test_parse (const BelModel *model, const char *text, gsize n_bytes, gboolean annotate)
{
  g_autoptr (GBytes) with_nul = g_bytes_new_take (g_strndup ("", n_bytes), n_bytes + 1);
  memcpy ((char *) g_bytes_get_data (with_nul, NULL), text, n_bytes);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (with_nul, 0, n_bytes);
  BelDocument *document = bel_document_new (NULL, "test", bytes);
  bel_syntax_segment (model, document, NULL);
  if (annotate)
    bel_syntax_annotate (model, document);
  return document;
}

int
main (void)
{
  Suite *suite = suite_create ("syntax");
  bel_test_syntax_tokens (suite);
  bel_test_syntax_model (suite);
  bel_test_syntax_morph (suite);
  bel_test_syntax_names (suite);
  bel_test_syntax_hostile (suite);
  bel_test_syntax_trees (suite);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
