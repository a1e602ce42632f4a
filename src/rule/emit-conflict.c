/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Conflict rules into the program: joins, one piece of code a condition, the pieces of the report. */
#include "rule/code.h"
#include "rule/compile.h"

#include <string.h>

typedef struct {
  BelCompiler *compiler;
  const BelAstConflict *conflict;
} Emit;

static void
push (const Emit *emit, uint32_t word)
{
  bel_vec_push (emit->compiler->program->arena, &emit->compiler->program->code, word);
}

static void
push_number (const Emit *emit, double number)
{
  uint32_t words[2];
  memcpy (words, &number, sizeof words);
  push (emit, BEL_OP_PUSH_NUMBER);
  push (emit, words[0]);
  push (emit, words[1]);
}

static void
push_symbol (const Emit *emit, BelAstWord word)
{
  push (emit, BEL_OP_PUSH_SYMBOL);
  push (emit, bel_symbols_intern (emit->compiler->program->symbols, word.text, word.n));
}

/* A bare word, seen as a value of @type. */
static void
emit_word (const Emit *emit, BelAstWord word, const BelTypeSpec *type)
{
  uint32_t claim = bel_pair_index (emit->conflict, word.text);
  if (claim != BEL_NONE) {
    push (emit, BEL_OP_PUSH_CLAIM);
    push (emit, claim);
  } else if (type && type->kind == BEL_VALUE_ENUM) {
    push (emit, BEL_OP_PUSH_ENUM);
    push (emit, (uint32_t) bel_schema_enum_value (type, word.text));
  } else if (type && type->kind == BEL_VALUE_BOOLEAN) {
    push (emit, BEL_OP_PUSH_BOOLEAN);
    push (emit, strcmp (word.text, "true") == 0);
  } else {
    push_symbol (emit, word);
  }
}

static void emit_value (const Emit *emit, const BelAstExpr *expr, const BelTypeSpec *type);

static void
emit_call (const Emit *emit, const BelAstExpr *call)
{
  const BelRuleSchema *schema = emit->compiler->schema;
  uint32_t function = bel_schema_function (schema, call->word.text);
  g_auto (GStrv) types = g_strsplit (bel_schema_function_spec (schema, function)->args, " ", -1);
  for (uint32_t i = 0; i < call->n_args; i++)
    emit_value (emit, call->args[i], bel_schema_type (schema, types[i]));
  if (function == schema->n_functions) {
    push (emit, BEL_OP_KNOWN);
  } else {
    push (emit, BEL_OP_CALL);
    push (emit, function);
    push (emit, call->n_args);
  }
}

static void
emit_comparison (const Emit *emit, const BelAstExpr *expr)
{
  static const uint32_t OPS[BEL_N_TOKS] = {
    [BEL_TOK_EQ] = 0, [BEL_TOK_NE] = 1, [BEL_TOK_LT] = 2, [BEL_TOK_LE] = 3, [BEL_TOK_GT] = 4, [BEL_TOK_GE] = 5,
  };
  const BelRuleSchema *schema = emit->compiler->schema;
  emit_value (emit, expr->left, bel_schema_expr_type (schema, emit->conflict, expr->right));
  emit_value (emit, expr->right, bel_schema_expr_type (schema, emit->conflict, expr->left));
  push (emit, BEL_OP_COMPARE);
  push (emit, OPS[expr->op]);
}

static void
emit_value (const Emit *emit, const BelAstExpr *expr, const BelTypeSpec *type)
{
  switch (expr->kind) {
  case BEL_EXPR_FIELD:
    push (emit, BEL_OP_PUSH_FIELD);
    push (emit, bel_pair_index (emit->conflict, expr->word.text));
    push (emit, bel_schema_field (emit->compiler->schema, expr->field.text));
    break;
  case BEL_EXPR_CALL:
    emit_call (emit, expr);
    break;
  case BEL_EXPR_NUMBER:
    push_number (emit, g_ascii_strtod (expr->word.text, NULL));
    break;
  case BEL_EXPR_STRING:
    push_symbol (emit, expr->word);
    break;
  case BEL_EXPR_COMPARE:
    emit_comparison (emit, expr);
    break;
  default:
    emit_word (emit, expr->word, type);
    break;
  }
}

/* a & b:   a; skip-if-false X; b; and; X:                                                             */
static void
emit_condition (const Emit *emit, const BelAstExpr *expr)
{
  bool is_and = expr->kind == BEL_EXPR_AND;
  if (expr->kind == BEL_EXPR_NOT) {
    emit_condition (emit, expr->left);
    push (emit, BEL_OP_NEGATE);
  } else if (is_and || expr->kind == BEL_EXPR_OR) {
    emit_condition (emit, expr->left);
    uint32_t skip = emit->compiler->program->code.n;
    push (emit, is_and ? BEL_OP_SKIP_FALSE : BEL_OP_SKIP_TRUE);
    push (emit, 0);
    emit_condition (emit, expr->right);
    push (emit, is_and ? BEL_OP_AND : BEL_OP_OR);
    emit->compiler->program->code.items[skip + 1] = emit->compiler->program->code.n - skip;
  } else {
    emit_value (emit, expr, NULL);
    push (emit, BEL_OP_TEST);
  }
}

static const char *
source_text (const Emit *emit, const BelAstBlock *block, BelSpan span)
{
  return bel_arena_strndup (emit->compiler->program->arena, block->file->source + span.start, bel_span_length (span));
}

static void
emit_row (const Emit *emit, const BelAstBlock *block, BelAstExpr *const *row, uint32_t n, BelRuleCondition *out)
{
  for (uint32_t i = 0; i < n; i++) {
    out[i].text = source_text (emit, block, row[i]->span);
    out[i].code = emit->compiler->program->code.n;
    if (!emit->compiler->schema)
      continue;
    emit_condition (emit, row[i]);
    push (emit, BEL_OP_END);
  }
}

static void
emit_joins (const Emit *emit, BelConflictRule *rule)
{
  const BelRuleSchema *schema = emit->compiler->schema;
  const BelAstConflict *conflict = emit->conflict;
  BelJoinTerm *joins = bel_arena_new_array (emit->compiler->program->arena, BelJoinTerm, conflict->joins.n);
  for (uint32_t i = 0; i < conflict->joins.n; i++) {
    const BelAstJoin *join = &conflict->joins.items[i];
    bool turned = bel_pair_index (conflict, join->left->word.text) == 1;
    const BelAstExpr *a = turned ? join->right : join->left, *b = turned ? join->left : join->right;
    joins[i].field_a = schema ? bel_schema_field (schema, a->field.text) : BEL_NONE;
    joins[i].field_b = schema ? bel_schema_field (schema, b->field.text) : BEL_NONE;
    joins[i].similar = join->similar;
  }
  rule->joins = joins;
  rule->n_joins = conflict->joins.n;
}

/* "{A.quantity} here" */
static void
emit_report (const Emit *emit, BelConflictCode *code)
{
  BelArena *arena = emit->compiler->program->arena;
  BEL_VEC (BelReportPiece) pieces = { 0 };
  const char *at = emit->conflict->report.text;
  while (*at) {
    size_t n = strcspn (at, "{");
    BelReportPiece piece = { bel_arena_strndup (arena, at, n), BEL_NONE, BEL_NONE };
    at += n;
    if (*at) {
      size_t dot = strcspn (++at, "."), end = strcspn (at, "}");
      g_autofree char *claim = g_strndup (at, dot), *field = g_strndup (at + dot + 1, end - dot - 1);
      piece.claim = bel_pair_index (emit->conflict, claim);
      piece.field = emit->compiler->schema ? bel_schema_field (emit->compiler->schema, field) : BEL_NONE;
      at += end + 1;
    }
    bel_vec_push (arena, &pieces, piece);
  }
  code->report = pieces.items;
  code->n_report = pieces.n;
}

static int
severity_of (const BelAstConflict *conflict)
{
  for (int i = BEL_SEVERITY_NOTE; conflict->severity.text && i <= BEL_SEVERITY_ERROR; i++)
    if (strcmp (bel_severity_name (i), conflict->severity.text) == 0)
      return i;
  return -1;
}

static void
emit_rule (BelCompiler *compiler, BelAstBlock *block, uint32_t id)
{
  BelArena *arena = compiler->program->arena;
  bel_optimise_conditions (compiler, block);
  const BelAstConflict *conflict = &block->conflict;
  Emit emit = { compiler, conflict };
  BelConflictCode *code = &compiler->program->conflicts[id];
  BelConflictRule *rule = &code->public;
  rule->id = id;
  rule->name = bel_arena_strdup (arena, block->name.text);
  rule->family = conflict->family.text ? bel_arena_strdup (arena, conflict->family.text)
                                       : bel_arena_strndup (arena, block->name.text, strcspn (block->name.text, "."));
  rule->class_name = conflict->class_name.text ? bel_arena_strdup (arena, conflict->class_name.text) : NULL;
  rule->severity = severity_of (conflict);
  rule->confidence = conflict->confidence.text ? g_ascii_strtod (conflict->confidence.text, NULL) : 1;
  emit_joins (&emit, rule);
  rule->n_where = conflict->where.n;
  rule->n_unless = conflict->unless.n;
  BelRuleCondition *conditions = bel_arena_new_array (arena, BelRuleCondition, conflict->where.n + conflict->unless.n);
  emit_row (&emit, block, conflict->where.items, conflict->where.n, conditions);
  emit_row (&emit, block, conflict->unless.items, conflict->unless.n, conditions + conflict->where.n);
  code->conditions = conditions;
  emit_report (&emit, code);
}

void
bel_emit_conflicts (BelCompiler *compiler)
{
  BelProgram *program = compiler->program;
  uint32_t first = compiler->first[BEL_RULE_CONFLICT], n = compiler->first[BEL_RULE_CONFLICT + 1] - first;
  program->conflicts = bel_arena_new_array (program->arena, BelConflictCode, n);
  program->n_conflicts = n;
  program->schema = compiler->schema;
  for (uint32_t i = 0; i < n; i++)
    emit_rule (compiler, compiler->blocks.items[first + i], i);
}
