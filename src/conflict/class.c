/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/dispute.h"
#include "conflict/voice.h"

uint32_t
bel_voice_of (const BelFinder *finder, const BelProp *prop, uint32_t holder, uint32_t token)
{
  if (holder != BEL_NONE && holder < prop->n_holders)
    return prop->holders[holder].attribution;
  return bel_voice_at (finder->sources[prop->document], prop->sentence, token);
}

BelConflictClass
bel_class_of (BelFinder *finder, const BelFound *found)
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
    return a->document == b->document && bel_sources_compare (finder, a->document, voice_a, voice_b) == BEL_SOURCES_ONE
               ? BEL_CLASS_SELF_CONTRADICTION
               : BEL_CLASS_DISPUTE;
  if (a->document != b->document)
    return BEL_CLASS_ARCHIVE;
  return voice_a == voice_b ? BEL_CLASS_SELF_CONTRADICTION : BEL_CLASS_UNDISCLOSED;
}
