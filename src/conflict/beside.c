/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/beside.h"

#include "base/limits.h"

static uint32_t
voice_of (const BelFinder *finder, const BelProp *prop)
{
  if (prop->kind != BEL_PROP_CLAIM)
    return BEL_NONE;
  return bel_prop_claim (finder, prop)->attribution;
}

/* "officials said … officials said" are taken for the same ones. */
static bool
one_source (BelFinder *finder, uint32_t document, uint32_t a, uint32_t b)
{
  const BelAttribution *attributions = finder->sources[document]->attributions.items;
  const BelAttribution *of_a = &attributions[a], *of_b = &attributions[b];
  if (a == b || of_a->source_head == BEL_NONE || of_b->source_head == BEL_NONE)
    return true;
  if (of_a->source_entity != BEL_NONE && of_a->source_entity == of_b->source_entity)
    return true;
  return bel_finder_lemma (finder, document, of_a->source_head)
         == bel_finder_lemma (finder, document, of_b->source_head);
}

bool
bel_props_beside (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
  if (a->document != b->document || apart > BEL_LIMIT_BESIDE)
    return false;
  uint32_t voice_a = voice_of (finder, a), voice_b = voice_of (finder, b);
  return voice_a != BEL_NONE && voice_b != BEL_NONE && !one_source (finder, a->document, voice_a, voice_b);
}
