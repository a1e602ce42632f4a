/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What blocks say about themselves: names, docs, tests. */
#include "rule/compile.h"

#include "base/linemap.h"

#include <string.h>

static const char *
copy (BelCompiler *compiler, BelAstWord word)
{
  return word.text ? bel_arena_strndup (compiler->program->arena, word.text, word.n) : NULL;
}

/* A list value is shown as its words with commas between. */
static const char *
value_text (BelCompiler *compiler, const BelAstValue *value)
{
  g_autoptr (GString) text = g_string_new (value->negative ? "-" : NULL);
  for (uint32_t i = 0; i < value->words.n; i++) {
    if (i)
      g_string_append (text, ", ");
    g_string_append_len (text, value->words.items[i].text, value->words.items[i].n);
  }
  return bel_arena_strndup (compiler->program->arena, text->str, text->len);
}

static BelRuleTest
emit_test (BelCompiler *compiler, const BelAstTest *from, const BelLineMap *lines)
{
  BelArena *arena = compiler->program->arena;
  BelRuleTest to = { .kind = from->kind, .span = from->span, .n_texts = from->texts.n, .n_expects = from->expects.n };
  const char **texts = bel_arena_new_array (arena, const char *, from->texts.n);
  for (uint32_t i = 0; i < from->texts.n; i++)
    texts[i] = copy (compiler, from->texts.items[i]);
  BelRuleExpect *expects = bel_arena_new_array (arena, BelRuleExpect, from->expects.n);
  for (uint32_t i = 0; i < from->expects.n; i++) {
    expects[i].name = copy (compiler, from->expects.items[i].name);
    expects[i].value = value_text (compiler, &from->expects.items[i].value);
  }
  to.texts = texts;
  to.expects = expects;
  to.line1 = bel_linemap_position (lines, from->span.start).line1;
  return to;
}

/* Blocks of one file share its line map; @files and @maps remember the last. */
static const BelLineMap *
lines_of (BelCompiler *compiler, const BelAstFile *file, GHashTable *maps)
{
  BelLineMap *map = g_hash_table_lookup (maps, file);
  if (!map) {
    map = bel_linemap_new (compiler->arena, file->source, file->n_source);
    g_hash_table_insert (maps, (gpointer) file, map);
  }
  return map;
}

void
bel_emit_infos (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  g_autoptr (GHashTable) maps = g_hash_table_new (NULL, NULL);
  for (uint32_t i = 0; i < compiler->blocks.n; i++) {
    const BelAstBlock *block = compiler->blocks.items[i];
    const BelLineMap *lines = lines_of (compiler, block->file, maps);
    BelRuleTest *tests = bel_arena_new_array (program->arena, BelRuleTest, block->tests.n);
    for (uint32_t j = 0; j < block->tests.n; j++)
      tests[j] = emit_test (compiler, &block->tests.items[j], lines);
    BelRuleInfo info = {
      .kind = block->kind,
      .name = copy (compiler, block->name),
      .doc = copy (compiler, block->doc),
      .file = bel_arena_strdup (program->arena, block->file->name),
      .span = block->span,
      .line1 = bel_linemap_position (lines, block->span.start).line1,
      .tests = tests,
      .n_tests = block->tests.n,
    };
    bel_vec_push (program->arena, &program->infos, info);
  }
}
