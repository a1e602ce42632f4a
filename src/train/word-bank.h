/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Words for composed sentences, by what can be done with them: from WordNet, the treebanks, a list of verbs and
 * the gazetteer. */
#pragma once

#include "train/train.h"

/** A verb of the rules that goes with a preposition: "meet with". */
typedef struct {
  const char *lemma, *preposition;
} BankPhrase;

typedef struct WordBank WordBank;

/** @options: wordnet, gazetteer, verbs, train and model (its lexicon says which words are common). */
WordBank *word_bank_new (const TrainOptions *options, GError **error);
void word_bank_free (WordBank *bank);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordBank, word_bank_free)

/** A word of class @name drawn with @random, or NULL when there is no such class. Classes: "VBD.t" (form of a verb with
 * an object; .i without; .p with a preposition, .r with a particle and an object, .ri
 * with a particle alone: @preposition gets these), "NN.person" and "NNS.person" (by WordNet's
 * files of nouns), "JJ", "RB", "first", "last", "city", "country", "demonym". */
const char *word_bank_draw (const WordBank *bank, const char *name, Random *random, const char **preposition);
