/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/parser-run.h"

#include "base/limits.h"
#include "syntax/activation.h"
#include "syntax/tree.h"

#include <string.h>

/* -- the section --------------------------------------------------------------------------------- */

typedef struct {
  const char *at, *end;
  gboolean good;
} Cursor;

static const void *
take (Cursor *cursor, size_t n_bytes)
{
  const void *at = cursor->at;
  size_t padded = (n_bytes + BEL_MODEL_ALIGN - 1) / BEL_MODEL_ALIGN * BEL_MODEL_ALIGN;
  if (!cursor->good || padded > (size_t) (cursor->end - cursor->at)) {
    cursor->good = FALSE;
    return NULL;
  }
  cursor->at += padded;
  return at;
}

static const float *
take_floats (Cursor *cursor, size_t n)
{
  const float *floats = take (cursor, n * sizeof (float));
  cursor->good = cursor->good && bel_model_good_floats (floats, n);
  return floats;
}

static void
take_product (Cursor *cursor, BelProduct *product, uint32_t k, uint32_t n, float in_scale)
{
  n = (n + BEL_KERNEL_COLUMNS - 1) / BEL_KERNEL_COLUMNS * BEL_KERNEL_COLUMNS;
  product->k = k;
  product->n = n;
  product->in_scale = in_scale;
  product->weights = take (cursor, (size_t) k * n);
  product->zero = take (cursor, n * sizeof (int32_t));
  product->scale = take_floats (cursor, n);
}

#define MOST_WIDE 4096u

static gboolean
check_shape (const BelParserShape *shape, uint32_t n_vocabulary)
{
  uint32_t d_in = shape->d_vector;
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++) {
    if (shape->rows[g] < 2 || shape->rows[g] > (1u << 24) || shape->dims[g] > MOST_WIDE)
      return FALSE;
    d_in += shape->dims[g];
  }
  const uint32_t widths[] = { shape->d_in, shape->hidden, shape->d_arc, shape->d_label };
  for (size_t i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i] == 0 || widths[i] > MOST_WIDE || widths[i] % BEL_KERNEL_LANES != 0)
      return FALSE;
  return shape->d_in == d_in && n_vocabulary + 1 == shape->rows[BEL_GROUP_WORD] && shape->n_layers >= 1
         && shape->n_layers <= BEL_PARSER_MAX_LAYERS && shape->n_labels == BEL_N_DEPS
         && shape->n_tags + 1 == shape->rows[BEL_GROUP_TAG] && shape->n_tags <= BEL_TAGGER_MAX_TAGS;
}

static void
take_layers (Cursor *cursor, BelParser *parser, const float *in_scales)
{
  const BelParserShape *shape = &parser->shape;
  uint32_t width = 2 * shape->hidden;
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    BelParserLayer *layer = &parser->layers[l];
    take_product (cursor, &layer->product, bel_parser_layer_in (shape, l), width * bel_parser_gates (shape, l),
                  in_scales[l]);
    layer->forget_c = take_floats (cursor, width);
    layer->reset_c = take_floats (cursor, width);
    layer->forget_b = take_floats (cursor, width);
    layer->reset_b = take_floats (cursor, width);
  }
}

gboolean
bel_parser_init (BelParser *parser, const void *section, size_t n_bytes)
{
  if (!section)
    return FALSE;
  Cursor cursor = { section, (const char *) section + n_bytes, TRUE };
  const BelParserHeader *header = take (&cursor, sizeof *header);
  if (!header || !check_shape (&header->shape, header->n_vocabulary)
      || !bel_model_good_floats (header->table_scales, BEL_N_GROUPS)
      || !bel_model_good_floats (header->in_scales, BEL_PARSER_PRODUCTS))
    return FALSE;
  const BelParserShape *shape = &parser->shape;
  const float *in_scales = header->in_scales;
  parser->shape = header->shape;
  parser->vocabulary.n = header->n_vocabulary;
  parser->vocabulary.hashes = take (&cursor, header->n_vocabulary * sizeof (uint32_t));
  for (uint32_t g = 0; g < BEL_N_GROUPS; g++) {
    parser->tables[g] = take (&cursor, (size_t) shape->rows[g] * shape->dims[g]);
    parser->table_scales[g] = header->table_scales[g];
  }
  take_layers (&cursor, parser, in_scales);
  take_product (&cursor, &parser->read, 2 * shape->hidden, bel_parser_read_width (shape),
                in_scales[BEL_PARSER_MAX_LAYERS]);
  parser->read_bias = take_floats (&cursor, parser->read.n);
  take_product (&cursor, &parser->arc, shape->d_arc, shape->d_arc, in_scales[BEL_PARSER_MAX_LAYERS + 1]);
  parser->arc_bias = take_floats (&cursor, parser->arc.n);
  parser->arc_head = take_floats (&cursor, shape->d_arc);
  parser->arc_root = take_floats (&cursor, shape->d_arc);
  parser->distance = take_floats (&cursor, BEL_N_DISTANCES);
  parser->label_root = take_floats (&cursor, shape->d_label);
  take_product (&cursor, &parser->label, shape->d_label, shape->n_labels, in_scales[BEL_PARSER_MAX_LAYERS + 2]);
  parser->label_bias = take_floats (&cursor, parser->label.n);
  return cursor.good && cursor.at == cursor.end;
}

/* -- running ------------------------------------------------------------------------------------- */

#define MOST_WORDS MAX (BEL_LIMIT_SENTENCE_TOKENS, BEL_PARSER_BATCH)

static uint32_t
widest_product (const BelParser *parser)
{
  uint32_t n = MAX (parser->read.n, MAX (parser->arc.n, parser->label.n));
  for (uint32_t l = 0; l < parser->shape.n_layers; l++)
    n = MAX (n, parser->layers[l].product.n);
  return n;
}

BelParserScratch *
bel_parser_scratch_new (const BelParser *parser, BelArena *arena)
{
  const BelParserShape *shape = &parser->shape;
  size_t n = MOST_WORDS, width = MAX (shape->d_in, MAX (2 * shape->hidden, MAX (shape->d_arc, shape->d_label)));
  BelParserScratch *scratch = bel_arena_new_struct (arena, BelParserScratch);
  scratch->x = bel_arena_alloc (arena, n * width * sizeof (float));
  scratch->h = bel_arena_alloc (arena, n * width * sizeof (float));
  scratch->bytes = bel_arena_alloc (arena, n * width);
  scratch->sums = bel_arena_alloc (arena, n * widest_product (parser) * sizeof (int32_t));
  scratch->state = bel_arena_alloc (arena, shape->hidden * sizeof (float));
  scratch->read = bel_arena_alloc (arena, n * parser->read.n * sizeof (float));
  scratch->heads = bel_arena_alloc (arena, n * shape->d_arc * sizeof (float));
  scratch->met = bel_arena_alloc (arena, n * parser->arc.n * sizeof (float));
  scratch->prior = bel_arena_alloc (arena, n * sizeof (float));
  scratch->scores = bel_arena_alloc (arena, n * (n + 1) * sizeof (float));
  scratch->labels = bel_arena_alloc (arena, (n * shape->d_label + parser->label.n) * sizeof (float));
  scratch->found = bel_arena_alloc (arena, n * sizeof (uint32_t));
  return scratch;
}

static void
fill_word (const BelParser *parser, const BelLexicon *lexicon, const BelWord *word, uint8_t tag, float *to)
{
  const BelParserShape *shape = &parser->shape;
  uint32_t rows[BEL_N_GROUPS];
  bel_parser_input (shape, &parser->vocabulary, word, tag, rows);
  for (uint32_t g = 0; g < BEL_N_GROUPS; to += shape->dims[g++]) {
    const int8_t *row = parser->tables[g] + (size_t) rows[g] * shape->dims[g];
    for (uint32_t k = 0; k < shape->dims[g]; k++)
      to[k] = (float) row[k] * parser->table_scales[g];
  }
  if (word->vector == BEL_WORD_UNKNOWN)
    memset (to, 0, shape->d_vector * sizeof (float));
  else
    bel_lexicon_widen (lexicon, word->vector, to);
}

/* @x (n rows) through @product into scratch->sums. */
static void
multiply (const BelParserRun *run, const BelProduct *product, const float *x)
{
  run->kernels->quantize (x, product->in_scale, (size_t) run->n * product->k, run->scratch->bytes);
  run->kernels->product (product, run->scratch->bytes, run->n, run->scratch->sums);
}

/* From scratch->x to scratch->h. */
static void
run_layer (const BelParserRun *run, uint32_t l, const uint32_t *starts, uint32_t n_sentences)
{
  const BelParserShape *shape = &run->parser->shape;
  const BelParserLayer *layer = &run->parser->layers[l];
  BelParserScratch *scratch = run->scratch;
  size_t in = bel_parser_layer_in (shape, l), out = 2 * shape->hidden, gates = bel_parser_gates (shape, l);
  multiply (run, &layer->product, scratch->x);
  for (uint32_t s = 0; s < n_sentences; s++) {
    BelRecurrence recurrence = {
      .product = &layer->product,
      .hidden = shape->hidden,
      .gates = (uint32_t) gates,
      .sums = scratch->sums + starts[s] * out * gates,
      .x = scratch->x + starts[s] * in,
      .x_row = in,
      .x_step = l > 0 ? shape->hidden : 0,
      .forget_c = layer->forget_c,
      .reset_c = layer->reset_c,
      .forget_b = layer->forget_b,
      .reset_b = layer->reset_b,
      .state = scratch->state,
      .out = scratch->h + starts[s] * out,
    };
    run->kernels->recur (&recurrence, starts[s + 1] - starts[s]);
  }
}

/* From scratch->x to read, met and prior. */
static void
read_off (const BelParserRun *run)
{
  const BelParser *parser = run->parser;
  BelParserScratch *scratch = run->scratch;
  uint32_t d = parser->shape.d_arc;
  multiply (run, &parser->read, scratch->x);
  for (size_t i = 0; i < run->n; i++) {
    float *row = scratch->read + i * parser->read.n;
    run->kernels->finish (&parser->read, scratch->sums + i * parser->read.n, parser->read_bias, 2 * d, row);
    memcpy (scratch->heads + i * d, row + d, d * sizeof (float));
  }
  run->kernels->dots (parser->arc_head, scratch->heads, run->n, d, scratch->prior);
  multiply (run, &parser->arc, scratch->heads);
  for (size_t i = 0; i < run->n; i++) {
    run->kernels->finish (&parser->arc, scratch->sums + i * parser->arc.n, parser->arc_bias, 0,
                          scratch->met + i * parser->arc.n);
    /* Rows of met are d wide for the dots; the product's columns may be padded. */
    if (parser->arc.n != d)
      memmove (scratch->met + i * d, scratch->met + i * parser->arc.n, d * sizeof (float));
  }
}

uint8_t
bel_parser_share (const float *scores, uint32_t n, uint32_t chosen)
{
  float sum = 0;
  for (uint32_t h = 0; h < n; h++)
    sum += bel_exp (scores[h] - scores[chosen]);
  return (uint8_t) (255.0f / sum > 255.0f ? 255.0f : 255.0f / sum);
}

#define IMPOSSIBLE (-1e9f)

void
bel_parser_score_heads (const BelParserRun *run, uint32_t begin, uint32_t n, uint32_t i, float *scores)
{
  const BelParser *parser = run->parser;
  const BelParserScratch *scratch = run->scratch;
  const float *dependent = scratch->read + (size_t) (begin + i) * parser->read.n;
  uint32_t d = parser->shape.d_arc;
  run->kernels->dots (dependent, parser->arc_root, 1, d, scores);
  scores[0] += parser->distance[BEL_DISTANCE_ROOT];
  run->kernels->dots (dependent, scratch->met + (size_t) begin * d, n, d, scores + 1);
  for (uint32_t h = 0; h < n; h++)
    scores[1 + h] += scratch->prior[begin + h] + parser->distance[bel_parser_distance (i, h)];
  scores[1 + i] = IMPOSSIBLE;
}

static void
find_heads (const BelParserRun *run, uint32_t begin, uint32_t n, BelParsed *out)
{
  BelParserScratch *scratch = run->scratch;
  for (uint32_t i = 0; i < n; i++) {
    bel_parser_score_heads (run, begin, n, i, scratch->scores + (size_t) i * (n + 1));
    bel_parser_weigh_rivals (run, begin, n, i, scratch->scores + (size_t) i * (n + 1));
  }
  bel_arena_reset (scratch->decode);
  bel_tree_decode (scratch->decode, scratch->scores, n, scratch->found);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t head = scratch->found[i];
    out[begin + i].head = head;
    out[begin + i].arc_score
        = bel_parser_share (scratch->scores + (size_t) i * (n + 1), n + 1, head == BEL_NONE ? 0 : head + 1);
  }
}

static uint32_t
argmax (const float *scores, uint32_t begin, uint32_t end)
{
  uint32_t best = begin;
  for (uint32_t i = begin + 1; i < end; i++)
    if (scores[i] > scores[best])
      best = i;
  return best;
}

/* Both halves of what the relation of word @i to @head is told from (places in the batch). */
static void
meet_halves (const BelParserRun *run, uint32_t i, uint32_t head, float *out)
{
  const BelParser *parser = run->parser;
  uint32_t d = parser->shape.d_label, a = 2 * parser->shape.d_arc;
  const float *read = run->scratch->read, *dependent = read + (size_t) i * parser->read.n + a;
  const float *above = head == BEL_NONE ? parser->label_root : read + (size_t) head * parser->read.n + a + d;
  for (uint32_t k = 0; k < d; k++)
    out[k] = bel_leaky (dependent[k] + above[k]);
}

void
bel_parser_score_labels (const BelParserRun *run, uint32_t i, uint32_t head, float *scores)
{
  const BelProduct *label = &run->parser->label;
  BelParserScratch *scratch = run->scratch;
  meet_halves (run, i, head, scratch->labels);
  run->kernels->quantize (scratch->labels, label->in_scale, label->k, scratch->bytes);
  run->kernels->product (label, scratch->bytes, 1, scratch->sums);
  run->kernels->finish (label, scratch->sums, run->parser->label_bias, 0, scores);
}

static void
find_labels (const BelParserRun *run, const uint32_t *starts, uint32_t n_sentences, BelParsed *out)
{
  const BelParser *parser = run->parser;
  BelParserScratch *scratch = run->scratch;
  uint32_t d = parser->shape.d_label;
  for (uint32_t s = 0; s < n_sentences; s++)
    for (uint32_t i = starts[s]; i < starts[s + 1]; i++)
      meet_halves (run, i, out[i].head == BEL_NONE ? BEL_NONE : starts[s] + out[i].head,
                   scratch->labels + (size_t) i * d);
  multiply (run, &parser->label, scratch->labels);
  float *scores = scratch->labels + (size_t) run->n * d;
  for (uint32_t i = 0; i < run->n; i++) {
    run->kernels->finish (&parser->label, scratch->sums + (size_t) i * parser->label.n, parser->label_bias, 0, scores);
    out[i].dep = out[i].head == BEL_NONE ? BEL_DEP_ROOT : (uint8_t) argmax (scores, BEL_DEP_ROOT + 1, BEL_N_DEPS);
  }
}

void
bel_parser_run (const BelParser *parser, const BelKernels *kernels, const BelLexicon *lexicon,
                BelParserScratch *scratch, const BelWord *words, const uint8_t *tags, const uint32_t *starts,
                uint32_t n_sentences, BelParsed *out)
{
  const BelParserShape *shape = &parser->shape;
  BelParserRun run = { parser, kernels, scratch, starts[n_sentences] };
  if (run.n == 0)
    return;
  g_autoptr (BelArena) decode = bel_arena_new ();
  scratch->decode = decode;
  for (uint32_t i = 0; i < run.n; i++)
    fill_word (parser, lexicon, &words[i], tags[i], scratch->x + (size_t) i * shape->d_in);
  for (uint32_t l = 0; l < shape->n_layers; l++) {
    run_layer (&run, l, starts, n_sentences);
    float *swap = scratch->x;
    scratch->x = scratch->h;
    scratch->h = swap;
  }
  read_off (&run);
  uint32_t tags_at = 2 * shape->d_arc + 2 * shape->d_label;
  for (uint32_t s = 0; s < n_sentences; s++)
    find_heads (&run, starts[s], starts[s + 1] - starts[s], out);
  for (uint32_t i = 0; i < run.n; i++)
    out[i].tag
        = (uint8_t) (argmax (scratch->read + (size_t) i * parser->read.n, tags_at, tags_at + shape->n_tags) - tags_at);
  find_labels (&run, starts, n_sentences, out);
  for (uint32_t s = 0; s < n_sentences; s++)
    bel_parser_part_doubles (&run, starts[s], starts[s + 1] - starts[s], out + starts[s]);
}
