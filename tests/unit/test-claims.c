/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Every file of fixtures/claims is a test: its sentences are parsed and read as a draft's would be. */
#include "claims-corpus.h"

#include <stdio.h>
#include <stdlib.h>

static int
compare_names (const void *a, const void *b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
corpus_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

int
main (int argc, char **argv)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *folder = g_build_filename (source ? source : ".", "fixtures", "claims", NULL);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelEngine) engine = bel_engine_new (source ? source : ".", diags, &error);
  if (!engine) {
    printf ("Bail out! %s\n", error->message);
    return EXIT_FAILURE;
  }
  g_autoptr (GPtrArray) files = corpus_files (folder);
  int bad = 0;
  printf ("1..%u\n", files->len);
  for (guint i = 0; i < files->len; i++) {
    guint n_cases;
    if (argc > 1 && !g_strrstr (files->pdata[i], argv[1]))
      continue;
    GString *faults = bel_corpus_run (engine, files->pdata[i], &n_cases);
    g_autofree char *name = g_path_get_basename (files->pdata[i]);
    printf ("%s%s %u - %s, %u cases\n", faults->str, faults->len || !n_cases ? "not ok" : "ok", i + 1, name, n_cases);
    bad += faults->len || !n_cases;
    g_string_free (faults, TRUE);
  }
  return bad || !files->len ? EXIT_FAILURE : EXIT_SUCCESS;
}
