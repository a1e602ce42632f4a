/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What net.c, sru.c and heads.c share of a pass through the network. */
#pragma once

#include "train/net.h"

struct NetWork {
  const NetLayout *layout;
  Gemm *gemm;
  float *vectors; /**< of the lexicon in floating point, unit variance on average */
  uint32_t cap;   /**< words there is room for */
  uint32_t cap_sentences;
  size_t cap_arcs;
  gboolean training;
  float *x[BEL_PARSER_MAX_LAYERS + 1];    /**< n × in: what goes into a layer, or into the read-off */
  float *seen[BEL_PARSER_MAX_LAYERS + 1]; /**< the same with units left out, for the product */
  float *mask[BEL_PARSER_MAX_LAYERS + 1]; /**< a sentence × in */
  float *u[BEL_PARSER_MAX_LAYERS];        /**< n × 2 × gates × hidden: candidate, forget, reset (past the sigmoid) */
  float *c[BEL_PARSER_MAX_LAYERS];        /**< n × 2 × hidden: states */
  float *read;                            /**< n × read width, past the rectifier and its mask; tags: scores */
  float *read_mask;                       /**< n × (2 d_arc + 2 d_label) */
  float *met;                             /**< n × d_arc: heads through the arc matrix */
  float *prior;                           /**< n: how likely a word is a head */
  size_t *arcs_at;                        /**< n: where the shares of a word's heads begin */
  float *arcs;                            /**< shares of heads */
  uint32_t *rivals;                       /**< n: the wrong head with the best score; UINT32_MAX where there is none */
  float *label_in;                        /**< 2 n × d_label: words with their heads, then with their rivals */
  float *labels;                          /**< 2 n × n_labels */
  float *tag_shares;
  uint8_t (*kept)[BEL_N_GROUPS + 1]; /**< which inputs of a word were not left out */
  float *d_read, *d_met, *d_prior, *d_label_in, *d_u, *d_x, *d_seen;
};

/** What a layer's recurrence works on. */
typedef struct {
  uint32_t hidden, gates;
  const float *x; /**< the way past: of rows @x_row, the unit's own column at x_offset(direction) */
  size_t x_row;
  size_t x_step; /**< columns between the two directions, where gates is 3 */
  float *u, *c;
  const float *forget_c, *reset_c, *forget_b, *reset_b;
} SruPass;

/** Words @begin … @end-1 of one sentence, both directions; @h: n × 2 × hidden. */
void sru_forward (const SruPass *pass, uint32_t begin, uint32_t end, float *h);

typedef struct {
  const float *d_h;
  float *d_u, *d_x;                               /**< set; added to */
  float *forget_c, *reset_c, *forget_b, *reset_b; /**< gradients, added to */
} SruGradient;
void sru_backward (const SruPass *pass, const SruGradient *gradient, uint32_t begin, uint32_t end);

/** After the read-off: met and prior. */
void heads_forward (NetWork *work, const float *weights, const NetBatch *batch);
/** Loss; with @gradient also d_read. */
NetLoss heads_backward (NetWork *work, const float *weights, const NetBatch *batch, const NetDropout *dropout,
                        float *gradient);
