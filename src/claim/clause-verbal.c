/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Verbal and copular claims: one clause read, then one claim per conjunct of its slots. */
#include "claim/clause.h"
#include "claim/surface.h"

BelClaim *
bel_clause_add_claim (BelClauseBuilder *b, uint32_t head, BelClaimKind kind)
{
  BelClaim *claim = bel_vec_add (b->arena, &b->claims->claims);
  claim->id = b->claims->claims.n - 1;
  claim->kind = kind;
  claim->sentence = b->t->sentence[head];
  claim->head = head;
  claim->parent = BEL_NONE;
  claim->parent_relation = BEL_DEP_ROOT;
  claim->subject = bel_slot_none ();
  claim->object = bel_slot_none ();
  claim->predicate_head = head;
  claim->lemma = b->t->lemma[head];
  claim->attribution = BEL_NONE;
  claim->normal.rule = BEL_NONE;
  claim->normal.predicate = claim->lemma;
  claim->normal.sign = 1;
  if (b->claim_at[head] == BEL_NONE)
    b->claim_at[head] = claim->id;
  return claim;
}

/* -- reading --------------------------------------------------------------------------------- */

static BelClaimKind
kind_of (const BelClauseBuilder *b, const BelClause *clause)
{
  if (bel_child (b->document, clause->head, BEL_DEP_EXPL) != BEL_NONE
      && bel_clause_is_word (b, bel_child (b->document, clause->head, BEL_DEP_EXPL), BEL_WORD_THERE))
    return BEL_CLAIM_EXISTENTIAL;
  BelDep dep = b->t->dep[clause->chain[0]];
  if (dep == BEL_DEP_ACL_RELCL)
    return BEL_CLAIM_RELATIVE;
  if (dep == BEL_DEP_ACL)
    return BEL_CLAIM_PARTICIPIAL;
  return clause->copular ? BEL_CLAIM_COPULAR : BEL_CLAIM_VERBAL;
}

/* "the bridge (that) they closed": what the antecedent is to the clause when it has no pronoun for it. */
/* "the freedom they believe in": a preposition left behind is the antecedent's. */
static bool
fill_stranded (const BelClauseBuilder *b, BelClause *clause)
{
  for (uint32_t i = 0; i < clause->n_arguments; i++) {
    BelClauseArgument *a = &clause->arguments[i];
    if (b->t->pos[a->head] != BEL_POS_ADP || a->clause || a->head < clause->head)
      continue;
    a->marker = a->head;
    a->head = clause->antecedent;
    a->adverb = false;
    a->role = bel_clause_role (b, a->head, a->marker);
    return true;
  }
  return false;
}

static void
fill_gap (BelClauseBuilder *b, BelClause *clause)
{
  uint32_t top = clause->chain[0];
  if (b->t->dep[top] != BEL_DEP_ACL_RELCL)
    return;
  clause->antecedent = b->t->head[top];
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    clause->arguments[i].head = bel_clause_antecedent (b, clause->arguments[i].head);
  uint32_t pronoun = bel_clause_relativizer (b, top);
  bool adverb = pronoun != BEL_NONE && b->t->xpos[pronoun] == BEL_XPOS_WRB;
  bool zero = pronoun == BEL_NONE && clause->subject != BEL_NONE && clause->object == BEL_NONE && !clause->copular
              && !clause->passive;
  if (zero && fill_stranded (b, clause))
    return;
  if ((!zero && !adverb) || clause->n_arguments == BEL_CLAUSE_ARGUMENTS)
    return;
  BelRole role = !adverb                                          ? BEL_ROLE_OBJECT
                 : bel_clause_is_word (b, pronoun, BEL_WORD_WHEN) ? BEL_ROLE_TIME
                                                                  : BEL_ROLE_PLACE;
  clause->arguments[clause->n_arguments] = (BelClauseArgument){
    .role = role, .head = clause->antecedent, .marker = BEL_NONE, .governor = clause->head, .optional = adverb
  };
  if (zero)
    clause->object = clause->n_arguments;
  clause->n_arguments++;
}

void
bel_clause_read (BelClauseBuilder *b, uint32_t t, BelClause *clause)
{
  memset (clause, 0, sizeof *clause);
  clause->head = t;
  clause->antecedent = clause->gap = clause->object = clause->subject = BEL_NONE;
  clause->copula = bel_child (b->document, t, BEL_DEP_COP);
  clause->copular = !bel_clause_is_verb (b, t);
  bel_clause_read_chain (b, clause);
  clause->host = bel_clause_first_conjunct (b, clause->chain[0]);
  if (clause->host != BEL_NONE && !bel_clause_is_head (b, clause->host))
    clause->host = BEL_NONE;
  clause->passive = bel_clause_is_passive (b, t);
  bel_clause_read_subject (b, clause);
  bel_clause_read_arguments (b, clause);
  fill_gap (b, clause);
  bel_clause_read_mood (b, clause);
  clause->kind = kind_of (b, clause);
}

/* -- writing --------------------------------------------------------------------------------- */

static void
write_arguments (BelClauseBuilder *b, const BelClause *clause, uint32_t object, BelClaim *claim)
{
  for (uint32_t i = 0; i < clause->n_arguments; i++) {
    const BelClauseArgument *from = &clause->arguments[i];
    bool is_object = i == clause->object;
    BelArgument argument = bel_clause_argument (b, from, is_object ? object : from->head);
    if (is_object)
      claim->object = argument.slot;
    if (!is_object || from->role == BEL_ROLE_COMPLEMENT)
      bel_vec_push (b->arena, &claim->arguments, argument);
  }
}

static BelSpan
tokens_span (const BelClauseBuilder *b, const BelTokenList *tokens)
{
  if (tokens->n == 0)
    return BEL_SPAN (0, 0);
  return BEL_SPAN (b->t->span[tokens->items[0]].start, b->t->span[tokens->items[tokens->n - 1]].end);
}

static void
write_span (const BelClauseBuilder *b, const BelClause *clause, BelClaim *claim)
{
  bel_phrase_collect ((BelClauseBuilder *) b, clause->chain[0], BEL_PHRASE_CLAUSE, BEL_NONE);
  BelSpan span = bel_phrase_span (b);
  span = bel_span_union (span, claim->subject.span);
  claim->span = bel_span_union (span, claim->object.span);
}

static void
write_claim (BelClauseBuilder *b, const BelClause *clause, uint32_t subject, uint32_t object, bool whole)
{
  BelClaim *claim = bel_clause_add_claim (b, clause->head, clause->kind);
  unsigned kind = whole ? BEL_PHRASE_CONJUNCTS : BEL_PHRASE_SLOT;
  if (bel_clause_is_clausal_subject (b, subject))
    kind = BEL_PHRASE_CLAUSE;
  claim->subject = bel_phrase_slot (b, subject, kind);
  claim->passive = clause->passive;
  if (clause->copular) {
    claim->lemma = b->be;
    claim->predicate_head = clause->copula == BEL_NONE ? clause->head : clause->copula;
  }
  claim->polarity = clause->polarity;
  claim->contrast = bel_clause_denies_filler (b, clause, subject);
  if (claim->contrast)
    claim->polarity = claim->polarity == BEL_POLARITY_NEGATIVE ? BEL_POLARITY_POSITIVE : BEL_POLARITY_NEGATIVE;
  claim->modality = clause->modality;
  claim->certainty = clause->certainty;
  claim->tense = clause->tense;
  claim->predicate = tokens_span (b, &b->surface_rel);
  if (bel_span_is_empty (claim->predicate))
    claim->predicate = b->t->span[clause->head];
  write_arguments (b, clause, object, claim);
  write_span (b, clause, claim);
  bel_surface_verbal (b, clause, subject, object, whole, claim);
  claim->confidence = bel_clause_confidence (b, clause, claim);
  bel_surface_twins (b, clause, claim->id);
}

static uint32_t
slot_conjuncts (const BelClauseBuilder *b, const BelClause *clause, uint32_t head, bool clausal,
                uint32_t out[BEL_CLAUSE_CONJUNCTS])
{
  out[0] = head;
  if (head == BEL_NONE || clausal || bel_clause_is_collective (b, clause, head))
    return 1;
  return bel_clause_conjuncts (b, head, out);
}

/* The slot after the predicate whose conjuncts get claims of their own: the object, else the first oblique. */
static uint32_t
second_slot (const BelClause *clause)
{
  if (clause->object != BEL_NONE)
    return clause->object;
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (clause->arguments[i].marker != BEL_NONE && !clause->arguments[i].clause
        && clause->arguments[i].head > clause->head)
      return i;
  return BEL_NONE;
}

/* "The trouble is that it rains": what the outer subject is said to be is a clause. */
static void
build_outer (BelClauseBuilder *b, uint32_t t)
{
  uint32_t subject = bel_child (b->document, t, BEL_DEP_NSUBJ_OUTER), copula = bel_child (b->document, t, BEL_DEP_COP);
  if (subject == BEL_NONE || copula == BEL_NONE)
    return;
  BelClaim *claim = bel_clause_add_claim (b, t, BEL_CLAIM_COPULAR);
  claim->lemma = claim->normal.predicate = b->be;
  claim->predicate = b->t->span[copula];
  claim->predicate_head = copula;
  claim->subject = bel_phrase_slot (b, subject, BEL_PHRASE_SLOT);
  const char *arg1 = bel_surface_phrase (b, subject, BEL_PHRASE_PARTICIPLES, BEL_NONE);
  bel_phrase_collect (b, t, BEL_PHRASE_CLAUSE, subject);
  uint32_t skip = 0;
  while (skip < b->phrase.n && b->phrase.items[skip] <= copula)
    skip++;
  claim->object = (BelSlot){ .head = t, .entity = BEL_NONE, .key = BEL_NONE };
  const char *arg2 = bel_surface_text (b, b->phrase.items + skip, b->phrase.n - skip);
  b->phrase.n -= skip;
  memmove (b->phrase.items, b->phrase.items + skip, b->phrase.n * sizeof (uint32_t));
  claim->object.span = bel_phrase_span (b);
  claim->span = bel_span_union (claim->subject.span, claim->object.span);
  claim->confidence = 0.8f;
  bel_surface_plain (b, claim, arg1, bel_surface_text (b, &copula, 1), arg2);
}

/* Denied arguments of one clause that get claims of their own. */
#define MAX_ASIDE 4

static uint32_t
object_of (const BelClause *clause)
{
  return clause->object == BEL_NONE ? BEL_NONE : clause->arguments[clause->object].head;
}

void
bel_clause_build_verbal (BelClauseBuilder *b, uint32_t t)
{
  if (!bel_clause_is_head (b, t) || bel_clause_chains_down (b, t))
    return;
  BelClause clause;
  bel_clause_read (b, t, &clause);
  BelClauseArgument aside[MAX_ASIDE];
  uint32_t n_aside = bel_clause_set_aside (b, &clause, aside, MAX_ASIDE);
  bel_clause_predicate_words (b, &clause, &b->surface_rel);
  uint32_t subjects[BEL_CLAUSE_CONJUNCTS], objects[BEL_CLAUSE_CONJUNCTS];
  bool together = clause.subject != BEL_NONE && bel_clause_is_collective (b, &clause, clause.subject);
  uint32_t n_subjects = slot_conjuncts (b, &clause, clause.subject, false, subjects);
  n_subjects = bel_clause_contrasted_names (b, clause.subject, n_subjects, subjects);
  uint32_t at = second_slot (&clause);
  bool split = at != BEL_NONE && !clause.arguments[at].clause;
  uint32_t n_objects = slot_conjuncts (b, &clause, split ? clause.arguments[at].head : BEL_NONE, !split, objects);
  build_outer (b, t);
  for (uint32_t s = 0, n = 0; s < n_subjects; s++)
    for (uint32_t o = 0; o < n_objects && n < BEL_CLAUSE_CLAIMS; o++, n++) {
      if (split)
        clause.arguments[at].head = objects[o];
      write_claim (b, &clause, subjects[s], object_of (&clause), together);
    }
  for (uint32_t i = 0; i < n_aside; i++) {
    bel_clause_take_back (&clause, &aside[i]);
    write_claim (b, &clause, clause.subject, object_of (&clause), together);
  }
}
