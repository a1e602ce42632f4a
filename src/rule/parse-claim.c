/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* claim FAMILY.NAME { doc; match { patterns } yield { values } test { … } } */
#include "rule/parse.h"

static bool
parse_labels (BelParser *parser, BelAstArc *arc)
{
  if (bel_parser_accept (parser, BEL_TOK_STAR))
    return true;
  do {
    BelAstWord label;
    if (!bel_parser_word (parser, BEL_TOK_NAME, &label))
      return false;
    if (bel_parser_accept (parser, BEL_TOK_STAR))
      label.text = bel_arena_printf (parser->arena, "%s*", label.text);
    bel_vec_push (parser->arena, &arc->labels, label);
  } while (bel_parser_accept (parser, BEL_TOK_BAR));
  return true;
}

/* S   or   S [ conditions ]   or   [ conditions ]   or nothing: any token */
static bool
parse_node (BelParser *parser, BelAstNode *node)
{
  if (parser->token.kind == BEL_TOK_NAME && !bel_parser_word (parser, BEL_TOK_NAME, &node->name))
    return false;
  if (parser->token.kind != BEL_TOK_LBRACKET)
    return true;
  node->cond = bel_parse_conditions (parser);
  return node->cond != NULL;
}

static bool
arc_kind (BelParser *parser, BelArcKind *out)
{
  static const BelTok TOKENS[] = {
    [BEL_ARC_CHILD] = BEL_TOK_GT, [BEL_ARC_HEAD] = BEL_TOK_LT,     [BEL_ARC_BELOW] = BEL_TOK_DOWN,
    [BEL_ARC_ABOVE] = BEL_TOK_UP, [BEL_ARC_BEFORE] = BEL_TOK_DOTS, [BEL_ARC_NEXT] = BEL_TOK_DOT,
  };
  for (guint i = 0; i < G_N_ELEMENTS (TOKENS); i++) {
    if (bel_parser_accept (parser, TOKENS[i])) {
      *out = i;
      return true;
    }
  }
  return false;
}

static bool
parse_pattern (BelParser *parser, BelAstBlock *block)
{
  uint32_t start = parser->token.span.start;
  BelAstPattern pattern = { .negated = bel_parser_accept_keyword (parser, "not") };
  if (parser->token.kind != BEL_TOK_NAME)
    return bel_parser_expected (parser, "a node's name or 'not'");
  if (!parse_node (parser, &pattern.node))
    return false;
  BelAstArc arc = { 0 };
  while (arc_kind (parser, &arc.kind)) {
    if (arc.kind < BEL_ARC_BEFORE && !parse_labels (parser, &arc))
      return false;
    arc.optional = bel_parser_accept (parser, BEL_TOK_QUERY);
    if (!parse_node (parser, &arc.to))
      return false;
    bel_vec_push (parser->arena, &pattern.arcs, arc);
    arc = (BelAstArc){ 0 };
  }
  pattern.span = bel_parser_span_from (parser, start);
  bel_vec_push (parser->arena, &block->claim.patterns, pattern);
  return bel_parser_accept (parser, BEL_TOK_SEMICOLON) || bel_parser_expected (parser, "'>', '<', '>>', '<<' or ';'");
}

static bool
parse_yield (BelParser *parser, BelAstBlock *block)
{
  BelAstYield yield = { 0 };
  if (!bel_parser_word (parser, BEL_TOK_NAME, &yield.name) || !bel_parser_expect (parser, BEL_TOK_EQ))
    return false;
  if (parser->token.kind == BEL_TOK_NUMBER) {
    bel_parser_word (parser, BEL_TOK_NUMBER, &yield.value);
  } else if (!bel_parser_name_or_string (parser, "NODE.part, a name, a string or a number", &yield.value)) {
    return false;
  }
  if (bel_parser_accept (parser, BEL_TOK_DOT) && !bel_parser_word (parser, BEL_TOK_NAME, &yield.part))
    return false;
  bel_vec_push (parser->arena, &block->claim.yields, yield);
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_inner (BelParser *parser, BelAstBlock *block, BelParseStatement statement)
{
  if (!bel_parser_expect (parser, BEL_TOK_LBRACE))
    return false;
  bel_parse_body (parser, block, statement);
  return true;
}

bool
bel_parse_claim_statement (BelParser *parser, BelAstBlock *block)
{
  if (bel_parser_accept_keyword (parser, "doc"))
    return bel_parse_doc (parser, block);
  if (bel_parser_accept_keyword (parser, "match"))
    return parse_inner (parser, block, parse_pattern);
  if (bel_parser_accept_keyword (parser, "yield"))
    return parse_inner (parser, block, parse_yield);
  if (bel_parser_accept_keyword (parser, "test"))
    return bel_parse_test (parser, block);
  return bel_parser_expected (parser, "doc, match, yield or test");
}
