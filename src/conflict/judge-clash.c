/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* One event, and one role that the two fill with values that cannot both be: another number, time or place. */
#include "conflict/judge.h"

#include "conflict/value.h"

/* Roles that both have; of these all but those where @f finds a clash have to match. */
typedef BelValues Clash (BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b);

static uint32_t
quantity_of (const BelEvidence *e, const BelProp *prop, const BelRoleFill *fill)
{
  if (fill->quantity != BEL_NONE)
    return fill->quantity;
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  uint32_t number = bel_child (document, fill->head, BEL_DEP_NUMMOD);
  uint32_t at = number != BEL_NONE ? bel_quantity_at (e->finder, prop->document, number) : BEL_NONE;
  return at != BEL_NONE ? at : bel_quantity_at (e->finder, prop->document, fill->head);
}

static BelValues
clash_quantity (BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b)
{
  uint32_t quantity_a = quantity_of (e, e->a, a), quantity_b = quantity_of (e, e->b, b);
  if (quantity_a == BEL_NONE || quantity_b == BEL_NONE)
    return BEL_VALUES_UNKNOWN;
  const BelQuantity *qa = &e->finder->sources[e->a->document]->quantities.items[quantity_a];
  const BelQuantity *qb = &e->finder->sources[e->b->document]->quantities.items[quantity_b];
  if (bel_evidence_in_draft (e) && (qa->counted == BEL_NONE || qb->counted == BEL_NONE))
    return BEL_VALUES_UNKNOWN;
  if (qa->counted != BEL_NONE && qb->counted != BEL_NONE
      && bel_finder_symbol (e->finder, e->a->document, qa->counted)
             != bel_finder_symbol (e->finder, e->b->document, qb->counted))
    return BEL_VALUES_UNKNOWN;
  if (bel_quantities_add_up (e->finder, e->a->document, e->a->sentence, quantity_a, e->b->document, e->b->sentence,
                             quantity_b))
    return BEL_VALUES_UNKNOWN;
  return bel_quantities_compare (e->finder, e->a->document, quantity_a, e->b->document, quantity_b);
}

static BelValues
clash_time (BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b)
{
  return bel_times_compare (e->finder, e->a->document, a->time, e->b->document, b->time);
}

static BelValues
clash_place (BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b)
{
  if (a->kind != BEL_ROLE_PLACE || b->kind != BEL_ROLE_PLACE)
    return BEL_VALUES_UNKNOWN;
  BelNoun noun_a = { e->a->document, a->head, a->entity, BEL_NONE },
          noun_b = { e->b->document, b->head, b->entity, BEL_NONE };
  return bel_places_compare (e->finder, noun_a, a->place, noun_b, b->place);
}

/* Of two texts on one situation, what the other one says too, somewhere, is not at odds with it. */
static bool
told_elsewhere (const BelEvidence *e, const BelProp *prop, const BelRoleFill *fill, const BelProp *other)
{
  const BelClaims *claims = e->finder->sources[other->document];
  uint32_t quantity = quantity_of (e, prop, fill);
  for (uint32_t i = 0; quantity != BEL_NONE && i < claims->quantities.n; i++)
    if (bel_quantities_compare (e->finder, prop->document, quantity, other->document, i) == BEL_VALUES_EQUAL)
      return true;
  for (uint32_t i = 0; fill->time != BEL_NONE && i < claims->times.n; i++)
    if (bel_times_compare (e->finder, prop->document, fill->time, other->document, i) == BEL_VALUES_EQUAL)
      return true;
  return false;
}

/* "at his home", beside "in a hospital": places that no gazetteer tells apart say nothing against two towns that it does. */
static bool
is_unlisted_place (const BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b)
{
  return !bel_evidence_in_draft (e) && a->kind == BEL_ROLE_PLACE && b->kind == BEL_ROLE_PLACE
         && (a->place == BEL_NONE || b->place == BEL_NONE);
}

/* One role clashes and all other roles that both have are alike. */
static float
clash_of (BelEvidence *e, Clash *clash)
{
  bel_evidence_align (e);
  BelAlignment *al = &e->alignment;
  if (!bel_evidence_is_one_predicate (e))
    return 0;
  uint32_t n_clashes = 0, n_named = 0, n_matched = 0;
  float trust = e->predicates.trust;
  for (uint32_t k = 0; k < al->n; k++) {
    const BelAligned *at = &al->items[k];
    if (at->fill_a == BEL_NONE)
      continue;
    const BelRoleFill *a = &e->a->fills[at->fill_a], *b = &e->b->fills[at->fill_b];
    if (clash (e, a, b) == BEL_VALUES_DISJOINT) {
      if (!bel_evidence_in_draft (e) && (told_elsewhere (e, e->a, a, e->b) || told_elsewhere (e, e->b, b, e->a)))
        return 0;
      n_clashes++;
      e->token_a = a->head;
      e->token_b = b->head;
      continue;
    }
    if (clash == clash_place && at->match.kind == BEL_MATCH_NONE && is_unlisted_place (e, a, b))
      continue;
    if (at->match.kind == BEL_MATCH_NONE || at->match.kind == BEL_MATCH_EXCLUSIVE)
      return 0;
    trust *= at->match.trust;
    n_matched += a->core;
    n_named += bel_phrase_named (e->finder, (BelNoun){ e->a->document, a->head, a->entity, BEL_NONE });
  }
  bool enough = bel_evidence_in_draft (e) && !e->beside ? n_named > 0 : n_matched > 0;
  return n_clashes == 1 && enough ? trust : 0;
}

float
bel_judge_disjoint_quantity (BelEvidence *e)
{
  float trust = clash_of (e, clash_quantity);
  return trust > 0 && !bel_evidence_counts_part (e, e->token_a, e->token_b) ? trust : 0;
}

static bool
is_participant (const BelRoleFill *fill)
{
  return fill->kind != BEL_ROLE_TIME && fill->kind != BEL_ROLE_PLACE && fill->kind != BEL_ROLE_MANNER;
}

/* "opens in April", "opens to cyclists in June": one of them tells of somebody that the other leaves out. */
static bool
leaves_somebody_out (const BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  uint32_t n_a = 0, n_b = 0, n_matched = 0;
  for (uint32_t i = 0; i < e->a->n_fills; i++)
    n_a += is_participant (&e->a->fills[i]);
  for (uint32_t i = 0; i < e->b->n_fills; i++)
    n_b += is_participant (&e->b->fills[i]);
  for (uint32_t k = 0; k < al->n; k++)
    n_matched += al->items[k].fill_a != BEL_NONE && is_participant (&e->b->fills[al->items[k].fill_b]);
  return e->beside && (n_a > n_matched || n_b > n_matched);
}

/* "stood at 4 percent in May", "stood at 5 percent in June": a figure of each time. */
static bool
has_other_figure (BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  for (uint32_t k = 0; k < al->n; k++)
    if (al->items[k].fill_a != BEL_NONE
        && clash_quantity (e, &e->a->fills[al->items[k].fill_a], &e->b->fills[al->items[k].fill_b])
               == BEL_VALUES_DISJOINT)
      return true;
  return false;
}

float
bel_judge_disjoint_time (BelEvidence *e)
{
  bel_evidence_align (e);
  return leaves_somebody_out (e) || has_other_figure (e) ? 0 : clash_of (e, clash_time);
}

/* The time of @prop that names a year; NULL without one. */
static const BelTime *
time_with_year (const BelEvidence *e, const BelProp *prop, bool *out_any)
{
  const BelClaims *claims = e->finder->sources[prop->document];
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    *out_any = *out_any || prop->fills[i].kind == BEL_ROLE_TIME;
    if (prop->fills[i].time != BEL_NONE && claims->times.items[prop->fills[i].time].year)
      return &claims->times.items[prop->fills[i].time];
  }
  return NULL;
}

/* "was in Lyon on the night of the theft", "was in Rome in 2004": nothing tells that the night was in that year. */
static bool
is_of_unlike_times (const BelEvidence *e)
{
  bool any_a = false, any_b = false;
  const BelTime *a = time_with_year (e, e->a, &any_a), *b = time_with_year (e, e->b, &any_b);
  return (a && !b && any_b) || (b && !a && any_a);
}

float
bel_judge_disjoint_place (BelEvidence *e)
{
  return is_of_unlike_times (e) ? 0 : clash_of (e, clash_place);
}
