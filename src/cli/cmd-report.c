/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie report: a report that was saved as JSON, in any format. */
#include "cli/cli.h"

#include "base/file.h"
#include "cli/shown.h"
#include "report/saved.h"

int
bel_cmd_report (int argc, char **argv)
{
  g_auto (BelShown) shown = { 0 };
  g_autofree char *name = NULL;
  const BelBound bound[] = {
    { "format", &name },       { "output", &shown.outputs },
    { "quiet", &shown.quiet }, { "no-snippets", &shown.no_snippets },
    { "color", &shown.color }, { "width", &shown.width },
    { "ascii", &shown.ascii },
  };
  if (!bel_cli_parse (&argc, &argv, "report", bound, G_N_ELEMENTS (bound), NULL) || !bel_shown_check (&shown))
    return BEL_EXIT_ERROR;
  const BelFormat *format = bel_shown_format ("--format", name ? name : "text");
  if (!format)
    return BEL_EXIT_ERROR;
  if (argc != 2) {
    bel_cli_error ("report takes one file, or '-'; see 'belie report --help'");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bel_file_read (argv[1], &error);
  gsize n = 0;
  const char *text = bytes ? g_bytes_get_data (bytes, &n) : NULL;
  g_autoptr (BelSaved) saved = text ? bel_saved_read (text, n, &error) : NULL;
  if (!saved) {
    bel_cli_error ("%s%s%s", bytes ? argv[1] : "", bytes ? ": " : "", error ? error->message : "the file is empty");
    return BEL_EXIT_ERROR;
  }
  return bel_shown_write (&shown, bel_saved_report (saved), format) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
