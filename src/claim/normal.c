/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/normal.h"

/* Room for the subject, the object and every argument. */
static BelFiller *
fillers_of (BelNormalizer *n, BelClaim *claim)
{
  claim->normal.n_fillers = 0;
  return claim->normal.fillers = bel_arena_new_array (n->arena, BelFiller, claim->arguments.n + 2);
}

static void
fill (BelClaim *claim, BelSym role, const BelSlot *slot, uint32_t argument)
{
  if (slot->head != BEL_NONE)
    claim->normal.fillers[claim->normal.n_fillers++] = (BelFiller){ .role = role, .slot = *slot, .argument = argument };
}

/* "time", "place" and other adverbial roles by their name; what a preposition ties by the preposition. */
static BelSym
role_of (const BelNormalizer *n, const BelArgument *a)
{
  switch (a->role) {
    case BEL_ROLE_TIME:
    case BEL_ROLE_PLACE:
    case BEL_ROLE_QUANTITY:
    case BEL_ROLE_COMPLEMENT:
    case BEL_ROLE_CAUSE:
    case BEL_ROLE_CONDITION:
      return n->role_names[a->role];
    default:
      return a->marker == BEL_NONE ? n->role_names[a->role] : n->document->tokens.lower[a->marker];
  }
}

/* Whether the claim's object slot repeats this argument (a complement stands in both). */
static bool
is_object (const BelClaim *claim, const BelArgument *a)
{
  return a->role == BEL_ROLE_COMPLEMENT && a->slot.head == claim->object.head;
}

static void
fill_roles (BelNormalizer *n, BelClaim *claim)
{
  BelSym subject = n->role_names[BEL_ROLE_SUBJECT], object = n->role_names[BEL_ROLE_OBJECT];
  fill (claim, claim->passive ? object : subject, &claim->subject, BEL_NONE);
  if (!claim->passive || claim->object.head != BEL_NONE)
    fill (claim, claim->passive ? n->role_names[BEL_ROLE_COMPLEMENT] : object, &claim->object, BEL_NONE);
  for (uint32_t i = 0; i < claim->arguments.n; i++) {
    const BelArgument *a = &claim->arguments.items[i];
    if (is_object (claim, a))
      continue;
    bool agent = a->role == BEL_ROLE_AGENT && claim->passive;
    fill (claim, agent ? subject : role_of (n, a), &a->slot, i);
  }
}

static void
normalize (BelNormalizer *n, BelClaim *claim)
{
  bel_normal_key (n, &claim->subject);
  bel_normal_key (n, &claim->object);
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    bel_normal_key (n, &claim->arguments.items[i].slot);
  claim->normal.predicate = claim->lemma;
  claim->normal.rule = BEL_NONE;
  claim->normal.sign = 1;
  fillers_of (n, claim);
  fill_roles (n, claim);
}

void
bel_claims_normalize (const BelClaimContext *context, BelClaims *claims)
{
  BelNormalizer n = {
    .context = context, .claims = claims, .document = claims->document, .arena = claims->document->arena,
  };
  for (guint i = 0; i < BEL_N_ROLES; i++)
    n.role_names[i] = bel_symbols_intern_str (n.document->symbols, bel_role_name (i));
  for (uint32_t i = 0; i < claims->claims.n; i++)
    normalize (&n, &claims->claims.items[i]);
}
