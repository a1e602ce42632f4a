/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* lexicon NAME { doc "…"; field NAME type = default; include NAME; pos VERB, NOUN; words { settings } test { … } } */
#include "rule/parse.h"

#include "base/limits.h"

static bool
parse_list (BelParser *parser, BelAstWords *out)
{
  do {
    BelAstWord word;
    if (!bel_parser_name_or_string (parser, "a word of the list", &word))
      return false;
    bel_vec_push (parser->scratch, out, word);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  return bel_parser_expect (parser, BEL_TOK_RPAREN);
}

bool
bel_parse_value (BelParser *parser, BelAstValue *out)
{
  *out = (BelAstValue){ .span = parser->token.span };
  uint32_t start = parser->token.span.start;
  bool ok;
  if (bel_parser_accept (parser, BEL_TOK_LPAREN)) {
    out->is_list = true;
    ok = bel_parser_accept (parser, BEL_TOK_RPAREN) || parse_list (parser, &out->words);
  } else {
    BelAstWord word;
    out->negative = bel_parser_accept (parser, BEL_TOK_MINUS);
    if (parser->token.kind == BEL_TOK_NUMBER)
      ok = bel_parser_word (parser, BEL_TOK_NUMBER, &word);
    else
      ok = bel_parser_name_or_string (parser, "a value: a name, a string, a number or a list in parentheses", &word);
    if (ok)
      bel_vec_push (parser->scratch, &out->words, word);
  }
  bel_vec_settle (parser->arena, &out->words);
  out->span = bel_parser_span_from (parser, start);
  return ok;
}

bool
bel_parse_setting (BelParser *parser, BelAstSetting *out)
{
  return bel_parser_word (parser, BEL_TOK_NAME, &out->name) && bel_parser_expect (parser, BEL_TOK_EQ)
         && bel_parse_value (parser, &out->value);
}

static bool
parse_enums (BelParser *parser, BelAstField *field)
{
  field->type = BEL_FIELD_ENUM;
  do {
    BelAstWord value;
    if (!bel_parser_word (parser, BEL_TOK_NAME, &value))
      return false;
    bel_vec_push (parser->scratch, &field->enums, value);
  } while (bel_parser_accept (parser, BEL_TOK_BAR));
  bel_vec_settle (parser->arena, &field->enums);
  return bel_parser_expect (parser, BEL_TOK_RPAREN);
}

static bool
parse_type (BelParser *parser, BelAstField *field)
{
  static const struct {
    const char *keyword;
    BelFieldType type;
  } TYPES[] = {
    { "string", BEL_FIELD_STRING },
    { "number", BEL_FIELD_NUMBER },
    { "boolean", BEL_FIELD_BOOLEAN },
    { "list", BEL_FIELD_LIST },
  };
  if (bel_parser_accept (parser, BEL_TOK_LPAREN))
    return parse_enums (parser, field);
  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++) {
    if (bel_parser_accept_keyword (parser, TYPES[i].keyword)) {
      field->type = TYPES[i].type;
      return true;
    }
  }
  return bel_parser_expected (parser, "a type: ( a | b ), string, number, boolean or list");
}

static bool
parse_field (BelParser *parser, BelAstLexicon *lexicon)
{
  BelAstField field = { 0 };
  if (!bel_parser_word (parser, BEL_TOK_NAME, &field.name) || !parse_type (parser, &field))
    return false;
  if (bel_parser_accept (parser, BEL_TOK_EQ) && !bel_parse_value (parser, &field.value))
    return false;
  bel_vec_push (parser->scratch, &lexicon->fields, field);
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_names (BelParser *parser, BelAstWords *out)
{
  do {
    BelAstWord name;
    if (!bel_parser_word (parser, BEL_TOK_NAME, &name))
      return false;
    bel_vec_push (parser->scratch, out, name);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  return bel_parser_expect (parser, BEL_TOK_SEMICOLON);
}

static bool
parse_settings (BelParser *parser, BelAstEntry *entry)
{
  while (parser->token.kind == BEL_TOK_NAME) {
    BelAstSetting setting;
    if (!bel_parse_setting (parser, &setting) || !bel_parser_expect (parser, BEL_TOK_SEMICOLON))
      return false;
    bel_vec_push (parser->scratch, &entry->settings, setting);
  }
  return bel_parser_expect (parser, BEL_TOK_RBRACE);
}

/* deny, reject, "call into question" { stance = deny; } */
static bool
parse_entries (BelParser *parser, BelAstLexicon *lexicon)
{
  BelAstEntry entry = { 0 };
  do {
    BelAstWord word;
    if (!bel_parser_name_or_string (parser, "a word or a phrase in quotes", &word))
      return false;
    bel_vec_push (parser->scratch, &entry.words, word);
  } while (bel_parser_accept (parser, BEL_TOK_COMMA));
  bool ok;
  if (bel_parser_accept (parser, BEL_TOK_LBRACE))
    ok = parse_settings (parser, &entry);
  else
    ok = bel_parser_accept (parser, BEL_TOK_SEMICOLON) || bel_parser_expected (parser, "',', '{' or ';'");
  bel_vec_settle (parser->arena, &entry.words);
  bel_vec_settle (parser->arena, &entry.settings);
  bel_vec_push (parser->scratch, &lexicon->entries, entry);
  return ok;
}

void
bel_parse_lexicon_settle (BelParser *parser, BelAstLexicon *lexicon)
{
  bel_vec_settle (parser->arena, &lexicon->fields);
  bel_vec_settle (parser->arena, &lexicon->includes);
  bel_vec_settle (parser->arena, &lexicon->pos);
  bel_vec_settle (parser->arena, &lexicon->entries);
}

bool
bel_parse_lexicon_statement (BelParser *parser, BelAstBlock *block)
{
  if (bel_parser_accept_keyword (parser, "doc"))
    return bel_parse_doc (parser, block);
  if (bel_parser_accept_keyword (parser, "test"))
    return bel_parse_test (parser, block);
  if (bel_parser_accept_keyword (parser, "field"))
    return parse_field (parser, &block->lexicon);
  if (bel_parser_accept_keyword (parser, "include"))
    return parse_names (parser, &block->lexicon.includes);
  if (bel_parser_accept_keyword (parser, "pos"))
    return parse_names (parser, &block->lexicon.pos);
  return parse_entries (parser, &block->lexicon);
}
