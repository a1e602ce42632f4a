/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Runs a fuzz target over files without libFuzzer, and over what a broken copy of each could be: cut short at
 * many places, bytes changed, doubled and taken out, the same every time. One line of TAP a file. */
#include "fuzz.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_CUTS 24
#define N_CHANGED 24
#define N_SMALL 4096 /* longer files get fewer broken copies */

/* xorshift32 (Marsaglia 2003): the same numbers everywhere */
static uint32_t
next_random (uint32_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

static void
run_cut (const char *bytes, gsize n, guint n_cuts)
{
  for (guint i = 0; i < n_cuts; i++)
    LLVMFuzzerTestOneInput ((const uint8_t *) bytes, n * i / n_cuts);
}

static void
change (GByteArray *copy, uint32_t *state)
{
  guint at = next_random (state) % copy->len;
  switch (next_random (state) % 3) {
  case 0:
    copy->data[at] = (guint8) next_random (state);
    break;
  case 1:
    g_byte_array_remove_index (copy, at);
    break;
  default: {
    guint n = MIN (copy->len - at, 16u);
    g_autofree guint8 *again = g_memdup2 (copy->data + at, n);
    g_byte_array_append (copy, again, n);
  }
  }
}

static void
run_changed (const char *bytes, gsize n, guint n_changed)
{
  uint32_t state = 2463534242u;
  for (guint i = 0; i < n_changed && n > 0; i++) {
    g_autoptr (GByteArray) copy = g_byte_array_new ();
    g_byte_array_append (copy, (const guint8 *) bytes, (guint) n);
    for (guint k = 0; k <= i % 8 && copy->len > 1; k++)
      change (copy, &state);
    LLVMFuzzerTestOneInput (copy->data, copy->len);
  }
}

static gboolean
replay_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n;
  if (!g_file_get_contents (path, &bytes, &n, NULL))
    return FALSE;
  guint share = n > N_SMALL ? 4 : 1;
  LLVMFuzzerTestOneInput ((const uint8_t *) bytes, n);
  run_cut (bytes, n, N_CUTS / share);
  run_changed (bytes, n, N_CHANGED / share);
  return TRUE;
}

static int
by_name (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Returns: (transfer full) the files in @folder by name. */
static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name (dir)))
    g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, by_name);
  return files;
}

int
main (int argc, char **argv)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *corpus = g_build_filename (source ? source : ".", "fixtures", "corpora", REPLAY_CORPUS, NULL);
  g_autoptr (GPtrArray) files = argc > 1 ? g_ptr_array_new () : list_folder (corpus);
  for (int i = 1; i < argc; i++)
    g_ptr_array_add (files, argv[i]);
  guint n_bad = files->len == 0;
  printf ("1..%u\n", MAX (files->len, 1u));
  if (files->len == 0)
    printf ("not ok 1 - no corpus in %s\n", corpus);
  for (guint i = 0; i < files->len; i++) {
    gboolean good = replay_file (files->pdata[i]);
    g_autofree char *name = g_path_get_basename (files->pdata[i]);
    printf ("%sok %u - replay of %s\n", good ? "" : "not ", i + 1, name);
    fflush (stdout);
    n_bad += !good;
  }
  return n_bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
