/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Which words a clause hangs on, and predicates made of several verbs: "agreed to begin to withdraw". */
#include "claim/clause.h"

static bool
has_copula (const BelClauseBuilder *b, uint32_t t)
{
  return bel_child (b->document, t, BEL_DEP_COP) != BEL_NONE;
}

static bool
has_core (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c)) {
    BelDep base = bel_dep_base (b->t->dep[c]);
    if (base == BEL_DEP_NSUBJ || base == BEL_DEP_OBJ || base == BEL_DEP_OBL || base == BEL_DEP_CCOMP
        || base == BEL_DEP_XCOMP || base == BEL_DEP_CSUBJ)
      return true;
  }
  return false;
}

/* What follows "to" in the tree of a clause is a verb, however it is tagged. */
static bool
has_infinitive_mark (const BelClauseBuilder *b, uint32_t t)
{
  if (b->t->dep[t] != BEL_DEP_XCOMP && b->t->dep[t] != BEL_DEP_ADVCL && b->t->dep[t] != BEL_DEP_ACL)
    return false;
  uint32_t mark = bel_child (b->document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && mark + 1 == t && b->t->xpos[mark] == BEL_XPOS_TO;
}

bool
bel_clause_is_verb (const BelClauseBuilder *b, uint32_t t)
{
  BelDep dep = b->t->dep[t];
  if (b->t->pos[t] == BEL_POS_VERB || has_infinitive_mark (b, t))
    return true;
  return b->t->pos[t] == BEL_POS_AUX && dep != BEL_DEP_AUX && dep != BEL_DEP_AUX_PASS && dep != BEL_DEP_COP;
}

/* Whether the relation of @t to its head is one that a clause can stand in. */
static bool
is_clausal (BelDep dep)
{
  switch (bel_dep_base (dep)) {
  case BEL_DEP_ROOT:
  case BEL_DEP_CCOMP:
  case BEL_DEP_XCOMP:
  case BEL_DEP_ADVCL:
  case BEL_DEP_ACL:
  case BEL_DEP_PARATAXIS:
  case BEL_DEP_CONJ:
  case BEL_DEP_CSUBJ:
  case BEL_DEP_LIST:
  case BEL_DEP_DISLOCATED:
  case BEL_DEP_APPOS:
  case BEL_DEP_DEP:
    return true;
  default:
    return false;
  }
}

bool
bel_clause_is_head (const BelClauseBuilder *b, uint32_t t)
{
  if (bel_clause_is_verb (b, t))
    return is_clausal (b->t->dep[t]) || (has_core (b, t) && b->t->dep[t] != BEL_DEP_AMOD);
  if (has_copula (b, t))
    return true;
  bool subject = bel_child (b->document, t, BEL_DEP_NSUBJ) != BEL_NONE
                 || bel_child (b->document, t, BEL_DEP_NSUBJ_PASS) != BEL_NONE;
  return subject && b->t->dep[t] != BEL_DEP_XCOMP;
}

static bool
has_object (const BelClauseBuilder *b, uint32_t t)
{
  return bel_child (b->document, t, BEL_DEP_OBJ) != BEL_NONE || bel_child (b->document, t, BEL_DEP_IOBJ) != BEL_NONE;
}

/* "was told to leave", "is able to go": one predicate. "urged them to go": two. */
bool
bel_clause_chains_up (const BelClauseBuilder *b, uint32_t t)
{
  if (b->t->dep[t] != BEL_DEP_XCOMP || b->t->head[t] == BEL_NONE)
    return false;
  uint32_t above = b->t->head[t];
  if (!bel_clause_is_head (b, above) && b->t->dep[above] != BEL_DEP_XCOMP)
    return false;
  if (has_object (b, above) && !bel_clause_in_lexicon (b, above, BEL_CLAUSE_LEXICON_SUBJECT_CONTROL))
    return false;
  return bel_clause_is_verb (b, t) || has_copula (b, t);
}

static uint32_t
chained_child (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c))
    if (bel_clause_chains_up (b, c))
      return c;
  return BEL_NONE;
}

bool
bel_clause_chains_down (const BelClauseBuilder *b, uint32_t t)
{
  return chained_child (b, t) != BEL_NONE;
}

uint32_t
bel_clause_chain_end (const BelClauseBuilder *b, uint32_t t)
{
  for (uint32_t step = 0; step < BEL_CLAUSE_CHAIN; step++) {
    uint32_t below = chained_child (b, t);
    if (below == BEL_NONE)
      break;
    t = below;
  }
  return t;
}

uint32_t
bel_clause_first_conjunct (const BelClauseBuilder *b, uint32_t t)
{
  return b->t->dep[t] == BEL_DEP_CONJ ? b->t->head[t] : BEL_NONE;
}

void
bel_clause_read_chain (const BelClauseBuilder *b, BelClause *clause)
{
  uint32_t up[BEL_CLAUSE_CHAIN];
  uint32_t n = 0, t = clause->head;
  up[n++] = t;
  while (n < BEL_CLAUSE_CHAIN) {
    uint32_t first = bel_clause_first_conjunct (b, t);
    if (!bel_clause_chains_up (b, first == BEL_NONE ? t : first))
      break;
    t = b->t->head[first == BEL_NONE ? t : first];
    up[n++] = t;
  }
  for (uint32_t i = 0; i < n; i++)
    clause->chain[i] = up[n - 1 - i];
  clause->n_chain = n;
}

bool
bel_clause_is_passive (const BelClauseBuilder *b, uint32_t t)
{
  if (bel_child (b->document, t, BEL_DEP_AUX_PASS) != BEL_NONE
      || bel_child (b->document, t, BEL_DEP_NSUBJ_PASS) != BEL_NONE
      || bel_child (b->document, t, BEL_DEP_CSUBJ_PASS) != BEL_NONE)
    return true;
  if (b->t->xpos[t] != BEL_XPOS_VBN || bel_child (b->document, t, BEL_DEP_AUX) != BEL_NONE)
    return false;
  BelDep dep = b->t->dep[t];
  if (dep == BEL_DEP_ACL || dep == BEL_DEP_ADVCL || dep == BEL_DEP_XCOMP || dep == BEL_DEP_PARATAXIS)
    return bel_child (b->document, t, BEL_DEP_OBJ) == BEL_NONE;
  uint32_t first = bel_clause_first_conjunct (b, t);
  return first != BEL_NONE && bel_child (b->document, t, BEL_DEP_NSUBJ) == BEL_NONE
         && bel_child (b->document, t, BEL_DEP_AUX) == BEL_NONE
         && bel_child (b->document, first, BEL_DEP_AUX_PASS) != BEL_NONE;
}
