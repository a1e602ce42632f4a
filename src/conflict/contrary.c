/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/contrary.h"

#include "conflict/prop.h"
#include "conflict/words.h"

#include <string.h>

#define ROOM 4
#define TRUST_RULE 0.95f
#define TRUST_WORDNET 0.85f
#define TRUST_PREFIX 0.8f
/* What WordNet trusts less than this, antonyms of a synonym, is not taken. */
#define MIN_WORDNET 0.8f
/* Arcs between a participant and its predicate where no claim tells its role. */
#define NEAR 2
/* Shortest word that may be left of another without its negating prefix. */
#define MIN_STEM 4

/* -- words ------------------------------------------------------------------------------------------------ */

static bool
on_one_scale (const BelPredicate *a, const BelPredicate *b)
{
  return a->scale != BEL_NONE && a->scale == b->scale && a->sign * b->sign < 0;
}

static bool
opposed_predicates (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb)
{
  BelPredicateMatch in_a[ROOM], in_b[ROOM];
  const BelProgram *program = finder->program;
  uint32_t n_a = bel_predicates_at (program, bel_finder_document (finder, doc_a), ta, in_a, ROOM);
  uint32_t n_b = n_a ? bel_predicates_at (program, bel_finder_document (finder, doc_b), tb, in_b, ROOM) : 0;
  for (uint32_t i = 0; i < n_a; i++)
    for (uint32_t j = 0; j < n_b; j++) {
      uint32_t p = in_a[i].predicate, q = in_b[j].predicate;
      if (p == q)
        return false;
      uint32_t n_roles = 0; /* with a role map they are not said of one and the same: "killed" and "survived" */
      BelRoleMap roles[8];
      bool opposite = bel_predicate_opposite (program, p, q, roles, G_N_ELEMENTS (roles), &n_roles) && n_roles == 0;
      if (opposite || on_one_scale (bel_program_predicate (program, p), bel_program_predicate (program, q)))
        return true;
    }
  return false;
}

/* What is left of @word without a negating prefix; NULL without one. */
static const char *
without_prefix (const char *word)
{
  static const char *const PREFIXES[] = { "un", "in", "im", "ir", "il", "dis", "non", NULL };
  for (int i = 0; PREFIXES[i]; i++) {
    size_t n = strlen (PREFIXES[i]);
    if (g_str_has_prefix (word, PREFIXES[i]) && strlen (word) >= n + MIN_STEM)
      return word[n] == '-' ? word + n + 1 : word + n;
  }
  return NULL;
}

static BelWnPos
wordnet_pos (BelPos pos)
{
  return pos == BEL_POS_VERB  ? BEL_WN_VERB
         : pos == BEL_POS_ADJ ? BEL_WN_ADJECTIVE
         : pos == BEL_POS_ADV ? BEL_WN_ADVERB
                              : BEL_WN_NOUN;
}

/* Whether @stem is @word, or made of it: "able" and "ability". */
static bool
is_form_of (const BelFinder *finder, const char *stem, BelPos pos, const char *word, BelPos of)
{
  if (g_str_equal (stem, word))
    return true;
  BelWord a = bel_wordnet_word_str (finder->wordnet, stem), b = bel_wordnet_word_str (finder->wordnet, word);
  return a != BEL_NONE && b != BEL_NONE && wordnet_pos (pos) != wordnet_pos (of)
         && bel_wordnet_derived (finder->wordnet, a, wordnet_pos (pos), b, wordnet_pos (of), 2);
}

/* "unsatisfied" and "satisfied", "satisfaction". */
static bool
opposed_by_prefix (const BelFinder *finder, const char *a, BelPos pos_a, const char *b, BelPos pos_b)
{
  const char *stem_a = without_prefix (a), *stem_b = without_prefix (b);
  return (stem_a && is_form_of (finder, stem_a, pos_a, b, pos_b))
         || (stem_b && is_form_of (finder, stem_b, pos_b, a, pos_a));
}

float
bel_word_opposes (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb)
{
  const BelDocument *a = bel_finder_document (finder, doc_a), *b = bel_finder_document (finder, doc_b);
  BelPos pos_a = a->tokens.pos[ta], pos_b = b->tokens.pos[tb];
  BelSym lemma_a = bel_finder_lemma (finder, doc_a, ta), lemma_b = bel_finder_lemma (finder, doc_b, tb);
  if (lemma_a == lemma_b || pos_a == BEL_POS_PROPN || pos_b == BEL_POS_PROPN)
    return 0;
  if (opposed_predicates (finder, doc_a, ta, doc_b, tb))
    return TRUST_RULE;
  if (wordnet_pos (pos_a) == wordnet_pos (pos_b)) {
    BelWordMatch match = bel_words_compare (finder, lemma_a, lemma_b, pos_b);
    if (match.relation == BEL_WORD_OPPOSITE && match.trust >= MIN_WORDNET)
      return match.set && g_str_equal (match.set, "wordnet") ? TRUST_WORDNET : TRUST_RULE;
  }
  const char *text_a = bel_finder_text (finder, lemma_a), *text_b = bel_finder_text (finder, lemma_b);
  return opposed_by_prefix (finder, text_a, pos_a, text_b, pos_b) ? TRUST_PREFIX : 0;
}

/* -- participants ------------------------------------------------------------------------------------------- */

/* The filler of @prop that @token is in, the nearest where one is in another. */
static const BelRoleFill *
fill_with (const BelFinder *finder, const BelProp *prop, uint32_t token)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  const BelRoleFill *best = NULL;
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    const BelRoleFill *fill = &prop->fills[i];
    if (bel_dominates (document, fill->head, token) && (!best || bel_dominates (document, best->head, fill->head)))
      best = fill;
  }
  return best;
}

static bool
is_near (const BelDocument *document, uint32_t s, uint32_t t)
{
  uint32_t up_s = s;
  for (uint32_t i = 0; i <= NEAR && up_s != BEL_NONE; i++, up_s = document->tokens.head[up_s]) {
    uint32_t up_t = t;
    for (uint32_t j = 0; i + j <= NEAR && up_t != BEL_NONE; j++, up_t = document->tokens.head[up_t])
      if (up_s == up_t)
        return true;
  }
  return false;
}

typedef struct {
  BelFinder *finder;
  const BelProp *a; /* the claim at the word of the text, or NULL */
  uint32_t document_a, document_b;
  uint32_t ta;
  const BelSupport *support;
} Place;

/* "a man", "two dogs", "somebody": a participant of whom nothing tells which one it is. */
static bool
brings_in (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    if (dep == BEL_DEP_NUMMOD
        || (dep == BEL_DEP_DET && bel_token_feat (document, c, BEL_FEAT_DEFINITE) != BEL_DEFINITE_DEF))
      return true;
  }
  return document->tokens.pos[t] == BEL_POS_PRON;
}

static void
add_participant (const Place *place, uint32_t token, BelSym role, bool subject, BelStanding *out)
{
  uint32_t found = bel_support_found (place->support, token);
  const BelDocument *document = bel_finder_document (place->finder, place->document_a);
  if (found == BEL_NONE) {
    out->n_lost++;
    return;
  }
  const BelRoleFill *fill = place->a ? fill_with (place->finder, place->a, found) : NULL;
  bool aside = fill && (fill->kind == BEL_ROLE_TIME || fill->kind == BEL_ROLE_PLACE || fill->kind == BEL_ROLE_QUANTITY);
  if (fill && role != BEL_NONE && fill->role != role && !aside) {
    out->n_other++;
    return;
  }
  if (!fill && !is_near (document, found, place->ta)) {
    out->n_far++;
    return;
  }
  out->n_same++;
  bool one_thing
      = !brings_in (document, found) && !brings_in (bel_finder_document (place->finder, place->document_b), token);
  out->subject = out->subject || (subject && one_thing);
}

BelStanding
bel_participants_stand (BelFinder *finder, const BelProp *a, uint32_t ta, const BelProp *b, uint32_t tb,
                        const BelSupport *support)
{
  BelStanding out = { 0 };
  Place place = { finder, bel_prop_at (finder, a->document, ta), a->document, b->document, ta, support };
  const BelProp *claim = bel_prop_at (finder, b->document, tb);
  const BelDocument *document = bel_finder_document (finder, b->document);
  BelSym subject = bel_symbols_intern_str (finder->symbols, "subject");
  for (uint32_t i = 0; claim && i < claim->n_fills; i++)
    if (claim->fills[i].core && claim->fills[i].head != tb)
      add_participant (&place, claim->fills[i].head, claim->fills[i].role, claim->fills[i].role == subject, &out);
  if (claim)
    return out;
  for (BEL_EACH_CHILD (document, tb, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    bool nominal = dep == BEL_DEP_NMOD || dep == BEL_DEP_COMPOUND;
    if (dep == BEL_DEP_NSUBJ || dep == BEL_DEP_OBJ || nominal)
      add_participant (&place, c, BEL_NONE, dep == BEL_DEP_NSUBJ || nominal, &out);
  }
  return out;
}
