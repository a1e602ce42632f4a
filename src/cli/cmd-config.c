/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie config show|check|schema, belie init: the configuration, and a first one. */
#include "cli/cli.h"

#include "base/file.h"
#include "desk/check.h"

#include <stdio.h>

static const char FIRST[]
    = "# What belie does here. 'belie config show' tells what holds; 'belie config schema' describes every key.\n"
      "\n"
      "# From this severity on, 'belie check' exits with 1: note, warning, error, never.\n"
      "fail-level: error\n"
      "\n"
      "# Which files are compared with each other: those of one 'story', each 'file' with itself, the 'set'.\n"
      "group-by: story\n"
      "\n"
      "# Files that folders are searched without.\n"
      "#exclude:\n"
      "#  - archive/\n"
      "\n"
      "# What is done with what a rule, a family or a class finds: off, note, warning, error.\n"
      "#rules:\n"
      "#  undisclosed-dispute: error\n"
      "#overrides:\n"
      "#  - files: [opinion/]\n"
      "#    rules:\n"
      "#      all: note\n"
      "\n"
      "# Comments in drafts: <!-- belie-accept RULE until 2025-01-31: reason -->\n"
      "#accept:\n"
      "#  require-reason: true\n"
      "#  require-date: false\n"
      "#  never: [self-contradiction]\n"
      "\n"
      "# Conflicts that were accepted with 'belie accept'.\n"
      "baseline: .belie-baseline.jsonl\n";

/* Shows what is wrong. Returns: (transfer full) (nullable) */
static BelConfig *
load (const char *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelConfig *config = bel_config_load (given, diags, &error);
  bel_cli_show_diags (diags);
  if (!config)
    bel_cli_error ("%s", error->message);
  return config;
}

static int
show (const char *given)
{
  g_autoptr (BelConfig) config = load (given);
  if (!config)
    return BEL_EXIT_ERROR;
  g_autofree char *text = bel_config_show (config);
  return fputs (text, stdout) < 0 ? BEL_EXIT_ERROR : BEL_EXIT_OK;
}

/* With the rules, which it may name wrongly. */
static int
check (const char *given)
{
  g_autofree char *messages = NULL;
  g_autoptr (BelieDesk) desk = belie_desk_new (given, &messages);
  fputs (messages ? messages : "", stderr);
  if (!desk)
    return BEL_EXIT_ERROR;
  const char *path = bel_desk_config (desk)->path;
  if (path)
    printf ("%s: no errors\n", path);
  else
    puts ("there is no configuration file; the defaults hold");
  return BEL_EXIT_OK;
}

static int
schema (const char *given)
{
  (void) given;
  g_autofree char *text = bel_config_schema ();
  return fputs (text, stdout) < 0 ? BEL_EXIT_ERROR : BEL_EXIT_OK;
}

int
bel_cmd_config (int argc, char **argv)
{
  static const struct {
    const char *name;
    int (*run) (const char *given);
  } VERBS[] = { { "show", show }, { "check", check }, { "schema", schema } };
  g_autofree char *given = NULL;
  const BelBound bound[] = { { "config", &given } };
  if (!bel_cli_parse (&argc, &argv, "config", bound, G_N_ELEMENTS (bound), NULL))
    return BEL_EXIT_ERROR;
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (VERBS); i++)
    if (g_str_equal (argv[1], VERBS[i].name))
      return VERBS[i].run (given);
  bel_cli_error ("say what to do with the configuration: show, check or schema");
  return BEL_EXIT_ERROR;
}

int
bel_cmd_init (int argc, char **argv)
{
  if (!bel_cli_parse (&argc, &argv, "init", NULL, 0, NULL))
    return BEL_EXIT_ERROR;
  if (g_file_test (".belie.yaml", G_FILE_TEST_EXISTS)) {
    bel_cli_error (".belie.yaml is there already");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (GError) error = NULL;
  if (bel_file_write (".belie.yaml", FIRST, sizeof FIRST - 1, &error)) {
    puts ("wrote .belie.yaml");
    return BEL_EXIT_OK;
  }
  bel_cli_error ("%s", error->message);
  return BEL_EXIT_ERROR;
}
