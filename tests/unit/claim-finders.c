/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The finders of values, each over words alone: numbers, ordinals, ranges, money, measures, ages, dates, lengths of time,
 * places. The words are those of rules/lexicon/value-*.belie; no sentence here needs its tree. */
#include "test-claim.h"

#include "claim/calendar.h"
#include "claim/number.h"
#include "claim/place.h"
#include "document/conllu.h"

#include <math.h>
#include <string.h>

static BelProgram *program;
static BelValueWords *words;
static BelGazetteer *gazetteer;

static void
open_rules (void)
{
  g_autofree char *dir = g_build_filename (g_getenv ("BELIE_SOURCE"), "rules", "lexicon", NULL);
  const char *const dirs[] = { dir, NULL };
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  program = bel_program_load (dirs, NULL, diags, &error);
  ck_assert_msg (program != NULL, "%s", error ? error->message : dir);
  words = bel_value_words_new (program);
  gazetteer = bel_gazetteer_open ("gazetteer.bin", &error);
  ck_assert_msg (gazetteer != NULL, "%s", error ? error->message : "gazetteer.bin");
}

static void
close_rules (void)
{
  g_clear_pointer (&gazetteer, bel_gazetteer_free);
  g_clear_pointer (&words, bel_value_words_free);
  g_clear_pointer (&program, bel_program_unref);
}

/* -- a document out of a line ----------------------------------------------------------------------- */

static void
append_token (GString *out, guint id, const char *form, bool glued)
{
  bool figures = g_ascii_isdigit (*form), mark = strlen (form) == 1 && g_ascii_ispunct (*form),
       name = g_ascii_isupper (*form);
  bool owner = g_str_equal (form, "her") || g_str_equal (form, "his");
  g_autofree char *lower = g_ascii_strdown (form, -1);
  g_string_append_printf (out, "%u\t%s\t%s\t%s\t%s\t_\t%u\t%s\t_\t%s\n", id, form, lower,
                          figures ? "NUM"
                          : mark  ? "PUNCT"
                          : name  ? "PROPN"
                          : owner ? "PRON"
                                  : "NOUN",
                          figures ? "CD"
                          : mark  ? "."
                          : name  ? "NNP"
                          : owner ? "PRP$"
                                  : "NN",
                          id == 1 ? 0 : 1,
                          id == 1 ? "root"
                          : mark  ? "punct"
                                  : "dep",
                          glued ? "SpaceAfter=No" : "_");
}

/* Words parted by blanks, a comma or a full stop at their end apart; all hang on the first. */
static BelDocument *
document_of (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  GString *conllu = g_string_new (NULL);
  guint id = 0;
  for (char **part = parts; *part; part++) {
    gsize n = strlen (*part);
    bool last = !part[1], comma = n > 1 && part[0][n - 1] == ',', stop = n > 1 && last && part[0][n - 1] == '.';
    char mark[2] = { comma || stop ? part[0][n - 1] : '\0', '\0' };
    if (*mark)
      part[0][n - 1] = '\0';
    append_token (conllu, ++id, *part, *mark);
    if (*mark)
      append_token (conllu, ++id, mark, false);
  }
  g_string_append_c (conllu, '\n');
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (conllu);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_document_new (bel_program_symbols (program), "test", bytes);
  ck_assert_msg (bel_conllu_read (document, BEL_CONLLU_ALL, diags), "%s", line);
  return document;
}

typedef void (*Finder) (const BelClaimContext *context, BelClaims *claims);

static BelClaims *
find_in (BelDocument *document, Finder finder)
{
  BelClaimContext context = { .program = program, .values = words, .gazetteer = gazetteer };
  BelClaims *claims = bel_arena_new_struct (document->arena, BelClaims);
  claims->document = document;
  finder (&context, claims);
  return claims;
}

/* -- numbers ---------------------------------------------------------------------------------------- */

typedef bool (*Scanner) (const BelAtoms *atoms, uint32_t i, BelNumber *out);

typedef struct {
  const char *text;
  double value;
  uint32_t n; /* atoms; 0: there is no number */
} NumberCase;

static void
check_numbers (Scanner scan, const NumberCase *cases, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    g_autoptr (BelDocument) document = document_of (cases[i].text);
    BelAtoms atoms = bel_atoms_cut (document->arena, words, document, 0);
    BelNumber number = { 0 };
    bool found = scan (&atoms, 0, &number);
    ck_assert_msg (found == (cases[i].n > 0), "%s", cases[i].text);
    if (!found)
      continue;
    ck_assert_msg (fabs (number.value - cases[i].value) < 1e-9 * fmax (1, fabs (cases[i].value)), "%s: %.10g",
                   cases[i].text, number.value);
    ck_assert_msg (number.n == cases[i].n, "%s: %u atoms", cases[i].text, number.n);
  }
}

START_TEST (cardinals)
{
  static const NumberCase CASES[] = {
    { "12", 12, 1 },
    { "1,234 boats", 1234, 1 },
    { "1,234,567", 1234567, 1 },
    { "2.5", 2.5, 1 },
    { "2.3 million", 2.3e6, 2 },
    { "seventeen", 17, 1 },
    { "twenty-one", 21, 3 },
    { "two hundred and six boats", 206, 4 },
    { "three thousand four hundred", 3400, 4 },
    { "a dozen", 12, 2 },
    { "a hundred thousand", 1e5, 3 },
    { "half a million", 5e5, 3 },
    { "one and a half million", 1.5e6, 5 },
    { "zero", 0, 1 },
    { "minus three", -3, 2 },
    { "two thirds", 2.0 / 3, 2 },
    { "3bn", 3e9, 2 },
    { "boats", 0, 0 },
    { "million", 0, 0 },
    { "second", 0, 0 },
  };
  check_numbers (bel_number_scan, CASES, G_N_ELEMENTS (CASES));
}
END_TEST

START_TEST (ordinals)
{
  static const NumberCase CASES[] = {
    { "first", 1, 1 },       { "5th", 5, 2 },  { "22nd boat", 22, 2 }, { "twenty-first", 21, 3 },
    { "hundredth", 100, 1 }, { "five", 0, 0 }, { "boats", 0, 0 },      { "12", 0, 0 },
  };
  check_numbers (bel_ordinal_scan, CASES, G_N_ELEMENTS (CASES));
}
END_TEST

/* -- quantities --------------------------------------------------------------------------------------- */

typedef struct {
  const char *text;
  const char *kind; /* of the only quantity; NULL: there is none */
  const char *unit;
  double low, high;
  bool approximate;
} QuantityCase;

static void
check_quantities (const QuantityCase *cases, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    const QuantityCase *c = &cases[i];
    g_autoptr (BelDocument) document = document_of (c->text);
    const BelClaims *claims = find_in (document, bel_quantities_find);
    ck_assert_msg (claims->quantities.n == (c->kind ? 1 : 0), "%s: %u quantities", c->text, claims->quantities.n);
    if (!c->kind)
      continue;
    const BelQuantity *q = &claims->quantities.items[0];
    ck_assert_str_eq (bel_symbols_text (document->symbols, q->kind), c->kind);
    ck_assert_msg (g_str_equal (q->unit ? bel_symbols_text (document->symbols, q->unit) : "", c->unit), "%s", c->text);
    bool low = q->low == c->low || fabs (q->low - c->low) < 1e-6 * fabs (c->low);
    bool high = q->high == c->high || fabs (q->high - c->high) < 1e-6 * fabs (c->high);
    ck_assert_msg (low && high, "%s: %.10g to %.10g", c->text, q->low, q->high);
    ck_assert_msg (q->approximate == c->approximate, "%s", c->text);
  }
}

START_TEST (money)
{
  static const QuantityCase CASES[] = {
    { "It cost $5.", "money", "usd", 5, 5, false },
    { "It cost $2.3bn.", "money", "usd", 2.3e9, 2.3e9, false },
    { "It cost $2.3 billion.", "money", "usd", 2.3e9, 2.3e9, false },
    { "It cost five dollars.", "money", "usd", 5, 5, false },
    { "It cost 40 cents.", "money", "usd", 0.4, 0.4, false },
    { "It cost €1,200.", "money", "eur", 1200, 1200, false },
    { "It cost £3m.", "money", "gbp", 3e6, 3e6, false },
    { "It cost 500 euros.", "money", "eur", 500, 500, false },
    { "It cost between $5 and $7.", "money", "usd", 5, 7, false },
    { "It cost more than $5.", "money", "usd", 5, INFINITY, false },
    { "It cost a fortune.", NULL, NULL, 0, 0, false },
  };
  check_quantities (CASES, G_N_ELEMENTS (CASES));
}
END_TEST

START_TEST (ranges_and_hedges)
{
  static const QuantityCase CASES[] = {
    { "They sold 12 boats.", "count", "", 12, 12, false },
    { "They sold 12 to 15 boats.", "count", "", 12, 15, false },
    { "They sold 12-15 boats.", "count", "", 12, 15, false },
    { "They sold between 12 and 15 boats.", "count", "", 12, 15, false },
    { "They sold from 12 to 15 boats.", "count", "", 12, 15, false },
    { "They sold at least 12 boats.", "count", "", 12, INFINITY, false },
    { "They sold at most 12 boats.", "count", "", 0, 12, false },
    { "They sold up to 12 boats.", "count", "", 0, 12, false },
    { "They sold two or three boats.", "count", "", 2, 3, false },
    { "They sold a dozen boats.", "count", "", 12, 12, false },
    { "They sold boats.", NULL, NULL, 0, 0, false },
  };
  check_quantities (CASES, G_N_ELEMENTS (CASES));
}
END_TEST

START_TEST (hedged_numbers_are_widened)
{
  static const char *const HEDGED[] = { "They sold about 500 boats.", "They sold some 500 boats.",
                                        "They sold nearly 500 boats.", "They sold roughly 500 boats." };
  for (size_t i = 0; i < G_N_ELEMENTS (HEDGED); i++) {
    g_autoptr (BelDocument) document = document_of (HEDGED[i]);
    const BelClaims *claims = find_in (document, bel_quantities_find);
    ck_assert_msg (claims->quantities.n == 1, "%s", HEDGED[i]);
    const BelQuantity *q = &claims->quantities.items[0];
    ck_assert_msg (q->approximate && q->low < 500 && q->high >= 500 && q->low > 300 && q->high < 700, "%s: %g to %g",
                   HEDGED[i], q->low, q->high);
    ck_assert_double_eq (q->amount, 500);
  }
}
END_TEST

START_TEST (measures)
{
  static const QuantityCase CASES[] = {
    { "It rose 5 percent.", "percent", "percent", 5, 5, false },
    { "It rose 5%.", "percent", "percent", 5, 5, false },
    { "It rose by 4.5 per cent.", "percent", "percent", 4.5, 4.5, false },
    { "It lies 3 kilometers off.", "length", "meter", 3000, 3000, false },
    { "It lies 3km off.", "length", "meter", 3000, 3000, false },
    { "It lies two miles off.", "length", "meter", 3218.688, 3218.688, false },
    { "It weighs 2 tonnes.", "mass", "gram", 2e6, 2e6, false },
    { "She was aged 34.", "age", "year", 34, 34, false },
    { "She is 34 years old.", "age", "year", 34, 34, false },
    { "The 34-year-old sailor.", "age", "year", 34, 34, false },
    { "She is in her 30s.", "age", "year", 30, 39, true },
    { "It is far off.", NULL, NULL, 0, 0, false },
  };
  check_quantities (CASES, G_N_ELEMENTS (CASES));
}
END_TEST

/* -- dates ------------------------------------------------------------------------------------------- */

#define TODAY 20045 /* Monday, November 18, 2024 */

typedef struct {
  const char *text;
  int from[3], to[3]; /* year, month, day; year 0: no time is found */
} DateCase;

static void
check_date (const DateCase *c, BelDay today)
{
  g_autoptr (BelDocument) document = document_of (c->text);
  document->date = today;
  const BelClaims *claims = find_in (document, bel_times_find);
  ck_assert_msg (claims->times.n == (c->from[0] ? 1 : 0), "%s: %u times", c->text, claims->times.n);
  if (!c->from[0])
    return;
  const BelTime *time = &claims->times.items[0];
  BelCivil low = bel_day_to_civil (time->low), high = bel_day_to_civil (time->high);
  ck_assert_msg (low.year == c->from[0] && low.month == c->from[1] && low.day == c->from[2], "%s: from %d-%d-%d",
                 c->text, low.year, low.month, low.day);
  ck_assert_msg (high.year == c->to[0] && high.month == c->to[1] && high.day == c->to[2], "%s: to %d-%d-%d", c->text,
                 high.year, high.month, high.day);
}

START_TEST (dates)
{
  static const DateCase CASES[] = {
    { "They met on October 14, 2022.", { 2022, 10, 14 }, { 2022, 10, 14 } },
    { "They met on Oct. 14, 2022.", { 2022, 10, 14 }, { 2022, 10, 14 } },
    { "They met on 14 October 2022.", { 2022, 10, 14 }, { 2022, 10, 14 } },
    { "They met on 2022-10-14.", { 2022, 10, 14 }, { 2022, 10, 14 } },
    { "They met in October 2022.", { 2022, 10, 1 }, { 2022, 10, 31 } },
    { "They met in February 2024.", { 2024, 2, 1 }, { 2024, 2, 29 } },
    { "They met in 2019.", { 2019, 1, 1 }, { 2019, 12, 31 } },
    { "They met in the 1990s.", { 1990, 1, 1 }, { 1999, 12, 31 } },
    { "They met on Friday.", { 2024, 11, 15 }, { 2024, 11, 15 } },
    { "They met yesterday.", { 2024, 11, 17 }, { 2024, 11, 17 } },
    { "They meet tomorrow.", { 2024, 11, 19 }, { 2024, 11, 19 } },
    { "They met last year.", { 2023, 1, 1 }, { 2023, 12, 31 } },
    { "They met two days ago.", { 2024, 11, 16 }, { 2024, 11, 16 } },
    { "They met in the harbour.", { 0, 0, 0 }, { 0, 0, 0 } },
    { "They may meet the march.", { 0, 0, 0 }, { 0, 0, 0 } },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (CASES); i++)
    check_date (&CASES[i], TODAY);
}
END_TEST

START_TEST (days_without_a_day_of_publication_float)
{
  g_autoptr (BelDocument) document = document_of ("They met yesterday.");
  document->date = BEL_DAY_NONE;
  const BelClaims *claims = find_in (document, bel_times_find);
  ck_assert_uint_eq (claims->times.n, 1);
  ck_assert (claims->times.items[0].floating);
  ck_assert_int_eq (claims->times.items[0].low, -1);
}
END_TEST

START_TEST (lengths_of_time_are_no_dates)
{
  g_autoptr (BelDocument) document = document_of ("They met for three hours.");
  document->date = TODAY;
  const BelClaims *claims = find_in (document, bel_times_find);
  for (uint32_t i = 0; i < claims->times.n; i++)
    ck_assert (claims->times.items[i].duration);
  const BelClaims *counted = find_in (document, bel_quantities_find);
  ck_assert_uint_eq (counted->quantities.n, 1);
  ck_assert_str_eq (bel_symbols_text (document->symbols, counted->quantities.items[0].kind), "duration");
  ck_assert_double_eq (counted->quantities.items[0].low, 3 * 3600);
}
END_TEST

/* -- places ------------------------------------------------------------------------------------------ */

/* Marks tokens @first to @last of @document as one name of a place. */
static void
mark_place (BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++) {
    document->tokens.name[t] = BEL_NAME_PLACE;
    document->tokens.name_first[t] = t == first;
  }
}

START_TEST (places)
{
  g_autoptr (BelDocument) document = document_of ("They met in Oslo, Norway, and New Orleans.");
  mark_place (document, 3, 3);
  mark_place (document, 5, 5);
  mark_place (document, 8, 9);
  const BelClaims *claims = find_in (document, bel_places_find);
  ck_assert_uint_eq (claims->places.n, 3);
  const BelPlace *city = &claims->places.items[0], *country = &claims->places.items[1], *far = &claims->places.items[2];
  ck_assert_str_eq (bel_symbols_text (document->symbols, far->key), "new orleans");
  ck_assert_uint_ne (city->place, BEL_NONE);
  ck_assert_uint_ne (country->place, BEL_NONE);
  ck_assert_int_eq (bel_places_relate (gazetteer, document, city, document, country), BEL_PLACES_INSIDE);
  ck_assert_int_eq (bel_places_relate (gazetteer, document, far, document, country), BEL_PLACES_DISJOINT);
  ck_assert (bel_gazetteer_in (gazetteer, city->place, country->place));
  ck_assert (!bel_gazetteer_in (gazetteer, far->place, country->place));
}
END_TEST

START_TEST (a_name_that_no_table_has_is_a_place_of_its_own)
{
  g_autoptr (BelDocument) document = document_of ("They met in Qwertystadt.");
  mark_place (document, 3, 3);
  const BelClaims *claims = find_in (document, bel_places_find);
  ck_assert_uint_eq (claims->places.n, 1);
  ck_assert_uint_eq (claims->places.items[0].place, BEL_NONE);
  ck_assert_str_eq (bel_symbols_text (document->symbols, claims->places.items[0].key), "qwertystadt");
}
END_TEST

void
claim_finders_tests (Suite *suite)
{
  TCase *tests = tcase_create ("finders");
  tcase_add_unchecked_fixture (tests, open_rules, close_rules);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, cardinals);
  tcase_add_test (tests, ordinals);
  tcase_add_test (tests, money);
  tcase_add_test (tests, ranges_and_hedges);
  tcase_add_test (tests, hedged_numbers_are_widened);
  tcase_add_test (tests, measures);
  tcase_add_test (tests, dates);
  tcase_add_test (tests, days_without_a_day_of_publication_float);
  tcase_add_test (tests, lengths_of_time_are_no_dates);
  tcase_add_test (tests, places);
  tcase_add_test (tests, a_name_that_no_table_has_is_a_place_of_its_own);
  suite_add_tcase (suite, tests);
}
