/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What trees are made of, whatever the text. The fixtures of other rooms, marks and all, are harder to read than prose:
 * left to themselves the parser's choices give one sentence in ten there two subjects or two objects. */
#include "test-syntax.h"

#include "base/limits.h"

static BelDocument *
parse_fixture (const BelModel *model, const char *name)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "fixtures", name, NULL), *text = NULL;
  gsize n;
  ck_assert (g_file_get_contents (path, &text, &n, NULL));
  return bel_test_parse (model, text, n, TRUE);
}

static bool
same_place (const BelTokens *tokens, uint32_t a, uint32_t b)
{
  BelDep one = bel_dep_base (tokens->dep[a]), other = bel_dep_base (tokens->dep[b]);
  return tokens->head[a] != BEL_NONE && tokens->head[a] == tokens->head[b] && one == other
         && tokens->dep[a] != BEL_DEP_NSUBJ_OUTER && tokens->dep[b] != BEL_DEP_NSUBJ_OUTER;
}

START_TEST (no_word_has_two_subjects_or_two_objects)
{
  static const char *const FILES[]
      = { "attribution/uncommitted.txt", "claims/complement.txt", "stories/fishing-talks.txt" };
  g_autoptr (BelModel) model = bel_test_model ();
  uint32_t n_subjects = 0;
  for (size_t f = 0; f < G_N_ELEMENTS (FILES); f++) {
    g_autoptr (BelDocument) document = parse_fixture (model, FILES[f]);
    const BelTokens *tokens = &document->tokens;
    for (uint32_t i = 0; i < tokens->n; i++) {
      BelDep dep = bel_dep_base (tokens->dep[i]);
      n_subjects += dep == BEL_DEP_NSUBJ;
      if (dep != BEL_DEP_NSUBJ && dep != BEL_DEP_OBJ && dep != BEL_DEP_CCOMP && dep != BEL_DEP_XCOMP)
        continue;
      for (uint32_t k = i + 1; k < tokens->n && k < i + BEL_LIMIT_SENTENCE_TOKENS; k++)
        ck_assert_msg (!same_place (tokens, i, k), "%s: words %u and %u hang on word %u alike", FILES[f], i, k,
                       tokens->head[i]);
    }
  }
  ck_assert_uint_gt (n_subjects, 100);
}
END_TEST

void
bel_test_syntax_trees (Suite *suite)
{
  TCase *tests = tcase_create ("trees");
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, no_word_has_two_subjects_or_two_objects);
  suite_add_tcase (suite, tests);
}
