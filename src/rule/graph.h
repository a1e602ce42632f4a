/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A claim rule's pattern as nodes and edges: between the parser's statements and the plan. */
#pragma once

#include "rule/compile.h"

/** Scope 0 is the pattern itself; each "not" statement has a scope of its own for nodes only it mentions. */
typedef struct {
  const char *name; /**< NULL: without one */
  BEL_VEC (const BelAstCond *) conds;
  uint32_t scope;
  bool optional;
  BelSpan span; /**< of its first mention */
} BelGraphNode;

typedef enum {
  BEL_EDGE_CHILD,  /**< dep is a child of head */
  BEL_EDGE_BELOW,  /**< dep is below head, at any depth */
  BEL_EDGE_BEFORE, /**< head stands anywhere before dep */
  BEL_EDGE_NEXT,   /**< head stands right before dep */
} BelEdgeKind;

typedef struct {
  BelEdgeKind kind;
  uint32_t head, dep; /**< nodes */
  uint64_t labels;    /**< bit set of BelDep, of dep's relation to its head */
  uint32_t scope;
  bool optional;
} BelGraphEdge;

typedef struct BelGraph {
  BEL_VEC (BelGraphNode) nodes;
  BEL_VEC (BelGraphEdge) edges;
  uint32_t n_scopes;
} BelGraph;

/** Builds the graph of a claim block, saying what is wrong with it. In the compiler's arena. */
BelGraph *bel_graph_build (BelCompiler *compiler, const BelAstBlock *block);

/** Returns: the node of that name that is not under a "not"; BEL_NONE when there is none. */
uint32_t bel_graph_find (const BelGraph *graph, const char *name);

/** Returns: BelPart, or -1 when @name is none. */
int bel_part_parse (const char *name);
/** Returns: (nullable) the test "in LEXICON" that the yield's node must pass and whose lexicon has the yield's field.
 */
const BelAstCond *bel_yield_lexicon (const BelCompiler *compiler, const BelGraph *graph, const BelAstYield *yield);

/* -- plans, see plan.c ----------------------------------------------------------------------------- */

typedef enum {
  BEL_STEP_BIND,     /**< find @node by @edge from its other end */
  BEL_STEP_CHECK,    /**< both ends of @edge are known */
  BEL_STEP_NOT,      /**< the scope @scope must not match */
  BEL_STEP_OPTIONAL, /**< bind @node by @edge if that can be */
} BelStepKind;

typedef struct {
  BelStepKind kind;
  uint32_t node, edge, scope;
} BelStep;

typedef BEL_VEC (BelStep) BelPlan;

/** The cheapest order of steps that starts from @anchor being known. */
void bel_plan_make (const BelGraph *graph, uint32_t anchor, BelArena *arena, BelPlan *out);
/** The steps of a "not" scope, all nodes outside it known. */
void bel_plan_scope (const BelGraph *graph, uint32_t scope, BelArena *arena, BelPlan *out);

/** What tokens can be a node at all: the best that its conditions and edges promise. */
typedef enum { BEL_ANCHOR_SYMBOLS, BEL_ANCHOR_LEXICON, BEL_ANCHOR_LABELS, BEL_ANCHOR_ANY } BelAnchorKind;

typedef struct {
  BelAnchorKind kind;
  uint32_t node;
  const BelAstCond *test; /**< of SYMBOLS and LEXICON */
  uint64_t labels;
} BelAnchor;

/** Anchors of the nodes that must be there, words first, at most @cap. */
uint32_t bel_plan_anchors (const BelGraph *graph, BelAnchor *out, uint32_t cap);
