/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The words of the predicate, and what they say of polarity, tense and modality. */
#include "claim/clause.h"

bool
bel_clause_is_negation (const BelClauseBuilder *b, uint32_t t)
{
  if (bel_token_adds (b->document, t) || bel_token_bounds (b->document, t))
    return false;
  return bel_token_ends (b->document, t) || bel_clause_is_word (b, t, BEL_WORD_NOT)
         || bel_clause_is_word (b, t, BEL_WORD_NT) || bel_clause_is_word (b, t, BEL_WORD_NT2)
         || bel_clause_is_word (b, t, BEL_WORD_NEVER) || bel_clause_is_word (b, t, BEL_WORD_NEITHER)
         || bel_clause_is_word (b, t, BEL_WORD_NOR);
}

static bool
is_auxiliary (BelDep dep)
{
  return dep == BEL_DEP_AUX || dep == BEL_DEP_AUX_PASS || dep == BEL_DEP_COP;
}

/* -- words ----------------------------------------------------------------------------------- */

static bool
is_leaf (const BelClauseBuilder *b, uint32_t t)
{
  return b->t->child_start[t] == b->t->child_start[t + 1];
}

bool
bel_clause_is_manner (const BelClauseBuilder *b, uint32_t t)
{
  return is_leaf (b, t) && !bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_TIME_ADVERB)
         && !bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_PLACE_ADVERB);
}

/* Adverbs between subject and verb and right after the verb go with the predicate; the others are arguments. */
static bool
is_predicate_word (const BelClauseBuilder *b, const BelClause *clause, uint32_t verb, uint32_t c)
{
  BelDep dep = b->t->dep[c];
  if (dep == BEL_DEP_COP && !clause->copular && verb == clause->head)
    return false; /* "The trouble is that it rains": the copula of the outer clause */
  if (is_auxiliary (dep) || dep == BEL_DEP_COMPOUND_PRT || (dep == BEL_DEP_COMPOUND && c > verb))
    return true;
  if (dep == BEL_DEP_MARK)
    return (bel_clause_is_word (b, c, BEL_WORD_TO) || bel_clause_is_word (b, c, BEL_WORD_FROM))
           && verb != clause->chain[0];
  if (dep == BEL_DEP_CC_PRECONJ)
    return bel_clause_is_negation (b, c);
  if (dep != BEL_DEP_ADVMOD || bel_clause_is_relative_pronoun (b, c) || b->t->xpos[c] == BEL_XPOS_WRB)
    return false;
  if (bel_clause_is_negation (b, c))
    return true;
  if (clause->copular && verb == clause->head && clause->copula != BEL_NONE && c > clause->copula)
    return false;
  if (c == verb + 1 && verb == clause->head && !clause->copular)
    return bel_clause_is_manner (b, c);
  bool after_subject = clause->subject == BEL_NONE || !clause->subject_inside || c > clause->subject;
  return c < verb && after_subject && is_leaf (b, c);
}

static void
push_verb_words (BelClauseBuilder *b, const BelClause *clause, uint32_t verb, BelTokenList *out)
{
  for (BEL_EACH_CHILD (b->document, verb, c))
    if (is_predicate_word (b, clause, verb, c))
      bel_vec_push (b->arena, out, c);
  if (!clause->copular || verb != clause->head)
    bel_vec_push (b->arena, out, verb);
}

static bool
has_auxiliary (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c))
    if (is_auxiliary (b->t->dep[c]))
      return true;
  return false;
}

/* "could be removed and replaced": the second verb is under the first one's auxiliaries. */
static bool
shares_auxiliaries (const BelClauseBuilder *b, const BelClause *clause)
{
  if (clause->host == BEL_NONE || has_auxiliary (b, clause->chain[0]))
    return false;
  BelXpos own = b->t->xpos[clause->chain[0]], first = b->t->xpos[clause->host];
  return own == first && (own == BEL_XPOS_VB || own == BEL_XPOS_VBN || own == BEL_XPOS_VBG);
}

static int
compare_tokens (const void *a, const void *b)
{
  uint32_t x = *(const uint32_t *) a, y = *(const uint32_t *) b;
  return (x > y) - (x < y);
}

void
bel_clause_predicate_words (BelClauseBuilder *b, const BelClause *clause, BelTokenList *out)
{
  out->n = 0;
  if (shares_auxiliaries (b, clause))
    for (BEL_EACH_CHILD (b->document, clause->host, c))
      if (is_auxiliary (b->t->dep[c]) || (b->t->dep[c] == BEL_DEP_ADVMOD && bel_clause_is_negation (b, c)))
        bel_vec_push (b->arena, out, c);
  for (uint32_t i = 0; i < clause->n_chain; i++)
    push_verb_words (b, clause, clause->chain[i], out);
  if (out->n > 1)
    bel_sort (out->items, out->n, sizeof (uint32_t), compare_tokens);
}

/* -- polarity -------------------------------------------------------------------------------- */

/* "no one came", "nobody came", "no decision was made", "said nothing". */
static bool
is_negative_phrase (const BelClauseBuilder *b, uint32_t t)
{
  if (bel_clause_is_word (b, t, BEL_WORD_NOBODY) || bel_clause_is_word (b, t, BEL_WORD_NOTHING)
      || bel_clause_is_word (b, t, BEL_WORD_NONE) || bel_clause_is_word (b, t, BEL_WORD_NOONE)
      || bel_clause_is_word (b, t, BEL_WORD_NEITHER))
    return true;
  for (BEL_EACH_CHILD (b->document, t, c)) {
    if ((b->t->dep[c] == BEL_DEP_DET || b->t->dep[c] == BEL_DEP_CC_PRECONJ)
        && (bel_clause_is_word (b, c, BEL_WORD_NO) || bel_clause_is_word (b, c, BEL_WORD_NEITHER))
        && !bel_token_bounds (b->document, c))
      return true;
    bool not_one = b->t->dep[c] == BEL_DEP_NUMMOD && bel_token_form_is (b->document, c, "one") && c > 0
                   && bel_clause_is_negation (b, c - 1) && b->t->head[c - 1] != b->t->head[t];
    if (not_one) /* "found not one mistake" */
      return true;
  }
  return false;
}

static bool
is_negated_verb (const BelClauseBuilder *b, uint32_t verb)
{
  for (BEL_EACH_CHILD (b->document, verb, c)) {
    BelDep dep = b->t->dep[c];
    if ((dep == BEL_DEP_ADVMOD || dep == BEL_DEP_CC_PRECONJ || dep == BEL_DEP_CC) && bel_clause_is_negation (b, c))
      return true;
    if (dep == BEL_DEP_AUX && bel_clause_is_word (b, c, BEL_WORD_CANNOT))
      return true;
  }
  return false;
}

static bool
is_negated (const BelClauseBuilder *b, const BelClause *clause)
{
  bool negative = false;
  for (uint32_t i = 0; i < clause->n_chain; i++)
    negative ^= is_negated_verb (b, clause->chain[i]);
  if (clause->host != BEL_NONE && !negative && (shares_auxiliaries (b, clause) || clause->n_chain > 1))
    negative = is_negated_verb (b, clause->host);
  if (clause->subject != BEL_NONE && is_negative_phrase (b, clause->subject))
    negative = !negative;
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (!clause->arguments[i].clause && !clause->arguments[i].adverb
        && is_negative_phrase (b, clause->arguments[i].head))
      negative = !negative;
  return negative;
}

/* -- tense and modality ---------------------------------------------------------------------- */

static BelModality
modality_of_auxiliary (const BelClauseBuilder *b, uint32_t t)
{
  static const struct {
    BelClauseWord word;
    BelModality modality;
  } TABLE[] = {
    { BEL_WORD_MAY, BEL_MODALITY_POSSIBILITY },   { BEL_WORD_MIGHT, BEL_MODALITY_POSSIBILITY },
    { BEL_WORD_COULD, BEL_MODALITY_POSSIBILITY }, { BEL_WORD_CAN, BEL_MODALITY_ABILITY },
    { BEL_WORD_CA, BEL_MODALITY_ABILITY },        { BEL_WORD_CANNOT, BEL_MODALITY_ABILITY },
    { BEL_WORD_MUST, BEL_MODALITY_OBLIGATION },   { BEL_WORD_SHOULD, BEL_MODALITY_OBLIGATION },
    { BEL_WORD_OUGHT, BEL_MODALITY_OBLIGATION },  { BEL_WORD_WILL, BEL_MODALITY_FUTURE },
    { BEL_WORD_WO, BEL_MODALITY_FUTURE },         { BEL_WORD_LL, BEL_MODALITY_FUTURE },
    { BEL_WORD_LL2, BEL_MODALITY_FUTURE },        { BEL_WORD_SHALL, BEL_MODALITY_FUTURE },
    { BEL_WORD_WOULD, BEL_MODALITY_FUTURE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    if (bel_clause_is_word (b, t, TABLE[i].word))
      return TABLE[i].modality;
  return BEL_MODALITY_NONE;
}

static BelClaimTense
tense_of_word (const BelClauseBuilder *b, uint32_t t)
{
  switch ((BelXpos) b->t->xpos[t]) {
  case BEL_XPOS_VBD:
    return BEL_CLAIM_TENSE_PAST;
  case BEL_XPOS_VBZ:
  case BEL_XPOS_VBP:
    return BEL_CLAIM_TENSE_PRESENT;
  default:
    return BEL_CLAIM_TENSE_NONE;
  }
}

/* "would have gone": a modal with a perfect is about what was not so, or is not known to be. */
static bool
has_perfect (const BelClauseBuilder *b, uint32_t verb)
{
  for (BEL_EACH_CHILD (b->document, verb, c))
    if (b->t->dep[c] == BEL_DEP_AUX && b->t->lemma[c] == b->words[BEL_WORD_HAVE])
      return true;
  return false;
}

static void
read_auxiliary (const BelClauseBuilder *b, BelClause *clause, uint32_t verb, uint32_t c)
{
  BelModality modality = modality_of_auxiliary (b, c);
  if (clause->modality == BEL_MODALITY_NONE)
    clause->modality = modality;
  if (bel_clause_is_word (b, c, BEL_WORD_WOULD) && has_perfect (b, verb))
    clause->modality = BEL_MODALITY_COUNTERFACTUAL;
  if (modality == BEL_MODALITY_FUTURE && clause->tense == BEL_CLAIM_TENSE_NONE)
    clause->tense = BEL_CLAIM_TENSE_FUTURE;
  BelClaimTense tense = tense_of_word (b, c);
  if (tense == BEL_CLAIM_TENSE_PRESENT && b->t->lemma[c] == b->words[BEL_WORD_HAVE])
    tense = BEL_CLAIM_TENSE_PAST;
  if (clause->tense == BEL_CLAIM_TENSE_NONE)
    clause->tense = tense;
}

/* "Envoy meets rebels": the present of headlines tells what happened. */
static BelClaimTense
tense_of_verb (const BelClauseBuilder *b, uint32_t verb)
{
  const BelSentence *sentence = &b->document->sentences.items[b->t->sentence[verb]];
  bool headline = b->document->blocks.items[sentence->block].kind == BEL_BLOCK_HEADLINE;
  BelClaimTense tense = tense_of_word (b, verb);
  return headline && tense == BEL_CLAIM_TENSE_PRESENT ? BEL_CLAIM_TENSE_PAST : tense;
}

static void
read_verb_mood (const BelClauseBuilder *b, BelClause *clause, uint32_t verb)
{
  for (BEL_EACH_CHILD (b->document, verb, c))
    if (is_auxiliary (b->t->dep[c]))
      read_auxiliary (b, clause, verb, c);
  if (clause->tense == BEL_CLAIM_TENSE_NONE && bel_clause_is_verb (b, verb))
    clause->tense = tense_of_verb (b, verb);
  if (bel_clause_is_word (b, verb, BEL_WORD_GOING) && verb != clause->head) {
    clause->modality = BEL_MODALITY_FUTURE;
    clause->tense = BEL_CLAIM_TENSE_FUTURE;
  } else if (verb != clause->head && clause->modality == BEL_MODALITY_NONE
             && b->t->lemma[verb] == b->words[BEL_WORD_HAVE]) {
    uint32_t yet = bel_child (b->document, verb, BEL_DEP_ADVMOD); /* "has yet to leave" is no duty */
    if (yet == BEL_NONE || !bel_token_form_is (b->document, yet, "yet"))
      clause->modality = BEL_MODALITY_OBLIGATION;
  } else if (verb != clause->head && clause->modality == BEL_MODALITY_NONE
             && bel_clause_in_lexicon (b, verb, BEL_CLAUSE_LEXICON_RAISING)) {
    clause->modality = BEL_MODALITY_POSSIBILITY;
  }
}

/* Whether an "if" or "unless" stands over the clause @t, looking past its chain and conjuncts. */
static bool
is_conditional (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c))
    if (b->t->dep[c] == BEL_DEP_MARK && b->t->dep[t] == BEL_DEP_ADVCL
        && (bel_clause_is_word (b, c, BEL_WORD_IF) || bel_clause_is_word (b, c, BEL_WORD_UNLESS)))
      return true;
  return false;
}

/* "even if" takes nothing from the clause above it. */
static bool
has_condition (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c))
    if (b->t->dep[c] == BEL_DEP_ADVCL && is_conditional (b, c)
        && !bel_clause_is_word (b, b->t->subtree_first[c], BEL_WORD_EVEN))
      return true;
  return false;
}

/* An infinitive of purpose or under a noun is meant, not said to be so. */
static bool
is_purpose (const BelClauseBuilder *b, const BelClause *clause)
{
  uint32_t top = clause->chain[0];
  BelDep dep = b->t->dep[top];
  if (dep != BEL_DEP_ADVCL && dep != BEL_DEP_ACL && dep != BEL_DEP_XCOMP)
    return false;
  for (BEL_EACH_CHILD (b->document, top, c)) /* "in order to" too */
    if (b->t->dep[c] == BEL_DEP_MARK && bel_clause_is_word (b, c, BEL_WORD_TO))
      return true;
  return false;
}

static bool
is_question (const BelClauseBuilder *b, uint32_t t)
{
  if (b->t->dep[t] != BEL_DEP_ROOT)
    return false;
  const BelSentence *s = &b->document->sentences.items[b->t->sentence[t]];
  uint32_t last = s->first_token + s->n_tokens - 1;
  BelSpan span = b->t->span[last];
  for (; last > s->first_token && b->t->xpos[last] == BEL_XPOS_CLOSEQUOTE; last--)
    span = b->t->span[last - 1];
  return !bel_span_is_empty (span) && bel_document_text (b->document, span)[0] == '?';
}

static BelCertainty
certainty_of (BelModality modality)
{
  switch (modality) {
  case BEL_MODALITY_NONE:
  case BEL_MODALITY_GENERIC:
    return BEL_CERTAINTY_CERTAIN;
  case BEL_MODALITY_FUTURE:
    return BEL_CERTAINTY_PROBABLE;
  case BEL_MODALITY_POSSIBILITY:
  case BEL_MODALITY_ABILITY:
  case BEL_MODALITY_OBLIGATION:
    return BEL_CERTAINTY_POSSIBLE;
  default:
    return BEL_CERTAINTY_UNKNOWN;
  }
}

void
bel_clause_read_mood (const BelClauseBuilder *b, BelClause *clause)
{
  uint32_t top = clause->chain[0];
  clause->polarity = is_negated (b, clause) ? BEL_POLARITY_NEGATIVE : BEL_POLARITY_POSITIVE;
  clause->modality = BEL_MODALITY_NONE;
  clause->tense = BEL_CLAIM_TENSE_NONE;
  for (uint32_t i = 0; i < clause->n_chain; i++)
    read_verb_mood (b, clause, clause->chain[i]);
  if (clause->host != BEL_NONE && (shares_auxiliaries (b, clause) || clause->tense == BEL_CLAIM_TENSE_NONE))
    read_verb_mood (b, clause, clause->host);
  if (is_conditional (b, top) || (has_condition (b, top) && clause->modality != BEL_MODALITY_COUNTERFACTUAL))
    clause->modality = BEL_MODALITY_CONDITIONAL;
  else if (clause->modality == BEL_MODALITY_NONE && is_purpose (b, clause))
    clause->modality = BEL_MODALITY_INTENTION;
  else if (is_question (b, top))
    clause->modality = BEL_MODALITY_QUESTION;
  else if (b->t->dep[top] == BEL_DEP_ROOT && bel_token_feat (b->document, top, BEL_FEAT_MOOD) == BEL_MOOD_IMP)
    clause->modality = BEL_MODALITY_DIRECTIVE;
  clause->certainty = certainty_of (clause->modality);
}
