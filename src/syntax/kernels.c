/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Built with -ffp-contract=off: a fused multiply-add would round otherwise than two steps do. */
#include "syntax/kernels.h"

#include "syntax/activation.h"

#include <string.h>

#if defined __x86_64__
#include <immintrin.h>
#define HAVE_X86 1
#endif

/* What follows is compiled for the instruction set @isa. */
#define PRAGMA(text) _Pragma (#text)
#if defined __clang__
#define BEGIN_TARGET(isa) PRAGMA (clang attribute push (__attribute__ ((target (isa))), apply_to = function))
#define END_TARGET PRAGMA (clang attribute pop)
#else
#define BEGIN_TARGET(isa) PRAGMA (GCC push_options) PRAGMA (GCC target (isa))
#define END_TARGET PRAGMA (GCC pop_options)
#endif

/* -- any processor ------------------------------------------------------------------------------ */

#define NAME(f) plain_##f
#define WIDTH 4
#include "syntax/kernels-body.h"
#undef NAME
#undef WIDTH

static void
plain_product (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out)
{
  uint32_t k = product->k, n = product->n;
  for (uint32_t i = 0; i < m; i++, a += k, out += n) {
    const int8_t *w = product->weights;
    for (uint32_t j = 0; j < n; j += 16) {
      int32_t sums[16] = { 0 };
      for (uint32_t p = 0; p < k; p += 4, w += 64)
        for (uint32_t c = 0; c < 16; c++)
          sums[c] += a[p] * w[4 * c] + a[p + 1] * w[4 * c + 1] + a[p + 2] * w[4 * c + 2] + a[p + 3] * w[4 * c + 3];
      memcpy (out + j, sums, sizeof sums);
    }
  }
}

static const BelKernels PLAIN = { "plain", plain_product, plain_recur, plain_quantize, plain_finish, plain_dots };

#if HAVE_X86

/* -- AVX2: sixteen columns in two registers, four rows at a time ---------------------------------- */

BEGIN_TARGET ("avx2")

#define NAME(f) avx2_##f
#define WIDTH 8
#include "syntax/kernels-body.h"
#undef NAME
#undef WIDTH

static inline __m256i
avx2_four (__m256i sum, __m256i bytes, __m256i weights)
{
  __m256i pairs = _mm256_maddubs_epi16 (bytes, weights);
  return _mm256_add_epi32 (sum, _mm256_madd_epi16 (pairs, _mm256_set1_epi16 (1)));
}

static inline __m256i
avx2_spread (const uint8_t *a)
{
  int32_t four;
  memcpy (&four, a, sizeof four);
  return _mm256_set1_epi32 (four);
}

static inline void
avx2_rows (const uint8_t *a, const int8_t *w, uint32_t k, uint32_t n, uint32_t n_rows, int32_t *out)
{
  __m256i sums[4][2];
  for (uint32_t i = 0; i < n_rows; i++)
    sums[i][0] = sums[i][1] = _mm256_setzero_si256 ();
  for (uint32_t p = 0; p < k; p += 4, w += 64) {
    __m256i w0 = _mm256_load_si256 ((const __m256i *) w), w1 = _mm256_load_si256 ((const __m256i *) (w + 32));
    for (uint32_t i = 0; i < n_rows; i++) {
      __m256i bytes = avx2_spread (a + i * k + p);
      sums[i][0] = avx2_four (sums[i][0], bytes, w0);
      sums[i][1] = avx2_four (sums[i][1], bytes, w1);
    }
  }
  for (uint32_t i = 0; i < n_rows; i++) {
    _mm256_storeu_si256 ((__m256i *) (out + (size_t) i * n), sums[i][0]);
    _mm256_storeu_si256 ((__m256i *) (out + (size_t) i * n + 8), sums[i][1]);
  }
}

static void
avx2_product (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out)
{
  uint32_t k = product->k, n = product->n;
  for (uint32_t j = 0; j < n; j += 16) {
    const int8_t *w = product->weights + (size_t) j * k;
    uint32_t i = 0;
    for (; i + 4 <= m; i += 4)
      avx2_rows (a + (size_t) i * k, w, k, n, 4, out + (size_t) i * n + j);
    for (; i < m; i++)
      avx2_rows (a + (size_t) i * k, w, k, n, 1, out + (size_t) i * n + j);
  }
}

END_TARGET

static const BelKernels AVX2 = { "avx2", avx2_product, avx2_recur, avx2_quantize, avx2_finish, avx2_dots };

/* -- AVX-512 with dot products of bytes: 64 columns, six rows at a time ---------------------------- */

BEGIN_TARGET ("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")

#define NAME(f) vnni_##f
#define WIDTH 16
#include "syntax/kernels-body.h"
#undef NAME
#undef WIDTH

static inline void
vnni_rows (const uint8_t *a, const int8_t *w, uint32_t k, uint32_t n, const uint32_t n_rows, int32_t *out)
{
  __m512i sums[6][4];
#pragma GCC unroll 6
  for (uint32_t i = 0; i < n_rows; i++)
#pragma GCC unroll 4
    for (uint32_t b = 0; b < 4; b++)
      sums[i][b] = _mm512_setzero_si512 ();
  for (uint32_t p = 0; p < k; p += 4, w += 64) {
    __m512i weights[4];
#pragma GCC unroll 4
    for (uint32_t b = 0; b < 4; b++)
      weights[b] = _mm512_load_si512 (w + (size_t) b * 16 * k);
#pragma GCC unroll 6
    for (uint32_t i = 0; i < n_rows; i++) {
      int32_t four;
      memcpy (&four, a + i * k + p, sizeof four);
      __m512i bytes = _mm512_set1_epi32 (four);
#pragma GCC unroll 4
      for (uint32_t b = 0; b < 4; b++)
        sums[i][b] = _mm512_dpbusd_epi32 (sums[i][b], bytes, weights[b]);
    }
  }
#pragma GCC unroll 6
  for (uint32_t i = 0; i < n_rows; i++)
#pragma GCC unroll 4
    for (uint32_t b = 0; b < 4; b++)
      _mm512_storeu_si512 (out + (size_t) i * n + 16 * b, sums[i][b]);
}

static void
vnni_product (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out)
{
  uint32_t k = product->k, n = product->n;
  for (uint32_t j = 0; j < n; j += 64) {
    const int8_t *w = product->weights + (size_t) j * k;
    uint32_t i = 0;
    for (; i + 6 <= m; i += 6)
      vnni_rows (a + (size_t) i * k, w, k, n, 6, out + (size_t) i * n + j);
    for (; i + 2 <= m; i += 2)
      vnni_rows (a + (size_t) i * k, w, k, n, 2, out + (size_t) i * n + j);
    for (; i < m; i++)
      vnni_rows (a + (size_t) i * k, w, k, n, 1, out + (size_t) i * n + j);
  }
}

END_TARGET

static const BelKernels VNNI = { "avx512-vnni", vnni_product, vnni_recur, vnni_quantize, vnni_finish, vnni_dots };

#endif

/* -- which --------------------------------------------------------------------------------------- */

const BelKernels *
bel_kernels_get (unsigned i, int *out_usable)
{
  *out_usable = 1;
#if HAVE_X86
  if (i == 1) {
    *out_usable = __builtin_cpu_supports ("avx2") != 0;
    return &AVX2;
  }
  if (i == 2) {
    *out_usable = __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512bw")
                  && __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512dq")
                  && __builtin_cpu_supports ("avx512vnni");
    return &VNNI;
  }
#endif
  return i == 0 ? &PLAIN : NULL;
}

const BelKernels *
bel_kernels_best (void)
{
  const BelKernels *best = &PLAIN, *kernels;
  int usable;
  for (unsigned i = 1; (kernels = bel_kernels_get (i, &usable)); i++)
    if (usable)
      best = kernels;
  return best;
}
