/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "rule/code.h"

const int8_t BEL_OP_OPERANDS[BEL_N_OPS] = {
#define O(name, text, n_operands, what) n_operands,
#include "rule/opcodes.def"
#undef O
};

static const char *const NAMES[] = {
#define O(name, text, n_operands, what) text,
#include "rule/opcodes.def"
#undef O
};

const char *
bel_op_name (BelOp op)
{
  return NAMES[op];
}
