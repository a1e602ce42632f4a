/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Inside the clause stage: what its files share. Nothing here is for other stages.
 *
 *   clause.c            walks the sentences and asks for each token whether a claim hangs on it
 *   clause-words.c      closed-class words and lexicons, looked up once a document
 *   clause-phrase.c     the words of a phrase
 *   clause-chain.c      predicates made of several verbs
 *   clause-subject.c    who the subject is, when it stands elsewhere
 *   clause-predicate.c  the words of the predicate; polarity, tense, modality
 *   clause-argument.c   objects, complements, obliques with their roles
 *   clause-verbal.c     verbal and copular claims out of all this
 *   clause-nominal.c    claims of noun phrases: apposition, title, possessive, nominalization
 *   clause-distribute.c one claim per conjunct
 *   clause-contrast.c   fillers that are denied: "not on Friday but on Saturday"
 *   surface.c           the strings of a claim
 *   confidence.c        how sure the reading is */
#pragma once

#include "claim/extract.h"
#include "base/limits.h"
#include "rule/lexicon.h"

typedef enum {
#define W(name, text) BEL_WORD_##name,
#include "claim/clause-words.def"
#undef W
  BEL_N_WORDS
} BelClauseWord;

typedef enum {
#define X(name, text) BEL_CLAUSE_LEXICON_##name,
#include "claim/clause-lexicons.def"
#undef X
  BEL_N_CLAUSE_LEXICONS
} BelClauseLexicon;

typedef BEL_VEC (uint32_t) BelTokenList;

/** Longest chain of verbs read as one predicate ("had been expected to begin to …"). */
#define BEL_CLAUSE_CHAIN 6
/** Arguments kept on one clause; the rest stay in the text only. */
#define BEL_CLAUSE_ARGUMENTS 16
/** Conjuncts of one slot that get claims of their own. */
#define BEL_CLAUSE_CONJUNCTS 12
/** Claims that one clause may be distributed into. */
#define BEL_CLAUSE_CLAIMS 24
/** Steps upwards in search of a subject. */
#define BEL_CLAUSE_STEPS 24

typedef struct {
  const BelClaimContext *context;
  BelClaims *claims;
  BelDocument *document;
  const BelTokens *t;
  BelArena *arena;
  BelSym words[BEL_N_WORDS];
  const BelLexicon *lexicons[BEL_N_CLAUSE_LEXICONS]; /**< NULL: not among the rules */
  BelSym be, have;
  uint32_t *mark; /**< per token: the number of the last phrase it was collected for */
  uint32_t n_marks;
  BelTokenList stack;
  BelTokenList phrase;
  BelTokenList surface_rel;
  uint32_t *claim_at; /**< per token: first claim whose head it is, or BEL_NONE */
} BelClauseBuilder;

/** An argument before it is a claim's: a head and how it is tied to the predicate. */
typedef struct {
  BelRole role;
  uint32_t head;
  uint32_t marker;   /**< preposition or conjunction, or BEL_NONE */
  uint32_t governor; /**< the verb of the chain it depends on */
  bool clause;       /**< a clause: its words are its whole subtree */
  bool adverb;
  bool optional;
} BelClauseArgument;

/** One clause as read from the tree, before it is distributed over conjuncts. */
typedef struct {
  BelClaimKind kind;
  uint32_t chain[BEL_CLAUSE_CHAIN]; /**< verbs, the highest first; the last is the head */
  uint32_t n_chain;
  uint32_t head;
  uint32_t subject;    /**< token or BEL_NONE */
  bool subject_inside; /**< depends on a verb of the chain, or on the first conjunct's */
  bool passive;
  bool copular;
  uint32_t copula;     /**< or BEL_NONE */
  uint32_t antecedent; /**< of a relative clause, or BEL_NONE */
  uint32_t gap;        /**< the argument (by head) whose place the antecedent takes, or BEL_NONE for the subject */
  uint32_t host;       /**< first conjunct whose auxiliaries and subject it shares, or BEL_NONE */
  BelClauseArgument arguments[BEL_CLAUSE_ARGUMENTS];
  uint32_t n_arguments;
  uint32_t object; /**< index into arguments of what fills the object slot, or BEL_NONE */
  BelPolarity polarity;
  BelModality modality;
  BelCertainty certainty;
  BelClaimTense tense;
} BelClause;

/* clause.c */
void bel_clause_builder_init (BelClauseBuilder *b, const BelClaimContext *context, BelClaims *claims);

/* clause-words.c */
void bel_clause_words_init (BelClauseBuilder *b);
static inline bool
bel_clause_is_word (const BelClauseBuilder *b, uint32_t t, BelClauseWord word)
{
  return b->t->lower[t] == b->words[word];
}
/** Whether the lemma of token @t is in a lexicon of the clause stage. */
bool bel_clause_in_lexicon (const BelClauseBuilder *b, uint32_t t, BelClauseLexicon lexicon);

/* clause-phrase.c */
typedef enum {
  BEL_PHRASE_SLOT = 0,      /**< a noun phrase without relative clauses, appositions, conjuncts, its own preposition */
  BEL_PHRASE_CONJUNCTS = 1, /**< with the conjuncts of its head */
  BEL_PHRASE_CLAUSE = 2,    /**< everything under the head */
  BEL_PHRASE_PARTICIPLES = 4, /**< with participles and infinitives ("a man briefed on it") */
  BEL_PHRASE_RELATIVES = 8,   /**< with relative clauses */
  BEL_PHRASE_BARE = 16,       /**< without prepositional modifiers either */
} BelPhraseKind;
/** Fills b->phrase with the tokens of the phrase headed by @head, in text order, no punctuation at its ends.
 * @without: a token whose subtree is left out, or BEL_NONE. */
void bel_phrase_collect (BelClauseBuilder *b, uint32_t head, unsigned kind, uint32_t without);
/** Span from the first to the last token of b->phrase. */
BelSpan bel_phrase_span (const BelClauseBuilder *b);
/** As bel_phrase_collect() and bel_phrase_span(). */
BelSlot bel_phrase_slot (BelClauseBuilder *b, uint32_t head, unsigned kind);
BelSlot bel_slot_none (void);

/* clause-chain.c */
bool bel_clause_is_verb (const BelClauseBuilder *b, uint32_t t);
/** Whether a clause hangs on token @t (be it verbal or a nominal predicate). */
bool bel_clause_is_head (const BelClauseBuilder *b, uint32_t t);
/** Whether @t, an xcomp, is read as one predicate with the verb above it. */
bool bel_clause_chains_up (const BelClauseBuilder *b, uint32_t t);
/** The last verb of the chain that @t is in: the one the claim hangs on. */
uint32_t bel_clause_chain_end (const BelClauseBuilder *b, uint32_t t);
/** Whether a verb below @t takes it up into its chain, so that no claim hangs on @t alone. */
bool bel_clause_chains_down (const BelClauseBuilder *b, uint32_t t);
void bel_clause_read_chain (const BelClauseBuilder *b, BelClause *clause);
/** First conjunct of the coordination that @t is a later part of, else BEL_NONE. */
uint32_t bel_clause_first_conjunct (const BelClauseBuilder *b, uint32_t t);
bool bel_clause_is_passive (const BelClauseBuilder *b, uint32_t t);

/* clause-subject.c */
void bel_clause_read_subject (const BelClauseBuilder *b, BelClause *clause);
bool bel_clause_is_clausal_subject (const BelClauseBuilder *b, uint32_t t);
/** What a relative pronoun stands for; @t itself for any other word. */
uint32_t bel_clause_antecedent (const BelClauseBuilder *b, uint32_t t);
bool bel_clause_is_relative_pronoun (const BelClauseBuilder *b, uint32_t t);
uint32_t bel_clause_relativizer (const BelClauseBuilder *b, uint32_t t);

/* clause-predicate.c */
void bel_clause_read_mood (const BelClauseBuilder *b, BelClause *clause);
/** Fills @out with the words of the predicate in text order. */
void bel_clause_predicate_words (BelClauseBuilder *b, const BelClause *clause, BelTokenList *out);
/** Whether @t is one adverb that tells neither time nor place. */
bool bel_clause_is_manner (const BelClauseBuilder *b, uint32_t t);
/** Whether token @t negates its head. */
bool bel_clause_is_negation (const BelClauseBuilder *b, uint32_t t);

/* clause-argument.c */
void bel_clause_read_arguments (BelClauseBuilder *b, BelClause *clause);
/** Preposition of a noun phrase: its first case word, or BEL_NONE. */
uint32_t bel_clause_marker (const BelClauseBuilder *b, uint32_t t);
BelRole bel_clause_role (const BelClauseBuilder *b, uint32_t head, uint32_t marker);
/** Whether @t hangs on a noun that is the predicate but is the clause's: "was an ally of the king during the war". */
bool bel_clause_is_spilled (const BelClauseBuilder *b, uint32_t t);
uint32_t bel_clause_time_of (const BelClauseBuilder *b, uint32_t t);
uint32_t bel_clause_place_of (const BelClauseBuilder *b, uint32_t t);
uint32_t bel_clause_quantity_of (const BelClauseBuilder *b, uint32_t t);
/** A claim's argument out of a clause's. */
BelArgument bel_clause_argument (BelClauseBuilder *b, const BelClauseArgument *from, uint32_t head);

/* clause-verbal.c */
void bel_clause_build_verbal (BelClauseBuilder *b, uint32_t t);
/** Reads the clause that hangs on @t. */
void bel_clause_read (BelClauseBuilder *b, uint32_t t, BelClause *clause);
BelClaim *bel_clause_add_claim (BelClauseBuilder *b, uint32_t head, BelClaimKind kind);

/* clause-nominal.c */
void bel_clause_build_nominal (BelClauseBuilder *b, uint32_t t);

/* clause-distribute.c */
/** Fills @out with @head and those of its conjuncts that stand for themselves; returns how many. */
uint32_t bel_clause_conjuncts (const BelClauseBuilder *b, uint32_t head, uint32_t out[BEL_CLAUSE_CONJUNCTS]);
/** Whether the predicate takes its coordinated @slot together ("A and B are a team"). */
bool bel_clause_is_collective (const BelClauseBuilder *b, const BelClause *clause, uint32_t slot);

/* clause-contrast.c */
/** Whether a filler of the clause is denied, the subject being @subject: "Lind, not Roe, signed". */
bool bel_clause_denies_filler (const BelClauseBuilder *b, const BelClause *clause, uint32_t subject);
/** Takes denied arguments out of @clause that stand beside others of their role, into @out; returns how many. */
uint32_t bel_clause_set_aside (const BelClauseBuilder *b, BelClause *clause, BelClauseArgument *out, uint32_t room);
/** Puts one of them in the place of those of its role. */
void bel_clause_take_back (BelClause *clause, const BelClauseArgument *aside);
/** Adds to the @n subjects in @out those that an apposition denies; returns how many there are then. */
uint32_t bel_clause_contrasted_names (const BelClauseBuilder *b, uint32_t subject, uint32_t n,
                                      uint32_t out[BEL_CLAUSE_CONJUNCTS]);

/* surface.c */
/** Text of the tokens, one blank between words that a reader would tell apart. */
const char *bel_surface_text (BelClauseBuilder *b, const uint32_t *tokens, uint32_t n);
