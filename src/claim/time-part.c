/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Parts of the calendar's own units:
 *
 *   the first week of October, the 15th of next month      the nth of a longer one
 *   the rest of the year, earlier in the week               up to today or from today on
 *   the week of the 18th
 *   the week after next                                     one further than "next" */
#include "claim/time-private.h"

#include "claim/number.h"

#include <math.h>

static uint32_t
scan_unit (const BelTimeReader *reader, uint32_t i, BelWordKind *out)
{
  BelValueMatch unit;
  if (!bel_atoms_match (reader->atoms, i, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, &unit) || unit.plural)
    return 0;
  *out = unit.word->kind;
  return unit.n;
}

/* "this week", "next month", and with @the "the week". */
static uint32_t
scan_picked_unit (const BelTimeReader *reader, uint32_t i, bool the, BelWordKind *unit, int *shift)
{
  BelValueMatch which;
  uint32_t n = the ? bel_atoms_cue (reader->atoms, i, BEL_KIND_THE) : 0;
  *shift = 0;
  if (!n && bel_atoms_match (reader->atoms, i, BEL_WORDS_DEIXIS, BEL_KIND_ANY, &which)
      && (which.word->kind == BEL_KIND_THIS || bel_time_shift_of (which.word->kind))) {
    n = which.n;
    *shift = bel_time_shift_of (which.word->kind);
  }
  uint32_t more = n ? scan_unit (reader, i + n, unit) : 0;
  return more ? n + more : 0;
}

/* -- what is left, what is over ------------------------------------------------------------------------ */

/* Said of the past, "later in the year" is of the year that the story is in. */
static bool
is_of_story (const BelTimeReader *reader, uint32_t i)
{
  return !bel_time_is_future (reader, reader->atoms->items[i].token);
}

static uint32_t
scan_rest (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t at = i + bel_atoms_cue (atoms, i, BEL_KIND_THE);
  uint32_t rest = bel_atoms_cue (atoms, at, BEL_KIND_REST), earlier = bel_atoms_cue (atoms, at, BEL_KIND_EARLIER_IN);
  uint32_t later = bel_atoms_cue (atoms, at, BEL_KIND_LATER_IN), cue = rest + earlier + later;
  BelWordKind unit;
  BelDay low, high;
  int shift;
  uint32_t n = cue ? scan_picked_unit (reader, at + cue, true, &unit, &shift) : 0;
  if (!n && rest)
    n = scan_unit (reader, at + cue, &unit);
  if (!n || unit == BEL_KIND_DAY || !bel_time_calendar_unit (unit, reader->today, shift, &low, &high))
    return 0;
  *out = bel_time_blank ();
  if (reader->floating || shift || (!earlier && is_of_story (reader, at)))
    out->vague = true;
  else
    bel_time_set_days (out, earlier ? low : reader->today, earlier ? reader->today : high);
  return at + cue + n - i;
}

/* -- the one after next --------------------------------------------------------------------------------- */

static uint32_t
scan_after_next (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  uint32_t the = bel_atoms_cue (reader->atoms, i, BEL_KIND_THE);
  BelWordKind unit;
  BelDay low, high;
  uint32_t n = the ? scan_unit (reader, i + the, &unit) : 0;
  uint32_t cue = n ? bel_atoms_cue (reader->atoms, i + the + n, BEL_KIND_AFTER_NEXT) : 0;
  if (!cue || !bel_time_calendar_unit (unit, reader->today, 2, &low, &high))
    return 0;
  *out = bel_time_blank ();
  if (reader->floating)
    out->vague = true;
  else
    bel_time_set_days (out, low, high);
  return the + n + cue;
}

/* -- the nth of a longer one ------------------------------------------------------------------------------ */

/* A month or year that weeks and days are counted in: "October [2024]", "2024", "next month". */
static uint32_t
scan_whole (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelWordKind unit;
  BelDay low, high;
  int shift, year, month;
  bool doubtful;
  uint32_t n = scan_picked_unit (reader, i, false, &unit, &shift);
  if (n && (unit == BEL_KIND_MONTH || unit == BEL_KIND_YEAR)
      && bel_time_calendar_unit (unit, reader->today, shift, &low, &high)) {
    *out = bel_time_blank ();
    out->vague = reader->floating;
    if (!reader->floating)
      bel_time_set_days (out, low, high);
    return n;
  }
  *out = bel_time_blank ();
  if ((n = bel_time_scan_year (reader, i, &year))) {
    bel_time_set_year (out, year);
    return n;
  }
  if (!bel_time_scan_month (reader, i, &month, &doubtful) || (n = bel_time_scan_date (reader, i, out)) == 0 || out->day)
    return 0;
  return n;
}

/* The nth week of a month by both ways of counting: days 1 to 7, and the weeks that have their Thursday in it. */
static void
set_week (const BelTime *whole, int nth, BelTime *out)
{
  BelDay first = nth > 0 ? whole->low + 7 * (nth - 1) : whole->high - 6;
  BelDay thursday = nth > 0 ? whole->low : whole->high;
  thursday += nth > 0 ? (3 - bel_day_weekday (thursday) + 7) % 7 : -((bel_day_weekday (thursday) - 3 + 7) % 7);
  BelDay monday = thursday - 3 + (nth > 0 ? 7 * (nth - 1) : 0);
  bel_time_set_days (out, MIN (first, monday), MAX (first, monday) + 6);
}

static uint32_t
scan_nth (const BelAtoms *atoms, uint32_t i, int *out)
{
  BelNumber number;
  BelValueMatch last;
  if (bel_ordinal_scan (atoms, i, &number) && number.value >= 1 && number.value <= 53
      && number.value == floor (number.value)) {
    *out = (int) number.value;
    return number.n;
  }
  *out = -1;
  return bel_atoms_match (atoms, i, BEL_WORDS_DEIXIS, BEL_KIND_LAST, &last) ? last.n : 0;
}

/* "the first week of October", "the third week next year". */
static uint32_t
scan_nth_week (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t at = i + bel_atoms_cue (atoms, i, BEL_KIND_THE);
  int nth;
  BelWordKind unit;
  BelTime whole;
  uint32_t n = scan_nth (atoms, at, &nth), week = n ? scan_unit (reader, at + n, &unit) : 0;
  if (!week || unit != BEL_KIND_WEEK)
    return 0;
  at += n + week;
  at += bel_atoms_cue (atoms, at, BEL_KIND_OF) + bel_atoms_cue (atoms, at, BEL_KIND_IN);
  uint32_t more = scan_whole (reader, at, &whole);
  if (!more)
    return 0;
  *out = bel_time_blank ();
  out->vague = whole.vague;
  if (whole.low != BEL_DAY_NONE && whole.low + 7 * (nth - 1) <= whole.high)
    set_week (&whole, nth, out);
  return at + more - i;
}

/* "the 15th of next month"; figures alone would count something: "killed 15 last month". */
static uint32_t
scan_nth_day (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t at = i + bel_atoms_cue (atoms, i, BEL_KIND_THE);
  BelNumber day;
  BelWordKind unit;
  BelDay low, high;
  int shift;
  if (!bel_ordinal_scan (atoms, at, &day) || day.value < 1 || day.value > 31)
    return 0;
  uint32_t of = bel_atoms_cue (atoms, at + day.n, BEL_KIND_OF);
  uint32_t n = of ? scan_picked_unit (reader, at + day.n + of, false, &unit, &shift) : 0;
  if (!n || unit != BEL_KIND_MONTH)
    return 0;
  bel_time_calendar_unit (unit, reader->today, shift, &low, &high);
  *out = bel_time_blank ();
  out->day = (int8_t) day.value;
  out->vague = reader->floating || low + (int) day.value - 1 > high;
  if (!out->vague)
    bel_time_set_days (out, low + (int) day.value - 1, low + (int) day.value - 1);
  return at + day.n + of + n - i;
}

/* "the week of the 18th": of the month in which that is nearest; the week that the day is in. */
static uint32_t
scan_week_of_day (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t the = bel_atoms_cue (atoms, i, BEL_KIND_THE), week = bel_atoms_cue (atoms, i, BEL_KIND_WEEK_OF);
  if (!week && (week = bel_atoms_cue (atoms, i + the, BEL_KIND_WEEK_OF)))
    week += the;
  uint32_t article = week ? bel_atoms_cue (atoms, i + week, BEL_KIND_THE) : 0;
  BelNumber day;
  if (!article || !bel_ordinal_scan (atoms, i + week + article, &day) || day.value < 1 || day.value > 28
      || bel_time_scan_date (reader, i + week, out))
    return 0;
  *out = bel_time_blank ();
  out->vague = reader->floating;
  int today = bel_day_to_civil (reader->today).day, off = (int) day.value - today;
  BelDay first = reader->today - today + 1;
  int months = off > 15 ? -1 : off < -15 ? 1 : 0;
  BelDay there = bel_day_add_months (first, months) + (int) day.value - 1;
  if (!out->vague)
    bel_time_set_days (out, bel_time_week_start (there), bel_time_week_start (there) + 6);
  return week + article + day.n;
}

uint32_t
bel_time_scan_part (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  static uint32_t (*const SCANNERS[]) (const BelTimeReader *, uint32_t, BelTime *)
      = { scan_rest, scan_after_next, scan_nth_week, scan_nth_day, scan_week_of_day };
  for (guint k = 0; k < G_N_ELEMENTS (SCANNERS); k++) {
    uint32_t n = SCANNERS[k](reader, i, out);
    if (n)
      return n;
  }
  return 0;
}
