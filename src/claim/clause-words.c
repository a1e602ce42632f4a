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
  b->be = bel_symbols_intern_str (b->document->symbols, "be");
  b->have = bel_symbols_intern_str (b->document->symbols, "have");
  static const char *const NAMES[] = {
#define X(name, text) text,
#include "claim/clause-lexicons.def"
#undef X
  };
  for (guint i = 0; i < BEL_N_CLAUSE_LEXICONS; i++)
    b->lexicons[i] = b->context->program ? bel_program_lexicon (b->context->program, NAMES[i]) : NULL;
}

bool
bel_clause_in_lexicon (const BelClauseBuilder *b, uint32_t t, BelClauseLexicon lexicon)
{
  return b->lexicons[lexicon] && bel_lexicon_word (b->lexicons[lexicon], b->document, t);
}
