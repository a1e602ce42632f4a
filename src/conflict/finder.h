/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the parts of this room share during one comparison: propositions, a common symbol table, memory.
 *
 * Private to conflict/. Symbols in here are of the common table; tokens, entities and spans are those of
 * the proposition's own document. */
#pragma once

#include "base/map.h"
#include "conflict/conflict.h"
#include "lexis/wordnet.h"
#include "rule/lexicon.h"
#include "rule/predicate.h"

typedef enum {
  BEL_PROP_CLAIM,     /**< a claim that was read out of the text */
  BEL_PROP_ANSWER,    /**< a claim before, with who answers it as its holder: "rejected this" */
  BEL_PROP_ATTRIBUTE, /**< a property of an entity: name, title, age … */
  BEL_PROP_SENTENCE,  /**< a whole sentence, compared by wording */
  BEL_PROP_DATE,      /**< a date with its weekday */
  BEL_PROP_QUOTE,     /**< a quotation, and who is quoted */
  BEL_PROP_TALLY,     /**< how many were killed, hurt, arrested or came, however it is told */
  BEL_N_PROP_KINDS
} BelPropKind;

/** A role of a proposition and what fills it. */
typedef struct {
  BelSym role; /**< as the predicate's rule names it, else the preposition, else "subject", "object" */
  BelRole kind;
  uint32_t head;     /**< token */
  uint32_t entity;   /**< of the document; BEL_NONE */
  uint32_t quantity; /**< index into the document's quantities; BEL_NONE */
  uint32_t time;
  uint32_t place;
  bool core; /**< a participant, not a circumstance */
} BelRoleFill;

/** Who holds a proposition, and how. */
typedef struct {
  uint32_t entity;      /**< BEL_NONE: the author, or a source that is no entity */
  uint32_t attribution; /**< BEL_NONE: the author */
  BelTruth truth;
} BelHolder;

#define BEL_MAX_HOLDERS 6

typedef struct {
  BelPropKind kind;
  uint32_t document;
  uint32_t claim; /**< BEL_NONE for what is no claim */
  BelSpan span;
  uint32_t sentence;
  uint32_t
      lifted; /**< a token that hangs on a participant and is a role of its own here ("no troops in Mali"); 0: none */
  uint32_t head;    /**< token the clause hangs on; of a quotation its first */
  uint32_t last;    /**< of a quotation: its last token */
  BelSym predicate; /**< class, else lemma */
  uint32_t rule;    /**< predicate id or BEL_NONE */
  int8_t sign;
  BelPos pos; /**< of the predicate's head */
  bool copular;
  bool negated;    /**< as it is written */
  bool denies_all; /**< "not all were freed": what is denied is that all were */
  const BelRoleFill *fills;
  uint32_t n_fills;
  BelHolder holders[BEL_MAX_HOLDERS]; /**< the author first */
  uint32_t n_holders;
  uint32_t quantity;    /**< of an attribute or a tally: index or BEL_NONE */
  uint32_t entity;      /**< of an attribute */
  BelSym value;         /**< of a name: the surname; of a tally: what is counted, BEL_NONE for people of any kind */
  BelSym given;         /**< of a name: the word before the surname, or BEL_NONE */
  BelSym title;         /**< of a name: what stands before it, or BEL_NONE */
  uint32_t title_first; /**< … and its first token */
  uint32_t count;       /**< of a name: how often the surname is written so in its document */
  uint32_t bearer; /**< of a name: another with this surname and another given name, or BEL_NONE; see finder->bearers */
  bool first;      /**< of a name: the first mention with this surname, title and age */
  BelSym qualifier; /**< of a name: "former", "deputy", "acting" before the title; BEL_NONE without one */
  uint32_t
      time; /**< of a date: index into the times; BEL_NONE: the day of publication; of a name: when its bearer was born, or BEL_NONE */
  uint32_t answer_to; /**< of an answer: index of the proposition it is about, or BEL_NONE */
  uint32_t voice;     /**< of a claim: the attribution in whose mouth it is, BEL_NONE: the draft's own */
  int weekday;        /**< of a date: as written, 0 Monday … 6 Sunday */
  uint32_t likes;     /**< of a claim: number shared by all with such a predicate, see relation.h; BEL_NONE */
} BelProp;

typedef BEL_VEC (BelProp) BelProps;

/** Two propositions found to be in conflict. */
typedef struct {
  uint32_t a, b; /**< indices into BelFinder.props */
  uint32_t rule; /**< index of the conflict rule in the program */
  const char *rule_name;
  uint32_t token_a, token_b;   /**< the words that exclude each other, or BEL_NONE */
  uint32_t holder_a, holder_b; /**< indices into the holders of each */
  float confidence;
  const char *message;
  const char *why;
  const char *basis;
  bool superseded;
  uint32_t left_out; /**< further pairs that say the same as this one */
} BelFound;

typedef struct BelWords BelWords;
typedef struct BelRelations BelRelations;
typedef struct BelContents BelContents;
typedef struct BelTokenValues BelTokenValues;
typedef struct BelSayings BelSayings;
typedef struct BelSpotCount BelSpotCount;

typedef struct {
  const BelProgram *program;
  const BelWordnet *wordnet; /**< (nullable) */
  BelCompareOptions options;
  BelClaims **sources;
  uint32_t n_sources;
  BelArena *arena;     /**< of the findings */
  BelArena *scratch;   /**< freed when the comparison is done */
  BelSymbols *symbols; /**< common to all documents */
  uint32_t **common;   /**< per document: overlay symbol → common symbol + 1, 0 unknown */
  BelProps props;
  BelMap bearers; /**< (document, surname) → one of the names, from which a chain of the others starts */
  BEL_VEC (BelFound) found;
  BelWords *words;
  BelMap **counts;         /**< per document: how often each lemma stands in it; made when first asked for */
  uint8_t **scopes;        /**< per document: what each sentence negates or quantifies, in short; see judge-scope.c */
  uint8_t **marks;         /**< per document: what word lists say of each token; see mark.c */
  uint32_t **prop_at;      /**< per document: by token, the claim that hangs on it + 1; likewise */
  BelRelations *relations; /**< how predicates stand to each other, as far as was asked */
  BelContents *contents;   /**< content words of sentences; NULL before they are asked for */
  BelSayings *sayings;     /**< what words say of each other, as far as was asked; see support.c */
  BelSpotCount **spots;    /**< per document: how often each number stands in it; see spot.c */
  BelTokenValues *values;  /**< per document: which value stands on which token; see value.c */
} BelFinder;

/** The common symbol of @document's @sym; BEL_NONE stays BEL_NONE. */
BelSym bel_finder_symbol (BelFinder *finder, uint32_t document, BelSym sym);
/** Common symbol of the lemma of a token, in lower case. */
BelSym bel_finder_lemma (BelFinder *finder, uint32_t document, uint32_t token);
const char *bel_finder_text (const BelFinder *finder, BelSym sym);

static inline const BelDocument *
bel_finder_document (const BelFinder *finder, uint32_t document)
{
  return finder->sources[document]->document;
}

static inline const BelClaim *
bel_prop_claim (const BelFinder *finder, const BelProp *prop)
{
  return prop->claim == BEL_NONE ? NULL : &finder->sources[prop->document]->claims.items[prop->claim];
}

/** The filler of @role, or NULL. */
const BelRoleFill *bel_prop_fill (const BelProp *prop, BelSym role);
