/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lines of fixtures/claims. */
#include "corpus.h"

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

gboolean
bel_corpus_claims_hold (const BelClaims *claims, const char *line)
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
    found = tuple ? tuple_is (&claims->claims.items[i], fields)
                  : claim_is (claims, &claims->claims.items[i], fields, negative);
  return found != absent;
}

void
bel_corpus_claims_show (const BelClaims *claims, GString *out)
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
