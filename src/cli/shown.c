/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/shown.h"

#include "base/file.h"
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_WIDTH 100u
#define MIN_WIDTH 40u
#define MAX_WIDTH 400u

void
bel_shown_clear (BelShown *shown)
{
  g_strfreev (shown->outputs);
  g_free (shown->color);
  g_free (shown->width);
}

/* -- what the options mean ------------------------------------------------------------------- */

int
bel_shown_choose (const char *option, const char *word, const char *values)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = bel_setting_words (values);
  int choice = bel_setting_choose (word, words, &error);
  if (choice < 0)
    bel_cli_error ("%s=%s", option, error->message);
  return choice;
}

const BelFormat *
bel_shown_format (const char *option, const char *word)
{
  return bel_shown_choose (option, word, "@formats") < 0 ? NULL : bel_format_find (word);
}

/* Returns: the file of "FORMAT=FILE"; NULL after an error was shown. *@out_format: (nullable) */
static const char *
output_file (const char *word, const BelFormat **out_format)
{
  const char *mark = strchr (word, '=');
  if (!mark || !mark[1]) {
    bel_cli_error ("--output=%s: expected FORMAT=FILE", word);
    return NULL;
  }
  g_autofree char *name = g_strndup (word, (gsize) (mark - word));
  const BelFormat *format = bel_shown_format ("--output", name);
  if (out_format)
    *out_format = format;
  return format ? mark + 1 : NULL;
}

gboolean
bel_shown_check (const BelShown *shown)
{
  guint64 columns;
  for (char **word = shown->outputs; word && *word; word++)
    if (!output_file (*word, NULL))
      return FALSE;
  if (shown->width && !g_ascii_string_to_unsigned (shown->width, 10, 1, MAX_WIDTH, &columns, NULL)) {
    bel_cli_error ("--width=%s: expected a number of columns up to %u", shown->width, MAX_WIDTH);
    return FALSE;
  }
  return bel_shown_choose ("--color", shown->color ? shown->color : "auto", "auto always never") >= 0;
}

static bool
wants_color (const BelShown *shown)
{
  const char *no_color = g_getenv ("NO_COLOR"), *term = g_getenv ("TERM");
  if (shown->color && !g_str_equal (shown->color, "auto"))
    return g_str_equal (shown->color, "always");
  return isatty (STDOUT_FILENO) && !(no_color && *no_color) && !(term && g_str_equal (term, "dumb"));
}

static guint
width_of (const BelShown *shown)
{
  struct winsize size;
  const char *columns = g_getenv ("COLUMNS");
  guint width = shown->width ? (guint) atoi (shown->width) : columns ? (guint) atoi (columns) : 0;
  if (!width && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  return width ? CLAMP (width, MIN_WIDTH, MAX_WIDTH) : DEFAULT_WIDTH;
}

/* -- writing --------------------------------------------------------------------------------- */

/* Writes one --output=FORMAT=FILE whole or not at all. */
static gboolean
write_output (const BelReport *report, const char *word)
{
  const BelFormat *format;
  const char *file = output_file (word, &format);
  if (!file)
    return FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  BelReport plain = *report;
  plain.color = plain.links = false;
  format->write (&plain, out);
  if (bel_file_write (file, out->str, out->len, &error))
    return TRUE;
  bel_cli_error ("%s", error->message);
  return FALSE;
}

/* @write puts on standard output what is to be there. */
static gboolean
write_all (const BelShown *shown, const BelReport *report, void (*write) (const BelReport *report, GString *out))
{
  BelReport dressed = *report;
  dressed.color = dressed.links = wants_color (shown);
  dressed.ascii = shown->ascii || !g_get_charset (NULL);
  dressed.snippets = !shown->no_snippets;
  dressed.width = width_of (shown);
  gboolean good = TRUE;
  for (char **word = shown->outputs; word && *word; word++)
    good = write_output (&dressed, *word) && good;
  if (shown->quiet)
    return good;
  g_autoptr (GString) out = g_string_new (NULL);
  write (&dressed, out);
  return bel_cli_write (out) && good;
}

gboolean
bel_shown_write (const BelShown *shown, const BelReport *report, const BelFormat *format)
{
  return write_all (shown, report, format->write);
}

/* -- statistics ------------------------------------------------------------------------------ */

typedef struct {
  const char *rule;
  guint n[3]; /* by BelSeverity */
  guint n_accepted;
} Count;

static gint
by_number (gconstpointer a, gconstpointer b)
{
  const Count *left = a, *right = b;
  guint n_left = left->n[0] + left->n[1] + left->n[2], n_right = right->n[0] + right->n[1] + right->n[2];
  return n_left != n_right ? (n_left < n_right ? 1 : -1) : strcmp (left->rule, right->rule);
}

static Count *
count_of (GArray *counts, const char *rule)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, Count, i).rule, rule))
      return &g_array_index (counts, Count, i);
  Count count = { .rule = rule };
  g_array_append_val (counts, count);
  return &g_array_index (counts, Count, counts->len - 1);
}

static void
write_statistics (const BelReport *report, GString *out)
{
  g_autoptr (GArray) list = bel_report_list (report, true), counts = g_array_new (FALSE, TRUE, sizeof (Count));
  for (guint i = 0; i < list->len; i++) {
    const BelConflict *conflict = g_array_index (list, BelListed, i).conflict;
    Count *count = count_of (counts, conflict->rule);
    if (conflict->suppressed)
      count->n_accepted++;
    else
      count->n[conflict->severity]++;
  }
  g_array_sort (counts, by_number);
  g_string_append_printf (out, "%7s %8s %6s %9s  %s\n", "errors", "warnings", "notes", "accepted", "rule");
  for (guint i = 0; i < counts->len; i++) {
    const Count *count = &g_array_index (counts, Count, i);
    g_string_append_printf (out, "%7u %8u %6u %9u  %s\n", count->n[BEL_SEVERITY_ERROR], count->n[BEL_SEVERITY_WARNING],
                            count->n[BEL_SEVERITY_NOTE], count->n_accepted, count->rule);
  }
  guint64 n_claims = 0, n_sentences = 0;
  for (uint32_t i = 0; i < report->n_files; i++) {
    n_claims += report->files[i].n_claims;
    n_sentences += report->files[i].n_sentences;
  }
  BelCounts sums = bel_report_counts (report);
  g_string_append_printf (
      out, "%7u %8u %6u %9u  in %u file%s, %" G_GUINT64_FORMAT " sentences, %" G_GUINT64_FORMAT " claims\n",
      sums.by_severity[BEL_SEVERITY_ERROR], sums.by_severity[BEL_SEVERITY_WARNING], sums.by_severity[BEL_SEVERITY_NOTE],
      sums.suppressed, report->n_files, report->n_files == 1 ? "" : "s", n_sentences, n_claims);
}

gboolean
bel_shown_statistics (const BelShown *shown, const BelReport *report)
{
  return write_all (shown, report, write_statistics);
}
