/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The calendar, and what two values say of each other. */
#include "test-claim.h"

#include "claim/calendar.h"
#include "claim/value.h"

#include <math.h>

START_TEST (days_and_dates)
{
  const struct {
    int year, month, day;
    BelDay number;
    int weekday;
  } cases[] = {
    { 1970, 1, 1, 0, 3 },    { 2000, 2, 29, 11016, 1 }, { 2024, 11, 17, 20044, 6 },
    { 1969, 12, 31, -1, 2 }, { 1900, 3, 1, -25508, 3 }, { 2100, 2, 28, 47540, 6 },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    ck_assert_int_eq (bel_day_from_civil (cases[i].year, cases[i].month, cases[i].day), cases[i].number);
    ck_assert_int_eq (bel_day_weekday (cases[i].number), cases[i].weekday);
    BelCivil civil = bel_day_to_civil (cases[i].number);
    ck_assert_int_eq (civil.year, cases[i].year);
    ck_assert_int_eq (civil.month, cases[i].month);
    ck_assert_int_eq (civil.day, cases[i].day);
  }
}
END_TEST

START_TEST (movable_days)
{
  ck_assert_int_eq (bel_easter (2024), bel_day_from_civil (2024, 3, 31));
  ck_assert_int_eq (bel_easter (2025), bel_day_from_civil (2025, 4, 20));
  ck_assert_int_eq (bel_nth_weekday (2024, 11, 4, 3), bel_day_from_civil (2024, 11, 28)); /* Thanksgiving */
  ck_assert_int_eq (bel_nth_weekday (2024, 5, -1, 0), bel_day_from_civil (2024, 5, 27));  /* Memorial Day */
  ck_assert_int_eq (bel_day_add_months (bel_day_from_civil (2024, 1, 31), 1), bel_day_from_civil (2024, 2, 29));
  ck_assert_int_eq (bel_day_add_months (bel_day_from_civil (2024, 1, 15), -2), bel_day_from_civil (2023, 11, 15));
}
END_TEST

START_TEST (counts_compared)
{
  const struct {
    double a_low, a_high, a_grain, b_low, b_high, b_grain;
    BelCompared expected;
  } cases[] = {
    { 12, 12, 0, 9, 9, 0, BEL_COMPARED_DISJOINT },
    { 12, 12, 0, 9, INFINITY, 0, BEL_COMPARED_INSIDE },             /* at least nine */
    { 2.3e6, 2.3e6, 1e5, 2312406, 2312406, 0, BEL_COMPARED_EQUAL }, /* rounded */
    { 2.3e6, 2.3e6, 1e5, 2.5e6, 2.5e6, 1e5, BEL_COMPARED_DISJOINT },
    { 5000, 5000, 0, 5012, 5012, 0, BEL_COMPARED_EQUAL },
    { 5000, 5000, 0, 5400, 5400, 0, BEL_COMPARED_DISJOINT },
    { 4500, 5500, 0, 5400, 5400, 0, BEL_COMPARED_CONTAINS }, /* about 5,000 */
  };
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    BelQuantity a = { .low = cases[i].a_low, .high = cases[i].a_high, .grain = cases[i].a_grain, .kind = 1 };
    BelQuantity b = { .low = cases[i].b_low, .high = cases[i].b_high, .grain = cases[i].b_grain, .kind = 1 };
    ck_assert_msg (bel_quantity_relate (&a, &b) == cases[i].expected, "case %zu", i);
    b.unit = 2;
    ck_assert_int_eq (bel_quantity_relate (&a, &b), BEL_COMPARED_UNKNOWN);
  }
}
END_TEST

static BelTime
time_of (BelDay low, BelDay high, int year, int month, int day, int weekday)
{
  return (BelTime){ .low = low,
                    .high = high,
                    .minute_low = -1,
                    .minute_high = -1,
                    .weekday = (int8_t) weekday,
                    .year = (int16_t) year,
                    .month = (int8_t) month,
                    .day = (int8_t) day };
}

START_TEST (times_compared)
{
  BelTime monday = time_of (BEL_DAY_NONE, BEL_DAY_NONE, 0, 0, 0, 0),
          tuesday = time_of (BEL_DAY_NONE, BEL_DAY_NONE, 0, 0, 0, 1);
  BelTime oct14 = time_of (BEL_DAY_NONE, BEL_DAY_NONE, 0, 10, 14, -1),
          oct15 = time_of (BEL_DAY_NONE, BEL_DAY_NONE, 0, 10, 15, -1);
  BelTime week = time_of (100, 106, 0, 0, 0, -1), day = time_of (103, 103, 0, 0, 0, -1),
          after = time_of (107, 107, 0, 0, 0, -1);
  ck_assert_int_eq (bel_time_relate (&monday, &tuesday), BEL_COMPARED_DISJOINT);
  ck_assert_int_eq (bel_time_relate (&monday, &monday), BEL_COMPARED_EQUAL);
  ck_assert_int_eq (bel_time_relate (&oct14, &oct15), BEL_COMPARED_DISJOINT);
  ck_assert_int_eq (bel_time_relate (&monday, &oct15), BEL_COMPARED_UNKNOWN);
  ck_assert_int_eq (bel_time_relate (&day, &week), BEL_COMPARED_INSIDE);
  ck_assert_int_eq (bel_time_relate (&after, &week), BEL_COMPARED_DISJOINT);
  after.recurring = true;
  ck_assert_int_eq (bel_time_relate (&after, &week), BEL_COMPARED_UNKNOWN);
}
END_TEST

START_TEST (weekdays_checked)
{
  BelTime right = time_of (0, 0, 2024, 11, 12, 1), wrong = time_of (0, 0, 2024, 11, 11, 1),
          open = time_of (0, 0, 0, 11, 11, 1);
  ck_assert (!bel_time_weekday_is_wrong (&right));
  ck_assert (bel_time_weekday_is_wrong (&wrong));
  ck_assert (!bel_time_weekday_is_wrong (&open)); /* no year named */
}
END_TEST

void
claim_values_tests (Suite *suite)
{
  TCase *tests = tcase_create ("values");
  tcase_add_test (tests, days_and_dates);
  tcase_add_test (tests, movable_days);
  tcase_add_test (tests, counts_compared);
  tcase_add_test (tests, times_compared);
  tcase_add_test (tests, weekdays_checked);
  suite_add_tcase (suite, tests);
}
