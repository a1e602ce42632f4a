/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Which propositions meet, and how many words two sentences share: pair.c and content.c, over trees that are written here. */
#include "base/diag.h"
#include "base/limits.h"
#include "conflict-tests.h"
#include "conflict/content.h"
#include "conflict/key.h"
#include "conflict/pair.h"
#include "conflict/schema.h"
#include "document/conllu.h"

#define MAX_DOCUMENTS 4
#define MAX_SENTENCES 128

typedef struct {
  BelFinder finder;
  BelClaims *sources[MAX_DOCUMENTS];
  BelDocument *documents[MAX_DOCUMENTS];
} World;

/* Words parted by blanks; of each the part of speech is told by its first letter: a capital is a name, a stroke before it an
 * article. Every word hangs on the first. */
static void
append_sentence (GString *conllu, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  for (guint i = 0; words[i]; i++) {
    bool article = words[i][0] == '-', name = g_ascii_isupper (words[i][0]);
    const char *form = words[i] + article;
    g_string_append_printf (conllu, "%u\t%s\t%s\t%s\t_\t_\t%u\t%s\t_\t_\n", i + 1, form, form,
                            article ? "DET"
                            : name  ? "PROPN"
                                    : "NOUN",
                            i ? 1 : 0, i ? "dep" : "root");
  }
  g_string_append_c (conllu, '\n');
}

static BelDocument *
document_of (const char *const *lines)
{
  GString *conllu = g_string_new (NULL);
  for (; *lines; lines++)
    append_sentence (conllu, *lines);
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (conllu);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_document_new (NULL, "test", bytes);
  ck_assert (bel_conllu_read (document, BEL_CONLLU_ALL, diags));
  return document;
}

/* Each sentence is a proposition, document after document. */
static void
set_up (World *world, const char *const *const *texts, uint32_t n, BelCompareOptions options)
{
  BelArena *arena = bel_arena_new ();
  world->finder
      = (BelFinder){ .options = options, .sources = world->sources, .n_sources = n, .arena = arena, .scratch = arena };
  world->finder.symbols = bel_symbols_new (NULL);
  world->finder.common = bel_arena_new_array (arena, uint32_t *, n + 1);
  for (uint32_t d = 0; d < n; d++) {
    world->documents[d] = document_of (texts[d]);
    world->sources[d] = bel_arena_new_struct (arena, BelClaims);
    world->sources[d]->document = world->documents[d];
    for (uint32_t s = 0; s < world->documents[d]->sentences.n; s++)
      bel_vec_push (arena, &world->finder.props,
                    (BelProp){ .kind = BEL_PROP_SENTENCE,
                               .document = d,
                               .claim = BEL_NONE,
                               .sentence = s,
                               .rule = BEL_NONE,
                               .likes = BEL_NONE });
  }
}

static void
tear_down (World *world)
{
  for (uint32_t d = 0; d < world->finder.n_sources; d++)
    bel_document_free (world->documents[d]);
  bel_symbols_unref (world->finder.symbols);
  bel_arena_free (world->finder.scratch);
}

/* The join of rules on sentences. */
static BelJoinTerm
by_wording (void)
{
  BelJoinTerm join = { 0 };
  while (bel_conflict_schema_key (join.field_a) != BEL_KEY_WORDING)
    join.field_a = ++join.field_b;
  return join;
}

typedef struct {
  uint32_t a, b, left_out;
} Pair;

static uint32_t
n_pairs (World *world, Pair *out, uint32_t cap)
{
  BelJoinTerm join = by_wording ();
  BelPairs pairs = { 0 };
  BelMores more = { 0 };
  bel_pairs_make (&world->finder, &join, 1, world->finder.scratch, &pairs, &more);
  for (uint32_t i = 0; i < MIN (pairs.n, cap); i++) {
    out[i] = (Pair){ .a = (uint32_t) (pairs.items[i] >> 32), .b = (uint32_t) pairs.items[i] };
    for (uint32_t m = 0; m < more.n; m++)
      if (more.items[m].pair == pairs.items[i])
        out[i].left_out = more.items[m].left_out;
  }
  return pairs.n;
}

/* -- content words ------------------------------------------------------------------------------------------ */

static const struct {
  const char *a, *b;
  uint32_t n;
} COMMON[] = {
  { "-the harbour gate storm", "-the harbour gate storm", 3 },
  { "-the harbour gate storm", "storm gate", 2 },
  { "harbour harbour harbour gate", "harbour gate gate", 2 }, /* a word counts once */
  { "-the -the -the gate", "-the -the -the storm", 0 },       /* articles do not */
  { "Velmar harbour", "velmar harbour", 2 },                  /* capitals make no other word */
  { "harbour", "gate", 0 },
};

START_TEST (common_words_are_counted_once)
{
  const char *const texts[2][2] = { { COMMON[_i].a, NULL }, { COMMON[_i].b, NULL } };
  const char *const *const lists[] = { texts[0], texts[1] };
  World world;
  set_up (&world, lists, 2, (BelCompareOptions){ .same_situation = true });
  ck_assert_uint_eq (bel_contents_common (&world.finder, 0, 1), COMMON[_i].n);
  ck_assert_uint_eq (bel_contents_common (&world.finder, 1, 0), COMMON[_i].n);
  tear_down (&world);
}
END_TEST

START_TEST (contents_are_sorted_and_different)
{
  const char *const text[] = { "storm gate harbour gate storm bridge", NULL };
  const char *const *const lists[] = { text };
  World world;
  const BelSym *words;
  set_up (&world, lists, 1, (BelCompareOptions){ 0 });
  ck_assert_uint_eq (bel_contents_of (&world.finder, 0, &words), 4);
  for (uint32_t i = 1; i < 4; i++)
    ck_assert_uint_lt (words[i - 1], words[i]);
  tear_down (&world);
}
END_TEST

/* -- who meets ----------------------------------------------------------------------------------------------- */

static const char *const FIRST[] = { "harbour gate storm bridge", "harbour gate storm ferry", "harbour mayor", NULL };
static const char *const SECOND[] = { "harbour gate storm crane", "mayor", NULL };

START_TEST (in_a_draft_three_words_have_to_be_in_common)
{
  const char *const *const lists[] = { FIRST, SECOND };
  World world;
  Pair pairs[8];
  set_up (&world, lists, 2, (BelCompareOptions){ .scope = BEL_SCOPE_FILE });
  ck_assert_uint_eq (n_pairs (&world, pairs, 8), 1);
  ck_assert (pairs[0].a == 0 && pairs[0].b == 1 && pairs[0].left_out == 0);
  tear_down (&world);
}
END_TEST

START_TEST (in_a_set_documents_meet)
{
  const char *const *const lists[] = { FIRST, SECOND };
  World world;
  Pair pairs[8];
  set_up (&world, lists, 2, (BelCompareOptions){ .scope = BEL_SCOPE_SET });
  ck_assert_uint_eq (n_pairs (&world, pairs, 8), 3);
  ck_assert (pairs[0].b == 1 && pairs[1].b == 3 && pairs[2].a == 1 && pairs[2].b == 3);
  tear_down (&world);
}
END_TEST

START_TEST (two_texts_meet_by_one_word_and_never_within_themselves)
{
  const char *const *const lists[] = { FIRST, SECOND };
  World world;
  Pair pairs[8];
  set_up (&world, lists, 2, (BelCompareOptions){ .same_situation = true });
  uint32_t n = n_pairs (&world, pairs, 8);
  ck_assert_uint_eq (n, 4); /* each of the first with the crane, and the mayor with the mayor */
  for (uint32_t i = 0; i < n; i++)
    ck_assert (pairs[i].a < 3 && pairs[i].b >= 3);
  tear_down (&world);
}
END_TEST

START_TEST (authorities_are_not_held_against_each_other)
{
  const char *const *const lists[] = { FIRST, SECOND, SECOND };
  World world;
  Pair pairs[8];
  set_up (&world, lists, 3, (BelCompareOptions){ .scope = BEL_SCOPE_SET, .n_authority = 2 });
  uint32_t n = n_pairs (&world, pairs, 8);
  for (uint32_t i = 0; i < n; i++)
    ck_assert_uint_lt (pairs[i].a, 3);
  ck_assert_uint_eq (n, 5); /* the first two, and each of them with both authorities */
  tear_down (&world);
}
END_TEST

START_TEST (what_fails_says_which_join)
{
  const char *const *const lists[] = { FIRST, SECOND };
  World world;
  BelJoinTerm join = by_wording ();
  set_up (&world, lists, 2, (BelCompareOptions){ .scope = BEL_SCOPE_FILE });
  ck_assert_uint_eq (bel_pair_fails (&world.finder, &join, 1, 0, 1), 1); /* none fails */
  ck_assert_uint_eq (bel_pair_fails (&world.finder, &join, 1, 0, 2), 0); /* one word is too few */
  ck_assert_uint_eq (bel_pair_fails (&world.finder, &join, 1, 0, 3), 0); /* another document */
  tear_down (&world);
}
END_TEST

/* More than may all meet, all the same: one pair speaks for them. */
START_TEST (many_that_say_the_same_are_one_cluster)
{
  const char *lines[BEL_LIMIT_GROUP_ALL_PAIRS + 3];
  uint32_t n = BEL_LIMIT_GROUP_ALL_PAIRS + 2;
  for (uint32_t i = 0; i < n; i++)
    lines[i] = i < n - 1 ? "harbour gate storm bridge" : "harbour gate storm ferry";
  lines[n] = NULL;
  const char *const *const lists[] = { lines };
  World world;
  Pair pairs[8];
  set_up (&world, lists, 1, (BelCompareOptions){ .scope = BEL_SCOPE_FILE });
  ck_assert_uint_eq (n_pairs (&world, pairs, 8), 1);
  ck_assert_uint_eq (pairs[0].a, 0);
  ck_assert_uint_eq (pairs[0].b, n - 1);
  ck_assert_uint_eq (pairs[0].left_out, n - 2);
  tear_down (&world);
}
END_TEST

TCase *
conflict_pair_tests (void)
{
  TCase *tcase = tcase_create ("pair");
  tcase_add_loop_test (tcase, common_words_are_counted_once, 0, G_N_ELEMENTS (COMMON));
  tcase_add_test (tcase, contents_are_sorted_and_different);
  tcase_add_test (tcase, in_a_draft_three_words_have_to_be_in_common);
  tcase_add_test (tcase, in_a_set_documents_meet);
  tcase_add_test (tcase, two_texts_meet_by_one_word_and_never_within_themselves);
  tcase_add_test (tcase, authorities_are_not_held_against_each_other);
  tcase_add_test (tcase, what_fails_says_which_join);
  tcase_add_test (tcase, many_that_say_the_same_are_one_cluster);
  return tcase;
}
