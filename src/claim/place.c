/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Places: names that the recognizer takes for one, looked up with what follows them ("Paris, Texas"). */
#include "claim/place.h"

#include "claim/extract.h"

BelPlacesRelation
bel_places_relate (const BelGazetteer *gazetteer, const BelDocument *document_a, const BelPlace *a,
                   const BelDocument *document_b, const BelPlace *b)
{
  const char *left = bel_symbols_text (document_a->symbols, a->key),
             *right = bel_symbols_text (document_b->symbols, b->key);
  if (strcmp (left, right) == 0)
    return BEL_PLACES_SAME;
  if (a->place == BEL_NONE || b->place == BEL_NONE)
    return BEL_PLACES_UNKNOWN;
  if (a->place == b->place)
    return BEL_PLACES_SAME;
  return bel_gazetteer_relate (gazetteer, left, strlen (left), right, strlen (right));
}

static uint32_t
name_end (const BelTokens *tokens, uint32_t t)
{
  uint32_t last = t;
  while (last + 1 < tokens->n && tokens->name[last + 1] == tokens->name[t] && !tokens->name_first[last + 1]
         && tokens->sentence[last + 1] == tokens->sentence[t])
    last++;
  return last;
}

static BelSym
key_of (BelDocument *document, BelSpan span)
{
  BelSym key = bel_symbols_intern_lower (document->symbols, bel_document_text (document, span), bel_span_length (span));
  const char *text = bel_symbols_text (document->symbols, key);
  return g_str_has_prefix (text, "the ") ? bel_symbols_intern_str (document->symbols, text + 4) : key;
}

static uint32_t
row_of (const BelClaimContext *context, const BelDocument *document, BelSym key)
{
  const char *text = bel_symbols_text (document->symbols, key);
  return bel_gazetteer_place (context->gazetteer, text, strlen (text));
}

/* Countries and areas have many names and one key. */
static void
make_canonical (const BelClaimContext *context, BelDocument *document, BelPlace *place)
{
  if (place->place == BEL_NONE)
    return;
  BelPlaceKind kind = bel_gazetteer_kind (context->gazetteer, place->place);
  if (kind != BEL_PLACE_COUNTRY && kind != BEL_PLACE_AREA && kind != BEL_PLACE_DIVISION)
    return;
  const char *name = bel_gazetteer_name (context->gazetteer, place->place);
  place->key = bel_symbols_intern_lower (document->symbols, name, strlen (name));
}

/* "Paris, Texas": of several places of a name, the one that lies in what follows the comma. */
static void
narrow (const BelClaimContext *context, BelDocument *document, BelPlace *place)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t next = place->last + 2;
  if (next >= tokens->n || tokens->sentence[next] != tokens->sentence[place->first]
      || !bel_token_form_is (document, place->last + 1, ",") || tokens->name[next] != BEL_NAME_PLACE)
    return;
  uint32_t last = name_end (tokens, next);
  uint32_t whole
      = row_of (context, document, key_of (document, BEL_SPAN (tokens->span[next].start, tokens->span[last].end)));
  const BelGazetteerName *names = NULL;
  const char *text = bel_symbols_text (document->symbols, place->key);
  uint32_t n = whole == BEL_NONE ? 0 : bel_gazetteer_find (context->gazetteer, text, strlen (text), &names);
  for (uint32_t i = 0; i < n; i++)
    if (names[i].use == BEL_GAZETTEER_PLACE && names[i].row != whole
        && bel_gazetteer_in (context->gazetteer, names[i].row, whole)) {
      place->place = names[i].row;
      return;
    }
}

static bool
is_in_time (const BelClaims *claims, uint32_t t)
{
  for (uint32_t i = 0; i < claims->times.n && claims->times.items[i].first <= t; i++)
    if (t <= claims->times.items[i].last)
      return true;
  return false;
}

/* "met on Tuesday in Bergen": a place is no part of a day; it is told of what happened then. */
static bool
hang_on_event (BelClaims *claims, const BelPlace *place)
{
  BelTokens *tokens = &claims->document->tokens;
  uint32_t head = place->first;
  while (tokens->head[head] != BEL_NONE && tokens->head[head] >= place->first && tokens->head[head] <= place->last)
    head = tokens->head[head];
  uint32_t day = tokens->head[head], event = day == BEL_NONE ? BEL_NONE : tokens->head[day];
  if (event == BEL_NONE || tokens->dep[head] != BEL_DEP_NMOD || bel_dep_base (tokens->dep[day]) != BEL_DEP_OBL
      || tokens->pos[event] != BEL_POS_VERB || bel_child (claims->document, head, BEL_DEP_CASE) == BEL_NONE
      || !is_in_time (claims, day))
    return false;
  tokens->head[head] = event;
  tokens->dep[head] = BEL_DEP_OBL;
  return true;
}

void
bel_places_find (const BelClaimContext *context, BelClaims *claims)
{
  BelDocument *document = claims->document;
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (tokens->name[t] != BEL_NAME_PLACE || !tokens->name_first[t])
      continue;
    uint32_t last = name_end (tokens, t);
    BelPlace *place = bel_vec_add (document->arena, &claims->places);
    *place = (BelPlace){
      .span = BEL_SPAN (tokens->span[t].start, tokens->span[last].end), .first = t, .last = last, .entity = BEL_NONE
    };
    place->key = key_of (document, place->span);
    place->place = row_of (context, document, place->key);
    narrow (context, document, place);
    make_canonical (context, document, place);
    t = last;
  }
  bool moved = false;
  for (uint32_t i = 0; i < claims->places.n; i++)
    moved |= hang_on_event (claims, &claims->places.items[i]);
  if (moved)
    bel_document_index_children (document);
}
