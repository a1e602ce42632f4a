/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/surface.h"

float
bel_clause_confidence (const BelClauseBuilder *b, const BelClause *clause, const BelClaim *claim)
{
  (void) b;
  float c = 0.9f;
  if (clause->subject == BEL_NONE)
    c *= 0.2f;
  else if (!clause->subject_inside)
    c *= 0.8f;
  if (claim->surface.n_args == 0)
    c *= 0.4f;
  if (clause->modality >= BEL_MODALITY_CONDITIONAL)
    c *= 0.7f;
  return c;
}
