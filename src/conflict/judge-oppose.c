/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Of two texts on one situation, one says the contrary of what the other says: all the words of the short sentence are spoken of
 * in a sentence of the text but for one, and in its place stands its contrary. */
#include "conflict/contrary.h"
#include "conflict/judge.h"
#include "conflict/prop.h"
#include "conflict/scene.h"
#include "conflict/wording.h"

/* Least share of the other words that has to be spoken of. */
#define MIN_COVER 0.75f
/* What is trusted so far to say a word is taken to say it. */
#define SAID 0.5f

static bool
has_negation (const BelDocument *document, const BelSentence *s)
{
  for (uint32_t t = s->first_token; t < s->first_token + s->n_tokens; t++)
    if (bel_token_negates (document, t))
      return true;
  return false;
}

/* Share of the weight of the other words that was found. */
static float
cover_without (const BelSupport *support, uint32_t tb)
{
  float total = 0, found = 0;
  for (uint32_t i = 0; i < support->n; i++) {
    if (support->words[i].token == tb)
      continue;
    total += support->words[i].weight;
    found += support->words[i].weight * support->words[i].trust;
  }
  return total > 0 ? found / total : 0;
}

/* Whether the text says so too, somewhere: "rose and fell". */
static bool
is_said (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, uint32_t tb)
{
  const BelDocument *document = bel_finder_document (finder, doc_a);
  for (uint32_t t = 0; t < document->tokens.n; t++)
    if (bel_token_is_content (document, t) && bel_word_says (finder, doc_a, t, doc_b, tb) >= SAID)
      return true;
  return false;
}

/* How surely the word at @ta of the text takes the place of that at @tb with its contrary. */
static float
takes_place (BelEvidence *e, const BelSupport *support, uint32_t ta, uint32_t tb)
{
  BelFinder *finder = e->finder;
  float trust = bel_word_opposes (finder, e->a->document, ta, e->b->document, tb);
  if (trust <= 0 || is_said (finder, e->a->document, e->b->document, tb)
      || bel_scene_by_turns (finder, e->a->document, ta, e->b->document, tb))
    return 0;
  BelStanding standing = bel_participants_stand (finder, e->a, ta, e->b, tb, support);
  if (!standing.subject || standing.n_other || standing.n_far || standing.n_lost)
    return 0;
  return bel_truth_at (finder, e->a->document, ta) > 0 ? trust : 0;
}

float
bel_judge_support_opposed (BelEvidence *e)
{
  BelFinder *finder = e->finder;
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || !finder->options.same_situation
      || e->b->head == BEL_NONE)
    return 0;
  const BelDocument *doc_a = bel_finder_document (finder, e->a->document),
                    *doc_b = bel_finder_document (finder, e->b->document);
  const BelSentence *s_a = &doc_a->sentences.items[e->a->sentence], *s_b = &doc_b->sentences.items[e->b->sentence];
  if (!bel_is_shorter (doc_a, s_a, doc_b, s_b) || has_negation (doc_b, s_b)
      || bel_truth_at (finder, e->b->document, e->b->head) <= 0)
    return 0;
  BelSupport support;
  bel_support_read (finder, e->a, e->b, &support);
  for (uint32_t i = 0; i < support.n; i++) {
    uint32_t tb = support.words[i].token;
    float cover = cover_without (&support, tb);
    for (uint32_t ta = s_a->first_token; cover >= MIN_COVER && ta < s_a->first_token + s_a->n_tokens; ta++) {
      float trust = bel_token_is_content (doc_a, ta) ? takes_place (e, &support, ta, tb) : 0;
      if (trust <= 0)
        continue;
      e->token_a = ta;
      e->token_b = tb;
      return trust * cover;
    }
  }
  return 0;
}
