/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The model file when it is not what was made, and the same trees from every kernel. */
#include "test-syntax.h"

#include "syntax/model-private.h"

static GByteArray *
read_model (void)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "models", "english.bel", NULL), *bytes = NULL;
  gsize n;
  ck_assert (g_file_get_contents (path, &bytes, &n, NULL));
  return g_byte_array_append (g_byte_array_sized_new ((guint) n), (const guint8 *) bytes, (guint) n);
}

static void
repair_checksum (GByteArray *file)
{
  BelModelHeader *header = (BelModelHeader *) (void *) file->data;
  header->checksum = bel_model_checksum (header + 1, file->len - sizeof *header);
}

static void
check_refused (const GByteArray *file, gsize n_bytes, const char *what, gsize at)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file->data, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (BelModel) model = bel_model_new (bytes, "test", &error);
  ck_assert_msg (!model, "%s at byte %zu was taken for a model", what, (size_t) at);
  ck_assert (g_error_matches (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT));
  ck_assert_ptr_nonnull (strstr (error->message, "test"));
}

START_TEST (a_file_cut_short_is_refused)
{
  g_autoptr (GByteArray) file = read_model ();
  for (gsize i = 0; i < 40; i++)
    check_refused (file, (gsize) file->len * i / 40, "a cut", (gsize) file->len * i / 40);
  for (gsize n = 0; n < 80; n++)
    check_refused (file, n, "a cut", n);
  check_refused (file, file->len - 1, "a cut", file->len - 1);
}
END_TEST

START_TEST (a_flipped_bit_is_noticed)
{
  g_autoptr (GByteArray) file = read_model ();
  uint32_t n_places = 150;
  for (gsize i = 0; i < n_places; i++) {
    gsize at = i < 64 ? i : (gsize) file->len * (i - 63) / n_places;
    file->data[at] ^= (guint8) (1u << (i % 8));
    check_refused (file, file->len, "a flipped bit", at);
    file->data[at] ^= (guint8) (1u << (i % 8));
  }
}
END_TEST

/* Sizes at the head of each section, under a checksum that fits: refused, or taken without reading past the end (which
 * the sanitizers' build sees). */
START_TEST (wrong_sizes_do_no_harm)
{
  g_autoptr (GByteArray) file = read_model ();
  const BelModelHeader *header = (const BelModelHeader *) (void *) file->data;
  const BelModelEntry *table = (const BelModelEntry *) (const void *) (header + 1);
  uint32_t n_refused = 0;
  for (uint32_t s = 0; s < header->n_sections; s++)
    for (gsize k = 0; k < 16; k++) {
      guint8 *at = file->data + table[s].offset + k;
      guint8 before = *at;
      *at ^= (guint8) (k % 4 == 3 ? 0x7F : 0xFF);
      repair_checksum (file);
      g_autoptr (GBytes) bytes = g_bytes_new_static (file->data, file->len);
      g_autoptr (GError) error = NULL;
      g_autoptr (BelModel) model = bel_model_new (bytes, "test", &error);
      n_refused += !model;
      ck_assert (model != NULL || error != NULL);
      *at = before;
    }
  ck_assert_uint_ge (n_refused, 24);
}
END_TEST

START_TEST (sections_of_two_models_do_not_mix)
{
  g_autoptr (GByteArray) file = read_model ();
  const BelModelHeader *header = (const BelModelHeader *) (void *) file->data;
  BelModelEntry *table = (BelModelEntry *) (void *) (file->data + sizeof *header);
  memcpy (table[1].tag, table[0].tag, sizeof table[1].tag);
  repair_checksum (file);
  check_refused (file, file->len, "a second section of one tag", 0);
}
END_TEST

static BelDocument *
parse_with (BelModel *model, const BelKernels *kernels)
{
  static const char TEXT[]
      = "The harbour board appointed Ines Okoro, a lawyer from Lagos, as its director on Monday.\n\n"
        "\"We have neither seen nor signed the letter,\" a spokesman for the ministry told reporters in Geneva, "
        "adding that the talks, which began in March, would go on until the two sides agreed on $4.5 million in "
        "aid.\n\n"
        "According to three officials briefed on the plan, the ferry sank off the coast before dawn. Nobody was "
        "hurt.\n";
  model->kernels = kernels;
  return bel_test_parse (model, TEXT, sizeof TEXT - 1, TRUE);
}

START_TEST (every_kernel_gives_the_same_trees)
{
  g_autoptr (BelModel) model = bel_test_model ();
  int usable;
  g_autoptr (BelDocument) plain = parse_with (model, bel_kernels_get (0, &usable));
  ck_assert_uint_gt (plain->tokens.n, 70);
  const BelKernels *kernels;
  for (unsigned i = 1; (kernels = bel_kernels_get (i, &usable)); i++) {
    if (!usable)
      continue;
    g_autoptr (BelDocument) other = parse_with (model, kernels);
    ck_assert_uint_eq (plain->tokens.n, other->tokens.n);
    for (uint32_t t = 0; t < plain->tokens.n; t++) {
      ck_assert_uint_eq (plain->tokens.head[t], other->tokens.head[t]);
      ck_assert_uint_eq (plain->tokens.dep[t], other->tokens.dep[t]);
      ck_assert_uint_eq (plain->tokens.pos[t], other->tokens.pos[t]);
      ck_assert_uint_eq (plain->tokens.xpos[t], other->tokens.xpos[t]);
    }
  }
}
END_TEST

START_TEST (kernels_are_found_by_name)
{
  const BelKernels *kernels;
  int usable;
  for (unsigned i = 0; (kernels = bel_kernels_get (i, &usable)); i++)
    ck_assert_ptr_eq (bel_kernels_named (kernels->name), usable ? kernels : NULL);
  ck_assert_ptr_null (bel_kernels_named ("abacus"));
}
END_TEST

void
bel_test_syntax_model (Suite *suite)
{
  TCase *tests = tcase_create ("model");
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, a_file_cut_short_is_refused);
  tcase_add_test (tests, a_flipped_bit_is_noticed);
  tcase_add_test (tests, wrong_sizes_do_no_harm);
  tcase_add_test (tests, sections_of_two_models_do_not_mix);
  tcase_add_test (tests, every_kernel_gives_the_same_trees);
  tcase_add_test (tests, kernels_are_found_by_name);
  suite_add_tcase (suite, tests);
}
