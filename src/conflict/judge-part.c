/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What one place of a draft tells of the whole and another of a part: "1,200 employees", "300 employees in Spain";
 * "crime fell", "crime rose on his street"; "no workers laid off in Ohio", "200 workers laid off in Texas". */
#include "conflict/judge.h"

#include "conflict/prop.h"
#include "conflict/value.h"

static bool
has_place (const BelProp *prop)
{
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (prop->fills[i].kind == BEL_ROLE_PLACE)
      return true;
  return false;
}

/* The noun or verb that the place from @first on is told of: "in Spain", "at its Leeds plant". */
static uint32_t
told_of (const BelDocument *document, uint32_t first)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t t = first;
  while (tokens->head[t] != BEL_NONE
         && (bel_dep_base (tokens->dep[t]) == BEL_DEP_COMPOUND || bel_dep_base (tokens->dep[t]) == BEL_DEP_FLAT))
    t = tokens->head[t];
  return tokens->head[t];
}

/* Whether a place is told of the noun at @t or of what is said of it. */
static bool
is_somewhere (const BelEvidence *e, const BelProp *prop, uint32_t t)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelClaims *claims = e->finder->sources[prop->document];
  uint32_t above = document->tokens.head[t];
  BelValueList places = bel_places_in (e->finder, prop->document, prop->sentence);
  for (uint32_t i = 0; i < places.n; i++) {
    uint32_t first = claims->places.items[places.items[i]].first;
    uint32_t of = first == BEL_NONE ? BEL_NONE : told_of (document, first);
    if (of != BEL_NONE && (of == t || of == above))
      return true;
  }
  return false;
}

/* What tells a noun from others of its kind, but for numbers. */
static uint32_t
count_restrictions (const BelDocument *document, uint32_t head)
{
  uint32_t n = 0;
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    n += dep == BEL_DEP_AMOD || dep == BEL_DEP_NMOD || dep == BEL_DEP_ACL || dep == BEL_DEP_COMPOUND;
  }
  return n;
}

/* The count of the noun at @head, or the one that @head itself is of. */
static const BelQuantity *
quantity_on (const BelEvidence *e, const BelProp *prop, uint32_t head)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  uint32_t number = bel_child (document, head, BEL_DEP_NUMMOD);
  uint32_t at = number != BEL_NONE ? bel_quantity_at (e->finder, prop->document, number) : BEL_NONE;
  if (at == BEL_NONE)
    at = bel_quantity_at (e->finder, prop->document, head);
  return at == BEL_NONE ? NULL : &e->finder->sources[prop->document]->quantities.items[at];
}

bool
bel_evidence_counts_part (const BelEvidence *e, uint32_t counted_a, uint32_t counted_b)
{
  if (e->finder->options.same_situation || counted_a == BEL_NONE || counted_b == BEL_NONE)
    return false;
  const BelQuantity *a = quantity_on (e, e->a, counted_a), *b = quantity_on (e, e->b, counted_b);
  if (!a || !b)
    return false;
  bool a_smaller = a->amount < b->amount;
  const BelProp *part = a_smaller ? e->a : e->b, *whole = a_smaller ? e->b : e->a;
  uint32_t of_part = a_smaller ? counted_a : counted_b, of_whole = a_smaller ? counted_b : counted_a;
  return (is_somewhere (e, part, of_part) && !is_somewhere (e, whole, of_whole))
         || count_restrictions (bel_finder_document (e->finder, part->document), of_part)
                > count_restrictions (bel_finder_document (e->finder, whole->document), of_whole);
}

static bool
is_on_scale (const BelEvidence *e, const BelProp *prop)
{
  return prop->rule != BEL_NONE && bel_program_predicate (e->finder->program, prop->rule)->scale != BEL_NONE;
}

bool
bel_evidence_moves_in_part (const BelEvidence *e)
{
  return !e->finder->options.same_situation && is_on_scale (e, e->a) && is_on_scale (e, e->b)
         && has_place (e->a) != has_place (e->b);
}

/* -- limits ---------------------------------------------------------------------------------------------------------- */

/* "among the young", "before the flood", "to trucks": what limits that which is said to a part of it. */
static bool
is_limit (const BelFinder *finder, const BelRoleFill *fill)
{
  static const char *const WHOLE[] = { "subject", "object", "complement", "other", "party" };
  if (fill->time != BEL_NONE || fill->quantity != BEL_NONE || fill->kind == BEL_ROLE_PLACE
      || fill->kind == BEL_ROLE_QUANTITY)
    return false;
  for (size_t i = 0; i < G_N_ELEMENTS (WHOLE); i++)
    if (g_str_equal (bel_finder_text (finder, fill->role), WHOLE[i]))
      return false;
  return true;
}

/* "before the flood", "after the flood" */
static bool
at_other_ends (const BelFinder *finder, const BelRoleFill *a, const BelRoleFill *b)
{
  static const char *const ENDS[] = { "before", "after", "since", "until" };
  bool end_a = false, end_b = false;
  for (size_t i = 0; i < G_N_ELEMENTS (ENDS); i++) {
    end_a = end_a || g_str_equal (bel_finder_text (finder, a->role), ENDS[i]);
    end_b = end_b || g_str_equal (bel_finder_text (finder, b->role), ENDS[i]);
  }
  return end_a && end_b && a->role != b->role;
}

static bool
is_told_in (BelFinder *finder, const BelProp *prop, const BelRoleFill *fill, const BelProp *other)
{
  for (uint32_t i = 0; i < other->n_fills; i++) {
    if (at_other_ends (finder, fill, &other->fills[i]))
      continue;
    BelMatchKind kind = bel_phrase_compare (finder, bel_prop_noun (prop, fill), bel_prop_noun (other, &other->fills[i]),
                                            BEL_PHRASE_BESIDE)
                            .kind;
    if (kind != BEL_MATCH_NONE && kind != BEL_MATCH_EXCLUSIVE && kind != BEL_MATCH_OVERLAP)
      return true;
  }
  return false;
}

static bool
has_own_limit (BelFinder *finder, const BelProp *prop, const BelProp *other)
{
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (is_limit (finder, &prop->fills[i]) && !is_told_in (finder, prop, &prop->fills[i], other))
      return true;
  return false;
}

bool
bel_props_limited_apart (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  return a->document == b->document && has_own_limit (finder, a, b) && has_own_limit (finder, b, a);
}

/* -- what hangs on a verb -------------------------------------------------------------------------------------- */

/* A time or place below the verb @t, from @first on; BEL_NONE without one. */
static uint32_t
value_below (const BelEvidence *e, const BelProp *prop, uint32_t t, bool place, uint32_t *at)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  BelValueList all = place ? bel_places_in (e->finder, prop->document, prop->sentence)
                           : bel_times_in (e->finder, prop->document, prop->sentence);
  const BelClaims *claims = e->finder->sources[prop->document];
  while (*at < all.n) {
    uint32_t i = all.items[(*at)++];
    uint32_t first = place ? claims->places.items[i].first : claims->times.items[i].first;
    if (first != BEL_NONE && bel_dominates (document, t, first))
      return i;
  }
  return BEL_NONE;
}

/* How the values below one verb stand to those below the other. */
typedef struct {
  uint32_t n_a, n_b;
  bool disjoint, shared;
} Values;

static BelValues
compare (const BelEvidence *e, bool place, uint32_t i, uint32_t j)
{
  if (!place)
    return bel_times_compare (e->finder, e->a->document, i, e->b->document, j);
  const BelPlace *a = &e->finder->sources[e->a->document]->places.items[i],
                 *b = &e->finder->sources[e->b->document]->places.items[j];
  BelNoun noun_a = { e->a->document, a->first, BEL_NONE, BEL_NONE },
          noun_b = { e->b->document, b->first, BEL_NONE, BEL_NONE };
  return bel_places_compare (e->finder, noun_a, i, noun_b, j);
}

static Values
compare_values (const BelEvidence *e, uint32_t ta, uint32_t tb, bool place)
{
  Values values = { 0 };
  uint32_t at_a = 0, i, j;
  while ((i = value_below (e, e->a, ta, place, &at_a)) != BEL_NONE) {
    uint32_t at_b = 0;
    values.n_a++;
    values.n_b = 0;
    while ((j = value_below (e, e->b, tb, place, &at_b)) != BEL_NONE) {
      BelValues stand = compare (e, place, i, j);
      values.n_b++;
      values.disjoint = values.disjoint || stand == BEL_VALUES_DISJOINT;
      values.shared = values.shared || (stand != BEL_VALUES_DISJOINT && stand != BEL_VALUES_UNKNOWN);
    }
  }
  return values;
}

bool
bel_evidence_verbs_apart (const BelEvidence *e, uint32_t ta, uint32_t tb)
{
  for (int place = 0; place <= 1; place++) {
    Values values = compare_values (e, ta, tb, place);
    if (values.disjoint && !values.shared)
      return true;
  }
  return false;
}
