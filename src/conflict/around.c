/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/around.h"

#include "conflict/support.h"
#include "conflict/wording.h"

#include <math.h>

/* Content words on each side of a spot that are near it, and that are read at all. */
#define REACH 8
#define MAX_SIDE 24
/* Content words away from the spots at which a word tells a third of what it does beside them. */
#define FADE 5.0f
/* What a word in other words counts of the same word. */
#define REWORDED 0.7f

typedef struct {
  uint32_t token;
  uint32_t distance; /* in content words, from 1 */
  BelSym lemma;
  uint32_t entity; /* BEL_NONE */
  uint32_t count;
  float weight;
  bool name, noun;
} Word;

typedef struct {
  Word words[2 * MAX_SIDE];
  uint32_t n;
  float total, near; /* weight of all, of those within reach */
} Side;

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

/* -- reading ------------------------------------------------------------------------------------------- */

static void
add_word (BelFinder *finder, uint32_t document, uint32_t t, uint32_t distance, Side *out)
{
  BelSym lemma = bel_finder_lemma (finder, document, t);
  for (uint32_t i = 0; i < out->n; i++)
    if (out->words[i].lemma == lemma)
      return;
  Word word = { .token = t, .distance = distance, .lemma = lemma, .count = count_of (finder, document, lemma) };
  word.entity = bel_claims_entity_at (finder->sources[document], t);
  word.weight = sqrtf (2.0f / (float) MAX (word.count, 2));
  word.name = bel_finder_document (finder, document)->tokens.pos[t] == BEL_POS_PROPN;
  word.noun = bel_finder_document (finder, document)->tokens.pos[t] == BEL_POS_NOUN;
  out->words[out->n++] = word;
  out->total += word.weight;
  if (distance <= REACH)
    out->near += word.weight;
}

static void
read_side (BelFinder *finder, const BelSpot *spot, Side *out)
{
  uint32_t document = spot->prop->document;
  const BelDocument *doc = bel_finder_document (finder, document);
  const BelSentence *sentence = &doc->sentences.items[spot->prop->sentence];
  uint32_t past = sentence->first_token + sentence->n_tokens;
  *out = (Side){ 0 };
  for (uint32_t t = spot->first, n = 0; t-- > sentence->first_token && n < MAX_SIDE;)
    if (bel_token_is_content (doc, t))
      add_word (finder, document, t, ++n, out);
  for (uint32_t t = spot->last + 1, n = 0; t < past && n < MAX_SIDE; t++)
    if (bel_token_is_content (doc, t))
      add_word (finder, document, t, ++n, out);
}

/* -- comparing ------------------------------------------------------------------------------------------- */

static bool
is_same (uint32_t doc_a, const Word *a, uint32_t doc_b, const Word *b)
{
  return a->lemma == b->lemma || (doc_a == doc_b && a->entity != BEL_NONE && a->entity == b->entity);
}

static float
match_words (BelFinder *finder, uint32_t doc_a, const Word *a, uint32_t doc_b, const Word *b)
{
  if (a->name || b->name)
    return 0;
  float says = bel_word_says (finder, doc_a, a->token, doc_b, b->token),
        said = bel_word_says (finder, doc_b, b->token, doc_a, a->token);
  return REWORDED * MAX (says, said);
}

/* The place of the same word on @side, BEL_NONE where it is not. */
static uint32_t
find_same (uint32_t doc_a, const Word *word, uint32_t doc_b, const Side *side)
{
  for (uint32_t i = 0; i < side->n; i++)
    if (is_same (doc_a, word, doc_b, &side->words[i]))
      return i;
  return BEL_NONE;
}

/* The best match of @word in other words on @side; *@index is its place there. */
static float
find_reworded (BelFinder *finder, uint32_t doc_a, const Word *word, uint32_t doc_b, const Side *side, uint32_t *index)
{
  float best = 0;
  for (uint32_t i = 0; i < side->n && !word->name; i++) {
    float match = match_words (finder, doc_a, word, doc_b, &side->words[i]);
    if (match > best) {
      best = match;
      *index = i;
    }
  }
  return best;
}

static void
add_match (const Word *a, const Word *b, float match, BelAround *out, float *whole)
{
  float weight = match * MIN (a->weight, b->weight);
  *whole += weight;
  out->close += weight * expf (-(float) (MAX (a->distance, b->distance) - 1) / FADE);
  if (MAX (a->distance, b->distance) > REACH)
    return;
  out->common += weight;
  out->rare += match == 1 && a->count <= 3;
}

static float
share (float part, float whole)
{
  return whole > 0 ? MIN (part / whole, 1) : 0;
}

typedef struct {
  uint32_t names, nouns;
} Lost;

static void
lose (const Word *word, Lost *out)
{
  out->names += word->name && word->distance <= REACH;
  out->nouns += word->noun && word->distance <= REACH;
}

static void
set_shares (const Side *a, const Side *b, float whole, BelAround *out)
{
  out->poorer = share (out->common, MIN (a->near, b->near));
  out->richer = share (out->common, MAX (a->near, b->near));
  out->whole_poorer = share (whole, MIN (a->total, b->total));
}

/* Every word without its like could have one in other words, as near and as rare as itself. */
static BelAround
most_of (const Side *a, const Side *b, const uint32_t *same)
{
  BelAround most = { 0 };
  float whole = 0;
  for (uint32_t i = 0; i < a->n; i++) {
    const Word *word = &a->words[i];
    if (same[i] != BEL_NONE)
      add_match (word, &b->words[same[i]], 1, &most, &whole);
    else if (!word->name)
      add_match (word, word, REWORDED, &most, &whole);
  }
  set_shares (a, b, whole, &most);
  return most;
}

bool
bel_around_compare (BelFinder *finder, const BelSpot *a, const BelSpot *b, BelAroundEnough *enough, const void *data,
                    BelAround *out)
{
  uint32_t doc_a = a->prop->document, doc_b = b->prop->document, same[2 * MAX_SIDE];
  Side side_a, side_b;
  bool found_b[2 * MAX_SIDE] = { false };
  Lost lost_a = { 0 }, lost_b = { 0 };
  float whole = 0;
  read_side (finder, a, &side_a);
  read_side (finder, b, &side_b);
  for (uint32_t i = 0; i < side_a.n; i++)
    same[i] = find_same (doc_a, &side_a.words[i], doc_b, &side_b);
  BelAround most = most_of (&side_a, &side_b, same);
  if (!enough (&most, data))
    return false;
  *out = (BelAround){ 0 };
  for (uint32_t i = 0; i < side_a.n; i++) {
    uint32_t at = same[i];
    float match = at != BEL_NONE ? 1 : find_reworded (finder, doc_a, &side_a.words[i], doc_b, &side_b, &at);
    if (match > 0) {
      found_b[at] = true;
      add_match (&side_a.words[i], &side_b.words[at], match, out, &whole);
    } else {
      lose (&side_a.words[i], &lost_a);
    }
  }
  for (uint32_t i = 0; i < side_b.n; i++)
    if (!found_b[i])
      lose (&side_b.words[i], &lost_b);
  out->lost_names = (float) MIN (lost_a.names, lost_b.names);
  out->lost_nouns = (float) MIN (lost_a.nouns, lost_b.nouns);
  set_shares (&side_a, &side_b, whole, out);
  return true;
}
