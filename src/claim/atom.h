/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A sentence cut finer than tokens: figures, words and signs apart ("$2.3bn" is $ 2.3 bn), so that numbers
 * and dates are found the same way however the tokens were cut. */
#pragma once

#include "claim/claim.h"
#include "claim/value-words.h"

typedef enum { BEL_ATOM_WORD, BEL_ATOM_FIGURES, BEL_ATOM_SIGN } BelAtomKind;

typedef struct {
  BelSpan span;
  uint32_t token;    /**< the token it begins in */
  uint8_t kind;      /**< BelAtomKind */
  bool space_before; /**< or the start of the sentence */
  bool capital;      /**< a word that begins with one */
  bool odd;          /**< figures with more than one point: "192.168.1.2" */
  uint8_t n_digits;  /**< of the whole part, as written */
  uint8_t n_decimals;
  bool grouped;     /**< "1,234" */
  BelSym sym;       /**< in lower case, of the value words; BEL_NONE when they do not have it */
  BelSym stem;      /**< without a plural s, likewise */
  double value;     /**< of figures */
  uint64_t kinds;   /**< bel_value_kind_bit() of all words that may begin here … */
  uint16_t classes; /**< … and a bit for each of their classes */
} BelAtom;

/** The atoms of one sentence and what they are read with. */
typedef struct {
  const BelValueWords *words;
  const BelDocument *document;
  BelAtom *items;
  uint32_t n;
  uint32_t sentence;
} BelAtoms;

/** A word of the lexicons found at an atom. */
typedef struct {
  const BelValueWord *word;
  uint32_t n;  /**< atoms */
  bool plural; /**< found by its stem: "millions", "Mondays" */
} BelValueMatch;

/** Cuts sentence @sentence. Items live in @arena. */
BelAtoms bel_atoms_cut (BelArena *arena, const BelValueWords *words, const BelDocument *document, uint32_t sentence);

/** Whether values are read from sentence @sentence: not from date lines and credits. */
bool bel_atoms_wanted (const BelDocument *document, uint32_t sentence);

/** Cuts loose @text, a phrase of the lexicons, interning what is new in @symbols. Returns: how many parts, at most
 * @room; 0 when there are more. */
uint32_t bel_atoms_of_phrase (BelSymbols *symbols, const char *text, BelSym *out, uint32_t room);

/** Whether a word of @class_ and @kind (BEL_KIND_ANY: any) begins at atom @i; the longest is put in @out (nullable).
 * Attached words are found only right after figures. */
bool bel_atoms_match (const BelAtoms *atoms, uint32_t i, BelWordClass class_, BelWordKind kind, BelValueMatch *out);

/** Shorthand for cues: how many atoms the cue at @i takes, 0 when there is none. */
uint32_t bel_atoms_cue (const BelAtoms *atoms, uint32_t i, BelWordKind kind);

/** Whether atom @i is the sign @c. */
bool bel_atoms_sign (const BelAtoms *atoms, uint32_t i, char c);
/** Whether atom @i is there and stands right after the one before, without a space. */
bool bel_atoms_glued (const BelAtoms *atoms, uint32_t i);
bool bel_atoms_figures (const BelAtoms *atoms, uint32_t i);
/** From the start of atom @i to the end of atom @i + @n - 1. */
BelSpan bel_atoms_span (const BelAtoms *atoms, uint32_t i, uint32_t n);
/** Last token that atom @i reaches into. */
uint32_t bel_atoms_last_token (const BelAtoms *atoms, uint32_t i);
