/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/mend-private.h"

uint32_t
mend_preposition_of (const MendSentence *s, uint32_t noun)
{
  for (uint32_t i = s->first; i < noun; i++)
    if (s->t->head[i] == noun && s->t->dep[i] == BEL_DEP_CASE && s->t->xpos[i] != BEL_XPOS_POS)
      return i;
  return BEL_NONE;
}

bool
mend_has_auxiliary (const MendSentence *s, uint32_t verb)
{
  for (uint32_t i = s->first; i < s->end; i++) {
    BelDep dep = bel_dep_base (s->t->dep[i]);
    if (s->t->head[i] == verb && (dep == BEL_DEP_AUX || dep == BEL_DEP_COP))
      return true;
  }
  return false;
}

bool
mend_hangs_on (const MendSentence *s, uint32_t t, uint32_t ancestor)
{
  while (t != BEL_NONE && t != ancestor)
    t = s->t->head[t];
  return t == ancestor;
}

uint32_t
mend_child_between (const MendSentence *s, uint32_t head, BelDep dep, uint32_t begin, uint32_t end)
{
  for (uint32_t i = begin; i < end; i++)
    if (s->t->head[i] == head && s->t->dep[i] == dep)
      return i;
  return BEL_NONE;
}

bool
mend_has_child (const MendSentence *s, uint32_t head, BelDep dep)
{
  return mend_child_between (s, head, dep, s->first, s->end) != BEL_NONE;
}

void
mend_move_children (MendSentence *s, uint32_t from, uint32_t to, uint32_t end)
{
  for (uint32_t i = s->first; i < end; i++)
    if (i != to && s->t->head[i] == from)
      s->t->head[i] = to;
}

/* "neither confirmed nor denied": what is beside a finite verb and has no auxiliary is finite too. */
static void
mend_finite_conjunct (MendSentence *s, uint32_t verb)
{
  uint32_t first = s->t->head[verb];
  if (s->t->xpos[verb] == BEL_XPOS_VBN && first != BEL_NONE && first < verb && s->t->xpos[first] == BEL_XPOS_VBD
      && !mend_has_auxiliary (s, verb) && !mend_has_auxiliary (s, first))
    s->t->xpos[verb] = BEL_XPOS_VBD;
}

static bool
has_conjunction (const MendSentence *s, uint32_t clause)
{
  for (uint32_t i = s->first; i < clause; i++)
    if (s->t->head[i] == clause && s->t->dep[i] == BEL_DEP_MARK && bel_token_form_is (s->document, i, "that"))
      return true;
  return false;
}

/* "That the bridge was closed was denied": a clause, not a noun, is the subject. "It is true that he left": what a conjunction
 * leads in and none of coordination is no conjunct. */
static void
mend_subject_clause (MendSentence *s, uint32_t clause)
{
  BelTokens *t = s->t;
  if (t->pos[clause] != BEL_POS_VERB || t->head[clause] == BEL_NONE || !has_conjunction (s, clause))
    return;
  if (t->dep[clause] == BEL_DEP_NSUBJ)
    t->dep[clause] = BEL_DEP_CSUBJ;
  else if (t->dep[clause] == BEL_DEP_NSUBJ_PASS)
    t->dep[clause] = BEL_DEP_CSUBJ_PASS;
  else if (t->dep[clause] == BEL_DEP_CONJ && !mend_has_child (s, clause, BEL_DEP_CC))
    t->dep[clause] = mend_has_child (s, t->head[clause], BEL_DEP_EXPL) ? BEL_DEP_CSUBJ : BEL_DEP_CCOMP;
}

/* "that the road was not": where what was said before is left out, the auxiliary is the predicate. */
static void
mend_left_out (MendSentence *s, uint32_t negation)
{
  BelTokens *t = s->t;
  uint32_t aux = negation > s->first ? negation - 1 : negation;
  if (aux == negation || t->pos[aux] != BEL_POS_AUX
      || (negation + 1 < s->end && t->pos[negation + 1] != BEL_POS_PUNCT && t->pos[negation + 1] != BEL_POS_CCONJ))
    return;
  BelDep dep = t->head[negation] == aux ? t->dep[aux] : t->dep[negation];
  uint32_t head = t->head[negation] == aux ? t->head[aux] : t->head[negation];
  if (bel_dep_base (dep) == BEL_DEP_ADVMOD || bel_dep_base (dep) == BEL_DEP_AUX || dep == BEL_DEP_COP
      || (head != BEL_NONE && mend_hangs_on (s, head, aux)) || (head != BEL_NONE && t->pos[head] == BEL_POS_PUNCT))
    return;
  mend_move_children (s, negation, aux, s->end);
  t->head[aux] = head;
  t->dep[aux] = dep;
  t->head[negation] = aux;
  t->dep[negation] = BEL_DEP_ADVMOD;
}

/* "not on Friday but on Saturday": beside a noun with a preposition stands the like one, not the verb over it. */
static void
mend_oblique_conjunct (MendSentence *s, uint32_t noun)
{
  BelTokens *t = s->t;
  uint32_t verb = t->head[noun], marker = mend_preposition_of (s, noun);
  if (verb == BEL_NONE || verb > noun || t->pos[verb] != BEL_POS_VERB || marker == BEL_NONE
      || !mend_has_child (s, noun, BEL_DEP_CC))
    return;
  for (uint32_t i = marker; i-- > verb + 1;) {
    uint32_t other = mend_is_noun (t, i) && t->head[i] == verb ? mend_preposition_of (s, i) : BEL_NONE;
    if (other != BEL_NONE && t->lower[other] == t->lower[marker]) {
      t->head[noun] = i;
      return;
    }
  }
}

/* "to lower taxes": a preposition is no particle of the infinitive, and a particle has a verb. */
static void
mend_infinitive (MendSentence *s, uint32_t to)
{
  BelTokens *t = s->t;
  uint32_t noun = t->head[to], verb = to + 1;
  if (t->pos[to] != BEL_POS_PART || t->xpos[to] != BEL_XPOS_TO || noun == BEL_NONE || noun != to + 2 || noun >= s->end
      || t->dep[verb] != BEL_DEP_AMOD || t->head[verb] != noun)
    return;
  t->pos[verb] = BEL_POS_VERB;
  t->xpos[verb] = BEL_XPOS_VB;
  t->head[verb] = t->head[noun];
  t->dep[verb] = BEL_DEP_XCOMP;
  t->head[to] = verb;
  t->dep[to] = BEL_DEP_MARK;
  t->head[noun] = verb;
  t->dep[noun] = BEL_DEP_OBJ;
}

/* "Secretary of State Ana Roe": a first name that hangs on the title is the head of the name after it. */
static void
mend_titled_name (MendSentence *s, uint32_t given)
{
  BelTokens *t = s->t;
  uint32_t title = t->head[given], last = given + 1;
  if (title == BEL_NONE || title > given || last >= s->end || t->pos[given] != BEL_POS_PROPN
      || t->pos[last] != BEL_POS_PROPN || t->head[title] != last || t->dep[title] != BEL_DEP_NMOD_DESC
      || mend_preposition_of (s, given) != BEL_NONE)
    return;
  t->head[given] = t->head[last];
  t->dep[given] = t->dep[last];
  mend_move_children (s, last, given, s->end);
  t->head[last] = given;
  t->dep[last] = BEL_DEP_FLAT;
}

/* "The tenor Ivo Brandt, 43, sang": the number between commas is of the name right before it. */
static void
mend_age (MendSentence *s, uint32_t number)
{
  BelTokens *t = s->t;
  uint32_t name = number >= s->first + 2 ? number - 2 : number;
  if (name == number || t->pos[number] != BEL_POS_NUM || t->pos[name] != BEL_POS_PROPN || t->head[number] >= name
      || !bel_token_form_is (s->document, number - 1, ","))
    return;
  while (t->dep[name] == BEL_DEP_FLAT && t->head[name] != BEL_NONE && t->head[name] < name)
    name = t->head[name];
  if (t->dep[name] == BEL_DEP_APPOS && t->head[name] == t->head[number])
    t->head[number] = name;
}

/* "too weak to open it": the degree governs the infinitive, not what the adjective says. */
static void
mend_degree (MendSentence *s, uint32_t verb)
{
  uint32_t quality = s->t->head[verb];
  if (s->t->xpos[verb] != BEL_XPOS_VB || quality == BEL_NONE || quality > verb || s->t->pos[quality] != BEL_POS_ADJ)
    return;
  for (uint32_t i = s->first; i < quality; i++)
    if (s->t->head[i] == quality && s->t->dep[i] == BEL_DEP_ADVMOD && bel_token_form_is (s->document, i, "too"))
      s->t->dep[verb] = BEL_DEP_ADVCL;
}

/* "ruled out raising the tax": a bare gerund right after the particle is what the verb is about, no circumstance. */
static void
mend_gerund (MendSentence *s, uint32_t gerund)
{
  BelTokens *t = s->t;
  uint32_t verb = t->head[gerund], before = gerund > s->first ? gerund - 1 : gerund;
  if (t->xpos[gerund] == BEL_XPOS_VBG && before != gerund && t->dep[before] == BEL_DEP_COMPOUND_PRT
      && t->head[before] == verb && !mend_has_child (s, verb, BEL_DEP_OBJ))
    t->dep[gerund] = BEL_DEP_XCOMP;
}

/* "said the bridge was old and should be closed": a passive without a subject goes on with what was said, not with who said it. */
static void
mend_passive_conjunct (MendSentence *s, uint32_t verb)
{
  BelTokens *t = s->t;
  uint32_t above = t->head[verb];
  if (above == BEL_NONE || above > verb || t->pos[above] != BEL_POS_VERB || t->xpos[verb] != BEL_XPOS_VBN
      || !mend_has_child (s, verb, BEL_DEP_AUX_PASS) || mend_has_child (s, verb, BEL_DEP_NSUBJ_PASS)
      || mend_has_child (s, above, BEL_DEP_AUX_PASS))
    return;
  for (uint32_t i = verb; i-- > above + 1;)
    if (t->head[i] == above && t->dep[i] == BEL_DEP_CCOMP) {
      t->head[verb] = i;
      return;
    }
}

/* "break into the fisheries registry": two nouns in a row after one preposition are one phrase. */
static void
mend_torn_compound (MendSentence *s, uint32_t last)
{
  BelTokens *t = s->t;
  uint32_t noun = last > s->first ? last - 1 : last;
  bool beside = noun != last && t->head[noun] == t->head[last] && t->pos[noun] == BEL_POS_NOUN
                && t->pos[last] == BEL_POS_NOUN && (t->dep[last] == BEL_DEP_OBL || t->dep[last] == BEL_DEP_OBJ);
  if (!beside || t->dep[noun] != BEL_DEP_OBL || mend_preposition_of (s, noun) == BEL_NONE
      || mend_preposition_of (s, last) != BEL_NONE)
    return;
  mend_move_children (s, noun, last, noun);
  t->dep[last] = BEL_DEP_OBL;
  t->head[noun] = last;
  t->dep[noun] = BEL_DEP_COMPOUND;
}

/* "met engineer Bo Lind": a noun without an article before a name describes it (EWT: nmod:desc); the name is the head. */
static void
mend_bare_title (MendSentence *s, uint32_t name)
{
  BelTokens *t = s->t;
  uint32_t noun = t->head[name];
  if (noun == BEL_NONE || noun + 1 != name || t->pos[name] != BEL_POS_PROPN || t->pos[noun] != BEL_POS_NOUN
      || mend_has_child (s, noun, BEL_DEP_DET) || mend_has_child (s, noun, BEL_DEP_NMOD_POSS)
      || mend_has_child (s, noun, BEL_DEP_NUMMOD) || t->xpos[noun] != BEL_XPOS_NN)
    return;
  t->head[name] = t->head[noun];
  t->dep[name] = t->dep[noun];
  for (uint32_t i = s->first; i < s->end; i++)
    if (t->head[i] == noun
        && (i > name || t->dep[i] == BEL_DEP_CASE || t->dep[i] == BEL_DEP_PUNCT || t->dep[i] == BEL_DEP_CC))
      t->head[i] = name;
  t->head[noun] = name;
  t->dep[noun] = BEL_DEP_NMOD_DESC;
}

/* "sank off Carpa": what was taken for a particle and for the preposition of the noun at once is the preposition. */
static void
mend_preposition (MendSentence *s, uint32_t particle)
{
  BelTokens *t = s->t;
  uint32_t noun = t->head[particle];
  if (t->xpos[particle] != BEL_XPOS_RP || noun == BEL_NONE || noun < particle || t->dep[noun] != BEL_DEP_OBJ)
    return;
  t->xpos[particle] = BEL_XPOS_IN;
  t->dep[noun] = BEL_DEP_OBL;
}

/* "was disappointed that": a finite verb has no copula; with one it is a passive. */
static void
mend_copula (MendSentence *s, uint32_t copula)
{
  BelTokens *t = s->t;
  uint32_t verb = t->head[copula];
  if (verb == BEL_NONE || verb < copula || t->pos[verb] != BEL_POS_VERB || t->xpos[verb] != BEL_XPOS_VBD)
    return;
  t->xpos[verb] = BEL_XPOS_VBN;
  t->dep[copula] = BEL_DEP_AUX_PASS;
  for (uint32_t i = s->first; i < verb; i++)
    if (t->head[i] == verb && t->dep[i] == BEL_DEP_NSUBJ)
      t->dep[i] = BEL_DEP_NSUBJ_PASS;
}

/* "no one": a pronoun of two words. */
static void
mend_no_one (MendSentence *s, uint32_t one)
{
  if (one > s->first && s->t->pos[one] == BEL_POS_NOUN && s->t->head[one - 1] == one
      && bel_token_form_is (s->document, one, "one") && bel_token_form_is (s->document, one - 1, "no"))
    s->t->pos[one] = BEL_POS_PRON;
}

/* "the bridge that the town built": a subject or an object is a pronoun, no conjunction. */
static void
mend_relative (MendSentence *s, uint32_t that)
{
  BelDep dep = bel_dep_base (s->t->dep[that]);
  if (s->t->pos[that] != BEL_POS_SCONJ || (dep != BEL_DEP_NSUBJ && dep != BEL_DEP_OBJ)
      || !bel_token_form_is (s->document, that, "that"))
    return;
  s->t->pos[that] = BEL_POS_PRON;
  s->t->xpos[that] = BEL_XPOS_WDT;
}

void
mend_word (MendSentence *s, uint32_t i)
{
  BelTokens *t = s->t;
  if (t->dep[i] == BEL_DEP_CONJ && t->pos[i] == BEL_POS_VERB)
    mend_finite_conjunct (s, i);
  if (bel_dep_base (t->dep[i]) == BEL_DEP_NSUBJ || t->dep[i] == BEL_DEP_CONJ)
    mend_subject_clause (s, i);
  if (t->dep[i] == BEL_DEP_CONJ && mend_is_noun (t, i))
    mend_oblique_conjunct (s, i);
  if (t->pos[i] == BEL_POS_PART && bel_token_form_is (s->document, i, "not"))
    mend_left_out (s, i);
  if (t->dep[i] == BEL_DEP_CASE) {
    mend_infinitive (s, i);
    mend_preposition (s, i);
  }
  if (t->dep[i] == BEL_DEP_COP)
    mend_copula (s, i);
  if (t->dep[i] == BEL_DEP_APPOS)
    mend_bare_title (s, i);
  if (t->dep[i] == BEL_DEP_NMOD && t->head[i] != BEL_NONE)
    mend_titled_name (s, i);
  if (t->dep[i] == BEL_DEP_AMOD || t->dep[i] == BEL_DEP_APPOS)
    mend_age (s, i);
  if (t->dep[i] == BEL_DEP_XCOMP)
    mend_degree (s, i);
  if (t->head[i] != BEL_NONE)
    mend_torn_compound (s, i);
  if (t->dep[i] == BEL_DEP_ADVCL)
    mend_gerund (s, i);
  if (t->dep[i] == BEL_DEP_CONJ && t->pos[i] == BEL_POS_VERB)
    mend_passive_conjunct (s, i);
  mend_no_one (s, i);
  mend_relative (s, i);
}
