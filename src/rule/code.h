/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The instruction words that emit writes, match and cond run, and explain shows. */
#pragma once

#include <glib.h>
#include <stdint.h>

typedef enum {
#define O(name, text, n_operands, what) BEL_OP_##name,
#include "rule/opcodes.def"
#undef O
  BEL_N_OPS
} BelOp;

/** Words behind each opcode; -1: as many as the first of them says, and that one. */
extern const int8_t BEL_OP_OPERANDS[BEL_N_OPS];

/** Returns: words of the instruction at @code, its opcode counted in. */
static inline uint32_t
bel_op_length (const uint32_t *code)
{
  int n = BEL_OP_OPERANDS[code[0]];
  return n < 0 ? 2 + code[1] : 1 + (uint32_t) n;
}

const char *bel_op_name (BelOp op);
