/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Who the subject of a clause is: its own, or one lent by the conjunct, the clause or the noun above it. */
#include "claim/clause.h"

bool
bel_clause_is_relative_pronoun (const BelClauseBuilder *b, uint32_t t)
{
  BelXpos x = b->t->xpos[t];
  bool form = bel_clause_is_word (b, t, BEL_WORD_WHO) || bel_clause_is_word (b, t, BEL_WORD_WHICH)
              || bel_clause_is_word (b, t, BEL_WORD_THAT) || bel_clause_is_word (b, t, BEL_WORD_WHOM)
              || bel_clause_is_word (b, t, BEL_WORD_WHERE) || bel_clause_is_word (b, t, BEL_WORD_WHEN)
              || bel_clause_is_word (b, t, BEL_WORD_WHOSE);
  return form && (x == BEL_XPOS_WP || x == BEL_XPOS_WDT || x == BEL_XPOS_WRB || x == BEL_XPOS_WPS);
}

/* The relative clause @t stands in, climbing through its phrase and its chain of verbs. */
static uint32_t
relative_above (const BelClauseBuilder *b, uint32_t t)
{
  for (uint32_t step = 0; step < BEL_CLAUSE_STEPS && t != BEL_NONE; step++, t = b->t->head[t])
    if (b->t->dep[t] == BEL_DEP_ACL_RELCL)
      return t;
  return BEL_NONE;
}

/* Where the tree does not say, a "which" or "who" right after a noun stands for that noun; else for itself. */
static uint32_t
noun_before (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t first = b->document->sentences.items[b->t->sentence[t]].first_token;
  if (t == first || b->t->xpos[t] == BEL_XPOS_WRB || bel_clause_is_word (b, t, BEL_WORD_THAT))
    return t;
  uint32_t left = t - 1;
  if (left > first && bel_clause_is_word (b, left, BEL_WORD_COMMA))
    left--;
  BelPos pos = b->t->pos[left];
  return pos == BEL_POS_NOUN || pos == BEL_POS_PROPN ? left : t;
}

uint32_t
bel_clause_antecedent (const BelClauseBuilder *b, uint32_t t)
{
  if (t == BEL_NONE || !bel_clause_is_relative_pronoun (b, t))
    return t;
  uint32_t relative = relative_above (b, t);
  return relative == BEL_NONE ? noun_before (b, t) : b->t->head[relative];
}

/* First relative pronoun of the relative clause @r, looking into its arguments and verbs below. */
uint32_t
bel_clause_relativizer (const BelClauseBuilder *b, uint32_t r)
{
  for (uint32_t t = b->t->subtree_first[r]; t < r; t++)
    if (bel_clause_is_relative_pronoun (b, t) && relative_above (b, t) == r)
      return t;
  return BEL_NONE;
}

static uint32_t
own_subject (const BelClauseBuilder *b, uint32_t t)
{
  static const BelDep ORDER[] = { BEL_DEP_NSUBJ, BEL_DEP_NSUBJ_PASS, BEL_DEP_CSUBJ, BEL_DEP_CSUBJ_PASS };
  for (guint i = 0; i < G_N_ELEMENTS (ORDER); i++) {
    uint32_t s = bel_child (b->document, t, ORDER[i]);
    if (s != BEL_NONE)
      return s;
  }
  return BEL_NONE;
}

bool
bel_clause_is_clausal_subject (const BelClauseBuilder *b, uint32_t t)
{
  return t != BEL_NONE && bel_dep_base (b->t->dep[t]) == BEL_DEP_CSUBJ;
}

/* Object control: "urged them to go" lends "them", "promised them to go" does not. */
static uint32_t
controller (const BelClauseBuilder *b, uint32_t verb)
{
  if (bel_clause_in_lexicon (b, verb, BEL_CLAUSE_LEXICON_SUBJECT_CONTROL))
    return BEL_NONE;
  uint32_t object = bel_child (b->document, verb, BEL_DEP_OBJ);
  return object == BEL_NONE ? bel_child (b->document, verb, BEL_DEP_IOBJ) : object;
}

/* The object of @verb when the rules say that it does what @t tells: "accused the mayor of taking bribes", "thanked the
 * nurse for saving the child". */
static uint32_t
lent_by_object (const BelClauseBuilder *b, uint32_t t, uint32_t verb)
{
  const BelLexicon *lexicon = b->lexicons[BEL_CLAUSE_LEXICON_OBJECT_CONTROL];
  const BelEntry *entry = lexicon ? bel_lexicon_word (lexicon, b->document, verb) : NULL;
  uint32_t mark = bel_child (b->document, t, BEL_DEP_MARK), n = 0;
  int field = entry ? bel_lexicon_field (lexicon, "with") : -1;
  const BelSym *with = field >= 0 ? bel_entry_list (entry, field, &n) : NULL;
  for (uint32_t i = 0; i < n && mark != BEL_NONE; i++)
    if (with[i] == b->t->lower[mark])
      return bel_child (b->document, verb, BEL_DEP_OBJ);
  return BEL_NONE;
}

/* "She was the only member to vote against it": the infinitive is told of her. */
static bool
is_singled_out (const BelClauseBuilder *b, uint32_t noun)
{
  bool found = bel_clause_in_lexicon (b, noun, BEL_CLAUSE_LEXICON_SINGLED_OUT);
  for (BEL_EACH_CHILD (b->document, noun, c))
    found = found || (b->t->dep[c] == BEL_DEP_AMOD && bel_clause_in_lexicon (b, c, BEL_CLAUSE_LEXICON_SINGLED_OUT));
  return found && bel_child (b->document, noun, BEL_DEP_COP) != BEL_NONE;
}

/* An infinitive or gerund under a noun has the noun's possessor for its subject, "his plan to leave", else that of a
 * verb that says it is its subject's deed: "dug a trench to stop them". */
static uint32_t
lent_by_noun (const BelClauseBuilder *b, uint32_t t, uint32_t *up)
{
  uint32_t noun = b->t->head[t];
  BelXpos x = b->t->xpos[t];
  if ((x == BEL_XPOS_VBN || x == BEL_XPOS_VBG) && bel_child (b->document, t, BEL_DEP_MARK) == BEL_NONE)
    return noun;
  if (b->t->dep[noun] == BEL_DEP_OBJ && lent_by_object (b, t, b->t->head[noun]) == noun)
    return noun;
  if (is_singled_out (b, noun) && b->t->xpos[t] == BEL_XPOS_VB) {
    *up = noun;
    return BEL_NONE;
  }
  uint32_t possessor = bel_child (b->document, noun, BEL_DEP_NMOD_POSS);
  if (possessor == BEL_NONE && b->t->dep[noun] == BEL_DEP_OBJ
      && bel_clause_in_lexicon (b, b->t->head[noun], BEL_CLAUSE_LEXICON_OWN_DEED))
    *up = b->t->head[noun];
  return possessor;
}

/* The subject of the verb @t with no subject of its own, and where to look on (*@up) when it isn't here. */
static uint32_t
lent (const BelClauseBuilder *b, uint32_t t, uint32_t *up)
{
  uint32_t head = b->t->head[t];
  *up = BEL_NONE;
  if (head == BEL_NONE)
    return BEL_NONE;
  switch ((BelDep) b->t->dep[t]) {
  case BEL_DEP_CONJ:
    *up = head;
    return BEL_NONE;
  case BEL_DEP_ADVCL: {
    uint32_t object = lent_by_object (b, t, head);
    *up = object == BEL_NONE ? head : BEL_NONE;
    return object;
  }
  case BEL_DEP_XCOMP: {
    uint32_t object = controller (b, head);
    *up = object == BEL_NONE ? head : BEL_NONE;
    return object;
  }
  case BEL_DEP_ACL:
    return lent_by_noun (b, t, up);
  case BEL_DEP_ACL_RELCL:
    return bel_clause_relativizer (b, t) == BEL_NONE ? BEL_NONE : head;
  default:
    return BEL_NONE;
  }
}

void
bel_clause_read_subject (const BelClauseBuilder *b, BelClause *clause)
{
  uint32_t at = clause->chain[0];
  clause->subject_inside = true;
  for (uint32_t step = 0; step < BEL_CLAUSE_STEPS && at != BEL_NONE; step++) {
    uint32_t own = own_subject (b, at);
    if (own != BEL_NONE) {
      clause->subject = bel_clause_antecedent (b, own);
      return;
    }
    uint32_t up;
    uint32_t s = lent (b, at, &up);
    clause->subject_inside = clause->subject_inside && b->t->dep[at] == BEL_DEP_CONJ;
    if (s != BEL_NONE) {
      clause->subject = bel_clause_antecedent (b, s);
      return;
    }
    at = up;
  }
  clause->subject = BEL_NONE;
}
