/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/quote.h"

#include "conflict/wording.h"

/* The attribution whose content holds the quotation (the marks may stand outside); the innermost, where several do. */
static uint32_t
speaker_of (const BelClaims *claims, BelSpan quote)
{
  uint32_t best = BEL_NONE, best_length = UINT32_MAX;
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    const BelAttribution *attribution = &claims->attributions.items[i];
    for (uint32_t k = 0; k < attribution->content.n; k++) {
      BelSpan content = attribution->content.items[k];
      uint32_t length = bel_span_length (content);
      if (content.start > quote.start + 1 || content.end < quote.end - 1 || length >= best_length)
        continue;
      best = i;
      best_length = length;
    }
  }
  return best;
}

static uint32_t
n_content (const BelDocument *document, uint32_t first, uint32_t n)
{
  uint32_t n_words = 0;
  for (uint32_t t = first; t < first + n; t++)
    n_words += bel_token_is_content (document, t);
  return n_words;
}

static void
add_quote (BelFinder *finder, uint32_t document, BelSpan quote)
{
  const BelClaims *claims = finder->sources[document];
  uint32_t n, first = bel_tokens_covering (claims->document, quote, &n);
  for (; n && claims->document->tokens.pos[first] == BEL_POS_PUNCT; n--)
    first++;
  while (n && claims->document->tokens.pos[first + n - 1] == BEL_POS_PUNCT)
    n--;
  if (n_content (claims->document, first, n) < BEL_QUOTE_LEAST)
    return;
  uint32_t speaker = speaker_of (claims, quote);
  if (speaker == BEL_NONE)
    return;
  BelProp prop = {
    .kind = BEL_PROP_QUOTE,
    .document = document,
    .claim = BEL_NONE,
    .span = BEL_SPAN (claims->document->tokens.span[first].start, claims->document->tokens.span[first + n - 1].end),
    .sentence = claims->document->tokens.sentence[first],
    .head = first,
    .last = first + n - 1,
    .rule = BEL_NONE,
    .quantity = BEL_NONE,
    .entity = claims->attributions.items[speaker].source_entity,
    .value = BEL_NONE,
    .given = BEL_NONE,
    .title = BEL_NONE,
    .time = BEL_NONE,
    .answer_to = BEL_NONE,
    .n_holders = 1,
  };
  prop.holders[0] = (BelHolder){ prop.entity, speaker, BEL_TRUTH_TRUE };
  bel_vec_push (finder->scratch, &finder->props, prop);
}

void
bel_quotes_build (BelFinder *finder, uint32_t document)
{
  const BelClaims *claims = finder->sources[document];
  for (uint32_t i = 0; i < claims->quotes.n; i++)
    add_quote (finder, document, claims->quotes.items[i]);
}
