/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "rule/code.h"

static const struct {
  const char *name;
  int n_operands;
} OPS[] = {
#define O(name, text, n_operands, what) { text, n_operands },
#include "rule/opcodes.def"
#undef O
};

uint32_t
bel_op_length (const uint32_t *code)
{
  int n = OPS[code[0]].n_operands;
  return n < 0 ? 2 + code[1] : 1 + (uint32_t) n;
}

const char *
bel_op_name (BelOp op)
{
  return OPS[op].name;
}
