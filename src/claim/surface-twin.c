/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Other decompositions of a claim's words: without what may be left out ("met | the ambassador"), with the preposition of
 * a noun in the relation ("completed its acquisition of | the firm"), and an infinitive told from the clause above it ("dug
 * a ditch to hold | water"). docs/notes/tuples.md tells why these and no others. */
#include "claim/surface.h"

/* -- infinitives ----------------------------------------------------------------------------- */

/* The clause an infinitive is told from: the verb it depends on, or the verb whose object or complement it modifies. */
static uint32_t
clause_above (const BelClauseBuilder *b, uint32_t t)
{
  BelDep dep = b->t->dep[t];
  uint32_t up = b->t->head[t];
  if (dep == BEL_DEP_ADVCL || dep == BEL_DEP_XCOMP)
    return up;
  if (dep != BEL_DEP_ACL)
    return BEL_NONE;
  for (uint32_t step = 0; step < 3 && up != BEL_NONE; step++, up = b->t->head[up]) {
    if (bel_clause_is_head (b, up))
      return up;
    BelDep d = b->t->dep[up];
    if (d != BEL_DEP_NMOD && d != BEL_DEP_OBJ && d != BEL_DEP_OBL && d != BEL_DEP_XCOMP)
      return BEL_NONE;
  }
  return BEL_NONE;
}

/* An infinitive, or a gerund with its preposition: "the need for understanding". */
static bool
is_infinitive (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t mark = bel_child (b->document, t, BEL_DEP_MARK);
  if (mark == BEL_NONE || mark > t)
    return false;
  return bel_clause_is_word (b, mark, BEL_WORD_TO) || (b->t->dep[t] == BEL_DEP_ACL && b->t->xpos[t] == BEL_XPOS_VBG);
}

/* Words of the clause above up to the infinitive, its lead argument within. */
static void
push_above (BelClauseBuilder *b, const BelClause *above, uint32_t until, BelTokenList *out)
{
  BelTokenList words = { 0 };
  uint32_t lead = bel_surface_lead_argument (b, above);
  bel_clause_predicate_words (b, above, &b->surface_rel);
  bel_surface_rel_words (b, above, lead, &words);
  if (lead != BEL_NONE && !above->arguments[lead].clause) {
    bel_phrase_collect (b, above->arguments[lead].head, BEL_PHRASE_SLOT, BEL_NONE);
    bel_surface_push_phrase (b, &words);
  }
  for (uint32_t i = 0; i < words.n; i++)
    if (words.items[i] < until)
      bel_vec_push (b->arena, out, words.items[i]);
}

bool
bel_surface_tell_infinitive (BelClauseBuilder *b, const BelClause *clause, BelTokenList *out, uint32_t *subject)
{
  uint32_t top = clause->chain[0];
  uint32_t up = is_infinitive (b, top) ? clause_above (b, top) : BEL_NONE;
  if (up == BEL_NONE)
    return false;
  BelClause above;
  bel_clause_read (b, bel_clause_chain_end (b, up), &above);
  if (above.subject == BEL_NONE)
    return false;
  uint32_t to = bel_child (b->document, top, BEL_DEP_MARK);
  out->n = 0;
  push_above (b, &above, to, out);
  bel_vec_push (b->arena, out, to);
  *subject = above.subject;
  return true;
}

/* -- nouns with a preposition ---------------------------------------------------------------- */

/* How much less likely a reader is to draw the other form: scaled on tuples that several people drew (docs/notes/tuples.md). */
#define NOUN_TWIN 0.3f
#define LEAST_TWIN 0.28f

static BelClaim *
add_form (BelClauseBuilder *b, uint32_t id, float share)
{
  BelClaim *twin = bel_vec_add (b->arena, &b->claims->claims);
  *twin = b->claims->claims.items[id];
  twin->id = b->claims->claims.n - 1;
  twin->minimal = true;
  twin->confidence *= share;
  return twin;
}

static void
add_twin (BelClauseBuilder *b, uint32_t id, const BelTokenList *rel, uint32_t head)
{
  BelClaim *twin = add_form (b, id, NOUN_TWIN);
  const char **args = bel_arena_new_array (b->arena, const char *, 1);
  args[0] = bel_surface_phrase (b, head, BEL_PHRASE_PARTICIPLES, BEL_NONE);
  twin->surface.rel = bel_surface_text (b, rel->items, rel->n);
  twin->surface.args = args;
  twin->surface.n_args = 1;
}

/* Without what may be left out. */
static void
add_least (BelClauseBuilder *b, const BelClause *clause, uint32_t lead, uint32_t id)
{
  const BelSurface *full = &b->claims->claims.items[id].surface;
  uint32_t n_kept = 0;
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    n_kept += i == lead || (!clause->arguments[i].optional && clause->arguments[i].head != clause->head);
  if (n_kept == 1 && full->n_args > 1)
    add_form (b, id, LEAST_TWIN)->surface.n_args = 1;
}

void
bel_surface_twins (BelClauseBuilder *b, const BelClause *clause, uint32_t id)
{
  uint32_t lead = bel_surface_lead_argument (b, clause);
  if (lead == BEL_NONE || clause->arguments[lead].clause || b->claims->claims.items[id].surface.n_args == 0)
    return;
  uint32_t head = clause->arguments[lead].head;
  BelTokenList words = { 0 };
  for (BEL_EACH_CHILD (b->document, head, c)) {
    if (b->t->dep[c] != BEL_DEP_NMOD || c < head || bel_clause_marker (b, c) == BEL_NONE)
      continue;
    bel_surface_rel_words (b, clause, lead, &words);
    bel_phrase_collect (b, head, BEL_PHRASE_SLOT, c);
    while (b->phrase.n && b->phrase.items[b->phrase.n - 1] > c)
      b->phrase.n--;
    bel_surface_push_phrase (b, &words);
    bel_surface_push_preposition (b, c, BEL_NONE, &words);
    add_twin (b, id, &words, c);
  }
  add_least (b, clause, lead, id);
}
