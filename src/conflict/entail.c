/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/entail.h"

#include "conflict/prop.h"

#include "conflict/beside.h"
#include "conflict/value.h"

/* Trust in a time or place that only stands in the same sentence. */
#define TRUST_NEARBY 0.85f

/* -- roles ------------------------------------------------------------------------------------------- */

static BelSym
mapped_role (const BelPredicates *predicates, BelSym role)
{
  for (uint32_t i = 0; i < predicates->n_roles; i++)
    if (predicates->roles[i].from == role)
      return predicates->roles[i].to;
  return role;
}

BelNoun
bel_prop_noun (const BelProp *prop, const BelRoleFill *fill)
{
  return (BelNoun){ prop->document, fill->head, fill->entity, prop->lifted ? prop->lifted : prop->head };
}

static BelMatchKind
kind_of_values (BelValues values)
{
  static const BelMatchKind KINDS[] = {
    [BEL_VALUES_UNKNOWN] = BEL_MATCH_NONE,    [BEL_VALUES_EQUAL] = BEL_MATCH_SAME,
    [BEL_VALUES_INSIDE] = BEL_MATCH_NARROWER, [BEL_VALUES_CONTAINS] = BEL_MATCH_WIDER,
    [BEL_VALUES_OVERLAP] = BEL_MATCH_OVERLAP, [BEL_VALUES_DISJOINT] = BEL_MATCH_EXCLUSIVE,
  };
  return KINDS[values];
}

/* Clauses of which one is negated: "said that it had failed", "said that it had not failed". */
static bool
are_turned_clauses (BelFinder *finder, const BelProp *a, uint32_t head_a, const BelProp *b, uint32_t head_b)
{
  if (head_a == a->head || head_b == b->head)
    return false;
  const BelProp *of_a = bel_prop_at (finder, a->document, head_a), *of_b = bel_prop_at (finder, b->document, head_b);
  return of_a && of_b && of_a->negated != of_b->negated;
}

/* "said that jobs were lost", "said that the miner lost his wife": clauses of one verb with other participants. */
static bool
are_other_clauses (BelFinder *finder, const BelProp *a, uint32_t head_a, const BelProp *b, uint32_t head_b)
{
  if (head_a == a->head || head_b == b->head)
    return false;
  const BelProp *of_a = bel_prop_at (finder, a->document, head_a), *of_b = bel_prop_at (finder, b->document, head_b);
  for (uint32_t j = 0; of_a && of_b && j < of_b->n_fills; j++)
    for (uint32_t i = 0; i < of_a->n_fills; i++) {
      const BelRoleFill *fill_a = &of_a->fills[i], *fill_b = &of_b->fills[j];
      if (!fill_a->core || !fill_b->core || fill_a->role != fill_b->role)
        continue;
      BelMatchKind kind
          = bel_phrase_compare (finder, bel_prop_noun (of_a, fill_a), bel_prop_noun (of_b, fill_b), 0).kind;
      if (kind == BEL_MATCH_NONE || kind == BEL_MATCH_EXCLUSIVE)
        return true;
    }
  return false;
}

static BelMatch
compare_fills (BelFinder *finder, const BelProp *a, const BelRoleFill *fill_a, const BelProp *b,
               const BelRoleFill *fill_b)
{
  BelMatch match = { .trust = 0.95f, .token_a = fill_a->head, .token_b = fill_b->head };
  if (are_turned_clauses (finder, a, fill_a->head, b, fill_b->head)
      || are_other_clauses (finder, a, fill_a->head, b, fill_b->head))
    return match;
  if (fill_a->time != BEL_NONE && fill_b->time != BEL_NONE) {
    match.kind = kind_of_values (bel_times_compare (finder, a->document, fill_a->time, b->document, fill_b->time));
    if (match.kind != BEL_MATCH_NONE)
      return match;
  }
  if (fill_a->place != BEL_NONE && fill_b->place != BEL_NONE) {
    match.kind = kind_of_values (bel_places_compare (finder, bel_prop_noun (a, fill_a), fill_a->place,
                                                     bel_prop_noun (b, fill_b), fill_b->place));
    if (match.kind != BEL_MATCH_NONE)
      return match;
  }
  BelPhraseView view
      = (b->negated ? BEL_PHRASE_KIND_OF : 0) | (bel_props_beside (finder, a, b) ? BEL_PHRASE_BESIDE : 0);
  return bel_phrase_compare (finder, bel_prop_noun (a, fill_a), bel_prop_noun (b, fill_b), view);
}

/* Whether two fillers may stand for one role: by name, or as times or places under whatever preposition. */
static bool
one_role (const BelPredicates *predicates, const BelRoleFill *a, const BelRoleFill *b)
{
  if (a->time != BEL_NONE && b->time != BEL_NONE)
    return true;
  if (a->kind == BEL_ROLE_PLACE && b->kind == BEL_ROLE_PLACE)
    return true;
  return mapped_role (predicates, a->role) == b->role;
}

static void
count (BelAlignment *out, const BelRoleFill *fill, BelMatch match, bool named)
{
  switch (match.kind) {
  case BEL_MATCH_NONE:
    out->n_different++;
    return;
  case BEL_MATCH_EXCLUSIVE:
    out->n_exclusive++;
    out->n_different++;
    return;
  case BEL_MATCH_WIDER:
  case BEL_MATCH_OVERLAP:
    out->n_wider++;
    break;
  default:
    break;
  }
  out->trust *= match.trust;
  out->weak = out->weak || match.weak;
  out->n_matched += fill->core;
  out->n_named += named;
}

static bool
is_named (BelFinder *finder, const BelProp *prop, const BelRoleFill *fill)
{
  return bel_phrase_named (finder, bel_prop_noun (prop, fill));
}

static bool
is_used (const BelAlignment *out, uint32_t fill_a)
{
  for (uint32_t k = 0; k < out->n; k++)
    if (out->items[k].fill_a == fill_a && out->items[k].match.kind != BEL_MATCH_NONE)
      return true;
  return false;
}

/* Whether @t is a participant of @a or hangs on one: "workers at the port". */
static bool
is_with_participant (const BelClaims *claims, const BelProp *a, uint32_t t)
{
  for (uint32_t i = 0; i < a->n_fills; i++)
    if (a->fills[i].core && bel_dominates (claims->document, a->fills[i].head, t))
      return true;
  return false;
}

/* "the Karst mill" */
static bool
bears_name (const BelDocument *document, uint32_t t)
{
  uint32_t word = bel_child (document, t, BEL_DEP_COMPOUND);
  return word != BEL_NONE && document->tokens.pos[word] == BEL_POS_PROPN;
}

/* "treated for burns after the fire" beside "hurt in the fire": whoever is treated after it was hurt in it. */
static bool
told_of_aftermath (BelFinder *finder, const BelProp *a, const BelProp *b, const BelRoleFill *fill_b)
{
  const BelDocument *document = bel_finder_document (finder, a->document);
  for (uint32_t i = 0; i < a->n_fills; i++)
    if (!a->fills[i].core && document->tokens.sort[a->fills[i].head] == BEL_NOUN_EVENT
        && bel_finder_lemma (finder, a->document, a->fills[i].head)
               == bel_finder_lemma (finder, b->document, fill_b->head))
      return true;
  return false;
}

/* Whether the first's sentence names the second's place or time, or what else stands by it there, wherever the parser has hung it:
 * "the raid killed 12" and "killed in the raid". */
static bool
told_nearby (BelFinder *finder, const BelProp *a, const BelProp *b, const BelRoleFill *fill_b)
{
  const BelClaims *claims = finder->sources[a->document];
  const BelSentence *sentence = &claims->document->sentences.items[a->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    uint32_t time = fill_b->time == BEL_NONE ? BEL_NONE : bel_time_at (finder, a->document, t);
    BelValues times = bel_times_compare (finder, a->document, time, b->document, fill_b->time);
    if (times == BEL_VALUES_EQUAL || times == BEL_VALUES_INSIDE)
      return true;
    BelPos pos = claims->document->tokens.pos[t];
    bool place = fill_b->kind == BEL_ROLE_PLACE && pos == BEL_POS_PROPN;
    place = place || (fill_b->kind == BEL_ROLE_PLACE && pos == BEL_POS_NOUN && bears_name (claims->document, t));
    if (fill_b->time == BEL_NONE && (place || (pos == BEL_POS_NOUN && is_with_participant (claims, a, t)))
        && bel_finder_lemma (finder, a->document, t) == bel_finder_lemma (finder, b->document, fill_b->head))
      return true;
  }
  return false;
}

/* Roles that a symmetric predicate does not tell apart. */
static bool
interchangeable (const BelFinder *finder, const BelProp *prop, const BelRoleFill *fill)
{
  if (prop->rule == BEL_NONE || !(bel_program_predicate (finder->program, prop->rule)->flags & BEL_PREDICATE_SYMMETRIC))
    return false;
  const char *role = bel_finder_text (finder, fill->role);
  return g_str_equal (role, "subject") || g_str_equal (role, "object") || g_str_equal (role, "party");
}

/* A number, an article or a quantifier picks some out of all. */
static bool
picks_some (const BelDocument *document, uint32_t head)
{
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    if (base == BEL_DEP_DET || base == BEL_DEP_NUMMOD
        || (base == BEL_DEP_AMOD && document->tokens.xpos[c] == BEL_XPOS_JJ && bel_token_form_is (document, c, "many")))
      return true;
  }
  return false;
}

/* A plural without an article that a name beside it makes a known one: "schools in Velmar", "Velmar bonds". */
static bool
is_placed (const BelFinder *finder, BelNoun noun)
{
  if (noun.head == BEL_NONE)
    return false;
  const BelDocument *document = bel_finder_document (finder, noun.document);
  if (document->tokens.pos[noun.head] != BEL_POS_NOUN || document->tokens.xpos[noun.head] != BEL_XPOS_NNS
      || picks_some (document, noun.head))
    return false;
  for (BEL_EACH_CHILD (document, noun.head, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    if ((base == BEL_DEP_NMOD || base == BEL_DEP_COMPOUND) && document->tokens.pos[c] == BEL_POS_PROPN)
      return true;
  }
  return false;
}

/* A phrase that brings in nothing new; beside another account "troops" and "unemployment" do not either. */
static bool
is_told_of_before (BelFinder *finder, const BelProp *prop, const BelRoleFill *fill, const BelProp *other)
{
  BelNoun noun = bel_prop_noun (prop, fill);
  if (finder->options.same_situation && is_placed (finder, noun))
    return true;
  return bel_props_beside (finder, prop, other) ? !bel_phrase_brings_in (finder, noun)
                                                : !bel_phrase_indefinite (finder, noun);
}

static void
align_role (BelFinder *finder, const BelProp *a, const BelProp *b, uint32_t j, const BelPredicates *predicates,
            BelAlignment *out)
{
  const BelRoleFill *fill_b = &b->fills[j];
  BelAligned best = { .fill_a = BEL_NONE, .fill_b = j };
  for (uint32_t i = 0; i < a->n_fills; i++) {
    bool either = interchangeable (finder, a, &a->fills[i]) && interchangeable (finder, b, fill_b);
    if (is_used (out, i) || (!either && !one_role (predicates, &a->fills[i], fill_b)))
      continue;
    BelMatch match = compare_fills (finder, a, &a->fills[i], b, fill_b);
    bool better
        = best.fill_a == BEL_NONE || best.match.kind == BEL_MATCH_NONE
          || (match.kind != BEL_MATCH_NONE && match.kind != BEL_MATCH_EXCLUSIVE && match.trust > best.match.trust);
    if (better)
      best = (BelAligned){ i, j, match };
  }
  bool idle = best.fill_a != BEL_NONE && best.match.kind == BEL_MATCH_NONE && a->fills[best.fill_a].place == BEL_NONE
              && a->fills[best.fill_a].time == BEL_NONE; /* "on strike" is no place beside "at the port" */
  if (idle && !fill_b->core)
    best = (BelAligned){ .fill_a = BEL_NONE, .fill_b = j };
  out->items[out->n++] = best;
  bool told = best.fill_a == BEL_NONE && !fill_b->core
              && (told_nearby (finder, a, b, fill_b)
                  || (predicates->kind == BEL_PREDICATES_ENTAIL && told_of_aftermath (finder, a, b, fill_b)));
  if (told) {
    out->trust *= TRUST_NEARBY;
    return;
  }
  if (best.fill_a == BEL_NONE) {
    out->missing_core += fill_b->core;
    out->missing += !fill_b->core;
    return;
  }
  bool matched = best.match.kind != BEL_MATCH_NONE && best.match.kind != BEL_MATCH_EXCLUSIVE;
  out->n_definite += fill_b->core && matched && is_told_of_before (finder, a, &a->fills[best.fill_a], b)
                     && is_told_of_before (finder, b, fill_b, a);
  count (out, fill_b, best.match, is_named (finder, a, &a->fills[best.fill_a]) && is_named (finder, b, fill_b));
}

void
bel_props_align (BelFinder *finder, const BelProp *a, const BelProp *b, const BelPredicates *predicates,
                 BelAlignment *out)
{
  *out = (BelAlignment){ .trust = predicates->trust };
  for (uint32_t j = 0; j < b->n_fills && out->n < BEL_MAX_ALIGNED; j++)
    align_role (finder, a, b, j, predicates, out);
  for (uint32_t i = 0; i < a->n_fills; i++) {
    bool used = false;
    for (uint32_t k = 0; k < out->n; k++)
      used = used || out->items[k].fill_a == i;
    out->extra_core += !used && a->fills[i].core;
  }
}

bool
bel_prop_entails (BelFinder *finder, const BelProp *a, const BelProp *b, BelAlignment *out)
{
  BelAlignment own;
  out = out ? out : &own;
  BelPredicates predicates = bel_predicates_compare (finder, a, b);
  if (predicates.kind != BEL_PREDICATES_SAME && predicates.kind != BEL_PREDICATES_ENTAIL)
    return false;
  bel_props_align (finder, a, b, &predicates, out);
  return !out->missing_core && !out->missing && !out->n_different && !out->n_wider && out->n_matched > 0;
}

/* When it is told of: "in May", "the rate in May". */
static uint32_t
time_of_fill (BelFinder *finder, const BelProp *prop, const BelRoleFill *fill)
{
  if (fill->time != BEL_NONE || !fill->core || fill->head == BEL_NONE)
    return fill->time;
  const BelDocument *document = bel_finder_document (finder, prop->document);
  for (BEL_EACH_CHILD (document, fill->head, c))
    if (c > fill->head && bel_dep_base (document->tokens.dep[c]) == BEL_DEP_NMOD
        && bel_time_at (finder, prop->document, c) != BEL_NONE)
      return bel_time_at (finder, prop->document, c);
  return BEL_NONE;
}

bool
bel_props_apart (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  for (uint32_t i = 0; i < a->n_fills; i++)
    for (uint32_t j = 0; j < b->n_fills; j++) {
      const BelRoleFill *fill_a = &a->fills[i], *fill_b = &b->fills[j];
      if (bel_times_compare (finder, a->document, time_of_fill (finder, a, fill_a), b->document,
                             time_of_fill (finder, b, fill_b))
          == BEL_VALUES_DISJOINT)
        return true;
      if (fill_a->place == BEL_NONE || fill_b->place == BEL_NONE || fill_a->kind != fill_b->kind)
        continue;
      if (bel_places_compare (finder, bel_prop_noun (a, fill_a), fill_a->place, bel_prop_noun (b, fill_b),
                              fill_b->place)
          == BEL_VALUES_DISJOINT)
        return true;
    }
  return false;
}
