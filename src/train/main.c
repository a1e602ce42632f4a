/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** belie-train: makes models/english.bel. script/train runs its steps in order. */
#include "train/train.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const char *name;
  gboolean (*run) (const TrainOptions *, GError **);
  int epochs;
} STEPS[] = {
  { "tokens", train_tokens, 10 },  { "morph", train_morph, 1 },     { "names", train_names, 12 },
  { "vectors", train_vectors, 0 }, { "compose", train_compose, 0 }, { "tagger", train_tagger, 8 },
  { "parser", train_parser, 20 },  { "teach", train_teach, 0 },     { "pack", train_pack, 0 },
  { "merge", train_merge, 0 },
};

static gboolean
run_step (const char *name, TrainOptions *options, GError **error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (STEPS); i++) {
    if (!g_str_equal (STEPS[i].name, name))
      continue;
    if (options->epochs == 0)
      options->epochs = STEPS[i].epochs;
    return STEPS[i].run (options, error);
  }
  g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "no step is called %s", name);
  return FALSE;
}

int
main (int argc, char **argv)
{
  TrainOptions options = { .wordnet = (char *) "/usr/share/wordnet",
                           .words = 40000,
                           .dims = 64,
                           .seed = 1,
                           .word_dims = 64,
                           .hidden = 256,
                           .layers = 3,
                           .arc_dims = 256,
                           .label_dims = 128,
                           .batch = 800,
                           .rate = 2e-3,
                           .drop_layer = 0.3,
                           .drop_arc = 0.3,
                           .drop_word = 0.15,
                           .drop_vector = 0.1,
                           .drop_group = 0.05,
                           .smoothing = 0.03,
                           .teacher = 0.5,
                           .rivals = 0,
                           .sentences = 4000,
                           .taught = 2 };
  const GOptionEntry entries[] = {
    { "model", 'm', 0, G_OPTION_ARG_FILENAME, &options.model, "model file to add to", "FILE" },
    { "work", 'w', 0, G_OPTION_ARG_FILENAME, &options.work, "folder for what steps leave each other", "DIR" },
    { "train", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.train, "CoNLL-U to learn from", "FILE" },
    { "dev", 'd', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.dev, "CoNLL-U to measure on", "FILE" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, "another model file, to take sections from", "FILE" },
    { "vectors", 0, 0, G_OPTION_ARG_FILENAME, &options.vectors, "word vectors (JSON)", "FILE" },
    { "sentence-words", 0, 0, G_OPTION_ARG_FILENAME, &options.sentence_words, "words by what they do to a sentence",
      "FILE" },
    { "name-words", 0, 0, G_OPTION_ARG_FILENAME, &options.name_words, "words of names by kind", "FILE" },
    { "gazetteer", 0, 0, G_OPTION_ARG_FILENAME, &options.gazetteer, "folder of names", "DIR" },
    { "grammar", 0, 0, G_OPTION_ARG_FILENAME, &options.grammar, "of composed sentences", "FILE" },
    { "verbs", 0, 0, G_OPTION_ARG_FILENAME, &options.verbs, "verbs to compose with", "FILE" },
    { "sentences", 0, 0, G_OPTION_ARG_INT, &options.sentences, "sentences to compose", "N" },
    { "wordnet", 0, 0, G_OPTION_ARG_FILENAME, &options.wordnet, "WordNet's dictionary files", "DIR" },
    { "words", 0, 0, G_OPTION_ARG_INT, &options.words, "words of the lexicon", "N" },
    { "dims", 0, 0, G_OPTION_ARG_INT, &options.dims, "dimensions of its vectors", "N" },
    { "epochs", 'e', 0, G_OPTION_ARG_INT, &options.epochs, "passes over the data", "N" },
    { "seed", 's', 0, G_OPTION_ARG_INT, &options.seed, "of all that is drawn", "N" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, "of the parser's state file", "NAME" },
    { "word-dims", 0, 0, G_OPTION_ARG_INT, &options.word_dims, "learned dimensions of a word", "N" },
    { "hidden", 0, 0, G_OPTION_ARG_INT, &options.hidden, "units of a layer, one direction", "N" },
    { "layers", 0, 0, G_OPTION_ARG_INT, &options.layers, "layers", "N" },
    { "arc-dims", 0, 0, G_OPTION_ARG_INT, &options.arc_dims, "dimensions of an arc's ends", "N" },
    { "label-dims", 0, 0, G_OPTION_ARG_INT, &options.label_dims, "units that choose the relation", "N" },
    { "batch", 0, 0, G_OPTION_ARG_INT, &options.batch, "words of a batch", "N" },
    { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &options.rate, "highest rate of learning", "X" },
    { "drop-layer", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_layer, "share of a layer's input left out", "X" },
    { "drop-arc", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_arc, "share of what is read off left out", "X" },
    { "drop-word", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_word, "share of words made unknown", "X" },
    { "drop-vector", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_vector, "share of words without their vector", "X" },
    { "drop-group", 0, 0, G_OPTION_ARG_DOUBLE, &options.drop_group, "share of tags, affixes left out", "X" },
    { "lesson", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.lessons, "what a teacher wrote", "FILE" },
    { "taught", 0, 0, G_OPTION_ARG_INT, &options.taught, "how many of the --train files a lesson is on", "N" },
    { "teacher", 0, 0, G_OPTION_ARG_DOUBLE, &options.teacher, "weight of the teachers against the trees", "X" },
    { "rivals", 0, 0, G_OPTION_ARG_DOUBLE, &options.rivals, "weight of learning what is no relation", "X" },
    { "smoothing", 0, 0, G_OPTION_ARG_DOUBLE, &options.smoothing, "share of a target given to all", "X" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  setlocale (LC_ALL, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("STEP");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2 || !options.model || !options.work) {
    fprintf (stderr, "belie-train: %s\n", error ? error->message : "a step, --model and --work are needed");
    return 2;
  }
  if (!run_step (argv[1], &options, &error)) {
    fprintf (stderr, "belie-train: %s: %s\n", argv[1], error->message);
    return 1;
  }
  return 0;
}
