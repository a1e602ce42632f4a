/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two texts on one situation that count the same things: "twelve people were killed", "the blaze that killed nine". In a draft
 * there may be several such counts; of two short texts on one thing each mostly gives one. */
#include "conflict/judge.h"

#include "conflict/support.h"
#include "conflict/value.h"
#include "conflict/wording.h"

/* Words in common, besides what is counted and the verb, that make two texts be of one event; a name is worth two. */
#define MIN_COMMON 2
#define VERB_STEPS 6
#define TRUST 0.9f
/* Trust in people counted by two different words. */
#define TRUST_PEOPLE 0.75f

typedef struct {
  uint32_t document, sentence;
  uint32_t index;   /* of the quantity */
  uint32_t counted; /* token */
  uint32_t verb;
} Count;

static const BelQuantity *
quantity_of (const BelEvidence *e, const Count *count)
{
  return &e->finder->sources[count->document]->quantities.items[count->index];
}

/* The verb over @t, or what stands in its place at the root; of a headline ("40 hikers buried in slide") the participle at its noun. */
static uint32_t
verb_over (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (document->tokens.head[t] == BEL_NONE && document->tokens.dep[c] == BEL_DEP_ACL
        && document->tokens.xpos[c] == BEL_XPOS_VBN)
      return c;
  for (int step = 0; step < VERB_STEPS && document->tokens.head[t] != BEL_NONE; step++) {
    t = document->tokens.head[t];
    if (document->tokens.pos[t] == BEL_POS_VERB)
      return t;
  }
  return t;
}

/* "nine hours of surgery": what is measured hangs on the unit. */
static uint32_t
measured (const BelDocument *document, const BelQuantity *q)
{
  if (q->counted_head != BEL_NONE)
    return q->counted_head;
  for (uint32_t t = q->first; t <= q->last; t++)
    for (BEL_EACH_CHILD (document, t, c))
      if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_NMOD && c > q->last)
        return c;
  return BEL_NONE;
}

static bool
read_count (const BelEvidence *e, const BelProp *prop, uint32_t index, Count *out)
{
  const BelClaims *claims = e->finder->sources[prop->document];
  const BelQuantity *q = &claims->quantities.items[index];
  const BelDocument *document = claims->document;
  if (q->first >= document->tokens.n || document->tokens.sentence[q->first] != prop->sentence || q->vague)
    return false;
  uint32_t counted = measured (document, q);
  if (counted == BEL_NONE)
    return false;
  *out = (Count){ prop->document, prop->sentence, index, counted, verb_over (document, counted) };
  return true;
}

static bool
is_person (const BelFinder *finder, uint32_t document, uint32_t token)
{
  BelWord word = bel_wordnet_word_str (
      finder->wordnet, bel_finder_text (finder, bel_finder_lemma ((BelFinder *) finder, document, token)));
  BelWord person = bel_wordnet_word_str (finder->wordnet, "person");
  return word != BEL_NONE && bel_wordnet_word_is_a (finder->wordnet, word, person, BEL_WN_NOUN, 1);
}

/* How surely both count one kind of thing. */
static float
same_things (const BelEvidence *e, const Count *a, const Count *b)
{
  BelFinder *finder = e->finder;
  float says = MAX (bel_word_says (finder, a->document, a->counted, b->document, b->counted),
                    bel_word_says (finder, b->document, b->counted, a->document, a->counted));
  if (says > 0)
    return TRUST * says;
  return is_person (finder, a->document, a->counted) && is_person (finder, b->document, b->counted) ? TRUST_PEOPLE : 0;
}

static float
same_verbs (const BelEvidence *e, const Count *a, const Count *b)
{
  return MAX (bel_word_says (e->finder, a->document, a->verb, b->document, b->verb),
              bel_word_says (e->finder, b->document, b->verb, a->document, a->verb));
}

/* Whether the other text gives the number too, or one that it lies in, of what may be the same: not "injured 40" of "40 killed". */
static bool
is_told (const BelEvidence *e, const Count *count, uint32_t document)
{
  const BelClaims *claims = e->finder->sources[document];
  for (uint32_t i = 0; i < claims->quantities.n; i++) {
    BelValues values = bel_quantities_compare (e->finder, count->document, count->index, document, i);
    if (values != BEL_VALUES_EQUAL && values != BEL_VALUES_INSIDE && values != BEL_VALUES_CONTAINS)
      continue;
    const BelQuantity *q = &claims->quantities.items[i];
    uint32_t counted = measured (claims->document, q);
    Count there
        = { document, BEL_NONE, i, counted, counted == BEL_NONE ? BEL_NONE : verb_over (claims->document, counted) };
    bool verbal = counted != BEL_NONE && claims->document->tokens.pos[there.verb] == BEL_POS_VERB;
    if (!verbal || same_verbs (e, &there, count) > 0)
      return true;
  }
  return false;
}

/* Counts of the same things in @count's document, itself among them. */
static uint32_t
n_alike (const BelEvidence *e, const Count *count)
{
  const BelClaims *claims = e->finder->sources[count->document];
  uint32_t n = 0;
  for (uint32_t i = 0; i < claims->quantities.n; i++) {
    uint32_t counted = measured (claims->document, &claims->quantities.items[i]);
    n += counted != BEL_NONE
         && bel_finder_lemma (e->finder, count->document, counted)
                == bel_finder_lemma (e->finder, count->document, count->counted);
  }
  return n;
}

/* Words in common besides what is counted and the verb; *@out_n: how many the second text has. */
static uint32_t
common_words (const BelEvidence *e, const Count *a, const Count *b, uint32_t *out_n)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, a->document),
                    *doc_b = bel_finder_document (e->finder, b->document);
  uint32_t n = 0;
  *out_n = 0;
  for (uint32_t t = 0; t < doc_b->tokens.n; t++) {
    if (!bel_token_is_content (doc_b, t) || doc_b->tokens.pos[t] == BEL_POS_NUM || t == b->counted || t == b->verb)
      continue;
    uint32_t worth = doc_b->tokens.pos[t] == BEL_POS_PROPN ? 2 : 1;
    *out_n += worth;
    for (uint32_t u = 0; u < doc_a->tokens.n; u++)
      if (u != a->counted && u != a->verb
          && bel_finder_lemma (e->finder, a->document, u) == bel_finder_lemma (e->finder, b->document, t)) {
        n += worth;
        break;
      }
  }
  return n;
}

/* Enough of both texts is common, or all that the shorter one says. */
static bool
on_one_event (const BelEvidence *e, const Count *a, const Count *b)
{
  uint32_t n_b, n_a;
  uint32_t common = common_words (e, a, b, &n_b);
  common_words (e, b, a, &n_a);
  return common >= MIN_COMMON || (common > 0 && common == MIN (n_a, n_b));
}

/* "NATO's 19 members", "NATO has 16 members": a number of what belongs to one owner. */
static float
same_owner (const BelEvidence *e, const Count *a, const Count *b)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, a->document),
                    *doc_b = bel_finder_document (e->finder, b->document);
  uint32_t owner = bel_child_base (doc_b, b->verb, BEL_DEP_NSUBJ);
  bool has
      = bel_token_lemma_is (doc_b, b->verb, "have") && owner != BEL_NONE && doc_b->tokens.pos[owner] == BEL_POS_PROPN;
  for (BEL_EACH_CHILD (doc_a, a->counted, c))
    if (has && bel_dep_base (doc_a->tokens.dep[c]) == BEL_DEP_NMOD
        && bel_finder_lemma (e->finder, a->document, c) == bel_finder_lemma (e->finder, b->document, owner))
      return bel_word_says (e->finder, a->document, a->counted, b->document, b->counted);
  return 0;
}

/* How surely both numbers are of one thing that is told. */
static float
same_telling (const BelEvidence *e, const Count *a, const Count *b)
{
  float owned = MAX (same_owner (e, a, b), same_owner (e, b, a));
  if (owned > 0)
    return TRUST * owned;
  float trust = same_things (e, a, b) * same_verbs (e, a, b);
  return trust > 0 && on_one_event (e, a, b) ? trust : 0;
}

static float
clash (BelEvidence *e, const Count *a, const Count *b)
{
  if (bel_quantities_compare (e->finder, a->document, a->index, b->document, b->index) != BEL_VALUES_DISJOINT
      || is_told (e, a, b->document) || is_told (e, b, a->document) || n_alike (e, a) > 1 || n_alike (e, b) > 1)
    return 0;
  return same_telling (e, a, b);
}

float
bel_judge_same_count (BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || !e->finder->options.same_situation
      || e->a->document > e->b->document)
    return 0;
  const BelClaims *in_a = e->finder->sources[e->a->document], *in_b = e->finder->sources[e->b->document];
  for (uint32_t i = 0; i < in_a->quantities.n; i++)
    for (uint32_t j = 0; j < in_b->quantities.n; j++) {
      Count a, b;
      float trust = read_count (e, e->a, i, &a) && read_count (e, e->b, j, &b) ? clash (e, &a, &b) : 0;
      if (trust <= 0)
        continue;
      e->token_a = quantity_of (e, &a)->first;
      e->token_b = quantity_of (e, &b)->first;
      return trust;
    }
  return 0;
}
