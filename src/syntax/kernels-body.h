/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The elementwise kernels, compiled by kernels.c once for each instruction set: NAME (f) is the function's
 * name there, WIDTH the numbers of a register. Only NAME (dots) adds across numbers, and does so as if a
 * register had BEL_KERNEL_LANES of them. */

typedef float NAME (Lanes) __attribute__ ((vector_size (4 * WIDTH)));
typedef int32_t NAME (Whole) __attribute__ ((vector_size (4 * WIDTH)));
typedef uint8_t NAME (Bytes) __attribute__ ((vector_size (WIDTH)));

static inline NAME (Lanes) NAME (load) (const float *from)
{
  NAME (Lanes) lanes;
  memcpy (&lanes, from, sizeof lanes);
  return lanes;
}

static inline void
NAME (store) (float *to, NAME (Lanes) lanes)
{
  memcpy (to, &lanes, sizeof lanes);
}

static inline NAME (Lanes) NAME (all) (float x)
{
  return (NAME (Lanes)){ 0 } + x;
}

static inline NAME (Lanes) NAME (choose) (NAME (Whole) mask, NAME (Lanes) a, NAME (Lanes) b)
{
  return (NAME (Lanes)) ((mask & (NAME (Whole)) a) | (~mask & (NAME (Whole)) b));
}

static inline NAME (Lanes) NAME (clamp) (NAME (Lanes) x, float most)
{
  x = NAME (choose) (x < NAME (all) (-most), NAME (all) (-most), x);
  return NAME (choose) (x > NAME (all) (most), NAME (all) (most), x);
}

/* As bel_exp() in activation.h, for -30 … 30. */
static inline NAME (Lanes) NAME (exp) (NAME (Lanes) x)
{
  NAME (Lanes) scaled = NAME (clamp) (x, 30.0f) * 1.44269504f;
  NAME (Lanes) whole = (scaled + 12582912.0f) - 12582912.0f;
  NAME (Lanes) f = scaled - whole;
  NAME (Lanes) power = f * 1.33335581e-3f + 9.61812911e-3f;
  power = power * f + 5.55041087e-2f;
  power = power * f + 2.40226507e-1f;
  power = power * f + 6.93147181e-1f;
  power = power * f + 1.0f;
  NAME (Whole) bits = (__builtin_convertvector(whole, NAME (Whole)) + 127) << 23;
  return power * (NAME (Lanes)) bits;
}

/* Sums of a product, as numbers. */
static inline NAME (Lanes) NAME (scaled) (const BelProduct *product, const int32_t *sums, size_t column)
{
  NAME (Whole) sum, zero;
  memcpy (&sum, sums, sizeof sum);
  memcpy (&zero, product->zero + column, sizeof zero);
  return __builtin_convertvector(sum - zero, NAME (Lanes)) * NAME (load) (product->scale + column);
}

static void
NAME (step) (const BelRecurrence *r, size_t t, size_t direction)
{
  size_t n = r->hidden, first = direction * r->gates * n, d = direction * n;
  const int32_t *sums = r->sums + t * 2 * r->gates * n + first;
  const float *x = r->x + t * r->x_row + direction * r->x_step;
  for (size_t k = 0; k < n; k += WIDTH) {
    NAME (Lanes) c = NAME (load) (r->state + k);
    NAME (Lanes) u = NAME (scaled) (r->product, sums + k, first + k);
    NAME (Lanes) f = NAME (scaled) (r->product, sums + n + k, first + n + k);
    NAME (Lanes) g = NAME (scaled) (r->product, sums + 2 * n + k, first + 2 * n + k);
    NAME (Lanes)
    past = r->gates == 4 ? NAME (scaled) (r->product, sums + 3 * n + k, first + 3 * n + k) : NAME (load) (x + k);
    f = f + NAME (load) (r->forget_c + d + k) * c + NAME (load) (r->forget_b + d + k);
    g = g + NAME (load) (r->reset_c + d + k) * c + NAME (load) (r->reset_b + d + k);
    /* Both sigmoids with one division. */
    NAME (Lanes) f1 = NAME (exp) (-f) + 1.0f, g1 = NAME (exp) (-g) + 1.0f;
    NAME (Lanes) both = 1.0f / (f1 * g1);
    f = both * g1;
    g = both * f1;
    c = f * c + (1.0f - f) * u;
    NAME (store) (r->state + k, c);
    NAME (store) (r->out + t * 2 * n + d + k, g * c + (1.0f - g) * past);
  }
}

static void
NAME (recur) (const BelRecurrence *r, uint32_t n)
{
  memset (r->state, 0, r->hidden * sizeof *r->state);
  for (uint32_t t = 0; t < n; t++)
    NAME (step) (r, t, 0);
  memset (r->state, 0, r->hidden * sizeof *r->state);
  for (uint32_t t = n; t-- > 0;)
    NAME (step) (r, t, 1);
}

static void
NAME (quantize) (const float *x, float scale, size_t n, uint8_t *out)
{
  for (size_t k = 0; k < n; k += WIDTH) {
    NAME (Lanes) y = NAME (clamp) (NAME (load) (x + k) * scale, 127.0f);
    /* The sum's low bits are the nearest whole number, ties to even. */
    NAME (Whole) whole = (NAME (Whole)) (y + (12582912.0f + BEL_KERNEL_ZERO)) & 255;
    NAME (Bytes) bytes = __builtin_convertvector(whole, NAME (Bytes));
    memcpy (out + k, &bytes, sizeof bytes);
  }
}

static void
NAME (finish) (const BelProduct *product, const int32_t *sums, const float *bias, uint32_t n_rectified, float *out)
{
  for (size_t k = 0; k < product->n; k += WIDTH) {
    NAME (Lanes) y = NAME (scaled) (product, sums + k, k) + NAME (load) (bias + k);
    if (k < n_rectified)
      y = NAME (choose) (y > NAME (all) (0), y, y * BEL_LEAK);
    NAME (store) (out + k, y);
  }
}

static void
NAME (dots) (const float *a, const float *b, uint32_t n, uint32_t d, float *out)
{
  enum { N = BEL_KERNEL_LANES / WIDTH };
  for (uint32_t j = 0; j < n; j++, b += d) {
    NAME (Lanes) sums[N];
    memset (sums, 0, sizeof sums);
    for (uint32_t k = 0; k < d; k += BEL_KERNEL_LANES)
      for (uint32_t i = 0; i < N; i++)
        sums[i] += NAME (load) (a + k + i * WIDTH) * NAME (load) (b + k + i * WIDTH);
    float parts[BEL_KERNEL_LANES];
    memcpy (parts, sums, sizeof parts);
    for (uint32_t half = BEL_KERNEL_LANES / 2; half > 0; half /= 2)
      for (uint32_t k = 0; k < half; k++)
        parts[k] += parts[k + half];
    out[j] = parts[0];
  }
}
