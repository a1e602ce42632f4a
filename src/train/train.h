/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The trainer: treebanks in, sections of the model file out. Nothing of it is in the program. */
#pragma once

#include "syntax/model-private.h"
#include "syntax/tagger.h"

#define TRAIN_ERROR (train_error_quark ())
GQuark train_error_quark (void);
typedef enum { TRAIN_ERROR_DATA } TrainError;

typedef struct {
  const char *form;
  BelWord word;
  uint8_t pos, xpos; /**< gold */
  uint8_t dep;       /**< gold BelDep */
  uint8_t gold_tag;  /**< number of the gold pair */
  uint8_t tag;       /**< number of the predicted pair, by a tagger that has not seen the document */
  uint16_t head;     /**< gold: 1-based; 0 is the root */
} TrainWord;

typedef struct {
  TrainWord *words;
  uint32_t n;
  uint32_t document;
  uint8_t treebank; /**< number of the file it came from */
} TrainSentence;

typedef struct {
  BelArena *arena;
  BEL_VEC (TrainSentence) sentences;
  uint32_t n_documents;
  uint32_t n_words;
  uint8_t n_treebanks;
} Treebank;

/** Reads plain CoNLL-U files and logs the checksum of each. */
Treebank *treebank_read (char **paths, GError **error);
void treebank_free (Treebank *treebank);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Treebank, treebank_free)
/** Fills TrainWord.word. */
void treebank_look_up (Treebank *treebank, const BelLexicon *lexicon);

/** A small generator of our own, so that a seed means the same everywhere (xorshift64*). */
typedef struct {
  uint64_t state;
} Random;
static inline uint32_t
random_next (Random *random)
{
  random->state ^= random->state >> 12;
  random->state ^= random->state << 25;
  random->state ^= random->state >> 27;
  return (uint32_t) ((random->state * 0x2545F4914F6CDD1Du) >> 32);
}
static inline uint32_t
random_below (Random *random, uint32_t n)
{
  return (uint32_t) (((uint64_t) random_next (random) * n) >> 32);
}
static inline float
random_unit (Random *random)
{
  return (float) (random_next (random) >> 8) * 0x1p-24f;
}
static inline Random
random_seed (uint64_t seed)
{
  Random random = { (seed + 1) * 0x9E3779B97F4A7C15u };
  for (int i = 0; i < 8; i++)
    random_next (&random);
  return random;
}
void random_shuffle (Random *random, uint32_t *items, uint32_t n);

/** "[   12.3s] message" on standard output. */
void train_log (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** What every command was asked. */
typedef struct {
  char *model;
  char **train;
  char **dev;
  char *work; /**< folder for what is kept between steps */
  char *vectors;
  char *from;
  char *sentence_words;
  char *name_words;
  char *gazetteer; /**< folder */
  char *wordnet;   /**< folder of WordNet's dictionary files */
  char *grammar;
  char *verbs;
  int sentences; /**< to be composed */
  int words;
  int dims;
  int epochs;
  int seed;
  char *name; /**< of the parser's state file */
  int word_dims, hidden, layers, arc_dims, label_dims, batch;
  double rate, drop_layer, drop_arc, drop_word, drop_vector, drop_group, smoothing;
  char **lessons; /**< files of the step teach */
  int taught;     /**< files of those a lesson is on */
  double teacher; /**< their weight against the gold trees */
  double rivals;  /**< weight of wrong heads, which have no relation */
} TrainOptions;

gboolean train_morph (const TrainOptions *options, GError **error);
gboolean train_names (const TrainOptions *options, GError **error);
gboolean train_tokens (const TrainOptions *options, GError **error);
/** Writes composed sentences, with their trees, to composed.conllu in the work folder. */
gboolean train_compose (const TrainOptions *options, GError **error);
gboolean train_vectors (const TrainOptions *options, GError **error);
gboolean train_tagger (const TrainOptions *options, GError **error);
/** Takes the sections that the model lacks out of another one. */
gboolean train_merge (const TrainOptions *options, GError **error);
gboolean train_parser (const TrainOptions *options, GError **error);
/** Writes what the parser of the state file makes of the training data. */
gboolean train_teach (const TrainOptions *options, GError **error);
/** Puts the parser of the state file into the model. */
gboolean train_pack (const TrainOptions *options, GError **error);

/** The model file as far as it is made. */
BelModel *train_open (const TrainOptions *options, GError **error);
/** Adds @section to the model file. */
gboolean train_put (const TrainOptions *options, const char *tag, GByteArray *section, GError **error);
