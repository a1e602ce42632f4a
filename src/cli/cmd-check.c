/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie check: the main job. Reads drafts, compares their claims, reports, and says by its exit status whether an editor's hand
 * is needed. */
#include "config.h"

#include "base/closest.h"
#include "base/file.h"
#include "cli/policy.h"
#include "document/metadata.h"
#include "report/report.h"
#include "rule/program.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* No confidence that anyone means. */
#define NOT_GIVEN (-1e9)
#define DEFAULT_WIDTH 100u
#define MIN_WIDTH 40u
#define MAX_WIDTH 400u

/* The options as they were given. */
typedef struct {
  char *format, *input, *group, *fail_level, *color, *stdin_path, *as_of, *config, *baseline;
  char **outputs;
  double min_confidence;
  int width, jobs;
  gboolean quiet, ascii, no_snippets;
} Given;

/* What they mean. */
typedef struct {
  const BelFormat *format;
  BelReadOptions read;
  BelGrouping grouping;
  BelFailLevel fail_level;
  bool color;
  double min_confidence;
  const Given *given;
  const BelConfig *config;
} Options;

static void
given_clear (Given *given)
{
  g_free (given->format);
  g_free (given->input);
  g_free (given->group);
  g_free (given->fail_level);
  g_free (given->color);
  g_free (given->stdin_path);
  g_free (given->as_of);
  g_free (given->config);
  g_free (given->baseline);
  g_strfreev (given->outputs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

/* -- what the options mean ------------------------------------------------------------------- */

/* Finds @word among @names. Returns: its index, or -1 after an error that names what there is. */
static int
choose (const char *option, const char *word, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (word, names[i]))
      return (int) i;
  g_autoptr (GString) known = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (known, "%s%s", i ? ", " : "", names[i]);
  const char *meant = bel_closest (word, names, n);
  if (meant)
    bel_cli_error ("%s=%s is not known: did you mean '%s'? It takes %s", option, word, meant, known->str);
  else
    bel_cli_error ("%s=%s is not known: it takes %s", option, word, known->str);
  return -1;
}

static const BelFormat *
choose_format (const char *option, const char *word)
{
  guint n;
  const BelFormat *formats = bel_formats (&n);
  g_autofree const char **names = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    names[i] = formats[i].name;
  int index = choose (option, word, names, n);
  return index < 0 ? NULL : &formats[index];
}

static gboolean
read_color (const Given *given, bool *out)
{
  static const char *const NAMES[] = { "auto", "always", "never" };
  int choice = choose ("--color", given->color ? given->color : "auto", NAMES, G_N_ELEMENTS (NAMES));
  const char *no_color = g_getenv ("NO_COLOR"), *term = g_getenv ("TERM");
  bool capable = isatty (STDOUT_FILENO) && !(no_color && *no_color) && !(term && g_str_equal (term, "dumb"));
  *out = choice == 1 || (choice == 0 && capable);
  return choice >= 0;
}

static gboolean
read_as_of (const Given *given, BelDay *out)
{
  *out = BEL_DAY_NONE;
  if (!given->as_of || bel_date_parse (given->as_of, strlen (given->as_of), out))
    return TRUE;
  bel_cli_error ("--as-of=%s is no date: write it as 2024-11-17", given->as_of);
  return FALSE;
}

/* The command line goes before the configuration, and that before the default. */
static const char *
first_of (const char *given, const char *configured, const char *otherwise)
{
  return given ? given : configured ? configured : otherwise;
}

static gboolean
read_choices (const Given *given, Options *options)
{
  static const char *const GROUPS[] = { "story", "file", "set" };
  static const char *const LEVELS[] = { "note", "warning", "error", "never" };
  int group = choose ("--group-by", first_of (given->group, options->config->group_by, "story"), GROUPS, G_N_ELEMENTS (GROUPS));
  int level = choose ("--fail-level", first_of (given->fail_level, options->config->fail_level, "error"), LEVELS,
                      G_N_ELEMENTS (LEVELS));
  options->grouping = (BelGrouping) MAX (group, 0);
  options->fail_level = (BelFailLevel) MAX (level, 0);
  return group >= 0 && level >= 0;
}

static gboolean
read_options (const Given *given, const BelConfig *config, Options *options)
{
  *options = (Options){ .given = given, .config = config };
  options->format = choose_format ("--format", first_of (given->format, config->format, "text"));
  gboolean good = options->format && read_choices (given, options) && read_color (given, &options->color)
                  && read_as_of (given, &options->read.as_of) && bel_cli_input (given->input, NULL, &options->read.input);
  double configured = isnan (config->min_confidence) ? 0 : config->min_confidence;
  bool is_given = given->min_confidence != NOT_GIVEN;
  options->min_confidence = is_given ? given->min_confidence : configured;
  if (good && (options->min_confidence < 0 || options->min_confidence > 1)) {
    bel_cli_error ("--min-confidence takes a number from 0 to 1");
    good = FALSE;
  }
  if (good && (given->jobs < 0 || given->jobs > 1024)) {
    bel_cli_error ("-j takes a number of threads from 1 to 1024");
    good = FALSE;
  }
  options->read.config = config;
  options->read.stdin_name = given->stdin_path;
  options->read.jobs = given->jobs ? (guint) given->jobs : g_get_num_processors ();
  return good;
}

static guint
report_width (const Given *given)
{
  struct winsize size;
  const char *columns = g_getenv ("COLUMNS");
  guint width = given->width > 0 ? (guint) given->width : columns ? (guint) atoi (columns) : 0;
  if (!width && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  return width ? CLAMP (width, MIN_WIDTH, MAX_WIDTH) : DEFAULT_WIDTH;
}

/* -- reporting ------------------------------------------------------------------------------- */

/* The arrays a BelReport borrows. */
typedef struct {
  BelReport report;
  GArray *files;    /* of BelReportFile */
  GPtrArray *groups; /* of BelFindings * */
} Reported;

static void
reported_clear (Reported *reported)
{
  g_clear_pointer (&reported->files, g_array_unref);
  g_clear_pointer (&reported->groups, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reported, reported_clear)

static void
make_report (Reported *reported, const BelEngine *engine, const Options *options, const GPtrArray *files,
             const GPtrArray *groups)
{
  reported->files = g_array_new (FALSE, TRUE, sizeof (BelReportFile));
  reported->groups = g_ptr_array_new ();
  for (guint i = 0; i < files->len; i++) {
    const BelFile *file = files->pdata[i];
    if (!file->claims)
      continue;
    BelReportFile row = { file->name, file->claims->claims.n, file->document->sentences.n, file->document->n_source };
    g_array_append_val (reported->files, row);
  }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (reported->groups, ((BelGroup *) groups->pdata[i])->findings);
  reported->report = (BelReport){
    .version = PACKAGE_VERSION,
    .rules = bel_program_checksum (bel_engine_program (engine)),
    .files = (const BelReportFile *) (void *) reported->files->data,
    .n_files = reported->files->len,
    .groups = (BelFindings *const *) reported->groups->pdata,
    .n_groups = reported->groups->len,
    .program = bel_engine_program (engine),
    .fail_level = options->fail_level,
    .color = options->color,
    .ascii = options->given->ascii || !g_get_charset (NULL),
    .snippets = !options->given->no_snippets,
    .width = report_width (options->given),
  };
}

/* Writes one --output=FORMAT=FILE whole or not at all. */
static gboolean
write_output (const BelReport *report, const char *word)
{
  const char *mark = strchr (word, '=');
  if (!mark || !mark[1]) {
    bel_cli_error ("--output=%s: it takes FORMAT=FILE", word);
    return FALSE;
  }
  g_autofree char *name = g_strndup (word, (gsize) (mark - word));
  const BelFormat *format = choose_format ("--output", name);
  if (!format)
    return FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  BelReport plain = *report;
  plain.color = false;
  format->write (&plain, out);
  if (bel_file_write (mark + 1, out->str, out->len, &error))
    return TRUE;
  bel_cli_error ("%s", error->message);
  return FALSE;
}

static gboolean
write_reports (const BelReport *report, const Options *options)
{
  gboolean good = TRUE;
  for (char **word = options->given->outputs; word && *word; word++)
    good = write_output (report, *word) && good;
  if (options->given->quiet)
    return good;
  g_autoptr (GString) out = g_string_new (NULL);
  options->format->write (report, out);
  return bel_cli_write (out) && good;
}

/* -- the verdict ----------------------------------------------------------------------------- */

static guint
count_failing (const BelReport *report)
{
  BelCounts counts = bel_report_counts (report);
  guint n = 0;
  for (int severity = BEL_SEVERITY_NOTE; severity <= BEL_SEVERITY_ERROR; severity++)
    if (bel_report_fails (report, (BelSeverity) severity))
      n += counts.by_severity[severity];
  return n;
}

/* In CI the last line of standard error says why the exit status is what it is. */
static void
say_why (int status, guint n_bad, guint n_failing, BelFailLevel level)
{
  static const char *const LEVELS[] = { "note", "warning", "error", "never" };
  bool in_ci = bel_policy_in_ci ();
  if (status == BEL_EXIT_ERROR && n_bad)
    bel_cli_error ("exit status 2: %u file%s could not be checked", n_bad, n_bad == 1 ? "" : "s");
  else if (status == BEL_EXIT_ERROR)
    bel_cli_error ("exit status 2: a report could not be written");
  else if (in_ci && status == BEL_EXIT_FOUND)
    bel_cli_error ("exit status 1: %u conflict%s at or above the fail level '%s'", n_failing, n_failing == 1 ? "" : "s",
                   LEVELS[level]);
  else if (in_ci)
    bel_cli_error ("exit status 0: nothing at or above the fail level '%s'", LEVELS[level]);
}

/* Returns: (transfer full) the baseline that was asked for; an empty one where none was; NULL after an error was shown. */
static BelBaseline *
read_baseline (const Options *options)
{
  g_autoptr (GError) error = NULL;
  const char *path = first_of (options->given->baseline, options->config->baseline, BEL_BASELINE_NAME);
  BelBaseline *baseline = bel_baseline_read (path, &error);
  if (!baseline)
    bel_cli_error ("%s", error->message);
  return baseline;
}

static int
check (const BelEngine *engine, GPtrArray *files, const Options *options)
{
  g_autoptr (BelBaseline) baseline = read_baseline (options);
  if (!baseline)
    return BEL_EXIT_ERROR;
  bel_inputs_read (engine, files, &options->read);
  g_autoptr (GPtrArray) groups =
      bel_groups_compare (engine, files, options->grouping, (float) options->min_confidence, options->read.jobs);
  bel_policy_apply (groups, options->config, baseline, bel_engine_program (engine), bel_policy_today ());
  guint n_bad = bel_inputs_show_faults (files);
  g_auto (Reported) reported = { 0 };
  make_report (&reported, engine, options, files, groups);
  gboolean written = write_reports (&reported.report, options);
  guint n_failing = count_failing (&reported.report);
  int status = n_bad || !written ? BEL_EXIT_ERROR : n_failing ? BEL_EXIT_FOUND : BEL_EXIT_OK;
  say_why (status, n_bad, n_failing, options->fail_level);
  return status;
}

static const char DESCRIPTION[] =
    "FILE may be a folder, which is searched for drafts. Without FILE, or with '-', standard input is read.\n"
    "Exit status: 0 nothing at or above the fail level, 1 something was, 2 an error.\n\n"
    "Classes of conflicts, with their severities:\n"
    "  self-contradiction   error    one voice against itself, the draft's own included\n"
    "  undisclosed-dispute  warning  the draft states as fact what a source in it denies\n"
    "  dispute              note     two sources against each other, both named as such\n"
    "  superseded           note     a later figure replaces an earlier one, and says so";

int
bel_cmd_check (int argc, char **argv)
{
  g_auto (Given) given = { .min_confidence = NOT_GIVEN };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &given.format, "Format of the report: text (default), concise, json …", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_STRING_ARRAY, &given.outputs, "Write a report to a file as well; repeatable", "FORMAT=FILE" },
    { "input", 0, 0, G_OPTION_ARG_STRING, &given.input, "Format of the drafts; default: by name and content", "FORMAT" },
    { "group-by", 0, 0, G_OPTION_ARG_STRING, &given.group,
      "Compare the files of one 'story' (default), each 'file' with itself, or the whole 'set'", "WHAT" },
    { "fail-level", 0, 0, G_OPTION_ARG_STRING, &given.fail_level, "Exit 1 from this severity on: note, warning, error (default), never", "LEVEL" },
    { "min-confidence", 0, 0, G_OPTION_ARG_DOUBLE, &given.min_confidence, "Leave out what is less sure, 0 to 1", "NUMBER" },
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &given.baseline, "Conflicts that were accepted; default: " BEL_BASELINE_NAME, "FILE" },
    { "config", 0, 0, G_OPTION_ARG_FILENAME, &given.config, "Read this configuration; 'none': no configuration", "FILE" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &given.as_of, "Date of drafts that name none", "DATE" },
    { "stdin-path", 0, 0, G_OPTION_ARG_STRING, &given.stdin_path, "What standard input is called, and read as", "NAME" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &given.quiet, "No report on standard output", NULL },
    { "no-snippets", 0, 0, G_OPTION_ARG_NONE, &given.no_snippets, "Show nothing of the drafts' text (embargo)", NULL },
    { "color", 0, 0, G_OPTION_ARG_STRING, &given.color, "auto (default: on a terminal, without NO_COLOR), always, never", "WHEN" },
    { "width", 0, 0, G_OPTION_ARG_INT, &given.width, "Columns of the text report", "COLUMNS" },
    { "ascii", 0, 0, G_OPTION_ARG_NONE, &given.ascii, "No characters for lines but ASCII", NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &given.jobs, "Threads; default: one a processor", "N" },
    G_OPTION_ENTRY_NULL,
  };
  Options options;
  if (!bel_cli_parse (&argc, &argv, entries, "[FILE…]", "Shows where two accounts in drafts cannot both be true.", DESCRIPTION))
    return BEL_EXIT_ERROR;
  g_autoptr (BelConfig) config = bel_config_load (given.config);
  if (!config || !read_options (&given, config, &options))
    return BEL_EXIT_ERROR;
  g_autoptr (BelEngine) engine = bel_cli_engine_with (config->rule_folders);
  if (!engine)
    return BEL_EXIT_ERROR;
  g_autoptr (GPtrArray) files = bel_inputs_find (argv + 1, argc - 1, &options.read);
  return check (engine, files, &options);
}
