/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/settings.h"

#include "base/closest.h"
#include "document/metadata.h"

#include <string.h>

#define MAX_JOBS 1024

G_DEFINE_QUARK (bel - desk - error, bel_desk_error)

static const BelSetting SETTINGS[] = {
#define OPTION BEL_SETTING_OPTION
#define CONFIG BEL_SETTING_CONFIG
#define S(key, letter, argument, values, otherwise, where, summary) \
  { key, letter, argument, values, otherwise, where, summary },
#include "desk/settings.def"
#undef S
#undef OPTION
#undef CONFIG
};

const BelSetting *
bel_settings_table (guint *out_n)
{
  *out_n = G_N_ELEMENTS (SETTINGS);
  return SETTINGS;
}

/* -- words ----------------------------------------------------------------------------------- */

static char **
format_names (void)
{
  guint n;
  const BelFormat *formats = bel_formats (&n);
  char **names = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (formats[i].name);
  return names;
}

char **
bel_setting_words (const char *values)
{
  if (g_str_equal (values, "@formats"))
    return format_names ();
  if (g_str_equal (values, "@inputs"))
    return g_strdupv ((char **) bel_input_names ());
  return *values && *values != '@' ? g_strsplit (values, " ", -1) : NULL;
}

int
bel_setting_choose (const char *word, char *const *words, GError **error)
{
  guint n = g_strv_length ((char **) words);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (word, words[i]))
      return (int) i;
  const char *meant = bel_closest (word, (const char *const *) words, n);
  g_autofree char *known = g_strjoinv (", ", (char **) words);
  g_autofree char *hint = meant ? g_strdup_printf ("did you mean '%s'? It", meant) : g_strdup ("it");
  g_set_error (error, BEL_DESK_ERROR, BEL_DESK_ERROR_VALUE, "'%s' is not known: %s takes %s", word, hint, known);
  return -1;
}

/* -- values ---------------------------------------------------------------------------------- */

static gboolean
refuse (const char *value, const char *expected, GError **error)
{
  g_set_error (error, BEL_DESK_ERROR, BEL_DESK_ERROR_VALUE, "'%s': expected %s", value, expected);
  return FALSE;
}

static gboolean
set_number (BelSettings *settings, const char *value, GError **error)
{
  char *end;
  double number = g_ascii_strtod (value, &end);
  if (end == value || *end || !(number >= 0 && number <= 1))
    return refuse (value, "a number from 0 to 1", error);
  settings->min_confidence = number;
  return TRUE;
}

static gboolean
set_date (BelSettings *settings, const char *value, GError **error)
{
  return bel_date_parse (value, strlen (value), &settings->as_of) || refuse (value, "a date, as 2024-11-17", error);
}

static gboolean
set_jobs (BelSettings *settings, const char *value, GError **error)
{
  guint64 n;
  if (!g_ascii_string_to_unsigned (value, 10, 0, MAX_JOBS, &n, NULL))
    return refuse (value, "a number of threads from 0 to 1024", error);
  settings->jobs = n ? (guint) n : g_get_num_processors ();
  return TRUE;
}

/* Settings that take one of some words, by the index of the word. */
static void
set_choice (BelSettings *settings, const char *key, int choice)
{
  guint n;
  if (g_str_equal (key, "format"))
    settings->format = &bel_formats (&n)[choice];
  else if (g_str_equal (key, "input"))
    settings->input = (BelInput) choice;
  else if (g_str_equal (key, "group-by"))
    settings->grouping = (BelGrouping) choice;
  else if (g_str_equal (key, "fail-level"))
    settings->fail_level = (BelFailLevel) choice;
  else
    g_assert_not_reached ();
}

static gboolean
set_text (BelSettings *settings, const char *key, const char *value, GError **error)
{
  char **place = g_str_equal (key, "baseline")    ? &settings->baseline
                 : g_str_equal (key, "diff-base") ? &settings->diff_base
                 : g_str_equal (key, "facts")     ? &settings->facts
                                                  : &settings->stdin_path;
  if (!*value)
    return refuse (value, "some text", error);
  g_free (*place);
  *place = g_strdup (value);
  return TRUE;
}

static gboolean
set_value (BelSettings *settings, const BelSetting *row, const char *value, GError **error)
{
  g_auto (GStrv) words = bel_setting_words (row->values);
  if (words) {
    int choice = bel_setting_choose (value, words, error);
    if (choice >= 0)
      set_choice (settings, row->key, choice);
    return choice >= 0;
  }
  if (g_str_equal (row->values, "@number"))
    return set_number (settings, value, error);
  if (g_str_equal (row->values, "@date"))
    return set_date (settings, value, error);
  if (g_str_equal (row->values, "@count"))
    return set_jobs (settings, value, error);
  return set_text (settings, row->key, value, error);
}

static const BelSetting *
find_setting (const char *key, GError **error)
{
  const char *keys[G_N_ELEMENTS (SETTINGS)];
  for (guint i = 0; i < G_N_ELEMENTS (SETTINGS); i++) {
    keys[i] = SETTINGS[i].key;
    if (g_str_equal (key, SETTINGS[i].key))
      return &SETTINGS[i];
  }
  const char *meant = bel_closest (key, keys, G_N_ELEMENTS (keys));
  g_set_error (error, BEL_DESK_ERROR, BEL_DESK_ERROR_KEY,
               meant ? "there is no setting '%s': did you mean '%s'?" : "there is no setting '%s'", key, meant);
  return NULL;
}

gboolean
bel_settings_set (BelSettings *settings, const char *key, const char *value, GError **error)
{
  const BelSetting *row = find_setting (key, error);
  return row && set_value (settings, row, value, error);
}

BelSettings *
bel_settings_new (void)
{
  BelSettings *settings = g_new0 (BelSettings, 1);
  settings->as_of = BEL_DAY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (SETTINGS); i++) {
    gboolean good = !SETTINGS[i].otherwise || bel_settings_set (settings, SETTINGS[i].key, SETTINGS[i].otherwise, NULL);
    g_assert (good);
  }
  return settings;
}

void
bel_settings_free (BelSettings *settings)
{
  if (!settings)
    return;
  g_free (settings->baseline);
  g_free (settings->diff_base);
  g_free (settings->stdin_path);
  g_free (settings->facts);
  g_free (settings);
}
