/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Fourth pass: the order in which conditions are tried. All are pure, so the order changes only the cost.
 *
 * A row of conditions that must all hold is left at the first that fails. With cost c and probability p of
 * holding, the cheapest row is the one sorted by c / (1 - p): what rules out most for its price comes first.
 * For exceptions, left at the first that holds, it is c / p. Equal ranks keep the order of the text. */
#include "rule/compile.h"

typedef BEL_VEC (BelAstExpr *) Row;

typedef struct {
  double cost;
  double probability;
} Estimate;

/* Comparisons for equality seldom hold, inequalities mostly do. */
static Estimate
estimate_compare (const BelAstExpr *expr, Estimate left, Estimate right)
{
  double probability = expr->op == BEL_TOK_EQ ? 0.2 : expr->op == BEL_TOK_NE ? 0.8 : 0.5;
  return (Estimate){ left.cost + right.cost + 0.5, probability };
}

static Estimate estimate (const BelRuleSchema *schema, const BelAstExpr *expr);

static Estimate
estimate_call (const BelRuleSchema *schema, const BelAstExpr *call)
{
  const BelFunctionSpec *function = bel_schema_function_spec (schema, bel_schema_function (schema, call->word.text));
  Estimate all = { function->cost, function->probability };
  for (uint32_t i = 0; i < call->n_args; i++)
    all.cost += estimate (schema, call->args[i]).cost;
  return all;
}

static Estimate
estimate (const BelRuleSchema *schema, const BelAstExpr *expr)
{
  Estimate left = { 0 }, right = { 0 };
  if (expr->left)
    left = estimate (schema, expr->left);
  if (expr->right)
    right = estimate (schema, expr->right);
  switch (expr->kind) {
  case BEL_EXPR_AND:
    return (Estimate){ left.cost + left.probability * right.cost, left.probability * right.probability };
  case BEL_EXPR_OR:
    return (Estimate){ left.cost + (1 - left.probability) * right.cost,
                       1 - (1 - left.probability) * (1 - right.probability) };
  case BEL_EXPR_NOT:
    return (Estimate){ left.cost, 1 - left.probability };
  case BEL_EXPR_COMPARE:
    return estimate_compare (expr, left, right);
  case BEL_EXPR_CALL:
    return estimate_call (schema, expr);
  case BEL_EXPR_FIELD:
    return (Estimate){ schema->fields[bel_schema_field (schema, expr->field.text)].cost, 0.5 };
  default:
    return (Estimate){ 0.1, 0.5 };
  }
}

/* a & (b & c) → a, b, c */
static void
flatten (BelCompiler *compiler, BelAstExpr *expr, BelExprKind kind, Row *row)
{
  if (expr->kind == kind) {
    flatten (compiler, expr->left, kind, row);
    flatten (compiler, expr->right, kind, row);
  } else {
    bel_vec_push (compiler->arena, row, expr);
  }
}

static double
rank (const BelRuleSchema *schema, const BelAstExpr *expr, bool must_hold)
{
  Estimate e = estimate (schema, expr);
  double decides = must_hold ? 1 - e.probability : e.probability;
  return e.cost / MAX (decides, 0.001);
}

/* Insertion sort: stable, and rows are short. */
static void
sort_row (const BelRuleSchema *schema, Row *row, bool must_hold)
{
  for (uint32_t i = 1; i < row->n; i++) {
    BelAstExpr *expr = row->items[i];
    double r = rank (schema, expr, must_hold);
    uint32_t j = i;
    for (; j > 0 && rank (schema, row->items[j - 1], must_hold) > r; j--)
      row->items[j] = row->items[j - 1];
    row->items[j] = expr;
  }
}

void
bel_optimise_conditions (BelCompiler *compiler, BelAstBlock *block)
{
  BelAstConflict *conflict = &block->conflict;
  Row where = { 0 }, unless = { 0 };
  for (uint32_t i = 0; i < conflict->where.n; i++)
    flatten (compiler, conflict->where.items[i], BEL_EXPR_AND, &where);
  for (uint32_t i = 0; i < conflict->unless.n; i++)
    flatten (compiler, conflict->unless.items[i], BEL_EXPR_OR, &unless);
  if (compiler->schema) {
    sort_row (compiler->schema, &where, true);
    sort_row (compiler->schema, &unless, false);
  }
  memcpy (&conflict->where, &where, sizeof where);
  memcpy (&conflict->unless, &unless, sizeof unless);
}
