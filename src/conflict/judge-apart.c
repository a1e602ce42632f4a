/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two places of one draft that seem to speak of one thing and do not: entries of a running report, what a denial takes
 * for granted, what is left out because another occasion was named before. */
#include "conflict/judge.h"
#include "conflict/mark.h"

#include "conflict/prop.h"
#include "conflict/value.h"

/* Tokens of the longest line that is nothing but a time of day. */
#define MAX_HEADING 6u

/* -- running reports ------------------------------------------------------------------------------------------- */

/* The minute of the day that is all that @sentence says, -1 for any other. */
static int
heading_minute (BelFinder *finder, uint32_t document, uint32_t sentence)
{
  if (bel_finder_document (finder, document)->sentences.items[sentence].n_tokens > MAX_HEADING)
    return -1;
  BelValueList times = bel_times_in (finder, document, sentence);
  return times.n == 1 ? finder->sources[document]->times.items[times.items[0]].minute_low : -1;
}

/* The sentence above @sentence that is nothing but a time of day: the heading of its entry. BEL_NONE without one. */
static uint32_t
entry_of (BelFinder *finder, uint32_t document, uint32_t sentence)
{
  for (uint32_t s = sentence; s-- > 0;)
    if (heading_minute (finder, document, s) >= 0)
      return s;
  return BEL_NONE;
}

float
bel_judge_told_later (BelEvidence *e)
{
  bool drafts = !e->finder->options.same_situation && e->a->document == e->b->document;
  if (!drafts || e->a->sentence == BEL_NONE || e->b->sentence == BEL_NONE)
    return 0;
  uint32_t a = entry_of (e->finder, e->a->document, e->a->sentence),
           b = entry_of (e->finder, e->b->document, e->b->sentence);
  return a != BEL_NONE && b != BEL_NONE && a != b;
}

/* -- what is taken for granted ---------------------------------------------------------------------------------- */

/* "when she shot him", "after the bridge fell": so for everybody, whoever doubts the clause it hangs on. */
static bool
is_circumstance (const BelDocument *document, uint32_t head)
{
  static const char *const TEMPORAL[] = { "when", "while", "after", "before", "since", "until" };
  if (bel_dep_base (document->tokens.dep[head]) != BEL_DEP_ADVCL)
    return false;
  for (BEL_EACH_CHILD (document, head, c))
    for (size_t i = 0; (document->tokens.dep[c] == BEL_DEP_MARK || document->tokens.dep[c] == BEL_DEP_ADVMOD)
                       && i < G_N_ELEMENTS (TEMPORAL);
         i++)
      if (bel_token_form_is (document, c, TEMPORAL[i]))
        return true;
  return false;
}

/* Steps up the tree from a noun to the verb that it takes part in. */
#define MAX_NOUN_STEPS 4

/* "denied that donations had bought meetings" denies no donations: a noun within a clause that is denied itself. */
static bool
is_in_denied_clause (const BelEvidence *e, const BelProp *denied)
{
  const BelTokens *tokens = &bel_finder_document (e->finder, denied->document)->tokens;
  if (tokens->pos[denied->head] != BEL_POS_NOUN || denied->copular)
    return false;
  uint32_t t = tokens->head[denied->head];
  for (int step = 0; step < MAX_NOUN_STEPS && t != BEL_NONE; step++, t = tokens->head[t]) {
    bool clause = tokens->pos[t] == BEL_POS_VERB
                  || bel_child_base (bel_finder_document (e->finder, denied->document), t, BEL_DEP_COP) != BEL_NONE;
    const BelProp *over = clause ? bel_prop_at (e->finder, denied->document, t) : NULL;
    if (over)
      return bel_prop_holder (over, false) != BEL_NONE && !over->negated;
  }
  return false;
}

static bool
is_granted (const BelEvidence *e, const BelProp *denied)
{
  uint32_t holder = bel_prop_holder (denied, false);
  bool by_source = holder != BEL_NONE && denied->holders[holder].attribution != BEL_NONE;
  return by_source && !denied->negated
         && (is_circumstance (bel_finder_document (e->finder, denied->document), denied->head)
             || is_in_denied_clause (e, denied));
}

/* -- then and now ------------------------------------------------------------------------------------------------ */

static bool
has_circumstance (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  for (BEL_EACH_CHILD (document, prop->head, c))
    if (is_circumstance (document, c))
      return true;
  return false;
}

/* "was alive when she saw him" is so of that moment; "was killed" tells of another one. */
static bool
is_of_a_moment (const BelEvidence *e)
{
  bool both_held = bel_prop_holder (e->a, false) == BEL_NONE && bel_prop_holder (e->b, false) == BEL_NONE;
  return both_held && has_circumstance (e, e->a) != has_circumstance (e, e->b);
}

/* -- another one ------------------------------------------------------------------------------------------------ */

/* The noun that "another" or "other" at @t makes another one; BEL_NONE for any other word. */
static uint32_t
made_another (BelFinder *finder, uint32_t of, uint32_t t)
{
  const BelDocument *document = bel_finder_document (finder, of);
  if (!bel_mark_is_other (finder, of, t))
    return BEL_NONE;
  uint32_t head = document->tokens.head[t];
  return head != BEL_NONE && document->tokens.pos[head] == BEL_POS_NOUN ? head : BEL_NONE;
}

/* Whether the sentence of @other has the noun at @head, and no other one of it. */
static bool
has_plainly (const BelEvidence *e, const BelProp *prop, uint32_t head, const BelProp *other)
{
  const BelDocument *document = bel_finder_document (e->finder, other->document);
  const BelSentence *sentence = &document->sentences.items[other->sentence];
  BelSym lemma = bel_finder_lemma (e->finder, prop->document, head);
  bool found = false;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    uint32_t noun = made_another (e->finder, other->document, t);
    if (noun != BEL_NONE && bel_finder_lemma (e->finder, other->document, noun) == lemma)
      return false;
    found = found || bel_finder_lemma (e->finder, other->document, t) == lemma;
  }
  return found;
}

static bool
has_another (const BelEvidence *e, const BelProp *prop, const BelProp *other)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    uint32_t head = made_another (e->finder, prop->document, t);
    if (head != BEL_NONE && has_plainly (e, prop, head, other))
      return true;
  }
  return false;
}

bool
bel_evidence_is_of_another (const BelEvidence *e)
{
  return !e->finder->options.same_situation && (has_another (e, e->a, e->b) || has_another (e, e->b, e->a));
}

/* -- another one's kin ------------------------------------------------------------------------------------------ */

/* Words up a tree at most. */
#define CLIMB 16u

/* Who does it, or whom it is done to, for the verb or noun at @t. */
static uint32_t
core_under (const BelDocument *document, uint32_t t, bool patient)
{
  bool passive = bel_child (document, t, BEL_DEP_NSUBJ_PASS) != BEL_NONE;
  if (patient)
    return bel_child (document, t, passive ? BEL_DEP_NSUBJ_PASS : BEL_DEP_OBJ);
  return bel_child (document, t, passive ? BEL_DEP_OBL_AGENT : BEL_DEP_NSUBJ);
}

/* "Voss", "Voss's brother": what hangs on a name is another than who bears it. */
static bool
belongs_to (const BelEvidence *e, uint32_t of, uint32_t noun, uint32_t other_of, uint32_t other)
{
  const BelDocument *document = bel_finder_document (e->finder, of),
                    *beside = bel_finder_document (e->finder, other_of);
  uint32_t owner = bel_child (document, noun, BEL_DEP_NMOD_POSS);
  if (owner == BEL_NONE || document->tokens.pos[owner] != BEL_POS_PROPN || beside->tokens.pos[other] != BEL_POS_PROPN)
    return false;
  BelNoun a = { of, owner, bel_claims_entity_at (e->finder->sources[of], owner), BEL_NONE };
  BelNoun b = { other_of, other, bel_claims_entity_at (e->finder->sources[other_of], other), BEL_NONE };
  return bel_phrase_compare (e->finder, a, b, BEL_PHRASE_BESIDE).kind != BEL_MATCH_NONE;
}

static uint32_t
verb_above (const BelDocument *document, uint32_t t)
{
  for (uint32_t step = 0; t != BEL_NONE && step < CLIMB; t = document->tokens.head[t], step++)
    if (document->tokens.pos[t] == BEL_POS_VERB)
      return t;
  return BEL_NONE;
}

bool
bel_evidence_told_of_kin (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, e->a->document),
                    *doc_b = bel_finder_document (e->finder, e->b->document);
  uint32_t verb_a = verb_above (doc_a, ta), verb_b = verb_above (doc_b, tb);
  for (int patient = 0; verb_a != BEL_NONE && verb_b != BEL_NONE && patient < 2; patient++) {
    uint32_t a = core_under (doc_a, verb_a, patient), b = core_under (doc_b, verb_b, patient);
    if (a != BEL_NONE && b != BEL_NONE
        && (belongs_to (e, e->a->document, a, e->b->document, b)
            || belongs_to (e, e->b->document, b, e->a->document, a)))
      return true;
  }
  return false;
}

/* -- what is left out ------------------------------------------------------------------------------------------- */

static uint32_t
count_participants (const BelProp *prop)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < prop->n_fills; i++)
    n += prop->fills[i].core;
  return n;
}

/* "would attend prayers at the hall", "was ill and unable to attend": what it was that he did not attend is told
 * elsewhere. Of those who did not meet nothing is left out. */
static bool
is_elliptic (const BelEvidence *e, const BelProp *denied, const BelProp *told)
{
  const BelDocument *document = bel_finder_document (e->finder, denied->document);
  bool infinitive = denied->pos == BEL_POS_VERB && document->tokens.xpos[denied->head] == BEL_XPOS_VB
                    && bel_dep_base (document->tokens.dep[denied->head]) == BEL_DEP_XCOMP;
  bool symmetric = denied->rule != BEL_NONE
                   && (bel_program_predicate (e->finder->program, denied->rule)->flags & BEL_PREDICATE_SYMMETRIC);
  return infinitive && !symmetric && denied->predicate == told->predicate
         && count_participants (denied) < count_participants (told);
}

bool
bel_evidence_is_apart (BelEvidence *e)
{
  if (e->finder->options.same_situation || e->a->document != e->b->document)
    return false;
  if (bel_judge_told_later (e) || bel_props_limited_apart (e->finder, e->a, e->b) || is_of_a_moment (e))
    return true;
  const BelProp *denied = bel_prop_holder (e->b, false) != BEL_NONE ? e->b : e->a, *told = denied == e->b ? e->a : e->b;
  if (bel_prop_holder (denied, false) == BEL_NONE)
    return false;
  return is_granted (e, denied) || is_elliptic (e, denied, told);
}
