/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What a negation in a sentence is about, and of how many a sentence says what it says.
 *
 * A small calculus of scope: quantifiers are shares from none to all (the square of opposition, with the two vague corners
 * "few" and "most"), a negation before a quantifier turns the share, one after it what is said of each; a negation of one word
 * is a sign on that word. Where the words of a sentence are outside of this, it says so and nothing follows. */
#pragma once

#include "conflict/finder.h"

#define BEL_SCOPE_WORDS 64

/** Shares of a kind: bit 0 none, 1 few, 2 some part, 3 most, 4 all. */
typedef uint8_t BelShares;

typedef enum {
  BEL_SCOPE_KIND,     /**< "all guests": the noun after it */
  BEL_SCOPE_SOMEBODY, /**< "everyone" */
  BEL_SCOPE_TIME,     /**< "always" */
} BelScopeOf;

typedef struct {
  uint32_t token;
  BelSym lemma;
  bool turned; /**< under a negation of its own: "a not very lively debate" */
} BelScopeWord;

typedef struct {
  BelScopeWord words[BEL_SCOPE_WORDS];
  uint32_t n;
  uint32_t negation;   /**< the token that negates the clause, or BEL_NONE */
  uint32_t host;       /**< the verb or predicate that it hangs on */
  uint32_t n_shares;   /**< how many quantifiers there are; the others are those of the first */
  uint32_t share_at;   /**< its first token */
  BelShares shares;    /**< after all negations; 0: nothing can be told */
  BelScopeOf of;       /**< what it is a share of */
  bool vague;          /**< a share of no size of its own: "many" */
  bool indefinite;     /**< "some", "several": of which ones is not said */
  bool implied;        /**< partly by what is not said: "not all" for "some, but not all" */
  uint32_t restrictor; /**< index into words of the noun it is a share of, BEL_NONE without one */
  BelSym modals[4];
  uint32_t n_modals;
  bool except; /**< "all but two", "nobody except Lind" */
  bool ended;  /**< "no longer", "not any more" */
  bool open;   /**< the sentence has words that this reading knows nothing of */
} BelScoped;

/** Reads sentence @sentence of @document. */
void bel_scope_read (BelFinder *finder, uint32_t document, uint32_t sentence, BelScoped *out);

/** The shares of a noun that no quantifier stands by: "two guests" some, "the guests" all; negated as its clause is. 0: not told. */
BelShares bel_scope_bare (BelFinder *finder, uint32_t document, const BelScoped *scope, uint32_t word);

/** Whether what @denies negates is how many, how often or what alone, and not what it says besides ("did not sell only bread", "does
 * not visit every school"), while the sentence of @other has no such word. */
bool bel_scope_denies_share (BelFinder *finder, const BelProp *denies, const BelProp *other);

/** Whether @token says no more than somebody or some time: "people". */
bool bel_scope_is_general (BelFinder *finder, uint32_t document, uint32_t token);
