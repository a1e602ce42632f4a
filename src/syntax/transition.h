/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Greedy arc-hybrid parser (Kuhlmann et al. 2011) with a linear classifier. Section "TRAN": a BelLinear.
 * Class 0 shifts, 1 + d takes the top of the stack under the next word as d, 1 + N + d under the word
 * below it. The root stands behind the last word. */
#pragma once

#include "base/limits.h"
#include "syntax/linear.h"

#define BEL_TRANSITION_FEATURES 80
#define BEL_TRANSITION_CLASSES (1 + 2 * BEL_N_DEPS)
#define BEL_TRANSITION_MAX BEL_LIMIT_SENTENCE_TOKENS
#define BEL_TRANSITION_LEFT 1
#define BEL_TRANSITION_RIGHT (1 + BEL_N_DEPS)
#define BEL_TRANSITION_NONE UINT16_MAX

/** A state; words are 0 … n-1 and the root is n. */
typedef struct {
  const BelWord *words;
  const uint8_t *tags;
  uint32_t n, next, n_stack;
  uint16_t stack[BEL_TRANSITION_MAX + 1];
  uint16_t head[BEL_TRANSITION_MAX + 1];
  uint8_t dep[BEL_TRANSITION_MAX + 1];
  uint16_t left[BEL_TRANSITION_MAX + 1], left2[BEL_TRANSITION_MAX + 1]; /**< outermost children so far */
  uint16_t right[BEL_TRANSITION_MAX + 1], right2[BEL_TRANSITION_MAX + 1];
  uint8_t n_left[BEL_TRANSITION_MAX + 1], n_right[BEL_TRANSITION_MAX + 1];
} BelTransitionState;

void bel_transition_start (BelTransitionState *state, const BelWord *words, const uint8_t *tags, uint32_t n);
bool bel_transition_done (const BelTransitionState *state);
bool bel_transition_can (const BelTransitionState *state, uint32_t class);
void bel_transition_do (BelTransitionState *state, uint32_t class);
uint32_t bel_transition_features (const BelTransitionState *state, uint32_t features[BEL_TRANSITION_FEATURES]);
/** Makes the heads a tree with one root: further roots go under the first. */
void bel_transition_finish (BelTransitionState *state);
/** Parses; the result is in head (n is the root) and dep. */
void bel_transition_run (const BelLinear *linear, BelTransitionState *state);
