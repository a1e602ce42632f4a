/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/gemm.h"

#include <stdlib.h>
#include <string.h>

#ifdef __AMX_BF16__
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#define TILE 16u
#define DEPTH 32u /* of one tile step */

typedef float Lanes __attribute__ ((vector_size (64), aligned (4)));
#define N_LANES 16u

struct Gemm {
  gboolean tiles;
  void *a, *b;
  size_t n_a, n_b;
};

#ifdef __AMX_BF16__
/* The compiler does not know that tile instructions read what @memory points to. */
static inline void
settle (const void *memory)
{
  __asm__ volatile("" : : "r"(memory) : "memory");
}

static gboolean
ask_for_tiles (void)
{
  enum { ARCH_REQ_XCOMP_PERM = 0x1023, XFEATURE_XTILEDATA = 18 };
  if (syscall (SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA) != 0)
    return FALSE;
  struct {
    uint8_t palette, start, reserved[14];
    uint16_t row_bytes[16];
    uint8_t rows[16];
  } config = { .palette = 1 };
  for (int i = 0; i < 8; i++) {
    config.row_bytes[i] = 64;
    config.rows[i] = TILE;
  }
  settle (&config);
  _tile_loadconfig (&config);
  return TRUE;
}
#endif

Gemm *
gemm_new (gboolean exact)
{
  Gemm *gemm = g_new0 (Gemm, 1);
#ifdef __AMX_BF16__
  gemm->tiles = !exact && ask_for_tiles ();
#else
  (void) exact;
#endif
  return gemm;
}

void
gemm_free (Gemm *gemm)
{
  if (!gemm)
    return;
  free (gemm->a);
  free (gemm->b);
  g_free (gemm);
}

const char *
gemm_path (const Gemm *gemm)
{
  return gemm->tiles ? "tiles of bfloat16" : "single precision";
}

static uint32_t
round_up (uint32_t n, uint32_t to)
{
  return (n + to - 1) / to * to;
}

static void *
room (void **buffer, size_t *n_buffer, size_t n_bytes)
{
  if (n_bytes > *n_buffer) {
    free (*buffer);
    *n_buffer = (n_bytes + n_bytes / 4 + 63) / 64 * 64;
    *buffer = aligned_alloc (64, *n_buffer);
  }
  return *buffer;
}

#ifdef __AMX_BF16__
static inline uint16_t
to_bf16 (float x)
{
  uint32_t bits;
  memcpy (&bits, &x, sizeof bits);
  return (uint16_t) ((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
}

typedef uint32_t Pairs[TILE][TILE]; /* of neighbours along the depth */

static void
turn_pairs (const Pairs from, uint32_t *restrict to)
{
  for (uint32_t q = 0; q < TILE; q++)
    for (uint32_t i = 0; i < TILE; i++)
      to[q * TILE + i] = from[i][q];
}

/* Sixteen lines of 32 numbers each, next to each other in memory; 16 lines lie @step apart. */
static void
pack_along (const float *from, size_t step, uint32_t n_lines, uint32_t n_along, uint16_t *restrict out)
{
  if (n_along == DEPTH) {
    for (uint32_t i = 0; i < n_lines; i++)
      for (uint32_t p = 0; p < DEPTH; p++)
        out[i * DEPTH + p] = to_bf16 (from[i * step + p]);
    return;
  }
  for (uint32_t i = 0; i < n_lines; i++)
    for (uint32_t p = 0; p < n_along; p++)
      out[i * DEPTH + p] = to_bf16 (from[i * step + p]);
}

/* The same of numbers next to each other across the lines: pairs of two rows that lie @step apart. */
static void
pack_across (const float *from, size_t step, uint32_t n_lines, uint32_t n_along, uint32_t *restrict out)
{
  for (uint32_t p = 0; p < n_along; p += 2) {
    const float *low = from + p * step, *high = p + 1 < n_along ? low + step : NULL;
    if (high && n_lines == TILE) {
      for (uint32_t i = 0; i < TILE; i++)
        out[p / 2 * TILE + i] = to_bf16 (low[i]) | (uint32_t) to_bf16 (high[i]) << 16;
      continue;
    }
    for (uint32_t i = 0; i < n_lines; i++)
      out[p / 2 * TILE + i] = to_bf16 (low[i]) | (high ? (uint32_t) to_bf16 (high[i]) << 16 : 0);
  }
}

/* Rows i0…i0+15, columns k0…k0+31 of @a as one tile. */
static void
pack_a_tile (GemmView a, uint32_t m, uint32_t k, uint32_t i0, uint32_t k0, uint32_t *out)
{
  uint32_t n_i = MIN (TILE, m - i0), n_k = MIN (DEPTH, k - k0);
  const float *from = a.data + i0 * a.row + k0 * a.col;
  Pairs pairs;
  if (n_i < TILE || n_k < DEPTH) {
    memset (out, 0, sizeof pairs);
    memset (pairs, 0, sizeof pairs);
  }
  if (a.col == 1) {
    pack_along (from, a.row, n_i, n_k, (uint16_t *) out);
  } else {
    pack_across (from, a.col, n_i, n_k, pairs[0]);
    turn_pairs (pairs, out);
  }
}

/* Rows k0…k0+31, columns j0…j0+15 of @b as one tile: pairs of rows side by side. */
static void
pack_b_tile (GemmView b, uint32_t n, uint32_t k, uint32_t j0, uint32_t k0, uint32_t *out)
{
  uint32_t n_j = MIN (TILE, n - j0), n_k = MIN (DEPTH, k - k0);
  const float *from = b.data + k0 * b.row + j0 * b.col;
  Pairs pairs;
  if (n_j < TILE || n_k < DEPTH) {
    memset (out, 0, sizeof pairs);
    memset (pairs, 0, sizeof pairs);
  }
  if (b.col == 1) {
    pack_across (from, b.row, n_j, n_k, out);
  } else {
    pack_along (from, b.col, n_j, n_k, (uint16_t *) pairs);
    turn_pairs (pairs, out);
  }
}

static void
put_tile (const float *tile, uint32_t m, uint32_t n, uint32_t i0, uint32_t j0, float *c, size_t c_row, gboolean add)
{
  if (i0 >= m || j0 >= n)
    return;
  uint32_t n_i = MIN (TILE, m - i0), n_j = MIN (TILE, n - j0);
  for (uint32_t i = 0; i < n_i; i++) {
    float *to = c + (i0 + i) * c_row + j0;
    for (uint32_t j = 0; j < n_j; j++)
      to[j] = tile[i * TILE + j] + (add ? to[j] : 0.0f);
  }
}

/* Four tiles of @c at (i, j), from the panels of two tiles of rows and two of columns. */
static void
run_four (const uint32_t *a, const uint32_t *b, uint32_t steps, uint32_t m, uint32_t n, uint32_t i, uint32_t j,
          float *c, size_t c_row, gboolean add)
{
  enum { STEP = TILE * TILE };
  const uint32_t *a1 = a + steps * STEP, *b1 = b + steps * STEP;
  gboolean whole = i + 2 * TILE <= m && j + 2 * TILE <= n;
  float *at = c + i * c_row + j;
  _tile_zero (0);
  _tile_zero (1);
  _tile_zero (2);
  _tile_zero (3);
  if (whole && add) {
    _tile_loadd (0, at, c_row * 4);
    _tile_loadd (1, at + TILE, c_row * 4);
    _tile_loadd (2, at + TILE * c_row, c_row * 4);
    _tile_loadd (3, at + TILE * c_row + TILE, c_row * 4);
  }
  for (uint32_t s = 0; s < steps; s++) {
    _tile_loadd (4, a + s * STEP, 64);
    _tile_loadd (5, a1 + s * STEP, 64);
    _tile_loadd (6, b + s * STEP, 64);
    _tile_loadd (7, b1 + s * STEP, 64);
    _tile_dpbf16ps (0, 4, 6);
    _tile_dpbf16ps (1, 4, 7);
    _tile_dpbf16ps (2, 5, 6);
    _tile_dpbf16ps (3, 5, 7);
  }
  if (whole) {
    _tile_stored (0, at, c_row * 4);
    _tile_stored (1, at + TILE, c_row * 4);
    _tile_stored (2, at + TILE * c_row, c_row * 4);
    _tile_stored (3, at + TILE * c_row + TILE, c_row * 4);
    return;
  }
  float out[4][TILE * TILE] __attribute__ ((aligned (64)));
  _tile_stored (0, out[0], 64);
  _tile_stored (1, out[1], 64);
  _tile_stored (2, out[2], 64);
  _tile_stored (3, out[3], 64);
  settle (out);
  put_tile (out[0], m, n, i, j, c, c_row, add);
  put_tile (out[1], m, n, i, j + TILE, c, c_row, add);
  put_tile (out[2], m, n, i + TILE, j, c, c_row, add);
  put_tile (out[3], m, n, i + TILE, j + TILE, c, c_row, add);
}

static void
run_tiles (Gemm *gemm, uint32_t m, uint32_t n, uint32_t k, GemmView a, GemmView b, float *c, size_t c_row, gboolean add)
{
  uint32_t m2 = round_up (m, 2 * TILE), n2 = round_up (n, 2 * TILE), steps = round_up (k, DEPTH) / DEPTH;
  size_t tile = TILE * TILE, panel = steps * tile;
  uint32_t *pa = room (&gemm->a, &gemm->n_a, m2 / TILE * panel * 4);
  uint32_t *pb = room (&gemm->b, &gemm->n_b, n2 / TILE * panel * 4);
  memset (pa + (m2 / TILE - 1) * panel, 0, panel * 4);
  memset (pb + (n2 / TILE - 1) * panel, 0, panel * 4);
  for (uint32_t i = 0; i < m; i += TILE)
    for (uint32_t s = 0; s < steps; s++)
      pack_a_tile (a, m, k, i, s * DEPTH, pa + i / TILE * panel + s * tile);
  for (uint32_t j = 0; j < n; j += TILE)
    for (uint32_t s = 0; s < steps; s++)
      pack_b_tile (b, n, k, j, s * DEPTH, pb + j / TILE * panel + s * tile);
  settle (pa);
  settle (pb);
  settle (c);
  for (uint32_t j = 0; j < n2; j += 2 * TILE)
    for (uint32_t i = 0; i < m2; i += 2 * TILE)
      run_four (pa + i / TILE * panel, pb + j / TILE * panel, steps, m, n, i, j, c, c_row, add);
  settle (c);
}
#endif

#define ROWS 4u

/* @n_rows rows of @c, 32 columns at a time; @b is n2 wide, rows padded with zeros. */
static void
run_rows (uint32_t n_rows, uint32_t n, uint32_t n2, uint32_t k, const float *a, const float *b, float *c, size_t c_row,
          gboolean add)
{
  for (uint32_t j = 0; j < n2; j += 2 * N_LANES) {
    Lanes sums[ROWS][2] = { 0 };
    for (uint32_t p = 0; p < k; p++) {
      Lanes b0 = *(const Lanes *) (b + (size_t) p * n2 + j), b1 = *(const Lanes *) (b + (size_t) p * n2 + j + N_LANES);
      for (uint32_t i = 0; i < ROWS; i++) {
        sums[i][0] += a[p * ROWS + i] * b0;
        sums[i][1] += a[p * ROWS + i] * b1;
      }
    }
    uint32_t n_j = MIN (2 * N_LANES, n - MIN (j, n));
    for (uint32_t i = 0; i < n_rows; i++)
      for (uint32_t q = 0; q < n_j; q++)
        c[i * c_row + j + q] = sums[i][q / N_LANES][q % N_LANES] + (add ? c[i * c_row + j + q] : 0.0f);
  }
}

static void
run_plain (Gemm *gemm, uint32_t m, uint32_t n, uint32_t k, GemmView a, GemmView b, float *c, size_t c_row, gboolean add)
{
  uint32_t n2 = round_up (n, 2 * N_LANES);
  float *pb = room (&gemm->b, &gemm->n_b, (size_t) k * n2 * sizeof (float));
  float *pa = room (&gemm->a, &gemm->n_a, (size_t) k * ROWS * sizeof (float));
  memset (pb, 0, (size_t) k * n2 * sizeof (float));
  for (uint32_t p = 0; p < k; p++)
    for (uint32_t j = 0; j < n; j++)
      pb[(size_t) p * n2 + j] = b.data[p * b.row + j * b.col];
  for (uint32_t i = 0; i < m; i += ROWS) {
    uint32_t n_rows = MIN (ROWS, m - i);
    for (uint32_t p = 0; p < k; p++)
      for (uint32_t r = 0; r < ROWS; r++)
        pa[p * ROWS + r] = r < n_rows ? a.data[(i + r) * a.row + p * a.col] : 0.0f;
    run_rows (n_rows, n, n2, k, pa, pb, c + i * c_row, c_row, add);
  }
}

void
gemm_run (Gemm *gemm, uint32_t m, uint32_t n, uint32_t k, GemmView a, GemmView b, float *c, size_t c_row, gboolean add)
{
#ifdef __AMX_BF16__
  if (gemm->tiles) {
    run_tiles (gemm, m, n, k, a, b, c, c_row, add);
    return;
  }
#endif
  run_plain (gemm, m, n, k, a, b, c, c_row, add);
}
