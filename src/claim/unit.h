/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Units, currencies, percentages and ages beside a number. */
#pragma once

#include "claim/atom.h"

typedef struct {
  const char *kind; /**< "length", "money", "percent", "age", "duration" …; NULL for none */
  const char *base; /**< "meter", "usd", "percent", "year", "second" …; NULL for none */
  double factor;    /**< base units to one of it */
  double offset;
} BelUnit;

/** A unit behind a number, at atom @i. Returns: how many atoms it takes; 0, and @out as it was but for a factor of 1,
 * when there is none. */
uint32_t bel_unit_after (const BelAtoms *atoms, uint32_t i, BelUnit *out);
/** A currency before a number: a sign or a code. Returns: how many atoms. */
uint32_t bel_currency_before (const BelAtoms *atoms, uint32_t i, BelUnit *out);
/** Whether a currency's name follows an amount that had its sign: "$5 dollars", "£2bn pounds". */
bool bel_currency_again (const BelAtoms *atoms, uint32_t i);

/** "aged", "at the age of" before a number: how many atoms. */
uint32_t bel_age_before (const BelAtoms *atoms, uint32_t i);
/** "years", "years old" behind one that followed such a cue: how many atoms. */
uint32_t bel_years_after (const BelAtoms *atoms, uint32_t i);
/** Whether the number from @i to before @past is the age of the person just named: "Jane Roe, 34,". */
bool bel_age_apposition (const BelAtoms *atoms, uint32_t i, uint32_t past, double value);
/** "in her 30s": the atom behind the s, 0 when @i does not begin such a thing. */
uint32_t bel_age_decade (const BelAtoms *atoms, uint32_t i);
void bel_unit_age (BelUnit *out);
