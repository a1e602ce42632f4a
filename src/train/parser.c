/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Data for the parser's network, and measuring it. */
#include "train/parser.h"

#include "syntax/tree.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_COUNT 2u /* of a word with a vector of its own */

static int
by_value (const void *a, const void *b)
{
  uint32_t x = *(const uint32_t *) a, y = *(const uint32_t *) b;
  return x < y ? -1 : x > y;
}

static GArray *
collect_vocabulary (const Treebank *treebank)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (uint32_t), treebank->n_words);
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    for (uint32_t i = 0; i < treebank->sentences.items[s].n; i++)
      g_array_append_val (all, treebank->sentences.items[s].words[i].word.digits);
  qsort (all->data, all->len, sizeof (uint32_t), by_value);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  for (uint32_t i = 0, end; i < all->len; i = end) {
    uint32_t hash = g_array_index (all, uint32_t, i);
    for (end = i; end < all->len && g_array_index (all, uint32_t, end) == hash; end++)
      ;
    if (end - i >= LEAST_COUNT)
      g_array_append_val (kept, hash);
  }
  return kept;
}

static gboolean
load_tags (Treebank *treebank, const BelTagger *tagger, const TrainOptions *options, GError **error)
{
  g_autofree char *path = g_build_filename (options->work, "tags.bin", NULL), *tags = NULL;
  gsize n_bytes, at = 0;
  if (!g_file_get_contents (path, &tags, &n_bytes, error))
    return FALSE;
  if (n_bytes != treebank->n_words) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "%s is not of this data: run the step tagger", path);
    return FALSE;
  }
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    for (uint32_t i = 0; i < treebank->sentences.items[s].n; i++)
      treebank->sentences.items[s].words[i].tag = (uint8_t) tags[at++];
  parser_number_tags (treebank, tagger);
  return TRUE;
}

void
parser_number_tags (Treebank *treebank, const BelTagger *tagger)
{
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    TrainSentence *sentence = &treebank->sentences.items[s];
    for (uint32_t i = 0; i < sentence->n; i++)
      for (uint32_t t = 0; t < tagger->n_tags; t++)
        if (tagger->pairs[t].pos == sentence->words[i].pos && tagger->pairs[t].xpos == sentence->words[i].xpos)
          sentence->words[i].gold_tag = (uint8_t) t;
  }
}

static void
make_shape (BelParserShape *shape, const ParserTask *task, const TrainOptions *options)
{
  *shape = (BelParserShape){
    .rows = { task->vocabulary->len + 1, 1024, 4096, 4096, 512, task->model->tagger.n_tags + 1 },
    .dims = { (uint32_t) options->word_dims, 16, 32, 32, 16, 32 },
    .d_vector = task->model->lexicon.n_dims,
    .hidden = (uint32_t) options->hidden,
    .n_layers = (uint32_t) options->layers,
    .d_arc = (uint32_t) options->arc_dims,
    .d_label = (uint32_t) options->label_dims,
    .n_labels = BEL_N_DEPS,
    .n_tags = task->model->tagger.n_tags,
  };
  shape->d_in = shape->d_vector;
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++)
    shape->d_in += shape->dims[g];
}

ParserTask *
parser_task_new (const TrainOptions *options, GError **error)
{
  g_autoptr (ParserTask) task = g_new0 (ParserTask, 1);
  task->model = train_open (options, error);
  task->train = task->model ? treebank_read (options->train, error) : NULL;
  if (!task->train || !load_tags (task->train, &task->model->tagger, options, error))
    return NULL;
  treebank_look_up (task->train, &task->model->lexicon);
  task->vocabulary = collect_vocabulary (task->train);
  BelParserShape shape;
  make_shape (&shape, task, options);
  net_layout (&task->layout, &shape);
  train_log ("%u words with a vector of their own, input %u wide, %zu weights", task->vocabulary->len, shape.d_in,
             task->layout.n);
  return g_steal_pointer (&task);
}

void
parser_task_free (ParserTask *task)
{
  if (!task)
    return;
  bel_model_unref (task->model);
  treebank_free (task->train);
  lesson_free (task->lesson);
  if (task->vocabulary)
    g_array_unref (task->vocabulary);
  g_free (task);
}

static void
batch_sentence (const ParserTask *task, const TrainSentence *sentence, NetBatch *batch, uint32_t at)
{
  BelVocabulary vocabulary = { task->vocabulary->len, (const uint32_t *) (void *) task->vocabulary->data };
  for (uint32_t i = 0; i < sentence->n; i++) {
    const TrainWord *word = &sentence->words[i];
    bel_parser_input (&task->layout.shape, &vocabulary, &word->word, word->tag, batch->rows[at + i]);
    batch->vectors[at + i] = word->word.vector;
    batch->heads[at + i] = word->head ? at + word->head - 1 : UINT32_MAX;
    batch->labels[at + i] = word->dep;
    batch->tags[at + i] = word->gold_tag;
  }
}

/* The teachers' shares, where there are some. */
static void
batch_lesson (BelArena *arena, const Lesson *lesson, const uint32_t *order, NetBatch *batch)
{
  batch->arc_targets = lesson->arcs;
  batch->arc_offsets = bel_arena_new_array (arena, size_t, batch->n);
  batch->label_targets = bel_arena_new_array (arena, float, (size_t) batch->n *BEL_N_DEPS);
  for (uint32_t s = 0; s < batch->n_sentences; s++) {
    uint32_t begin = batch->starts[s], n = batch->starts[s + 1] - begin;
    for (uint32_t i = 0; i < n; i++)
      batch->arc_offsets[begin + i] = lesson->arcs_at[order[s]] + (size_t) i * (n + 1);
    memcpy (batch->label_targets + (size_t) begin * BEL_N_DEPS,
            lesson->labels + lesson->words_at[order[s]] * BEL_N_DEPS, (size_t) n * BEL_N_DEPS * sizeof (float));
  }
}

NetBatch *
parser_batch (BelArena *arena, const ParserTask *task, const Treebank *treebank, const uint32_t *order, uint32_t n)
{
  NetBatch *batch = bel_arena_new_struct (arena, NetBatch);
  batch->n_sentences = n;
  batch->starts = bel_arena_new_array (arena, uint32_t, n + 1);
  for (uint32_t s = 0; s < n; s++)
    batch->starts[s + 1] = batch->starts[s] + treebank->sentences.items[order[s]].n;
  batch->n = batch->starts[n];
  batch->rows = bel_arena_alloc0 (arena, batch->n * sizeof *batch->rows);
  batch->vectors = bel_arena_new_array (arena, uint32_t, batch->n);
  batch->heads = bel_arena_new_array (arena, uint32_t, batch->n);
  batch->labels = bel_arena_new_array (arena, uint8_t, batch->n);
  batch->tags = bel_arena_new_array (arena, uint8_t, batch->n);
  for (uint32_t s = 0; s < n; s++)
    batch_sentence (task, &treebank->sentences.items[order[s]], batch, batch->starts[s]);
  if (task->lesson && treebank == task->train)
    batch_lesson (arena, task->lesson, order, batch);
  return batch;
}

void
parser_tag (const ParserTask *task, Treebank *treebank)
{
  treebank_look_up (treebank, &task->model->lexicon);
  parser_number_tags (treebank, &task->model->tagger);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BelWord));
  g_autoptr (GByteArray) tags = g_byte_array_new ();
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    TrainSentence *sentence = &treebank->sentences.items[s];
    g_array_set_size (words, 0);
    g_byte_array_set_size (tags, sentence->n);
    for (uint32_t i = 0; i < sentence->n; i++)
      g_array_append_val (words, sentence->words[i].word);
    bel_tagger_run (&task->model->tagger, (const BelWord *) (void *) words->data, sentence->n, tags->data);
    for (uint32_t i = 0; i < sentence->n; i++)
      sentence->words[i].tag = tags->data[i];
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
measure_sentence (const ParserTask *task, NetWork *work, const float *weights, const TrainSentence *sentence,
                  const NetBatch *batch, uint32_t begin, BelArena *arena, ParserScore *score)
{
  uint32_t n = sentence->n;
  float *scores = bel_arena_new_array (arena, float, n *(n + 1)), labels[BEL_N_DEPS];
  uint32_t *heads = bel_arena_new_array (arena, uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    net_arc_scores (work, weights, batch, begin + i, scores + i * (n + 1));
  score->not_trees += bel_tree_decode (arena, scores, n, heads);
  for (uint32_t i = 0; i < n; i++) {
    const TrainWord *word = &sentence->words[i];
    gboolean right = word->head ? heads[i] == word->head - 1u : heads[i] == BEL_NONE;
    net_label_scores (work, weights, begin + i, heads[i] == BEL_NONE ? UINT32_MAX : begin + heads[i], labels);
    uint32_t first = BEL_DEP_ROOT + 1;
    BelDep dep = heads[i] == BEL_NONE ? BEL_DEP_ROOT : first + argmax (labels + first, BEL_N_DEPS - first);
    score->unlabelled += right;
    score->labelled += right && bel_dep_base (dep) == bel_dep_base (word->dep);
    const BelTagPair *tag
        = &task->model->tagger.pairs[argmax (net_tag_scores (work, begin + i), task->layout.shape.n_tags)];
    score->tags += tag->pos == word->pos;
    score->n++;
  }
}

ParserScore
parser_measure (const ParserTask *task, NetWork *work, const float *weights, const Treebank *treebank)
{
  ParserScore score = { 0 };
  for (uint32_t s = 0, end; s < treebank->sentences.n; s = end) {
    g_autoptr (BelArena) arena = bel_arena_new ();
    uint32_t order[256], n = 0, n_words = 0;
    for (end = s; end < treebank->sentences.n && n < G_N_ELEMENTS (order) && n_words < 1000; end++) {
      order[n++] = end;
      n_words += treebank->sentences.items[end].n;
    }
    NetBatch *batch = parser_batch (arena, task, treebank, order, n);
    net_forward (work, weights, batch, NULL, NULL);
    for (uint32_t k = 0; k < n; k++)
      measure_sentence (task, work, weights, &treebank->sentences.items[order[k]], batch, batch->starts[k], arena,
                        &score);
  }
  return score;
}
