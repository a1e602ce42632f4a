/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Claims that a noun phrase makes: apposition, title and name, possessive. */
#include "claim/surface.h"

typedef struct {
  BelClaimKind kind;
  uint32_t subject, object;
  uint32_t head;       /* token the claim hangs on */
  const char *verb;    /* put in */
  unsigned subject_kind, object_kind;
  float confidence;
} NominalClaim;

static void
write_nominal (BelClauseBuilder *b, const NominalClaim *n, BelSym lemma)
{
  BelClaim *claim = bel_clause_add_claim (b, n->head, n->kind);
  claim->lemma = claim->normal.predicate = lemma;
  claim->subject = bel_phrase_slot (b, n->subject, n->subject_kind);
  claim->object = bel_phrase_slot (b, n->object, n->object_kind);
  claim->span = bel_span_union (claim->subject.span, claim->object.span);
  claim->predicate = claim->object.span;
  claim->tense = BEL_CLAIM_TENSE_NONE;
  claim->confidence = n->confidence;
  bel_surface_plain (b, claim, bel_surface_phrase (b, n->subject, n->subject_kind, BEL_NONE), n->verb,
                     bel_surface_phrase (b, n->object, n->object_kind, BEL_NONE));
}

static bool
is_nominal (const BelClauseBuilder *b, uint32_t t)
{
  return b->t->pos[t] == BEL_POS_NOUN || b->t->pos[t] == BEL_POS_PROPN;
}

/* "Musk, a Trump ally": the name is what the noun says; "the agency, Interfax": the other way round. */
static void
build_apposition (BelClauseBuilder *b, uint32_t t)
{
  uint32_t host = b->t->head[t];
  if (!is_nominal (b, t) || !is_nominal (b, host))
    return;
  bool turned = b->t->pos[t] == BEL_POS_PROPN && b->t->pos[host] == BEL_POS_NOUN;
  NominalClaim n = { .kind = BEL_CLAIM_APPOSITION, .subject = turned ? t : host, .object = turned ? host : t, .head = t,
                     .verb = bel_surface_be (b, host, host), .subject_kind = BEL_PHRASE_SLOT | BEL_PHRASE_BARE,
                     .object_kind = BEL_PHRASE_PARTICIPLES, .confidence = 0.7f };
  write_nominal (b, &n, b->words[BEL_WORD_BE]);
}

static void
build_title (BelClauseBuilder *b, uint32_t t)
{
  uint32_t name = b->t->head[t];
  if (b->t->pos[name] != BEL_POS_PROPN || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_HONORIFIC))
    return;
  NominalClaim n = { .kind = BEL_CLAIM_TITLE, .subject = name, .object = t, .head = t, .verb = bel_surface_be (b, name, name),
                     .subject_kind = BEL_PHRASE_SLOT | BEL_PHRASE_BARE, .object_kind = BEL_PHRASE_PARTICIPLES, .confidence = 0.6f };
  bel_phrase_collect (b, name, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, t);
  write_nominal (b, &n, b->words[BEL_WORD_BE]);
  BelClaim *claim = &b->claims->claims.items[b->claims->claims.n - 1];
  claim->surface.arg1 = bel_surface_phrase (b, name, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, t);
  bel_phrase_collect (b, name, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, t);
  claim->subject.span = bel_phrase_span (b);
}

static void
build_possessive (BelClauseBuilder *b, uint32_t t)
{
  uint32_t thing = b->t->head[t];
  NominalClaim n = { .kind = BEL_CLAIM_POSSESSIVE, .subject = t, .object = thing, .head = t, .verb = "has",
                     .subject_kind = BEL_PHRASE_SLOT, .object_kind = BEL_PHRASE_SLOT, .confidence = 0.4f };
  write_nominal (b, &n, b->words[BEL_WORD_HAVE]);
  BelClaim *claim = &b->claims->claims.items[b->claims->claims.n - 1];
  const char **args = bel_arena_new_array (b->arena, const char *, 1);
  args[0] = bel_surface_phrase (b, thing, BEL_PHRASE_SLOT, t);
  claim->surface.args = args;
  claim->surface.n_args = 0;
  bel_phrase_collect (b, thing, BEL_PHRASE_SLOT, t);
  claim->object.span = bel_phrase_span (b);
}

void
bel_clause_build_nominal (BelClauseBuilder *b, uint32_t t)
{
  if (b->t->head[t] == BEL_NONE)
    return;
  switch ((BelDep) b->t->dep[t]) {
    case BEL_DEP_APPOS:
      build_apposition (b, t);
      break;
    case BEL_DEP_NMOD_DESC:
      build_title (b, t);
      break;
    case BEL_DEP_NMOD_POSS:
      build_possessive (b, t);
      break;
    default:
      break;
  }
}
