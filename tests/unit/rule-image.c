/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Compiled files: the program in one is the program that was parsed; other rules, other builds and damage are told. */
#include "base/checksum.h"
#include "base/file.h"
#include "rule/explain.h"
#include "rule/image-private.h"
#include "rule/image.h"
#include "test-rule.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const char *const FILES[][2] = {
  { "predicate/b.belie",
    "predicate hire {\n  doc \"Someone is given work.\";\n  verb \"hire\", \"take on\"; noun \"hiring\" ( of ; by );\n"
    "  functional object per subject; requires object [lemma in entity-role];\n  opposite strip-title;\n"
    "  test { same \"A hired B.\" \"A took on B.\"; differ \"A hired B.\" \"B hired A.\"; }\n}\n"
    "predicate strip-title {\n  doc \"Someone loses a title.\";\n  verb \"strip of title\"; adj \"un-titled\";\n"
    "  test { same \"C\" \"D\"; differ \"E\" \"F\"; }\n}\n" },
  { "lexicon/a.belie",
    "lexicon entity-role {\n  doc \"Words for people.\";\n  field rank ( low | high ) = low; field weight number = 0.5;\n"
    "  field also list; pos NOUN;\n  clerk, \"chief clerk\" { rank = high; also = (head, boss); }\n"
    "  test { has \"clerk\" { rank = low; } lacks \"stone\"; }\n}\n"
    "lexicon staff {\n  doc \"More of them.\";\n  field rank ( low | high ) = high; include entity-role;\n  porter;\n"
    "  test { has \"porter\"; lacks \"stone\"; }\n}\n" },
  { "claim.belie",
    "claim attribution.said {\n  doc \"Someone says a clause.\";\n"
    "  match { V [lemma = say & form ~ /^s/i]; V >nsubj S [lemma in staff { rank = high }]; V >ccomp C; "
    "not V >advmod [lemma = never]; }\n"
    "  yield { voice = S.phrase; kind = indirect; weight = 0.25; rank = S.rank; }\n"
    "  test { \"The porter said it is late.\" => { voice \"The porter\"; } \"The porter left.\" => none; }\n}\n" },
};

/* A folder with the rules of FILES and what is compiled from them. */
typedef struct {
  char *folder, *rules, *path;
} Place;

/* Without waiting for the disk. */
static void
put (const char *path, const char *bytes, gsize n)
{
  FILE *file = fopen (path, "wb");
  ck_assert_ptr_nonnull (file);
  ck_assert_uint_eq (fwrite (bytes, 1, n, file), n);
  ck_assert_int_eq (fclose (file), 0);
}

static void
write_rules (const Place *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (place->rules, FILES[i][0], NULL);
    g_autofree char *parent = g_path_get_dirname (path);
    g_mkdir_with_parents (parent, 0700);
    put (path, FILES[i][1], strlen (FILES[i][1]));
  }
}

static BelProgram *
parse (const Place *place)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GError) error = NULL;
  BelProgram *program = bel_program_load ((const char *const[]){ place->rules, NULL }, NULL, diags, &error);
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *shown = bel_diag_format (bel_diags_get (diags, i));
    g_printerr ("%s", shown);
  }
  ck_assert_msg (program != NULL, "%s", error ? error->message : "");
  return program;
}

static Place
place_new (void)
{
  Place place = { .folder = g_dir_make_tmp ("belie-image-XXXXXX", NULL) };
  place.rules = g_build_filename (place.folder, "rules", NULL);
  place.path = g_build_filename (place.folder, "rules.bin", NULL);
  write_rules (&place);
  g_autoptr (BelProgram) program = parse (&place);
  ck_assert (bel_program_save (program, place.rules, place.path, NULL));
  return place;
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_remove (path);
}

static void
place_clear (Place *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    remove_file (place->rules, FILES[i][0]);
  remove_file (place->rules, "z.belie");
  remove_file (place->rules, "lexicon");
  remove_file (place->rules, "predicate");
  g_remove (place->rules);
  g_remove (place->path);
  g_remove (place->folder);
  g_free (place->rules);
  g_free (place->path);
  g_free (place->folder);
}

/* All that can be asked of a program, as text. */
static char *
describe (const BelProgram *program)
{
  GString *out = g_string_new (bel_program_checksum (program));
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++) {
    const BelRuleInfo *info = bel_program_rule_info (program, i);
    uint32_t n;
    const BelRuleTest *tests = bel_program_rule_tests (program, info, &n);
    g_string_append_printf (out, "%s %s %s:%u-%u %u\n", info->name, info->doc, info->file, info->span.start,
                            info->span.end, info->line1);
    for (uint32_t t = 0; t < n; t++)
      g_string_append_printf (out, "%d %s %u\n", (int) tests[t].kind, tests[t].texts[0], tests[t].line1);
    bel_program_explain (program, info, out);
  }
  BelSymbols *symbols = bel_program_symbols (program);
  for (BelSym sym = 0; sym < bel_symbols_count (symbols); sym++) {
    ck_assert_uint_eq (bel_symbols_find_str (symbols, bel_symbols_text (symbols, sym)), sym);
    g_string_append_printf (out, "%u %s\n", sym, bel_symbols_text (symbols, sym));
  }
  return g_string_free (out, FALSE);
}

static void
assert_error (const Place *place, const BelRuleSchema *schema, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelProgram) program = bel_program_open (place->path, place->rules, schema, &error);
  ck_assert_ptr_null (program);
  ck_assert_msg (g_error_matches (error, BEL_RULE_ERROR, code), "%s", error ? error->message : "there is a program");
}

/* The second time its address is taken, and all pointers are moved. */
START_TEST (compiled_and_parsed_are_the_same)
{
  Place place = place_new ();
  g_autoptr (BelProgram) parsed = parse (&place);
  g_autoptr (BelProgram) first = bel_program_open (place.path, place.rules, NULL, NULL);
  g_autoptr (BelProgram) second = bel_program_open (place.path, place.rules, NULL, NULL);
  ck_assert_ptr_nonnull (first);
  ck_assert_ptr_nonnull (second);
  ck_assert_ptr_ne (bel_program_lexicon (first, "staff"), bel_program_lexicon (second, "staff"));
  g_autofree char *want = describe (parsed), *one = describe (first), *two = describe (second);
  ck_assert_ptr_nonnull (strstr (want, "porter"));
  ck_assert_str_eq (one, want);
  ck_assert_str_eq (two, want);
  place_clear (&place);
}
END_TEST

START_TEST (the_same_rules_give_the_same_bytes)
{
  Place place = place_new ();
  g_autofree char *one = NULL, *two = NULL;
  gsize n_one, n_two;
  ck_assert (g_file_get_contents (place.path, &one, &n_one, NULL));
  g_autoptr (BelProgram) opened = bel_program_open (place.path, place.rules, NULL, NULL);
  g_autoptr (BelProgram) parsed = parse (&place);
  ck_assert (bel_program_save (parsed, place.rules, place.path, NULL));
  ck_assert (g_file_get_contents (place.path, &two, &n_two, NULL));
  ck_assert_uint_eq (n_one, n_two);
  ck_assert_mem_eq (one, two, n_one);
  place_clear (&place);
}
END_TEST

START_TEST (a_document_may_outlive_its_program)
{
  Place place = place_new ();
  BelProgram *program = bel_program_open (place.path, place.rules, NULL, NULL);
  g_autoptr (BelSymbols) symbols = bel_symbols_ref (bel_program_symbols (program));
  bel_program_unref (program);
  ck_assert_uint_ne (bel_symbols_find_str (symbols, "porter"), BEL_NONE);
  place_clear (&place);
}
END_TEST

static const struct {
  const char *name, *text; /* text NULL: the file goes */
  int code;
} CHANGES[] = {
  { "z.belie", "# one more\n", BEL_RULE_ERROR_STALE },
  { "claim.belie", NULL, BEL_RULE_ERROR_STALE },
  { "lexicon/a.belie", "# shorter\n", BEL_RULE_ERROR_STALE },
};

START_TEST (other_rules_are_told)
{
  Place place = place_new ();
  g_autofree char *path = g_build_filename (place.rules, CHANGES[_i].name, NULL);
  if (CHANGES[_i].text)
    put (path, CHANGES[_i].text, strlen (CHANGES[_i].text));
  else
    g_remove (path);
  assert_error (&place, NULL, CHANGES[_i].code);
  place_clear (&place);
}
END_TEST

/* One letter for another: neither the size nor the name tells. */
START_TEST (a_letter_changed_is_told)
{
  Place place = place_new ();
  g_autofree char *path = g_build_filename (place.rules, FILES[0][0], NULL), *text = g_strdup (FILES[0][1]);
  text[strlen (text) / 2] ^= 1;
  put (path, text, strlen (text));
  assert_error (&place, NULL, BEL_RULE_ERROR_STALE);
  write_rules (&place);
  g_autoptr (BelProgram) program = bel_program_open (place.path, place.rules, NULL, NULL);
  ck_assert_ptr_nonnull (program);
  place_clear (&place);
}
END_TEST

START_TEST (another_schema_is_told)
{
  static const BelTypeSpec TYPES[] = { { "mood", BEL_VALUE_NUMBER, NULL } };
  static const BelRuleSchema SCHEMA = { .types = TYPES, .n_types = 1 };
  Place place = place_new ();
  assert_error (&place, &SCHEMA, BEL_RULE_ERROR_STALE);
  g_remove (place.path);
  assert_error (&place, NULL, BEL_RULE_ERROR_OPEN);
  place_clear (&place);
}
END_TEST

static void
fit_checksum (char *bytes, gsize n)
{
  size_t summed = offsetof (BelImageHeader, checksum) + sizeof (uint64_t);
  uint64_t sum = bel_checksum (bytes + summed, n - summed);
  memcpy (bytes + offsetof (BelImageHeader, checksum), &sum, sizeof sum);
}

/* Whatever byte is another one: the file is refused. */
START_TEST (a_byte_changed_is_told)
{
  Place place = place_new ();
  g_autofree char *bytes = NULL;
  gsize n;
  ck_assert (g_file_get_contents (place.path, &bytes, &n, NULL));
  for (gsize at = 0; at < n; at += at < sizeof (BelImageHeader) ? 1 : 1 + n / 256) {
    bool unused = at >= offsetof (BelImageHeader, unused) && at < offsetof (BelImageHeader, n_bytes);
    bytes[at] ^= 0x20;
    put (place.path, bytes, n);
    g_autoptr (BelProgram) program = bel_program_open (place.path, place.rules, NULL, NULL);
    ck_assert_msg (!program == !unused, "byte %zu", at);
    bytes[at] ^= 0x20;
  }
  place_clear (&place);
}
END_TEST

START_TEST (a_file_cut_short_is_told)
{
  Place place = place_new ();
  g_autofree char *bytes = NULL;
  gsize n;
  ck_assert (g_file_get_contents (place.path, &bytes, &n, NULL));
  for (gsize left = 0; left < n; left += left < 2 * sizeof (BelImageHeader) ? 1 : 1 + n / 64) {
    put (place.path, bytes, left);
    assert_error (&place, NULL, left ? BEL_RULE_ERROR_DAMAGED : BEL_RULE_ERROR_OPEN);
  }
  place_clear (&place);
}
END_TEST

/* Places in the header that lead out of the file, under a checksum that fits. */
START_TEST (places_outside_are_told)
{
  static const size_t MEMBERS[] = {
    offsetof (BelImageHeader, program),       offsetof (BelImageHeader, symbols),
    offsetof (BelImageHeader, slots),         offsetof (BelImageHeader, files),
    offsetof (BelImageHeader, relocations),   offsetof (BelImageHeader, n_files),
    offsetof (BelImageHeader, n_slots),       offsetof (BelImageHeader, n_symbols),
    offsetof (BelImageHeader, n_relocations),
  };
  Place place = place_new ();
  g_autofree char *bytes = NULL;
  gsize n;
  ck_assert (g_file_get_contents (place.path, &bytes, &n, NULL));
  uint32_t far = (uint32_t) n;
  memcpy (bytes + MEMBERS[_i], &far, sizeof far);
  fit_checksum (bytes, n);
  put (place.path, bytes, n);
  assert_error (&place, NULL, BEL_RULE_ERROR_DAMAGED);
  place_clear (&place);
}
END_TEST

void
rule_image_tests (Suite *suite)
{
  TCase *tests = tcase_create ("image");
  tcase_set_timeout (tests, 60); /* seconds: a byte at a time, on machines that are busy */
  tcase_add_test (tests, compiled_and_parsed_are_the_same);
  tcase_add_test (tests, the_same_rules_give_the_same_bytes);
  tcase_add_test (tests, a_document_may_outlive_its_program);
  tcase_add_loop_test (tests, other_rules_are_told, 0, G_N_ELEMENTS (CHANGES));
  tcase_add_test (tests, a_letter_changed_is_told);
  tcase_add_test (tests, another_schema_is_told);
  tcase_add_test (tests, a_byte_changed_is_told);
  tcase_add_test (tests, a_file_cut_short_is_told);
  tcase_add_loop_test (tests, places_outside_are_told, 0, 9);
  suite_add_tcase (suite, tests);
}
