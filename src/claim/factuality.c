/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/extract.h"

void
bel_factuality_judge (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}
