/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two sentences that tell one thing twice, in part: the words around a number, a date, a place or a verb are much the
 * same, and that one word is not. Where whole sentences differ too much to be laid side by side, their surroundings may
 * still match; likeness.c judges whether they do. */
#include "conflict/beside.h"
#include "conflict/judge.h"

#include "claim/place.h"
#include "conflict/likeness.h"
#include "conflict/prop.h"
#include "conflict/spot.h"
#include "conflict/support.h"
#include "conflict/value.h"

/* Surroundings less likely of one thing than this are not. */
#define LIKELY 0.6f
/* Digit strings from here on are numbers of an account, a message, a telephone. */
#define MAX_NUMBER 1e13
/* Words up a tree at most. */
#define CLIMB 16u

static bool
names_somebody (const BelDocument *document, uint32_t t)
{
  return document->tokens.name[t] == BEL_NAME_PERSON || document->tokens.name[t] == BEL_NAME_ORG;
}

/* Whether both sentences name people or bodies and have none of these words in common: "Ana met Bo on Monday", "Carla
 * met Dan on Friday". */
static bool
names_others (const BelEvidence *e)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, e->a->document),
                    *doc_b = bel_finder_document (e->finder, e->b->document);
  const BelSentence *a = &doc_a->sentences.items[e->a->sentence], *b = &doc_b->sentences.items[e->b->sentence];
  bool in_a = false, in_b = false;
  for (uint32_t i = a->first_token; i < a->first_token + a->n_tokens; i++) {
    if (!names_somebody (doc_a, i))
      continue;
    in_a = true;
    for (uint32_t j = b->first_token; j < b->first_token + b->n_tokens; j++) {
      if (!names_somebody (doc_b, j))
        continue;
      in_b = true;
      if (bel_finder_lemma (e->finder, e->a->document, i) == bel_finder_lemma (e->finder, e->b->document, j))
        return false;
    }
  }
  return in_a && in_b;
}

static bool
are_two_sentences (const BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE)
    return false;
  bool in_order = e->a->document != e->b->document ? e->a->document < e->b->document : e->a->sentence < e->b->sentence;
  return in_order && !names_others (e) && !bel_evidence_is_of_another (e);
}

/* Asked once a pair. */
static bool
two_sentences (BelEvidence *e)
{
  if (!e->sentences)
    e->sentences = are_two_sentences (e) ? 1 : -1;
  return e->sentences > 0;
}

/* Keeps the likeliest clash that was found. */
static float
better (BelEvidence *e, float best, float likeness, const BelSpot *a, const BelSpot *b)
{
  if (likeness <= best || likeness < LIKELY || bel_evidence_told_of_kin (e, a->head, b->head))
    return best;
  e->token_a = a->first;
  e->token_b = b->first;
  return likeness;
}

/* A clause's head and its subject. */
typedef struct {
  uint32_t head; /* BEL_NONE: there is none with a subject */
  BelNoun subject;
} Clause;

/* The clause that @t stands in. */
static Clause
clause_above (const BelEvidence *e, const BelProp *prop, uint32_t t)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  Clause clause = { t, { prop->document, BEL_NONE, BEL_NONE, BEL_NONE } };
  for (uint32_t step = 0; clause.head != BEL_NONE && step < CLIMB; step++) {
    clause.subject.head = bel_child_base (document, clause.head, BEL_DEP_NSUBJ);
    if (clause.subject.head != BEL_NONE)
      break;
    clause.head = document->tokens.head[clause.head];
  }
  clause.subject.entity = bel_claims_entity_at (e->finder->sources[prop->document], clause.subject.head);
  return clause;
}

/* Whether @entity is spoken of in @clause too: "he never spoke to Orlov", "he spoke with the president". */
static bool
takes_part (const BelEvidence *e, const BelProp *prop, const Clause *clause, uint32_t entity)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    if (bel_claims_entity_at (e->finder->sources[prop->document], t) == entity
        && bel_dominates (document, clause->head, t))
      return true;
  return false;
}

static bool
is_pronoun (const BelEvidence *e, BelNoun noun)
{
  return bel_finder_document (e->finder, noun.document)->tokens.pos[noun.head] == BEL_POS_PRON;
}

/* The name after a preposition that tells which one @noun is; BEL_NONE where there is none. */
static uint32_t
told_by_name (const BelDocument *document, uint32_t noun)
{
  for (BEL_EACH_CHILD (document, noun, c))
    if (c > noun && document->tokens.dep[c] == BEL_DEP_NMOD && document->tokens.pos[c] == BEL_POS_PROPN
        && bel_child (document, c, BEL_DEP_CASE) != BEL_NONE)
      return c;
  return BEL_NONE;
}

/* Whether what @ta and @tb are told of are "the reactor at Brenn" and "the reactor at Corvo": two, whatever these are names of. */
static bool
named_apart (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  BelNoun a = clause_above (e, e->a, ta).subject, b = clause_above (e, e->b, tb).subject;
  if (a.head == BEL_NONE || b.head == BEL_NONE)
    return false;
  const BelDocument *doc_a = bel_finder_document (e->finder, a.document),
                    *doc_b = bel_finder_document (e->finder, b.document);
  uint32_t name_a = told_by_name (doc_a, a.head), name_b = told_by_name (doc_b, b.head);
  if (name_a == BEL_NONE || name_b == BEL_NONE
      || bel_finder_lemma (e->finder, a.document, a.head) != bel_finder_lemma (e->finder, b.document, b.head)
      || bel_finder_lemma (e->finder, a.document, bel_child (doc_a, name_a, BEL_DEP_CASE))
             != bel_finder_lemma (e->finder, b.document, bel_child (doc_b, name_b, BEL_DEP_CASE)))
    return false;
  BelNoun one = { a.document, name_a, bel_claims_entity_at (e->finder->sources[a.document], name_a), BEL_NONE };
  BelNoun other = { b.document, name_b, bel_claims_entity_at (e->finder->sources[b.document], name_b), BEL_NONE };
  return bel_phrase_compare (e->finder, one, other, BEL_PHRASE_BESIDE).kind == BEL_MATCH_NONE;
}

/* "The party said it won 40 seats", "Its rival said it won 25 seats": a pronoun is of another than the other's subject. */
static bool
told_of_another (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  Clause of_a = clause_above (e, e->a, ta), of_b = clause_above (e, e->b, tb);
  BelNoun a = of_a.subject, b = of_b.subject;
  if (e->finder->options.same_situation)
    return false;
  if (a.head == BEL_NONE || b.head == BEL_NONE || (!is_pronoun (e, a) && !is_pronoun (e, b)))
    return false;
  if (takes_part (e, e->b, &of_b, a.entity) || takes_part (e, e->a, &of_a, b.entity))
    return false;
  return a.entity != BEL_NONE && b.entity != BEL_NONE && a.entity != b.entity
         && bel_phrase_compare (e->finder, a, b, BEL_PHRASE_BESIDE).kind == BEL_MATCH_NONE;
}

/* Whether two sources, side by side, tell of two things: a part and the whole, of another, with times, places or limits of
 * their own. What one voice says twice in much the same words it says of one thing. */
static bool
sources_tell_of_two (const BelEvidence *e, uint32_t counted_a, uint32_t counted_b)
{
  uint32_t a = clause_above (e, e->a, counted_a).head, b = clause_above (e, e->b, counted_b).head;
  if (e->finder->options.same_situation || a == BEL_NONE || b == BEL_NONE)
    return false;
  const BelProp *claim_a = bel_prop_at (e->finder, e->a->document, a),
                *claim_b = bel_prop_at (e->finder, e->b->document, b);
  if (!claim_a || !claim_b || !bel_props_beside (e->finder, claim_a, claim_b))
    return false;
  return bel_evidence_counts_part (e, counted_a, counted_b) || told_of_another (e, counted_a, counted_b)
         || bel_evidence_verbs_apart (e, a, b) || bel_props_limited_apart (e->finder, claim_a, claim_b);
}

/* -- numbers ----------------------------------------------------------------------------------------------- */

static const BelQuantity *
quantity (const BelEvidence *e, const BelProp *prop, uint32_t index)
{
  return &e->finder->sources[prop->document]->quantities.items[index];
}

/* Whether @other's sentence has the value too: then nothing says that it was changed. */
static bool
has_equal_quantity (const BelEvidence *e, const BelProp *prop, const BelProp *other, uint32_t index)
{
  BelValueList there = bel_quantities_in (e->finder, other->document, other->sentence);
  for (uint32_t i = 0; i < there.n; i++) {
    BelValues values = bel_quantities_compare (e->finder, prop->document, index, other->document, there.items[i]);
    if (values != BEL_VALUES_DISJOINT && values != BEL_VALUES_UNKNOWN)
      return true;
  }
  return false;
}

/* "first" and "17th" tell a place in a row, and rows are many. */
static bool
is_amount (const BelEvidence *e, const BelProp *prop, uint32_t index)
{
  const BelQuantity *q = quantity (e, prop, index);
  const BelSymbols *symbols = bel_finder_document (e->finder, prop->document)->symbols;
  return q->amount < MAX_NUMBER && !g_str_equal (bel_symbols_text (symbols, q->kind), "ordinal");
}

/* Whether the sentence of @prop has a name that that of @other has not. */
static bool
names_one_more (const BelEvidence *e, const BelProp *prop, const BelProp *other)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document),
                    *there = bel_finder_document (e->finder, other->document);
  const BelSentence *own = &document->sentences.items[prop->sentence],
                    *others = &there->sentences.items[other->sentence];
  for (uint32_t t = own->first_token; t < own->first_token + own->n_tokens; t++) {
    bool found = document->tokens.pos[t] != BEL_POS_PROPN;
    for (uint32_t i = others->first_token; !found && i < others->first_token + others->n_tokens; i++)
      found = bel_finder_lemma (e->finder, prop->document, t) == bel_finder_lemma (e->finder, other->document, i);
    if (!found)
      return true;
  }
  return false;
}

static bool
is_share (const BelEvidence *e, const BelProp *prop, uint32_t index)
{
  const BelSymbols *symbols = bel_finder_document (e->finder, prop->document)->symbols;
  return g_str_equal (bel_symbols_text (symbols, quantity (e, prop, index)->kind), "percent");
}

/* "75 percent trust Lund", "72 percent trust Voss": two questions of one poll. */
static bool
are_two_shares (const BelEvidence *e, uint32_t qa, uint32_t qb)
{
  return is_share (e, e->a, qa) && is_share (e, e->b, qb) && names_one_more (e, e->a, e->b)
         && names_one_more (e, e->b, e->a);
}

static bool
numbers_clash (BelEvidence *e, uint32_t qa, uint32_t qb)
{
  if (are_two_shares (e, qa, qb)
      || bel_quantities_add_up (e->finder, e->a->document, e->a->sentence, qa, e->b->document, e->b->sentence, qb))
    return false;
  return is_amount (e, e->a, qa) && is_amount (e, e->b, qb)
         && bel_quantities_compare (e->finder, e->a->document, qa, e->b->document, qb) == BEL_VALUES_DISJOINT
         && !has_equal_quantity (e, e->a, e->b, qa) && !has_equal_quantity (e, e->b, e->a, qb);
}

/* What is counted, else the number itself. */
static uint32_t
counted_at (const BelEvidence *e, const BelProp *prop, uint32_t index)
{
  const BelTokens *tokens = &bel_finder_document (e->finder, prop->document)->tokens;
  uint32_t head = bel_spot_head (bel_finder_document (e->finder, prop->document), quantity (e, prop, index)->first,
                                 quantity (e, prop, index)->last);
  return tokens->dep[head] == BEL_DEP_NUMMOD ? tokens->head[head] : head;
}

float
bel_judge_context_number (BelEvidence *e)
{
  float best = 0;
  BelValueList a = bel_quantities_in (e->finder, e->a->document, e->a->sentence);
  BelValueList b = bel_quantities_in (e->finder, e->b->document, e->b->sentence);
  if (!a.n || !b.n || !two_sentences (e))
    return 0;
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++) {
      if (!numbers_clash (e, a.items[i], b.items[j]))
        continue;
      BelSpot spot_a = bel_number_spot (e->finder, e->a, a.items[i]),
              spot_b = bel_number_spot (e->finder, e->b, b.items[j]);
      uint32_t counted_a = counted_at (e, e->a, a.items[i]), counted_b = counted_at (e, e->b, b.items[j]);
      if (sources_tell_of_two (e, counted_a, counted_b) || named_apart (e, counted_a, counted_b))
        continue;
      best = better (e, best, bel_spots_likeness (e->finder, BEL_SPOT_NUMBER, &spot_a, &spot_b, LIKELY), &spot_a,
                     &spot_b);
    }
  return best;
}

/* -- dates --------------------------------------------------------------------------------------------------- */

static bool
same_parts (const BelTime *a, const BelTime *b)
{
  return bel_time_parts (a) && bel_time_parts (a) == bel_time_parts (b);
}

static bool
has_equal_time (const BelEvidence *e, const BelProp *prop, const BelProp *other, uint32_t time)
{
  BelValueList there = bel_times_in (e->finder, other->document, other->sentence);
  for (uint32_t i = 0; i < there.n; i++) {
    BelValues values = bel_times_compare (e->finder, prop->document, time, other->document, there.items[i]);
    if (values != BEL_VALUES_DISJOINT && values != BEL_VALUES_UNKNOWN)
      return true;
  }
  return false;
}

static uint32_t
verb_over (const BelDocument *document, uint32_t t)
{
  while (t != BEL_NONE && document->tokens.pos[t] != BEL_POS_VERB)
    t = document->tokens.head[t];
  return t;
}

/* "spoke on Friday night", "met on Friday morning": of one day two hours are told of one thing only where the verb says so. */
static bool
of_one_day (const BelEvidence *e, const BelTime *a, const BelTime *b)
{
  bool told_alike = a->low == BEL_DAY_NONE && b->low == BEL_DAY_NONE && a->weekday >= 0 && a->weekday == b->weekday;
  if (a->low != b->low || a->high != b->high || (a->low == BEL_DAY_NONE && !told_alike))
    return false;
  uint32_t verb_a = verb_over (bel_finder_document (e->finder, e->a->document), a->first),
           verb_b = verb_over (bel_finder_document (e->finder, e->b->document), b->first);
  return verb_a == BEL_NONE || verb_b == BEL_NONE
         || bel_finder_lemma (e->finder, e->a->document, verb_a)
                != bel_finder_lemma (e->finder, e->b->document, verb_b);
}

static bool
times_clash (BelEvidence *e, uint32_t ta, uint32_t tb)
{
  const BelTime *a = &e->finder->sources[e->a->document]->times.items[ta];
  const BelTime *b = &e->finder->sources[e->b->document]->times.items[tb];
  return bel_times_compare (e->finder, e->a->document, ta, e->b->document, tb) == BEL_VALUES_DISJOINT
         && same_parts (a, b) && !of_one_day (e, a, b) && !has_equal_time (e, e->a, e->b, ta)
         && !has_equal_time (e, e->b, e->a, tb);
}

/* "200 people attended on Monday", "500 people attended on Tuesday": with another number too it is another occasion. */
static bool
counts_others (BelEvidence *e)
{
  BelValueList a = bel_quantities_in (e->finder, e->a->document, e->a->sentence);
  BelValueList b = bel_quantities_in (e->finder, e->b->document, e->b->sentence);
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++)
      if (are_two_shares (e, a.items[i], b.items[j])
          || (bel_evidence_in_draft (e) && numbers_clash (e, a.items[i], b.items[j])
              && bel_finder_lemma (e->finder, e->a->document, counted_at (e, e->a, a.items[i]))
                     == bel_finder_lemma (e->finder, e->b->document, counted_at (e, e->b, b.items[j]))))
        return true;
  return false;
}

float
bel_judge_context_time (BelEvidence *e)
{
  float best = 0;
  BelValueList a = bel_times_in (e->finder, e->a->document, e->a->sentence);
  BelValueList b = bel_times_in (e->finder, e->b->document, e->b->sentence);
  if (!a.n || !b.n || !two_sentences (e) || counts_others (e))
    return 0;
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++) {
      if (!times_clash (e, a.items[i], b.items[j]))
        continue;
      BelSpot spot_a = bel_time_spot (e->finder, e->a, a.items[i]),
              spot_b = bel_time_spot (e->finder, e->b, b.items[j]);
      best
          = better (e, best, bel_spots_likeness (e->finder, BEL_SPOT_TIME, &spot_a, &spot_b, LIKELY), &spot_a, &spot_b);
    }
  return best;
}

/* -- places -------------------------------------------------------------------------------------------------- */

/* "in Paris and London" names places beside each other; "the Paris office" is no place where something happens. */
static bool
happens_there (const BelDocument *document, const BelPlace *place)
{
  uint32_t head = bel_spot_head (document, place->first, place->last);
  BelDep dep = bel_dep_base (document->tokens.dep[head]);
  return (dep == BEL_DEP_OBL || dep == BEL_DEP_NMOD) && bel_child (document, head, BEL_DEP_CONJ) == BEL_NONE;
}

static BelPlacesRelation
relate (const BelEvidence *e, const BelClaims *a, const BelPlace *place_a, const BelClaims *b, const BelPlace *place_b)
{
  return bel_places_relate (e->finder->options.gazetteer, a->document, place_a, b->document, place_b);
}

/* Whether @prop's sentence names the place, a part of it or what it is in. */
static bool
has_place (const BelEvidence *e, const BelClaims *of, const BelPlace *place, const BelProp *prop)
{
  const BelClaims *claims = e->finder->sources[prop->document];
  BelValueList there = bel_places_in (e->finder, prop->document, prop->sentence);
  for (uint32_t i = 0; i < there.n; i++)
    if (relate (e, of, place, claims, &claims->places.items[there.items[i]]) != BEL_PLACES_DISJOINT)
      return true;
  return false;
}

static bool
places_clash (const BelEvidence *e, uint32_t pa, uint32_t pb)
{
  const BelClaims *a = e->finder->sources[e->a->document], *b = e->finder->sources[e->b->document];
  const BelPlace *place_a = &a->places.items[pa], *place_b = &b->places.items[pb];
  return happens_there (a->document, place_a) && happens_there (b->document, place_b)
         && relate (e, a, place_a, b, place_b) == BEL_PLACES_DISJOINT && !has_place (e, a, place_a, e->b)
         && !has_place (e, b, place_b, e->a);
}

float
bel_judge_context_place (BelEvidence *e)
{
  float best = 0;
  BelValueList a = bel_places_in (e->finder, e->a->document, e->a->sentence);
  BelValueList b = bel_places_in (e->finder, e->b->document, e->b->sentence);
  if (!a.n || !b.n || !two_sentences (e))
    return 0;
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++) {
      if (!places_clash (e, a.items[i], b.items[j]))
        continue;
      BelSpot spot_a = bel_place_spot (e->finder, e->a, a.items[i]),
              spot_b = bel_place_spot (e->finder, e->b, b.items[j]);
      best = better (e, best, bel_spots_likeness (e->finder, BEL_SPOT_PLACE, &spot_a, &spot_b, LIKELY), &spot_a,
                     &spot_b);
    }
  return best;
}

/* -- negations ----------------------------------------------------------------------------------------------- */

/* "is yet to recover", "has yet to". */
static bool
is_yet_to_be (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (document->tokens.dep[c] == BEL_DEP_ADVMOD && c + 1 < t && bel_token_form_is (document, c, "yet")
        && bel_token_form_is (document, c + 1, "to"))
      return true;
  return false;
}

/* By a word of its own or by that of what it is done to: "does not have", "has no". */
static bool
is_negated (const BelEvidence *e, const BelProp *prop, uint32_t t)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  if (is_yet_to_be (document, t))
    return true;
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    bool core = dep == BEL_DEP_NSUBJ || dep == BEL_DEP_OBJ;
    if (bel_token_negates (document, c)
        || (core && bel_phrase_negated (e->finder, (BelNoun){ prop->document, c, BEL_NONE, BEL_NONE })))
      return true;
  }
  return false;
}

/* "threw no bottles" says nothing of stones: who or what is negated beside the verb @t stands, or is of a kind, with
 * the other. */
static bool
denies_the_same (const BelEvidence *e, const BelProp *prop, uint32_t t, const BelProp *other, uint32_t other_t)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document),
                    *beside = bel_finder_document (e->finder, other->document);
  for (BEL_EACH_CHILD (document, t, c)) {
    BelNoun denied = { prop->document, c, BEL_NONE, BEL_NONE };
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    if ((dep != BEL_DEP_NSUBJ && dep != BEL_DEP_OBJ) || !bel_phrase_negated (e->finder, denied))
      continue;
    uint32_t there = bel_child_base (beside, other_t, dep);
    BelNoun said = { other->document, there, BEL_NONE, BEL_NONE };
    BelPhraseView view = BEL_PHRASE_KIND_OF | BEL_PHRASE_BESIDE;
    bool one_word
        = there != BEL_NONE
          && bel_finder_lemma (e->finder, other->document, there) == bel_finder_lemma (e->finder, prop->document, c);
    if (one_word)
      continue;
    if (there == BEL_NONE || bel_phrase_compare (e->finder, said, denied, view).kind == BEL_MATCH_NONE)
      return false;
  }
  return true;
}

/* "warned about the dam", "not warned about the bridge": the same preposition, and what follows it is another thing. */
static bool
said_of_others (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  const BelDocument *a = bel_finder_document (e->finder, e->a->document),
                    *b = bel_finder_document (e->finder, e->b->document);
  for (BEL_EACH_CHILD (a, ta, ca))
    for (BEL_EACH_CHILD (b, tb, cb)) {
      uint32_t case_a = bel_child (a, ca, BEL_DEP_CASE), case_b = bel_child (b, cb, BEL_DEP_CASE);
      if (a->tokens.dep[ca] != BEL_DEP_OBL || b->tokens.dep[cb] != BEL_DEP_OBL || case_a == BEL_NONE
          || case_b == BEL_NONE || a->tokens.pos[ca] != BEL_POS_NOUN || b->tokens.pos[cb] != BEL_POS_NOUN)
        continue;
      if (bel_token_form_is (a, case_a, "about") && bel_token_form_is (b, case_b, "about")
          && bel_word_says (e->finder, e->a->document, ca, e->b->document, cb) <= 0
          && bel_word_says (e->finder, e->b->document, cb, e->a->document, ca) <= 0)
        return true;
    }
  return false;
}

/* "signed the contract", "did not sign the letter". */
static bool
done_to_others (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  const BelDocument *a = bel_finder_document (e->finder, e->a->document),
                    *b = bel_finder_document (e->finder, e->b->document);
  uint32_t object_a = bel_child_base (a, ta, BEL_DEP_OBJ), object_b = bel_child_base (b, tb, BEL_DEP_OBJ);
  return object_a != BEL_NONE && object_b != BEL_NONE && a->tokens.pos[object_a] == BEL_POS_NOUN
         && b->tokens.pos[object_b] == BEL_POS_NOUN
         && bel_word_says (e->finder, e->a->document, object_a, e->b->document, object_b) <= 0
         && bel_word_says (e->finder, e->b->document, object_b, e->a->document, object_a) <= 0;
}

static bool
negation_clashes (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  return !done_to_others (e, ta, tb) && !said_of_others (e, ta, tb)
         && bel_finder_lemma (e->finder, e->a->document, ta) == bel_finder_lemma (e->finder, e->b->document, tb)
         && is_negated (e, e->a, ta) != is_negated (e, e->b, tb)
         && bel_truth_at (e->finder, e->a->document, ta) != bel_truth_at (e->finder, e->b->document, tb)
         && !bel_evidence_verbs_apart (e, ta, tb) && !told_of_another (e, ta, tb)
         && denies_the_same (e, e->a, ta, e->b, tb) && denies_the_same (e, e->b, tb, e->a, ta);
}

/* A verb of which somebody says that it is so, or that it is not. */
static bool
may_be_negated (const BelEvidence *e, const BelProp *prop, uint32_t t)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  if (document->tokens.pos[t] != BEL_POS_VERB || bel_child_base (document, t, BEL_DEP_NSUBJ) == BEL_NONE)
    return false;
  const BelProp *claim = bel_prop_at (e->finder, prop->document, t);
  return claim && (bel_prop_holder (claim, true) != BEL_NONE || bel_prop_holder (claim, false) != BEL_NONE);
}

static BelSpot
verb_spot (const BelProp *prop, uint32_t t)
{
  return (BelSpot){ .prop = prop, .first = t, .last = t, .head = t, .n_alike = 1 };
}

/* "reopened in May", "did not reopen in April". */
bool
bel_evidence_at_other_times (BelEvidence *e)
{
  BelValueList a = bel_times_in (e->finder, e->a->document, e->a->sentence);
  BelValueList b = bel_times_in (e->finder, e->b->document, e->b->sentence);
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++)
      if (times_clash (e, a.items[i], b.items[j]))
        return true;
  return false;
}

float
bel_judge_context_negation (BelEvidence *e)
{
  float best = 0;
  if (!two_sentences (e) || bel_evidence_at_other_times (e))
    return 0;
  const BelDocument *doc_a = bel_finder_document (e->finder, e->a->document),
                    *doc_b = bel_finder_document (e->finder, e->b->document);
  const BelSentence *a = &doc_a->sentences.items[e->a->sentence], *b = &doc_b->sentences.items[e->b->sentence];
  for (uint32_t ta = a->first_token; ta < a->first_token + a->n_tokens; ta++)
    for (uint32_t tb = b->first_token; may_be_negated (e, e->a, ta) && tb < b->first_token + b->n_tokens; tb++) {
      if (!may_be_negated (e, e->b, tb) || !negation_clashes (e, ta, tb))
        continue;
      BelSpot spot_a = verb_spot (e->a, ta), spot_b = verb_spot (e->b, tb);
      best = better (e, best, bel_spots_likeness (e->finder, BEL_SPOT_NEGATION, &spot_a, &spot_b, LIKELY), &spot_a,
                     &spot_b);
    }
  return best;
}
