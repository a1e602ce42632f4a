/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Statements into nodes and edges. "V >nsubj S" and "S <nsubj V" are the same edge. */
#include "rule/graph.h"

#include "base/limits.h"

#include <string.h>

typedef struct {
  BelCompiler *compiler;
  const BelAstBlock *block;
  BelGraph *graph;
  bool overflow;
} Builder;

static uint32_t
find_in_scope (const BelGraph *graph, const char *name, uint32_t scope)
{
  for (uint32_t i = 0; i < graph->nodes.n; i++)
    if (graph->nodes.items[i].scope == scope && graph->nodes.items[i].name
        && strcmp (graph->nodes.items[i].name, name) == 0)
      return i;
  return BEL_NONE;
}

uint32_t
bel_graph_find (const BelGraph *graph, const char *name)
{
  return find_in_scope (graph, name, 0);
}

static uint32_t
add_node (Builder *builder, const BelAstNode *node, uint32_t scope, BelSpan place)
{
  BelGraph *graph = builder->graph;
  if (graph->nodes.n == BEL_LIMIT_RULE_NODES) {
    if (!builder->overflow)
      bel_compile_error (builder->compiler, builder->block, place, "rule.too-many-nodes",
                         "a pattern has at most %u nodes", BEL_LIMIT_RULE_NODES);
    builder->overflow = true;
    return 0;
  }
  BelGraphNode *out = bel_vec_add (builder->compiler->arena, &graph->nodes);
  out->name = node->name.text;
  out->scope = scope;
  out->span = node->name.text ? node->name.span : place;
  return graph->nodes.n - 1;
}

/* The node of that name, made when new; conditions are added to what it has. Under "not" a name of the pattern
 * itself means that node. */
static uint32_t
get_node (Builder *builder, const BelAstNode *node, uint32_t scope, BelSpan place)
{
  uint32_t index = BEL_NONE;
  if (node->name.text)
    index = find_in_scope (builder->graph, node->name.text, 0);
  if (index == BEL_NONE && node->name.text && scope)
    index = find_in_scope (builder->graph, node->name.text, scope);
  bool known = index != BEL_NONE;
  if (!known)
    index = add_node (builder, node, scope, place);
  BelGraphNode *out = &builder->graph->nodes.items[index];
  if (!node->cond)
    return index;
  if (known && scope && out->scope == 0)
    bel_compile_error (builder->compiler, builder->block, node->cond->span, "rule.pattern-node",
                       "'%s' is a node of the pattern itself: say its conditions there, not under 'not'", out->name);
  bel_check_cond (builder->compiler, builder->block, node->cond);
  bel_vec_push (builder->compiler->arena, &out->conds, node->cond);
  return index;
}

static uint64_t
label_mask (Builder *builder, const BelAstArc *arc)
{
  uint64_t all = 0, mask;
  for (uint32_t i = 0; i < arc->labels.n; i++) {
    BelAstWord label = arc->labels.items[i];
    if (bel_attribute_value (BEL_ATTRIBUTE_DEP, label.text, &mask)) {
      all |= mask;
      continue;
    }
    const char *names[BEL_N_DEPS + 1] = { NULL };
    for (BelDep d = 0; d < BEL_N_DEPS; d++)
      names[d] = bel_dep_name (d);
    g_autofree char *hint = bel_did_you_mean (label.text, names);
    bel_compile_error (builder->compiler, builder->block, label.span, "rule.unknown-label",
                       "'%s' is not a relation of Universal Dependencies%s", label.text, hint);
  }
  return arc->labels.n ? all : UINT64_MAX;
}

static void
add_edge (Builder *builder, const BelAstArc *arc, uint32_t from, uint32_t to, uint32_t scope)
{
  static const struct {
    BelEdgeKind kind;
    bool turned;
  } KINDS[] = {
    [BEL_ARC_CHILD] = { BEL_EDGE_CHILD, false },   [BEL_ARC_HEAD] = { BEL_EDGE_CHILD, true },
    [BEL_ARC_BELOW] = { BEL_EDGE_BELOW, false },   [BEL_ARC_ABOVE] = { BEL_EDGE_BELOW, true },
    [BEL_ARC_BEFORE] = { BEL_EDGE_BEFORE, false }, [BEL_ARC_NEXT] = { BEL_EDGE_NEXT, false },
  };
  bool turned = KINDS[arc->kind].turned;
  BelGraphEdge edge = { KINDS[arc->kind].kind, turned ? to : from, turned ? from : to, label_mask (builder, arc), scope,
                        arc->optional };
  bel_vec_push (builder->compiler->arena, &builder->graph->edges, edge);
}

static void
check_optional (Builder *builder, const BelAstPattern *pattern, uint32_t i, uint32_t node, uint32_t n_before)
{
  const BelAstArc *arc = &pattern->arcs.items[i];
  if (!arc->optional)
    return;
  if (pattern->negated || i + 1 < pattern->arcs.n || !arc->to.name.text || node < n_before
      || arc->kind >= BEL_ARC_BEFORE)
    bel_compile_error (builder->compiler, builder->block, pattern->span, "rule.optional",
                       "an optional arc ends its statement in a new named node, outside of 'not'");
  builder->graph->nodes.items[node].optional = true;
}

/* Nothing may hang on a node that may not be there. */
static void
check_not_optional (Builder *builder, uint32_t node, BelSpan span)
{
  const BelGraphNode *n = &builder->graph->nodes.items[node];
  if (n->optional)
    bel_compile_error (builder->compiler, builder->block, span, "rule.optional",
                       "'%s' is optional: no other statement can lean on it", n->name);
}

static void
add_pattern (Builder *builder, const BelAstPattern *pattern, uint32_t scope)
{
  uint32_t from = get_node (builder, &pattern->node, scope, pattern->span);
  check_not_optional (builder, from, pattern->span);
  for (uint32_t i = 0; i < pattern->arcs.n && !builder->overflow; i++) {
    uint32_t n_before = builder->graph->nodes.n;
    uint32_t to = get_node (builder, &pattern->arcs.items[i].to, scope, pattern->span);
    if (to < n_before)
      check_not_optional (builder, to, pattern->span);
    check_optional (builder, pattern, i, to, n_before);
    add_edge (builder, &pattern->arcs.items[i], from, to, scope);
    from = to;
  }
}

/* Spreads "reached" from the first node over arcs; what is left over would be paired with everything. */
static void
check_connected (Builder *builder)
{
  BelGraph *graph = builder->graph;
  uint32_t reached = 1, before;
  do {
    before = reached;
    for (uint32_t i = 0; i < graph->edges.n; i++) {
      const BelGraphEdge *edge = &graph->edges.items[i];
      uint32_t both = 1u << edge->head | 1u << edge->dep;
      if (edge->kind <= BEL_EDGE_BELOW && (reached & both))
        reached |= both;
    }
  } while (reached != before);
  for (uint32_t i = 0; i < graph->nodes.n; i++)
    if (!(reached >> i & 1))
      bel_compile_error (builder->compiler, builder->block, graph->nodes.items[i].span, "rule.unconnected",
                         "no arc connects this node with the rest of the pattern");
}

static void
check_size (Builder *builder)
{
  const BelGraph *graph = builder->graph;
  if (graph->edges.n > BEL_LIMIT_RULE_EDGES || graph->n_scopes > BEL_LIMIT_RULE_NODES)
    bel_compile_error (builder->compiler, builder->block, builder->block->name.span, "rule.too-many-nodes",
                       "a pattern has at most %u arcs and %u statements with 'not'", BEL_LIMIT_RULE_EDGES,
                       BEL_LIMIT_RULE_NODES);
}

BelGraph *
bel_graph_build (BelCompiler *compiler, const BelAstBlock *block)
{
  G_STATIC_ASSERT (BEL_LIMIT_RULE_NODES < 32 && BEL_LIMIT_RULE_EDGES < 64);
  const BelAstClaim *claim = &block->claim;
  BelGraph *graph = bel_arena_new_struct (compiler->arena, BelGraph);
  Builder builder = { compiler, block, graph, false };
  for (uint32_t i = 0; i < claim->patterns.n; i++)
    if (!claim->patterns.items[i].negated)
      add_pattern (&builder, &claim->patterns.items[i], 0);
  for (uint32_t i = 0; i < claim->patterns.n; i++)
    if (claim->patterns.items[i].negated)
      add_pattern (&builder, &claim->patterns.items[i], ++graph->n_scopes);
  if (graph->nodes.n && !builder.overflow)
    check_connected (&builder);
  check_size (&builder);
  return graph;
}
