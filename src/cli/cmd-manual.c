/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie manual: the manual pages, made of the tables that the program itself reads (man(7)). */
#include "config.h"

#include "cli/cli.h"
#include "desk/configuration.h"

#include <string.h>

/* Text of a page: what begins a request or would be read as one is escaped. */
static void
append_roff (GString *out, const char *text)
{
  bool line_start = true;
  for (; *text; text++) {
    if (line_start && (*text == '.' || *text == '\''))
      g_string_append (out, "\\&");
    if (*text == '-')
      g_string_append (out, "\\-");
    else if (*text == '\\')
      g_string_append (out, "\\e");
    else if (g_str_has_prefix (text, "…"))
      g_string_append (out, "..."), text += strlen ("…") - 1;
    else
      g_string_append_c (out, *text);
    line_start = *text == '\n';
  }
}

static void
append_option (GString *out, const BelOption *option)
{
  g_auto (GStrv) words = bel_setting_words (option->values);
  g_autofree char *known = words ? g_strjoinv (", ", words) : NULL;
  g_string_append (out, ".TP\n");
  if (option->letter)
    g_string_append_printf (out, "\\fB\\-%c\\fR, ", option->letter);
  g_string_append (out, "\\fB\\-\\-");
  append_roff (out, option->key);
  g_string_append_printf (out, "\\fR%s%s%s\n", option->argument ? "=\\fI" : "",
                          option->argument ? option->argument : "", option->argument ? "\\fR" : "");
  append_roff (out, option->summary);
  if (known && option->argument) {
    g_string_append (out, ": ");
    append_roff (out, known);
  }
  if (option->otherwise && !g_str_equal (option->otherwise, "0"))
    g_string_append_printf (out, " [%s]", option->otherwise);
  g_string_append (out, ".\n");
}

static void
append_command (GString *out, const BelCommand *command)
{
  g_autoptr (GArray) options = bel_command_options (command->name);
  g_string_append_printf (out, ".SS \"belie %s", command->name);
  g_string_append (out, options->len ? " [OPTION...] " : " ");
  append_roff (out, command->parameters);
  g_string_append (out, "\"\n");
  g_autofree char *summary = g_strdup_printf ("%c%s.\n", g_ascii_toupper (*command->summary), command->summary + 1);
  append_roff (out, summary);
  if (command->description) {
    g_string_append (out, ".PP\n.nf\n");
    append_roff (out, command->description);
    g_string_append (out, "\n.fi\n");
  }
  for (guint i = 0; i < options->len; i++)
    append_option (out, &g_array_index (options, BelOption, i));
}

static void
write_program (GString *out)
{
  guint n;
  const BelCommand *commands = bel_commands (&n);
  g_string_append (
      out, ".TH BELIE 1 \"\" \"belie " PACKAGE_VERSION "\" \"User commands\"\n"
           ".SH NAME\nbelie \\- show where two accounts in news drafts cannot both be true\n"
           ".SH SYNOPSIS\n.B belie\n[\\fIOPTION\\fR...] \\fIFILE\\fR...\n.br\n"
           ".B belie\n\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIFILE\\fR...]\n"
           ".SH DESCRIPTION\n.B belie\nreads English news drafts, finds who claims what, and shows where two accounts\n"
           "cannot both be true. It never says who is right. It works offline.\n.SH COMMANDS\n");
  for (guint i = 0; i < n; i++)
    append_command (out, &commands[i]);
  g_string_append (out,
                   ".SH EXIT STATUS\n0 nothing at or above the fail level; 1 something was; 2 usage, configuration, "
                   "input or output error.\n"
                   ".SH FILES\n.TP\n.I .belie.yaml\nThe configuration, looked for upward to the root of the "
                   "repository: see\n.BR belie.yaml (5).\n"
                   ".TP\n.I .belie\\-baseline.jsonl\nConflicts that were accepted, by what is claimed.\n"
                   ".TP\n.I FILE.belie\\-accept\nWhat is accepted in a file that cannot hold comments.\n"
                   ".SH ENVIRONMENT\n.TP\n.B BELIE_DATADIR\nFolder that holds rules/ and models/.\n"
                   ".TP\n.B CI\nIf set to anything but false, the last line of standard error says why the exit status "
                   "is what it is, and\n"
                   "accepting needs a reason.\n.TP\n.BR NO_COLOR \", \" COLUMNS \", \" SOURCE_DATE_EPOCH\nAs usual.\n"
                   ".SH SEE ALSO\n.BR belie.yaml (5)\n");
}

static void
write_configuration (GString *out)
{
  g_autofree char *keys = bel_config_manual ();
  g_string_append (
      out, ".TH BELIE.YAML 5 \"\" \"belie " PACKAGE_VERSION "\" \"File formats\"\n"
           ".SH NAME\nbelie.yaml \\- what belie does in a folder\n"
           ".SH DESCRIPTION\n.I .belie.yaml\nis looked for in the working folder and those above, up to the root of "
           "the repository.\n"
           "Options of the command line go before it. Unknown keys are errors.\n.B belie init\nwrites a first one,\n"
           ".B belie config schema\na JSON Schema for editors.\n.SH KEYS\n");
  g_string_append (out, keys);
  g_string_append (out, ".SH SEE ALSO\n.BR belie (1)\n");
}

int
bel_cmd_manual (int argc, char **argv)
{
  if (!bel_cli_parse (&argc, &argv, "manual", NULL, 0, NULL))
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  if (argc == 2 && g_str_equal (argv[1], "belie.yaml"))
    write_configuration (out);
  else if (argc < 2 || (argc == 2 && g_str_equal (argv[1], "belie")))
    write_program (out);
  else {
    bel_cli_error ("there are the pages belie and belie.yaml");
    return BEL_EXIT_ERROR;
  }
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
