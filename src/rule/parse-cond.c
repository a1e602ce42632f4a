/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* [ conditions ] on a node: tests joined by & (binds closer) and |, turned round by !.
 *
 *   lemma in report-verb { stance = deny } & pos = VERB & !(form ~ /^un/ | tense = past) */
#include "rule/parse.h"

static BelAstCond *parse_or (BelParser *parser);

static BelAstCond *
join (BelParser *parser, BelAstCondKind kind, BelAstCond *left, BelAstCond *right)
{
  BelAstCond *cond = bel_arena_new_struct (parser->arena, BelAstCond);
  cond->kind = kind;
  cond->left = left;
  cond->right = right;
  cond->span = BEL_SPAN (left->span.start, right ? right->span.end : left->span.end);
  return cond;
}

static bool
parse_alternatives (BelParser *parser, BelAstWords *out, BelTok separator)
{
  do {
    BelAstWord word;
    if (parser->token.kind == BEL_TOK_NUMBER) {
      bel_parser_word (parser, BEL_TOK_NUMBER, &word);
    } else if (!bel_parser_name_or_string (parser, "a name or a string", &word)) {
      return false;
    }
    bel_vec_push (parser->arena, out, word);
  } while (bel_parser_accept (parser, separator));
  return true;
}

/* in ( a, b )   or   in report-verb { stance = deny | doubt } */
static bool
parse_in (BelParser *parser, BelAstCond *test)
{
  test->in = true;
  if (bel_parser_accept (parser, BEL_TOK_LPAREN))
    return parse_alternatives (parser, &test->values, BEL_TOK_COMMA) && bel_parser_expect (parser, BEL_TOK_RPAREN);
  if (!bel_parser_word (parser, BEL_TOK_NAME, &test->lexicon))
    return false;
  if (!bel_parser_accept (parser, BEL_TOK_LBRACE))
    return true;
  return bel_parser_word (parser, BEL_TOK_NAME, &test->field) && bel_parser_expect (parser, BEL_TOK_EQ)
         && parse_alternatives (parser, &test->field_values, BEL_TOK_BAR) && bel_parser_expect (parser, BEL_TOK_RBRACE);
}

static bool
parse_operator (BelParser *parser, BelAstCond *test)
{
  BelAstWord word;
  if (bel_parser_accept_keyword (parser, "in"))
    return parse_in (parser, test);
  if (bel_parser_accept (parser, BEL_TOK_TILDE)) {
    if (!bel_parser_word (parser, BEL_TOK_REGEX, &word))
      return false;
    bel_vec_push (parser->arena, &test->values, word);
    return true;
  }
  test->negated = bel_parser_accept (parser, BEL_TOK_NE);
  if (!test->negated && !bel_parser_accept (parser, BEL_TOK_EQ))
    return bel_parser_expected (parser, "'=', '!=', '~' or 'in'");
  if (parser->token.kind == BEL_TOK_NUMBER) {
    bel_parser_word (parser, BEL_TOK_NUMBER, &word);
  } else if (!bel_parser_name_or_string (parser, "a name or a string", &word)) {
    return false;
  }
  bel_vec_push (parser->arena, &test->values, word);
  return true;
}

static BelAstCond *
parse_test (BelParser *parser)
{
  BelAstCond *test = bel_arena_new_struct (parser->arena, BelAstCond);
  uint32_t start = parser->token.span.start;
  test->kind = BEL_AST_TEST;
  if (!bel_parser_word (parser, BEL_TOK_NAME, &test->attribute))
    return NULL;
  /* "root" stands alone */
  if (parser->token.kind != BEL_TOK_AMP && parser->token.kind != BEL_TOK_BAR && parser->token.kind != BEL_TOK_RBRACKET
      && parser->token.kind != BEL_TOK_RPAREN && !parse_operator (parser, test))
    return NULL;
  test->span = bel_parser_span_from (parser, start);
  return test;
}

static BelAstCond *
parse_unary (BelParser *parser)
{
  if (!bel_parser_enter (parser))
    return NULL;
  BelAstCond *cond;
  if (bel_parser_accept (parser, BEL_TOK_BANG)) {
    cond = parse_unary (parser);
    cond = cond ? join (parser, BEL_AST_NOT, cond, NULL) : NULL;
  } else if (bel_parser_accept (parser, BEL_TOK_LPAREN)) {
    cond = parse_or (parser);
    if (cond && !bel_parser_expect (parser, BEL_TOK_RPAREN))
      cond = NULL;
  } else {
    cond = parse_test (parser);
  }
  bel_parser_leave (parser);
  return cond;
}

static BelAstCond *
parse_and (BelParser *parser)
{
  BelAstCond *left = parse_unary (parser);
  for (uint32_t n = 1; left && bel_parser_accept (parser, BEL_TOK_AMP); n++) {
    BelAstCond *right = bel_parser_few_terms (parser, n) ? parse_unary (parser) : NULL;
    left = right ? join (parser, BEL_AST_AND, left, right) : NULL;
  }
  return left;
}

static BelAstCond *
parse_or (BelParser *parser)
{
  BelAstCond *left = parse_and (parser);
  for (uint32_t n = 1; left && bel_parser_accept (parser, BEL_TOK_BAR); n++) {
    BelAstCond *right = bel_parser_few_terms (parser, n) ? parse_and (parser) : NULL;
    left = right ? join (parser, BEL_AST_OR, left, right) : NULL;
  }
  return left;
}

BelAstCond *
bel_parse_conditions (BelParser *parser)
{
  if (!bel_parser_expect (parser, BEL_TOK_LBRACKET))
    return NULL;
  BelAstCond *cond = parse_or (parser);
  return cond && bel_parser_expect (parser, BEL_TOK_RBRACKET) ? cond : NULL;
}
