/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Word lists with fields, looked up by symbol at integer speed.
 *
 * An entry is a word or a phrase. A part of it matches a token whose lemma, lower-case form or form is
 * exactly that part; so an entry in lower case matches however the text is written, and one with a
 * capital ("May") only what is written so. */
#pragma once

#include "document/document.h"
#include "rule/program.h"

typedef struct BelLexicon BelLexicon;
typedef struct BelEntry BelEntry;

/** Tokens a phrase was found on. */
typedef struct {
  uint32_t n;
  uint32_t token[8]; /**< document-wide; token[i] is part i of the phrase */
} BelPhraseMatch;

/** Returns: (transfer none) (nullable) the lexicon of that name. Look it up once, keep the pointer. */
const BelLexicon *bel_program_lexicon (const BelProgram *program, const char *name);
uint32_t bel_program_n_lexicons (const BelProgram *program);
const BelLexicon *bel_program_lexicon_by_id (const BelProgram *program, uint32_t id);

const char *bel_lexicon_name (const BelLexicon *lexicon);
uint32_t bel_lexicon_n_entries (const BelLexicon *lexicon);
const BelEntry *bel_lexicon_entry (const BelLexicon *lexicon, uint32_t index);

/** Returns: (nullable) the one-word entry with exactly this symbol, whatever its part of speech. O(lexicons
 * the word is in). */
const BelEntry *bel_lexicon_find_symbol (const BelLexicon *lexicon, BelSym word);

/** Returns: (nullable) the entry, word or phrase, that reads exactly @text (parts parted by one space). */
const BelEntry *bel_lexicon_find_text (const BelLexicon *lexicon, const char *text);

/** Returns: (nullable) the one-word entry of token @t: by lemma, then lower-case form, then form; an entry
 * with a part of speech only when it is the token's. */
const BelEntry *bel_lexicon_word (const BelLexicon *lexicon, const BelDocument *document, uint32_t t);

/** Returns: (nullable) the longest entry that begins at token @t, on consecutive tokens of one sentence.
 * @out: (nullable) the tokens. */
const BelEntry *bel_lexicon_at (const BelLexicon *lexicon, const BelDocument *document, uint32_t t,
                                BelPhraseMatch *out);

/** Returns: (nullable) the longest entry whose syntactic head is token @t: a phrase on consecutive tokens that
 * @t heads ("press release" at release), or one that @t begins and whose other parts depend on it with
 * other words between ("called the vote into question" at called; "talks were held" at held for "hold
 * talks"). @out: (nullable) the tokens. */
const BelEntry *bel_lexicon_headed (const BelLexicon *lexicon, const BelDocument *document, uint32_t t,
                                    BelPhraseMatch *out);

/* -- entries ------------------------------------------------------------------------------------ */

typedef enum {
  BEL_FIELD_ENUM,
  BEL_FIELD_STRING,
  BEL_FIELD_NUMBER,
  BEL_FIELD_BOOLEAN,
  BEL_FIELD_LIST,
} BelFieldType;

/** Returns: the number of the field @name, to be kept; -1 when the lexicon has none of that name. */
int bel_lexicon_field (const BelLexicon *lexicon, const char *name);
uint32_t bel_lexicon_n_fields (const BelLexicon *lexicon);
const char *bel_lexicon_field_name (const BelLexicon *lexicon, int field);
BelFieldType bel_lexicon_field_type (const BelLexicon *lexicon, int field);
/** Returns: the number of @value of an enumerated field, in the order of its declaration; -1 when there is none. */
int bel_lexicon_enum_value (const BelLexicon *lexicon, int field, const char *value);
const char *bel_lexicon_enum_name (const BelLexicon *lexicon, int field, int value);

const BelLexicon *bel_entry_lexicon (const BelEntry *entry);
/** Returns: (transfer none) the words, parted by spaces. */
const char *bel_entry_text (const BelEntry *entry);
uint32_t bel_entry_n_parts (const BelEntry *entry);
BelSym bel_entry_part (const BelEntry *entry, uint32_t index);
/** Returns: bit 1 << BelPos for each part of speech the entry is limited to; 0 when it is not. */
uint32_t bel_entry_pos (const BelEntry *entry);

/** The value of @field, or its default. Of another type than the field's is a bug of the caller. */
int bel_entry_enum (const BelEntry *entry, int field);
/** Returns: the symbol of a string field; BEL_NONE when it has neither value nor default. */
BelSym bel_entry_symbol (const BelEntry *entry, int field);
/** Returns: (nullable) the text of a string field. */
const char *bel_entry_string (const BelEntry *entry, int field);
double bel_entry_number (const BelEntry *entry, int field);
bool bel_entry_boolean (const BelEntry *entry, int field);
/** Returns: (transfer none) the symbols of a list field; @out_n may be 0. */
const BelSym *bel_entry_list (const BelEntry *entry, int field, uint32_t *out_n);
/** Returns: (transfer none) the text of a symbol that a field holds. */
const char *bel_lexicon_symbol_text (const BelLexicon *lexicon, BelSym symbol);
/** Returns: (transfer none) (nullable) an enumerated, boolean or string field as text: the name of the value,
 * "true" or "false", the string; NULL for numbers and lists. */
const char *bel_entry_field_text (const BelEntry *entry, int field);
