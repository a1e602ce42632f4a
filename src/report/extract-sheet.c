/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The claims of a document as rows for people: which are shown, in which words, by whom. */
#include "report/extract.h"

#include "base/limits.h"
#include "report/report.h"

/** Below this the reading itself is in doubt, and a list for people leaves it out. */
#define LEAST_CONFIDENCE 0.5f

/* Tokens of attribution cues, so that "the official said" is not listed beside what he said. */
static GHashTable *
cue_heads (const BelClaims *claims)
{
  GHashTable *heads = g_hash_table_new (NULL, NULL);
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    if (claims->attributions.items[i].cue_head != BEL_NONE)
      g_hash_table_add (heads, GUINT_TO_POINTER (claims->attributions.items[i].cue_head));
  return heads;
}

static bool
is_listed (const BelClaim *claim, GHashTable *cues)
{
  if (claim->minimal || claim->confidence < LEAST_CONFIDENCE || claim->surface.n_args == 0)
    return false;
  if (claim->kind == BEL_CLAIM_POSSESSIVE || claim->kind == BEL_CLAIM_TITLE || claim->kind == BEL_CLAIM_NOMINAL)
    return false;
  return claim->modality != BEL_MODALITY_QUESTION && !g_hash_table_contains (cues, GUINT_TO_POINTER (claim->head));
}

static char *
claim_text (const BelClaim *claim)
{
  GString *joined = g_string_new (claim->surface.arg1), *clean = g_string_new (NULL);
  g_string_append_printf (joined, " %s", claim->surface.rel);
  for (uint32_t i = 0; i < claim->surface.n_args; i++)
    g_string_append_printf (joined, " %s", claim->surface.args[i]);
  bel_report_append_clean (clean, joined->str, joined->len);
  g_string_free (joined, TRUE);
  return g_string_free (clean, FALSE);
}

static void
append_source (GString *out, const BelClaims *claims, const BelAttribution *a)
{
  if (bel_span_is_empty (a->source))
    g_string_append (out, "a source not named");
  else
    bel_report_append_clean (out, bel_document_text (claims->document, a->source), bel_span_length (a->source));
  if (a->anonymous && !bel_span_is_empty (a->source))
    g_string_append (out, " (not named)");
}

/* The innermost source first, then through whom it comes. */
static char *
source_text (const BelClaims *claims, const BelClaim *claim)
{
  uint32_t chain[BEL_LIMIT_VOICE_DEPTH], n = bel_claim_voice (claims, claim, chain);
  if (n == 0)
    return NULL;
  GString *out = g_string_new (NULL);
  for (uint32_t i = n; i-- > 0;) {
    if (i + 1 < n)
      g_string_append (out, ", through ");
    append_source (out, claims, &claims->attributions.items[chain[i]]);
  }
  return g_string_free (out, FALSE);
}

static int
compare_rows (const void *a, const void *b)
{
  const BelClaim *x = ((const BelSheetRow *) a)->claim, *y = ((const BelSheetRow *) b)->claim;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

GArray *
bel_sheet_rows (const BelClaims *claims)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BelSheetRow));
  g_autoptr (GHashTable) cues = cue_heads (claims);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    if (!is_listed (claim, cues))
      continue;
    BelSpan source = bel_document_source_span (claims->document, claim->span);
    BelSheetRow row = {
      .claim = claim,
      .text = claim_text (claim),
      .source = source_text (claims, claim),
      .stance = claim->attribution == BEL_NONE ? "" : bel_stance_name (claims->attributions.items[claim->attribution].stance),
      .position = bel_document_position (claims->document, source.start),
    };
    g_array_append_val (rows, row);
  }
  g_array_sort (rows, compare_rows);
  return rows;
}

void
bel_sheet_free (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    g_free (g_array_index (rows, BelSheetRow, i).text);
    g_free (g_array_index (rows, BelSheetRow, i).source);
  }
  g_array_free (rows, TRUE);
}
