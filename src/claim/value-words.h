/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The words that numbers, units, dates and times are made of, out of the lexicons rules/lexicon/value-*.belie,
 * in one table that is asked by atom (claim/atom.h). Made once a program, then immutable and shared. */
#pragma once

#include "rule/lexicon.h"

typedef enum {
#define C(name, text) BEL_WORDS_##name,
#include "claim/value-words.def"
  BEL_WORDS_N_CLASSES
} BelWordClass;

typedef enum {
#define F(name, text) BEL_VALUE_FIELD_##name,
#include "claim/value-words.def"
  BEL_WORDS_N_FIELDS
} BelValueField;

typedef enum {
  BEL_KIND_ANY, /**< asks for any kind; of a word: its lexicon has none */
#define K(name, text) BEL_KIND_##name,
#include "claim/value-words.def"
  BEL_N_KINDS
} BelWordKind;

/** A word or phrase, cut into atoms. */
typedef struct {
  const BelEntry *entry;
  uint8_t class_; /**< BelWordClass */
  uint8_t kind;   /**< BelWordKind */
  bool attached;  /**< counts only right after figures */
  bool doubtful;  /**< a common word too */
  uint8_t n_parts;
  BelSym parts[8]; /**< of bel_value_words_symbols() */
} BelValueWord;

typedef struct BelValueWords BelValueWords;

/** Returns: (transfer full) the words of @program's lexicons; those it lacks are empty. */
BelValueWords *bel_value_words_new (const BelProgram *program);
void bel_value_words_free (BelValueWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelValueWords, bel_value_words_free)

/** The table's own symbols, of atoms in lower case. */
const BelSymbols *bel_value_words_symbols (const BelValueWords *words);

/** The words that begin with one atom, longest first, and as bits what there is among them. */
typedef struct {
  const BelValueWord *first;
  uint16_t n;
  uint16_t classes; /**< a bit a class */
  uint64_t kinds;   /**< bel_value_kind_bit() of each */
} BelValueStart;
G_STATIC_ASSERT (BEL_WORDS_N_CLASSES <= 16);

/** Kinds share bits: a bit that is not there tells that the kind is not. */
static inline uint64_t
bel_value_kind_bit (unsigned kind)
{
  return UINT64_C (1) << (kind & 63);
}

/** Returns: what begins with the atom @first; nothing with BEL_NONE. */
BelValueStart bel_value_words_from (const BelValueWords *words, BelSym first);

/** Fields of the word's entry; a field its lexicon does not have is 0, false or NULL. */
double bel_value_word_number (const BelValueWords *words, const BelValueWord *word, BelValueField field);
bool bel_value_word_boolean (const BelValueWords *words, const BelValueWord *word, BelValueField field);
const char *bel_value_word_string (const BelValueWords *words, const BelValueWord *word, BelValueField field);
