/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie: finds who claims what in a draft and shows where two accounts cannot both be true.
 *
 * The way of a draft, and the file to open for each step:
 *   document/   a file into blocks of visible text
 *   syntax/     text into sentences, tokens, trees
 *   rule/       rules/ into one immutable program
 *   claim/      trees into attributed claims in normal form
 *   conflict/   claims into conflicts and disputes
 *   report/     these into text, JSON, SARIF, HTML …
 *   engine/     the rooms wired together
 *   desk/       configuration, accepting, a check from files to findings; libbelie
 *   cli/        one cmd-NAME.c a command; this file picks one */
#include "config.h"

#include "base/closest.h"
#include "cli/cli.h"

#include <locale.h>
#include <string.h>

static void
print_help (FILE *out)
{
  fputs ("Usage: belie COMMAND [OPTION…] [FILE…]\n\n"
         "Reads news drafts, finds who claims what, and shows where two accounts cannot both be true.\n\n"
         "Commands:\n",
         out);
  guint n;
  const BelCommand *commands = bel_commands (&n);
  for (guint i = 0; i < n; i++)
    fprintf (out, "  %-12s %s\n", commands[i].name, commands[i].summary);
  fputs ("\n'belie COMMAND --help' tells more. Exit status: 0 nothing to mend, 1 something is, 2 an error.\n", out);
}

static int
unknown_command (const char *word)
{
  guint n;
  const BelCommand *commands = bel_commands (&n);
  g_autofree const char **names = g_new (const char *, n);
  for (guint i = 0; i < n; i++)
    names[i] = commands[i].name;
  const char *meant = bel_closest (word, names, n);
  if (meant)
    bel_cli_error ("there is no command or file '%s': did you mean '%s'?", word, meant);
  else
    bel_cli_error ("there is no command or file '%s'; see 'belie --help'", word);
  return BEL_EXIT_ERROR;
}

/* "belie draft.txt", "belie -", "belie --format=json draft.txt": the main job without its name. */
static bool
means_check (const char *word)
{
  return word[0] == '-' || g_file_test (word, G_FILE_TEST_EXISTS);
}

static int
run (int argc, char **argv)
{
  if (argc < 2) {
    print_help (stderr);
    return BEL_EXIT_ERROR;
  }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help")) {
    print_help (stdout);
    return BEL_EXIT_OK;
  }
  if (g_str_equal (argv[1], "--version")) {
    puts (PACKAGE_STRING);
    return BEL_EXIT_OK;
  }
  const BelCommand *command = bel_command_find (argv[1]);
  if (command)
    return command->run (argc - 1, argv + 1);
  return means_check (argv[1]) ? bel_cmd_check (argc, argv) : unknown_command (argv[1]);
}

/* GOption takes "-j 8" and not "-j8", which people write. Returns: (transfer full) the words, NULL-terminated. */
static GPtrArray *
part_words (int argc, char **argv)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  bool options = true;
  for (int i = 0; i < argc; i++) {
    options = options && !g_str_equal (argv[i], "--");
    bool glued = options && argv[i][0] == '-' && argv[i][1] == 'j' && g_ascii_isdigit (argv[i][2]);
    if (glued)
      g_ptr_array_add (words, g_strdup ("-j"));
    g_ptr_array_add (words, g_strdup (glued ? argv[i] + 2 : argv[i]));
  }
  g_ptr_array_add (words, NULL);
  return words;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  g_autoptr (GPtrArray) words = part_words (argc, argv);
  /* commands move the words about: they get an array of their own to do it in */
  g_autofree char **moved = g_memdup2 (words->pdata, words->len * sizeof (char *));
  return run ((int) words->len - 1, moved);
}
