/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/key.h"

#include "conflict/content.h"
#include "conflict/entail.h"
#include "conflict/name.h"
#include "conflict/prop.h"

#include <string.h>

/* Ancestors of a noun that get rows of their own, nearest first. */
#define MAX_ANCESTORS 24
/* Longest word compared by its spelling, bytes. */
#define MAX_SPELT 40

static void
add (BelFinder *finder, BelKeyRows *out, uint64_t space, uint64_t key, uint32_t item)
{
  bel_vec_push (finder->scratch, out, (BelKeyRow){ bel_map_mix (space, key), item });
}

/* -- participants --------------------------------------------------------------------------------- */

static void
add_noun_ancestors (BelFinder *finder, BelKeyRows *out, const char *word, uint32_t item)
{
  BelWord w = bel_wordnet_word_str (finder->wordnet, word);
  const BelSense *senses;
  if (w == BEL_NONE || !bel_wordnet_senses (finder->wordnet, w, BEL_WN_NOUN, &senses))
    return;
  BelSynset at = senses[0].synset;
  for (unsigned step = 0; step < MAX_ANCESTORS; step++) {
    const BelWord *members;
    uint32_t n = bel_wordnet_members (finder->wordnet, at, &members);
    for (uint32_t i = 0; i < n; i++) {
      const char *text = bel_wordnet_text (finder->wordnet, members[i]);
      add (finder, out, BEL_KEY_PARTICIPANT, bel_symbols_intern_str (finder->symbols, text), item);
    }
    const BelWnEdge *edges;
    if (!bel_wordnet_edges_of (finder->wordnet, at, BEL_WN_HYPERNYM, &edges))
      break;
    at = edges[0].target;
  }
}

static void
add_participant (BelFinder *finder, BelKeyRows *out, const BelProp *prop, const BelRoleFill *fill, bool similar,
                 uint32_t item)
{
  BelNoun noun = bel_phrase_best_mention (finder, bel_prop_noun (prop, fill));
  if (fill->entity != BEL_NONE)
    add (finder, out, BEL_KEY_PARTICIPANT + 100 + prop->document, fill->entity, item);
  const BelClaims *claims = finder->sources[prop->document];
  if (fill->entity != BEL_NONE && claims->entities.items[fill->entity].listed) {
    const char *main_name = bel_symbols_text (claims->document->symbols, claims->entities.items[fill->entity].key);
    add (finder, out, BEL_KEY_PARTICIPANT, bel_symbols_intern_str (finder->symbols, main_name), item);
  }
  BelName name;
  if (bel_phrase_named (finder, noun) && bel_name_of (finder, noun, &name)) {
    for (uint32_t i = 0; i < name.n; i++)
      add (finder, out, BEL_KEY_PARTICIPANT, bel_symbols_intern_str (finder->symbols, name.words[i]), item);
    return;
  }
  BelSym lemma = bel_finder_lemma (finder, prop->document, noun.head);
  add (finder, out, BEL_KEY_PARTICIPANT, lemma, item);
  if (similar && finder->options.same_situation && finder->wordnet)
    add_noun_ancestors (finder, out, bel_finder_text (finder, lemma), item);
}

static void
participants (BelFinder *finder, BelKeyRows *out, const BelProp *prop, bool similar, uint32_t item)
{
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (prop->fills[i].core || prop->n_fills == 1)
      add_participant (finder, out, prop, &prop->fills[i], similar, item);
}

/* -- predicates ------------------------------------------------------------------------------------- */

static void
predicates (BelFinder *finder, BelKeyRows *out, const BelProp *prop, bool similar, uint32_t item)
{
  add (finder, out, BEL_KEY_PREDICATE, prop->predicate, item);
  if (!similar || prop->rule == BEL_NONE)
    return;
  const BelPredicate *predicate = bel_program_predicate (finder->program, prop->rule);
  for (uint32_t i = 0; i < predicate->n_relations; i++) {
    const BelPredicate *target = bel_program_predicate (finder->program, predicate->relations[i].target);
    add (finder, out, BEL_KEY_PREDICATE, target->symbol, item);
  }
}

/* -- wording ------------------------------------------------------------------------------------------ */

static void
wording (BelFinder *finder, BelKeyRows *out, uint32_t item, BelKeyKind kind)
{
  const BelSym *words;
  uint32_t n = bel_contents_of (finder, item, &words);
  for (uint32_t i = 0; i < n; i++)
    add (finder, out, kind, words[i], item);
}

/* -- all ------------------------------------------------------------------------------------------------- */

static void
counted (BelFinder *finder, BelKeyRows *out, const BelProp *prop, uint32_t item)
{
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (prop->fills[i].quantity != BEL_NONE)
      add (finder, out, BEL_KEY_COUNTED, bel_finder_lemma (finder, prop->document, prop->fills[i].head), item);
}

static void
places (BelFinder *finder, BelKeyRows *out, const BelProp *prop, uint32_t item)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    const BelRoleFill *fill = &prop->fills[i];
    if (bel_fill_is_place (document, fill))
      add (finder, out, BEL_KEY_WHERE, bel_finder_lemma (finder, prop->document, fill->head), item);
  }
}

static void
entities (BelFinder *finder, BelKeyRows *out, const BelProp *prop, uint32_t item)
{
  if (prop->kind == BEL_PROP_ATTRIBUTE && prop->value != BEL_NONE && prop->first)
    add (finder, out, BEL_KEY_ENTITY, bel_map_mix (prop->value, prop->predicate), item);
}

/* The word with each of its letters left out: words one edit apart share one of these. */
static void
spellings (BelFinder *finder, BelKeyRows *out, const BelProp *prop, uint32_t item)
{
  if (prop->kind != BEL_PROP_ATTRIBUTE || prop->value == BEL_NONE || !prop->first)
    return;
  const char *word = bel_finder_text (finder, prop->value);
  size_t n = strlen (word);
  if (n > MAX_SPELT)
    return;
  char less[MAX_SPELT + 1];
  add (finder, out, BEL_KEY_NAME, g_str_hash (word), item);
  for (size_t skip = 0; skip < n; skip++) {
    memcpy (less, word, skip);
    memcpy (less + skip, word + skip + 1, n - skip);
    add (finder, out, BEL_KEY_NAME, g_str_hash (less), item);
  }
}

void
bel_keys_of (BelFinder *finder, BelKeyKind kind, bool similar, uint32_t item, BelKeyRows *out)
{
  const BelProp *prop = &finder->props.items[item];
  bool claim = prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_ANSWER;
  switch (kind) {
  case BEL_KEY_PARTICIPANT:
    if (claim)
      participants (finder, out, prop, similar, item);
    break;
  case BEL_KEY_PREDICATE:
    if (claim)
      predicates (finder, out, prop, similar, item);
    break;
  case BEL_KEY_COUNTED:
    if (claim)
      counted (finder, out, prop, item);
    else if (prop->kind == BEL_PROP_TALLY)
      add (finder, out, BEL_KEY_COUNTED, prop->predicate, item);
    break;
  case BEL_KEY_WORDING:
    if (prop->kind == BEL_PROP_SENTENCE)
      wording (finder, out, item, BEL_KEY_WORDING);
    break;
  case BEL_KEY_ENTITY:
    entities (finder, out, prop, item);
    break;
  case BEL_KEY_ANSWERED:
    if (prop->answer_to != BEL_NONE) {
      add (finder, out, BEL_KEY_ANSWERED, prop->answer_to, item);
      add (finder, out, BEL_KEY_ANSWERED, prop->answer_to, prop->answer_to);
    }
    break;
  case BEL_KEY_WHERE:
    if (claim)
      places (finder, out, prop, item);
    break;
  case BEL_KEY_ITSELF:
    add (finder, out, BEL_KEY_ITSELF, item, item);
    break;
  case BEL_KEY_NAME:
    spellings (finder, out, prop, item);
    break;
  case BEL_KEY_QUOTE:
    if (prop->kind == BEL_PROP_QUOTE)
      wording (finder, out, item, BEL_KEY_QUOTE);
    break;
  case BEL_N_KEY_KINDS:
    break;
  }
}

void
bel_keys_make (BelFinder *finder, BelKeyKind kind, bool similar, BelKeyRows *out)
{
  for (uint32_t i = 0; i < finder->props.n; i++)
    bel_keys_of (finder, kind, similar, i, out);
}
