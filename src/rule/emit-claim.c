/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Claim rules into the program: one piece of code for each node a match may start from, the classes of tokens
 * to start at, the yields. */
#include "rule/code.h"
#include "rule/graph.h"

#include <string.h>

/* More starts than this are not worth their code. */
#define MAX_PLANS 4u

typedef struct {
  BelCompiler *compiler;
  const BelAstBlock *block;
  const BelGraph *graph;
  uint32_t *conds[32]; /* of each node: where its conditions begin in the code */
} Emit;

static void
push (const Emit *emit, uint32_t word)
{
  bel_vec_push (emit->compiler->program->arena, &emit->compiler->program->code, word);
}

static uint32_t
here (const Emit *emit)
{
  return emit->compiler->program->code.n;
}

static void
push_labels (const Emit *emit, uint64_t labels)
{
  push (emit, (uint32_t) labels);
  push (emit, (uint32_t) (labels >> 32));
}

/* Conditions are emitted once, before the plans that share them. */
static void
emit_conds (Emit *emit)
{
  for (uint32_t i = 0; i < emit->graph->nodes.n; i++) {
    const BelGraphNode *node = &emit->graph->nodes.items[i];
    emit->conds[i] = bel_arena_new_array (emit->compiler->arena, uint32_t, node->conds.n);
    for (uint32_t j = 0; j < node->conds.n; j++)
      emit->conds[i][j] = bel_emit_cond (emit->compiler, emit->block, node->conds.items[j]);
  }
}

static void
emit_is (const Emit *emit, uint32_t node)
{
  for (uint32_t j = 0; j < emit->graph->nodes.items[node].conds.n; j++) {
    push (emit, BEL_OP_IS);
    push (emit, node);
    push (emit, emit->conds[node][j]);
  }
}

static void
emit_bind (const Emit *emit, uint32_t node, uint32_t edge, uint32_t known, bool distinct)
{
  const BelGraphEdge *e = &emit->graph->edges.items[edge];
  bool down = e->dep == node, deep = e->kind == BEL_EDGE_BELOW;
  push (emit, down ? (deep ? BEL_OP_BELOW : BEL_OP_CHILD) : (deep ? BEL_OP_ABOVE : BEL_OP_HEAD));
  push (emit, node);
  push (emit, down ? e->head : e->dep);
  push_labels (emit, e->labels);
  if (distinct && known) {
    push (emit, BEL_OP_DIFFERS);
    push (emit, node);
    push (emit, known);
  }
  emit_is (emit, node);
}

static void
emit_check (const Emit *emit, uint32_t edge)
{
  static const BelOp OPS[] = {
    [BEL_EDGE_CHILD] = BEL_OP_IS_CHILD,
    [BEL_EDGE_BELOW] = BEL_OP_IS_BELOW,
    [BEL_EDGE_BEFORE] = BEL_OP_IS_BEFORE,
    [BEL_EDGE_NEXT] = BEL_OP_IS_NEXT,
  };
  const BelGraphEdge *e = &emit->graph->edges.items[edge];
  push (emit, OPS[e->kind]);
  push (emit, e->head);
  push (emit, e->dep);
  if (e->kind <= BEL_EDGE_BELOW)
    push_labels (emit, e->labels);
}

/* unless X; steps of the scope; accept; X: */
static void
emit_not (const Emit *emit, uint32_t scope)
{
  BelPlan plan = { 0 };
  bel_plan_scope (emit->graph, scope, emit->compiler->arena, &plan);
  uint32_t start = here (emit);
  push (emit, BEL_OP_UNLESS);
  push (emit, 0);
  for (uint32_t i = 0; i < plan.n; i++) {
    const BelStep *step = &plan.items[i];
    if (step->kind == BEL_STEP_BIND)
      emit_bind (emit, step->node, step->edge, 0, false);
    else
      emit_check (emit, step->edge);
  }
  push (emit, BEL_OP_ACCEPT);
  emit->compiler->program->code.items[start + 1] = here (emit) - start;
}

/* optional reg X Y; bind; accept; X: bind; Y: */
static void
emit_optional (const Emit *emit, const BelStep *step, uint32_t known)
{
  uint32_t start = here (emit);
  push (emit, BEL_OP_OPTIONAL);
  push (emit, step->node);
  push (emit, 0);
  push (emit, 0);
  emit_bind (emit, step->node, step->edge, known, true);
  push (emit, BEL_OP_ACCEPT);
  emit->compiler->program->code.items[start + 2] = here (emit) - start;
  emit_bind (emit, step->node, step->edge, known, true);
  emit->compiler->program->code.items[start + 3] = here (emit) - start;
}

static uint32_t
emit_plan (const Emit *emit, uint32_t anchor)
{
  BelPlan plan = { 0 };
  bel_plan_make (emit->graph, anchor, emit->compiler->arena, &plan);
  uint32_t start = here (emit), known = 1u << anchor;
  emit_is (emit, anchor);
  for (uint32_t i = 0; i < plan.n; i++) {
    const BelStep *step = &plan.items[i];
    if (step->kind == BEL_STEP_BIND)
      emit_bind (emit, step->node, step->edge, known, true);
    else if (step->kind == BEL_STEP_CHECK)
      emit_check (emit, step->edge);
    else if (step->kind == BEL_STEP_NOT)
      emit_not (emit, step->scope);
    else
      emit_optional (emit, step, known);
    if (step->node != BEL_NONE)
      known |= 1u << step->node;
  }
  push (emit, BEL_OP_ACCEPT);
  return start;
}

/* -- where to start --------------------------------------------------------------------------------- */

static uint32_t
add_class (const Emit *emit, uint64_t labels)
{
  BelProgram *program = emit->compiler->program;
  for (uint32_t i = 0; labels && i < program->anchors.n; i++)
    if (program->anchors.items[i].labels == labels)
      return i;
  bel_vec_push (program->arena, &program->anchors, (BelAnchorClass){ labels });
  return program->anchors.n - 1;
}

static uint32_t
lexicon_class (const Emit *emit, const BelAstCond *test)
{
  uint32_t *slot
      = &emit->compiler->program->lexicon_anchor[bel_program_lexicon (emit->compiler->program, test->lexicon.text)->id];
  if (*slot == BEL_NONE)
    *slot = add_class (emit, 0);
  return *slot;
}

static uint32_t
symbols_class (const Emit *emit, const BelAstCond *test, BelPostingList *list)
{
  BelProgram *program = emit->compiler->program;
  uint32_t class = add_class (emit, 0);
  for (uint32_t i = 0; i < test->values.n; i++) {
    BelSym *part = bel_arena_new_struct (program->arena, BelSym);
    *part = bel_symbols_intern (program->symbols, test->values.items[i].text, test->values.items[i].n);
    bel_vec_push (emit->compiler->arena, list, (BelPosting){ .owner = class, .phrase = { part, 1 } });
  }
  return class;
}

static uint32_t
anchor_class (const Emit *emit, const BelAnchor *anchor, BelPostingList *list)
{
  switch (anchor->kind) {
  case BEL_ANCHOR_LEXICON:
    return lexicon_class (emit, anchor->test);
  case BEL_ANCHOR_SYMBOLS:
    return symbols_class (emit, anchor->test, list);
  default:
    return add_class (emit, anchor->labels);
  }
}

static void
emit_plans (const Emit *emit, BelClaimCode *out, BelPostingList *list)
{
  BelAnchor anchors[MAX_PLANS];
  uint32_t n = bel_plan_anchors (emit->graph, anchors, MAX_PLANS);
  BelRulePlan *plans = bel_arena_new_array (emit->compiler->program->arena, BelRulePlan, n);
  for (uint32_t i = 0; i < n; i++)
    plans[i]
        = (BelRulePlan){ anchor_class (emit, &anchors[i], list), anchors[i].node, emit_plan (emit, anchors[i].node) };
  out->plans = plans;
  out->n_plans = n;
}

/* -- nodes and yields --------------------------------------------------------------------------------- */

static void
emit_nodes (const Emit *emit, BelClaimCode *out)
{
  BelArena *arena = emit->compiler->program->arena;
  const BelGraph *graph = emit->graph;
  const char **names = bel_arena_new_array (arena, const char *, graph->nodes.n);
  uint32_t *regs = bel_arena_new_array (arena, uint32_t, graph->nodes.n);
  for (uint32_t i = 0; i < graph->nodes.n; i++) {
    if (!graph->nodes.items[i].name || graph->nodes.items[i].scope)
      continue;
    names[out->n_nodes] = bel_arena_strdup (arena, graph->nodes.items[i].name);
    regs[out->n_nodes++] = i;
  }
  out->nodes = names;
  out->regs = regs;
  out->n_regs = graph->nodes.n;
}

static BelYieldCode
emit_yield (const Emit *emit, const BelAstYield *yield)
{
  BelArena *arena = emit->compiler->program->arena;
  BelYieldCode out = { .name = bel_arena_strdup (arena, yield->name.text), .reg = BEL_NONE, .field = -1 };
  if (yield->part.text && bel_part_parse (yield->part.text) >= 0) {
    out.kind = BEL_YIELD_NODE;
    out.part = (BelPart) bel_part_parse (yield->part.text);
  } else if (yield->part.text) {
    out.kind = BEL_YIELD_FIELD;
    const BelAstCond *test = bel_yield_lexicon (emit->compiler, emit->graph, yield);
    out.lexicon = bel_program_lexicon (emit->compiler->program, test->lexicon.text);
    out.field = bel_lexicon_field (out.lexicon, yield->part.text);
  } else if (yield->value.kind == BEL_TOK_NUMBER) {
    out.kind = BEL_YIELD_NUMBER;
    out.number = g_ascii_strtod (yield->value.text, NULL);
  } else {
    out.kind = BEL_YIELD_WORD;
    out.text = bel_arena_strdup (arena, yield->value.text);
  }
  if (yield->part.text)
    out.reg = bel_graph_find (emit->graph, yield->value.text);
  return out;
}

static void
emit_rule (BelCompiler *compiler, const BelAstBlock *block, BelClaimCode *out, BelPostingList *list)
{
  Emit emit = { .compiler = compiler, .block = block, .graph = block->claim.graph };
  BelArena *arena = compiler->program->arena;
  out->name = bel_arena_strdup (arena, block->name.text);
  emit_conds (&emit);
  emit_plans (&emit, out, list);
  emit_nodes (&emit, out);
  BelYieldCode *yields = bel_arena_new_array (arena, BelYieldCode, block->claim.yields.n);
  for (uint32_t i = 0; i < block->claim.yields.n; i++)
    yields[i] = emit_yield (&emit, &block->claim.yields.items[i]);
  out->yields = yields;
  out->n_yields = block->claim.yields.n;
}

void
bel_emit_claims (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  uint32_t first = compiler->first[BEL_RULE_CLAIM], n = compiler->first[BEL_RULE_CLAIM + 1] - first;
  program->claims = bel_arena_new_array (program->arena, BelClaimCode, n);
  program->n_claims = n;
  program->lexicon_anchor = bel_arena_new_array (program->arena, uint32_t, program->n_lexicons);
  for (uint32_t i = 0; i < program->n_lexicons; i++)
    program->lexicon_anchor[i] = BEL_NONE;
  BelPostingList list = { 0 };
  for (uint32_t i = 0; i < n; i++)
    emit_rule (compiler, compiler->blocks.items[first + i], &program->claims[i], &list);
  bel_postings_build (&program->anchor_postings, program->arena, bel_symbols_count (program->symbols), &list);
}
