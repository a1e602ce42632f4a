/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What a BelModel holds. For the files of this room that make or use trained weights. */
#pragma once

#include "syntax/morph.h"
#include "syntax/name-tag.h"
#include "syntax/parser.h"
#include "syntax/segmenter.h"

struct BelModel {
  gatomicrefcount refs;
  GBytes *bytes; /**< the mapped file */
  const BelModelHeader *header;
  const BelModelEntry *table;
  BelSegmenter segmenter;
  BelLexicon lexicon;
  BelTagger tagger;
  BelParser parser;
  BelMorph morph;
  BelNamer namer;
  const BelKernels *kernels; /**< the fastest this processor runs */
  const char *missing;       /**< (nullable) what the model lacks to be used: while one is being trained */
};

uint64_t bel_model_checksum (const void *data, size_t n_bytes);
