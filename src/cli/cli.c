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

void
bel_cli_show_diags (const BelDiags *diags)
{
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *text = bel_diag_format (bel_diags_get (diags, i));
    fputs (text, stderr);
  }
}

BelEngine *
bel_cli_engine (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autofree char *datadir = bel_engine_find_data ();
  BelEngine *engine = bel_engine_new (datadir, diags, &error);
  bel_cli_show_diags (diags);
  if (!engine)
    bel_cli_error ("%s", error->message);
  return engine;
}

BelieDesk *
bel_cli_desk (const char *config)
{
  char *messages;
  BelieDesk *desk = belie_desk_new (config, &messages);
  fputs (messages ? messages : "", stderr);
  belie_free (messages);
  return desk;
}

BelieDraft *
bel_cli_draft (const BelieDesk *desk, const char *name, BelInput input)
{
  char *messages;
  BelieDraft *draft = bel_draft_new (desk, name, NULL, input, NULL, &messages);
  fputs (messages ? messages : "", stderr);
  belie_free (messages);
  return draft;
}

int
bel_cli_choose (const char *option, const char *word, const char *const *names)
{
  g_autoptr (GError) error = NULL;
  int choice = bel_setting_choose (word, (char *const *) names, &error);
  if (choice < 0)
    bel_cli_error ("%s=%s", option, error->message);
  return choice;
}

BelDocument *
bel_cli_read (const BelEngine *engine, const char *name, BelInput input, BelClaims **out_claims, gboolean *out_good)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_engine_read (engine, name, input, diags, &error);
  if (document)
    bel_engine_parse (engine, document, input, diags);
  bel_cli_show_diags (diags);
  *out_good = document && bel_diags_count_at_least (diags, BEL_SEVERITY_ERROR) == 0;
  if (!document)
    bel_cli_error ("%s", error->message);
  else if (out_claims)
    *out_claims = bel_engine_extract (engine, document);
  return document;
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
  g_autoptr (GError) error = NULL;
  if (keep && !g_str_equal (keep, "all")) {
    bel_cli_error ("--keep=%s is not known: it takes 'all'", keep);
    return FALSE;
  }
  int choice = bel_setting_choose (name ? name : "auto", (char *const *) bel_input_names (), &error);
  if (choice < 0) {
    bel_cli_error ("--input: %s", error->message);
    return FALSE;
  }
  *out = choice == BEL_INPUT_CONLLU && keep ? BEL_INPUT_CONLLU_ALL : (BelInput) choice;
  return TRUE;
}
