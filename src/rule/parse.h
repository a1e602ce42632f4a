/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Second pass: tokens into blocks, by recursive descent with one token of look-ahead. The first half is for
 * the load, the second for the parts of the parser. */
#pragma once

#include "rule/ast.h"

/** Parses one file and appends its blocks to @blocks. Errors go to @diags; after one, reading goes on behind
 * the next ';' or '}'. All that is made lives in @arena; texts point into the file where they can. */
void bel_parse_file (const BelAstFile *file, BelArena *arena, BelDiags *diags, BelAstBlocks *blocks);

/* -- between the parts ---------------------------------------------------------------------------- */

typedef struct {
  BelArena *arena;
  BelArena *scratch; /**< for rows that grow; emptied after each block, so what stays is settled in @arena first */
  char *pool;        /**< room for words, which lie side by side */
  uint32_t pool_left;
  BelDiags *diags;
  const BelAstFile *file;
  BelLexer lexer;
  BelToken token; /**< the one ahead */
  uint32_t previous_end;
  uint32_t line1; /**< of the token ahead */
  uint32_t depth;
  uint32_t braces; /**< open ones among the tokens consumed */
  uint32_t n_errors;
  uint32_t last_error; /**< where the last error was: one place is not complained of twice */
} BelParser;

void bel_parser_advance (BelParser *parser);
/** Goes on reading at byte @at, with whole statements passed over, and @n_newlines line ends among them. */
void bel_parser_jump (BelParser *parser, uint32_t at, uint32_t n_newlines);
/** Whether the token ahead is of @kind; then it is consumed. */
bool bel_parser_accept (BelParser *parser, BelTok kind);
/** As bel_parser_accept(), with a diagnostic when it is not. */
bool bel_parser_expect (BelParser *parser, BelTok kind);
/** Whether the token ahead is the name @keyword. */
bool bel_parser_at_keyword (const BelParser *parser, const char *keyword);
bool bel_parser_accept_keyword (BelParser *parser, const char *keyword);
bool bel_parser_expect_keyword (BelParser *parser, const char *keyword);
/** Takes a token of @kind as a word; else a diagnostic. */
bool bel_parser_word (BelParser *parser, BelTok kind, BelAstWord *out);
/** Takes a name or a string. @what: "a word", for the message. */
bool bel_parser_name_or_string (BelParser *parser, const char *what, BelAstWord *out);
/** "name", or "family.name" when @dotted. */
bool bel_parser_rule_name (BelParser *parser, bool dotted, BelAstWord *out);
void bel_parser_error (BelParser *parser, BelSpan span, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** "expected @what, found …" at the token ahead. Returns: false, always. */
bool bel_parser_expected (BelParser *parser, const char *what);
/** After an error in a statement that began with @braces open ones: passes over what is left of it. */
void bel_parser_recover (BelParser *parser, uint32_t braces);
/** One level further down; false, with a diagnostic, past BEL_LIMIT_RULE_NESTING. */
bool bel_parser_enter (BelParser *parser);
void bel_parser_leave (BelParser *parser);
/** False, with a diagnostic, when @n terms are joined already and that is BEL_LIMIT_RULE_TERMS. */
bool bel_parser_few_terms (BelParser *parser, uint32_t n);
/** From @start to the end of the last token consumed. */
BelSpan bel_parser_span_from (const BelParser *parser, uint32_t start);

/** Reads statements with @statement up to the closing brace, recovering after each that returns false. */
typedef bool (*BelParseStatement) (BelParser *parser, BelAstBlock *block);
void bel_parse_body (BelParser *parser, BelAstBlock *block, BelParseStatement statement);

bool bel_parse_doc (BelParser *parser, BelAstBlock *block);
bool bel_parse_test (BelParser *parser, BelAstBlock *block);
/** The tests that bel_parse_test() passed over, in @arena. */
BelAstTests bel_parse_skipped (const BelAstBlock *block, BelArena *arena);
bool bel_parse_value (BelParser *parser, BelAstValue *out);
/** "name = value" without the ';'. */
bool bel_parse_setting (BelParser *parser, BelAstSetting *out);
/** "[ conditions ]". */
BelAstCond *bel_parse_conditions (BelParser *parser);

/** Brings what the statements of a block left in the parser's scratch into its arena. */
void bel_parse_lexicon_settle (BelParser *parser, BelAstLexicon *lexicon);
void bel_parse_predicate_settle (BelParser *parser, BelAstPredicate *predicate);

bool bel_parse_lexicon_statement (BelParser *parser, BelAstBlock *block);
bool bel_parse_predicate_statement (BelParser *parser, BelAstBlock *block);
bool bel_parse_claim_statement (BelParser *parser, BelAstBlock *block);
bool bel_parse_conflict_statement (BelParser *parser, BelAstBlock *block);
