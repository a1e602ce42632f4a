/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* How old somebody is called on the day of publication, against when they were born. */
#include "conflict/judge.h"

#include "conflict/value.h"

#include <math.h>

#define DAYS_A_YEAR 365.2425

static const BelTime *
time_of (const BelEvidence *e, const BelProp *prop)
{
  bool birth = prop->kind == BEL_PROP_ATTRIBUTE && prop->time != BEL_NONE;
  return birth ? &e->finder->sources[prop->document]->times.items[prop->time] : NULL;
}

static const BelQuantity *
age_of (const BelEvidence *e, const BelProp *prop)
{
  bool age = prop->kind == BEL_PROP_ATTRIBUTE && prop->quantity != BEL_NONE;
  return age ? &e->finder->sources[prop->document]->quantities.items[prop->quantity] : NULL;
}

/* Whether who was born at @birth can be of that age on some day from @low to @high. Years of mean length may miss a birthday
 * by a day. */
static bool
fits (const BelQuantity *age, const BelTime *birth, BelDay low, BelDay high)
{
  double least = floor ((double) (low - birth->high - 1) / DAYS_A_YEAR);
  double most = floor ((double) (high - birth->low + 1) / DAYS_A_YEAR);
  return age->high >= least && age->low <= most;
}

/* An age is that of the day of publication, or, in "In 2001 Berg, 45, took office", of a time that stands beside it: it is wrong
 * when it fits none of them, and one is known. */
static bool
fits_some_day (const BelEvidence *e, const BelProp *aged, const BelQuantity *age, const BelTime *birth)
{
  const BelClaims *claims = e->finder->sources[aged->document];
  BelDay today = claims->document->date;
  uint32_t n_days = today != BEL_DAY_NONE;
  if (n_days && fits (age, birth, today, today))
    return true;
  BelValueList times = bel_times_in (e->finder, aged->document, aged->sentence);
  for (uint32_t i = 0; i < times.n; i++) {
    const BelTime *time = &claims->times.items[times.items[i]];
    bool day = time->low != BEL_DAY_NONE && time->high != BEL_DAY_NONE && !time->duration
               && (time->year > 0 || !time->floating);
    if (day && time != birth && fits (age, birth, time->low, time->high))
      return true;
    n_days += day && time != birth;
  }
  return n_days == 0;
}

float
bel_judge_age_misses_birth (BelEvidence *e)
{
  bool a_is_age = time_of (e, e->b) != NULL;
  const BelProp *aged = a_is_age ? e->a : e->b, *born = a_is_age ? e->b : e->a;
  const BelQuantity *age = age_of (e, aged);
  const BelTime *birth = time_of (e, born);
  if (!age || !birth || age->approximate || age->vague || !bel_evidence_is_one_person (e)
      || fits_some_day (e, aged, age, birth))
    return 0;
  e->token_a = a_is_age ? age->first : birth->first;
  e->token_b = a_is_age ? birth->first : age->first;
  return 1;
}
