/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Tests that are parsed when asked for, what forms leave to others, and what is measured. */
#include "rule/predicate.h"
#include "test-rule.h"
#include "trees.h"

#include <string.h>

static const char *RULES
    = "lexicon value-weekday { doc \"Days.\"; monday, friday; test { has \"monday\"; lacks \"may\"; } }\n"
      "predicate hire {\n"
      "  doc \"Someone is given work.\";\n"
      "  verb \"hire\", \"take on\";\n"
      "  test {\n"
      "    same \"A hired B.\" \"A took on B.\";\n"
      "    differ \"A hired B.\" \"B hired A.\";\n"
      "  }\n"
      "}\n"
      "predicate strip-title {\n"
      "  doc \"Someone loses a title.\";\n"
      "  verb \"strip of title\", \"withdraw bid for\", \"concede goal\"; adj \"unpaid\";\n"
      "  test { same \"A\" \"B\"; # a remark\n"
      "    differ \"A said \\\"no\\\".\" \"B\"; }\n"
      "  test { same \"C\" \"D\"; }\n"
      "}\n"
      "predicate win {\n"
      "  doc \"Someone is first.\";\n"
      "  verb \"win\";\n"
      "  test { same \"E\" \"F\"; differ \"G\" \"H\"; }\n"
      "  opposite strip-title;\n"
      "  test { differ \"I\" \"J\"; }\n"
      "}\n";

/* Blocks in the order of their names, and all their tests in the order of the file. */
static const struct {
  const char *name;
  uint32_t n, line1;
  const char *first, *last;
} TESTS[] = {
  { "hire", 2, 6, "A hired B.", "B hired A." },
  { "strip-title", 3, 13, "A", "D" },
  { "win", 3, 20, "E", "J" },
};

START_TEST (tests_are_there_when_asked_for)
{
  g_autoptr (BelProgram) program = bel_test_program (RULES);
  const BelRuleInfo *info = bel_program_find_rule (program, BEL_RULE_PREDICATE, TESTS[_i].name);
  ck_assert_ptr_nonnull (info);
  uint32_t n, again;
  const BelRuleTest *tests = bel_program_rule_tests (program, info, &n);
  ck_assert_uint_eq (n, TESTS[_i].n);
  ck_assert_uint_eq (tests[0].line1, TESTS[_i].line1);
  ck_assert_int_eq (tests[0].kind, BEL_TEST_SAME);
  ck_assert_str_eq (tests[0].texts[0], TESTS[_i].first);
  ck_assert_str_eq (tests[n - 1].texts[1], TESTS[_i].last);
  ck_assert_ptr_eq (bel_program_rule_tests (program, info, &again), tests);
  ck_assert_uint_eq (again, n);
}
END_TEST

START_TEST (escapes_are_undone_in_tests)
{
  g_autoptr (BelProgram) program = bel_test_program (RULES);
  uint32_t n;
  const BelRuleInfo *info = bel_program_find_rule (program, BEL_RULE_PREDICATE, "strip-title");
  const BelRuleTest *tests = bel_program_rule_tests (program, info, &n);
  ck_assert_str_eq (tests[1].texts[0], "A said \"no\".");
  ck_assert_int_eq (tests[1].kind, BEL_TEST_DIFFER);
}
END_TEST

/* What is looked through only must be as right as what is parsed. */
static const struct {
  const char *tests, *code;
} BROKEN[] = {
  { "test { same \"A\" \"B\" differ \"A\" \"B\"; }", "rule.syntax" },
  { "test { same \"A\" \"B\"; differ \"A\"; }", "rule.syntax" },
  { "test { same \"A\" \"B; differ \"A\" \"B\"; }", "rule.syntax" },
  { "test { same \"A\" \"B\"; differ \"A\" \"B\";", "rule.syntax" },
  { "test { sane \"A\" \"B\"; differ \"A\" \"B\"; }", "rule.syntax" },
  { "test { same \"A\" \"B\"; }", "rule.no-test" },
  { "test { differ \"A\" \"B\"; }", "rule.no-test" },
  { "test { }", "rule.no-test" },
};

START_TEST (broken_tests_are_refused)
{
  g_autofree char *text = g_strdup_printf ("predicate a { doc \"d\"; verb \"go\"; %s }\n", BROKEN[_i].tests);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (bel_program_load_text ("t", text, strlen (text), NULL, diags, &error));
  ck_assert_uint_gt (bel_diags_count (diags), 0);
  ck_assert_str_eq (bel_diags_get (diags, 0)->code, BROKEN[_i].code);
}
END_TEST

/* Which predicate is said at a word, and by whom of whom. */
static const struct {
  const char *tree;
  uint32_t token;
  const char *predicate; /* NULL: none */
  const char *role;      /* of the first argument that is not the subject; NULL: there is none */
} SAID[] = {
  { "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root on/on/ADP/2/compound:prt men/man/NOUN/2/obj", 1, "hire", "object" },
  { "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root on/on/ADP/4/case men/man/NOUN/2/obl", 1, "hire", "object" },
  /* the preposition of a date, or behind an object, is no part of the verb */
  { "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root on/on/ADP/4/case Monday/Monday/PROPN/2/obl", 1, NULL, NULL },
  { "Ann/Ann/PROPN/2/nsubj took/take/VERB/0/root power/power/NOUN/2/obj on/on/ADP/5/case hills/hill/NOUN/2/obl", 1,
    NULL, NULL },
  /* what the parser hangs on the object */
  { "They/they/PRON/2/nsubj stripped/strip/VERB/0/root Ann/Ann/PROPN/2/obj of/of/ADP/6/case the/the/DET/6/det "
    "title/title/NOUN/3/nmod",
    1, "strip-title", "object" },
  { "They/they/PRON/2/nsubj stripped/strip/VERB/0/root Ann/Ann/PROPN/2/obj of/of/ADP/5/case power/power/NOUN/3/nmod", 1,
    NULL, NULL },
  { "They/they/PRON/2/nsubj stripped/strip/VERB/0/root wires/wire/NOUN/2/obj of/of/ADP/5/case "
    "copper/copper/NOUN/3/nmod",
    1, NULL, NULL },
  { "Acme/Acme/PROPN/2/nsubj conceded/concede/VERB/0/root parts/part/NOUN/2/obj of/of/ADP/6/case the/the/DET/6/det "
    "goal/goal/NOUN/3/nmod",
    1, NULL, NULL },
  /* "its" is nobody new */
  { "Acme/Acme/PROPN/2/nsubj withdrew/withdraw/VERB/0/root its/its/PRON/4/nmod:poss bid/bid/NOUN/2/obj "
    "for/for/ADP/6/case "
    "Bolt/Bolt/PROPN/4/nmod",
    1, "strip-title", "object" },
  /* what is counted is a participant */
  { "Ann/Ann/PROPN/2/nsubj conceded/concede/VERB/0/root a/a/DET/4/det goal/goal/NOUN/2/obj", 1, "strip-title", NULL },
  { "Ann/Ann/PROPN/2/nsubj conceded/concede/VERB/0/root three/three/NUM/4/nummod goals/goal/NOUN/2/obj", 1, NULL,
    NULL },
  /* a state that is tagged as a passive */
  { "Bills/bill/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass unpaid/unpaid/ADJ/0/root", 2, "strip-title", NULL },
};

static const char *
other_role (const BelProgram *program, const BelPredicateMatch *match)
{
  for (uint32_t i = 0; i < match->n_args; i++) {
    const char *role = bel_symbols_text (bel_program_symbols (program), match->args[i].role);
    if (strcmp (role, "subject") != 0)
      return role;
  }
  return NULL;
}

START_TEST (forms_end_where_they_end)
{
  g_autoptr (BelProgram) program = bel_test_program (RULES);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), SAID[_i].tree);
  BelPredicateMatch match;
  uint32_t n = bel_predicates_at (program, document, SAID[_i].token, &match, 1);
  ck_assert_uint_eq (n, SAID[_i].predicate != NULL);
  if (n == 0)
    return;
  ck_assert_str_eq (bel_program_predicate (program, match.predicate)->name, SAID[_i].predicate);
  ck_assert_pstr_eq (other_role (program, &match), SAID[_i].role);
}
END_TEST

START_TEST (what_predicates_cost_is_counted)
{
  g_autoptr (BelProgram) program = bel_test_program (RULES);
  g_autoptr (BelDocument) document = bel_test_trees (
      bel_program_symbols (program), "Ann/Ann/PROPN/2/nsubj hired/hire/VERB/0/root "
                                     "Bo/Bo/PROPN/2/obj\nBo/Bo/PROPN/2/nsubj took/take/VERB/0/root tea/tea/NOUN/2/obj");
  BelRuleCost costs[3] = { 0 };
  uint64_t said[3] = { 0 };
  bel_predicates_profile (program, document, costs, said);
  uint32_t hire = bel_program_predicate_named (program, "hire")->id;
  ck_assert_uint_eq (costs[hire].candidates, 2);
  ck_assert_uint_eq (costs[hire].matches, 1);
  ck_assert_uint_eq (said[hire], 1);
  ck_assert_uint_eq (said[bel_program_predicate_named (program, "win")->id], 0);
}
END_TEST

void
rule_load_tests (Suite *suite)
{
  TCase *tc = tcase_create ("load");
  tcase_add_loop_test (tc, tests_are_there_when_asked_for, 0, G_N_ELEMENTS (TESTS));
  tcase_add_test (tc, escapes_are_undone_in_tests);
  tcase_add_loop_test (tc, broken_tests_are_refused, 0, G_N_ELEMENTS (BROKEN));
  tcase_add_loop_test (tc, forms_end_where_they_end, 0, G_N_ELEMENTS (SAID));
  tcase_add_test (tc, what_predicates_cost_is_counted);
  suite_add_tcase (suite, tc);
}
