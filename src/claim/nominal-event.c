/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Nouns that take up what a verb told: "met … the meeting", "agreed … the deal". */
#include "claim/entity-private.h"

#include "claim/value.h"
#include "rule/predicate.h"

/* How far back, in sentences, the verb may stand. */
#define EVENT_REACH 12u

#define MAX_VERBS 12u

/* The predicates that a noun may say: by the rules, else the verbs it is derived from. */
typedef struct {
  uint32_t predicates[MAX_VERBS];
  uint32_t n_predicates;
  BelWord verbs[MAX_VERBS];
  uint32_t n_verbs;
  const BelSym *told; /* verbs that the noun takes up without being derived from them */
  uint32_t n_told;
} EventWords;

static EventWords
words_of_event (const BelEntities *e, uint32_t t)
{
  EventWords words = { .n_verbs = 0 };
  BelPredicateMatch matches[MAX_VERBS];
  uint32_t n = e->context->program ? bel_predicates_at (e->context->program, e->document, t, matches, MAX_VERBS) : 0;
  for (uint32_t i = 0; i < n; i++)
    if (matches[i].kind == BEL_FORM_NOUN && !matches[i].self)
      words.predicates[words.n_predicates++] = matches[i].predicate;
  const char *lemma = bel_symbols_text (e->document->symbols, e->document->tokens.lemma[t]);
  BelWord word = bel_wordnet_word_str (e->context->wordnet, lemma);
  words.n_verbs = bel_wordnet_derivations (e->context->wordnet, word, BEL_WN_NOUN, BEL_WN_VERB, words.verbs, MAX_VERBS);
  const BelEntry *entry = e->events ? bel_lexicon_word (e->events, e->document, t) : NULL;
  if (entry && e->event_told >= 0)
    words.told = bel_entry_list (entry, e->event_told, &words.n_told);
  return words;
}

static bool
says_event (const BelEntities *e, uint32_t t, const EventWords *words)
{
  const BelDocument *document = e->document;
  if (document->tokens.pos[t] != BEL_POS_VERB)
    return false;
  const char *lemma = bel_symbols_text (document->symbols, document->tokens.lemma[t]);
  BelWord verb = bel_wordnet_word_str (e->context->wordnet, lemma);
  for (uint32_t i = 0; i < words->n_verbs; i++)
    if (words->verbs[i] == verb)
      return true;
  for (uint32_t i = 0; i < words->n_told; i++)
    if (words->told[i] == document->tokens.lemma[t])
      return true;
  if (!words->n_predicates)
    return false;
  BelPredicateMatch matches[MAX_VERBS];
  uint32_t n = bel_predicates_at (e->context->program, document, t, matches, MAX_VERBS);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < words->n_predicates; k++)
      if (matches[i].predicate == words->predicates[k])
        return true;
  return false;
}

/* The nearest of its times to @t: "the meeting on Friday", "met on Sunday". */
static const BelTime *
time_under (const BelEntities *e, uint32_t t)
{
  const BelClaims *claims = e->claims;
  for (uint32_t i = 0; i < claims->times.n; i++) {
    const BelTime *time = &claims->times.items[i];
    for (uint32_t k = time->first; k <= time->last && !time->duration; k++)
      if (e->document->tokens.head[k] == t)
        return time;
  }
  return NULL;
}

/* Whether the clause of @verb has the word of token @t too, or another mention of its entity. */
static bool
is_in_clause (const BelEntities *e, uint32_t verb, uint32_t t)
{
  const BelTokens *tokens = &e->document->tokens;
  uint32_t mention = e->claims->mention_at[t],
           id = mention == BEL_NONE ? BEL_NONE : e->claims->mentions.items[mention].entity;
  const BelSentence *s = &e->document->sentences.items[tokens->sentence[verb]];
  for (uint32_t k = s->first_token; k < s->first_token + s->n_tokens; k++) {
    uint32_t there = e->claims->mention_at[k];
    if (k != t && bel_dominates (e->document, verb, k)
        && (tokens->lemma[k] == tokens->lemma[t]
            || (id != BEL_NONE && there != BEL_NONE && e->claims->mentions.items[there].entity == id)))
      return true;
  }
  return false;
}

/* "briefed on the meeting by a colleague": the agent of the participle above, which the tree hung on the noun. */
static bool
is_agent_of_above (const BelEntities *e, uint32_t noun, uint32_t phrase)
{
  uint32_t above = e->document->tokens.head[noun], marker = bel_child (e->document, phrase, BEL_DEP_CASE);
  return above != BEL_NONE && e->document->tokens.xpos[above] == BEL_XPOS_VBN && marker != BEL_NONE
         && bel_token_form_is (e->document, marker, "by");
}

/* "the meeting of the council in Paris" after "the envoy met the king": what is said beside the noun has to be told with
 * the verb too, and no time may speak against it. */
static bool
phrases_fit (const BelEntities *e, uint32_t t, uint32_t verb)
{
  const BelTokens *tokens = &e->document->tokens;
  const BelTime *here = time_under (e, t), *there = time_under (e, verb);
  if (here && there && bel_time_relate (here, there) == BEL_COMPARED_DISJOINT)
    return false;
  for (BEL_EACH_CHILD (e->document, t, c)) {
    bool named = tokens->dep[c] == BEL_DEP_COMPOUND && tokens->pos[c] == BEL_POS_PROPN;
    bool phrase = c > t && bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD;
    if ((named || phrase) && !is_agent_of_above (e, t, c) && !bel_mention_in_time (e, c) && !is_in_clause (e, verb, c))
      return false;
  }
  return true;
}

/* The verb before @t, nearest first, that told what the noun at @t takes up. */
static uint32_t
find_event_verb (const BelEntities *e, uint32_t t)
{
  EventWords words = words_of_event (e, t);
  if (bel_noun_sort (e, t) != BEL_SORT_EVENT)
    words.n_verbs = 0;
  if (!words.n_verbs && !words.n_predicates && !words.n_told)
    return BEL_NONE;
  for (uint32_t v = t; v-- > 0 && bel_sentences_between (e, v, t) <= EVENT_REACH;)
    if (!bel_dominates (e->document, t, v) && !bel_dominates (e->document, v, t) && says_event (e, v, &words)
        && phrases_fit (e, t, v))
      return v;
  return BEL_NONE;
}

static void
name_event (BelEntities *e, uint32_t id, uint32_t verb)
{
  e->infos.items[id].sort = BEL_SORT_EVENT;
  e->claims->entities.items[id].key = bel_lower_lemma (e, verb);
}

/* "the meeting" after "met": the verb becomes a mention of kind event. Returns: whether it was found. */
bool
bel_event_link (BelEntities *e, uint32_t m)
{
  const BelMention mention = e->claims->mentions.items[m];
  uint32_t verb = find_event_verb (e, mention.head);
  if (verb == BEL_NONE)
    return false;
  uint32_t there = e->claims->mention_at[verb];
  if (there == BEL_NONE) {
    there = bel_mention_add (e, BEL_MENTION_EVENT, verb, verb, verb);
    bel_entity_new (e, there);
    name_event (e, e->claims->mentions.items[there].entity, verb);
  }
  uint32_t id = e->claims->mentions.items[there].entity;
  if (id == BEL_NONE || e->infos.items[id].sort != BEL_SORT_EVENT)
    return false;
  bel_entity_link (e, m, id);
  bel_nominal_learn (e, id, &mention);
  return true;
}
