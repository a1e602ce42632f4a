/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Light verbs, whose object says what is done: "launched an attack on the village" is attack, "took a vote" vote, "a
 * decision was made by the minister" decide. The noun's class is looked for in the rules; else the verb it is derived
 * from is the predicate. */
#include "claim/normal.h"

/* The noun that says what is done: the object, or the subject of a passive. */
static uint32_t
deed_of (const BelNormalizer *n, const BelClaim *claim)
{
  const BelSlot *slot = claim->passive ? &claim->subject : &claim->object;
  bool verbal
      = claim->kind == BEL_CLAIM_VERBAL || claim->kind == BEL_CLAIM_RELATIVE || claim->kind == BEL_CLAIM_PARTICIPIAL;
  if (!verbal || slot->head == BEL_NONE || slot->head == claim->head
      || n->document->tokens.pos[slot->head] != BEL_POS_NOUN || n->document->tokens.name[slot->head] != BEL_NAME_NONE
      || bel_clause_quantity_of (&n->b, slot->head) != BEL_NONE)
    return BEL_NONE; /* "made 300 films": what is counted stays */
  const BelLexicon *light = n->b.lexicons[BEL_CLAUSE_LEXICON_LIGHT];
  return light && bel_lexicon_headed (light, n->document, claim->head, NULL) ? slot->head : BEL_NONE;
}

static BelWord
noun_word (const BelNormalizer *n, uint32_t t)
{
  return bel_wordnet_word_str (n->b.context->wordnet,
                               bel_symbols_text (n->document->symbols, n->document->tokens.lemma[t]));
}

/* Nouns whose first meaning is something done, said or happening; a house or a train is none. */
static bool
is_deed (const BelNormalizer *n, uint32_t t)
{
  switch (bel_wordnet_first_lexfile (n->b.context->wordnet, noun_word (n, t), BEL_WN_NOUN)) {
  case 4:  /* noun.act */
  case 10: /* noun.communication */
  case 11: /* noun.event */
    return true;
  default:
    return false;
  }
}

/* The class that the noun says; two that say as much are none: "held a vote" is neither for nor against. */
static bool
find_noun_class (const BelNormalizer *n, uint32_t noun, BelPredicateMatch *out)
{
  BelPredicateMatch matches[BEL_NORMAL_MATCHES];
  uint32_t found = bel_predicates_at (n->program, n->document, noun, matches, BEL_NORMAL_MATCHES);
  const BelPredicateMatch *best = NULL;
  bool tie = false;
  for (uint32_t i = 0; i < found; i++) {
    if (matches[i].kind != BEL_FORM_NOUN || matches[i].self)
      continue;
    tie = best && matches[i].n_met == best->n_met && matches[i].n_tokens == best->n_tokens;
    best = best ? best : &matches[i];
    if (tie)
      return false;
  }
  if (best)
    *out = *best;
  return best != NULL;
}

/* The verb that the noun is derived from; 0 when there is none or the words are the same in another sense. */
static BelSym
verb_of (const BelNormalizer *n, uint32_t noun)
{
  BelWord verb;
  const BelWordnet *wordnet = n->b.context->wordnet;
  if (!is_deed (n, noun)
      || bel_wordnet_derivations (wordnet, noun_word (n, noun), BEL_WN_NOUN, BEL_WN_VERB, &verb, 1) == 0)
    return 0;
  return bel_symbols_intern_str (n->document->symbols, bel_wordnet_text (wordnet, verb));
}

bool
bel_normal_find_light (const BelNormalizer *n, const BelClaim *claim, BelNormalLight *out)
{
  uint32_t noun = deed_of (n, claim);
  *out = (BelNormalLight){ .noun = noun };
  if (noun == BEL_NONE || !n->program)
    return false;
  out->classed = find_noun_class (n, noun, &out->match);
  if (!out->classed && n->b.context->wordnet)
    out->verb = verb_of (n, noun);
  return out->classed || out->verb;
}

/* -- roles -------------------------------------------------------------------------------------------- */

static bool
is_filled_by (const BelClaim *claim, uint32_t head)
{
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
    if (claim->normal.fillers[i].slot.head == head)
      return true;
  return false;
}

static void
fill_from_noun (BelNormalizer *n, BelClaim *claim, const BelNormalLight *light)
{
  for (uint32_t i = 0; light->classed && i < light->match.n_args; i++) {
    const BelPredicateArg *arg = &light->match.args[i];
    bool actor = arg->role == n->role_names[BEL_ROLE_SUBJECT] && !claim->passive;
    if (actor || bel_clause_time_of (&n->b, arg->token) != BEL_NONE || is_filled_by (claim, arg->token)
        || claim->normal.n_fillers >= claim->arguments.n + 2)
      continue;
    BelSlot slot = bel_phrase_slot (&n->b, arg->token, BEL_PHRASE_SLOT);
    bel_normal_fill (claim, arg->role, &slot, BEL_NONE);
  }
}

/* Under a noun that the rules do not know, "of" tells what it is done to: "made use of the bridge". */
static void
fill_from_tree (BelNormalizer *n, BelClaim *claim, uint32_t noun)
{
  const BelTokens *tokens = &n->document->tokens;
  for (BEL_EACH_CHILD (n->document, noun, c)) {
    uint32_t marker
        = bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD && c > noun ? bel_clause_marker (&n->b, c) : BEL_NONE;
    if (marker == BEL_NONE || is_filled_by (claim, c) || claim->normal.n_fillers >= claim->arguments.n + 2)
      continue;
    BelSlot slot = bel_phrase_slot (&n->b, c, BEL_PHRASE_SLOT);
    bool of = bel_clause_is_word (&n->b, marker, BEL_WORD_OF);
    bel_normal_fill (claim, of ? n->role_names[BEL_ROLE_OBJECT] : tokens->lower[marker], &slot, BEL_NONE);
  }
}

/* What the noun's class says of a phrase that the tree has under the verb: "opened an investigation | into the theft". */
static BelSym
role_under_verb (const BelNormalizer *n, const BelNormalLight *light, const BelArgument *a)
{
  for (uint32_t i = 0; light->classed && a->time == BEL_NONE && i < light->match.n_args; i++)
    if (light->match.args[i].token == a->slot.head)
      return light->match.args[i].role;
  return bel_normal_role (n, a);
}

void
bel_normal_apply_light (BelNormalizer *n, BelClaim *claim, const BelNormalLight *light)
{
  if (!claim->passive)
    bel_normal_fill (claim, n->role_names[BEL_ROLE_SUBJECT], &claim->subject, BEL_NONE);
  for (uint32_t i = 0; i < claim->arguments.n; i++) {
    const BelArgument *a = &claim->arguments.items[i];
    bool agent = a->role == BEL_ROLE_AGENT && claim->passive;
    if (a->slot.head != light->noun)
      bel_normal_fill (claim, agent ? n->role_names[BEL_ROLE_SUBJECT] : role_under_verb (n, light, a), &a->slot, i);
  }
  fill_from_noun (n, claim, light);
  if (!light->classed)
    fill_from_tree (n, claim, light->noun);
  const BelPredicate *p = light->classed ? bel_program_predicate (n->program, light->match.predicate) : NULL;
  claim->normal.predicate = p ? p->symbol : light->verb;
  claim->normal.rule = p ? p->id : BEL_NONE;
  claim->normal.sign = p && p->sign < 0 ? -1 : 1;
}
