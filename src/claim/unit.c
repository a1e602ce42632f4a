/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/unit.h"

#include <math.h>

#define SECONDS_A_YEAR 31556952.0 /* 365.2425 days */

static uint32_t
percent_at (const BelAtoms *atoms, uint32_t i, BelUnit *out)
{
  static const struct {
    BelWordKind kind;
    const char *name;
    double factor;
  } KINDS[] = {
    { BEL_KIND_PERCENT_POINT, "percent-point", 1 },
    { BEL_KIND_BASIS_POINT, "percent-point", 0.01 },
    { BEL_KIND_PERCENT, "percent", 1 },
  };
  for (guint k = 0; k < G_N_ELEMENTS (KINDS); k++) {
    uint32_t n = bel_atoms_cue (atoms, i, KINDS[k].kind);
    if (!n)
      continue;
    *out = (BelUnit){ KINDS[k].name, KINDS[k].name, KINDS[k].factor, 0 };
    return n;
  }
  return 0;
}

static void
unit_of_currency (const BelAtoms *atoms, const BelValueMatch *match, BelUnit *out)
{
  double factor = bel_value_word_number (atoms->words, match->word, BEL_VALUE_FIELD_FACTOR);
  *out = (BelUnit){ "money", bel_value_word_string (atoms->words, match->word, BEL_VALUE_FIELD_CODE), factor, 0 };
}

/* A name that is a unit of measure too ("pound") is money after a magnitude: nobody weighs by the million. */
static bool
after_magnitude (const BelAtoms *atoms, uint32_t i)
{
  return i && bel_atoms_match (atoms, i - 1, BEL_WORDS_NUMBER, BEL_KIND_SCALE, NULL);
}

static uint32_t
currency_at (const BelAtoms *atoms, uint32_t i, BelUnit *out)
{
  BelValueMatch money, measure = { 0 };
  if (!bel_atoms_match (atoms, i, BEL_WORDS_CURRENCY, BEL_KIND_ANY, &money))
    return 0;
  bool both = bel_atoms_match (atoms, i, BEL_WORDS_UNIT, BEL_KIND_ANY, &measure) && measure.n >= money.n;
  if (both && !after_magnitude (atoms, i))
    return 0;
  unit_of_currency (atoms, &money, out);
  return money.n;
}

static uint32_t
measure_at (const BelAtoms *atoms, uint32_t i, BelUnit *out)
{
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_UNIT, BEL_KIND_ANY, &match))
    return 0;
  double factor = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_FACTOR);
  double offset = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_OFFSET);
  *out = (BelUnit){ bel_value_word_string (atoms->words, match.word, BEL_VALUE_FIELD_DIMENSION),
                    bel_value_word_string (atoms->words, match.word, BEL_VALUE_FIELD_BASE), factor, offset };
  return match.n;
}

static uint32_t
skip_hyphen (const BelAtoms *atoms, uint32_t i)
{
  return bel_atoms_sign (atoms, i, '-') ? 1 : 0;
}

/* "years old", "-year-old", "years of age", or a length of time. */
static uint32_t
time_at (const BelAtoms *atoms, uint32_t i, BelUnit *out)
{
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, &match))
    return 0;
  double seconds = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_SECONDS);
  uint32_t at = i + match.n;
  at += skip_hyphen (atoms, at);
  uint32_t old = bel_atoms_cue (atoms, at, BEL_KIND_OLD);
  if (!old)
    old = bel_atoms_cue (atoms, at, BEL_KIND_OF_AGE);
  if (old) {
    *out = (BelUnit){ "age", "year", seconds / SECONDS_A_YEAR, 0 };
    return at + old - i;
  }
  *out = (BelUnit){ "duration", "second", seconds, 0 };
  return match.n;
}

uint32_t
bel_unit_after (const BelAtoms *atoms, uint32_t i, BelUnit *out)
{
  out->factor = 1;
  if (i >= atoms->n)
    return 0;
  uint32_t hyphen = skip_hyphen (atoms, i) && bel_atoms_glued (atoms, i) && bel_atoms_glued (atoms, i + 1) ? 1 : 0;
  uint32_t n = percent_at (atoms, i + hyphen, out);
  if (!n)
    n = currency_at (atoms, i + hyphen, out);
  if (!n)
    n = measure_at (atoms, i + hyphen, out);
  if (!n)
    n = time_at (atoms, i + hyphen, out);
  return n ? n + hyphen : 0;
}

/* Signs ("$", "US$"), and codes in capitals ("USD"). */
static bool
is_sign_or_code (const BelAtoms *atoms, uint32_t i, uint32_t n)
{
  const BelAtom *last = &atoms->items[i + n - 1];
  if (last->kind == BEL_ATOM_SIGN)
    return true;
  const char *text = atoms->document->text + last->span.start;
  return n == 1 && bel_span_length (last->span) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1])
         && g_ascii_isupper (text[2]);
}

uint32_t
bel_currency_before (const BelAtoms *atoms, uint32_t i, BelUnit *out)
{
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_CURRENCY, BEL_KIND_ANY, &match) || !is_sign_or_code (atoms, i, match.n))
    return 0;
  unit_of_currency (atoms, &match, out);
  return match.n;
}

bool
bel_currency_again (const BelAtoms *atoms, uint32_t i)
{
  BelUnit unit;
  return i < atoms->n && atoms->items[i].kind == BEL_ATOM_WORD && currency_at (atoms, i, &unit) > 0;
}

uint32_t
bel_age_before (const BelAtoms *atoms, uint32_t i)
{
  return bel_atoms_cue (atoms, i, BEL_KIND_AGED);
}

uint32_t
bel_years_after (const BelAtoms *atoms, uint32_t i)
{
  BelUnit unit;
  return time_at (atoms, i, &unit);
}

void
bel_unit_age (BelUnit *out)
{
  *out = (BelUnit){ "age", "year", 1, 0 };
}

static bool
closes_apposition (const BelAtoms *atoms, uint32_t i)
{
  return i >= atoms->n || bel_atoms_sign (atoms, i, ',') || bel_atoms_sign (atoms, i, '.')
         || bel_atoms_sign (atoms, i, ')') || bel_atoms_sign (atoms, i, ';');
}

bool
bel_age_apposition (const BelAtoms *atoms, uint32_t i, uint32_t past, double value)
{
  if (i < 2 || past != i + 1 || !bel_atoms_figures (atoms, i) || value < 1 || value > 120 || value != floor (value))
    return false;
  bool comma = bel_atoms_sign (atoms, i - 1, ','), bracket = bel_atoms_sign (atoms, i - 1, '(');
  const BelAtom *name = &atoms->items[i - 2];
  const BelTokens *tokens = &atoms->document->tokens;
  bool person = name->kind == BEL_ATOM_WORD && name->capital && tokens->pos[name->token] == BEL_POS_PROPN
                && (tokens->name[name->token] == BEL_NAME_PERSON || tokens->name[name->token] == BEL_NAME_NONE)
                && !bel_atoms_match (atoms, i - 2, BEL_WORDS_MONTH, BEL_KIND_ANY, NULL);
  return (comma || bracket) && person && closes_apposition (atoms, past)
         && !(comma && past < atoms->n && bel_atoms_figures (atoms, past + 1));
}

uint32_t
bel_age_decade (const BelAtoms *atoms, uint32_t i)
{
  if (!bel_atoms_figures (atoms, i) || i == 0 || !bel_atoms_glued (atoms, i + 1))
    return 0;
  const BelTokens *tokens = &atoms->document->tokens;
  const BelAtom *figures = &atoms->items[i];
  BelSpan s = atoms->items[i + 1].span;
  bool plural = bel_span_length (s) == 1 && atoms->document->text[s.start] == 's';
  bool ten = figures->n_digits == 2 && fmod (figures->value, 10) == 0 && figures->value >= 10;
  bool possessive = tokens->xpos[atoms->items[i - 1].token] == BEL_XPOS_PRPS
                    || (i > 1 && tokens->xpos[atoms->items[i - 2].token] == BEL_XPOS_PRPS);
  return plural && ten && possessive ? i + 2 : 0;
}
