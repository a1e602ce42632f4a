/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What two accounts of one thing may not both say, where two claims of a draft at large may: that it is open and that it is closed, that
 * the one holds it and the other, that they left and that they are still there. */
#include "conflict/contrary.h"
#include "conflict/judge.h"
#include "conflict/prop.h"
#include "conflict/support.h"
#include "conflict/value.h"
#include "conflict/words.h"

#define TRUST_STATES 0.9f
#define TRUST_DOERS 0.85f
#define TRUST_STILL 0.85f
/* What WordNet trusts less than this, antonyms of a synonym, is not taken. */
#define MIN_ANTONYM 0.8f
/* Steps from a word up to the clause it stands in. */
#define MAX_UP 4

static const BelRoleFill *
fill_named (const BelEvidence *e, const BelProp *prop, const char *role)
{
  return bel_prop_fill (prop, bel_symbols_intern_str (e->finder->symbols, role));
}

static bool
one_moment (const BelEvidence *e)
{
  return e->beside || e->finder->options.same_situation;
}

static BelPhraseView
view_of (const BelEvidence *e)
{
  return e->beside ? BEL_PHRASE_BESIDE : 0;
}

/* -- states ------------------------------------------------------------------------------------------------ */

/* Of whom a state is told: the subject of a copula or of a verb without an object, the object of a passive that names no doer. */
static const BelRoleFill *
bearer_of (const BelEvidence *e, const BelProp *prop)
{
  const BelRoleFill *subject = fill_named (e, prop, "subject"), *object = fill_named (e, prop, "object");
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  if (prop->copular || (subject && !object && prop->pos == BEL_POS_VERB))
    return subject;
  bool passive = bel_child (document, prop->head, BEL_DEP_NSUBJ_PASS) != BEL_NONE
                 || document->tokens.xpos[prop->head] == BEL_XPOS_VBN;
  return passive && !subject ? object : NULL;
}

/* "closed" of "was closed": what a participle is as an adjective. */
static BelSym
as_adjective (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  bool participle = document->tokens.xpos[prop->head] == BEL_XPOS_VBN;
  return participle ? bel_finder_symbol (e->finder, prop->document, document->tokens.lower[prop->head])
                    : bel_finder_lemma (e->finder, prop->document, prop->head);
}

/* "was 34", "was 27". */
static bool
numbers_exclude (const BelEvidence *e)
{
  uint32_t a = bel_quantity_at (e->finder, e->a->document, e->a->head),
           b = bel_quantity_at (e->finder, e->b->document, e->b->head);
  return a != BEL_NONE && b != BEL_NONE && e->a->copular && e->b->copular
         && bel_quantities_compare (e->finder, e->a->document, a, e->b->document, b) == BEL_VALUES_DISJOINT;
}

static float
words_exclude (const BelEvidence *e)
{
  if (numbers_exclude (e))
    return 1;
  BelSym in_a[] = { as_adjective (e, e->a), bel_finder_lemma (e->finder, e->a->document, e->a->head) },
         in_b[] = { as_adjective (e, e->b), bel_finder_lemma (e->finder, e->b->document, e->b->head) };
  for (size_t i = 0; i < G_N_ELEMENTS (in_a); i++)
    for (size_t j = 0; j < G_N_ELEMENTS (in_b); j++) {
      BelWordMatch told = bel_words_by_rule (e->finder, in_a[i], in_b[j]);
      bool copular = e->a->copular || e->b->copular; /* what is done may be undone: detained, then released */
      if (told.relation == BEL_WORD_OPPOSITE && (copular || g_str_equal (told.set, "opposite-state")))
        return told.trust;
    }
  if (!e->a->copular && !e->b->copular)
    return 0;
  float opposed = bel_word_opposes (e->finder, e->a->document, e->a->head, e->b->document, e->b->head);
  if (opposed > 0)
    return opposed;
  BelWordMatch match = bel_words_compare (e->finder, as_adjective (e, e->a), as_adjective (e, e->b), BEL_POS_ADJ);
  bool excludes = match.relation == BEL_WORD_OPPOSITE || match.relation == BEL_WORD_EXCLUSIVE;
  return excludes && match.trust >= MIN_ANTONYM ? match.trust : 0;
}

/* An adjective or a participle, no noun: who was king may have become emperor. */
static bool
is_quality (const BelEvidence *e, const BelProp *prop)
{
  BelPos pos = bel_finder_document (e->finder, prop->document)->tokens.pos[prop->head];
  return pos == BEL_POS_ADJ || pos == BEL_POS_VERB || pos == BEL_POS_ADV || pos == BEL_POS_NUM;
}

/* Nothing told of the one besides its bearer, time and place may make it another state: "closed to lorries". */
static bool
is_plain (const BelProp *prop, const BelRoleFill *bearer)
{
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    const BelRoleFill *fill = &prop->fills[i];
    bool word = fill->head == prop->head;
    if (fill != bearer && !word && fill->kind != BEL_ROLE_TIME && fill->kind != BEL_ROLE_PLACE
        && fill->kind != BEL_ROLE_AGENT)
      return false;
  }
  return true;
}

float
bel_judge_states_exclude (BelEvidence *e)
{
  if (!one_moment (e) || e->a->kind != BEL_PROP_CLAIM || e->b->kind != BEL_PROP_CLAIM)
    return 0;
  const BelRoleFill *a = bearer_of (e, e->a), *b = bearer_of (e, e->b);
  if (!a || !b || !is_plain (e->a, a) || !is_plain (e->b, b) || !is_quality (e, e->a) || !is_quality (e, e->b))
    return 0;
  BelNoun noun_a = bel_prop_noun (e->a, a), noun_b = bel_prop_noun (e->b, b);
  if (bel_phrase_indefinite (e->finder, noun_a) || bel_phrase_indefinite (e->finder, noun_b))
    return 0;
  BelMatch match = bel_phrase_compare (e->finder, noun_a, noun_b, view_of (e));
  if (match.kind != BEL_MATCH_SAME || match.weak)
    return 0;
  float trust = words_exclude (e);
  e->token_a = e->a->head;
  e->token_b = e->b->head;
  return trust * match.trust * TRUST_STATES;
}

/* -- one doer ------------------------------------------------------------------------------------------------- */

/* The predicate has one doer, or one at a time. */
static bool
has_one_doer (const BelEvidence *e, const BelProp *prop, bool *out_alone)
{
  const BelLexicon *sole = bel_program_lexicon (e->finder->program, "sole-doer");
  const BelEntry *entry = sole && prop->rule != BEL_NONE
                              ? bel_lexicon_find_text (sole, bel_finder_text (e->finder, prop->predicate))
                              : NULL;
  int alone = sole ? bel_lexicon_field (sole, "alone") : -1;
  *out_alone = entry && alone >= 0 && bel_entry_boolean (entry, alone);
  return entry != NULL;
}

/* A group or a person that is not named, of which there is one here: "the army", "rebels". */
static bool
is_party (const BelEvidence *e, BelNoun noun)
{
  const BelDocument *document = bel_finder_document (e->finder, noun.document);
  uint8_t sort = document->tokens.sort[noun.head];
  return document->tokens.pos[noun.head] == BEL_POS_NOUN && (sort == BEL_NOUN_GROUP || sort == BEL_NOUN_PERSON)
         && !bel_phrase_brings_in (e->finder, noun);
}

/* "The rebels said they held it": who did it says so. */
static bool
speaks_for_itself (const BelProp *prop, uint32_t holder, const BelRoleFill *doer)
{
  return holder < prop->n_holders && doer->entity != BEL_NONE && prop->holders[holder].entity == doer->entity;
}

/* Whether one of the phrases has the other's words: "PST Chittagong -- Muhammad Yunus" was taken for one. */
static bool
is_within (const BelEvidence *e, BelNoun a, BelNoun b)
{
  const BelDocument *document = bel_finder_document (e->finder, a.document);
  BelSym lemma = bel_finder_lemma (e->finder, b.document, b.head);
  for (uint32_t t = document->tokens.subtree_first[a.head]; t <= document->tokens.subtree_last[a.head]; t++)
    if (bel_finder_lemma (e->finder, a.document, t) == lemma)
      return true;
  return false;
}

static bool
are_two (const BelEvidence *e, BelNoun a, BelNoun b)
{
  a = bel_phrase_best_mention (e->finder, a);
  b = bel_phrase_best_mention (e->finder, b);
  if (is_within (e, a, b) || is_within (e, b, a))
    return false;
  if (bel_phrase_compare (e->finder, a, b, view_of (e)).kind != BEL_MATCH_NONE
      || bel_phrase_compare (e->finder, b, a, view_of (e)).kind != BEL_MATCH_NONE)
    return false;
  bool named_a = bel_phrase_named (e->finder, a), named_b = bel_phrase_named (e->finder, b);
  if (named_a || named_b)
    return named_a && named_b;
  return is_party (e, a) && is_party (e, b)
         && bel_finder_lemma (e->finder, a.document, a.head) != bel_finder_lemma (e->finder, b.document, b.head);
}

/* Whether the voice of @prop names @doer too, as one of several who did it. */
static bool
did_it_too (BelEvidence *e, const BelProp *prop, BelNoun doer)
{
  for (uint32_t i = 0; i < e->finder->props.n; i++) {
    const BelProp *other = &e->finder->props.items[i];
    if (other->kind != BEL_PROP_CLAIM || other == prop || other->document != prop->document
        || other->sentence != prop->sentence || other->predicate != prop->predicate)
      continue;
    const BelRoleFill *subject = fill_named (e, other, "subject");
    if (subject
        && bel_phrase_compare (e->finder, bel_prop_noun (other, subject), doer, view_of (e)).kind != BEL_MATCH_NONE)
      return true;
  }
  return false;
}

/* "a car" is none that was told of. */
static bool
is_new (const BelEvidence *e, const BelAligned *at)
{
  return bel_phrase_brings_in (e->finder, bel_prop_noun (e->a, &e->a->fills[at->fill_a]))
         || bel_phrase_brings_in (e->finder, bel_prop_noun (e->b, &e->b->fills[at->fill_b]));
}

/* All that both tell but who did it is the same. *@out_trust: how surely. */
static bool
same_but_doer (const BelEvidence *e, const BelRoleFill *doer, bool alone, float *out_trust)
{
  const BelAlignment *al = &e->alignment;
  uint32_t n_same = 0;
  *out_trust = e->predicates.trust;
  for (uint32_t k = 0; k < al->n; k++) {
    const BelAligned *at = &al->items[k];
    const BelRoleFill *b = &e->b->fills[at->fill_b];
    if (b == doer || at->fill_a == BEL_NONE)
      continue;
    if (at->match.kind == BEL_MATCH_NONE || at->match.kind == BEL_MATCH_EXCLUSIVE || at->match.weak)
      return false;
    if (b->core && (at->match.kind != BEL_MATCH_SAME || is_new (e, at)))
      return false;
    *out_trust *= at->match.trust;
    n_same += b->core;
  }
  return !al->missing_core && !al->extra_core && (n_same > 0 || alone);
}

float
bel_judge_doers_differ (BelEvidence *e)
{
  if (!one_moment (e) || e->a->kind != BEL_PROP_CLAIM || e->b->kind != BEL_PROP_CLAIM)
    return 0;
  bel_evidence_align (e);
  bool alone = false;
  if ((e->predicates.kind != BEL_PREDICATES_SAME && e->predicates.kind != BEL_PREDICATES_ENTAIL)
      || !e->predicates.by_rule || !has_one_doer (e, e->b, &alone))
    return 0;
  const BelRoleFill *a = fill_named (e, e->a, "subject"), *b = fill_named (e, e->b, "subject");
  float trust = 0;
  if (!a || !b || !same_but_doer (e, b, alone, &trust))
    return 0;
  BelNoun noun_a = bel_prop_noun (e->a, a), noun_b = bel_prop_noun (e->b, b);
  bool named = bel_phrase_named (e->finder, bel_phrase_best_mention (e->finder, noun_a));
  if (!named && !speaks_for_itself (e->a, e->holder_a, a) && !speaks_for_itself (e->b, e->holder_b, b))
    return 0;
  if (!are_two (e, noun_a, noun_b) || did_it_too (e, e->a, noun_b) || did_it_too (e, e->b, noun_a))
    return 0;
  e->token_a = a->head;
  e->token_b = b->head;
  return trust * TRUST_DOERS;
}

/* -- gone, and still there -------------------------------------------------------------------------------------- */

static bool
is_in (const BelEvidence *e, const char *lexicon, const BelProp *prop)
{
  const BelLexicon *words = bel_program_lexicon (e->finder->program, lexicon);
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  return words
         && (bel_lexicon_word (words, document, prop->head) || bel_lexicon_headed (words, document, prop->head, NULL));
}

/* "were still in the town", "remained there". */
static bool
is_still_so (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelSentence *s = &document->sentences.items[prop->sentence];
  const BelLexicon *still = bel_program_lexicon (e->finder->program, "still-cue");
  for (uint32_t t = s->first_token; still && t < s->first_token + s->n_tokens; t++)
    if (bel_lexicon_word (still, document, t) && document->tokens.head[t] != BEL_NONE
        && (document->tokens.head[t] == prop->head || bel_dominates (document, prop->head, t)))
      return true;
  return is_in (e, "staying-verb", prop);
}

/* The place by name that is told with @prop, in whatever role; BEL_NONE without one. */
static uint32_t
place_with (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  for (uint32_t i = 0; i < prop->n_fills; i++) {
    const BelRoleFill *fill = &prop->fills[i];
    if (bel_fill_is_place (document, fill))
      return fill->head;
  }
  return BEL_NONE;
}

/* Whether @word or what stands with it in its phrase ("government troops", "its troops") is @other. */
static bool
is_of (const BelEvidence *e, BelNoun noun, BelNoun other)
{
  const BelDocument *document = bel_finder_document (e->finder, noun.document);
  if (bel_phrase_compare (e->finder, noun, other, view_of (e)).kind != BEL_MATCH_NONE)
    return true;
  BelSym lemma = bel_finder_lemma (e->finder, other.document, bel_phrase_best_mention (e->finder, other).head);
  for (BEL_EACH_CHILD (document, noun.head, c))
    if (bel_finder_lemma (e->finder, noun.document, c) == lemma)
      return true;
  return false;
}

/* Whether those who are said to have left are those who are said to be there. */
static bool
are_the_same (const BelEvidence *e, const BelProp *gone, const BelProp *there)
{
  const BelRoleFill *stayer = fill_named (e, there, "subject"), *leaver = fill_named (e, gone, "subject");
  if (!stayer || !leaver)
    return false;
  BelNoun noun = bel_prop_noun (there, stayer);
  return is_of (e, noun, bel_prop_noun (gone, leaver)) || is_of (e, bel_prop_noun (gone, leaver), noun);
}

float
bel_judge_gone_and_there (BelEvidence *e)
{
  if (!one_moment (e) || e->a->kind != BEL_PROP_CLAIM || e->b->kind != BEL_PROP_CLAIM || e->a->negated || e->b->negated
      || !is_in (e, "leaving-verb", e->a) || !is_still_so (e, e->b))
    return 0;
  uint32_t from = place_with (e, e->a), in = place_with (e, e->b);
  if (from == BEL_NONE || in == BEL_NONE || !are_the_same (e, e->a, e->b)
      || bel_finder_lemma (e->finder, e->a->document, from) != bel_finder_lemma (e->finder, e->b->document, in))
    return 0;
  e->token_a = e->a->head;
  e->token_b = in;
  return TRUST_STILL;
}

/* -- denials of one's own ----------------------------------------------------------------------------------------- */

/* Who did it, as the first tells it: the role that is the subject of the second. */
static const BelRoleFill *
doer_in_first (const BelEvidence *e, const BelRoleFill *mine)
{
  for (uint32_t i = 0; i < e->predicates.n_roles; i++)
    if (e->predicates.roles[i].to == mine->role)
      return bel_prop_fill (e->a, e->predicates.roles[i].from);
  for (uint32_t i = 0; i < e->predicates.n_roles; i++)
    if (e->predicates.roles[i].from == mine->role)
      return NULL;
  return bel_prop_fill (e->a, mine->role);
}

bool
bel_evidence_is_own_denial (const BelEvidence *e)
{
  const BelRoleFill *mine = fill_named (e, e->b, "subject");
  if (!one_moment (e) || !mine || mine->entity == BEL_NONE)
    return false;
  bool denier = false;
  for (uint32_t h = 0; h < e->b->n_holders; h++) {
    const BelHolder *holder = &e->b->holders[h];
    denier
        = denier
          || (holder->attribution != BEL_NONE && holder->entity == mine->entity && bel_truth_is_false (holder->truth));
  }
  const BelRoleFill *other = doer_in_first (e, mine);
  return denier
         && (!other
             || bel_phrase_is_organ (e->finder, bel_phrase_best_mention (e->finder, bel_prop_noun (e->a, other))));
}
