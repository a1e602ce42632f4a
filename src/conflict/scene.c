/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* All the rest being the same, word for word, is the evidence that two sentences are of one scene; see docs/notes/scene.md. */
#include "conflict/scene.h"

#include "conflict/phrase.h"
#include "conflict/support.h"
#include "conflict/words.h"

/* Fewer words in common than this do not make two things one that are done something to in a scene that is shown. */
#define COMMON_ONE_DOING 4
/* What a cohort's different members are worth where all the rest is the same. */
#define TRUST_SAME_REST 0.9f
/* Left of the trust where the two may well speak of two things, or of two moments. */
#define TRUST_TWO_THINGS 0.3f
#define TRUST_TWO_MOMENTS 0.3f

static bool
is_subject (const BelDocument *document, uint32_t token)
{
  return token != BEL_NONE && bel_dep_base (document->tokens.dep[token]) == BEL_DEP_NSUBJ;
}

static bool
is_indefinite (const BelFinder *finder, const BelProp *prop, uint32_t token)
{
  return bel_phrase_indefinite (finder, (BelNoun){ prop->document, token, BEL_NONE, BEL_NONE });
}

/* -- word for word ----------------------------------------------------------------------------------------- */

static uint32_t
n_determiners (const BelDocument *document, uint32_t first, uint32_t last)
{
  uint32_t n = 0;
  for (uint32_t t = first; t <= last; t++)
    n += document->tokens.pos[t] == BEL_POS_DET;
  return n;
}

static bool
is_word_for_word (const BelEvidence *e)
{
  const BelDocument *a = bel_finder_document (e->finder, e->a->document),
                    *b = bel_finder_document (e->finder, e->b->document);
  for (uint32_t i = 0; i < e->wording.n_gaps; i++) {
    const BelGap *gap = &e->wording.gaps[i];
    if (gap->kind != BEL_GAP_EXCLUSIVE && gap->kind != BEL_GAP_OPPOSITE)
      return false;
    if (n_determiners (a, gap->first_a, gap->last_a) != n_determiners (b, gap->first_b, gap->last_b))
      return false;
  }
  return true;
}

bool
bel_scene_brings_in (const BelFinder *finder, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  uint32_t root = bel_sentence_root (document, prop->sentence);
  uint32_t subject = root == BEL_NONE ? BEL_NONE : bel_child_base (document, root, BEL_DEP_NSUBJ);
  return subject != BEL_NONE && bel_phrase_brings_in (finder, (BelNoun){ prop->document, subject, BEL_NONE, BEL_NONE });
}

/* -- by turns ---------------------------------------------------------------------------------------------- */

/* "Is sitting", "are being lifted"; "sitting on a bench" by itself names who is meant. */
static bool
is_in_course (const BelDocument *document, uint32_t verb)
{
  return document->tokens.pos[verb] == BEL_POS_VERB
         && bel_token_feat (document, verb, BEL_FEAT_VERBFORM) == BEL_VERBFORM_PART
         && (bel_token_feat (document, verb, BEL_FEAT_TENSE) == BEL_TENSE_PRES
             || bel_token_feat (document, verb, BEL_FEAT_VOICE))
         && (bel_child_base (document, verb, BEL_DEP_AUX) != BEL_NONE
             || bel_dep_base (document->tokens.dep[verb]) == BEL_DEP_CONJ);
}

/* The word, or what it goes with, tells of what is being done at the moment. */
static bool
goes_on (const BelDocument *document, uint32_t token)
{
  for (int steps = 0; token != BEL_NONE && steps < 3; steps++, token = document->tokens.head[token])
    if (is_in_course (document, token))
      return true;
  return false;
}

bool
bel_scene_by_turns (BelFinder *finder, uint32_t doc_a, uint32_t token_a, uint32_t doc_b, uint32_t token_b)
{
  const BelLexicon *turns = bel_program_lexicon (finder->program, "by-turns");
  BelSym a = bel_finder_lemma (finder, doc_a, token_a), b = bel_finder_lemma (finder, doc_b, token_b);
  return turns && bel_lexicon_find_text (turns, bel_finder_text (finder, a))
         && bel_lexicon_find_text (turns, bel_finder_text (finder, b))
         && goes_on (bel_finder_document (finder, doc_a), token_a);
}

/* -- one thing --------------------------------------------------------------------------------------------- */

/* "A man is slicing a melon": a scene is shown, and whoever is seen in it. */
static bool
is_shown (const BelFinder *finder, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  uint32_t root = bel_sentence_root (document, prop->sentence);
  return root != BEL_NONE && is_in_course (document, root) && bel_scene_brings_in (finder, prop);
}

/* "A man is opening …" and "a man is closing …" are two men. */
static bool
is_root_verb (const BelDocument *document, uint32_t token)
{
  return document->tokens.dep[token] == BEL_DEP_ROOT && document->tokens.pos[token] == BEL_POS_VERB;
}

/* The noun whose kind or look the word tells: "white" and "rally" of "a white rally car". */
static uint32_t
described (const BelDocument *document, uint32_t token)
{
  BelDep dep = BEL_DEP_AMOD;
  for (int steps = 0; steps < 3 && (dep == BEL_DEP_AMOD || dep == BEL_DEP_COMPOUND); steps++) {
    dep = bel_dep_base (document->tokens.dep[token]);
    if (dep == BEL_DEP_AMOD || dep == BEL_DEP_COMPOUND)
      token = document->tokens.head[token];
  }
  return token;
}

/* In a scene that is shown "a man …" and "a woman …", "a black dog …" and "a white dog …" bring in two. */
static bool
shows_two_things (const BelEvidence *e, const BelGap *gap)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  uint32_t token = gap->token_a;
  bool look = gap->kind == BEL_GAP_OPPOSITE || (gap->set && g_str_has_prefix (gap->set, "exclusive-look-"));
  if (is_subject (document, token)
      || (look && (is_subject (document, described (document, token)) || is_root_verb (document, token))))
    return true;
  bool counted = bel_child_base (document, token, BEL_DEP_DET) != BEL_NONE
                 || bel_token_feat (document, token, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
  return gap->kind == BEL_GAP_EXCLUSIVE && bel_dep_base (document->tokens.dep[token]) == BEL_DEP_OBJ
         && is_indefinite (e->finder, e->a, token) && counted && e->wording.n_common < COMMON_ONE_DOING;
}

static bool
is_two_things (const BelEvidence *e, const BelGap *gap)
{
  if (is_word_for_word (e))
    return is_shown (e->finder, e->a) && shows_two_things (e, gap);
  return bel_scene_brings_in (e->finder, e->a) || bel_scene_brings_in (e->finder, e->b);
}

/* Kinds of which several may be about, said of who does it, and all the rest is told of him alike: "the man bought the boat". */
static bool
is_same_doer (const BelEvidence *e, const BelGap *gap)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  uint32_t root = bel_sentence_root (document, e->a->sentence);
  return gap->set && g_str_has_prefix (gap->set, "cohort-") && is_subject (document, gap->token_a)
         && is_word_for_word (e) && root != BEL_NONE && !is_in_course (document, root)
         && e->wording.n_common >= COMMON_ONE_DOING;
}

float
bel_scene_is_one (const BelEvidence *e, const BelGap *gap)
{
  if (gap->kind != BEL_GAP_EXCLUSIVE && gap->kind != BEL_GAP_OPPOSITE)
    return gap->trust;
  if (gap->kind == BEL_GAP_OPPOSITE
      && bel_scene_by_turns (e->finder, e->a->document, gap->token_a, e->b->document, gap->token_b))
    return TRUST_TWO_MOMENTS;
  if (is_two_things (e, gap))
    return TRUST_TWO_THINGS;
  return is_same_doer (e, gap) ? TRUST_SAME_REST : gap->trust;
}

/* -- what a negation is over --------------------------------------------------------------------------------- */

/* The word whose subtree the negation at @t is over: a noun ("with no hair"), or the verb that it or its noun goes with. */
static uint32_t
scope_of (const BelDocument *document, uint32_t t)
{
  BelPos pos = document->tokens.pos[t];
  uint32_t noun = pos == BEL_POS_PRON || pos == BEL_POS_NOUN ? t : document->tokens.head[t];
  if (noun == BEL_NONE || document->tokens.head[noun] == BEL_NONE)
    return noun == BEL_NONE ? t : noun;
  BelDep dep = bel_dep_base (document->tokens.dep[noun]);
  return dep == BEL_DEP_NSUBJ || dep == BEL_DEP_OBJ || dep == BEL_DEP_IOBJ ? document->tokens.head[noun] : noun;
}

/* Whether @t stands in what the negation at @negation is over. */
static bool
is_over (const BelDocument *document, uint32_t negation, uint32_t t)
{
  uint32_t scope = scope_of (document, negation), subject = bel_child_base (document, scope, BEL_DEP_NSUBJ);
  bool by_subject = subject != BEL_NONE && bel_dominates (document, subject, negation);
  return bel_dominates (document, scope, t)
         && (subject == BEL_NONE || by_subject || !bel_dominates (document, subject, t));
}

bool
bel_scene_negates (const BelDocument *document, const BelSentence *sentence, uint32_t t)
{
  for (uint32_t n = sentence->first_token; n < sentence->first_token + sentence->n_tokens; n++)
    if (bel_token_negates (document, n) && is_over (document, n, t))
      return true;
  return false;
}

/* -- what is denied is no wider than what is said -------------------------------------------------------------- */

/* "No man", "nobody": what is denied is that there is any. */
static bool
denies_any (const BelDocument *document, uint32_t negation)
{
  return bel_dep_base (document->tokens.dep[negation]) == BEL_DEP_DET || document->tokens.pos[negation] == BEL_POS_PRON;
}

typedef struct {
  bool said, wider; /* a word of the other says it; one that hangs alike says what it is a kind of */
} Likes;

/* "The parcel" of "cuts the ribbon on the parcel": who does so need not cut the parcel. */
static bool
stands_by_object (const BelDocument *document, uint32_t t)
{
  BelDep dep = bel_dep_base (document->tokens.dep[t]);
  uint32_t marker = bel_child_base (document, t, BEL_DEP_CASE), head = document->tokens.head[t];
  if (marker == BEL_NONE || bel_token_lemma_is (document, marker, "of"))
    return false;
  return dep == BEL_DEP_NMOD ? bel_dep_base (document->tokens.dep[head]) == BEL_DEP_OBJ
                             : dep == BEL_DEP_OBL && bel_child_base (document, head, BEL_DEP_OBJ) != BEL_NONE;
}

static Likes
likes_of (BelFinder *finder, const BelProp *says, uint32_t document, uint32_t t)
{
  const BelDocument *own = bel_finder_document (finder, document),
                    *other = bel_finder_document (finder, says->document);
  const BelSentence *sentence = &other->sentences.items[says->sentence];
  Likes likes = { 0 };
  bool object = bel_dep_base (own->tokens.dep[t]) == BEL_DEP_OBJ;
  for (uint32_t s = sentence->first_token; s < sentence->first_token + sentence->n_tokens && !likes.said; s++) {
    if (!bel_token_is_content (other, s) || (object && stands_by_object (other, s)))
      continue;
    likes.said = bel_word_says (finder, says->document, s, document, t) > 0;
    likes.wider
        = likes.wider
          || (other->tokens.dep[s] == own->tokens.dep[t] && bel_word_says (finder, document, t, says->document, s) > 0);
  }
  return likes;
}

static bool
excludes (BelFinder *finder, uint32_t doc_a, uint32_t a, uint32_t doc_b, uint32_t b)
{
  BelWordMatch match
      = bel_words_by_rule (finder, bel_finder_lemma (finder, doc_a, a), bel_finder_lemma (finder, doc_b, b));
  return match.relation == BEL_WORD_OPPOSITE || match.relation == BEL_WORD_EXCLUSIVE;
}

/* "No heap of bricks", where the other tells of bricks: the heap is no more than they. */
static bool
is_measure (BelFinder *finder, const BelProp *says, uint32_t document, uint32_t t)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  uint32_t stuff = bel_child_base (doc, t, BEL_DEP_NMOD);
  uint32_t marker = stuff == BEL_NONE ? BEL_NONE : bel_child_base (doc, stuff, BEL_DEP_CASE);
  return marker != BEL_NONE && bel_token_lemma_is (doc, marker, "of") && likes_of (finder, says, document, stuff).said;
}

/* Whether the word makes what is told narrower than what the other tells: a verb of which only what it is a kind of is said; of
 * somebody @new, a noun or number that is not said there. */
static bool
narrows (BelFinder *finder, const BelProp *denies, const BelProp *says, uint32_t t, bool new)
{
  const BelDocument *document = bel_finder_document (finder, denies->document);
  BelPos pos = document->tokens.pos[t];
  bool verb = pos == BEL_POS_VERB, noun = pos == BEL_POS_NOUN || pos == BEL_POS_ADJ || pos == BEL_POS_NUM;
  if ((!verb && !(noun && new)) || !bel_token_is_content (document, t))
    return false;
  Likes likes = likes_of (finder, says, denies->document, t);
  return !likes.said && (verb ? likes.wider : !is_measure (finder, says, denies->document, t));
}

/* "Two men": a number of the denied that the other has not, wherever it stands. */
static bool
is_over_or_counts (const BelDocument *document, uint32_t negation, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_NUM || is_over (document, negation, t);
}

/* "A woman stands by the door and is not singing", "a woman sits and sings": a word of the one is the contrary of one of the other,
 * beside what is denied. */
static bool
parts_elsewhere (BelFinder *finder, const BelProp *denies, const BelProp *says)
{
  const BelDocument *document = bel_finder_document (finder, denies->document),
                    *other = bel_finder_document (finder, says->document);
  const BelSentence *sentence = &document->sentences.items[denies->sentence],
                    *said = &other->sentences.items[says->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    if (!bel_token_is_content (document, t) || likes_of (finder, says, denies->document, t).said
        || bel_scene_negates (document, sentence, t))
      continue;
    for (uint32_t s = said->first_token; s < said->first_token + said->n_tokens; s++)
      if (bel_token_is_content (other, s) && document->tokens.pos[t] == other->tokens.pos[s]
          && excludes (finder, denies->document, t, says->document, s))
        return true;
  }
  return false;
}

bool
bel_scene_denies_more (BelFinder *finder, const BelProp *denies, const BelProp *says)
{
  const BelDocument *document = bel_finder_document (finder, denies->document);
  const BelSentence *sentence = &document->sentences.items[denies->sentence];
  uint32_t past = sentence->first_token + sentence->n_tokens;
  bool brought_in = finder->options.same_situation && bel_scene_brings_in (finder, says);
  for (uint32_t n = sentence->first_token; finder->options.same_situation && n < past; n++) {
    bool new = brought_in || denies_any (document, n);
    for (uint32_t t = sentence->first_token; bel_token_negates (document, n) && t < past; t++)
      if (is_over_or_counts (document, n, t) && narrows (finder, denies, says, t, new))
        return true;
  }
  return brought_in && bel_scene_brings_in (finder, denies) && parts_elsewhere (finder, denies, says);
}
