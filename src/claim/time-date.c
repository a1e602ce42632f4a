/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Dates of the calendar:  [weekday[,]] (month day | day [of] month) [,] [year],  in words and figures,
 * month [year], ISO 8601, and figures with slashes, month first. */
#include "claim/time-private.h"

#include "claim/number.h"

#include <math.h>

typedef struct {
  int year, month, day;
  int last_day; /* of a stretch within the month: "Oct. 14-16"; 0 */
  int weekday;  /* -1 */
} Parts;

uint32_t
bel_time_scan_month (const BelTimeReader *reader, uint32_t i, int *out_month, bool *out_doubtful)
{
  BelValueMatch match;
  if (!bel_atoms_match (reader->atoms, i, BEL_WORDS_MONTH, BEL_KIND_ANY, &match) || !reader->atoms->items[i].capital)
    return 0;
  *out_month = (int) bel_value_word_number (reader->atoms->words, match.word, BEL_VALUE_FIELD_NUMBER);
  *out_doubtful = match.word->doubtful;
  return match.n;
}

uint32_t
bel_time_scan_year (const BelTimeReader *reader, uint32_t i, int *out_year)
{
  BelNumber number;
  const BelAtoms *atoms = reader->atoms;
  if (!bel_atoms_figures (atoms, i) || atoms->items[i].n_digits != 4 || atoms->items[i].n_decimals
      || atoms->items[i].grouped || atoms->items[i].value < 1000 || atoms->items[i].value >= 2200)
    return 0;
  if (bel_number_scan (atoms, i, &number) && number.scale > 1)
    return 0;
  bool glued_word = bel_atoms_glued (atoms, i + 1) && atoms->items[i + 1].kind == BEL_ATOM_WORD;
  if (glued_word || bel_atoms_match (atoms, i + 1, BEL_WORDS_UNIT, BEL_KIND_ANY, NULL)
      || bel_atoms_cue (atoms, i + 1, BEL_KIND_PERCENT)
      || bel_atoms_match (atoms, i + 1, BEL_WORDS_CURRENCY, BEL_KIND_ANY, NULL))
    return 0;
  *out_year = (int) atoms->items[i].value;
  return 1;
}

/* 1 … 31 as figures, with or without their ending, or as an ordinal in words. */
static uint32_t
scan_day (const BelTimeReader *reader, uint32_t i, int *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelNumber number;
  uint32_t n = 0;
  if (bel_ordinal_scan (atoms, i, &number))
    n = number.n;
  else if (bel_atoms_figures (atoms, i) && !atoms->items[i].n_decimals && atoms->items[i].n_digits <= 2
           && bel_number_scan (atoms, i, &number) && number.scale == 1 && !number.fraction)
    n = number.n;
  bool clock = n && bel_atoms_sign (atoms, i + n, ':') && bel_atoms_glued (atoms, i + n)
               && bel_atoms_figures (atoms, i + n + 1);
  bool unit = n && number.figures
              && (bel_atoms_cue (atoms, i + n, BEL_KIND_PERCENT) || bel_atoms_cue (atoms, i + n, BEL_KIND_AM)
                  || bel_atoms_cue (atoms, i + n, BEL_KIND_PM));
  if (!n || clock || unit || number.value < 1 || number.value > 31 || number.value != floor (number.value))
    return 0;
  *out = (int) number.value;
  return n;
}

/* A second day behind a dash, "to", "and" or "or": "Oct. 14-16". */
static uint32_t
scan_day_to (const BelTimeReader *reader, uint32_t i, int first, int *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t joint = bel_atoms_cue (atoms, i, BEL_KIND_TO);
  if (!joint)
    joint = bel_atoms_cue (atoms, i, BEL_KIND_UNTIL);
  if (!joint)
    joint = bel_atoms_cue (atoms, i, BEL_KIND_AND);
  int day;
  uint32_t article = joint ? bel_atoms_cue (atoms, i + joint, BEL_KIND_THE) : 0;
  uint32_t n = joint ? scan_day (reader, i + joint + article, &day) : 0;
  if (!n || day <= first)
    return 0;
  *out = day;
  return joint + article + n;
}

/* A year behind a date: "2024", ", 2024", "of 2024". */
static uint32_t
scan_year_behind (const BelTimeReader *reader, uint32_t i, int *out)
{
  uint32_t comma = bel_atoms_sign (reader->atoms, i, ',') ? 1 : 0;
  uint32_t of = bel_atoms_cue (reader->atoms, i + comma, BEL_KIND_OF);
  if (!of)
    of = bel_atoms_cue (reader->atoms, i + comma, BEL_KIND_IN);
  uint32_t n = bel_time_scan_year (reader, i + comma + of, out);
  return n ? comma + of + n : 0;
}

/* What makes "May" and "March" a month without a day or year: a preposition of time before it, and a name's capital. */
static bool
has_time_company (const BelTimeReader *reader, uint32_t i)
{
  static const BelWordKind COMPANY[]
      = { BEL_KIND_IN,    BEL_KIND_SINCE,   BEL_KIND_UNTIL,  BEL_KIND_BY,     BEL_KIND_FROM,
          BEL_KIND_TO,    BEL_KIND_BETWEEN, BEL_KIND_DURING, BEL_KIND_BEFORE, BEL_KIND_AFTER,
          BEL_KIND_EARLY, BEL_KIND_MIDDLE,  BEL_KIND_LATE,   BEL_KIND_OF };
  const BelAtoms *atoms = reader->atoms;
  if (i == 0 || atoms->document->tokens.pos[atoms->items[i].token] != BEL_POS_PROPN)
    return false;
  if (bel_atoms_match (atoms, i - 1, BEL_WORDS_DEIXIS, BEL_KIND_ANY, NULL))
    return true;
  for (guint k = 0; k < G_N_ELEMENTS (COMPANY); k++)
    if (bel_atoms_cue (atoms, i - 1, COMPANY[k]))
      return i + 1 >= atoms->n || atoms->items[i + 1].kind == BEL_ATOM_SIGN || !atoms->items[i + 1].capital;
  return false;
}

static uint32_t
month_first (const BelTimeReader *reader, uint32_t i, Parts *out)
{
  Parts parts = { .weekday = -1 };
  bool doubtful;
  uint32_t at = i, n = bel_time_scan_month (reader, i, &parts.month, &doubtful);
  if (!n)
    return 0;
  at += n;
  uint32_t article = bel_atoms_cue (reader->atoms, at, BEL_KIND_THE);
  if ((n = scan_day (reader, at + article, &parts.day))) {
    at += article + n;
    at += scan_day_to (reader, at, parts.day, &parts.last_day);
  }
  at += scan_year_behind (reader, at, &parts.year);
  if (doubtful && !parts.day && !parts.year && !has_time_company (reader, i))
    return 0;
  *out = parts;
  return at - i;
}

static uint32_t
day_first (const BelTimeReader *reader, uint32_t i, Parts *out)
{
  Parts parts = { .weekday = -1 };
  const BelAtoms *atoms = reader->atoms;
  bool doubtful;
  uint32_t at = i + bel_atoms_cue (atoms, i, BEL_KIND_THE);
  uint32_t n = scan_day (reader, at, &parts.day);
  if (!n)
    return 0;
  at += n;
  at += scan_day_to (reader, at, parts.day, &parts.last_day);
  at += bel_atoms_sign (atoms, at, '-') && bel_atoms_glued (atoms, at);
  at += bel_atoms_cue (atoms, at, BEL_KIND_OF);
  if (!(n = bel_time_scan_month (reader, at, &parts.month, &doubtful)))
    return 0;
  at += n;
  at += bel_atoms_sign (atoms, at, '-') && bel_atoms_glued (atoms, at) && bel_atoms_figures (atoms, at + 1);
  at += scan_year_behind (reader, at, &parts.year);
  *out = parts;
  return at - i;
}

/* -- figures only --------------------------------------------------------------------------------- */

static bool
figures_within (const BelAtoms *atoms, uint32_t i, int low, int high, int *out)
{
  if (!bel_atoms_figures (atoms, i) || atoms->items[i].n_decimals || atoms->items[i].value < low
      || atoms->items[i].value > high)
    return false;
  *out = (int) atoms->items[i].value;
  return true;
}

static bool
joined_by (const BelAtoms *atoms, uint32_t i, char c)
{
  return bel_atoms_sign (atoms, i, c) && bel_atoms_glued (atoms, i) && bel_atoms_glued (atoms, i + 1);
}

/* 2024-11-17, 2024/11/17. */
static uint32_t
scan_iso (const BelTimeReader *reader, uint32_t i, Parts *out)
{
  const BelAtoms *atoms = reader->atoms;
  Parts parts = { .weekday = -1 };
  if (!figures_within (atoms, i, 1000, 2199, &parts.year) || atoms->items[i].n_digits != 4)
    return 0;
  char c = bel_atoms_sign (atoms, i + 1, '-') ? '-' : '/';
  if (!joined_by (atoms, i + 1, c) || !figures_within (atoms, i + 2, 1, 12, &parts.month)
      || !joined_by (atoms, i + 3, c) || !figures_within (atoms, i + 4, 1, 31, &parts.day))
    return 0;
  *out = parts;
  return 5;
}

/* 11/17/2024, 11-17-24, and 17/11/2024 where the first cannot be a month. */
static uint32_t
scan_slashes (const BelTimeReader *reader, uint32_t i, Parts *out)
{
  const BelAtoms *atoms = reader->atoms;
  Parts parts = { .weekday = -1 };
  int first, second, year;
  if (!figures_within (atoms, i, 1, 31, &first) || !figures_within (atoms, i + 2, 1, 31, &second))
    return 0;
  char c = bel_atoms_sign (atoms, i + 1, '/') ? '/' : '-';
  if (!joined_by (atoms, i + 1, c) || !joined_by (atoms, i + 3, c) || !figures_within (atoms, i + 4, 0, 2199, &year)
      || (atoms->items[i + 4].n_digits != 4 && atoms->items[i + 4].n_digits != 2))
    return 0;
  bool month_leads = first <= 12;
  parts.month = month_leads ? first : second;
  parts.day = month_leads ? second : first;
  parts.year = year >= 1000 ? year
               : year < 70  ? 2000 + year
                            : 1900 + year; /* the two-digit years of POSIX, near enough */
  if (parts.month > 12 || (year >= 100 && year < 1000))
    return 0;
  *out = parts;
  return 5;
}

/* -- resolving ------------------------------------------------------------------------------------- */

int
bel_time_near_year (const BelTimeReader *reader, int month, int day)
{
  if (reader->floating)
    return 0;
  int this_year = bel_day_to_civil (reader->today).year, best = this_year, best_gap = G_MAXINT;
  for (int year = this_year - 1; year <= this_year + 1; year++) {
    int in_month = bel_days_in_month (year, month);
    int gap = bel_day_from_civil (year, month, MIN (day ? day : 15, in_month)) - reader->today;
    gap = gap < 0 ? -gap : gap;
    if (gap < best_gap) {
      best_gap = gap;
      best = year;
    }
  }
  return best;
}

BelDay
bel_time_near_weekday (const BelTimeReader *reader, int weekday, bool future)
{
  int back = (bel_day_weekday (reader->today) - weekday + 7) % 7;
  return future && back ? reader->today - back + 7 : reader->today - back;
}

static int
near_leap_year (const BelTimeReader *reader)
{
  int year = bel_day_to_civil (reader->today).year;
  for (int away = 0; away <= 8; away++) /* there may be none at the turn of a century */
    for (int side = -1; side <= 1; side += 2)
      if (bel_days_in_month (year + side * away, 2) == 29)
        return year + side * away;
  return 0;
}

/* The parts as a time. Returns: whether there is such a day. */
static bool
resolve (const BelTimeReader *reader, const Parts *parts, BelTime *out)
{
  int year = parts->year ? parts->year : bel_time_near_year (reader, parts->month, parts->day);
  int in_month = bel_days_in_month (year ? year : 2000, parts->month),
      last = parts->last_day ? parts->last_day : parts->day;
  if (last > in_month && (parts->year || last > bel_days_in_month (2000, parts->month)))
    return false;
  if (last > in_month && year)
    year = near_leap_year (reader); /* Feb. 29 of some year */
  *out = bel_time_blank ();
  out->weekday = (int8_t) parts->weekday;
  out->year = (int16_t) parts->year;
  out->month = (int8_t) parts->month;
  out->day = (int8_t) (parts->last_day ? 0 : parts->day);
  if (!year)
    return true;
  BelDay low = bel_day_from_civil (year, parts->month, parts->day ? parts->day : 1);
  bel_time_set_days (out, low, bel_day_from_civil (year, parts->month, last ? last : in_month));
  return true;
}

static uint32_t
scan_parts (const BelTimeReader *reader, uint32_t i, Parts *out)
{
  uint32_t n = scan_iso (reader, i, out);
  if (!n)
    n = scan_slashes (reader, i, out);
  if (!n)
    n = month_first (reader, i, out);
  return n ? n : day_first (reader, i, out);
}

uint32_t
bel_time_scan_weekday (const BelTimeReader *reader, uint32_t i, int *out, bool *doubtful)
{
  BelValueMatch match;
  if (!bel_atoms_match (reader->atoms, i, BEL_WORDS_WEEKDAY, BEL_KIND_ANY, &match) || match.plural
      || !reader->atoms->items[i].capital)
    return 0;
  *out = (int) bel_value_word_number (reader->atoms->words, match.word, BEL_VALUE_FIELD_NUMBER);
  *doubtful = match.word->doubtful;
  return match.n;
}

/* "Friday the 13th": the month is the one at hand in which that fits. */
static uint32_t
scan_day_of_weekday (const BelTimeReader *reader, uint32_t i, int weekday, BelTime *out)
{
  int day;
  uint32_t article = bel_atoms_cue (reader->atoms, i, BEL_KIND_THE);
  uint32_t n = article ? scan_day (reader, i + article, &day) : 0;
  if (!n)
    return 0;
  out->day = (int8_t) day;
  for (int step = 0; step <= 12 && !reader->floating; step++) {
    int months = step % 2 ? (step + 1) / 2 : -step / 2;
    BelCivil civil
        = bel_day_to_civil (bel_day_add_months (reader->today - bel_day_to_civil (reader->today).day + 1, months));
    BelDay there = bel_day_from_civil (civil.year, civil.month, MIN (day, bel_days_in_month (civil.year, civil.month)));
    if (bel_day_to_civil (there).day == day && bel_day_weekday (there) == weekday) {
      bel_time_set_days (out, there, there);
      break;
    }
  }
  return article + n;
}

static uint32_t
weekday_alone (const BelTimeReader *reader, uint32_t i, uint32_t n, int weekday, BelTime *out)
{
  *out = bel_time_blank ();
  out->weekday = (int8_t) weekday;
  uint32_t more = scan_day_of_weekday (reader, i + n, weekday, out);
  if (more)
    return n + more;
  if (!reader->floating) {
    BelDay day = bel_time_near_weekday (reader, weekday, bel_time_is_future (reader, reader->atoms->items[i].token));
    bel_time_set_days (out, day, day);
  }
  return n;
}

/* "the first Monday in October", "last Friday of the month of May". */
static uint32_t
scan_nth_weekday (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelNumber nth = { 0 };
  BelValueMatch last;
  uint32_t at = i + bel_atoms_cue (atoms, i, BEL_KIND_THE);
  if (bel_ordinal_scan (atoms, at, &nth) && nth.value <= 5)
    at += nth.n;
  else if (bel_atoms_match (atoms, at, BEL_WORDS_DEIXIS, BEL_KIND_LAST, &last)) {
    nth.value = -1;
    at += last.n;
  } else
    return 0;
  int weekday, month, year = 0;
  bool doubtful;
  uint32_t n = bel_time_scan_weekday (reader, at, &weekday, &doubtful);
  uint32_t of = n ? bel_atoms_cue (atoms, at + n, BEL_KIND_OF) + bel_atoms_cue (atoms, at + n, BEL_KIND_IN) : 0;
  uint32_t m = of ? bel_time_scan_month (reader, at + n + of, &month, &doubtful) : 0;
  if (!m)
    return 0;
  at += n + of + m;
  at += scan_year_behind (reader, at, &year);
  year = year ? year : bel_time_near_year (reader, month, (int) nth.value * 7 - 3);
  *out = bel_time_blank ();
  out->weekday = (int8_t) weekday;
  out->month = (int8_t) month;
  if (year) {
    BelDay day = bel_nth_weekday (year, month, (int) nth.value, weekday);
    bel_time_set_days (out, day, day);
  }
  return at - i;
}

uint32_t
bel_time_scan_date (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  uint32_t nth = scan_nth_weekday (reader, i, out);
  if (nth)
    return nth;
  Parts parts = { .weekday = -1 };
  int weekday = -1;
  bool doubtful = false;
  uint32_t named = bel_time_scan_weekday (reader, i, &weekday, &doubtful);
  uint32_t at = i + named;
  if (named) {
    at += bel_atoms_sign (reader->atoms, at, ',');
    at += bel_atoms_cue (reader->atoms, at, BEL_KIND_ON);
  }
  uint32_t n = scan_parts (reader, at, &parts);
  bool two_dates = named && n && !parts.day; /* "on Monday, March officials …", "Monday, October" */
  parts.weekday = weekday;
  if (n && !two_dates && resolve (reader, &parts, out))
    return at + n - i;
  return named && !doubtful ? weekday_alone (reader, i, named, weekday, out) : 0;
}
