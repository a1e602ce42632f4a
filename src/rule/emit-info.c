/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What blocks say about themselves: names, docs, tests; their strings stay where the parser made them. */
#include "rule/compile.h"

/* A list value is shown as its words with commas between. */
static const char *
value_text (BelCompiler *compiler, const BelAstValue *value)
{
  if (value->words.n == 1 && !value->negative)
    return value->words.items[0].text;
  g_autoptr (GString) text = g_string_new (value->negative ? "-" : NULL);
  for (uint32_t i = 0; i < value->words.n; i++) {
    if (i)
      g_string_append (text, ", ");
    g_string_append_len (text, value->words.items[i].text, value->words.items[i].n);
  }
  return bel_arena_strndup (compiler->program->arena, text->str, text->len);
}

static BelRuleTest
emit_test (BelCompiler *compiler, const BelAstTest *from)
{
  BelArena *arena = compiler->program->arena;
  BelRuleTest to = {
    .kind = from->kind, .span = from->span, .line1 = from->line1, .n_texts = from->texts.n, .n_expects = from->expects.n
  };
  const char **texts = bel_arena_new_array (arena, const char *, from->texts.n);
  for (uint32_t i = 0; i < from->texts.n; i++)
    texts[i] = from->texts.items[i].text;
  BelRuleExpect *expects = bel_arena_new_array (arena, BelRuleExpect, from->expects.n);
  for (uint32_t i = 0; i < from->expects.n; i++) {
    expects[i].name = from->expects.items[i].name.text;
    expects[i].value = value_text (compiler, &from->expects.items[i].value);
  }
  to.texts = texts;
  to.expects = expects;
  return to;
}

void
bel_emit_infos (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  bel_vec_reserve (program->arena, &program->infos, compiler->blocks.n);
  for (uint32_t i = 0; i < compiler->blocks.n; i++) {
    const BelAstBlock *block = compiler->blocks.items[i];
    BelRuleTest *tests = bel_arena_new_array (program->arena, BelRuleTest, block->tests.n);
    for (uint32_t j = 0; j < block->tests.n; j++)
      tests[j] = emit_test (compiler, &block->tests.items[j]);
    BelRuleInfo info = {
      .kind = block->kind,
      .name = block->name.text,
      .doc = block->doc.text,
      .file = block->file->name,
      .span = block->span,
      .line1 = block->line1,
      .tests = tests,
      .n_tests = block->tests.n,
    };
    bel_vec_push (program->arena, &program->infos, info);
  }
}
