/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Claim rules: the pattern's graph, and that what is yielded is there to be yielded. */
#include "base/limits.h"
#include "rule/graph.h"

#include <string.h>

static const char *const PARTS[] = {
  [BEL_PART_HEAD] = "head",
  [BEL_PART_PHRASE] = "phrase",
  [BEL_PART_CLAUSE] = "clause",
  [BEL_PART_SPAN] = "span",
};

int
bel_part_parse (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (strcmp (PARTS[i], name) == 0)
      return (int) i;
  return -1;
}

/* The lexicon test that @cond cannot hold without, with a field of that name; through & only. */
static const BelAstCond *
sure_lexicon (const BelCompiler *compiler, const BelAstCond *cond, const char *field)
{
  if (cond->kind == BEL_AST_AND) {
    const BelAstCond *left = sure_lexicon (compiler, cond->left, field);
    return left ? left : sure_lexicon (compiler, cond->right, field);
  }
  if (cond->kind != BEL_AST_TEST || cond->negated || !cond->lexicon.text)
    return NULL;
  const BelAstBlock *lexicon = bel_compile_find (compiler, BEL_RULE_LEXICON, cond->lexicon.text);
  for (uint32_t i = 0; lexicon && i < lexicon->lexicon.fields.n; i++)
    if (strcmp (lexicon->lexicon.fields.items[i].name.text, field) == 0)
      return cond;
  return NULL;
}

const BelAstCond *
bel_yield_lexicon (const BelCompiler *compiler, const BelGraph *graph, const BelAstYield *yield)
{
  uint32_t index = bel_graph_find (graph, yield->value.text);
  if (index == BEL_NONE)
    return NULL;
  const BelGraphNode *node = &graph->nodes.items[index];
  for (uint32_t i = 0; i < node->conds.n; i++) {
    const BelAstCond *test = sure_lexicon (compiler, node->conds.items[i], yield->part.text);
    if (test)
      return test;
  }
  return NULL;
}

static void
check_node_yield (BelCompiler *compiler, const BelAstBlock *block, const BelGraph *graph, const BelAstYield *yield)
{
  if (bel_graph_find (graph, yield->value.text) == BEL_NONE) {
    g_autofree const char **names = g_new0 (const char *, graph->nodes.n + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < graph->nodes.n; i++)
      if (graph->nodes.items[i].name && graph->nodes.items[i].scope == 0)
        names[n++] = graph->nodes.items[i].name;
    g_autofree char *hint = bel_did_you_mean (yield->value.text, names);
    bel_compile_error (compiler, block, yield->value.span, "rule.unknown-name", "the pattern has no node '%s'%s",
                       yield->value.text, hint);
  } else if (bel_part_parse (yield->part.text) < 0 && !bel_yield_lexicon (compiler, graph, yield)) {
    g_autofree char *hint
        = bel_did_you_mean (yield->part.text, (const char *const[]){ "head", "phrase", "clause", "span", NULL });
    bel_compile_error (
        compiler, block, yield->part.span, "rule.unknown-field",
        "'%s' is no part of a node (head, phrase, clause, span), nor a field of a lexicon that '%s' must "
        "be in%s",
        yield->part.text, yield->value.text, hint);
  }
}

static void
check_yield (BelCompiler *compiler, const BelAstBlock *block, const BelGraph *graph, uint32_t index)
{
  const BelAstYield *yield = &block->claim.yields.items[index];
  double number;
  for (uint32_t i = 0; i < index; i++)
    if (strcmp (block->claim.yields.items[i].name.text, yield->name.text) == 0)
      bel_compile_error (compiler, block, yield->name.span, "rule.duplicate", "'%s' is yielded twice",
                         yield->name.text);
  if (yield->part.text)
    check_node_yield (compiler, block, graph, yield);
  else if (yield->value.kind == BEL_TOK_NUMBER)
    bel_compile_number (compiler, block, yield->value, false, &number);
  else if (yield->value.kind == BEL_TOK_NAME && bel_graph_find (graph, yield->value.text) != BEL_NONE)
    bel_compile_error (compiler, block, yield->value.span, "rule.type", "say which part of '%s': %s.phrase, .clause, …",
                       yield->value.text, yield->value.text);
}

/* A test can only expect what the rule yields. */
static void
check_expectations (BelCompiler *compiler, const BelAstBlock *block)
{
  const BelAstClaim *claim = &block->claim;
  g_autofree const char **names = g_new0 (const char *, claim->yields.n + 1);
  for (uint32_t i = 0; i < claim->yields.n; i++)
    names[i] = claim->yields.items[i].name.text;
  for (uint32_t i = 0; i < block->tests.n; i++)
    for (uint32_t j = 0; j < block->tests.items[i].expects.n; j++) {
      BelAstWord name = block->tests.items[i].expects.items[j].name;
      if (g_strv_contains (names, name.text))
        continue;
      g_autofree char *hint = bel_did_you_mean (name.text, names);
      bel_compile_error (compiler, block, name.span, "rule.unknown-name", "the rule yields no '%s'%s", name.text, hint);
    }
}

void
bel_check_claim (BelCompiler *compiler, BelAstBlock *block)
{
  BelAstClaim *claim = &block->claim;
  claim->graph = bel_graph_build (compiler, block);
  if (claim->graph->nodes.n == 0 && !block->broken)
    bel_compile_error (compiler, block, block->name.span, "rule.no-match", "the claim '%s' has no match { … }",
                       block->name.text);
  if (claim->yields.n == 0 && !block->broken)
    bel_compile_error (compiler, block, block->name.span, "rule.no-yield", "the claim '%s' yields nothing: yield { … }",
                       block->name.text);
  if (claim->yields.n > BEL_LIMIT_RULE_YIELDS)
    bel_compile_error (compiler, block, block->name.span, "rule.too-many-yields",
                       "a claim rule yields at most %u values", BEL_LIMIT_RULE_YIELDS);
  for (uint32_t i = 0; i < claim->yields.n; i++)
    check_yield (compiler, block, claim->graph, i);
  check_expectations (compiler, block);
}
