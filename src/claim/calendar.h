/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The Gregorian calendar as day numbers (claim/claim.h, BelDay). */
#pragma once

#include "document/document.h"

typedef struct {
  int year;
  int month; /**< 1 … 12 */
  int day;   /**< 1 … 31 */
} BelCivil;

/** Proleptic Gregorian; @month and @day must be in range. */
BelDay bel_day_from_civil (int year, int month, int day);
BelCivil bel_day_to_civil (BelDay day);
/** 0 Monday … 6 Sunday. */
int bel_day_weekday (BelDay day);
int bel_days_in_month (int year, int month);
/** Western Easter Sunday. */
BelDay bel_easter (int year);
/** The @nth (from 1; -1 the last) @weekday of a month. */
BelDay bel_nth_weekday (int year, int month, int nth, int weekday);
/** @day moved by whole months; the day of the month is cut to what the month has. */
BelDay bel_day_add_months (BelDay day, int months);
