/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Tries the conditions of conflict rules on a pair, asking the host for values. */
#include "rule/conflict-rule.h"

#include "rule/code.h"
#include "rule/program-private.h"

#include <string.h>

uint32_t
bel_program_n_conflict_rules (const BelProgram *program)
{
  return program->n_conflicts;
}

const BelConflictRule *
bel_program_conflict_rule (const BelProgram *program, uint32_t id)
{
  g_assert (id < program->n_conflicts);
  return &program->conflicts[id].public;
}

const BelConflictRule *
bel_program_conflict_rule_named (const BelProgram *program, const char *name)
{
  for (uint32_t i = 0; i < program->n_conflicts; i++)
    if (strcmp (program->conflicts[i].public.name, name) == 0)
      return &program->conflicts[i].public;
  return NULL;
}

const char *
bel_conflict_rule_condition (const BelProgram *program, uint32_t id, uint32_t index)
{
  return program->conflicts[id].conditions[index].text;
}

typedef enum { FALSE_, UNKNOWN, TRUE_ } Truth;

/* Deep enough for what the parser lets nest. */
#define STACK 256

typedef struct {
  const BelRuleHost *host;
  void *data;
  const void *claims[2];
  BelValue values[STACK];
  bool there[STACK]; /* whether the value is known */
  uint32_t n;
  Truth truths[STACK];
  uint32_t n_truths;
} Machine;

static void
push (Machine *m, BelValue value, bool there)
{
  g_assert (m->n < STACK);
  m->values[m->n] = value;
  m->there[m->n++] = there;
}

static void
push_field (Machine *m, const uint32_t *operands)
{
  BelValue value = { 0 };
  bool there = m->host->field (m->data, m->claims[operands[0]], operands[1], &value);
  push (m, value, there);
}

static void
call (Machine *m, const uint32_t *operands)
{
  uint32_t n_args = operands[1];
  BelValue value = { 0 };
  bool there = true;
  m->n -= n_args;
  for (uint32_t i = 0; i < n_args; i++)
    there = there && m->there[m->n + i];
  there = there && m->host->call (m->data, operands[0], m->values + m->n, n_args, &value);
  push (m, value, there);
}

static bool
equal (const BelValue *a, const BelValue *b)
{
  switch (a->kind) {
  case BEL_VALUE_BOOLEAN:
    return a->boolean == b->boolean;
  case BEL_VALUE_NUMBER:
    return a->number == b->number;
  case BEL_VALUE_ENUM:
    return a->number_of_enum == b->number_of_enum;
  case BEL_VALUE_SYMBOL:
    return a->symbol == b->symbol;
  case BEL_VALUE_OBJECT:
    return a->object == b->object;
  case BEL_VALUE_CLAIM:
    return a->claim == b->claim;
  }
  return false;
}

static bool
compare (const BelValue *a, const BelValue *b, uint32_t op)
{
  double left = a->kind == BEL_VALUE_ENUM ? a->number_of_enum : a->number;
  double right = b->kind == BEL_VALUE_ENUM ? b->number_of_enum : b->number;
  switch (op) {
  case 0:
    return equal (a, b);
  case 1:
    return !equal (a, b);
  case 2:
    return left < right;
  case 3:
    return left <= right;
  case 4:
    return left > right;
  default:
    return left >= right;
  }
}

static void
compare_top (Machine *m, uint32_t op)
{
  m->n -= 2;
  bool there = m->there[m->n] && m->there[m->n + 1];
  BelValue value = { .kind = BEL_VALUE_BOOLEAN };
  value.boolean = there && compare (&m->values[m->n], &m->values[m->n + 1], op);
  push (m, value, there);
}

static Truth
pop_truth (Machine *m)
{
  m->n--;
  return !m->there[m->n] ? UNKNOWN : m->values[m->n].boolean ? TRUE_ : FALSE_;
}

/* Leaves or keeps truth; the words to go on. */
static uint32_t
skip (Machine *m, Truth truth, Truth when, uint32_t offset)
{
  if (truth == when)
    return offset;
  g_assert (m->n_truths < STACK);
  m->truths[m->n_truths++] = truth;
  return 2;
}

static Truth
run (Machine *m, const uint32_t *code)
{
  Truth truth = UNKNOWN, other;
  for (;;) {
    const uint32_t *operands = code + 1;
    uint32_t step = bel_op_length (code);
    BelValue value = { 0 };
    switch ((BelOp) *code) {
    case BEL_OP_PUSH_FIELD:
      push_field (m, operands);
      break;
    case BEL_OP_PUSH_CLAIM:
      value = (BelValue){ .kind = BEL_VALUE_CLAIM, .claim = m->claims[operands[0]] };
      push (m, value, true);
      break;
    case BEL_OP_PUSH_NUMBER:
      value.kind = BEL_VALUE_NUMBER;
      memcpy (&value.number, operands, sizeof value.number);
      push (m, value, true);
      break;
    case BEL_OP_PUSH_ENUM:
      push (m, (BelValue){ .kind = BEL_VALUE_ENUM, .number_of_enum = (int32_t) operands[0] }, true);
      break;
    case BEL_OP_PUSH_SYMBOL:
      push (m, (BelValue){ .kind = BEL_VALUE_SYMBOL, .symbol = operands[0] }, true);
      break;
    case BEL_OP_PUSH_BOOLEAN:
      push (m, (BelValue){ .kind = BEL_VALUE_BOOLEAN, .boolean = operands[0] != 0 }, true);
      break;
    case BEL_OP_CALL:
      call (m, operands);
      break;
    case BEL_OP_KNOWN:
      m->values[m->n - 1] = (BelValue){ .kind = BEL_VALUE_BOOLEAN, .boolean = m->there[m->n - 1] };
      m->there[m->n - 1] = true;
      break;
    case BEL_OP_COMPARE:
      compare_top (m, operands[0]);
      break;
    case BEL_OP_TEST:
      truth = pop_truth (m);
      break;
    case BEL_OP_SKIP_FALSE:
      step = skip (m, truth, FALSE_, operands[0]);
      break;
    case BEL_OP_SKIP_TRUE:
      step = skip (m, truth, TRUE_, operands[0]);
      break;
    case BEL_OP_AND:
      other = m->truths[--m->n_truths];
      truth = MIN (truth, other);
      break;
    case BEL_OP_OR:
      other = m->truths[--m->n_truths];
      truth = MAX (truth, other);
      break;
    case BEL_OP_NEGATE:
      truth = TRUE_ - truth;
      break;
    case BEL_OP_END:
    default:
      return truth;
    }
    code += step;
  }
}

BelVerdict
bel_conflict_rule_eval (const BelProgram *program, uint32_t id, const BelRuleHost *host, void *data, const void *a,
                        const void *b, uint32_t *out_condition)
{
  g_assert (program->schema && id < program->n_conflicts);
  const BelConflictCode *rule = &program->conflicts[id];
  Machine m;
  m.host = host;
  m.data = data;
  m.claims[0] = a;
  m.claims[1] = b;
  for (uint32_t i = 0; i < rule->public.n_where + rule->public.n_unless; i++) {
    bool must_hold = i < rule->public.n_where;
    m.n = m.n_truths = 0;
    bool holds = run (&m, program->code.items + rule->conditions[i].code) == TRUE_;
    if (holds == must_hold)
      continue;
    if (out_condition)
      *out_condition = i;
    return must_hold ? BEL_VERDICT_NOT_WHERE : BEL_VERDICT_UNLESS;
  }
  return BEL_VERDICT_CONFLICT;
}

void
bel_conflict_rule_report (const BelProgram *program, uint32_t id, const BelRuleHost *host, void *data, const void *a,
                          const void *b, GString *out)
{
  g_assert (program->schema && id < program->n_conflicts);
  const BelConflictCode *rule = &program->conflicts[id];
  for (uint32_t i = 0; i < rule->n_report; i++) {
    const BelReportPiece *piece = &rule->report[i];
    g_string_append (out, piece->text);
    if (piece->claim != BEL_NONE)
      host->format (data, piece->claim == 0 ? a : b, piece->field, out);
  }
}
