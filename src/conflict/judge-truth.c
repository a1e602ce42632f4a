/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* "She refused to take the money" beside "She took the money": all that the second says stands in the first, in its
 * words, under a verb that makes it false. The words are laid side by side, and the truth of the clause that they
 * make is read off the claims of both sentences, as verbs, negations and moods have left it. */
#include "conflict/content.h"
#include "conflict/judge.h"
#include "conflict/prop.h"
#include "conflict/scene.h"

/* Content words of the second sentence that may have no like in the first, as a share. */
#define MISSING_SHARE 0.25f
/* Content words that two sentences of one draft have to share. */
#define COMMON_DRAFT 5
/* Trust in a truth that is only probable, and for each word that is only alike. */
#define TRUST_PROBABLE 0.75f
#define TRUST_MISSING 0.85f

static uint32_t
partner (const BelWording *wording, uint32_t token_b)
{
  for (uint32_t i = 0; i < wording->n_pairs; i++)
    if (wording->pair_b[i] == token_b)
      return wording->pair_a[i];
  return BEL_NONE;
}

/* 1, -1: somebody takes it for true, for false; halved where they say probably. 0: nobody does either. */
static float
truth_of (const BelProp *prop)
{
  uint32_t yes = bel_prop_holder (prop, true), no = bel_prop_holder (prop, false);
  if ((yes == BEL_NONE) == (no == BEL_NONE) || prop->denies_all)
    return 0;
  BelTruth truth = prop->holders[yes != BEL_NONE ? yes : no].truth;
  float trust = truth == BEL_TRUTH_TRUE || truth == BEL_TRUTH_FALSE ? 1 : TRUST_PROBABLE;
  return yes != BEL_NONE ? trust : -trust;
}

static bool
misses_too_much (uint32_t n_common, uint32_t n_content)
{
  return (float) (n_content - n_common) > MISSING_SHARE * (float) n_content;
}

/* Whether two sentences of drafts cannot have enough words in common, before they are laid side by side. */
static bool
too_different (const BelEvidence *e)
{
  if (e->finder->options.same_situation || e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE)
    return false;
  uint32_t n_content = bel_contents_count (e->finder, e->index_b),
           most = bel_contents_most_pairs (e->finder, e->index_a, e->index_b);
  bool whole
      = bel_finder_document (e->finder, e->b->document)->sentences.items[e->b->sentence].n_tokens <= BEL_MAX_PAIRS;
  return most < COMMON_DRAFT || (whole && most < n_content && misses_too_much (most, n_content));
}

/* The preposition that opens a stretch; BEL_NONE without one. */
static BelSym
opening_case (BelFinder *finder, uint32_t document, uint32_t first, uint32_t last)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  return first <= last && doc->tokens.pos[first] == BEL_POS_ADP ? bel_finder_lemma (finder, document, first) : BEL_NONE;
}

/* "Onto the car", "into the car". */
static bool
other_prepositions (const BelEvidence *e)
{
  for (uint32_t i = 0; i < e->wording.n_gaps; i++) {
    const BelGap *gap = &e->wording.gaps[i];
    BelSym a = opening_case (e->finder, e->a->document, gap->first_a, gap->last_a),
           b = opening_case (e->finder, e->b->document, gap->first_b, gap->last_b);
    if (gap->kind == BEL_GAP_OTHER && a != BEL_NONE && b != BEL_NONE && a != b)
      return true;
  }
  return false;
}

/* Of two texts, somebody whom either brings in is another where a word of him is not in both. */
static bool
may_be_two (const BelEvidence *e)
{
  return e->finder->options.same_situation
         && (bel_scene_brings_in (e->finder, e->a) || bel_scene_brings_in (e->finder, e->b));
}

/* How surely everything that sentence b says is said in a too; 0: it is not. */
static float
covered (BelEvidence *e)
{
  if (!e->worded && too_different (e))
    return 0;
  if (!e->worded) {
    bel_wording_compare (e->finder, e->a->document, e->a->sentence, e->b->document, e->b->sentence, &e->wording);
    e->worded = true;
  }
  const BelWording *w = &e->wording;
  if (w->too_many || !w->n_content_b || w->n_content_b < w->n_common)
    return 0;
  if (!e->finder->options.same_situation && w->n_common < COMMON_DRAFT)
    return 0;
  if (misses_too_much (w->n_common, w->n_content_b))
    return 0;
  bel_wording_read_gaps (e->finder, e->a->document, e->b->document, &e->wording);
  if (w->n_by_kind[BEL_GAP_EXCLUSIVE] || w->n_by_kind[BEL_GAP_OPPOSITE] || w->n_by_kind[BEL_GAP_QUANTITY]
      || w->n_by_kind[BEL_GAP_TIME])
    return 0;
  uint32_t missing = w->n_content_b - w->n_common;
  if (other_prepositions (e) || (missing && may_be_two (e)))
    return 0;
  float trust = 1;
  for (uint32_t i = 0; i < missing; i++)
    trust *= TRUST_MISSING;
  return trust;
}

/* "Nobody danced on the roof" leaves open that somebody danced: what is denied says something that the other does not. */
static bool
denies_less (BelEvidence *e, uint32_t token_a, bool by_b)
{
  const BelWording *w = &e->wording;
  if (by_b)
    return w->n_content_b > w->n_common;
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  for (uint32_t t = document->tokens.subtree_first[token_a]; t <= document->tokens.subtree_last[token_a]; t++) {
    bool paired = false;
    for (uint32_t i = 0; i < w->n_pairs && !paired; i++)
      paired = w->pair_a[i] == t;
    if (!paired && bel_token_is_content (document, t) && bel_dominates (document, token_a, t))
      return true;
  }
  return false;
}

static uint32_t
depth_of (const BelDocument *document, uint32_t token)
{
  uint32_t depth = 0;
  while (document->tokens.head[token] != BEL_NONE) {
    token = document->tokens.head[token];
    depth++;
  }
  return depth;
}

static bool
denies_share (const BelDocument *document, const BelSentence *sentence)
{
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    if (bel_negates_quantifier (document, t))
      return true;
  return false;
}

bool
bel_evidence_is_hedged (const BelEvidence *e, const BelProp *sentence)
{
  uint32_t root = bel_sentence_root (bel_finder_document (e->finder, sentence->document), sentence->sentence);
  const BelProp *prop = root == BEL_NONE ? NULL : bel_prop_at (e->finder, sentence->document, root);
  bool open = prop && bel_prop_holder (prop, true) == BEL_NONE && bel_prop_holder (prop, false) == BEL_NONE;
  const BelDocument *document = bel_finder_document (e->finder, sentence->document);
  return open && !denies_share (document, &document->sentences.items[sentence->sentence]);
}

static unsigned
largest_share (const BelDocument *document, const BelSentence *sentence)
{
  unsigned largest = 0;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    largest = MAX (largest, bel_quantifier_share (document, t));
  return largest;
}

/* "Not all guests left" denies that all left, not that some did: what it is laid beside has to speak of as many. */
static bool
denies_other_share (const BelEvidence *e, const BelProp *denies, const BelProp *says)
{
  const BelDocument *document = bel_finder_document (e->finder, denies->document),
                    *other = bel_finder_document (e->finder, says->document);
  const BelSentence *sentence = &document->sentences.items[denies->sentence];
  for (uint32_t t = sentence->first_token; t + 1 < sentence->first_token + sentence->n_tokens; t++)
    if (bel_negates_quantifier (document, t)
        && (!bel_quantifier_share (document, t + 1)
            || largest_share (other, &other->sentences.items[says->sentence]) < bel_quantifier_share (document, t + 1)))
      return true;
  return false;
}

bool
bel_evidence_denies_what_is_held (const BelEvidence *e, bool by_b)
{
  const BelProp *denies = by_b ? e->b : e->a, *says = by_b ? e->a : e->b;
  const BelWording *w = &e->wording;
  const BelDocument *document = bel_finder_document (e->finder, denies->document);
  if (denies_other_share (e, denies, says))
    return false;
  for (uint32_t i = 0; i < w->n_pairs; i++) {
    uint32_t denied = by_b ? w->pair_b[i] : w->pair_a[i], said = by_b ? w->pair_a[i] : w->pair_b[i];
    bool negated = false;
    for (BEL_EACH_CHILD (document, denied, c))
      negated |= document->tokens.dep[c] == BEL_DEP_ADVMOD && bel_token_negates (document, c);
    const BelProp *prop = negated ? bel_prop_at (e->finder, says->document, said) : NULL;
    const BelClaim *claim = prop ? bel_prop_claim (e->finder, prop) : NULL;
    if (claim && claim->kind == BEL_CLAIM_VERBAL && bel_prop_holder (prop, true) == BEL_NONE)
      return false;
  }
  return true;
}

static bool
has_negation (const BelFinder *finder, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    if (bel_token_negates (document, t))
      return true;
  return false;
}

float
bel_judge_denies_more (BelEvidence *e)
{
  bool by_a = has_negation (e->finder, e->a) && !has_negation (e->finder, e->b);
  return by_a ? bel_scene_denies_more (e->finder, e->a, e->b) : bel_scene_denies_more (e->finder, e->b, e->a);
}

float
bel_judge_wording_truth (BelEvidence *e)
{
  float trust = covered (e);
  if (trust <= 0)
    return 0;
  const BelDocument *document_a = bel_finder_document (e->finder, e->a->document);
  const BelDocument *document_b = bel_finder_document (e->finder, e->b->document);
  uint32_t root_b = bel_sentence_root (document_b, e->b->sentence);
  uint32_t token_a = root_b == BEL_NONE ? BEL_NONE : partner (&e->wording, root_b);
  /* where the clause is the whole of both sentences, the words themselves tell which is negated */
  if (token_a == BEL_NONE || depth_of (document_a, token_a) == 0)
    return 0;
  const BelProp *a = bel_prop_at (e->finder, e->a->document, token_a),
                *b = bel_prop_at (e->finder, e->b->document, root_b);
  if (!a || !b)
    return 0;
  float truth = truth_of (a) * truth_of (b);
  if (truth >= 0 || denies_less (e, token_a, truth_of (b) < 0))
    return 0;
  e->token_a = token_a;
  e->token_b = root_b;
  return trust * -truth;
}
