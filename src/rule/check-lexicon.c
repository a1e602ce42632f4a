/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Fields and their values, included lexicons, words. */
#include "rule/compile.h"

#include "base/limits.h"

#include <string.h>

static const BelAstField *
find_field (const BelAstLexicon *lexicon, const char *name)
{
  for (uint32_t i = 0; i < lexicon->fields.n; i++)
    if (strcmp (lexicon->fields.items[i].name.text, name) == 0)
      return &lexicon->fields.items[i];
  return NULL;
}

static void
unknown_field (BelCompiler *compiler, const BelAstBlock *block, BelAstWord name)
{
  const BelAstLexicon *lexicon = &block->lexicon;
  g_autofree const char **names = g_new0 (const char *, lexicon->fields.n + 2);
  for (uint32_t i = 0; i < lexicon->fields.n; i++)
    names[i] = lexicon->fields.items[i].name.text;
  names[lexicon->fields.n] = "pos";
  g_autofree char *hint = bel_did_you_mean (name.text, names);
  bel_compile_error (compiler, block, name.span, "rule.unknown-field", "the lexicon '%s' has no field '%s'%s",
                     block->name.text, name.text, hint);
}

static bool
is_enum_value (const BelAstField *field, const char *value)
{
  for (uint32_t i = 0; i < field->enums.n; i++)
    if (strcmp (field->enums.items[i].text, value) == 0)
      return true;
  return false;
}

static void
check_enum_value (BelCompiler *compiler, const BelAstBlock *block, const BelAstField *field, BelAstWord value)
{
  if (is_enum_value (field, value.text))
    return;
  g_autofree const char **names = g_new0 (const char *, field->enums.n + 1);
  for (uint32_t i = 0; i < field->enums.n; i++)
    names[i] = field->enums.items[i].text;
  g_autofree char *hint = bel_did_you_mean (value.text, names);
  bel_compile_error (compiler, block, value.span, "rule.type", "'%s' is not a value of the field '%s'%s", value.text,
                     field->name.text, hint);
}

static bool
is_single (const BelAstValue *value, BelTok kind)
{
  return !value->is_list && value->words.n == 1 && value->words.items[0].kind == kind;
}

static void
check_value (BelCompiler *compiler, const BelAstBlock *block, const BelAstField *field, const BelAstValue *value)
{
  static const char *const WANTED[] = {
    [BEL_FIELD_ENUM] = "one of its values", [BEL_FIELD_STRING] = "a string or a name",  [BEL_FIELD_NUMBER] = "a number",
    [BEL_FIELD_BOOLEAN] = "true or false",  [BEL_FIELD_LIST] = "a list in parentheses",
  };
  BelAstWord word = value->words.n ? value->words.items[0] : (BelAstWord){ 0 };
  bool is_name = is_single (value, BEL_TOK_NAME), ok = false;
  double number;
  switch (field->type) {
  case BEL_FIELD_ENUM:
    if ((ok = is_name))
      check_enum_value (compiler, block, field, word);
    break;
  case BEL_FIELD_STRING:
    ok = is_name || is_single (value, BEL_TOK_STRING);
    break;
  case BEL_FIELD_NUMBER:
    if ((ok = is_single (value, BEL_TOK_NUMBER)) && word.n > 15) /* fewer digits are in range */
      bel_compile_number (compiler, block, word, value->negative, &number);
    break;
  case BEL_FIELD_BOOLEAN:
    ok = is_name && (strcmp (word.text, "true") == 0 || strcmp (word.text, "false") == 0);
    break;
  case BEL_FIELD_LIST:
    ok = value->is_list;
    break;
  }
  if (!ok)
    bel_compile_error (compiler, block, value->span, "rule.type", "the field '%s' takes %s", field->name.text,
                       WANTED[field->type]);
}

static void
check_field (BelCompiler *compiler, const BelAstBlock *block, const BelAstField *field)
{
  const BelAstField *first = find_field (&block->lexicon, field->name.text);
  if (first != field || strcmp (field->name.text, "pos") == 0)
    bel_compile_error (compiler, block, field->name.span, "rule.duplicate", "the field '%s' is already there",
                       field->name.text);
  if (field->value.words.n || field->value.is_list)
    check_value (compiler, block, field, &field->value);
}

static void
check_pos (BelCompiler *compiler, const BelAstBlock *block, const BelAstWords *words)
{
  static const char *const NAMES[] = {
#define U(name) #name,
#include "document/upos.def"
#undef U
    NULL
  };
  BelPos pos;
  for (uint32_t i = 0; i < words->n; i++) {
    if (bel_pos_parse (words->items[i].text, &pos))
      continue;
    g_autofree char *upper = g_ascii_strup (words->items[i].text, -1);
    g_autofree char *hint = bel_did_you_mean (upper, NAMES);
    bel_compile_error (compiler, block, words->items[i].span, "rule.type", "'%s' is not a part of speech%s",
                       words->items[i].text, hint);
  }
}

static void
check_setting (BelCompiler *compiler, const BelAstBlock *block, const BelAstSetting *setting)
{
  if (strcmp (setting->name.text, "pos") == 0) {
    check_pos (compiler, block, &setting->value.words);
    return;
  }
  const BelAstField *field = find_field (&block->lexicon, setting->name.text);
  if (field)
    check_value (compiler, block, field, &setting->value);
  else
    unknown_field (compiler, block, setting->name);
}

/* As many parts as the tokenizer may make of it: at spaces, apostrophes and hyphens (which count themselves).
 * Returns: 0 when there is a space too many, or nothing else. */
static uint32_t
count_parts (const char *text)
{
  uint32_t n = 1;
  char before = ' ';
  for (const char *p = text; *p; before = *p++) {
    if (*p == ' ' && before == ' ')
      return 0;
    n += *p == ' ' || *p == '\'' ? 1 : *p == '-' ? 2 : 0;
  }
  return before == ' ' ? 0 : n;
}

static void
check_word (BelCompiler *compiler, const BelAstBlock *block, BelAstWord word)
{
  uint32_t n = count_parts (word.text);
  if (n == 0)
    bel_compile_error (compiler, block, word.span, "rule.word", "words are parted by one space, none before or after");
  else if (n > BEL_LIMIT_PHRASE_PARTS)
    bel_compile_error (compiler, block, word.span, "rule.word", "a phrase has at most %u words",
                       BEL_LIMIT_PHRASE_PARTS);
}

/* Whether @from reaches @to over includes; @budget bounds the walk through a cycle. */
static bool
includes (const BelCompiler *compiler, const BelAstBlock *from, const BelAstBlock *to, uint32_t *budget)
{
  for (uint32_t i = 0; i < from->lexicon.includes.n && *budget; i++) {
    const BelAstBlock *next = bel_compile_find (compiler, BEL_RULE_LEXICON, from->lexicon.includes.items[i].text);
    --*budget;
    if (next && (next == to || includes (compiler, next, to, budget)))
      return true;
  }
  return false;
}

static void
check_includes (BelCompiler *compiler, const BelAstBlock *block)
{
  for (uint32_t i = 0; i < block->lexicon.includes.n; i++) {
    BelAstWord name = block->lexicon.includes.items[i];
    const BelAstBlock *other = bel_compile_find (compiler, BEL_RULE_LEXICON, name.text);
    uint32_t budget = 256;
    if (!other)
      bel_compile_unknown_block (compiler, block, BEL_RULE_LEXICON, name);
    else if (other == block || includes (compiler, other, block, &budget) || !budget)
      bel_compile_error (compiler, block, name.span, "rule.cycle", "the lexicon '%s' includes itself by way of '%s'",
                         block->name.text, name.text);
  }
}

static void
check_test_fields (BelCompiler *compiler, const BelAstBlock *block)
{
  for (uint32_t i = 0; i < block->tests.n; i++)
    for (uint32_t j = 0; j < block->tests.items[i].expects.n; j++)
      check_setting (compiler, block, &block->tests.items[i].expects.items[j]);
}

void
bel_check_lexicon (BelCompiler *compiler, BelAstBlock *block)
{
  BelAstLexicon *lexicon = &block->lexicon;
  for (uint32_t i = 0; i < lexicon->fields.n; i++)
    check_field (compiler, block, &lexicon->fields.items[i]);
  check_includes (compiler, block);
  check_pos (compiler, block, &lexicon->pos);
  for (uint32_t i = 0; i < lexicon->entries.n; i++) {
    const BelAstEntry *entry = &lexicon->entries.items[i];
    for (uint32_t j = 0; j < entry->words.n; j++)
      check_word (compiler, block, entry->words.items[j]);
    for (uint32_t j = 0; j < entry->settings.n; j++)
      check_setting (compiler, block, &entry->settings.items[j]);
  }
  check_test_fields (compiler, block);
}
