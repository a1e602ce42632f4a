/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* predicate NAME { doc; verb, noun, adj forms with slots; attributes; relations; requirements; test } */
#include "rule/parse.h"

/* A preposition, an arc (">nmod:poss") or "self". */
static bool
parse_marker (BelParser *parser, BelAstSlot *slot)
{
  BelAstWord marker;
  bool arc = bel_parser_accept (parser, BEL_TOK_GT);
  if (!bel_parser_name_or_string (parser, arc ? "a label" : "a preposition, '>label' or 'self'", &marker))
    return false;
  if (!arc && marker.kind == BEL_TOK_NAME && g_str_equal (marker.text, "self")) {
    slot->self = true;
    return true;
  }
  if (arc)
    marker.kind = BEL_TOK_GT;
  bel_vec_push (parser->scratch, &slot->markers, marker);
  return true;
}

static bool
parse_slots (BelParser *parser, BelAstForm *form)
{
  do {
    BelAstSlot slot = { 0 };
    do {
      if (!parse_marker (parser, &slot))
        return false;
    } while (bel_parser_accept (parser, BEL_TOK_BAR));
    if (bel_parser_accept (parser, BEL_TOK_ARROW) && !bel_parser_word (parser, BEL_TOK_NAME, &slot.role))
      return false;
    bel_vec_settle (parser->arena, &slot.markers);
    bel_vec_push (parser->scratch, &form->slots, slot);
  } while (bel_parser_accept (parser, BEL_TOK_SEMICOLON));
  bel_vec_settle (parser->arena, &form->slots);
  return bel_parser_expect (parser, BEL_TOK_RPAREN);
}

static bool
parse_forms (BelParser *parser, BelAstPredicate *predicate, BelFormKind kind)
{
  do {
    BelAstForm form = { .kind = kind };
    if (!bel_parser_name_or_string (parser, "a word or phrase in quotes", &form.phrase))
      return false;
    if (bel_parser_accept (parser, BEL_TOK_LPAREN) && !parse_slots (parser, &form))
      return false;
    bel_vec_push (parser->scratch, &predicate->forms, form);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_role_map (BelParser *parser, BelAstRelation *relation)
{
  do {
    BelAstWord from, to;
    if (!bel_parser_word (parser, BEL_TOK_NAME, &from) || !bel_parser_expect (parser, BEL_TOK_ARROW)
        || !bel_parser_word (parser, BEL_TOK_NAME, &to))
      return false;
    bel_vec_push (parser->scratch, &relation->from, from);
    bel_vec_push (parser->scratch, &relation->to, to);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  bel_vec_settle (parser->arena, &relation->from);
  bel_vec_settle (parser->arena, &relation->to);
  return bel_parser_expect (parser, BEL_TOK_RPAREN);
}

/* entails die ( object -> subject ), injure; */
static bool
parse_relations (BelParser *parser, BelAstPredicate *predicate, BelRelationKind kind)
{
  do {
    BelAstRelation relation = { .kind = kind };
    if (!bel_parser_word (parser, BEL_TOK_NAME, &relation.target))
      return false;
    if (bel_parser_accept (parser, BEL_TOK_LPAREN) && !parse_role_map (parser, &relation))
      return false;
    bel_vec_push (parser->scratch, &predicate->relations, relation);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

/* functional object per subject, event; */
static bool
parse_functional (BelParser *parser, BelAstPredicate *predicate)
{
  BelAstFunctional functional = { 0 };
  if (!bel_parser_word (parser, BEL_TOK_NAME, &functional.role))
    return false;
  if (bel_parser_accept_keyword (parser, "per")) {
    do {
      BelAstWord role;
      if (!bel_parser_word (parser, BEL_TOK_NAME, &role))
        return false;
      bel_vec_push (parser->scratch, &functional.per, role);
    } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  }
  bel_vec_settle (parser->arena, &functional.per);
  bel_vec_push (parser->scratch, &predicate->functionals, functional);
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

/* requires object [ name = person ]; requires not object [ lemma in deadline ]; prefers object [ sort = person ]; */
static bool
parse_require (BelParser *parser, BelAstPredicate *predicate, bool soft)
{
  BelAstRequire require = { .soft = soft };
  require.negated = !soft && bel_parser_accept_keyword (parser, "not");
  if (!bel_parser_word (parser, BEL_TOK_NAME, &require.role))
    return false;
  if (parser->token.kind == BEL_TOK_LBRACKET && !(require.cond = bel_parse_conditions (parser)))
    return false;
  bel_vec_push (parser->scratch, &predicate->requires, require);
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_sign (BelParser *parser, BelAstPredicate *predicate)
{
  if (bel_parser_accept (parser, BEL_TOK_PLUS))
    predicate->sign = 1;
  else if (bel_parser_accept (parser, BEL_TOK_MINUS))
    predicate->sign = -1;
  else
    return bel_parser_expected (parser, "'+' or '-'");
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_flag (BelParser *parser, BelAstPredicate *predicate, uint32_t flag)
{
  predicate->flags |= flag;
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_name (BelParser *parser, BelAstWord *out)
{
  return bel_parser_word (parser, BEL_TOK_NAME, out) && bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_attribute (BelParser *parser, BelAstPredicate *predicate)
{
  if (bel_parser_accept_keyword (parser, "symmetric"))
    return parse_flag (parser, predicate, BEL_PREDICATE_SYMMETRIC);
  if (bel_parser_accept_keyword (parser, "stative"))
    return parse_flag (parser, predicate, BEL_PREDICATE_STATIVE);
  if (bel_parser_accept_keyword (parser, "sign"))
    return parse_sign (parser, predicate);
  if (bel_parser_accept_keyword (parser, "scale"))
    return parse_name (parser, &predicate->scale);
  if (bel_parser_accept_keyword (parser, "group"))
    return parse_name (parser, &predicate->group);
  if (bel_parser_accept_keyword (parser, "functional"))
    return parse_functional (parser, predicate);
  if (bel_parser_accept_keyword (parser, "requires"))
    return parse_require (parser, predicate, false);
  if (bel_parser_accept_keyword (parser, "prefers"))
    return parse_require (parser, predicate, true);
  return bel_parser_expected (parser, "doc, verb, noun, adj, symmetric, stative, sign, scale, group, functional, "
                                      "requires, prefers, entails, implies, opposite, converse or test");
}

void
bel_parse_predicate_settle (BelParser *parser, BelAstPredicate *predicate)
{
  bel_vec_settle (parser->arena, &predicate->forms);
  bel_vec_settle (parser->arena, &predicate->relations);
  bel_vec_settle (parser->arena, &predicate->functionals);
  bel_vec_settle (parser->arena, &predicate->requires);
}

bool
bel_parse_predicate_statement (BelParser *parser, BelAstBlock *block)
{
  static const char *const FORMS[] = {
    [BEL_FORM_VERB] = "verb",
    [BEL_FORM_NOUN] = "noun",
    [BEL_FORM_ADJ] = "adj",
  };
  static const char *const RELATIONS[] = {
    [BEL_RELATION_ENTAILS] = "entails",
    [BEL_RELATION_IMPLIES] = "implies",
    [BEL_RELATION_OPPOSITE] = "opposite",
    [BEL_RELATION_CONVERSE] = "converse",
  };
  if (bel_parser_accept_keyword (parser, "doc"))
    return bel_parse_doc (parser, block);
  if (bel_parser_accept_keyword (parser, "test"))
    return bel_parse_test (parser, block);
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    if (bel_parser_accept_keyword (parser, FORMS[i]))
      return parse_forms (parser, &block->predicate, i);
  for (guint i = 0; i < G_N_ELEMENTS (RELATIONS); i++)
    if (bel_parser_accept_keyword (parser, RELATIONS[i]))
      return parse_relations (parser, &block->predicate, i);
  return parse_attribute (parser, &block->predicate);
}
