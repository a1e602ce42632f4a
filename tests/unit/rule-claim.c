/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Claim rules: what they yield, where they must stay silent, limits. */
#include "test-rule.h"

#include "base/limits.h"
#include "rule/claim-rule.h"
#include "trees.h"

#include <string.h>

static const char RULES[]
    = "lexicon report-verb { doc \"d\"; field stance ( assert | deny ) = assert; say; deny { stance = deny; }\n"
      "  test { has \"say\"; lacks \"x\"; } }\n"
      "claim a.that-clause { doc \"d\";\n"
      "  match { V [lemma in report-verb & pos = VERB]; V >nsubj S; V >ccomp C; not V >advmod [lemma = \"never\"]; V "
      ">obl? T; }\n"
      "  yield { voice = S.phrase; stance = V.stance; content = C.clause; to = T.phrase; kind = indirect; sure = 0.5; "
      "}\n"
      "  test { \"a\" => { stance deny; } \"b\" => none; } }\n"
      "claim b.shape { doc \"d\"; match { V [ form ~ /^den/i & tense = past & xpos != CD & name = none ]; V >* S; S . "
      "V; }\n"
      "  yield { word = S.head; all = V.span; } test { \"a\" => { word \"b\"; } \"b\" => none; } }\n";

static const struct {
  const char *trees;
  const char *expected; /* rule, then name=value for each yield, ';' between matches */
} CASES[] = {
  { "The/the/DET/2/det ministry/ministry/NOUN/3/nsubj denied/deny/VERB/0/root that/that/SCONJ/6/mark "
    "bridges/bridge/NOUN/6/nsubj closed/close/VERB/3/ccomp ././PUNCT/3/punct",
    "a.that-clause voice=The ministry stance=deny content=bridges closed to=- kind=indirect sure=0.5;"
    "b.shape word=ministry all=The ministry denied that bridges closed .;" },
  { "Ann/Ann/PROPN/2/nsubj says/say/VERB/0/root it/it/PRON/4/nsubj rains/rain/VERB/2/ccomp in/in/ADP/6/case "
    "May/May/PROPN/2/obl",
    "a.that-clause voice=Ann stance=assert content=it rains to=May kind=indirect sure=0.5;" },
  /* the near-twins */
  { "Ann/Ann/PROPN/3/nsubj never/never/ADV/3/advmod said/say/VERB/0/root it/it/PRON/5/nsubj rains/rain/VERB/3/ccomp",
    "" },
  { "Rain/rain/NOUN/2/nsubj fell/fall/VERB/0/root", "" },
  { "The/the/DET/2/det say/say/NOUN/3/nsubj means/mean/VERB/0/root it/it/PRON/5/nsubj rains/rain/VERB/3/ccomp", "" },
};

static void
add_yield (const BelDocument *document, const BelYield *yield, GString *out)
{
  g_string_append_printf (out, " %s=", yield->name);
  if (yield->kind == BEL_YIELD_NUMBER) {
    g_string_append_printf (out, "%g", yield->number);
  } else if (yield->kind != BEL_YIELD_NODE) {
    g_string_append (out, yield->text);
  } else if (yield->token == BEL_NONE) {
    g_string_append_c (out, '-');
  } else {
    BelSpan span = bel_part_span (document, yield->token, yield->part);
    g_string_append_len (out, bel_document_text (document, span), bel_span_length (span));
  }
}

typedef struct {
  const BelDocument *document;
  GString *out;
} Show;

static void
show (const BelRuleMatch *match, void *data)
{
  Show *s = data;
  g_string_append (s->out, match->name);
  for (uint32_t i = 0; i < match->n_yields; i++)
    add_yield (s->document, &match->yields[i], s->out);
  g_string_append_c (s->out, ';');
}

START_TEST (rules_yield_what_they_say)
{
  g_autoptr (BelProgram) program = bel_test_program (RULES);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), CASES[_i].trees);
  g_autoptr (GString) out = g_string_new (NULL);
  Show s = { document, out };
  ck_assert (bel_program_match (program, document, show, &s));
  ck_assert_str_eq (out->str, CASES[_i].expected);
}
END_TEST

static void
count (const BelRuleMatch *match, void *data)
{
  (void) match;
  ++*(uint32_t *) data;
}

/* A word with very many children, and a rule that pairs them all: cut short, and said so. */
START_TEST (too_many_matches_are_cut_and_said)
{
  g_autoptr (BelProgram) program
      = bel_test_program ("claim a.pairs { doc \"d\"; match { V [lemma = fall]; V >obj A; V >obj B; }\n"
                          "  yield { a = A.head; } test { \"a\" => { a \"b\"; } \"b\" => none; } }");
  g_autoptr (GString) trees = g_string_new ("fell/fall/VERB/0/root");
  for (int i = 0; i < 60; i++)
    g_string_append (trees, " man/man/NOUN/1/obj");
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), trees->str);
  uint32_t n = 0;
  ck_assert (!bel_program_match (program, document, count, &n));
  ck_assert_uint_eq (n, BEL_LIMIT_RULE_MATCHES);
}
END_TEST

START_TEST (a_slow_pattern_gives_up)
{
  /* every repetition can be split in many ways: PCRE2's limits end it, and it does not match */
  g_autoptr (BelProgram) program
      = bel_test_program ("claim a.slow { doc \"d\"; match { V [form ~ /^(([a-z])+.)+[A-Z]([a-z])+$/]; }\n"
                          "  yield { a = V.head; } test { \"a\" => { a \"b\"; } \"b\" => none; } }");
  g_autoptr (BelDocument) document
      = bel_test_trees (bel_program_symbols (program), "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/a/NOUN/0/root");
  uint32_t n = 0;
  ck_assert (bel_program_match (program, document, count, &n));
  ck_assert_uint_eq (n, 0);
}
END_TEST

START_TEST (a_rule_without_its_words_is_not_run)
{
  g_autoptr (BelProgram) program = bel_test_program (RULES);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), CASES[3].trees);
  BelRuleCost costs[2] = { 0 };
  ck_assert (bel_program_profile (program, document, costs));
  ck_assert_uint_eq (costs[bel_program_claim_rule_named (program, "a.that-clause")].candidates, 0);
  g_autoptr (BelDocument) other = bel_test_trees (bel_program_symbols (program), CASES[0].trees);
  ck_assert (bel_program_profile (program, other, costs));
  ck_assert_uint_eq (costs[bel_program_claim_rule_named (program, "a.that-clause")].candidates, 1);
  ck_assert_uint_eq (costs[bel_program_claim_rule_named (program, "a.that-clause")].matches, 1);
}
END_TEST

void
rule_claim_tests (Suite *suite)
{
  TCase *tc = tcase_create ("claim");
  tcase_add_loop_test (tc, rules_yield_what_they_say, 0, G_N_ELEMENTS (CASES));
  tcase_add_test (tc, too_many_matches_are_cut_and_said);
  tcase_add_test (tc, a_slow_pattern_gives_up);
  tcase_add_test (tc, a_rule_without_its_words_is_not_run);
  suite_add_tcase (suite, tc);
}
