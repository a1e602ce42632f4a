/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-ins until the stage's own file lands. */
#include "claim/extract.h"

void
bel_claims_normalize (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}
