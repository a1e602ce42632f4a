/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Of two texts on one situation, the longer one speaks of what the shorter one says, in words of its own, and one of the two
 * denies it. How likely both speak of one thing is judged by a logistic model (docs/notes/support.md). */
#include "conflict/contrary.h"
#include "conflict/judge.h"
#include "conflict/prop.h"
#include "conflict/scene.h"
#include "conflict/support.h"

#include <math.h>

typedef enum {
  BIAS,
  COVER,   /* share of what the short sentence says that the text speaks of */
  EXACT,   /* … by the same lemmas */
  REVERSE, /* share of what the text says that the short sentence speaks of */
  ARCS,    /* share of the arcs that are as short in the text */
  OTHER_CASE,
  LOST_NAMES,
  LENGTH,          /* of the text, logarithm */
  SHORT,           /* content words of the short sentence, logarithm */
  OTHER_NEGATION,  /* the text has a negation */
  REVERSE_BY_TEXT, /* where the clause of the text is negated */
  SAME,            /* participants of the short sentence's root that are those of its like */
  SUBJECT,         /* … its subject is among them */
  FAR,             /* participants that stand elsewhere */
  NOT_FOUND,       /* words the text does not speak of */
  ROOT_FALSE,      /* the text says of the root's like that it is not so */
  N_FEATURES
} Feature;

/* Fitted: docs/notes/support.md. */
static const float WEIGHTS[N_FEATURES] = {
  [BIAS] = -3.27f,           [COVER] = 0.14f,       [EXACT] = 1.40f,   [REVERSE] = 2.53f, [ARCS] = 0.32f,
  [OTHER_CASE] = -0.67f,     [LOST_NAMES] = -0.31f, [LENGTH] = 0.60f,  [SHORT] = -0.32f,  [OTHER_NEGATION] = -0.97f,
  [REVERSE_BY_TEXT] = 1.20f, [SAME] = -0.47f,       [SUBJECT] = 0.74f, [FAR] = -1.14f,    [NOT_FOUND] = -0.41f,
  [ROOT_FALSE] = 0.40f,
};

/* Less than this is not spoken of. */
#define MIN_COVER 0.4f
/* … and of a claim whose verb is not spoken of. */
#define MIN_COVER_ROOTLESS 0.55f
/* How likely it has to be that both speak of one thing, where a name ties them together and where none does. */
#define LIKELY_NAMED 0.65f
#define LIKELY 0.54f
/* … and where one of the two brings somebody in, of whom there may be two. */
#define LIKELY_NEW 0.62f
/* Tokens by which two sentences differ that are of one length but for a negation and its auxiliary. */
#define ONE_LENGTH 2
/* Tokens of a headline, all its sentences together. */
#define MAX_HEADLINE 30

/* The word of the text that stands for the short sentence as a whole: its root's like, else the highest word found. */
static uint32_t
anchor_of (const BelDocument *document, const BelSupport *support)
{
  if (support->root != BEL_NONE)
    return support->root;
  uint32_t best = BEL_NONE, best_depth = UINT32_MAX;
  for (uint32_t i = 0; i < support->n; i++) {
    uint32_t depth = 0;
    for (uint32_t t = support->words[i].found; t != BEL_NONE && document->tokens.head[t] != BEL_NONE;
         t = document->tokens.head[t])
      depth++;
    uint32_t found = support->words[i].found;
    bool verb = found != BEL_NONE && document->tokens.pos[found] == BEL_POS_VERB;
    bool tells = verb && best != BEL_NONE && document->tokens.pos[best] != BEL_POS_VERB; /* more than a participant */
    if (found != BEL_NONE && (depth < best_depth || (depth == best_depth && tells))) {
      best = found;
      best_depth = depth;
    }
  }
  return best;
}

static uint32_t
n_negations (const BelDocument *document, const BelSentence *sentence)
{
  uint32_t n = 0;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    n += bel_token_negates (document, t);
  return n;
}

static bool
has_name (const BelSupport *support)
{
  for (uint32_t i = 0; i < support->n; i++)
    if (support->words[i].name)
      return true;
  return false;
}

/* A sentence of each of two texts, with all that the second says sought in the first. */
static bool
read_support (BelEvidence *e, BelSupport *out)
{
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || !e->finder->options.same_situation
      || e->b->head == BEL_NONE)
    return false;
  bel_support_read (e->finder, e->a, e->b, out);
  return out->cover >= MIN_COVER;
}

/* Whether the text negates the like of a word that the short sentence negates: then they agree. */
static bool
shares_negation (const BelDocument *doc_a, const BelDocument *doc_b, const BelSentence *s_b, const BelSupport *support)
{
  for (uint32_t t = s_b->first_token; t < s_b->first_token + s_b->n_tokens; t++) {
    if (!bel_token_negates (doc_b, t))
      continue;
    for (uint32_t i = 0; i < support->n; i++) {
      if (support->words[i].token != doc_b->tokens.head[t] || support->words[i].found == BEL_NONE)
        continue;
      uint32_t found = support->words[i].found;
      if (found > 1 && bel_token_negates (doc_a, found - 2) && doc_a->tokens.pos[found] == BEL_POS_ADJ)
        return true; /* "far from certain" */
      for (BEL_EACH_CHILD (doc_a, found, c))
        if (bel_token_negates (doc_a, c))
          return true;
    }
  }
  return false;
}

/* The word of the short sentence that @found stands for; @or without one. */
static uint32_t
told_by (const BelSupport *support, uint32_t found, uint32_t or)
{
  for (uint32_t i = 0; i < support->n; i++)
    if (support->words[i].found == found)
      return support->words[i].token;
  return or ;
}

/* "left on Saturday, not on Friday": what the text itself denies of a word. */
static bool
has_contrasted (const BelDocument *document, const BelSupport *support)
{
  for (uint32_t i = 0; i < support->n; i++)
    if (support->words[i].found != BEL_NONE && bel_is_contrasted (document, support->words[i].found))
      return true;
  return false;
}

/* "The questions that it did not raise were answered": what is denied stands in a phrase, and the text speaks of no such thing. */
static bool
denies_beside (const BelDocument *document, const BelSentence *sentence, uint32_t root, const BelSupport *support)
{
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    uint32_t host = document->tokens.head[t];
    if (!bel_token_negates (document, t) || host == BEL_NONE || host == root)
      continue;
    BelDep dep = bel_dep_base (document->tokens.dep[host]);
    bool acl = dep == BEL_DEP_ACL || document->tokens.dep[host] == BEL_DEP_ACL_RELCL;
    if (acl && document->tokens.dep[t] == BEL_DEP_ADVMOD && bel_support_found (support, host) == BEL_NONE)
      return true;
  }
  return false;
}

/* "died as a result of the drug" */
static bool
tells_a_tie (const BelEvidence *e, const BelLexicon *ties)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  const BelSentence *sentence = &document->sentences.items[e->a->sentence];
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    if (bel_lexicon_at (ties, document, t, NULL))
      return true;
  return false;
}

/* "The drug did not cause his death" denies no death: of a verb that says what something comes of, the negation goes no
 * further. */
static bool
denies_the_tie (const BelEvidence *e, const BelSentence *sentence, uint32_t told)
{
  const BelDocument *document = bel_finder_document (e->finder, e->b->document);
  const BelLexicon *ties = bel_program_lexicon (e->finder->program, "cause-verb");
  if (!ties || tells_a_tie (e, ties))
    return false;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    uint32_t host = bel_token_negates (document, t) ? document->tokens.head[t] : BEL_NONE;
    if (host != BEL_NONE && host != told && bel_lexicon_word (ties, document, host)
        && bel_dominates (document, host, told))
      return true;
  }
  return false;
}

static float
likelihood (const float *features)
{
  float z = 0;
  for (int i = 0; i < N_FEATURES; i++)
    z += WEIGHTS[i] * features[i];
  return 1 / (1 + expf (-z));
}

static float
n_not_found (const BelSupport *support)
{
  float n = 0;
  for (uint32_t i = 0; i < support->n; i++)
    n += support->words[i].found == BEL_NONE;
  return n;
}

/* Two sentences of about one length, and a noun or number of the one is not in the other: it says another thing in its place. */
static bool
parts_ways (const BelDocument *document, const BelSentence *s_a, const BelSentence *s_b, const BelSupport *support)
{
  if (s_a->n_tokens > s_b->n_tokens + ONE_LENGTH)
    return false;
  for (uint32_t i = 0; i < support->n; i++) {
    BelPos pos = document->tokens.pos[support->words[i].token];
    if (support->words[i].found == BEL_NONE && (pos == BEL_POS_NOUN || pos == BEL_POS_PROPN || pos == BEL_POS_NUM))
      return true;
  }
  return false;
}

static void
describe (BelEvidence *e, const BelSupport *support, bool by_text, float *out)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  const BelSentence *sentence = &document->sentences.items[e->a->sentence];
  BelStanding standing = { 0 };
  if (support->root != BEL_NONE)
    standing = bel_participants_stand (e->finder, e->a, support->root, e->b, e->b->head, support);
  out[BIAS] = 1;
  out[COVER] = support->cover;
  out[EXACT] = support->exact;
  out[REVERSE] = support->reverse;
  out[ARCS] = support->arcs;
  out[OTHER_CASE] = (float) support->other_case;
  out[LOST_NAMES] = (float) MIN (support->lost_names, 3);
  out[LENGTH] = log2f ((float) sentence->n_tokens);
  out[SHORT] = log2f ((float) MAX (1, support->n));
  out[OTHER_NEGATION] = n_negations (document, sentence) > 0;
  out[REVERSE_BY_TEXT] = by_text ? support->reverse : 0;
  out[SAME] = (float) standing.n_same;
  out[SUBJECT] = standing.subject;
  out[FAR] = (float) standing.n_far;
  out[NOT_FOUND] = n_not_found (support);
  out[ROOT_FALSE] = support->root != BEL_NONE && bel_truth_at (e->finder, e->a->document, support->root) < 0;
}

/* "She never failed to win": denied, and so all the same. */
static bool
turns_back (BelFinder *finder, const BelProp *sentence)
{
  uint32_t verb = bel_child (bel_finder_document (finder, sentence->document), sentence->head, BEL_DEP_XCOMP);
  const BelProp *prop = verb == BEL_NONE ? NULL : bel_prop_at (finder, sentence->document, verb);
  return prop && bel_prop_holder (prop, true) != BEL_NONE && bel_prop_holder (prop, false) == BEL_NONE;
}

/* "rejected the appeal", "never approved the appeal": who denies the contrary of what the text says agrees with it. */
static bool
denies_contrary (BelEvidence *e, const BelSentence *s_a, const BelSupport *support)
{
  for (uint32_t t = s_a->first_token; t < s_a->first_token + s_a->n_tokens; t++) {
    if (bel_word_opposes (e->finder, e->a->document, t, e->b->document, e->b->head) <= 0)
      continue;
    BelStanding standing = bel_participants_stand (e->finder, e->a, t, e->b, e->b->head, support);
    if (standing.n_same + standing.n_other > 0 && !standing.n_far)
      return true;
  }
  return false;
}

/* "Most tombs in the valley are open", "The valley is not open": what the text tells of is another thing, which only names this one. */
static bool
is_told_of_other (const BelEvidence *e, const BelSupport *support)
{
  const BelTokens *a = &bel_finder_document (e->finder, e->a->document)->tokens;
  uint32_t subject = bel_child_base (bel_finder_document (e->finder, e->b->document), e->b->head, BEL_DEP_NSUBJ);
  uint32_t found = subject == BEL_NONE ? BEL_NONE : bel_support_found (support, subject);
  uint32_t above = found == BEL_NONE ? BEL_NONE : a->head[found];
  return support->root_exact && above != BEL_NONE && bel_dep_base (a->dep[found]) == BEL_DEP_NMOD
         && bel_dep_base (a->dep[above]) == BEL_DEP_NSUBJ && a->head[above] == support->root;
}

/* The verb that the phrase at @t says the time or place of. */
static uint32_t
verb_above (const BelDocument *document, uint32_t t)
{
  while (t != BEL_NONE && document->tokens.pos[t] != BEL_POS_VERB)
    t = document->tokens.head[t];
  return t;
}

/* "born in Samos, and settled in Croton", "not born in Croton": the phrase is of the other of two coordinate verbs. */
static bool
is_of_other_verb (const BelEvidence *e, const BelSupport *support)
{
  const BelDocument *a = bel_finder_document (e->finder, e->a->document),
                    *b = bel_finder_document (e->finder, e->b->document);
  bool own = support->root_exact && bel_child_base (a, support->root, BEL_DEP_OBL) != BEL_NONE;
  for (BEL_EACH_CHILD (b, e->b->head, c)) {
    bool oblique = own && bel_dep_base (b->tokens.dep[c]) == BEL_DEP_OBL;
    uint32_t found = oblique ? bel_support_found (support, c) : BEL_NONE;
    uint32_t verb = found == BEL_NONE ? BEL_NONE : verb_above (a, found);
    if (verb != BEL_NONE && verb != support->root && a->tokens.dep[verb] == BEL_DEP_CONJ
        && a->tokens.head[verb] == support->root)
      return true;
  }
  return false;
}

float
bel_judge_support_denied (BelEvidence *e)
{
  BelFinder *finder = e->finder;
  BelSupport support;
  if (!read_support (e, &support))
    return 0;
  const BelDocument *doc_a = bel_finder_document (finder, e->a->document),
                    *doc_b = bel_finder_document (finder, e->b->document);
  const BelSentence *s_a = &doc_a->sentences.items[e->a->sentence], *s_b = &doc_b->sentences.items[e->b->sentence];
  uint32_t anchor = anchor_of (doc_a, &support);
  if (!bel_is_shorter (doc_a, s_a, doc_b, s_b) || anchor == BEL_NONE || support.lacking
      || parts_ways (doc_b, s_a, s_b, &support))
    return 0;
  int truth_a = bel_truth_at (finder, e->a->document, anchor);
  if (!bel_truth_at (finder, e->b->document, e->b->head))
    return 0;
  bool negated_b = n_negations (doc_b, s_b) % 2 == 1 && !turns_back (finder, e->b);
  int truth_b = bel_truth_at (finder, e->b->document, told_by (&support, anchor, e->b->head));
  bool by_short
      = negated_b && truth_a > 0 && !shares_negation (doc_a, doc_b, s_b, &support) && !has_contrasted (doc_a, &support);
  bool by_text = !negated_b && truth_b > 0 && truth_a < 0;
  if ((!by_short && !by_text) || (by_short && denies_beside (doc_b, s_b, e->b->head, &support))
      || (by_short && denies_the_tie (e, s_b, told_by (&support, anchor, e->b->head))))
    return 0;
  /* "figures on the deterrent effect are not at hand": a describing word is not what the negation is over */
  if (by_text && bel_dep_base (doc_a->tokens.dep[anchor]) == BEL_DEP_AMOD)
    return 0;
  if (bel_scene_denies_more (finder, by_text ? e->a : e->b, by_text ? e->b : e->a))
    return 0;
  if (denies_contrary (e, s_a, &support)
      || (by_short && (is_told_of_other (e, &support) || is_of_other_verb (e, &support))))
    return 0;
  float features[N_FEATURES];
  describe (e, &support, by_text, features);
  float likely = likelihood (features);
  e->token_a = anchor;
  e->token_b = e->b->head;
  bool new = bel_scene_brings_in (finder, e->a) || bel_scene_brings_in (finder, e->b);
  return likely >= (has_name (&support) ? LIKELY_NAMED : new ? LIKELY_NEW : LIKELY) ? likely : 0;
}

/* -- headlines ------------------------------------------------------------------------------------------- */

static uint32_t
last_token (const BelSentence *sentence)
{
  return sentence->first_token + sentence->n_tokens - 1;
}

/* A few words without a full stop at their end. */
static bool
is_headline (const BelDocument *document)
{
  if (!document->tokens.n || document->tokens.n > MAX_HEADLINE)
    return false;
  uint32_t last = last_token (&document->sentences.items[document->sentences.n - 1]);
  return !bel_token_form_is (document, last, ".") && !(last > 0 && bel_token_form_is (document, last - 1, "."));
}

/* A word of the lexicon @name anywhere in the document; BEL_NONE without one. */
static uint32_t
find_cue (const BelFinder *finder, const BelDocument *document, const char *name)
{
  const BelLexicon *cues = bel_program_lexicon (finder->program, name);
  for (uint32_t t = 0; cues && t < document->tokens.n; t++)
    if (bel_lexicon_at (cues, document, t, NULL) || bel_lexicon_headed (cues, document, t, NULL))
      return t;
  return BEL_NONE;
}

static bool
has_negation (const BelDocument *document)
{
  for (uint32_t t = 0; t < document->tokens.n; t++)
    if (bel_token_negates (document, t))
      return true;
  return false;
}

/* A negation that no conjunction parts from @anchor: headlines are often misread, and the tree is not asked. */
static uint32_t
find_negation (const BelDocument *document, uint32_t anchor)
{
  uint32_t found = BEL_NONE;
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    if (document->tokens.pos[t] == BEL_POS_CCONJ && t < anchor)
      found = BEL_NONE;
    else if (document->tokens.pos[t] == BEL_POS_CCONJ)
      break;
    else if (bel_token_negates (document, t))
      found = t;
  }
  return found;
}

static bool
is_infinitive (const BelDocument *document, uint32_t t)
{
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (document, mark, "to");
}

/* "Ruiz will sing", "Ruiz to sing": told of what is to come. */
static bool
is_plan (BelFinder *finder, const BelProp *sentence)
{
  const BelProp *prop = bel_prop_at (finder, sentence->document, sentence->head);
  const BelClaim *claim = prop ? bel_prop_claim (finder, prop) : NULL;
  const BelDocument *document = bel_finder_document (finder, sentence->document);
  if (claim
      && (claim->tense == BEL_CLAIM_TENSE_FUTURE || claim->modality == BEL_MODALITY_FUTURE
          || claim->modality == BEL_MODALITY_INTENTION))
    return true;
  for (BEL_EACH_CHILD (document, sentence->head, c))
    if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_ACL && document->tokens.pos[sentence->head] == BEL_POS_PROPN
        && is_infinitive (document, c))
      return true;
  return is_infinitive (document, sentence->head);
}

/* "Don't you know that …?" */
static bool
asks (const BelDocument *document)
{
  return document->tokens.n && document->text[document->tokens.span[document->tokens.n - 1].start] == '?';
}

/* "We do not assume that P": the negation is of a word over what the claim says, and that word leaves P open. */
static bool
is_left_open (BelEvidence *e, uint32_t negation, uint32_t anchor)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  uint32_t head = document->tokens.head[negation];
  if (anchor == BEL_NONE || head == BEL_NONE || head == anchor || !bel_dominates (document, head, anchor)
      || !bel_token_negates (document, negation))
    return false;
  for (uint32_t t = anchor; t != head && t != BEL_NONE; t = document->tokens.head[t])
    if (document->tokens.dep[t] == BEL_DEP_CCOMP || document->tokens.dep[t] == BEL_DEP_XCOMP)
      return bel_truth_at (e->finder, e->a->document, anchor) == 0;
  return false;
}

float
bel_judge_headline_denied (BelEvidence *e)
{
  BelSupport support;
  const BelDocument *headline = bel_finder_document (e->finder, e->a->document),
                    *claim = bel_finder_document (e->finder, e->b->document);
  if (!is_headline (headline) || has_negation (claim) || find_cue (e->finder, claim, "denial-cue") != BEL_NONE)
    return 0;
  if (!read_support (e, &support) || !has_name (&support))
    return 0;
  bool told = support.root != BEL_NONE || claim->tokens.pos[e->b->head] != BEL_POS_VERB
              || support.cover >= MIN_COVER_ROOTLESS;
  uint32_t cue = told ? find_cue (e->finder, headline, "denial-cue") : BEL_NONE;
  uint32_t anchor = anchor_of (headline, &support);
  if (cue == BEL_NONE && told && !asks (headline))
    cue = find_negation (headline, anchor);
  if (cue != BEL_NONE && is_left_open (e, cue, anchor))
    return 0;
  if (cue == BEL_NONE && is_plan (e->finder, e->b))
    cue = find_cue (e->finder, headline, "withdrawal-cue");
  if (cue == BEL_NONE)
    return 0;
  e->token_a = cue;
  e->token_b = e->b->head;
  return 0.5f + 0.5f * support.cover;
}
