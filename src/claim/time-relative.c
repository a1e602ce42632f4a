/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Times told from the day of publication or from the day last spoken of. Weeks begin on Monday (ISO 8601). */
#include "claim/time-private.h"

#include "claim/number.h"

#include <math.h>

/* -- one word or phrase ----------------------------------------------------------------------------- */

static bool
set_from_spoken (const BelTimeReader *reader, BelTime *out, int shift)
{
  if (reader->spoken == BEL_DAY_NONE)
    return false;
  bel_time_set_days (out, reader->spoken + shift, reader->spoken + shift);
  out->floating = reader->floating;
  return true;
}

uint32_t
bel_time_scan_phrase (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch match;
  uint32_t the = bel_atoms_match (atoms, i, BEL_WORDS_RELATIVE, BEL_KIND_ANY, &match)
                     ? 0
                     : bel_atoms_cue (atoms, i, BEL_KIND_THE);
  if (the && !bel_atoms_match (atoms, i + the, BEL_WORDS_RELATIVE, BEL_KIND_ANY, &match))
    return 0;
  if (!the && !bel_atoms_match (atoms, i, BEL_WORDS_RELATIVE, BEL_KIND_ANY, &match))
    return 0;
  int shift = (int) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_SHIFT);
  *out = bel_time_blank ();
  if (bel_value_word_boolean (atoms->words, match.word, BEL_VALUE_FIELD_VAGUE))
    out->vague = true;
  else if (bel_value_word_boolean (atoms->words, match.word, BEL_VALUE_FIELD_ANAPHORIC))
    out->vague = !set_from_spoken (reader, out, shift);
  else
    bel_time_set_relative (reader, out, reader->today + shift, reader->today + shift);
  double low = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_LOW);
  if (low > 0) {
    out->minute_low = (int16_t) low;
    out->minute_high = (int16_t) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_HIGH);
  }
  return the + match.n;
}

/* -- last, this, next -------------------------------------------------------------------------------- */

BelDay
bel_time_week_start (BelDay day)
{
  return day - bel_day_weekday (day);
}

int
bel_time_shift_of (BelWordKind kind)
{
  return kind == BEL_KIND_LAST || kind == BEL_KIND_BEFORE  ? -1
         : kind == BEL_KIND_NEXT || kind == BEL_KIND_AFTER ? 1
                                                           : 0;
}

int
bel_time_years_of (BelWordKind unit)
{
  return unit == BEL_KIND_MILLENNIUM ? 1000 : unit == BEL_KIND_CENTURY ? 100 : unit == BEL_KIND_DECADE ? 10 : 1;
}

/* The calendar week, month, … that @shift units from @day lies in. Returns: whether the unit has calendar bounds. */
bool
bel_time_calendar_unit (BelWordKind unit, BelDay day, int shift, BelDay *low, BelDay *high)
{
  BelCivil civil = bel_day_to_civil (day);
  int years = bel_time_years_of (unit), base;
  BelDay month = bel_day_from_civil (civil.year, civil.month, 1);
  switch (unit) {
  case BEL_KIND_DAY:
    *low = *high = day + shift;
    return true;
  case BEL_KIND_WEEK:
    *low = bel_time_week_start (day) + 7 * shift;
    *high = *low + 6;
    return true;
  case BEL_KIND_WEEKEND:
    *low = bel_time_week_start (day) + 7 * shift + 5;
    *high = *low + 1;
    return true;
  case BEL_KIND_MONTH:
    *low = bel_day_add_months (month, shift);
    *high = bel_day_add_months (month, shift + 1) - 1;
    return true;
  case BEL_KIND_QUARTER:
    month = bel_day_from_civil (civil.year, (civil.month - 1) / 3 * 3 + 1, 1);
    *low = bel_day_add_months (month, 3 * shift);
    *high = bel_day_add_months (month, 3 * shift + 3) - 1;
    return true;
  case BEL_KIND_YEAR:
  case BEL_KIND_DECADE:
  case BEL_KIND_CENTURY:
  case BEL_KIND_MILLENNIUM:
    base = civil.year / years * years + shift * years;
    *low = bel_day_from_civil (base, 1, 1);
    *high = bel_day_from_civil (base + years - 1, 12, 31);
    return true;
  default:
    return false;
  }
}

/* What the unit is reckoned from: today, or for "the following" and "that" the day last spoken of. */
static bool
anchor (const BelTimeReader *reader, BelWordKind kind, BelDay *out, bool *relative)
{
  bool anaphoric = kind == BEL_KIND_AFTER || kind == BEL_KIND_BEFORE || kind == BEL_KIND_THAT;
  *relative = !anaphoric || reader->spoken == BEL_DAY_NONE;
  if (kind == BEL_KIND_THAT && reader->spoken == BEL_DAY_NONE)
    return false;
  *out = *relative ? reader->today : reader->spoken;
  return true;
}

/* Months and years of an unknown day of publication cannot be told. */
static bool
needs_today (BelWordKind unit)
{
  return unit != BEL_KIND_DAY;
}

/* "earlier this month", "later this year": the part that is over, or to come. */
static void
cut_at_today (const BelTimeReader *reader, const BelValueWord *which, BelDay *low, BelDay *high)
{
  const char *part = bel_value_word_string (reader->atoms->words, which, BEL_VALUE_FIELD_PART);
  if (reader->today < *low || reader->today > *high || !part)
    return;
  if (g_str_equal (part, "begun"))
    *high = reader->today;
  else if (g_str_equal (part, "rest"))
    *low = reader->today;
}

static uint32_t
picked_unit (const BelTimeReader *reader, uint32_t i, const BelValueWord *which, BelTime *out)
{
  BelWordKind kind = which->kind;
  BelValueMatch unit;
  BelDay from, low, high;
  bool relative;
  if (!bel_atoms_match (reader->atoms, i, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, &unit) || unit.plural)
    return 0;
  *out = bel_time_blank ();
  if (!anchor (reader, kind, &from, &relative)) {
    out->vague = true;
    return unit.n;
  }
  if (!bel_time_calendar_unit (unit.word->kind, from, bel_time_shift_of (kind), &low, &high))
    return 0;
  cut_at_today (reader, which, &low, &high);
  if (reader->floating && needs_today (unit.word->kind))
    out->vague = true;
  else {
    bel_time_set_days (out, low, high);
    out->floating = reader->floating;
  }
  return unit.n;
}

static uint32_t
picked_weekday (const BelTimeReader *reader, uint32_t i, BelWordKind kind, BelTime *out)
{
  BelValueMatch match;
  if (!bel_atoms_match (reader->atoms, i, BEL_WORDS_WEEKDAY, BEL_KIND_ANY, &match) || match.plural)
    return 0;
  int weekday = (int) bel_value_word_number (reader->atoms->words, match.word, BEL_VALUE_FIELD_NUMBER);
  *out = bel_time_blank ();
  out->weekday = (int8_t) weekday;
  if (reader->floating || kind == BEL_KIND_THAT)
    return match.n;
  BelDay in_week = bel_time_week_start (reader->today) + weekday;
  BelDay day = kind == BEL_KIND_THIS ? in_week : in_week + 7 * bel_time_shift_of (kind);
  if (kind == BEL_KIND_LAST) /* in the press: the latest one that is over */
    day = in_week < reader->today ? in_week : in_week - 7;
  bel_time_set_days (out, day, kind == BEL_KIND_LAST && in_week < reader->today ? day : day);
  return match.n;
}

static uint32_t
picked_months (const BelTimeReader *reader, uint32_t i, BelWordKind kind, BelTime *out)
{
  BelValueMatch season;
  int month, months = 1;
  bool doubtful;
  uint32_t n = bel_time_scan_month (reader, i, &month, &doubtful);
  bool is_season = !n && bel_atoms_match (reader->atoms, i, BEL_WORDS_SEASON, BEL_KIND_ANY, &season);
  if (is_season) {
    n = season.n;
    month = (int) bel_value_word_number (reader->atoms->words, season.word, BEL_VALUE_FIELD_FROM);
    months = (int) bel_value_word_number (reader->atoms->words, season.word, BEL_VALUE_FIELD_MONTHS);
  }
  if (!n)
    return 0;
  *out = bel_time_blank ();
  out->month = (int8_t) (is_season ? 0 : month);
  if (reader->floating || kind == BEL_KIND_THAT)
    return n;
  BelCivil today = bel_day_to_civil (reader->today);
  BelDay start = bel_day_from_civil (today.year, month, 1), end = bel_day_add_months (start, months) - 1;
  int shift = 0;
  if (kind == BEL_KIND_LAST && end >= reader->today)
    shift = -12;
  else if (kind == BEL_KIND_NEXT && start <= reader->today)
    shift = 12;
  else if (is_season && month == 12 && today.month < 3 && kind != BEL_KIND_NEXT)
    shift = -12;
  bel_time_set_days (out, bel_day_add_months (start, shift), bel_day_add_months (start, shift + months) - 1);
  return n;
}

static uint32_t
picked_day_part (const BelTimeReader *reader, uint32_t i, BelWordKind kind, BelTime *out)
{
  BelValueMatch match;
  if (kind != BEL_KIND_THIS || !bel_atoms_match (reader->atoms, i, BEL_WORDS_DAY_PART, BEL_KIND_ANY, &match))
    return 0;
  *out = bel_time_blank ();
  out->minute_low = (int16_t) bel_value_word_number (reader->atoms->words, match.word, BEL_VALUE_FIELD_LOW);
  out->minute_high = (int16_t) bel_value_word_number (reader->atoms->words, match.word, BEL_VALUE_FIELD_HIGH);
  bel_time_set_relative (reader, out, reader->today, reader->today);
  return match.n;
}

/* "the last three days", "the past 24 hours", "the coming weeks". */
static uint32_t
picked_stretch (const BelTimeReader *reader, uint32_t i, BelWordKind kind, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelNumber number = { .value = 0 };
  BelValueMatch unit, vague;
  bool counted = bel_number_scan (atoms, i, &number);
  bool few = !counted && bel_atoms_match (atoms, i, BEL_WORDS_VAGUE, BEL_KIND_ANY, &vague);
  uint32_t at = i + (counted ? number.n : few ? vague.n : 0);
  if (!bel_atoms_match (atoms, at, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, &unit) || (!counted && !few && !unit.plural)
      || fabs (number.value) > BEL_TIME_MOST_UNITS)
    return 0;
  *out = bel_time_blank ();
  BelDay other;
  int slack, shift = bel_time_shift_of (kind);
  if (!counted || !shift
      || !bel_time_days_off (unit.word->kind, bel_value_word_number (atoms->words, unit.word, BEL_VALUE_FIELD_FACTOR),
                             reader->today, shift * number.value, &other, &slack))
    out->vague = true;
  else
    bel_time_set_relative (reader, out, shift < 0 ? other : reader->today + 1, shift < 0 ? reader->today : other);
  return at + unit.n - i;
}

/* "the past year", "the last month": rolling back from today; without the article it is the one of the calendar. */
static uint32_t
rolling_unit (const BelTimeReader *reader, uint32_t i, BelWordKind kind, BelTime *out)
{
  BelValueMatch unit;
  BelDay other;
  int slack;
  if (kind != BEL_KIND_LAST || !bel_atoms_match (reader->atoms, i, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, &unit)
      || unit.plural
      || !bel_time_days_off (unit.word->kind,
                             bel_value_word_number (reader->atoms->words, unit.word, BEL_VALUE_FIELD_FACTOR),
                             reader->today, -1, &other, &slack))
    return 0;
  *out = bel_time_blank ();
  bel_time_set_relative (reader, out,
                         unit.word->kind == BEL_KIND_YEAR ? bel_day_from_civil (bel_day_to_civil (other).year, 1, 1)
                                                          : other - slack,
                         reader->today);
  return unit.n;
}

static uint32_t
scan_picked (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch which;
  uint32_t the = bel_atoms_cue (atoms, i, BEL_KIND_THE);
  if (!bel_atoms_match (atoms, i + the, BEL_WORDS_DEIXIS, BEL_KIND_ANY, &which))
    return 0;
  uint32_t at = i + the + which.n;
  BelWordKind kind = which.word->kind;
  uint32_t n = the ? rolling_unit (reader, at, kind, out) : 0;
  if (!n)
    n = picked_stretch (reader, at, kind, out);
  if (!n)
    n = picked_unit (reader, at, which.word, out);
  if (!n)
    n = picked_weekday (reader, at, kind, out);
  if (!n)
    n = picked_months (reader, at, kind, out);
  if (!n)
    n = picked_day_part (reader, at, kind, out);
  return n ? at + n - i : 0;
}

/* "over the weekend": the one just past, or with a future the one to come. */
static uint32_t
scan_the_weekend (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelValueMatch unit;
  uint32_t the = bel_atoms_cue (reader->atoms, i, BEL_KIND_THE);
  if (!the || !bel_atoms_match (reader->atoms, i + the, BEL_WORDS_TIME_UNIT, BEL_KIND_WEEKEND, &unit) || unit.plural)
    return 0;
  *out = bel_time_blank ();
  out->vague = reader->floating;
  if (!reader->floating) {
    BelDay saturday = bel_time_week_start (reader->today) + 5;
    if (saturday > reader->today && !bel_time_is_future (reader, reader->atoms->items[i].token))
      saturday -= 7;
    bel_time_set_days (out, saturday, saturday + 1);
  }
  return the + unit.n;
}

uint32_t
bel_time_scan_relative (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  static uint32_t (*const SCANNERS[]) (const BelTimeReader *, uint32_t, BelTime *)
      = { bel_time_scan_part, bel_time_scan_phrase, scan_the_weekend, scan_picked, bel_time_scan_offset };
  for (guint k = 0; k < G_N_ELEMENTS (SCANNERS); k++) {
    uint32_t n = SCANNERS[k](reader, i, out);
    if (n)
      return n;
  }
  return 0;
}

uint32_t
bel_time_scan_recurring (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  static const BelWordClass WHAT[] = { BEL_WORDS_TIME_UNIT, BEL_WORDS_WEEKDAY, BEL_WORDS_DAY_PART,
                                       BEL_WORDS_MONTH,     BEL_WORDS_SEASON,  BEL_WORDS_HOLIDAY };
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch match = { 0 };
  uint32_t every = bel_atoms_cue (atoms, i, BEL_KIND_EVERY);
  uint32_t at = i + every, n = 0;
  if (every) {
    BelNumber number;
    if (bel_number_scan (atoms, at, &number) || bel_ordinal_scan (atoms, at, &number))
      at += number.n;
    for (guint k = 0; k < G_N_ELEMENTS (WHAT) && !n; k++)
      if (bel_atoms_match (atoms, at, WHAT[k], BEL_KIND_ANY, &match))
        n = match.n;
  } else if (bel_atoms_match (atoms, at, BEL_WORDS_WEEKDAY, BEL_KIND_ANY, &match) && match.plural)
    n = match.n;
  if (!n)
    return 0;
  *out = bel_time_blank ();
  out->recurring = true;
  if (match.word->class_ == BEL_WORDS_WEEKDAY)
    out->weekday = (int8_t) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_NUMBER);
  return at + n - i;
}
