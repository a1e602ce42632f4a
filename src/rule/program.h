/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** All rule files of one run, compiled: immutable, shared between threads.
 *
 * A program owns the frozen symbol table that documents are created with
 * (bel_document_new (bel_program_symbols (program), …)), so that a word of the rules and the same word
 * of a text are one number. What kinds of block there are is told in docs/rules.md; the lookups are in
 * rule/lexicon.h and rule/predicate.h. */
#pragma once

#include "base/diag.h"
#include "base/symbols.h"
#include "rule/schema.h"

#include <time.h>

#define BEL_RULE_ERROR (bel_rule_error_quark ())
GQuark bel_rule_error_quark (void);
typedef enum {
  BEL_RULE_ERROR_OPEN,    /**< a folder or file cannot be read */
  BEL_RULE_ERROR_INVALID, /**< the rules have errors; they are in the diagnostics */
  BEL_RULE_ERROR_STALE,   /**< a compiled file is of other rules, or of another build */
  BEL_RULE_ERROR_DAMAGED, /**< a compiled file is not as it was written */
} BelRuleError;

typedef struct BelProgram BelProgram;

typedef enum { BEL_RULE_LEXICON, BEL_RULE_PREDICATE, BEL_RULE_CLAIM, BEL_RULE_CONFLICT, BEL_N_RULE_KINDS } BelRuleKind;

/** Compiles every *.belie file under the folders @dirs (NULL-terminated; a file may be named too), in the
 * order of their paths. @schema: (nullable) what conflict rules may speak of; without it their names are
 * not checked and they cannot be evaluated. @diags gets every error of every file in one run.
 *
 * Returns: (transfer full) the program, or NULL with @error set when a file cannot be read or any rule
 * has an error. */
BelProgram *bel_program_load (const char *const *dirs, const BelRuleSchema *schema, BelDiags *diags, GError **error);

/** As bel_program_load() for one text in memory; @name stands for the file in diagnostics. */
BelProgram *bel_program_load_text (const char *name, const char *text, gsize n_bytes, const BelRuleSchema *schema,
                                   BelDiags *diags, GError **error);

BelProgram *bel_program_ref (BelProgram *program);
void bel_program_unref (BelProgram *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelProgram, bel_program_unref)

/** Returns: (transfer none) the frozen symbols. */
BelSymbols *bel_program_symbols (const BelProgram *program);

/** Returns: (transfer none) SHA-256 in hex over the bytes of all rule files in the order of their paths; names the rule
 * set in reports. Made when first asked for. */
const char *bel_program_checksum (const BelProgram *program);

/* -- what is there ---------------------------------------------------------------------------- */

/** What a block says about itself. All strings live as long as the program. */
typedef struct {
  BelRuleKind kind;
  const char *name; /**< "report-verb", "meet", "quantity.disjoint-counts" */
  const char *doc;
  const char *file;
  BelSpan span; /**< bytes of the file, from the keyword to the closing brace */
  uint32_t line1;
} BelRuleInfo;

typedef enum {
  BEL_TEST_HAS,      /**< lexicon: texts[0] is in it, with the fields of expects */
  BEL_TEST_LACKS,    /**< lexicon: texts[0] is not */
  BEL_TEST_SAME,     /**< predicate: texts[0] and texts[1] have the same normal form */
  BEL_TEST_DIFFER,   /**< predicate: they have not */
  BEL_TEST_YIELDS,   /**< claim: the rule fires on texts[0] and yields the expects */
  BEL_TEST_NONE,     /**< claim: the rule does not fire on texts[0] */
  BEL_TEST_CONFLICT, /**< conflict: the rule finds a conflict among texts */
  BEL_TEST_CLEAN,    /**< conflict: no rule finds one */
} BelRuleTestKind;

typedef struct {
  const char *name;  /**< of a field or a yield */
  const char *value; /**< as written, without quotes */
} BelRuleExpect;

/** One example a block carries. Strings live as long as the program. */
typedef struct BelRuleTest {
  BelRuleTestKind kind;
  const char *const *texts;
  uint32_t n_texts;
  const BelRuleExpect *expects;
  uint32_t n_expects;
  BelSpan span; /**< in the file of its block */
  uint32_t line1;
} BelRuleTest;

/** The examples of @info, which is of @program. They are parsed when first asked for; safe from any thread. */
const BelRuleTest *bel_program_rule_tests (const BelProgram *program, const BelRuleInfo *info, uint32_t *out_n);

/** Returns: how many blocks there are, of all kinds; sorted by kind, then name. */
uint32_t bel_program_n_rules (const BelProgram *program);
const BelRuleInfo *bel_program_rule_info (const BelProgram *program, uint32_t index);
/** Returns: (nullable) the block of that kind and name. */
const BelRuleInfo *bel_program_find_rule (const BelProgram *program, BelRuleKind kind, const char *name);
const char *bel_rule_kind_name (BelRuleKind kind);

/** What a rule cost in one or more documents; see bel_program_profile(), bel_predicates_profile() and BelCompareOptions. */
typedef struct BelRuleCost {
  uint64_t candidates; /**< tokens (of a conflict rule: pairs) it was tried at */
  uint64_t steps;      /**< instructions run; of claim rules alone */
  uint64_t matches;
  uint64_t nanoseconds;
} BelRuleCost;

/** Nanoseconds of a clock that only goes forward. */
static inline uint64_t
bel_rule_clock (void)
{
  struct timespec now;
  clock_gettime (CLOCK_MONOTONIC, &now);
  return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

/** Adds a warning to @diags for what is no error but seldom meant: one form under two predicates that nothing tells
 * apart (only the first by name is ever seen). */
void bel_program_lint (const BelProgram *program, BelDiags *diags);
