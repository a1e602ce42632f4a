/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Built with -ffp-contract=off: a fused multiply-add would round otherwise than two steps do. */
#include "syntax/kernels.h"

#include "syntax/activation.h"

#include <stdbool.h>
#include <string.h>

#if defined __x86_64__
#include <immintrin.h>
#define HAVE_X86 1
#if defined __linux__
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif
#endif

/* The inner loops are unrolled for a number of rows that is known where they are called. */
#define ALWAYS_INLINE static inline __attribute__ ((always_inline))

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

/* -- SSE2, which every x86-64 has: eight columns, two rows at a time, in products of sixteen bits ----- */

/* Sixteen signed bytes as two registers of sixteen bits. */
ALWAYS_INLINE void
sse2_widen (const int8_t *from, __m128i *low, __m128i *high)
{
  __m128i bytes = _mm_load_si128 ((const __m128i *) from);
  *low = _mm_srai_epi16 (_mm_unpacklo_epi8 (bytes, bytes), 8);
  *high = _mm_srai_epi16 (_mm_unpackhi_epi8 (bytes, bytes), 8);
}

/* Four bytes, twice over, as sixteen bits each. */
ALWAYS_INLINE __m128i
sse2_spread (const uint8_t *a)
{
  int32_t four;
  memcpy (&four, a, sizeof four);
  return _mm_unpacklo_epi8 (_mm_set1_epi32 (four), _mm_setzero_si128 ());
}

/* A register holds two columns, each as the sums over even and over odd pairs. */
ALWAYS_INLINE __m128i
sse2_settle (__m128i a, __m128i b)
{
  __m128 even = _mm_shuffle_ps (_mm_castsi128_ps (a), _mm_castsi128_ps (b), _MM_SHUFFLE (2, 0, 2, 0));
  __m128 odd = _mm_shuffle_ps (_mm_castsi128_ps (a), _mm_castsi128_ps (b), _MM_SHUFFLE (3, 1, 3, 1));
  return _mm_add_epi32 (_mm_castps_si128 (even), _mm_castps_si128 (odd));
}

ALWAYS_INLINE void
sse2_rows (const uint8_t *a, const int8_t *w, uint32_t k, uint32_t n, const uint32_t n_rows, int32_t *out)
{
  __m128i sums[2][4];
#pragma GCC unroll 2
  for (uint32_t i = 0; i < n_rows; i++)
    sums[i][0] = sums[i][1] = sums[i][2] = sums[i][3] = _mm_setzero_si128 ();
  for (uint32_t p = 0; p < k; p += 4, w += 64) {
    __m128i weights[4];
    sse2_widen (w, &weights[0], &weights[1]);
    sse2_widen (w + 16, &weights[2], &weights[3]);
#pragma GCC unroll 2
    for (uint32_t i = 0; i < n_rows; i++) {
      __m128i bytes = sse2_spread (a + (size_t) i * k + p);
#pragma GCC unroll 4
      for (uint32_t b = 0; b < 4; b++)
        sums[i][b] = _mm_add_epi32 (sums[i][b], _mm_madd_epi16 (bytes, weights[b]));
    }
  }
#pragma GCC unroll 2
  for (uint32_t i = 0; i < n_rows; i++) {
    _mm_storeu_si128 ((__m128i *) (out + (size_t) i * n), sse2_settle (sums[i][0], sums[i][1]));
    _mm_storeu_si128 ((__m128i *) (out + (size_t) i * n + 4), sse2_settle (sums[i][2], sums[i][3]));
  }
}

static void
sse2_product (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out)
{
  uint32_t k = product->k, n = product->n;
  for (uint32_t j = 0; j < n; j += 8) {
    const int8_t *w = product->weights + (size_t) (j / 16) * 16 * k + j % 16 * 4;
    uint32_t i = 0;
    for (; i + 2 <= m; i += 2)
      sse2_rows (a + (size_t) i * k, w, k, n, 2, out + (size_t) i * n + j);
    if (i < m)
      sse2_rows (a + (size_t) i * k, w, k, n, 1, out + (size_t) i * n + j);
  }
}

static const BelKernels SSE2 = { "sse2", sse2_product, plain_recur, plain_quantize, plain_finish, plain_dots };

/* -- AVX2: sixteen columns in two registers, four rows at a time ---------------------------------- */

BEGIN_TARGET ("avx2")

#define NAME(f) avx2_##f
#define WIDTH 8
#include "syntax/kernels-body.h"
#undef NAME
#undef WIDTH

ALWAYS_INLINE __m256i
avx2_four (__m256i sum, __m256i bytes, __m256i weights)
{
  __m256i pairs = _mm256_maddubs_epi16 (bytes, weights);
  return _mm256_add_epi32 (sum, _mm256_madd_epi16 (pairs, _mm256_set1_epi16 (1)));
}

ALWAYS_INLINE __m256i
avx2_spread (const uint8_t *a)
{
  int32_t four;
  memcpy (&four, a, sizeof four);
  return _mm256_set1_epi32 (four);
}

ALWAYS_INLINE void
avx2_rows (const uint8_t *a, const int8_t *w, uint32_t k, uint32_t n, uint32_t n_rows, int32_t *out)
{
  __m256i sums[4][2];
#pragma GCC unroll 4
  for (uint32_t i = 0; i < n_rows; i++)
    sums[i][0] = sums[i][1] = _mm256_setzero_si256 ();
  for (uint32_t p = 0; p < k; p += 4, w += 64) {
    __m256i w0 = _mm256_load_si256 ((const __m256i *) w), w1 = _mm256_load_si256 ((const __m256i *) (w + 32));
#pragma GCC unroll 4
    for (uint32_t i = 0; i < n_rows; i++) {
      __m256i bytes = avx2_spread (a + i * k + p);
      sums[i][0] = avx2_four (sums[i][0], bytes, w0);
      sums[i][1] = avx2_four (sums[i][1], bytes, w1);
    }
  }
#pragma GCC unroll 4
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

#if defined __linux__

/* -- AVX2 with dot products of bytes, as processors for desks and laps have it: six rows at a time --- */

BEGIN_TARGET ("avx2,avxvnni")

ALWAYS_INLINE void
avxvnni_rows (const uint8_t *a, const int8_t *w, uint32_t k, uint32_t n, const uint32_t n_rows, int32_t *out)
{
  __m256i sums[6][2];
#pragma GCC unroll 6
  for (uint32_t i = 0; i < n_rows; i++)
    sums[i][0] = sums[i][1] = _mm256_setzero_si256 ();
  for (uint32_t p = 0; p < k; p += 4, w += 64) {
    __m256i w0 = _mm256_load_si256 ((const __m256i *) w), w1 = _mm256_load_si256 ((const __m256i *) (w + 32));
#pragma GCC unroll 6
    for (uint32_t i = 0; i < n_rows; i++) {
      int32_t four;
      memcpy (&four, a + (size_t) i * k + p, sizeof four);
      __m256i bytes = _mm256_set1_epi32 (four);
      sums[i][0] = _mm256_dpbusd_avx_epi32 (sums[i][0], bytes, w0);
      sums[i][1] = _mm256_dpbusd_avx_epi32 (sums[i][1], bytes, w1);
    }
  }
#pragma GCC unroll 6
  for (uint32_t i = 0; i < n_rows; i++) {
    _mm256_storeu_si256 ((__m256i *) (out + (size_t) i * n), sums[i][0]);
    _mm256_storeu_si256 ((__m256i *) (out + (size_t) i * n + 8), sums[i][1]);
  }
}

static void
avxvnni_product (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out)
{
  uint32_t k = product->k, n = product->n;
  for (uint32_t j = 0; j < n; j += 16) {
    const int8_t *w = product->weights + (size_t) j * k;
    uint32_t i = 0;
    for (; i + 6 <= m; i += 6)
      avxvnni_rows (a + (size_t) i * k, w, k, n, 6, out + (size_t) i * n + j);
    for (; i + 2 <= m; i += 2)
      avxvnni_rows (a + (size_t) i * k, w, k, n, 2, out + (size_t) i * n + j);
    for (; i < m; i++)
      avxvnni_rows (a + (size_t) i * k, w, k, n, 1, out + (size_t) i * n + j);
  }
}

END_TARGET

static const BelKernels AVX_VNNI = { "avx-vnni", avxvnni_product, avx2_recur, avx2_quantize, avx2_finish, avx2_dots };

static bool
avxvnni_usable (void)
{
  enum { HAS_VNNI = 1 << 4 };
  unsigned a, b, c, d;
  return __builtin_cpu_supports ("avx2") && __get_cpuid_count (7, 1, &a, &b, &c, &d) && (a & HAS_VNNI);
}

#endif

/* -- AVX-512 with dot products of bytes: 64 columns, six rows at a time ---------------------------- */

BEGIN_TARGET ("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")

#define NAME(f) vnni_##f
#define WIDTH 16
#include "syntax/kernels-body.h"
#undef NAME
#undef WIDTH

ALWAYS_INLINE void
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

#if defined __linux__

/* -- AMX: tiles of 16 rows by 64 bytes ------------------------------------------------------------- */

#define HAVE_TILES 1

BEGIN_TARGET ("amx-tile,amx-int8")

typedef struct {
  uint8_t palette, start, reserved[14];
  uint16_t row_bytes[16];
  uint8_t rows[16];
} TileConfig;

/* The compiler does not know that tile instructions read and write what @memory points to. */
ALWAYS_INLINE void
settle (const void *memory)
{
  __asm__ volatile("" : : "r"(memory) : "memory");
}

/* Tiles 0 … 3 are sums: @upper rows of two blocks of columns, then @lower rows. 4 and 5 are the bytes of
 * these rows, 6 and 7 the weights of these columns. */
static void
set_tiles (uint32_t upper, uint32_t lower)
{
  TileConfig config = { .palette = 1 };
  const uint32_t rows[8] = { upper, upper, lower, lower, upper, lower, 16, 16 };
  for (int i = 0; i < 8; i++) {
    config.rows[i] = (uint8_t) rows[i];
    config.row_bytes[i] = rows[i] ? 64 : 0;
  }
  settle (&config);
  _tile_loadconfig (&config);
}

ALWAYS_INLINE void
tile_rows (const uint8_t *a, const int8_t *w, uint32_t k, uint32_t n, bool lower, int32_t *out)
{
  const int8_t *w1 = w + (size_t) 16 * k;
  _tile_zero (0);
  _tile_zero (1);
  if (lower) {
    _tile_zero (2);
    _tile_zero (3);
  }
  for (uint32_t p = 0; p < k; p += 64) {
    _tile_loadd (4, a + p, k);
    _tile_loadd (6, w + (size_t) p * 16, 64);
    _tile_loadd (7, w1 + (size_t) p * 16, 64);
    _tile_dpbusd (0, 4, 6);
    _tile_dpbusd (1, 4, 7);
    if (lower) {
      _tile_loadd (5, a + 16 * (size_t) k + p, k);
      _tile_dpbusd (2, 5, 6);
      _tile_dpbusd (3, 5, 7);
    }
  }
  _tile_stored (0, out, (size_t) n * 4);
  _tile_stored (1, out + 16, (size_t) n * 4);
  if (lower) {
    _tile_stored (2, out + 16 * (size_t) n, (size_t) n * 4);
    _tile_stored (3, out + 16 * (size_t) n + 16, (size_t) n * 4);
  }
}

static void
tile_columns (const BelProduct *product, const uint8_t *a, bool lower, int32_t *out)
{
  for (uint32_t j = 0; j < product->n; j += 32)
    tile_rows (a, product->weights + (size_t) j * product->k, product->k, product->n, lower, out + j);
}

static void
tile_product (const BelProduct *product, const uint8_t *a, uint32_t m, int32_t *out)
{
  if (product->k % 64 != 0) {
    vnni_product (product, a, m, out);
    return;
  }
  settle (a);
  for (uint32_t i = 0; i < m; i += 32) {
    uint32_t rows = m - i < 32 ? m - i : 32, upper = rows < 16 ? rows : 16;
    if (i == 0 || rows < 32)
      set_tiles (upper, rows - upper);
    const uint8_t *from = a + (size_t) i * product->k;
    int32_t *to = out + (size_t) i * product->n;
    if (rows > 16)
      tile_columns (product, from, true, to);
    else
      tile_columns (product, from, false, to);
  }
  _tile_release ();
  settle (out);
}

END_TARGET

static const BelKernels TILES = { "amx", tile_product, vnni_recur, vnni_quantize, vnni_finish, vnni_dots };

/* Whether the processor has the unit, and the system lets this process use it (asking is needed, once, and
 * does no harm again). */
static bool
tiles_usable (void)
{
  enum { GET_PERMISSION = 0x1023, TILE_DATA = 18, HAS_TILES = 1 << 24, HAS_BYTES = 1 << 25 };
  unsigned a, b, c, d;
  if (!__get_cpuid_count (7, 0, &a, &b, &c, &d) || !(d & HAS_TILES) || !(d & HAS_BYTES))
    return false;
  return syscall (SYS_arch_prctl, GET_PERMISSION, TILE_DATA) == 0;
}

#endif

#endif

/* -- which --------------------------------------------------------------------------------------- */

#if HAVE_X86
static bool
vnni_usable (void)
{
  return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512bw")
         && __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512dq")
         && __builtin_cpu_supports ("avx512vnni");
}
#endif

static bool
always_usable (void)
{
  return true;
}

#if HAVE_X86
static bool
avx2_usable (void)
{
  return __builtin_cpu_supports ("avx2") != 0;
}
#endif

#if HAVE_TILES
static bool
vnni_and_tiles_usable (void)
{
  return vnni_usable () && tiles_usable ();
}
#endif

/* The slowest first. */
static const struct {
  const BelKernels *kernels;
  bool (*usable) (void);
} ALL[] = {
  { &PLAIN, always_usable },
#if HAVE_X86
  { &SSE2, always_usable },
  { &AVX2, avx2_usable },
#if defined __linux__
  { &AVX_VNNI, avxvnni_usable },
#endif
  { &VNNI, vnni_usable },
#if HAVE_TILES
  { &TILES, vnni_and_tiles_usable },
#endif
#endif
};

const BelKernels *
bel_kernels_get (unsigned i, int *out_usable)
{
  if (i >= sizeof ALL / sizeof *ALL)
    return NULL;
  *out_usable = ALL[i].usable ();
  return ALL[i].kernels;
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

const BelKernels *
bel_kernels_named (const char *name)
{
  const BelKernels *kernels;
  int usable;
  for (unsigned i = 0; (kernels = bel_kernels_get (i, &usable)); i++)
    if (usable && strcmp (kernels->name, name) == 0)
      return kernels;
  return NULL;
}
