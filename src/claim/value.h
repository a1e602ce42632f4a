/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Comparing values: what two numbers, times or places say of each other when they are taken of the same thing. */
#pragma once

#include "claim/claim.h"

typedef enum {
  BEL_COMPARED_UNKNOWN,  /**< of different kinds, or too little is known */
  BEL_COMPARED_EQUAL,    /**< the same, or the same but for rounding */
  BEL_COMPARED_INSIDE,   /**< the first lies within the second */
  BEL_COMPARED_CONTAINS, /**< the second lies within the first */
  BEL_COMPARED_OVERLAP,
  BEL_COMPARED_DISJOINT, /**< nothing satisfies both */
} BelCompared;

/** Units must agree (a fraction is a percentage). A vague number is disjoint only from what nobody would call so;
 * numbers that round to each other are equal: "2.3 million" and "2,312,406". */
BelCompared bel_quantity_relate (const BelQuantity *a, const BelQuantity *b);

/** By days when both are known, else by the parts that both name: weekdays, months, days, years; minutes of the day
 * count when the days are the same. Durations, recurring and vague times are BEL_COMPARED_UNKNOWN. */
BelCompared bel_time_relate (const BelTime *a, const BelTime *b);

/** Whether the weekday named is not that of the date named with it: "Tuesday, Nov. 11, 2024". */
bool bel_time_weekday_is_wrong (const BelTime *time);
