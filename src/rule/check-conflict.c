/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Conflict rules: a pair and a join, names and types by the schema, what the report puts in. Without a schema
 * only what the rule itself says is checked. */
#include "rule/compile.h"

#include <string.h>

typedef struct {
  BelCompiler *compiler;
  const BelAstBlock *block;
  const BelRuleSchema *schema;
} Check;

static const BelAstConflict *
conflict_of (const Check *check)
{
  return &check->block->conflict;
}

static void
unknown_claim (const Check *check, BelAstWord name)
{
  const BelAstConflict *conflict = conflict_of (check);
  const char *a = conflict->pair.n > 0 ? conflict->pair.items[0].text : "A";
  const char *b = conflict->pair.n > 1 ? conflict->pair.items[1].text : "B";
  bel_compile_error (check->compiler, check->block, name.span, "rule.unknown-name",
                     "'%s' is none of the pair; it is %s or %s", name.text, a, b);
}

static void
check_field (const Check *check, BelAstWord claim, BelAstWord field)
{
  if (bel_pair_index (conflict_of (check), claim.text) == BEL_NONE)
    unknown_claim (check, claim);
  if (!check->schema || bel_schema_field (check->schema, field.text) != BEL_NONE)
    return;
  g_autofree const char **names = bel_schema_field_names (check->schema);
  g_autofree char *hint = bel_did_you_mean (field.text, names);
  bel_compile_error (check->compiler, check->block, field.span, "rule.unknown-field", "a claim has no field '%s'%s",
                     field.text, hint);
}

/* A bare word is a value of the type it is compared with. */
static void
check_word (const Check *check, const BelAstExpr *expr, const BelTypeSpec *type)
{
  const char *word = expr->word.text;
  if (type->kind == BEL_VALUE_SYMBOL
      || (type->kind == BEL_VALUE_BOOLEAN && (strcmp (word, "true") == 0 || strcmp (word, "false") == 0))
      || (type->kind == BEL_VALUE_ENUM && bel_schema_enum_value (type, word) >= 0))
    return;
  static const char *const BOOLEANS[] = { "true", "false", NULL };
  static const char *const NOTHING[] = { NULL };
  const char *const *names = type->kind == BEL_VALUE_ENUM      ? type->enums
                             : type->kind == BEL_VALUE_BOOLEAN ? BOOLEANS
                                                               : NOTHING;
  g_autofree char *hint = bel_did_you_mean (word, names);
  bel_compile_error (check->compiler, check->block, expr->span, "rule.type", "'%s' is not a value of type %s%s", word,
                     type->name, hint);
}

static bool
fits (const BelTypeSpec *type, const BelTypeSpec *wanted)
{
  return !type || !wanted || type == wanted;
}

static void check_expr (const Check *check, const BelAstExpr *expr);

static bool
is_free_word (const Check *check, const BelAstExpr *expr)
{
  return expr->kind == BEL_EXPR_WORD && bel_pair_index (conflict_of (check), expr->word.text) == BEL_NONE;
}

static void
check_argument (const Check *check, const BelAstExpr *call, const BelAstExpr *arg, const char *type_name)
{
  const BelTypeSpec *wanted = bel_schema_type (check->schema, type_name);
  if (is_free_word (check, arg) && !(wanted && wanted->kind == BEL_VALUE_CLAIM)) {
    if (wanted)
      check_word (check, arg, wanted);
    return;
  }
  check_expr (check, arg);
  const BelTypeSpec *type = bel_schema_expr_type (check->schema, conflict_of (check), arg);
  if (!fits (type, wanted))
    bel_compile_error (check->compiler, check->block, arg->span, "rule.type", "%s() takes a %s here, not a %s",
                       call->word.text, wanted->name, type->name);
}

static void
check_arguments (const Check *check, const BelAstExpr *call, const BelFunctionSpec *function)
{
  g_auto (GStrv) types = g_strsplit (function->args, " ", -1);
  guint n = *function->args ? g_strv_length (types) : 0;
  if (call->n_args != n) {
    bel_compile_error (check->compiler, check->block, call->span, "rule.type", "%s() takes %u argument%s (%s), not %u",
                       function->name, n, n == 1 ? "" : "s", function->args, call->n_args);
    return;
  }
  for (guint i = 0; i < n; i++)
    check_argument (check, call, call->args[i], types[i]);
}

static void
check_call (const Check *check, const BelAstExpr *call)
{
  uint32_t function = check->schema ? bel_schema_function (check->schema, call->word.text) : BEL_NONE;
  if (function != BEL_NONE) {
    check_arguments (check, call, bel_schema_function_spec (check->schema, function));
  } else if (check->schema) {
    g_autofree const char **names = bel_schema_function_names (check->schema);
    g_autofree char *hint = bel_did_you_mean (call->word.text, names);
    bel_compile_error (check->compiler, check->block, call->word.span, "rule.unknown-name",
                       "there is no function '%s'%s", call->word.text, hint);
  } else {
    for (uint32_t i = 0; i < call->n_args; i++)
      check_expr (check, call->args[i]);
  }
}

static bool
is_ordered (const BelTypeSpec *type)
{
  return type->kind == BEL_VALUE_NUMBER || type->kind == BEL_VALUE_ENUM;
}

static void
check_comparison (const Check *check, const BelAstExpr *expr)
{
  const BelAstExpr *word = is_free_word (check, expr->left) ? expr->left : expr->right;
  const BelAstExpr *other = word == expr->left ? expr->right : expr->left;
  check_expr (check, other);
  if (!is_free_word (check, word))
    check_expr (check, word);
  if (!check->schema)
    return;
  const BelTypeSpec *type = bel_schema_expr_type (check->schema, conflict_of (check), other);
  const BelTypeSpec *with = bel_schema_expr_type (check->schema, conflict_of (check), word);
  if (!type)
    return;
  if (is_free_word (check, word))
    check_word (check, word, type);
  else if (!fits (with, type))
    bel_compile_error (check->compiler, check->block, expr->span, "rule.type", "a %s cannot be compared with a %s",
                       type->name, with->name);
  if (expr->op != BEL_TOK_EQ && expr->op != BEL_TOK_NE && !is_ordered (type))
    bel_compile_error (check->compiler, check->block, expr->span, "rule.type", "values of type %s have no order",
                       type->name);
}

static void
check_expr (const Check *check, const BelAstExpr *expr)
{
  double number;
  switch (expr->kind) {
  case BEL_EXPR_AND:
  case BEL_EXPR_OR:
    check_expr (check, expr->left);
    check_expr (check, expr->right);
    break;
  case BEL_EXPR_NOT:
    check_expr (check, expr->left);
    break;
  case BEL_EXPR_COMPARE:
    check_comparison (check, expr);
    break;
  case BEL_EXPR_CALL:
    check_call (check, expr);
    break;
  case BEL_EXPR_FIELD:
    check_field (check, expr->word, expr->field);
    break;
  case BEL_EXPR_WORD:
    if (is_free_word (check, expr))
      unknown_claim (check, expr->word);
    break;
  case BEL_EXPR_NUMBER:
    bel_compile_number (check->compiler, check->block, expr->word, false, &number);
    break;
  case BEL_EXPR_STRING:
  case BEL_EXPR_CLAIM:
    break;
  }
}

static void check_boolean (const Check *check, const BelAstExpr *expr);

static void
check_parts (const Check *check, const BelAstExpr *expr)
{
  check_boolean (check, expr->left);
  if (expr->right)
    check_boolean (check, expr->right);
}

/* A condition, and each side of & and |, is a thing that is true or false. */
static void
check_boolean (const Check *check, const BelAstExpr *expr)
{
  if (expr->kind == BEL_EXPR_AND || expr->kind == BEL_EXPR_OR || expr->kind == BEL_EXPR_NOT) {
    check_parts (check, expr);
    return;
  }
  check_expr (check, expr);
  if (!check->schema)
    return;
  const BelTypeSpec *type = bel_schema_expr_type (check->schema, conflict_of (check), expr);
  if (type && type->kind != BEL_VALUE_BOOLEAN)
    bel_compile_error (check->compiler, check->block, expr->span, "rule.type",
                       "a condition must be true or false, and this is a %s", type->name);
}

static void
check_join_side (const Check *check, const BelAstExpr *side, bool similar)
{
  if (side->kind != BEL_EXPR_FIELD) {
    bel_compile_error (check->compiler, check->block, side->span, "rule.join", "a join takes fields: join A.x = B.x;");
    return;
  }
  check_field (check, side->word, side->field);
  uint32_t field = check->schema ? bel_schema_field (check->schema, side->field.text) : BEL_NONE;
  if (field == BEL_NONE)
    return;
  const BelFieldSpec *spec = &check->schema->fields[field];
  if (!(similar ? spec->hierarchy : spec->key))
    bel_compile_error (check->compiler, check->block, side->field.span, "rule.join",
                       "the field '%s' cannot be joined with '%c'", spec->name, similar ? '~' : '=');
}

static void
check_join (const Check *check, const BelAstJoin *join)
{
  check_join_side (check, join->left, join->similar);
  check_join_side (check, join->right, join->similar);
  if (join->left->kind == BEL_EXPR_FIELD && join->right->kind == BEL_EXPR_FIELD
      && bel_pair_index (conflict_of (check), join->left->word.text)
             == bel_pair_index (conflict_of (check), join->right->word.text))
    bel_compile_error (check->compiler, check->block, join->left->span, "rule.join",
                       "a join brings both claims of the pair together; this one speaks of one");
}

static void
check_head (const Check *check)
{
  static const char *const SEVERITIES[] = { "note", "warning", "error", NULL };
  const BelAstConflict *conflict = conflict_of (check);
  const BelAstBlock *block = check->block;
  double number;
  if (conflict->severity.text && !g_strv_contains (SEVERITIES, conflict->severity.text))
    bel_compile_error (check->compiler, block, conflict->severity.span, "rule.type",
                       "a severity is note, warning or error");
  if (conflict->confidence.text
      && (!bel_compile_number (check->compiler, block, conflict->confidence, false, &number) || number > 1))
    bel_compile_error (check->compiler, block, conflict->confidence.span, "rule.number",
                       "a confidence is between 0 and 1");
  if (!block->broken
      && (conflict->pair.n != 2 || strcmp (conflict->pair.items[0].text, conflict->pair.items[1].text) == 0))
    bel_compile_error (check->compiler, block, block->name.span, "rule.pair", "the conflict '%s' needs: pair A, B;",
                       block->name.text);
  if (conflict->joins.n == 0 && !block->broken)
    bel_compile_error (check->compiler, block, block->name.span, "rule.no-join",
                       "the conflict '%s' has no join: every claim would be compared with every other",
                       block->name.text);
  if (!conflict->report.text && !block->broken)
    bel_compile_error (check->compiler, block, block->name.span, "rule.no-report",
                       "the conflict '%s' has no report \"…\";", block->name.text);
}

static BelAstWord
sub_word (const Check *check, BelAstWord whole, const char *text, size_t n)
{
  BelAstWord word = whole;
  word.text = bel_arena_strndup (check->compiler->arena, text, n);
  word.n = (uint32_t) n;
  return word;
}

/* "{A.quantity} here": each pair of braces holds a claim, a dot and a field. */
static void
check_report (const Check *check)
{
  BelAstWord report = conflict_of (check)->report;
  for (const char *open = report.text; open && (open = strchr (open, '{'));) {
    size_t n = strcspn (++open, "{}"), dot = strcspn (open, ".{}");
    if (open[n] != '}' || dot == n) {
      bel_compile_error (check->compiler, check->block, report.span, "rule.report",
                         "a place in a report is {A.field}, with its closing brace");
      return;
    }
    check_field (check, sub_word (check, report, open, dot), sub_word (check, report, open + dot + 1, n - dot - 1));
    open += n;
  }
}

void
bel_check_conflict (BelCompiler *compiler, BelAstBlock *block)
{
  Check check = { compiler, block, compiler->schema };
  const BelAstConflict *conflict = &block->conflict;
  check_head (&check);
  for (uint32_t i = 0; i < conflict->joins.n; i++)
    check_join (&check, &conflict->joins.items[i]);
  for (uint32_t i = 0; i < conflict->where.n; i++)
    check_boolean (&check, conflict->where.items[i]);
  for (uint32_t i = 0; i < conflict->unless.n; i++)
    check_boolean (&check, conflict->unless.items[i]);
  check_report (&check);
}
