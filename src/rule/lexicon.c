/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lookups in word lists: one array of postings by symbol for all lexicons together. */
#include "rule/program-private.h"

#include <string.h>

const BelLexicon *
bel_program_lexicon (const BelProgram *program, const char *name)
{
  uint32_t low = 0, high = program->n_lexicons;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    int order = strcmp (program->lexicons[middle].name, name);
    if (order == 0)
      return &program->lexicons[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

uint32_t
bel_program_n_lexicons (const BelProgram *program)
{
  return program->n_lexicons;
}

const BelLexicon *
bel_program_lexicon_by_id (const BelProgram *program, uint32_t id)
{
  return &program->lexicons[id];
}

const char *
bel_lexicon_name (const BelLexicon *lexicon)
{
  return lexicon->name;
}

uint32_t
bel_lexicon_n_entries (const BelLexicon *lexicon)
{
  return lexicon->entries.n;
}

const BelEntry *
bel_lexicon_entry (const BelLexicon *lexicon, uint32_t index)
{
  return &lexicon->entries.items[index];
}

/* The postings of @sym that are in @lexicon. */
static const BelPosting *
postings_in (const BelLexicon *lexicon, BelSym sym, uint32_t *out_n)
{
  uint32_t n;
  const BelPosting *posting = bel_postings_of (&lexicon->program->lexicon_postings, sym, &n);
  while (n && posting->owner < lexicon->id) {
    posting++;
    n--;
  }
  uint32_t m = 0;
  while (m < n && posting[m].owner == lexicon->id)
    m++;
  *out_n = m;
  return posting;
}

static bool
allows_pos (const BelEntry *entry, uint8_t pos)
{
  return entry->pos == 0 || (entry->pos >> pos & 1);
}

const BelEntry *
bel_lexicon_find_symbol (const BelLexicon *lexicon, BelSym word)
{
  uint32_t n;
  const BelPosting *postings = postings_in (lexicon, word, &n);
  for (uint32_t i = 0; i < n; i++)
    if (postings[i].phrase.n == 1)
      return bel_lexicon_entry (lexicon, postings[i].item);
  return NULL;
}

const BelEntry *
bel_lexicon_find_text (const BelLexicon *lexicon, const char *text)
{
  BelSym first = bel_symbols_find (lexicon->program->symbols, text, strcspn (text, " "));
  for (uint32_t pass = 0; pass < 2; pass++) {
    uint32_t n = 0;
    const BelPosting *postings = first == BEL_NONE ? NULL : postings_in (lexicon, first, &n);
    for (uint32_t i = 0; i < n; i++)
      if (strcmp (bel_lexicon_entry (lexicon, postings[i].item)->text, text) == 0)
        return bel_lexicon_entry (lexicon, postings[i].item);
    /* the tokenizer parts "driver's" and "cease-fire": their first part is shorter */
    if (!strpbrk (text, "-'"))
      return NULL;
    first = bel_symbols_find (lexicon->program->symbols, text, strcspn (text, " -'"));
  }
  return NULL;
}

static const BelEntry *
word_with_symbol (const BelLexicon *lexicon, BelSym sym, uint8_t pos)
{
  uint32_t n;
  const BelPosting *postings = postings_in (lexicon, sym, &n);
  for (uint32_t i = 0; i < n; i++) {
    const BelEntry *entry = bel_lexicon_entry (lexicon, postings[i].item);
    if (postings[i].phrase.n == 1 && allows_pos (entry, pos))
      return entry;
  }
  return NULL;
}

const BelEntry *
bel_lexicon_word (const BelLexicon *lexicon, const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  const BelEntry *entry = word_with_symbol (lexicon, tokens->lemma[t], tokens->pos[t]);
  if (!entry && tokens->lower[t] != tokens->lemma[t])
    entry = word_with_symbol (lexicon, tokens->lower[t], tokens->pos[t]);
  if (!entry && tokens->form[t] != tokens->lower[t] && tokens->form[t] != tokens->lemma[t])
    entry = word_with_symbol (lexicon, tokens->form[t], tokens->pos[t]);
  return entry;
}

typedef bool (*PhraseTest) (const BelDocument *document, const BelPosting *posting, uint32_t t, BelPhraseMatch *out);

/* The longest entry among the postings of @sym that passes @test at @t and is longer than @best->n. */
static const BelEntry *
longest (const BelLexicon *lexicon, const BelDocument *document, uint32_t t, BelSym sym, PhraseTest test,
         BelPhraseMatch *best)
{
  uint32_t n;
  const BelPosting *postings = postings_in (lexicon, sym, &n);
  const BelEntry *found = NULL;
  for (uint32_t i = 0; i < n; i++) {
    const BelEntry *entry = bel_lexicon_entry (lexicon, postings[i].item);
    BelPhraseMatch match;
    if (postings[i].phrase.n <= best->n || !allows_pos (entry, document->tokens.pos[t])
        || !test (document, &postings[i], t, &match))
      continue;
    found = entry;
    *best = match;
  }
  return found;
}

static const BelEntry *
longest_of_token (const BelLexicon *lexicon, const BelDocument *document, uint32_t t, PhraseTest test,
                  BelPhraseMatch *out)
{
  const BelTokens *tokens = &document->tokens;
  BelPhraseMatch best = { 0 };
  const BelEntry *found = longest (lexicon, document, t, tokens->lemma[t], test, &best), *longer;
  if (tokens->lower[t] != tokens->lemma[t] && (longer = longest (lexicon, document, t, tokens->lower[t], test, &best)))
    found = longer;
  if (tokens->form[t] != tokens->lower[t] && tokens->form[t] != tokens->lemma[t]
      && (longer = longest (lexicon, document, t, tokens->form[t], test, &best)))
    found = longer;
  if (found && out)
    *out = best;
  return found;
}

static bool
begins_at (const BelDocument *document, const BelPosting *posting, uint32_t t, BelPhraseMatch *out)
{
  return posting->part == 0 && bel_phrase_on (document, posting->phrase, t, out);
}

static bool
headed_at (const BelDocument *document, const BelPosting *posting, uint32_t t, BelPhraseMatch *out)
{
  return bel_phrase_around (document, posting->phrase, posting->part, t, out)
         || (posting->part == 0 && posting->phrase.n > 1 && bel_phrase_below (document, posting->phrase, t, out));
}

const BelEntry *
bel_lexicon_at (const BelLexicon *lexicon, const BelDocument *document, uint32_t t, BelPhraseMatch *out)
{
  return longest_of_token (lexicon, document, t, begins_at, out);
}

const BelEntry *
bel_lexicon_headed (const BelLexicon *lexicon, const BelDocument *document, uint32_t t, BelPhraseMatch *out)
{
  return longest_of_token (lexicon, document, t, headed_at, out);
}
