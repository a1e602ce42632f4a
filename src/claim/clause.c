/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Sentences into claims: each token that a clause or a nominal claim hangs on is read once, in text order. */
#include "claim/clause.h"

/* The claim that the clause at @head depends on: the nearest claim head above it. */
static void
link_parent (const BelClauseBuilder *b, BelClaim *claim)
{
  uint32_t t = claim->head;
  for (uint32_t step = 0; step < BEL_CLAUSE_STEPS && t != BEL_NONE; step++) {
    BelDep dep = b->t->dep[t];
    t = b->t->head[t];
    if (t == BEL_NONE || b->claim_at[t] == BEL_NONE || b->claim_at[t] == claim->id)
      continue;
    claim->parent = b->claim_at[t];
    claim->parent_relation = dep;
    return;
  }
}

static void
read_sentence (BelClauseBuilder *b, const BelSentence *sentence)
{
  for (uint32_t i = 0; i < sentence->n_tokens; i++) {
    bel_clause_build_verbal (b, sentence->first_token + i);
    bel_clause_build_nominal (b, sentence->first_token + i);
  }
}

void
bel_clause_builder_init (BelClauseBuilder *b, const BelClaimContext *context, BelClaims *claims)
{
  BelDocument *document = claims->document;
  *b = (BelClauseBuilder){
    .context = context,
    .claims = claims,
    .document = document,
    .t = &document->tokens,
    .arena = document->arena,
  };
  b->mark = bel_arena_new_array (b->arena, uint32_t, b->t->n + 1);
  b->claim_at = bel_arena_alloc (b->arena, sizeof (uint32_t) * (b->t->n + 1));
  memset (b->claim_at, 0xff, sizeof (uint32_t) * (b->t->n + 1));
  bel_clause_words_init (b);
}

void
bel_clauses_build (const BelClaimContext *context, BelClaims *claims)
{
  BelDocument *document = claims->document;
  BelClauseBuilder b;
  bel_clause_builder_init (&b, context, claims);
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    if (document->blocks.n == 0 || bel_block_has_claims (document->blocks.items[sentence->block].kind))
      read_sentence (&b, sentence);
  }
  for (uint32_t i = 0; i < claims->claims.n; i++)
    link_parent (&b, &claims->claims.items[i]);
}
