/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The parser's network in floating point, forwards and backwards, over a batch of sentences laid end to
 * end. All weights lie in one array, so that the optimizer and the files need not know them apart. */
#pragma once

#include "syntax/parser.h"
#include "train/gemm.h"
#include "train/train.h"

/** Where the weights of one layer begin in the array. */
typedef struct {
  size_t weights;           /**< in × 2 directions × gates × hidden */
  size_t forget_c, reset_c; /**< 2 × hidden: weights of the last state in the two gates */
  size_t forget_b, reset_b; /**< 2 × hidden: biases */
} NetLayer;

typedef struct {
  BelParserShape shape;
  size_t tables[BEL_N_GROUPS];
  NetLayer layers[BEL_PARSER_MAX_LAYERS];
  size_t read, read_b;   /**< 2 hidden × read width, and its bias */
  size_t arc;            /**< d_arc × d_arc, between head and dependent */
  size_t arc_head;       /**< d_arc: how likely a word is a head */
  size_t arc_root;       /**< d_arc: the root's vector as a head */
  size_t distance;       /**< BEL_N_DISTANCES */
  size_t label_root;     /**< d_label: the root's half of the relation */
  size_t label, label_b; /**< d_label × n_labels, and its bias */
  size_t n;              /**< of all weights */
} NetLayout;

void net_layout (NetLayout *layout, const BelParserShape *shape);
void net_init (const NetLayout *layout, float *weights, uint64_t seed);

/** Words of several sentences end to end. */
typedef struct {
  uint32_t n, n_sentences;
  uint32_t *starts; /**< n_sentences + 1 */
  uint32_t (*rows)[BEL_N_GROUPS];
  uint32_t *vectors; /**< rows of the lexicon */
  uint32_t *heads;   /**< gold: index within the batch; UINT32_MAX is the root */
  uint8_t *labels, *tags;
  float *arc_targets;   /**< (nullable) of a teacher: for each word its sentence's length + 1 shares, root first */
  size_t *arc_offsets;  /**< where a word's shares begin */
  float *label_targets; /**< (nullable) of a teacher: n × n_labels */
} NetBatch;

/** How much of what is left out in training, 0 … 1. */
typedef struct {
  float layer, arc, word, vector, group;
  float smoothing; /**< of the labels and heads */
  float teacher;   /**< weight of the teacher's shares against the gold ones */
  float rivals;    /**< weight of learning that a wrong head has no relation; nothing is learned of wrong heads at 0 */
} NetDropout;

typedef struct {
  double arc, label, tag;
  uint32_t n;
} NetLoss;

/** Tags are a task on the side: they keep the layers honest, and right the tagger's mistakes. What is
 * learned from is arc + label + NET_TAG_WEIGHT × tag, a word. */
#define NET_TAG_WEIGHT 0.3f

typedef struct NetWork NetWork;

/** Buffers that grow with the batches. @lexicon: outlives it. */
NetWork *net_work_new (const NetLayout *layout, const BelLexicon *lexicon, Gemm *gemm);
void net_work_free (NetWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetWork, net_work_free)

/** Forwards; what was left out is drawn from @random, nothing when it is NULL. */
void net_forward (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout,
                  Random *random);
/** Loss of the last net_forward() and, where @gradient is not NULL, its gradient added there. */
NetLoss net_backward (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout,
                      float *gradient);

/** After net_forward(): scores of all heads of word @i (within the batch), root first, then the words of its
 * sentence; and of the relations to a head (UINT32_MAX is the root); and of the tags. */
void net_arc_scores (const NetWork *work, const float *weights, const NetBatch *batch, uint32_t i, float *scores);
void net_label_scores (const NetWork *work, const float *weights, uint32_t i, uint32_t head, float *scores);
const float *net_tag_scores (const NetWork *work, uint32_t i);
