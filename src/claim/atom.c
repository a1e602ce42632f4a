/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/atom.h"

#include <string.h>

/* -- cutting ------------------------------------------------------------------------------------- */

static bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* How far @at reaches as digits, at most @end. */
static uint32_t
digits_end (const char *text, uint32_t at, uint32_t end)
{
  while (at < end && is_digit (text[at]))
    at++;
  return at;
}

/* "12,345,678" and "12,34,567" from the comma on: the end of the last group; 0 when these are not groups. */
static uint32_t
groups_end (const char *text, uint32_t start, uint32_t comma, uint32_t end)
{
  if (comma - start > 3)
    return 0;
  uint32_t at = comma, size = 0;
  while (at + 1 < end && text[at] == ',' && is_digit (text[at + 1])) {
    uint32_t stop = digits_end (text, at + 1, end);
    size = stop - at - 1;
    if (size != 3 && size != 2)
      return 0;
    at = stop;
  }
  return size == 3 ? at : 0;
}

static uint32_t
figures_end (const char *text, uint32_t start, uint32_t end, BelAtom *atom)
{
  uint32_t at = digits_end (text, start, end);
  uint32_t grouped = at < end && text[at] == ',' ? groups_end (text, start, at, end) : 0;
  if (grouped) {
    atom->grouped = true;
    at = grouped;
  }
  atom->n_digits = (uint8_t) MIN (at - start, 255);
  while (at + 1 < end && text[at] == '.' && is_digit (text[at + 1])) {
    uint32_t stop = digits_end (text, at + 1, end);
    atom->odd = atom->n_decimals > 0 || (at > start && text[start] == '.');
    atom->n_decimals = (uint8_t) MIN (stop - at - 1, 255);
    at = stop;
  }
  return at;
}

static double
figures_value (const char *text, uint32_t start, uint32_t end)
{
  char plain[64];
  uint32_t n = 0;
  for (uint32_t at = start; at < end && n + 1 < sizeof plain; at++)
    if (text[at] != ',')
      plain[n++] = text[at];
  plain[n] = '\0';
  return g_ascii_strtod (plain, NULL);
}

static bool
is_letter_at (const char *text, uint32_t at, uint32_t end)
{
  return at < end && g_unichar_isalpha (g_utf8_get_char (text + at));
}

static uint32_t
next_char (const char *text, uint32_t at)
{
  return (uint32_t) (g_utf8_next_char (text + at) - text);
}

/* Bytes of an apostrophe at @at, 0 when there is none. */
static uint32_t
apostrophe_at (const char *text, uint32_t at, uint32_t end)
{
  if (at < end && text[at] == '\'')
    return 1;
  return at + 2 < end && memcmp (text + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

static uint32_t
letters_end (const char *text, uint32_t at, uint32_t end)
{
  while (is_letter_at (text, at, end))
    at = next_char (text, at);
  return at;
}

/* "U.S.", "a.m.": single letters with points between; the last point belongs to it. 0 when it is none. */
static uint32_t
dotted_end (const char *text, uint32_t start, uint32_t end)
{
  uint32_t at = start, n = 0;
  while (is_letter_at (text, at, end)) {
    uint32_t past = next_char (text, at);
    if (past >= end || text[past] != '.')
      break;
    at = past + 1;
    n++;
  }
  if (n < 2)
    return n == 1 && is_letter_at (text, at, end) && !is_letter_at (text, next_char (text, at), end)
               ? next_char (text, at)
               : 0;
  return is_letter_at (text, at, end) && !is_letter_at (text, next_char (text, at), end) ? next_char (text, at) : at;
}

/* A run of letters; an apostrophe joins ("o'clock") unless a lone s follows it. */
static uint32_t
word_end (const char *text, uint32_t start, uint32_t end)
{
  uint32_t dotted = dotted_end (text, start, end);
  if (dotted)
    return dotted;
  uint32_t at = letters_end (text, start, end);
  uint32_t mark = apostrophe_at (text, at, end);
  if (!mark || !is_letter_at (text, at + mark, end))
    return at;
  uint32_t stop = letters_end (text, at + mark, end);
  bool lone_s = stop == at + mark + 1 && (text[at + mark] == 's' || text[at + mark] == 'S');
  return lone_s ? at : stop;
}

/* The atom that begins at @start, which is no space. */
static BelAtom
cut_one (const char *text, uint32_t start, uint32_t end)
{
  BelAtom atom = { .sym = BEL_NONE, .stem = BEL_NONE };
  uint32_t stop;
  bool figures = is_digit (text[start]) || (text[start] == '.' && start + 1 < end && is_digit (text[start + 1]));
  if (figures) {
    atom.kind = BEL_ATOM_FIGURES;
    stop = figures_end (text, start, end, &atom);
    atom.value = figures_value (text, start, stop);
  } else if (is_letter_at (text, start, end)) {
    atom.kind = BEL_ATOM_WORD;
    atom.capital = g_unichar_isupper (g_utf8_get_char (text + start));
    stop = word_end (text, start, end);
  } else {
    uint32_t mark = apostrophe_at (text, start, end);
    bool possessive = mark && start + mark < end && (text[start + mark] == 's' || text[start + mark] == 'S')
                      && !is_letter_at (text, start + mark + 1, end);
    atom.kind = BEL_ATOM_SIGN;
    stop = possessive ? start + mark + 1 : next_char (text, start);
  }
  atom.span = BEL_SPAN (start, MIN (stop, end));
  return atom;
}

static uint32_t
skip_spaces (const char *text, uint32_t at, uint32_t end)
{
  while (at < end && g_unichar_isspace (g_utf8_get_char (text + at)))
    at = next_char (text, at);
  return at;
}

/* -- symbols ------------------------------------------------------------------------------------- */

#define SHORT_WORD 64u

/* Lower case with plain apostrophes into @out. Returns: its length, 0 when it is too long to be a word of ours. */
static uint32_t
lower (const char *text, BelSpan span, char *out)
{
  uint32_t n = 0;
  for (uint32_t at = span.start; at < span.end;) {
    uint32_t mark = apostrophe_at (text, at, span.end);
    gunichar c = mark ? '\'' : g_unichar_tolower (g_utf8_get_char (text + at));
    if (n + 6 >= SHORT_WORD)
      return 0;
    n += (uint32_t) g_unichar_to_utf8 (c, out + n);
    at = mark ? at + mark : next_char (text, at);
  }
  return n;
}

static void
name_atom (const BelValueWords *words, const char *text, BelAtom *atom)
{
  const BelSymbols *symbols = bel_value_words_symbols (words);
  char word[SHORT_WORD];
  uint32_t n = lower (text, atom->span, word);
  if (!n)
    return;
  atom->sym = bel_symbols_find (symbols, word, n);
  if (atom->kind == BEL_ATOM_WORD && n > 3 && word[n - 1] == 's')
    atom->stem = bel_symbols_find (symbols, word, n - 1);
  BelValueStart whole = bel_value_words_from (words, atom->sym), stem = bel_value_words_from (words, atom->stem);
  atom->classes = whole.classes | stem.classes;
  atom->kinds = whole.kinds | stem.kinds;
}

uint32_t
bel_atoms_of_phrase (BelSymbols *symbols, const char *text, BelSym *out, uint32_t room)
{
  uint32_t end = (uint32_t) strlen (text), n = 0;
  for (uint32_t at = skip_spaces (text, 0, end); at < end; at = skip_spaces (text, at, end)) {
    BelAtom atom = cut_one (text, at, end);
    char word[SHORT_WORD];
    uint32_t n_bytes = lower (text, atom.span, word);
    if (n == room || !n_bytes)
      return 0;
    out[n++] = bel_symbols_intern (symbols, word, n_bytes);
    at = atom.span.end;
  }
  return n;
}

BelAtoms
bel_atoms_cut (BelArena *arena, const BelValueWords *words, const BelDocument *document, uint32_t sentence)
{
  const BelSentence *s = &document->sentences.items[sentence];
  const BelTokens *tokens = &document->tokens;
  BEL_VEC (BelAtom) items = { 0 };
  bel_vec_reserve (arena, &items, s->n_tokens + 8);
  uint32_t token = s->first_token, past_token = s->first_token + s->n_tokens;
  for (uint32_t at = s->span.start;;) {
    uint32_t start = skip_spaces (document->text, at, s->span.end);
    if (start >= s->span.end)
      break;
    BelAtom atom = cut_one (document->text, start, s->span.end);
    while (token + 1 < past_token && tokens->span[token].end <= start)
      token++;
    atom.token = token;
    atom.space_before = start > at || start == s->span.start;
    name_atom (words, document->text, &atom);
    bel_vec_push (arena, &items, atom);
    at = atom.span.end;
  }
  return (BelAtoms){ words, document, items.items, items.n, sentence };
}

bool
bel_atoms_wanted (const BelDocument *document, uint32_t sentence)
{
  uint32_t block = document->sentences.items[sentence].block;
  return block >= document->blocks.n || bel_block_has_claims (document->blocks.items[block].kind);
}

/* -- asking -------------------------------------------------------------------------------------- */

static bool
takes_stems (uint8_t class_)
{
  return class_ == BEL_WORDS_NUMBER || class_ == BEL_WORDS_ORDINAL || class_ == BEL_WORDS_UNIT
         || class_ == BEL_WORDS_TIME_UNIT || class_ == BEL_WORDS_CURRENCY || class_ == BEL_WORDS_WEEKDAY;
}

static bool
after_figures (const BelAtoms *atoms, uint32_t i)
{
  if (i && bel_atoms_sign (atoms, i - 1, '-'))
    i--;
  return i && atoms->items[i - 1].kind == BEL_ATOM_FIGURES;
}

/* Parts after the first; only the last may be a plural. */
static bool
rest_matches (const BelAtoms *atoms, uint32_t i, const BelValueWord *word, bool *plural)
{
  if (i + word->n_parts > atoms->n)
    return false;
  for (uint32_t p = 1; p < word->n_parts; p++) {
    const BelAtom *atom = &atoms->items[i + p];
    if (atom->sym == word->parts[p])
      continue;
    if (p + 1u < word->n_parts || atom->stem != word->parts[p] || !takes_stems (word->class_))
      return false;
    *plural = true;
  }
  return true;
}

static bool
match_from (const BelAtoms *atoms, uint32_t i, BelSym first, bool by_stem, BelWordClass class_, BelWordKind kind,
            BelValueMatch *best)
{
  BelValueStart list = bel_value_words_from (atoms->words, first);
  for (uint32_t k = 0; k < list.n; k++) {
    const BelValueWord *word = &list.first[k];
    bool plural = by_stem;
    if (word->class_ != class_ || (kind != BEL_KIND_ANY && word->kind != kind) || word->n_parts <= best->n
        || (by_stem && !takes_stems (word->class_)) || (word->attached && !after_figures (atoms, i))
        || !rest_matches (atoms, i, word, &plural))
      continue;
    *best = (BelValueMatch){ word, word->n_parts, plural };
    return true;
  }
  return false;
}

bool
bel_atoms_match (const BelAtoms *atoms, uint32_t i, BelWordClass class_, BelWordKind kind, BelValueMatch *out)
{
  BelValueMatch best = { 0 };
  if (i >= atoms->n || !(atoms->items[i].classes >> class_ & 1)
      || (kind != BEL_KIND_ANY && !(atoms->items[i].kinds & bel_value_kind_bit (kind))))
    return false;
  match_from (atoms, i, atoms->items[i].sym, false, class_, kind, &best);
  match_from (atoms, i, atoms->items[i].stem, true, class_, kind, &best);
  if (best.n && out)
    *out = best;
  return best.n > 0;
}

uint32_t
bel_atoms_cue (const BelAtoms *atoms, uint32_t i, BelWordKind kind)
{
  BelValueMatch match;
  return bel_atoms_match (atoms, i, BEL_WORDS_CUE, kind, &match) ? match.n : 0;
}

bool
bel_atoms_sign (const BelAtoms *atoms, uint32_t i, char c)
{
  if (i >= atoms->n)
    return false;
  BelSpan span = atoms->items[i].span;
  return bel_span_length (span) == 1 && atoms->document->text[span.start] == c;
}

bool
bel_atoms_glued (const BelAtoms *atoms, uint32_t i)
{
  return i < atoms->n && i > 0 && !atoms->items[i].space_before;
}

bool
bel_atoms_figures (const BelAtoms *atoms, uint32_t i)
{
  return i < atoms->n && atoms->items[i].kind == BEL_ATOM_FIGURES && !atoms->items[i].odd;
}

BelSpan
bel_atoms_span (const BelAtoms *atoms, uint32_t i, uint32_t n)
{
  return BEL_SPAN (atoms->items[i].span.start, atoms->items[i + n - 1].span.end);
}

uint32_t
bel_atoms_last_token (const BelAtoms *atoms, uint32_t i)
{
  const BelTokens *tokens = &atoms->document->tokens;
  const BelSentence *s = &atoms->document->sentences.items[atoms->sentence];
  uint32_t token = atoms->items[i].token;
  while (token + 1 < s->first_token + s->n_tokens && tokens->span[token + 1].start < atoms->items[i].span.end)
    token++;
  return token;
}
