/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the files of times tell each other. Each scanner reads at atom @i and returns how many atoms it took, 0 when
 * it found nothing; then @out is untouched. */
#pragma once

#include "claim/atom.h"
#include "claim/calendar.h"
#include "rule/lexicon.h"

typedef struct {
  const BelAtoms *atoms;
  BelDay today;                /**< of publication; 0 when it is unknown */
  bool floating;               /**< it is unknown: days count from it */
  BelDay spoken;               /**< the day last spoken of, BEL_DAY_NONE */
  const BelLexicon *same_time; /**< verbs whose infinitive is of their own time; NULL without rules */
} BelTimeReader;

/** A time of which nothing is known yet. */
BelTime bel_time_blank (void);
void bel_time_set_days (BelTime *time, BelDay low, BelDay high);
/** A whole month of a year. */
void bel_time_set_month (BelTime *time, int year, int month);
void bel_time_set_year (BelTime *time, int year);
/** Marks days that were counted from the day of publication. */
void bel_time_set_relative (const BelTimeReader *reader, BelTime *time, BelDay low, BelDay high);

/** Whether what token @t stands under is said of the future ("will meet on Monday"). */
bool bel_time_is_future (const BelTimeReader *reader, uint32_t t);

/* time-date.c */
uint32_t bel_time_scan_date (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** A weekday's name; doubtful ones are common words too. *@out 0 Monday … 6 Sunday. */
uint32_t bel_time_scan_weekday (const BelTimeReader *reader, uint32_t i, int *out, bool *doubtful);
/** A month's name; doubtful ones need company. *@out_month 1 … 12. */
uint32_t bel_time_scan_month (const BelTimeReader *reader, uint32_t i, int *out_month, bool *out_doubtful);
/** Four figures of a year; @sure: nothing else would do here, so that any from 1000 to 2199 is one. */
uint32_t bel_time_scan_year (const BelTimeReader *reader, uint32_t i, int *out_year);
/** The day of the week nearest to today: the last one, or with @future the next. */
BelDay bel_time_near_weekday (const BelTimeReader *reader, int weekday, bool future);
/** The year in which a day of a month is nearest to today; 0 when today is unknown. */
int bel_time_near_year (const BelTimeReader *reader, int month, int day);

/* time-clock.c */
uint32_t bel_time_scan_clock (const BelTimeReader *reader, uint32_t i, BelTime *out);

/* time-period.c */
/** Years, decades, centuries, seasons, quarters, holidays, and early, mid and late ones. */
uint32_t bel_time_scan_period (const BelTimeReader *reader, uint32_t i, BelTime *out);

/* time-relative.c */
/** "yesterday", "last week", "two years ago", "the next day". */
uint32_t bel_time_scan_relative (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** "yesterday", "the next day": one word or phrase of the lexicon. */
uint32_t bel_time_scan_phrase (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** "every day", "on Mondays". */
uint32_t bel_time_scan_recurring (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** -1 for words like "last", 1 for "next", else 0. */
int bel_time_shift_of (BelWordKind kind);
BelDay bel_time_week_start (BelDay day);
/** Years in a unit of years or longer. */
int bel_time_years_of (BelWordKind unit);
/** The calendar week, month, … that @shift units from @day lies in. Returns: whether the unit has calendar bounds. */
bool bel_time_calendar_unit (BelWordKind unit, BelDay day, int shift, BelDay *low, BelDay *high);

/* time-part.c */
/** "the first week of October", "the rest of the year", "the week after next". */
uint32_t bel_time_scan_part (const BelTimeReader *reader, uint32_t i, BelTime *out);

/* time-offset.c */
#define BEL_TIME_MOST_UNITS 10000.0 /* beyond it a date would leave the calendar */
/** "two years ago", "more than a week before Christmas". */
uint32_t bel_time_scan_offset (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** "in two weeks", "within five days" where the future is spoken of. */
uint32_t bel_time_scan_ahead (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** "three weeks", "a year". */
uint32_t bel_time_scan_length (const BelTimeReader *reader, uint32_t i, BelTime *out);
/** The day @count units back or on from @day, and how many days off it may be as the unit is spoken of. Returns: whether
 * the unit can be counted in days. */
bool bel_time_days_off (BelWordKind unit, double factor, BelDay day, double count, BelDay *out, int *slack);
