/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie diff: which claims changed between two versions of a story. */
#include "cli/cli.h"

int
bel_cmd_diff (int argc, char **argv)
{
  g_autofree char *format = NULL, *input_name = NULL, *config = NULL;
  const BelBound bound[] = { { "format", &format }, { "input", &input_name }, { "config", &config } };
  static const char *const FORMATS[] = { "text", "json", NULL };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "diff", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name, NULL, &input))
    return BEL_EXIT_ERROR;
  int choice = bel_cli_choose ("--format", format ? format : "text", FORMATS);
  if (choice < 0)
    return BEL_EXIT_ERROR;
  if (argc != 3) {
    bel_cli_error ("diff takes two files; see 'belie diff --help'");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelieDesk) desk = bel_cli_desk (config);
  g_autoptr (BelieDraft) before = desk ? bel_cli_draft (desk, argv[1], input) : NULL;
  g_autoptr (BelieDraft) after = desk ? bel_cli_draft (desk, argv[2], input) : NULL;
  if (!before || !after)
    return BEL_EXIT_ERROR;
  char *text;
  int found = belie_drafts_diff (before, after, FORMATS[choice], &text);
  g_autoptr (GString) out = g_string_new (text);
  belie_free (text);
  return bel_cli_write (out) && bel_draft_is_good (before) && bel_draft_is_good (after) ? found : BEL_EXIT_ERROR;
}
