/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Inside the stage of the normal form; what comes out of it is told at BelFiller and BelNormal in claim.h.
 *
 *   normal.c         each claim: fillers by role, symmetric arguments sorted
 *   normal-key.c     the key of a slot
 *   normal-light.c   light verbs: "made a decision"
 *   normal-class.c   predicate classes out of the rules: roles, converses, signs */
#pragma once

#include "claim/clause.h"
#include "rule/predicate.h"

/** Predicates asked for at one token. */
#define BEL_NORMAL_MATCHES 4

typedef struct {
  BelClauseBuilder b; /**< for the phrases of arguments that the clause stage did not see */
  BelClaims *claims;
  BelDocument *document;
  BelArena *arena;
  BelArena *scratch; /**< of one claim */
  const BelProgram *program;
  BelSym role_names[BEL_N_ROLES];
  BelSym party;
  BelSym have;
} BelNormalizer;

/** Sets @slot->key. */
void bel_normal_key (BelNormalizer *n, BelSlot *slot);

/** The predicate said at the head of @claim, its words on *@out. Returns: (nullable) none of the rules'. */
const BelPredicate *bel_normal_find_class (BelNormalizer *n, const BelClaim *claim, BelPredicateMatch *out);
/** Fills claim->normal out of the predicate @p as it was found. */
void bel_normal_apply_class (BelNormalizer *n, BelClaim *claim, const BelPredicate *p, const BelPredicateMatch *match);

/** A light verb and the noun that says what is done. */
typedef struct {
  uint32_t noun;
  bool classed; /**< the rules know the noun: @match */
  BelPredicateMatch match;
  BelSym verb; /**< else the verb it is derived from */
} BelNormalLight;
/** Whether @claim's verb is light and its object a deed. */
bool bel_normal_find_light (const BelNormalizer *n, const BelClaim *claim, BelNormalLight *out);
/** Fills claim->normal out of the deed. */
void bel_normal_apply_light (BelNormalizer *n, BelClaim *claim, const BelNormalLight *light);

/** The role an argument has when no rule says another. */
BelSym bel_normal_role (const BelNormalizer *n, const BelArgument *a);
/** The role of the claim's object slot: "complement" for a clause, what a thing is called, and whatever a passive keeps. */
BelSym bel_normal_object_role (const BelNormalizer *n, const BelClaim *claim);
/** Appends a filler; an empty slot has none. */
void bel_normal_fill (BelClaim *claim, BelSym role, const BelSlot *slot, uint32_t argument);
