/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Times of day: 2:30, 2:30 p.m., 5pm, 1430 hours, two o'clock, half past two, noon, and parts of the day. */
#include "claim/time-private.h"

#include "claim/number.h"

#include <math.h>

static bool
is_hour (const BelNumber *number)
{
  return number->value >= 0 && number->value <= 24 && number->value == floor (number->value) && !number->fraction
         && number->scale == 1;
}

/* ":30" or ".30" right behind the hour. */
static uint32_t
scan_minutes (const BelAtoms *atoms, uint32_t i, int *out)
{
  if (!bel_atoms_sign (atoms, i, ':') || !bel_atoms_glued (atoms, i) || !bel_atoms_figures (atoms, i + 1)
      || !bel_atoms_glued (atoms, i + 1) || atoms->items[i + 1].n_digits != 2 || atoms->items[i + 1].value > 59)
    return 0;
  *out = (int) atoms->items[i + 1].value;
  bool seconds = bel_atoms_sign (atoms, i + 2, ':') && bel_atoms_glued (atoms, i + 2)
                 && bel_atoms_figures (atoms, i + 3) && bel_atoms_glued (atoms, i + 3)
                 && atoms->items[i + 3].value < 60;
  return seconds ? 4 : 2;
}

/* "a.m.", "p.m.", or the part of the day that says which: "in the morning", "at night". */
static uint32_t
scan_half_of_day (const BelAtoms *atoms, uint32_t i, bool *afternoon)
{
  uint32_t n = bel_atoms_cue (atoms, i, BEL_KIND_AM);
  *afternoon = false;
  if (n)
    return n + (n == 1 && bel_atoms_sign (atoms, i + 1, '.') && bel_atoms_glued (atoms, i + 1) && i + 2 < atoms->n);
  if ((n = bel_atoms_cue (atoms, i, BEL_KIND_PM))) {
    *afternoon = true;
    return n + (n == 1 && bel_atoms_sign (atoms, i + 1, '.') && bel_atoms_glued (atoms, i + 1) && i + 2 < atoms->n);
  }
  BelValueMatch part;
  uint32_t in = bel_atoms_cue (atoms, i, BEL_KIND_IN);
  if (!in)
    in = bel_atoms_cue (atoms, i, BEL_KIND_AT);
  uint32_t the = in ? bel_atoms_cue (atoms, i + in, BEL_KIND_THE) : 0;
  if (!in || !bel_atoms_match (atoms, i + in + the, BEL_WORDS_DAY_PART, BEL_KIND_ANY, &part))
    return 0;
  *afternoon = bel_value_word_number (atoms->words, part.word, BEL_VALUE_FIELD_LOW) >= 720;
  return in + the + part.n;
}

static int
minute_of_day (int hour, int minute, bool known_half, bool afternoon)
{
  if (known_half && hour <= 12)
    hour = hour % 12 + (afternoon ? 12 : 0);
  return (hour % 24) * 60 + minute;
}

/* "8.10 p.m.": the British point; only with a half of the day behind it. Cuts the hour. */
static void
decimal_minutes (const BelAtoms *atoms, uint32_t i, BelNumber *hour, int *minute)
{
  bool point = bel_atoms_figures (atoms, i) && atoms->items[i].n_decimals == 2 && hour->n == 1;
  double rest = (hour->value - floor (hour->value)) * 100;
  if (!point || rest > 59.5
      || !(bel_atoms_cue (atoms, i + 1, BEL_KIND_AM) || bel_atoms_cue (atoms, i + 1, BEL_KIND_PM)))
    return;
  *minute = (int) (rest + 0.5);
  hour->value = floor (hour->value);
}

/* hour[:minutes] [half of day] ; one of a colon, a half of day or "o'clock" has to be there. */
static uint32_t
scan_hour (const BelAtoms *atoms, uint32_t i, int *out)
{
  BelNumber hour;
  int minute = 0;
  if (!bel_number_scan (atoms, i, &hour))
    return 0;
  decimal_minutes (atoms, i, &hour, &minute);
  if (!is_hour (&hour))
    return 0;
  uint32_t at = i + hour.n;
  uint32_t minutes = scan_minutes (atoms, at, &minute);
  at += minutes;
  uint32_t oclock = minutes ? 0 : bel_atoms_cue (atoms, at, BEL_KIND_OCLOCK);
  at += oclock;
  bool afternoon;
  uint32_t half = scan_half_of_day (atoms, at, &afternoon);
  bool same;
  if (half && atoms->items[at].kind == BEL_ATOM_WORD && !bel_atoms_cue (atoms, at, BEL_KIND_IN)) {
    uint32_t again = scan_half_of_day (atoms, at + half, &same); /* "8 p.m. in the evening" */
    half += again && same == afternoon ? again : 0;
  }
  bool spelled = half && atoms->items[at].kind == BEL_ATOM_WORD
                 && (bel_atoms_cue (atoms, at, BEL_KIND_IN) || bel_atoms_cue (atoms, at, BEL_KIND_AT));
  if (spelled && !minutes && !oclock && !hour.figures)
    half = 0;
  if (spelled && !minutes && !oclock && (i == 0 || !bel_atoms_cue (atoms, i - 1, BEL_KIND_AT)))
    half = 0;
  if (!minutes && !oclock && !half)
    return 0;
  *out = minute_of_day ((int) hour.value, minute, half > 0, afternoon);
  return at + half - i;
}

/* "12 noon", "12 midnight". */
static uint32_t
scan_twelve (const BelAtoms *atoms, uint32_t i, int *out)
{
  BelValueMatch part;
  if (!bel_atoms_figures (atoms, i) || atoms->items[i].value != 12
      || !bel_atoms_match (atoms, i + 1, BEL_WORDS_DAY_PART, BEL_KIND_ANY, &part))
    return 0;
  double low = bel_value_word_number (atoms->words, part.word, BEL_VALUE_FIELD_LOW);
  *out = (int) low;
  return low == bel_value_word_number (atoms->words, part.word, BEL_VALUE_FIELD_HIGH) ? 1 + part.n : 0;
}

/* "half past two", "quarter to five", "ten past nine" with nothing but small numbers. */
static uint32_t
scan_past (const BelAtoms *atoms, uint32_t i, int *out)
{
  BelNumber part = { 0 }, hour;
  BelValueMatch half, quarter;
  uint32_t at = i + bel_atoms_cue (atoms, i, BEL_KIND_ARTICLE);
  if (bel_atoms_match (atoms, at, BEL_WORDS_NUMBER, BEL_KIND_HALF, &half))
    part = (BelNumber){ .value = 30, .n = half.n };
  else if (bel_atoms_match (atoms, at, BEL_WORDS_ORDINAL, BEL_KIND_PART, &quarter))
    part = (BelNumber){ .value = 15, .n = quarter.n };
  else
    return 0;
  at += part.n;
  uint32_t past = bel_atoms_cue (atoms, at, BEL_KIND_PAST), to = past ? 0 : bel_atoms_cue (atoms, at, BEL_KIND_TO);
  if ((!past && !to) || !bel_number_scan (atoms, at + past + to, &hour) || !is_hour (&hour) || hour.value < 1)
    return 0;
  at += past + to + hour.n;
  at += bel_atoms_cue (atoms, at, BEL_KIND_OCLOCK);
  bool afternoon;
  uint32_t half_of_day = scan_half_of_day (atoms, at, &afternoon);
  int minutes
      = minute_of_day ((int) hour.value, 0, half_of_day > 0, afternoon) + (int) (past ? part.value : -part.value);
  *out = (minutes + 1440) % 1440;
  return at + half_of_day - i;
}

/* "2-4 p.m.", "2 p.m. to 4 p.m.": the half of the day of the second is the first's when that has none. */
static uint32_t
scan_hours (const BelAtoms *atoms, uint32_t i, int *out_low, int *out_high)
{
  BelNumber first;
  uint32_t n = scan_hour (atoms, i, out_low), at = i + n;
  bool bare = !n && bel_number_scan (atoms, i, &first) && is_hour (&first);
  if (bare)
    at = i + first.n;
  if (!n && !bare)
    return 0;
  uint32_t joint = bel_atoms_cue (atoms, at, BEL_KIND_TO);
  bool between = i && bel_atoms_cue (atoms, i - 1, BEL_KIND_BETWEEN);
  if (!joint && between)
    joint = bel_atoms_cue (atoms, at, BEL_KIND_AND);
  if (!joint && bel_atoms_cue (atoms, at, BEL_KIND_UNTIL))
    joint = bel_atoms_cue (atoms, at, BEL_KIND_UNTIL);
  uint32_t second = joint ? scan_hour (atoms, at + joint, out_high) : 0;
  if (!second) {
    *out_high = *out_low;
    return n;
  }
  if (bare) {
    *out_low = minute_of_day ((int) first.value, 0,
                              *out_high >= 720 && first.value < 12 && first.value * 60 <= *out_high - 720, true);
  } else if (*out_low < 720 && *out_high >= 720 && *out_low + 720 < *out_high
             && !bel_atoms_cue (atoms, at - 1, BEL_KIND_AM) && bel_atoms_sign (atoms, at - 2, ':')) {
    *out_low += 720;
  }
  return at + joint + second - i;
}

static uint32_t
scan_day_part (const BelAtoms *atoms, uint32_t i, BelTime *out)
{
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_DAY_PART, BEL_KIND_ANY, &match))
    return 0;
  *out = bel_time_blank ();
  out->minute_low = (int16_t) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_LOW);
  out->minute_high = (int16_t) bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_HIGH);
  return match.n;
}

uint32_t
bel_time_scan_clock (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  int low = 0, high = 0;
  uint32_t n = scan_past (atoms, i, &low);
  if (!n)
    n = scan_twelve (atoms, i, &low);
  if (n)
    high = low;
  else
    n = scan_hours (atoms, i, &low, &high);
  if (!n)
    return scan_day_part (atoms, i, out);
  *out = bel_time_blank ();
  out->minute_low = (int16_t) low;
  out->minute_high = (int16_t) (high < low ? 1439 : high);
  return n;
}
