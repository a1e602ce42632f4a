/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The model file, broken in every way we could think of: always an error that says what is wrong. */
#include "test-parser.h"

#include "syntax/model-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_PARTS 3

static GBytes *
sample (void)
{
  static const char TEXT[] = "some bytes of no meaning, more than one line of them for the sake of the padding .......";
  const BelModelPart parts[N_PARTS] = { { "AAAA", TEXT, sizeof TEXT }, { "BBBB", TEXT, 7 }, { "CCCC", TEXT, 0 } };
  return bel_model_pack (parts, N_PARTS);
}

/* Sets the checksum right again after an edit. */
static void
seal (char *image, gsize n_bytes)
{
  BelModelHeader *header = (BelModelHeader *) image;
  header->checksum = bel_model_checksum (header + 1, n_bytes - sizeof *header);
}

static BelModelEntry *
entry_of (char *image, int i)
{
  return (BelModelEntry *) (image + sizeof (BelModelHeader)) + i;
}

typedef enum {
  CUT_TO_NOTHING,
  CUT_IN_HEADER,
  CUT_AT_END,
  LONGER,
  OTHER_MAGIC,
  OTHER_VERSION,
  MANY_SECTIONS,
  FLIPPED_BIT,
  FLIPPED_LAST_BYTE,
  OFFSET_OUTSIDE,
  OFFSET_IN_TABLE,
  OFFSET_UNALIGNED,
  SIZE_OUTSIDE,
  SIZE_HUGE,
  SAME_TAG,
} Damage;

static const struct {
  Damage damage;
  const char *message;
} DAMAGES[] = {
  { CUT_TO_NOTHING, "does not begin as one" },
  { CUT_IN_HEADER, "does not begin as one" },
  { CUT_AT_END, "cut short" },
  { LONGER, "longer than it says" },
  { OTHER_MAGIC, "does not begin as one" },
  { OTHER_VERSION, "of version 77" },
  { MANY_SECTIONS, "table of sections is too long" },
  { FLIPPED_BIT, "checksum" },
  { FLIPPED_LAST_BYTE, "checksum" },
  { OFFSET_OUTSIDE, "outside of the file" },
  { OFFSET_IN_TABLE, "outside of the file" },
  { OFFSET_UNALIGNED, "outside of the file" },
  { SIZE_OUTSIDE, "outside of the file" },
  { SIZE_HUGE, "outside of the file" },
  { SAME_TAG, "one tag" },
};

static gsize
break_image (char *image, gsize n_bytes, Damage damage)
{
  BelModelHeader *header = (BelModelHeader *) image;
  switch (damage) {
  case CUT_TO_NOTHING:
    return 0;
  case CUT_IN_HEADER:
    return sizeof *header - 1;
  case CUT_AT_END:
    return n_bytes - 1;
  case LONGER:
    return n_bytes + 1;
  case OTHER_MAGIC:
    image[3] ^= 1;
    break;
  case OTHER_VERSION:
    header->version = 77;
    break;
  case MANY_SECTIONS:
    header->n_sections = 1u << 30;
    break;
  case FLIPPED_BIT:
    image[n_bytes / 2] ^= 4;
    return n_bytes;
  case FLIPPED_LAST_BYTE:
    image[n_bytes - 1] ^= 1;
    return n_bytes;
  case OFFSET_OUTSIDE:
    entry_of (image, 1)->offset = (n_bytes + 64) / 64 * 64;
    break;
  case OFFSET_IN_TABLE:
    entry_of (image, 0)->offset = 64;
    break;
  case OFFSET_UNALIGNED:
    entry_of (image, 0)->offset += 1;
    break;
  case SIZE_OUTSIDE:
    entry_of (image, 1)->n_bytes = n_bytes;
    break;
  case SIZE_HUGE:
    entry_of (image, 0)->n_bytes = UINT64_MAX;
    break;
  case SAME_TAG:
    memcpy (entry_of (image, 1)->tag, "AAAA", 4);
    break;
  }
  seal (image, n_bytes);
  return n_bytes;
}

START_TEST (broken_files_are_said)
{
  g_autoptr (GBytes) good = sample ();
  gsize n_bytes;
  const char *data = g_bytes_get_data (good, &n_bytes);
  char *image = g_malloc0 (n_bytes + 64);
  memcpy (image, data, n_bytes);
  gsize n = break_image (image, n_bytes, DAMAGES[_i].damage);
  g_autoptr (GBytes) bytes = g_bytes_new_take (image, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (BelModel) model = bel_model_frame (bytes, "x.bel", &error);
  ck_assert_msg (model == NULL, "damage %d went unnoticed", (int) DAMAGES[_i].damage);
  ck_assert (g_error_matches (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT));
  ck_assert_ptr_nonnull (strstr (error->message, DAMAGES[_i].message));
  ck_assert_ptr_nonnull (strstr (error->message, "x.bel"));
}
END_TEST

START_TEST (sections_come_back)
{
  g_autoptr (GBytes) bytes = sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelModel) model = bel_model_frame (bytes, "x.bel", &error);
  ck_assert_msg (model != NULL, "%s", error ? error->message : "");
  size_t n;
  const char *part = bel_model_section (model, "BBBB", &n);
  ck_assert_uint_eq (n, 7);
  ck_assert_uint_eq (((uintptr_t) part - (uintptr_t) g_bytes_get_data (bytes, NULL)) % BEL_MODEL_ALIGN, 0);
  ck_assert_mem_eq (part, "some by", 7);
  ck_assert_ptr_nonnull (bel_model_section (model, "CCCC", &n));
  ck_assert_uint_eq (n, 0);
  ck_assert_ptr_null (bel_model_section (model, "DDDD", &n));
  ck_assert_ptr_eq (bel_model_ref (model), model);
  bel_model_unref (model);
}
END_TEST

static char *
scratch_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("belie-XXXXXX", &error);
  ck_assert_msg (folder != NULL, "%s", error ? error->message : "");
  return g_build_filename (folder, "x.bel", NULL);
}

static void
remove_scratch (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_remove (path);
  g_rmdir (folder);
}

START_TEST (put_replaces_one_section_and_keeps_the_rest)
{
  g_autofree char *path = scratch_file ();
  g_autoptr (GError) error = NULL;
  const BelModelPart a = { "AAAA", "one", 3 }, b = { "BBBB", "two", 3 }, c = { "AAAA", "three", 5 };
  ck_assert (bel_model_put (path, &a, &error));
  ck_assert (bel_model_put (path, &b, &error));
  ck_assert (bel_model_put (path, &c, &error));
  g_autofree char *data = NULL;
  gsize n_data;
  ck_assert (g_file_get_contents (path, &data, &n_data, &error));
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_data);
  g_autoptr (BelModel) model = bel_model_frame (bytes, path, &error);
  ck_assert_ptr_nonnull (model);
  size_t n;
  ck_assert_mem_eq (bel_model_section (model, "AAAA", &n), "three", 5);
  ck_assert_mem_eq (bel_model_section (model, "BBBB", &n), "two", 3);
  g_autoptr (BelModel) opened = bel_model_open (path, &error);
  ck_assert_ptr_null (opened);
  ck_assert (g_error_matches (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT));
  ck_assert_ptr_nonnull (strstr (error->message, "is missing"));
  remove_scratch (path);
}
END_TEST

START_TEST (a_missing_file_is_said)
{
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (bel_model_open ("/nowhere/at/all.bel", &error));
  ck_assert (g_error_matches (error, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_OPEN));
  ck_assert_ptr_nonnull (strstr (error->message, "/nowhere/at/all.bel"));
}
END_TEST

static const char *const OWN[] = { "LEXI", "TAGS", "PARS" };

static GBytes *
read_model (void)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "models", "english.bel", NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize n;
  ck_assert_msg (g_file_get_contents (path, &data, &n, &error), "%s", error ? error->message : "");
  return g_bytes_new_take (data, n);
}

/* A section of the right tag and the wrong size must not be looked into past its end. */
START_TEST (cut_sections_are_said)
{
  g_autoptr (GBytes) bytes = read_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelModel) model = bel_model_frame (bytes, "english.bel", &error);
  ck_assert_msg (model != NULL, "%s", error ? error->message : "");
  size_t n;
  const char *section = bel_model_section (model, OWN[_i], &n);
  ck_assert_ptr_nonnull (section);
  const size_t sizes[] = { 0, 1, 15, 63, 64, 4096, n - 64, n - 1 };
  for (size_t k = 0; k < G_N_ELEMENTS (sizes); k++) {
    g_autofree char *copy = g_memdup2 (section, sizes[k]); /* of its own, so that sanitizers see the end */
    BelModelPart part = { .data = copy, .n_bytes = sizes[k] };
    memcpy (part.tag, OWN[_i], 4);
    g_autoptr (GBytes) image = bel_model_pack (&part, 1);
    g_autoptr (GError) said = NULL;
    g_autoptr (BelModel) broken = bel_model_new (image, "cut.bel", &said);
    ck_assert_msg (broken == NULL, "%s of %zu bytes was taken", OWN[_i], sizes[k]);
    ck_assert (g_error_matches (said, BEL_SYNTAX_ERROR, BEL_SYNTAX_ERROR_FORMAT));
    ck_assert_ptr_nonnull (strstr (said->message, OWN[_i]));
  }
}
END_TEST

void
bel_test_parser_model (Suite *suite)
{
  TCase *tcase = tcase_create ("model");
  tcase_add_loop_test (tcase, broken_files_are_said, 0, (int) G_N_ELEMENTS (DAMAGES));
  tcase_add_test (tcase, sections_come_back);
  tcase_add_test (tcase, put_replaces_one_section_and_keeps_the_rest);
  tcase_add_test (tcase, a_missing_file_is_said);
  tcase_add_loop_test (tcase, cut_sections_are_said, 0, (int) G_N_ELEMENTS (OWN));
  tcase_set_timeout (tcase, 60);
  suite_add_tcase (suite, tcase);
}
