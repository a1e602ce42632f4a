/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two sentences in the same words but for one: a member of a set, an antonym, a number, a date, a negation. */
#include "conflict/content.h"
#include "conflict/judge.h"
#include "conflict/prop.h"

static bool
one_draft (const BelEvidence *e)
{
  return !e->finder->options.same_situation;
}

/* How alike two sentences of a draft have to be, and how many content words they have to share. */
#define ALIKE_DRAFT 0.7f
#define COMMON_DRAFT 5
#define ALIKE_COMPARE 0.5f

/* Whether they cannot have enough words in common, before they are laid side by side. */
static bool
too_different (const BelEvidence *e)
{
  return one_draft (e) && e->a->kind == BEL_PROP_SENTENCE && e->b->kind == BEL_PROP_SENTENCE
         && bel_contents_most_pairs (e->finder, e->index_a, e->index_b) < COMMON_DRAFT;
}

static bool
alike (BelEvidence *e)
{
  if (!e->worded && too_different (e))
    return false;
  if (!e->worded) {
    bel_wording_compare (e->finder, e->a->document, e->a->sentence, e->b->document, e->b->sentence, &e->wording);
    e->worded = true;
  }
  const BelWording *w = &e->wording;
  uint32_t most = MAX (w->n_content_a, w->n_content_b);
  if (w->too_many || !most || (one_draft (e) && w->n_common < COMMON_DRAFT)
      || (float) (w->n_common + w->n_gaps) / (float) most < (one_draft (e) ? ALIKE_DRAFT : ALIKE_COMPARE))
    return false;
  bel_wording_read_gaps (e->finder, e->a->document, e->b->document, &e->wording);
  if (w->n_by_kind[BEL_GAP_OTHER])
    return false;
  float share = (float) (w->n_common + w->n_by_kind[BEL_GAP_EXCLUSIVE] + w->n_by_kind[BEL_GAP_OPPOSITE]
                         + w->n_by_kind[BEL_GAP_QUANTITY] + w->n_by_kind[BEL_GAP_TIME] + w->n_by_kind[BEL_GAP_SAME])
                / (float) most;
  return share >= (one_draft (e) ? ALIKE_DRAFT : ALIKE_COMPARE);
}

/* Fewer words in common than this do not make two indefinite things one. */
#define COMMON_ONE_THING 6
#define COMMON_ONE_DOING 4
/* Left of the trust where the two may well speak of two things. */
#define TRUST_TWO_THINGS 0.3f

static bool
is_subject (const BelDocument *document, uint32_t token)
{
  return token != BEL_NONE && bel_dep_base (document->tokens.dep[token]) == BEL_DEP_NSUBJ;
}

/* "A man …" and "a woman …", "a black dog …" and "a white dog …" bring in two; "a man opens …" and "a man closes …" two men. */
static float
one_thing (const BelEvidence *e, const BelGap *gap)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  uint32_t token = gap->token_a;
  BelDep dep = document->tokens.dep[token];
  uint32_t head = document->tokens.head[token];
  bool indefinite = bel_phrase_indefinite (e->finder, (BelNoun){ e->a->document, token, BEL_NONE, BEL_NONE });
  if (gap->kind == BEL_GAP_EXCLUSIVE && is_subject (document, token) && indefinite)
    return TRUST_TWO_THINGS;
  if (gap->kind == BEL_GAP_OPPOSITE && dep == BEL_DEP_ROOT && document->tokens.pos[token] == BEL_POS_VERB) {
    uint32_t subject = bel_child_base (document, token, BEL_DEP_NSUBJ);
    return subject == BEL_NONE
                   || bel_phrase_indefinite (e->finder, (BelNoun){ e->a->document, subject, BEL_NONE, BEL_NONE })
               ? TRUST_TWO_THINGS
               : 1;
  }
  bool look = gap->set && g_str_has_prefix (gap->set, "exclusive-look-");
  if (look && is_subject (document, head) && e->wording.n_common < COMMON_ONE_THING
      && bel_phrase_indefinite (e->finder, (BelNoun){ e->a->document, head, BEL_NONE, BEL_NONE }))
    return TRUST_TWO_THINGS;
  bool counted = bel_child_base (document, token, BEL_DEP_DET) != BEL_NONE
                 || bel_token_feat (document, token, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
  if (gap->kind == BEL_GAP_EXCLUSIVE && bel_dep_base (dep) == BEL_DEP_OBJ && indefinite && counted
      && e->wording.n_common < COMMON_ONE_DOING)
    return TRUST_TWO_THINGS;
  return 1;
}

static float
single_gap (BelEvidence *e, BelGapKind kind)
{
  if (!alike (e) || e->wording.n_negations_a || e->wording.n_negations_b)
    return 0;
  const BelWording *w = &e->wording;
  uint32_t n = w->n_by_kind[BEL_GAP_EXCLUSIVE] + w->n_by_kind[BEL_GAP_OPPOSITE] + w->n_by_kind[BEL_GAP_QUANTITY]
               + w->n_by_kind[BEL_GAP_TIME];
  if (n != 1 || w->n_by_kind[kind] != 1)
    return 0;
  float trust = 1;
  for (uint32_t i = 0; i < w->n_gaps; i++) {
    trust *= w->gaps[i].trust;
    if (w->gaps[i].kind == kind) {
      trust *= one_draft (e) ? 1 : one_thing (e, &w->gaps[i]);
      e->token_a = w->gaps[i].token_a;
      e->token_b = w->gaps[i].token_b;
    }
  }
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
  return single_gap (e, BEL_GAP_QUANTITY);
}

float
bel_judge_wording_time (BelEvidence *e)
{
  return single_gap (e, BEL_GAP_TIME);
}

/* One of them is negated once more, and the one that is not says at least as much. */
float
bel_judge_wording_negation (BelEvidence *e)
{
  if (!alike (e))
    return 0;
  const BelWording *w = &e->wording;
  if ((w->n_negations_a + w->n_negations_b) % 2 == 0 || bel_evidence_is_hedged (e, e->a)
      || bel_evidence_is_hedged (e, e->b))
    return 0;
  bool a_positive = w->n_negations_a < w->n_negations_b;
  uint32_t more = w->n_by_kind[a_positive ? BEL_GAP_WIDER : BEL_GAP_NARROWER];
  uint32_t clashes = w->n_by_kind[BEL_GAP_EXCLUSIVE] + w->n_by_kind[BEL_GAP_OPPOSITE] + w->n_by_kind[BEL_GAP_QUANTITY]
                     + w->n_by_kind[BEL_GAP_TIME];
  if (more || clashes || !bel_evidence_denies_what_is_held (e, a_positive))
    return 0;
  float trust = 1;
  for (uint32_t i = 0; i < w->n_gaps; i++)
    trust *= w->gaps[i].trust;
  return trust;
}
