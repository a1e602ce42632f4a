/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/arena.h"
#include "base/closest.h"
#include "base/diag.h"
#include "base/glob.h"
#include "base/linemap.h"
#include "base/map.h"
#include "base/symbols.h"

#include <check.h>
#include <string.h>
#include <stdlib.h>

START_TEST (linemap_counts_every_kind_of_line_end)
{
  static const struct {
    uint32_t offset, line1, col_bytes1, col_chars1;
  } CASES[] = { { 0, 1, 1, 1 }, { 3, 2, 1, 1 }, { 5, 3, 1, 1 }, { 7, 4, 1, 1 }, { 9, 4, 3, 2 } };
  const char *text = "ab\nc\rd\r\n\xC3\xA9x";
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelLineMap *map = bel_linemap_new (arena, text, 11);
  static const uint32_t OFFSETS[] = { 0, 3, 5, 8, 10 };
  BelPosition at = bel_linemap_position (map, OFFSETS[_i]);
  ck_assert_uint_eq (at.line1, CASES[_i].line1);
  ck_assert_uint_eq (at.col_bytes1, CASES[_i].col_bytes1);
  ck_assert_uint_eq (at.col_chars1, CASES[_i].col_chars1);
}
END_TEST

START_TEST (symbols_of_the_base_keep_their_number)
{
  g_autoptr (BelSymbols) base = bel_symbols_new (NULL);
  BelSym meet = bel_symbols_intern_str (base, "meet");
  bel_symbols_freeze (base);
  g_autoptr (BelSymbols) overlay = bel_symbols_new (base);
  ck_assert_uint_eq (bel_symbols_intern_str (overlay, "meet"), meet);
  BelSym other = bel_symbols_intern_str (overlay, "Musk");
  ck_assert_uint_ge (other, bel_symbols_count (base));
  ck_assert_uint_ne (bel_symbols_intern_lower (overlay, "MUSK", 4), other);
  ck_assert_str_eq (bel_symbols_text (overlay, other), "Musk");
  ck_assert_uint_eq (bel_symbols_find_str (overlay, "nobody"), BEL_NONE);
  for (int i = 0; i < 5000; i++) {
    char text[16];
    g_snprintf (text, sizeof text, "w%d", i);
    BelSym sym = bel_symbols_intern_str (overlay, text);
    ck_assert_uint_eq (bel_symbols_find_str (overlay, text), sym);
  }
}
END_TEST

START_TEST (map_returns_what_was_set)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelMap map;
  bel_map_init (&map, arena, 0);
  for (uint32_t i = 0; i < 10000; i++)
    bel_map_set (&map, bel_map_mix (i, 7), i);
  uint32_t value = 0;
  for (uint32_t i = 0; i < 10000; i++) {
    ck_assert (bel_map_get (&map, bel_map_mix (i, 7), &value));
    ck_assert_uint_eq (value, i);
  }
  ck_assert (!bel_map_get (&map, 12345, &value));
}
END_TEST

/* Small and large, newest and not: what was in a block is in it when it has grown. */
START_TEST (arena_blocks_grow_and_keep_what_was_in_them)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  static const size_t SIZES[] = { 8, 24, 5000, 70000, 200000, 3000000 };
  char *first = bel_arena_alloc (arena, 1), *second = bel_arena_alloc (arena, 1);
  *first = 'a';
  *second = 'b';
  size_t had = 1;
  for (size_t i = 0; i < G_N_ELEMENTS (SIZES); i++) {
    first = bel_arena_regrow (arena, first, had, SIZES[i]);
    second = bel_arena_regrow (arena, second, had, SIZES[i]);
    ck_assert_int_eq (first[had - 1], 'a');
    ck_assert_int_eq (second[had - 1], 'b');
    had = SIZES[i];
    memset (first, 'a', had);
    memset (second, 'b', had);
  }
  size_t n_kept = 0;
  for (size_t i = 0; i < had; i++)
    n_kept += first[i] == 'a' && second[i] == 'b';
  ck_assert_uint_eq (n_kept, had);
  ck_assert_uint_ge (bel_arena_used (arena), 2 * had);
  bel_arena_release (arena, first, had);
  bel_arena_release (arena, second, had);
  ck_assert_uint_lt (bel_arena_used (arena), had);
  char *clear = bel_arena_alloc0 (arena, had);
  ck_assert_int_eq (clear[0] | clear[had - 1], 0);
  bel_arena_reset (arena);
  ck_assert_uint_eq (bel_arena_used (arena), 0);
}
END_TEST

START_TEST (diagnostics_point_at_the_place)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  const char *text = "one\ntwo \033[31m three\n";
  bel_diags_add (diags, BEL_SEVERITY_ERROR, "test.code", "a.belie", text, (uint32_t) strlen (text), BEL_SPAN (8, 9),
                 "expected %s", "a name");
  g_autofree char *shown = bel_diag_format (bel_diags_get (diags, 0));
  ck_assert_str_eq (shown, "a.belie:2:5: error: expected a name [test.code]\n  two \\x1b[31m three\n      ^\n");
}
END_TEST

START_TEST (globs_match_as_git_does)
{
  static const struct {
    const char *pattern, *path;
    gboolean matches;
  } CASES[] = { { "*.txt", "a.txt", TRUE },
                { "*.txt", "x/y/a.txt", TRUE },
                { "*.txt", "a.txt.md", FALSE },
                { "/*.txt", "x/a.txt", FALSE },
                { "drafts", "x/drafts/a.md", TRUE },
                { "drafts/", "drafts/a.md", TRUE },
                { "x/*.md", "x/a.md", TRUE },
                { "x/*.md", "x/y/a.md", FALSE },
                { "x/**/a.md", "x/a.md", TRUE },
                { "x/**/a.md", "x/y/z/a.md", TRUE },
                { "x/**/a.md", "x/ya.md", FALSE },
                { "**/a.md", "a.md", TRUE },
                { "x/**", "x/y/a.md", TRUE },
                { "?.md", "a.md", TRUE },
                { "?.md", "ab.md", FALSE },
                { "[a-c].md", "b.md", TRUE },
                { "[!a-c].md", "b.md", FALSE },
                { "[!a-c].md", "d.md", TRUE },
                { "a*b*c*d*e*f", "aaaaaaaaaaaaaaaaaaaa", FALSE },
                { "drafts", "draftsmen/a.md", FALSE },
                { "", "a", FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    ck_assert_msg (bel_glob_match (CASES[i].pattern, CASES[i].path) == CASES[i].matches, "%s on %s", CASES[i].pattern,
                   CASES[i].path);
}
END_TEST

START_TEST (closest_is_what_was_meant_or_nothing)
{
  static const char *const NAMES[] = { "check", "claims", "parse", "polarity.denial" };
  static const struct {
    const char *word, *meant;
  } CASES[]
      = { { "chekc", "check" }, { "claim", "claims" }, { "prase", "parse" }, { "polarity.denail", "polarity.denial" },
          { "check", "check" }, { "x", NULL },         { "", NULL },         { "frobnicate", NULL },
          { "perse", "parse" } };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    ck_assert_pstr_eq (bel_closest (CASES[i].word, NAMES, G_N_ELEMENTS (NAMES)), CASES[i].meant);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("base");
  TCase *tc = tcase_create ("base");
  tcase_add_loop_test (tc, linemap_counts_every_kind_of_line_end, 0, 5);
  tcase_add_test (tc, symbols_of_the_base_keep_their_number);
  tcase_add_test (tc, map_returns_what_was_set);
  tcase_add_test (tc, arena_blocks_grow_and_keep_what_was_in_them);
  tcase_add_test (tc, diagnostics_point_at_the_place);
  tcase_add_test (tc, globs_match_as_git_does);
  tcase_add_test (tc, closest_is_what_was_meant_or_nothing);
  suite_add_tcase (suite, tc);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
