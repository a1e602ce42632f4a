/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lines of fixtures/attribution: who says what, under whom, and what is true for whom. */
#include "corpus.h"

#include <string.h>

static gboolean
is_edge (gunichar c)
{
  return g_unichar_isspace (c) || (g_unichar_ispunct (c) && c != '$' && c != '%' && c != '_' && c != '*');
}

/* The words alone: edges stripped, inner runs of marks and spaces as one space. */
static char *
words_only (const char *text, gsize n)
{
  GString *out = g_string_new (NULL);
  for (const char *p = text; p < text + n; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!is_edge (c))
      g_string_append_unichar (out, c);
    else if (out->len && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  while (out->len && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static gboolean
same_words (const BelClaims *claims, BelSpan span, const char *want)
{
  if (g_str_equal (want, "*"))
    return TRUE;
  if (g_str_equal (want, "_"))
    return bel_span_is_empty (span);
  g_autofree char *a = words_only (bel_document_text (claims->document, span), bel_span_length (span));
  g_autofree char *b = words_only (want, strlen (want));
  return g_str_equal (a, b);
}

static void
append_content (const BelClaims *claims, const BelAttribution *attribution, GString *out)
{
  for (uint32_t i = 0; i < attribution->content.n; i++) {
    BelSpan span = attribution->content.items[i];
    g_string_append_printf (out, "%s%.*s", i ? " … " : "", (int) bel_span_length (span),
                            bel_document_text (claims->document, span));
  }
}

static gboolean
same_content (const BelClaims *claims, const BelAttribution *attribution, const char *want)
{
  if (g_str_equal (want, "*"))
    return TRUE;
  g_autoptr (GString) all = g_string_new (NULL);
  append_content (claims, attribution, all);
  g_autofree char *a = words_only (all->str, all->len);
  g_autofree char *b = words_only (g_str_equal (want, "_") ? "" : want, g_str_equal (want, "_") ? 0 : strlen (want));
  return g_str_equal (a, b);
}

static const char *
block_of (const BelClaims *claims, uint32_t token)
{
  const BelDocument *document = claims->document;
  return bel_block_kind_name (
      document->blocks.items[document->sentences.items[document->tokens.sentence[token]].block].kind);
}

static gboolean
has_flag (const BelClaims *claims, const BelAttribution *attribution, const char *flag)
{
  if (g_str_has_prefix (flag, "under:"))
    return attribution->parent != BEL_NONE
           && same_words (claims, claims->attributions.items[attribution->parent].cue, flag + strlen ("under:"));
  if (g_str_has_prefix (flag, "in:"))
    return attribution->cue_head != BEL_NONE
           && g_str_equal (block_of (claims, attribution->cue_head), flag + strlen ("in:"));
  if (g_str_equal (flag, "top"))
    return attribution->parent == BEL_NONE;
  if (g_str_equal (flag, "anonymous"))
    return attribution->anonymous;
  if (g_str_equal (flag, "named"))
    return !attribution->anonymous;
  if (g_str_equal (flag, "plural"))
    return attribution->plural;
  if (g_str_equal (flag, "hearsay"))
    return attribution->hearsay;
  if (g_str_equal (flag, "anaphoric"))
    return attribution->anaphoric;
  return g_str_equal (flag, bel_attribution_kind_name (attribution->kind));
}

static gboolean
matches (const BelClaims *claims, const BelAttribution *attribution, char **parts)
{
  guint n = g_strv_length (parts);
  if (n < 4 || !same_words (claims, attribution->source, parts[0]) || !same_words (claims, attribution->cue, parts[1])
      || !(g_str_equal (parts[2], "*") || g_str_equal (parts[2], bel_stance_name (attribution->stance)))
      || !same_content (claims, attribution, parts[3]))
    return FALSE;
  g_auto (GStrv) flags = g_strsplit (n > 4 ? parts[4] : "", ",", -1);
  for (guint i = 0; flags[i]; i++)
    if (*g_strstrip (flags[i]) && !has_flag (claims, attribution, flags[i]))
      return FALSE;
  return TRUE;
}

static char **
split_bars (const char *line)
{
  char **parts = g_strsplit (line, "|", -1);
  for (guint i = 0; parts[i]; i++)
    g_strstrip (parts[i]);
  return parts;
}

static gboolean
attribution_holds (const BelClaims *claims, const char *line)
{
  g_auto (GStrv) parts = split_bars (line);
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    if (matches (claims, &claims->attributions.items[i], parts))
      return TRUE;
  return FALSE;
}

static gboolean
absence_holds (const BelClaims *claims, const char *cue)
{
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    if (!*cue || same_words (claims, claims->attributions.items[i].cue, cue))
      return FALSE;
  return TRUE;
}

/* The holder by its words: the author, or a source of the claim's chain. */
static gboolean
truth_is (const BelClaims *claims, const BelClaim *claim, const char *holder, const char *truth)
{
  if (g_str_equal (holder, "author"))
    return g_str_equal (truth, bel_truth_name (bel_claim_truth_for (claim, BEL_NONE)));
  for (uint32_t a = claim->attribution; a != BEL_NONE; a = claims->attributions.items[a].parent) {
    const BelAttribution *attribution = &claims->attributions.items[a];
    if (same_words (claims, attribution->source, holder))
      return g_str_equal (truth, bel_truth_name (bel_claim_truth_for (claim, attribution->source_entity)));
  }
  return FALSE;
}

static const char *
head_lemma (const BelClaims *claims, const BelClaim *claim)
{
  return claim->head == BEL_NONE
             ? ""
             : bel_symbols_text (claims->document->symbols, claims->document->tokens.lemma[claim->head]);
}

static gboolean
truth_holds (const BelClaims *claims, const char *line)
{
  g_auto (GStrv) parts = split_bars (line);
  if (g_strv_length (parts) != 3)
    return FALSE;
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    if (!claim->minimal && g_str_equal (head_lemma (claims, claim), parts[0])
        && truth_is (claims, claim, parts[1], parts[2]))
      return TRUE;
  }
  return FALSE;
}

/* "@ close | headline": the claim stands in a block of this kind. */
static gboolean
place_holds (const BelClaims *claims, const char *line)
{
  g_auto (GStrv) parts = split_bars (line);
  for (uint32_t i = 0; g_strv_length (parts) == 2 && i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    if (g_str_equal (head_lemma (claims, claim), parts[0]) && g_str_equal (block_of (claims, claim->head), parts[1]))
      return TRUE;
  }
  return FALSE;
}

gboolean
bel_corpus_voices_hold (const BelClaims *claims, const char *line)
{
  const char *rest = line + 1 + strspn (line + 1, " ");
  switch (*line) {
  case '=':
    return truth_holds (claims, rest);
  case '@':
    return place_holds (claims, rest);
  case '!':
    return absence_holds (claims, rest);
  default:
    return attribution_holds (claims, line);
  }
}

static void
show_truths (const BelClaims *claims, const BelClaim *claim, GString *out)
{
  if (claim->head == BEL_NONE || claim->minimal)
    return;
  const char *lemma = head_lemma (claims, claim);
  g_string_append_printf (out, "#   found = %s | author | %s\n", lemma,
                          bel_truth_name (bel_claim_truth_for (claim, BEL_NONE)));
  for (uint32_t a = claim->attribution; a != BEL_NONE; a = claims->attributions.items[a].parent) {
    const BelAttribution *attribution = &claims->attributions.items[a];
    g_string_append_printf (out, "#   found = %s | %.*s | %s\n", lemma, (int) bel_span_length (attribution->source),
                            bel_document_text (claims->document, attribution->source),
                            bel_truth_name (bel_claim_truth_for (claim, attribution->source_entity)));
  }
}

static void
show_attribution (const BelClaims *claims, const BelAttribution *a, GString *out)
{
  const BelDocument *document = claims->document;
  g_string_append_printf (out, "#   found %.*s | %.*s | %s | ", (int) bel_span_length (a->source),
                          bel_document_text (document, a->source), (int) bel_span_length (a->cue),
                          bel_document_text (document, a->cue), bel_stance_name (a->stance));
  append_content (claims, a, out);
  g_string_append_printf (out, " | %s", bel_attribution_kind_name (a->kind));
  if (a->anonymous)
    g_string_append (out, ", anonymous");
  if (a->plural)
    g_string_append (out, ", plural");
  if (a->hearsay)
    g_string_append (out, ", hearsay");
  if (a->anaphoric)
    g_string_append (out, ", anaphoric");
  if (a->parent != BEL_NONE) {
    BelSpan cue = claims->attributions.items[a->parent].cue;
    g_string_append_printf (out, ", under:%.*s", (int) bel_span_length (cue), bel_document_text (document, cue));
  }
  g_string_append_c (out, '\n');
}

void
bel_corpus_voices_show (const BelClaims *claims, GString *out)
{
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    show_attribution (claims, &claims->attributions.items[i], out);
  for (uint32_t i = 0; i < claims->claims.n; i++)
    show_truths (claims, &claims->claims.items[i], out);
}
