/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Tuples out of given trees: one row a pattern of the clause, with its near twin after it. */
#include "test-claim.h"

static const struct {
  const char *tree, *tuples;
} ROWS[] = {
  /* subject, verb, object */
  { "The/DT/2/det storm/NN/3/nsubj destroyed:destroy/VBD/0/root the/DT/5/det harbour/NN/3/obj",
    "The storm | destroyed | the harbour" },
  { "The/DT/2/det storm/NN/3/nsubj passed:pass/VBD/0/root", "" },
  /* preposition in the relation, and what is optional after it */
  { "She/PRP/2/nsubj works:work/VBZ/0/root in/IN/4/case Rome/NNP/2/obl", "She | works in | Rome" },
  { "She/PRP/2/nsubj left:leave/VBD/0/root Rome/NNP/2/obj on/IN/5/case Friday/NNP/2/obl",
    "She | left | Rome | on Friday; She | left | Rome" },
  /* passive */
  { "He/PRP/3/nsubj:pass was:be/VBD/3/aux:pass seen:see/VBN/0/root by/IN/5/case Ann/NNP/3/obl:agent",
    "He | was seen by | Ann" },
  /* copula */
  { "He/PRP/4/nsubj is:be/VBZ/4/cop a/DT/4/det baker/NN/0/root", "He | is | a baker" },
  { "He/PRP/3/nsubj is:be/VBZ/3/cop proud/JJ/0/root of/IN/5/case Ann/NNP/3/obl", "He | is proud of | Ann" },
  { "It/PRP/4/nsubj is:be/VBZ/4/cop in/IN/4/case Rome/NNP/0/root", "It | is in | Rome" },
  { "There/EX/2/expl were:be/VBD/0/root two/CD/4/nummod fires:fire/NNS/2/nsubj", "There | were | two fires" },
  /* negation goes with the predicate */
  { "He/PRP/4/nsubj did:do/VBD/4/aux not/RB/4/advmod call/VB/0/root Ann/NNP/4/obj", "He | did not call | Ann" },
  /* a chain of verbs is one predicate; with an object it is two clauses */
  { "He/PRP/2/nsubj managed:manage/VBD/0/root to/TO/4/mark meet/VB/2/xcomp Ann/NNP/4/obj",
    "He | managed to meet | Ann" },
  { "He/PRP/2/nsubj urged:urge/VBD/0/root Ann/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp Rome/NNP/5/obj",
    "He | urged | Ann | to leave Rome; He | urged Ann to leave | Rome" },
  /* a clause said */
  { "He/PRP/2/nsubj said:say/VBD/0/root that/IN/5/mark it/PRP/5/nsubj failed:fail/VBD/2/ccomp",
    "He | said | that it failed" },
  /* relative clauses take their antecedent */
  { "Ann/NNP/5/nsubj who/WP/3/nsubj saw:see/VBD/1/acl:relcl Bob/NNP/3/obj fled:flee/VBD/0/root", "Ann | saw | Bob" },
  { "The/DT/2/det car/NN/0/root that/WDT/5/obj she/PRP/5/nsubj sold:sell/VBD/2/acl:relcl", "she | sold | The car" },
  { "The/DT/2/det car/NN/0/root she/PRP/4/nsubj sold:sell/VBD/2/acl:relcl", "she | sold | The car" },
  { "The/DT/2/det town/NN/0/root she/PRP/4/nsubj lives:live/VBZ/2/acl:relcl in/IN/4/obl", "she | lives in | The town" },
  /* a participle after its noun */
  { "A/DT/2/det man/NN/6/nsubj seen:see/VBN/2/acl by/IN/5/case Ann/NNP/3/obl:agent fled:flee/VBD/0/root",
    "A man | seen by | Ann" },
  /* conjuncts get tuples of their own; an object after both verbs is both verbs' */
  { "Ann/NNP/4/nsubj and/CC/3/cc Bob/NNP/1/conj saw:see/VBD/0/root Eve/NNP/4/obj", "Ann | saw | Eve; Bob | saw | Eve" },
  { "He/PRP/2/nsubj saw:see/VBD/0/root Ann/NNP/2/obj and/CC/5/cc Bob/NNP/3/conj", "He | saw | Ann; He | saw | Bob" },
  { "He/PRP/2/nsubj drafted:draft/VBD/0/root and/CC/4/cc signed:sign/VBD/2/conj it/PRP/4/obj",
    "He | drafted | it; He | signed | it" },
  { "He/PRP/2/nsubj slept:sleep/VBD/0/root ,/,/5/punct then/RB/5/advmod signed:sign/VBD/2/conj it/PRP/5/obj",
    "He | then signed | it" },
  { "Ann/NNP/5/nsubj and/CC/3/cc Bob/NNP/1/conj are:be/VBP/5/cop partners:partner/NNS/0/root",
    "Ann and Bob | are | partners" },
  /* apposition; title */
  { "Ann/NNP/6/nsubj ,/,/4/punct a/DT/4/det nurse/NN/1/appos ,/,/4/punct slept:sleep/VBD/0/root",
    "Ann | is | a nurse" },
  { "Chancellor/NNP/2/nmod:desc Berg/NNP/3/nsubj slept:sleep/VBD/0/root", "Berg | is | Chancellor" },
  /* twins tell the preposition of a noun */
  { "He/PRP/2/nsubj saw:see/VBD/0/root the/DT/4/det king/NN/2/obj of/IN/6/case Spain/NNP/4/nmod",
    "He | saw | the king of Spain; He | saw the king of | Spain" },
};

START_TEST (tuples)
{
  g_autoptr (BelProgram) program = bel_test_rules ();
  g_autoptr (BelDocument) document = bel_test_document (program, ROWS[_i].tree);
  g_autofree char *got = bel_test_tuples (document, program);
  ck_assert_str_eq (got, ROWS[_i].tuples);
}
END_TEST

/* Every slot has a span inside the sentence, and every claim one that covers its slots. */
START_TEST (spans)
{
  g_autoptr (BelProgram) program = bel_test_rules ();
  g_autoptr (BelDocument) document = bel_test_document (program, ROWS[_i].tree);
  BelClaimContext context = { .program = program };
  BelClaims *claims = bel_arena_new_struct (document->arena, BelClaims);
  claims->document = document;
  bel_clauses_build (&context, claims);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *c = &claims->claims.items[i];
    ck_assert (!bel_span_is_empty (c->span) && c->span.end <= document->n_text);
    ck_assert (!bel_span_is_empty (c->predicate));
    ck_assert (c->subject.head == BEL_NONE || bel_span_contains (c->span, c->subject.span));
    ck_assert (c->object.head == BEL_NONE || bel_span_contains (c->span, c->object.span));
    ck_assert (c->confidence > 0 && c->confidence < 1);
  }
}
END_TEST

/* A tree that is a chain of a thousand relative clauses is read in bounded steps. */
START_TEST (deep)
{
  GString *tree = g_string_new ("rain/NN/0/root");
  for (guint i = 1; i < 400; i += 2)
    g_string_append_printf (tree, " that/WDT/%u/nsubj fell:fall/VBD/%u/acl:relcl", i + 2, i);
  g_autoptr (BelProgram) program = bel_test_rules ();
  g_autoptr (BelDocument) document = bel_test_document (program, tree->str);
  g_autofree char *got = bel_test_normal (document, program);
  ck_assert (g_str_has_prefix (got, "fall("));
  g_string_free (tree, TRUE);
}
END_TEST

void
claim_clause_tests (Suite *suite)
{
  TCase *tests = tcase_create ("clauses");
  tcase_add_loop_test (tests, tuples, 0, G_N_ELEMENTS (ROWS));
  tcase_add_loop_test (tests, spans, 0, G_N_ELEMENTS (ROWS));
  tcase_add_test (tests, deep);
  suite_add_tcase (suite, tests);
}
