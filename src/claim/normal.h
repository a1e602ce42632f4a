/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Inside the stage of the normal form.
 *
 *   normal.c         each claim: predicate class, fillers by role, symmetric arguments sorted
 *   normal-key.c     the key of a slot
 *   normal-class.c   predicate classes out of the rules: roles, converses, signs
 *
 * The normal form of a claim, as the conflict room joins on it:
 *
 * - normal.predicate: the name of the predicate rule, else the lemma ("be" and "have" for claims of nouns); for "be" claims with a complement
 *   the complement is the filler "object".
 * - normal.sign: -1 when the words say the other direction of the class.
 * - fillers: at most one a role and conjunct; "subject" and "object" are the deep ones (of a passive, "object" is the
 *   grammatical subject and "subject" the agent, absent when there is none); "time", "place", "quantity" by their role;
 *   every other oblique by its preposition ("to", "with", "for") or by what the predicate's rule calls it; clauses as
 *   "complement", "cause", "purpose" and so on.
 * - slot.key: the entity's key when there is one, else the lower-case lemmas of the head and of the nouns compounded with
 *   it; empty for a slot without a head. Every slot of every claim has one after this stage. */
#pragma once

#include "claim/extract.h"

typedef struct {
  const BelClaimContext *context;
  BelClaims *claims;
  BelDocument *document;
  BelArena *arena;
  BelSym role_names[BEL_N_ROLES];
} BelNormalizer;

/** Sets @slot->key. */
void bel_normal_key (BelNormalizer *n, BelSlot *slot);
