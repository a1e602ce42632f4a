/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "lexis/gazetteer.h"
#include "lexis/wordnet.h"

#include "base/file.h"

#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static BelWordnet *wordnet;

static void
open_table (void)
{
  g_autoptr (GError) error = NULL;
  wordnet = bel_wordnet_open ("wordnet.bin", &error);
  ck_assert_msg (wordnet != NULL, "%s", error ? error->message : "");
}

static void
close_table (void)
{
  g_clear_pointer (&wordnet, bel_wordnet_free);
}

static BelWord
word (const char *text)
{
  return bel_wordnet_word_str (wordnet, text);
}

typedef bool (*Question) (const BelWordnet *table, BelWord a, BelWord b, BelWnPos pos, unsigned senses);

typedef struct {
  const char *a, *b;
  BelWnPos pos;
  unsigned senses;
  bool expected;
} Case;

static void
ask (Question question, const Case *cases, size_t n)
{
  for (size_t i = 0; i < n; i++)
    ck_assert_msg (question (wordnet, word (cases[i].a), word (cases[i].b), cases[i].pos, cases[i].senses)
                       == cases[i].expected,
                   "%s, %s", cases[i].a, cases[i].b);
}

START_TEST (words_are_found)
{
  ck_assert_uint_ne (word ("dog"), BEL_NONE);
  ck_assert_uint_ne (word ("prime minister"), BEL_NONE);
  ck_assert_uint_eq (word ("prime_minister"), BEL_NONE);
  ck_assert_uint_eq (word ("dogg"), BEL_NONE);
  ck_assert_uint_eq (word (""), BEL_NONE);
  ck_assert_str_eq (bel_wordnet_text (wordnet, word ("prime minister")), "prime minister");
  ck_assert_uint_eq (bel_wordnet_word (wordnet, "dogs", 3), word ("dog"));
}
END_TEST

START_TEST (senses_come_by_frequency)
{
  const BelSense *senses = NULL;
  uint32_t n = bel_wordnet_senses (wordnet, word ("dog"), BEL_WN_NOUN, &senses);
  ck_assert_uint_eq (n, 7);
  for (uint32_t i = 1; i < n; i++)
    ck_assert_uint_ge (senses[i - 1].count, senses[i].count);
  ck_assert_uint_gt (senses[0].count, 0);
  ck_assert_uint_eq (bel_wordnet_senses (wordnet, word ("dog"), BEL_WN_VERB, NULL), 1);
  ck_assert_uint_eq (bel_wordnet_senses (wordnet, word ("dog"), BEL_WN_ADVERB, NULL), 0);
  ck_assert_uint_eq (bel_wordnet_first_lexfile (wordnet, word ("dog"), BEL_WN_NOUN), 5); /* noun.animal */
  ck_assert_uint_eq (bel_wordnet_first_lexfile (wordnet, word ("dog"), BEL_WN_ADVERB), BEL_NONE);
}
END_TEST

START_TEST (synonyms)
{
  const Case cases[] = {
    { "car", "automobile", BEL_WN_NOUN, 1, true },    { "car", "car", BEL_WN_NOUN, 1, true },
    { "kill", "murder", BEL_WN_VERB, 1, false },      { "car", "gondola", BEL_WN_NOUN, 1, false },
    { "car", "gondola", BEL_WN_NOUN, 0, true }, /* of an airship: a rare sense */
    { "car", "no such word", BEL_WN_NOUN, 0, false },
  };
  ask (bel_wordnet_synonyms, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (kinds)
{
  const Case cases[] = {
    { "dog", "animal", BEL_WN_NOUN, 1, true },      { "animal", "dog", BEL_WN_NOUN, 1, false },
    { "dog", "cat", BEL_WN_NOUN, 1, false },        { "murder", "kill", BEL_WN_VERB, 1, true },
    { "kill", "murder", BEL_WN_VERB, 1, false },    { "paris", "city", BEL_WN_NOUN, 1, true }, /* an instance */
    { "minister", "person", BEL_WN_NOUN, 1, true },
  };
  ask (bel_wordnet_word_is_a, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (siblings)
{
  const Case cases[] = {
    { "apple", "pear", BEL_WN_NOUN, 1, true },
    { "guitar", "violin", BEL_WN_NOUN, 1, false }, /* plucked and bowed: cousins */
    { "dog", "animal", BEL_WN_NOUN, 1, false },
    { "dog", "dog", BEL_WN_NOUN, 1, false },
    { "january", "february", BEL_WN_NOUN, 1, true },
  };
  ask (bel_wordnet_siblings, cases, G_N_ELEMENTS (cases));
}
END_TEST

START_TEST (antonyms)
{
  const struct {
    const char *a, *b;
    BelWnPos pos;
    BelAntonymy expected;
  } cases[] = {
    { "dry", "wet", BEL_WN_ADJECTIVE, BEL_ANTONYMY_DIRECT },
    { "wet", "dry", BEL_WN_ADJECTIVE, BEL_ANTONYMY_DIRECT },
    { "arid", "wet", BEL_WN_ADJECTIVE, BEL_ANTONYMY_INDIRECT },
    { "arid", "humid", BEL_WN_ADJECTIVE, BEL_ANTONYMY_INDIRECT },
    { "arid", "dry", BEL_WN_ADJECTIVE, BEL_ANTONYMY_NONE },
    { "rise", "fall", BEL_WN_VERB, BEL_ANTONYMY_DIRECT },
    { "rise", "increase", BEL_WN_VERB, BEL_ANTONYMY_NONE },
    { "victory", "defeat", BEL_WN_NOUN, BEL_ANTONYMY_DIRECT },
    { "dry", "table", BEL_WN_ADJECTIVE, BEL_ANTONYMY_NONE },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_msg (bel_wordnet_antonyms (wordnet, word (cases[i].a), word (cases[i].b), cases[i].pos, 0)
                       == cases[i].expected,
                   "%s, %s", cases[i].a, cases[i].b);
}
END_TEST

START_TEST (parts_and_consequences)
{
  ck_assert (bel_wordnet_part_of (wordnet, word ("finger"), word ("hand"), 1));
  ck_assert (!bel_wordnet_part_of (wordnet, word ("hand"), word ("finger"), 1));
  ck_assert (bel_wordnet_part_of (wordnet, word ("paris"), word ("france"), 1));
  ck_assert (!bel_wordnet_part_of (wordnet, word ("paris"), word ("germany"), 1));
  ck_assert (bel_wordnet_verb_entails (wordnet, word ("snore"), word ("sleep"), 1));
  ck_assert (bel_wordnet_verb_entails (wordnet, word ("kill"), word ("die"), 1));
  ck_assert (bel_wordnet_verb_entails (wordnet, word ("murder"), word ("die"), 1));
  ck_assert (!bel_wordnet_verb_entails (wordnet, word ("die"), word ("kill"), 1));
}
END_TEST

START_TEST (derivations)
{
  BelWord out[8];
  uint32_t n = bel_wordnet_derivations (wordnet, word ("deny"), BEL_WN_VERB, BEL_WN_NOUN, out, G_N_ELEMENTS (out));
  bool found = false;
  for (uint32_t i = 0; i < n; i++)
    found = found || out[i] == word ("denial");
  ck_assert (found);
  ck_assert_uint_eq (bel_wordnet_derivations (wordnet, word ("deny"), BEL_WN_VERB, BEL_WN_NOUN, out, 1), 1);
  ck_assert (bel_wordnet_derived (wordnet, word ("denial"), BEL_WN_NOUN, word ("deny"), BEL_WN_VERB, 0));
  ck_assert (!bel_wordnet_derived (wordnet, word ("denial"), BEL_WN_NOUN, word ("eat"), BEL_WN_VERB, 0));
}
END_TEST

START_TEST (every_ancestor_is_reached_by_edges)
{
  /* the stored closure against a walk, for a spread of synsets */
  for (BelSynset s = 0; s < bel_wordnet_n_synsets (wordnet); s += 97) {
    const BelWnRelation up[] = { BEL_WN_HYPERNYM, BEL_WN_INSTANCE_OF };
    for (int k = 0; k < 2; k++) {
      const BelWnEdge *edges;
      uint32_t n = bel_wordnet_edges_of (wordnet, s, up[k], &edges);
      for (uint32_t e = 0; e < n; e++) {
        ck_assert (bel_wordnet_is_a (wordnet, s, edges[e].target));
        ck_assert_uint_le (bel_wordnet_depth (wordnet, s), bel_wordnet_depth (wordnet, edges[e].target) + 1);
      }
    }
  }
}
END_TEST

START_TEST (no_table_knows_nothing)
{
  ck_assert_uint_eq (bel_wordnet_word_str (NULL, "dog"), BEL_NONE);
  ck_assert (!bel_wordnet_synonyms (NULL, 0, 0, BEL_WN_NOUN, 0));
  ck_assert (!bel_wordnet_part_of (NULL, 0, 1, 0));
  ck_assert_int_eq (bel_wordnet_antonyms (NULL, 0, 1, BEL_WN_NOUN, 0), BEL_ANTONYMY_NONE);
}
END_TEST

START_TEST (damaged_tables_are_refused)
{
  g_autofree char *data = NULL;
  gsize n_bytes;
  ck_assert (g_file_get_contents ("wordnet.bin", &data, &n_bytes, NULL));
  const gsize lengths[] = { 1, 40, n_bytes / 2, n_bytes - 1 };
  for (size_t i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_strdup_printf ("%s/belie-lexis-%u.bin", g_get_tmp_dir (), (unsigned) g_random_int ());
    ck_assert (g_file_set_contents (path, data, (gssize) lengths[i], NULL));
    ck_assert (!bel_wordnet_open (path, &error));
    ck_assert (g_error_matches (error, BEL_LEXIS_ERROR, BEL_LEXIS_ERROR_FORMAT));
    g_unlink (path);
  }
  g_autoptr (GError) error = NULL;
  ck_assert (!bel_wordnet_open ("no/such/file", &error));
  ck_assert (g_error_matches (error, BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN));
}
END_TEST

START_TEST (places)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelGazetteer) gazetteer = bel_gazetteer_open ("gazetteer.bin", &error);
  ck_assert_msg (gazetteer != NULL, "%s", error ? error->message : "");
  const struct {
    const char *a, *b;
    BelPlacesRelation expected;
  } cases[] = {
    { "chicago", "illinois", BEL_PLACES_INSIDE },   { "u.s.", "america", BEL_PLACES_SAME },
    { "europe", "madrid", BEL_PLACES_CONTAINS },    { "oslo", "madrid", BEL_PLACES_DISJOINT },
    { "paris", "texas", BEL_PLACES_UNKNOWN },       { "paris", "france", BEL_PLACES_INSIDE },
    { "oslo", "nowhere town", BEL_PLACES_UNKNOWN }, { "são paulo", "brazil", BEL_PLACES_INSIDE },
    { "sao paulo", "brazil", BEL_PLACES_INSIDE },   { "middle east", "asia", BEL_PLACES_UNKNOWN },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_msg (bel_gazetteer_relate (gazetteer, cases[i].a, strlen (cases[i].a), cases[i].b, strlen (cases[i].b))
                       == cases[i].expected,
                   "%s, %s", cases[i].a, cases[i].b);
  uint32_t iran = bel_gazetteer_place (gazetteer, "iran", 4);
  ck_assert_uint_ne (iran, BEL_NONE);
  ck_assert_uint_eq (bel_gazetteer_country_of (gazetteer, "iranians", 8, BEL_GAZETTEER_DEMONYM), iran);
  ck_assert_uint_eq (bel_gazetteer_country_of (gazetteer, "tehran", 6, BEL_GAZETTEER_CAPITAL), iran);
  ck_assert_int_eq (bel_gazetteer_given_name (gazetteer, "susan", 5), BEL_GAZETTEER_FEMALE);
  ck_assert_int_eq (bel_gazetteer_given_name (gazetteer, "tehran", 6), BEL_GAZETTEER_PLACE);
  ck_assert_uint_eq (bel_gazetteer_place (NULL, "iran", 4), BEL_NONE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lexis");
  TCase *tests = tcase_create ("wordnet");
  tcase_add_unchecked_fixture (tests, open_table, close_table);
  tcase_add_test (tests, words_are_found);
  tcase_add_test (tests, senses_come_by_frequency);
  tcase_add_test (tests, synonyms);
  tcase_add_test (tests, kinds);
  tcase_add_test (tests, siblings);
  tcase_add_test (tests, antonyms);
  tcase_add_test (tests, parts_and_consequences);
  tcase_add_test (tests, derivations);
  tcase_add_test (tests, every_ancestor_is_reached_by_edges);
  tcase_add_test (tests, no_table_knows_nothing);
  tcase_add_test (tests, places);
  tcase_add_test (tests, damaged_tables_are_refused);
  suite_add_tcase (suite, tests);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
