/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Teachers: parsers trained before, of other seeds and widths, write down how sure they are of every head and
 * relation of the training data (step "teach"); a later parser learns from that beside the gold trees. */
#include "train/net-private.h"
#include "train/parser.h"

#include "syntax/activation.h"

#include <math.h>
#include <string.h>

Lesson *
lesson_new (const Treebank *treebank)
{
  Lesson *lesson = g_new0 (Lesson, 1);
  lesson->arcs_at = g_new (size_t, treebank->sentences.n);
  lesson->words_at = g_new (size_t, treebank->sentences.n);
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    size_t n = treebank->sentences.items[s].n;
    lesson->arcs_at[s] = lesson->n_arcs;
    lesson->words_at[s] = lesson->n_words;
    lesson->n_arcs += n * (n + 1);
    lesson->n_words += n;
  }
  lesson->arcs = g_new0 (float, lesson->n_arcs);
  lesson->labels = g_new0 (float, lesson->n_words *BEL_N_DEPS);
  return lesson;
}

void
lesson_free (Lesson *lesson)
{
  if (!lesson)
    return;
  g_free (lesson->arcs);
  g_free (lesson->labels);
  g_free (lesson->arcs_at);
  g_free (lesson->words_at);
  g_free (lesson);
}

gboolean
lesson_save (const Lesson *lesson, const Treebank *treebank, uint32_t n_treebanks, const char *path, GError **error)
{
  uint32_t n = 0;
  while (n < treebank->sentences.n && treebank->sentences.items[n].treebank < n_treebanks)
    n++;
  gboolean all = n == treebank->sentences.n;
  size_t n_arcs = all ? lesson->n_arcs : lesson->arcs_at[n], n_words = all ? lesson->n_words : lesson->words_at[n];
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) lesson->arcs, (guint) (n_arcs * sizeof (float)));
  g_byte_array_append (out, (const guint8 *) lesson->labels, (guint) (n_words * BEL_N_DEPS * sizeof (float)));
  return g_file_set_contents (path, (const char *) out->data, out->len, error);
}

/* How many sentences a file of @n numbers is a lesson on; 0 when on none. */
static uint32_t
taught_sentences (const Lesson *lesson, const Treebank *treebank, size_t n)
{
  for (uint32_t s = 1; s <= treebank->sentences.n; s++) {
    gboolean last = s == treebank->sentences.n;
    size_t n_arcs = last ? lesson->n_arcs : lesson->arcs_at[s], n_words = last ? lesson->n_words : lesson->words_at[s];
    if (n_arcs + n_words * BEL_N_DEPS == n)
      return s;
  }
  return 0;
}

/* For want of a teacher a sentence's own tree is the lesson. */
static void
teach_gold (Lesson *lesson, const Treebank *treebank, uint32_t s, float weight)
{
  const TrainSentence *sentence = &treebank->sentences.items[s];
  for (uint32_t i = 0; i < sentence->n; i++) {
    lesson->arcs[lesson->arcs_at[s] + i * (sentence->n + 1u) + sentence->words[i].head] += weight;
    lesson->labels[(lesson->words_at[s] + i) * BEL_N_DEPS + sentence->words[i].dep] += weight;
  }
}

gboolean
lesson_add (Lesson *lesson, const Treebank *treebank, const char *path, float weight, GError **error)
{
  g_autofree char *data = NULL;
  gsize n_data;
  if (!g_file_get_contents (path, &data, &n_data, error))
    return FALSE;
  uint32_t n = taught_sentences (lesson, treebank, n_data / sizeof (float));
  if (n == 0) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "%s is no lesson on this data", path);
    return FALSE;
  }
  gboolean all = n == treebank->sentences.n;
  size_t n_arcs = all ? lesson->n_arcs : lesson->arcs_at[n], n_words = all ? lesson->n_words : lesson->words_at[n];
  const float *arcs = (const float *) (const void *) data, *labels = arcs + n_arcs;
  for (size_t i = 0; i < n_arcs; i++)
    lesson->arcs[i] += weight * arcs[i];
  for (size_t i = 0; i < n_words * BEL_N_DEPS; i++)
    lesson->labels[i] += weight * labels[i];
  for (uint32_t s = n; s < treebank->sentences.n; s++)
    teach_gold (lesson, treebank, s, weight);
  return TRUE;
}

static void
to_shares (float *scores, uint32_t n)
{
  float most = -INFINITY, sum = 0;
  for (uint32_t i = 0; i < n; i++)
    most = MAX (most, scores[i]);
  for (uint32_t i = 0; i < n; i++)
    sum += scores[i] = bel_exp (scores[i] - most);
  for (uint32_t i = 0; i < n; i++)
    scores[i] /= sum;
}

static void
teach_sentence (const NetWork *work, const float *weights, const NetBatch *batch, uint32_t k, float *arcs,
                float *labels)
{
  uint32_t n = batch->starts[k + 1] - batch->starts[k];
  for (uint32_t i = 0; i < n; i++, arcs += n + 1, labels += BEL_N_DEPS) {
    uint32_t word = batch->starts[k] + i;
    net_arc_scores (work, weights, batch, word, arcs);
    to_shares (arcs, n + 1);
    net_label_scores (work, weights, word, batch->heads[word], labels);
    to_shares (labels, BEL_N_DEPS);
  }
}

static void
teach_all (const ParserTask *task, NetWork *work, const float *weights, Lesson *lesson)
{
  const Treebank *train = task->train;
  for (uint32_t s = 0, end; s < train->sentences.n; s = end) {
    g_autoptr (BelArena) arena = bel_arena_new ();
    uint32_t order[256], n = 0, n_words = 0;
    for (end = s; end < train->sentences.n && n < G_N_ELEMENTS (order) && n_words < 800; end++) {
      order[n++] = end;
      n_words += train->sentences.items[end].n;
    }
    NetBatch *batch = parser_batch (arena, task, train, order, n);
    net_forward (work, weights, batch, NULL, NULL);
    for (uint32_t k = 0; k < n; k++)
      teach_sentence (work, weights, batch, k, lesson->arcs + lesson->arcs_at[order[k]],
                      lesson->labels + lesson->words_at[order[k]] * BEL_N_DEPS);
  }
}

gboolean
train_teach (const TrainOptions *options, GError **error)
{
  g_autoptr (ParserTask) task = parser_task_new (options, error);
  if (!task)
    return FALSE;
  g_autoptr (Gemm) gemm = gemm_new (FALSE);
  g_autoptr (NetWork) work = net_work_new (&task->layout, &task->model->lexicon, gemm);
  g_autoptr (ParserState) state = parser_state_new (&task->layout, 0);
  g_autofree char *from = g_strdup_printf ("%s.state", options->name),
                  *to = g_strdup_printf ("%s.lesson", options->name);
  g_autofree char *from_path = g_build_filename (options->work, from, NULL);
  g_autofree char *to_path = g_build_filename (options->work, to, NULL);
  if (!parser_state_load (state, from_path, error))
    return FALSE;
  Lesson *lesson = lesson_new (task->train);
  teach_all (task, work, state->average, lesson);
  gboolean good = lesson_save (lesson, task->train, (uint32_t) options->taught, to_path, error);
  lesson_free (lesson);
  train_log ("%s", to_path);
  return good;
}
