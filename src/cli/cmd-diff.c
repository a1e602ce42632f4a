/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie diff: which claims changed between two versions of a story. */
#include "cli/cli.h"

#include "cli/shown.h"
#include "report/claim-diff.h"

int
bel_cmd_diff (int argc, char **argv)
{
  g_autofree char *format = NULL, *input_name = NULL;
  const BelBound bound[] = { { "format", &format }, { "input", &input_name } };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "diff", bound, G_N_ELEMENTS (bound), NULL) || !bel_cli_input (input_name, NULL, &input))
    return BEL_EXIT_ERROR;
  int choice = bel_shown_choose ("--format", format ? format : "text", "text json");
  if (choice < 0)
    return BEL_EXIT_ERROR;
  if (argc != 3) {
    bel_cli_error ("diff takes two files; see 'belie diff --help'");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelEngine) engine = bel_cli_engine ();
  BelClaims *before, *after;
  gboolean good_old = FALSE, good_new = FALSE;
  g_autoptr (BelDocument) old = engine ? bel_cli_read (engine, argv[1], input, &before, &good_old) : NULL;
  g_autoptr (BelDocument) new = engine ? bel_cli_read (engine, argv[2], input, &after, &good_new) : NULL;
  if (!old || !new)
    return BEL_EXIT_ERROR;
  g_autoptr (BelDiff) diff = bel_diff_new (before, after);
  g_autoptr (GString) out = g_string_new (NULL);
  (choice ? bel_diff_json : bel_diff_text) (diff, argv[1], argv[2], out);
  if (!bel_cli_write (out) || !good_old || !good_new)
    return BEL_EXIT_ERROR;
  return diff->n[BEL_DIFF_SAME] == diff->rows->len ? BEL_EXIT_OK : BEL_EXIT_FOUND;
}
