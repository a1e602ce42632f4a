/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Trees into claims: the one way through the room.
 *
 *   quotes → values → mentions, entities → clauses → attributions → factuality → normal form
 *
 * Each stage is a function over BelClaims in a file of its own; a later stage reads what earlier ones
 * wrote and fills its own fields only. */
#pragma once

#include "claim/claim.h"
#include "claim/value-words.h"
#include "lexis/gazetteer.h"
#include "lexis/wordnet.h"
/* rule/program.h */
typedef struct BelProgram BelProgram;

/** Knowledge that claims are read with; all of it immutable and shared. */
typedef struct BelClaimContext {
  const BelProgram *program;
  const BelWordnet *wordnet;     /**< (nullable) */
  const BelGazetteer *gazetteer; /**< (nullable) */
  const GHashTable *
      aliases; /**< (nullable) lower-case name -> the main name for the same, lower case; bel_claims_extract() looks up only */
  const BelValueWords *values; /**< (nullable) words of numbers and dates; without them none are found */
} BelClaimContext;

/** Reads all claims out of a parsed document. Returns: (transfer none) in the document's arena. */
BelClaims *bel_claims_extract (const BelClaimContext *context, BelDocument *document);

/* The stages, in order. */
void bel_trees_mend (const BelClaimContext *context, BelClaims *claims);        /* tree-mend.c */
void bel_trees_mend_times (BelClaims *claims);                                  /* tree-mend.c */
void bel_names_mend (const BelClaimContext *context, BelClaims *claims);        /* name.c */
void bel_sorts_find (const BelClaimContext *context, BelClaims *claims);        /* sort.c */
void bel_quotes_find (const BelClaimContext *context, BelClaims *claims);       /* quote.c */
void bel_times_find (const BelClaimContext *context, BelClaims *claims);        /* time.c */
void bel_quantities_find (const BelClaimContext *context, BelClaims *claims);   /* quantity.c: what is no time */
void bel_places_find (const BelClaimContext *context, BelClaims *claims);       /* place.c */
void bel_entities_find (const BelClaimContext *context, BelClaims *claims);     /* entity.c, coreference.c */
void bel_clauses_build (const BelClaimContext *context, BelClaims *claims);     /* clause.c … */
void bel_attributions_find (const BelClaimContext *context, BelClaims *claims); /* attribution.c */
void bel_pronouns_resolve (const BelClaimContext *context, BelClaims *claims);  /* coreference that needs speakers */
void bel_factuality_judge (const BelClaimContext *context, BelClaims *claims);  /* factuality.c */
void bel_claims_normalize (const BelClaimContext *context, BelClaims *claims);  /* normal.c */
