/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Fourth pass for claim rules: from which node to start, and in which order to find the others.
 *
 * Starting from a known node, an arc whose both ends are known is checked at once; else the arc with the fewest
 * candidates is followed: up to the head (one), down to children (a few), to all above, to all below. A "not" is
 * tried as soon as every node it shares with the pattern is known; optional nodes come last. */
#include "rule/graph.h"

typedef struct {
  const BelGraph *graph;
  BelArena *arena;
  BelPlan *plan;
  uint32_t known; /* bit set of nodes */
  uint64_t done;  /* bit set of edges */
  uint32_t scopes_done;
} Planner;

static bool
is_known (const Planner *planner, uint32_t node)
{
  return planner->known >> node & 1;
}

static void
add_step (Planner *planner, BelStepKind kind, uint32_t node, uint32_t edge, uint32_t scope)
{
  bel_vec_push (planner->arena, planner->plan, (BelStep){ kind, node, edge, scope });
}

static bool
is_open (const Planner *planner, uint32_t edge, uint32_t scope)
{
  const BelGraphEdge *e = &planner->graph->edges.items[edge];
  return !(planner->done >> edge & 1) && e->scope == scope && !e->optional;
}

/* Candidates that following @edge gives, roughly; 0 when it cannot be followed now. */
static uint32_t
width (const Planner *planner, uint32_t edge)
{
  const BelGraphEdge *e = &planner->graph->edges.items[edge];
  bool head = is_known (planner, e->head), dep = is_known (planner, e->dep);
  if (e->kind > BEL_EDGE_BELOW || (!head && !dep) || (head && dep))
    return 0;
  if (e->kind == BEL_EDGE_CHILD)
    return dep ? 1 : e->labels == UINT64_MAX ? 6 : 2;
  return dep ? 4 : 16;
}

static void
check_known_edges (Planner *planner, uint32_t scope)
{
  for (uint32_t i = 0; i < planner->graph->edges.n; i++) {
    const BelGraphEdge *e = &planner->graph->edges.items[i];
    if (!is_open (planner, i, scope) || !is_known (planner, e->head) || !is_known (planner, e->dep))
      continue;
    planner->done |= UINT64_C (1) << i;
    add_step (planner, BEL_STEP_CHECK, BEL_NONE, i, scope);
  }
}

static bool
bind_next (Planner *planner, uint32_t scope)
{
  uint32_t best = BEL_NONE, least = UINT32_MAX;
  for (uint32_t i = 0; i < planner->graph->edges.n; i++) {
    uint32_t w = is_open (planner, i, scope) ? width (planner, i) : 0;
    if (w && w < least) {
      best = i;
      least = w;
    }
  }
  if (best == BEL_NONE)
    return false;
  const BelGraphEdge *e = &planner->graph->edges.items[best];
  uint32_t node = is_known (planner, e->head) ? e->dep : e->head;
  planner->done |= UINT64_C (1) << best;
  planner->known |= 1u << node;
  add_step (planner, BEL_STEP_BIND, node, best, scope);
  return true;
}

/* Whether all nodes of the pattern that the scope mentions are known. */
static bool
scope_ready (const Planner *planner, uint32_t scope)
{
  for (uint32_t i = 0; i < planner->graph->edges.n; i++) {
    const BelGraphEdge *e = &planner->graph->edges.items[i];
    if (e->scope != scope)
      continue;
    if ((planner->graph->nodes.items[e->head].scope == 0 && !is_known (planner, e->head))
        || (planner->graph->nodes.items[e->dep].scope == 0 && !is_known (planner, e->dep)))
      return false;
  }
  return true;
}

static void
add_ready_scopes (Planner *planner)
{
  for (uint32_t scope = 1; scope <= planner->graph->n_scopes; scope++) {
    if ((planner->scopes_done >> scope & 1) || !scope_ready (planner, scope))
      continue;
    planner->scopes_done |= 1u << scope;
    add_step (planner, BEL_STEP_NOT, BEL_NONE, BEL_NONE, scope);
  }
}

static void
add_optionals (Planner *planner)
{
  for (uint32_t i = 0; i < planner->graph->edges.n; i++) {
    const BelGraphEdge *e = &planner->graph->edges.items[i];
    if (!e->optional)
      continue;
    uint32_t node = planner->graph->nodes.items[e->dep].optional ? e->dep : e->head;
    add_step (planner, BEL_STEP_OPTIONAL, node, i, 0);
  }
}

void
bel_plan_make (const BelGraph *graph, uint32_t anchor, BelArena *arena, BelPlan *out)
{
  Planner planner = { graph, arena, out, 1u << anchor, 0, 0 };
  do {
    check_known_edges (&planner, 0);
    add_ready_scopes (&planner);
  } while (bind_next (&planner, 0));
  add_optionals (&planner);
}

void
bel_plan_scope (const BelGraph *graph, uint32_t scope, BelArena *arena, BelPlan *out)
{
  Planner planner = { graph, arena, out, 0, 0, 0 };
  for (uint32_t i = 0; i < graph->nodes.n; i++)
    if (graph->nodes.items[i].scope == 0)
      planner.known |= 1u << i;
  do
    check_known_edges (&planner, scope);
  while (bind_next (&planner, scope));
}

/* -- anchors ---------------------------------------------------------------------------------------- */

static bool
is_word_test (const BelAstCond *test)
{
  int attribute = bel_attribute_parse (test->attribute.text);
  bool has_pattern = test->values.n && test->values.items[0].kind == BEL_TOK_REGEX;
  return attribute >= BEL_ATTRIBUTE_LEMMA && attribute <= BEL_ATTRIBUTE_FORM && !test->negated && !has_pattern;
}

/* The best word test that @cond cannot hold without. A list of words is rarer than a lexicon. */
static const BelAstCond *
word_test (const BelAstCond *cond)
{
  if (cond->kind == BEL_AST_TEST)
    return is_word_test (cond) ? cond : NULL;
  if (cond->kind != BEL_AST_AND)
    return NULL;
  const BelAstCond *left = word_test (cond->left), *right = word_test (cond->right);
  if (!left || !right)
    return left ? left : right;
  return right->values.n ? right : left;
}

/* The labels a node can have: those of the arcs that lead down to it. */
static uint64_t
node_labels (const BelGraph *graph, uint32_t node)
{
  uint64_t labels = UINT64_MAX;
  for (uint32_t i = 0; i < graph->edges.n; i++) {
    const BelGraphEdge *e = &graph->edges.items[i];
    if (e->dep == node && e->scope == 0 && e->kind <= BEL_EDGE_BELOW)
      labels &= e->labels;
  }
  return labels;
}

static BelAnchor
node_anchor (const BelGraph *graph, uint32_t node)
{
  BelAnchor anchor = { BEL_ANCHOR_ANY, node, NULL, node_labels (graph, node) };
  const BelGraphNode *n = &graph->nodes.items[node];
  for (uint32_t i = 0; i < n->conds.n && !(anchor.test && anchor.test->values.n); i++) {
    const BelAstCond *test = word_test (n->conds.items[i]);
    if (test)
      anchor.test = test;
  }
  if (anchor.test)
    anchor.kind = anchor.test->lexicon.text ? BEL_ANCHOR_LEXICON : BEL_ANCHOR_SYMBOLS;
  else if (anchor.labels != UINT64_MAX)
    anchor.kind = BEL_ANCHOR_LABELS;
  return anchor;
}

uint32_t
bel_plan_anchors (const BelGraph *graph, BelAnchor *out, uint32_t cap)
{
  uint32_t n = 0;
  for (BelAnchorKind kind = BEL_ANCHOR_SYMBOLS; kind <= BEL_ANCHOR_ANY; kind++) {
    /* labels help when there is no word, and any token when there is neither */
    if (kind >= BEL_ANCHOR_LABELS && n)
      break;
    for (uint32_t i = 0; i < graph->nodes.n && n < cap; i++) {
      if (graph->nodes.items[i].scope || graph->nodes.items[i].optional)
        continue;
      BelAnchor anchor = node_anchor (graph, i);
      if (anchor.kind == kind)
        out[n++] = anchor;
    }
  }
  return n;
}
