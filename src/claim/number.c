/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Cardinals:  [minus] (figures | words) [magnitude]* [and a half]
 * Words:      the usual sum: units and tens add, hundred multiplies what is below it, a magnitude closes a group.
 * Fractions:  number, then an ordinal that can be a denominator; "half"; 3/4; 2 1/4; ½. */
#include "claim/number.h"

#include <math.h>

static bool
number_word (const BelAtoms *atoms, uint32_t i, BelWordKind kind, BelValueMatch *out)
{
  return bel_atoms_match (atoms, i, BEL_WORDS_NUMBER, kind, out);
}

static double
value_of (const BelAtoms *atoms, const BelValueMatch *match)
{
  return bel_value_word_number (atoms->words, match->word, BEL_VALUE_FIELD_VALUE);
}

/* Atoms of a hyphen between two parts of one number: "twenty-one", "fifty - two". */
static uint32_t
hyphen (const BelAtoms *atoms, uint32_t i)
{
  return bel_atoms_sign (atoms, i, '-') ? 1 : 0;
}

/* -- figures ------------------------------------------------------------------------------------- */

/* U+00BC … U+00BE and U+2153 … U+215E as Unicode has them; 0 for another sign. */
static double
vulgar_fraction (const BelAtoms *atoms, uint32_t i)
{
  static const struct {
    gunichar c;
    double value;
  } TABLE[] = {
    { 0xBC, 1 / 4.0 },   { 0xBD, 1 / 2.0 },   { 0xBE, 3 / 4.0 },   { 0x2153, 1 / 3.0 }, { 0x2154, 2 / 3.0 },
    { 0x2155, 1 / 5.0 }, { 0x2156, 2 / 5.0 }, { 0x2157, 3 / 5.0 }, { 0x2158, 4 / 5.0 }, { 0x2159, 1 / 6.0 },
    { 0x215A, 5 / 6.0 }, { 0x215B, 1 / 8.0 }, { 0x215C, 3 / 8.0 }, { 0x215D, 5 / 8.0 }, { 0x215E, 7 / 8.0 },
  };
  if (i >= atoms->n || atoms->items[i].kind != BEL_ATOM_SIGN)
    return 0;
  gunichar c = g_utf8_get_char (atoms->document->text + atoms->items[i].span.start);
  for (guint k = 0; k < G_N_ELEMENTS (TABLE); k++)
    if (TABLE[k].c == c)
      return TABLE[k].value;
  return 0;
}

/* "3/4" with no spaces: both small, not a date (a third part) nor a day like 9/11. */
static double
slash_fraction (const BelAtoms *atoms, uint32_t i)
{
  if (!bel_atoms_figures (atoms, i) || !bel_atoms_sign (atoms, i + 1, '/') || !bel_atoms_glued (atoms, i + 1)
      || !bel_atoms_figures (atoms, i + 2) || !bel_atoms_glued (atoms, i + 2)
      || (bel_atoms_sign (atoms, i + 3, '/') && bel_atoms_glued (atoms, i + 3)))
    return 0;
  double over = atoms->items[i].value, under = atoms->items[i + 2].value;
  bool usual
      = under >= 2
        && (under <= 6 || under == 8 || under == 10 || under == 16 || under == 32 || under == 64 || under == 100);
  return usual && over >= 1 && over < under ? over / under : 0;
}

/* "1 414 021 100": groups of three behind single spaces; two are needed unless the space is a no-break one. */
static uint32_t
spaced_groups (const BelAtoms *atoms, uint32_t i, double *value)
{
  if (atoms->items[i].n_digits > 3 || atoms->items[i].n_decimals || atoms->items[i].grouped)
    return 0;
  uint32_t n = 0;
  bool no_break = true;
  double sum = atoms->items[i].value;
  for (uint32_t k = i + 1; bel_atoms_figures (atoms, k) && atoms->items[k].n_digits == 3 && !atoms->items[k].grouped;
       k++) {
    uint32_t gap = atoms->items[k].span.start - atoms->items[k - 1].span.end;
    if (gap != 1 && gap != 2 && gap != 3)
      break;
    no_break = no_break && gap > 1;
    sum = sum * 1000 + atoms->items[k].value;
    n++;
    if (atoms->items[k].n_decimals)
      break;
  }
  if (n < 2 && !(n == 1 && no_break))
    return 0;
  *value = sum;
  return n;
}

static bool
scan_figures (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  if (!bel_atoms_figures (atoms, i))
    return false;
  const BelAtom *atom = &atoms->items[i];
  *out = (BelNumber){ .value = atom->value, .n = 1, .scale = 1, .figures = true };
  double part = slash_fraction (atoms, i);
  if (part > 0) {
    *out = (BelNumber){ .value = part, .n = 3, .scale = 1, .figures = true, .fraction = true };
    return true;
  }
  out->year_like
      = atom->n_digits == 4 && !atom->grouped && !atom->n_decimals && atom->value >= 1000 && atom->value < 2200;
  out->n += spaced_groups (atoms, i, &out->value);
  if ((part = slash_fraction (atoms, i + 1)) > 0) {
    out->value += part;
    out->n += 3;
  } else if ((part = vulgar_fraction (atoms, i + 1)) > 0) {
    out->value += part;
    out->n += 1;
  }
  return true;
}

/* -- words --------------------------------------------------------------------------------------- */

typedef struct {
  double total;      /* of closed groups */
  double group;      /* of the open one */
  double last_scale; /* magnitudes have to fall */
  double scale;      /* the largest one */
  bool open;         /* the group has something */
} Sum;

static bool
add_unit (Sum *sum, BelWordKind kind, double value)
{
  double low = fmod (sum->group, 100);
  if (sum->open && low != 0 && !(kind == BEL_KIND_SMALL && value < 10 && value > 0 && low >= 20 && fmod (low, 10) == 0))
    return false;
  if (sum->open && sum->group == 0)
    return false;
  sum->group += value;
  sum->open = true;
  return true;
}

static bool
add_hundred (Sum *sum)
{
  if (!sum->open || sum->group <= 0 || sum->group >= 100)
    return false;
  sum->group *= 100;
  return true;
}

static bool
add_scale (Sum *sum, double scale)
{
  if (!sum->open || scale >= sum->last_scale)
    return false;
  sum->total += sum->group * scale;
  sum->scale = MAX (sum->scale, scale);
  sum->last_scale = scale;
  sum->group = 0;
  sum->open = false;
  return true;
}

/* Adds the number word at @i to the sum. Returns: how many atoms it took, 0 when it does not go on. */
static uint32_t
add_word (const BelAtoms *atoms, uint32_t i, Sum *sum)
{
  BelValueMatch match;
  if (!number_word (atoms, i, BEL_KIND_ANY, &match) || match.word->attached)
    return 0;
  double value = value_of (atoms, &match);
  bool ok = false;
  if (match.word->kind == BEL_KIND_SMALL || match.word->kind == BEL_KIND_TEN)
    ok = !match.plural && add_unit (sum, match.word->kind, value);
  else if (match.word->kind == BEL_KIND_HUNDRED)
    ok = add_hundred (sum);
  else if (match.word->kind == BEL_KIND_SCALE || match.word->kind == BEL_KIND_GROUP)
    ok = add_scale (sum, value);
  return ok ? match.n : 0;
}

/* "a hundred", "a dozen": the article counts as one before a magnitude. */
static uint32_t
article_as_one (const BelAtoms *atoms, uint32_t i)
{
  BelValueMatch match;
  uint32_t n = bel_atoms_cue (atoms, i, BEL_KIND_ARTICLE);
  if (!n || !number_word (atoms, i + n, BEL_KIND_ANY, &match) || match.plural || match.word->attached)
    return 0;
  uint8_t kind = match.word->kind;
  return kind == BEL_KIND_HUNDRED || kind == BEL_KIND_SCALE || kind == BEL_KIND_GROUP ? n : 0;
}

/* "and three quarters", "and one half": a part that is added to a number, not a further word of it. */
static bool
is_part_next (const BelAtoms *atoms, uint32_t i)
{
  BelValueMatch match;
  if (!number_word (atoms, i, BEL_KIND_SMALL, &match))
    return false;
  uint32_t at = i + match.n;
  at += hyphen (atoms, at);
  bool one = value_of (atoms, &match) == 1;
  if (number_word (atoms, at, BEL_KIND_HALF, NULL))
    return one;
  return bel_atoms_match (atoms, at, BEL_WORDS_ORDINAL, BEL_KIND_ANY, &match) && match.plural != one
         && bel_value_word_boolean (atoms->words, match.word, BEL_VALUE_FIELD_SHARE);
}

/* Goes on with words from @i on, over hyphens and "and". Returns: the atom behind the last. */
static uint32_t
sum_words (const BelAtoms *atoms, uint32_t i, Sum *sum)
{
  uint32_t past = i;
  for (;;) {
    uint32_t at = past;
    if (at > i || sum->scale > 1 || sum->open)
      at += hyphen (atoms, at);
    uint32_t joined = bel_atoms_cue (atoms, at, BEL_KIND_AND);
    bool may_join = joined && (sum->scale > 1 || (sum->open && sum->group >= 100 && fmod (sum->group, 100) == 0));
    uint32_t from = may_join ? at + joined : at;
    uint32_t n = may_join && is_part_next (atoms, from) ? 0 : add_word (atoms, from, sum);
    if (!n)
      return past;
    past = from + n;
  }
}

static bool
scan_words (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  Sum sum = { .last_scale = INFINITY, .scale = 1 };
  uint32_t start = i, article = article_as_one (atoms, i);
  if (article) {
    sum.group = 1;
    sum.open = true;
    start += article;
  }
  uint32_t past = sum_words (atoms, start, &sum);
  if (past == start)
    return false;
  *out = (BelNumber){ .value = sum.total + sum.group, .n = past - i, .scale = sum.scale, .article = article > 0 };
  out->plain_one = past - i == 1 && out->value == 1;
  return true;
}

/* -- magnitudes and decimals ----------------------------------------------------------------------- */

/* "100m" is metres, "$100m" and "100M" are millions. */
static bool
is_rather_unit (const BelAtoms *atoms, uint32_t start, uint32_t i, const BelValueMatch *scale)
{
  if (!scale->word->attached || !bel_atoms_match (atoms, i, BEL_WORDS_UNIT, BEL_KIND_ANY, NULL))
    return false;
  return !atoms->items[i].capital
         && !(start && bel_atoms_match (atoms, start - 1, BEL_WORDS_CURRENCY, BEL_KIND_ANY, NULL));
}

/* "2.3 million", "5 hundred thousand", "10 dozen", "3 million 200 thousand". */
static void
take_scales (const BelAtoms *atoms, uint32_t i, BelNumber *number)
{
  BelValueMatch match;
  double last = INFINITY;
  for (;;) {
    uint32_t at = i + number->n;
    bool hyphened = hyphen (atoms, at) && bel_atoms_glued (atoms, at);
    at += hyphened;
    if (!number_word (atoms, at, BEL_KIND_ANY, &match))
      return;
    bool multiplies = match.word->kind == BEL_KIND_SCALE || match.word->kind == BEL_KIND_HUNDRED
                      || match.word->kind == BEL_KIND_GROUP;
    if (!multiplies || value_of (atoms, &match) >= last * 1e6 || is_rather_unit (atoms, i, at, &match))
      return;
    last = value_of (atoms, &match);
    number->value *= last;
    number->scale *= last;
    number->n += match.n + hyphened;
    number->year_like = false;
  }
}

/* "5 million and two hundred thousand", "4 thousand 3 hundred and 21" are rare; words after a scale are taken. */
static void
take_rest (const BelAtoms *atoms, uint32_t i, BelNumber *number)
{
  if (number->scale < 100 || !number->figures)
    return;
  Sum sum = { .last_scale = number->scale, .scale = number->scale };
  uint32_t past = sum_words (atoms, i + number->n, &sum);
  double rest = sum.total + sum.group;
  if (past > i + number->n && rest > 0 && rest < number->scale) {
    number->value += rest;
    number->n = past - i;
  }
}

/* "two point five": single units after the point, or one number ("point seventy-one"). */
static void
take_decimals (const BelAtoms *atoms, uint32_t i, BelNumber *number)
{
  BelValueMatch match;
  uint32_t at = i + number->n;
  if (!number_word (atoms, at, BEL_KIND_POINT, &match) || match.plural)
    return;
  at += match.n;
  double place = 0.1, sum = 0;
  uint32_t n = 0;
  while (number_word (atoms, at, BEL_KIND_SMALL, &match) && value_of (atoms, &match) < 10) {
    sum += place * value_of (atoms, &match);
    place /= 10;
    at += match.n;
    n++;
  }
  BelNumber whole;
  if (!n && scan_words (atoms, at, &whole) && whole.value >= 10 && whole.value < 100) {
    sum = whole.value / 100;
    at += whole.n;
    n++;
  }
  if (!n)
    return;
  number->value += sum;
  number->n = at - i;
}

/* -- fractions ------------------------------------------------------------------------------------- */

/* The denominator at @i: "third(s)", "quarter(s)", "fifth(s)"; 0 when there is none. */
static double
denominator (const BelAtoms *atoms, uint32_t i, uint32_t *n, bool *plural)
{
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_ORDINAL, BEL_KIND_ANY, &match)
      || !bel_value_word_boolean (atoms->words, match.word, BEL_VALUE_FIELD_SHARE))
    return 0;
  *n = match.n;
  *plural = match.plural;
  return value_of (atoms, &match);
}

/* Whether the token of atom @i could be what an ordinal before it counts: "a third man". */
static bool
is_counted_next (const BelAtoms *atoms, uint32_t i)
{
  if (i >= atoms->n || atoms->items[i].kind != BEL_ATOM_WORD)
    return false;
  uint8_t pos = atoms->document->tokens.pos[atoms->items[i].token];
  return (pos == BEL_POS_NOUN || pos == BEL_POS_ADJ || pos == BEL_POS_PROPN)
         && !number_word (atoms, i, BEL_KIND_SCALE, NULL) && !bel_atoms_cue (atoms, i, BEL_KIND_PERCENT);
}

/* "two thirds", "one-third", "three quarters", "a fifth of". */
static bool
as_fraction (const BelAtoms *atoms, uint32_t i, BelNumber *number)
{
  uint32_t at = i + number->n, n = 0;
  uint32_t hyphened = hyphen (atoms, at);
  bool plural = false;
  double under = denominator (atoms, at + hyphened, &n, &plural);
  bool one = number->value == 1;
  bool whole = number->value == floor (number->value) && number->scale == 1 && number->value > 0;
  if (!under || !whole || (!one && !plural) || (one && plural) || number->fraction || number->year_like)
    return false;
  if (one && !hyphened && is_counted_next (atoms, at + n))
    return false;
  number->value /= under;
  number->n += hyphened + n;
  number->fraction = true;
  number->plain_one = false;
  return true;
}

/* "a third of the vote": the article is the one. */
static bool
scan_article_fraction (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  uint32_t article = bel_atoms_cue (atoms, i, BEL_KIND_ARTICLE), n;
  bool plural = false;
  double under = article ? denominator (atoms, i + article, &n, &plural) : 0;
  if (!under || plural || is_counted_next (atoms, i + article + n))
    return false;
  *out = (BelNumber){ .value = 1 / under, .n = article + n, .scale = 1, .fraction = true, .article = true };
  return true;
}

/* After an ordinal "half" is a stretch of a game or a year: "the first half". */
static bool
follows_ordinal (const BelAtoms *atoms, uint32_t i)
{
  return i && bel_atoms_match (atoms, i - 1, BEL_WORDS_ORDINAL, BEL_KIND_SMALL, NULL);
}

/* "half", "half a million", "half a dozen", "half of"; the number it halves is taken with it. */
static bool
scan_half (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  BelValueMatch match, scale;
  if (!number_word (atoms, i, BEL_KIND_HALF, &match) || match.plural || follows_ordinal (atoms, i))
    return false;
  *out = (BelNumber){ .value = 0.5, .n = match.n, .scale = 1, .fraction = true };
  uint32_t at = i + match.n;
  at += hyphen (atoms, at);
  uint32_t article = bel_atoms_cue (atoms, at, BEL_KIND_ARTICLE);
  bool scaled = number_word (atoms, at + article, BEL_KIND_SCALE, &scale)
                || number_word (atoms, at + article, BEL_KIND_GROUP, &scale);
  if (scaled && !scale.word->attached && !scale.plural) {
    out->value = 0.5 * value_of (atoms, &scale);
    out->scale = value_of (atoms, &scale);
    out->n = at + article + scale.n - i;
    out->article = article > 0;
    out->fraction = false;
  } else if (article && bel_atoms_match (atoms, at + article, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, NULL)) {
    out->n = at + article - i;
    out->fraction = false;
  }
  return true;
}

/* "three quarters of a billion", "a quarter million": a part of a magnitude is a number. */
static void
of_scale (const BelAtoms *atoms, uint32_t i, BelNumber *part)
{
  BelValueMatch scale;
  uint32_t at = i + part->n;
  uint32_t of = bel_atoms_cue (atoms, at, BEL_KIND_OF);
  uint32_t article = of ? bel_atoms_cue (atoms, at + of, BEL_KIND_ARTICLE) : 0;
  if ((of && !article) || !number_word (atoms, at + of + article, BEL_KIND_SCALE, &scale) || scale.plural
      || scale.word->attached)
    return;
  part->scale = value_of (atoms, &scale);
  part->value *= part->scale;
  part->n += of + article + scale.n;
  part->fraction = false;
}

/* "quarter million" without an article. */
static bool
scan_bare_part (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  BelValueMatch part;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_ORDINAL, BEL_KIND_PART, &part) || part.plural || follows_ordinal (atoms, i))
    return false;
  BelNumber number = { .value = 1 / value_of (atoms, &part), .n = part.n, .scale = 1, .fraction = true };
  of_scale (atoms, i, &number);
  if (number.fraction || !number_word (atoms, i + part.n, BEL_KIND_SCALE, NULL))
    return false;
  *out = number;
  return true;
}

/* Behind a number: "and a half", "and three quarters"; adds the part, of the magnitude if there was one. */
static void
take_part (const BelAtoms *atoms, uint32_t i, BelNumber *number)
{
  uint32_t at = i + number->n, joined = bel_atoms_cue (atoms, at, BEL_KIND_AND);
  if (!joined || number->fraction)
    return;
  at += joined;
  uint32_t article = bel_atoms_cue (atoms, at, BEL_KIND_ARTICLE);
  BelValueMatch half, one;
  BelNumber part = { 0 };
  if (!article && number_word (atoms, at, BEL_KIND_SMALL, &one) && value_of (atoms, &one) == 1
      && number_word (atoms, at + one.n, BEL_KIND_HALF, NULL))
    article = one.n;
  if (number_word (atoms, at + article, BEL_KIND_HALF, &half) && !half.plural)
    part = (BelNumber){ .value = 0.5, .n = article + half.n };
  else if (!scan_article_fraction (atoms, at, &part)) {
    if (!scan_words (atoms, at, &part) || !as_fraction (atoms, at, &part))
      return;
  }
  double scale = number->scale;
  of_scale (atoms, at, &part);
  if (scale == 1 && part.scale > 1) { /* "two and a half million" */
    number->value = number->value * part.scale + part.value;
    number->scale = part.scale;
  } else
    number->value += part.scale > 1 ? part.value : part.value * scale;
  number->n = at + part.n - i;
}

/* -- all together ---------------------------------------------------------------------------------- */

/* "minus five", "-5" with nothing in front that would make the sign a dash. */
static uint32_t
sign_before (const BelAtoms *atoms, uint32_t i)
{
  BelValueMatch match;
  if (number_word (atoms, i, BEL_KIND_MINUS, &match))
    return match.n;
  bool free_sign = bel_atoms_sign (atoms, i, '-') && atoms->items[i].space_before && bel_atoms_glued (atoms, i + 1)
                   && bel_atoms_figures (atoms, i + 1);
  return free_sign ? 1 : 0;
}

static bool
scan_positive (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  if (scan_half (atoms, i, out) || scan_bare_part (atoms, i, out))
    return true;
  if (scan_article_fraction (atoms, i, out)) {
    of_scale (atoms, i, out);
    return true;
  }
  double part = vulgar_fraction (atoms, i);
  if (part > 0) {
    *out = (BelNumber){ .value = part, .n = 1, .scale = 1, .fraction = true };
    return true;
  }
  if (!scan_figures (atoms, i, out) && !scan_words (atoms, i, out))
    return false;
  if (as_fraction (atoms, i, out)) {
    of_scale (atoms, i, out);
    return true;
  }
  take_decimals (atoms, i, out);
  if (out->figures || out->value != floor (out->value))
    take_scales (atoms, i, out);
  double scale = out->scale;
  take_part (atoms, i, out);
  if (scale == 1)
    take_scales (atoms, i, out);
  take_rest (atoms, i, out);
  return true;
}

bool
bel_number_scan (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  uint32_t sign = sign_before (atoms, i);
  if (!scan_positive (atoms, i + sign, out))
    return false;
  out->n += sign;
  if (sign) {
    out->value = -out->value;
    out->plain_one = false;
    out->year_like = false;
  }
  return true;
}

static uint32_t
ordinal_suffix (const BelAtoms *atoms, uint32_t i)
{
  static const char *const SUFFIXES[] = { "st", "nd", "rd", "th" };
  if (!bel_atoms_glued (atoms, i) || bel_span_length (atoms->items[i].span) != 2)
    return 0;
  const char *text = atoms->document->text + atoms->items[i].span.start;
  for (guint k = 0; k < G_N_ELEMENTS (SUFFIXES); k++)
    if (g_ascii_strncasecmp (text, SUFFIXES[k], 2) == 0)
      return 1;
  return 0;
}

/* "twenty-first", "one hundred and third": words, then the ordinal of a smaller unit. */
static bool
scan_compound_ordinal (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  Sum sum = { .last_scale = INFINITY, .scale = 1 };
  uint32_t at = sum_words (atoms, i, &sum);
  double before = sum.total + sum.group;
  at += at > i ? hyphen (atoms, at) : 0;
  uint32_t joined = at > i && before >= 100 ? bel_atoms_cue (atoms, at, BEL_KIND_AND) : 0;
  BelValueMatch match;
  if (!bel_atoms_match (atoms, at + joined, BEL_WORDS_ORDINAL, BEL_KIND_ANY, &match) || match.plural
      || match.word->kind == BEL_KIND_PART)
    return false;
  double last = value_of (atoms, &match);
  bool multiplies = match.word->kind == BEL_KIND_HUNDRED || match.word->kind == BEL_KIND_SCALE;
  if (at > i && !multiplies && (before < 20 || last >= (fmod (before, 100) != 0 ? 10 : 100)))
    return false;
  double value = multiplies && before > 0 ? before * last : before + last;
  *out = (BelNumber){ .value = value, .n = at + joined + match.n - i, .scale = 1 };
  return true;
}

bool
bel_ordinal_scan (const BelAtoms *atoms, uint32_t i, BelNumber *out)
{
  if (bel_atoms_figures (atoms, i)) {
    if (!ordinal_suffix (atoms, i + 1) || atoms->items[i].n_decimals)
      return false;
    *out = (BelNumber){ .value = atoms->items[i].value, .n = 2, .scale = 1, .figures = true };
    return true;
  }
  return scan_compound_ordinal (atoms, i, out);
}
