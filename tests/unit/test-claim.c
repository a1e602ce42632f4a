/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "test-claim.h"

#include "document/conllu.h"
#include "rule/program.h"

#include <stdlib.h>
#include <string.h>

static const char *
upos_of (const char *xpos, const char *dep)
{
  static const struct {
    const char *prefix, *upos;
  } TABLE[] = {
    { "NNP", "PROPN" }, { "NN", "NOUN" },  { "PRP", "PRON" }, { "WP", "PRON" },  { "WDT", "PRON" }, { "WRB", "ADV" },
    { "EX", "PRON" },   { "DT", "DET" },   { "IN", "ADP" },   { "JJ", "ADJ" },   { "RB", "ADV" },   { "RP", "ADP" },
    { "CD", "NUM" },    { "CC", "CCONJ" }, { "TO", "PART" },  { "POS", "PART" }, { "MD", "AUX" },
  };
  if (g_str_has_prefix (dep, "aux") || g_str_equal (dep, "cop"))
    return "AUX";
  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    if (g_str_has_prefix (xpos, TABLE[i].prefix))
      return TABLE[i].upos;
  return g_str_has_prefix (xpos, "VB") ? "VERB" : "PUNCT";
}

static void
append_word (GString *out, const char *word, guint id)
{
  g_auto (GStrv) parts = g_strsplit (word, "/", -1);
  ck_assert_msg (g_strv_length (parts) == 4, "%s", word);
  g_auto (GStrv) form = g_strsplit (parts[0], ":", 2);
  g_autofree char *lower = g_ascii_strdown (form[0], -1);
  const char *lemma = form[1] ? form[1] : g_str_has_prefix (parts[1], "NNP") ? form[0] : lower;
  g_string_append_printf (out, "%u\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", id, form[0], lemma,
                          upos_of (parts[1], parts[3]), parts[1], parts[2], parts[3]);
}

BelDocument *
bel_test_document (const BelProgram *program, const char *trees)
{
  g_auto (GStrv) lines = g_strsplit (trees, "\n", -1);
  GString *conllu = g_string_new (NULL);
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) words = g_strsplit (*line, " ", -1);
    for (guint i = 0; words[i]; i++)
      append_word (conllu, words[i], i + 1);
    g_string_append_c (conllu, '\n');
  }
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (conllu);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_document_new (bel_program_symbols (program), "test", bytes);
  ck_assert (bel_conllu_read (document, BEL_CONLLU_ALL, diags));
  ck_assert_uint_eq (bel_diags_count (diags), 0);
  return document;
}

BelProgram *
bel_test_rules (void)
{
  static const char TEXT[]
      = "lexicon clause-subject-control { doc \"d\"; promise; test { has \"promise\"; lacks \"urge\"; } }\n"
        "lexicon clause-raising { doc \"d\"; seem; test { has \"seem\"; lacks \"begin\"; } }\n"
        "lexicon clause-collective { doc \"d\"; meet, partner; test { has \"meet\"; lacks \"sing\"; } }\n"
        "lexicon clause-time-noun { doc \"d\"; friday; test { has \"Friday\"; lacks \"city\"; } }\n"
        "lexicon clause-place-noun { doc \"d\"; city; test { has \"city\"; lacks \"friday\"; } }\n"
        "predicate meet { doc \"d\"; verb \"meet\", \"meet with\", \"hold talk with\";\n"
        "  noun \"talk\" ( between | with -> party ); symmetric;\n"
        "  test { same \"A met B.\" \"A met with B.\"; differ \"A met B.\" \"A saw B.\"; } }\n"
        "predicate buy { doc \"d\"; verb \"buy\"; test { same \"A bought B.\" \"A bought B.\"; differ \"A bought B.\" "
        "\"A saw B.\"; } }\n"
        "predicate sell { doc \"d\"; verb \"sell\"; converse buy ( subject -> from, to -> subject );\n"
        "  test { same \"A sold B.\" \"A sold B.\"; differ \"A sold B.\" \"A saw B.\"; } }\n"
        "predicate kill { doc \"d\"; verb \"kill\"; noun \"killing\" ( of -> object ; by -> subject );\n"
        "  test { same \"A killed B.\" \"A killed B.\"; differ \"A killed B.\" \"A saw B.\"; } }\n";
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  BelProgram *program = bel_program_load_text ("test.belie", TEXT, strlen (TEXT), NULL, diags, &error);
  g_autofree char *first = bel_diags_count (diags) ? bel_diag_format (bel_diags_get (diags, 0)) : NULL;
  ck_assert_msg (program != NULL, "%s", first);
  return program;
}

static BelClaims *
read_claims (BelDocument *document, const BelProgram *program)
{
  BelClaimContext context = { .program = program };
  BelClaims *claims = bel_arena_new_struct (document->arena, BelClaims);
  claims->document = document;
  bel_clauses_build (&context, claims);
  bel_claims_normalize (&context, claims);
  return claims;
}

char *
bel_test_normal (BelDocument *document, const BelProgram *program)
{
  BelClaims *claims = read_claims (document, program);
  GString *out = g_string_new (NULL);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *c = &claims->claims.items[i];
    if (c->minimal)
      continue;
    g_string_append_printf (out, "%s%s%s(", out->len ? "; " : "", c->polarity == BEL_POLARITY_NEGATIVE ? "not " : "",
                            bel_symbols_text (document->symbols, c->normal.predicate));
    for (uint32_t f = 0; f < c->normal.n_fillers; f++)
      g_string_append_printf (out, "%s%s=%s", f ? ", " : "",
                              bel_symbols_text (document->symbols, c->normal.fillers[f].role),
                              bel_symbols_text (document->symbols, c->normal.fillers[f].slot.key));
    g_string_append_printf (out, ")%s%s", c->modality ? " " : "", c->modality ? bel_modality_name (c->modality) : "");
  }
  return g_string_free (out, FALSE);
}

static void
append_tuples (const BelClaims *claims, bool twins, GString *out)
{
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *c = &claims->claims.items[i];
    if (c->minimal != twins || c->surface.n_args == 0)
      continue;
    g_string_append_printf (out, "%s%s | %s", out->len ? "; " : "", c->surface.arg1, c->surface.rel);
    for (uint32_t a = 0; a < c->surface.n_args; a++)
      g_string_append_printf (out, " | %s", c->surface.args[a]);
  }
}

char *
bel_test_tuples (BelDocument *document, const BelProgram *program)
{
  BelClaims *claims = read_claims (document, program);
  GString *out = g_string_new (NULL);
  append_tuples (claims, false, out);
  append_tuples (claims, true, out);
  return g_string_free (out, FALSE);
}

int
main (void)
{
  Suite *suite = suite_create ("claim");
  claim_clause_tests (suite);
  claim_finders_tests (suite);
  claim_normal_tests (suite);
  claim_values_tests (suite);
  SRunner *runner = srunner_create (suite);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
