/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the parser makes of a file: blocks, close to how they are written, with the place of everything.
 * Lives in the arena of one load; what the program keeps is copied out by the emit pass. */
#pragma once

#include "base/vec.h"
#include "rule/lex.h"
#include "rule/lexicon.h"
#include "rule/predicate.h"
#include "rule/program.h"

/** A name, string, number or pattern as written: strings without quotes and escapes undone. */
typedef struct {
  const char *text; /**< NUL-terminated; NULL when absent */
  uint32_t n;
  BelSpan span;
  BelTok kind;
} BelAstWord;

typedef BEL_VEC (BelAstWord) BelAstWords;

typedef struct {
  const char *name; /**< as the user named it */
  const char *source;
  uint32_t n_source;
} BelAstFile;

/* -- lexicon ------------------------------------------------------------------------------------ */

/** A value of a field: one word, or a list in parentheses. */
typedef struct {
  BelAstWords words;
  bool is_list;
  bool negative; /**< a number after '-' */
  BelSpan span;
} BelAstValue;

typedef struct {
  BelAstWord name;
  BelFieldType type;
  BelAstWords enums;
  BelAstValue value; /**< the default; no words when there is none */
} BelAstField;

typedef struct {
  BelAstWord name;
  BelAstValue value;
} BelAstSetting;

typedef struct {
  BelAstWords words;
  BEL_VEC (BelAstSetting) settings;
} BelAstEntry;

typedef struct {
  BEL_VEC (BelAstField) fields;
  BelAstWords includes;
  BelAstWords pos;
  BEL_VEC (BelAstEntry) entries;
} BelAstLexicon;

/* -- conditions on a node ------------------------------------------------------------------------ */

typedef enum { BEL_AST_AND, BEL_AST_OR, BEL_AST_NOT, BEL_AST_TEST } BelAstCondKind;

/** "lemma in report-verb { stance = deny }", "pos = VERB", "form ~ /x/"; joined by & | and !. */
typedef struct BelAstCond BelAstCond;
struct BelAstCond {
  BelAstCondKind kind;
  BelAstCond *left, *right;
  BelAstWord attribute;
  bool negated;       /**< != */
  bool in;            /**< in NAME or in ( … ) */
  BelAstWords values; /**< "=": one; "in ( … )": several; "~": the pattern */
  BelAstWord lexicon; /**< "in NAME" */
  BelAstWord field;   /**< "in NAME { field = value }" */
  BelAstWords field_values;
  BelSpan span;
};

/* -- predicate ----------------------------------------------------------------------------------- */

/** "of | by -> subject": prepositions or arcs that bring one role. */
typedef struct {
  BelAstWords markers; /**< NAME or STRING: a preposition; an arc: its label, with BEL_TOK_GT as kind */
  bool self;
  BelAstWord role; /**< absent: by position */
} BelAstSlot;

typedef struct {
  BelFormKind kind;
  BelAstWord phrase;
  BEL_VEC (BelAstSlot) slots;
} BelAstForm;

typedef struct {
  BelRelationKind kind;
  BelAstWord target;
  const struct BelAstBlock *block; /**< of the target, found by the check pass; NULL when there is none */
  BelAstWords from, to;
} BelAstRelation;

typedef struct {
  BelAstWord role;
  bool negated;
  bool soft;        /**< "prefers": speaks for it, and does not decide */
  BelAstCond *cond; /**< NULL: the role must be there */
} BelAstRequire;

typedef struct {
  BelAstWord role;
  BelAstWords per;
} BelAstFunctional;

typedef struct {
  BEL_VEC (BelAstForm) forms;
  BEL_VEC (BelAstRelation) relations;
  BEL_VEC (BelAstFunctional) functionals;
  BEL_VEC (BelAstRequire) requires;
  uint32_t flags;
  int sign;
  BelAstWord scale, group;
} BelAstPredicate;

/* -- claim --------------------------------------------------------------------------------------- */

typedef enum { BEL_ARC_CHILD, BEL_ARC_HEAD, BEL_ARC_BELOW, BEL_ARC_ABOVE, BEL_ARC_BEFORE, BEL_ARC_NEXT } BelArcKind;

/** NAME [conditions]; the name is absent in "V >advmod [lemma = …]". */
typedef struct {
  BelAstWord name;
  BelAstCond *cond;
} BelAstNode;

typedef struct {
  BelArcKind kind;
  BelAstWords labels; /**< empty: any; a label ending in ":*" stands for all its subtypes too */
  bool optional;
  BelAstNode to;
} BelAstArc;

/** One statement of a match: a path from node to node: "V >ccomp C >nsubj S" is V over C over S. */
typedef struct {
  bool negated;
  BelAstNode node;
  BEL_VEC (BelAstArc) arcs;
  BelSpan span;
} BelAstPattern;

/** "voice = S.phrase": the part is absent for a bare value. */
typedef struct {
  BelAstWord name;
  BelAstWord value;
  BelAstWord part;
} BelAstYield;

typedef struct {
  BEL_VEC (BelAstPattern) patterns;
  BEL_VEC (BelAstYield) yields;
  struct BelGraph *graph; /**< made by the check pass */
} BelAstClaim;

/* -- conflict ------------------------------------------------------------------------------------ */

typedef enum {
  BEL_EXPR_AND,
  BEL_EXPR_OR,
  BEL_EXPR_NOT,
  BEL_EXPR_COMPARE,
  BEL_EXPR_CALL,
  BEL_EXPR_FIELD,
  BEL_EXPR_CLAIM,
  BEL_EXPR_NUMBER,
  BEL_EXPR_STRING,
  BEL_EXPR_WORD,
} BelExprKind;

typedef struct BelAstExpr BelAstExpr;
struct BelAstExpr {
  BelExprKind kind;
  BelTok op; /**< of a comparison */
  BelAstExpr *left, *right;
  BelAstWord word;  /**< the function, the claim, the literal */
  BelAstWord field; /**< A.field */
  BelAstExpr **args;
  uint32_t n_args;
  BelSpan span;
};

typedef struct {
  BelAstExpr *left, *right;
  bool similar; /**< ~ */
} BelAstJoin;

typedef struct {
  BelAstWord severity, class_name, family;
  BelAstWord confidence;
  BelAstWords pair;
  BEL_VEC (BelAstJoin) joins;
  BEL_VEC (BelAstExpr *) where;
  BEL_VEC (BelAstExpr *) unless;
  BelAstWord report;
} BelAstConflict;

/* -- blocks -------------------------------------------------------------------------------------- */

typedef struct {
  BelRuleTestKind kind;
  BelAstWords texts;
  BEL_VEC (BelAstSetting) expects;
  BelSpan span;
  uint32_t line1;
} BelAstTest;

typedef BEL_VEC (BelAstTest) BelAstTests;

/** A test block that was looked through and found well formed, to be parsed when someone asks for it. */
typedef struct {
  uint32_t at; /**< byte of its opening brace */
  uint32_t line1;
  bool there, hit, miss; /**< whether there is one; whether it has a test that hits, one that does not */
} BelAstSkipped;

typedef struct BelAstBlock {
  BelRuleKind kind;
  uint32_t index;  /**< among the blocks of its kind, once they are sorted */
  uint64_t prefix; /**< the first bytes of its name, in the order of strcmp() */
  const BelAstFile *file;
  BelAstWord name;
  BelSpan span;
  uint32_t line1;
  bool broken; /**< had syntax errors: what it lacks may be behind them */
  BelAstWord doc;
  BelAstTests tests;
  BelAstSkipped skipped; /**< its tests come before @tests */
  union {
    BelAstLexicon lexicon;
    BelAstPredicate predicate;
    BelAstClaim claim;
    BelAstConflict conflict;
  };
} BelAstBlock;

typedef BEL_VEC (BelAstBlock *) BelAstBlocks;
