/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The rule compiler over one file: it takes it or tells what is wrong with it. */
#include "fuzz.h"

#include "rule/program.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autofree char *copy = g_malloc (n_bytes + 1);
  memcpy (copy, data, n_bytes);
  copy[n_bytes] = 0;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelProgram) program = bel_program_load_text ("fuzz.belie", copy, n_bytes, NULL, diags, &error);
  g_assert (program != NULL || error != NULL);
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *shown = bel_diag_format (bel_diags_get (diags, i));
    g_assert (g_utf8_validate (shown, -1, NULL));
  }
  return 0;
}
