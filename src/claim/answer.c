/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/answer.h"

#include "base/limits.h"

/** Sentences before the answer that are looked through for somebody who speaks. */
#define REACH 2

static uint32_t
sentence_of (const BelClaims *claims, const BelAttribution *attribution)
{
  return attribution->cue_head == BEL_NONE ? BEL_NONE : claims->document->tokens.sentence[attribution->cue_head];
}

static bool
same_source (const BelAttribution *a, const BelAttribution *b)
{
  return a->source_entity != BEL_NONE && a->source_entity == b->source_entity;
}

/* Whether @attribution says something that @answer can be about. */
static bool
is_said_before (const BelAttribution *attribution, const BelAttribution *answer)
{
  return !attribution->anaphoric && attribution->stance == BEL_STANCE_ASSERT && attribution->parent == BEL_NONE
         && attribution->content_heads.n && attribution->cue_head != BEL_NONE
         && attribution->cue_head < answer->cue_head && !same_source (attribution, answer);
}

/* "The paper reported that officials said P": P is what is answered. */
static const BelAttribution *
innermost (const BelClaims *claims, const BelAttribution *attribution)
{
  for (uint32_t depth = 0; depth < BEL_LIMIT_VOICE_DEPTH && attribution->first_inner != BEL_NONE; depth++) {
    const BelAttribution *inner = &claims->attributions.items[attribution->first_inner];
    if (inner->stance != BEL_STANCE_ASSERT || inner->cue_head != attribution->content_heads.items[0]
        || !inner->content_heads.n || claims->document->tokens.pos[inner->cue_head] != BEL_POS_VERB)
      break;
    attribution = inner;
  }
  return attribution;
}

/* "revealed a plot, charging a man": a participle tells more of what its verb says. */
static bool
tells_more_of (const BelDocument *document, const BelAttribution *more, const BelAttribution *of)
{
  return more->source_entity == of->source_entity && document->tokens.head[more->cue_head] == of->cue_head
         && bel_dep_base (document->tokens.dep[more->cue_head]) == BEL_DEP_ADVCL
         && document->tokens.xpos[more->cue_head] == BEL_XPOS_VBG;
}

/* The nearest that speaks before @answer, in sentence @s; NULL when nobody does. */
static const BelAttribution *
speaker_in (const BelClaims *claims, const BelAttribution *answer, uint32_t s)
{
  const BelAttribution *best = NULL;
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    const BelAttribution *attribution = &claims->attributions.items[i];
    if (sentence_of (claims, attribution) == s && is_said_before (attribution, answer)
        && (!best || attribution->cue_head > best->cue_head)
        && !(best && tells_more_of (claims->document, attribution, best)))
      best = attribution;
  }
  return best;
}

static const BelAttribution *
speaker_before (const BelClaims *claims, const BelAttribution *answer, uint32_t s)
{
  const BelAttribution *found = NULL;
  for (uint32_t back = 0; back <= REACH && back <= s && !found; back++)
    found = speaker_in (claims, answer, s - back);
  return found;
}

/* "this", "it", "this information": the text before, whoever says it. */
static bool
points_at_text (const BelDocument *document, uint32_t anaphor)
{
  if (document->tokens.pos[anaphor] == BEL_POS_PRON)
    return true;
  uint32_t det = bel_child (document, anaphor, BEL_DEP_DET);
  return det != BEL_NONE && bel_token_feat (document, det, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_DEM;
}

/* "The report said P. … He called the report false": the last that the one so called has said. */
static const BelAttribution *
called_speaker (const BelClaims *claims, const BelAttribution *answer)
{
  uint32_t entity = bel_claims_entity_at (claims, answer->anaphor);
  const BelAttribution *best = NULL;
  for (uint32_t i = 0; i < claims->attributions.n && entity != BEL_NONE; i++) {
    const BelAttribution *attribution = &claims->attributions.items[i];
    if (attribution->source_entity == entity && is_said_before (attribution, answer)
        && (!best || attribution->cue_head > best->cue_head))
      best = attribution;
  }
  return best;
}

static void
add_claim_at (BelClaims *claims, BelAttribution *answer, uint32_t head)
{
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    if (claim->head != head || claim->minimal)
      continue;
    bel_vec_push (claims->document->arena, &answer->answers, i);
    return;
  }
}

static void
find_answer (BelClaims *claims, BelAttribution *answer)
{
  uint32_t s = sentence_of (claims, answer);
  if (!answer->anaphoric || answer->anaphor == BEL_NONE || s == BEL_NONE || answer->parent != BEL_NONE)
    return;
  uint32_t verb = bel_claims_event_verb (claims, answer->anaphor);
  if (verb != BEL_NONE) {
    add_claim_at (claims, answer, verb);
    return;
  }
  const BelAttribution *called = called_speaker (claims, answer);
  const BelAttribution *said = called ? called : speaker_before (claims, answer, s);
  if (said) {
    add_claim_at (claims, answer, innermost (claims, said)->content_heads.items[0]);
    return;
  }
  uint32_t root = s > 0 ? bel_sentence_root (claims->document, s - 1) : BEL_NONE;
  if (root != BEL_NONE && points_at_text (claims->document, answer->anaphor))
    add_claim_at (claims, answer, root);
}

void
bel_answers_find (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    find_answer (claims, &claims->attributions.items[i]);
}
