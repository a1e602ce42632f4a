/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Functions of one number in additions, multiplications and one division only, so that every compiler
 * and every width of vector gives the same bits (the file that uses them is built without contraction). */
#pragma once

#include <stdint.h>
#include <string.h>

/** e to the @x for -80 … 80; relative error below 3e-6. Polynomial: the Taylor series of 2^f, |f| ≤ 1/2. */
static inline float
bel_exp (float x)
{
  x = x < -80.0f ? -80.0f : x;
  x = x > 80.0f ? 80.0f : x;
  float scaled = x * 1.44269504f;
  float whole = (scaled + 12582912.0f) - 12582912.0f;
  float f = scaled - whole;
  float power = 1.33335581e-3f;
  power = power * f + 9.61812911e-3f;
  power = power * f + 5.55041087e-2f;
  power = power * f + 2.40226507e-1f;
  power = power * f + 6.93147181e-1f;
  power = power * f + 1.0f;
  int32_t bits = ((int32_t) whole + 127) * (1 << 23);
  float two;
  memcpy (&two, &bits, sizeof two);
  return power * two;
}

static inline float
bel_sigmoid (float x)
{
  return 1.0f / (1.0f + bel_exp (-x));
}

/** Slope of the leaky rectifier below zero. */
#define BEL_LEAK 0.1f
static inline float
bel_leaky (float x)
{
  float low = BEL_LEAK * x;
  return x > low ? x : low;
}
