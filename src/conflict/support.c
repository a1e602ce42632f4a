/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/support.h"

#include "conflict/prop.h"
#include "conflict/recent.h"
#include "conflict/value.h"
#include "conflict/wording.h"
#include "conflict/words.h"

#include <string.h>

#define WEIGHT_NAME 1.5f
#define WEIGHT_PLAIN 1.0f
#define WEIGHT_ADVERB 0.5f
#define TRUST_DERIVED 0.8f
#define TRUST_KIND 0.85f
#define TRUST_SPELT 0.9f
/* Shortest name that may be spelt in two ways. */
#define MIN_SPELT 4
#define SENSES 3
/* Arcs in a tree between two words that belong together, and how far up is looked for what joins them. */
#define CLOSE 2
#define MAX_DEPTH 24

static BelWnPos
wordnet_pos (BelPos pos)
{
  switch (pos) {
  case BEL_POS_VERB:
    return BEL_WN_VERB;
  case BEL_POS_ADJ:
    return BEL_WN_ADJECTIVE;
  case BEL_POS_ADV:
    return BEL_WN_ADVERB;
  default:
    return BEL_WN_NOUN;
  }
}

static bool
is_derived (const BelFinder *finder, const char *a, BelPos pos_a, const char *b, BelPos pos_b)
{
  if (!finder->wordnet || wordnet_pos (pos_a) == wordnet_pos (pos_b))
    return false;
  BelWord word_a = bel_wordnet_word_str (finder->wordnet, a), word_b = bel_wordnet_word_str (finder->wordnet, b);
  return word_a != BEL_NONE && word_b != BEL_NONE
         && bel_wordnet_derived (finder->wordnet, word_a, wordnet_pos (pos_a), word_b, wordnet_pos (pos_b), SENSES);
}

/* -- remembered -------------------------------------------------------------------------------------- */

#define MAX_PREDICATES 4

typedef struct {
  uint32_t n, items[MAX_PREDICATES];
} Said;

/* What was asked lately, and the answers beside it. */
struct BelSayings {
  BelRecent words, tokens;
  float *trusts; /* of (lemma, lemma, part of speech, part of speech) */
  Said *said;    /* predicates of (document, token) */
};

static BelSayings *
sayings_of (BelFinder *finder)
{
  if (!finder->sayings) {
    uint32_t n_tokens = 0;
    for (uint32_t i = 0; i < finder->n_sources; i++)
      n_tokens += bel_finder_document (finder, i)->tokens.n;
    BelSayings *sayings = finder->sayings = bel_arena_new_struct (finder->scratch, BelSayings);
    bel_recent_init (&sayings->words, finder->scratch, n_tokens);
    bel_recent_init (&sayings->tokens, finder->scratch, n_tokens / 16);
    sayings->trusts = bel_arena_new_array (finder->scratch, float, sayings->words.mask + 1);
    sayings->said = bel_arena_new_array (finder->scratch, Said, sayings->tokens.mask + 1);
  }
  return finder->sayings;
}

/* The predicates that rules see at a token. */
static Said
said_at (BelFinder *finder, uint32_t document, uint32_t t)
{
  BelSayings *sayings = sayings_of (finder);
  uint64_t key = ((uint64_t) document << 32) | t;
  uint32_t place = bel_recent_place (&sayings->tokens, key);
  if (bel_recent_has (&sayings->tokens, place, key))
    return sayings->said[place];
  BelPredicateMatch matches[MAX_PREDICATES];
  Said said = {
    .n = bel_predicates_at (finder->program, bel_finder_document (finder, document), t, matches, MAX_PREDICATES),
  };
  for (uint32_t i = 0; i < said.n; i++)
    said.items[i] = matches[i].predicate;
  bel_recent_set (&sayings->tokens, place, key);
  return sayings->said[place] = said;
}

/* Whether rules call both by one predicate, or let that of @ta entail that of @tb. */
static bool
same_predicate (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb)
{
  Said a = said_at (finder, doc_a, ta);
  if (!a.n)
    return false;
  Said b = said_at (finder, doc_b, tb);
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++)
      if (a.items[i] == b.items[j] || bel_predicate_entails (finder->program, a.items[i], b.items[j], NULL, 0, NULL))
        return true;
  return false;
}

/* Two spellings of a name, one letter apart: "Cesar" and "César", "Reuven" and "Reuben". */
static bool
nearly_spelt (const char *a, const char *b)
{
  size_t n_a = strlen (a), n_b = strlen (b), n = MIN (n_a, n_b), head = 0, tail = 0;
  if (n < MIN_SPELT || MAX (n_a, n_b) - n > 2)
    return false;
  while (head < n && a[head] == b[head])
    head++;
  while (tail < n - head && a[n_a - 1 - tail] == b[n_b - 1 - tail])
    tail++;
  return head > 0 && n - head - tail <= 1 && MAX (n_a, n_b) - head - tail <= 2;
}

/* How far one word says what another does, whatever stands around them. */
static float
ask_words (BelFinder *finder, BelSym a, BelPos pos_a, BelSym b, BelPos pos_b)
{
  const char *text_a = bel_finder_text (finder, a), *text_b = bel_finder_text (finder, b);
  if (pos_a == BEL_POS_PROPN || pos_b == BEL_POS_PROPN || pos_a == BEL_POS_NUM || pos_b == BEL_POS_NUM) {
    if (pos_a == BEL_POS_PROPN && pos_b == BEL_POS_PROPN && nearly_spelt (text_a, text_b))
      return TRUST_SPELT;
    return is_derived (finder, text_a, pos_a, text_b, pos_b) ? TRUST_DERIVED : 0;
  }
  if (wordnet_pos (pos_a) == wordnet_pos (pos_b)) {
    BelWordMatch match = bel_words_compare (finder, a, b, pos_b);
    if (match.relation == BEL_WORD_SYNONYM)
      return match.trust;
    if (match.relation == BEL_WORD_NARROWER)
      return TRUST_KIND * match.trust;
  }
  return is_derived (finder, text_a, pos_a, text_b, pos_b) ? TRUST_DERIVED : 0;
}

static float
words_say (BelFinder *finder, BelSym a, BelPos pos_a, BelSym b, BelPos pos_b)
{
  BelSayings *sayings = sayings_of (finder);
  uint64_t key = bel_map_mix (((uint64_t) a << 32) | b, ((uint64_t) pos_a << 8) | pos_b);
  uint32_t place = bel_recent_place (&sayings->words, key);
  if (!bel_recent_has (&sayings->words, place, key)) {
    sayings->trusts[place] = ask_words (finder, a, pos_a, b, pos_b);
    bel_recent_set (&sayings->words, place, key);
  }
  return sayings->trusts[place];
}

/* How far the word at @ta of the text says what that at @tb says. */
static float
says (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb, bool *out_exact)
{
  const BelDocument *a = bel_finder_document (finder, doc_a), *b = bel_finder_document (finder, doc_b);
  BelSym lemma_a = bel_finder_lemma (finder, doc_a, ta), lemma_b = bel_finder_lemma (finder, doc_b, tb);
  *out_exact = lemma_a == lemma_b
               || bel_finder_symbol (finder, doc_a, a->tokens.lower[ta])
                      == bel_finder_symbol (finder, doc_b, b->tokens.lower[tb]);
  if (*out_exact)
    return 1;
  BelValues values = bel_quantities_compare (finder, doc_a, bel_quantity_at (finder, doc_a, ta), doc_b,
                                             bel_quantity_at (finder, doc_b, tb));
  if (values == BEL_VALUES_EQUAL || values == BEL_VALUES_INSIDE)
    return 1;
  BelPos pos_a = a->tokens.pos[ta], pos_b = b->tokens.pos[tb];
  float trust = words_say (finder, lemma_a, pos_a, lemma_b, pos_b);
  if (trust > 0 || pos_a == BEL_POS_PROPN || pos_b == BEL_POS_PROPN || pos_a == BEL_POS_NUM || pos_b == BEL_POS_NUM)
    return trust;
  bool verbal = pos_b == BEL_POS_VERB || pos_b == BEL_POS_NOUN;
  return verbal && same_predicate (finder, doc_a, ta, doc_b, tb) ? TRUST_KIND : 0;
}

float
bel_word_says (BelFinder *finder, uint32_t doc_a, uint32_t ta, uint32_t doc_b, uint32_t tb)
{
  bool exact;
  return says (finder, doc_a, ta, doc_b, tb, &exact);
}

static bool
is_telling (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PROPN || document->tokens.pos[t] == BEL_POS_NUM;
}

static bool
counts (const BelDocument *document, uint32_t t)
{
  return bel_token_is_content (document, t)
         && !(document->tokens.pos[t] == BEL_POS_VERB && bel_token_lemma_is (document, t, "be"));
}

static bool
stands_anywhere (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, uint32_t tb)
{
  const BelDocument *document = bel_finder_document (finder, doc_a);
  bool exact;
  for (uint32_t t = 0; t < document->tokens.n; t++)
    if (says (finder, doc_a, t, doc_b, tb, &exact) > 0)
      return true;
  return false;
}

/* The word of the sentence that is made of the first letters of the name that @tb is part of: "KC", Kansas City. */
static uint32_t
find_acronym (const BelDocument *doc_a, const BelSentence *sentence, const BelDocument *doc_b, uint32_t tb)
{
  uint32_t first = tb, last = tb;
  while (first > 0 && doc_b->tokens.pos[first - 1] == BEL_POS_PROPN
         && doc_b->tokens.sentence[first - 1] == doc_b->tokens.sentence[tb])
    first--;
  while (last + 1 < doc_b->tokens.n && doc_b->tokens.pos[last + 1] == BEL_POS_PROPN
         && doc_b->tokens.sentence[last + 1] == doc_b->tokens.sentence[tb])
    last++;
  uint32_t n = last - first + 1;
  for (uint32_t t = sentence->first_token; n > 1 && t < sentence->first_token + sentence->n_tokens; t++) {
    BelSpan span = doc_a->tokens.span[t];
    uint32_t same = 0;
    while (bel_span_length (span) == n && same < n
           && doc_a->text[span.start + same] == doc_b->text[doc_b->tokens.span[first + same].start])
      same++;
    if (same == n)
      return t;
  }
  return BEL_NONE;
}

static void
find_word (BelFinder *finder, const BelProp *a, const BelProp *b, uint32_t tb, BelSupport *out)
{
  const BelDocument *doc_a = bel_finder_document (finder, a->document),
                    *doc_b = bel_finder_document (finder, b->document);
  const BelSentence *sentence = &doc_a->sentences.items[a->sentence];
  BelPos pos = doc_b->tokens.pos[tb];
  BelSupported word = { .token = tb, .found = BEL_NONE };
  word.weight = is_telling (doc_b, tb) ? WEIGHT_NAME : pos == BEL_POS_ADV ? WEIGHT_ADVERB : WEIGHT_PLAIN;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    bool exact;
    float trust = counts (doc_a, t) ? says (finder, a->document, t, b->document, tb, &exact) : 0;
    if (trust <= word.trust)
      continue;
    word.trust = trust;
    word.found = t;
    word.exact = exact;
  }
  word.name = pos == BEL_POS_PROPN;
  if (word.found == BEL_NONE && word.name && (word.found = find_acronym (doc_a, sentence, doc_b, tb)) != BEL_NONE)
    word.trust = TRUST_SPELT;
  if (word.found == BEL_NONE && is_telling (doc_b, tb))
    out->lost_names += !stands_anywhere (finder, a->document, b->document, tb);
  out->words[out->n++] = word;
}

/* -- arcs ------------------------------------------------------------------------------------------------ */

uint32_t
bel_support_found (const BelSupport *support, uint32_t token)
{
  for (uint32_t i = 0; i < support->n; i++)
    if (support->words[i].token == token)
      return support->words[i].found;
  return BEL_NONE;
}

/* Arcs between @s and @t in their tree; CLOSE + 1: further. */
static uint32_t
distance (const BelDocument *document, uint32_t s, uint32_t t)
{
  uint32_t up_s = s;
  for (uint32_t i = 0; i <= CLOSE && up_s != BEL_NONE; i++, up_s = document->tokens.head[up_s]) {
    uint32_t up_t = t;
    for (uint32_t j = 0; i + j <= CLOSE && up_t != BEL_NONE; j++, up_t = document->tokens.head[up_t])
      if (up_s == up_t)
        return i + j;
  }
  return CLOSE + 1;
}

/* The nearest content word above. */
static uint32_t
governor (const BelDocument *document, uint32_t t)
{
  uint32_t at = document->tokens.head[t];
  for (int step = 0; step < MAX_DEPTH && at != BEL_NONE && !counts (document, at); step++)
    at = document->tokens.head[at];
  return at;
}

/* The preposition of a phrase, BEL_NONE without one. */
static BelSym
case_of (BelFinder *finder, uint32_t document, uint32_t t)
{
  uint32_t marker = bel_child (bel_finder_document (finder, document), t, BEL_DEP_CASE);
  return marker == BEL_NONE ? BEL_NONE : bel_finder_lemma (finder, document, marker);
}

static void
compare_arcs (BelFinder *finder, const BelProp *a, const BelProp *b, BelSupport *out)
{
  const BelDocument *doc_a = bel_finder_document (finder, a->document),
                    *doc_b = bel_finder_document (finder, b->document);
  uint32_t n = 0, close = 0, direct = 0;
  for (uint32_t i = 0; i < out->n; i++) {
    uint32_t token = out->words[i].token, found = out->words[i].found;
    uint32_t above = governor (doc_b, token);
    uint32_t head = above == BEL_NONE ? BEL_NONE : bel_support_found (out, above);
    if (head == BEL_NONE || found == BEL_NONE)
      continue;
    uint32_t apart = distance (doc_a, found, head);
    n++;
    close += apart <= CLOSE;
    direct += apart <= 1;
    BelSym case_a = case_of (finder, a->document, found), case_b = case_of (finder, b->document, token);
    out->other_case += case_a != BEL_NONE && case_b != BEL_NONE && case_a != case_b;
  }
  out->arcs = n ? (float) close / (float) n : 0;
  out->direct = n ? (float) direct / (float) n : 0;
}

/* Whether the subject of the short sentence and what is said of it stand in one clause or noun phrase of the text too. */
static void
compare_subjects (BelFinder *finder, const BelProp *a, const BelProp *b, BelSupport *out)
{
  const BelDocument *doc_a = bel_finder_document (finder, a->document),
                    *doc_b = bel_finder_document (finder, b->document);
  uint32_t subject = bel_child_base (doc_b, b->head, BEL_DEP_NSUBJ);
  uint32_t found = subject == BEL_NONE ? BEL_NONE : bel_support_found (out, subject), root = out->root;
  if (found == BEL_NONE || root == BEL_NONE)
    return;
  const BelTokens *tokens = &doc_a->tokens;
  BelDep dep = bel_dep_base (tokens->dep[found]), up = bel_dep_base (tokens->dep[root]);
  bool passive = doc_b->tokens.dep[subject] != BEL_DEP_NSUBJ;
  bool below
      = tokens->head[found] == root
        && (passive ? dep == BEL_DEP_OBJ || tokens->dep[found] == doc_b->tokens.dep[subject]
                    : dep == BEL_DEP_NSUBJ || dep == BEL_DEP_COMPOUND || dep == BEL_DEP_APPOS || dep == BEL_DEP_NMOD);
  bool above = tokens->head[root] == found
               && (up == BEL_DEP_ACL || up == BEL_DEP_APPOS || up == BEL_DEP_AMOD || up == BEL_DEP_COMPOUND);
  out->subject_kept = below || above;
  out->subject_moved = !out->subject_kept;
}

/* Whether a participant of the short sentence's root is not spoken of at all. */
static bool
lacks_participant (const BelDocument *doc_b, uint32_t root, const BelSupport *support)
{
  for (BEL_EACH_CHILD (doc_b, root, c)) {
    BelDep dep = bel_dep_base (doc_b->tokens.dep[c]);
    if ((dep == BEL_DEP_NSUBJ || dep == BEL_DEP_OBJ) && counts (doc_b, c) && bel_support_found (support, c) == BEL_NONE)
      return true;
  }
  return false;
}

/* How many of the words that hang on @token in the short sentence have their likes hanging on @t in the text. */
static uint32_t
n_hanging_alike (const BelDocument *doc_a, uint32_t t, const BelDocument *doc_b, uint32_t token,
                 const BelSupport *support)
{
  uint32_t n = 0;
  for (BEL_EACH_CHILD (doc_b, token, c)) {
    uint32_t found = bel_support_found (support, c);
    n += found != BEL_NONE && doc_a->tokens.head[found] == t;
  }
  return n;
}

/* "Lund did not know that the guard knew the way": of two likes of the root, the one whom its participants stand by. */
static void
settle_root (BelFinder *finder, const BelProp *a, const BelProp *b, BelSupport *out)
{
  const BelDocument *doc_a = bel_finder_document (finder, a->document),
                    *doc_b = bel_finder_document (finder, b->document);
  const BelSentence *sentence = &doc_a->sentences.items[a->sentence];
  for (uint32_t i = 0; i < out->n; i++) {
    BelSupported *word = &out->words[i];
    if (word->token != b->head || word->found == BEL_NONE)
      continue;
    uint32_t best = n_hanging_alike (doc_a, word->found, doc_b, word->token, out);
    BelSym lemma = doc_a->tokens.lemma[word->found];
    for (uint32_t t = word->found + 1; t < sentence->first_token + sentence->n_tokens; t++) {
      uint32_t n = doc_a->tokens.lemma[t] == lemma ? n_hanging_alike (doc_a, t, doc_b, word->token, out) : 0;
      if (n > best) {
        best = n;
        word->found = t;
      }
    }
  }
}

void
bel_support_read (BelFinder *finder, const BelProp *a, const BelProp *b, BelSupport *out)
{
  const BelDocument *doc_a = bel_finder_document (finder, a->document),
                    *doc_b = bel_finder_document (finder, b->document);
  const BelSentence *s_a = &doc_a->sentences.items[a->sentence], *s_b = &doc_b->sentences.items[b->sentence];
  *out = (BelSupport){ .root = BEL_NONE };
  for (uint32_t t = s_b->first_token; t < s_b->first_token + s_b->n_tokens && out->n < BEL_MAX_SUPPORT; t++)
    if (counts (doc_b, t))
      find_word (finder, a, b, t, out);
  settle_root (finder, a, b, out);
  float total = 0;
  for (uint32_t i = 0; i < out->n; i++) {
    const BelSupported *word = &out->words[i];
    total += word->weight;
    out->cover += word->weight * word->trust;
    out->exact += word->exact ? word->weight : 0;
    if (b->head == word->token) {
      out->root = word->found;
      out->root_exact = word->exact;
    }
  }
  out->lacking = lacks_participant (doc_b, b->head, out);
  out->cover = total > 0 ? out->cover / total : 0;
  out->exact = total > 0 ? out->exact / total : 0;
  uint32_t n_a = 0, n_found = 0;
  for (uint32_t t = s_a->first_token; t < s_a->first_token + s_a->n_tokens; t++) {
    n_a += counts (doc_a, t);
    for (uint32_t i = 0; i < out->n; i++)
      if (out->words[i].found == t) {
        n_found++;
        break;
      }
  }
  out->reverse = n_a ? (float) n_found / (float) n_a : 0;
  compare_arcs (finder, a, b, out);
  compare_subjects (finder, a, b, out);
}

/* Whether @token heads a clause of its own: what is said of the clause above is not said of it. */
static bool
heads_clause (const BelDocument *document, uint32_t token)
{
  switch (bel_dep_base (document->tokens.dep[token])) {
  case BEL_DEP_CCOMP:
  case BEL_DEP_CSUBJ:
  case BEL_DEP_ADVCL:
  case BEL_DEP_PARATAXIS:
    return true;
  default:
    return document->tokens.dep[token] == BEL_DEP_ACL_RELCL;
  }
}

/* Verbs of one chain, at most. */
#define MAX_CHAIN 4

/* The claim of the chain that verb @t begins: "planned to lock" is told at "lock"; "fit to play" is told of "fit". */
static const BelProp *
prop_of_chain (BelFinder *finder, uint32_t document, uint32_t t)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  const BelProp *prop = NULL;
  for (int i = 0; i < MAX_CHAIN && t != BEL_NONE && !prop; i++) {
    prop = bel_prop_at (finder, document, t);
    t = doc->tokens.pos[t] == BEL_POS_VERB ? bel_child (doc, t, BEL_DEP_XCOMP) : BEL_NONE;
  }
  return prop;
}

int
bel_truth_at (BelFinder *finder, uint32_t document, uint32_t token)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  for (uint32_t t = token; t != BEL_NONE; t = doc->tokens.head[t]) {
    const BelProp *prop = t == token ? prop_of_chain (finder, document, t) : bel_prop_at (finder, document, t);
    if (!prop && heads_clause (doc, t))
      return 0;
    if (!prop)
      continue;
    bool yes = bel_prop_holder (prop, true) != BEL_NONE;
    bool no = !prop->denies_all && bel_prop_holder (prop, false) != BEL_NONE;
    return yes == no ? 0 : yes ? 1 : -1;
  }
  return 1;
}

bool
bel_is_shorter (const BelDocument *doc_a, const BelSentence *s_a, const BelDocument *doc_b, const BelSentence *s_b)
{
  return s_b->n_tokens <= s_a->n_tokens + 2 && doc_b->sentences.n <= doc_a->sentences.n;
}
