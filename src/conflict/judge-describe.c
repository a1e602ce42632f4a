/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two sentences of a draft that name one thing in like words, and give it another number, day or place: "the party's annual
 * gala Thursday", "the annual gala Monday". What each of them says of the thing does not matter. */
#include "conflict/judge.h"

#include "claim/place.h"
#include "conflict/describe.h"
#include "conflict/value.h"

/* By the words in common of the two phrases, without their head: one, two, three and more. */
static const float TRUSTS[] = { 0.7f, 0.82f, 0.9f };
/* Different values of one kind by such nouns in one draft from which on they are a row. */
#define MANY_VALUES 3
/* So many nouns of a kind may be one and the same. */
#define FEW_HEADS 3

typedef enum { BY_NUMBER, BY_TIME, BY_PLACE } Slot;

static uint32_t
slot_of (const BelDescription *d, Slot slot)
{
  return slot == BY_NUMBER ? d->quantity : slot == BY_TIME ? d->time : d->place;
}

static bool
disjoint (const BelEvidence *e, Slot slot, uint32_t a, uint32_t b)
{
  const BelClaims *claims = e->finder->sources[e->a->document];
  if (slot == BY_NUMBER)
    return bel_quantities_compare (e->finder, e->a->document, a, e->b->document, b) == BEL_VALUES_DISJOINT
           && !bel_quantities_add_up (e->finder, e->a->document, e->a->sentence, a, e->b->document, e->b->sentence, b);
  if (slot == BY_TIME)
    return bel_times_compare (e->finder, e->a->document, a, e->b->document, b) == BEL_VALUES_DISJOINT;
  return bel_places_relate (e->finder->options.gazetteer, claims->document, &claims->places.items[a], claims->document,
                            &claims->places.items[b])
         == BEL_PLACES_DISJOINT;
}

/* How many values that exclude @value stand by nouns like @d's in the draft: more than one are a row of rallies. */
static uint32_t
count_others (BelEvidence *e, const BelDescription *d, Slot slot)
{
  uint32_t n = 0, seen[MANY_VALUES];
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  for (uint32_t t = 0; t < document->tokens.n && n < MANY_VALUES; t++) {
    BelProp prop = { .document = e->a->document, .sentence = document->tokens.sentence[t] };
    BelDescription there;
    if (bel_finder_lemma (e->finder, e->a->document, t) != bel_finder_lemma (e->finder, e->a->document, d->head)
        || !bel_description_read (e->finder, &prop, t, &there) || slot_of (&there, slot) == BEL_NONE)
      continue;
    bool other = true;
    for (uint32_t i = 0; other && i < n; i++)
      other = disjoint (e, slot, slot_of (&there, slot), seen[i]);
    if (other)
      seen[n++] = slot_of (&there, slot);
  }
  return n;
}

static uint32_t
count_heads (BelEvidence *e, uint32_t head)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  BelSym lemma = bel_finder_lemma (e->finder, e->a->document, head);
  uint32_t n = 0;
  for (uint32_t t = 0; t < document->tokens.n; t++)
    n += bel_finder_lemma (e->finder, e->a->document, t) == lemma;
  return n;
}

/* Shares and places in a row are told of many things in like words. */
static bool
suits_number (const BelEvidence *e, uint32_t quantity)
{
  static const char *const KINDS[] = { "ordinal", "percent", "fraction", "score", "age" };
  const BelClaims *claims = e->finder->sources[e->a->document];
  const BelQuantity *q = &claims->quantities.items[quantity];
  for (size_t i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (bel_symbols_text (claims->document->symbols, q->kind), KINDS[i]))
      return false;
  return !q->vague;
}

/* A day, not a year: of a year's cups and budgets there is one each. */
static bool
suits_time (const BelEvidence *e, uint32_t index)
{
  const BelTime *time = &e->finder->sources[e->a->document]->times.items[index];
  return !time->recurring && !time->duration && (time->weekday >= 0 || (time->month > 0 && time->day > 0));
}

/* "the Royal Hospital in Leeds" stands in one town; flights to Leeds and polls in Leeds are many. */
static bool
suits_place (const BelEvidence *e, const BelDescription *d)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  const BelPlace *place = &e->finder->sources[e->a->document]->places.items[d->place];
  BelNameType type = document->tokens.name[d->head];
  uint32_t before = place->first > 0 ? place->first - 1 : 0;
  return document->tokens.pos[d->head] == BEL_POS_PROPN && type != BEL_NAME_PLACE && type != BEL_NAME_PERSON
         && (bel_token_form_is (document, before, "in") || bel_token_form_is (document, before, "at")
             || bel_token_form_is (document, before, "near"));
}

/* "a gala Thursday" names one of a day by itself; "galas" are several, and a number of them tells how many. */
static bool
suits (const BelEvidence *e, const BelDescription *d, Slot slot)
{
  uint32_t value = slot_of (d, slot);
  if (d->apart || value == BEL_NONE || (slot != BY_NUMBER && d->many))
    return false;
  return slot == BY_NUMBER ? suits_number (e, value) : slot == BY_TIME ? suits_time (e, value) : suits_place (e, d);
}

/* One word in common does only where nothing else is said of either, and the draft speaks of hardly another of its kind. */
static bool
is_one_thing (BelEvidence *e, const BelDescription *a, const BelDescription *b, Slot slot)
{
  uint32_t lost_a, lost_b, shared = bel_descriptions_share (a, b, &lost_a, &lost_b);
  if (shared == 0 || (lost_a && lost_b))
    return false;
  if (slot != BY_NUMBER || shared > 1)
    return true;
  return !lost_a && !lost_b && a->many == b->many && a->counted && b->counted && count_heads (e, a->head) <= FEW_HEADS;
}

static float
compare (BelEvidence *e, const BelDescription *a, const BelDescription *b, Slot slot)
{
  uint32_t lost_a, lost_b, shared = bel_descriptions_share (a, b, &lost_a, &lost_b);
  if (!suits (e, a, slot) || !suits (e, b, slot) || !is_one_thing (e, a, b, slot)
      || !disjoint (e, slot, slot_of (a, slot), slot_of (b, slot)) || count_others (e, a, slot) >= MANY_VALUES)
    return 0;
  return TRUSTS[MIN (shared, G_N_ELEMENTS (TRUSTS)) - 1];
}

static float
described (BelEvidence *e, Slot slot)
{
  float best = 0;
  if (e->finder->options.same_situation || e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE
      || e->a->document != e->b->document || e->a->sentence >= e->b->sentence)
    return 0;
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  const BelSentence *a = &document->sentences.items[e->a->sentence], *b = &document->sentences.items[e->b->sentence];
  for (uint32_t ta = a->first_token; ta < a->first_token + a->n_tokens; ta++) {
    BelDescription in_a, in_b;
    if (!bel_description_read (e->finder, e->a, ta, &in_a) || !suits (e, &in_a, slot))
      continue;
    for (uint32_t tb = b->first_token; tb < b->first_token + b->n_tokens; tb++) {
      if (bel_finder_lemma (e->finder, e->a->document, ta) != bel_finder_lemma (e->finder, e->b->document, tb)
          || !bel_description_read (e->finder, e->b, tb, &in_b))
        continue;
      float trust = compare (e, &in_a, &in_b, slot);
      if (trust > best) {
        best = trust;
        e->token_a = ta;
        e->token_b = tb;
      }
    }
  }
  return best;
}

float
bel_judge_described_number (BelEvidence *e)
{
  return described (e, BY_NUMBER);
}

float
bel_judge_described_time (BelEvidence *e)
{
  return described (e, BY_TIME);
}

float
bel_judge_described_place (BelEvidence *e)
{
  return described (e, BY_PLACE);
}
