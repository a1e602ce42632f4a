/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the steps that train, judge and pack a parser share. */
#pragma once

#include "train/net.h"

/** Everything a parser needs beside its weights. */
typedef struct {
  BelModel *model; /**< with lexicon and tagger */
  Treebank *train;
  GArray *vocabulary;    /**< of uint32_t, sorted */
  struct Lesson *lesson; /**< (nullable) what teachers said of the training data */
  NetLayout layout;
} ParserTask;

/** What teachers, parsers trained before, make of the training data: shares of heads and of relations. */
typedef struct Lesson {
  size_t n_arcs, n_words;
  float *arcs;                /**< of word after word: its sentence's length + 1 shares, the root's first */
  float *labels;              /**< n_words × BEL_N_DEPS, at the gold head */
  size_t *arcs_at, *words_at; /**< of each sentence */
} Lesson;

/** An empty lesson on @treebank. */
Lesson *lesson_new (const Treebank *treebank);
void lesson_free (Lesson *lesson);
/** Adds the shares in file @path, @weight times. It may be of the first sentences of @treebank only: the others' own
 * trees are then the lesson on them. */
gboolean lesson_add (Lesson *lesson, const Treebank *treebank, const char *path, float weight, GError **error);
/** The lesson on the first @n_treebanks files. */
gboolean lesson_save (const Lesson *lesson, const Treebank *treebank, uint32_t n_treebanks, const char *path,
                      GError **error);

ParserTask *parser_task_new (const TrainOptions *options, GError **error);
void parser_task_free (ParserTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParserTask, parser_task_free)

/** Where training stands; the whole of it is in the state file. */
typedef struct {
  size_t n;
  float *weights, *mean, *square, *average;
  uint64_t step;
  uint32_t epoch;
  Random random;
} ParserState;

ParserState *parser_state_new (const NetLayout *layout, uint64_t seed);
void parser_state_free (ParserState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParserState, parser_state_free)
gboolean parser_state_save (const ParserState *state, const char *path, GError **error);
gboolean parser_state_load (ParserState *state, const char *path, GError **error);

/** Sentences @order[0…n-1] as one batch, in @arena. @gold: heads and labels too. */
NetBatch *parser_batch (BelArena *arena, const ParserTask *task, const Treebank *treebank, const uint32_t *order,
                        uint32_t n);

/** Sets the gold tags' numbers. */
void parser_number_tags (Treebank *treebank, const BelTagger *tagger);
/** Tags the words of a development treebank as the program would. */
void parser_tag (const ParserTask *task, Treebank *treebank);

typedef struct {
  uint32_t n, unlabelled, labelled, tags, not_trees;
} ParserScore;
ParserScore parser_measure (const ParserTask *task, NetWork *work, const float *weights, const Treebank *treebank);

/** The section "PARS" of the program: integers for the products, floating point for the rest. */
GByteArray *parser_pack (const ParserTask *task, const float *weights, const float *ranges);
