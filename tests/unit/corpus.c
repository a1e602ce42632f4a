/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "corpus.h"

#include <string.h>

#define PUBLISHED 20045 /* Monday, November 18, 2024: a day number */

typedef struct {
  const char *name;
  const char *text;
  char **lines; /* to the end of the case */
} Case;

typedef struct {
  const BelEngine *engine;
  const BelCorpusKind *kind;
  GString *faults;
  const char *path;
} Run;

/* "¶" parts paragraphs. */
static GBytes *
text_bytes (const char *text)
{
  g_autoptr (GString) all = g_string_new (text);
  g_string_replace (all, " ¶ ", "\n\n", 0);
  gsize n = all->len;
  g_autoptr (GBytes) bytes = g_bytes_new (all->str, n + 1);
  return g_bytes_new_from_bytes (bytes, 0, n);
}

static void
run_case (Run *run, const Case *c)
{
  g_autoptr (GBytes) bytes = text_bytes (c->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_engine_read_bytes (run->engine, c->name, bytes, BEL_INPUT_TEXT, diags, &error);
  g_assert_no_error (error);
  document->date = PUBLISHED;
  bel_engine_parse (run->engine, document, BEL_INPUT_TEXT, diags);
  BelClaims *claims = bel_engine_extract (run->engine, document);
  gboolean good = TRUE;
  for (char **line = c->lines; *line && !g_str_has_prefix (*line, "===="); line++) {
    if (**line == '\0' || **line == '#' || run->kind->holds (claims, *line))
      continue;
    g_string_append_printf (run->faults, "# %s: %s: %s\n#   want %s\n", run->path, c->name, good ? c->text : "", *line);
    good = FALSE;
  }
  if (!good)
    run->kind->show (claims, run->faults);
}

GString *
bel_corpus_run (const BelEngine *engine, const BelCorpusKind *kind, const char *path, guint *n_cases)
{
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;
  if (!g_file_get_contents (path, &all, NULL, &error))
    g_error ("%s", error->message);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  Run run = { engine, kind, g_string_new (NULL), path };
  *n_cases = 0;
  for (char **l = lines; *l; l++) {
    if (!g_str_has_prefix (*l, "====") || !l[1] || !l[2] || !l[3] || !l[4])
      continue;
    g_assert_true (g_str_has_prefix (l[2], "====") && g_str_equal (l[4], "---"));
    Case c = { l[1], l[3], l + 5 };
    run_case (&run, &c);
    l += 4;
    (*n_cases)++;
  }
  return run.faults;
}
