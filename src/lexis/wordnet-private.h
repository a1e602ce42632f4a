/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The layout of wordnet.bin, shared by its writer and its reader. Native byte order: it is made where it is used.
 *
 *   header │ text │ slots │ words │ senses │ synsets │ members │ edges │ ancestors
 *
 * Each section begins at a multiple of 8 bytes. Words are sorted by text; synsets stand in the order of the
 * data files, nouns first; the arrays a synset points into run from its own first index to the next
 * synset's, for which one synset too many stands at the end. */
#pragma once

#include "lexis/wordnet.h"

#define BEL_WN_MAGIC 0x31544E574C4542ull /* "BELWNT1" */

typedef struct {
  uint32_t offset; /* bytes from the start of the file */
  uint32_t n;      /* items */
} BelWnSection;

typedef enum {
  BEL_WN_TEXT,      /* char: lemmas, each with its NUL */
  BEL_WN_SLOTS,     /* uint32_t: hash table, word + 1, 0 is free; a power of two */
  BEL_WN_WORDS,     /* BelWnWordRow */
  BEL_WN_SENSES,    /* BelSense */
  BEL_WN_SYNSETS,   /* BelWnSynsetRow, one too many */
  BEL_WN_MEMBERS,   /* BelWord */
  BEL_WN_EDGES,     /* BelWnEdge */
  BEL_WN_ANCESTORS, /* BelSynset, ascending within a synset; the synset itself is left out */
  BEL_WN_N_SECTIONS
} BelWnSectionId;

typedef struct {
  uint64_t magic;
  uint32_t n_bytes;     /* of the whole file */
  uint32_t n_relations; /* of relations.def when it was made */
  BelWnSection sections[BEL_WN_N_SECTIONS];
} BelWnHeader;

typedef struct {
  uint32_t text;
  uint32_t first_sense;
  uint8_t n_senses[BEL_WN_N_POS]; /* senses of each part of speech, one after the other */
} BelWnWordRow;

typedef struct {
  uint32_t first_member;
  uint32_t first_edge;
  uint32_t first_ancestor;
  uint8_t pos;
  uint8_t lexfile;
  uint8_t depth;
  uint8_t satellite; /* an adjective that is only similar to one with an antonym */
} BelWnSynsetRow;

/** FNV-1a. */
static inline uint32_t
bel_wn_hash (const char *text, size_t n_bytes)
{
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < n_bytes; i++)
    hash = (hash ^ (uint8_t) text[i]) * 16777619u;
  return hash;
}

static inline size_t
bel_wn_item_bytes (BelWnSectionId id)
{
  static const size_t SIZES[] = { 1,
                                  sizeof (uint32_t),
                                  sizeof (BelWnWordRow),
                                  sizeof (BelSense),
                                  sizeof (BelWnSynsetRow),
                                  sizeof (BelWord),
                                  sizeof (BelWnEdge),
                                  sizeof (BelSynset) };
  return SIZES[id];
}
