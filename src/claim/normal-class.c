/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Predicate classes: what the rules say of the words at a claim's head, and whose role each slot then has. */
#include "claim/normal.h"

/* -- finding --------------------------------------------------------------------------------- */

/* "X is the winner of Y" says win; "the visit was a success" says nothing of succeeding. */
static bool
fits_kind (const BelClaim *claim, const BelPredicateMatch *match)
{
  switch (claim->kind) {
  case BEL_CLAIM_NOMINAL:
    return match->kind == BEL_FORM_NOUN && !match->self;
  case BEL_CLAIM_POSSESSIVE:
    return false;
  case BEL_CLAIM_APPOSITION:
  case BEL_CLAIM_TITLE:
    return match->kind == BEL_FORM_NOUN && match->self;
  default:
    return match->kind != BEL_FORM_NOUN || match->self;
  }
}

/* -- roles ----------------------------------------------------------------------------------- */

static bool
is_word_of (const BelPredicateMatch *match, uint32_t t)
{
  for (uint32_t i = 0; i < match->n_tokens; i++)
    if (match->tokens[i] == t)
      return true;
  return false;
}

/* Whether a slot that a clause distributed stands where the tree has @t. */
static bool
stands_for (const BelNormalizer *n, const BelSlot *slot, uint32_t t)
{
  if (slot->head == BEL_NONE)
    return false;
  if (slot->head == t)
    return true;
  const BelTokens *tokens = &n->document->tokens;
  return (tokens->dep[slot->head] == BEL_DEP_CONJ && tokens->head[slot->head] == t)
         || bel_clause_antecedent (&n->b, t) == slot->head;
}

static bool
has_role (const BelClaim *claim, BelSym role)
{
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
    if (claim->normal.fillers[i].role == role)
      return true;
  return false;
}

/* The rule's role for the slot, BEL_NONE when the match does not speak of it. */
static BelSym
matched_role (const BelNormalizer *n, const BelPredicateMatch *match, const BelSlot *slot)
{
  for (uint32_t i = 0; i < match->n_args; i++)
    if (stands_for (n, slot, match->args[i].token))
      return match->args[i].role;
  return BEL_NONE;
}

/* "sold the ship for three million" is no "sold for", "was owned by the state" no "be owned by" of what it already is: the
 * form has another object than the clause, which has its own. */
static bool
has_two_objects (const BelNormalizer *n, const BelClaim *claim, const BelPredicateMatch *match)
{
  BelSym object = n->role_names[BEL_ROLE_OBJECT];
  const BelSlot *own = claim->passive ? &claim->subject : &claim->object;
  BelSym said = matched_role (n, match, own);
  bool verbal = match->kind == BEL_FORM_VERB && claim->lemma != n->b.be && claim->kind != BEL_CLAIM_PARTICIPIAL
                && !(bel_program_predicate (n->program, match->predicate)->flags & BEL_PREDICATE_SYMMETRIC);
  if (!verbal || own->head == BEL_NONE || is_word_of (match, own->head) || (said != BEL_NONE && said != object)
      || (!claim->passive && bel_normal_object_role (n, claim) != object))
    return false;
  for (uint32_t i = 0; i < match->n_args; i++)
    if (match->args[i].role == object && !is_word_of (match, match->args[i].token)
        && !stands_for (n, own, match->args[i].token))
      return true;
  return false;
}

/* "stayed closed", "remains suspended": the claim is that of the participle, the rules' phrase begins with the verb over it. */
static bool
find_above (BelNormalizer *n, const BelClaim *claim, BelPredicateMatch *out)
{
  const BelTokens *tokens = &n->document->tokens;
  uint32_t over = tokens->dep[claim->head] == BEL_DEP_XCOMP ? tokens->head[claim->head] : BEL_NONE;
  if (over == BEL_NONE || (tokens->xpos[claim->head] != BEL_XPOS_VBN && tokens->xpos[claim->head] != BEL_XPOS_VBG)
      || tokens->pos[over] != BEL_POS_VERB)
    return false;
  return bel_predicates_at (n->program, n->document, over, out, 1) && out->n_tokens > 1
         && is_word_of (out, claim->head);
}

const BelPredicate *
bel_normal_find_class (BelNormalizer *n, const BelClaim *claim, BelPredicateMatch *out)
{
  bool outer = claim->subject.head != BEL_NONE && n->document->tokens.dep[claim->subject.head] == BEL_DEP_NSUBJ_OUTER;
  if (!n->program || (outer && claim->kind == BEL_CLAIM_COPULAR))
    return NULL;
  if (find_above (n, claim, out))
    return bel_program_predicate (n->program, out->predicate);
  BelPredicateMatch matches[BEL_NORMAL_MATCHES];
  bool noun = claim->kind == BEL_CLAIM_APPOSITION || claim->kind == BEL_CLAIM_TITLE;
  uint32_t at = noun && claim->object.head != BEL_NONE ? claim->object.head : claim->head;
  uint32_t found = bel_predicates_at (n->program, n->document, at, matches, BEL_NORMAL_MATCHES);
  for (uint32_t i = 0; i < found; i++)
    if (fits_kind (claim, &matches[i]) && !has_two_objects (n, claim, &matches[i])) {
      *out = matches[i];
      return bel_program_predicate (n->program, matches[i].predicate);
    }
  return NULL;
}

static void
fill_argument (BelNormalizer *n, BelClaim *claim, const BelPredicateMatch *match, uint32_t index)
{
  const BelArgument *a = &claim->arguments.items[index];
  if (is_word_of (match, a->slot.head) || (a->role == BEL_ROLE_COMPLEMENT && a->slot.head == claim->object.head))
    return;
  BelSym own = bel_normal_role (n, a), said = matched_role (n, match, &a->slot);
  bool by_preposition = said == BEL_NONE || (a->marker != BEL_NONE && said == n->document->tokens.lower[a->marker]);
  bool when = a->role == BEL_ROLE_TIME && claim->passive && said == n->role_names[BEL_ROLE_SUBJECT];
  BelSym role = by_preposition || when ? own : said; /* "was contained by Wednesday" */
  if (a->role == BEL_ROLE_AGENT && claim->passive && by_preposition)
    role = n->role_names[BEL_ROLE_SUBJECT];
  bel_normal_fill (claim, role, &a->slot, index);
}

/* The claim's own slots, by the rule's role where it has one. */
static void
fill_slots (BelNormalizer *n, BelClaim *claim, const BelPredicateMatch *match)
{
  BelSym subject = n->role_names[BEL_ROLE_SUBJECT], object = n->role_names[BEL_ROLE_OBJECT];
  BelSym said = match->self ? match->self_role : matched_role (n, match, &claim->subject);
  bel_normal_fill (claim, said != BEL_NONE ? said : claim->passive ? object : subject, &claim->subject, BEL_NONE);
  if (!is_word_of (match, claim->object.head)) {
    said = matched_role (n, match, &claim->object);
    bel_normal_fill (claim, said != BEL_NONE ? said : bel_normal_object_role (n, claim), &claim->object, BEL_NONE);
  }
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    fill_argument (n, claim, match, i);
}

/* Arguments below the predicate's other words: "held talks with | the envoy | on Monday". */
static void
fill_inner (BelNormalizer *n, BelClaim *claim, const BelPredicateMatch *match)
{
  for (uint32_t i = 0; i < match->n_args; i++) {
    const BelPredicateArg *arg = &match->args[i];
    bool known
        = is_word_of (match, arg->token) || (match->self && arg->role == match->self_role && arg->role != n->party);
    for (uint32_t f = 0; !known && f < claim->normal.n_fillers; f++)
      known = stands_for (n, &claim->normal.fillers[f].slot, arg->token);
    if (known || (arg->role != n->party && has_role (claim, arg->role)))
      continue;
    BelSlot slot = bel_phrase_slot (&n->b, bel_clause_antecedent (&n->b, arg->token), BEL_PHRASE_SLOT);
    bool plain = arg->marker != BEL_NONE && arg->role == n->document->tokens.lower[arg->marker];
    BelRole adjunct = plain ? bel_clause_role (&n->b, arg->token, arg->marker) : BEL_ROLE_OTHER;
    bool acts = claim->kind == BEL_CLAIM_NOMINAL && claim->subject.head == slot.head;
    BelSym role = adjunct == BEL_ROLE_TIME || adjunct == BEL_ROLE_PLACE ? n->role_names[adjunct] : arg->role;
    bel_normal_fill (claim, acts ? n->role_names[BEL_ROLE_SUBJECT] : role, &slot, BEL_NONE);
  }
}

/* -- symmetric predicates -------------------------------------------------------------------- */

static bool
is_party (const BelNormalizer *n, BelSym role)
{
  return role == n->role_names[BEL_ROLE_SUBJECT] || role == n->role_names[BEL_ROLE_OBJECT] || role == n->party;
}

/* "A and B met", "talks between A and B": the conjuncts are the parties. */
static void
split_parties (BelNormalizer *n, BelClaim *claim)
{
  uint32_t n_parties = 0, at = 0;
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
    if (is_party (n, claim->normal.fillers[i].role)) {
      n_parties++;
      at = i;
    }
  if (n_parties != 1)
    return;
  uint32_t conjuncts[BEL_CLAUSE_CONJUNCTS];
  uint32_t found = bel_clause_conjuncts (&n->b, claim->normal.fillers[at].slot.head, conjuncts);
  if (found < 2)
    return;
  uint32_t argument = claim->normal.fillers[at].argument;
  for (uint32_t i = 0; i < MIN (found, 2); i++) {
    BelSlot slot = bel_phrase_slot (&n->b, conjuncts[i], BEL_PHRASE_SLOT);
    bel_normal_key (n, &slot);
    if (i == 0)
      claim->normal.fillers[at].slot = slot;
    else
      bel_normal_fill (claim, n->party, &slot, argument);
  }
}

static const char *
key_text (const BelNormalizer *n, BelFiller *filler)
{
  if (filler->slot.key == BEL_NONE)
    bel_normal_key ((BelNormalizer *) n, &filler->slot);
  return bel_symbols_text (n->document->symbols, filler->slot.key);
}

/* The parties become subject and object in the order of their keys. */
static void
sort_parties (BelNormalizer *n, BelClaim *claim)
{
  BelFiller *parties[2];
  uint32_t found = 0;
  for (uint32_t i = 0; i < claim->normal.n_fillers && found < 2; i++)
    if (is_party (n, claim->normal.fillers[i].role))
      parties[found++] = &claim->normal.fillers[i];
  if (found == 2 && strcmp (key_text (n, parties[0]), key_text (n, parties[1])) > 0) {
    BelFiller swap = *parties[0];
    *parties[0] = *parties[1];
    *parties[1] = swap;
  }
  for (uint32_t i = 0; i < found; i++)
    parties[i]->role = n->role_names[i == 0 ? BEL_ROLE_SUBJECT : BEL_ROLE_OBJECT];
}

/* -- the whole ------------------------------------------------------------------------------- */

/* A predicate that is another seen from the other side gives way to it. */
static const BelPredicate *
turn_round (BelNormalizer *n, BelClaim *claim, const BelPredicate *p)
{
  for (uint32_t r = 0; r < p->n_relations; r++) {
    if (p->relations[r].kind != BEL_RELATION_CONVERSE)
      continue;
    for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
      claim->normal.fillers[i].role = bel_relation_role (&p->relations[r], claim->normal.fillers[i].role);
    return bel_program_predicate (n->program, p->relations[r].target);
  }
  return p;
}

void
bel_normal_apply_class (BelNormalizer *n, BelClaim *claim, const BelPredicate *p, const BelPredicateMatch *match)
{
  if (claim->kind != BEL_CLAIM_NOMINAL)
    fill_slots (n, claim, match);
  fill_inner (n, claim, match);
  p = turn_round (n, claim, p);
  if (p->flags & BEL_PREDICATE_SYMMETRIC) {
    split_parties (n, claim);
    sort_parties (n, claim);
  }
  claim->normal.predicate = p->symbol;
  claim->normal.rule = p->id;
  claim->normal.sign = p->sign < 0 ? -1 : 1;
}
