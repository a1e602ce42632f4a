/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Days and civil dates after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013); Easter after the
 * anonymous Gregorian computus (Nature, 20 April 1876). */
#include "claim/calendar.h"

BelDay
bel_day_from_civil (int year, int month, int day)
{
  int y = year - (month <= 2);
  int era = (y >= 0 ? y : y - 399) / 400;
  int of_era = y - era * 400;
  int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  return era * 146097 + day_of_era - 719468;
}

BelCivil
bel_day_to_civil (BelDay day)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
  int shifted = (5 * of_year + 2) / 153;
  int month = shifted + (shifted < 10 ? 3 : -9);
  return (BelCivil){ of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1 };
}

int
bel_day_weekday (BelDay day)
{
  int weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
  return weekday < 0 ? weekday + 7 : weekday;
}

int
bel_days_in_month (int year, int month)
{
  static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : DAYS[month - 1];
}

BelDay
bel_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return bel_day_from_civil (year, month, day);
}

BelDay
bel_nth_weekday (int year, int month, int nth, int weekday)
{
  if (nth < 0) {
    BelDay last = bel_day_from_civil (year, month, bel_days_in_month (year, month));
    return last - (bel_day_weekday (last) - weekday + 7) % 7;
  }
  BelDay first = bel_day_from_civil (year, month, 1);
  return first + (weekday - bel_day_weekday (first) + 7) % 7 + 7 * (nth - 1);
}

BelDay
bel_day_add_months (BelDay day, int months)
{
  BelCivil civil = bel_day_to_civil (day);
  int all = civil.year * 12 + civil.month - 1 + months;
  int year = all >= 0 ? all / 12 : (all - 11) / 12, month = all - year * 12 + 1;
  int in_month = bel_days_in_month (year, month);
  return bel_day_from_civil (year, month, civil.day < in_month ? civil.day : in_month);
}
