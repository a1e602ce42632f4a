/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Which entities a name may be of: those with a word of it, those that its letters or its initials stand for, those with the given name
 * that its own is short for. A name is compared with these only, not with all names before it. */
#include "claim/entity-private.h"

/* What two names of one thing have in common; see alias.c. */
typedef enum {
  CLUE_WORD,
  CLUE_KEY,      /* the main name of a newsroom's list */
  CLUE_ACRONYM,  /* of one word: its first two letters */
  CLUE_INITIALS, /* of several: letters that an acronym of them may begin with */
  CLUE_GIVEN,    /* of several: the first letter of the first */
  CLUE_LETTER,   /* of several: the first, where it is a letter only */
  CLUE_FULL,     /* of several: a given name that the first is short for */
} Clue;

static uint64_t
clue (Clue kind, uint32_t value)
{
  return (uint64_t) kind << 32 | value;
}

static const char *
word (const BelEntities *e, const BelNameWords *name, uint32_t i)
{
  return bel_symbols_text (e->document->symbols, name->words[i]);
}

static uint32_t
two_letters (char a, char b)
{
  return (uint32_t) (uint8_t) a << 8 | (uint8_t) b;
}

typedef void (*Take) (BelEntities *e, uint64_t key, uint32_t entity);

static void
add (BelEntities *e, uint64_t key, uint32_t entity)
{
  uint32_t last = BEL_NONE;
  bel_map_get (&e->clue_last, key, &last);
  if (last != BEL_NONE && e->clues.items[last].entity == entity)
    return;
  BelCalled called = { entity, last };
  bel_map_set (&e->clue_last, key, e->clues.n);
  bel_vec_push (e->scratch, &e->clues, called);
}

static void
gather (BelEntities *e, uint64_t key, uint32_t question)
{
  uint32_t at = BEL_NONE;
  if (!bel_map_get (&e->clue_last, key, &at))
    return;
  for (; at != BEL_NONE; at = e->clues.items[at].next) {
    BelEntityInfo *info = &e->infos.items[e->clues.items[at].entity];
    if (info->asked == question)
      continue;
    info->asked = question;
    bel_vec_push (e->scratch, &e->candidates, e->clues.items[at].entity);
  }
}

/* Each two letters that an acronym of @name can begin with: small words may be left out of it. */
static void
each_initials (BelEntities *e, const BelNameWords *name, Clue kind, Take take, uint32_t entity)
{
  for (uint32_t i = 0; i < name->n; i++) {
    for (uint32_t j = i + 1; j < name->n; j++) {
      take (e, clue (kind, two_letters (word (e, name, i)[0], word (e, name, j)[0])), entity);
      if (!bel_name_word_is_small (word (e, name, j)))
        break;
    }
    if (!bel_name_word_is_small (word (e, name, i)))
      break;
  }
}

/* Each given name that the first word of @name is short for. */
static void
each_full (BelEntities *e, const BelNameWords *name, Clue kind, Take take, uint32_t entity)
{
  const BelEntry *entry = e->nicknames ? bel_lexicon_find_symbol (e->nicknames, name->words[0]) : NULL;
  uint32_t n = 0;
  const BelSym *full = entry && e->nickname_full >= 0 ? bel_entry_list (entry, e->nickname_full, &n) : NULL;
  for (uint32_t i = 0; i < n; i++)
    take (e, clue (kind, full[i]), entity);
}

void
bel_name_index_add (BelEntities *e, uint32_t entity, const BelNameWords *name)
{
  const char *first = word (e, name, 0);
  for (uint32_t i = 0; i < name->n; i++)
    add (e, clue (CLUE_WORD, name->words[i]), entity);
  if (name->n == 1) {
    add (e, clue (CLUE_ACRONYM, two_letters (first[0], first[0] ? first[1] : 0)), entity);
    return;
  }
  each_initials (e, name, CLUE_INITIALS, add, entity);
  each_full (e, name, CLUE_FULL, add, entity);
  add (e, clue (CLUE_GIVEN, (uint8_t) first[0]), entity);
  if (first[0] && !first[1])
    add (e, clue (CLUE_LETTER, (uint8_t) first[0]), entity);
}

void
bel_name_index_add_key (BelEntities *e, uint32_t entity, BelSym key)
{
  add (e, clue (CLUE_KEY, key), entity);
}

void
bel_name_index_ask (BelEntities *e, const BelNameWords *name, BelSym key)
{
  uint32_t question = ++e->n_asked;
  const char *first = word (e, name, 0);
  e->candidates.n = 0;
  for (uint32_t i = 0; i < name->n; i++)
    gather (e, clue (CLUE_WORD, name->words[i]), question);
  if (key != BEL_NONE)
    gather (e, clue (CLUE_KEY, key), question);
  if (name->n == 1) {
    gather (e, clue (CLUE_INITIALS, two_letters (first[0], first[0] ? first[1] : 0)), question);
    return;
  }
  each_initials (e, name, CLUE_ACRONYM, gather, question);
  each_full (e, name, CLUE_WORD, gather, question);
  gather (e, clue (CLUE_FULL, name->words[0]), question);
  gather (e, clue (CLUE_LETTER, (uint8_t) first[0]), question);
  if (first[0] && !first[1])
    gather (e, clue (CLUE_GIVEN, (uint8_t) first[0]), question);
}
