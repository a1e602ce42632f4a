/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/phrase.h"

#include "conflict/mark.h"
#include "conflict/name.h"
#include "conflict/value.h"
#include "conflict/words.h"

#include <string.h>

/* How deep modifiers of modifiers are looked at. */
#define DEPTH 3
#define MAX_MODIFIERS 12

#define TRUST_NAME 0.95f
#define TRUST_COREFERENCE 0.97f
#define TRUST_METONYM 0.7f
#define TRUST_PRONOUN 0.6f
#define TRUST_DESCRIPTION 0.55f
#define TRUST_BESIDE 0.85f

static const BelMatch NO_MATCH = { .kind = BEL_MATCH_NONE, .token_a = BEL_NONE, .token_b = BEL_NONE };

static BelMatch
match_of (BelMatchKind kind, float trust)
{
  return (BelMatch){ .kind = kind, .trust = trust, .token_a = BEL_NONE, .token_b = BEL_NONE };
}

/* -- what kind of phrase ------------------------------------------------------------------------- */

bool
bel_phrase_negated (const BelFinder *finder, BelNoun noun)
{
  static const char *const NEGATIVE[] = { "no", "neither", "none", "zero", NULL };
  static const char *const NOBODY[] = { "nobody", "none", "nothing", "neither", "nowhere", NULL };
  if (noun.head == BEL_NONE)
    return false;
  const BelDocument *document = bel_finder_document (finder, noun.document);
  for (int i = 0; NOBODY[i]; i++)
    if (bel_token_form_is (document, noun.head, NOBODY[i]))
      return true;
  for (BEL_EACH_CHILD (document, noun.head, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    if (dep != BEL_DEP_DET && dep != BEL_DEP_NUMMOD && !(dep == BEL_DEP_ADVMOD && c < noun.head))
      continue;
    for (int i = 0; NEGATIVE[i]; i++)
      if (bel_token_form_is (document, c, NEGATIVE[i]))
        return true;
    if (c < noun.head && bel_token_form_is (document, c, "not"))
      return true;
  }
  return false;
}

bool
bel_phrase_universal (const BelFinder *finder, BelNoun noun)
{
  static const char *const ALL[] = { "all", "every", "each", NULL };
  static const char *const EVERYBODY[] = { "everybody", "everyone", "everything", "all", NULL };
  if (noun.head == BEL_NONE)
    return false;
  const BelDocument *document = bel_finder_document (finder, noun.document);
  for (int i = 0; EVERYBODY[i]; i++)
    if (bel_token_form_is (document, noun.head, EVERYBODY[i]))
      return true;
  for (BEL_EACH_CHILD (document, noun.head, c))
    if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_DET)
      for (int i = 0; ALL[i]; i++)
        if (bel_token_form_is (document, c, ALL[i]))
          return true;
  return false;
}

bool
bel_phrase_named (const BelFinder *finder, BelNoun noun)
{
  if (noun.head == BEL_NONE)
    return false;
  const BelClaims *claims = finder->sources[noun.document];
  if (noun.entity != BEL_NONE && claims->entities.items[noun.entity].named)
    return true;
  const BelTokens *tokens = &claims->document->tokens;
  return tokens->pos[noun.head] == BEL_POS_PROPN && tokens->name[noun.head] != BEL_NAME_NONE;
}

static bool
is_definite (const BelDocument *document, uint32_t head)
{
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep dep = document->tokens.dep[c];
    if (dep == BEL_DEP_NMOD_POSS)
      return true;
    if (bel_dep_base (dep) == BEL_DEP_DET
        && (bel_token_form_is (document, c, "the") || bel_token_form_is (document, c, "this")
            || bel_token_form_is (document, c, "that") || bel_token_form_is (document, c, "these")
            || bel_token_form_is (document, c, "those") || bel_token_form_is (document, c, "both")))
      return true;
  }
  return false;
}

bool
bel_phrase_indefinite (const BelFinder *finder, BelNoun noun)
{
  if (noun.head == BEL_NONE || bel_phrase_named (finder, noun))
    return false;
  const BelDocument *document = bel_finder_document (finder, noun.document);
  return document->tokens.pos[noun.head] != BEL_POS_PRON && !is_definite (document, noun.head);
}

static bool
is_organ_word (const BelFinder *finder, const BelDocument *document, uint32_t t)
{
  const BelLexicon *organs = finder->program ? bel_program_lexicon (finder->program, "entity-organ") : NULL;
  int state = organs ? bel_lexicon_field (organs, "state") : -1;
  const BelEntry *entry = state >= 0 ? bel_lexicon_word (organs, document, t) : NULL;
  return entry && bel_entry_boolean (entry, state);
}

bool
bel_phrase_is_organ (const BelFinder *finder, BelNoun noun)
{
  if (noun.head == BEL_NONE || bel_phrase_named (finder, noun))
    return false;
  const BelDocument *document = bel_finder_document (finder, noun.document);
  if (is_organ_word (finder, document, noun.head))
    return true;
  for (BEL_EACH_CHILD (document, noun.head, c))
    if (document->tokens.dep[c] == BEL_DEP_COMPOUND && is_organ_word (finder, document, c))
      return true;
  return false;
}

/* -- words of a phrase ---------------------------------------------------------------------------- */

/* The head with the compound words before it, when that is known as one word: "dining room". */
static BelSym
term_of (BelFinder *finder, uint32_t document, uint32_t head, bool *out_compound)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  uint32_t first = head;
  while (first > 0 && doc->tokens.head[first - 1] == head
         && bel_dep_base (doc->tokens.dep[first - 1]) == BEL_DEP_COMPOUND)
    first--;
  for (; first < head; first++) {
    g_autoptr (GString) text = g_string_new (NULL);
    for (uint32_t t = first; t <= head; t++)
      g_string_append_printf (text, "%s%s", t > first ? " " : "",
                              bel_finder_text (finder, bel_finder_lemma (finder, document, t)));
    if (bel_words_known (finder, text->str, BEL_POS_NOUN)) {
      *out_compound = first < head;
      return bel_symbols_intern (finder->symbols, text->str, text->len);
    }
  }
  *out_compound = false;
  return bel_finder_lemma (finder, document, head);
}

typedef struct {
  BelDep dep; /* base relation; AMOD stands for compounds and participles before the noun too */
  uint32_t token;
  uint32_t marker; /* preposition or BEL_NONE */
} Modifier;

/* Restricting modifiers of @head: adjectives, compounds, numbers, prepositional phrases, clauses. */
static uint32_t
modifiers_of (const BelDocument *document, BelNoun noun, bool skip_compounds, Modifier *out)
{
  uint32_t head = noun.head;
  uint32_t n = 0;
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    bool free_clause = document->tokens.dep[c] == BEL_DEP_ADVCL_RELCL; /* "that is why they came" */
    bool wanted = dep == BEL_DEP_AMOD || dep == BEL_DEP_NUMMOD || dep == BEL_DEP_NMOD || dep == BEL_DEP_ACL
                  || free_clause || (dep == BEL_DEP_COMPOUND && !skip_compounds);
    bool own = c == noun.without && c != 0;
    if (!wanted || own || n == MAX_MODIFIERS || bel_token_lemma_is (document, c, "other"))
      continue;
    uint32_t marker = bel_child (document, c, BEL_DEP_CASE);
    out[n++] = (Modifier){ dep == BEL_DEP_COMPOUND ? BEL_DEP_AMOD : dep, c, marker };
  }
  return n;
}

static BelMatch compare_nouns (BelFinder *finder, BelNoun a, BelNoun b, unsigned depth);

static BelMatchKind
kind_of_relation (BelWordRelation relation)
{
  switch (relation) {
  case BEL_WORD_SAME:
  case BEL_WORD_SYNONYM:
    return BEL_MATCH_SAME;
  case BEL_WORD_NARROWER:
    return BEL_MATCH_NARROWER;
  case BEL_WORD_WIDER:
    return BEL_MATCH_WIDER;
  case BEL_WORD_OPPOSITE:
  case BEL_WORD_EXCLUSIVE:
    return BEL_MATCH_EXCLUSIVE;
  case BEL_WORD_UNRELATED:
    break;
  }
  return BEL_MATCH_NONE;
}

static bool
same_marker (BelFinder *finder, uint32_t doc_a, const Modifier *a, uint32_t doc_b, const Modifier *b)
{
  if (a->marker == BEL_NONE || b->marker == BEL_NONE)
    return a->marker == b->marker;
  return bel_finder_lemma (finder, doc_a, a->marker) == bel_finder_lemma (finder, doc_b, b->marker);
}

static BelMatch
compare_words (BelFinder *finder, BelNoun a, BelNoun b)
{
  const BelDocument *document = bel_finder_document (finder, a.document);
  BelPos pos = document->tokens.pos[a.head];
  BelWordMatch words = bel_words_compare (finder, bel_finder_lemma (finder, a.document, a.head),
                                          bel_finder_lemma (finder, b.document, b.head), pos);
  BelMatch match = match_of (kind_of_relation (words.relation), words.trust);
  if (match.kind == BEL_MATCH_EXCLUSIVE) {
    match.token_a = a.head;
    match.token_b = b.head;
  }
  return match;
}

static BelMatch
compare_modifiers (BelFinder *finder, uint32_t doc_a, const Modifier *a, uint32_t doc_b, const Modifier *b,
                   unsigned depth)
{
  if (a->dep != b->dep)
    return NO_MATCH;
  BelNoun noun_a = { doc_a, a->token, BEL_NONE, BEL_NONE }, noun_b = { doc_b, b->token, BEL_NONE, BEL_NONE };
  if (a->dep == BEL_DEP_NMOD)
    return same_marker (finder, doc_a, a, doc_b, b) && depth < DEPTH ? compare_nouns (finder, noun_a, noun_b, depth + 1)
                                                                     : NO_MATCH;
  return compare_words (finder, noun_a, noun_b);
}

static bool
is_compound (const BelDocument *document, const Modifier *modifier)
{
  return bel_dep_base (document->tokens.dep[modifier->token]) == BEL_DEP_COMPOUND;
}

/* "the town of Sabra", "the town of Quella": a name in the same place, and no likeness; "the harbour gate", "the garden
 * gate". */
static bool
names_another (BelFinder *finder, uint32_t doc_a, const Modifier *a, uint32_t doc_b, const Modifier *b)
{
  if (is_compound (bel_finder_document (finder, doc_a), a) && is_compound (bel_finder_document (finder, doc_b), b))
    return true;
  return a->dep == BEL_DEP_NMOD && b->dep == BEL_DEP_NMOD && a->marker != BEL_NONE
         && same_marker (finder, doc_a, a, doc_b, b)
         && bel_finder_document (finder, doc_a)->tokens.pos[a->token] == BEL_POS_PROPN
         && bel_finder_document (finder, doc_b)->tokens.pos[b->token] == BEL_POS_PROPN;
}

/* Finds for each modifier of one phrase its like in the other. */
static BelMatch
align_modifiers (BelFinder *finder, BelNoun a, BelNoun b, bool skip_a, bool skip_b, unsigned depth)
{
  Modifier in_a[MAX_MODIFIERS], in_b[MAX_MODIFIERS];
  uint32_t n_a = modifiers_of (bel_finder_document (finder, a.document), a, skip_a, in_a);
  uint32_t n_b = modifiers_of (bel_finder_document (finder, b.document), b, skip_b, in_b);
  bool used[MAX_MODIFIERS] = { false };
  uint32_t only_b = 0, narrower = 0, wider = 0, n_used = 0;
  BelMatch result = match_of (BEL_MATCH_SAME, 1), exclusive = NO_MATCH;
  for (uint32_t j = 0; j < n_b; j++) {
    BelMatch best = NO_MATCH;
    uint32_t at = BEL_NONE;
    for (uint32_t i = 0; i < n_a; i++) {
      BelMatch match
          = used[i] ? NO_MATCH : compare_modifiers (finder, a.document, &in_a[i], b.document, &in_b[j], depth);
      if (match.kind == BEL_MATCH_EXCLUSIVE)
        exclusive = match;
      else if (match.kind != BEL_MATCH_NONE && match.kind != BEL_MATCH_OVERLAP && match.trust > best.trust) {
        best = match;
        at = i;
      }
    }
    only_b += at == BEL_NONE;
    for (uint32_t i = 0; at == BEL_NONE && i < n_a; i++)
      if (!used[i] && names_another (finder, a.document, &in_a[i], b.document, &in_b[j]))
        return exclusive.kind == BEL_MATCH_EXCLUSIVE ? exclusive : NO_MATCH;
    if (at == BEL_NONE)
      continue;
    used[at] = true;
    n_used++;
    narrower += best.kind == BEL_MATCH_NARROWER;
    wider += best.kind == BEL_MATCH_WIDER;
    result.trust *= best.trust;
  }
  if (exclusive.kind == BEL_MATCH_EXCLUSIVE)
    return exclusive;
  narrower += n_a - n_used;
  wider += only_b;
  result.kind = narrower && wider ? BEL_MATCH_OVERLAP
                : narrower        ? BEL_MATCH_NARROWER
                : wider           ? BEL_MATCH_WIDER
                                  : BEL_MATCH_SAME;
  return result;
}

static BelMatchKind
joined (BelMatchKind a, BelMatchKind b)
{
  if (a == b || b == BEL_MATCH_SAME)
    return a;
  if (a == BEL_MATCH_SAME)
    return b;
  return BEL_MATCH_OVERLAP;
}

/* "2 million euros" is money, and so is "any money". */
static BelMatch
compare_money (BelFinder *finder, BelNoun a, BelNoun b)
{
  const BelLexicon *nouns = finder->program ? bel_program_lexicon (finder->program, "money-noun") : NULL;
  uint32_t at = bel_quantity_at (finder, a.document, a.head);
  for (BEL_EACH_CHILD (bel_finder_document (finder, a.document), a.head, c))
    at = at == BEL_NONE && c < a.head ? bel_quantity_at (finder, a.document, c) : at;
  const BelQuantity *q = at == BEL_NONE ? NULL : &finder->sources[a.document]->quantities.items[at];
  bool amount
      = q && g_str_equal (bel_symbols_text (bel_finder_document (finder, a.document)->symbols, q->kind), "money");
  bool money = nouns && bel_lexicon_word (nouns, bel_finder_document (finder, b.document), b.head);
  return amount && money ? match_of (BEL_MATCH_NARROWER, 0.9f) : NO_MATCH;
}

/* Phrases without names, by head and modifiers. */
static BelMatch
compare_nouns (BelFinder *finder, BelNoun a, BelNoun b, unsigned depth)
{
  bool compound_a, compound_b;
  BelSym term_a = term_of (finder, a.document, a.head, &compound_a);
  BelSym term_b = term_of (finder, b.document, b.head, &compound_b);
  BelPos pos = bel_finder_document (finder, a.document)->tokens.pos[a.head];
  if (pos == BEL_POS_PROPN || pos == BEL_POS_PRON)
    pos = BEL_POS_NOUN;
  BelWordMatch words = bel_words_compare (finder, term_a, term_b, pos);
  if (words.relation == BEL_WORD_UNRELATED && (compound_a || compound_b)) {
    compound_a = compound_b = false;
    words = bel_words_compare (finder, bel_finder_lemma (finder, a.document, a.head),
                               bel_finder_lemma (finder, b.document, b.head), pos);
  }
  BelMatchKind heads = kind_of_relation (words.relation);
  if (heads == BEL_MATCH_NONE)
    return NO_MATCH;
  BelMatch mods = align_modifiers (finder, a, b, compound_a, compound_b, depth);
  if (heads == BEL_MATCH_EXCLUSIVE) {
    BelMatch match = match_of (BEL_MATCH_EXCLUSIVE, words.trust);
    match.token_a = a.head;
    match.token_b = b.head;
    return mods.kind == BEL_MATCH_EXCLUSIVE ? NO_MATCH : match;
  }
  if (mods.kind == BEL_MATCH_EXCLUSIVE) {
    mods.trust *= words.trust;
    return mods;
  }
  if (mods.kind == BEL_MATCH_NONE)
    return NO_MATCH;
  if ((heads == BEL_MATCH_NARROWER && mods.kind == BEL_MATCH_WIDER)
      || (heads == BEL_MATCH_WIDER && mods.kind == BEL_MATCH_NARROWER))
    return NO_MATCH; /* "the final", "the first match": another one, for all that is told */
  return match_of (joined (heads, mods.kind), words.trust * mods.trust);
}

/* -- names and coreference ------------------------------------------------------------------------- */

BelNoun
bel_phrase_best_mention (const BelFinder *finder, BelNoun noun)
{
  const BelClaims *claims = finder->sources[noun.document];
  if (noun.entity == BEL_NONE || noun.head == BEL_NONE || claims->document->tokens.pos[noun.head] != BEL_POS_PRON)
    return noun;
  const BelEntity *entity = &claims->entities.items[noun.entity];
  for (int kind = BEL_MENTION_NAME; kind <= BEL_MENTION_NOMINAL; kind++)
    for (uint32_t i = 0; i < entity->mentions.n; i++) {
      const BelMention *mention = &claims->mentions.items[entity->mentions.items[i]];
      if ((int) mention->kind == kind)
        return (BelNoun){ noun.document, mention->head, noun.entity, noun.without };
    }
  return noun;
}

static bool
is_pronoun (const BelFinder *finder, BelNoun noun)
{
  return bel_finder_document (finder, noun.document)->tokens.pos[noun.head] == BEL_POS_PRON;
}

static bool
is_metonym (const BelFinder *finder, BelNoun a, BelNoun b)
{
  if (a.document != b.document || a.entity == BEL_NONE || b.entity == BEL_NONE)
    return false;
  const BelEntity *entities = finder->sources[a.document]->entities.items;
  return entities[a.entity].metonym_of == b.entity || entities[b.entity].metonym_of == a.entity;
}

static BelMatch
compare_any (BelFinder *finder, BelNoun a, BelNoun b)
{
  Modifier unused[MAX_MODIFIERS];
  bool any_a = bel_mark_is_any (finder, a.document, a.head), any_b = bel_mark_is_any (finder, b.document, b.head);
  if (!any_a && !any_b)
    return NO_MATCH;
  bool bare_a = modifiers_of (bel_finder_document (finder, a.document), a, false, unused) == 0;
  bool bare_b = modifiers_of (bel_finder_document (finder, b.document), b, false, unused) == 0;
  if (any_a && any_b && bare_a && bare_b)
    return match_of (BEL_MATCH_SAME, 0.9f);
  if (any_b && bare_b)
    return match_of (BEL_MATCH_NARROWER, 0.9f);
  if (any_a && bare_a)
    return match_of (BEL_MATCH_WIDER, 0.9f);
  return NO_MATCH;
}

/* "we", "you": of whom, the other text does not tell. */
static bool
is_of_speaker (const BelDocument *document, uint32_t head)
{
  unsigned person = bel_token_feat (document, head, BEL_FEAT_PERSON);
  return person == 1 || person == 2;
}

/* "he" or "she" is nobody of whom there are many: "the police", "girls". */
static bool
is_one_for_many (const BelDocument *one, uint32_t pronoun, const BelDocument *many, uint32_t noun)
{
  bool person = bel_token_lemma_is (one, pronoun, "he") || bel_token_lemma_is (one, pronoun, "she");
  return person && many->tokens.pos[noun] == BEL_POS_NOUN
         && (many->tokens.xpos[noun] == BEL_XPOS_NNS || many->tokens.sort[noun] == BEL_NOUN_GROUP);
}

static BelMatch
compare_pronouns (const BelFinder *finder, BelNoun a, BelNoun b)
{
  if (!finder->options.same_situation || a.document == b.document)
    return NO_MATCH;
  const BelDocument *doc_a = bel_finder_document (finder, a.document),
                    *doc_b = bel_finder_document (finder, b.document);
  bool thing_a = bel_token_lemma_is (doc_a, a.head, "it"), thing_b = bel_token_lemma_is (doc_b, b.head, "it");
  bool pronoun_a = is_pronoun (finder, a), pronoun_b = is_pronoun (finder, b);
  if (pronoun_a && pronoun_b && doc_a->tokens.lemma[a.head] != doc_b->tokens.lemma[b.head]
      && bel_finder_lemma ((BelFinder *) finder, a.document, a.head)
             != bel_finder_lemma ((BelFinder *) finder, b.document, b.head))
    return NO_MATCH;
  if (thing_a != thing_b && pronoun_a && pronoun_b)
    return NO_MATCH;
  if (pronoun_a != pronoun_b && (is_of_speaker (doc_a, a.head) || is_of_speaker (doc_b, b.head)))
    return NO_MATCH;
  if (is_one_for_many (doc_a, a.head, doc_b, b.head) || is_one_for_many (doc_b, b.head, doc_a, a.head))
    return NO_MATCH;
  BelMatch match = match_of (BEL_MATCH_SAME, pronoun_a && pronoun_b ? 0.9f : TRUST_PRONOUN);
  match.weak = !(pronoun_a && pronoun_b);
  return match;
}

/* Both stand in the newsroom's list under one main name. */
static bool
are_listed_as_one (const BelFinder *finder, BelNoun a, BelNoun b)
{
  if (a.entity == BEL_NONE || b.entity == BEL_NONE)
    return false;
  const BelClaims *left = finder->sources[a.document], *right = finder->sources[b.document];
  const BelEntity *one = &left->entities.items[a.entity], *other = &right->entities.items[b.entity];
  return one->listed && other->listed
         && g_str_equal (bel_symbols_text (left->document->symbols, one->key),
                         bel_symbols_text (right->document->symbols, other->key));
}

static BelMatch
compare_named (BelFinder *finder, BelNoun a, BelNoun b)
{
  float trust = are_listed_as_one (finder, a, b) ? 1 : bel_names_match (finder, a, b);
  if (trust > 0)
    return match_of (BEL_MATCH_SAME, TRUST_NAME * trust);
  if (is_metonym (finder, a, b)) {
    BelMatch match = match_of (BEL_MATCH_SAME, TRUST_METONYM);
    match.weak = true;
    return match;
  }
  BelMatch words = compare_words (finder, a, b);
  return words.kind == BEL_MATCH_EXCLUSIVE || words.kind == BEL_MATCH_SAME ? words : NO_MATCH;
}

/* "a bridge", "six dogs" bring in something new; "the bridge", "stones", "no dogs" need not. */
bool
bel_phrase_brings_in (const BelFinder *finder, BelNoun noun)
{
  const BelDocument *document = bel_finder_document (finder, noun.document);
  if (!bel_phrase_indefinite (finder, noun) || bel_phrase_negated (finder, noun))
    return false;
  for (BEL_EACH_CHILD (document, noun.head, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    if (dep == BEL_DEP_DET || dep == BEL_DEP_NUMMOD)
      return true;
  }
  return false;
}

static bool
are_qualities (const BelFinder *finder, BelNoun a, BelNoun b)
{
  return bel_finder_document (finder, a.document)->tokens.pos[a.head] == BEL_POS_ADJ
         && bel_finder_document (finder, b.document)->tokens.pos[b.head] == BEL_POS_ADJ;
}

/* In a draft, two phrases that coreference did not link. */
static BelMatch
in_one_draft (BelFinder *finder, BelNoun a, BelNoun b, BelPhraseView view)
{
  BelMatch match = compare_nouns (finder, a, b, 0);
  if (match.kind == BEL_MATCH_EXCLUSIVE && (view & BEL_PHRASE_BESIDE) && are_qualities (finder, a, b))
    return match;
  if (match.kind == BEL_MATCH_NONE || match.kind == BEL_MATCH_EXCLUSIVE)
    return NO_MATCH;
  bool definite = is_definite (bel_finder_document (finder, a.document), a.head)
                  && is_definite (bel_finder_document (finder, b.document), b.head);
  bool says_no_less = match.kind == BEL_MATCH_SAME || match.kind == BEL_MATCH_NARROWER;
  if ((view & BEL_PHRASE_BESIDE) && says_no_less && !bel_phrase_brings_in (finder, a)
      && !bel_phrase_brings_in (finder, b)) {
    match.trust *= TRUST_BESIDE;
    return match;
  }
  bool of_all = bel_phrase_universal (finder, a) || bel_phrase_negated (finder, a) || bel_phrase_negated (finder, b);
  if ((view & BEL_PHRASE_BESIDE) && of_all) {
    match.trust *= TRUST_BESIDE;
    return match;
  }
  if ((view & BEL_PHRASE_KIND_OF) && (match.kind == BEL_MATCH_SAME || match.kind == BEL_MATCH_NARROWER)
      && bel_phrase_indefinite (finder, b))
    return match;
  bool linked = a.document != b.document || a.entity == BEL_NONE || b.entity == BEL_NONE;
  if (definite && linked && match.kind == BEL_MATCH_SAME) {
    match.trust *= 0.8f;
    return match;
  }
  return NO_MATCH;
}

BelMatch
bel_phrase_compare (BelFinder *finder, BelNoun a, BelNoun b, BelPhraseView view)
{
  if (a.head == BEL_NONE || b.head == BEL_NONE)
    return NO_MATCH;
  if (a.document == b.document && a.entity != BEL_NONE && a.entity == b.entity)
    return match_of (BEL_MATCH_SAME, TRUST_COREFERENCE);
  a = bel_phrase_best_mention (finder, a);
  b = bel_phrase_best_mention (finder, b);
  BelMatch any = compare_any (finder, a, b);
  if (any.kind == BEL_MATCH_NONE)
    any = compare_money (finder, a, b);
  if (any.kind != BEL_MATCH_NONE)
    return any;
  if (is_pronoun (finder, a) || is_pronoun (finder, b))
    return compare_pronouns (finder, a, b);
  bool named_a = bel_phrase_named (finder, a), named_b = bel_phrase_named (finder, b);
  if (named_a && named_b)
    return compare_named (finder, a, b);
  if (is_metonym (finder, a, b)) {
    BelMatch match = match_of (BEL_MATCH_SAME, TRUST_METONYM);
    match.weak = true;
    return match;
  }
  if (bel_names_body_and_members (finder, a, b))
    return match_of (BEL_MATCH_SAME, TRUST_METONYM);
  if (named_a != named_b)
    return bel_name_described (finder, a, b);
  if (!finder->options.same_situation)
    return in_one_draft (finder, a, b, view);
  return compare_nouns (finder, a, b, 0);
}
