/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What blocks say about themselves: names, docs, tests; their strings stay where the parser made them. */
#include "base/file.h"
#include "base/limits.h"
#include "rule/compile.h"
#include "rule/parse.h"

#include <string.h>

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

/* -- the blocks of a compiled program, read again ------------------------------------------------------ */

static uint32_t
info_index (const BelProgram *program, BelRuleKind kind, const char *name)
{
  uint32_t i = 0;
  while (i < program->infos.n
         && (program->infos.items[i].kind != kind || strcmp (program->infos.items[i].name, name) != 0))
    i++;
  return i;
}

/* Parses the file at @path once more, for its blocks. What has changed since the program was made is not known by it. */
static void
read_blocks (BelProgram *own, const char *path)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  GBytes *bytes = bel_file_read (path, NULL);
  if (!bytes || g_bytes_get_size (bytes) > BEL_LIMIT_RULE_FILE_BYTES) {
    g_clear_pointer (&bytes, g_bytes_unref);
    return;
  }
  g_ptr_array_add (own->sources, bytes);
  BelAstFile *file = bel_arena_new_struct (own->parsed, BelAstFile);
  *file = (BelAstFile){ path, g_bytes_get_data (bytes, NULL), (uint32_t) g_bytes_get_size (bytes) };
  BelAstBlocks blocks = { 0 };
  bel_parse_file (file, own->parsed, diags, &blocks);
  for (uint32_t i = 0; i < blocks.n; i++) {
    uint32_t index = info_index (own, blocks.items[i]->kind, blocks.items[i]->name.text);
    if (index < own->infos.n)
      own->blocks[index] = blocks.items[i];
  }
}

static BelRuleTests
find_tests (BelProgram *own, uint32_t index)
{
  if (!own->blocks)
    own->blocks = bel_arena_new_array (own->parsed, BelAstBlock *, own->infos.n);
  if (!own->blocks[index])
    read_blocks (own, own->infos.items[index].file);
  return own->blocks[index] ? emit_tests (own->parsed, own->blocks[index]) : (BelRuleTests){ .known = true };
}

/* ------------------------------------------------------------------------------------------------------ */

const BelRuleTest *
bel_program_rule_tests (const BelProgram *program, const BelRuleInfo *info, uint32_t *out_n)
{
  BelProgram *own = (BelProgram *) program; /* what is remembered changes nothing that can be seen */
  uint32_t index = (uint32_t) (info - program->infos.items);
  g_mutex_lock (&own->tests_lock);
  if (!own->tests)
    own->tests = bel_arena_new_array (own->parsed, BelRuleTests, own->infos.n);
  if (!own->tests[index].known)
    own->tests[index] = find_tests (own, index);
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
