/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict-tests.h"
#include "conflict/conflict.h"
#include "conflict/group.h"
#include "conflict/name.h"

#include <stdlib.h>

/* -- the join against all pairs ------------------------------------------------------------------------ */

#define N_ITEMS 600u
#define N_ROWS 1500u

static BelKeyRow rows[N_ROWS];

/* Few keys with many rows, many with few, as names in news are; a fixed seed. */
static void
make_rows (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (uint32_t i = 0; i < N_ROWS; i++) {
    double u = g_rand_double_range (rand, 0.001, 1);
    rows[i] = (BelKeyRow){ (uint64_t) (1 / u), (uint32_t) g_rand_int_range (rand, 0, N_ITEMS) };
  }
}

static void
mark (bool *pairs, uint32_t a, uint32_t b)
{
  pairs[a * N_ITEMS + b] = pairs[b * N_ITEMS + a] = true;
}

START_TEST (groups_join_what_all_pairs_join)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  g_autofree bool *naive = g_new0 (bool, N_ITEMS *N_ITEMS), *joined = g_new0 (bool, N_ITEMS *N_ITEMS);
  make_rows (17 + (guint32) _i);
  for (uint32_t i = 0; i < N_ROWS; i++)
    for (uint32_t j = i + 1; j < N_ROWS; j++)
      if (rows[i].key == rows[j].key)
        mark (naive, rows[i].item, rows[j].item);
  BelGroups groups = bel_groups_build (arena, rows, N_ROWS, false);
  for (uint32_t g = 0; g < groups.n; g++)
    for (uint32_t i = groups.starts[g]; i < groups.starts[g + 1]; i++)
      for (uint32_t j = i + 1; j < groups.starts[g + 1]; j++)
        mark (joined, groups.items[i], groups.items[j]);
  uint32_t n_naive = 0, n_found = 0;
  for (uint32_t k = 0; k < N_ITEMS * N_ITEMS; k++) {
    n_naive += naive[k];
    n_found += naive[k] && joined[k];
    ck_assert_msg (!joined[k] || naive[k], "a pair without a common key");
  }
  ck_assert_uint_gt (n_naive, 0);
  ck_assert_uint_eq (n_found, n_naive);
}
END_TEST

START_TEST (groups_keep_singles_when_asked)
{
  static const BelKeyRow ROWS[] = { { 7, 0 }, { 9, 1 }, { 7, 2 } };
  g_autoptr (BelArena) arena = bel_arena_new ();
  ck_assert_uint_eq (bel_groups_build (arena, ROWS, G_N_ELEMENTS (ROWS), false).n, 1);
  ck_assert_uint_eq (bel_groups_build (arena, ROWS, G_N_ELEMENTS (ROWS), true).n, 2);
  ck_assert_uint_eq (bel_groups_build (arena, ROWS, 0, true).n, 0);
}
END_TEST

START_TEST (clusters_count_equal_values_and_what_is_left)
{
  static const uint64_t VALUES[] = { 5, 5, 8, 5, 9 };
  static const uint32_t ITEMS[] = { 0, 1, 2, 3, 4 };
  BelCluster clusters[2];
  uint32_t left;
  ck_assert_uint_eq (bel_group_cluster (ITEMS, 5, VALUES, clusters, 2, &left), 2);
  ck_assert_uint_eq (clusters[0].n, 3);
  ck_assert_uint_eq (clusters[1].n, 1);
  ck_assert_uint_eq (left, 1);
}
END_TEST

/* -- names ------------------------------------------------------------------------------------------------- */

static const struct {
  const char *a, *b;
  unsigned distance;
} DISTANCES[] = {
  { "harlan", "harlan", 0 }, { "harlan", "harland", 1 }, { "harlan", "halran", 1 }, { "harlan", "herlan", 1 },
  { "harlan", "helran", 2 }, { "harlan", "voss", 3 },    { "", "ab", 2 },
};

START_TEST (edits_are_counted)
{
  ck_assert_uint_eq (bel_edit_distance (DISTANCES[_i].a, DISTANCES[_i].b, 3), DISTANCES[_i].distance);
  ck_assert_uint_eq (bel_edit_distance (DISTANCES[_i].b, DISTANCES[_i].a, 3), DISTANCES[_i].distance);
}
END_TEST

static const struct {
  BelName a, b;
  bool one; /* may be one bearer */
} NAMES[] = {
  { { { "marta", "quill" }, 2, false }, { { "quill" }, 1, false }, true },
  { { { "marta", "quill" }, 2, false }, { { "marta", "jane", "quill" }, 3, false }, true },
  { { { "marta", "quill" }, 2, false }, { { "peter", "quill" }, 2, false }, false },
  { { { "who" }, 1, true }, { { "world", "health", "organization" }, 3, false }, true },
  { { { "who" }, 1, false }, { { "world", "health", "organization" }, 3, false }, false },
  { { { "marta", "lindqvist" }, 2, false }, { { "marta", "lindqvst" }, 2, false }, true },
  { { { "marta", "lindqvist" }, 2, false }, { { "olaf", "lindqvst" }, 2, false }, false },
};

START_TEST (names_of_one_bearer)
{
  ck_assert_int_eq (bel_name_compare (&NAMES[_i].a, &NAMES[_i].b) > 0, NAMES[_i].one);
  ck_assert_int_eq (bel_name_compare (&NAMES[_i].b, &NAMES[_i].a) > 0, NAMES[_i].one);
}
END_TEST

START_TEST (classes_have_the_contract_s_severities)
{
  ck_assert_int_eq (bel_conflict_class_severity (BEL_CLASS_SELF_CONTRADICTION), BEL_SEVERITY_ERROR);
  ck_assert_int_eq (bel_conflict_class_severity (BEL_CLASS_UNDISCLOSED), BEL_SEVERITY_WARNING);
  ck_assert_int_eq (bel_conflict_class_severity (BEL_CLASS_DISPUTE), BEL_SEVERITY_NOTE);
  ck_assert_int_eq (bel_conflict_class_severity (BEL_CLASS_ARCHIVE), BEL_SEVERITY_WARNING);
  ck_assert_int_eq (bel_conflict_class_severity (BEL_CLASS_SUPERSEDED), BEL_SEVERITY_NOTE);
  ck_assert_str_eq (bel_conflict_class_name (BEL_CLASS_UNDISCLOSED), "undisclosed-dispute");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("conflict");
  TCase *tcase = tcase_create ("conflict");
  tcase_add_loop_test (tcase, groups_join_what_all_pairs_join, 0, 8);
  tcase_add_test (tcase, groups_keep_singles_when_asked);
  tcase_add_test (tcase, clusters_count_equal_values_and_what_is_left);
  tcase_add_loop_test (tcase, edits_are_counted, 0, G_N_ELEMENTS (DISTANCES));
  tcase_add_loop_test (tcase, names_of_one_bearer, 0, G_N_ELEMENTS (NAMES));
  tcase_add_test (tcase, classes_have_the_contract_s_severities);
  suite_add_tcase (suite, tcase);
  suite_add_tcase (suite, conflict_pair_tests ());
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int n_failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return n_failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
