/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "parser": Adam over shuffled batches, the rate up for a while and then down a cosine. */
#include "train/parser.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define WARM_UP 300
#define CLIP 5.0f
#define MEAN_DECAY 0.9f
#define SQUARE_DECAY 0.98f
#define AVERAGE_DECAY 0.9985f

static float *
array_of (size_t n)
{
  float *array = aligned_alloc (64, (n * sizeof (float) + 63) / 64 * 64);
  memset (array, 0, n * sizeof (float));
  return array;
}

ParserState *
parser_state_new (const NetLayout *layout, uint64_t seed)
{
  ParserState *state = g_new0 (ParserState, 1);
  state->n = layout->n;
  state->weights = array_of (state->n);
  state->mean = array_of (state->n);
  state->square = array_of (state->n);
  state->average = array_of (state->n);
  state->random = random_seed (seed * 7919 + 1);
  net_init (layout, state->weights, seed);
  memcpy (state->average, state->weights, state->n * sizeof (float));
  return state;
}

void
parser_state_free (ParserState *state)
{
  if (!state)
    return;
  free (state->weights);
  free (state->mean);
  free (state->square);
  free (state->average);
  g_free (state);
}

typedef struct {
  uint64_t n, step, random;
  uint32_t epoch, zero;
} StateHeader;

gboolean
parser_state_save (const ParserState *state, const char *path, GError **error)
{
  StateHeader header = { state->n, state->step, state->random.state, state->epoch, 0 };
  size_t n_bytes = state->n * sizeof (float);
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) (sizeof header + 4 * n_bytes));
  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  const float *arrays[] = { state->weights, state->mean, state->square, state->average };
  for (int i = 0; i < 4; i++)
    g_byte_array_append (out, (const guint8 *) arrays[i], (guint) n_bytes);
  return g_file_set_contents (path, (const char *) out->data, out->len, error);
}

gboolean
parser_state_load (ParserState *state, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize n_data;
  if (!g_file_get_contents (path, &data, &n_data, error))
    return FALSE;
  StateHeader header;
  size_t n_bytes = state->n * sizeof (float);
  memcpy (&header, data, MIN (sizeof header, n_data));
  if (n_data != sizeof header + 4 * n_bytes || header.n != state->n) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "%s is of another network", path);
    return FALSE;
  }
  float *arrays[] = { state->weights, state->mean, state->square, state->average };
  for (int i = 0; i < 4; i++)
    memcpy (arrays[i], data + sizeof header + i * n_bytes, n_bytes);
  state->step = header.step;
  state->epoch = header.epoch;
  state->random.state = header.random;
  return TRUE;
}

static float
norm_of (const float *x, size_t n)
{
  typedef float Lanes __attribute__ ((vector_size (64)));
  Lanes sums = { 0 };
  for (size_t i = 0; i + 16 <= n; i += 16) /* the layout is in sixteens */
    sums += *(const Lanes *) (x + i) * *(const Lanes *) (x + i);
  double sum = 0;
  for (int k = 0; k < 16; k++)
    sum += sums[k];
  return (float) sqrt (sum);
}

static void
move (ParserState *state, float *restrict gradient, float rate)
{
  float norm = norm_of (gradient, state->n), scale = norm > CLIP ? CLIP / norm : 1;
  state->step++;
  float mean_left = 1 - powf (MEAN_DECAY, (float) state->step);
  float square_left = 1 - powf (SQUARE_DECAY, (float) state->step);
  float decay = MIN (AVERAGE_DECAY, (1 + (float) state->step) / (10 + (float) state->step));
  float *restrict w = state->weights, *restrict m = state->mean, *restrict v = state->square,
                  *restrict a = state->average;
  float by = rate / mean_left, under = 1 / square_left;
  for (size_t i = 0; i < state->n; i++) {
    float g = gradient[i] * scale;
    m[i] = MEAN_DECAY * m[i] + (1 - MEAN_DECAY) * g;
    v[i] = SQUARE_DECAY * v[i] + (1 - SQUARE_DECAY) * g * g;
    w[i] -= by * m[i] / (sqrtf (v[i] * under) + 1e-8f);
    a[i] = decay * a[i] + (1 - decay) * w[i];
    gradient[i] = 0;
  }
}

typedef struct {
  const TrainOptions *options;
  ParserTask *task;
  NetWork *work;
  ParserState *state;
  float *gradient;
  GPtrArray *dev; /* of Treebank */
  double n_steps; /* that all epochs will take */
} Session;

static float
rate_now (const Session *session)
{
  double step = (double) session->state->step, top = session->options->rate;
  if (step < WARM_UP)
    return (float) (top * (step + 1) / WARM_UP);
  double done = MIN (1.0, (step - WARM_UP) / MAX (1.0, session->n_steps - WARM_UP));
  return (float) (top * (0.02 + 0.98 * 0.5 * (1 + cos (G_PI * done))));
}

static void
run_epoch (Session *session)
{
  const TrainOptions *options = session->options;
  const Treebank *train = session->task->train;
  NetDropout dropout = { .layer = (float) options->drop_layer,
                         .arc = (float) options->drop_arc,
                         .word = (float) options->drop_word,
                         .vector = (float) options->drop_vector,
                         .group = (float) options->drop_group,
                         .smoothing = (float) options->smoothing,
                         .teacher = (float) options->teacher,
                         .rivals = (float) options->rivals };
  g_autofree uint32_t *order = g_new (uint32_t, train->sentences.n);
  for (uint32_t s = 0; s < train->sentences.n; s++)
    order[s] = s;
  random_shuffle (&session->state->random, order, train->sentences.n);
  NetLoss total = { 0 };
  for (uint32_t begin = 0, end; begin < train->sentences.n; begin = end) {
    uint32_t n_words = 0;
    for (end = begin; end < train->sentences.n && n_words < (uint32_t) options->batch; end++)
      n_words += train->sentences.items[order[end]].n;
    g_autoptr (BelArena) arena = bel_arena_new ();
    NetBatch *batch = parser_batch (arena, session->task, train, order + begin, end - begin);
    net_forward (session->work, session->state->weights, batch, &dropout, &session->state->random);
    NetLoss loss = net_backward (session->work, session->state->weights, batch, &dropout, session->gradient);
    move (session->state, session->gradient, rate_now (session));
    total.arc += loss.arc;
    total.label += loss.label;
    total.tag += loss.tag;
    total.n += loss.n;
  }
  session->state->epoch++;
  train_log ("epoch %u: loss of arcs %.4f, labels %.4f, tags %.4f; rate %.5f", session->state->epoch,
             total.arc / total.n, total.label / total.n, total.tag / total.n, rate_now (session));
}

static void
measure (const Session *session)
{
  for (guint i = 0; i < session->dev->len; i++) {
    ParserScore score
        = parser_measure (session->task, session->work, session->state->average, g_ptr_array_index (session->dev, i));
    double n = score.n / 100.0;
    train_log ("  %s: UAS %.2f, LAS %.2f, UPOS %.2f; %u sentences were no tree at first", session->options->dev[i],
               score.unlabelled / n, score.labelled / n, score.tags / n, score.not_trees);
  }
}

static gboolean
read_dev (Session *session, GError **error)
{
  for (char **path = session->options->dev; path && *path; path++) {
    char *one[] = { *path, NULL };
    Treebank *dev = treebank_read (one, error);
    if (!dev)
      return FALSE;
    parser_tag (session->task, dev);
    g_ptr_array_add (session->dev, dev);
  }
  return TRUE;
}

static gboolean
read_lessons (ParserTask *task, const TrainOptions *options, GError **error)
{
  guint n = options->lessons ? g_strv_length (options->lessons) : 0;
  if (n == 0)
    return TRUE;
  task->lesson = lesson_new (task->train);
  for (guint i = 0; i < n; i++)
    if (!lesson_add (task->lesson, task->train, options->lessons[i], 1.0f / (float) n, error))
      return FALSE;
  train_log ("%u teachers", n);
  return TRUE;
}

gboolean
train_parser (const TrainOptions *options, GError **error)
{
  g_autoptr (ParserTask) task = parser_task_new (options, error);
  if (!task || !read_lessons (task, options, error))
    return FALSE;
  g_autoptr (Gemm) gemm = gemm_new (FALSE);
  g_autoptr (NetWork) work = net_work_new (&task->layout, &task->model->lexicon, gemm);
  g_autoptr (ParserState) state = parser_state_new (&task->layout, (uint64_t) options->seed);
  g_autoptr (GPtrArray) dev = g_ptr_array_new_with_free_func ((GDestroyNotify) treebank_free);
  g_autofree char *file = g_strdup_printf ("%s.state", options->name);
  g_autofree char *path = g_build_filename (options->work, file, NULL);
  Session session = { options,
                      task,
                      work,
                      state,
                      array_of (state->n),
                      dev,
                      (double) task->train->n_words / (options->batch + 8.0) * options->epochs };
  gboolean good = read_dev (&session, error);
  if (good && g_file_test (path, G_FILE_TEST_EXISTS)) {
    good = parser_state_load (state, path, error);
    train_log ("going on with %s after epoch %u", path, state->epoch);
  }
  train_log ("products by %s", gemm_path (gemm));
  while (good && state->epoch < (uint32_t) options->epochs) {
    run_epoch (&session);
    if (state->epoch % 5 == 0 || state->epoch == (uint32_t) options->epochs) {
      measure (&session);
      good = parser_state_save (state, path, error);
    }
  }
  free (session.gradient);
  return good;
}
