/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The stage: mentions, names; then noun phrases and pronouns as they come, since whose house "his house" is tells which. */
#include "claim/entity-private.h"

static int
field (const BelLexicon *lexicon, const char *name)
{
  return lexicon ? bel_lexicon_field (lexicon, name) : -1;
}

static void
bind_lexicons (BelEntities *e)
{
  const BelProgram *program = e->context->program;
  if (!program)
    return;
  e->roles = bel_program_lexicon (program, "entity-role");
  e->titles = bel_program_lexicon (program, "entity-title");
  e->organs = bel_program_lexicon (program, "entity-organ");
  e->peers = bel_program_lexicon (program, "entity-peer");
  e->kinds = bel_program_lexicon (program, "entity-kind");
  e->distinct = bel_program_lexicon (program, "entity-distinct");
  e->suffixes = bel_program_lexicon (program, "entity-suffix");
  e->nicknames = bel_program_lexicon (program, "entity-nickname");
  e->events = bel_program_lexicon (program, "entity-event");
  e->converses = bel_program_lexicon (program, "entity-converse");
  e->role_gender = field (e->roles, "gender");
  e->role_source = field (e->roles, "source");
  e->role_state = field (e->roles, "state");
  e->title_gender = field (e->titles, "gender");
  e->organ_state = field (e->organs, "state");
  e->kind_type = field (e->kinds, "type");
  e->nickname_full = field (e->nicknames, "full");
  e->event_told = field (e->events, "told");
  e->converse_of = field (e->converses, "of");
}

/* Places that were found before there were entities. */
static void
link_places (BelEntities *e)
{
  for (uint32_t i = 0; i < e->claims->places.n; i++) {
    BelPlace *place = &e->claims->places.items[i];
    for (uint32_t t = place->first; t <= place->last; t++) {
      uint32_t m = e->claims->mention_at[t];
      if (m != BEL_NONE && e->claims->mentions.items[m].kind == BEL_MENTION_NAME)
        place->entity = e->claims->mentions.items[m].entity;
    }
  }
}

void
bel_entities_find (const BelClaimContext *context, BelClaims *claims)
{
  g_autoptr (BelArena) scratch = bel_arena_new ();
  BelDocument *document = claims->document;
  BelEntities e
      = { .context = context, .claims = claims, .document = document, .arena = document->arena, .scratch = scratch };
  bel_map_init (&e.called_last, scratch, 64);
  bel_map_init (&e.clue_last, scratch, 256);
  bind_lexicons (&e);
  bel_mentions_find (&e);
  bel_entities_name (&e);
  for (uint32_t t = 0; t < e.document->tokens.n;
       t++) { /* not by mentions: those made for roles come last in the vector */
    bel_nominal_link (&e, t);
    bel_pronoun_link (&e, t);
  }
  bel_metonyms_link (&e);
  link_places (&e);
}
