/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/extract.h"

#include "claim/answer.h"

BelClaims *
bel_claims_extract (const BelClaimContext *context, BelDocument *document)
{
  BelClaims *claims = bel_arena_new_struct (document->arena, BelClaims);
  claims->document = document;
  claims->context = context;
  bel_names_mend (context, claims);
  bel_trees_mend (context, claims);
  bel_sorts_find (context, claims);
  bel_quotes_find (context, claims);
  bel_times_find (context, claims);
  bel_trees_mend_times (claims);
  bel_quantities_find (context, claims);
  bel_places_find (context, claims);
  bel_entities_find (context, claims);
  bel_clauses_build (context, claims);
  bel_attributions_find (context, claims);
  bel_pronouns_resolve (context, claims);
  bel_factuality_judge (context, claims);
  bel_answers_find (context, claims);
  bel_claims_normalize (context, claims);
  return claims;
}
