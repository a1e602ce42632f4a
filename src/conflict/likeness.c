/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/likeness.h"

#include "conflict/around.h"
#include "conflict/describe.h"
#include "conflict/mark.h"
#include "conflict/support.h"
#include "conflict/wording.h"

#include <math.h>
#include <string.h>

/* Tokens on each side in which a word of contrast belongs to the spot. */
#define CUE_REACH 5
/* Steps up the tree to the verb of a spot. */
#define VERB_STEPS 6

typedef enum {
#define F(name, weight) name,
#include "conflict/likeness.def"
#undef F
  N_FEATURES
} Feature;

/* Fitted: docs/notes/likeness.md. */
static const float WEIGHTS[N_FEATURES] = {
#define F(name, weight) [name] = weight,
#include "conflict/likeness.def"
#undef F
};

/* -- grammar ------------------------------------------------------------------------------------------- */

static uint32_t
verb_of (const BelDocument *document, uint32_t t)
{
  for (int step = 0; step < VERB_STEPS && t != BEL_NONE; step++) {
    if (document->tokens.pos[t] == BEL_POS_VERB || document->tokens.head[t] == BEL_NONE)
      return t;
    t = document->tokens.head[t];
  }
  return t;
}

/* The word over @t that has a subject of its own: "80 metres tall" in "said the tower is 80 metres tall". In two texts the verb. */
static uint32_t
clause_over (const BelFinder *finder, const BelDocument *document, uint32_t t)
{
  uint32_t at = t;
  for (int step = 0; !finder->options.same_situation && step < VERB_STEPS && at != BEL_NONE; step++)
    if (bel_child_base (document, at, BEL_DEP_NSUBJ) != BEL_NONE)
      return at;
    else
      at = document->tokens.head[at];
  return verb_of (document, t);
}

static bool
same_entity (const BelFinder *finder, const BelSpot *a, const BelSpot *b, uint32_t ta, uint32_t tb)
{
  const BelClaims *claims = finder->sources[a->prop->document];
  if (a->prop->document != b->prop->document)
    return false;
  uint32_t ma = claims->mention_at[ta], mb = claims->mention_at[tb];
  return ma != BEL_NONE && mb != BEL_NONE && claims->mentions.items[ma].entity != BEL_NONE
         && claims->mentions.items[ma].entity == claims->mentions.items[mb].entity;
}

static float
says_either (BelFinder *finder, uint32_t da, uint32_t ta, uint32_t db, uint32_t tb)
{
  if (ta == BEL_NONE || tb == BEL_NONE)
    return 0;
  float says = bel_word_says (finder, da, ta, db, tb), said = bel_word_says (finder, db, tb, da, ta);
  return MAX (says, said);
}

static uint32_t
subject_of (const BelDocument *document, uint32_t verb)
{
  return verb == BEL_NONE ? BEL_NONE : bel_child_base (document, verb, BEL_DEP_NSUBJ);
}

/* The named entity that token @t speaks of, BEL_NONE for any other. */
static uint32_t
named_entity (const BelClaims *claims, uint32_t t)
{
  uint32_t mention = claims->mention_at[t];
  uint32_t entity = mention == BEL_NONE ? BEL_NONE : claims->mentions.items[mention].entity;
  return entity == BEL_NONE || !claims->entities.items[entity].named ? BEL_NONE : entity;
}

/* Whether the nouns @ta and @tb are told apart by what modifies each: "the dam at Corvo", "the dam at Lindau". */
static bool
modified_otherwise (BelFinder *finder, const BelSpot *a, uint32_t ta, const BelSpot *b, uint32_t tb)
{
  BelDescription of_a, of_b;
  uint32_t lost_a = 0, lost_b = 0;
  if (ta == BEL_NONE || tb == BEL_NONE
      || bel_finder_lemma (finder, a->prop->document, ta) != bel_finder_lemma (finder, b->prop->document, tb)
      || !bel_description_read (finder, a->prop, ta, &of_a) || !bel_description_read (finder, b->prop, tb, &of_b))
    return false;
  bool placed = of_a.place != BEL_NONE && of_b.place != BEL_NONE && a->prop->document == b->prop->document;
  const BelPlace *places = finder->sources[a->prop->document]->places.items;
  bel_descriptions_share (&of_a, &of_b, &lost_a, &lost_b);
  return (lost_a && lost_b) || (placed && places[of_a.place].key != places[of_b.place].key);
}

/* 1: their verbs have the same subject; -1: two that are named otherwise; 0: who knows. One day or town has many doers. */
static int
compare_subjects (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b)
{
  uint32_t da = a->prop->document, db = b->prop->document;
  const BelDocument *doc_a = bel_finder_document (finder, da), *doc_b = bel_finder_document (finder, db);
  uint32_t subject_a = subject_of (doc_a, clause_over (finder, doc_a, a->head)),
           subject_b = subject_of (doc_b, clause_over (finder, doc_b, b->head));
  if (subject_a == BEL_NONE || subject_b == BEL_NONE)
    return 0;
  bool one_entity = same_entity (finder, a, b, subject_a, subject_b);
  bool pronoun = doc_a->tokens.pos[subject_a] == BEL_POS_PRON || doc_b->tokens.pos[subject_b] == BEL_POS_PRON;
  if (pronoun && !finder->options.same_situation)
    return one_entity;
  if (!finder->options.same_situation && !one_entity && modified_otherwise (finder, a, subject_a, b, subject_b))
    return -1;
  if (one_entity || bel_finder_lemma (finder, da, subject_a) == bel_finder_lemma (finder, db, subject_b))
    return 1;
  if (doc_a->tokens.pos[subject_a] == BEL_POS_PROPN && doc_b->tokens.pos[subject_b] == BEL_POS_PROPN)
    return -1;
  if ((finder->options.same_situation || kind == BEL_SPOT_NUMBER || kind == BEL_SPOT_NEGATION)
      && doc_a->tokens.pos[subject_a] == BEL_POS_NOUN && doc_b->tokens.pos[subject_b] == BEL_POS_NOUN
      && says_either (finder, da, subject_a, db, subject_b) == 0)
    return -1;
  uint32_t entity_a = named_entity (finder->sources[da], subject_a),
           entity_b = named_entity (finder->sources[db], subject_b);
  if (da != db || entity_a == BEL_NONE || entity_b == BEL_NONE)
    return 0;
  const BelEntity *entities = finder->sources[da]->entities.items;
  return entities[entity_a].metonym_of == entity_b || entities[entity_b].metonym_of == entity_a ? 0 : -1;
}

/* Dates and places under verbs that say different things are of two events, where one subject does both, and where each
 * of two texts is taken as telling one event. */
static bool
other_doings (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b, bool one_subject)
{
  uint32_t da = a->prop->document, db = b->prop->document;
  if ((kind != BEL_SPOT_TIME && kind != BEL_SPOT_PLACE) || (!finder->options.same_situation && !one_subject))
    return false;
  uint32_t verb_a = verb_of (bel_finder_document (finder, da), a->head),
           verb_b = verb_of (bel_finder_document (finder, db), b->head);
  return verb_a != BEL_NONE && verb_b != BEL_NONE && bel_word_says (finder, da, verb_a, db, verb_b) <= 0
         && bel_word_says (finder, db, verb_b, da, verb_a) <= 0;
}

/* "did not reopen in April" gives no time at which it did. */
static bool
is_denied (BelFinder *finder, BelSpotKind kind, const BelSpot *spot)
{
  const BelDocument *document = bel_finder_document (finder, spot->prop->document);
  uint32_t verb = kind == BEL_SPOT_NEGATION ? BEL_NONE : verb_of (document, spot->head);
  if (verb != BEL_NONE)
    for (BEL_EACH_CHILD (document, verb, c))
      if (bel_token_negates (document, c))
        return true;
  return false;
}

/* One says many things on many days, and "have", "be" and "do" say little of what is done. */
static bool
says_little (BelFinder *finder, BelSpotKind kind, const BelSpot *spot, bool one_subject)
{
  const BelDocument *doc = bel_finder_document (finder, spot->prop->document);
  if (kind == BEL_SPOT_TIME) {
    const BelLexicon *verbs = finder->program ? bel_program_lexicon (finder->program, "report-verb") : NULL;
    uint32_t head = doc->tokens.head[spot->head];
    return verbs && head != BEL_NONE && doc->tokens.pos[head] == BEL_POS_VERB && bel_lexicon_word (verbs, doc, head);
  }
  return kind == BEL_SPOT_NEGATION && !one_subject
         && (bel_token_lemma_is (doc, spot->head, "have") || bel_token_lemma_is (doc, spot->head, "be")
             || bel_token_lemma_is (doc, spot->head, "do"));
}

/* -- what tells them apart ------------------------------------------------------------------------------- */

/* Whether there is a strong word of contrast by @spot, or one that opens its sentence: "Another one offered two
 * million." */
static bool
has_cue (BelFinder *finder, const BelSpot *spot)
{
  const BelDocument *doc = bel_finder_document (finder, spot->prop->document);
  const BelSentence *sentence = &doc->sentences.items[spot->prop->sentence];
  uint32_t past = sentence->first_token + sentence->n_tokens;
  for (uint32_t t = sentence->first_token; t < past && t <= spot->last + CUE_REACH; t++) {
    if (t > sentence->first_token && t + CUE_REACH < spot->first)
      continue;
    if (bel_mark_sets_apart (finder, spot->prop->document, t))
      return true;
  }
  return false;
}

static void
compare_apart (BelFinder *finder, const BelSpot *a, const BelSpot *b, float *f)
{
  f[ONCE] = a->n_alike == 1 && b->n_alike == 1;
  f[VALUES] = log2f ((float) MAX (a->n_values, 1));
  uint32_t first = MIN (a->prop->sentence, b->prop->sentence),
           apart = MAX (a->prop->sentence, b->prop->sentence) - first;
  f[APART] = log2f ((float) MAX (apart, 1));
  f[LEAD] = !finder->options.same_situation && first <= 1;
}

static float
probability (const float *f)
{
  float z = 0;
  for (int i = 0; i < N_FEATURES; i++)
    z += WEIGHTS[i] * f[i];
  return 1 / (1 + expf (-z));
}

static void
set_around (const BelAround *around, float *f)
{
  f[POORER] = around->poorer;
  f[RICHER] = around->richer;
  f[CLOSE] = around->close;
  f[WHOLE_POORER] = around->whole_poorer;
  f[RARE] = around->rare;
  f[LOST_NAMES] = around->lost_names;
}

/* What was found but for the words around the two, and how likely they must be. */
typedef struct {
  float features[N_FEATURES];
  float least;
} Wanted;

/* Sums in another order may differ in their last digits. */
#define ROUNDING 0.001f

static bool
is_enough (const BelAround *most, const void *data)
{
  const Wanted *wanted = data;
  float f[N_FEATURES];
  memcpy (f, wanted->features, sizeof f);
  set_around (most, f);
  return most->common >= 1 - ROUNDING && probability (f) >= wanted->least - ROUNDING;
}

/* "two slices of bread", "eleven slices of ham"; "12 trucks", "212 passengers". */
static bool
of_other_things (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b)
{
  uint32_t da = a->prop->document, db = b->prop->document;
  const BelTokens *in_a = &bel_finder_document (finder, da)->tokens, *in_b = &bel_finder_document (finder, db)->tokens;
  uint32_t noun_a = in_a->head[a->head], noun_b = in_b->head[b->head];
  if (kind != BEL_SPOT_NUMBER || finder->options.same_situation || noun_a == BEL_NONE || noun_b == BEL_NONE
      || in_a->pos[noun_a] != BEL_POS_NOUN || in_b->pos[noun_b] != BEL_POS_NOUN)
    return false;
  return says_either (finder, da, noun_a, db, noun_b) <= 0 || modified_otherwise (finder, a, noun_a, b, noun_b);
}

float
bel_spots_resemble (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b, float least)
{
  Wanted wanted = { .features = { [BIAS] = 1 }, .least = least };
  uint32_t da = a->prop->document, db = b->prop->document;
  if (is_denied (finder, kind, a) || is_denied (finder, kind, b))
    return 0;
  int subjects = compare_subjects (finder, kind, a, b);
  if (subjects < 0 || of_other_things (finder, kind, a, b) || says_little (finder, kind, a, subjects > 0)
      || says_little (finder, kind, b, subjects > 0) || other_doings (finder, kind, a, b, subjects > 0))
    return 0;
  wanted.features[HEAD] = says_either (finder, da, bel_finder_document (finder, da)->tokens.head[a->head], db,
                                       bel_finder_document (finder, db)->tokens.head[b->head]);
  compare_apart (finder, a, b, wanted.features);
  wanted.features[NUMBER + kind] = 1;
  BelAround around; /* last, for it costs most */
  if (!bel_around_compare (finder, a, b, is_enough, &wanted, &around) || around.common < 1)
    return 0;
  if (finder->options.same_situation && around.lost_nouns > 0) /* "without power", "without water" */
    return 0;
  set_around (&around, wanted.features);
  return probability (wanted.features);
}

float
bel_spots_likeness (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b, float least)
{
  return has_cue (finder, a) != has_cue (finder, b) ? 0 : bel_spots_resemble (finder, kind, a, b, least);
}
