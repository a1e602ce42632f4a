/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Simple recurrent units (Lei et al. 2018), without the hyperbolic tangent:
 *
 *   f = σ(W_f x + v_f c' + b_f)    c = f c' + (1 - f) W x
 *   r = σ(W_r x + v_r c' + b_r)    h = r c + (1 - r) x
 *
 * c' is the state of the word before (after, for the direction from the right). Everything but the matrix
 * products is elementwise, so that only this runs word by word. */
#include "syntax/activation.h"
#include "train/net-private.h"

#define MAX_HIDDEN 2048

static void
step_forward (uint32_t n, const float *restrict cp, const float *restrict x, const float *restrict vf,
              const float *restrict vr, const float *restrict bf, const float *restrict br, const float *restrict u,
              float *restrict f, float *restrict r, float *restrict c, float *restrict h)
{
  for (uint32_t k = 0; k < n; k++) {
    f[k] = bel_sigmoid (f[k] + vf[k] * cp[k] + bf[k]);
    r[k] = bel_sigmoid (r[k] + vr[k] * cp[k] + br[k]);
    c[k] = f[k] * cp[k] + (1.0f - f[k]) * u[k];
    h[k] = r[k] * c[k] + (1.0f - r[k]) * x[k];
  }
}

static const float ZEROS[MAX_HIDDEN];

void
sru_forward (const SruPass *pass, uint32_t begin, uint32_t end, float *h)
{
  uint32_t n = pass->hidden, width = pass->gates * n;
  for (uint32_t direction = 0; direction < 2; direction++) {
    const float *cp = ZEROS;
    size_t d = direction * n;
    for (uint32_t k = 0; k < end - begin; k++) {
      size_t t = direction ? end - 1 - k : begin + k;
      float *u = pass->u + t * 2 * width + direction * width, *c = pass->c + t * 2 * n + d;
      const float *x = pass->gates == 4 ? u + 3 * n : pass->x + t * pass->x_row + direction * pass->x_step;
      step_forward (n, cp, x, pass->forget_c + d, pass->reset_c + d, pass->forget_b + d, pass->reset_b + d, u, u + n,
                    u + 2 * n, c, h + t * 2 * n + d);
      cp = c;
    }
  }
}

typedef struct {
  float vf[MAX_HIDDEN], vr[MAX_HIDDEN], bf[MAX_HIDDEN], br[MAX_HIDDEN], dc[MAX_HIDDEN];
} Sums;

static void
step_backward (uint32_t n, const float *restrict cp, const float *restrict x, const float *restrict vf,
               const float *restrict vr, const float *restrict u, const float *restrict f, const float *restrict r,
               const float *restrict c, const float *restrict dh, float *restrict du, float *restrict df,
               float *restrict dr, float *restrict dx, float *restrict carry, float *restrict svf, float *restrict svr,
               float *restrict sbf, float *restrict sbr)
{
  for (uint32_t k = 0; k < n; k++) {
    float reset = dh[k] * (c[k] - x[k]) * r[k] * (1.0f - r[k]);
    float dc = carry[k] + dh[k] * r[k];
    float forget = dc * (cp[k] - u[k]) * f[k] * (1.0f - f[k]);
    dx[k] += dh[k] * (1.0f - r[k]);
    du[k] = dc * (1.0f - f[k]);
    df[k] = forget;
    dr[k] = reset;
    carry[k] = dc * f[k] + forget * vf[k] + reset * vr[k];
    svf[k] += forget * cp[k];
    svr[k] += reset * cp[k];
    sbf[k] += forget;
    sbr[k] += reset;
  }
}

static void
add_sums (uint32_t n, const float *from, float *to)
{
  for (uint32_t k = 0; k < n; k++)
    to[k] += from[k];
}

void
sru_backward (const SruPass *pass, const SruGradient *gradient, uint32_t begin, uint32_t end)
{
  uint32_t n = pass->hidden, width = pass->gates * n;
  for (uint32_t direction = 0; direction < 2; direction++) {
    Sums sums = { 0 };
    size_t d = direction * n;
    for (uint32_t k = 0; k < end - begin; k++) {
      size_t t = direction ? begin + k : end - 1 - k;
      gboolean first = k + 1 == end - begin;
      const float *u = pass->u + t * 2 * width + direction * width, *c = pass->c + t * 2 * n + d;
      const float *cp = first ? ZEROS : direction ? c + 2 * n : c - 2 * n;
      float *du = gradient->d_u + t * 2 * width + direction * width;
      const float *x = u + 3 * n;
      float *dx = du + 3 * n;
      if (pass->gates == 3) {
        x = pass->x + t * pass->x_row + direction * pass->x_step;
        dx = gradient->d_x + t * pass->x_row + direction * pass->x_step;
      } else {
        for (uint32_t q = 0; q < n; q++)
          dx[q] = 0;
      }
      step_backward (n, cp, x, pass->forget_c + d, pass->reset_c + d, u, u + n, u + 2 * n, c,
                     gradient->d_h + t * 2 * n + d, du, du + n, du + 2 * n, dx, sums.dc, sums.vf, sums.vr, sums.bf,
                     sums.br);
    }
    add_sums (n, sums.vf, gradient->forget_c + d);
    add_sums (n, sums.vr, gradient->reset_c + d);
    add_sums (n, sums.bf, gradient->forget_b + d);
    add_sums (n, sums.br, gradient->reset_b + d);
  }
}
