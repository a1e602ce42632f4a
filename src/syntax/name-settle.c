/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A second look at the names of a whole story: what one place says of a name tells about the others. */
#include "base/map.h"
#include "syntax/name-tag.h"

#include <string.h>

/* Last words of persons' names of two words and more. */
static void
note_surnames (const BelDocument *document, BelMap *surnames)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = 1; t < tokens->n; t++) {
    bool ends = t + 1 == tokens->n || tokens->name[t + 1] != tokens->name[t] || tokens->name_first[t + 1];
    if (tokens->name[t] == BEL_NAME_PERSON && !tokens->name_first[t] && ends)
      bel_map_set (surnames, bel_map_mix (tokens->form[t], 1), 1);
  }
}

/* "Smith" alone is whom "John Smith" named; "I" is nobody's surname, though a "Louis I" were about. */
static void
settle_surnames (BelDocument *document, const BelMap *surnames)
{
  BelTokens *tokens = &document->tokens;
  for (uint32_t t = 0; t < tokens->n; t++) {
    const BelSentence *sentence = &document->sentences.items[tokens->sentence[t]];
    const char *form = bel_symbols_text (document->symbols, tokens->form[t]);
    bool proper
        = tokens->pos[t] == BEL_POS_PROPN || (t > sentence->first_token && g_unichar_isupper (g_utf8_get_char (form)));
    bool alone = t + 1 == tokens->n || tokens->name[t + 1] == 0 || tokens->name_first[t + 1];
    bool begins = tokens->name[t] == 0 || tokens->name_first[t];
    uint32_t value;
    if (!proper || tokens->pos[t] == BEL_POS_PRON || !alone || !begins || tokens->name[t] == BEL_NAME_PERSON
        || !bel_map_get (surnames, bel_map_mix (tokens->form[t], 1), &value))
      continue;
    tokens->name[t] = BEL_NAME_PERSON;
    tokens->name_first[t] = 1;
  }
}

/* End of the name that begins with token @t. */
static uint32_t
name_end (const BelTokens *tokens, uint32_t t)
{
  uint32_t end = t + 1;
  while (end < tokens->n && tokens->name[end] == tokens->name[t] && !tokens->name_first[end])
    end++;
  return end;
}

static uint64_t
name_key (const BelTokens *tokens, uint32_t t, uint32_t end)
{
  uint64_t key = 2;
  for (; t < end; t++)
    key = bel_map_mix (key, tokens->form[t]);
  return key;
}

/* Full names of people of two and three words: key → how many words. */
static void
note_full_names (const BelDocument *document, BelMap *full)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (tokens->name[t] != BEL_NAME_PERSON || !tokens->name_first[t])
      continue;
    uint32_t n = name_end (tokens, t) - t;
    if (n == 2 || n == 3)
      bel_map_set (full, name_key (tokens, t, t + n), n);
  }
}

/* Whether the @n words from @t on, of which some may be in other names, are better taken as the name of a person: they
 * are in no name, or in one of a headline ("[Lawmakers Rip Donald Trump]") or with a title ("[Chairwoman Donna
 * Brazile]"). */
static bool
may_be_full_name (const BelTokens *tokens, uint32_t t, uint32_t n)
{
  bool same = tokens->name[t] == BEL_NAME_PERSON && tokens->name_first[t] && name_end (tokens, t) == t + n;
  for (uint32_t k = t; k < t + n; k++)
    if (tokens->sentence[k] != tokens->sentence[t] || tokens->name[k] == BEL_NAME_ORG
        || tokens->name[k] == BEL_NAME_PLACE)
      return false;
  bool goes_on = t + n < tokens->n && tokens->name[t + n] && !tokens->name_first[t + n];
  return !same && !goes_on;
}

static void
settle_full_names (BelTokens *tokens, const BelMap *full)
{
  for (uint32_t t = 0; t < tokens->n; t++) {
    for (uint32_t n = 3; n >= 2; n--) {
      uint32_t known;
      if (t + n > tokens->n || !bel_map_get (full, name_key (tokens, t, t + n), &known) || known != n
          || !may_be_full_name (tokens, t, n))
        continue;
      bool within = tokens->name[t] && !tokens->name_first[t];
      for (uint32_t k = t; within && k-- > 0;) { /* what was before it in that name is none */
        within = !tokens->name_first[k];
        tokens->name[k] = tokens->name_first[k] = 0;
      }
      for (uint32_t k = t; k < t + n; k++) {
        tokens->name[k] = BEL_NAME_PERSON;
        tokens->name_first[k] = k == t;
      }
      break;
    }
  }
}

#define VOTES(type) (8u * ((type) -BEL_NAME_PERSON))
#define MOST_VOTES 100u

/* Counts, a byte for each type, what the names of the story were taken for. */
static void
count_votes (const BelTokens *tokens, BelMap *votes)
{
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (!tokens->name_first[t])
      continue;
    uint64_t key = name_key (tokens, t, name_end (tokens, t));
    uint32_t counts = 0, shift = VOTES (tokens->name[t]);
    bel_map_get (votes, key, &counts);
    if ((counts >> shift & 0xFF) < MOST_VOTES)
      bel_map_set (votes, key, counts + (1u << shift));
  }
}

/* One name is of one type throughout a story: of that which it was taken for most often. */
static void
settle_types (BelTokens *tokens, const BelMap *votes)
{
  for (uint32_t t = 0; t < tokens->n; t++) {
    uint32_t counts = 0, end;
    if (!tokens->name_first[t])
      continue;
    end = name_end (tokens, t);
    bel_map_get (votes, name_key (tokens, t, end), &counts);
    uint8_t best = tokens->name[t];
    for (uint8_t type = BEL_NAME_PERSON; type <= BEL_NAME_OTHER; type++)
      if ((counts >> VOTES (type) & 0xFF) > (counts >> VOTES (best) & 0xFF))
        best = type;
    for (uint32_t k = t; k < end; k++)
      tokens->name[k] = best;
  }
}

/* "[Ana] [Roe]" where the first word was taken for a name of another kind: before a person's name that it hangs on directly it is
 * a part of that, unless it is an abbreviation. */
static bool
is_given_name (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  const char *form = bel_symbols_text (document->symbols, tokens->form[t]);
  bool hangs = tokens->head[t] == t + 1 || (tokens->head[t + 1] == t && tokens->dep[t + 1] == BEL_DEP_FLAT);
  return tokens->name[t] != BEL_NAME_NONE && tokens->name_first[t] && tokens->name[t + 1] == BEL_NAME_PERSON
         && tokens->name_first[t + 1] && hangs && tokens->pos[t] == BEL_POS_PROPN
         && g_unichar_islower (g_utf8_get_char (g_utf8_find_next_char (form, NULL)));
}

/* Whether tokens @t and @t + 1 are parts of one name to the tree: one hangs on the other, flat, as a compound, or
 * the first as what describes the second. */
static bool
hang_together (const BelTokens *tokens, uint32_t t)
{
  uint32_t above = tokens->head[t] == t + 1 ? t : tokens->head[t + 1] == t ? t + 1 : BEL_NONE;
  BelDep dep = above == BEL_NONE ? BEL_DEP_DEP : bel_dep_base (tokens->dep[above]);
  return dep == BEL_DEP_FLAT || dep == BEL_DEP_COMPOUND || (above == t && tokens->dep[t] == BEL_DEP_NMOD_DESC);
}

static uint16_t
bits_at (const BelNamer *namer, const BelDocument *document, uint32_t t)
{
  const char *lower = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  return bel_namer_bits (namer, bel_namer_key (lower, strlen (lower)));
}

/* "[Ana] [Roe]", the second taken for a body: after a first name of the lists a word that no list knows of is a surname. */
static bool
is_surname (const BelNamer *namer, const BelDocument *document, uint32_t t)
{
  uint16_t other = BEL_NAME_ORG_WORD | BEL_NAME_PLACE_WORD | BEL_NAME_OTHER_WORD | BEL_NAME_KNOWN_PLACE
                   | BEL_NAME_KNOWN_ORG | BEL_NAME_KNOWN_OTHER | BEL_NAME_CITY | BEL_NAME_STATE | BEL_NAME_COUNTRY;
  const char *form = bel_symbols_text (document->symbols, document->tokens.form[t + 1]);
  return (bits_at (namer, document, t) & (BEL_NAME_MALE | BEL_NAME_FEMALE))
         && !(bits_at (namer, document, t + 1) & other) && name_end (&document->tokens, t + 1) == t + 2
         && g_unichar_islower (g_utf8_get_char (g_utf8_find_next_char (form, NULL)));
}

/* "[Elon] [Musk]": a person's first name and what hangs on it are one name, whatever the second word was taken for alone. */
static void
join_given_names (const BelNamer *namer, BelDocument *document)
{
  BelTokens *tokens = &document->tokens;
  for (uint32_t t = 0; t + 1 < tokens->n; t++) {
    if (tokens->sentence[t] == tokens->sentence[t + 1] && is_given_name (document, t))
      tokens->name[t] = BEL_NAME_PERSON;
    bool given = tokens->name[t] == BEL_NAME_PERSON && tokens->name_first[t];
    bool apart = tokens->name_first[t + 1] || tokens->name[t + 1] == BEL_NAME_NONE;
    bool fits = tokens->name[t + 1] != BEL_NAME_PLACE && tokens->name[t + 1] != BEL_NAME_ORG;
    fits |= given && apart && is_surname (namer, document, t);
    if (!given || !apart || !fits || tokens->pos[t + 1] != BEL_POS_PROPN
        || tokens->sentence[t] != tokens->sentence[t + 1] || !hang_together (tokens, t))
      continue;
    uint32_t end = tokens->name[t + 1] ? name_end (tokens, t + 1) : t + 2;
    for (uint32_t k = t + 1; k < end; k++) {
      tokens->name[k] = BEL_NAME_PERSON;
      tokens->name_first[k] = 0;
    }
  }
}

void
bel_names_settle (const BelNamer *namer, BelDocument *document, BelArena *arena)
{
  BelMap full, surnames, votes;
  join_given_names (namer, document);
  bel_map_init (&full, arena, 64);
  note_full_names (document, &full);
  settle_full_names (&document->tokens, &full);
  bel_map_init (&surnames, arena, 64);
  note_surnames (document, &surnames);
  settle_surnames (document, &surnames);
  bel_map_init (&votes, arena, 256);
  count_votes (&document->tokens, &votes);
  settle_types (&document->tokens, &votes);
}
