/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/retell-unit.h"

#include "claim/place.h"
#include "conflict/contrary.h"
#include "conflict/phrase.h"
#include "conflict/words.h"

#include <math.h>

/* Words that stand where something else does, in the longer sentence: more are no one thing. */
#define MAX_GAP 6
/* Of two words, WordNet's word does for less than this no contrary. */
#define MIN_CONTRARY 0.84f
/* Two bounds of one kind ("more than 540", "more than 640"): both may hold, and hardly are both meant. */
#define TRUST_BOUNDS 0.8f
/* From so far apart on two rounded numbers are not one. */
#define APART 0.1
/* Words in common that two such numbers need: in fewer words two counts are told. */
#define MIN_BOUNDS 5

/* -- what stands in its place -------------------------------------------------------------------------------- */

static bool
is_value (const BelRetell *r, const BelRetellSide *side, uint32_t t)
{
  return bel_quantity_at (r->finder, side->prop->document, t) != BEL_NONE
         || bel_time_at (r->finder, side->prop->document, t) != BEL_NONE;
}

/* "open", "closed". */
static bool
is_state (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_ADJ || document->tokens.xpos[t] == BEL_XPOS_VBN;
}

/* Whether one can stand for the other: both are values, or names, or words of one class. */
static bool
of_one_sort (const BelRetell *r, uint32_t s, uint32_t l)
{
  if (is_value (r, &r->s, s) || is_value (r, &r->l, l))
    return is_value (r, &r->s, s) && is_value (r, &r->l, l);
  return r->s.document->tokens.pos[s] == r->l.document->tokens.pos[l]
         || (is_state (r->s.document, s) && is_state (r->l.document, l));
}

static bool
of_one_dep (const BelRetell *r, uint32_t s, uint32_t l)
{
  BelDep dep_s = bel_dep_base (r->s.document->tokens.dep[s]), dep_l = bel_dep_base (r->l.document->tokens.dep[l]);
  bool oblique_s = dep_s == BEL_DEP_OBL || dep_s == BEL_DEP_NMOD,
       oblique_l = dep_l == BEL_DEP_OBL || dep_l == BEL_DEP_NMOD;
  return dep_s == dep_l || (oblique_s && oblique_l);
}

static uint32_t
like_of (const BelRetellSide *side, uint32_t t)
{
  return t >= side->first && t < side->past ? side->like[t - side->first] : BEL_NONE;
}

/* What hangs on the like of its head as it does itself. */
static uint32_t
by_head (const BelRetell *r, uint32_t s)
{
  uint32_t head = r->s.document->tokens.head[s], like = head == BEL_NONE ? BEL_NONE : like_of (&r->s, head);
  if (like == BEL_NONE)
    return BEL_NONE;
  for (BEL_EACH_CHILD (r->l.document, like, c))
    if (bel_retell_is_lost (&r->l, c) && of_one_dep (r, s, c) && of_one_sort (r, s, c))
      return c;
  return BEL_NONE;
}

/* What the likes of its participants hang on. */
static uint32_t
by_participants (const BelRetell *r, uint32_t s)
{
  for (BEL_EACH_CHILD (r->s.document, s, c)) {
    uint32_t like = like_of (&r->s, c), head = like == BEL_NONE ? BEL_NONE : r->l.document->tokens.head[like];
    if (head != BEL_NONE && bel_token_is_content (r->s.document, c) && of_one_dep (r, c, like)
        && bel_retell_is_lost (&r->l, head) && of_one_sort (r, s, head))
      return head;
  }
  return BEL_NONE;
}

/* What stands between the likes of the words before and after it. */
static uint32_t
by_neighbours (const BelRetell *r, uint32_t s)
{
  uint32_t before = s, after = s;
  while (before > r->s.first && like_of (&r->s, before) == BEL_NONE)
    before--;
  while (after + 1 < r->s.past && like_of (&r->s, after) == BEL_NONE)
    after++;
  uint32_t from = like_of (&r->s, before), to = like_of (&r->s, after);
  if (from == BEL_NONE)
    return BEL_NONE;
  to = to == BEL_NONE ? MIN (from + MAX_GAP, r->l.past) : to;
  for (uint32_t l = to; to <= from + MAX_GAP && l-- > from + 1;)
    if (bel_retell_is_lost (&r->l, l) && of_one_sort (r, s, l))
      return l;
  return BEL_NONE;
}

static uint32_t
in_place_of (const BelRetell *r, uint32_t s)
{
  uint32_t l = by_head (r, s);
  if (l == BEL_NONE)
    l = by_participants (r, s);
  return l == BEL_NONE ? by_neighbours (r, s) : l;
}

/* -- how the two stand to each other ---------------------------------------------------------------------------- */

static bool
differ_by_time (const BelRetell *r, BelRetellUnit *unit)
{
  BelValues values
      = bel_times_compare (r->finder, r->s.prop->document, bel_time_at (r->finder, r->s.prop->document, unit->s),
                           r->l.prop->document, bel_time_at (r->finder, r->l.prop->document, unit->l));
  if (values == BEL_VALUES_UNKNOWN)
    return false;
  unit->kind = values == BEL_VALUES_DISJOINT ? BEL_RETOLD_TIME : BEL_RETOLD_NOTHING;
  return true;
}

/* "more than 540" and "more than 640", "about 300" and "about 500". */
static bool
bounds_differ (const BelRetell *r, const BelQuantity *s, const BelQuantity *l)
{
  bool one_side = isinf (s->high) == isinf (l->high) && isinf (s->low) == isinf (l->low);
  return one_side && s->kind == l->kind && s->unit == l->unit && !s->vague && !l->vague && r->n_matched >= MIN_BOUNDS
         && ABS (s->amount - l->amount) > APART * MAX (ABS (s->amount), ABS (l->amount));
}

/* "0-0" and "1-1" are of two matches as likely as of one. */
static bool
is_score (const BelRetell *r, uint32_t quantity)
{
  const BelClaims *claims = r->finder->sources[r->s.prop->document];
  const BelTokens *tokens = &claims->document->tokens;
  uint32_t last = claims->quantities.items[quantity].last;
  if (last + 2 < tokens->n && (tokens->pos[last + 1] == BEL_POS_PUNCT || tokens->pos[last + 1] == BEL_POS_SYM)
      && !bel_token_form_is (claims->document, last + 1, ",") && tokens->pos[last + 2] == BEL_POS_NUM)
    return true;
  return g_str_equal (bel_symbols_text (claims->document->symbols, claims->quantities.items[quantity].kind), "score");
}

static bool
differ_by_number (const BelRetell *r, BelRetellUnit *unit)
{
  uint32_t in_s = bel_quantity_at (r->finder, r->s.prop->document, unit->s),
           in_l = bel_quantity_at (r->finder, r->l.prop->document, unit->l);
  if (in_s == BEL_NONE || in_l == BEL_NONE || is_score (r, in_s)
      || bel_quantities_add_up (r->finder, r->s.prop->document, r->s.prop->sentence, in_s, r->l.prop->document,
                                r->l.prop->sentence, in_l))
    return false;
  BelValues values = bel_quantities_compare (r->finder, r->s.prop->document, in_s, r->l.prop->document, in_l);
  const BelQuantity *s = &r->finder->sources[r->s.prop->document]->quantities.items[in_s];
  const BelQuantity *l = &r->finder->sources[r->l.prop->document]->quantities.items[in_l];
  bool bounds = values != BEL_VALUES_EQUAL && values != BEL_VALUES_DISJOINT && values != BEL_VALUES_UNKNOWN
                && r->s.document == r->l.document && bounds_differ (r, s, l);
  unit->kind = values == BEL_VALUES_DISJOINT || bounds ? BEL_RETOLD_NUMBER : BEL_RETOLD_NOTHING;
  unit->trust = bounds ? TRUST_BOUNDS : 1;
  return values != BEL_VALUES_UNKNOWN;
}

static bool
differ_by_place (const BelRetell *r, BelRetellUnit *unit)
{
  const BelClaims *claims_s = r->finder->sources[r->s.prop->document],
                  *claims_l = r->finder->sources[r->l.prop->document];
  uint32_t s = bel_place_at (r->finder, r->s.prop->document, unit->s),
           l = bel_place_at (r->finder, r->l.prop->document, unit->l);
  if (s == BEL_NONE || l == BEL_NONE)
    return false;
  BelPlacesRelation relation
      = bel_places_relate (r->finder->options.gazetteer, claims_s->document, &claims_s->places.items[s],
                           claims_l->document, &claims_l->places.items[l]);
  unit->kind = relation == BEL_PLACES_DISJOINT ? BEL_RETOLD_PLACE : BEL_RETOLD_NOTHING;
  return relation == BEL_PLACES_DISJOINT;
}

/* Whether the two names have a word or a letter of an abbreviation in common. */
static bool
names_touch (const BelRetell *r, uint32_t s, uint32_t l)
{
  const BelTokens *of_s = &r->s.document->tokens, *of_l = &r->l.document->tokens;
  for (uint32_t i = r->s.first; i < r->s.past; i++)
    for (uint32_t j = r->l.first; of_s->pos[i] == BEL_POS_PROPN && (i == s || of_s->head[i] == s) && j < r->l.past; j++)
      if (of_l->pos[j] == BEL_POS_PROPN && (j == l || of_l->head[j] == l)
          && bel_finder_lemma (r->finder, r->s.prop->document, i)
                 == bel_finder_lemma (r->finder, r->l.prop->document, j))
        return true;
  return false;
}

static bool
differ_by_name (const BelRetell *r, BelRetellUnit *unit)
{
  const BelTokens *s = &r->s.document->tokens, *l = &r->l.document->tokens;
  if (s->pos[unit->s] != BEL_POS_PROPN || l->pos[unit->l] != BEL_POS_PROPN
      || (s->name[unit->s] != l->name[unit->l] && s->name[unit->s] != BEL_NAME_NONE
          && l->name[unit->l] != BEL_NAME_NONE)
      || names_touch (r, unit->s, unit->l))
    return false;
  BelNoun a = { r->s.prop->document, unit->s, bel_claims_entity_at (r->finder->sources[r->s.prop->document], unit->s),
                BEL_NONE };
  BelNoun b = { r->l.prop->document, unit->l, bel_claims_entity_at (r->finder->sources[r->l.prop->document], unit->l),
                BEL_NONE };
  if (bel_phrase_compare (r->finder, a, b, 0).kind != BEL_MATCH_NONE)
    return false;
  unit->kind = BEL_RETOLD_NAME;
  return true;
}

static bool
differ_by_word (const BelRetell *r, BelRetellUnit *unit)
{
  uint32_t ds = r->s.prop->document, dl = r->l.prop->document;
  BelPos pos = r->s.document->tokens.pos[unit->s];
  float opposes = bel_word_opposes (r->finder, ds, unit->s, dl, unit->l);
  BelWordMatch match = bel_words_compare (r->finder, bel_finder_lemma (r->finder, ds, unit->s),
                                          bel_finder_lemma (r->finder, dl, unit->l), pos);
  bool contrary = match.relation == BEL_WORD_EXCLUSIVE || match.relation == BEL_WORD_OPPOSITE;
  float trust = MAX (opposes, contrary ? match.trust : 0);
  if (trust >= MIN_CONTRARY) {
    unit->kind = BEL_RETOLD_OPPOSITE;
    unit->trust = trust;
    return true;
  }
  unit->kind = BEL_RETOLD_NOTHING;
  return match.relation == BEL_WORD_SYNONYM || match.relation == BEL_WORD_NARROWER || match.relation == BEL_WORD_WIDER;
}

static bool
is_place (const BelRetell *r, const BelRetellSide *side, uint32_t t)
{
  return side->document->tokens.pos[t] != BEL_POS_ADJ && bel_place_at (r->finder, side->prop->document, t) != BEL_NONE;
}

/* Whether it is known how the two stand to each other. */
static bool
compare (const BelRetell *r, BelRetellUnit *unit)
{
  unit->trust = 1;
  if (differ_by_time (r, unit) || differ_by_number (r, unit))
    return true;
  if (is_place (r, &r->s, unit->s) || is_place (r, &r->l, unit->l))
    return differ_by_place (r, unit);
  bool name = r->s.document->tokens.pos[unit->s] == BEL_POS_PROPN;
  return name ? differ_by_name (r, unit) : differ_by_word (r, unit);
}

/* -- all ------------------------------------------------------------------------------------------------------ */

/* Whether @t is but a part of what its head names: "Group Captain Ryland", "Sydney, New South Wales". */
static bool
is_part (const BelDocument *document, uint32_t t)
{
  switch (bel_dep_base (document->tokens.dep[t])) {
  case BEL_DEP_FLAT:
  case BEL_DEP_COMPOUND:
  case BEL_DEP_NUMMOD:
  case BEL_DEP_AMOD:
    return true;
  case BEL_DEP_APPOS:
  case BEL_DEP_NMOD:
  case BEL_DEP_OBL:
  case BEL_DEP_CONJ:
    return document->tokens.pos[t] == BEL_POS_PROPN && document->tokens.pos[document->tokens.head[t]] == BEL_POS_PROPN;
  default:
    return false;
  }
}

/* The word of what is lost that the rest of it hangs on. */
static uint32_t
unit_head (const BelRetell *r, uint32_t t)
{
  uint32_t head = r->s.document->tokens.head[t];
  while (head != BEL_NONE && bel_retell_is_lost (&r->s, head) && is_part (r->s.document, t)) {
    t = head;
    head = r->s.document->tokens.head[t];
  }
  return t;
}

/* "Ana Ruiz" here, "the mother of two" there: of one situation they may be one. */
static bool
may_be_one (const BelRetell *r, const BelRetellUnit *unit)
{
  if (!r->finder->options.same_situation || r->n_matched < MIN_BOUNDS
      || bel_dep_base (r->s.document->tokens.dep[unit->s]) != BEL_DEP_NSUBJ)
    return false;
  uint32_t clause = r->s.document->tokens.head[unit->s], like = like_of (&r->s, clause);
  uint32_t subject = like == BEL_NONE ? BEL_NONE : bel_child_base (r->l.document, like, BEL_DEP_NSUBJ);
  return subject != BEL_NONE && r->l.document->tokens.pos[subject] != BEL_POS_PROPN;
}

bool
bel_retell_one_unit (BelRetell *r, BelRetellUnit *out)
{
  BelRetellUnit unit;
  *out = (BelRetellUnit){ .kind = BEL_RETOLD_NOTHING };
  for (uint32_t t = r->s.first; t < r->s.past; t++) {
    if (!bel_retell_is_lost (&r->s, t) || unit_head (r, t) != t)
      continue;
    unit = (BelRetellUnit){ .s = t, .l = in_place_of (r, t) };
    if (may_be_one (r, &unit))
      continue;
    if (unit.l == BEL_NONE || !compare (r, &unit))
      return false;
    if (unit.kind != BEL_RETOLD_NOTHING && out->kind != BEL_RETOLD_NOTHING)
      return false;
    if (unit.kind != BEL_RETOLD_NOTHING)
      *out = unit;
  }
  return true;
}
