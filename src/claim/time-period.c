/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Longer stretches: years, decades, centuries, seasons, quarters, holidays; "early", "mid" and "late" ones. */
#include "claim/time-private.h"

#include "claim/number.h"

#include <math.h>

/* -- years ----------------------------------------------------------------------------------------- */

static bool
is_noun_plural (const BelDocument *document, uint32_t t)
{
  uint8_t xpos = document->tokens.xpos[t];
  return xpos == BEL_XPOS_NNS || xpos == BEL_XPOS_NNPS;
}

/* "2014-2018". */
static bool
is_year_range (const BelAtoms *atoms, uint32_t i)
{
  return bel_atoms_cue (atoms, i + 1, BEL_KIND_TO) && atoms->items[i + 1].kind == BEL_ATOM_SIGN
         && bel_atoms_figures (atoms, i + 2) && atoms->items[i + 2].n_digits == 4
         && atoms->items[i + 2].value > atoms->items[i].value && atoms->items[i + 2].value < 2200;
}

/* Whether the four figures are a year: a preposition of time before them, or a noun behind that they cannot count. */
static bool
looks_like_year (const BelTimeReader *reader, uint32_t i)
{
  static const BelWordKind BEFORE[]
      = { BEL_KIND_IN,      BEL_KIND_SINCE,  BEL_KIND_UNTIL,  BEL_KIND_BY,    BEL_KIND_FROM,  BEL_KIND_TO,
          BEL_KIND_BETWEEN, BEL_KIND_DURING, BEL_KIND_BEFORE, BEL_KIND_AFTER, BEL_KIND_EARLY, BEL_KIND_MIDDLE,
          BEL_KIND_LATE,    BEL_KIND_OF,     BEL_KIND_AND,    BEL_KIND_THE,   BEL_KIND_FOR,   BEL_KIND_OR };
  const BelAtoms *atoms = reader->atoms;
  const BelTokens *tokens = &atoms->document->tokens;
  uint32_t token = atoms->items[i].token, head = tokens->head[token];
  bool counts_plural = tokens->dep[token] == BEL_DEP_NUMMOD && head != BEL_NONE && head > token
                       && is_noun_plural (atoms->document, head);
  if (counts_plural || atoms->items[i].value < 1500)
    return atoms->items[i].value < 1500 ? false : i && bel_atoms_cue (atoms, i - 1, BEL_KIND_THE) && !counts_plural;
  if (i == 0 || is_year_range (atoms, i))
    return true;
  if (bel_atoms_cue (atoms, i - 1, BEL_KIND_LABEL) && atoms->items[i - 1].capital)
    return false;
  for (guint k = 0; k < G_N_ELEMENTS (BEFORE); k++)
    if (bel_atoms_cue (atoms, i - 1, BEFORE[k]))
      return true;
  return bel_atoms_match (atoms, i - 1, BEL_WORDS_DEIXIS, BEL_KIND_ANY, NULL) || tokens->dep[token] == BEL_DEP_NUMMOD
         || tokens->dep[token] == BEL_DEP_COMPOUND || bel_atoms_sign (atoms, i - 1, '(')
         || bel_atoms_sign (atoms, i - 1, ',') || bel_atoms_sign (atoms, i - 1, '-')
         || tokens->dep[token] == BEL_DEP_OBL_UNMARKED || tokens->dep[token] == BEL_DEP_NMOD_UNMARKED
         || tokens->dep[token] == BEL_DEP_OBL;
}

static uint32_t
scan_year (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  int year;
  uint32_t n = bel_time_scan_year (reader, i, &year);
  bool glued = bel_atoms_glued (atoms, i) && !bel_atoms_sign (atoms, i - 1, '-') && !bel_atoms_sign (atoms, i - 1, '(')
               && !bel_atoms_cue (atoms, i - 1, BEL_KIND_TO);
  if (!n || glued || !looks_like_year (reader, i))
    return 0;
  *out = bel_time_blank ();
  bel_time_set_year (out, year);
  n += bel_atoms_cue (atoms, i + n, BEL_KIND_ERA);
  return n;
}

/* "1990s", "1990's", "'90s", "the nineties" is left to words. */
static uint32_t
scan_decade (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  if (!bel_atoms_figures (atoms, i) || !bel_atoms_glued (atoms, i + 1) || atoms->items[i].n_decimals)
    return 0;
  const BelAtom *figures = &atoms->items[i], *ending = &atoms->items[i + 1];
  const char *text = atoms->document->text;
  bool s = text[ending->span.end - 1] == 's' && bel_span_length (ending->span) <= 4
           && (ending->kind == BEL_ATOM_SIGN || bel_span_length (ending->span) == 1);
  bool short_form = figures->n_digits == 2 && i
                    && (bel_atoms_sign (atoms, i - 1, '\'') || bel_atoms_cue (atoms, i - 1, BEL_KIND_THE)
                        || bel_span_length (atoms->items[i - 1].span) == 3);
  if (!s || fmod (figures->value, 10) != 0 || (figures->n_digits != 4 && !short_form) || figures->value >= 2200)
    return 0;
  int year = (int) figures->value;
  if (figures->n_digits == 2)
    year += year < 30 ? 2000 : 1900;
  if (year < 1000)
    return 0;
  *out = bel_time_blank ();
  bool century = year % 100 == 0 && year < 2000;
  bel_time_set_days (out, bel_day_from_civil (year, 1, 1), bel_day_from_civil (year + (century ? 99 : 9), 12, 31));
  return 2;
}

/* "the 19th century". */
static uint32_t
scan_century (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelNumber nth;
  BelValueMatch unit;
  const BelAtoms *atoms = reader->atoms;
  if (!bel_ordinal_scan (atoms, i, &nth) || nth.value > 30)
    return 0;
  uint32_t at = i + nth.n;
  at += bel_atoms_sign (atoms, at, '-');
  if (!bel_atoms_match (atoms, at, BEL_WORDS_TIME_UNIT, BEL_KIND_CENTURY, &unit))
    return 0;
  int first = ((int) nth.value - 1) * 100;
  *out = bel_time_blank ();
  bel_time_set_days (out, bel_day_from_civil (first, 1, 1), bel_day_from_civil (first + 99, 12, 31));
  return at + unit.n - i;
}

/* -- parts of a year -------------------------------------------------------------------------------- */

/* The year behind a part of it: "of 2016", "2016", "of last year"; else the one at hand, 0 when that is unknown. */
static uint32_t
year_behind (const BelTimeReader *reader, uint32_t i, int month, int *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t comma = bel_atoms_sign (atoms, i, ',') ? 1 : 0;
  uint32_t of = bel_atoms_cue (atoms, i + comma, BEL_KIND_OF);
  if (!of)
    of = bel_atoms_cue (atoms, i + comma, BEL_KIND_IN);
  uint32_t fiscal = bel_atoms_cue (atoms, i + comma + of, BEL_KIND_FISCAL);
  uint32_t n = bel_time_scan_year (reader, i + comma + of + fiscal, out);
  if (n)
    return comma + of + fiscal + n;
  BelValueMatch which, unit;
  if (bel_atoms_match (atoms, i + of, BEL_WORDS_DEIXIS, BEL_KIND_ANY, &which)
      && bel_atoms_match (atoms, i + of + which.n, BEL_WORDS_TIME_UNIT, BEL_KIND_YEAR, &unit) && !reader->floating) {
    int shift = which.word->kind == BEL_KIND_LAST ? -1 : which.word->kind == BEL_KIND_NEXT ? 1 : 0;
    *out = bel_day_to_civil (reader->today).year + shift;
    return of + which.n + unit.n;
  }
  *out = month ? bel_time_near_year (reader, month, 15) : reader->floating ? 0 : bel_day_to_civil (reader->today).year;
  return 0;
}

static void
set_months (BelTime *out, int year, int month, int n_months)
{
  BelDay low = bel_day_from_civil (year, month, 1);
  bel_time_set_days (out, low, bel_day_add_months (low, n_months) - 1);
}

typedef struct {
  int month, n_months;
} Quarter;

/* "Q3", "H1". Returns: how many atoms, 0 when it is none. */
static uint32_t
scan_quarter_code (const BelAtoms *atoms, uint32_t i, double *nth, bool *half)
{
  if (i >= atoms->n || bel_span_length (atoms->items[i].span) != 1 || !bel_atoms_figures (atoms, i + 1)
      || !bel_atoms_glued (atoms, i + 1))
    return 0;
  char letter = atoms->document->text[atoms->items[i].span.start];
  *half = letter == 'H';
  *nth = atoms->items[i + 1].value;
  bool ok
      = (letter == 'Q' || letter == 'H') && atoms->items[i + 1].n_digits == 1 && *nth >= 1 && *nth <= (*half ? 2 : 4);
  return ok ? 2 : 0;
}

/* The same, and "third quarter", "first half". */
static uint32_t
scan_quarter_name (const BelAtoms *atoms, uint32_t i, Quarter *out)
{
  BelNumber nth;
  BelValueMatch unit;
  bool half = false;
  uint32_t n = scan_quarter_code (atoms, i, &nth.value, &half);
  if (!n) {
    if (!bel_ordinal_scan (atoms, i, &nth) || nth.value > 4)
      return 0;
    n = nth.n;
    n += bel_atoms_sign (atoms, i + n, '-');
    half = bel_atoms_match (atoms, i + n, BEL_WORDS_NUMBER, BEL_KIND_HALF, &unit) && nth.value <= 2;
    if (!half && !bel_atoms_match (atoms, i + n, BEL_WORDS_TIME_UNIT, BEL_KIND_QUARTER, &unit))
      return 0;
    n += unit.n;
  }
  out->n_months = half ? 6 : 3;
  out->month = ((int) nth.value - 1) * out->n_months + 1;
  return n;
}

/* "the third quarter of 2016", "first half of the year", "Q3". */
static uint32_t
scan_quarter (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  Quarter quarter;
  uint32_t n = scan_quarter_name (reader->atoms, i, &quarter);
  if (!n)
    return 0;
  int year;
  uint32_t behind = year_behind (reader, i + n, 0, &year);
  if (quarter.n_months == 6 && !behind)
    return 0; /* of a game, a film, anything */
  *out = bel_time_blank ();
  if (year && behind)
    set_months (out, year, quarter.month, quarter.n_months);
  else
    out->vague = true; /* a quarter of what year, or of a match */
  return n + behind;
}

/* "2016 Q3", "2016, the third quarter". */
static uint32_t
scan_year_quarter (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  int year;
  uint32_t n = bel_time_scan_year (reader, i, &year), at = i + n;
  at += n ? bel_atoms_sign (reader->atoms, at, ',') : 0;
  at += bel_atoms_cue (reader->atoms, at, BEL_KIND_THE);
  Quarter quarter;
  uint32_t more = n ? scan_quarter_name (reader->atoms, at, &quarter) : 0;
  if (!more)
    return 0;
  *out = bel_time_blank ();
  set_months (out, year, quarter.month, quarter.n_months);
  return at + more - i;
}

/* "summer", "the spring of 2016", "fall 2016"; doubtful ones need a year or a word before that picks one. */
static uint32_t
scan_season (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_SEASON, BEL_KIND_ANY, &match))
    return 0;
  int from = (int) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_FROM);
  int months = (int) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_MONTHS);
  int year;
  uint32_t behind = year_behind (reader, i + match.n, from, &year);
  bool in_the = i > 1 && bel_atoms_cue (atoms, i - 1, BEL_KIND_THE) && bel_atoms_cue (atoms, i - 2, BEL_KIND_IN);
  if (match.word->doubtful && !behind && !in_the)
    return 0;
  *out = bel_time_blank ();
  if (year)
    set_months (out, year, from, months);
  return match.n + behind;
}

/* -- holidays --------------------------------------------------------------------------------------- */

static BelDay
holiday_in (const BelAtoms *atoms, const BelValueWord *word, int year)
{
  int month = (int) bel_value_word_number (atoms->words, word, BEL_VALUE_FIELD_MONTH);
  int day = (int) bel_value_word_number (atoms->words, word, BEL_VALUE_FIELD_DAY);
  int nth = (int) bel_value_word_number (atoms->words, word, BEL_VALUE_FIELD_NTH);
  int weekday = (int) bel_value_word_number (atoms->words, word, BEL_VALUE_FIELD_WEEKDAY);
  int shift = (int) bel_value_word_number (atoms->words, word, BEL_VALUE_FIELD_SHIFT);
  if (bel_value_word_boolean (atoms->words, word, BEL_VALUE_FIELD_EASTER))
    return bel_easter (year) + shift;
  return (nth ? bel_nth_weekday (year, month, nth, weekday) : bel_day_from_civil (year, month, day)) + shift;
}

static uint32_t
scan_holiday (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_HOLIDAY, BEL_KIND_ANY, &match))
    return 0;
  int year = 0;
  uint32_t behind = year_behind (reader, i + match.n, 0, &year);
  if (!behind && !reader->floating) {
    BelDay near = holiday_in (atoms, match.word, year);
    year += near - reader->today > 183 ? -1 : reader->today - near > 183 ? 1 : 0;
  }
  *out = bel_time_blank ();
  BelCivil civil = bel_day_to_civil (holiday_in (atoms, match.word, year ? year : 2001));
  bool fixed = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_DAY) > 0;
  out->month = (int8_t) (fixed ? civil.month : 0);
  out->day = (int8_t) (fixed ? civil.day : 0);
  if (year) {
    BelDay day = holiday_in (atoms, match.word, year);
    bel_time_set_days (out, day, day);
  }
  return match.n + behind;
}

/* -- early, mid, late -------------------------------------------------------------------------------- */

static void
cut (BelTime *time, BelWordKind kind)
{
  if (time->low == BEL_DAY_NONE || time->high - time->low < 6)
    return;
  int days = time->high - time->low + 1, third = days / 3;
  BelDay low = time->low, high = time->high;
  /* halves for early and late: nobody draws these lines exactly */
  if (kind == BEL_KIND_EARLY)
    high = low + days / 2 - 1 - (days > 360);
  else if (kind == BEL_KIND_LATE)
    low = high - (days + 1) / 2 + 1 - (days > 360);
  else {
    low += third - days / 12;
    high -= third - days / 12;
  }
  time->low = low;
  time->high = high;
  time->day = 0;
}

static uint32_t
scan_whole (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  static uint32_t (*const SCANNERS[]) (const BelTimeReader *, uint32_t, BelTime *)
      = { scan_decade, scan_century, scan_year_quarter, scan_quarter, scan_season, scan_holiday, scan_year };
  for (guint k = 0; k < G_N_ELEMENTS (SCANNERS); k++) {
    uint32_t n = SCANNERS[k](reader, i, out);
    if (n)
      return n;
  }
  return 0;
}

uint32_t
bel_time_scan_period (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  static const BelWordKind PARTS[] = { BEL_KIND_EARLY, BEL_KIND_MIDDLE, BEL_KIND_LATE };
  const BelAtoms *atoms = reader->atoms;
  for (guint k = 0; k < G_N_ELEMENTS (PARTS); k++) {
    uint32_t cue = bel_atoms_cue (atoms, i, PARTS[k]);
    if (!cue)
      continue;
    uint32_t at = i + cue;
    at += bel_atoms_sign (atoms, at, '-');
    at += bel_atoms_cue (atoms, at, BEL_KIND_IN);
    at += bel_atoms_cue (atoms, at, BEL_KIND_THE);
    uint32_t n = scan_whole (reader, at, out);
    if (!n)
      n = bel_time_scan_date (reader, at, out);
    if (!n)
      n = bel_time_scan_relative (reader, at, out);
    if (!n)
      continue;
    cut (out, PARTS[k]);
    return at + n - i;
  }
  uint32_t the = bel_atoms_cue (atoms, i, BEL_KIND_THE);
  uint32_t n = scan_whole (reader, i + the, out);
  return n ? the + n : 0;
}
