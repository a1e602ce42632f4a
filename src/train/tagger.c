/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Trains the tagger, and tags the training data itself for the parser: each tenth of the documents by
 * a tagger that saw the others (by document, for a name tagged once is tagged the same all through). */
#include "train/perceptron.h"

#include <stdio.h>
#include <string.h>

#define LOG2_ROWS 20
#define LEAST_COUNT 3
#define MAX_ENTRIES 280000u
#define N_FOLDS 8
#define FOLD_NONE N_FOLDS

typedef struct {
  BelTagPair pairs[BEL_TAGGER_MAX_TAGS];
  uint32_t n;
} TagSet;

static uint8_t
tag_number (TagSet *set, uint8_t pos, uint8_t xpos)
{
  for (uint32_t t = 0; t < set->n; t++)
    if (set->pairs[t].pos == pos && set->pairs[t].xpos == xpos)
      return (uint8_t) t;
  if (set->n == BEL_TAGGER_MAX_TAGS)
    return 0;
  set->pairs[set->n] = (BelTagPair){ pos, xpos };
  return (uint8_t) set->n++;
}

static void
number_tags (TagSet *set, Treebank *treebank)
{
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    TrainSentence *sentence = &treebank->sentences.items[s];
    for (uint32_t i = 0; i < sentence->n; i++)
      sentence->words[i].gold_tag = tag_number (set, sentence->words[i].pos, sentence->words[i].xpos);
  }
}

static uint32_t
argmax (const float *scores, uint32_t n)
{
  uint32_t best = 0;
  for (uint32_t i = 1; i < n; i++)
    if (scores[i] > scores[best])
      best = i;
  return best;
}

static void
learn_sentence (Perceptron *perceptron, const TrainSentence *sentence, const BelWord *words, uint8_t *tags)
{
  for (uint32_t i = 0; i < sentence->n; i++) {
    uint32_t features[BEL_TAGGER_FEATURES];
    float scores[BEL_TAGGER_MAX_TAGS + 16];
    uint32_t n = bel_tagger_features (words, tags, i, sentence->n, features);
    n = perceptron_filter (perceptron, features, n, LEAST_COUNT);
    perceptron_score (perceptron, features, n, scores);
    uint32_t gold = sentence->words[i].gold_tag, best = argmax (scores, perceptron->n_classes);
    if (best != gold)
      perceptron_update (perceptron, features, n, gold, best);
    perceptron->time += 1;
    tags[i] = (uint8_t) best;
  }
}

static void
count_sentence (Perceptron *perceptron, const TrainSentence *sentence, const BelWord *words, uint8_t *tags)
{
  for (uint32_t i = 0; i < sentence->n; i++) {
    uint32_t features[BEL_TAGGER_FEATURES];
    perceptron_count (perceptron, features, bel_tagger_features (words, tags, i, sentence->n, features));
    tags[i] = sentence->words[i].gold_tag;
  }
}

static const BelWord *
copy_words (const TrainSentence *sentence, GArray *buffer)
{
  g_array_set_size (buffer, 0);
  for (uint32_t i = 0; i < sentence->n; i++)
    g_array_append_val (buffer, sentence->words[i].word);
  return (const BelWord *) buffer->data;
}

static GByteArray *
tagger_section (const TagSet *set, const Perceptron *perceptron)
{
  BelTaggerHeader header = { .n_tags = set->n };
  static const guint8 PADDING[16];
  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  g_byte_array_append (out, (const guint8 *) set->pairs, set->n * (guint) sizeof (BelTagPair));
  g_byte_array_append (out, PADDING, (16 - out->len % 16) % 16);
  g_autoptr (GByteArray) linear = perceptron_pack (perceptron, MAX_ENTRIES);
  g_byte_array_append (out, linear->data, linear->len);
  return out;
}

static uint32_t
fold_of (const TrainSentence *sentence)
{
  return bel_hash (17, sentence->document) % N_FOLDS;
}

/* A tagger learned from all documents but those of @left_out. */
static GByteArray *
learn (const Treebank *treebank, const TagSet *set, uint32_t left_out, const TrainOptions *options)
{
  g_autoptr (Perceptron) perceptron = perceptron_new (set->n, LOG2_ROWS);
  g_autoptr (GArray) buffer = g_array_new (FALSE, FALSE, sizeof (BelWord));
  g_autofree uint32_t *order = g_new (uint32_t, treebank->sentences.n);
  uint32_t n = 0;
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    if (fold_of (&treebank->sentences.items[s]) != left_out)
      order[n++] = s;
  Random random = random_seed ((uint64_t) options->seed);
  uint8_t tags[UINT16_MAX];
  for (uint32_t k = 0; k < n; k++) {
    const TrainSentence *sentence = &treebank->sentences.items[order[k]];
    count_sentence (perceptron, sentence, copy_words (sentence, buffer), tags);
  }
  for (int epoch = 0; epoch < options->epochs; epoch++) {
    random_shuffle (&random, order, n);
    for (uint32_t k = 0; k < n; k++) {
      const TrainSentence *sentence = &treebank->sentences.items[order[k]];
      learn_sentence (perceptron, sentence, copy_words (sentence, buffer), tags);
    }
  }
  return tagger_section (set, perceptron);
}

typedef struct {
  uint32_t n, pos, both;
} Score;

/* Tags the sentences of fold @fold (FOLD_NONE: all) with the tagger in @section. */
static Score
apply (Treebank *treebank, GByteArray *section, uint32_t fold)
{
  BelTagger tagger;
  Score score = { 0 };
  uint8_t tags[UINT16_MAX];
  g_autoptr (GArray) buffer = g_array_new (FALSE, FALSE, sizeof (BelWord));
  g_return_val_if_fail (bel_tagger_init (&tagger, section->data, section->len), score);
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    TrainSentence *sentence = &treebank->sentences.items[s];
    if (fold != FOLD_NONE && fold_of (sentence) != fold)
      continue;
    bel_tagger_run (&tagger, copy_words (sentence, buffer), sentence->n, tags);
    for (uint32_t i = 0; i < sentence->n; i++) {
      TrainWord *word = &sentence->words[i];
      word->tag = tags[i];
      score.n++;
      score.pos += tagger.pairs[tags[i]].pos == word->pos;
      score.both += tagger.pairs[tags[i]].pos == word->pos && tagger.pairs[tags[i]].xpos == word->xpos;
    }
  }
  return score;
}

static gboolean
save_tags (const Treebank *treebank, const TrainOptions *options, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    for (uint32_t i = 0; i < treebank->sentences.items[s].n; i++)
      g_byte_array_append (all, &treebank->sentences.items[s].words[i].tag, 1);
  g_autofree char *path = g_build_filename (options->work, "tags.bin", NULL);
  return g_file_set_contents (path, (const char *) all->data, all->len, error);
}

static void
log_score (const char *what, Score score)
{
  train_log ("%s: UPOS %.2f, UPOS+XPOS %.2f of %u words", what, 100.0 * score.pos / score.n,
             100.0 * score.both / score.n, score.n);
}

gboolean
train_tagger (const TrainOptions *options, GError **error)
{
  g_autoptr (BelModel) model = train_open (options, error);
  g_autoptr (Treebank) treebank = model ? treebank_read (options->train, error) : NULL;
  if (!treebank)
    return FALSE;
  size_t n_bytes;
  const void *lexi = bel_model_section (model, "LEXI", &n_bytes);
  BelLexicon lexicon;
  gboolean has_lexicon = bel_lexicon_init (&lexicon, lexi, n_bytes);
  treebank_look_up (treebank, has_lexicon ? &lexicon : NULL);
  TagSet set = { 0 };
  number_tags (&set, treebank);
  g_autoptr (GByteArray) section = learn (treebank, &set, FOLD_NONE, options);
  for (char **path = options->dev; path && *path; path++) {
    char *one[] = { *path, NULL };
    g_autoptr (Treebank) dev = treebank_read (one, error);
    if (!dev)
      return FALSE;
    treebank_look_up (dev, has_lexicon ? &lexicon : NULL);
    log_score (*path, apply (dev, section, FOLD_NONE));
  }
  for (uint32_t fold = 0; fold < N_FOLDS; fold++) {
    g_autoptr (GByteArray) without = learn (treebank, &set, fold, options);
    log_score ("left out", apply (treebank, without, fold));
  }
  return save_tags (treebank, options, error) && train_put (options, "TAGS", section, error);
}
