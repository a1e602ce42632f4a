/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Stand-in until the evaluator lands. */
#include "conflict/conflict.h"

BelFindings *
bel_conflicts_find (const BelProgram *program, BelClaims **sources, uint32_t n_sources, const BelCompareOptions *options)
{
  (void) program;
  (void) options;
  BelArena *arena = bel_arena_new ();
  BelFindings *findings = bel_arena_new_struct (arena, BelFindings);
  findings->arena = arena;
  findings->sources = sources;
  findings->n_sources = n_sources;
  return findings;
}
