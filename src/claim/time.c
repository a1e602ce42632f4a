/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Times in a sentence, from left to right over its atoms:
 *
 *   bound    since | until | before | after | by  instant
 *   range    [from | between] instant (to | and | -) instant
 *   instant  day [at clock] | clock [on day] | part of day of day,  a day being a date, a period or a relative time
 *
 * and what is no place in time: lengths and repetitions. Days are resolved against the day of publication; without
 * one, what depends on it stays open, and what is only told from it floats (claim.h). */
#include "claim/extract.h"

#include "claim/time-private.h"

#define FAR 400000 /* days: beyond any date spoken of */

BelTime
bel_time_blank (void)
{
  return (BelTime){ .low = BEL_DAY_NONE, .high = BEL_DAY_NONE, .minute_low = -1, .minute_high = -1, .weekday = -1 };
}

void
bel_time_set_days (BelTime *time, BelDay low, BelDay high)
{
  time->low = low;
  time->high = high;
}

void
bel_time_set_month (BelTime *time, int year, int month)
{
  BelDay low = bel_day_from_civil (year, month, 1);
  bel_time_set_days (time, low, bel_day_add_months (low, 1) - 1);
  time->year = (int16_t) year;
  time->month = (int8_t) month;
}

void
bel_time_set_year (BelTime *time, int year)
{
  bel_time_set_days (time, bel_day_from_civil (year, 1, 1), bel_day_from_civil (year, 12, 31));
  time->year = (int16_t) year;
}

void
bel_time_set_relative (const BelTimeReader *reader, BelTime *time, BelDay low, BelDay high)
{
  bel_time_set_days (time, low, high);
  time->floating = reader->floating;
}

static bool
has_future_auxiliary (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (document->tokens.pos[c] == BEL_POS_AUX
        && (bel_token_lemma_is (document, c, "will") || bel_token_lemma_is (document, c, "shall")))
      return true;
  return false;
}

/* "had to turn back on Saturday", "managed to leave": what the infinitive tells is as past as the verb over it. */
static bool
is_past_infinitive (const BelTimeReader *reader, uint32_t t)
{
  const BelTokens *tokens = &reader->atoms->document->tokens;
  uint32_t over = tokens->dep[t] == BEL_DEP_XCOMP ? tokens->head[t] : BEL_NONE;
  return over != BEL_NONE && (tokens->xpos[over] == BEL_XPOS_VBD || tokens->xpos[over] == BEL_XPOS_VBN)
         && reader->same_time && bel_lexicon_word (reader->same_time, reader->atoms->document, over);
}

bool
bel_time_is_future (const BelTimeReader *reader, uint32_t t)
{
  const BelDocument *document = reader->atoms->document;
  const BelTokens *tokens = &document->tokens;
  const uint32_t STEPS = 5;
  for (uint32_t step = 0; step < STEPS && t != BEL_NONE; step++, t = tokens->head[t]) {
    if (has_future_auxiliary (document, t)) /* of a copula too: "will be back" */
      return true;
    if (tokens->pos[t] == BEL_POS_VERB || tokens->pos[t] == BEL_POS_AUX)
      return tokens->xpos[t] == BEL_XPOS_VB && bel_child (document, t, BEL_DEP_MARK) != BEL_NONE
             && !is_past_infinitive (reader, t);
  }
  return false;
}

/* -- instants ----------------------------------------------------------------------------------------- */

static uint32_t
scan_day (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  uint32_t n = bel_time_scan_date (reader, i, out);
  if (!n)
    n = bel_time_scan_relative (reader, i, out);
  return n ? n : bel_time_scan_period (reader, i, out);
}

/* Between a day and a time of day: ", ", "at", "on", "in the". */
static uint32_t
skip_joint (const BelAtoms *atoms, uint32_t i)
{
  uint32_t at = i;
  at += bel_atoms_sign (atoms, at, ',');
  uint32_t n = bel_atoms_cue (atoms, at, BEL_KIND_AT);
  if (!n)
    n = bel_atoms_cue (atoms, at, BEL_KIND_ON);
  if (!n)
    n = bel_atoms_cue (atoms, at, BEL_KIND_IN);
  if (!n)
    n = bel_atoms_cue (atoms, at, BEL_KIND_OF);
  at += n;
  BelValueMatch about;
  if (bel_atoms_match (atoms, at, BEL_WORDS_HEDGE, BEL_KIND_ABOUT, &about))
    at += about.n;
  return at + bel_atoms_cue (atoms, at, BEL_KIND_THE) - i;
}

static bool
is_day_part_word (const BelAtoms *atoms, uint32_t i)
{
  return bel_atoms_match (atoms, i, BEL_WORDS_DAY_PART, BEL_KIND_ANY, NULL);
}

static uint32_t
day_then_clock (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelTime clock;
  uint32_t n = scan_day (reader, i, out);
  if (!n)
    return 0;
  if (out->vague || (out->minute_low >= 0 && out->minute_low == out->minute_high))
    return n;
  uint32_t joint = skip_joint (reader->atoms, i + n);
  uint32_t more = bel_time_scan_clock (reader, i + n + joint, &clock);
  bool named_part = more && is_day_part_word (reader->atoms, i + n + joint);
  if (!more || (joint == 0 && !named_part && !bel_atoms_figures (reader->atoms, i + n))
      || (out->minute_low >= 0 && named_part))
    return n;
  out->minute_low = clock.minute_low;
  out->minute_high = clock.minute_high;
  return n + joint + more;
}

/* A part of the day alone is a time only behind a preposition: "in the morning", "overnight" is not one. */
static bool
may_stand_alone (const BelTimeReader *reader, uint32_t i)
{
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch part;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_DAY_PART, BEL_KIND_ANY, &part)
      || bel_value_word_number (atoms->words, part.word, BEL_VALUE_FIELD_LOW)
             == bel_value_word_number (atoms->words, part.word, BEL_VALUE_FIELD_HIGH))
    return true;
  uint32_t back = i && bel_atoms_cue (atoms, i - 1, BEL_KIND_THE) ? 2 : 1;
  if (i < back)
    return false;
  static const BelWordKind BEFORE[]
      = { BEL_KIND_IN, BEL_KIND_AT, BEL_KIND_BY, BEL_KIND_BEFORE, BEL_KIND_AFTER, BEL_KIND_UNTIL, BEL_KIND_DURING };
  for (guint k = 0; k < G_N_ELEMENTS (BEFORE); k++)
    if (bel_atoms_cue (atoms, i - back, BEFORE[k]))
      return true;
  return false;
}

/* Whether the part of the day that came with @day takes in the time of @clock. */
static bool
day_has_part (const BelTime *day, const BelTime *clock)
{
  return clock->minute_low == clock->minute_high && day->minute_low <= clock->minute_low
         && clock->minute_low <= day->minute_high;
}

static uint32_t
clock_then_day (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelTime clock, day = bel_time_blank ();
  uint32_t n = bel_time_scan_clock (reader, i, &clock);
  if (!n)
    return 0;
  uint32_t joint = skip_joint (reader->atoms, i + n);
  uint32_t more = scan_day (reader, i + n + joint, &day);
  bool said_twice = day_has_part (&day, &clock); /* "10 p.m. tonight" */
  if (more && !day.vague && (day.minute_low < 0 || said_twice)) {
    *out = day;
    out->minute_low = clock.minute_low;
    out->minute_high = clock.minute_high;
    return n + joint + more;
  }
  if (!may_stand_alone (reader, i))
    return 0;
  *out = clock;
  return n;
}

static uint32_t
scan_week_of (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  uint32_t the = bel_atoms_cue (reader->atoms, i, BEL_KIND_THE);
  uint32_t week = bel_atoms_cue (reader->atoms, i, BEL_KIND_WEEK_OF);
  if (!week && (week = bel_atoms_cue (reader->atoms, i + the, BEL_KIND_WEEK_OF)))
    week += the;
  uint32_t n = week ? bel_time_scan_date (reader, i + week, out) : 0;
  if (!n)
    return 0;
  if (out->low != BEL_DAY_NONE)
    bel_time_set_days (out, out->low, out->low + 6);
  out->day = 0;
  return week + n;
}

static uint32_t
scan_instant (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  uint32_t n = scan_week_of (reader, i, out);
  if (!n)
    n = day_then_clock (reader, i, out);
  return n ? n : clock_then_day (reader, i, out);
}

/* -- ranges and bounds --------------------------------------------------------------------------------- */

static uint32_t
range_joint (const BelAtoms *atoms, uint32_t i, bool between)
{
  uint32_t n = bel_atoms_cue (atoms, i, BEL_KIND_TO);
  if (!n)
    n = bel_atoms_cue (atoms, i, BEL_KIND_UNTIL);
  return n || !between ? n : bel_atoms_cue (atoms, i, BEL_KIND_AND);
}

/* "2010-12": the rest of a year behind a dash. */
static uint32_t
short_year_behind (const BelTimeReader *reader, uint32_t i, BelTime *first)
{
  const BelAtoms *atoms = reader->atoms;
  bool dash
      = bel_atoms_cue (atoms, i, BEL_KIND_TO) && atoms->items[i].kind == BEL_ATOM_SIGN && bel_atoms_glued (atoms, i);
  if (!dash || !first->year || first->month || !bel_atoms_figures (atoms, i + 1) || !bel_atoms_glued (atoms, i + 1)
      || atoms->items[i + 1].n_digits != 2)
    return 0;
  int year = first->year / 100 * 100 + (int) atoms->items[i + 1].value;
  if (year <= first->year)
    return 0;
  first->high = bel_day_from_civil (year, 12, 31);
  first->year = 0;
  return 2;
}

/* Makes @first reach to the end of @second. Returns: whether the two belong together. */
static bool
join_range (const BelTimeReader *reader, BelTime *first, const BelTime *second)
{
  if (first->low == BEL_DAY_NONE || second->low == BEL_DAY_NONE) {
    bool same_kind = (first->low == BEL_DAY_NONE) == (second->low == BEL_DAY_NONE);
    first->vague = reader->floating || same_kind;
    return same_kind || reader->floating;
  }
  BelDay low = first->low, high = second->high;
  if (high < low && first->month && !first->year && second->month)
    low = bel_day_add_months (low, -12);
  if (high < low && low == reader->today && second->month && !second->year)
    high = bel_day_add_months (high, 12); /* "between now and Nov. 15" */
  if (high < low && first->weekday >= 0 && second->weekday >= 0)
    high += 7;
  if (high < low)
    return false;
  first->minute_low = first->minute_high = -1;
  bel_time_set_days (first, low, high);
  first->day = 0;
  first->month = first->month == second->month ? first->month : 0;
  first->year = 0;
  first->weekday = -1;
  return true;
}

/* An end of a range, which "now" is too. */
static uint32_t
scan_end (const BelTimeReader *reader, uint32_t i, bool now_too, BelTime *out)
{
  uint32_t now = now_too ? bel_atoms_cue (reader->atoms, i, BEL_KIND_NOW) : 0;
  if (!now)
    return scan_instant (reader, i, out);
  *out = bel_time_blank ();
  bel_time_set_relative (reader, out, reader->today, reader->today);
  return now;
}

static bool
is_week (const BelTime *time)
{
  return !time->vague && time->low != BEL_DAY_NONE && time->high - time->low == 6 && bel_day_weekday (time->low) == 0;
}

/* "next week from Tuesday to Thursday": days of the week that stands before them. */
static uint32_t
days_of_week (const BelTimeReader *reader, uint32_t i, BelTime *week)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t between = bel_atoms_cue (atoms, i, BEL_KIND_BETWEEN),
           from = between ? between : bel_atoms_cue (atoms, i, BEL_KIND_FROM);
  int first, second;
  bool doubtful;
  uint32_t n = from && is_week (week) ? bel_time_scan_weekday (reader, i + from, &first, &doubtful) : 0;
  uint32_t joint = n ? range_joint (atoms, i + from + n, between > 0) : 0;
  uint32_t more = joint ? bel_time_scan_weekday (reader, i + from + n + joint, &second, &doubtful) : 0;
  if (!more || second < first)
    return 0;
  bel_time_set_days (week, week->low + first, week->low + second);
  return from + n + joint + more;
}

/* "from Tuesday to Thursday of next week": @range moved into the week behind it. */
static uint32_t
week_of_days (const BelTimeReader *reader, uint32_t i, BelTime *range)
{
  uint32_t of = bel_atoms_cue (reader->atoms, i, BEL_KIND_OF);
  BelTime week;
  uint32_t n = range->high - range->low < 7 ? bel_time_scan_relative (reader, i + of, &week) : 0;
  if (!n || !is_week (&week))
    return 0;
  int first = bel_day_weekday (range->low);
  if (first + (range->high - range->low) > 6)
    return 0;
  bel_time_set_days (range, week.low + first, week.low + first + (range->high - range->low));
  return of + n;
}

static uint32_t
scan_range (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t between = bel_atoms_cue (atoms, i, BEL_KIND_BETWEEN);
  uint32_t from = between ? between : bel_atoms_cue (atoms, i, BEL_KIND_FROM);
  BelTime first, second;
  uint32_t n = scan_end (reader, i + from, from > 0, &first);
  if (!n)
    return 0;
  bool weekdays = first.weekday >= 0 && !first.month;
  uint32_t at = i + from + n, short_year = short_year_behind (reader, at, &first);
  uint32_t joint = short_year ? 0 : range_joint (atoms, at, between > 0);
  uint32_t more = joint ? scan_end (reader, at + joint, from > 0, &second) : 0;
  if (short_year) {
    *out = first;
    return at + short_year - i;
  }
  if (more && join_range (reader, &first, &second)) {
    *out = first;
    at += joint + more;
    return at + (weekdays && !first.vague && first.low != BEL_DAY_NONE ? week_of_days (reader, at, out) : 0) - i;
  }
  if (from)
    return 0;
  *out = first;
  return n + days_of_week (reader, at, out);
}

static uint32_t
bound_cue (const BelAtoms *atoms, uint32_t i, BelWordKind *kind)
{
  static const BelWordKind BOUNDS[] = { BEL_KIND_SINCE, BEL_KIND_UNTIL, BEL_KIND_BEFORE, BEL_KIND_AFTER, BEL_KIND_BY };
  for (guint k = 0; k < G_N_ELEMENTS (BOUNDS); k++) {
    uint32_t n = bel_atoms_cue (atoms, i, BOUNDS[k]);
    if (n) {
      *kind = BOUNDS[k];
      return n;
    }
  }
  return 0;
}

static void
set_bound (const BelTimeReader *reader, BelWordKind kind, BelTime *time)
{
  time->day = time->month = 0;
  time->year = 0;
  time->weekday = -1;
  if (time->minute_low >= 0 && (kind == BEL_KIND_BEFORE || kind == BEL_KIND_BY || kind == BEL_KIND_UNTIL))
    time->minute_low = 0;
  else if (time->minute_low >= 0)
    time->minute_high = 1439;
  if (time->low == BEL_DAY_NONE)
    return;
  bool same_day = time->minute_low >= 0;
  switch (kind) {
  case BEL_KIND_SINCE:
    bel_time_set_days (time, time->low, MAX (time->low, reader->today));
    break;
  case BEL_KIND_UNTIL:
  case BEL_KIND_BY:
    bel_time_set_days (time, time->low - FAR, time->high);
    break;
  case BEL_KIND_BEFORE:
    bel_time_set_days (time, time->low - FAR, same_day ? time->high : time->low - 1);
    break;
  default:
    bel_time_set_days (time, same_day ? time->low : time->high + 1, time->high + FAR);
    break;
  }
}

static uint32_t
scan_bound (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelWordKind kind;
  uint32_t cue = bound_cue (reader->atoms, i, &kind);
  if (!cue)
    return 0;
  uint32_t n = scan_instant (reader, i + cue, out);
  if (!n)
    return 0;
  set_bound (reader, kind, out);
  return cue + n;
}

/* -- finding -------------------------------------------------------------------------------------------- */

static uint32_t
scan_any (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  static uint32_t (*const SCANNERS[]) (const BelTimeReader *, uint32_t, BelTime *)
      = { bel_time_scan_recurring, bel_time_scan_ahead, scan_bound, scan_range, bel_time_scan_length };
  for (guint k = 0; k < G_N_ELEMENTS (SCANNERS); k++) {
    uint32_t n = SCANNERS[k](reader, i, out);
    if (n)
      return n;
  }
  return 0;
}

static void
keep (BelClaims *claims, BelTimeReader *reader, uint32_t i, uint32_t n, const BelTime *time)
{
  BelTime *kept = bel_vec_add (claims->document->arena, &claims->times);
  *kept = *time;
  kept->span = bel_atoms_span (reader->atoms, i, n);
  kept->first = reader->atoms->items[i].token;
  kept->last = bel_atoms_last_token (reader->atoms, i + n - 1);
  if (!time->duration && !time->vague && time->low != BEL_DAY_NONE && time->low == time->high)
    reader->spoken = time->low;
}

void
bel_times_find (const BelClaimContext *context, BelClaims *claims)
{
  const BelDocument *document = claims->document;
  if (!context->values)
    return;
  bool known = document->date != BEL_DAY_NONE;
  BelTimeReader reader = { .today = known ? document->date : 0, .floating = !known, .spoken = BEL_DAY_NONE };
  reader.same_time = context->program ? bel_program_lexicon (context->program, "value-same-time") : NULL;
  g_autoptr (BelArena) scratch = bel_arena_new ();
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    if (!bel_atoms_wanted (document, s))
      continue;
    bel_arena_reset (scratch);
    BelAtoms atoms = bel_atoms_cut (scratch, context->values, document, s);
    reader.atoms = &atoms;
    for (uint32_t i = 0; i < atoms.n;) {
      BelTime time;
      uint32_t n = scan_any (&reader, i, &time);
      if (n)
        keep (claims, &reader, i, n, &time);
      i += n ? n : 1;
    }
  }
}
