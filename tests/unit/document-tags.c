/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/document.h"

#include "test-document.h"

START_TEST (features_survive_writing_and_reading)
{
  static const char *const CASES[] = {
    "_",
    "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    ("Abbr=Yes|Definite=Ind|Degree=Sup|ExtPos=VERB|Foreign=Yes|NumForm=Word|NumType=Ord|Polarity=Neg|Poss=Yes|"
     "PronType=Tot|Reflex=Yes|Style=Vrnc|Typo=Yes|VerbForm=Part|Voice=Pass"),
  };
  g_autoptr (GString) out = g_string_new (NULL);
  bel_feats_format (bel_feats_parse (CASES[_i]), out);
  ck_assert_str_eq (out->str, CASES[_i]);
}
END_TEST

START_TEST (each_feature_keeps_to_its_bits)
{
  for (BelFeat f = 0; f < BEL_N_FEATS; f++) {
    unsigned most = (1u << BEL_FEAT_BITS[f]) - 1;
    BelFeats all = bel_feats_set (0, f, most);
    for (BelFeat other = 0; other < BEL_N_FEATS; other++)
      ck_assert_uint_eq (bel_feats_get (all, other), other == f ? most : 0);
    ck_assert_uint_eq (bel_feats_set (~(BelFeats) 0, f, 0) | all, ~(BelFeats) 0);
  }
}
END_TEST

/* "b c" hangs under d, a and e hang crosswise: a ← d, c ← e; the ranges say the least cover. */
START_TEST (subtree_ranges_cover_trees_that_cross)
{
  static const uint32_t HEADS[] = { 3, 3, 4, BEL_NONE, 3, 2 };
  static const uint32_t RANGES[][2] = { { 0, 0 }, { 1, 1 }, { 2, 5 }, { 0, 5 }, { 2, 5 }, { 5, 5 } };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abcdef", 6);
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  bel_document_alloc_tokens (document, G_N_ELEMENTS (HEADS));
  memcpy (document->tokens.head, HEADS, sizeof HEADS);
  bel_document_index_children (document);
  for (uint32_t t = 0; t < G_N_ELEMENTS (HEADS); t++) {
    uint32_t first, last;
    bel_subtree_range (document, t, &first, &last);
    ck_assert_uint_eq (first, RANGES[t][0]);
    ck_assert_uint_eq (last, RANGES[t][1]);
  }
}
END_TEST

void
bel_test_document_tags (Suite *suite)
{
  TCase *tc = tcase_create ("tags");
  tcase_add_loop_test (tc, features_survive_writing_and_reading, 0, 4);
  tcase_add_test (tc, each_feature_keeps_to_its_bits);
  tcase_add_test (tc, subtree_ranges_cover_trees_that_cross);
  suite_add_tcase (suite, tc);
}
