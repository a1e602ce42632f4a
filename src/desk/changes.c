/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/changes.h"

#include "desk/settings.h"

#include <string.h>

/* Lines of one file, from 1. */
typedef struct {
  guint first, last;
} Lines;

struct BelChanges {
  char *root;        /* of the repository */
  GHashTable *files; /* path from the root -> GArray of Lines */
  GHashTable *known; /* paths that git follows; all others are new */
};

void
bel_changes_free (BelChanges *changes)
{
  if (!changes)
    return;
  g_free (changes->root);
  g_hash_table_unref (changes->files);
  g_hash_table_unref (changes->known);
  g_free (changes);
}

/* -- asking git ------------------------------------------------------------------------------ */

/* Returns: (transfer full) what git writes; NULL with @error set to the first line of what it complains of. */
static char *
ask_git (const char *const *arguments, GError **error)
{
  g_autofree char *out = NULL, *complaint = NULL;
  g_autoptr (GError) trouble = NULL;
  int status = 0;
  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &complaint, &status,
                     &trouble)) {
    g_set_error (error, BEL_DESK_ERROR, BEL_DESK_ERROR_GIT, "--diff-base: git cannot be run: %s", trouble->message);
    return NULL;
  }
  if (g_spawn_check_wait_status (status, NULL))
    return g_steal_pointer (&out);
  g_autofree char *line = g_strndup (complaint, strcspn (complaint, "\n"));
  g_set_error (error, BEL_DESK_ERROR, BEL_DESK_ERROR_GIT, "--diff-base: git says: %s", line);
  return NULL;
}

/* -- reading a diff -------------------------------------------------------------------------- */

/* "+++ b/NAME", where NAME is quoted when it holds strange characters. Returns: (transfer full) (nullable) NAME. */
static char *
name_of (const char *line)
{
  const char *rest = line + strlen ("+++ ");
  if (*rest != '"')
    return g_str_has_prefix (rest, "b/") ? g_strndup (rest + 2, strcspn (rest + 2, "\t")) : NULL;
  g_autofree char *quoted = g_strndup (rest + 1, strlen (rest) - 2);
  g_autofree char *name = g_strcompress (quoted);
  return g_str_has_prefix (name, "b/") ? g_strdup (name + 2) : NULL;
}

/* "@@ -a,b +FIRST,COUNT @@" */
static void
add_hunk (GArray *list, const char *line)
{
  const char *plus = strstr (line, " +");
  char *end;
  guint64 first = plus ? g_ascii_strtoull (plus + 2, &end, 10) : 0;
  guint64 count = first && *end == ',' ? g_ascii_strtoull (end + 1, NULL, 10) : 1;
  /* where lines were only taken out, those on both sides of the gap now stand together */
  Lines lines = { (guint) first, (guint) (first + (count ? count - 1 : 1)) };
  if (plus)
    g_array_append_val (list, lines);
}

static void
read_diff (BelChanges *changes, char *diff)
{
  GArray *list = NULL;
  g_auto (GStrv) lines = g_strsplit (diff, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    if (g_str_has_prefix (lines[i], "+++ ") && i > 0 && g_str_has_prefix (lines[i - 1], "--- ")) {
      char *name = name_of (lines[i]);
      list = name ? g_array_new (FALSE, FALSE, sizeof (Lines)) : NULL;
      if (name)
        g_hash_table_replace (changes->files, name, list);
    } else if (list && g_str_has_prefix (lines[i], "@@ ")) {
      add_hunk (list, lines[i]);
    }
  }
}

/* A name that holds strange characters is quoted. */
static gboolean
ask_known (BelChanges *changes, GError **error)
{
  const char *const arguments[] = { "git", "-c", "core.quotePath=false", "-C", changes->root, "ls-files", NULL };
  g_autofree char *names = ask_git (arguments, error);
  if (!names)
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    gsize n = strlen (lines[i]);
    g_autofree char *quoted = lines[i][0] == '"' && n > 1 ? g_strndup (lines[i] + 1, n - 2) : NULL;
    g_hash_table_add (changes->known, quoted ? g_strcompress (quoted) : g_strdup (lines[i]));
  }
  return TRUE;
}

BelChanges *
bel_changes_new (const char *ref, GError **error)
{
  g_autoptr (BelChanges) changes = g_new0 (BelChanges, 1);
  changes->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  changes->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const top[] = { "git", "rev-parse", "--show-toplevel", NULL };
  changes->root = ask_git (top, error);
  if (!changes->root)
    return NULL;
  g_strchomp (changes->root);
  g_autofree char *revision = g_strconcat (ref, "^{commit}", NULL);
  const char *const verify[] = { "git", "rev-parse", "--verify", "--quiet", "--end-of-options", revision, NULL };
  g_autofree char *commit = ask_git (verify, NULL);
  if (!commit) {
    g_set_error (error, BEL_DESK_ERROR, BEL_DESK_ERROR_GIT, "--diff-base=%s: there is no such revision here", ref);
    return NULL;
  }
  g_strchomp (commit);
  const char *const diff[] = { "git",
                               "-c",
                               "core.quotePath=false",
                               "-C",
                               changes->root,
                               "diff",
                               "--no-color",
                               "--no-ext-diff",
                               "--unified=0",
                               "-M",
                               "--src-prefix=a/",
                               "--dst-prefix=b/",
                               commit,
                               "--",
                               NULL };
  g_autofree char *text = ask_git (diff, error);
  if (!text || !ask_known (changes, error))
    return NULL;
  read_diff (changes, text);
  return g_steal_pointer (&changes);
}

bool
bel_changes_touch (const BelChanges *changes, const char *file, guint first, guint last)
{
  g_autofree char *whole = g_canonicalize_filename (file, NULL);
  gsize n = strlen (changes->root);
  if (!g_str_has_prefix (whole, changes->root) || whole[n] != '/')
    return true;
  const char *path = whole + n + 1;
  const GArray *list = g_hash_table_lookup (changes->files, path);
  for (guint i = 0; list && i < list->len; i++) {
    const Lines *lines = &g_array_index (list, Lines, i);
    if (lines->first <= last && first <= lines->last)
      return true;
  }
  return !g_hash_table_contains (changes->known, path);
}
