/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Amounts in a sentence, from left to right over its atoms:
 *
 *   [hedge] [from|between] [currency] number [to|and number] [unit] [smaller units] [hedge] → one interval
 *
 * What a number counts is asked of the tree last. Stretches that are times (time.c, which runs first) are passed
 * over, except for lengths of time. */
#include "claim/quantity.h"

#include "claim/number.h"
#include "claim/unit.h"

#include <math.h>

typedef struct {
  const BelClaimContext *context;
  BelClaims *claims;
  BelAtoms atoms;
  uint32_t next_time; /* of claims->times: those that end before the atom at hand are done with */
} Finder;

/* -- numbers that are none ------------------------------------------------------------------------ */

static bool
is_glued_sign (const BelAtoms *atoms, uint32_t i)
{
  return i < atoms->n && atoms->items[i].kind == BEL_ATOM_SIGN;
}

/* Figures that are part of something longer: "F-16", "1:30", "555-1234", "192.168.1.2", "Covid-19", "3G". */
static bool
is_entangled_left (const BelAtoms *atoms, uint32_t i)
{
  if (!bel_atoms_glued (atoms, i) || atoms->items[i].kind != BEL_ATOM_FIGURES)
    return false;
  const BelAtom *before = &atoms->items[i - 1];
  if (before->kind == BEL_ATOM_WORD)
    return true;
  char c = atoms->document->text[before->span.start];
  bool joins = c == '-' || c == ':' || c == '/' || c == '.' || c == '_' || c == '#' || c == '@' || c == '+';
  if (!joins || i < 2)
    return c == '#' || c == '@';
  return bel_atoms_glued (atoms, i - 1) && (atoms->items[i - 2].kind != BEL_ATOM_SIGN || c == ':');
}

/* @past: the atom behind the number and its unit. */
static bool
is_entangled_right (const BelAtoms *atoms, uint32_t past)
{
  if (!bel_atoms_glued (atoms, past))
    return false;
  const BelAtom *after = &atoms->items[past];
  if (after->kind != BEL_ATOM_SIGN)
    return true;
  char c = atoms->document->text[after->span.start];
  bool joins = c == ':' || c == '/' || c == '_' || c == '@' || c == '.'
               || (c == '-' && past + 1 < atoms->n && atoms->items[past + 1].kind == BEL_ATOM_FIGURES);
  return joins && bel_atoms_glued (atoms, past + 1) && atoms->items[past + 1].kind != BEL_ATOM_SIGN;
}

/* "No. 10", "Chapter 5", "Boeing 777", "Formula One": a number that names. */
static bool
is_label (const BelAtoms *atoms, uint32_t i, const BelNumber *number)
{
  if (i == 0)
    return false;
  bool small_word = !number->figures && number->value <= 20;
  if (!number->figures && !small_word)
    return false;
  for (uint32_t back = 1; back <= 2 && back <= i; back++)
    if (bel_atoms_cue (atoms, i - back, BEL_KIND_NUMBER_SIGN) == back && (back == 2 || number->figures))
      return true;
  const BelAtom *before = &atoms->items[i - 1];
  if (before->kind != BEL_ATOM_WORD || bel_atoms_glued (atoms, i))
    return false;
  bool label = bel_atoms_cue (atoms, i - 1, BEL_KIND_LABEL) == 1 && (before->capital || number->figures);
  uint8_t pos = atoms->document->tokens.pos[before->token];
  bool name = before->capital && pos == BEL_POS_PROPN && i > 1 && number->figures && number->scale == 1
              && atoms->document->tokens.head[atoms->items[i].token] == before->token;
  return label || name;
}

/* "the one", "one of", "this one": one as a pronoun counts only a noun that follows it. */
static bool
is_pronoun_one (const BelAtoms *atoms, uint32_t i, uint32_t past)
{
  uint32_t token = atoms->items[i].token;
  const BelTokens *tokens = &atoms->document->tokens;
  if (tokens->pos[token] == BEL_POS_NUM || tokens->dep[token] == BEL_DEP_NUMMOD)
    return tokens->dep[token] != BEL_DEP_NUMMOD && bel_atoms_cue (atoms, past, BEL_KIND_OF) > 0;
  return true;
}

/* -- ranges -------------------------------------------------------------------------------------- */

typedef struct {
  BelNumber low, high;
  uint32_t start; /* atom of the first number */
  uint32_t past;
  bool is_range;
  bool glued; /* "5-10" */
} Numbers;

/* "2 to 3 million": the magnitude of the second is the first's too. */
static void
share_scale (BelNumber *low, const BelNumber *high)
{
  if (high->scale > 1 && low->scale == 1 && low->value < high->value / high->scale) {
    low->value *= high->scale;
    low->scale = high->scale;
  }
}

static uint32_t
range_joint (const BelAtoms *atoms, uint32_t i, bool between, bool *glued)
{
  uint32_t n = bel_atoms_cue (atoms, i, BEL_KIND_TO);
  *glued = n == 1 && atoms->items[i].kind == BEL_ATOM_SIGN;
  if (*glued && !(bel_atoms_glued (atoms, i) == bel_atoms_glued (atoms, i + 1)))
    return 0;
  if (n)
    return n;
  if (between)
    n = bel_atoms_cue (atoms, i, BEL_KIND_AND);
  return n ? n : bel_atoms_cue (atoms, i, BEL_KIND_OR);
}

static bool
repeats_unit (const BelAtoms *atoms, uint32_t i, const BelUnit *first)
{
  BelUnit second = { 0 };
  return bel_unit_after (atoms, i, &second) && second.base && g_str_equal (second.base, first->base);
}

/* The second number of a range behind the first, over the unit that the first may repeat ("5% to 10%"). */
static void
take_range (const BelAtoms *atoms, Numbers *numbers, bool between)
{
  uint32_t at = numbers->past;
  BelUnit repeated = { 0 };
  uint32_t unit = bel_unit_after (atoms, at, &repeated);
  bool glued;
  uint32_t joint = range_joint (atoms, at, between, &glued);
  bool or_joint = joint && !glued && bel_atoms_cue (atoms, at, BEL_KIND_OR);
  bool at_unit = !joint && unit && (joint = range_joint (atoms, at + unit, between, &glued));
  if (at_unit)
    at += unit;
  if (!joint)
    return;
  at += joint;
  BelUnit symbol;
  at += bel_currency_before (atoms, at, &symbol);
  BelNumber high;
  if (!bel_number_scan (atoms, at, &high) || high.fraction != numbers->low.fraction
      || (high.year_like && glued && numbers->low.year_like))
    return;
  if (repeated.base && at_unit && !repeats_unit (atoms, at + high.n, &repeated))
    return; /* "rose 15 % to $ 400 million" */
  share_scale (&numbers->low, &high);
  if (high.value <= numbers->low.value || (or_joint && high.value > numbers->low.value * 2))
    return;
  numbers->high = high;
  numbers->past = at + high.n;
  numbers->is_range = true;
  numbers->glued = glued;
}

/* -- one amount ----------------------------------------------------------------------------------- */

/* "two out of three", "one in five": a share, when nothing with a unit stands there. */
static bool
take_share (const BelAtoms *atoms, Numbers *numbers)
{
  uint32_t at = numbers->past;
  bool out_of = bel_atoms_cue (atoms, at, BEL_KIND_OUT_OF) > 0;
  uint32_t joint = out_of ? bel_atoms_cue (atoms, at, BEL_KIND_OUT_OF) : bel_atoms_cue (atoms, at, BEL_KIND_IN);
  BelNumber whole;
  BelUnit unit;
  if (!joint || numbers->is_range || !bel_number_scan (atoms, at + joint, &whole) || whole.year_like || whole.fraction
      || whole.value < 2 || numbers->low.value >= whole.value || numbers->low.value <= 0
      || bel_unit_after (atoms, at + joint + whole.n, &unit) || (!out_of && whole.figures != numbers->low.figures))
    return false;
  if (!out_of && (whole.value > 20 && fmod (whole.value, 10) != 0))
    return false;
  numbers->low.value /= whole.value;
  numbers->low.fraction = true;
  numbers->past = at + joint + whole.n;
  return true;
}

static double
grain_of (const BelNumber *number, const BelAtoms *atoms, uint32_t i)
{
  if (!number->figures)
    return number->scale > 100 ? number->scale : 0;
  uint8_t decimals = i < atoms->n ? atoms->items[i].n_decimals : 0;
  return number->scale == 1 && !decimals ? 0 : number->scale * pow (10, -(double) decimals);
}

static double
to_base (const BelUnit *unit, double value)
{
  return value * unit->factor + unit->offset;
}

static void
measure_from (const BelAtoms *atoms, const Numbers *numbers, const BelUnit *unit, BelMeasure *m)
{
  double low = numbers->low.value, high = numbers->is_range ? numbers->high.value : low;
  if (numbers->low.fraction && !unit->base) {
    *m = (BelMeasure){ .kind = "fraction", .unit = "percent", .low = low * 100, .high = high * 100, .amount = low };
    return;
  }
  *m = (BelMeasure){ .kind = unit->kind ? unit->kind : "count", .unit = unit->base ? unit->base : "", .amount = low };
  m->low = to_base (unit, low);
  m->high = to_base (unit, high);
  m->grain = unit->base && g_str_equal (unit->base, "score")
                 ? 0
                 : grain_of (&numbers->low, atoms, numbers->start) * unit->factor;
}

/* "an hour and a half", "an hour and half". */
static uint32_t
add_half (const BelAtoms *atoms, uint32_t i, const BelUnit *unit, BelMeasure *m)
{
  BelValueMatch half;
  uint32_t and = unit->base ? bel_atoms_cue (atoms, i, BEL_KIND_AND) : 0;
  uint32_t article = and? bel_atoms_cue (atoms, i + and, BEL_KIND_ARTICLE) : 0;
  if (!and || !bel_atoms_match (atoms, i + and+article, BEL_WORDS_NUMBER, BEL_KIND_HALF, &half)
      || (!article && !g_str_equal (unit->kind, "duration")))
    return 0;
  m->low += unit->factor / 2;
  m->high += unit->factor / 2;
  m->amount += 0.5;
  return and+article + half.n;
}

/* "5 feet 2 inches", "two hours and 30 minutes", "$3 and 50 cents": smaller units of the same base are added. */
static uint32_t
add_smaller (const BelAtoms *atoms, uint32_t past, BelUnit unit, BelMeasure *m)
{
  double first_factor = unit.factor;
  past += add_half (atoms, past, &unit, m);
  while (unit.base && unit.offset == 0) {
    uint32_t at = past + bel_atoms_cue (atoms, past, BEL_KIND_AND);
    BelNumber more;
    BelUnit smaller;
    if (!bel_number_scan (atoms, at, &more) || more.value < 0)
      break;
    uint32_t n = bel_unit_after (atoms, at + more.n, &smaller);
    if (!n || !smaller.base || !g_str_equal (smaller.base, unit.base) || !g_str_equal (smaller.kind, unit.kind)
        || smaller.factor >= unit.factor || more.value * smaller.factor >= unit.factor)
      break;
    m->low += more.value * smaller.factor;
    m->high += more.value * smaller.factor;
    m->amount += more.value * smaller.factor / first_factor;
    m->grain = 0;
    past = at + more.n + n;
    unit = smaller;
  }
  return past;
}

static bool
is_noun (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_NOUN || document->tokens.pos[t] == BEL_POS_PROPN;
}

/* -- finding ------------------------------------------------------------------------------------- */

static BelQuantity *
add_quantity (Finder *finder, uint32_t i, uint32_t past, const BelMeasure *m)
{
  BelDocument *document = finder->claims->document;
  BelQuantity *q = bel_vec_add (document->arena, &finder->claims->quantities);
  q->span = bel_atoms_span (&finder->atoms, i, past - i);
  q->first = finder->atoms.items[i].token;
  q->last = bel_atoms_last_token (&finder->atoms, past - 1);
  q->low = m->low;
  q->high = m->high;
  q->amount = m->amount;
  q->grain = m->grain;
  q->approximate = m->approximate;
  q->vague = m->vague;
  q->unit = bel_symbols_intern_str (document->symbols, m->unit);
  q->kind = bel_symbols_intern_str (document->symbols, m->kind);
  q->counted = q->counted_head = BEL_NONE;
  bool bare = m->unit[0] == '\0' || g_str_equal (m->kind, "fraction") || g_str_equal (m->kind, "percent");
  if (bare && !g_str_equal (m->kind, "ordinal"))
    bel_quantity_find_counted (finder->claims, q, m->needs_tree);
  return q;
}

/* "several people", "dozens of houses". */
static uint32_t
find_vague (Finder *finder, uint32_t i)
{
  const BelAtoms *atoms = &finder->atoms;
  BelValueMatch match;
  if (!bel_atoms_match (atoms, i, BEL_WORDS_VAGUE, BEL_KIND_ANY, &match))
    return 0;
  BelMeasure m = { .kind = "count", .unit = "", .vague = true, .approximate = true };
  m.low = m.amount = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_LOW);
  double high = bel_value_word_number (atoms->words, match.word, BEL_VALUE_FIELD_HIGH);
  m.high = high > 0 ? high : INFINITY;
  BelUnit unit;
  uint32_t n = bel_unit_after (atoms, i + match.n, &unit);
  if (n) {
    m.kind = unit.kind;
    m.unit = unit.base;
    m.low = to_base (&unit, m.low);
    m.high = to_base (&unit, m.high);
  }
  add_quantity (finder, i, i + match.n + n, &m);
  return match.n + n;
}

/* "3-1": two small figures around a dash, with a word of winning behind them or nothing that they count. */
static bool
is_score (const BelAtoms *atoms, const Numbers *numbers, uint32_t joint_at)
{
  bool dash = (bel_atoms_sign (atoms, joint_at, '-') || bel_atoms_cue (atoms, joint_at, BEL_KIND_TO))
              && bel_atoms_glued (atoms, joint_at) && bel_atoms_glued (atoms, joint_at + 1)
              && bel_atoms_figures (atoms, joint_at + 1);
  if (!dash || !numbers->low.figures || numbers->low.scale != 1 || atoms->items[numbers->start].n_decimals
      || atoms->items[joint_at + 1].n_decimals || numbers->low.value > 250 || atoms->items[joint_at + 1].value > 250)
    return false;
  if (is_glued_sign (atoms, joint_at + 2) && bel_atoms_glued (atoms, joint_at + 2)
      && bel_atoms_glued (atoms, joint_at + 3))
    return false;
  if (bel_atoms_cue (atoms, joint_at + 2, BEL_KIND_SCORE))
    return true;
  return numbers->low.value >= atoms->items[joint_at + 1].value;
}

static uint32_t
find_score (Finder *finder, const Numbers *numbers)
{
  const BelAtoms *atoms = &finder->atoms;
  uint32_t joint = numbers->start + 1;
  if (numbers->low.n != 1 || !is_score (atoms, numbers, joint) || is_entangled_left (atoms, numbers->start))
    return 0;
  BelMeasure m = { .kind = "score", .unit = "score" };
  m.amount = numbers->low.value;
  m.low = m.high = numbers->low.value * 1000 + atoms->items[joint + 1].value;
  add_quantity (finder, numbers->start, joint + 2, &m);
  return joint + 2;
}

/* Number or numbers from @at on; what stands before them up to @start is hedge. */
static bool
scan_numbers (const BelAtoms *atoms, uint32_t at, bool between, Numbers *out)
{
  *out = (Numbers){ .start = at };
  if (!bel_number_scan (atoms, at, &out->low))
    return false;
  out->past = at + out->low.n;
  take_range (atoms, out, between);
  if (between && !out->is_range)
    return false;
  if (!out->is_range)
    take_share (atoms, out);
  return true;
}

/* "for an hour", "more than a mile": an article counts one unit behind a hedge or a preposition. */
static bool
scan_article (const BelAtoms *atoms, uint32_t start, uint32_t at, Numbers *out)
{
  BelUnit unit;
  uint32_t article = bel_atoms_cue (atoms, at, BEL_KIND_ARTICLE);
  bool behind = at > start
                || (at && atoms->document->tokens.pos[atoms->items[at - 1].token] == BEL_POS_ADP
                    && !bel_atoms_cue (atoms, at - 1, BEL_KIND_PER));
  uint32_t n = article ? bel_unit_after (atoms, at + article, &unit) : 0;
  if (!behind || !n || !bel_atoms_match (atoms, at + article, BEL_WORDS_TIME_UNIT, BEL_KIND_ANY, NULL)
      || bel_atoms_match (atoms, at + article, BEL_WORDS_TIME_UNIT, BEL_KIND_SECOND, NULL)
      || bel_atoms_match (atoms, at + article, BEL_WORDS_TIME_UNIT, BEL_KIND_QUARTER, NULL))
    return false;
  *out = (Numbers){ .start = at,
                    .past = at + article,
                    .low = { .value = 1, .n = article, .scale = 1, .article = true } };
  return true;
}

static bool
may_stand (Finder *finder, const Numbers *numbers, const BelUnit *unit, uint32_t past)
{
  const BelAtoms *atoms = &finder->atoms;
  bool bare = !unit->base && !numbers->low.fraction;
  bool coded = unit->kind && g_str_equal (unit->kind, "money"); /* USD115 */
  if ((!coded && is_entangled_left (atoms, numbers->start)) || is_entangled_right (atoms, past))
    return false;
  if (unit->base && !numbers->low.year_like)
    return true;
  if (bare && (is_label (atoms, numbers->start, &numbers->low)))
    return false;
  if (bare && numbers->low.plain_one && !numbers->is_range && is_pronoun_one (atoms, numbers->start, past))
    return false;
  return true;
}

/* Four figures alone are a year, unless the tree says that they count. */
static bool
is_year (Finder *finder, const Numbers *numbers, const BelUnit *unit, const BelHedge *hedge, uint32_t past)
{
  if (!numbers->low.year_like || unit->base || (numbers->is_range && !numbers->high.year_like))
    return false;
  if (hedge->kind && hedge->kind != BEL_KIND_ABOUT && hedge->kind != BEL_KIND_EXACTLY)
    return false;
  const BelAtoms *atoms = &finder->atoms;
  uint32_t first = atoms->items[numbers->start].token, last = bel_atoms_last_token (atoms, past - 1);
  return bel_quantity_counted_by_tree (finder->claims->document, first, last) == BEL_NONE;
}

/* One amount that begins at @i. Returns: the atom behind it, 0 when there is none. */
static uint32_t
find_amount (Finder *finder, uint32_t i)
{
  const BelAtoms *atoms = &finder->atoms;
  BelHedge hedge = { 0 }, after = { 0 };
  uint32_t at = i + bel_hedges_before (atoms, i, &hedge);
  uint32_t from = bel_atoms_cue (atoms, at, BEL_KIND_BETWEEN);
  bool between = from > 0;
  at += from;
  uint32_t aged = bel_age_before (atoms, at);
  BelUnit unit = { .factor = 1 };
  uint32_t symbol = aged ? 0 : bel_currency_before (atoms, at, &unit);
  Numbers numbers;
  at += aged + symbol;
  if (aged)
    at += bel_hedges_before (atoms, at, &hedge);
  if (!scan_numbers (atoms, at, between, &numbers) && !scan_article (atoms, i, at, &numbers))
    return 0;
  if (!symbol && !aged) {
    uint32_t score = find_score (finder, &numbers);
    if (score)
      return score;
  }
  uint32_t past = numbers.past;
  if (symbol && bel_currency_again (atoms, past))
    past += bel_unit_after (atoms, past, &(BelUnit){ 0 });
  else if (aged)
    bel_unit_age (&unit), past += bel_years_after (atoms, past);
  else if (!symbol)
    past += bel_unit_after (atoms, past, &unit);
  if (!unit.base && bel_age_apposition (atoms, numbers.start, past, numbers.low.value))
    bel_unit_age (&unit);
  if (!may_stand (finder, &numbers, &unit, past) || is_year (finder, &numbers, &unit, &hedge, past))
    return 0;
  BelMeasure m;
  measure_from (atoms, &numbers, &unit, &m);
  past = add_smaller (atoms, past, unit, &m);
  if (bel_hedge_at (atoms, past, BEL_WORDS_HEDGE_AFTER, &after))
    past += after.n;
  if (hedge.kind)
    bel_hedge_apply (&m, &hedge);
  if (after.kind)
    bel_hedge_apply (&m, &after);
  m.needs_tree = numbers.low.year_like;
  add_quantity (finder, i, past, &m);
  return past;
}

static uint32_t
find_ordinal (Finder *finder, uint32_t i)
{
  BelNumber number;
  if (!bel_ordinal_scan (&finder->atoms, i, &number))
    return 0;
  if (is_entangled_left (&finder->atoms, i))
    return i + number.n;
  BelMeasure m = { .kind = "ordinal", .unit = "", .low = number.value, .high = number.value, .amount = number.value };
  BelQuantity *q = add_quantity (finder, i, i + number.n, &m);
  const BelDocument *document = finder->claims->document;
  uint32_t head = document->tokens.head[q->last];
  if (head != BEL_NONE && head > q->last && is_noun (document, head)) {
    q->counted_head = head;
    q->counted = document->tokens.lemma[head];
  }
  return i + number.n;
}

/* The end of the time that atom @i is in, when that is a place in time; else 0. */
static uint32_t
time_over (Finder *finder, uint32_t i)
{
  const BelClaims *claims = finder->claims;
  BelSpan span = finder->atoms.items[i].span;
  while (finder->next_time < claims->times.n && claims->times.items[finder->next_time].span.end <= span.start)
    finder->next_time++;
  if (finder->next_time == claims->times.n)
    return 0;
  const BelTime *time = &claims->times.items[finder->next_time];
  if (time->duration || time->span.start > span.start)
    return 0;
  uint32_t past = i;
  while (past < finder->atoms.n && finder->atoms.items[past].span.start < time->span.end)
    past++;
  return past;
}

static uint32_t
find_one (Finder *finder, uint32_t i)
{
  uint32_t past = time_over (finder, i);
  if (past)
    return past;
  uint32_t decade = bel_age_decade (&finder->atoms, i);
  if (decade) {
    double from = finder->atoms.items[decade - 2].value;
    BelMeasure m
        = { .kind = "age", .unit = "year", .low = from, .high = from + 9, .amount = from, .approximate = true };
    add_quantity (finder, i, decade, &m);
    return decade;
  }
  BelNumber ordinal;
  BelNumber number;
  bool is_ordinal = bel_ordinal_scan (&finder->atoms, i, &ordinal);
  bool is_number = bel_number_scan (&finder->atoms, i, &number);
  if (is_ordinal && !(is_number && number.n >= ordinal.n))
    return find_ordinal (finder, i);
  past = find_amount (finder, i);
  if (past)
    return past;
  if (is_number)
    return i + number.n;
  uint32_t vague = find_vague (finder, i);
  return i + (vague ? vague : 1);
}

void
bel_quantities_find (const BelClaimContext *context, BelClaims *claims)
{
  if (!context->values)
    return;
  Finder finder = { .context = context, .claims = claims };
  g_autoptr (BelArena) scratch = bel_arena_new ();
  for (uint32_t s = 0; s < claims->document->sentences.n; s++) {
    if (!bel_atoms_wanted (claims->document, s))
      continue;
    bel_arena_reset (scratch);
    finder.atoms = bel_atoms_cut (scratch, context->values, claims->document, s);
    for (uint32_t i = 0; i < finder.atoms.n;)
      i = find_one (&finder, i);
  }
}
