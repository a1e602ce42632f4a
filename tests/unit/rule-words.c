/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Lexicons and predicates: loading, lookups by word, phrase and tree, role maps. */
#include "test-rule.h"

#include "rule/explain.h"
#include "rule/fmt.h"
#include "rule/lexicon.h"
#include "rule/predicate.h"
#include "trees.h"

#include <stdio.h>
#include <string.h>

static const char LEXICONS[]
    = "lexicon report-verb {\n"
      "  doc \"d\"; pos VERB;\n"
      "  field stance ( assert | deny | doubt ) = assert;\n"
      "  field weight number = 2; field formal boolean; field kin list; field class string = plain;\n"
      "  say, state; deny { stance = deny; weight = -0.5; formal = true; kin = ( refute, \"call false\" ); }\n"
      "  \"call into question\" { stance = doubt; class = \"long form\"; }\n"
      "  test { has \"say\"; lacks \"eat\"; }\n"
      "}\n"
      "lexicon speech { doc \"d\"; field stance ( deny | assert ); include report-verb; cease-fire, \"press release\"; "
      "May;\n"
      "  test { has \"say\"; lacks \"eat\"; } }\n";

START_TEST (entries_have_their_fields)
{
  g_autoptr (BelProgram) program = bel_test_program (LEXICONS);
  const BelLexicon *lexicon = bel_program_lexicon (program, "report-verb");
  ck_assert_ptr_nonnull (lexicon);
  ck_assert_ptr_null (bel_program_lexicon (program, "report"));
  int stance = bel_lexicon_field (lexicon, "stance"), weight = bel_lexicon_field (lexicon, "weight");
  const BelEntry *deny = bel_lexicon_find_text (lexicon, "deny"), *say = bel_lexicon_find_text (lexicon, "say");
  ck_assert_int_eq (bel_entry_enum (deny, stance), bel_lexicon_enum_value (lexicon, stance, "deny"));
  ck_assert_str_eq (bel_entry_field_text (say, stance), "assert");
  ck_assert_double_eq (bel_entry_number (deny, weight), -0.5);
  ck_assert_double_eq (bel_entry_number (say, weight), 2);
  ck_assert (bel_entry_boolean (deny, bel_lexicon_field (lexicon, "formal")));
  ck_assert (!bel_entry_boolean (say, bel_lexicon_field (lexicon, "formal")));
  uint32_t n;
  const BelSym *kin = bel_entry_list (deny, bel_lexicon_field (lexicon, "kin"), &n);
  ck_assert_uint_eq (n, 2);
  ck_assert_str_eq (bel_symbols_text (bel_program_symbols (program), kin[1]), "call false");
  const BelEntry *call = bel_lexicon_find_text (lexicon, "call into question");
  ck_assert_str_eq (bel_entry_string (call, bel_lexicon_field (lexicon, "class")), "long form");
  ck_assert_int_eq (bel_lexicon_field (lexicon, "nothing"), -1);
}
END_TEST

START_TEST (included_entries_are_seen_through_the_own_fields)
{
  g_autoptr (BelProgram) program = bel_test_program (LEXICONS);
  const BelLexicon *speech = bel_program_lexicon (program, "speech");
  int stance = bel_lexicon_field (speech, "stance");
  ck_assert_uint_eq (bel_lexicon_n_entries (speech), 3 + 4);
  ck_assert_str_eq (bel_entry_field_text (bel_lexicon_find_text (speech, "deny"), stance), "deny");
  ck_assert_str_eq (bel_entry_field_text (bel_lexicon_find_text (speech, "say"), stance), "assert");
  /* "doubt" is no value here: the default, which is the first */
  ck_assert_str_eq (bel_entry_field_text (bel_lexicon_find_text (speech, "call into question"), stance), "deny");
}
END_TEST

static const struct {
  const char *trees;
  uint32_t token;
  const char *lexicon;
  const char *at;     /* entry that begins at token */
  const char *headed; /* entry that token heads */
} LOOKUPS[] = {
  { "He/he/PRON/2/nsubj denied/deny/VERB/0/root it/it/PRON/2/obj", 1, "report-verb", "deny", "deny" },
  { "The/the/DET/2/det state/state/NOUN/3/nsubj fell/fall/VERB/0/root", 1, "report-verb", NULL, NULL },
  { "They/they/PRON/2/nsubj called/call/VERB/0/root the/the/DET/4/det vote/vote/NOUN/2/obj into/into/ADP/6/case "
    "question/question/NOUN/2/obl",
    1, "report-verb", NULL, "call into question" },
  { "They/they/PRON/2/nsubj called/call/VERB/0/root a/a/DET/4/det vote/vote/NOUN/2/obj on/on/ADP/6/case "
    "question/question/NOUN/2/obl",
    1, "report-verb", NULL, NULL },
  { "A/a/DET/4/det cease/cease/NOUN/4/compound -/-/PUNCT/4/punct fire/fire/NOUN/5/nsubj began/begin/VERB/0/root", 1,
    "speech", "cease-fire", NULL },
  { "A/a/DET/4/det cease/cease/NOUN/4/compound -/-/PUNCT/4/punct fire/fire/NOUN/5/nsubj began/begin/VERB/0/root", 3,
    "speech", NULL, "cease-fire" },
  { "A/a/DET/2/det cease-fire/cease-fire/NOUN/3/nsubj began/begin/VERB/0/root", 1, "speech", "cease-fire",
    "cease-fire" },
  { "A/a/DET/3/det press/press/NOUN/3/compound release/release/NOUN/0/root", 2, "speech", NULL, "press release" },
  { "In/in/ADP/2/case May/May/PROPN/0/root", 1, "speech", "May", "May" },
  { "It/it/PRON/3/nsubj may/may/AUX/3/aux rain/rain/VERB/0/root", 1, "speech", NULL, NULL },
};

static void
assert_entry (const BelEntry *entry, const char *text)
{
  ck_assert_str_eq (entry ? bel_entry_text (entry) : "(none)", text ? text : "(none)");
}

START_TEST (phrases_are_found_on_trees)
{
  g_autoptr (BelProgram) program = bel_test_program (LEXICONS);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), LOOKUPS[_i].trees);
  const BelLexicon *lexicon = bel_program_lexicon (program, LOOKUPS[_i].lexicon);
  BelPhraseMatch match;
  assert_entry (bel_lexicon_at (lexicon, document, LOOKUPS[_i].token, &match), LOOKUPS[_i].at);
  assert_entry (bel_lexicon_headed (lexicon, document, LOOKUPS[_i].token, &match), LOOKUPS[_i].headed);
}
END_TEST

static const char PREDICATES[]
    = "lexicon thing { doc \"d\"; deadline; test { has \"deadline\"; lacks \"man\"; } }\n"
      "predicate meet { doc \"d\"; verb \"meet\", \"meet with\", \"hold talks with\"; symmetric;\n"
      "  noun \"meeting\" ( between | of | with ); requires not object [ lemma in thing ];\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate kill { doc \"d\"; verb \"kill\", \"shoot dead\"; noun \"killing\" ( of ; by ), \"killer\" ( self -> "
      "subject ; of -> object );\n"
      "  entails die ( object -> subject ); opposite spare; functional object per event;\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate die { doc \"d\"; verb \"die\"; adj \"dead\"; entails stop; test { same \"a\" \"b\"; differ \"a\" "
      "\"b\"; } }\n"
      "predicate stop { doc \"d\"; verb \"stop\"; opposite live; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate live { doc \"d\"; verb \"live\"; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate spare { doc \"d\"; verb \"spare\"; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate rise { doc \"d\"; verb \"rise\"; sign +; scale change; group move; stative;\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate sell { doc \"d\"; verb \"sell\"; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate buy { doc \"d\"; verb \"buy\"; converse sell ( subject -> to, from -> subject );\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate lie-in { doc \"d\"; verb \"be located in\"; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate close { doc \"d\"; verb \"close\", \"shut\"; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate close-thing { doc \"d\"; verb \"close\"; requires object; test { same \"a\" \"b\"; differ \"a\" "
      "\"b\"; } "
      "}\n"
      "predicate also-shut { doc \"d\"; verb \"slam\", \"bang\", \"shut\"; test { same \"a\" \"b\"; differ \"a\" "
      "\"b\"; } }\n"
      "predicate wound { doc \"d\"; verb \"hurt\"; prefers object [sort = person]; test { same \"a\" \"b\"; differ "
      "\"a\" \"b\"; } }\n"
      "predicate spoil { doc \"d\"; verb \"hurt\"; requires object; test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate launch { doc \"d\"; verb \"fire\"; requires object [lemma in ( rocket, shell )];\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate sack { doc \"d\"; verb \"sack\", \"fire\"; requires object [sort = person];\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n"
      "predicate end-meeting { doc \"d\"; verb \"close\"; requires object [lemma in ( talk, meeting )];\n"
      "  test { same \"a\" \"b\"; differ \"a\" \"b\"; } }\n";

/* What is said at a token: "predicate n_tokens role=token …" in the order of the arguments. */
static const struct {
  const char *trees;
  uint32_t token;
  const char *expected;
} SAID[] = {
  { "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root Bo/Bo/PROPN/2/obj", 1, "meet 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root with/with/ADP/4/case Bo/Bo/PROPN/2/obl", 1,
    "meet 2 subject=0 object=3" },
  { "Ann/Ann/PROPN/2/nsubj met/meet/VERB/0/root the/the/DET/4/det deadline/deadline/NOUN/2/obj", 1, "" },
  { "Ann/Ann/PROPN/2/nsubj held/hold/VERB/0/root long/long/ADJ/4/amod talks/talks/NOUN/2/obj with/with/ADP/6/case "
    "Bo/Bo/PROPN/4/nmod",
    1, "meet 3 subject=0 object=5" },
  { "Talks/talks/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass held/hold/VERB/0/root with/with/ADP/5/case Bo/Bo/PROPN/3/obl",
    2, "meet 3 object=4" },
  { "The/the/DET/2/det meeting/meeting/NOUN/6/nsubj between/between/ADP/4/case Ann/Ann/PROPN/2/nmod was/be/AUX/6/cop "
    "short/short/ADJ/0/root",
    1, "meet 1 party=3" },
  { "The/the/DET/2/det killing/killing/NOUN/0/root of/of/ADP/4/case Bo/Bo/PROPN/2/nmod by/by/ADP/6/case "
    "Ann/Ann/PROPN/2/nmod",
    1, "kill 1 object=3 subject=5" },
  { "Bo/Bo/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass killed/kill/VERB/0/root by/by/ADP/5/case Ann/Ann/PROPN/3/obl", 2,
    "kill 1 object=0 subject=4" },
  { "Ann/Ann/PROPN/2/nsubj shot/shoot/VERB/0/root Bo/Bo/PROPN/2/obj dead/dead/ADJ/2/xcomp in/in/ADP/6/case "
    "York/York/PROPN/2/obl",
    1, "kill 2 subject=0 object=2 in=5" },
  { "Bo/Bo/PROPN/3/nsubj is/be/AUX/3/cop dead/dead/ADJ/0/root", 2, "die 1 subject=0" },
  { "A/a/DET/3/det dead/dead/ADJ/3/amod man/man/NOUN/0/root", 1, "die 1 subject=2" },
  { "Ann/Ann/PROPN/4/nsubj is/be/AUX/4/cop the/the/DET/4/det killer/killer/NOUN/0/root of/of/ADP/6/case "
    "Bo/Bo/PROPN/4/nmod",
    3, "kill 1 self=subject object=5" },
  /* the passive is the predicate's own */
  { "It/it/PRON/3/nsubj:pass is/be/AUX/3/aux:pass located/locate/VERB/0/root in/in/ADP/5/case York/York/PROPN/3/obl", 2,
    "lie-in 3 subject=0 object=4" },
  /* one form, several readings: what is required and there decides, */
  { "Rain/rain/NOUN/2/nsubj closed/close/VERB/0/root roads/road/NOUN/2/obj", 1, "close-thing 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj closed/close/VERB/0/root talks/talk/NOUN/2/obj", 1, "end-meeting 1 subject=0 object=2" },
  { "Shops/shop/NOUN/2/nsubj closed/close/VERB/0/root", 1, "close 1 subject=0" },
  /* then what the predicate lists first */
  { "Shops/shop/NOUN/2/nsubj shut/shut/VERB/0/root", 1, "close 1 subject=0" },
};

static char *
describe (const BelProgram *program, const BelDocument *document, uint32_t t)
{
  BelPredicateMatch match;
  GString *text = g_string_new (NULL);
  if (bel_predicates_at (program, document, t, &match, 1) == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, "%s %u", bel_program_predicate (program, match.predicate)->name, match.n_tokens);
  if (match.self)
    g_string_append_printf (text, " self=%s", bel_symbols_text (document->symbols, match.self_role));
  for (uint32_t i = 0; i < match.n_args; i++)
    g_string_append_printf (text, " %s=%u", bel_symbols_text (document->symbols, match.args[i].role),
                            match.args[i].token);
  return g_string_free (text, FALSE);
}

START_TEST (predicates_are_found_with_their_arguments)
{
  g_autoptr (BelProgram) program = bel_test_program (PREDICATES);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), SAID[_i].trees);
  g_autofree char *said = describe (program, document, SAID[_i].token);
  ck_assert_str_eq (said, SAID[_i].expected);
}
END_TEST

/* "… hurt X", "… fired X": by the sort of thing that the object is. */
static const struct {
  const char *trees;
  BelNounSort sort;
  const char *expected;
} SORTED[] = {
  { "Rain/rain/NOUN/2/nsubj hurt/hurt/VERB/0/root Bo/Bo/PROPN/2/obj", BEL_NOUN_PERSON, "wound 1 subject=0 object=2" },
  { "Rain/rain/NOUN/2/nsubj hurt/hurt/VERB/0/root trade/trade/NOUN/2/obj", BEL_NOUN_EVENT,
    "spoil 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj fired/fire/VERB/0/root her/she/PRON/2/obj", BEL_NOUN_PERSON, "sack 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj fired/fire/VERB/0/root it/it/PRON/2/obj", BEL_NOUN_THING, "launch 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj fired/fire/VERB/0/root them/they/PRON/2/obj", BEL_NOUN_UNKNOWN,
    "launch 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj fired/fire/VERB/0/root Orlov/Orlov/PROPN/2/obj", BEL_NOUN_UNKNOWN,
    "sack 1 subject=0 object=2" },
  { "Ann/Ann/PROPN/2/nsubj fired/fire/VERB/0/root cups/cup/NOUN/2/obj", BEL_NOUN_THING, "" },
};

START_TEST (a_sense_is_chosen_by_the_sort_of_thing)
{
  g_autoptr (BelProgram) program = bel_test_program (PREDICATES);
  g_autoptr (BelDocument) document = bel_test_trees (bel_program_symbols (program), SORTED[_i].trees);
  document->tokens.sort[2] = SORTED[_i].sort;
  g_autofree char *said = describe (program, document, 1);
  ck_assert_str_eq (said, SORTED[_i].expected);
}
END_TEST

static uint32_t
id_of (const BelProgram *program, const char *name)
{
  return bel_program_predicate_named (program, name)->id;
}

START_TEST (relations_compose)
{
  g_autoptr (BelProgram) program = bel_test_program (PREDICATES);
  const BelSymbols *symbols = bel_program_symbols (program);
  BelSym subject = bel_symbols_find_str (symbols, "subject"), object = bel_symbols_find_str (symbols, "object");
  BelRoleMap roles[4];
  uint32_t n = 0;
  ck_assert (bel_predicate_entails (program, id_of (program, "kill"), id_of (program, "stop"), roles, 4, &n));
  ck_assert_uint_eq (n, 1);
  ck_assert_uint_eq (roles[0].from, object);
  ck_assert_uint_eq (roles[0].to, subject);
  ck_assert (!bel_predicate_entails (program, id_of (program, "stop"), id_of (program, "kill"), NULL, 0, NULL));
  ck_assert (bel_predicate_opposite (program, id_of (program, "kill"), id_of (program, "spare"), NULL, 0, NULL));
  ck_assert (bel_predicate_opposite (program, id_of (program, "spare"), id_of (program, "kill"), NULL, 0, NULL));
  ck_assert (bel_predicate_opposite (program, id_of (program, "live"), id_of (program, "kill"), roles, 4, &n));
  ck_assert_uint_eq (n, 1); /* who lives is who is not killed */
  ck_assert_uint_eq (roles[0].from, subject);
  ck_assert_uint_eq (roles[0].to, object);
  ck_assert (!bel_predicate_opposite (program, id_of (program, "meet"), id_of (program, "kill"), NULL, 0, NULL));
  const BelPredicate *buy = bel_program_predicate_named (program, "buy");
  ck_assert_int_eq (buy->relations[0].kind, BEL_RELATION_CONVERSE);
  ck_assert_uint_eq (bel_relation_role (&buy->relations[0], subject), bel_symbols_find_str (symbols, "to"));
  ck_assert_uint_eq (bel_relation_role (&buy->relations[0], object), object);
}
END_TEST

START_TEST (attributes_are_kept)
{
  g_autoptr (BelProgram) program = bel_test_program (PREDICATES);
  const BelPredicate *rise = bel_program_predicate_named (program, "rise"),
                     *kill = bel_program_predicate_named (program, "kill");
  ck_assert_int_eq (rise->sign, 1);
  ck_assert_str_eq (bel_symbols_text (bel_program_symbols (program), rise->scale), "change");
  ck_assert_str_eq (bel_symbols_text (bel_program_symbols (program), rise->group), "move");
  ck_assert (rise->flags & BEL_PREDICATE_STATIVE);
  ck_assert (bel_program_predicate_named (program, "meet")->flags & BEL_PREDICATE_SYMMETRIC);
  ck_assert_uint_eq (kill->n_functionals, 1);
  ck_assert_str_eq (bel_symbols_text (bel_program_symbols (program), kill->functionals[0].per[0]), "event");
  ck_assert_ptr_null (bel_program_predicate_named (program, "killed"));
}
END_TEST

START_TEST (the_shipped_rules_load)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *rules = g_build_filename (source ? source : ".", "rules", NULL);
  const char *dirs[] = { rules, NULL };
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelProgram) program = bel_program_load (dirs, NULL, diags, &error);
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *shown = bel_diag_format (bel_diags_get (diags, i));
    fprintf (stderr, "%s", shown);
  }
  ck_assert_msg (program != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (strlen (bel_program_checksum (program)), 64);
}
END_TEST

/* What the formatter wrote it writes again, and means what it meant; comments stay. */
static const struct {
  const char *given, *formatted;
} FORMATS[] = {
  { "lexicon a{doc  \"d\";# why\n\n\n# own line\n say,tell{stance=deny ;}\n}",
    "lexicon a { doc \"d\"; # why\n\n  # own line\n"
    "  say, tell { stance = deny; }\n}\n" },
  { "claim a.b {\nmatch { V[lemma in x&pos=VERB] ; V >nsubj|csubj? S;A .. B; not V >>obl*[!(root)]; }\n}\n",
    "claim a.b {\n  match { V[lemma in x & pos = VERB]; V >nsubj|csubj? S; A .. B; not V >>obl*[!(root)]; }\n}\n" },
  { "conflict a.b { where disjoint(A.x,B.x)|A.n>-3 ; }", "conflict a.b { where disjoint(A.x, B.x)|A.n>-3; }\n" },
  { "", "" },
  { "# only\n", "# only\n" },
};

START_TEST (formatting_is_stable)
{
  g_autoptr (GString) once = g_string_new (NULL), twice = g_string_new (NULL);
  bel_rule_format (FORMATS[_i].given, (uint32_t) strlen (FORMATS[_i].given), once);
  ck_assert_str_eq (once->str, FORMATS[_i].formatted);
  bel_rule_format (once->str, (uint32_t) once->len, twice);
  ck_assert_str_eq (twice->str, once->str);
}
END_TEST

/* The same blocks, by name and tests, after formatting. */
START_TEST (formatting_keeps_the_meaning)
{
  g_autoptr (GString) out = g_string_new (NULL);
  bel_rule_format (PREDICATES, (uint32_t) strlen (PREDICATES), out);
  g_autoptr (BelProgram) before = bel_test_program (PREDICATES), after = bel_test_program (out->str);
  ck_assert_uint_eq (bel_program_n_rules (before), bel_program_n_rules (after));
  for (uint32_t i = 0; i < bel_program_n_rules (before); i++) {
    g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
    bel_program_explain (before, bel_program_rule_info (before, i), a);
    bel_program_explain (after, bel_program_rule_info (after, i), b);
    ck_assert_str_eq (a->str, b->str);
  }
}
END_TEST

void
rule_words_tests (Suite *suite)
{
  TCase *tc = tcase_create ("words");
  tcase_add_test (tc, entries_have_their_fields);
  tcase_add_test (tc, included_entries_are_seen_through_the_own_fields);
  tcase_add_loop_test (tc, phrases_are_found_on_trees, 0, G_N_ELEMENTS (LOOKUPS));
  tcase_add_loop_test (tc, predicates_are_found_with_their_arguments, 0, G_N_ELEMENTS (SAID));
  tcase_add_loop_test (tc, a_sense_is_chosen_by_the_sort_of_thing, 0, G_N_ELEMENTS (SORTED));
  tcase_add_test (tc, relations_compose);
  tcase_add_test (tc, attributes_are_kept);
  tcase_add_test (tc, the_shipped_rules_load);
  tcase_add_loop_test (tc, formatting_is_stable, 0, G_N_ELEMENTS (FORMATS));
  tcase_add_test (tc, formatting_keeps_the_meaning);
  suite_add_tcase (suite, tc);
}
