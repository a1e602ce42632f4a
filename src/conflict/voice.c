/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/voice.h"

#include "conflict/phrase.h"

uint32_t
bel_voice_at (const BelClaims *claims, uint32_t sentence, uint32_t token)
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

BelSources
bel_sources_compare (BelFinder *finder, uint32_t document, uint32_t a, uint32_t b)
{
  const BelAttribution *attributions = finder->sources[document]->attributions.items;
  const BelAttribution *of_a = &attributions[a], *of_b = &attributions[b];
  if (a == b || (of_a->source_entity != BEL_NONE && of_a->source_entity == of_b->source_entity))
    return BEL_SOURCES_ONE;
  if (of_a->source_head == BEL_NONE || of_b->source_head == BEL_NONE)
    return BEL_SOURCES_UNKNOWN;
  if (bel_finder_lemma (finder, document, of_a->source_head) != bel_finder_lemma (finder, document, of_b->source_head))
    return BEL_SOURCES_TWO;
  if (bel_phrase_named (finder, source_noun (document, of_a))
      && bel_phrase_named (finder, source_noun (document, of_b)))
    return BEL_SOURCES_TWO; /* the names were compared when their entities were made */
  BelMatch match
      = bel_phrase_compare (finder, source_noun (document, of_a), source_noun (document, of_b), BEL_PHRASE_BESIDE);
  const BelDocument *told = bel_finder_document (finder, document);
  bool two = match.kind != BEL_MATCH_SAME && is_told_more (told, of_a->source_head)
             && is_told_more (told, of_b->source_head);
  return two ? BEL_SOURCES_TWO : BEL_SOURCES_ONE;
}
