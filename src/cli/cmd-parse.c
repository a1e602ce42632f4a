/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie parse: sentences, words, tags and trees as CoNLL-U. */
#include "cli/cli.h"

#include "document/conllu.h"

static gboolean
parse_file (const BelEngine *engine, const char *name, BelInput input, bool many)
{
  gboolean good;
  g_autoptr (BelDocument) document = bel_cli_read (engine, name, input, NULL, &good);
  if (!document)
    return FALSE;
  g_autoptr (GString) out = g_string_new (NULL);
  if (many)
    g_string_append_printf (out, "# newdoc id = %s\n", name);
  bel_conllu_write (document, out);
  return bel_cli_write (out) && good;
}

int
bel_cmd_parse (int argc, char **argv)
{
  g_autofree char *input_name = NULL, *output_name = NULL, *keep = NULL;
  const BelBound bound[] = { { "input", &input_name }, { "keep", &keep }, { "output", &output_name } };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "parse", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name, keep, &input))
    return BEL_EXIT_ERROR;
  if (output_name && !g_str_equal (output_name, "conllu")) {
    bel_cli_error ("--output=%s is not known: it takes 'conllu'", output_name);
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelEngine) engine = bel_cli_engine ();
  if (!engine)
    return BEL_EXIT_ERROR;
  if (argc < 2)
    return parse_file (engine, "-", input, false) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
  gboolean good = TRUE;
  for (int i = 1; i < argc; i++)
    good = parse_file (engine, argv[i], input, argc > 2) && good;
  return good ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
