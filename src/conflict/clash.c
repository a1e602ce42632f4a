/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/clash.h"

#include "conflict/value.h"

#include <string.h>

/* Most words between a number and what it counts: "nine other local people". */
#define MAX_BEFORE_COUNTED 3u

static BelSpan
span_of (const BelDocument *document, uint32_t first, uint32_t last)
{
  return BEL_SPAN (document->tokens.span[first].start, document->tokens.span[last].end);
}

/* "found no cracks", "found cracks": the verb up to its object, that may be what is negated. */
static uint32_t
last_of_event (const BelDocument *document, uint32_t t)
{
  uint32_t object = bel_child (document, t, BEL_DEP_OBJ);
  return object != BEL_NONE && object > t && object - t <= MAX_BEFORE_COUNTED + 1 ? object : t;
}

/* "did not approve", "is closed", "no survivors": @t with what stands right before it and may negate it. */
static BelSpan
with_negation (const BelDocument *document, uint32_t t, uint32_t last)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t first = t;
  while (first > 0 && tokens->head[first - 1] == t) {
    BelDep dep = tokens->dep[first - 1];
    if (dep != BEL_DEP_AUX && dep != BEL_DEP_AUX_PASS && dep != BEL_DEP_ADVMOD && dep != BEL_DEP_COP
        && dep != BEL_DEP_DET)
      break;
    first--;
  }
  return span_of (document, first, last);
}

/* A bare number together with the noun that it counts. */
static BelSpan
with_counted (BelFinder *finder, uint32_t document_index, uint32_t t)
{
  const BelDocument *document = bel_finder_document (finder, document_index);
  BelSpan span = bel_value_span (finder, document_index, t);
  uint32_t quantity = bel_quantity_at (finder, document_index, t);
  if (quantity == BEL_NONE || bel_time_at (finder, document_index, t) != BEL_NONE)
    return span;
  uint32_t last = finder->sources[document_index]->quantities.items[quantity].last, head = document->tokens.head[last];
  bool counts = document->tokens.dep[last] == BEL_DEP_NUMMOD && head != BEL_NONE && head > last
                && head - last <= MAX_BEFORE_COUNTED + 1;
  return counts ? BEL_SPAN (span.start, document->tokens.span[head].end) : span;
}

static bool
is_titled (const BelProp *prop)
{
  return prop->kind == BEL_PROP_ATTRIBUTE && prop->title != BEL_NONE;
}

/* Of names that are spelt alike, with a title each: the titles differ. */
static bool
differ_in_title (const BelClash *clash)
{
  return is_titled (clash->a) && is_titled (clash->b) && clash->a->value == clash->b->value
         && clash->token_a == clash->a->head && clash->token_b == clash->b->head;
}

static bool
same_word (BelFinder *finder, const BelClash *clash)
{
  return clash->token_a != BEL_NONE && clash->token_b != BEL_NONE && clash->a != clash->b
         && bel_finder_lemma (finder, clash->a->document, clash->token_a)
                == bel_finder_lemma (finder, clash->b->document, clash->token_b);
}

/* Whether the verbs with what stands before them look the same, so that it must be their objects that differ. */
static bool
verbs_are_alike (const BelFinder *finder, const BelClash *clash)
{
  const BelDocument *a = bel_finder_document (finder, clash->a->document),
                    *b = bel_finder_document (finder, clash->b->document);
  BelSpan span_a = with_negation (a, clash->token_a, clash->token_a),
          span_b = with_negation (b, clash->token_b, clash->token_b);
  return bel_span_length (span_a) == bel_span_length (span_b)
         && memcmp (bel_document_text (a, span_a), bel_document_text (b, span_b), bel_span_length (span_a)) == 0;
}

/* "met with"; "is the mother". */
static BelSpan
said_of_subject (const BelDocument *document, const BelClaim *claim)
{
  bool copular = claim->kind == BEL_CLAIM_COPULAR && claim->head != BEL_NONE;
  return copular ? bel_span_union (claim->predicate, document->tokens.span[claim->head]) : claim->predicate;
}

BelSpan
bel_clash_words (BelFinder *finder, const BelClash *clash, bool second)
{
  const BelProp *prop = second ? clash->b : clash->a;
  uint32_t token = second ? clash->token_b : clash->token_a;
  const BelClaim *claim = bel_prop_claim (finder, prop);
  const BelDocument *document = bel_finder_document (finder, prop->document);
  if (token == BEL_NONE)
    return claim && clash->token_a == clash->token_b ? said_of_subject (document, claim) : BEL_SPAN (0, 0);
  if (differ_in_title (clash))
    return span_of (document, prop->title_first, token);
  bool event = document->tokens.pos[token] == BEL_POS_VERB || document->tokens.pos[token] == BEL_POS_NOUN
               || document->tokens.pos[token] == BEL_POS_ADJ;
  if (event && same_word (finder, clash))
    return with_negation (document, token, verbs_are_alike (finder, clash) ? last_of_event (document, token) : token);
  return with_counted (finder, prop->document, token);
}
