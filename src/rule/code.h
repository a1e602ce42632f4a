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

/** Returns: words of the instruction at @code, its opcode counted in. */
uint32_t bel_op_length (const uint32_t *code);
const char *bel_op_name (BelOp op);
