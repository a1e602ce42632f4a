/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/cli.h"

#include <string.h>

void
bel_cli_error (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "belie: %s\n", text);
}

gboolean
bel_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *parameters, const char *summary,
               const char *description)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  bel_cli_error ("%s; see 'belie %s --help'", error->message, (*argv)[0]);
  return FALSE;
}

void
bel_cli_show_diags (const BelDiags *diags)
{
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *text = bel_diag_format (bel_diags_get (diags, i));
    fputs (text, stderr);
  }
}

BelEngine *
bel_cli_engine_with (const GPtrArray *folders)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autofree char *datadir = bel_engine_find_data ();
  g_autofree char *own = g_build_filename (datadir, "rules", NULL);
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_ptr_array_add (rules, own);
  for (guint i = 0; folders && i < folders->len; i++)
    g_ptr_array_add (rules, folders->pdata[i]);
  g_ptr_array_add (rules, NULL);
  BelEngine *engine = bel_engine_new_with_rules (datadir, (const char *const *) rules->pdata, diags, &error);
  bel_cli_show_diags (diags);
  if (!engine)
    bel_cli_error ("%s", error->message);
  return engine;
}

BelEngine *
bel_cli_engine (void)
{
  return bel_cli_engine_with (NULL);
}

gboolean
bel_cli_write (const GString *text)
{
  if (fwrite (text->str, 1, text->len, stdout) == text->len && fflush (stdout) == 0)
    return TRUE;
  bel_cli_error ("cannot write to standard output");
  return FALSE;
}

gboolean
bel_cli_input (const char *name, const char *keep, BelInput *out)
{
  static const char *const NAMES[] = { "auto", "text",  "markdown", "html", "nitf",   "newsml",
                                       "ninjs", "docx", "odt",      "conllu", NULL };
  if (keep && !g_str_equal (keep, "all")) {
    bel_cli_error ("--keep=%s is not known: it takes 'all'", keep);
    return FALSE;
  }
  for (guint i = 0; NAMES[i]; i++) {
    if (!g_str_equal (name ? name : "auto", NAMES[i]))
      continue;
    *out = i == BEL_INPUT_CONLLU && keep ? BEL_INPUT_CONLLU_ALL : (BelInput) i;
    return TRUE;
  }
  g_autofree char *known = g_strjoinv (", ", (char **) NAMES);
  bel_cli_error ("--input=%s is not known: it takes one of %s", name, known);
  return FALSE;
}
