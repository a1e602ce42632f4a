/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/spot.h"

uint32_t
bel_spot_head (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++)
    if (document->tokens.head[t] == BEL_NONE || document->tokens.head[t] < first || document->tokens.head[t] > last)
      return t;
  return last;
}

static bool
one_kind (const BelQuantity *a, const BelQuantity *b)
{
  return a->kind == b->kind && a->unit == b->unit;
}

static BelSym
counted_by (BelFinder *finder, uint32_t document, const BelQuantity *q)
{
  if (q->counted_head != BEL_NONE)
    return bel_finder_lemma (finder, document, q->counted_head);
  return q->counted == BEL_NONE ? BEL_NONE : bel_finder_symbol (finder, document, q->counted);
}

BelSpot
bel_number_spot (BelFinder *finder, const BelProp *prop, uint32_t index)
{
  const BelClaims *claims = finder->sources[prop->document];
  const BelQuantity *q = &claims->quantities.items[index];
  BelSpot spot = { .prop = prop, .first = q->first, .last = q->last };
  spot.head = bel_spot_head (claims->document, q->first, q->last);
  for (uint32_t i = 0; i < claims->quantities.n; i++) {
    const BelQuantity *other = &claims->quantities.items[i];
    if (!one_kind (q, other))
      continue;
    spot.n_values++;
    bool counts_alike = counted_by (finder, prop->document, q) == counted_by (finder, prop->document, other);
    spot.n_alike += counts_alike && other->low == q->low && other->high == q->high;
  }
  return spot;
}
