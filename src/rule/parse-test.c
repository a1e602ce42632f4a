/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* test { … }: the examples every block carries, one notation a kind of block. */
#include "rule/parse.h"

#include <string.h>

static BelAstTest *
add_test (BelParser *parser, BelAstBlock *block, BelRuleTestKind kind)
{
  BelAstTest *test = bel_vec_add (parser->arena, &block->tests);
  test->kind = kind;
  test->span = parser->token.span;
  test->line1 = parser->line1;
  return test;
}

static bool
parse_text (BelParser *parser, BelAstTest *test)
{
  BelAstWord text;
  if (!bel_parser_word (parser, BEL_TOK_STRING, &text))
    return false;
  bel_vec_push (parser->arena, &test->texts, text);
  return true;
}

/* "denied" { stance = deny; }   or   "eat", "sleep"; */
static bool
parse_lexicon_test (BelParser *parser, BelAstBlock *block, BelRuleTestKind kind)
{
  do {
    BelAstTest *test = add_test (parser, block, kind);
    if (!parse_text (parser, test))
      return false;
    if (kind == BEL_TEST_HAS && bel_parser_accept (parser, BEL_TOK_LBRACE)) {
      while (parser->token.kind == BEL_TOK_NAME) {
        BelAstSetting setting;
        if (!bel_parse_setting (parser, &setting) || !bel_parser_expect (parser, BEL_TOK_SEMICOLON))
          return false;
        bel_vec_push (parser->arena, &test->expects, setting);
      }
      return bel_parser_expect (parser, BEL_TOK_RBRACE);
    }
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_predicate_test (BelParser *parser, BelAstBlock *block, BelRuleTestKind kind)
{
  BelAstTest *test = add_test (parser, block, kind);
  return parse_text (parser, test) && parse_text (parser, test) && bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

/* voice "The ministry"; stance deny; */
static bool
parse_expectations (BelParser *parser, BelAstTest *test)
{
  while (parser->token.kind == BEL_TOK_NAME) {
    BelAstSetting expect = { 0 };
    if (!bel_parser_word (parser, BEL_TOK_NAME, &expect.name) || !bel_parse_value (parser, &expect.value)
        || !bel_parser_expect (parser, BEL_TOK_SEMICOLON))
      return false;
    bel_vec_push (parser->arena, &test->expects, expect);
  }
  return bel_parser_expect (parser, BEL_TOK_RBRACE);
}

static bool
parse_claim_test (BelParser *parser, BelAstBlock *block)
{
  BelAstTest *test = add_test (parser, block, BEL_TEST_YIELDS);
  if (!parse_text (parser, test) || !bel_parser_expect (parser, BEL_TOK_YIELDS))
    return false;
  if (bel_parser_accept (parser, BEL_TOK_LBRACE))
    return parse_expectations (parser, test);
  test->kind = BEL_TEST_NONE;
  return bel_parser_expect_keyword (parser, "none") && bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

/* conflict { "one sentence."; "another."; } */
static bool
parse_conflict_test (BelParser *parser, BelAstBlock *block, BelRuleTestKind kind)
{
  BelAstTest *test = add_test (parser, block, kind);
  if (!bel_parser_expect (parser, BEL_TOK_LBRACE))
    return false;
  do {
    if (!parse_text (parser, test) || !bel_parser_expect (parser, BEL_TOK_SEMICOLON))
      return false;
  } while (parser->token.kind == BEL_TOK_STRING);
  return bel_parser_expect (parser, BEL_TOK_RBRACE);
}

static bool
parse_lexicon_case (BelParser *parser, BelAstBlock *block)
{
  if (bel_parser_accept_keyword (parser, "has"))
    return parse_lexicon_test (parser, block, BEL_TEST_HAS);
  if (bel_parser_accept_keyword (parser, "lacks"))
    return parse_lexicon_test (parser, block, BEL_TEST_LACKS);
  return bel_parser_expected (parser, "'has' or 'lacks'");
}

static bool
parse_predicate_case (BelParser *parser, BelAstBlock *block)
{
  if (bel_parser_accept_keyword (parser, "same"))
    return parse_predicate_test (parser, block, BEL_TEST_SAME);
  if (bel_parser_accept_keyword (parser, "differ"))
    return parse_predicate_test (parser, block, BEL_TEST_DIFFER);
  return bel_parser_expected (parser, "'same' or 'differ'");
}

static bool
parse_conflict_case (BelParser *parser, BelAstBlock *block)
{
  if (bel_parser_accept_keyword (parser, "conflict"))
    return parse_conflict_test (parser, block, BEL_TEST_CONFLICT);
  if (bel_parser_accept_keyword (parser, "clean"))
    return parse_conflict_test (parser, block, BEL_TEST_CLEAN);
  return bel_parser_expected (parser, "'conflict' or 'clean'");
}

static bool
parse_all (BelParser *parser, BelAstBlock *block)
{
  static const BelParseStatement CASES[BEL_N_RULE_KINDS] = {
    [BEL_RULE_LEXICON] = parse_lexicon_case,
    [BEL_RULE_PREDICATE] = parse_predicate_case,
    [BEL_RULE_CLAIM] = parse_claim_test,
    [BEL_RULE_CONFLICT] = parse_conflict_case,
  };
  if (!bel_parser_expect (parser, BEL_TOK_LBRACE))
    return false;
  bel_parse_body (parser, block, CASES[block->kind]);
  return true;
}

/* -- passing over --------------------------------------------------------------------------------- */

/* Most of what is written in rule files is the tests of predicates, and few runs ask for them: they are looked
 * through without being kept. What is not plain "same "…" "…";" and "differ "…" "…";" is left to the parser. */
typedef struct {
  const char *at, *end;
  uint32_t n_newlines;
} Scan;

static void
scan_space (Scan *scan)
{
  for (; scan->at < scan->end; scan->at++) {
    if (*scan->at == '\n')
      scan->n_newlines++;
    else if (*scan->at != ' ')
      return;
  }
}

static bool
scan_word (Scan *scan, const char *word, size_t n)
{
  if ((size_t) (scan->end - scan->at) <= n || memcmp (scan->at, word, n) != 0)
    return false;
  scan->at += n;
  scan_space (scan);
  return true;
}

/* A string on one line, without escapes. */
static bool
scan_string (Scan *scan)
{
  if (scan->at == scan->end || *scan->at != '"')
    return false;
  const char *text = scan->at + 1, *quote = memchr (text, '"', (size_t) (scan->end - text));
  if (!quote || memchr (text, '\n', (size_t) (quote - text)) || memchr (text, '\\', (size_t) (quote - text)))
    return false;
  scan->at = quote + 1;
  scan_space (scan);
  return true;
}

static bool
scan_cases (Scan *scan, BelAstSkipped *out)
{
  for (;;) {
    if (scan_word (scan, "}", 1))
      return true;
    bool hit = scan_word (scan, "same ", 5);
    if (!hit && !scan_word (scan, "differ ", 7))
      return false;
    if (!scan_string (scan) || !scan_string (scan) || !scan_word (scan, ";", 1))
      return false;
    out->hit |= hit;
    out->miss |= !hit;
  }
}

/* With the opening brace ahead: on behind the closing one. */
static bool
pass_over (BelParser *parser, BelAstBlock *block)
{
  const BelAstFile *file = parser->file;
  uint32_t start = parser->token.span.start;
  Scan scan = { file->source + start + 1, file->source + file->n_source, 0 };
  BelAstSkipped skipped = { .at = start, .line1 = parser->line1, .there = true };
  if (block->kind != BEL_RULE_PREDICATE || block->skipped.there || block->tests.n
      || parser->token.kind != BEL_TOK_LBRACE)
    return false;
  scan_space (&scan);
  if (!scan_cases (&scan, &skipped))
    return false;
  block->skipped = skipped;
  bel_parser_jump (parser, (uint32_t) (scan.at - file->source), scan.n_newlines);
  return true;
}

BelAstTests
bel_parse_skipped (const BelAstBlock *block, BelArena *arena)
{
  const BelAstFile *file = block->file;
  BelParser parser = { .arena = arena, .file = file, .line1 = block->skipped.line1 };
  BelAstBlock whole = { .kind = block->kind };
  if (!block->skipped.there)
    return block->tests;
  bel_lexer_init (&parser.lexer, file->source, file->n_source, FALSE);
  bel_parser_jump (&parser, block->skipped.at, 0);
  parse_all (&parser, &whole);
  for (uint32_t i = 0; i < block->tests.n; i++)
    bel_vec_push (arena, &whole.tests, block->tests.items[i]);
  return whole.tests;
}

bool
bel_parse_test (BelParser *parser, BelAstBlock *block)
{
  return pass_over (parser, block) || parse_all (parser, block);
}
