/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/conllu.h"

#include "test-syntax.h"

/* One word with its tags, its lemma, and its features by themselves. */
static const struct {
  const char *form, *pos, *xpos, *lemma, *feats;
} WORDS[] = {
  { "went", "VERB", "VBD", "go", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin" },
  { "denied", "VERB", "VBD", "deny", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin" },
  { "stopped", "VERB", "VBN", "stop", "Tense=Past|VerbForm=Part|Voice=Pass" },
  { "hoped", "VERB", "VBD", "hope", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin" },
  { "fled", "VERB", "VBD", "flee", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin" },
  { "freed", "VERB", "VBN", "free", "Tense=Past|VerbForm=Part|Voice=Pass" },
  { "outspent", "VERB", "VBD", "outspend", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin" },
  { "sting", "VERB", "VBG", "sting", "Tense=Pres|VerbForm=Part" },
  { "negotiating", "VERB", "VBG", "negotiate", "Tense=Pres|VerbForm=Part" },
  { "lying", "VERB", "VBG", "lie", "Tense=Pres|VerbForm=Part" },
  { "says", "VERB", "VBZ", "say", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin" },
  { "parties", "NOUN", "NNS", "party", "Number=Plur" },
  { "women", "NOUN", "NNS", "woman", "Number=Plur" },
  { "crises", "NOUN", "NNS", "crisis", "Number=Plur" },
  { "buses", "NOUN", "NNS", "bus", "Number=Plur" },
  { "houses", "NOUN", "NNS", "house", "Number=Plur" },
  { "diabetes", "NOUN", "NNS", "diabetes", "Number=Plur" },
  { "amenities", "NOUN", "NNS", "amenity", "Number=Plur" },
  { "bus", "NOUN", "NN", "bus", "Number=Sing" },
  { "worse", "ADJ", "JJR", "bad", "Degree=Cmp" },
  { "tougher", "ADJ", "JJR", "tough", "Degree=Cmp" },
  { "biggest", "ADJ", "JJS", "big", "Degree=Sup" },
  { "n’t", "PART", "RB", "not", "Polarity=Neg" },
  { "She", "PRON", "PRP", "she", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs" },
  { "him", "PRON", "PRP", "he", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs" },
  { "I", "PRON", "PRP", "I", "Case=Nom|Number=Sing|Person=1|PronType=Prs" },
  { "their", "PRON", "PRP$", "their", "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs" },
  { "nobody", "PRON", "NN", "nobody", "Number=Sing|PronType=Neg" },
  { "The", "DET", "DT", "the", "Definite=Def|PronType=Art" },
  { "an", "DET", "DT", "a", "Definite=Ind|PronType=Art" },
  { "12,000", "NUM", "CD", "12000", "NumForm=Digit|NumType=Card" },
  { "twelve", "NUM", "CD", "twelve", "NumForm=Word|NumType=Card" },
  { "Texas", "PROPN", "NNP", "Texas", "Number=Sing" },
  { "Democrats", "PROPN", "NNPS", "Democrat", "Number=Plur" },
};

START_TEST (words_have_their_lemma_and_features)
{
  g_autoptr (BelModel) model = bel_test_model ();
  g_autofree char *line
      = g_strdup_printf ("1\t%s\t_\t%s\t%s\t_\t0\troot\t_\t_\n", WORDS[_i].form, WORDS[_i].pos, WORDS[_i].xpos);
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  ck_assert (bel_conllu_read (document, BEL_CONLLU_ALL, NULL));
  bel_syntax_names (model, document);
  ck_assert_str_eq (bel_symbols_text (document->symbols, document->tokens.lemma[0]), WORDS[_i].lemma);
  g_autoptr (GString) feats = g_string_new (NULL);
  bel_feats_format (document->tokens.feats[0], feats);
  ck_assert_str_eq (feats->str, WORDS[_i].feats);
}
END_TEST

#define T(id, form, pos, xpos, head, dep) id "\t" form "\t_\t" pos "\t" xpos "\t_\t" head "\t" dep "\t_\t_\n"

/* What the clause adds: feature @feat of word @word. */
static const struct {
  const char *name, *tree;
  uint32_t word;
  BelFeat feat;
  unsigned value;
} CLAUSES[] = {
  { "they were", T ("1", "They", "PRON", "PRP", "2", "nsubj") T ("2", "met", "VERB", "VBD", "0", "root"), 1,
    BEL_FEAT_NUMBER, BEL_NUMBER_PLUR },
  { "I met", T ("1", "I", "PRON", "PRP", "2", "nsubj") T ("2", "met", "VERB", "VBD", "0", "root"), 1, BEL_FEAT_PERSON,
    1 },
  { "was killed", T ("1", "was", "AUX", "VBD", "2", "aux:pass") T ("2", "killed", "VERB", "VBN", "0", "root"), 1,
    BEL_FEAT_VOICE, 1 },
  { "has killed", T ("1", "has", "AUX", "VBZ", "2", "aux") T ("2", "killed", "VERB", "VBN", "0", "root"), 1,
    BEL_FEAT_VOICE, 0 },
  { "imperative", T ("1", "Leave", "VERB", "VB", "0", "root") T ("2", "it", "PRON", "PRP", "1", "obj"), 0,
    BEL_FEAT_MOOD, BEL_MOOD_IMP },
  { "infinitive", T ("1", "to", "PART", "TO", "2", "mark") T ("2", "leave", "VERB", "VB", "0", "root"), 1,
    BEL_FEAT_MOOD, 0 },
  { "will leave", T ("1", "will", "AUX", "MD", "2", "aux") T ("2", "leave", "VERB", "VB", "0", "root"), 1,
    BEL_FEAT_VERBFORM, BEL_VERBFORM_INF },
  { "it as an object", T ("1", "Leave", "VERB", "VB", "0", "root") T ("2", "it", "PRON", "PRP", "1", "obj"), 1,
    BEL_FEAT_CASE, BEL_CASE_ACC },
  { "gerund", T ("1", "helped", "VERB", "VBD", "0", "root") T ("2", "winning", "VERB", "VBG", "1", "xcomp"), 1,
    BEL_FEAT_VERBFORM, BEL_VERBFORM_GER },
};

START_TEST (verbs_have_what_their_clause_says)
{
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (GBytes) bytes = g_bytes_new (CLAUSES[_i].tree, strlen (CLAUSES[_i].tree));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  ck_assert (bel_conllu_read (document, BEL_CONLLU_ALL, NULL));
  bel_syntax_names (model, document);
  unsigned value = bel_token_feat (document, CLAUSES[_i].word, CLAUSES[_i].feat);
  ck_assert_msg (value == CLAUSES[_i].value, "%s: %u", CLAUSES[_i].name, value);
}
END_TEST

START_TEST (given_lemmas_and_features_are_kept)
{
  static const char LINE[] = "1\twent\twend\tVERB\tVBD\tTense=Pres\t0\troot\t_\t_\n";
  g_autoptr (BelModel) model = bel_test_model ();
  g_autoptr (GBytes) bytes = g_bytes_new (LINE, strlen (LINE));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "test", bytes);
  bel_conllu_read (document, BEL_CONLLU_ALL, NULL);
  bel_syntax_names (model, document);
  ck_assert_str_eq (bel_symbols_text (document->symbols, document->tokens.lemma[0]), "wend");
  ck_assert_uint_eq (bel_token_feat (document, 0, BEL_FEAT_TENSE), BEL_TENSE_PRES);
  ck_assert_uint_eq (bel_token_feat (document, 0, BEL_FEAT_NUMBER), 0);
}
END_TEST

void
bel_test_syntax_morph (Suite *suite)
{
  TCase *tc = tcase_create ("morph");
  tcase_add_loop_test (tc, words_have_their_lemma_and_features, 0, G_N_ELEMENTS (WORDS));
  tcase_add_loop_test (tc, verbs_have_what_their_clause_says, 0, G_N_ELEMENTS (CLAUSES));
  tcase_add_test (tc, given_lemmas_and_features_are_kept);
  suite_add_tcase (suite, tc);
}
