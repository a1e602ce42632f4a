/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The parser's network: its shape, and what it is told of a word. Run time and trainer share this file.
 *
 *   word, suffix, prefix, shape and tag each pick a row of a table; with the word's vector of the lexicon
 *   they make the input; layers of simple recurrent units read it both ways; from the last layer come, for
 *   every word, a vector as a dependent, one as a head, half the input of the relation, and a tag. */
#pragma once

#include "syntax/kernels.h"
#include "syntax/tagger.h"

/** Tables of learned input vectors. Row 0 of each stands for "unknown". */
typedef enum {
  BEL_GROUP_WORD,
  BEL_GROUP_SUFFIX2,
  BEL_GROUP_SUFFIX3,
  BEL_GROUP_PREFIX3,
  BEL_GROUP_SHAPE,
  BEL_GROUP_TAG,
  BEL_N_GROUPS
} BelInputGroup;

#define BEL_PARSER_MAX_LAYERS 6u
/** Classes of the signed distance from a word to its head: 10 each way, and one for the root. */
#define BEL_N_DISTANCES 21u
#define BEL_DISTANCE_ROOT 20u

typedef struct {
  uint32_t rows[BEL_N_GROUPS];
  uint32_t dims[BEL_N_GROUPS];
  uint32_t d_vector; /**< of the lexicon's vectors */
  uint32_t d_in;     /**< of a word's whole input: all dims and d_vector */
  uint32_t hidden;   /**< units of a layer, one direction */
  uint32_t n_layers;
  uint32_t d_arc;
  uint32_t d_label;
  uint32_t n_labels;
  uint32_t n_tags;
} BelParserShape;

/** Gates of layer @layer: two, the candidate, and where the widths differ a way past for the input. */
static inline uint32_t
bel_parser_gates (const BelParserShape *shape, uint32_t layer)
{
  return layer > 0 || shape->d_in == shape->hidden ? 3 : 4;
}
static inline uint32_t
bel_parser_layer_in (const BelParserShape *shape, uint32_t layer)
{
  return layer > 0 ? 2 * shape->hidden : shape->d_in;
}
/** Width of all that is read off the last layer: dependent, head, relation (both halves), tag. */
static inline uint32_t
bel_parser_read_width (const BelParserShape *shape)
{
  return 2 * shape->d_arc + 2 * shape->d_label + shape->n_tags;
}

/** The words that have a row of their own, by BelWord.digits; sorted. Row of hashes[i] is i + 1. */
typedef struct {
  uint32_t n;
  const uint32_t *hashes;
} BelVocabulary;

/** The row of each table for @word with tag @tag. */
void bel_parser_input (const BelParserShape *shape, const BelVocabulary *vocabulary, const BelWord *word, uint8_t tag,
                       uint32_t rows[BEL_N_GROUPS]);

/** Class of the distance from word @from to its head @to (both 0-based). */
uint32_t bel_parser_distance (uint32_t from, uint32_t to);

/* -- the section "PARS" --------------------------------------------------------------------------
 * A BelParserHeader and then arrays in the order of BelParser, each beginning on a multiple of 64. */

#define BEL_PARSER_PRODUCTS (BEL_PARSER_MAX_LAYERS + 3)

typedef struct {
  BelParserShape shape;
  uint32_t n_vocabulary;
  float table_scales[BEL_N_GROUPS];
  float in_scales[BEL_PARSER_PRODUCTS]; /**< layers, read-off, arc, label */
} BelParserHeader;

typedef struct {
  BelProduct product;
  const float *forget_c, *reset_c, *forget_b, *reset_b; /**< 2 × hidden */
} BelParserLayer;

/** A view into the section. */
typedef struct {
  BelParserShape shape;
  BelVocabulary vocabulary;
  const int8_t *tables[BEL_N_GROUPS];
  float table_scales[BEL_N_GROUPS];
  BelParserLayer layers[BEL_PARSER_MAX_LAYERS];
  BelProduct read; /**< 2 hidden × read width */
  const float *read_bias;
  BelProduct arc;          /**< d_arc × d_arc */
  const float *arc_bias;   /**< zeros: the arc's product is finished as the others are */
  const float *arc_head;   /**< d_arc */
  const float *arc_root;   /**< d_arc */
  const float *distance;   /**< BEL_N_DISTANCES */
  const float *label_root; /**< d_label */
  BelProduct label;        /**< d_label × n_labels */
  const float *label_bias;
} BelParser;

/** Views the section. Returns: FALSE when it does not hold a parser. */
gboolean bel_parser_init (BelParser *parser, const void *section, size_t n_bytes);

/** What is found out about a word. */
typedef struct {
  uint32_t head;     /**< within the sentence; BEL_NONE is the root */
  uint8_t dep;       /**< BelDep */
  uint8_t tag;       /**< pair of the tagger */
  uint8_t arc_score; /**< share of the head among all candidates, 0…255 */
} BelParsed;

/** Working memory for sentences of up to BEL_LIMIT_SENTENCE_TOKENS words. */
typedef struct BelParserScratch BelParserScratch;
BelParserScratch *bel_parser_scratch_new (const BelParser *parser, BelArena *arena);

/** Words in one go through the network; whole sentences are put together up to here. */
#define BEL_PARSER_BATCH 192u

/** Parses @n_sentences sentences laid end to end; sentence s begins at word starts[s], and
 * starts[n_sentences] is the number of words: at most BEL_PARSER_BATCH, or one sentence. */
void bel_parser_run (const BelParser *parser, const BelKernels *kernels, const BelLexicon *lexicon,
                     BelParserScratch *scratch, const BelWord *words, const uint8_t *tags, const uint32_t *starts,
                     uint32_t n_sentences, BelParsed *out);
