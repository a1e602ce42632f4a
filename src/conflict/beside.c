/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/beside.h"

#include "base/limits.h"
#include "conflict/voice.h"

static uint32_t
voice_of (const BelProp *prop)
{
  if (prop->kind == BEL_PROP_TALLY)
    return prop->holders[0].attribution;
  if (prop->kind != BEL_PROP_CLAIM)
    return BEL_NONE;
  return prop->voice;
}

bool
bel_props_beside (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
  if (a->document != b->document || apart > BEL_LIMIT_BESIDE)
    return false;
  uint32_t voice_a = voice_of (a), voice_b = voice_of (b);
  return voice_a != BEL_NONE && voice_b != BEL_NONE
         && bel_sources_compare (finder, a->document, voice_a, voice_b) == BEL_SOURCES_TWO;
}
