/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The way through the room: claims → propositions → keys → groups → rules → disputes. */
#include "conflict/dispute.h"
#include "conflict/evaluate.h"
#include "conflict/prop.h"
#include "conflict/words.h"

BelFindings *
bel_conflicts_find (const BelProgram *program, BelClaims **sources, uint32_t n_sources, const BelCompareOptions *options)
{
  BelArena *arena = bel_arena_new ();
  BelFindings *findings = bel_arena_new_struct (arena, BelFindings);
  findings->arena = arena;
  findings->n_sources = n_sources;
  findings->sources = bel_arena_new_array (arena, BelClaims *, n_sources);
  memcpy (findings->sources, sources, sizeof (*sources) * n_sources);
  g_autoptr (BelArena) scratch = bel_arena_new ();
  g_autoptr (BelSymbols) symbols = bel_symbols_new (program ? bel_program_symbols (program) : NULL);
  BelFinder finder = {
    .program = program,
    .wordnet = options->wordnet,
    .options = *options,
    .sources = findings->sources,
    .n_sources = n_sources,
    .arena = arena,
    .scratch = scratch,
    .symbols = symbols,
    .common = bel_arena_new_array (scratch, uint32_t *, n_sources + 1),
  };
  bel_map_init (&finder.bearers, scratch, 64);
  finder.words = bel_words_new (&finder);
  bel_props_build (&finder);
  bel_rules_evaluate (&finder);
  bel_disputes_build (&finder, findings);
  return findings;
}
