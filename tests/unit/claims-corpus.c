/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claims-corpus.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  char **lines; /* to the end of the case */
} Case;

typedef struct {
  const BelEngine *engine;
  GString *faults;
  const char *path;
} Run;

/* -- matching -------------------------------------------------------------------------------- */

static const char *
filler (const BelClaims *claims, const BelClaim *claim, const char *role)
{
  const BelSymbols *symbols = claims->document->symbols;
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
    if (g_str_equal (bel_symbols_text (symbols, claim->normal.fillers[i].role), role))
      return bel_symbols_text (symbols, claim->normal.fillers[i].slot.key);
  return NULL;
}

static gboolean
slot_is (const BelClaims *claims, const BelClaim *claim, const char *role, const char *want)
{
  const char *is = filler (claims, claim, role);
  if (g_str_equal (want, "*"))
    return TRUE;
  if (g_str_equal (want, "_"))
    return is == NULL;
  return is && g_str_equal (is, want);
}

static gboolean
roles_are (const BelClaims *claims, const BelClaim *claim, const char *roles)
{
  g_auto (GStrv) parts = g_strsplit (roles, ",", -1);
  for (char **p = parts; *p; p++) {
    g_auto (GStrv) pair = g_strsplit (g_strstrip (*p), "=", 2);
    if (!slot_is (claims, claim, pair[0], pair[1]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
claim_is (const BelClaims *claims, const BelClaim *claim, char **fields, gboolean negative)
{
  const char *predicate = fields[1];
  gboolean modal = *predicate == '?';
  predicate += modal;
  if (claim->minimal || (claim->polarity == BEL_POLARITY_NEGATIVE) != negative
      || (modal && claim->modality == BEL_MODALITY_NONE))
    return FALSE;
  g_autofree char *class_ = g_strconcat (claim->normal.sign < 0 ? "-" : "",
                                         bel_symbols_text (claims->document->symbols, claim->normal.predicate), NULL);
  const char *lemma = bel_symbols_text (claims->document->symbols, claim->lemma);
  if (!g_str_equal (predicate, "*") && !g_str_equal (predicate, class_) && !g_str_equal (predicate, lemma))
    return FALSE;
  return slot_is (claims, claim, "subject", fields[0]) && (!fields[2] || slot_is (claims, claim, "object", fields[2]))
         && (!fields[2] || !fields[3] || roles_are (claims, claim, fields[3]));
}

static gboolean
tuple_is (const BelClaim *claim, char **fields)
{
  const BelSurface *s = &claim->surface;
  if (!g_str_equal (fields[0], s->arg1) || !g_str_equal (fields[1], s->rel) || g_strv_length (fields) != s->n_args + 2)
    return FALSE;
  for (uint32_t i = 0; i < s->n_args; i++)
    if (!g_str_equal (fields[i + 2], s->args[i]))
      return FALSE;
  return TRUE;
}

static gboolean
holds (const BelClaims *claims, const char *line)
{
  gboolean absent = *line == '!', tuple = *line == '~';
  line += absent || tuple;
  line += strspn (line, " ");
  gboolean negative = g_str_has_prefix (line, "not ");
  g_auto (GStrv) fields = g_strsplit (line + (negative ? 4 : 0), "|", -1);
  for (char **f = fields; *f; f++)
    g_strstrip (*f);
  gboolean found = FALSE;
  for (uint32_t i = 0; i < claims->claims.n && !found; i++)
    found = tuple ? tuple_is (&claims->claims.items[i], fields) : claim_is (claims, &claims->claims.items[i], fields, negative);
  return found != absent;
}

/* -- cases ----------------------------------------------------------------------------------- */

static void
show_claims (const BelClaims *claims, GString *out)
{
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *c = &claims->claims.items[i];
    const BelSymbols *symbols = claims->document->symbols;
    g_string_append_printf (out, "#     %s%s%s (", c->minimal ? "twin " : "", c->polarity ? "not " : "",
                            bel_symbols_text (symbols, c->normal.predicate));
    for (uint32_t f = 0; f < c->normal.n_fillers; f++)
      g_string_append_printf (out, "%s=%s, ", bel_symbols_text (symbols, c->normal.fillers[f].role),
                              bel_symbols_text (symbols, c->normal.fillers[f].slot.key));
    g_string_append_printf (out, ") %s ~ %s | %s", bel_modality_name (c->modality), c->surface.arg1, c->surface.rel);
    for (uint32_t a = 0; a < c->surface.n_args; a++)
      g_string_append_printf (out, " | %s", c->surface.args[a]);
    g_string_append_c (out, '\n');
  }
}

static void
run_case (Run *run, const Case *c)
{
  g_autoptr (GBytes) bytes = g_bytes_new (c->text, strlen (c->text) + 1);
  g_autoptr (GBytes) shorter = g_bytes_new_from_bytes (bytes, 0, strlen (c->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_engine_read_bytes (run->engine, c->name, shorter, BEL_INPUT_TEXT, diags, &error);
  g_assert_no_error (error);
  bel_engine_parse (run->engine, document, BEL_INPUT_TEXT, diags);
  BelClaims *claims = bel_engine_extract (run->engine, document);
  gboolean good = TRUE;
  for (char **line = c->lines; *line && !g_str_has_prefix (*line, "===="); line++) {
    if (**line == '\0' || **line == '#' || holds (claims, *line))
      continue;
    g_string_append_printf (run->faults, "# %s: %s: %s\n#   want %s\n", run->path, c->name, good ? c->text : "", *line);
    good = FALSE;
  }
  if (!good)
    show_claims (claims, run->faults);
}

GString *
bel_corpus_run (const BelEngine *engine, const char *path, guint *n_cases)
{
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;
  if (!g_file_get_contents (path, &all, NULL, &error))
    g_error ("%s", error->message);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  Run run = { engine, g_string_new (NULL), path };
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
