/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie parse: sentences, words, tags and trees as CoNLL-U. */
#include "cli/cli.h"

#include "document/conllu.h"

static gboolean
parse_file (const BelEngine *engine, const char *name, BelInput input, bool many)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_engine_read (engine, name, input, diags, &error);
  if (document)
    bel_engine_parse (engine, document, input, diags);
  bel_cli_show_diags (diags);
  if (!document) {
    bel_cli_error ("%s", error->message);
    return FALSE;
  }
  g_autoptr (GString) out = g_string_new (NULL);
  if (many)
    g_string_append_printf (out, "# newdoc id = %s\n", name);
  bel_conllu_write (document, out);
  return bel_cli_write (out) && bel_diags_count_at_least (diags, BEL_SEVERITY_ERROR) == 0;
}

int
bel_cmd_parse (int argc, char **argv)
{
  g_autofree char *input_name = NULL, *output_name = NULL, *keep = NULL;
  const GOptionEntry entries[] = {
    { "input", 0, 0, G_OPTION_ARG_STRING, &input_name, "Format of the input: text, conllu …", "FORMAT" },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &keep, "With conllu: 'all' predicts nothing", "WHAT" },
    { "output", 0, 0, G_OPTION_ARG_STRING, &output_name, "Format of the output: conllu", "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, entries, "[FILE…]", "Splits text into sentences and words, and parses them.",
                      "Writes CoNLL-U. Span=START:END are bytes of the input file. Without FILE, or with '-',\n"
                      "standard input is read.")
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
