/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* mkrules FOLDER FILE: the rules of a folder into the compiled file that belie maps at its start. A file that is of these rules
 * already stays as it is. Runs when belie is built. */
#include "conflict/conflict.h"
#include "rule/image.h"

#include <stdio.h>

static BelProgram *
load (const char *folder, GError **error)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelProgram *program = bel_program_load ((const char *const[]){ folder, NULL }, bel_conflict_schema (), diags, error);
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *text = bel_diag_format (bel_diags_get (diags, i));
    fputs (text, stderr);
  }
  return program;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  if (argc != 3) {
    fputs ("usage: mkrules FOLDER FILE\n", stderr);
    return 2;
  }
  g_autoptr (BelProgram) there = bel_program_open (argv[2], argv[1], bel_conflict_schema (), NULL);
  if (there)
    return 0;
  g_autoptr (BelProgram) program = load (argv[1], &error);
  if (program && bel_program_save (program, argv[1], argv[2], &error))
    return 0;
  fprintf (stderr, "mkrules: %s\n", error->message);
  return 1;
}
