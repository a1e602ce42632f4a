/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/value.h"

#include "claim/calendar.h"

#include <math.h>

static BelCompared
relate (double a_low, double a_high, double b_low, double b_high)
{
  if (a_low == b_low && a_high == b_high)
    return BEL_COMPARED_EQUAL;
  if (a_high < b_low || b_high < a_low)
    return BEL_COMPARED_DISJOINT;
  if (b_low <= a_low && a_high <= b_high)
    return BEL_COMPARED_INSIDE;
  if (a_low <= b_low && b_high <= a_high)
    return BEL_COMPARED_CONTAINS;
  return BEL_COMPARED_OVERLAP;
}

/* What a plain round figure may be off by: "5,000" of 5,012, not of 5,400. */
static double
round_slack (const BelQuantity *q)
{
  double value = fabs (q->low);
  return value >= 1000 && fmod (value, 1000) == 0 ? value * 0.01 : 0;
}

/* Half of what the coarser of the two is rounded to. */
static double
slack (const BelQuantity *a, const BelQuantity *b)
{
  double grain = MAX (a->grain, b->grain) / 2;
  double plain = MAX (a->grain > 0 ? 0 : round_slack (a), b->grain > 0 ? 0 : round_slack (b));
  double largest = MAX (MAX (fabs (a->low), fabs (b->low)), 1e-12);
  return MAX (MAX (grain, plain), largest * 1e-9);
}

BelCompared
bel_quantity_relate (const BelQuantity *a, const BelQuantity *b)
{
  if (a->unit != b->unit || (a->kind != b->kind && a->unit == 0))
    return BEL_COMPARED_UNKNOWN;
  BelCompared relation = relate (a->low, a->high, b->low, b->high);
  if (relation != BEL_COMPARED_DISJOINT)
    return relation;
  double gap = a->high < b->low ? b->low - a->high : a->low - b->high;
  bool both_points = a->low == a->high && b->low == b->high;
  if (gap <= slack (a, b) * (1 + 1e-9))
    return both_points ? BEL_COMPARED_EQUAL : BEL_COMPARED_OVERLAP;
  return BEL_COMPARED_DISJOINT;
}

static bool
is_comparable (const BelTime *time)
{
  return !time->duration && !time->recurring && !time->vague;
}

static BelCompared
compare_minutes (const BelTime *a, const BelTime *b)
{
  if (a->minute_low < 0 || b->minute_low < 0)
    return a->minute_low >= 0 ? BEL_COMPARED_INSIDE : b->minute_low >= 0 ? BEL_COMPARED_CONTAINS : BEL_COMPARED_EQUAL;
  return relate (a->minute_low, a->minute_high, b->minute_low, b->minute_high);
}

/* Parts of two dates of which at least one is not fully known. */
static BelCompared
compare_parts (const BelTime *a, const BelTime *b)
{
  if (a->year && b->year && a->year != b->year)
    return BEL_COMPARED_DISJOINT;
  if (a->month && b->month && a->month != b->month)
    return BEL_COMPARED_DISJOINT;
  if (a->month && b->month && a->day && b->day)
    return a->day == b->day ? BEL_COMPARED_EQUAL : BEL_COMPARED_DISJOINT;
  bool weekdays_only = a->weekday >= 0 && b->weekday >= 0 && !a->day && !b->day;
  if (weekdays_only)
    return a->weekday == b->weekday ? BEL_COMPARED_EQUAL : BEL_COMPARED_DISJOINT;
  return BEL_COMPARED_UNKNOWN;
}

BelCompared
bel_time_relate (const BelTime *a, const BelTime *b)
{
  if (!is_comparable (a) || !is_comparable (b))
    return BEL_COMPARED_UNKNOWN;
  bool known = a->low != BEL_DAY_NONE && b->low != BEL_DAY_NONE && a->floating == b->floating;
  if (!known && a->low == BEL_DAY_NONE && b->low == BEL_DAY_NONE && a->minute_low >= 0 && b->minute_low >= 0)
    return a->weekday == b->weekday ? compare_minutes (a, b) : compare_parts (a, b);
  if (!known)
    return compare_parts (a, b);
  BelCompared days = relate (a->low, a->high, b->low, b->high);
  return days == BEL_COMPARED_EQUAL && a->low == a->high ? compare_minutes (a, b) : days;
}

bool
bel_time_weekday_is_wrong (const BelTime *time)
{
  if (time->weekday < 0 || !time->day || !time->year || !time->month)
    return false;
  return bel_day_weekday (bel_day_from_civil (time->year, time->month, time->day)) != time->weekday;
}
