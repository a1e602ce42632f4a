/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie debug --stage=tokens|trees|claims|…: what each room hands to the next, legibly. */
#include "cli/cli.h"

static void
show_trees (const BelDocument *document, GString *out)
{
  const BelTokens *t = &document->tokens;
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    g_string_append_printf (out, "# sentence %u\n", s + 1);
    for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->n_tokens; i++) {
      uint32_t head = t->head[i] == BEL_NONE ? 0 : t->head[i] - sentence->first_token + 1;
      g_string_append_printf (out, "%3u  %-20s %-20s %-6s %-6s %3u %s\n", i - sentence->first_token + 1,
                              bel_symbols_text (document->symbols, t->form[i]),
                              bel_symbols_text (document->symbols, t->lemma[i]), bel_pos_name (t->pos[i]),
                              bel_xpos_name (t->xpos[i]), head, bel_dep_name (t->dep[i]));
    }
  }
}

static gboolean
show_file (const BelEngine *engine, const char *name, BelInput input, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_engine_read (engine, name, input, diags, &error);
  if (!document) {
    bel_cli_error ("%s", error->message);
    return FALSE;
  }
  bel_engine_parse (engine, document, input, diags);
  bel_cli_show_diags (diags);
  show_trees (document, out);
  return TRUE;
}

int
bel_cmd_debug (int argc, char **argv)
{
  g_autofree char *stage = NULL, *input_name = NULL, *keep = NULL;
  const GOptionEntry entries[] = {
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, "What to show: trees", "STAGE" },
    { "input", 0, 0, G_OPTION_ARG_STRING, &input_name, "Format of the input", "FORMAT" },
    { "keep", 0, 0, G_OPTION_ARG_STRING, &keep, "With conllu: 'all' predicts nothing", "WHAT" },
    G_OPTION_ENTRY_NULL,
  };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, entries, "[FILE…]", "Shows what a stage of the work produced.", NULL)
      || !bel_cli_input (input_name, keep, &input))
    return BEL_EXIT_ERROR;
  g_autoptr (BelEngine) engine = bel_cli_engine ();
  if (!engine)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean good = TRUE;
  for (int i = 1; i < argc; i++)
    good = show_file (engine, argv[i], input, out) && good;
  if (argc < 2)
    good = show_file (engine, "-", input, out);
  return bel_cli_write (out) && good ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
