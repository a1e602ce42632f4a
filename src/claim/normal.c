/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/normal.h"

void
bel_normal_fill (BelClaim *claim, BelSym role, const BelSlot *slot, uint32_t argument)
{
  if (slot->head != BEL_NONE)
    claim->normal.fillers[claim->normal.n_fillers++] = (BelFiller){ .role = role, .slot = *slot, .argument = argument };
}

BelSym
bel_normal_role (const BelNormalizer *n, const BelArgument *a)
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

BelSym
bel_normal_object_role (const BelNormalizer *n, const BelClaim *claim)
{
  bool complement = claim->passive;
  for (uint32_t i = 0; i < claim->arguments.n && !complement; i++)
    complement = claim->lemma != n->b.be && is_object (claim, &claim->arguments.items[i]);
  return n->role_names[complement ? BEL_ROLE_COMPLEMENT : BEL_ROLE_OBJECT];
}

/* Without a rule: deep subject and object by voice, all else by its own role. */
static void
fill_roles (BelNormalizer *n, BelClaim *claim)
{
  BelSym subject = n->role_names[BEL_ROLE_SUBJECT], object = n->role_names[BEL_ROLE_OBJECT];
  bel_normal_fill (claim, claim->passive ? object : subject, &claim->subject, BEL_NONE);
  bel_normal_fill (claim, bel_normal_object_role (n, claim), &claim->object, BEL_NONE);
  for (uint32_t i = 0; i < claim->arguments.n; i++) {
    const BelArgument *a = &claim->arguments.items[i];
    if (is_object (claim, a))
      continue;
    bool agent = a->role == BEL_ROLE_AGENT && claim->passive;
    bel_normal_fill (claim, agent ? subject : bel_normal_role (n, a), &a->slot, i);
  }
}

/* "Mara Lindt, a chemist": what a thing is called has a key of its own, though both are one entity. */
static void
key_of_name (BelNormalizer *n, const BelClaim *claim, BelSlot *slot)
{
  BelSlot called = *slot;
  if (slot->entity != BEL_NONE && slot->entity == claim->subject.entity && slot->head != claim->subject.head)
    called.entity = BEL_NONE;
  bel_normal_key (n, &called);
  slot->key = called.key;
}

static void
write_keys (BelNormalizer *n, BelClaim *claim)
{
  bel_normal_key (n, &claim->subject);
  key_of_name (n, claim, &claim->object);
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    bel_normal_key (n, &claim->arguments.items[i].slot);
}

/* Out of the scratch arena, in as much room as they need. */
static void
settle_fillers (BelNormalizer *n, BelNormal *normal)
{
  BelFiller *kept = normal->n_fillers ? bel_arena_alloc (n->arena, sizeof (BelFiller) * normal->n_fillers) : NULL;
  if (kept)
    memcpy (kept, normal->fillers, sizeof (BelFiller) * normal->n_fillers);
  normal->fillers = kept;
}

static void
normalize (BelNormalizer *n, BelClaim *claim)
{
  write_keys (n, claim);
  claim->normal = (BelNormal){ .predicate = claim->lemma, .rule = BEL_NONE, .sign = 1 };
  bel_arena_reset (n->scratch);
  claim->normal.fillers = bel_arena_new_array (n->scratch, BelFiller, claim->arguments.n + 2 + BEL_PREDICATE_MAX_ARGS);
  BelPredicateMatch match;
  BelNormalLight light;
  const BelPredicate *p = bel_normal_find_class (n, claim, &match);
  bool bare = !p || (match.n_tokens == 1 && match.n_met <= 1); /* a phrase or a condition of the rules says more */
  if (bare && bel_normal_find_light (n, claim, &light))
    bel_normal_apply_light (n, claim, &light);
  else if (p)
    bel_normal_apply_class (n, claim, p, &match);
  else
    fill_roles (n, claim);
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
    if (claim->normal.fillers[i].slot.key == BEL_NONE)
      key_of_name (n, claim, &claim->normal.fillers[i].slot);
  settle_fillers (n, &claim->normal);
}

static void
follow_twin (BelClaim *claim, const BelClaim *full)
{
  claim->normal = full->normal;
  claim->subject = full->subject;
  claim->object = full->object;
}

void
bel_claims_normalize (const BelClaimContext *context, BelClaims *claims)
{
  g_autoptr (BelArena) scratch = bel_arena_new ();
  BelNormalizer n = {
    .claims = claims,
    .document = claims->document,
    .arena = claims->document->arena,
    .scratch = scratch,
    .program = context->program,
  };
  bel_clause_builder_init (&n.b, context, claims);
  for (guint i = 0; i < BEL_N_ROLES; i++)
    n.role_names[i] = bel_symbols_intern_str (n.document->symbols, bel_role_name (i));
  n.party = bel_symbols_intern_str (n.document->symbols, "party");
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    BelClaim *claim = &claims->claims.items[i];
    if (claim->minimal && i > 0)
      follow_twin (claim, claim - 1);
    else
      normalize (&n, claim);
  }
}
