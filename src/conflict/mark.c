/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/mark.h"

/* A byte a token: the side in the low bits, then the rest. */
#define SIDES 7u
#define SETS_APART 8u
#define IS_ANY 16u
#define IS_OTHER 32u

typedef struct {
  const BelLexicon *updates, *contrasts, *anyones;
  int side, strong; /* their fields */
} Lists;

static bool
is_any (const Lists *lists, const BelDocument *document, uint32_t t)
{
  static const char *const ANY[] = { "someone",   "somebody", "anyone",  "anybody",  "one",       "nobody",
                                     "something", "anything", "nothing", "everyone", "everybody", NULL };
  for (int i = 0; ANY[i]; i++)
    if (bel_token_lemma_is (document, t, ANY[i]))
      return true;
  return lists->anyones && bel_lexicon_word (lists->anyones, document, t);
}

static uint8_t
mark_of (const Lists *lists, const BelDocument *document, uint32_t t)
{
  const BelEntry *update = lists->updates ? bel_lexicon_word (lists->updates, document, t) : NULL;
  const BelEntry *contrast = lists->contrasts ? bel_lexicon_word (lists->contrasts, document, t) : NULL;
  unsigned mark = update ? 1u + (unsigned) bel_entry_enum (update, lists->side) : 0;
  if (contrast && bel_entry_boolean (contrast, lists->strong))
    mark |= SETS_APART;
  if (is_any (lists, document, t))
    mark |= IS_ANY;
  if (bel_token_lemma_is (document, t, "another") || bel_token_lemma_is (document, t, "other"))
    mark |= IS_OTHER;
  return (uint8_t) mark;
}

static const uint8_t *
marks_of (BelFinder *finder, uint32_t document)
{
  if (!finder->marks)
    finder->marks = bel_arena_new_array (finder->scratch, uint8_t *, finder->n_sources);
  if (finder->marks[document])
    return finder->marks[document];
  const BelDocument *doc = bel_finder_document (finder, document);
  uint8_t *marks = finder->marks[document] = bel_arena_new_array (finder->scratch, uint8_t, doc->tokens.n + 1);
  Lists lists = { 0 };
  if (finder->program) {
    lists.updates = bel_program_lexicon (finder->program, "update-cue");
    lists.anyones = bel_program_lexicon (finder->program, "anyone-noun");
    lists.contrasts = bel_program_lexicon (finder->program, "contrast-cue");
    lists.side = lists.updates ? bel_lexicon_field (lists.updates, "side") : -1;
    lists.strong = lists.contrasts ? bel_lexicon_field (lists.contrasts, "strong") : -1;
  }
  for (uint32_t t = 0; t < doc->tokens.n; t++)
    marks[t] = mark_of (&lists, doc, t);
  return marks;
}

BelSide
bel_mark_side (BelFinder *finder, uint32_t document, uint32_t t)
{
  return (BelSide) (marks_of (finder, document)[t] & SIDES);
}

bool
bel_mark_sets_apart (BelFinder *finder, uint32_t document, uint32_t t)
{
  return marks_of (finder, document)[t] & SETS_APART;
}

bool
bel_mark_is_any (BelFinder *finder, uint32_t document, uint32_t t)
{
  return marks_of (finder, document)[t] & IS_ANY;
}

bool
bel_mark_is_other (BelFinder *finder, uint32_t document, uint32_t t)
{
  return marks_of (finder, document)[t] & IS_OTHER;
}
