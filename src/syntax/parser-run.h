/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What is at hand while sentences are parsed: for the files of the parser. */
#pragma once

#include "syntax/parser.h"

struct BelParserScratch {
  BelArena *decode; /* for the tree of one sentence */
  float *x, *h;     /* words × widest: in and out of a layer */
  uint8_t *bytes;   /* x for a product */
  int32_t *sums;
  float *state;
  float *read;     /* words × read width */
  float *heads;    /* words × d_arc, end to end */
  float *met;      /* words × d_arc: heads through the arc matrix */
  float *prior;    /* words: how likely a word is a head */
  float *scores;   /* of all arcs of one sentence */
  float *labels;   /* words × d_label, then one row of label scores */
  uint32_t *found; /* heads of one sentence */
};

typedef struct {
  const BelParser *parser;
  const BelKernels *kernels;
  BelParserScratch *scratch;
  uint32_t n; /* words */
} BelParserRun;

/** Scores of all heads of word @i of the sentence of @n words that begins at word @begin of the batch: @n + 1 numbers, the
 * root's first. After the words are read off. */
void bel_parser_score_heads (const BelParserRun *run, uint32_t begin, uint32_t n, uint32_t i, float *scores);

/** Share of candidate @chosen among @n, in 255ths. */
uint8_t bel_parser_share (const float *scores, uint32_t n, uint32_t chosen);

/** Scores of the relations of word @i to @head, both places in the batch: room for a multiple of
 * BEL_KERNEL_COLUMNS. Overwrites what is left of the last product. */
void bel_parser_score_labels (const BelParserRun *run, uint32_t i, uint32_t head, float *scores);

/** Tells apart the likeliest heads of word @i of such a sentence, in their @scores: by how sure its relation to each
 * would be. */
void bel_parser_weigh_rivals (const BelParserRun *run, uint32_t begin, uint32_t n, uint32_t i, float *scores);

/** Sees to it that no word has two subjects, two objects … in a sentence of @n words that begins at word @begin of the
 * batch; @parsed: the sentence's own. */
void bel_parser_part_doubles (const BelParserRun *run, uint32_t begin, uint32_t n, BelParsed *parsed);
