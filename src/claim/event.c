/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Predicates on the scale of what happened.
 *
 * In a report the composed truth itself is the answer, with what is reported taken nearly at its word. In letters and talk a
 * weighted sum of named features is: the weights are in rules/lexicon/factuality-weight.belie, learned by
 * script/train-factuality from readers' judgements. */
#include "claim/event-private.h"

#include "claim/voice-private.h"

/** Share of words of the first and second person from which a document is talk, not report. In edited news it is below
 * 2 %, in mail, reviews and answers of the English Web Treebank above 5 %. */
#define TALK_SHARE 0.03
/** What a report is taken to vouch for of what its sources say. */
#define VOUCHED 0.9f
/** Readers of news lean to "it will happen" where nothing follows from the words (plans, wishes, orders), and hold a
 * denial for less than certain. */
#define OPEN 1.2f
#define DENIED 0.7f

/* Names, adverbs and auxiliaries too: taggers take predicates for them ("the Cold War", "had"). */
static bool
is_predicate (const BelDocument *document, uint32_t t)
{
  switch (document->tokens.pos[t]) {
  case BEL_POS_VERB:
  case BEL_POS_NOUN:
  case BEL_POS_ADJ:
  case BEL_POS_AUX:
  case BEL_POS_ADV:
  case BEL_POS_PROPN:
    return true;
  default:
    return bel_child (document, t, BEL_DEP_COP) != BEL_NONE || document->tokens.dep[t] == BEL_DEP_ROOT;
  }
}

static bool
is_talk (const BelDocument *document)
{
  uint32_t n = 0;
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    unsigned person = document->tokens.pos[t] == BEL_POS_PRON ? bel_token_feat (document, t, BEL_FEAT_PERSON) : 0;
    n += person == 1 || person == 2;
  }
  return n > TALK_SHARE * document->tokens.n;
}

static float
weigh (const BelFactuality *f, const BelLexicon *weights, int field, uint32_t t)
{
  BelEventFeatures features = { .f = f };
  bel_event_collect (&features, t);
  double sum = 0;
  const BelEntry *base = bel_lexicon_find_text (weights, "BASE");
  if (base)
    sum = bel_entry_number (base, field);
  for (uint32_t i = 0; i < features.n; i++) {
    const BelEntry *entry = bel_lexicon_find_text (weights, features.names[i]);
    if (entry)
      sum += bel_entry_number (entry, field) * (double) features.values[i];
  }
  return (float) CLAMP (sum, -3.0, 3.0);
}

/* Words that only a source answers for: the report passes them on as nearly so. */
static float
in_report (const BelFactuality *f, uint32_t t)
{
  const BelTokens *tokens = &f->document->tokens;
  BelDep base = bel_dep_base (tokens->dep[t]);
  if ((base == BEL_DEP_AUX || base == BEL_DEP_COP) && tokens->head[t] != BEL_NONE)
    t = tokens->head[t];
  float value = f->author[t] * f->own[t];
  uint32_t voice = f->claims->voice_at ? f->claims->voice_at[t] : BEL_NONE;
  if (voice != BEL_NONE && f->claims->attributions.items[voice].stance == BEL_STANCE_ASSERT
      && f->mood[t] == BEL_MODALITY_NONE) {
    float voiced = VOUCHED * f->voice[t] * f->own[t];
    if (ABS (voiced) > ABS (value))
      value = voiced;
  }
  value = CLAMP (value, -1.0f, 1.0f);
  return value < 0 ? 3 * DENIED * value : OPEN + (3 - OPEN) * value;
}

void
bel_events_judge (const BelClaimContext *context, const BelClaims *claims, BelEvents *out)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelFactuality f = { .arena = arena };
  if (!bel_factuality_open (&f, context, claims))
    return;
  bel_factuality_compose (&f);
  const BelLexicon *weights = bel_program_lexicon (context->program, "factuality-weight");
  int field = weights ? bel_lexicon_field (weights, "weight") : -1;
  bool talk = weights && is_talk (claims->document);
  for (uint32_t t = 0; t < claims->document->tokens.n; t++) {
    if (!is_predicate (claims->document, t))
      continue;
    float value = talk ? weigh (&f, weights, field, t) : in_report (&f, t);
    bel_vec_push (claims->document->arena, out, (BelEvent){ t, value });
  }
}

void
bel_event_features (const BelClaimContext *context, const BelClaims *claims, BelEventFeature *each, void *data)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelFactuality f = { .arena = arena };
  if (!bel_factuality_open (&f, context, claims))
    return;
  bel_factuality_compose (&f);
  for (uint32_t t = 0; t < claims->document->tokens.n; t++) {
    if (!is_predicate (claims->document, t))
      continue;
    BelEventFeatures features = { .f = &f };
    bel_event_collect (&features, t);
    for (uint32_t i = 0; i < features.n; i++)
      each (t, features.names[i], features.values[i], data);
  }
}
