/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Words before and behind a number that say how exactly it is meant. */
#include "claim/quantity.h"

#include <math.h>

bool
bel_hedge_at (const BelAtoms *atoms, uint32_t i, BelWordClass class_, BelHedge *out)
{
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, class_, BEL_KIND_ANY, &match))
    return false;
  *out = (BelHedge){ match.word->kind, bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_TOLERANCE),
                     match.n };
  return true;
}

/* Before a number: one or two hedges, of which the one that says more counts ("only about"). */
uint32_t
bel_hedges_before (const BelAtoms *atoms, uint32_t i, BelHedge *out)
{
  uint32_t n = 0;
  BelHedge hedge;
  while (n < 8 && bel_hedge_at (atoms, i + n, BEL_WORDS_HEDGE, &hedge)) {
    if (!out->kind || out->kind == BEL_KIND_EXACTLY)
      *out = hedge;
    n += hedge.n;
  }
  return n;
}

static void
widen (BelMeasure *m, double below, double above)
{
  m->low -= fabs (m->low) * below;
  m->high += fabs (m->high) * above;
  m->approximate = true;
}

void
bel_hedge_apply (BelMeasure *m, const BelHedge *hedge)
{
  switch ((BelWordKind) hedge->kind) {
  case BEL_KIND_AT_LEAST:
  case BEL_KIND_MORE_THAN:
    m->high = INFINITY;
    break;
  case BEL_KIND_AT_MOST:
  case BEL_KIND_LESS_THAN:
    m->low = m->low < 0 ? -INFINITY : 0;
    break;
  case BEL_KIND_ABOUT:
    widen (m, hedge->tolerance, hedge->tolerance);
    break;
  case BEL_KIND_NEARLY:
    widen (m, hedge->tolerance, 0);
    break;
  case BEL_KIND_JUST_OVER:
    widen (m, 0, hedge->tolerance);
    break;
  default:
    break;
  }
}
