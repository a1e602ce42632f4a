/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/entity-private.h"

/* -- words of a name --------------------------------------------------------------------------------- */

/* Lower case without points: "U.N." and "UN" are one word. */
static BelSym
plain_word (const BelEntities *e, uint32_t t)
{
  const BelDocument *document = e->document;
  const char *text = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  if (!strchr (text, '.'))
    return document->tokens.lower[t];
  g_autoptr (GString) plain = g_string_new (text);
  g_string_replace (plain, ".", "", 0);
  return bel_symbols_intern (document->symbols, plain->str, plain->len);
}

static bool
is_word (const BelDocument *document, uint32_t t)
{
  uint8_t pos = document->tokens.pos[t];
  return pos != BEL_POS_PUNCT && pos != BEL_POS_SYM && document->tokens.xpos[t] != BEL_XPOS_POS
         && document->tokens.xpos[t] != BEL_XPOS_HYPH;
}

/* The bit of a first letter; letters that are written for one another in names from other scripts share theirs. */
static uint32_t
bit_of_letter (const char *word)
{
  switch (word[0]) {
  case 'c':
  case 'g':
  case 'k':
  case 'q':
    return 1u << ('k' - 'a');
  case 'i':
  case 'j':
  case 'y':
    return 1u << ('y' - 'a');
  default:
    return word[0] >= 'a' && word[0] <= 'z' ? 1u << (word[0] - 'a') : 1u << 26;
  }
}

BelNameWords
bel_name_words (const BelEntities *e, uint32_t first, uint32_t last)
{
  BelNameWords name = { .n = 0 };
  for (uint32_t t = first; t <= last && name.n < BEL_NAME_WORDS; t++) {
    if (!is_word (e->document, t) || (name.n == 0 && bel_token_form_is (e->document, t, "the")))
      continue;
    name.letters |= bit_of_letter (bel_symbols_text (e->document->symbols, plain_word (e, t)));
    name.words[name.n++] = plain_word (e, t);
  }
  return name;
}

/* -- persons ----------------------------------------------------------------------------------------- */

static bool
is_initial_of (const char *a, const char *b)
{
  return a[0] && !a[1] && a[0] == b[0];
}

static bool
is_nickname_of (const BelEntities *e, BelSym a, BelSym b)
{
  const BelEntry *entry = e->nicknames ? bel_lexicon_find_symbol (e->nicknames, a) : NULL;
  uint32_t n = 0;
  const BelSym *full = entry && e->nickname_full >= 0 ? bel_entry_list (entry, e->nickname_full, &n) : NULL;
  for (uint32_t i = 0; i < n; i++)
    if (full[i] == b)
      return true;
  return false;
}

bool
bel_given_names_agree (const BelEntities *e, BelSym a, BelSym b)
{
  const char *left = bel_symbols_text (e->document->symbols, a), *right = bel_symbols_text (e->document->symbols, b);
  return a == b || is_initial_of (left, right) || is_initial_of (right, left) || is_nickname_of (e, a, b)
         || is_nickname_of (e, b, a);
}

/* Two letters for one sound in one script, one in another: "gh" and "q", "kh" and "h", "ou" and "u". */
static bool
is_digraph (const char *two, const char *one)
{
  return two[1] == 'h' || (strchr ("aeiouy", two[0]) && strchr ("aeiouy", two[1]) && strchr ("aeiouyw", one[0]));
}

/* Whether one letter or sound put in, left out, changed or swapped with its neighbour makes @a into @b. */
static bool
one_letter_apart (const char *a, const char *b)
{
  size_t n = strlen (a), m = strlen (b), head = 0, tail = 0;
  if (n > m + 1 || m > n + 1)
    return false;
  while (head < n && head < m && a[head] == b[head])
    head++;
  while (tail < n - head && tail < m - head && a[n - 1 - tail] == b[m - 1 - tail])
    tail++;
  size_t left = n - head - tail, right = m - head - tail;
  if (left + right == 3 && left && right)
    return left == 2 ? is_digraph (a + head, b + head) : is_digraph (b + head, a + head);
  bool swapped = left == 2 && right == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
  return (left <= 1 && right <= 1) || swapped;
}

/* "Baghaei" and "Baqaei": long surnames a letter apart, of persons whose given names are the same. */
static bool
is_spelling (const BelEntities *e, BelSym a, BelSym b)
{
  const size_t LONG = 6;
  const char *left = bel_symbols_text (e->document->symbols, a), *right = bel_symbols_text (e->document->symbols, b);
  return strlen (left) >= LONG && strlen (right) >= LONG && one_letter_apart (left, right);
}

/* Every word of @a but its last is met in @b before its last, in order, as a given name would be. */
static bool
given_names_fit (const BelEntities *e, const BelNameWords *a, const BelNameWords *b)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i + 1 < a->n; i++) {
    while (at + 1 < b->n && !bel_given_names_agree (e, a->words[i], b->words[at]))
      at++;
    if (at + 1 >= b->n)
      return false;
    at++;
  }
  return true;
}

static bool
is_generation (const BelEntities *e, BelSym word)
{
  static const char *const SUFFIXES[] = { "jr", "sr", "ii", "iii", "iv" };
  const char *text = bel_symbols_text (e->document->symbols, word);
  for (guint i = 0; i < G_N_ELEMENTS (SUFFIXES); i++)
    if (g_str_equal (text, SUFFIXES[i]))
      return true;
  return false;
}

static BelNameWords
without_generation (const BelEntities *e, const BelNameWords *name)
{
  BelNameWords out = *name;
  if (out.n > 1 && is_generation (e, out.words[out.n - 1]))
    out.n--;
  return out;
}

static BelAlias
person_alias (const BelEntities *e, const BelNameWords *given_a, const BelNameWords *given_b)
{
  BelNameWords a = without_generation (e, given_a), b = without_generation (e, given_b);
  BelSym surname_a = a.words[a.n - 1], surname_b = b.words[b.n - 1];
  if (surname_a == surname_b)
    return given_names_fit (e, &a, &b) ? BEL_ALIAS_SHORT : BEL_ALIAS_NONE;
  if (a.n == 1 && b.n > 1 && b.words[0] == a.words[0])
    return BEL_ALIAS_SHORT; /* the given name alone */
  if (a.n > 1 && b.n > 1 && bel_given_names_agree (e, a.words[0], b.words[0]) && is_spelling (e, surname_a, surname_b))
    return BEL_ALIAS_VARIANT;
  return BEL_ALIAS_NONE;
}

/* -- bodies ------------------------------------------------------------------------------------------- */

bool
bel_name_word_is_small (const char *word)
{
  static const char *const SMALL[] = { "of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "de", "&" };
  for (guint i = 0; i < G_N_ELEMENTS (SMALL); i++)
    if (g_str_equal (word, SMALL[i]))
      return true;
  return false;
}

/* "iaea" of "international atomic energy agency". */
static bool
is_acronym (const BelEntities *e, const BelNameWords *letters, const BelNameWords *name)
{
  if (letters->n != 1 || name->n < 2)
    return false;
  const char *acronym = bel_symbols_text (e->document->symbols, letters->words[0]);
  size_t at = 0, n = strlen (acronym);
  for (uint32_t i = 0; i < name->n; i++) {
    const char *word = bel_symbols_text (e->document->symbols, name->words[i]);
    if (at < n && acronym[at] == word[0])
      at++;
    else if (!bel_name_word_is_small (word))
      return false;
  }
  return n >= 2 && at == n;
}

static bool
is_suffix_word (const BelEntities *e, BelSym word)
{
  return e->suffixes && bel_lexicon_find_symbol (e->suffixes, word) != NULL;
}

/* "Google" of "Google Inc.": what is left out is what short forms leave out. */
static bool
is_head_of (const BelEntities *e, const BelNameWords *a, const BelNameWords *b)
{
  if (a->n >= b->n)
    return false;
  for (uint32_t i = 0; i < a->n; i++)
    if (a->words[i] != b->words[i])
      return false;
  for (uint32_t i = a->n; i < b->n; i++)
    if (!is_suffix_word (e, b->words[i]))
      return false;
  return true;
}

/* "the Journal" of "The Wall Street Journal", "Foreign Ministry" of "Iranian Foreign Ministry": the same end, and what
 * is left is met in order. */
static bool
is_tail_of (const BelNameWords *a, const BelNameWords *b)
{
  if (a->n >= b->n || a->words[a->n - 1] != b->words[b->n - 1])
    return false;
  uint32_t at = 0;
  for (uint32_t i = 0; i < a->n; i++) {
    while (at < b->n && b->words[at] != a->words[i])
      at++;
    if (at++ >= b->n)
      return false;
  }
  return true;
}

static bool
same_words (const BelNameWords *a, const BelNameWords *b)
{
  return a->n == b->n && memcmp (a->words, b->words, a->n * sizeof (BelSym)) == 0;
}

BelAlias
bel_name_alias (const BelEntities *e, const BelNameWords *shorter, const BelNameWords *longer, BelSort sort)
{
  if (!shorter->n || !longer->n || !(shorter->letters & longer->letters))
    return BEL_ALIAS_NONE;
  if (same_words (shorter, longer))
    return BEL_ALIAS_SAME;
  if (sort == BEL_SORT_PERSON)
    return person_alias (e, shorter, longer);
  if (is_acronym (e, shorter, longer) || is_acronym (e, longer, shorter))
    return BEL_ALIAS_ACRONYM;
  if (sort != BEL_SORT_PLACE && (is_head_of (e, shorter, longer) || is_tail_of (shorter, longer)))
    return BEL_ALIAS_SHORT;
  return BEL_ALIAS_NONE;
}
