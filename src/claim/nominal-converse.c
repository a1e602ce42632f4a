/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Roles that come in twos: "Roe's lawyer said his client …" speaks of Roe. */
#include "claim/entity-private.h"

/* Whose @head is: "Roe's lawyer", "a lawyer for Roe". */
static uint32_t
whose (const BelEntities *e, uint32_t head)
{
  uint32_t owner = bel_claims_entity_at (e->claims, bel_child (e->document, head, BEL_DEP_NMOD_POSS));
  for (BEL_EACH_CHILD (e->document, head, c)) {
    uint32_t marker = e->document->tokens.dep[c] == BEL_DEP_NMOD ? bel_child (e->document, c, BEL_DEP_CASE) : BEL_NONE;
    if (owner == BEL_NONE && marker != BEL_NONE
        && (bel_token_form_is (e->document, marker, "for") || bel_token_form_is (e->document, marker, "of")))
      owner = bel_claims_entity_at (e->claims, c);
  }
  return owner;
}

static bool
is_listed (const BelEntities *e, const BelEntry *entry, BelSym word)
{
  uint32_t n;
  const BelSym *of = bel_entry_list (entry, e->converse_of, &n);
  for (uint32_t i = 0; i < n; i++)
    if (of[i] == word)
      return true;
  return false;
}

uint32_t
bel_converse_find (const BelEntities *e, const BelMention *mention)
{
  uint32_t poss = bel_child (e->document, mention->head, BEL_DEP_NMOD_POSS);
  uint32_t owner = bel_claims_entity_at (e->claims, poss);
  if (!e->converses || e->converse_of < 0 || owner == BEL_NONE)
    return BEL_NONE;
  BelSym word = bel_lower_lemma (e, mention->head);
  const BelEntity *entity = &e->claims->entities.items[owner];
  for (uint32_t i = entity->mentions.n; i-- > 0;) {
    uint32_t head = e->claims->mentions.items[entity->mentions.items[i]].head;
    const BelEntry *entry = head < mention->head ? bel_lexicon_word (e->converses, e->document, head) : NULL;
    uint32_t found = entry && is_listed (e, entry, word) ? whose (e, head) : BEL_NONE;
    if (found != BEL_NONE && found != owner)
      return found;
  }
  return BEL_NONE;
}
