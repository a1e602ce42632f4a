/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/beside.h"

#include "base/limits.h"
#include "conflict/phrase.h"

static uint32_t
voice_of (const BelFinder *finder, const BelProp *prop)
{
  if (prop->kind != BEL_PROP_CLAIM)
    return BEL_NONE;
  return bel_prop_claim (finder, prop)->attribution;
}

static BelNoun
source_noun (uint32_t document, const BelAttribution *attribution)
{
  return (BelNoun){ document, attribution->source_head, attribution->source_entity, BEL_NONE };
}

static bool
is_told_more (const BelDocument *document, uint32_t head)
{
  return bel_child (document, head, BEL_DEP_AMOD) != BEL_NONE
         || bel_child (document, head, BEL_DEP_COMPOUND) != BEL_NONE
         || bel_child (document, head, BEL_DEP_NMOD) != BEL_NONE;
}

/* "officials said … officials said" are taken for the same ones, a hospital's officials and a city's are not. */
static bool
one_source (BelFinder *finder, uint32_t document, uint32_t a, uint32_t b)
{
  const BelAttribution *attributions = finder->sources[document]->attributions.items;
  const BelAttribution *of_a = &attributions[a], *of_b = &attributions[b];
  if (a == b || of_a->source_head == BEL_NONE || of_b->source_head == BEL_NONE)
    return true;
  if (of_a->source_entity != BEL_NONE && of_a->source_entity == of_b->source_entity)
    return true;
  if (bel_finder_lemma (finder, document, of_a->source_head) != bel_finder_lemma (finder, document, of_b->source_head))
    return false;
  BelMatch match
      = bel_phrase_compare (finder, source_noun (document, of_a), source_noun (document, of_b), BEL_PHRASE_BESIDE);
  const BelDocument *told = bel_finder_document (finder, document);
  return match.kind == BEL_MATCH_SAME || !is_told_more (told, of_a->source_head)
         || !is_told_more (told, of_b->source_head);
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
