/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/relation.h"

#include "conflict/group.h"
#include "conflict/recent.h"
#include "conflict/words.h"

/* Trust in a verb's synonym or kind that only WordNet knows, and in an entailment or opposition that the rules know. */
#define TRUST_WORDNET_VERB 0.85f
#define TRUST_RULE 0.97f

struct BelRelations {
  BEL_VEC (uint32_t) firsts;       /* by number: the first proposition with such a predicate */
  BelGroups members;               /* by number: the propositions with such a predicate */
  BEL_VEC (BelPredicates) answers; /* the first of them: unrelated */
  BelMap known;                    /* (number, number) → index into answers, of the related */
  BelRecent unrelated;             /* (number, number), which nearly all are */
};

/* -- what rules and words say ------------------------------------------------------------------------- */

/* Of "kill" the object is who dies; then the subject of "kill" is not, though both are subjects. */
static void
shield (BelPredicates *predicates)
{
  for (uint32_t i = 0, n = predicates->n_roles; i < n && predicates->n_roles < G_N_ELEMENTS (predicates->roles); i++) {
    bool told = false;
    for (uint32_t j = 0; j < predicates->n_roles; j++)
      told = told || predicates->roles[j].from == predicates->roles[i].to;
    if (!told)
      predicates->roles[predicates->n_roles++] = (BelRoleMap){ predicates->roles[i].to, BEL_NONE };
  }
}

static BelPredicates
by_rule (const BelFinder *finder, const BelProp *a, const BelProp *b)
{
  BelPredicates out = { .trust = TRUST_RULE, .by_rule = true };
  if (a->rule == BEL_NONE || b->rule == BEL_NONE)
    return out;
  if (bel_predicate_entails (finder->program, a->rule, b->rule, out.roles, G_N_ELEMENTS (out.roles), &out.n_roles))
    out.kind = BEL_PREDICATES_ENTAIL;
  else if (bel_predicate_opposite (finder->program, a->rule, b->rule, out.roles, G_N_ELEMENTS (out.roles),
                                   &out.n_roles))
    out.kind = BEL_PREDICATES_OPPOSITE;
  shield (&out);
  return out;
}

static BelPos
word_class (const BelProp *a)
{
  return a->copular ? BEL_POS_ADJ : a->pos == BEL_POS_NOUN || a->pos == BEL_POS_ADJ ? a->pos : BEL_POS_VERB;
}

static BelPredicates
by_words (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  BelPredicates out = { 0 };
  if (a->copular != b->copular || word_class (a) != word_class (b))
    return out;
  /* in drafts WordNet's word is not enough */
  BelWordMatch words = finder->options.same_situation
                           ? bel_words_compare (finder, a->predicate, b->predicate, word_class (a))
                           : bel_words_by_rule (finder, a->predicate, b->predicate);
  bool wordnet = words.set && g_str_equal (words.set, "wordnet");
  out.trust = words.trust * (wordnet ? TRUST_WORDNET_VERB : 1);
  out.by_rule = !wordnet;
  if (words.relation == BEL_WORD_SYNONYM || words.relation == BEL_WORD_NARROWER)
    out.kind = BEL_PREDICATES_ENTAIL;
  else if (words.relation == BEL_WORD_OPPOSITE || words.relation == BEL_WORD_EXCLUSIVE)
    out.kind = BEL_PREDICATES_OPPOSITE;
  return out;
}

static BelPredicates
ask (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  BelPredicates rule = by_rule (finder, a, b);
  return rule.kind != BEL_PREDICATES_UNRELATED ? rule : by_words (finder, a, b);
}

/* -- asked once ----------------------------------------------------------------------------------------- */

static uint64_t
likeness (const BelProp *prop)
{
  uint64_t rest = (uint64_t) prop->copular | (uint64_t) (prop->sign + 1) << 1 | (uint64_t) word_class (prop) << 3;
  return bel_map_mix (((uint64_t) prop->predicate << 32) | prop->rule, rest);
}

void
bel_relations_build (BelFinder *finder)
{
  BelRelations *relations = finder->relations = bel_arena_new_struct (finder->scratch, BelRelations);
  bel_map_init (&relations->known, finder->scratch, 256);
  bel_recent_init (&relations->unrelated, finder->scratch, 16 * finder->props.n);
  bel_vec_push (finder->scratch, &relations->answers, (BelPredicates){ 0 });
  BelMap numbers;
  BEL_VEC (BelKeyRow) rows = { 0 };
  bel_map_init (&numbers, finder->scratch, 256);
  for (uint32_t i = 0; i < finder->props.n; i++) {
    BelProp *prop = &finder->props.items[i];
    prop->likes = BEL_NONE;
    if (prop->kind != BEL_PROP_CLAIM && prop->kind != BEL_PROP_ANSWER)
      continue;
    uint64_t key = likeness (prop);
    if (!bel_map_get (&numbers, key, &prop->likes)) {
      prop->likes = relations->firsts.n;
      bel_map_set (&numbers, key, prop->likes);
      bel_vec_push (finder->scratch, &relations->firsts, i);
    }
    bel_vec_push (finder->scratch, &rows, (BelKeyRow){ prop->likes, i });
  }
  relations->members = bel_groups_build (finder->scratch, rows.items, rows.n, true);
}

static const BelPredicates *
recall (BelFinder *finder, uint32_t p, uint32_t q)
{
  BelRelations *relations = finder->relations;
  uint64_t key = ((uint64_t) p << 32) | q;
  uint32_t at = 0, place = bel_recent_place (&relations->unrelated, key);
  if (bel_recent_has (&relations->unrelated, place, key) || bel_map_get (&relations->known, key, &at))
    return &relations->answers.items[at];
  BelPredicates answer = ask (finder, &finder->props.items[relations->firsts.items[p]],
                              &finder->props.items[relations->firsts.items[q]]);
  if (answer.kind == BEL_PREDICATES_UNRELATED) {
    bel_recent_set (&relations->unrelated, place, key);
    return &relations->answers.items[0];
  }
  at = relations->answers.n;
  bel_vec_push (finder->scratch, &relations->answers, answer);
  bel_map_set (&relations->known, key, at);
  return &relations->answers.items[at];
}

BelPredicates
bel_predicates_compare (BelFinder *finder, const BelProp *a, const BelProp *b)
{
  if (a->predicate == b->predicate && a->copular == b->copular)
    return (BelPredicates){ .kind = a->sign * b->sign < 0 ? BEL_PREDICATES_OPPOSITE : BEL_PREDICATES_SAME,
                            .trust = 1,
                            .by_rule = true };
  bool numbered = finder->relations && a->likes != BEL_NONE && b->likes != BEL_NONE;
  return numbered ? *recall (finder, a->likes, b->likes) : ask (finder, a, b);
}

static bool
counts (const BelFinder *finder, const BelPredicates *predicates)
{
  return predicates->kind != BEL_PREDICATES_UNRELATED && (predicates->by_rule || finder->options.same_situation);
}

bool
bel_predicates_related (BelFinder *finder, uint32_t p, uint32_t q)
{
  if (p == BEL_NONE || q == BEL_NONE)
    return false;
  const BelProp *a = &finder->props.items[finder->relations->firsts.items[p]];
  const BelProp *b = &finder->props.items[finder->relations->firsts.items[q]];
  if (a->predicate == b->predicate && a->copular == b->copular)
    return true;
  return counts (finder, recall (finder, p, q)) || counts (finder, recall (finder, q, p));
}

static int
by_number (const void *pa, const void *pb)
{
  const uint32_t *a = pa, *b = pb;
  return (*a > *b) - (*a < *b);
}

/* Groups come in the order of their first members, which is the order of the numbers. */
void
bel_predicates_gather (BelFinder *finder, const BelProp *about, BelArena *arena, BelNumbers *out)
{
  const BelGroups *members = &finder->relations->members;
  uint32_t start = out->n;
  for (uint32_t p = 0; p < members->n; p++) {
    const BelProp *like = &finder->props.items[members->items[members->starts[p]]];
    BelPredicates predicates = bel_predicates_compare (finder, like, about);
    if (predicates.kind != BEL_PREDICATES_SAME && predicates.kind != BEL_PREDICATES_ENTAIL)
      continue;
    for (uint32_t i = members->starts[p]; i < members->starts[p + 1]; i++)
      bel_vec_push (arena, out, members->items[i]);
  }
  if (out->n > start)
    bel_sort (out->items + start, out->n - start, sizeof (*out->items), by_number);
}
