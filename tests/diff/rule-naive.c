/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Compiled claim rules against the naive matcher, on random patterns and random trees: both must find the same. */
#include "naive.h"

#include "../unit/trees.h"
#include "rule/claim-rule.h"
#include "rule/parse.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_CASES 10
#define SEEDS_A_CASE 60
#define RULES_A_SEED 5
#define SENTENCES_A_SEED 40

static const char *const WORDS[] = { "say", "rain", "fall", "man", "call", "off", "up" };
static const char *const LABELS[] = { "nsubj", "obj", "obl", "conj", "nsubj:pass", "advmod" };
static const char *const TAGS[] = { "NOUN", "VERB", "ADV" };

#define PICK(random, array) (array)[g_rand_int_range ((random), 0, G_N_ELEMENTS (array))]

/* -- random rules ------------------------------------------------------------------------------------- */

static void
add_condition (GRand *random, GString *out)
{
  switch (g_rand_int_range (random, 0, 8)) {
  case 0:
    g_string_append_printf (out, " [ lemma = %s ]", PICK (random, WORDS));
    break;
  case 1:
    g_string_append_printf (out, " [ pos != %s & lemma in ( %s, %s ) ]", PICK (random, TAGS), PICK (random, WORDS),
                            PICK (random, WORDS));
    break;
  case 2:
    g_string_append_printf (out, " [ !(lower = %s | pos = %s) ]", PICK (random, WORDS), PICK (random, TAGS));
    break;
  case 3:
    g_string_append (out, g_rand_boolean (random) ? " [ lemma in some ]" : " [ root ]");
    break;
  default:
    break;
  }
}

static void
add_arc (GRand *random, GString *out)
{
  static const char *const ARCS[] = { " >", " >", " >", " <", " >>", " <<" };
  int order = g_rand_int_range (random, 0, 12);
  if (order < 2) {
    g_string_append (out, order ? " .." : " .");
    return;
  }
  g_string_append (out, PICK (random, ARCS));
  switch (g_rand_int_range (random, 0, 4)) {
  case 0:
    g_string_append_c (out, '*');
    break;
  case 1:
    g_string_append_printf (out, "%s|%s", PICK (random, LABELS), PICK (random, LABELS));
    break;
  case 2:
    g_string_append (out, "nsubj*");
    break;
  default:
    g_string_append (out, PICK (random, LABELS));
  }
}

static void
add_statement (GRand *random, GString *out, int n_names, bool negated)
{
  g_string_append_printf (out, "%s%c", negated ? " not " : " ", 'A' + g_rand_int_range (random, 0, n_names));
  if (!negated)
    add_condition (random, out);
  int n_arcs = g_rand_int_range (random, 1, 3);
  for (int i = 0; i < n_arcs; i++) {
    add_arc (random, out);
    if (g_rand_int_range (random, 0, 3))
      g_string_append_printf (out, " %c", negated ? 'X' + i : 'A' + g_rand_int_range (random, 0, n_names));
    add_condition (random, out);
  }
  g_string_append_c (out, ';');
}

static void
add_rule (GRand *random, GString *out, int index)
{
  int n_names = g_rand_int_range (random, 2, 4);
  g_string_append_printf (out, "claim r.r%d { doc \"d\"; match { A;", index);
  int n = g_rand_int_range (random, 1, 4);
  for (int i = 0; i < n; i++)
    add_statement (random, out, n_names, false);
  if (g_rand_boolean (random))
    add_statement (random, out, n_names, true);
  if (g_rand_boolean (random))
    g_string_append_printf (out, " A >%s? O;", PICK (random, LABELS));
  if (g_rand_int_range (random, 0, 4) == 0)
    g_string_append_printf (out, " A >>? P [ lemma = %s ];", PICK (random, WORDS));
  g_string_append (out, " } yield { x = A.head; } test { \"a\" => { x \"a\"; } \"b\" => none; } }\n");
}

/* A rule that is refused (a node with no arc to it, say) is thrown away. */
static char *
random_rules (GRand *random)
{
  static const char LEXICON[]
      = "lexicon some { doc \"d\"; man, \"call off\", \"call up\"; test { has \"man\"; lacks \"x\"; } }\n";
  g_autoptr (GString) all = g_string_new (LEXICON);
  for (int i = 0; i < RULES_A_SEED;) {
    g_autoptr (GString) rule = g_string_new (LEXICON);
    g_autoptr (BelDiags) diags = bel_diags_new ();
    add_rule (random, rule, i);
    g_autoptr (BelProgram) program = bel_program_load_text ("r", rule->str, rule->len, NULL, diags, NULL);
    if (!program)
      continue;
    g_string_append (all, rule->str + strlen (LEXICON));
    i++;
  }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* -- random trees -------------------------------------------------------------------------------------- */

static void
add_sentence (GRand *random, GString *out)
{
  int n = g_rand_int_range (random, 2, 8), order[8];
  for (int i = 0; i < n; i++)
    order[i] = i;
  for (int i = n - 1; i > 0; i--) {
    int j = g_rand_int_range (random, 0, i + 1), keep = order[i];
    order[i] = order[j];
    order[j] = keep;
  }
  int heads[8];
  heads[order[0]] = 0;
  for (int i = 1; i < n; i++)
    heads[order[i]] = order[g_rand_int_range (random, 0, i)] + 1;
  for (int i = 0; i < n; i++) {
    const char *word = PICK (random, WORDS);
    g_string_append_printf (out, "%s%s/%s/%s/%d/%s", i ? " " : "", word, word, PICK (random, TAGS), heads[i],
                            heads[i] ? PICK (random, LABELS) : "root");
  }
}

static char *
random_trees (GRand *random)
{
  GString *out = g_string_new (NULL);
  for (int i = 0; i < SENTENCES_A_SEED; i++) {
    if (i)
      g_string_append_c (out, '\n');
    add_sentence (random, out);
  }
  return g_string_free (out, FALSE);
}

/* -- both ways ------------------------------------------------------------------------------------------ */

static void
add_match (const BelRuleMatch *match, void *data)
{
  GString *line = g_string_new (match->name);
  for (uint32_t i = 0; i < match->n_nodes; i++) {
    if (match->nodes[i] == BEL_NONE)
      g_string_append (line, " -");
    else
      g_string_append_printf (line, " %u", match->nodes[i]);
  }
  g_ptr_array_add (data, g_string_free (line, FALSE));
}

static gint
order_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sorted (GPtrArray *lines)
{
  GString *out = g_string_new (NULL);
  g_ptr_array_sort (lines, order_lines);
  for (guint i = 0; i < lines->len; i++)
    if (!i || strcmp (lines->pdata[i], lines->pdata[i - 1]) != 0)
      g_string_append_printf (out, "%s\n", (const char *) lines->pdata[i]);
  return g_string_free (out, FALSE);
}

static char *
naive_way (const BelProgram *program, const BelDocument *document, const char *rules)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  BelAstFile file = { "r", rules, (uint32_t) strlen (rules) };
  BelAstBlocks blocks = { 0 };
  bel_parse_file (&file, arena, diags, &blocks);
  for (uint32_t i = 0; i < blocks.n; i++)
    if (blocks.items[i]->kind == BEL_RULE_CLAIM)
      bel_naive_match (program, document, blocks.items[i], lines);
  return sorted (lines);
}

/* Returns: how many matches both found. */
static uint32_t
compare (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *rules = random_rules (random), *trees = random_trees (random);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelProgram) program = bel_program_load_text ("r", rules, strlen (rules), NULL, diags, NULL);
  ck_assert_ptr_nonnull (program);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), trees);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  ck_assert (bel_program_match (program, document, add_match, lines));
  g_autofree char *compiled = sorted (lines), *naive = naive_way (program, document, rules);
  if (strcmp (compiled, naive) != 0) {
    fprintf (stderr, "%s\n%s\ncompiled:\n%s\nnaive:\n%s", rules, trees, compiled, naive);
    ck_abort_msg ("seed %u: the two ways differ", seed);
  }
  uint32_t n = 0;
  for (const char *c = naive; *c; c++)
    n += *c == '\n';
  return n;
}

START_TEST (both_ways_agree)
{
  uint32_t n_found = 0;
  for (guint32 i = 0; i < SEEDS_A_CASE; i++)
    n_found += compare ((guint32) _i * SEEDS_A_CASE + i);
  ck_assert_uint_gt (n_found, 100); /* agreement on nothing would prove nothing */
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rule-naive");
  TCase *tc = tcase_create ("rule-naive");
  tcase_set_timeout (tc, 60);
  tcase_add_loop_test (tc, both_ways_agree, 0, N_CASES);
  suite_add_tcase (suite, tc);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
