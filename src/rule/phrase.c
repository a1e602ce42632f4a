/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Phrases: cutting them up at load, finding them on tokens. */
#include "rule/program-private.h"

#include "base/limits.h"

#include <string.h>

typedef struct {
  BelSym parts[BEL_LIMIT_PHRASE_PARTS];
  uint32_t n;
  bool overflow;
} Parts;

static void
add_part (BelProgram *program, Parts *parts, const char *text, size_t n)
{
  if (n == 0)
    return;
  if (parts->n == BEL_LIMIT_PHRASE_PARTS)
    parts->overflow = true;
  else
    parts->parts[parts->n++] = bel_symbols_intern (program->symbols, text, n);
}

/* "driver's" → driver 's; "didn't" → did n't; "cease-fire" → cease - fire when asked for. */
static void
add_word (BelProgram *program, Parts *parts, const char *text, size_t n, bool hyphens)
{
  static const char *const CLITICS[] = { "'s", "n't", "'ll", "'ve", "'re" };
  for (guint i = 0; i < G_N_ELEMENTS (CLITICS) && memchr (text, '\'', n); i++) {
    size_t m = strlen (CLITICS[i]);
    if (n > m && memcmp (text + n - m, CLITICS[i], m) == 0) {
      add_word (program, parts, text, n - m, hyphens);
      add_part (program, parts, CLITICS[i], m);
      return;
    }
  }
  for (const char *dash; hyphens && n > 1 && (dash = memchr (text + 1, '-', n - 1)) && dash + 1 < text + n;) {
    add_part (program, parts, text, (size_t) (dash - text));
    add_part (program, parts, "-", 1);
    n -= (size_t) (dash + 1 - text);
    text = dash + 1;
  }
  add_part (program, parts, text, n);
}

#define PART_POOL 4096u

static const BelSym *
keep_parts (BelProgram *program, const Parts *parts)
{
  if (program->parts_left < parts->n) {
    program->parts = bel_arena_alloc (program->arena, sizeof (BelSym) * PART_POOL);
    program->parts_left = PART_POOL;
  }
  BelSym *copy = memcpy (program->parts, parts->parts, sizeof (BelSym) * parts->n);
  program->parts += parts->n;
  program->parts_left -= parts->n;
  return copy;
}

gboolean
bel_phrase_split (BelProgram *program, const char *text, bool hyphens, BelPhrase *out)
{
  Parts parts = { 0 };
  while (*text) {
    size_t n = strcspn (text, " ");
    add_word (program, &parts, text, n, hyphens);
    text += n + (text[n] == ' ');
  }
  if (parts.overflow || parts.n == 0)
    return FALSE;
  *out = (BelPhrase){ keep_parts (program, &parts), parts.n };
  return TRUE;
}

/* Whether an earlier part of the phrase is the same symbol: filed once only. */
static bool
is_repeat (const BelPosting *posting, uint32_t part)
{
  for (uint32_t i = 0; i < part; i++)
    if (posting->phrase.parts[i] == posting->phrase.parts[part])
      return true;
  return false;
}

void
bel_postings_build (BelPostings *postings, BelArena *arena, uint32_t n_symbols, const BelPostingList *list)
{
  uint32_t *start = bel_arena_new_array (arena, uint32_t, n_symbols + 2);
  uint32_t total = 0;
  for (uint32_t i = 0; i < list->n; i++)
    for (uint32_t p = 0; p < list->items[i].phrase.n; p++) {
      start[list->items[i].phrase.parts[p] + 2] += !is_repeat (&list->items[i], p);
      total++;
    }
  for (uint32_t s = 2; s < n_symbols + 2; s++)
    start[s] += start[s - 1];
  BelPosting *items = bel_arena_alloc (arena, sizeof (BelPosting) * MAX (total, 1));
  for (uint32_t i = 0; i < list->n; i++)
    for (uint32_t p = 0; p < list->items[i].phrase.n; p++) {
      if (is_repeat (&list->items[i], p))
        continue;
      BelPosting *posting = &items[start[list->items[i].phrase.parts[p] + 1]++];
      *posting = list->items[i];
      posting->part = p;
    }
  *postings = (BelPostings){ items, start, n_symbols };
}

bool
bel_phrase_on (const BelDocument *document, BelPhrase phrase, uint32_t first, BelPhraseMatch *out)
{
  const BelTokens *tokens = &document->tokens;
  if (first + phrase.n > tokens->n || tokens->sentence[first + phrase.n - 1] != tokens->sentence[first])
    return false;
  for (uint32_t i = 0; i < phrase.n; i++)
    if (!bel_token_is (document, first + i, phrase.parts[i]))
      return false;
  out->n = phrase.n;
  for (uint32_t i = 0; i < phrase.n; i++)
    out->token[i] = first + i;
  return true;
}

/* "were still in control of", "is not a veteran of": words that a form of "be" lets stand before the next part. */
static bool
may_come_between (const BelDocument *document, uint32_t t)
{
  uint8_t pos = document->tokens.pos[t];
  return pos == BEL_POS_ADV || pos == BEL_POS_PART || pos == BEL_POS_DET;
}

/* As bel_phrase_on(), of a phrase whose first part is the copula of what follows. */
static bool
phrase_after_copula (const BelDocument *document, BelPhrase phrase, uint32_t part, uint32_t t, BelPhraseMatch *out)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t cop = part ? bel_child (document, t, BEL_DEP_COP) : BEL_NONE;
  if (cop == BEL_NONE || cop >= t || !bel_token_is (document, cop, phrase.parts[0]) || t - part + phrase.n > tokens->n)
    return false;
  for (uint32_t i = 1; i < phrase.n; i++)
    if (!bel_token_is (document, t - part + i, phrase.parts[i])
        || tokens->sentence[t - part + i] != tokens->sentence[t])
      return false;
  for (uint32_t i = cop + 1; i < t - part + 1; i++)
    if (!may_come_between (document, i))
      return false;
  out->n = phrase.n;
  out->token[0] = cop;
  for (uint32_t i = 1; i < phrase.n; i++)
    out->token[i] = t - part + i;
  return true;
}

bool
bel_phrase_around (const BelDocument *document, BelPhrase phrase, uint32_t part, uint32_t t, BelPhraseMatch *out)
{
  if (part > t
      || (!bel_phrase_on (document, phrase, t - part, out) && !phrase_after_copula (document, phrase, part, t, out)))
    return false;
  for (uint32_t i = 0; i < out->n; i++)
    if (!bel_dominates (document, t, out->token[i]))
      return false;
  return true;
}

static bool
is_in (const BelPhraseMatch *match, uint32_t t)
{
  for (uint32_t i = 0; i < match->n; i++)
    if (match->token[i] == t)
      return true;
  return false;
}

static bool
is_function_arc (uint8_t dep)
{
  return dep == BEL_DEP_CASE || dep == BEL_DEP_MARK;
}

/* "the talks they held": the noun that the relative or participial clause of verb @t modifies. */
static uint32_t
modified_by (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  return bel_dep_base (tokens->dep[t]) == BEL_DEP_ACL ? tokens->head[t] : BEL_NONE;
}

/* "stripped the rider of the title", "left the driver trapped": a parser may well hang what comes after the object on
 * the object. But "rejected the appeal of the union" is not "reject union": the preposition has to be of the phrase. */
static bool
hangs_on_object (const BelDocument *document, const BelPhraseMatch *match, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  BelDep base = bel_dep_base (tokens->dep[t]);
  uint32_t object = tokens->head[t];
  uint32_t preposition = bel_child_base (document, t, BEL_DEP_CASE);
  bool own = base == BEL_DEP_NMOD ? preposition != BEL_NONE && is_in (match, preposition)
                                  : base == BEL_DEP_ACL || base == BEL_DEP_AMOD;
  return own && object != BEL_NONE && object < t && tokens->dep[object] == BEL_DEP_OBJ
         && tokens->head[object] == match->token[0];
}

/* A part hangs on the phrase: on one of its tokens, or as the preposition of a noun that does. */
static bool
hangs_on (const BelDocument *document, const BelPhraseMatch *match, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  if (t == modified_by (document, match->token[0]))
    return true;
  uint32_t noun = is_function_arc (tokens->dep[t]) ? tokens->head[t] : t;
  if (noun == BEL_NONE || tokens->head[noun] == BEL_NONE)
    return false;
  return is_in (match, tokens->head[t]) || is_in (match, tokens->head[noun]) || hangs_on_object (document, match, noun);
}

static bool
all_hang (const BelDocument *document, const BelPhraseMatch *match)
{
  for (uint32_t i = 1; i < match->n; i++)
    if (!hangs_on (document, match, match->token[i]))
      return false;
  return true;
}

static bool extend (const BelDocument *document, BelPhrase phrase, uint32_t end, BelPhraseMatch *match);

/* Takes @t for the next part, if it can be, and goes on. */
static bool
extend_by (const BelDocument *document, BelPhrase phrase, uint32_t end, BelPhraseMatch *match, uint32_t t)
{
  uint32_t i = match->n;
  if (t == BEL_NONE || !bel_token_is (document, t, phrase.parts[i]))
    return false;
  match->token[match->n++] = t;
  if (extend (document, phrase, end, match))
    return true;
  match->n = i;
  return false;
}

/* Tries the tokens right of the part before; the second part may also stand before the verb: "talks were held",
 * "the talks they held". */
static bool
extend (const BelDocument *document, BelPhrase phrase, uint32_t end, BelPhraseMatch *match)
{
  uint32_t i = match->n, head = match->token[0];
  if (i == phrase.n)
    return all_hang (document, match);
  if (i == 1
      && (extend_by (document, phrase, end, match, bel_child (document, head, BEL_DEP_NSUBJ_PASS))
          || extend_by (document, phrase, end, match, modified_by (document, head))))
    return true;
  uint32_t after = match->token[i - 1] < head ? head : match->token[i - 1];
  for (uint32_t t = after + 1; t < end; t++)
    if (extend_by (document, phrase, end, match, t))
      return true;
  return false;
}

bool
bel_phrase_below (const BelDocument *document, BelPhrase phrase, uint32_t t, BelPhraseMatch *out)
{
  const uint32_t REACH = 24; /* words: as far as an object comes between a verb and its particle */
  const BelTokens *tokens = &document->tokens;
  if (!bel_token_is (document, t, phrase.parts[0]))
    return false;
  const BelSentence *sentence = &document->sentences.items[tokens->sentence[t]];
  uint32_t end = MIN (sentence->first_token + sentence->n_tokens, t + REACH);
  *out = (BelPhraseMatch){ .n = 1, .token = { t } };
  return extend (document, phrase, end, out);
}
