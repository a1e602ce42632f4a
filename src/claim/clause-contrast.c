/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* "Not on Friday but on Saturday", "Lind, not Roe, signed": a filler that is denied by itself. The clause is not so of it, and so of
 * what it is set against. */
#include "claim/clause.h"

/* "not a little trouble", "not a few members": much, and many. */
static bool
is_small_part (const BelDocument *document, uint32_t det)
{
  uint32_t next = det + 1;
  return next < document->tokens.n
         && (bel_token_form_is (document, next, "little") || bel_token_form_is (document, next, "few"));
}

/* "Not in the best of moods, Lind left": said of her beside the clause. */
static bool
is_said_beside (const BelDocument *document, uint32_t t)
{
  uint32_t head = document->tokens.head[t];
  if (head == BEL_NONE || t > head || bel_dep_base (document->tokens.dep[t]) == BEL_DEP_NSUBJ)
    return false;
  return bel_child (document, t, BEL_DEP_CONJ) == BEL_NONE && document->tokens.dep[t] != BEL_DEP_CONJ;
}

/* Whether the "not" at @c denies the phrase right after it: no quantifier ("not all"), no number ("not two years ago"), no degree. */
static bool
denies_phrase (const BelClauseBuilder *b, uint32_t c)
{
  uint32_t next = c + 1;
  if (!bel_token_form_is (b->document, c, "not") || bel_token_adds (b->document, c)
      || bel_negates_quantifier (b->document, c) || next >= b->t->n || b->t->sentence[next] != b->t->sentence[c])
    return false;
  switch (b->t->pos[next]) {
  case BEL_POS_ADP:
  case BEL_POS_NOUN:
  case BEL_POS_PROPN:
  case BEL_POS_PRON:
    return true;
  case BEL_POS_DET:
    return bel_token_feat (b->document, next, BEL_FEAT_DEFINITE) != 0 && !is_small_part (b->document, next);
  default:
    return false;
  }
}

bool
bel_is_contrasted (const BelDocument *document, uint32_t t)
{
  const BelClauseBuilder b = { .document = (BelDocument *) document, .t = &document->tokens };
  BelPos pos = t == BEL_NONE ? BEL_POS_PUNCT : document->tokens.pos[t];
  if ((pos != BEL_POS_NOUN && pos != BEL_POS_PROPN && pos != BEL_POS_PRON) || is_said_beside (document, t))
    return false;
  uint32_t first = document->tokens.subtree_first[t];
  while (first < t && document->tokens.pos[first] == BEL_POS_PUNCT)
    first++;
  return first < t && document->tokens.head[first] == t && denies_phrase (&b, first);
}

/* "was not a doctor but a nurse": what stands after the "but" is so. */
static bool
is_set_against (const BelClauseBuilder *b, const BelClause *clause, uint32_t t)
{
  uint32_t cc = clause->polarity == BEL_POLARITY_NEGATIVE && b->t->dep[t] == BEL_DEP_CONJ
                    ? bel_child (b->document, t, BEL_DEP_CC)
                    : BEL_NONE;
  return cc != BEL_NONE && bel_token_form_is (b->document, cc, "but");
}

bool
bel_clause_denies_filler (const BelClauseBuilder *b, const BelClause *clause, uint32_t subject)
{
  bool denied = bel_is_contrasted (b->document, subject);
  for (uint32_t i = 0; i < clause->n_arguments; i++) {
    const BelClauseArgument *a = &clause->arguments[i];
    if (!a->clause && a->head != clause->head
        && (bel_is_contrasted (b->document, a->head) || is_set_against (b, clause, a->head)))
      denied = !denied;
  }
  return denied;
}

static void
remove_argument (BelClause *clause, uint32_t at)
{
  for (uint32_t i = at; i + 1 < clause->n_arguments; i++)
    clause->arguments[i] = clause->arguments[i + 1];
  clause->n_arguments--;
  if (clause->object != BEL_NONE && clause->object > at)
    clause->object--;
}

static bool
has_other_of_role (const BelClause *clause, uint32_t at)
{
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (i != at && !clause->arguments[i].clause && clause->arguments[i].role == clause->arguments[at].role)
      return true;
  return false;
}

/* "on Saturday, not on Friday": the denied one is no part of what is so. */
uint32_t
bel_clause_set_aside (const BelClauseBuilder *b, BelClause *clause, BelClauseArgument *out, uint32_t room)
{
  uint32_t n = 0;
  for (uint32_t i = clause->n_arguments; i-- > 0;) {
    const BelClauseArgument *a = &clause->arguments[i];
    if (n == room || i == clause->object || a->clause || a->head == clause->head
        || !bel_is_contrasted (b->document, a->head) || !has_other_of_role (clause, i))
      continue;
    out[n++] = *a;
    remove_argument (clause, i);
  }
  return n;
}

void
bel_clause_take_back (BelClause *clause, const BelClauseArgument *aside)
{
  for (uint32_t i = clause->n_arguments; i-- > 0;)
    if (i != clause->object && clause->arguments[i].role == aside->role)
      remove_argument (clause, i);
  clause->arguments[clause->n_arguments] = *aside;
  clause->arguments[clause->n_arguments++].optional = false;
}

uint32_t
bel_clause_contrasted_names (const BelClauseBuilder *b, uint32_t subject, uint32_t n,
                             uint32_t out[BEL_CLAUSE_CONJUNCTS])
{
  if (subject == BEL_NONE)
    return n;
  for (BEL_EACH_CHILD (b->document, subject, c))
    if (b->t->dep[c] == BEL_DEP_APPOS && bel_is_contrasted (b->document, c) && n < BEL_CLAUSE_CONJUNCTS)
      out[n++] = c;
  return n;
}
