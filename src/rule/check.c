/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Third pass: what every block must have, and that no name is taken twice. The kinds have a file each. */
#include "rule/compile.h"

#include <string.h>

void
bel_compile_error (BelCompiler *compiler, const BelAstBlock *block, BelSpan span, const char *code, const char *format,
                   ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  const BelAstFile *file = block->file;
  bel_diags_add (compiler->diags, BEL_SEVERITY_ERROR, code, file->name, file->source, file->n_source, span, "%s",
                 message);
}

/* By kind, then name; of one name, the first file first: the second is the duplicate. */
static int
order_blocks (const void *pa, const void *pb)
{
  const BelAstBlock *a = *(BelAstBlock *const *) pa, *b = *(BelAstBlock *const *) pb;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  if (a->prefix != b->prefix)
    return a->prefix < b->prefix ? -1 : 1;
  int order = strcmp (a->name.text, b->name.text);
  if (order == 0)
    order = strcmp (a->file->name, b->file->name);
  return order ? order : (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

uint32_t
bel_compile_find_index (const BelCompiler *compiler, BelRuleKind kind, const char *name)
{
  uint32_t low = compiler->first[kind], high = compiler->first[kind + 1];
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = strcmp (compiler->blocks.items[middle]->name.text, name);
    if (order == 0)
      return middle - compiler->first[kind];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return BEL_NONE;
}

BelAstBlock *
bel_compile_find (const BelCompiler *compiler, BelRuleKind kind, const char *name)
{
  uint32_t index = bel_compile_find_index (compiler, kind, name);
  return index == BEL_NONE ? NULL : compiler->blocks.items[compiler->first[kind] + index];
}

static void
check_duplicate (BelCompiler *compiler, const BelAstBlock *block, const BelAstBlock *before)
{
  if (!before || before->kind != block->kind || strcmp (before->name.text, block->name.text) != 0)
    return;
  bel_compile_error (compiler, block, block->name.span, "rule.duplicate", "the %s '%s' is already defined in %s",
                     bel_rule_kind_name (block->kind), block->name.text, before->file->name);
}

/* Which tests a kind of block needs: one that hits, one that nearly does. */
static const struct {
  BelRuleTestKind hit, miss;
  const char *hit_text, *miss_text;
} NEEDS[BEL_N_RULE_KINDS] = {
  [BEL_RULE_LEXICON] = { BEL_TEST_HAS, BEL_TEST_LACKS, "has \"…\"", "lacks \"…\"" },
  [BEL_RULE_PREDICATE] = { BEL_TEST_SAME, BEL_TEST_DIFFER, "same \"…\" \"…\"", "differ \"…\" \"…\"" },
  [BEL_RULE_CLAIM] = { BEL_TEST_YIELDS, BEL_TEST_NONE, "\"…\" => { … }", "\"…\" => none" },
  [BEL_RULE_CONFLICT] = { BEL_TEST_CONFLICT, BEL_TEST_CLEAN, "conflict { … }", "clean { … }" },
};

static bool
has_test (const BelAstBlock *block, BelRuleTestKind kind)
{
  if (block->skipped.there && (kind == NEEDS[block->kind].hit ? block->skipped.hit : block->skipped.miss))
    return true;
  for (uint32_t i = 0; i < block->tests.n; i++)
    if (block->tests.items[i].kind == kind)
      return true;
  return false;
}

/* Without an explanation, a hit and a near-miss a block doesn't load. */
static void
check_documented (BelCompiler *compiler, const BelAstBlock *block)
{
  const char *kind = bel_rule_kind_name (block->kind), *name = block->name.text;
  if (block->broken)
    return;
  if (!block->doc.text || block->doc.n == 0)
    bel_compile_error (compiler, block, block->name.span, "rule.no-doc", "the %s '%s' has no doc \"…\";", kind, name);
  if (!has_test (block, NEEDS[block->kind].hit))
    bel_compile_error (compiler, block, block->name.span, "rule.no-test",
                       "the %s '%s' has no test that hits: test { %s; }", kind, name, NEEDS[block->kind].hit_text);
  if (!has_test (block, NEEDS[block->kind].miss))
    bel_compile_error (compiler, block, block->name.span, "rule.no-test",
                       "the %s '%s' has no near-miss among its tests: test { %s; }", kind, name,
                       NEEDS[block->kind].miss_text);
}

static void
index_kinds (BelCompiler *compiler)
{
  uint32_t n_of_kind[BEL_N_RULE_KINDS] = { 0 };
  for (uint32_t i = 0; i < compiler->blocks.n; i++)
    compiler->blocks.items[i]->index = n_of_kind[compiler->blocks.items[i]->kind]++;
  for (uint32_t k = 0; k < BEL_N_RULE_KINDS; k++)
    compiler->first[k + 1] = compiler->first[k] + n_of_kind[k];
}

void
bel_check_blocks (BelCompiler *compiler)
{
  static void (*const CHECKS[BEL_N_RULE_KINDS]) (BelCompiler *, BelAstBlock *) = {
    [BEL_RULE_LEXICON] = bel_check_lexicon,
    [BEL_RULE_PREDICATE] = bel_check_predicate,
    [BEL_RULE_CLAIM] = bel_check_claim,
    [BEL_RULE_CONFLICT] = bel_check_conflict,
  };
  if (compiler->blocks.n)
    qsort (compiler->blocks.items, compiler->blocks.n, sizeof (BelAstBlock *), order_blocks);
  index_kinds (compiler);
  bel_check_find_targets (compiler);
  for (uint32_t i = 0; i < compiler->blocks.n; i++) {
    BelAstBlock *block = compiler->blocks.items[i];
    check_duplicate (compiler, block, i ? compiler->blocks.items[i - 1] : NULL);
    check_documented (compiler, block);
    if (CHECKS[block->kind])
      CHECKS[block->kind](compiler, block);
  }
}
