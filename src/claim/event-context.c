/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The clause above a predicate and the sentence around it, as named features; and pairs of them. */
#include "claim/event-private.h"

#include <string.h>

#define MAX_CLIMB 12

static bool
is_clause (const BelDocument *document, uint32_t t)
{
  BelPos pos = document->tokens.pos[t];
  return pos == BEL_POS_VERB || pos == BEL_POS_AUX || pos == BEL_POS_ADJ
         || bel_child (document, t, BEL_DEP_COP) != BEL_NONE;
}

uint32_t
bel_event_governor (const BelDocument *document, uint32_t t)
{
  uint32_t above = document->tokens.head[t];
  bool clause_of_noun = bel_dep_base (document->tokens.dep[t]) == BEL_DEP_ACL;
  for (int i = 0; i < MAX_CLIMB && above != BEL_NONE; i++) {
    if (clause_of_noun || is_clause (document, above))
      return above;
    above = document->tokens.head[above];
  }
  return BEL_NONE;
}

/* The conjunct that lends @t its auxiliaries: "will come and stay". BEL_NONE when it has its own. */
static uint32_t
lender (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t above = tokens->head[t];
  if (tokens->dep[t] != BEL_DEP_CONJ || above == BEL_NONE || !is_clause (document, above)
      || bel_child (document, t, BEL_DEP_NSUBJ) != BEL_NONE || bel_child (document, t, BEL_DEP_MARK) != BEL_NONE
      || bel_child (document, t, BEL_DEP_AUX) != BEL_NONE)
    return BEL_NONE;
  return tokens->xpos[t] == tokens->xpos[above] || tokens->xpos[above] == BEL_XPOS_VB ? above : BEL_NONE;
}

static uint32_t
first_lender (const BelDocument *document, uint32_t t)
{
  for (int i = 0; i < MAX_CLIMB; i++) {
    uint32_t next = lender (document, t);
    if (next == BEL_NONE)
      break;
    t = next;
  }
  return t;
}

/* What is shared between conjuncts, out of the features of the lending one. */
static void
add_shared (BelEventFeatures *out, uint32_t from)
{
  static const char *const SHARED[]
      = { "FUT",  "WOULD",  "MAY", "CAN", "COULD",  "SHOULD", "MUST",    "PERF",    "PROG",
          "PASS", "HAS_IF", "DO_", "NEG", "PLEASE", "SUBJ",   "PASTAUX", "PRESAUX", "MARK" };
  BelEventFeatures lent = { .f = out->f };
  bel_event_add_local (&lent, from, "");
  for (uint32_t i = 0; i < lent.n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (SHARED); k++)
      if (g_str_has_prefix (lent.names[i], SHARED[k]))
        bel_event_add_value (out, lent.names[i], 1);
  bel_event_add (out, "SHARED");
}

static const char *
link_name (BelLink link)
{
  static const char *const NAMES[] = { "other", "that", "to", "object-to", "gerund" };
  return NAMES[link];
}

static void
add_signature (BelEventFeatures *out, uint32_t base)
{
  const BelFactuality *f = out->f;
  BelLink link = bel_factuality_link (f, base);
  if (link == BEL_LINK_OTHER)
    return;
  BelSignature signature = bel_factuality_signature (f, base, link);
  uint32_t head = f->document->tokens.head[base];
  bool negated = bel_factuality_negated (f->document, head);
  float value = (negated ? signature.negative : signature.positive) / 2;
  bel_event_add_value (out, "SIG", value);
  bel_event_add_value (out, bel_arena_printf (f->arena, "SIG_%s", link_name (link)), value);
  bel_event_add (out, "KIND_%s", link_name (link));
  bel_event_add (out, "KIND_%s_%s", link_name (link), signature.known ? "known" : "unknown");
  bel_event_add (out, "KIND_%s_%s", link_name (link), bel_pos_name (f->document->tokens.pos[head]));
  bel_event_add (out, "gov:%s:%s%s", bel_symbols_text (f->document->symbols, f->document->tokens.lemma[head]),
                 link_name (link), negated ? ":neg" : "");
}

static bool
is_imperative (const BelDocument *document, uint32_t t)
{
  return document->tokens.xpos[t] == BEL_XPOS_VB && bel_child (document, t, BEL_DEP_NSUBJ) == BEL_NONE
         && bel_child (document, t, BEL_DEP_AUX) == BEL_NONE && bel_child (document, t, BEL_DEP_MARK) == BEL_NONE;
}

static void
add_mood (BelEventFeatures *out, uint32_t base)
{
  const BelDocument *document = out->f->document;
  bool question = bel_factuality_is_question (document, base);
  BelDep dep = bel_dep_base (document->tokens.dep[base]);
  bool main = dep == BEL_DEP_ROOT || dep == BEL_DEP_PARATAXIS || dep == BEL_DEP_CONJ;
  if (main && is_imperative (document, base))
    bel_event_add (out, "IMP");
  if (main && question)
    bel_event_add (out, "QUES");
  if (question)
    bel_event_add (out, "QANY");
  uint32_t first = document->sentences.items[document->tokens.sentence[base]].first_token;
  if (dep == BEL_DEP_ROOT && question && document->tokens.pos[first] == BEL_POS_AUX)
    bel_event_add (out, "YNQ");
}

static void
add_governor (BelEventFeatures *out, uint32_t base)
{
  const BelDocument *document = out->f->document;
  uint32_t governor = bel_event_governor (document, base);
  if (governor == BEL_NONE)
    return;
  bel_event_add_local (out, governor, "G_");
  uint32_t lent = first_lender (document, governor);
  if (lent != governor)
    bel_event_add_local (out, lent, "G_");
  bel_event_add (out, "G_DEP_%s", bel_dep_name (document->tokens.dep[governor]));
  bel_event_add (out, "G_POS_%s", bel_pos_name (document->tokens.pos[governor]));
  if (is_imperative (document, governor))
    bel_event_add (out, "G_IMP");
  bel_event_add (out, "head:%s:%s", bel_symbols_text (document->symbols, document->tokens.lemma[governor]),
                 bel_dep_name (bel_dep_base (document->tokens.dep[base])));
}

static void
add_sentence (BelEventFeatures *out, uint32_t t)
{
  const BelDocument *document = out->f->document;
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[t]];
  unsigned n_past = 0;
  bool modal = false, you = false, we = false, condition = false;
  for (uint32_t u = sentence->first_token; u < sentence->first_token + sentence->n_tokens; u++) {
    n_past += document->tokens.xpos[u] == BEL_XPOS_VBD;
    modal |= document->tokens.xpos[u] == BEL_XPOS_MD;
    you |= bel_token_form_is (document, u, "you") || bel_token_form_is (document, u, "your");
    we |= bel_token_form_is (document, u, "i") || bel_token_form_is (document, u, "we")
          || bel_token_form_is (document, u, "my");
    condition |= bel_token_form_is (document, u, "if");
  }
  bel_event_add (out, "NPAST_%u", MIN (n_past, 3));
  if (modal)
    bel_event_add (out, "HASMOD");
  if (you)
    bel_event_add (out, "HASYOU");
  if (we)
    bel_event_add (out, "HASME");
  if (condition)
    bel_event_add (out, "HASIF");
  uint32_t last = sentence->first_token + sentence->n_tokens - 1;
  if (document->text[document->tokens.span[last].start] == '!')
    bel_event_add (out, "EXCL");
}

static bool
pairs_with_form (const char *name)
{
  static const char *const PREFIXES[]
      = { "MARK_", "BDEP_", "WH_",   "NEG", "PERF",  "QUES",   "IMP",    "HAS_IF", "G_FUT", "G_WOULD",  "G_MAY",
          "G_IMP", "G_X_",  "KIND_", "ADV", "NPAST", "HASMOD", "HASYOU", "HASME",  "HASIF", "SUBJ_YOU", "SUBJ_I" };
  for (guint i = 0; i < G_N_ELEMENTS (PREFIXES); i++)
    if (g_str_has_prefix (name, PREFIXES[i]))
      return true;
  return false;
}

static bool
is_modal (const char *name)
{
  static const char *const MODALS[] = { "FUT", "WOULD", "MAY", "CAN", "COULD", "SHOULD", "MUST" };
  for (guint i = 0; i < G_N_ELEMENTS (MODALS); i++)
    if (strcmp (name, MODALS[i]) == 0)
      return true;
  return false;
}

static void
add_pairs (BelEventFeatures *out, const char *form)
{
  uint32_t n = out->n;
  for (uint32_t i = 0; i < n; i++) {
    if (pairs_with_form (out->names[i]))
      bel_event_add (out, "%s&%s", form, out->names[i]);
    if (!is_modal (out->names[i]))
      continue;
    for (uint32_t k = 0; k < n; k++)
      if (g_str_has_prefix (out->names[k], "NEG") || g_str_has_prefix (out->names[k], "PERF")
          || g_str_has_prefix (out->names[k], "QUES") || g_str_has_prefix (out->names[k], "SUBJ_")
          || g_str_has_prefix (out->names[k], "BDEP_"))
        bel_event_add (out, "%s&%s", out->names[i], out->names[k]);
  }
}

void
bel_event_collect (BelEventFeatures *out, uint32_t t)
{
  const BelDocument *document = out->f->document;
  const char *form = bel_event_form (out, t);
  bel_event_add_local (out, t, "");
  uint32_t base = first_lender (document, t);
  if (base != t)
    add_shared (out, base);
  bel_event_add (out, "DEP_%s", bel_dep_name (document->tokens.dep[t]));
  bel_event_add (out, "BDEP_%s", bel_dep_name (document->tokens.dep[base]));
  add_signature (out, base);
  add_mood (out, base);
  add_governor (out, base);
  add_sentence (out, t);
  bel_event_add (out, "lemma:%s", bel_symbols_text (document->symbols, document->tokens.lemma[t]));
  bel_event_add_value (out, "TRUTH", out->f->author[t] * out->f->own[t]);
  add_pairs (out, form);
}
