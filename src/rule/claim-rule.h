/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Claim rules, compiled: patterns over trees and what they yield.
 *
 * bel_program_match() runs all of them over a document. What the yields mean is the business of the room
 * above; here they are names with a token, a word or a number. */
#pragma once

#include "document/document.h"
#include "rule/lexicon.h"
#include "rule/program.h"

/** How much around a token is meant. */
typedef enum {
  BEL_PART_HEAD,   /**< the token itself */
  BEL_PART_PHRASE, /**< its subtree without relative clauses, leading preposition and outer punctuation */
  BEL_PART_CLAUSE, /**< its subtree without leading conjunction and outer punctuation */
  BEL_PART_SPAN,   /**< its subtree, all of it */
} BelPart;

typedef enum {
  BEL_YIELD_NODE,   /**< "voice = S.phrase": token and part; token BEL_NONE when an optional node found nothing */
  BEL_YIELD_FIELD,  /**< "stance = V.stance": entry and field of the lexicon, text as the field shows it */
  BEL_YIELD_WORD,   /**< "kind = direct": text */
  BEL_YIELD_NUMBER, /**< "certainty = 0.5": number */
} BelYieldKind;

typedef struct {
  const char *name;
  BelYieldKind kind;
  uint32_t token;
  BelPart part;
  const BelEntry *entry; /**< (nullable) */
  int field;
  const char *text; /**< (nullable) */
  double number;
} BelYield;

/** One way a rule fits the document. Lives until the callback returns. */
typedef struct {
  uint32_t rule;         /**< claim rule id */
  const char *name;      /**< "attribution.that-clause" */
  const uint32_t *nodes; /**< token of each named node, in the order of first mention; BEL_NONE: an optional one */
  uint32_t n_nodes;
  const BelYield *yields; /**< in the order they are written */
  uint32_t n_yields;
} BelRuleMatch;

typedef void (*BelRuleMatchFunc) (const BelRuleMatch *match, void *data);

uint32_t bel_program_n_claim_rules (const BelProgram *program);
const char *bel_program_claim_rule_name (const BelProgram *program, uint32_t id);
/** Returns: BEL_NONE when there is no such rule. */
uint32_t bel_program_claim_rule_named (const BelProgram *program, const char *name);
/** Returns: (nullable) the name of node @index as in BelRuleMatch.nodes; NULL past the last. */
const char *bel_program_claim_rule_node (const BelProgram *program, uint32_t id, uint32_t index);

/** Finds all matches of all claim rules in a parsed document and calls @func for each: by sentence, then rule, then
 * tokens, whatever way they were found. O(tokens + candidates): a rule without its rarest word is not run.
 *
 * Returns: FALSE when a rule was cut short at BEL_LIMIT_RULE_STEPS or BEL_LIMIT_RULE_MATCHES. */
gboolean bel_program_match (const BelProgram *program, const BelDocument *document, BelRuleMatchFunc func, void *data);

/** As bel_program_match(), adding to @costs[rule]. */
gboolean bel_program_profile (const BelProgram *program, const BelDocument *document, BelRuleCost *costs);

/** The visible bytes that @part of token @t means. */
BelSpan bel_part_span (const BelDocument *document, uint32_t t, BelPart part);
