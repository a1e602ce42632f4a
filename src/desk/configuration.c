/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/configuration-private.h"

#include "base/glob.h"
#include "desk/settings.h"

#include <string.h>

static void
override_free (gpointer data)
{
  BelOverride *override = data;
  g_ptr_array_unref (override->files);
  g_array_unref (override->levels);
  g_free (override);
}

static void
level_clear (gpointer data)
{
  g_free (((BelRuleLevel *) data)->selector);
}

static void
setting_clear (gpointer data)
{
  g_free (((BelConfigSetting *) data)->key);
  g_free (((BelConfigSetting *) data)->value);
}

#define FILE_NAME ".belie.yaml"

const char *const BEL_LEVEL_NAMES[5] = { "off", "note", "warning", "error", NULL };

static void
text_clear (gpointer data)
{
  BelConfigText *text = data;
  g_free (text->path);
  g_free (text->text);
}

GArray *
bel_config_levels_new (void)
{
  GArray *levels = g_array_new (FALSE, TRUE, sizeof (BelRuleLevel));
  g_array_set_clear_func (levels, level_clear);
  return levels;
}

BelOverride *
bel_override_new (void)
{
  BelOverride *override = g_new0 (BelOverride, 1);
  override->files = g_ptr_array_new_with_free_func (g_free);
  override->levels = bel_config_levels_new ();
  return override;
}

BelConfig *
bel_config_new (void)
{
  BelConfig *config = g_new0 (BelConfig, 1);
  config->settings = g_array_new (FALSE, TRUE, sizeof (BelConfigSetting));
  g_array_set_clear_func (config->settings, setting_clear);
  config->accept.never = g_ptr_array_new_with_free_func (g_free);
  config->alias_lists = g_ptr_array_new_with_free_func (g_free);
  config->exclude = g_ptr_array_new_with_free_func (g_free);
  config->rule_folders = g_ptr_array_new_with_free_func (g_free);
  config->levels = bel_config_levels_new ();
  config->texts = g_array_new (FALSE, TRUE, sizeof (BelConfigText));
  g_array_set_clear_func (config->texts, text_clear);
  config->overrides = g_ptr_array_new_with_free_func (override_free);
  return config;
}

void
bel_config_free (BelConfig *config)
{
  if (!config)
    return;
  g_free (config->path);
  g_free (config->root);
  g_array_unref (config->settings);
  g_ptr_array_unref (config->accept.never);
  g_ptr_array_unref (config->alias_lists);
  g_ptr_array_unref (config->exclude);
  g_ptr_array_unref (config->rule_folders);
  g_array_unref (config->levels);
  g_array_unref (config->texts);
  g_ptr_array_unref (config->overrides);
  g_free (config);
}

/* -- finding --------------------------------------------------------------------------------- */

char *
bel_config_find (const char *folder)
{
  g_autofree char *here = g_canonicalize_filename (folder, NULL);
  for (;;) {
    g_autofree char *path = g_build_filename (here, FILE_NAME, NULL);
    g_autofree char *git = g_build_filename (here, ".git", NULL);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&path);
    char *above = g_path_get_dirname (here);
    gboolean top = g_file_test (git, G_FILE_TEST_EXISTS) || g_str_equal (above, here);
    g_free (here);
    here = above;
    if (top)
      return NULL;
  }
}

BelConfig *
bel_config_load (const char *given, BelDiags *diags, GError **error)
{
  g_autofree char *found = given ? g_strdup (given) : bel_config_find (".");
  if (found && !g_str_equal (found, "none"))
    return bel_config_read (found, diags, error);
  BelConfig *empty = bel_config_new ();
  empty->root = g_get_current_dir ();
  return empty;
}

/* -- what holds for a file ------------------------------------------------------------------- */

char *
bel_config_relative (const BelConfig *config, const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  gsize n = strlen (config->root);
  if (!g_str_has_prefix (whole, config->root) || (n > 1 && whole[n] != '/'))
    return NULL;
  const char *rest = whole + n;
  return g_strdup (*rest == '/' ? rest + 1 : rest);
}

gboolean
bel_selector_matches (const char *selector, const char *rule, const char *class_name)
{
  gsize n = strlen (selector);
  if (g_str_equal (selector, "all") || g_str_equal (selector, rule) || g_str_equal (selector, class_name))
    return TRUE;
  return g_str_has_prefix (rule, selector) && rule[n] == '.';
}

static int
level_in (const GArray *levels, const char *rule, const char *class_name, int level)
{
  for (guint i = 0; i < levels->len; i++) {
    const BelRuleLevel *row = &g_array_index (levels, BelRuleLevel, i);
    if (bel_selector_matches (row->selector, rule, class_name))
      level = (int) row->level;
  }
  return level;
}

static gboolean
matches_any (const GPtrArray *globs, const char *path)
{
  for (guint i = 0; i < globs->len; i++)
    if (bel_glob_match (globs->pdata[i], path))
      return TRUE;
  return FALSE;
}

int
bel_config_level (const BelConfig *config, const char *file, const char *rule, const char *class_name)
{
  int level = level_in (config->levels, rule, class_name, -1);
  g_autofree char *path = bel_config_relative (config, file);
  for (guint i = 0; path && i < config->overrides->len; i++) {
    const BelOverride *override = config->overrides->pdata[i];
    if (matches_any (override->files, path))
      level = level_in (override->levels, rule, class_name, level);
  }
  return level;
}

gboolean
bel_config_excludes (const BelConfig *config, const char *path)
{
  g_autofree char *relative = bel_config_relative (config, path);
  return relative && matches_any (config->exclude, relative);
}

/* -- showing --------------------------------------------------------------------------------- */

/* A double-quoted YAML scalar; what is no plain character is written by its number. */
static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    if (c == '"' || c == '\\')
      g_string_append_printf (out, "\\%c", (char) c);
    else if (g_unichar_isprint (c))
      g_string_append_unichar (out, c);
    else
      g_string_append_printf (out, "\\U%08X", c);
  }
  g_string_append_c (out, '"');
}

static void
append_scalar (GString *out, const char *text)
{
  append_quoted (out, text);
  g_string_append_c (out, '\n');
}

static void
append_field (GString *out, const char *key, const char *value)
{
  if (!value)
    return;
  g_string_append_printf (out, "%s: ", key);
  append_scalar (out, value);
}

static void
append_list (GString *out, const char *indent, const char *key, const GPtrArray *items)
{
  if (items->len)
    g_string_append_printf (out, "%s%s:\n", indent, key);
  for (guint i = 0; i < items->len; i++) {
    g_string_append_printf (out, "%s  - ", indent);
    append_scalar (out, items->pdata[i]);
  }
}

static void
append_levels (GString *out, const char *indent, const GArray *levels)
{
  if (levels->len)
    g_string_append_printf (out, "%srules:\n", indent);
  for (guint i = 0; i < levels->len; i++) {
    const BelRuleLevel *row = &g_array_index (levels, BelRuleLevel, i);
    g_string_append_printf (out, "%s  ", indent);
    if (strspn (row->selector, "abcdefghijklmnopqrstuvwxyz-.") == strlen (row->selector)
        && g_ascii_isalpha (*row->selector))
      g_string_append (out, row->selector);
    else
      append_quoted (out, row->selector);
    g_string_append_printf (out, ": %s\n", BEL_LEVEL_NAMES[row->level]);
  }
}

/* The value of a setting: the last one given, else the default. */
static const char *
value_of (const BelConfig *config, const BelSetting *row)
{
  const char *value = row->otherwise;
  for (guint i = 0; i < config->settings->len; i++) {
    const BelConfigSetting *setting = &g_array_index (config->settings, BelConfigSetting, i);
    if (g_str_equal (setting->key, row->key))
      value = setting->value;
  }
  return value;
}

static void
append_settings (GString *out, const BelConfig *config)
{
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; i < n; i++) {
    if (!(rows[i].where & BEL_SETTING_CONFIG))
      continue;
    if (g_str_equal (rows[i].values, "@number"))
      g_string_append_printf (out, "%s: %s\n", rows[i].key, value_of (config, &rows[i]));
    else
      append_field (out, rows[i].key, value_of (config, &rows[i]));
  }
}

static void
append_accept (GString *out, const BelAcceptPolicy *accept)
{
  g_string_append_printf (out, "accept:\n  require-reason: %s\n  require-date: %s\n",
                          accept->require_reason ? "true" : "false", accept->require_date ? "true" : "false");
  append_list (out, "  ", "never", accept->never);
}

char *
bel_config_show (const BelConfig *config)
{
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "# %s\n", config->path ? config->path : "no configuration file; these are the defaults");
  append_settings (out, config);
  append_accept (out, &config->accept);
  append_list (out, "", "exclude", config->exclude);
  append_list (out, "", "rule-folders", config->rule_folders);
  append_list (out, "", "alias-lists", config->alias_lists);
  append_levels (out, "", config->levels);
  if (config->overrides->len)
    g_string_append (out, "overrides:\n");
  for (guint i = 0; i < config->overrides->len; i++) {
    const BelOverride *override = config->overrides->pdata[i];
    g_string_append (out, "  -\n");
    append_list (out, "    ", "files", override->files);
    append_levels (out, "    ", override->levels);
  }
  return g_string_free (out, FALSE);
}
