/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Conflict rules, compiled: which claims to bring together, and when two of them are in conflict. */
#pragma once

#include "base/diag.h"
#include "rule/program.h"
#include "rule/schema.h"

/** "join A.event = B.event": pairs of claims whose values are equal, or ('~') whose values have a common
 * key where one is the other's or above it. */
typedef struct {
  uint32_t field_a; /**< number in the schema */
  uint32_t field_b;
  bool similar; /**< '~' */
} BelJoinTerm;

typedef struct {
  uint32_t id;              /**< dense, in the order of the names */
  const char *name;         /**< "quantity.disjoint-counts" */
  const char *family;       /**< "quantity": as said, else the first half of the name */
  const char *class_name;   /**< (nullable) as said; else the voices decide */
  int severity;             /**< BelSeverity; -1: the class decides */
  double confidence;        /**< 0…1; 1 when not said */
  const BelJoinTerm *joins; /**< all must hold; at least one */
  uint32_t n_joins;
  uint32_t n_where; /**< conditions, numbered in the order they are tried: where first, then unless */
  uint32_t n_unless;
} BelConflictRule;

uint32_t bel_program_n_conflict_rules (const BelProgram *program);
const BelConflictRule *bel_program_conflict_rule (const BelProgram *program, uint32_t id);
/** Returns: (nullable) the rule of that name. */
const BelConflictRule *bel_program_conflict_rule_named (const BelProgram *program, const char *name);

typedef enum {
  BEL_VERDICT_CONFLICT,
  BEL_VERDICT_NOT_WHERE, /**< a where-condition does not hold, or cannot be told */
  BEL_VERDICT_UNLESS,    /**< an unless-condition holds */
} BelVerdict;

/** Tries the conditions on the pair; the joins are taken to hold. @out_condition: (nullable) the condition
 * that decided against a conflict. The program must have been loaded with the host's schema. */
BelVerdict bel_conflict_rule_eval (const BelProgram *program, uint32_t id, const BelRuleHost *host, void *data,
                                   const void *a, const void *b, uint32_t *out_condition);

/** Returns: (transfer none) condition @index as it is written: "disjoint(A.quantity, B.quantity)". */
const char *bel_conflict_rule_condition (const BelProgram *program, uint32_t id, uint32_t index);

/** Appends the report of the rule with the fields of @a and @b put in. */
void bel_conflict_rule_report (const BelProgram *program, uint32_t id, const BelRuleHost *host, void *data,
                               const void *a, const void *b, GString *out);
