/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A figure that a later one replaces, where the draft says so: "raised the toll to 12 from nine", "had reported nine at
 * first". The two numbers are no contradiction; but who still writes the old one elsewhere may want to know. */
#include "conflict/judge.h"

#include "conflict/likeness.h"
#include "conflict/mark.h"
#include "conflict/spot.h"
#include "conflict/value.h"

/* Tokens between a figure and the word that says that it is an old or a new one. */
#define CUE_REACH 6u
/* Surroundings less likely of one thing than this are not. */
#define LIKELY 0.5f
/* Trust in a sentence that names both figures, and in one that has the old one alone. */
#define TRUST_BOTH 1.0f
#define TRUST_CUE 0.8f

static const BelQuantity *
quantity (const BelEvidence *e, const BelProp *prop, uint32_t index)
{
  return &e->finder->sources[prop->document]->quantities.items[index];
}

static bool
has_side (const BelEvidence *e, const BelProp *prop, uint32_t from, uint32_t past, BelSide side)
{
  const BelSentence *sentence = &bel_finder_document (e->finder, prop->document)->sentences.items[prop->sentence];
  uint32_t end = MIN (past, sentence->first_token + sentence->n_tokens);
  for (uint32_t t = MAX (from, sentence->first_token); t < end; t++)
    if (bel_mark_side (e->finder, prop->document, t) == side)
      return true;
  return false;
}

/* Whether a word of @side stands by the figure. */
static bool
is_told_as (const BelEvidence *e, const BelProp *prop, uint32_t index, BelSide side)
{
  const BelQuantity *q = quantity (e, prop, index);
  return has_side (e, prop, MAX (q->first, CUE_REACH) - CUE_REACH, q->last + 1 + CUE_REACH, side);
}

static bool
stands_after (const BelEvidence *e, const BelProp *prop, uint32_t index, const char *word)
{
  uint32_t first = quantity (e, prop, index)->first;
  return first > 0 && bel_token_form_is (bel_finder_document (e->finder, prop->document), first - 1, word);
}

/* -- one sentence with both ------------------------------------------------------------------------------ */

/* Whether @prop's sentence speaks of a figure that was changed: it names a change, and what is counted is a tally. */
static bool
changes_a_tally (const BelEvidence *e, const BelProp *prop)
{
  const BelSentence *sentence = &bel_finder_document (e->finder, prop->document)->sentences.items[prop->sentence];
  uint32_t first = sentence->first_token, past = first + sentence->n_tokens;
  return has_side (e, prop, first, past, BEL_SIDE_CHANGE) && has_side (e, prop, first, past, BEL_SIDE_TALLY);
}

/* The figure of @prop's sentence that replaces @old there, which stands after "from": the one after "to", else the one
 * before. */
static uint32_t
replaced_by (const BelEvidence *e, const BelProp *prop, uint32_t old)
{
  BelValueList there = bel_quantities_in (e->finder, prop->document, prop->sentence);
  uint32_t best = BEL_NONE;
  if (!stands_after (e, prop, old, "from"))
    return BEL_NONE;
  for (uint32_t i = 0; i < there.n; i++) {
    if (bel_quantities_compare (e->finder, prop->document, old, prop->document, there.items[i]) != BEL_VALUES_DISJOINT)
      continue;
    if (stands_after (e, prop, there.items[i], "to"))
      return there.items[i];
    if (quantity (e, prop, there.items[i])->first < quantity (e, prop, old)->first)
      best = there.items[i];
  }
  return best;
}

/* @update's sentence says that the figure @index of @prop was replaced. Returns: by which, or BEL_NONE. */
static uint32_t
replaced_in (const BelEvidence *e, const BelProp *prop, uint32_t index, const BelProp *update)
{
  BelValueList there = bel_quantities_in (e->finder, update->document, update->sentence);
  for (uint32_t i = 0; i < there.n; i++) {
    if (bel_quantities_compare (e->finder, prop->document, index, update->document, there.items[i]) != BEL_VALUES_EQUAL)
      continue;
    uint32_t by = replaced_by (e, update, there.items[i]);
    if (by != BEL_NONE)
      return by;
  }
  return BEL_NONE;
}

/* -- two sentences with one each ------------------------------------------------------------------------- */

/* "Nine people had been reported dead at first": of the same thing as the other sentence, with another figure. */
static bool
is_corrected (BelEvidence *e, const BelProp *old, uint32_t qo, const BelProp *new, uint32_t qn)
{
  if (bel_quantities_compare (e->finder, old->document, qo, new->document, qn) != BEL_VALUES_DISJOINT)
    return false;
  bool told_old = is_told_as (e, old, qo, BEL_SIDE_OLD) && !is_told_as (e, new, qn, BEL_SIDE_OLD);
  bool told_new = is_told_as (e, new, qn, BEL_SIDE_NEW) && !is_told_as (e, old, qo, BEL_SIDE_NEW);
  if (!told_old && !told_new)
    return false;
  BelSpot a = bel_number_spot (e->finder, old, qo), b = bel_number_spot (e->finder, new, qn);
  return bel_spots_resemble (e->finder, BEL_SPOT_NUMBER, &a, &b, LIKELY) >= LIKELY;
}

/* -- answers ----------------------------------------------------------------------------------------------- */

static bool
try_pair (BelEvidence *e, const BelProp *old, const BelProp *new, float *out_trust, uint32_t *out_old,
          uint32_t *out_new)
{
  BelValueList there = bel_quantities_in (e->finder, old->document, old->sentence);
  BelValueList here = bel_quantities_in (e->finder, new->document, new->sentence);
  bool changes = changes_a_tally (e, new);
  for (uint32_t i = 0; i < there.n; i++) {
    uint32_t by = changes ? replaced_in (e, old, there.items[i], new) : BEL_NONE;
    *out_trust = TRUST_BOTH;
    for (uint32_t j = 0; by == BEL_NONE && j < here.n; j++)
      if (is_corrected (e, old, there.items[i], new, here.items[j])) {
        by = here.items[j];
        *out_trust = TRUST_CUE;
      }
    if (by == BEL_NONE)
      continue;
    *out_old = quantity (e, old, there.items[i])->first;
    *out_new = quantity (e, new, by)->first;
    return true;
  }
  return false;
}

float
bel_judge_updated (BelEvidence *e)
{
  float trust;
  bool drafts = !e->finder->options.same_situation && e->a->document == e->b->document;
  if (!drafts || e->a->sentence == BEL_NONE || e->b->sentence == BEL_NONE || e->a->sentence == e->b->sentence)
    return 0;
  if (!try_pair (e, e->a, e->b, &trust, &e->token_a, &e->token_b)
      && !try_pair (e, e->b, e->a, &trust, &e->token_b, &e->token_a))
    return 0;
  return trust;
}
