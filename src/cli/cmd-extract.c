/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie extract: the claims of drafts, in a form for people or programs. */
#include "cli/cli.h"

static gboolean
extract_file (const BelieDesk *desk, const char *name, BelInput input, const char *format)
{
  g_autoptr (BelieDraft) draft = bel_cli_draft (desk, name, input);
  if (!draft)
    return FALSE;
  gsize n;
  char *claims = belie_draft_claims (draft, format, &n);
  g_autoptr (GString) out = g_string_new_len (claims, (gssize) n);
  belie_free (claims);
  return bel_cli_write (out) && bel_draft_is_good (draft);
}

int
bel_cmd_extract (int argc, char **argv)
{
  g_autofree char *input_name = NULL, *format = NULL, *keep = NULL, *config = NULL;
  const BelBound bound[]
      = { { "format", &format }, { "input", &input_name }, { "keep", &keep }, { "config", &config } };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "extract", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name, keep, &input))
    return BEL_EXIT_ERROR;
  int chosen = bel_cli_choose ("--format", format ? format : "text", bel_draft_formats ());
  g_autoptr (BelieDesk) desk = chosen >= 0 ? bel_cli_desk (config) : NULL;
  if (!desk)
    return BEL_EXIT_ERROR;
  const char *name = bel_draft_formats ()[chosen];
  g_autoptr (GString) header = g_string_new (bel_draft_header (name));
  gboolean good = bel_cli_write (header);
  for (int i = 1; i < argc; i++)
    good = extract_file (desk, argv[i], input, name) && good;
  if (argc < 2)
    good = extract_file (desk, "-", input, name);
  return good ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
