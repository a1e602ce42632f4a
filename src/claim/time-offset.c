/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* So long ago, so long from now:
 *
 *   [hedge] spans (ago | earlier | later | hence | before DAY | after DAY | from DAY)
 *   (in | within) spans, said of the future
 *   spans  count unit {[,] [and] count unit}
 *
 * and the lengths of time that say no more than how long. */
#include "claim/time-private.h"

#include "claim/number.h"

#include <math.h>

#define FAR 400000 /* days: beyond any date spoken of */
#define MOST_SPANS 5u

typedef struct {
  double count;
  BelWordKind unit;
  double factor; /* of the unit's word: two weeks in a fortnight */
} Span;

/* Several units counted one after the other: "one year and two months". */
typedef struct {
  Span items[MOST_SPANS];
  uint32_t n;
  bool vague;
} Spans;

/* -- counting --------------------------------------------------------------------------------------- */

bool
bel_time_days_off (BelWordKind unit, double factor, BelDay day, double count, BelDay *out, int *slack)
{
  double days = 0;
  *slack = 0;
  switch (unit) {
  case BEL_KIND_SECOND:
  case BEL_KIND_MINUTE:
    *out = day;
    return true;
  case BEL_KIND_HOUR:
    days = count / 24;
    *slack = fabs (days) != floor (fabs (days));
    *out = day + (int) days;
    return true;
  case BEL_KIND_DAY:
  case BEL_KIND_NIGHT:
    *out = day + (int) count;
    return true;
  case BEL_KIND_WEEK:
    *slack = 3;
    *out = day + (int) (count * 7 * factor);
    return true;
  case BEL_KIND_MONTH:
  case BEL_KIND_QUARTER:
    *slack = 15;
    *out = bel_day_add_months (day, (int) (count * (unit == BEL_KIND_QUARTER ? 3 : factor)));
    return true;
  case BEL_KIND_YEAR:
  case BEL_KIND_DECADE:
  case BEL_KIND_CENTURY:
    *slack = 183 * bel_time_years_of (unit);
    *out = bel_day_add_months (day, (int) (count * 12 * bel_time_years_of (unit)));
    return true;
  default:
    return false;
  }
}

/* All of @spans from @day; the slack is that of the finest unit, which comes last when there are several. */
static bool
spans_off (const Spans *spans, BelDay day, int direction, BelDay *out, int *slack)
{
  int least = G_MAXINT;
  *out = day;
  for (uint32_t i = 0; i < spans->n; i++) {
    const Span *span = &spans->items[i];
    if (!bel_time_days_off (span->unit, span->factor, *out, direction * span->count, out, slack))
      return false;
    least = MIN (least, *slack);
  }
  *slack = least;
  return spans->n > 0;
}

/* -- reading ----------------------------------------------------------------------------------------- */

/* A count before a unit: a number, an article, or a vague few. */
static uint32_t
scan_count (const BelAtoms *atoms, uint32_t i, double *out, bool *vague)
{
  BelNumber number;
  BelValueMatch match;
  *vague = bel_atoms_match (atoms, i, BEL_WORDS_VAGUE, BEL_KIND_ANY, &match);
  *out = 0;
  if (*vague)
    return match.n;
  if (bel_number_scan (atoms, i, &number) && (!number.fraction || number.value < 1)) {
    *out = number.value;
    return number.n;
  }
  *out = 1;
  return bel_atoms_cue (atoms, i, BEL_KIND_ARTICLE);
}

/* count unit: "two weeks", "a year". An article before "second" is an ordinal's: "a second man". */
static uint32_t
scan_span (const BelTimeReader *reader, uint32_t i, Span *out, bool *vague)
{
  const BelAtoms *atoms = reader->atoms;
  BelValueMatch unit;
  uint32_t n = scan_count (atoms, i, &out->count, vague);
  if (!n)
    return 0;
  uint32_t at = i + n;
  at += bel_atoms_sign (atoms, at, '-') && bel_atoms_glued (atoms, at);
  if (!bel_atoms_match (atoms, at, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, &unit) || fabs (out->count) > BEL_TIME_MOST_UNITS)
    return 0;
  bool article = bel_atoms_cue (atoms, i, BEL_KIND_ARTICLE) == n;
  BelWordKind kind = unit.word->kind;
  if (article
      && (kind == BEL_KIND_SECOND || kind == BEL_KIND_QUARTER || kind == BEL_KIND_WEEKEND || kind == BEL_KIND_NIGHT))
    return 0;
  out->unit = kind;
  out->factor = bel_value_word_number (atoms->words, unit.word, BEL_VALUE_FIELD_FACTOR);
  return at + unit.n - i;
}

static bool
has_unit (const Spans *spans, BelWordKind unit)
{
  for (uint32_t i = 0; i < spans->n; i++)
    if (spans->items[i].unit == unit)
      return true;
  return false;
}

/* No unit comes twice: "two years and three years ago" are two times. */
static uint32_t
scan_spans (const BelTimeReader *reader, uint32_t i, Spans *out)
{
  *out = (Spans){ .n = 0 };
  uint32_t at = i;
  while (out->n < MOST_SPANS) {
    uint32_t joint = out->n ? bel_atoms_sign (reader->atoms, at, ',') : 0;
    joint += out->n ? bel_atoms_cue (reader->atoms, at + joint, BEL_KIND_AND) : 0;
    Span span;
    bool vague;
    uint32_t n = scan_span (reader, at + joint, &span, &vague);
    if (!n || (out->n && (vague || out->vague || has_unit (out, span.unit))))
      break;
    out->vague = vague;
    out->items[out->n++] = span;
    at += joint + n;
  }
  return at - i;
}

/* -- from where ---------------------------------------------------------------------------------------- */

typedef struct {
  BelDay from;
  int direction;
  bool anaphoric; /* "two days later" */
  bool open;      /* nothing says from when */
} Origin;

/* "after Christmas", "before Oct. 7", "from tomorrow" behind a count of days: what they are counted from. */
static uint32_t
from_another (const BelTimeReader *reader, uint32_t i, Origin *out)
{
  BelTime other;
  uint32_t before = bel_atoms_cue (reader->atoms, i, BEL_KIND_BEFORE),
           after = bel_atoms_cue (reader->atoms, i, BEL_KIND_AFTER);
  uint32_t cue = before ? before : after ? after : bel_atoms_cue (reader->atoms, i, BEL_KIND_FROM);
  if (!cue)
    return 0;
  uint32_t n = bel_time_scan_phrase (reader, i + cue, &other);
  if (!n)
    n = bel_time_scan_date (reader, i + cue, &other);
  if (!n)
    n = bel_time_scan_period (reader, i + cue, &other);
  if (!n || other.vague || other.low == BEL_DAY_NONE || other.low != other.high)
    return 0;
  *out = (Origin){ .from = other.low, .direction = before ? -1 : 1 };
  return cue + n;
}

static uint32_t
scan_origin (const BelTimeReader *reader, uint32_t i, Origin *out)
{
  static const struct {
    BelWordKind cue;
    int direction;
    bool anaphoric;
  } CUES[] = {
    { BEL_KIND_AGO, -1, false },
    { BEL_KIND_HENCE, 1, false },
    { BEL_KIND_EARLIER, -1, true },
    { BEL_KIND_LATER, 1, true },
  };
  uint32_t n = from_another (reader, i, out);
  for (guint k = 0; k < G_N_ELEMENTS (CUES) && !n; k++) {
    n = bel_atoms_cue (reader->atoms, i, CUES[k].cue);
    bool spoken = CUES[k].anaphoric && reader->spoken != BEL_DAY_NONE;
    *out = (Origin){ spoken ? reader->spoken : reader->today, CUES[k].direction, CUES[k].anaphoric,
                     CUES[k].anaphoric && !spoken && reader->floating };
  }
  return n;
}

/* -- hedges -------------------------------------------------------------------------------------------- */

/* "more than two years ago", "about ten days ago", "less than a week after the vote". */
static uint32_t
scan_hedge (const BelAtoms *atoms, uint32_t i, BelWordKind *kind)
{
  BelValueMatch hedge;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_HEDGE, BEL_KIND_ANY, &hedge))
    return 0;
  *kind = hedge.word->kind;
  return hedge.n;
}

/* Where the time lies when it is @day by the count, @slack days either way, reckoned from @from. */
static void
set_hedged (const BelTimeReader *reader, BelWordKind hedge, BelDay from, BelDay day, int slack, BelTime *out)
{
  bool past = day <= from;
  BelDay low = day - slack, high = day + slack;
  if (hedge == BEL_KIND_ABOUT || hedge == BEL_KIND_NEARLY || hedge == BEL_KIND_JUST_OVER) {
    int more = MAX (slack, ABS (day - from) / 10 + 1); /* a tenth, as for numbers that are about so many */
    low -= hedge == BEL_KIND_NEARLY && past ? 0 : more;
    high += hedge == BEL_KIND_JUST_OVER && past ? 0 : more;
  } else if (hedge == BEL_KIND_MORE_THAN || hedge == BEL_KIND_AT_LEAST) {
    low = past ? day - FAR : day;
    high = past ? day : day + FAR;
  } else if (hedge == BEL_KIND_LESS_THAN || hedge == BEL_KIND_AT_MOST) {
    low = past ? day : from;
    high = past ? from : day;
  }
  bel_time_set_relative (reader, out, low, high);
}

/* -- finding ------------------------------------------------------------------------------------------- */

uint32_t
bel_time_scan_offset (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  BelWordKind hedge = BEL_KIND_EXACTLY;
  Spans spans;
  Origin origin;
  uint32_t at = i + scan_hedge (reader->atoms, i, &hedge), n = scan_spans (reader, at, &spans);
  uint32_t cue = n ? scan_origin (reader, at + n, &origin) : 0;
  if (!cue)
    return 0;
  BelDay day;
  int slack;
  *out = bel_time_blank ();
  if (spans.vague || origin.open || !spans_off (&spans, origin.from, origin.direction, &day, &slack))
    out->vague = true;
  else
    set_hedged (reader, hedge, origin.from, day, slack, out);
  return at + n + cue - i;
}

/* "the next", "the coming" between "within" and a count. */
static uint32_t
skip_next (const BelAtoms *atoms, uint32_t i)
{
  uint32_t the = bel_atoms_cue (atoms, i, BEL_KIND_THE);
  BelValueMatch next;
  return bel_atoms_match (atoms, i + the, BEL_WORDS_DEIXIS, BEL_KIND_NEXT, &next) ? the + next.n : 0;
}

uint32_t
bel_time_scan_ahead (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  const BelAtoms *atoms = reader->atoms;
  uint32_t within = bel_atoms_cue (atoms, i, BEL_KIND_WITHIN),
           cue = within ? within : bel_atoms_cue (atoms, i, BEL_KIND_IN);
  BelWordKind hedge = BEL_KIND_EXACTLY;
  uint32_t next = within ? skip_next (atoms, i + cue) : 0, at = i + cue + next;
  uint32_t hedged = cue && !next ? scan_hedge (atoms, at, &hedge) : 0;
  Spans spans;
  uint32_t n = cue ? scan_spans (reader, at + hedged, &spans) : 0;
  BelDay day;
  int slack;
  if (!n || spans.vague || (!next && !bel_time_is_future (reader, atoms->items[at + hedged].token))
      || !spans_off (&spans, reader->today, 1, &day, &slack))
    return 0;
  *out = bel_time_blank ();
  if (within)
    bel_time_set_relative (reader, out, reader->today, day);
  else
    set_hedged (reader, hedge, reader->today, day, slack, out);
  n += bel_atoms_cue (atoms, at + hedged + n, BEL_KIND_HENCE);
  return cue + next + hedged + n;
}

uint32_t
bel_time_scan_length (const BelTimeReader *reader, uint32_t i, BelTime *out)
{
  Span span;
  bool vague;
  uint32_t n = scan_span (reader, i, &span, &vague);
  if (!n)
    return 0;
  *out = bel_time_blank ();
  out->duration = true;
  out->vague = vague;
  return n;
}
