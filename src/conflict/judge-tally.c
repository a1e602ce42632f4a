/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two tallies of one outcome that no number satisfies both of: in the mouths of two sources of a draft, in its headline and below,
 * or in two texts of one situation. */
#include "conflict/beside.h"
#include "conflict/judge.h"
#include "conflict/support.h"
#include "conflict/value.h"

#define TRUST 0.9f
/* Where one counts people of a kind, and of any kind the other. */
#define TRUST_PART 0.8f

static const BelQuantity *
quantity_of (const BelEvidence *e, const BelProp *tally)
{
  return &e->finder->sources[tally->document]->quantities.items[tally->quantity];
}

/* -- one event ------------------------------------------------------------------------------------------------- */

/* Whether both sentences name days, and no day of the one is one of the other. */
static bool
on_other_days (const BelEvidence *e)
{
  BelValueList a = bel_times_in (e->finder, e->a->document, e->a->sentence),
               b = bel_times_in (e->finder, e->b->document, e->b->sentence);
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++)
      if (bel_times_compare (e->finder, e->a->document, a.items[i], e->b->document, b.items[j]) != BEL_VALUES_DISJOINT)
        return false;
  return a.n > 0 && b.n > 0;
}

/* A name that tells where: known as a place's, or behind "in" or "at". */
static bool
is_place_name (const BelEvidence *e, uint32_t document, uint32_t t)
{
  const BelDocument *doc = bel_finder_document (e->finder, document);
  if (bel_place_at (e->finder, document, t) != BEL_NONE || doc->tokens.name[t] == BEL_NAME_PLACE)
    return true;
  uint32_t marker = doc->tokens.pos[t] == BEL_POS_PROPN ? bel_child (doc, t, BEL_DEP_CASE) : BEL_NONE;
  bool time = bel_time_at (e->finder, document, t) != BEL_NONE;
  return marker != BEL_NONE && !time
         && (bel_token_form_is (doc, marker, "in") || bel_token_form_is (doc, marker, "at"));
}

static BelValues
compare_places (const BelEvidence *e, uint32_t t, uint32_t u)
{
  BelNoun a = { e->a->document, t, bel_claims_entity_at (e->finder->sources[e->a->document], t), BEL_NONE },
          b = { e->b->document, u, bel_claims_entity_at (e->finder->sources[e->b->document], u), BEL_NONE };
  uint32_t place_a = bel_place_at (e->finder, a.document, t), place_b = bel_place_at (e->finder, b.document, u);
  if (place_a != BEL_NONE && place_b != BEL_NONE)
    return bel_places_compare (e->finder, a, place_a, b, place_b);
  return bel_finder_lemma (e->finder, a.document, t) == bel_finder_lemma (e->finder, b.document, u)
             ? BEL_VALUES_EQUAL
             : BEL_VALUES_DISJOINT;
}

/* Whether both sentences name places, and none of the one is in one of the other. */
static bool
in_other_places (const BelEvidence *e)
{
  const BelSentence *s_a = &bel_finder_document (e->finder, e->a->document)->sentences.items[e->a->sentence],
                    *s_b = &bel_finder_document (e->finder, e->b->document)->sentences.items[e->b->sentence];
  uint32_t n = 0;
  for (uint32_t t = s_a->first_token; t < s_a->first_token + s_a->n_tokens; t++)
    for (uint32_t u = s_b->first_token; is_place_name (e, e->a->document, t) && u < s_b->first_token + s_b->n_tokens;
         u++) {
      if (!is_place_name (e, e->b->document, u))
        continue;
      if (compare_places (e, t, u) != BEL_VALUES_DISJOINT)
        return false;
      n++;
    }
  return n > 0;
}

/* A noun for what happened; deaths and arrests are the tally itself. */
static bool
is_event (const BelEvidence *e, const BelDocument *document, uint32_t t)
{
  const BelLexicon *words = bel_program_lexicon (e->finder->program, "tally-word");
  return document->tokens.sort[t] == BEL_NOUN_EVENT && document->tokens.pos[t] == BEL_POS_NOUN
         && document->tokens.dep[t] != BEL_DEP_COMPOUND && !(words && bel_lexicon_word (words, document, t));
}

/* A name that both sentences have: then a strike here may be an explosion there. */
static bool
share_a_name (const BelEvidence *e)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, e->a->document),
                    *doc_b = bel_finder_document (e->finder, e->b->document);
  const BelSentence *s_a = &doc_a->sentences.items[e->a->sentence], *s_b = &doc_b->sentences.items[e->b->sentence];
  for (uint32_t t = s_a->first_token; t < s_a->first_token + s_a->n_tokens; t++)
    for (uint32_t u = s_b->first_token; doc_a->tokens.name[t] != BEL_NAME_NONE && u < s_b->first_token + s_b->n_tokens;
         u++)
      if (bel_finder_lemma (e->finder, e->a->document, t) == bel_finder_lemma (e->finder, e->b->document, u))
        return true;
  return false;
}

/* Whether both sentences name events, and none of the one is one of the other: a crash here, a fire there. */
static bool
of_other_events (const BelEvidence *e)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, e->a->document),
                    *doc_b = bel_finder_document (e->finder, e->b->document);
  const BelSentence *s_a = &doc_a->sentences.items[e->a->sentence], *s_b = &doc_b->sentences.items[e->b->sentence];
  uint32_t n = 0;
  for (uint32_t t = s_a->first_token; t < s_a->first_token + s_a->n_tokens; t++)
    for (uint32_t u = s_b->first_token; is_event (e, doc_a, t) && u < s_b->first_token + s_b->n_tokens; u++) {
      if (!is_event (e, doc_b, u))
        continue;
      if (bel_word_says (e->finder, e->a->document, t, e->b->document, u) > 0
          || bel_word_says (e->finder, e->b->document, u, e->a->document, t) > 0)
        return false;
      n++;
    }
  return n > 0;
}

/* -- one number -------------------------------------------------------------------------------------------------- */

/* How surely the two count so that both numbers cannot be: as many of a kind as of all is too many, fewer is a part. */
static float
excludes (const BelEvidence *e, const BelProp *a, const BelProp *b)
{
  if (bel_quantities_compare (e->finder, a->document, a->quantity, b->document, b->quantity) != BEL_VALUES_DISJOINT)
    return 0;
  const BelQuantity *qa = quantity_of (e, a), *qb = quantity_of (e, b);
  if (a->value == b->value)
    return TRUST;
  if (a->value != BEL_NONE && b->value == BEL_NONE)
    return qa->low > qb->high ? TRUST_PART : 0;
  if (a->value == BEL_NONE && b->value != BEL_NONE)
    return qb->low > qa->high ? TRUST_PART : 0;
  return 0;
}

/* Whether some other tally of @prop's document, of the same outcome, agrees with @other, or any does in @prop's own sentence. */
static bool
is_told_too (const BelEvidence *e, const BelProp *prop, const BelProp *other)
{
  for (uint32_t i = 0; i < e->finder->props.n; i++) {
    const BelProp *there = &e->finder->props.items[i];
    if (there->kind != BEL_PROP_TALLY || there == prop || there == other || there->document != prop->document
        || there->predicate != prop->predicate)
      continue;
    bool near = prop->document != other->document || there->sentence == prop->sentence;
    if (near
        && bel_quantities_compare (e->finder, there->document, there->quantity, other->document, other->quantity)
               != BEL_VALUES_DISJOINT)
      return true;
  }
  return false;
}

/* "the toll rose to 30": what it was before is no news. */
static bool
has_grown (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelLexicon *up = bel_program_lexicon (e->finder->program, "change-up");
  const BelSentence *s = &document->sentences.items[prop->sentence];
  for (uint32_t t = s->first_token; up && t < prop->head; t++)
    if (document->tokens.pos[t] == BEL_POS_VERB && bel_lexicon_word (up, document, t))
      return true;
  return false;
}

static bool
outgrows (const BelEvidence *e, const BelProp *late, const BelProp *early)
{
  return has_grown (e, late) && quantity_of (e, late)->low > quantity_of (e, early)->high;
}

/* -- what is held against what -------------------------------------------------------------------------------------- */

static bool
is_headline (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  return document->blocks.items[document->sentences.items[prop->sentence].block].kind == BEL_BLOCK_HEADLINE;
}

/* A headline has its number from below: none of the tallies there is its. */
static bool
is_headline_alone (const BelEvidence *e)
{
  const BelProp *headline = is_headline (e, e->a) ? e->a : e->b, *below = headline == e->a ? e->b : e->a;
  if (!is_headline (e, headline) || is_headline (e, below) || headline->document != below->document)
    return false;
  for (uint32_t i = 0; i < e->finder->props.n; i++) {
    const BelProp *there = &e->finder->props.items[i];
    if (there->kind == BEL_PROP_TALLY && there->document == below->document && !is_headline (e, there)
        && there->predicate == headline->predicate && excludes (e, headline, there) <= 0)
      return false;
  }
  return true;
}

float
bel_judge_tallies (BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_TALLY || e->b->kind != BEL_PROP_TALLY || e->a->predicate != e->b->predicate
      || (e->a->document == e->b->document && e->a->sentence == e->b->sentence))
    return 0;
  bool two_texts = e->finder->options.same_situation && e->a->document != e->b->document;
  if (!two_texts && !e->beside && !is_headline_alone (e))
    return 0;
  float trust = excludes (e, e->a, e->b);
  if (trust <= 0 || outgrows (e, e->a, e->b) || outgrows (e, e->b, e->a) || is_told_too (e, e->a, e->b)
      || is_told_too (e, e->b, e->a))
    return 0;
  bool tied = two_texts && share_a_name (e);
  if (on_other_days (e) || in_other_places (e) || (!tied && of_other_events (e)))
    return 0;
  e->holder_a = e->holder_b = 0;
  e->token_a = e->a->head;
  e->token_b = e->b->head;
  return trust;
}
