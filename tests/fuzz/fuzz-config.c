/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* .belie.yaml: it is taken, or what is wrong with it is told; what is taken is shown, and read again the same. */
#include "fuzz.h"

#include "desk/configuration.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autofree char *copy = g_malloc (n_bytes + 1);
  memcpy (copy, data, n_bytes);
  copy[n_bytes] = 0;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelConfig) config = bel_config_read_text ("/fuzz/.belie.yaml", copy, n_bytes, diags, &error);
  g_assert ((config != NULL) == (error == NULL));
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *shown = bel_diag_format (bel_diags_get (diags, i));
    g_assert (g_utf8_validate (shown, -1, NULL));
  }
  if (!config)
    return 0;
  g_autofree char *shown = bel_config_show (config);
  g_autoptr (BelConfig) again = bel_config_read_text ("/fuzz/.belie.yaml", shown, strlen (shown), diags, NULL);
  g_assert (again != NULL);
  g_autofree char *shown_again = bel_config_show (again);
  if (!g_str_equal (shown, shown_again))
    g_error ("%s\nis read again as\n%s", shown, shown_again);
  bel_config_level (config, "/fuzz/drafts/a.txt", "polarity.denied", "dispute");
  bel_config_excludes (config, "/fuzz/drafts/a.txt");
  return 0;
}
