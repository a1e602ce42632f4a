/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/clause.h"

void
bel_clause_words_init (BelClauseBuilder *b)
{
  static const char *const TEXTS[] = {
#define W(name, text) text,
#include "claim/clause-words.def"
#undef W
  };
  for (guint i = 0; i < BEL_N_WORDS; i++)
    b->words[i] = bel_symbols_find_str (b->document->symbols, TEXTS[i]);
}

bool
bel_clause_in_lexicon (const BelClauseBuilder *b, uint32_t t, BelClauseLexicon lexicon)
{
  (void) b;
  (void) t;
  (void) lexicon;
  return false;
}
