/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A report that was saved as JSON, shown again in every format. */
#include "fuzz.h"

#include "report/saved.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelSaved) saved = bel_saved_read ((const char *) data, n_bytes, &error);
  g_assert ((saved != NULL) == (error == NULL));
  guint n;
  const BelFormat *formats = bel_formats (&n);
  for (guint i = 0; saved && i < n; i++) {
    BelReport report = *bel_saved_report (saved);
    report.width = 80;
    report.saved = NULL;
    report.snippets = i % 2;
    g_autoptr (GString) out = g_string_new (NULL);
    formats[i].write (&report, out);
    report.snippets = !report.snippets;
    formats[i].write (&report, out);
    g_assert (g_utf8_validate (out->str, (gssize) out->len, NULL));
  }
  return 0;
}
