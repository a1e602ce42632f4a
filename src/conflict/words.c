/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/words.h"

#include "conflict/recent.h"

#include <string.h>

/* Trust in what WordNet says, by relation: lower than any rule. By judgement; see docs/notes/confidence.md. */
#define TRUST_RULE 0.97f
#define TRUST_SYNONYM 0.85f
#define TRUST_HYPERNYM 0.85f
#define TRUST_ANTONYM 0.88f
#define TRUST_INDIRECT 0.55f
#define TRUST_SIBLING 0.3f
/* Of different kinds of a thing there may be several about: only of one and the same thing they exclude each other. */
#define TRUST_COHORT 0.3f

/* What an entry that names the whole set has for "as": "instrument" among the instruments. */
#define ANY "any"

/* Leading senses of a word that count. */
#define SENSES 3

typedef enum { SET_SYNONYM, SET_EXCLUSIVE, SET_COHORT, SET_OPPOSITE, SET_KIND, SET_SIBLING, SET_APART, N_SETS } SetKind;

typedef struct {
  SetKind kind;
  const BelLexicon *lexicon;
  int field; /* "as", "against" or "of" */
} WordSet;

/* A set that has the word, and its entry there. */
typedef struct {
  uint32_t set;
  const BelEntry *entry;
} Membership;

struct BelWords {
  BEL_VEC (WordSet) sets;
  BEL_VEC (Membership) memberships; /* word after word; within a word in the order of the sets */
  BelMap first;                     /* symbol → index of its first membership; they end where the set is BEL_NONE */
  BEL_VEC (BelWordMatch) answers;
  BelMap known;        /* (a, b, pos) → index into answers, of the related */
  BelRecent unrelated; /* (a, b, pos), which nearly all are */
};

static void
add_set (BelFinder *finder, BelWords *words, const BelLexicon *lexicon, bool kinds)
{
  static const struct {
    const char *prefix, *field;
  } KINDS[N_SETS] = {
    [SET_SYNONYM] = { "synonym-", "as" },
    [SET_EXCLUSIVE] = { "exclusive-", "as" },
    [SET_OPPOSITE] = { "opposite-", "against" },
    [SET_KIND] = { "kind-", "of" },
    [SET_SIBLING] = { "sibling-", NULL },
    [SET_COHORT] = { "cohort-", "as" },
    [SET_APART] = { "apart-", "as" },
  };
  for (int i = 0; i < N_SETS; i++) {
    if ((i == SET_KIND) != kinds || !g_str_has_prefix (bel_lexicon_name (lexicon), KINDS[i].prefix))
      continue;
    int field = KINDS[i].field ? bel_lexicon_field (lexicon, KINDS[i].field) : -1;
    bel_vec_push (finder->scratch, &words->sets, (WordSet){ .kind = i, .lexicon = lexicon, .field = field });
  }
}

static uint32_t
n_tokens (const BelFinder *finder)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < finder->n_sources; i++)
    n += bel_finder_document (finder, i)->tokens.n;
  return n;
}

BelWords *
bel_words_new (BelFinder *finder)
{
  BelWords *words = bel_arena_new_struct (finder->scratch, BelWords);
  bel_map_init (&words->known, finder->scratch, 256);
  bel_recent_init (&words->unrelated, finder->scratch, n_tokens (finder));
  bel_map_init (&words->first, finder->scratch, 256);
  uint32_t n = finder->program ? bel_program_n_lexicons (finder->program) : 0;
  for (uint32_t i = 0; i < n; i++) /* that a kitten is a cat goes before that both are pets of one kind */
    add_set (finder, words, bel_program_lexicon_by_id (finder->program, i), true);
  for (uint32_t i = 0; i < n; i++)
    add_set (finder, words, bel_program_lexicon_by_id (finder->program, i), false);
  return words;
}

static bool
list_has (const BelEntry *entry, int field, const char *text, const BelSymbols *symbols)
{
  uint32_t n = 0;
  const BelSym *list = entry && field >= 0 ? bel_entry_list (entry, field, &n) : NULL;
  for (uint32_t i = 0; i < n; i++)
    if (g_str_equal (bel_symbols_text (symbols, list[i]), text))
      return true;
  return false;
}

/* The member of its set that an entry stands for: what "as" says, else itself. */
static const char *
member (const BelEntry *entry, int field)
{
  const char *as = field >= 0 ? bel_entry_string (entry, field) : NULL;
  return as && *as ? as : bel_entry_text (entry);
}

/* Index of the first membership of @sym. */
static uint32_t
memberships_of (BelFinder *finder, BelSym sym)
{
  BelWords *words = finder->words;
  uint32_t first;
  if (bel_map_get (&words->first, sym, &first))
    return first;
  first = words->memberships.n;
  const char *text = bel_finder_text (finder, sym);
  for (uint32_t i = 0; i < words->sets.n; i++) {
    const BelEntry *entry = bel_lexicon_find_text (words->sets.items[i].lexicon, text);
    if (entry)
      bel_vec_push (finder->scratch, &words->memberships, (Membership){ i, entry });
  }
  bel_vec_push (finder->scratch, &words->memberships, (Membership){ BEL_NONE, NULL });
  bel_map_set (&words->first, sym, first);
  return first;
}

/* @in_a, @in_b: the entries of the two words there, or NULL. */
static bool
ask_set (const BelFinder *finder, const WordSet *set, const BelEntry *in_a, const BelEntry *in_b, const char *a,
         const char *b, BelWordMatch *out)
{
  BelWordMatch match = { .trust = TRUST_RULE, .set = bel_lexicon_name (set->lexicon) };
  bool alike = set->kind == SET_SYNONYM || set->kind == SET_EXCLUSIVE || set->kind == SET_COHORT;
  const char *member_a = alike && in_a ? member (in_a, set->field) : NULL,
             *member_b = alike && in_b ? member (in_b, set->field) : NULL;
  bool both = member_a && member_b, same = both && g_str_equal (member_a, member_b);
  if (both && !same && (g_str_equal (member_a, ANY) || g_str_equal (member_b, ANY))) {
    match.relation = g_str_equal (member_b, ANY) ? BEL_WORD_NARROWER : BEL_WORD_WIDER;
    *out = match;
    return true;
  }
  switch (set->kind) {
  case SET_SYNONYM:
    match.relation = same ? BEL_WORD_SYNONYM : BEL_WORD_UNRELATED;
    break;
  case SET_COHORT:
    match.trust = same ? TRUST_RULE : TRUST_COHORT;
    match.relation = !in_a || !in_b ? BEL_WORD_UNRELATED : same ? BEL_WORD_SYNONYM : BEL_WORD_EXCLUSIVE;
    break;
  case SET_EXCLUSIVE:
    match.relation = !in_a || !in_b ? BEL_WORD_UNRELATED : same ? BEL_WORD_SYNONYM : BEL_WORD_EXCLUSIVE;
    break;
  case SET_OPPOSITE:
    if (list_has (in_a, set->field, b, finder->symbols) || list_has (in_b, set->field, a, finder->symbols))
      match.relation = BEL_WORD_OPPOSITE;
    break;
  case SET_KIND:
    if (list_has (in_a, set->field, b, finder->symbols))
      match.relation = BEL_WORD_NARROWER;
    else if (list_has (in_b, set->field, a, finder->symbols))
      match.relation = BEL_WORD_WIDER;
    break;
  case SET_APART:
    *out = match;
    return in_a && in_b && !g_str_equal (member (in_a, set->field), member (in_b, set->field));
  case SET_SIBLING:
  case N_SETS:
    break;
  }
  if (match.relation != BEL_WORD_UNRELATED)
    *out = match;
  return match.relation != BEL_WORD_UNRELATED;
}

static bool
wordnet_pos (BelPos pos, BelWnPos *out)
{
  switch (pos) {
  case BEL_POS_NOUN:
  case BEL_POS_PROPN:
    *out = BEL_WN_NOUN;
    return true;
  case BEL_POS_VERB:
  case BEL_POS_AUX:
    *out = BEL_WN_VERB;
    return true;
  case BEL_POS_ADJ:
    *out = BEL_WN_ADJECTIVE;
    return true;
  case BEL_POS_ADV:
    *out = BEL_WN_ADVERB;
    return true;
  default:
    return false;
  }
}

/* Different kinds of a thing of which the rules say that its kinds exclude each other. */
static const char *
sibling_set (const BelFinder *finder, BelWord a, BelWord b, BelWnPos pos)
{
  const BelWords *words = finder->words;
  for (uint32_t s = 0; s < words->sets.n; s++) {
    if (words->sets.items[s].kind != SET_SIBLING)
      continue;
    const BelLexicon *lexicon = words->sets.items[s].lexicon;
    for (uint32_t i = 0; i < bel_lexicon_n_entries (lexicon); i++) {
      BelWord parent = bel_wordnet_word_str (finder->wordnet, bel_entry_text (bel_lexicon_entry (lexicon, i)));
      if (parent != BEL_NONE && parent != a && parent != b && bel_wordnet_word_is_a (finder->wordnet, a, parent, pos, 1)
          && bel_wordnet_word_is_a (finder->wordnet, b, parent, pos, 1))
        return bel_lexicon_name (lexicon);
    }
  }
  return NULL;
}

/* "act", "be": of a verb that nearly all that is done is a kind of, who denies it does not deny all that is done. */
static bool
is_any_verb (const BelFinder *finder, const char *text, BelWnPos pos)
{
  const BelLexicon *lexicon
      = pos == BEL_WN_VERB && finder->program ? bel_program_lexicon (finder->program, "general-verb") : NULL;
  return lexicon && bel_lexicon_find_text (lexicon, text);
}

static BelWordMatch
ask_wordnet (const BelFinder *finder, const char *text_a, const char *text_b, BelPos pos)
{
  BelWordMatch match = { .set = "wordnet" };
  BelWnPos wn;
  const BelWordnet *wordnet = finder->wordnet;
  BelWord a = bel_wordnet_word_str (wordnet, text_a), b = bel_wordnet_word_str (wordnet, text_b);
  if (a == BEL_NONE || b == BEL_NONE || !wordnet_pos (pos, &wn))
    return match;
  BelAntonymy antonymy = bel_wordnet_antonyms (wordnet, a, b, wn, SENSES);
  const char *set;
  if (antonymy == BEL_ANTONYMY_DIRECT)
    match = (BelWordMatch){ BEL_WORD_OPPOSITE, TRUST_ANTONYM, "wordnet" };
  else if (bel_wordnet_synonyms (wordnet, a, b, wn, SENSES))
    match = (BelWordMatch){ BEL_WORD_SYNONYM, TRUST_SYNONYM, "wordnet" };
  else if (bel_wordnet_word_is_a (wordnet, a, b, wn, SENSES) && !is_any_verb (finder, text_b, wn))
    match = (BelWordMatch){ BEL_WORD_NARROWER, TRUST_HYPERNYM, "wordnet" };
  else if (bel_wordnet_word_is_a (wordnet, b, a, wn, SENSES) && !is_any_verb (finder, text_a, wn))
    match = (BelWordMatch){ BEL_WORD_WIDER, TRUST_HYPERNYM, "wordnet" };
  else if (wn == BEL_WN_NOUN && (set = sibling_set (finder, a, b, wn)))
    match = (BelWordMatch){ BEL_WORD_EXCLUSIVE, TRUST_SIBLING, set };
  else if (antonymy == BEL_ANTONYMY_INDIRECT)
    match = (BelWordMatch){ BEL_WORD_OPPOSITE, TRUST_INDIRECT, "wordnet" };
  return match;
}

/* The first set, in their order, that relates the two; that both stand for one member of a set yields to a set that tells them apart,
 * as steel and copper are metal among materials and are two metals. */
static bool
ask_sets (BelFinder *finder, BelSym a, BelSym b, BelWordMatch *out)
{
  const BelWords *words = finder->words;
  uint32_t i = memberships_of (finder, a), j = memberships_of (finder, b);
  const char *text_a = bel_finder_text (finder, a), *text_b = bel_finder_text (finder, b);
  for (;;) {
    const Membership *x = &words->memberships.items[i], *y = &words->memberships.items[j];
    uint32_t set = MIN (x->set, y->set);
    if (set == BEL_NONE)
      return out->relation != BEL_WORD_UNRELATED;
    BelWordMatch before = *out;
    if (ask_set (finder, &words->sets.items[set], x->set == set ? x->entry : NULL, y->set == set ? y->entry : NULL,
                 text_a, text_b, out)) {
      if (out->relation != BEL_WORD_SYNONYM)
        return true;
      *out = before.relation == BEL_WORD_SYNONYM ? before : *out;
    }
    i += x->set == set;
    j += y->set == set;
  }
}

BelWordMatch
bel_words_by_rule (BelFinder *finder, BelSym a, BelSym b)
{
  BelWordMatch match = { 0 };
  if (a != b && a != BEL_NONE && b != BEL_NONE)
    ask_sets (finder, a, b, &match);
  return match;
}

static BelWordMatch
compare (BelFinder *finder, BelSym a, BelSym b, BelPos pos)
{
  BelWordMatch match = { 0 };
  if (ask_sets (finder, a, b, &match) || !finder->wordnet)
    return match;
  return ask_wordnet (finder, bel_finder_text (finder, a), bel_finder_text (finder, b), pos);
}

static BelWordMatch
turned (BelWordMatch match)
{
  if (match.relation == BEL_WORD_NARROWER)
    match.relation = BEL_WORD_WIDER;
  else if (match.relation == BEL_WORD_WIDER)
    match.relation = BEL_WORD_NARROWER;
  return match;
}

BelWordMatch
bel_words_compare (BelFinder *finder, BelSym a, BelSym b, BelPos pos)
{
  if (a == b)
    return (BelWordMatch){ a == BEL_NONE ? BEL_WORD_UNRELATED : BEL_WORD_SAME, 1.0f, NULL };
  if (a == BEL_NONE || b == BEL_NONE)
    return (BelWordMatch){ 0 };
  if (a > b)
    return turned (bel_words_compare (finder, b, a, pos));
  BelWords *words = finder->words;
  uint64_t key = bel_map_mix (((uint64_t) a << 32) | b, pos);
  uint32_t at, place = bel_recent_place (&words->unrelated, key);
  if (bel_recent_has (&words->unrelated, place, key))
    return (BelWordMatch){ 0 };
  if (bel_map_get (&words->known, key, &at))
    return words->answers.items[at];
  BelWordMatch match = compare (finder, a, b, pos);
  if (match.relation == BEL_WORD_UNRELATED) {
    bel_recent_set (&words->unrelated, place, key);
    return (BelWordMatch){ 0 };
  }
  bel_map_set (&words->known, key, words->answers.n);
  bel_vec_push (finder->scratch, &words->answers, match);
  return match;
}

bool
bel_words_known (BelFinder *finder, const char *term, BelPos pos)
{
  BelSym sym = bel_symbols_find_str (finder->symbols, term);
  uint32_t first = sym == BEL_NONE ? BEL_NONE : memberships_of (finder, sym); /* may move the list */
  if (first != BEL_NONE && finder->words->memberships.items[first].set != BEL_NONE)
    return true;
  BelWnPos wn;
  BelWord word = finder->wordnet ? bel_wordnet_word_str (finder->wordnet, term) : BEL_NONE;
  return word != BEL_NONE && wordnet_pos (pos, &wn) && bel_wordnet_senses (finder->wordnet, word, wn, NULL) > 0;
}
