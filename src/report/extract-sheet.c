/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The claims of a document as rows for people: which are shown, in which words, by whom. */
#include "report/extract.h"

#include "base/limits.h"
#include "report/report.h"

/** Below this the reading itself is in doubt, and a list for people leaves it out. */
#define LEAST_CONFIDENCE 0.5f

/** A clause without object or oblique is shown even so: "the engineer was fired". */
#define LEAST_CONFIDENCE_BARE 0.3f

static void
add_key (GHashTable *set, uint32_t token)
{
  g_hash_table_add (set, GUINT_TO_POINTER (token));
}

static bool
has_key (GHashTable *set, uint32_t token)
{
  return g_hash_table_contains (set, GUINT_TO_POINTER (token));
}

/* Tokens of cues whose content stands as a claim of its own, so that "the official said" is not listed beside what he
 * said. "We found cracks" says what was found itself. */
static GHashTable *
cue_heads (const BelClaims *claims)
{
  GHashTable *heads = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) clauses = g_hash_table_new (NULL, NULL);
  for (uint32_t i = 0; i < claims->claims.n; i++)
    if (claims->claims.items[i].kind != BEL_CLAIM_NOMINAL && claims->claims.items[i].kind != BEL_CLAIM_POSSESSIVE)
      add_key (clauses, claims->claims.items[i].head);
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    const BelAttribution *a = &claims->attributions.items[i];
    for (uint32_t k = 0; a->cue_head != BEL_NONE && k < a->content_heads.n; k++)
      if (has_key (clauses, a->content_heads.items[k]))
        add_key (heads, a->cue_head);
  }
  return heads;
}

static bool
is_sure (const BelClaim *claim)
{
  bool bare = claim->surface.n_args == 0;
  return *claim->surface.arg1 && claim->confidence >= (bare ? LEAST_CONFIDENCE_BARE : LEAST_CONFIDENCE);
}

static bool
is_listed (const BelClaims *claims, const BelClaim *claim, GHashTable *cues)
{
  if (claim->minimal || !is_sure (claim))
    return false;
  if (claim->kind == BEL_CLAIM_POSSESSIVE || claim->kind == BEL_CLAIM_TITLE || claim->kind == BEL_CLAIM_NOMINAL)
    return false;
  bool saying = has_key (cues, claim->head) || has_key (cues, claim->predicate_head);
  bool empty = claim->surface.n_args == 0 && claim->parent != BEL_NONE
               && claims->claims.items[claim->parent].head == claim->head;
  return claim->modality != BEL_MODALITY_QUESTION && !saying && !empty;
}

/* "according to the police" behind what they said is said by the column of sources. */
static bool
is_of_voice (const BelClaims *claims, const BelClaim *claim, const char *argument)
{
  uint32_t chain[BEL_LIMIT_VOICE_DEPTH], n = bel_claim_voice (claims, claim, chain);
  for (uint32_t i = 0; i < n; i++) {
    BelSpan cue = claims->attributions.items[chain[i]].cue;
    size_t length = bel_span_length (cue);
    if (length && g_ascii_strncasecmp (argument, bel_document_text (claims->document, cue), length) == 0)
      return true;
  }
  return false;
}

static bool
has_negation (const char *text)
{
  static const char *const WORDS[]
      = { "not", "n't", "no", "never", "neither", "nor", "nobody", "nothing", "none", "without", "cannot" };
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  for (char **part = parts; *part; part++)
    for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
      if (g_ascii_strcasecmp (*part, WORDS[i]) == 0)
        return true;
  return false;
}

/* "Neither | the mayor | nor her aide met the envoy": one of several subjects, told by itself. */
static bool
is_one_of_several (const BelDocument *document, const BelClaim *claim)
{
  uint32_t subject = claim->subject.head;
  return subject != BEL_NONE
         && (document->tokens.dep[subject] == BEL_DEP_CONJ || bel_child (document, subject, BEL_DEP_CONJ) != BEL_NONE);
}

/* What a word outside of those shown has turned: "fled without | paying the bill". */
static bool
is_turned (const BelDocument *document, const BelClaim *claim, const char *text)
{
  bool below = claim->parent != BEL_NONE
               && (claim->parent_relation == BEL_DEP_ADVCL || claim->parent_relation == BEL_DEP_XCOMP);
  return (below || is_one_of_several (document, claim)) && claim->polarity == BEL_POLARITY_NEGATIVE
         && !has_negation (text);
}

/* "gave | a toy | the child": whether the draft has the second before the first. */
static bool
is_swapped (const BelClaims *claims, const BelClaim *claim)
{
  if (claim->surface.n_args != 2)
    return false;
  const char *clause = bel_document_text (claims->document, claim->span);
  const char *first = g_strstr_len (clause, bel_span_length (claim->span), claim->surface.args[0]);
  const char *second = g_strstr_len (clause, bel_span_length (claim->span), claim->surface.args[1]);
  return first && second && second < first;
}

static void
append_arguments (GString *out, const BelClaims *claims, const BelClaim *claim)
{
  bool swapped = is_swapped (claims, claim);
  for (uint32_t i = 0; i < claim->surface.n_args; i++) {
    const char *text = claim->surface.args[swapped ? 1 - i : i];
    if (!is_of_voice (claims, claim, text))
      g_string_append_printf (out, " %s", text);
  }
}

static char *
claim_text (const BelClaims *claims, const BelClaim *claim)
{
  GString *joined = g_string_new (claim->surface.arg1), *clean = g_string_new (NULL);
  g_string_append_printf (joined, " %s", claim->surface.rel);
  append_arguments (joined, claims, claim);
  if (is_turned (claims->document, claim, joined->str))
    g_string_append (clean, "[not so] ");
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

static uint32_t
only_source (const BelClaims *claims, const BelClaim *claim)
{
  uint32_t chain[BEL_LIMIT_VOICE_DEPTH], n = bel_claim_voice (claims, claim, chain);
  return n == 1 ? claims->attributions.items[chain[0]].source_entity : BEL_NONE;
}

static int
compare_rows (const void *a, const void *b)
{
  const BelClaim *x = ((const BelSheetRow *) a)->claim, *y = ((const BelSheetRow *) b)->claim;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

const char *
bel_sheet_stance_words (const char *stance)
{
  static const struct {
    const char *stance, *words;
  } WORDS[] = {
    { "deny", "denied" },
    { "doubt", "doubted" },
    { "uncommitted", "neither confirmed nor denied" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (stance, WORDS[i].stance))
      return WORDS[i].words;
  return NULL;
}

GArray *
bel_sheet_rows (const BelClaims *claims)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BelSheetRow));
  g_autoptr (GHashTable) cues = cue_heads (claims);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    if (!is_listed (claims, claim, cues))
      continue;
    BelSpan source = bel_document_source_span (claims->document, claim->span);
    BelSheetRow row = {
      .claim = claim,
      .text = claim_text (claims, claim),
      .source = source_text (claims, claim),
      .source_entity = only_source (claims, claim),
      .stance
      = claim->attribution == BEL_NONE ? "" : bel_stance_name (claims->attributions.items[claim->attribution].stance),
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
