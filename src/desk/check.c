/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "config.h"

#include "desk/check.h"

#include "base/file.h"
#include "base/limits.h"
#include "desk/changes.h"
#include "desk/facts.h"
#include "desk/policy.h"

#include <string.h>

struct BelieDesk {
  BelConfig *config;
  BelEngine *engine;
  double seconds;
};

/* A row of what is listed, so that the public handle can stay opaque. */
struct BelieConflict {
  BelListed listed;
};

struct BelieCheck {
  const BelieDesk *desk;
  BelSettings *settings;
  GPtrArray *words;  /* of paths; folders are walked when the check runs */
  GPtrArray *files;  /* of BelFile * */
  GPtrArray *facts;  /* (nullable) of one BelFile * */
  GPtrArray *groups; /* of BelGroup * */
  GArray *rows;      /* of BelReportFile */
  GPtrArray *findings;
  GArray *listed; /* of BelieConflict */
  GString *messages;
  BelBaseline *baseline; /* (nullable) */
  BelChanges *changes;   /* (nullable) */
  BelReport report;
  BelTimings timings;
  BelieProgress *progress;
  gpointer progress_data;
  guint n_bad;
  bool ignore_baseline;
};

const char *
belie_version (void)
{
  return PACKAGE_VERSION;
}

void
belie_free (void *memory)
{
  g_free (memory);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* -- the desk -------------------------------------------------------------------------------- */

static void
append_error (GString *messages, const GError *error)
{
  g_string_append_printf (messages, "belie: %s\n", error->message);
}

static void
append_diags (GString *messages, const BelDiags *diags)
{
  for (guint i = 0; i < bel_diags_count (diags); i++) {
    g_autofree char *text = bel_diag_format (bel_diags_get (diags, i));
    g_string_append (messages, text);
  }
}

static BelEngine *
make_engine (const BelConfig *config, BelDiags *diags, GError **error)
{
  g_autofree char *datadir = bel_engine_find_data ();
  g_autofree char *own = g_build_filename (datadir, "rules", NULL);
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();
  g_ptr_array_add (folders, own);
  for (guint i = 0; i < config->rule_folders->len; i++)
    g_ptr_array_add (folders, config->rule_folders->pdata[i]);
  g_ptr_array_add (folders, NULL);
  return bel_engine_new_with_rules (datadir, (const char *const *) folders->pdata, diags, error);
}

/* "Main name TAB other TAB other", a line each; "#" begins a remark. */
static gboolean
read_aliases (GHashTable *aliases, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return FALSE;
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  g_autofree char *text = g_utf8_make_valid (data, (gssize) n), *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (lower, "\r\n", -1);
  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) names = g_strsplit (lines[i], "\t", -1);
    if (*lines[i] == '#' || !names[0] || !*g_strstrip (names[0]))
      continue;
    for (guint k = 0; names[k]; k++)
      g_hash_table_replace (aliases, g_strdup (g_strstrip (names[k])), g_strdup (names[0]));
  }
  return TRUE;
}

static gboolean
take_aliases (BelieDesk *desk, GError **error)
{
  const GPtrArray *lists = desk->config->alias_lists;
  g_autoptr (GHashTable) aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < lists->len; i++)
    if (!read_aliases (aliases, lists->pdata[i], error))
      return FALSE;
  if (lists->len)
    bel_engine_take_aliases (desk->engine, g_steal_pointer (&aliases));
  return TRUE;
}

BelieDesk *
belie_desk_new (const char *config, char **out_messages)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (BelieDesk) desk = g_new0 (BelieDesk, 1);
  desk->config = bel_config_load (config, diags, &error);
  desk->engine = desk->config ? make_engine (desk->config, diags, &error) : NULL;
  bool good = desk->engine && take_aliases (desk, &error);
  if (good)
    bel_policy_review_config (desk->config, bel_engine_program (desk->engine), diags);
  append_diags (messages, diags);
  if (error)
    append_error (messages, error);
  if (out_messages)
    *out_messages = messages->len ? g_strdup (messages->str) : NULL;
  desk->seconds = seconds_since (start);
  return good ? g_steal_pointer (&desk) : NULL;
}

void
belie_desk_free (BelieDesk *desk)
{
  if (!desk)
    return;
  bel_engine_free (desk->engine);
  bel_config_free (desk->config);
  g_free (desk);
}

const BelEngine *
bel_desk_engine (const BelieDesk *desk)
{
  return desk->engine;
}

const BelConfig *
bel_desk_config (const BelieDesk *desk)
{
  return desk->config;
}

/* -- a check --------------------------------------------------------------------------------- */

BelieCheck *
belie_check_new (const BelieDesk *desk)
{
  BelieCheck *check = g_new0 (BelieCheck, 1);
  check->desk = desk;
  check->settings = bel_settings_new ();
  check->words = g_ptr_array_new_with_free_func (g_free);
  check->files = bel_inputs_new ();
  check->messages = g_string_new (NULL);
  for (guint i = 0; i < desk->config->settings->len; i++) {
    const BelConfigSetting *setting = &g_array_index (desk->config->settings, BelConfigSetting, i);
    gboolean good = bel_settings_set (check->settings, setting->key, setting->value, NULL);
    g_assert (good); /* it was tried when the configuration was read */
  }
  return check;
}

void
belie_check_free (BelieCheck *check)
{
  if (!check)
    return;
  g_clear_pointer (&check->listed, g_array_unref);
  g_clear_pointer (&check->findings, g_ptr_array_unref);
  g_clear_pointer (&check->rows, g_array_unref);
  g_clear_pointer (&check->groups, g_ptr_array_unref);
  g_ptr_array_unref (check->files);
  g_clear_pointer (&check->facts, g_ptr_array_unref);
  bel_baseline_free (check->baseline);
  bel_changes_free (check->changes);
  g_ptr_array_unref (check->words);
  g_string_free (check->messages, TRUE);
  bel_settings_free (check->settings);
  g_free (check);
}

int
belie_check_set (BelieCheck *check, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  if (bel_settings_set (check->settings, key, value, &error))
    return 0;
  if (g_error_matches (error, BEL_DESK_ERROR, BEL_DESK_ERROR_KEY))
    append_error (check->messages, error);
  else
    g_string_append_printf (check->messages, "belie: --%s=%s\n", key, error->message);
  return -1;
}

void
belie_check_add_path (BelieCheck *check, const char *path)
{
  g_ptr_array_add (check->words, g_strdup (path));
}

void
belie_check_add_text (BelieCheck *check, const char *name, const char *bytes, size_t n_bytes)
{
  bel_inputs_add_bytes (check->files, name, bytes, n_bytes);
}

void
belie_check_set_progress (BelieCheck *check, BelieProgress *progress, void *data)
{
  check->progress = progress;
  check->progress_data = data;
}

void
bel_check_ignore_baseline (BelieCheck *check)
{
  check->ignore_baseline = true;
}

/* -- running --------------------------------------------------------------------------------- */

static void
settle (BelFile *file, gconstpointer data)
{
  const BelieCheck *check = data;
  bel_file_settle (check->desk->engine, file, check->settings->grouping, (float) check->settings->min_confidence);
}

static void
read_files (BelieCheck *check)
{
  const BelSettings *settings = check->settings;
  BelReadOptions options = {
    .input = settings->input,
    .as_of = settings->as_of,
    .stdin_name = settings->stdin_path,
    .jobs = settings->jobs,
    .config = check->desk->config,
    .settle = check->settings->facts ? NULL : settle,
    .settle_data = check,
    .progress = check->progress,
    .progress_data = check->progress_data,
    .messages = check->messages,
  };
  gint64 start = g_get_monotonic_time ();
  bel_inputs_find (check->files, (char **) check->words->pdata, (int) check->words->len, &options);
  check->timings.find = seconds_since (start);
  bel_inputs_read (check->desk->engine, check->files, &options);
  if (settings->facts)
    check->facts = bel_facts_read (check->desk->engine, settings->facts, &options);
  for (guint i = 0; i < check->files->len; i++) {
    const BelFile *file = check->files->pdata[i];
    check->timings.read += file->seconds[BEL_STAGE_READ];
    check->timings.parse += file->seconds[BEL_STAGE_PARSE];
    check->timings.extract += file->seconds[BEL_STAGE_EXTRACT];
    check->timings.compare += file->seconds[BEL_STAGE_COMPARE];
  }
}

static void
compare_files (BelieCheck *check)
{
  const BelSettings *settings = check->settings;
  gint64 start = g_get_monotonic_time ();
  BelFile *facts = check->facts ? check->facts->pdata[0] : NULL;
  check->groups = bel_groups_compare (check->desk->engine, check->files, facts && facts->claims ? facts : NULL,
                                      settings->grouping, (float) settings->min_confidence, settings->jobs);
  check->timings.compare += seconds_since (start);
}

/* What the limit of conflicts kept out of the report is told. */
static void
tell_limits (BelieCheck *check)
{
  g_autoptr (BelDiags) diags = bel_diags_new ();
  for (guint i = 0; i < check->groups->len; i++) {
    const BelGroup *group = check->groups->pdata[i];
    const BelFile *first = group->files->pdata[0];
    if (group->findings->left_out)
      bel_diags_add (diags, BEL_SEVERITY_WARNING, "conflict.limit", first->name, NULL, 0, BEL_SPAN (0, 0),
                     "of it and what it is compared with, the gravest %u conflicts are reported; %u more are left out",
                     BEL_LIMIT_CONFLICTS, group->findings->left_out);
  }
  append_diags (check->messages, diags);
}

/* Returns: FALSE with @error set. */
static gboolean
open_policy (BelieCheck *check, GError **error)
{
  if (!check->ignore_baseline && !(check->baseline = bel_baseline_read (check->settings->baseline, error)))
    return FALSE;
  const char *ref = check->settings->diff_base;
  return !ref || (check->changes = bel_changes_new (ref, error));
}

static void
apply_policy (BelieCheck *check)
{
  BelPolicy policy = { check->desk->config, check->baseline, check->changes, bel_engine_program (check->desk->engine),
                       bel_policy_today () };
  bel_policy_apply (check->groups, &policy);
}

static void
list_conflicts (BelieCheck *check)
{
  g_autoptr (GArray) list = bel_report_list (&check->report, true);
  check->listed = g_array_new (FALSE, FALSE, sizeof (BelieConflict));
  g_array_append_vals (check->listed, list->data, list->len);
}

static void
make_report (BelieCheck *check)
{
  const BelProgram *program = bel_engine_program (check->desk->engine);
  check->rows = g_array_new (FALSE, TRUE, sizeof (BelReportFile));
  check->findings = g_ptr_array_new ();
  for (guint i = 0; i < check->files->len; i++) {
    const BelFile *file = check->files->pdata[i];
    if (!file->claims && !file->settled)
      continue;
    BelReportFile row = { file->name, file->n_claims, file->n_sentences, file->n_bytes, file->date };
    g_array_append_val (check->rows, row);
  }
  for (guint i = 0; i < check->groups->len; i++)
    g_ptr_array_add (check->findings, ((BelGroup *) check->groups->pdata[i])->findings);
  check->report = (BelReport){
    .version = PACKAGE_VERSION,
    .rules = bel_program_checksum (program),
    .files = (const BelReportFile *) (void *) check->rows->data,
    .n_files = check->rows->len,
    .groups = (BelFindings *const *) check->findings->pdata,
    .n_groups = check->findings->len,
    .program = program,
    .fail_level = check->settings->fail_level,
    .snippets = true,
  };
  list_conflicts (check);
}

int
belie_check_run (BelieCheck *check)
{
  g_assert (!check->groups);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  if (!open_policy (check, &error)) {
    append_error (check->messages, error);
    return BELIE_ERROR;
  }
  read_files (check);
  compare_files (check);
  tell_limits (check);
  apply_policy (check);
  check->timings.wall = seconds_since (start);
  check->timings.load = check->desk->seconds;
  check->n_bad = bel_inputs_faults (check->files, check->messages);
  if (check->facts)
    check->n_bad += bel_inputs_faults (check->facts, check->messages);
  make_report (check);
  if (check->n_bad)
    return BELIE_ERROR;
  return bel_check_n_failing (check) ? BELIE_FOUND : BELIE_CLEAN;
}

/* -- what came of it ------------------------------------------------------------------------- */

const char *
belie_check_messages (const BelieCheck *check)
{
  return check->messages->str;
}

const BelSettings *
bel_check_settings (const BelieCheck *check)
{
  return check->settings;
}

const GPtrArray *
bel_check_files (const BelieCheck *check)
{
  return check->files;
}

const BelReport *
bel_check_report (const BelieCheck *check)
{
  return check->listed ? &check->report : NULL;
}

BelTimings
bel_check_timings (const BelieCheck *check)
{
  return check->timings;
}

guint
bel_check_n_bad (const BelieCheck *check)
{
  return check->n_bad;
}

guint
bel_check_n_failing (const BelieCheck *check)
{
  BelCounts counts = bel_report_counts (&check->report);
  guint n = 0;
  for (int severity = BEL_SEVERITY_NOTE; severity <= BEL_SEVERITY_ERROR; severity++)
    if (bel_report_fails (&check->report, (BelSeverity) severity))
      n += counts.by_severity[severity];
  return n;
}

char *
belie_check_report (const BelieCheck *check, const char *format, int flags, unsigned width, size_t *out_n_bytes)
{
  const BelFormat *writer = format ? bel_format_find (format) : check->settings->format;
  if (!writer || !check->listed)
    return NULL;
  BelReport report = check->report;
  report.color = flags & BELIE_COLOR;
  report.ascii = flags & BELIE_ASCII;
  report.snippets = !(flags & BELIE_NO_SNIPPETS);
  report.links = flags & BELIE_LINKS;
  report.width = width;
  GString *out = g_string_new (NULL);
  writer->write (&report, out);
  if (out_n_bytes)
    *out_n_bytes = out->len;
  return g_string_free (out, FALSE);
}

/* -- conflicts ------------------------------------------------------------------------------- */

size_t
belie_check_n_conflicts (const BelieCheck *check)
{
  return check->listed ? check->listed->len : 0;
}

const BelieConflict *
belie_check_conflict (const BelieCheck *check, size_t index)
{
  return index < belie_check_n_conflicts (check) ? &g_array_index (check->listed, BelieConflict, index) : NULL;
}

const char *
belie_conflict_id (const BelieConflict *conflict)
{
  return conflict->listed.conflict->id;
}

const char *
belie_conflict_rule (const BelieConflict *conflict)
{
  return conflict->listed.conflict->rule;
}

const char *
belie_conflict_class (const BelieConflict *conflict)
{
  return bel_conflict_class_name (conflict->listed.conflict->class_);
}

int
belie_conflict_severity (const BelieConflict *conflict)
{
  G_STATIC_ASSERT ((int) BELIE_NOTE == BEL_SEVERITY_NOTE && (int) BELIE_SEVERE == BEL_SEVERITY_ERROR);
  return (int) conflict->listed.conflict->severity;
}

double
belie_conflict_confidence (const BelieConflict *conflict)
{
  return (double) conflict->listed.conflict->confidence;
}

const char *
belie_conflict_question (const BelieConflict *conflict)
{
  return conflict->listed.conflict->question;
}

const char *
belie_conflict_message (const BelieConflict *conflict)
{
  return conflict->listed.conflict->message;
}

int
belie_conflict_is_accepted (const BelieConflict *conflict)
{
  return conflict->listed.conflict->suppressed;
}

BeliePlace
belie_conflict_place (const BelieConflict *conflict, int end)
{
  const BelEnd *place = end ? &conflict->listed.b : &conflict->listed.a;
  return (BeliePlace){ place->document->name, place->source.start, place->source.end, place->start.line1,
                       place->start.col_chars1 };
}
