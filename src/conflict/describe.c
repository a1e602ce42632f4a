/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/describe.h"

#include "conflict/value.h"
#include "conflict/wording.h"

#include <string.h>

/* Arcs below the noun that are read. */
#define DEPTH 3
/* Tokens between a noun and a day that belongs to it though it hangs elsewhere: "the gala there Thursday". */
#define NEAR 1u

typedef struct {
  BelFinder *finder;
  const BelProp *prop;
  const BelDocument *document;
  BelDescription *out;
} Reader;

/* -- values ------------------------------------------------------------------------------------------------ */

/* Keeps the one value of its kind; a second one that is not it leaves none. */
static void
keep (uint32_t *slot, uint32_t index, bool *several)
{
  if (index == BEL_NONE || index == *slot)
    return;
  *several |= *slot != BEL_NONE;
  *slot = index;
}

typedef struct {
  bool quantities, times, places;
} Several;

static bool
read_value (const Reader *r, uint32_t t, Several *several)
{
  uint32_t document = r->prop->document, quantity = bel_quantity_at (r->finder, document, t),
           time = bel_time_at (r->finder, document, t), place = bel_place_at (r->finder, document, t);
  const BelClaims *claims = r->finder->sources[document];
  bool ordinal
      = quantity != BEL_NONE
        && g_str_equal (bel_symbols_text (r->document->symbols, claims->quantities.items[quantity].kind), "ordinal");
  if (ordinal) /* tells which one is meant */
    return false;
  if (time != BEL_NONE)
    keep (&r->out->time, time, &several->times);
  else if (quantity != BEL_NONE)
    keep (&r->out->quantity, quantity, &several->quantities);
  else if (place != BEL_NONE && bel_child_base (r->document, t, BEL_DEP_CASE) != BEL_NONE)
    keep (&r->out->place, place, &several->places);
  else
    return false;
  return true;
}

/* -- words --------------------------------------------------------------------------------------------------- */

static bool
describes (const BelDocument *document, uint32_t t)
{
  switch (bel_dep_base (document->tokens.dep[t])) {
  case BEL_DEP_AMOD:
  case BEL_DEP_COMPOUND:
  case BEL_DEP_NMOD:
  case BEL_DEP_NUMMOD:
  case BEL_DEP_FLAT:
  case BEL_DEP_OBL:
  case BEL_DEP_ADVMOD:
    return true;
  case BEL_DEP_ACL:
    return true;
  default:
    return false;
  }
}

/* "voucher by the airline" is no other voucher than "voucher"; "wage of drivers", "talks with Iran" are not just any. */
static bool
is_loose (const BelDocument *document, uint32_t t)
{
  BelDep dep = bel_dep_base (document->tokens.dep[t]);
  uint32_t by = bel_child_base (document, t, BEL_DEP_CASE);
  if (document->tokens.pos[t] == BEL_POS_PROPN)
    return false;
  return dep == BEL_DEP_ACL || dep == BEL_DEP_OBL || dep == BEL_DEP_OBJ || dep == BEL_DEP_ADVMOD
         || (dep == BEL_DEP_NMOD && by != BEL_NONE && !bel_token_form_is (document, by, "of")
             && !bel_token_form_is (document, by, "for") && document->tokens.dep[t] != BEL_DEP_NMOD_POSS);
}

static void
read_word (const Reader *r, uint32_t t, Several *several, int depth, bool loose)
{
  loose |= is_loose (r->document, t);
  BelDescription *out = r->out;
  const BelLexicon *cues = r->finder->program ? bel_program_lexicon (r->finder->program, "contrast-cue") : NULL;
  const BelEntry *cue = cues ? bel_lexicon_word (cues, r->document, t) : NULL;
  out->apart |= cue && bel_entry_boolean (cue, bel_lexicon_field (cues, "strong"));
  if ((loose || !read_value (r, t, several)) && bel_token_is_content (r->document, t) && out->n < BEL_MAX_DESCRIBED) {
    out->tokens[out->n] = t;
    out->loose[out->n] = loose;
    out->words[out->n++] = bel_finder_lemma (r->finder, r->prop->document, t);
  }
  for (BEL_EACH_CHILD (r->document, t, c))
    if (depth < DEPTH && (describes (r->document, c) || bel_dep_base (r->document->tokens.dep[c]) == BEL_DEP_OBJ))
      read_word (r, c, several, depth + 1, loose);
}

/* "a rally Friday", "a Friday rally", where the day was given to the verb. */
static void
read_near_time (const Reader *r, Several *several)
{
  const BelSentence *sentence = &r->document->sentences.items[r->prop->sentence];
  uint32_t last = r->out->head, past = sentence->first_token + sentence->n_tokens;
  for (uint32_t i = 0; i < r->out->n; i++)
    last = MAX (last, r->out->tokens[i]);
  for (uint32_t t = r->out->head + 1; t <= last + NEAR && t < past; t++)
    keep (&r->out->time, bel_time_at (r->finder, r->prop->document, t), &several->times);
}

static bool
is_many (const BelDocument *document, uint32_t head)
{
  return bel_token_feat (document, head, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
}

bool
bel_description_read (BelFinder *finder, const BelProp *prop, uint32_t head, BelDescription *out)
{
  Reader r = { finder, prop, bel_finder_document (finder, prop->document), out };
  Several several = { 0 };
  BelPos pos = r.document->tokens.pos[head];
  const char *form = bel_symbols_text (r.document->symbols, r.document->tokens.lower[head]);
  *out = (BelDescription){ .head = head, .quantity = BEL_NONE, .time = BEL_NONE, .place = BEL_NONE };
  bool noun = (pos == BEL_POS_NOUN || pos == BEL_POS_PROPN) && !strpbrk (form, "=<>@#/");
  if (!noun || bel_time_at (finder, prop->document, head) != BEL_NONE)
    return false;
  for (BEL_EACH_CHILD (r.document, head, c))
    if (describes (r.document, c))
      read_word (&r, c, &several, 1, false);
  if (out->time == BEL_NONE)
    read_near_time (&r, &several);
  out->many = is_many (r.document, head);
  out->counted = out->quantity != BEL_NONE && !several.quantities
                 && finder->sources[prop->document]->quantities.items[out->quantity].last < head;
  out->quantity = several.quantities ? BEL_NONE : out->quantity;
  out->time = several.times ? BEL_NONE : out->time;
  out->place = several.places ? BEL_NONE : out->place;
  return true;
}

static bool
has (const BelDescription *in, BelSym word)
{
  for (uint32_t i = 0; i < in->n; i++)
    if (in->words[i] == word)
      return true;
  return false;
}

uint32_t
bel_descriptions_share (const BelDescription *a, const BelDescription *b, uint32_t *lost_a, uint32_t *lost_b)
{
  uint32_t shared = 0;
  *lost_a = *lost_b = 0;
  for (uint32_t i = 0; i < a->n; i++)
    if (has (b, a->words[i]))
      shared++;
    else
      *lost_a += !a->loose[i];
  for (uint32_t i = 0; i < b->n; i++)
    *lost_b += !b->loose[i] && !has (a, b->words[i]);
  return shared;
}
