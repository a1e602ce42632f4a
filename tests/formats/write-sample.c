/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* write-sample FORMAT plain|hostile|source: writes a report on findings made by hand, or the draft they were made from. For the
 * validators in tests/formats. */
#include "test-report.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_auto (Sample) sample = { 0 };
  const BelFormat *format = argc == 3 ? bel_format_find (argv[1]) : NULL;
  bool source = argc == 3 && g_str_equal (argv[1], "source");
  if (!format && !source) {
    fprintf (stderr, "usage: write-sample FORMAT|source plain|hostile\n");
    return EXIT_FAILURE;
  }
  if (g_str_equal (argv[2], "hostile"))
    sample_init_hostile (&sample, 78);
  else
    sample_init (&sample, 78);
  if (source) {
    fwrite (sample.document->source, 1, sample.document->n_source, stdout);
    return EXIT_SUCCESS;
  }
  g_autofree char *text = sample_write (&sample, argv[1]);
  fputs (text, stdout);
  return EXIT_SUCCESS;
}
