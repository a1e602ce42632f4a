/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The words of a phrase: a walk down its subtree that leaves out what does not belong to the slot. */
#include "claim/clause.h"

static bool
is_noun (const BelClauseBuilder *b, uint32_t t)
{
  return b->t->pos[t] == BEL_POS_NOUN || b->t->pos[t] == BEL_POS_PROPN;
}

/* The copula that makes a predicate of the phrase @child is in. */
static uint32_t
copula_of (const BelClauseBuilder *b, uint32_t child)
{
  return bel_child (b->document, b->t->head[child], BEL_DEP_COP);
}

/* Dependents of a phrase's head that belong to the clause around it, or stand beside the phrase. */
static bool
is_outside (const BelClauseBuilder *b, uint32_t child, unsigned kind)
{
  switch ((BelDep) b->t->dep[child]) {
  case BEL_DEP_CASE:
    return !bel_clause_is_word (b, child, BEL_WORD_POSSESSIVE);
  case BEL_DEP_CONJ:
  case BEL_DEP_CC:
  case BEL_DEP_CC_PRECONJ:
    return !(kind & BEL_PHRASE_CONJUNCTS);
  case BEL_DEP_APPOS:
  case BEL_DEP_PARATAXIS:
  case BEL_DEP_DISCOURSE:
  case BEL_DEP_VOCATIVE:
  case BEL_DEP_MARK:
  case BEL_DEP_COP:
  case BEL_DEP_AUX:
  case BEL_DEP_AUX_PASS:
  case BEL_DEP_NSUBJ:
  case BEL_DEP_NSUBJ_PASS:
  case BEL_DEP_NSUBJ_OUTER:
  case BEL_DEP_CSUBJ:
  case BEL_DEP_CSUBJ_PASS:
  case BEL_DEP_CSUBJ_OUTER:
  case BEL_DEP_EXPL:
  case BEL_DEP_ADVCL:
  case BEL_DEP_ADVCL_RELCL:
  case BEL_DEP_LIST:
  case BEL_DEP_DISLOCATED:
  case BEL_DEP_REPARANDUM:
  case BEL_DEP_OBL_UNMARKED:
    return true;
  case BEL_DEP_OBL:
  case BEL_DEP_OBL_AGENT:
    return is_noun (b, b->t->head[child]) || copula_of (b, child) != BEL_NONE;
  case BEL_DEP_NMOD:
    return bel_clause_is_spilled (b, child);
  case BEL_DEP_PUNCT:
    return b->t->xpos[child] != BEL_XPOS_HYPH;
  case BEL_DEP_ADVMOD:
    return copula_of (b, child) != BEL_NONE && (bel_clause_is_negation (b, child) || child < copula_of (b, child));
  default:
    return false;
  }
}

/* Modifiers that a slot leaves out at whatever depth. */
static bool
is_heavy (const BelClauseBuilder *b, uint32_t child, unsigned kind)
{
  switch ((BelDep) b->t->dep[child]) {
  case BEL_DEP_ACL_RELCL:
    return !(kind & BEL_PHRASE_RELATIVES);
  case BEL_DEP_ACL:
    return !(kind & BEL_PHRASE_PARTICIPLES);
  case BEL_DEP_NMOD:
    return kind & BEL_PHRASE_BARE;
  default:
    return false;
  }
}

static bool
is_included (const BelClauseBuilder *b, uint32_t child, unsigned kind, bool top)
{
  if (kind & BEL_PHRASE_CLAUSE)
    return true;
  if (is_heavy (b, child, kind))
    return false;
  if (top)
    return !is_outside (b, child, kind);
  return b->t->dep[child] != BEL_DEP_PARATAXIS && (b->t->dep[child] != BEL_DEP_APPOS || (kind & BEL_PHRASE_RELATIVES));
}

static bool
is_trimmed (const BelClauseBuilder *b, uint32_t t)
{
  BelXpos x = b->t->xpos[t];
  return b->t->pos[t] == BEL_POS_PUNCT && x != BEL_XPOS_OPENQUOTE && x != BEL_XPOS_CLOSEQUOTE && x != BEL_XPOS_LRB
         && x != BEL_XPOS_RRB;
}

/* A mark between two words of the phrase belongs to it: "Salt Lake City, Utah". */
static bool
is_between (const BelClauseBuilder *b, uint32_t t, uint32_t last)
{
  return b->t->pos[t] == BEL_POS_PUNCT && t < last && b->mark[t - 1] == b->n_marks
         && (b->mark[t + 1] == b->n_marks || b->t->pos[t + 1] == BEL_POS_PUNCT);
}

/* Quotation marks at the ends stay only as a pair. */
static void
trim_quotes (BelClauseBuilder *b, uint32_t *skip)
{
  uint32_t opened = 0, closed = 0;
  for (uint32_t i = *skip; i < b->phrase.n; i++) {
    opened += b->t->xpos[b->phrase.items[i]] == BEL_XPOS_OPENQUOTE;
    closed += b->t->xpos[b->phrase.items[i]] == BEL_XPOS_CLOSEQUOTE;
  }
  if (opened > closed && b->t->xpos[b->phrase.items[*skip]] == BEL_XPOS_OPENQUOTE && *skip + 1 < b->phrase.n)
    (*skip)++;
  if (closed > opened && b->t->xpos[b->phrase.items[b->phrase.n - 1]] == BEL_XPOS_CLOSEQUOTE && b->phrase.n > *skip + 1)
    b->phrase.n--;
}

/* One pair around all of a clause is no part of it, nor is the comma that it holds: “We found cracks,” she said. */
static void
trim_pair (BelClauseBuilder *b, uint32_t *skip)
{
  uint32_t n_marks = 0, *items = b->phrase.items;
  for (uint32_t i = *skip; i < b->phrase.n; i++)
    n_marks += b->t->xpos[items[i]] == BEL_XPOS_OPENQUOTE || b->t->xpos[items[i]] == BEL_XPOS_CLOSEQUOTE;
  if (n_marks != 2 || b->phrase.n < *skip + 3 || b->t->xpos[items[*skip]] != BEL_XPOS_OPENQUOTE
      || b->t->xpos[items[b->phrase.n - 1]] != BEL_XPOS_CLOSEQUOTE)
    return;
  (*skip)++;
  b->phrase.n--;
  while (b->phrase.n > *skip + 1 && is_trimmed (b, items[b->phrase.n - 1]))
    b->phrase.n--;
}

static void
gather (BelClauseBuilder *b, uint32_t first, uint32_t last, bool clause)
{
  b->phrase.n = 0;
  for (uint32_t t = first; t <= last; t++) {
    if (b->mark[t] != b->n_marks && t > first && is_between (b, t, last))
      b->mark[t] = b->n_marks;
    if (b->mark[t] == b->n_marks)
      bel_vec_push (b->arena, &b->phrase, t);
  }
  while (b->phrase.n > 1 && is_trimmed (b, b->phrase.items[b->phrase.n - 1]))
    b->phrase.n--;
  uint32_t skip = 0;
  while (skip + 1 < b->phrase.n && is_trimmed (b, b->phrase.items[skip]))
    skip++;
  trim_quotes (b, &skip);
  if (clause)
    trim_pair (b, &skip);
  b->phrase.n -= skip;
  memmove (b->phrase.items, b->phrase.items + skip, b->phrase.n * sizeof (uint32_t));
}

void
bel_phrase_collect (BelClauseBuilder *b, uint32_t head, unsigned kind, uint32_t without)
{
  uint32_t first = head, last = head;
  b->n_marks++;
  b->stack.n = 0;
  bel_vec_push (b->arena, &b->stack, head);
  while (b->stack.n) {
    uint32_t t = b->stack.items[--b->stack.n];
    b->mark[t] = b->n_marks;
    first = MIN (first, t);
    last = MAX (last, t);
    for (BEL_EACH_CHILD (b->document, t, c))
      if (c != without && is_included (b, c, kind, t == head))
        bel_vec_push (b->arena, &b->stack, c);
  }
  gather (b, first, last, kind == BEL_PHRASE_CLAUSE);
}

BelSpan
bel_phrase_span (const BelClauseBuilder *b)
{
  if (b->phrase.n == 0)
    return BEL_SPAN (0, 0);
  return BEL_SPAN (b->t->span[b->phrase.items[0]].start, b->t->span[b->phrase.items[b->phrase.n - 1]].end);
}

BelSlot
bel_phrase_slot (BelClauseBuilder *b, uint32_t head, unsigned kind)
{
  if (head == BEL_NONE)
    return bel_slot_none ();
  bel_phrase_collect (b, head, kind, BEL_NONE);
  uint32_t mention = b->claims->mention_at ? b->claims->mention_at[head] : BEL_NONE;
  uint32_t entity = mention == BEL_NONE ? BEL_NONE : b->claims->mentions.items[mention].entity;
  return (BelSlot){ .span = bel_phrase_span (b), .head = head, .entity = entity, .key = BEL_NONE };
}

BelSlot
bel_slot_none (void)
{
  return (BelSlot){ .head = BEL_NONE, .entity = BEL_NONE, .key = BEL_NONE };
}
