/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Normal forms out of given trees. */
#include "test-claim.h"

static const struct {
  const char *tree, *normal;
} ROWS[] = {
  /* voice */
  { "Ann/NNP/2/nsubj saw:see/VBD/0/root Bob/NNP/2/obj", "see(subject=ann, object=bob)" },
  { "Bob/NNP/3/nsubj:pass was:be/VBD/3/aux:pass seen:see/VBN/0/root by/IN/5/case Ann/NNP/3/obl:agent",
    "see(object=bob, subject=ann)" },
  { "Bob/NNP/3/nsubj:pass was:be/VBD/3/aux:pass seen:see/VBN/0/root on/IN/5/case Friday/NNP/3/obl",
    "see(object=bob, time=friday)" },
  /* a class for all its forms, the parties sorted */
  { "Zoe/NNP/2/nsubj met:meet/VBD/0/root Ann/NNP/2/obj", "meet(subject=ann, object=zoe)" },
  { "Ann/NNP/2/nsubj met:meet/VBD/0/root with/IN/4/case Zoe/NNP/2/obl", "meet(subject=ann, object=zoe)" },
  { "Zoe/NNP/2/nsubj held:hold/VBD/0/root talks:talk/NNS/2/obj with/IN/5/case Ann/NNP/3/nmod",
    "meet(subject=ann, object=zoe)" },
  { "Zoe/NNP/4/nsubj and/CC/3/cc Ann/NNP/1/conj met:meet/VBD/0/root", "meet(subject=ann, object=zoe)" },
  { "Zoe/NNP/2/nsubj saw:see/VBD/0/root talks:talk/NNS/2/obj with/IN/5/case Ann/NNP/3/nmod",
    "see(subject=zoe, object=talk); meet(subject=ann)" },
  /* converses */
  { "Ann/NNP/2/nsubj sold:sell/VBD/0/root it/PRP/2/obj to/IN/5/case Bob/NNP/2/obl",
    "buy(from=ann, object=it, subject=bob)" },
  { "Bob/NNP/2/nsubj bought:buy/VBD/0/root it/PRP/2/obj from/IN/5/case Ann/NNP/2/obl",
    "buy(subject=bob, object=it, from=ann)" },
  /* nominalization */
  { "The/DT/2/det killing/NN/7/nsubj of/IN/4/case Ann/NNP/2/nmod by/IN/6/case rebels:rebel/NNS/2/nmod "
    "stopped:stop/VBD/0/root",
    "kill(object=ann, subject=rebel); stop(subject=killing)" },
  /* polarity */
  { "Ann/NNP/4/nsubj did:do/VBD/4/aux not/RB/4/advmod see/VB/0/root Bob/NNP/4/obj",
    "not see(subject=ann, object=bob)" },
  { "No/DT/2/det one/NN/3/nsubj saw:see/VBD/0/root Bob/NNP/3/obj", "not see(subject=one, object=bob)" },
  { "Ann/NNP/4/nsubj neither/CC/4/cc:preconj has:have/VBZ/4/aux seen:see/VBN/0/root nor/CC/6/cc heard:hear/VBN/4/conj "
    "Bob/NNP/6/obj",
    "not see(subject=ann, object=bob); not hear(subject=ann, object=bob)" },
  /* modality */
  { "Ann/NNP/3/nsubj may/MD/3/aux see/VB/0/root Bob/NNP/3/obj", "see(subject=ann, object=bob) possibility" },
  { "Ann/NNP/3/nsubj will/MD/3/aux see/VB/0/root Bob/NNP/3/obj", "see(subject=ann, object=bob) future" },
  { "Ann/NNP/2/nsubj seems:seem/VBZ/0/root to/TO/4/mark see/VB/2/xcomp Bob/NNP/4/obj",
    "see(subject=ann, object=bob) possibility" },
  { "Ann/NNP/2/nsubj began:begin/VBD/0/root to/TO/4/mark see/VB/2/xcomp Bob/NNP/4/obj",
    "see(subject=ann, object=bob)" },
  /* control */
  { "Ann/NNP/2/nsubj urged:urge/VBD/0/root Bob/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp",
    "urge(subject=ann, object=bob, complement=leave); leave(subject=bob) intention" },
  { "Ann/NNP/2/nsubj promised:promise/VBD/0/root Bob/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp",
    "leave(subject=ann, object=bob)" },
  /* a compound makes another key, an adjective does not */
  { "The/DT/3/det peace/NN/3/compound deal/NN/4/nsubj failed:fail/VBD/0/root", "fail(subject=peace deal)" },
  { "The/DT/3/det new/JJ/3/amod deal/NN/4/nsubj failed:fail/VBD/0/root", "fail(subject=deal)" },
};

START_TEST (normal_form)
{
  g_autoptr (BelProgram) program = bel_test_rules ();
  g_autoptr (BelDocument) document = bel_test_document (program, ROWS[_i].tree);
  g_autofree char *got = bel_test_normal (document, program);
  ck_assert_str_eq (got, ROWS[_i].normal);
}
END_TEST

void
claim_normal_tests (Suite *suite)
{
  TCase *tests = tcase_create ("normal form");
  tcase_add_loop_test (tests, normal_form, 0, G_N_ELEMENTS (ROWS));
  suite_add_tcase (suite, tests);
}
