/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/dispute.h"

/* The attribution of the smallest claim that covers the token. */
static uint32_t
voice_at (const BelClaims *claims, uint32_t sentence, uint32_t token)
{
  uint32_t best = BEL_NONE, best_length = UINT32_MAX;
  BelSpan span = token == BEL_NONE ? BEL_SPAN (0, 0) : claims->document->tokens.span[token];
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    uint32_t length = bel_span_length (claim->span);
    if (claim->sentence != sentence || length >= best_length
        || (token != BEL_NONE && !bel_span_contains (claim->span, span)))
      continue;
    best = claim->attribution;
    best_length = length;
  }
  return best;
}

uint32_t
bel_voice_of (const BelFinder *finder, const BelProp *prop, uint32_t holder, uint32_t token)
{
  if (holder != BEL_NONE && holder < prop->n_holders)
    return prop->holders[holder].attribution;
  return voice_at (finder->sources[prop->document], prop->sentence, token);
}

static bool
same_source (const BelClaims *claims, uint32_t a, uint32_t b)
{
  const BelAttribution *of_a = &claims->attributions.items[a], *of_b = &claims->attributions.items[b];
  return a == b || (of_a->source_entity != BEL_NONE && of_a->source_entity == of_b->source_entity);
}

BelConflictClass
bel_class_of (const BelFinder *finder, const BelFound *found)
{
  const BelProp *a = &finder->props.items[found->a], *b = &finder->props.items[found->b];
  if (found->superseded)
    return BEL_CLASS_SUPERSEDED;
  uint32_t n_drafts = finder->n_sources - finder->options.n_authority;
  if (a->document >= n_drafts || b->document >= n_drafts)
    return BEL_CLASS_ARCHIVE;
  bool names = a->kind == BEL_PROP_ATTRIBUTE && b->kind == BEL_PROP_ATTRIBUTE;
  if (names && a->document == b->document) /* how a name is written is the draft's own, whoever is quoted beside it */
    return BEL_CLASS_SELF_CONTRADICTION;
  uint32_t voice_a = bel_voice_of (finder, a, found->holder_a, found->token_a);
  uint32_t voice_b = bel_voice_of (finder, b, found->holder_b, found->token_b);
  if (voice_a != BEL_NONE && voice_b != BEL_NONE)
    return a->document == b->document && same_source (finder->sources[a->document], voice_a, voice_b)
               ? BEL_CLASS_SELF_CONTRADICTION
               : BEL_CLASS_DISPUTE;
  if (a->document != b->document)
    return BEL_CLASS_ARCHIVE;
  return voice_a == voice_b ? BEL_CLASS_SELF_CONTRADICTION : BEL_CLASS_UNDISCLOSED;
}
