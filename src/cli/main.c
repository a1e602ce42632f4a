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
 *   cli/        one cmd-NAME.c a command; this file picks one */
#include "config.h"

#include "cli/cli.h"

#include <locale.h>
#include <string.h>

typedef struct {
  const char *name;
  BelCommand *run;
  const char *summary;
} Command;

static const Command COMMANDS[] = {
#define C(name, function, summary) { name, function, summary },
#include "cli/commands.def"
#undef C
};

static void
print_help (FILE *out)
{
  fputs ("Usage: belie COMMAND [OPTION…] [FILE…]\n\n"
         "Reads news drafts, finds who claims what, and shows where two accounts cannot both be true.\n\n"
         "Commands:\n",
         out);
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    fprintf (out, "  %-12s %s\n", COMMANDS[i].name, COMMANDS[i].summary);
  fputs ("\n'belie COMMAND --help' tells more. Exit status: 0 nothing to mend, 1 something is, 2 an error.\n", out);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
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
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (argv[1], COMMANDS[i].name))
      return COMMANDS[i].run (argc - 1, argv + 1);
  bel_cli_error ("there is no command '%s'; see 'belie --help'", argv[1]);
  return BEL_EXIT_ERROR;
}
