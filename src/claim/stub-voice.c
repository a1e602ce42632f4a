/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-ins until the stage's own file lands. */
#include "claim/extract.h"

void
bel_attributions_find (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}

void
bel_factuality_judge (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}
