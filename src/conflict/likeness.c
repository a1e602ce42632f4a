/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/likeness.h"

#include "conflict/support.h"
#include "conflict/wording.h"

#include <math.h>

/* Content words looked at on each side of a spot, and in both directions together. */
#define REACH 8
#define MAX_AROUND (2 * REACH)
/* Tokens on each side in which a word of contrast belongs to the spot. */
#define CUE_REACH 5
/* Steps up the tree to the verb of a spot. */
#define VERB_STEPS 6

typedef enum {
  BIAS,
  COMMON,     /* weight of the words in common around both */
  POORER,     /* share of the poorer side's weight */
  RICHER,     /* share of the richer side's weight */
  RARE,       /* words in common that the document has hardly more than twice */
  HEAD,       /* both hang on the same word */
  DEPENDENCY, /* by the same relation */
  SUBJECT,    /* under verbs with the same subject */
  COUNTED,    /* numbers that count the same word, where others count none */
  CUE,        /* a word of contrast in one of the sentences only, away from the spot */
  NEAR,       /* values of the kind in both sentences, beyond one each */
  REPEATED,   /* both values stand more than once */
  ADJACENT,   /* one sentence follows the other */
  LEAD,       /* one of the sentences opens the story or is its headline */
  KIND,       /* by kind of spot */
  N_FEATURES = KIND + BEL_N_SPOTS
} Feature;

/* Fitted: docs/notes/likeness.md. */
static const float WEIGHTS[N_FEATURES] = {
  [BIAS] = -4.8f,    [COMMON] = 0.54f,    [POORER] = 1.5f,   [RICHER] = 0.3f,   [RARE] = 0.41f, [HEAD] = 0.86f,
  [DEPENDENCY] = 0.37f, [SUBJECT] = 0.31f, [COUNTED] = -1.2f, [CUE] = -0.32f,  [NEAR] = -1.1f, [REPEATED] = -0.29f,
  [ADJACENT] = -0.64f, [LEAD] = 1.1f,
  [KIND + BEL_SPOT_NUMBER] = -0.4f, [KIND + BEL_SPOT_TIME] = 0.5f, [KIND + BEL_SPOT_PLACE] = 0.17f, [KIND + BEL_SPOT_NEGATION] = -0.27f,
};

typedef struct {
  BelSym lemmas[MAX_AROUND];
  float weights[MAX_AROUND];
  uint32_t counts[MAX_AROUND];
  uint32_t n;
  float total;
} Around;

/* -- how often a word stands in a document ------------------------------------------------------------- */

static uint32_t
count_of (BelFinder *finder, uint32_t document, BelSym lemma)
{
  if (!finder->counts)
    finder->counts = bel_arena_new_array (finder->scratch, BelMap *, finder->n_sources);
  BelMap *map = finder->counts[document];
  const BelDocument *doc = bel_finder_document (finder, document);
  if (!map) {
    map = finder->counts[document] = bel_arena_new_struct (finder->scratch, BelMap);
    bel_map_init (map, finder->scratch, 256);
    for (uint32_t t = 0; t < doc->tokens.n; t++) {
      uint32_t n = 0;
      BelSym at = bel_finder_lemma (finder, document, t);
      bel_map_get (map, at, &n);
      bel_map_set (map, at, n + 1);
    }
  }
  uint32_t n = 0;
  bel_map_get (map, lemma, &n);
  return n;
}

/* -- words around -------------------------------------------------------------------------------------- */

static void
add_around (BelFinder *finder, uint32_t document, uint32_t t, Around *out)
{
  BelSym lemma = bel_finder_lemma (finder, document, t);
  for (uint32_t i = 0; i < out->n; i++)
    if (out->lemmas[i] == lemma)
      return;
  uint32_t count = count_of (finder, document, lemma);
  float weight = sqrtf (2.0f / (float) MAX (count, 2));
  out->lemmas[out->n] = lemma;
  out->weights[out->n] = weight;
  out->counts[out->n++] = count;
  out->total += weight;
}

static void
read_around (BelFinder *finder, const BelSpot *spot, Around *out)
{
  uint32_t document = spot->prop->document;
  const BelDocument *doc = bel_finder_document (finder, document);
  const BelSentence *sentence = &doc->sentences.items[spot->prop->sentence];
  *out = (Around){ 0 };
  uint32_t n = 0;
  for (uint32_t t = spot->first; t-- > sentence->first_token && n < REACH;)
    if (bel_token_is_content (doc, t)) {
      add_around (finder, document, t, out);
      n++;
    }
  n = 0;
  for (uint32_t t = spot->last + 1; t < sentence->first_token + sentence->n_tokens && n < REACH; t++)
    if (bel_token_is_content (doc, t)) {
      add_around (finder, document, t, out);
      n++;
    }
}

static void
compare_around (const Around *a, const Around *b, float *f)
{
  float common = 0;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t j = 0; j < b->n; j++)
      if (a->lemmas[i] == b->lemmas[j]) {
        common += a->weights[i];
        f[RARE] += a->counts[i] <= 3;
        break;
      }
  float poorer = MIN (a->total, b->total), richer = MAX (a->total, b->total);
  f[COMMON] = common;
  f[POORER] = poorer > 0 ? common / poorer : 0;
  f[RICHER] = richer > 0 ? common / richer : 0;
}

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

static void
compare_grammar (BelFinder *finder, const BelSpot *a, const BelSpot *b, float *f)
{
  uint32_t da = a->prop->document, db = b->prop->document;
  const BelDocument *doc_a = bel_finder_document (finder, da), *doc_b = bel_finder_document (finder, db);
  uint32_t head_a = doc_a->tokens.head[a->head], head_b = doc_b->tokens.head[b->head];
  f[HEAD] = head_a != BEL_NONE && head_b != BEL_NONE && bel_finder_lemma (finder, da, head_a) == bel_finder_lemma (finder, db, head_b);
  f[DEPENDENCY] = bel_dep_base (doc_a->tokens.dep[a->head]) == bel_dep_base (doc_b->tokens.dep[b->head]);
  uint32_t verb_a = verb_of (doc_a, a->head), verb_b = verb_of (doc_b, b->head);
  if (verb_a == BEL_NONE || verb_b == BEL_NONE)
    return;
  uint32_t subject_a = bel_child_base (doc_a, verb_a, BEL_DEP_NSUBJ), subject_b = bel_child_base (doc_b, verb_b, BEL_DEP_NSUBJ);
  if (subject_a == BEL_NONE || subject_b == BEL_NONE)
    return;
  f[SUBJECT] = bel_finder_lemma (finder, da, subject_a) == bel_finder_lemma (finder, db, subject_b)
               || same_entity (finder, a, b, subject_a, subject_b);
}

/* Dates and places under verbs that say different things are of two events, where one subject does both, and where each of two
 * texts is taken as telling one event. */
static bool
other_doings (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b, bool one_subject)
{
  uint32_t da = a->prop->document, db = b->prop->document;
  if ((kind != BEL_SPOT_TIME && kind != BEL_SPOT_PLACE) || (!finder->options.same_situation && !one_subject))
    return false;
  uint32_t verb_a = verb_of (bel_finder_document (finder, da), a->head), verb_b = verb_of (bel_finder_document (finder, db), b->head);
  return verb_a != BEL_NONE && verb_b != BEL_NONE && bel_word_says (finder, da, verb_a, db, verb_b) <= 0
         && bel_word_says (finder, db, verb_b, da, verb_a) <= 0;
}

/* -- what tells them apart ------------------------------------------------------------------------------- */

static const BelEntry *
cue_at (const BelFinder *finder, const BelDocument *document, uint32_t t)
{
  const BelLexicon *cues = finder->program ? bel_program_lexicon (finder->program, "contrast-cue") : NULL;
  return cues ? bel_lexicon_word (cues, document, t) : NULL;
}

/* Whether there is a word of contrast in @spot's sentence: a strong one by the spot itself, or any away from it. */
static bool
has_cue (BelFinder *finder, const BelSpot *spot, bool strong)
{
  const BelDocument *doc = bel_finder_document (finder, spot->prop->document);
  const BelSentence *sentence = &doc->sentences.items[spot->prop->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    bool near = t + CUE_REACH >= spot->first && t <= spot->last + CUE_REACH;
    const BelEntry *cue = near == strong ? cue_at (finder, doc, t) : NULL;
    if (cue && (!strong || bel_entry_boolean (cue, bel_lexicon_field (bel_program_lexicon (finder->program, "contrast-cue"), "strong"))))
      return true;
  }
  return false;
}

static void
compare_apart (BelFinder *finder, const BelSpot *a, const BelSpot *b, float *f)
{
  f[CUE] = has_cue (finder, a, false) != has_cue (finder, b, false);
  f[NEAR] = (float) (a->n_near + b->n_near) - 2;
  f[REPEATED] = a->n_alike > 1 && b->n_alike > 1;
  uint32_t first = MIN (a->prop->sentence, b->prop->sentence);
  f[ADJACENT] = MAX (a->prop->sentence, b->prop->sentence) - first == 1;
  f[LEAD] = !finder->options.same_situation && first <= 1;
}

float
bel_spots_likeness (BelFinder *finder, BelSpotKind kind, const BelSpot *a, const BelSpot *b)
{
  float f[N_FEATURES] = { [BIAS] = 1 };
  if (has_cue (finder, a, true) != has_cue (finder, b, true))
    return 0;
  Around around_a, around_b;
  read_around (finder, a, &around_a);
  read_around (finder, b, &around_b);
  compare_around (&around_a, &around_b, f);
  if (f[COMMON] < 1)
    return 0;
  compare_grammar (finder, a, b, f);
  if (other_doings (finder, kind, a, b, f[SUBJECT] > 0))
    return 0;
  f[COUNTED] = a->counted != BEL_NONE && b->counted != BEL_NONE
               && bel_finder_lemma (finder, a->prop->document, a->counted) == bel_finder_lemma (finder, b->prop->document, b->counted);
  compare_apart (finder, a, b, f);
  f[KIND + kind] = 1;
  float z = 0;
  for (int i = 0; i < N_FEATURES; i++)
    z += WEIGHTS[i] * f[i];
  return 1 / (1 + expf (-z));
}
