/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Every file of fixtures/claims, values, entities and attribution is a test: its texts are parsed and read as a draft's would be. */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_names (const void *a, const void *b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static const BelCorpusKind KINDS[] = {
  { "claims", bel_corpus_claims_hold, bel_corpus_claims_show },
  { "values", bel_corpus_values_hold, bel_corpus_values_show },
  { "entities", bel_corpus_entities_hold, bel_corpus_entities_show },
  { "attribution", bel_corpus_voices_hold, bel_corpus_voices_show },
};

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

/* Returns: how many files do not hold. */
static int
run_folder (const BelEngine *engine, const char *source, const BelCorpusKind *kind, const char *pattern, guint *n_files)
{
  g_autofree char *folder = g_build_filename (source, "fixtures", kind->folder, NULL);
  g_autoptr (GPtrArray) files = corpus_files (folder);
  int bad = files->len == 0;
  for (guint i = 0; i < files->len; i++) {
    guint n_cases;
    (*n_files)++;
    g_autofree char *file = g_path_get_basename (files->pdata[i]), *name = g_build_filename (kind->folder, file, NULL);
    if (pattern && !strstr (name, pattern))
      continue;
    GString *faults = bel_corpus_run (engine, kind, files->pdata[i], &n_cases);
    printf ("%s%s %u - %s, %u cases\n", faults->str, faults->len || !n_cases ? "not ok" : "ok", *n_files, name,
            n_cases);
    bad += faults->len || !n_cases;
    g_string_free (faults, TRUE);
  }
  return bad;
}

int
main (int argc, char **argv)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *datadir = bel_engine_find_data (); /* with the tables, as the program has them */
  g_autoptr (BelEngine) engine = bel_engine_new (datadir, diags, &error);
  if (!engine) {
    printf ("Bail out! %s\n", error->message);
    return EXIT_FAILURE;
  }
  int bad = 0;
  guint n_files = 0;
  for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++)
    bad += run_folder (engine, source ? source : ".", &KINDS[k], argc > 1 ? argv[1] : NULL, &n_files);
  printf ("1..%u\n", n_files);
  return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
