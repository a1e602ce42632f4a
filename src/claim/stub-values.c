/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-ins until the stage's own file lands. */
#include "claim/extract.h"

void
bel_places_find (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}

void
bel_entities_find (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}

void
bel_pronouns_resolve (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  (void) claims;
}
