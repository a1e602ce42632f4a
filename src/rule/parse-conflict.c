/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* conflict FAMILY.NAME { doc; severity; confidence; pair A, B; join …; where …; unless …; report "…"; test { … } } */
#include "rule/parse.h"

static BelAstExpr *parse_or (BelParser *parser);

static BelAstExpr *
expr_new (BelParser *parser, BelExprKind kind)
{
  BelAstExpr *expr = bel_arena_new_struct (parser->arena, BelAstExpr);
  expr->kind = kind;
  return expr;
}

static BelAstExpr *
join (BelParser *parser, BelExprKind kind, BelAstExpr *left, BelAstExpr *right)
{
  BelAstExpr *expr = expr_new (parser, kind);
  expr->left = left;
  expr->right = right;
  expr->span = BEL_SPAN (left->span.start, right ? right->span.end : left->span.end);
  return expr;
}

static BelAstExpr *parse_operand (BelParser *parser);

/* The arguments of a call, its '(' consumed. */
static bool
parse_arguments (BelParser *parser, BelAstExpr *call)
{
  BEL_VEC (BelAstExpr *) args = { 0 };
  while (parser->token.kind != BEL_TOK_RPAREN) {
    BelAstExpr *arg = parse_operand (parser);
    if (!arg)
      return false;
    bel_vec_push (parser->arena, &args, arg);
    if (!bel_parser_accept (parser, BEL_TOK_COMMA))
      break;
  }
  call->args = args.items;
  call->n_args = args.n;
  return bel_parser_accept (parser, BEL_TOK_RPAREN) || bel_parser_expected (parser, "',' or ')'");
}

/* name(…)   A.field   A   word */
static bool
parse_named (BelParser *parser, BelAstExpr *expr)
{
  if (!bel_parser_word (parser, BEL_TOK_NAME, &expr->word))
    return false;
  if (bel_parser_accept (parser, BEL_TOK_LPAREN)) {
    expr->kind = BEL_EXPR_CALL;
    return parse_arguments (parser, expr);
  }
  if (bel_parser_accept (parser, BEL_TOK_DOT)) {
    expr->kind = BEL_EXPR_FIELD;
    return bel_parser_word (parser, BEL_TOK_NAME, &expr->field);
  }
  expr->kind = BEL_EXPR_WORD;
  return true;
}

static bool
parse_number (BelParser *parser, BelAstExpr *expr)
{
  expr->kind = BEL_EXPR_NUMBER;
  bool negative = bel_parser_accept (parser, BEL_TOK_MINUS);
  if (!bel_parser_word (parser, BEL_TOK_NUMBER, &expr->word))
    return false;
  if (negative)
    expr->word.text = bel_arena_printf (parser->arena, "-%s", expr->word.text);
  return true;
}

static BelAstExpr *
parse_operand (BelParser *parser)
{
  if (!bel_parser_enter (parser))
    return NULL;
  BelAstExpr *expr = expr_new (parser, BEL_EXPR_WORD);
  uint32_t start = parser->token.span.start;
  bool ok = true;
  switch (parser->token.kind) {
  case BEL_TOK_NAME:
    ok = parse_named (parser, expr);
    break;
  case BEL_TOK_NUMBER:
  case BEL_TOK_MINUS:
    ok = parse_number (parser, expr);
    break;
  case BEL_TOK_STRING:
    expr->kind = BEL_EXPR_STRING;
    ok = bel_parser_word (parser, BEL_TOK_STRING, &expr->word);
    break;
  default:
    ok = bel_parser_expected (parser, "a field such as A.subject, a function, a number or a string");
  }
  expr->span = bel_parser_span_from (parser, start);
  bel_parser_leave (parser);
  return ok ? expr : NULL;
}

static bool
is_comparison (BelTok kind)
{
  return kind == BEL_TOK_EQ || kind == BEL_TOK_NE || kind == BEL_TOK_LT || kind == BEL_TOK_LE || kind == BEL_TOK_GT
         || kind == BEL_TOK_GE;
}

static BelAstExpr *
parse_comparison (BelParser *parser)
{
  BelAstExpr *left = parse_operand (parser);
  BelTok op = parser->token.kind;
  if (!left || !is_comparison (op))
    return left;
  bel_parser_advance (parser);
  BelAstExpr *right = parse_operand (parser);
  if (!right)
    return NULL;
  BelAstExpr *expr = join (parser, BEL_EXPR_COMPARE, left, right);
  expr->op = op;
  return expr;
}

static BelAstExpr *
parse_unary (BelParser *parser)
{
  if (!bel_parser_enter (parser))
    return NULL;
  BelAstExpr *expr;
  if (bel_parser_accept (parser, BEL_TOK_BANG) || bel_parser_accept_keyword (parser, "not")) {
    expr = parse_unary (parser);
    expr = expr ? join (parser, BEL_EXPR_NOT, expr, NULL) : NULL;
  } else if (bel_parser_accept (parser, BEL_TOK_LPAREN)) {
    expr = parse_or (parser);
    if (expr && !bel_parser_expect (parser, BEL_TOK_RPAREN))
      expr = NULL;
  } else {
    expr = parse_comparison (parser);
  }
  bel_parser_leave (parser);
  return expr;
}

static BelAstExpr *
parse_and (BelParser *parser)
{
  BelAstExpr *left = parse_unary (parser);
  for (uint32_t n = 1; left && bel_parser_accept (parser, BEL_TOK_AMP); n++) {
    BelAstExpr *right = bel_parser_few_terms (parser, n) ? parse_unary (parser) : NULL;
    left = right ? join (parser, BEL_EXPR_AND, left, right) : NULL;
  }
  return left;
}

static BelAstExpr *
parse_or (BelParser *parser)
{
  BelAstExpr *left = parse_and (parser);
  for (uint32_t n = 1; left && bel_parser_accept (parser, BEL_TOK_BAR); n++) {
    BelAstExpr *right = bel_parser_few_terms (parser, n) ? parse_and (parser) : NULL;
    left = right ? join (parser, BEL_EXPR_OR, left, right) : NULL;
  }
  return left;
}

static bool
parse_pair (BelParser *parser, BelAstConflict *conflict)
{
  do {
    BelAstWord name;
    if (!bel_parser_word (parser, BEL_TOK_NAME, &name))
      return false;
    bel_vec_push (parser->arena, &conflict->pair, name);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_join (BelParser *parser, BelAstConflict *conflict)
{
  BelAstJoin term = { .left = parse_operand (parser) };
  if (!term.left)
    return false;
  term.similar = bel_parser_accept (parser, BEL_TOK_TILDE);
  if (!term.similar && !bel_parser_accept (parser, BEL_TOK_EQ))
    return bel_parser_expected (parser, "'=' or '~'");
  term.right = parse_operand (parser);
  if (!term.right)
    return false;
  bel_vec_push (parser->arena, &conflict->joins, term);
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static BelAstExpr *
parse_condition (BelParser *parser)
{
  BelAstExpr *expr = parse_or (parser);
  if (!expr)
    return NULL;
  if (bel_parser_accept (parser, BEL_TOK_SEMICOLON))
    return expr;
  bel_parser_expected (parser, "'&', '|', a comparison or ';'");
  return NULL;
}

static bool
parse_once (BelParser *parser, BelTok kind, BelAstWord *out)
{
  if (out->text)
    bel_parser_error (parser, parser->token.span, "this is said twice in one rule");
  return bel_parser_word (parser, kind, out) && bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_where (BelParser *parser, BelAstConflict *conflict, bool unless)
{
  BelAstExpr *expr = parse_condition (parser);
  if (!expr)
    return false;
  if (unless)
    bel_vec_push (parser->arena, &conflict->unless, expr);
  else
    bel_vec_push (parser->arena, &conflict->where, expr);
  return true;
}

bool
bel_parse_conflict_statement (BelParser *parser, BelAstBlock *block)
{
  BelAstConflict *conflict = &block->conflict;
  if (bel_parser_accept_keyword (parser, "doc"))
    return bel_parse_doc (parser, block);
  if (bel_parser_accept_keyword (parser, "severity"))
    return parse_once (parser, BEL_TOK_NAME, &conflict->severity);
  if (bel_parser_accept_keyword (parser, "class"))
    return parse_once (parser, BEL_TOK_NAME, &conflict->class_name);
  if (bel_parser_accept_keyword (parser, "family"))
    return parse_once (parser, BEL_TOK_NAME, &conflict->family);
  if (bel_parser_accept_keyword (parser, "confidence"))
    return parse_once (parser, BEL_TOK_NUMBER, &conflict->confidence);
  if (bel_parser_accept_keyword (parser, "report"))
    return parse_once (parser, BEL_TOK_STRING, &conflict->report);
  if (bel_parser_accept_keyword (parser, "pair"))
    return parse_pair (parser, conflict);
  if (bel_parser_accept_keyword (parser, "join"))
    return parse_join (parser, conflict);
  if (bel_parser_accept_keyword (parser, "where"))
    return parse_where (parser, conflict, false);
  if (bel_parser_accept_keyword (parser, "unless"))
    return parse_where (parser, conflict, true);
  if (bel_parser_accept_keyword (parser, "test"))
    return bel_parse_test (parser, block);
  return bel_parser_expected (parser,
                              "doc, severity, class, family, confidence, pair, join, where, unless, report or test");
}
