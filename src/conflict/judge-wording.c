/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two sentences in the same words but for one: a member of a set, an antonym, a number, a date, a negation. */
#include "conflict/content.h"
#include "conflict/judge.h"
#include "conflict/prop.h"
#include "conflict/scene.h"

/* How alike two sentences of a draft have to be, and how many content words they have to share. */
#define ALIKE_DRAFT 0.7f
#define COMMON_DRAFT 5
#define ALIKE_COMPARE 0.5f

/* Whether they cannot have enough words in common, before they are laid side by side. */
static bool
too_different (const BelEvidence *e)
{
  return bel_evidence_in_draft (e) && e->a->kind == BEL_PROP_SENTENCE && e->b->kind == BEL_PROP_SENTENCE
         && bel_contents_most_pairs (e->finder, e->index_a, e->index_b) < COMMON_DRAFT;
}

static bool
alike (BelEvidence *e)
{
  if ((!e->worded && too_different (e)) || bel_evidence_is_of_another (e))
    return false;
  if (!e->worded) {
    bel_wording_compare (e->finder, e->a->document, e->a->sentence, e->b->document, e->b->sentence, &e->wording);
    e->worded = true;
  }
  const BelWording *w = &e->wording;
  uint32_t most = MAX (w->n_content_a, w->n_content_b);
  if (w->too_many || !most || (bel_evidence_in_draft (e) && w->n_common < COMMON_DRAFT)
      || (float) (w->n_common + w->n_gaps) / (float) most < (bel_evidence_in_draft (e) ? ALIKE_DRAFT : ALIKE_COMPARE))
    return false;
  bel_wording_read_gaps (e->finder, e->a->document, e->b->document, &e->wording);
  if (w->n_by_kind[BEL_GAP_OTHER])
    return false;
  float share = (float) (w->n_common + w->n_by_kind[BEL_GAP_EXCLUSIVE] + w->n_by_kind[BEL_GAP_OPPOSITE]
                         + w->n_by_kind[BEL_GAP_QUANTITY] + w->n_by_kind[BEL_GAP_TIME] + w->n_by_kind[BEL_GAP_SAME])
                / (float) most;
  return share >= (bel_evidence_in_draft (e) ? ALIKE_DRAFT : ALIKE_COMPARE);
}

static bool
is_clash (const BelGap *gap)
{
  return gap->kind == BEL_GAP_EXCLUSIVE || gap->kind == BEL_GAP_OPPOSITE || gap->kind == BEL_GAP_QUANTITY
         || gap->kind == BEL_GAP_TIME;
}

static bool
same_gap (BelEvidence *e, const BelGap *x, const BelGap *y)
{
  BelFinder *finder = e->finder;
  uint32_t doc_a = e->a->document, doc_b = e->b->document;
  return bel_finder_lemma (finder, doc_a, x->token_a) == bel_finder_lemma (finder, doc_a, y->token_a)
         && bel_finder_lemma (finder, doc_b, x->token_b) == bel_finder_lemma (finder, doc_b, y->token_b);
}

/* Where the two sentences clash, if it is by words of one @kind alone: once, or in each place of the same words ("a red
 * shirt and red shoes", "a blue shirt and blue shoes"). */
static const BelGap *
only_clash (BelEvidence *e, BelGapKind kind)
{
  const BelGap *first = NULL;
  for (uint32_t i = 0; i < e->wording.n_gaps; i++) {
    const BelGap *gap = &e->wording.gaps[i];
    if (!is_clash (gap))
      continue;
    if (gap->kind != kind || (first && (bel_evidence_in_draft (e) || !same_gap (e, first, gap))))
      return NULL;
    first = first ? first : gap;
  }
  return first;
}

static bool
stands_negated (const BelEvidence *e, const BelProp *prop, uint32_t token)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  return bel_scene_negates (document, &document->sentences.items[prop->sentence], token);
}

/* Whether a negation, in both of them, leaves the words alone that differ; never so in a draft. */
static bool
negations_are_elsewhere (const BelEvidence *e, const BelGap *gap)
{
  const BelWording *w = &e->wording;
  if (!w->n_negations_a && !w->n_negations_b)
    return true;
  return !bel_evidence_in_draft (e) && w->n_negations_a == w->n_negations_b && !stands_negated (e, e->a, gap->token_a)
         && !stands_negated (e, e->b, gap->token_b);
}

/* The claim of the verb that the preposition @t stands below; NULL without one. */
static const BelProp *
claim_above_preposition (const BelEvidence *e, const BelProp *prop, uint32_t t)
{
  const BelTokens *tokens = &bel_finder_document (e->finder, prop->document)->tokens;
  uint32_t noun = tokens->dep[t] == BEL_DEP_CASE ? tokens->head[t] : BEL_NONE;
  uint32_t verb = noun == BEL_NONE ? BEL_NONE : tokens->head[noun];
  return verb == BEL_NONE ? NULL : bel_prop_at (e->finder, prop->document, verb);
}

/* "dates from the Iron Age", "is dated to the Iron Age": two prepositions, and the rules take both for one predicate. */
static bool
is_one_predicate (const BelEvidence *e, const BelGap *gap)
{
  const BelProp *a = claim_above_preposition (e, e->a, gap->token_a),
                *b = claim_above_preposition (e, e->b, gap->token_b);
  return a && b && a->rule != BEL_NONE && a->rule == b->rule;
}

static float
single_gap (BelEvidence *e, BelGapKind kind)
{
  const BelGap *clash = alike (e) ? only_clash (e, kind) : NULL;
  if (!clash || !negations_are_elsewhere (e, clash) || is_one_predicate (e, clash))
    return 0;
  float trust = bel_evidence_in_draft (e) ? clash->trust : bel_scene_is_one (e, clash);
  for (uint32_t i = 0; i < e->wording.n_gaps; i++)
    if (!is_clash (&e->wording.gaps[i]))
      trust *= e->wording.gaps[i].trust;
  e->token_a = clash->token_a;
  e->token_b = clash->token_b;
  return trust;
}

float
bel_judge_wording_exclusive (BelEvidence *e)
{
  return single_gap (e, BEL_GAP_EXCLUSIVE);
}

float
bel_judge_wording_opposite (BelEvidence *e)
{
  return single_gap (e, BEL_GAP_OPPOSITE);
}

float
bel_judge_wording_quantity (BelEvidence *e)
{
  return bel_evidence_at_other_times (e) ? 0 : single_gap (e, BEL_GAP_QUANTITY);
}

float
bel_judge_wording_time (BelEvidence *e)
{
  return single_gap (e, BEL_GAP_TIME);
}

/* The modal verb of the main clause of which there is no third between it and its negation: what can be or cannot, must or must not;
 * "may" and "may not" can both be true. */
static const char *
strict_modal (const BelEvidence *e, const BelProp *prop)
{
  static const char *const MODALS[] = { "can", "must", "should", "shall", "ought" };
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  uint32_t root = bel_sentence_root (document, prop->sentence);
  uint32_t aux = root == BEL_NONE ? BEL_NONE : bel_child_base (document, root, BEL_DEP_AUX);
  for (guint i = 0; aux != BEL_NONE && i < G_N_ELEMENTS (MODALS); i++)
    if (bel_token_lemma_is (document, aux, MODALS[i]))
      return MODALS[i];
  return NULL;
}

static bool
negates_root (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  uint32_t root = bel_sentence_root (document, prop->sentence);
  for (BEL_EACH_CHILD (document, root, c))
    if (bel_token_negates (document, c))
      return true;
  return false;
}

static bool
cannot_what_can (const BelEvidence *e)
{
  const char *modal = strict_modal (e, e->a);
  return modal && modal == strict_modal (e, e->b) && negates_root (e, e->a) != negates_root (e, e->b);
}

/* One of them is negated once more, and the one that is not says at least as much. */
float
bel_judge_wording_negation (BelEvidence *e)
{
  if (!alike (e))
    return 0;
  const BelWording *w = &e->wording;
  bool modal = cannot_what_can (e);
  if ((w->n_negations_a + w->n_negations_b) % 2 == 0
      || (!modal && (bel_evidence_is_hedged (e, e->a) || bel_evidence_is_hedged (e, e->b))))
    return 0;
  bool a_positive = w->n_negations_a < w->n_negations_b;
  uint32_t more = w->n_by_kind[a_positive ? BEL_GAP_WIDER : BEL_GAP_NARROWER];
  uint32_t clashes = w->n_by_kind[BEL_GAP_EXCLUSIVE] + w->n_by_kind[BEL_GAP_OPPOSITE] + w->n_by_kind[BEL_GAP_QUANTITY]
                     + w->n_by_kind[BEL_GAP_TIME];
  if (more || clashes || (!modal && !bel_evidence_denies_what_is_held (e, a_positive)))
    return 0;
  float trust = 1;
  for (uint32_t i = 0; i < w->n_gaps; i++)
    trust *= w->gaps[i].trust;
  return trust;
}
