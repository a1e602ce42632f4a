/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie accept: puts conflicts into the baseline. */
#include "cli/cli.h"

#include "desk/accept.h"
#include "desk/check.h"
#include "desk/policy.h"

#include <string.h>

typedef struct {
  BelBaseline *baseline;
  const char *reason;
  GPtrArray *ids;  /* what to accept; empty: everything */
  gboolean *found; /* by id */
} Accepting;

static guint
accept_conflict (const Accepting *accepting, const BelConflict *conflict)
{
  bool wanted = accepting->ids->len == 0 && !conflict->suppressed;
  for (guint i = 0; i < accepting->ids->len; i++)
    if (g_str_equal (accepting->ids->pdata[i], conflict->id))
      wanted = (accepting->found[i] = TRUE);
  if (wanted)
    bel_baseline_add (accepting->baseline, conflict, accepting->reason);
  return wanted;
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
run (Accepting *accepting, BelieCheck *check)
{
  g_autoptr (GError) error = NULL;
  const char *path = bel_check_settings (check)->baseline;
  accepting->baseline = bel_baseline_read (path, &error);
  if (!accepting->baseline) {
    bel_cli_error ("%s", error->message);
    return BEL_EXIT_ERROR;
  }
  bel_check_ignore_baseline (check);
  int status = belie_check_run (check);
  fputs (belie_check_messages (check), stderr);
  if (status == BELIE_ERROR)
    return BEL_EXIT_ERROR;
  g_autoptr (GArray) list = bel_report_list (bel_check_report (check), true);
  guint n = 0;
  for (guint i = 0; i < list->len; i++)
    n += accept_conflict (accepting, g_array_index (list, BelListed, i).conflict);
  if (!all_found (accepting))
    return BEL_EXIT_ERROR;
  if (!bel_baseline_write (accepting->baseline, path, &error)) {
    bel_cli_error ("%s", error->message);
    return BEL_EXIT_ERROR;
  }
  fprintf (stderr, "%u conflict%s accepted in %s\n", n, n == 1 ? "" : "s", path);
  return BEL_EXIT_OK;
}

static bool
is_id (const char *word)
{
  return bel_is_conflict_id (word) && !g_file_test (word, G_FILE_TEST_EXISTS);
}

/* @word: (nullable) the first that is no id. */
static gboolean
may_accept (gboolean all, guint n_ids, const char *word, const char *reason)
{
  if (bel_policy_in_ci ())
    bel_cli_error ("the baseline is not written in CI");
  else if (word && !g_str_equal (word, "-") && !g_file_test (word, G_FILE_TEST_EXISTS))
    bel_cli_error ("'%s' is neither a file nor the id of a conflict, as 'belie check' shows it", word);
  else if (!all && n_ids == 0)
    bel_cli_error ("say which conflicts: their ids, or --all");
  else if (!all && (!reason || !*reason))
    bel_cli_error ("say why: --reason=TEXT");
  else
    return TRUE;
  return FALSE;
}

static BelieCheck *
make_check (const BelieDesk *desk, const char *baseline, const char *group, char **files, int n)
{
  g_autoptr (BelieCheck) check = belie_check_new (desk);
  if ((baseline && belie_check_set (check, "baseline", baseline) != 0)
      || (group && belie_check_set (check, "group-by", group) != 0)) {
    fputs (belie_check_messages (check), stderr);
    return NULL;
  }
  for (int i = 0; i < n; i++)
    belie_check_add_path (check, files[i]);
  if (n == 0)
    belie_check_add_path (check, ".");
  return g_steal_pointer (&check);
}

int
bel_cmd_accept (int argc, char **argv)
{
  g_autofree char *reason = NULL, *path = NULL, *config = NULL, *group = NULL;
  gboolean all = FALSE;
  const BelBound bound[] = {
    { "reason", &reason }, { "all", &all }, { "baseline", &path }, { "group-by", &group }, { "config", &config },
  };
  if (!bel_cli_parse (&argc, &argv, "accept", bound, G_N_ELEMENTS (bound), NULL))
    return BEL_EXIT_ERROR;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  int first_file = 1;
  while (first_file < argc && is_id (argv[first_file]))
    g_ptr_array_add (ids, argv[first_file++]);
  if (!may_accept (all, ids->len, first_file < argc ? argv[first_file] : NULL, reason))
    return BEL_EXIT_ERROR;
  g_autofree char *messages = NULL;
  g_autoptr (BelieDesk) desk = belie_desk_new (config, &messages);
  fputs (messages ? messages : "", stderr);
  g_autoptr (BelieCheck) check = desk ? make_check (desk, path, group, argv + first_file, argc - first_file) : NULL;
  if (!check)
    return BEL_EXIT_ERROR;
  g_autofree gboolean *found = g_new0 (gboolean, ids->len + 1);
  Accepting accepting = { NULL, reason, ids, found };
  int status = run (&accepting, check);
  bel_baseline_free (accepting.baseline);
  return status;
}
