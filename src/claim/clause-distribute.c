/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Coordination: which conjuncts get a claim each, and which are meant together. */
#include "claim/clause.h"

/* A conjunct stands for itself unless it is a clause of its own. */
static bool
is_nominal (const BelClauseBuilder *b, uint32_t t)
{
  return !bel_clause_is_head (b, t) || b->t->pos[t] == BEL_POS_NOUN || b->t->pos[t] == BEL_POS_PROPN;
}

/* A second subject behind an "and" is a conjunct that the tree hung on the verb. */
static bool
is_second_subject (const BelClauseBuilder *b, uint32_t head, uint32_t c)
{
  uint32_t first = b->t->subtree_first[c];
  return c > head && b->t->dep[c] == b->t->dep[head] && first > head
         && (bel_clause_is_word (b, first - 1, BEL_WORD_AND) || bel_clause_is_word (b, first, BEL_WORD_AND));
}

static uint32_t
second_subjects (const BelClauseBuilder *b, uint32_t head, uint32_t *out, uint32_t n)
{
  BelDep dep = b->t->dep[head];
  if ((dep != BEL_DEP_NSUBJ && dep != BEL_DEP_NSUBJ_PASS) || b->t->head[head] == BEL_NONE)
    return n;
  for (BEL_EACH_CHILD (b->document, b->t->head[head], c))
    if (n < BEL_CLAUSE_CONJUNCTS && is_second_subject (b, head, c))
      out[n++] = c;
  return n;
}

uint32_t
bel_clause_conjuncts (const BelClauseBuilder *b, uint32_t head, uint32_t out[BEL_CLAUSE_CONJUNCTS])
{
  uint32_t n = 0;
  out[n++] = head;
  for (BEL_EACH_CHILD (b->document, head, c))
    if (b->t->dep[c] == BEL_DEP_CONJ && n < BEL_CLAUSE_CONJUNCTS && is_nominal (b, c)
        && bel_child (b->document, c, BEL_DEP_NSUBJ) == BEL_NONE && bel_child (b->document, c, BEL_DEP_COP) == BEL_NONE)
      out[n++] = c;
  return second_subjects (b, head, out, n);
}

static bool
has_word (const BelClauseBuilder *b, const BelClause *clause, BelClauseWord word)
{
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (bel_clause_is_word (b, clause->arguments[i].head, word))
      return true;
  return false;
}

/* "between A and B", "A and B are partners", "A and B met", "A and B sang together"; "A or B" is neither. */
bool
bel_clause_is_collective (const BelClauseBuilder *b, const BelClause *clause, uint32_t slot)
{
  uint32_t marker = bel_clause_marker (b, slot);
  if (marker != BEL_NONE
      && (bel_clause_is_word (b, marker, BEL_WORD_BETWEEN) || bel_clause_is_word (b, marker, BEL_WORD_AMONG)))
    return true;
  for (BEL_EACH_CHILD (b->document, slot, c))
    if (b->t->dep[c] == BEL_DEP_CONJ) {
      uint32_t cc = bel_child (b->document, c, BEL_DEP_CC);
      if (cc != BEL_NONE && bel_clause_is_word (b, cc, BEL_WORD_OR))
        return true;
    }
  if (slot != clause->subject)
    return false;
  bool lone = clause->object == BEL_NONE || clause->copular;
  return has_word (b, clause, BEL_WORD_TOGETHER)
         || (lone && bel_clause_in_lexicon (b, clause->head, BEL_CLAUSE_LEXICON_COLLECTIVE));
}
