/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/transition.h"

#include <string.h>

#define NONE BEL_TRANSITION_NONE

void
bel_transition_start (BelTransitionState *state, const BelWord *words, const uint8_t *tags, uint32_t n)
{
  *state = (BelTransitionState) { .words = words, .tags = tags, .n = n };
  for (uint32_t i = 0; i <= n; i++)
    state->head[i] = state->left[i] = state->left2[i] = state->right[i] = state->right2[i] = NONE;
}

bool
bel_transition_done (const BelTransitionState *state)
{
  return state->next >= state->n && state->n_stack == 0;
}

bool
bel_transition_can (const BelTransitionState *state, uint32_t class)
{
  if (class == 0)
    return state->next < state->n;
  if (class >= BEL_TRANSITION_RIGHT)
    return state->n_stack > 1 && class != BEL_TRANSITION_RIGHT + BEL_DEP_ROOT;
  bool is_root = class == BEL_TRANSITION_LEFT + BEL_DEP_ROOT;
  return state->n_stack > 0 && is_root == (state->next == state->n)
         && (state->next < state->n || state->n_stack == 1);
}

static void
attach (BelTransitionState *state, uint32_t head, uint32_t child, uint32_t dep)
{
  state->head[child] = (uint16_t) head;
  state->dep[child] = (uint8_t) dep;
  if (child < head) {
    state->left2[head] = state->left[head];
    state->left[head] = (uint16_t) child;
    state->n_left[head] += state->n_left[head] < 9;
  } else {
    state->right2[head] = state->right[head];
    state->right[head] = (uint16_t) child;
    state->n_right[head] += state->n_right[head] < 9;
  }
}

void
bel_transition_do (BelTransitionState *state, uint32_t class)
{
  if (class == 0) {
    state->stack[state->n_stack++] = (uint16_t) state->next++;
    return;
  }
  uint32_t top = state->stack[--state->n_stack];
  if (class < BEL_TRANSITION_RIGHT)
    attach (state, state->next, top, class - BEL_TRANSITION_LEFT);
  else
    attach (state, state->stack[state->n_stack - 1], top, class - BEL_TRANSITION_RIGHT);
}

/* What the features see of one place of the state. */
typedef struct {
  uint32_t word, tag, cluster, suffix;
} Place;

static Place
place_at (const BelTransitionState *state, uint32_t i)
{
  if (i == NONE)
    return (Place) { 1, 251, 251, 1 };
  if (i >= state->n)
    return (Place) { 2, 252, 252, 2 };
  const BelWord *word = &state->words[i];
  return (Place) { word->digits, state->tags[i], word->cluster, word->suffix[2] };
}

static uint32_t
stack_at (const BelTransitionState *state, uint32_t k)
{
  return k < state->n_stack ? state->stack[state->n_stack - 1 - k] : NONE;
}

typedef struct {
  uint32_t *features;
  uint32_t n, template;
} Out;

static void
add (Out *out, uint32_t a, uint32_t b, uint32_t c)
{
  uint32_t template = ++out->template;
  out->features[out->n++] = bel_hash (bel_hash (bel_hash (bel_hash (template * 0x51ED270Bu, a), b), c), template);
}

static void
add_child (Out *out, const BelTransitionState *state, Place head, uint32_t child)
{
  Place p = place_at (state, child);
  uint32_t dep = child == NONE ? 255 : state->dep[child];
  add (out, head.tag, p.tag, dep);
  add (out, head.word, dep, 0);
  add (out, p.word, head.tag, 0);
}

uint32_t
bel_transition_features (const BelTransitionState *state, uint32_t features[BEL_TRANSITION_FEATURES])
{
  Out out = { features, 0, 0 };
  uint32_t i0 = stack_at (state, 0), i1 = stack_at (state, 1), i2 = stack_at (state, 2), ib = state->next;
  Place s0 = place_at (state, i0), s1 = place_at (state, i1), s2 = place_at (state, i2);
  Place b0 = place_at (state, ib), b1 = place_at (state, ib + 1 <= state->n ? ib + 1 : NONE);
  Place b2 = place_at (state, ib + 2 <= state->n ? ib + 2 : NONE);
  Place sm = place_at (state, i0 != NONE && i0 > 0 ? i0 - 1 : NONE);
  Place sp = place_at (state, i0 != NONE && i0 + 1 < state->n ? i0 + 1 : NONE);
  const Place *all[] = { &s0, &s1, &s2, &b0, &b1, &b2 };
  for (int k = 0; k < 6; k++) {
    add (&out, all[k]->word, all[k]->tag, 0);
    add (&out, all[k]->word, 0, 0);
    add (&out, all[k]->tag, 0, 0);
    add (&out, all[k]->cluster, all[k]->tag, 0);
  }
  uint32_t distance = i0 == NONE ? 0 : MIN (ib - i0, 12);
  uint32_t distance1 = i1 == NONE ? 0 : MIN (i0 - i1, 12);
  add (&out, s0.word, b0.word, 0);
  add (&out, s0.tag, b0.tag, 0);
  add (&out, s0.word, b0.tag, s0.tag);
  add (&out, s0.tag, b0.word, b0.tag);
  add (&out, s0.cluster, b0.cluster, 0);
  add (&out, s1.word, s0.word, 0);
  add (&out, s1.tag, s0.tag, 0);
  add (&out, s1.word, s0.tag, s1.tag);
  add (&out, s1.tag, s0.word, s0.tag);
  add (&out, s1.cluster, s0.cluster, 0);
  add (&out, s1.cluster, b0.cluster, s0.tag);
  add (&out, s0.tag, b0.tag, b1.tag);
  add (&out, s1.tag, s0.tag, b0.tag);
  add (&out, s2.tag, s1.tag, s0.tag);
  add (&out, b0.tag, b1.tag, b2.tag);
  add (&out, s1.word, s0.word, b0.tag);
  add (&out, s1.tag, s0.word, b0.tag);
  add (&out, s1.word, s0.tag, b0.word);
  add (&out, s0.word, b0.word, b1.tag);
  add (&out, sm.tag, s0.tag, sp.tag);
  add (&out, sp.word, s0.tag, b0.tag);
  add (&out, distance, s0.tag, b0.tag);
  add (&out, distance1, s1.tag, s0.tag);
  add (&out, distance, s0.word, 0);
  add (&out, distance1, s1.word, 0);
  if (i0 != NONE) {
    add_child (&out, state, s0, state->left[i0]);
    add_child (&out, state, s0, state->right[i0]);
    add (&out, s0.tag, state->n_left[i0], state->n_right[i0]);
    add (&out, s0.word, state->n_left[i0], state->n_right[i0]);
  }
  out.template = 64;
  if (i1 != NONE) {
    add_child (&out, state, s1, state->right[i1]);
    add_child (&out, state, s1, state->right2[i1]);
    add_child (&out, state, s1, state->left[i1]);
    add (&out, s1.tag, state->n_left[i1], state->n_right[i1]);
  }
  out.template = 80;
  if (ib < state->n) {
    add_child (&out, state, b0, state->left[ib]);
    add_child (&out, state, b0, state->left2[ib]);
    add (&out, s0.tag, b0.tag, state->left[ib] == NONE ? 255 : state->dep[state->left[ib]]);
  }
  return out.n;
}

void
bel_transition_finish (BelTransitionState *state)
{
  uint32_t root = NONE;
  for (uint32_t i = 0; i < state->n; i++) {
    if (state->head[i] != state->n)
      continue;
    if (root != NONE) {
      state->head[i] = (uint16_t) root;
      state->dep[i] = BEL_DEP_PARATAXIS;
    } else {
      root = i;
    }
  }
}

void
bel_transition_run (const BelLinear *linear, BelTransitionState *state)
{
  while (!bel_transition_done (state)) {
    uint32_t features[BEL_TRANSITION_FEATURES], best = UINT32_MAX;
    int32_t scores[BEL_TRANSITION_CLASSES] = { 0 };
    uint32_t n = bel_transition_features (state, features);
    bel_linear_score (linear, features, n, scores);
    for (uint32_t c = 0; c < BEL_TRANSITION_CLASSES; c++)
      if (bel_transition_can (state, c) && (best == UINT32_MAX || scores[c] > scores[best]))
        best = c;
    bel_transition_do (state, best);
  }
  bel_transition_finish (state);
}
