/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Claims that a noun phrase makes: apposition, title and name, possessive, nominalization. */
#include "claim/surface.h"
#include "rule/predicate.h"

typedef struct {
  BelClaimKind kind;
  uint32_t subject, object;
  uint32_t head;    /* token the claim hangs on */
  const char *verb; /* put in */
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

/* "Hillsborough, North Carolina" */
static bool
is_place_in_place (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t host = b->t->head[t];
  return b->t->pos[t] == BEL_POS_PROPN && b->t->pos[host] == BEL_POS_PROPN && b->t->name[t] == BEL_NAME_PLACE
         && b->t->name[host] == BEL_NAME_PLACE
         && bel_clause_is_word (b, b->t->subtree_first[t] ? b->t->subtree_first[t] - 1 : 0, BEL_WORD_COMMA);
}

static void
build_place (BelClauseBuilder *b, uint32_t t)
{
  uint32_t host = b->t->head[t];
  BelClaim *claim = bel_clause_add_claim (b, t, BEL_CLAIM_APPOSITION);
  claim->lemma = claim->normal.predicate = b->be;
  claim->subject = bel_phrase_slot (b, host, BEL_PHRASE_BARE);
  BelClauseArgument place = { .role = BEL_ROLE_PLACE, .head = t, .marker = BEL_NONE };
  bel_vec_push (b->arena, &claim->arguments, bel_clause_argument (b, &place, t));
  claim->predicate = claim->arguments.items[0].slot.span;
  claim->span = bel_span_union (claim->subject.span, claim->predicate);
  claim->confidence = 0.6f;
  bel_surface_plain (b, claim, bel_surface_phrase (b, host, BEL_PHRASE_BARE, t), "is in",
                     bel_surface_phrase (b, t, BEL_PHRASE_SLOT, BEL_NONE));
}

/* "Musk, a Trump ally": the name is what the noun says; "the agency, Interfax": the other way round. */
static void
build_apposition (BelClauseBuilder *b, uint32_t t)
{
  uint32_t host = b->t->head[t];
  if (!is_nominal (b, t) || !is_nominal (b, host) || bel_is_contrasted (b->document, t))
    return;
  if (is_place_in_place (b, t)) {
    build_place (b, t);
    return;
  }
  bool turned = b->t->pos[t] == BEL_POS_PROPN && b->t->pos[host] == BEL_POS_NOUN;
  NominalClaim n = { .kind = BEL_CLAIM_APPOSITION,
                     .subject = turned ? t : host,
                     .object = turned ? host : t,
                     .head = t,
                     .verb = bel_surface_be (b, host),
                     .subject_kind = BEL_PHRASE_SLOT | BEL_PHRASE_BARE,
                     .object_kind = BEL_PHRASE_PARTICIPLES,
                     .confidence = 0.7f };
  write_nominal (b, &n, b->be);
}

static void
build_title (BelClauseBuilder *b, uint32_t t)
{
  uint32_t name = b->t->head[t];
  if (b->t->pos[name] != BEL_POS_PROPN || b->t->dep[name] == BEL_DEP_NMOD_DESC
      || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_HONORIFIC))
    return;
  NominalClaim n = { .kind = BEL_CLAIM_TITLE,
                     .subject = name,
                     .object = t,
                     .head = t,
                     .verb = bel_surface_be (b, name),
                     .subject_kind = BEL_PHRASE_SLOT | BEL_PHRASE_BARE,
                     .object_kind = BEL_PHRASE_PARTICIPLES,
                     .confidence = 0.6f };
  bel_phrase_collect (b, name, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, t);
  write_nominal (b, &n, b->be);
  BelClaim *claim = &b->claims->claims.items[b->claims->claims.n - 1];
  claim->surface.arg1 = bel_surface_phrase (b, name, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, t);
  bel_phrase_collect (b, name, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, t);
  claim->subject.span = bel_phrase_span (b);
}

static void
build_possessive (BelClauseBuilder *b, uint32_t t)
{
  uint32_t thing = b->t->head[t];
  NominalClaim n = { .kind = BEL_CLAIM_POSSESSIVE,
                     .subject = bel_clause_antecedent (b, t),
                     .object = thing,
                     .head = t,
                     .verb = "has",
                     .subject_kind = BEL_PHRASE_SLOT,
                     .object_kind = BEL_PHRASE_SLOT,
                     .confidence = 0.4f };
  write_nominal (b, &n, b->have);
  BelClaim *claim = &b->claims->claims.items[b->claims->claims.n - 1];
  const char **args = bel_arena_new_array (b->arena, const char *, 1);
  args[0] = bel_surface_phrase (b, thing, BEL_PHRASE_SLOT, t);
  claim->surface.args = args;
  claim->surface.n_args = 0;
  bel_phrase_collect (b, thing, BEL_PHRASE_SLOT, t);
  claim->object.span = bel_phrase_span (b);
}

/* -- nominalizations ------------------------------------------------------------------------- */

/** Predicates asked for at one token. */
#define MATCHES 4

/* Whether the verb above says its predicate with this noun: "held talks". */
static bool
is_taken (const BelClauseBuilder *b, uint32_t noun)
{
  uint32_t verb = b->t->head[noun];
  if (verb == BEL_NONE || !bel_clause_is_head (b, verb))
    return false;
  BelPredicateMatch matches[MATCHES];
  uint32_t n = bel_predicates_at (b->context->program, b->document, verb, matches, MATCHES);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < matches[i].n_tokens; k++)
      if (matches[i].tokens[k] == noun)
        return true;
  return false;
}

/* "the firm's purchase of the mine": beside an object the possessor is the one who acts; alone it may be either. */
static const char *
role_of_participant (const BelClauseBuilder *b, const BelPredicateMatch *match, const BelPredicateArg *arg)
{
  const char *role = bel_symbols_text (b->document->symbols, arg->role);
  if (!g_str_equal (role, "poss"))
    return role;
  for (uint32_t i = 0; i < match->n_args; i++)
    if (g_str_equal (bel_symbols_text (b->document->symbols, match->args[i].role), "object"))
      return "subject";
  return role;
}

static void
write_participant (BelClauseBuilder *b, BelClaim *claim, const BelPredicateMatch *match, const BelPredicateArg *arg)
{
  const char *role = role_of_participant (b, match, arg);
  BelSlot slot = bel_phrase_slot (b, bel_clause_antecedent (b, arg->token), BEL_PHRASE_SLOT);
  if (g_str_equal (role, "subject") && claim->subject.head == BEL_NONE) {
    claim->subject = slot;
  } else if (g_str_equal (role, "object") && claim->object.head == BEL_NONE) {
    claim->object = slot;
  } else {
    BelClauseArgument from
        = { .role = bel_clause_role (b, arg->token, arg->marker), .head = slot.head, .marker = arg->marker };
    bel_vec_push (b->arena, &claim->arguments, bel_clause_argument (b, &from, slot.head));
  }
}

/* "the killing of X by Y", "talks between A and B": an event with who took part in it. */
static void
build_event (BelClauseBuilder *b, uint32_t t)
{
  BelPredicateMatch matches[MATCHES];
  uint32_t n = bel_predicates_at (b->context->program, b->document, t, matches, MATCHES);
  const BelPredicateMatch *match = NULL;
  for (uint32_t i = 0; i < n && !match; i++)
    if (matches[i].kind == BEL_FORM_NOUN && !matches[i].self && matches[i].n_args > 0)
      match = &matches[i];
  if (!match || is_taken (b, t))
    return;
  BelClaim *claim = bel_clause_add_claim (b, t, BEL_CLAIM_NOMINAL);
  for (uint32_t i = 0; i < match->n_args; i++)
    write_participant (b, claim, match, &match->args[i]);
  claim->predicate = b->t->span[t];
  claim->span = bel_phrase_slot (b, t, BEL_PHRASE_SLOT).span;
  claim->confidence = 0.3f;
  bel_surface_plain (b, claim, bel_surface_phrase (b, t, BEL_PHRASE_SLOT, BEL_NONE), "", "");
}

void
bel_clause_build_nominal (BelClauseBuilder *b, uint32_t t)
{
  if (b->context->program && b->t->pos[t] == BEL_POS_NOUN)
    build_event (b, t);
  if (b->t->head[t] == BEL_NONE)
    return;
  switch ((BelDep) b->t->dep[t]) {
  case BEL_DEP_APPOS:
    build_apposition (b, t);
    break;
  case BEL_DEP_NMOD_UNMARKED:
    if (is_place_in_place (b, t))
      build_place (b, t);
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
