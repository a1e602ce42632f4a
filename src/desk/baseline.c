/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/baseline.h"

#include "base/file.h"
#include "report/json-read.h"
#include "report/json-writer.h"

#include <string.h>

/* A line is kept as it was written. */
typedef struct {
  char *line, *reason;
} Entry;

struct BelBaseline {
  GTree *lines; /* of Entry, by id */
};

static void
entry_free (gpointer data)
{
  g_free (((Entry *) data)->line);
  g_free (((Entry *) data)->reason);
  g_free (data);
}

static Entry *
entry_new (const char *line, const char *reason)
{
  Entry *entry = g_new (Entry, 1);
  *entry = (Entry){ g_strdup (line), g_strdup (reason ? reason : "") };
  return entry;
}

static gint
by_id (gconstpointer a, gconstpointer b, gpointer data)
{
  (void) data;
  return strcmp (a, b);
}

static BelBaseline *
baseline_new (void)
{
  BelBaseline *baseline = g_new0 (BelBaseline, 1);
  baseline->lines = g_tree_new_full (by_id, NULL, g_free, entry_free);
  return baseline;
}

void
bel_baseline_free (BelBaseline *baseline)
{
  if (!baseline)
    return;
  g_tree_unref (baseline->lines);
  g_free (baseline);
}

static gboolean
read_line (BelBaseline *baseline, const char *path, guint number, const char *line, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (json_parser_load_from_data (parser, line, -1, NULL)) {
    JsonNode *root = json_parser_get_root (parser);
    JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
    const char *id = object ? bel_json_member_text (object, "id") : NULL;
    if (id) {
      g_tree_replace (baseline->lines, g_strdup (id), entry_new (line, bel_json_member_text (object, "reason")));
      return TRUE;
    }
  }
  g_set_error (error, BEL_BASE_ERROR, BEL_BASE_ERROR_READ, "%s:%u: expected a JSON object with an \"id\"", path,
               number);
  return FALSE;
}

BelBaseline *
bel_baseline_read (const char *path, GError **error)
{
  g_autoptr (BelBaseline) baseline = baseline_new ();
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&baseline);
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return NULL;
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  g_autofree char *text = g_utf8_make_valid (data, (gssize) n);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]) && !read_line (baseline, path, i + 1, lines[i], error))
      return NULL;
  return g_steal_pointer (&baseline);
}

const char *
bel_baseline_reason (const BelBaseline *baseline, const char *id)
{
  const Entry *entry = g_tree_lookup (baseline->lines, id);
  return entry ? entry->reason : NULL;
}

void
bel_baseline_add (BelBaseline *baseline, const BelConflict *conflict, const char *reason)
{
  g_autoptr (GString) line = g_string_new (NULL);
  BelJson json;
  bel_json_init (&json, line, 0);
  bel_json_object (&json, NULL);
  bel_json_string (&json, "id", conflict->id);
  bel_json_string (&json, "rule", conflict->rule);
  bel_json_string (&json, "question", conflict->question);
  if (reason)
    bel_json_string (&json, "reason", reason);
  bel_json_end (&json);
  g_tree_replace (baseline->lines, g_strdup (conflict->id), entry_new (line->str, reason));
}

static gboolean
append_line (gpointer id, gpointer entry, gpointer out)
{
  (void) id;
  g_string_append (out, ((Entry *) entry)->line);
  g_string_append_c (out, '\n');
  return FALSE;
}

gboolean
bel_baseline_write (const BelBaseline *baseline, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_tree_foreach (baseline->lines, append_line, out);
  return bel_file_write (path, out->str, out->len, error);
}
