/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How the predicates of two propositions stand to each other. Asked of the rules and WordNet once for each two
 * predicates, however many propositions have them. */
#pragma once

#include "conflict/finder.h"

typedef enum {
  BEL_PREDICATES_UNRELATED,
  BEL_PREDICATES_SAME,
  BEL_PREDICATES_ENTAIL, /**< the first entails the second */
  BEL_PREDICATES_OPPOSITE,
} BelPredicatesKind;

typedef struct {
  BelPredicatesKind kind;
  float trust;
  BelRoleMap roles[8]; /**< of an entailment */
  uint32_t n_roles;
  bool by_rule;
} BelPredicates;

/** Numbers the predicates of finder->props: equal number, equal answer. Called when all of them are there. */
void bel_relations_build (BelFinder *finder);

typedef BEL_VEC (uint32_t) BelNumbers;

BelPredicates bel_predicates_compare (BelFinder *finder, const BelProp *a, const BelProp *b);

/** Appends to @out, in the order of their numbers, the propositions whose predicates are @about's or entail it. */
void bel_predicates_gather (BelFinder *finder, const BelProp *about, BelArena *arena, BelNumbers *out);

/** Whether one of the two is the other, entails it or excludes it; in drafts WordNet's word alone is not enough.
 * @p, @q: BelProp.likes. */
bool bel_predicates_related (BelFinder *finder, uint32_t p, uint32_t q);
