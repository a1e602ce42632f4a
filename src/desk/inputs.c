/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "desk/inputs.h"

#include "base/file.h"
#include "base/limits.h"
#include "desk/ignore.h"

#include <string.h>

static void
file_free (gpointer data)
{
  BelFile *file = data;
  bel_findings_free (file->findings);
  bel_document_free (file->document);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  bel_diags_free (file->diags);
  g_clear_error (&file->error);
  g_free (file->name);
  g_free (file->path);
  g_free (file);
}

static void
add_file (GPtrArray *files, const char *name, const char *path)
{
  BelFile *file = g_new0 (BelFile, 1);
  file->name = g_strdup (name);
  file->path = g_strdup (path);
  file->diags = bel_diags_new ();
  g_ptr_array_add (files, file);
}

/* -- folders --------------------------------------------------------------------------------- */

static gint
by_bytes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
entries_of (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  if (!dir)
    return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (dir));)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_bytes);
  return names;
}

typedef struct {
  GPtrArray *files;
  BelIgnore *ignore;
  const BelConfig *config; /* (nullable) */
} Walk;

static void
add_fault (const Walk *walk, const char *folder, GError *error)
{
  add_file (walk->files, folder, folder);
  BelFile *file = walk->files->pdata[walk->files->len - 1];
  file->error = error ? error
                      : g_error_new (BEL_BASE_ERROR, BEL_BASE_ERROR_OPEN, "%s: more than %u folders within folders",
                                     folder, BEL_LIMIT_FOLDER_DEPTH);
}

static bool
is_left_out (const Walk *walk, const char *path, bool is_folder)
{
  return bel_ignore_matches (walk->ignore, path, is_folder)
         || (walk->config && bel_config_excludes (walk->config, path));
}

/* Links to folders are not followed, so a walk ends. */
static void
walk_folder (const Walk *walk, const char *folder, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = entries_of (folder, &error);
  if (!names || depth >= BEL_LIMIT_FOLDER_DEPTH) {
    add_fault (walk, folder, g_steal_pointer (&error));
    return;
  }
  guint mark = bel_ignore_enter (walk->ignore, folder);
  for (guint i = 0; i < names->len; i++) {
    bool here = g_str_equal (folder, ".");
    g_autofree char *path = here ? g_strdup (names->pdata[i]) : g_build_filename (folder, names->pdata[i], NULL);
    bool is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
    if (is_left_out (walk, path, is_folder))
      continue;
    if (!is_folder && bel_input_is_known_name (path))
      add_file (walk->files, path, path);
    else if (is_folder && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      walk_folder (walk, path, depth + 1);
  }
  bel_ignore_leave (walk->ignore, mark);
}

static void
walk_from (GPtrArray *files, const char *folder, const BelConfig *config)
{
  g_autoptr (BelIgnore) ignore = bel_ignore_new (folder);
  Walk walk = { files, ignore, config };
  walk_folder (&walk, folder, 0);
}

static void
add_folder (GPtrArray *files, const char *folder, const BelReadOptions *options)
{
  guint before = files->len;
  walk_from (files, folder, options->config);
  if (files->len == before && options->messages)
    g_string_append_printf (options->messages, "belie: no draft in the folder %s, or all are ignored or excluded\n",
                            folder);
}

GPtrArray *
bel_inputs_new (void)
{
  return g_ptr_array_new_with_free_func (file_free);
}

void
bel_inputs_add_bytes (GPtrArray *files, const char *name, const char *bytes, gsize n_bytes)
{
  add_file (files, name, name);
  BelFile *file = files->pdata[files->len - 1];
  file->bytes = bel_bytes_copy (bytes, n_bytes);
}

void
bel_inputs_find (GPtrArray *files, char **names, int n, const BelReadOptions *options)
{
  const char *stdin_name = options->stdin_name ? options->stdin_name : "-";
  for (int i = 0; i < n; i++) {
    if (g_str_equal (names[i], "-"))
      add_file (files, stdin_name, "-");
    else if (g_file_test (names[i], G_FILE_TEST_IS_DIR))
      add_folder (files, names[i], options);
    else
      add_file (files, names[i], names[i]);
  }
  if (files->len == 0 && n == 0)
    add_file (files, stdin_name, "-");
}

/* -- reading --------------------------------------------------------------------------------- */

void
bel_inputs_each (const GPtrArray *items, guint jobs, GFunc work, gpointer data)
{
  if (jobs <= 1 || items->len <= 1) {
    for (guint i = 0; i < items->len; i++)
      work (items->pdata[i], data);
    return;
  }
  GThreadPool *pool = g_thread_pool_new (work, data, (gint) MIN (jobs, items->len), FALSE, NULL);
  for (guint i = 0; i < items->len; i++)
    g_thread_pool_push (pool, items->pdata[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

typedef struct {
  const BelEngine *engine;
  const BelReadOptions *options;
  gsize n_files;
  gsize n_done;
  GMutex lock;
} Job;

/* Seconds since *@mark, which becomes now. */
static double
lap (gint64 *mark)
{
  gint64 before = *mark;
  *mark = g_get_monotonic_time ();
  return (double) (*mark - before) / G_USEC_PER_SEC;
}

static void
read_file (BelFile *file, const Job *job)
{
  gint64 mark = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = file->bytes ? g_bytes_ref (file->bytes) : bel_file_read (file->path, &file->error);
  if (!bytes)
    return;
  BelInput input = job->options->input;
  file->document = bel_engine_read_bytes (job->engine, file->name, bytes, input, file->diags, &file->error);
  file->seconds[BEL_STAGE_READ] = lap (&mark);
  if (!file->document)
    return;
  if (file->document->date == BEL_DAY_NONE)
    file->document->date = job->options->as_of;
  bel_engine_parse (job->engine, file->document, input, file->diags);
  file->seconds[BEL_STAGE_PARSE] = lap (&mark);
  file->claims = bel_engine_extract (job->engine, file->document);
  file->seconds[BEL_STAGE_EXTRACT] = lap (&mark);
  file->n_claims = file->claims->claims.n;
  file->n_sentences = file->document->sentences.n;
  file->n_bytes = file->document->n_source;
  file->date = file->document->date;
  if (job->options->settle)
    job->options->settle (file, job->options->settle_data);
  file->seconds[BEL_STAGE_COMPARE] = lap (&mark); /* of a draft that is compared with no other */
}

static void
read_item (gpointer item, gpointer data)
{
  BelFile *file = item;
  Job *job = data;
  if (!file->error)
    read_file (file, job);
  if (!job->options->progress)
    return;
  g_mutex_lock (&job->lock);
  job->options->progress (++job->n_done, job->n_files, job->options->progress_data);
  g_mutex_unlock (&job->lock);
}

void
bel_inputs_read (const BelEngine *engine, GPtrArray *files, const BelReadOptions *options)
{
  Job job = { .engine = engine, .options = options, .n_files = files->len };
  g_mutex_init (&job.lock);
  bel_inputs_each (files, options->jobs, read_item, &job);
  g_mutex_clear (&job.lock);
}

guint
bel_inputs_faults (const GPtrArray *files, GString *out)
{
  guint bad = 0;
  for (guint i = 0; i < files->len; i++) {
    const BelFile *file = files->pdata[i];
    for (guint k = 0; k < bel_diags_count (file->diags); k++) {
      g_autofree char *text = bel_diag_format (bel_diags_get (file->diags, k));
      g_string_append (out, text);
    }
    if (file->error)
      g_string_append_printf (out, "belie: %s\n", file->error->message);
    bad += file->error || bel_diags_count_at_least (file->diags, BEL_SEVERITY_ERROR) > 0;
  }
  return bad;
}
