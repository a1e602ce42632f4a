/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The passes after the parser: check (everything has a meaning), optimise (cheapest order), emit (into the
 * program). Check reports every error; emit runs only when there was none. */
#pragma once

#include "base/map.h"
#include "rule/ast.h"
#include "rule/program-private.h"

typedef struct {
  BelProgram *program;
  BelArena *arena; /**< of this load */
  BelDiags *diags;
  const BelRuleSchema *schema;
  BelAstBlocks blocks;                  /**< sorted by kind, then name, by bel_check_blocks() */
  uint32_t first[BEL_N_RULE_KINDS + 1]; /**< blocks of kind k are first[k] … first[k + 1] */
} BelCompiler;

/** Returns: (transfer full) the paths of all rule files under @dirs, in the order in which they are read, or NULL with @error
 * set. load.c */
GPtrArray *bel_rule_files (const char *const *dirs, GError **error);

/** Sorts the blocks and checks them all. */
void bel_check_blocks (BelCompiler *compiler);
void bel_check_lexicon (BelCompiler *compiler, BelAstBlock *block);
void bel_check_predicate (BelCompiler *compiler, BelAstBlock *block);
/** Finds what the relations of all predicates lead to; comes before bel_check_predicate(). */
void bel_check_find_targets (BelCompiler *compiler);

void bel_check_claim (BelCompiler *compiler, BelAstBlock *block);
void bel_check_conflict (BelCompiler *compiler, BelAstBlock *block);
/** Checks the conditions of a node; @cond may be NULL. */
void bel_check_cond (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *cond);

/** Fills the program from checked blocks. */
void bel_emit_lexicons (BelCompiler *compiler);
void bel_emit_predicates (BelCompiler *compiler);
void bel_emit_claims (BelCompiler *compiler);
void bel_emit_conflicts (BelCompiler *compiler);
void bel_emit_infos (BelCompiler *compiler);
/** Returns: where the code of @cond begins. Patterns that do not compile are said here. */
uint32_t bel_emit_cond (BelCompiler *compiler, const BelAstBlock *block, const BelAstCond *cond);

/* -- between them ---------------------------------------------------------------------------------- */

/** An error at @span of the block's file. @code: static. */
void bel_compile_error (BelCompiler *compiler, const BelAstBlock *block, BelSpan span, const char *code,
                        const char *format, ...) G_GNUC_PRINTF (5, 6);

/** Returns: (nullable) the block of that kind and name. O(log blocks). */
BelAstBlock *bel_compile_find (const BelCompiler *compiler, BelRuleKind kind, const char *name);
/** Returns: its number among the blocks of its kind; BEL_NONE when there is none. */
uint32_t bel_compile_find_index (const BelCompiler *compiler, BelRuleKind kind, const char *name);

/** Says that @name is not known and which of the blocks of @kind it may have meant. */
void bel_compile_unknown_block (BelCompiler *compiler, const BelAstBlock *block, BelRuleKind kind, BelAstWord name);

/** The nearest of @names (NULL-terminated) to @name, at most a third of its letters away, at most three; NULL when
 * none is near. */
const char *bel_nearest_name (const char *name, const char *const *names);

/** Returns: (transfer full) "; did you mean 'x'?" or an empty string. */
char *bel_did_you_mean (const char *name, const char *const *names);

/** What a condition asks of a token. */
typedef enum {
  BEL_ATTRIBUTE_LEMMA,
  BEL_ATTRIBUTE_LOWER,
  BEL_ATTRIBUTE_FORM,
  BEL_ATTRIBUTE_POS,
  BEL_ATTRIBUTE_XPOS,
  BEL_ATTRIBUTE_DEP,
  BEL_ATTRIBUTE_NAME,
  BEL_ATTRIBUTE_SORT,
  BEL_ATTRIBUTE_ROOT,
  BEL_ATTRIBUTE_PREDICATE,
  BEL_ATTRIBUTE_FEATURE, /**< + BelFeat */
} BelAttribute;

/** Returns: the attribute of that name; -1 when there is none. */
int bel_attribute_parse (const char *name);
/** The values of a closed attribute as a bit set. False when @value is not one of them. */
bool bel_attribute_value (int attribute, const char *value, uint64_t *out_mask);

/* -- the schema, see schema.c -------------------------------------------------------------------- */

/** Returns: (nullable) the type of that name, of the schema or built in. */
const BelTypeSpec *bel_schema_type (const BelRuleSchema *schema, const char *name);
/** Returns: the number of a field or function; BEL_NONE when there is none. known() is number n_functions. */
uint32_t bel_schema_field (const BelRuleSchema *schema, const char *name);
uint32_t bel_schema_function (const BelRuleSchema *schema, const char *name);
const BelFunctionSpec *bel_schema_function_spec (const BelRuleSchema *schema, uint32_t function);
/** Returns: (transfer container) all their names, NULL-terminated, for "did you mean". */
const char **bel_schema_field_names (const BelRuleSchema *schema);
const char **bel_schema_function_names (const BelRuleSchema *schema);
/** Returns: the number of @value in an enumeration; -1 when it is none of its names. */
int bel_schema_enum_value (const BelTypeSpec *type, const char *value);
/** Returns: (nullable) the type of a checked expression; NULL for a word that takes its type from the other side. */
const BelTypeSpec *bel_schema_expr_type (const BelRuleSchema *schema, const BelAstConflict *conflict,
                                         const BelAstExpr *expr);
/** Returns: 0 or 1: which of the pair @name is; BEL_NONE for none. */
uint32_t bel_pair_index (const BelAstConflict *conflict, const char *name);

/** Cuts the conditions at their outer & (where) or | (unless) and puts them into the cheapest order: first what costs
 * least for the chance that it decides. optimise.c */
void bel_optimise_conditions (BelCompiler *compiler, BelAstBlock *block);

/** The number a word stands for; false, with a diagnostic, when it is out of range. */
bool bel_compile_number (BelCompiler *compiler, const BelAstBlock *block, BelAstWord word, bool negative, double *out);
