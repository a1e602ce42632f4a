/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Heads that are nearly as good as one another. The network learns relations at right heads, and at the most likely wrong
 * head that there is none, which it writes as the root's; where a relation to a head is anything but clear, the head is
 * likely to be wrong. docs/notes/syntax.md has the figures. */
#include "syntax/parser-run.h"

#include "syntax/activation.h"

#define NEAR 4.0f   /* a rival's score is no farther below the best */
#define WEIGHT 4.0f /* of the share that the likeliest relation lacks */
#define MOST_RIVALS 16u
#define MOST_LABELS 128u
G_STATIC_ASSERT (BEL_N_DEPS <= MOST_LABELS);

/* The share of the likeliest relation, among all and none. */
static float
clearness (const float *scores)
{
  float best = scores[BEL_DEP_ROOT + 1], most, sum = 0;
  for (uint32_t l = BEL_DEP_ROOT + 2; l < BEL_N_DEPS; l++)
    best = scores[l] > best ? scores[l] : best;
  most = scores[BEL_DEP_ROOT] > best ? scores[BEL_DEP_ROOT] : best;
  for (uint32_t l = BEL_DEP_ROOT; l < BEL_N_DEPS; l++)
    sum += bel_exp (scores[l] - most);
  return bel_exp (best - most) / sum;
}

static uint32_t
find_rivals (const float *scores, uint32_t n, uint32_t rivals[MOST_RIVALS])
{
  float best = scores[0];
  uint32_t n_rivals = 0;
  for (uint32_t h = 1; h <= n; h++)
    best = scores[h] > best ? scores[h] : best;
  for (uint32_t h = 0; h <= n && n_rivals < MOST_RIVALS; h++)
    if (scores[h] > best - NEAR)
      rivals[n_rivals++] = h;
  return n_rivals;
}

void
bel_parser_weigh_rivals (const BelParserRun *run, uint32_t begin, uint32_t n, uint32_t i, float *scores)
{
  uint32_t rivals[MOST_RIVALS], n_rivals = find_rivals (scores, n, rivals);
  float labels[MOST_LABELS];
  for (uint32_t k = 0; k < n_rivals && n_rivals > 1; k++) {
    if (rivals[k] == 0) /* the root: there is one relation to it */
      continue;
    bel_parser_score_labels (run, begin + i, begin + rivals[k] - 1, labels);
    scores[rivals[k]] -= WEIGHT * (1 - clearness (labels));
  }
}
