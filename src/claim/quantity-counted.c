/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What a number counts: by the tree, else by what stands next to it. */
#include "claim/quantity.h"

static bool
is_noun (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_NOUN || document->tokens.pos[t] == BEL_POS_PROPN;
}

/* By the tree: the number modifies a noun, or a noun hangs on it by "of". */
uint32_t
bel_quantity_counted_by_tree (const BelDocument *document, uint32_t first, uint32_t last)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = first; t <= last; t++) {
    uint32_t head = tokens->head[t];
    bool out = head != BEL_NONE && (head < first || head > last);
    if (out && is_noun (document, head)
        && (tokens->dep[t] == BEL_DEP_NUMMOD
            || (head > last && (tokens->dep[t] == BEL_DEP_AMOD || tokens->dep[t] == BEL_DEP_DET))))
      return head;
    for (BEL_EACH_CHILD (document, t, c))
      if (c > last && is_noun (document, c) && bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD
          && bel_token_form_is (document, c - 1, "of") + bel_token_form_is (document, last + 1, "of") > 0)
        return c;
  }
  return BEL_NONE;
}

/* By neighbourhood, when the tree says nothing: the last of the nouns right behind. */
static uint32_t
counted_by_place (const BelDocument *document, uint32_t last)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t found = BEL_NONE;
  for (uint32_t t = last + 1; t < tokens->n && tokens->sentence[t] == tokens->sentence[last]; t++) {
    if (is_noun (document, t))
      found = t;
    else if (found != BEL_NONE || (tokens->pos[t] != BEL_POS_ADJ && !(t == last + 1 && tokens->pos[t] == BEL_POS_ADP)))
      break;
  }
  return found;
}

static bool
is_in_time (const BelClaims *claims, uint32_t t)
{
  for (uint32_t i = claims->times.n; i-- > 0;) {
    const BelTime *time = &claims->times.items[i];
    if (time->last < t && claims->document->tokens.sentence[time->last] < claims->document->tokens.sentence[t])
      break;
    if (!time->duration && time->first <= t && t <= time->last)
      return true;
  }
  return false;
}

void
bel_quantity_find_counted (BelClaims *claims, BelQuantity *q, bool needs_tree)
{
  BelDocument *document = claims->document;
  uint32_t head = bel_quantity_counted_by_tree (document, q->first, q->last);
  if (head == BEL_NONE && !needs_tree)
    head = counted_by_place (document, q->last);
  if (head != BEL_NONE && is_in_time (claims, head))
    head = BEL_NONE;
  q->counted_head = head;
  q->counted = head == BEL_NONE ? BEL_NONE : document->tokens.lemma[head];
}
