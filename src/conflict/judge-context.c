/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two sentences that tell one thing twice, in part: the words around a number, a date, a place or a verb are the same, and
 * that one word is not. Where whole sentences differ too much to be laid side by side, their surroundings may still match. */
#include "conflict/judge.h"

#include "conflict/value.h"
#include "conflict/words.h"

#include <string.h>

/* Content words looked at on each side of the word in question. */
#define REACH 7
/* Surroundings that count as the same: share of the poorer side's weight, and least weight in common. */
#define SHARE 0.5f
#define WEIGHT 4.5f
/* Less is asked of numbers that count a thing named on both sides. */
#define LESS_COUNTED 1.0f
/* Sentences with more numbers than this are tables in prose. */
#define MAX_NUMBERS 3
#define WEIGHT_NAME 1.5f
#define WEIGHT_WORD 1.0f

typedef struct {
  BelSym lemmas[2 * REACH];
  float weights[2 * REACH];
  uint32_t n;
  float total;
} Around;

static void
add_around (BelFinder *finder, uint32_t document, uint32_t t, Around *out)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  BelPos pos = doc->tokens.pos[t];
  float weight = pos == BEL_POS_PROPN ? WEIGHT_NAME : WEIGHT_WORD;
  out->lemmas[out->n] = bel_finder_lemma (finder, document, t);
  out->weights[out->n++] = weight;
  out->total += weight;
}

/* Content words on both sides of the stretch from @first to @last, within the sentence. */
static void
read_around (BelFinder *finder, const BelProp *prop, uint32_t first, uint32_t last, Around *out)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  *out = (Around){ 0 };
  uint32_t n = 0;
  for (uint32_t t = first; t-- > sentence->first_token && n < REACH;)
    if (bel_token_is_content (document, t)) {
      add_around (finder, prop->document, t, out);
      n++;
    }
  n = 0;
  for (uint32_t t = last + 1; t < sentence->first_token + sentence->n_tokens && n < REACH; t++)
    if (bel_token_is_content (document, t)) {
      add_around (finder, prop->document, t, out);
      n++;
    }
}

/* Trust that the two surroundings are of one thing; 0: they are not alike enough. */
static float
alike (const Around *a, const Around *b, float more)
{
  float common = 0;
  for (uint32_t i = 0; i < a->n; i++) {
    bool again = false;
    for (uint32_t k = 0; k < i; k++)
      again = again || a->lemmas[k] == a->lemmas[i];
    for (uint32_t j = 0; j < b->n && !again; j++)
      if (a->lemmas[i] == b->lemmas[j]) {
        common += a->weights[i];
        break;
      }
  }
  float poorer = MIN (a->total, b->total);
  float share = poorer > 0 ? common / poorer : 0;
  if (common < WEIGHT + more || share < SHARE)
    return 0;
  return MIN (1, 0.6f + 0.4f * share);
}

/* A word that tells two counts or dates apart ("another", "earlier", "rose"), in one sentence and not in the other. */
static bool
set_apart (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  const BelLexicon *cues = finder->program ? bel_program_lexicon (finder->program, "contrast-cue") : NULL;
  const BelProp *props[2] = { a, b };
  uint32_t found[2] = { 0, 0 };
  for (int side = 0; side < 2 && cues; side++) {
    const BelDocument *document = bel_finder_document (finder, props[side]->document);
    const BelSentence *sentence = &document->sentences.items[props[side]->sentence];
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
      found[side] += bel_lexicon_word (cues, document, t) != NULL;
  }
  return found[0] != found[1];
}

/* Whether @prop's sentence has a name, but for token @but, that the other's has not. */
static bool
has_own_name (BelFinder *finder, const BelProp *prop, const BelProp *other, uint32_t first, uint32_t last)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  const BelDocument *there = bel_finder_document (finder, other->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  const BelSentence *across = &there->sentences.items[other->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    if (document->tokens.pos[t] != BEL_POS_PROPN || (first <= t && t <= last))
      continue;
    BelSym lemma = bel_finder_lemma (finder, prop->document, t);
    bool found = false;
    for (uint32_t u = across->first_token; u < across->first_token + across->n_tokens && !found; u++)
      found = bel_finder_lemma (finder, other->document, u) == lemma;
    if (!found)
      return true;
  }
  return false;
}

/* Each names somebody the other does not: two stories. */
static bool
names_differ (BelEvidence *e, uint32_t first_a, uint32_t last_a, uint32_t first_b, uint32_t last_b)
{
  return has_own_name (e->finder, e->a, e->b, first_a, last_a) && has_own_name (e->finder, e->b, e->a, first_b, last_b);
}

static bool
two_sentences (const BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE)
    return false;
  bool in_order = e->a->document != e->b->document ? e->a->document < e->b->document : e->a->sentence < e->b->sentence;
  return in_order && !set_apart (e->finder, e->a, e->b);
}

static bool
in_sentence (const BelEvidence *e, const BelProp *prop, uint32_t token)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  return token < document->tokens.n && document->tokens.sentence[token] == prop->sentence;
}

/* -- numbers ----------------------------------------------------------------------------------------------- */

static bool
has_equal_quantity (const BelEvidence *e, const BelProp *prop, const BelProp *other, uint32_t quantity)
{
  const BelClaims *claims = e->finder->sources[other->document];
  for (uint32_t i = 0; i < claims->quantities.n; i++)
    if (in_sentence (e, other, claims->quantities.items[i].first)
        && bel_quantities_compare (e->finder, prop->document, quantity, other->document, i) == BEL_VALUES_EQUAL)
      return true;
  return false;
}

static BelSym
counted_by (const BelEvidence *e, const BelProp *prop, uint32_t quantity)
{
  const BelQuantity *q = &e->finder->sources[prop->document]->quantities.items[quantity];
  if (q->counted_head != BEL_NONE)
    return bel_finder_lemma (e->finder, prop->document, q->counted_head);
  return q->counted == BEL_NONE ? BEL_NONE : bel_finder_symbol (e->finder, prop->document, q->counted);
}

static float
numbers_clash (BelEvidence *e, uint32_t qa, uint32_t qb)
{
  if (bel_quantities_compare (e->finder, e->a->document, qa, e->b->document, qb) != BEL_VALUES_DISJOINT
      || counted_by (e, e->a, qa) != counted_by (e, e->b, qb))
    return 0;
  const BelQuantity *a = &e->finder->sources[e->a->document]->quantities.items[qa];
  const BelQuantity *b = &e->finder->sources[e->b->document]->quantities.items[qb];
  bool counted = counted_by (e, e->a, qa) != BEL_NONE;
  Around around_a, around_b;
  read_around (e->finder, e->a, a->first, a->last, &around_a);
  read_around (e->finder, e->b, b->first, b->last, &around_b);
  float trust = alike (&around_a, &around_b, counted ? -LESS_COUNTED : 1);
  if (trust <= 0 || names_differ (e, a->first, a->last, b->first, b->last) || has_equal_quantity (e, e->a, e->b, qa) || has_equal_quantity (e, e->b, e->a, qb))
    return 0;
  e->token_a = a->first;
  e->token_b = b->first;
  return trust;
}

static uint32_t
n_quantities (const BelEvidence *e, const BelProp *prop)
{
  const BelClaims *claims = e->finder->sources[prop->document];
  uint32_t n = 0;
  for (uint32_t i = 0; i < claims->quantities.n; i++)
    n += in_sentence (e, prop, claims->quantities.items[i].first);
  return n;
}

float
bel_judge_context_number (BelEvidence *e)
{
  if (!two_sentences (e) || n_quantities (e, e->a) > MAX_NUMBERS || n_quantities (e, e->b) > MAX_NUMBERS)
    return 0;
  const BelClaims *a = e->finder->sources[e->a->document], *b = e->finder->sources[e->b->document];
  for (uint32_t i = 0; i < a->quantities.n; i++) {
    if (!in_sentence (e, e->a, a->quantities.items[i].first))
      continue;
    for (uint32_t j = 0; j < b->quantities.n; j++) {
      float trust = in_sentence (e, e->b, b->quantities.items[j].first) ? numbers_clash (e, i, j) : 0;
      if (trust > 0)
        return trust;
    }
  }
  return 0;
}

/* -- dates --------------------------------------------------------------------------------------------------- */

static bool
has_equal_time (const BelEvidence *e, const BelProp *prop, const BelProp *other, uint32_t time)
{
  const BelClaims *claims = e->finder->sources[other->document];
  for (uint32_t i = 0; i < claims->times.n; i++) {
    if (!in_sentence (e, other, claims->times.items[i].first))
      continue;
    BelValues values = bel_times_compare (e->finder, prop->document, time, other->document, i);
    if (values != BEL_VALUES_DISJOINT && values != BEL_VALUES_UNKNOWN)
      return true;
  }
  return false;
}

static float
times_clash (BelEvidence *e, uint32_t ta, uint32_t tb)
{
  if (bel_times_compare (e->finder, e->a->document, ta, e->b->document, tb) != BEL_VALUES_DISJOINT)
    return 0;
  const BelTime *a = &e->finder->sources[e->a->document]->times.items[ta];
  const BelTime *b = &e->finder->sources[e->b->document]->times.items[tb];
  bool named = a->weekday >= 0 || a->month > 0 || a->year > 0;
  bool one_kind = named && (a->weekday >= 0) == (b->weekday >= 0) && (a->month > 0) == (b->month > 0) && (a->year > 0) == (b->year > 0);
  Around around_a, around_b;
  read_around (e->finder, e->a, a->first, a->last, &around_a);
  read_around (e->finder, e->b, b->first, b->last, &around_b);
  float trust = one_kind ? alike (&around_a, &around_b, 0) : 0;
  if (trust <= 0 || names_differ (e, a->first, a->last, b->first, b->last) || has_equal_time (e, e->a, e->b, ta) || has_equal_time (e, e->b, e->a, tb))
    return 0;
  e->token_a = a->first;
  e->token_b = b->first;
  return trust;
}

float
bel_judge_context_time (BelEvidence *e)
{
  if (!two_sentences (e))
    return 0;
  const BelClaims *a = e->finder->sources[e->a->document], *b = e->finder->sources[e->b->document];
  for (uint32_t i = 0; i < a->times.n; i++) {
    if (!in_sentence (e, e->a, a->times.items[i].first))
      continue;
    for (uint32_t j = 0; j < b->times.n; j++) {
      float trust = in_sentence (e, e->b, b->times.items[j].first) ? times_clash (e, i, j) : 0;
      if (trust > 0)
        return trust;
    }
  }
  return 0;
}

/* -- words that exclude each other, and negations ---------------------------------------------------------------- */

typedef float Clash (BelEvidence *e, uint32_t ta, uint32_t tb);

static bool
has_word (const BelEvidence *e, const BelProp *prop, BelSym lemma)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    if (bel_finder_lemma (e->finder, prop->document, t) == lemma)
      return true;
  return false;
}

static bool
is_listed (const BelEvidence *e, const BelProp *prop, uint32_t t)
{
  return bel_child (bel_finder_document (e->finder, prop->document), t, BEL_DEP_CONJ) != BEL_NONE;
}

static float
places_clash (BelEvidence *e, uint32_t ta, uint32_t tb)
{
  const BelTokens *a = &bel_finder_document (e->finder, e->a->document)->tokens;
  const BelTokens *b = &bel_finder_document (e->finder, e->b->document)->tokens;
  if (a->pos[ta] != BEL_POS_PROPN || b->pos[tb] != BEL_POS_PROPN || bel_dep_base (a->dep[ta]) != bel_dep_base (b->dep[tb]))
    return 0;
  BelDep dep = bel_dep_base (a->dep[ta]);
  if ((dep != BEL_DEP_OBL && dep != BEL_DEP_NMOD) || is_listed (e, e->a, ta) || is_listed (e, e->b, tb))
    return 0;
  BelSym word_a = bel_finder_lemma (e->finder, e->a->document, ta), word_b = bel_finder_lemma (e->finder, e->b->document, tb);
  BelWordMatch match = bel_words_compare (e->finder, word_a, word_b, BEL_POS_NOUN);
  if (match.relation != BEL_WORD_EXCLUSIVE || !g_str_has_prefix (match.set, "exclusive-place-") || has_word (e, e->b, word_a)
      || has_word (e, e->a, word_b))
    return 0;
  return match.trust;
}

static bool
is_negated (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (bel_token_negates (document, c))
      return true;
  return false;
}

static float
negation_clashes (BelEvidence *e, uint32_t ta, uint32_t tb)
{
  const BelDocument *a = bel_finder_document (e->finder, e->a->document), *b = bel_finder_document (e->finder, e->b->document);
  bool verbs = a->tokens.pos[ta] == BEL_POS_VERB && b->tokens.pos[tb] == BEL_POS_VERB;
  uint32_t subject_a = verbs ? bel_child_base (a, ta, BEL_DEP_NSUBJ) : BEL_NONE;
  uint32_t subject_b = verbs ? bel_child_base (b, tb, BEL_DEP_NSUBJ) : BEL_NONE;
  if (subject_a == BEL_NONE || subject_b == BEL_NONE)
    return 0;
  if (!verbs || bel_finder_lemma (e->finder, e->a->document, ta) != bel_finder_lemma (e->finder, e->b->document, tb))
    return 0;
  return is_negated (a, ta) != is_negated (b, tb);
}

static float
try_tokens (BelEvidence *e, Clash *clash, float more)
{
  if (!two_sentences (e))
    return 0;
  const BelSentence *a = &bel_finder_document (e->finder, e->a->document)->sentences.items[e->a->sentence];
  const BelSentence *b = &bel_finder_document (e->finder, e->b->document)->sentences.items[e->b->sentence];
  for (uint32_t ta = a->first_token; ta < a->first_token + a->n_tokens; ta++)
    for (uint32_t tb = b->first_token; tb < b->first_token + b->n_tokens; tb++) {
      float trust = clash (e, ta, tb);
      if (trust <= 0)
        continue;
      Around around_a, around_b;
      read_around (e->finder, e->a, ta, ta, &around_a);
      read_around (e->finder, e->b, tb, tb, &around_b);
      trust *= alike (&around_a, &around_b, more);
      if (trust <= 0 || names_differ (e, ta, ta, tb, tb))
        continue;
      e->token_a = ta;
      e->token_b = tb;
      return trust;
    }
  return 0;
}

float
bel_judge_context_place (BelEvidence *e)
{
  return try_tokens (e, places_clash, 1.5f);
}

float
bel_judge_context_negation (BelEvidence *e)
{
  return try_tokens (e, negation_clashes, 0);
}
