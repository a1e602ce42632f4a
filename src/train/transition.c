/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Trains the arc-hybrid parser with its dynamic oracle (Goldberg and Nivre 2013). */
#include "syntax/transition.h"
#include "train/perceptron.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOG2_ROWS 21
#define MAX_ENTRIES 1800000u

/* Gold head of word @i, counted as the states do. */
static uint32_t
gold_head (const TrainSentence *sentence, uint32_t i)
{
  return sentence->words[i].head ? sentence->words[i].head - 1u : sentence->n;
}

/* How many gold arcs each move would lose. */
static void
move_costs (const BelTransitionState *state, const TrainSentence *sentence, uint32_t costs[3])
{
  uint32_t n = state->n, next = state->next;
  memset (costs, 0, 3 * sizeof *costs);
  if (next < n) {
    for (uint32_t k = 0; k < state->n_stack; k++) {
      uint32_t i = state->stack[k];
      costs[0] += gold_head (sentence, i) == next;
      costs[0] += k + 1 < state->n_stack && gold_head (sentence, next) == i;
    }
  }
  if (!state->n_stack)
    return;
  uint32_t top = state->stack[state->n_stack - 1], head = gold_head (sentence, top), lost = 0;
  for (uint32_t i = next; i < n; i++)
    lost += gold_head (sentence, i) == top;
  uint32_t below = state->n_stack > 1 ? state->stack[state->n_stack - 2] : UINT32_MAX;
  costs[1] = lost + (head == below || (head > next && head <= n));
  costs[2] = lost + (head >= next && head <= n);
}

static uint32_t
move_of (uint32_t class)
{
  return class == 0 ? 0 : class < BEL_TRANSITION_RIGHT ? 1 : 2;
}

/* Whether @class is among the best that can be done. */
static gboolean
is_right (const BelTransitionState *state, const TrainSentence *sentence, const uint32_t costs[3], uint32_t least,
          uint32_t class)
{
  uint32_t move = move_of (class);
  if (!bel_transition_can (state, class) || costs[move] != least)
    return FALSE;
  if (move == 0)
    return TRUE;
  uint32_t top = state->stack[state->n_stack - 1];
  uint32_t head = move == 1 ? state->next : state->stack[state->n_stack - 2];
  if (gold_head (sentence, top) != head)
    return TRUE;
  return sentence->words[top].dep == class - (move == 1 ? BEL_TRANSITION_LEFT : BEL_TRANSITION_RIGHT);
}

static void
learn_sentence (Perceptron *perceptron, const TrainSentence *sentence, BelTransitionState *state, Random *random,
                gboolean explore)
{
  while (!bel_transition_done (state)) {
    uint32_t features[BEL_TRANSITION_FEATURES], costs[3], least = UINT32_MAX;
    float scores[BEL_TRANSITION_CLASSES + 16];
    uint32_t n = bel_transition_features (state, features), best = UINT32_MAX, good = UINT32_MAX;
    perceptron_score (perceptron, features, n, scores);
    move_costs (state, sentence, costs);
    for (uint32_t c = 0; c < BEL_TRANSITION_CLASSES; c++)
      if (bel_transition_can (state, c))
        least = MIN (least, costs[move_of (c)]);
    for (uint32_t c = 0; c < BEL_TRANSITION_CLASSES; c++) {
      if (!bel_transition_can (state, c))
        continue;
      if (best == UINT32_MAX || scores[c] > scores[best])
        best = c;
      if (is_right (state, sentence, costs, least, c) && (good == UINT32_MAX || scores[c] > scores[good]))
        good = c;
    }
    if (good == UINT32_MAX)
      good = best;
    if (best != good)
      perceptron_update (perceptron, features, n, good, best);
    perceptron->time += 1;
    bel_transition_do (state, explore && random_unit (random) < 0.9f ? best : good);
  }
}

static void
fill (const TrainSentence *sentence, BelWord *words, uint8_t *tags)
{
  for (uint32_t i = 0; i < sentence->n; i++) {
    words[i] = sentence->words[i].word;
    tags[i] = sentence->words[i].tag;
  }
}

static void
measure (const char *name, const Treebank *treebank, const BelTagger *tagger, const BelLinear *linear)
{
  BelWord words[BEL_TRANSITION_MAX];
  uint8_t tags[BEL_TRANSITION_MAX];
  g_autofree BelTransitionState *state = g_new (BelTransitionState, 1);
  uint32_t las = 0, uas = 0, n = 0;
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    const TrainSentence *sentence = &treebank->sentences.items[s];
    fill (sentence, words, tags);
    bel_tagger_run (tagger, words, sentence->n, tags);
    bel_transition_start (state, words, tags, sentence->n);
    bel_transition_run (linear, state);
    for (uint32_t i = 0; i < sentence->n; i++) {
      gboolean right = state->head[i] == gold_head (sentence, i);
      uas += right;
      las += right && bel_dep_base (state->dep[i]) == bel_dep_base (sentence->words[i].dep);
      n++;
    }
  }
  train_log ("%s: UAS %.2f, LAS %.2f", name, 100.0 * uas / n, 100.0 * las / n);
}

static gboolean
load_tags (Treebank *treebank, const TrainOptions *options, GError **error)
{
  g_autofree char *path = g_build_filename (options->work, "tags.bin", NULL), *tags = NULL;
  gsize n_bytes, at = 0;
  if (!g_file_get_contents (path, &tags, &n_bytes, error))
    return FALSE;
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    for (uint32_t i = 0; i < treebank->sentences.items[s].n && at < n_bytes; i++)
      treebank->sentences.items[s].words[i].tag = (uint8_t) tags[at++];
  return TRUE;
}

static void
learn (Perceptron *perceptron, const Treebank *treebank, const TrainOptions *options)
{
  BelWord words[BEL_TRANSITION_MAX];
  uint8_t tags[BEL_TRANSITION_MAX];
  g_autofree BelTransitionState *state = g_new (BelTransitionState, 1);
  g_autofree uint32_t *order = g_new (uint32_t, treebank->sentences.n);
  Random random = random_seed ((uint64_t) options->seed);
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    order[s] = s;
  for (int epoch = 0; epoch < options->epochs; epoch++) {
    random_shuffle (&random, order, treebank->sentences.n);
    for (uint32_t k = 0; k < treebank->sentences.n; k++) {
      const TrainSentence *sentence = &treebank->sentences.items[order[k]];
      fill (sentence, words, tags);
      bel_transition_start (state, words, tags, sentence->n);
      learn_sentence (perceptron, sentence, state, &random, epoch > 0);
    }
    train_log ("epoch %d", epoch + 1);
  }
}

gboolean
train_transition (const TrainOptions *options, GError **error)
{
  g_autoptr (BelModel) model = train_open (options, error);
  g_autoptr (Treebank) treebank = model ? treebank_read (options->train, error) : NULL;
  if (!treebank || !load_tags (treebank, options, error))
    return FALSE;
  size_t n_lexi, n_tags;
  const void *lexi = bel_model_section (model, "LEXI", &n_lexi), *section = bel_model_section (model, "TAGS", &n_tags);
  BelLexicon lexicon;
  BelTagger tagger;
  if (!bel_lexicon_init (&lexicon, lexi, n_lexi) || !bel_tagger_init (&tagger, section, n_tags)) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "the model has no lexicon or no tagger yet");
    return FALSE;
  }
  treebank_look_up (treebank, &lexicon);
  g_autoptr (Perceptron) perceptron = perceptron_new (BEL_TRANSITION_CLASSES, LOG2_ROWS);
  learn (perceptron, treebank, options);
  g_autoptr (GByteArray) packed = perceptron_pack (perceptron, MAX_ENTRIES);
  BelLinear linear;
  if (!bel_linear_init (&linear, packed->data, packed->len))
    g_error ("the packed weights cannot be read back");
  for (char **path = options->dev; path && *path; path++) {
    char *one[] = { *path, NULL };
    g_autoptr (Treebank) dev = treebank_read (one, error);
    if (!dev)
      return FALSE;
    treebank_look_up (dev, &lexicon);
    measure (*path, dev, &tagger, &linear);
  }
  return train_put (options, "TRAN", packed, error);
}
