/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie check: the main job. Reads drafts, compares their claims, reports, and says by its exit status whether an editor's hand
 * is needed. Everything but the talking is libbelie's. */
#include "cli/cli.h"

#include "cli/shown.h"
#include "desk/check.h"
#include "desk/policy.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Progress is told on a terminal when there is more to do than this many files. */
#define MIN_PROGRESS_FILES 20u
#define PROGRESS_MICROSECONDS (G_USEC_PER_SEC / 10)

/* The options as they were given. */
typedef struct {
  char **settings; /* by the row of their table */
  char *config;
  BelShown shown;
  gboolean statistics, timings;
} Given;

static void
given_clear (Given *given)
{
  guint n;
  bel_settings_table (&n);
  for (guint i = 0; i < n; i++)
    g_free (given->settings[i]);
  g_free (given->settings);
  g_free (given->config);
  bel_shown_clear (&given->shown);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

/* -- progress -------------------------------------------------------------------------------- */

typedef struct {
  gint64 last;
  bool written;
} Progress;

static void
show_progress (size_t done, size_t total, void *data)
{
  Progress *progress = data;
  gint64 now = g_get_monotonic_time ();
  if (total < MIN_PROGRESS_FILES || now - progress->last < PROGRESS_MICROSECONDS)
    return;
  progress->last = now;
  progress->written = true;
  fprintf (stderr, "\r%zu of %zu files", done, total);
}

/* -- the verdict ----------------------------------------------------------------------------- */

/* In CI the last line of standard error says why the exit status is what it is. */
static void
say_why (int status, const BelieCheck *check)
{
  guint n_bad = bel_check_n_bad (check), n_failing = bel_check_n_failing (check);
  static const char *const LEVELS[] = { "note", "warning", "error", "never" };
  const char *level = LEVELS[bel_check_settings (check)->fail_level];
  if (status == BEL_EXIT_ERROR && n_bad)
    bel_cli_error ("exit status 2: %u file%s could not be checked", n_bad, n_bad == 1 ? "" : "s");
  else if (status == BEL_EXIT_ERROR)
    bel_cli_error ("exit status 2: a report could not be written");
  else if (bel_policy_in_ci () && status == BEL_EXIT_FOUND)
    bel_cli_error ("exit status 1: %u conflict%s at or above the fail level '%s'", n_failing, n_failing == 1 ? "" : "s",
                   level);
  else if (bel_policy_in_ci ())
    bel_cli_error ("exit status 0: nothing at or above the fail level '%s'", level);
}

static void
show_timings (const BelieCheck *check, double reporting)
{
  BelTimings t = bel_check_timings (check);
  const struct {
    const char *what;
    double seconds;
  } ROWS[] = { { "rules and model", t.load },  { "finding files", t.find }, { "reading", t.read },
               { "words and trees", t.parse }, { "claims", t.extract },     { "comparing", t.compare },
               { "reporting", reporting } };
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    fprintf (stderr, "%-16s %9.1f ms\n", ROWS[i].what, ROWS[i].seconds * 1000);
  fprintf (stderr, "%-16s %9.1f ms on %u threads\n", "in all", (t.load + t.wall + reporting) * 1000,
           bel_check_settings (check)->jobs);
}

/* Returns: FALSE after an error was shown. */
static gboolean
take_settings (BelieCheck *check, const Given *given)
{
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; i < n; i++)
    if (given->settings[i] && belie_check_set (check, rows[i].key, given->settings[i]) != 0) {
      fputs (belie_check_messages (check), stderr);
      return FALSE;
    }
  return TRUE;
}

static int
run (BelieCheck *check, const Given *given)
{
  Progress progress = { .last = g_get_monotonic_time () };
  if (isatty (STDERR_FILENO) && !bel_policy_in_ci ())
    belie_check_set_progress (check, show_progress, &progress);
  int verdict = belie_check_run (check);
  if (progress.written)
    fputs ("\r\033[K", stderr);
  fputs (belie_check_messages (check), stderr);
  if (!bel_check_report (check)) {
    bel_cli_error ("exit status 2: nothing was checked");
    return BEL_EXIT_ERROR;
  }
  gint64 start = g_get_monotonic_time ();
  BelReport report = *bel_check_report (check);
  const BelFormat *format = bel_check_settings (check)->format;
  gboolean written = given->statistics ? bel_shown_statistics (&given->shown, &report)
                                       : bel_shown_write (&given->shown, &report, format);
  int status = written ? verdict : BEL_EXIT_ERROR;
  if (given->timings)
    show_timings (check, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  say_why (status, check);
  return status;
}

int
bel_cmd_check (int argc, char **argv)
{
  guint n_settings;
  bel_settings_table (&n_settings);
  g_auto (Given) given = { .settings = g_new0 (char *, n_settings) };
  BelShown *shown = &given.shown;
  const BelBound bound[] = {
    { "config", &given.config },   { "statistics", &given.statistics }, { "timings", &given.timings },
    { "output", &shown->outputs }, { "quiet", &shown->quiet },          { "no-snippets", &shown->no_snippets },
    { "color", &shown->color },    { "width", &shown->width },          { "ascii", &shown->ascii },
  };
  if (!bel_cli_parse (&argc, &argv, "check", bound, G_N_ELEMENTS (bound), given.settings) || !bel_shown_check (shown))
    return BEL_EXIT_ERROR;
  g_autofree char *messages = NULL;
  g_autoptr (BelieDesk) desk = belie_desk_new (given.config, &messages);
  fputs (messages ? messages : "", stderr);
  if (!desk)
    return BEL_EXIT_ERROR;
  g_autoptr (BelieCheck) check = belie_check_new (desk);
  if (!take_settings (check, &given))
    return BEL_EXIT_ERROR;
  for (int i = 1; i < argc; i++)
    belie_check_add_path (check, argv[i]);
  return run (check, &given);
}
