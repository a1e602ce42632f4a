/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Matrix products for the trainer: by the tile unit in bfloat16 where the machine has one, else in
 * single precision. */
#pragma once

#include <glib.h>
#include <stdint.h>

typedef struct Gemm Gemm;

/** @exact: single precision whatever the machine has. */
Gemm *gemm_new (gboolean exact);
void gemm_free (Gemm *gemm);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gemm, gemm_free)
const char *gemm_path (const Gemm *gemm);

/** A matrix in memory: element (i, k) is at data[i × row + k × col]; one of the two strides is 1. */
typedef struct {
  const float *data;
  size_t row, col;
} GemmView;

static inline GemmView
gemm_view (const float *data, size_t row)
{
  return (GemmView){ data, row, 1 };
}
static inline GemmView
gemm_turned (const float *data, size_t row)
{
  return (GemmView){ data, 1, row };
}

/** @c (@m × @n, rows @c_row apart) = or, if @add, += @a (@m × @k) times @b (@k × @n). */
void gemm_run (Gemm *gemm, uint32_t m, uint32_t n, uint32_t k, GemmView a, GemmView b, float *c, size_t c_row,
               gboolean add);
