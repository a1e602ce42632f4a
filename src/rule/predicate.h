/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Predicates: the ways in which a text can say one thing, and what follows from it.
 *
 * bel_predicates_at() asks which predicates are said at a token; the tables of a predicate tell how it is
 * related to others. Roles are symbols: "subject", "object", "party" (of a symmetric noun: either side),
 * and names given in rules or taken from prepositions ("from", "to"). */
#pragma once

#include "document/document.h"
#include "rule/program.h"

typedef enum {
  BEL_FORM_VERB,
  BEL_FORM_NOUN,
  BEL_FORM_ADJ,
} BelFormKind;

typedef enum {
  BEL_RELATION_ENTAILS,  /**< whenever this holds, that holds */
  BEL_RELATION_IMPLIES,  /**< mostly so: weaker than entails */
  BEL_RELATION_OPPOSITE, /**< both cannot hold of the same participants; kept in both directions */
  BEL_RELATION_CONVERSE, /**< the same seen from the other side: that is the normal form of this */
} BelRelationKind;

enum {
  BEL_PREDICATE_SYMMETRIC = 1 << 0,
  BEL_PREDICATE_STATIVE = 1 << 1, /**< a state, not an event */
};

/** From a role of this predicate to one of the related predicate. Roles not named go to the same role. */
typedef struct {
  BelSym from;
  BelSym to;
} BelRoleMap;

typedef struct {
  BelRelationKind kind;
  uint32_t target; /**< predicate id */
  const BelRoleMap *roles;
  uint32_t n_roles;
} BelRelation;

/** "functional object per event": at most one filler of role for given fillers of the roles in per. */
typedef struct {
  BelSym role;
  const BelSym *per;
  uint32_t n_per;
} BelFunctional;

typedef struct {
  uint32_t id; /**< dense, in the order of the names */
  const char *name;
  BelSym symbol;  /**< of the name */
  uint32_t flags; /**< BEL_PREDICATE_… */
  int sign;       /**< +1, -1; 0 without "sign" */
  BelSym scale;   /**< what the sign is a direction on; BEL_NONE */
  BelSym group;   /**< "group NAME;": predicates that are compared with each other; BEL_NONE */
  const BelRelation *relations;
  uint32_t n_relations;
  const BelFunctional *functionals;
  uint32_t n_functionals;
} BelPredicate;

uint32_t bel_program_n_predicates (const BelProgram *program);
const BelPredicate *bel_program_predicate (const BelProgram *program, uint32_t id);
/** Returns: (nullable) the predicate of that name. */
const BelPredicate *bel_program_predicate_named (const BelProgram *program, const char *name);

/** Whether @from entails @to, over any number of entails steps (at most 8), in O(entailments).
 * @out_roles: (nullable) room for @cap mappings, filled with the composed role map; *@out_n their number. */
bool bel_predicate_entails (const BelProgram *program, uint32_t from, uint32_t to, BelRoleMap *out_roles, uint32_t cap,
                            uint32_t *out_n);
/** Whether @a and @b are opposites, themselves or by an entailment of either. @out_roles: (nullable, as @out_n) room for
 * @cap mappings, filled with how @a's roles stand to @b's: who is killed (object) is who survives (subject). */
bool bel_predicate_opposite (const BelProgram *program, uint32_t a, uint32_t b, BelRoleMap *out_roles, uint32_t cap,
                             uint32_t *out_n);
/** Returns: where @role goes by @relation. */
BelSym bel_relation_role (const BelRelation *relation, BelSym role);

/** A participant that the words of the predicate name. */
typedef struct {
  BelSym role;
  uint32_t token;  /**< head of the noun phrase */
  uint32_t marker; /**< its preposition; BEL_NONE without one */
} BelPredicateArg;

#define BEL_PREDICATE_MAX_TOKENS 8
#define BEL_PREDICATE_MAX_ARGS 12

typedef struct {
  uint32_t predicate;
  BelFormKind kind;
  bool passive;     /**< a passive verb: the arguments below are already turned round */
  bool self;        /**< a noun that names a participant, not the event: "the winner of the cup" */
  BelSym self_role; /**< then: which participant */
  uint32_t n_met;   /**< requirements that what is there meets: the more, the surer */
  uint32_t n_slots; /**< what is there by a slot that the form gives: "loss to" before "loss in" */
  uint32_t rank;    /**< place of the form among the predicate's: the earlier, the more typical */
  uint32_t n_tokens;
  uint32_t
      tokens[BEL_PREDICATE_MAX_TOKENS]; /**< the words of the predicate, its head first, a final preposition included */
  uint32_t n_args;
  BelPredicateArg args[BEL_PREDICATE_MAX_ARGS];
} BelPredicateMatch;

/** Which predicates are said at token @t (a verb, noun or adjective): most words first, then most requirements met, then
 * most slots filled, then the more typical form, then by name. Arguments are those directly at @t in the tree: subject (nsubj, passive
 * agent; for an adjective its copular subject or the noun it modifies), object, and everything with a preposition or
 * arc that the form gives a role to; other prepositions give a role of their own name. Shared subjects, control and
 * relatives are the caller's. Conditions ("requires object [ … ]") have been tried on the arguments that are there.
 *
 * Returns: how many were written to @out, at most @cap. */
uint32_t bel_predicates_at (const BelProgram *program, const BelDocument *document, uint32_t t, BelPredicateMatch *out,
                            uint32_t cap);

/** Asks at every token and adds to @costs[predicate]: forms tried, forms that fitted, and the time of both. @out_said:
 * by predicate, tokens at which it is the one that is seen. */
void bel_predicates_profile (const BelProgram *program, const BelDocument *document, BelRuleCost *costs,
                             uint64_t *out_said);
