/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/ignore.h"

#include "base/glob.h"

#include <string.h>

typedef struct {
  char *base; /* absolute folder of the .gitignore, "/" at its end */
  char *pattern;
  gboolean negated;
  gboolean folders_only;
} Rule;

struct BelIgnore {
  GArray *rules; /* of Rule */
};

static void
rule_clear (gpointer data)
{
  Rule *rule = data;
  g_free (rule->base);
  g_free (rule->pattern);
}

static void
add_line (BelIgnore *ignore, const char *folder, char *line)
{
  g_strchomp (line);
  if (!*line || *line == '#')
    return;
  Rule rule = { .negated = *line == '!' };
  if (rule.negated || *line == '\\')
    line++;
  rule.base = g_str_has_suffix (folder, "/") ? g_strdup (folder) : g_strconcat (folder, "/", NULL);
  rule.pattern = g_strdup (line);
  rule.folders_only = g_str_has_suffix (line, "/");
  g_array_append_val (ignore->rules, rule);
}

guint
bel_ignore_enter (BelIgnore *ignore, const char *folder)
{
  guint mark = ignore->rules->len;
  g_autofree char *whole = g_canonicalize_filename (folder, NULL), *text = NULL;
  g_autofree char *path = g_build_filename (whole, ".gitignore", NULL);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return mark;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    add_line (ignore, whole, lines[i]);
  return mark;
}

void
bel_ignore_leave (BelIgnore *ignore, guint mark)
{
  g_array_set_size (ignore->rules, mark);
}

/* The folders from the root of the repository down to @folder, which is not one of them. */
static GPtrArray *
folders_above (const char *folder)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *here = g_canonicalize_filename (folder, NULL);
  for (;;) {
    g_autofree char *git = g_build_filename (here, ".git", NULL);
    if (g_file_test (git, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&folders);
    char *above = g_path_get_dirname (here);
    gboolean top = g_str_equal (above, here);
    g_free (here);
    here = above;
    if (top)
      return NULL;
    g_ptr_array_insert (folders, 0, g_strdup (here));
  }
}

BelIgnore *
bel_ignore_new (const char *folder)
{
  BelIgnore *ignore = g_new0 (BelIgnore, 1);
  ignore->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (ignore->rules, rule_clear);
  g_autoptr (GPtrArray) above = folders_above (folder);
  for (guint i = 0; above && i < above->len; i++)
    bel_ignore_enter (ignore, above->pdata[i]);
  return ignore;
}

void
bel_ignore_free (BelIgnore *ignore)
{
  if (!ignore)
    return;
  g_array_unref (ignore->rules);
  g_free (ignore);
}

gboolean
bel_ignore_matches (const BelIgnore *ignore, const char *path, gboolean is_folder)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  gboolean ignored = FALSE;
  for (guint i = 0; i < ignore->rules->len; i++) {
    const Rule *rule = &g_array_index (ignore->rules, Rule, i);
    if (rule->folders_only && !is_folder)
      continue;
    if (g_str_has_prefix (whole, rule->base) && bel_glob_match (rule->pattern, whole + strlen (rule->base)))
      ignored = !rule->negated;
  }
  return ignored;
}
