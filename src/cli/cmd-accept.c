/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie accept: puts conflicts into the baseline. */
#include "cli/policy.h"

#include <string.h>

typedef struct {
  BelConfig *config;
  BelBaseline *baseline;
  const char *path;
  const char *reason;
  GPtrArray *ids; /* what to accept; empty: everything */
  gboolean *found; /* by id */
} Accepting;

static guint
accept_conflict (const Accepting *accepting, const BelConflict *conflict)
{
  bool wanted = accepting->ids->len == 0;
  for (guint i = 0; i < accepting->ids->len; i++)
    if (g_str_equal (accepting->ids->pdata[i], conflict->id))
      wanted = (accepting->found[i] = TRUE);
  if (!wanted || conflict->off || (conflict->suppressed && accepting->ids->len == 0))
    return 0;
  bel_baseline_add (accepting->baseline, conflict, accepting->reason);
  return 1;
}

static guint
accept_all (const Accepting *accepting, const GPtrArray *groups)
{
  guint n = 0;
  for (guint g = 0; g < groups->len; g++) {
    const BelFindings *findings = ((BelGroup *) groups->pdata[g])->findings;
    for (uint32_t i = 0; i < findings->conflicts.n; i++)
      n += accept_conflict (accepting, &findings->conflicts.items[i]);
  }
  return n;
}

static gboolean
all_found (const Accepting *accepting)
{
  gboolean good = TRUE;
  for (guint i = 0; i < accepting->ids->len; i++)
    if (!accepting->found[i]) {
      bel_cli_error ("no conflict %s was found in these files", (char *) accepting->ids->pdata[i]);
      good = FALSE;
    }
  return good;
}

static int
run (const Accepting *accepting, const BelEngine *engine, char **names, int n)
{
  BelReadOptions read = { .as_of = BEL_DAY_NONE, .jobs = g_get_num_processors (), .config = accepting->config };
  g_autoptr (GPtrArray) files = bel_inputs_find (names, n, &read);
  bel_inputs_read (engine, files, &read);
  guint n_bad = bel_inputs_show_faults (files);
  g_autoptr (GPtrArray) groups = bel_groups_compare (engine, files, BEL_GROUP_STORY, 0, read.jobs);
  bel_policy_apply (groups, accepting->config, NULL, bel_engine_program (engine), bel_policy_today ());
  guint accepted = accept_all (accepting, groups);
  if (!all_found (accepting) || n_bad)
    return BEL_EXIT_ERROR;
  g_autoptr (GError) error = NULL;
  if (!bel_baseline_write (accepting->baseline, accepting->path, &error)) {
    bel_cli_error ("%s", error->message);
    return BEL_EXIT_ERROR;
  }
  fprintf (stderr, "%u conflict%s accepted in %s\n", accepted, accepted == 1 ? "" : "s", accepting->path);
  return BEL_EXIT_OK;
}

static bool
is_id (const char *word)
{
  return strlen (word) == 12 && strspn (word, "0123456789abcdef") == 12 && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static gboolean
may_accept (gboolean all, guint n_ids, const char *reason)
{
  if (bel_policy_in_ci ())
    bel_cli_error ("the baseline is not written in CI");
  else if (!all && n_ids == 0)
    bel_cli_error ("say which conflicts: their ids, or --all");
  else if (!all && (!reason || !*reason))
    bel_cli_error ("say why: --reason=TEXT");
  else
    return TRUE;
  return FALSE;
}

int
bel_cmd_accept (int argc, char **argv)
{
  g_autofree char *reason = NULL, *path = NULL, *config_path = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why it may stay as it is", "TEXT" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Accept everything that is found now", NULL },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &path, "Default: that of the configuration, or " BEL_BASELINE_NAME, "FILE" },
    { "config", 0, 0, G_OPTION_ARG_FILENAME, &config_path, "Read this configuration", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  if (!bel_cli_parse (&argc, &argv, entries, "ID… [FILE…]", "Accepts conflicts: they are counted, and do not fail a check any more.",
                      "FILE: the drafts they are in; default: this folder. A conflict keeps its id when text is moved, renamed or\n"
                      "wrapped anew. To accept within a draft, write <!-- belie-accept RULE: reason --> beside it."))
    return BEL_EXIT_ERROR;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  int first_file = 1;
  while (first_file < argc && is_id (argv[first_file]))
    g_ptr_array_add (ids, argv[first_file++]);
  if (!may_accept (all, ids->len, reason))
    return BEL_EXIT_ERROR;
  g_autoptr (BelConfig) config = bel_config_load (config_path);
  if (!config)
    return BEL_EXIT_ERROR;
  const char *where = path ? path : config->baseline ? config->baseline : BEL_BASELINE_NAME;
  g_autoptr (GError) error = NULL;
  g_autoptr (BelBaseline) baseline = bel_baseline_read (where, &error);
  if (!baseline) {
    bel_cli_error ("%s", error->message);
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelEngine) engine = bel_cli_engine_with (config->rule_folders);
  if (!engine)
    return BEL_EXIT_ERROR;
  g_autofree gboolean *found = g_new0 (gboolean, ids->len + 1);
  Accepting accepting = { config, baseline, where, reason, ids, found };
  char *here[] = { (char *) "." };
  return first_file < argc ? run (&accepting, engine, argv + first_file, argc - first_file) : run (&accepting, engine, here, 1);
}
