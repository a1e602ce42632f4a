/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The way through the room: claims → propositions → keys → groups → rules → disputes. */
#include "conflict/dispute.h"
#include "conflict/evaluate.h"
#include "conflict/prop.h"
#include "conflict/why.h"
#include "conflict/words.h"

/* Everything a comparison needs before rules are looked at. */
static void
prepare (BelFinder *finder, const BelProgram *program, BelClaims **sources, uint32_t n_sources,
         const BelCompareOptions *options, BelArena *arena)
{
  BelArena *scratch = bel_arena_new ();
  *finder = (BelFinder){
    .program = program,
    .wordnet = options->wordnet,
    .options = *options,
    .sources = sources,
    .n_sources = n_sources,
    .arena = arena,
    .scratch = scratch,
    .symbols = bel_symbols_new (program ? bel_program_symbols (program) : NULL),
    .common = bel_arena_new_array (scratch, uint32_t *, n_sources + 1),
  };
  bel_map_init (&finder->bearers, scratch, 64);
  finder->words = bel_words_new (finder);
  bel_props_build (finder);
}

static void
clear (BelFinder *finder)
{
  bel_symbols_unref (finder->symbols);
  bel_arena_free (finder->scratch);
}

BelFindings *
bel_conflicts_find (const BelProgram *program, BelClaims **sources, uint32_t n_sources,
                    const BelCompareOptions *options)
{
  BelArena *arena = bel_arena_new ();
  BelFindings *findings = bel_arena_new_struct (arena, BelFindings);
  findings->arena = arena;
  findings->n_sources = n_sources;
  findings->sources = bel_arena_new_array (arena, BelClaims *, n_sources);
  memcpy (findings->sources, sources, sizeof (*sources) * n_sources);
  BelFinder finder;
  prepare (&finder, program, findings->sources, n_sources, options, arena);
  bel_rules_evaluate (&finder);
  bel_disputes_build (&finder, findings);
  clear (&finder);
  return findings;
}

bool
bel_conflicts_why_not (const BelProgram *program, BelClaims **sources, uint32_t n_sources,
                       const BelCompareOptions *options, const BelClaimRef *a, const BelClaimRef *b, GString *out)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelFinder finder;
  prepare (&finder, program, sources, n_sources, options, arena);
  bool read = bel_why_not (&finder, a, b, out);
  clear (&finder);
  return read;
}
