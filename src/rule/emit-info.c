/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What blocks say about themselves: names, docs, tests; their strings stay where the parser made them. */
#include "rule/compile.h"
#include "rule/parse.h"

/* A list value is shown as its words with commas between. */
static const char *
value_text (BelArena *arena, const BelAstValue *value)
{
  if (value->words.n == 1 && !value->negative)
    return value->words.items[0].text;
  g_autoptr (GString) text = g_string_new (value->negative ? "-" : NULL);
  for (uint32_t i = 0; i < value->words.n; i++) {
    if (i)
      g_string_append (text, ", ");
    g_string_append_len (text, value->words.items[i].text, value->words.items[i].n);
  }
  return bel_arena_strndup (arena, text->str, text->len);
}

static BelRuleTest
emit_test (BelArena *arena, const BelAstTest *from)
{
  BelRuleTest to = {
    .kind = from->kind, .span = from->span, .line1 = from->line1, .n_texts = from->texts.n, .n_expects = from->expects.n
  };
  const char **texts = bel_arena_new_array (arena, const char *, from->texts.n);
  for (uint32_t i = 0; i < from->texts.n; i++)
    texts[i] = from->texts.items[i].text;
  BelRuleExpect *expects = bel_arena_new_array (arena, BelRuleExpect, from->expects.n);
  for (uint32_t i = 0; i < from->expects.n; i++) {
    expects[i].name = from->expects.items[i].name.text;
    expects[i].value = value_text (arena, &from->expects.items[i].value);
  }
  to.texts = texts;
  to.expects = expects;
  return to;
}

static BelRuleTests
emit_tests (BelArena *arena, const BelAstBlock *block)
{
  BelAstTests from = bel_parse_skipped (block, arena);
  BelRuleTest *tests = bel_arena_new_array (arena, BelRuleTest, from.n);
  for (uint32_t i = 0; i < from.n; i++)
    tests[i] = emit_test (arena, &from.items[i]);
  return (BelRuleTests){ tests, from.n, true };
}

const BelRuleTest *
bel_program_rule_tests (const BelProgram *program, const BelRuleInfo *info, uint32_t *out_n)
{
  BelProgram *own = (BelProgram *) program; /* what is remembered changes nothing that can be seen */
  uint32_t index = (uint32_t) (info - program->infos.items);
  g_mutex_lock (&own->tests_lock);
  if (!own->tests)
    own->tests = bel_arena_new_array (own->parsed, BelRuleTests, own->infos.n);
  if (!own->tests[index].known)
    own->tests[index] = emit_tests (own->parsed, own->blocks[index]);
  BelRuleTests tests = own->tests[index];
  g_mutex_unlock (&own->tests_lock);
  *out_n = tests.n;
  return tests.items;
}

void
bel_emit_infos (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  program->blocks = compiler->blocks.items;
  bel_vec_reserve (program->arena, &program->infos, compiler->blocks.n);
  for (uint32_t i = 0; i < compiler->blocks.n; i++) {
    const BelAstBlock *block = compiler->blocks.items[i];
    BelRuleInfo info = {
      .kind = block->kind,
      .name = block->name.text,
      .doc = block->doc.text,
      .file = block->file->name,
      .span = block->span,
      .line1 = block->line1,
    };
    bel_vec_push (program->arena, &program->infos, info);
  }
}
