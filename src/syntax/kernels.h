/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The inner loops of the parser, once for every kind of processor. All give the same bits: products are
 * of integers, and the rest is additions, multiplications and divisions in one fixed order. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** Widths are multiples of this. */
#define BEL_KERNEL_LANES 16u
/** Columns of a product are a multiple of this. */
#define BEL_KERNEL_COLUMNS 64u
/** What stands for zero among the unsigned bytes. */
#define BEL_KERNEL_ZERO 128

/** A matrix of trained weights, -63…63, so that pairs of products of bytes fit into 16 bits.
 * Weights lie in blocks of 16 columns; in a block, four rows by four rows, each column's four together. */
typedef struct {
  uint32_t k, n;         /**< rows and columns */
  float in_scale;        /**< of a number that goes in, to a byte */
  const int8_t *weights; /**< k × n */
  const int32_t *zero;   /**< n: what the zero of the bytes adds to a sum */
  const float *scale;    /**< n: of a sum, back to a number */
} BelProduct;

/** One layer of simple recurrent units over one sentence. */
typedef struct {
  const BelProduct *product;
  uint32_t hidden, gates;
  const int32_t *sums; /**< of the product: n words × 2 directions × gates × hidden */
  const float *x;      /**< the way past the layer, rows x_row apart; the right-to-left half begins at x_step */
  size_t x_row, x_step;
  const float *forget_c, *reset_c, *forget_b, *reset_b; /**< 2 × hidden each */
  float *state;                                         /**< hidden: scratch */
  float *out;                                           /**< n words × 2 × hidden */
} BelRecurrence;

typedef struct {
  const char *name;
  /** @out (@m × n) = @a (@m × k bytes, rows end to end) times the weights. */
  void (*product) (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out);
  /** Words 0 … @n-1, both directions. */
  void (*recur) (const BelRecurrence *recurrence, uint32_t n);
  /** @n numbers to bytes. */
  void (*quantize) (const float *x, float scale, size_t n, uint8_t *out);
  /** One row of sums to numbers, plus @bias; the first @n_rectified of the columns through the leaky rectifier. */
  void (*finish) (const BelProduct *product, const int32_t *sums, const float *bias, uint32_t n_rectified, float *out);
  /** @out[j] = @a · row j of @b, for @n rows of width @d. */
  void (*dots) (const float *a, const float *b, uint32_t n, uint32_t d, float *out);
} BelKernels;

/** The fastest that this processor runs. */
const BelKernels *bel_kernels_best (void);
/** Those called @name. Returns: NULL when this build has none or this processor cannot run them. */
const BelKernels *bel_kernels_named (const char *name);
/** Number @i of all that this build has, the slowest first. Returns: NULL past the last, and where this
 * processor cannot run it *@out_usable is 0. */
const BelKernels *bel_kernels_get (unsigned i, int *out_usable);
