/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie config show|check|schema, belie init: the configuration, and a first one. */
#include "cli/configuration.h"

#include "base/file.h"

#include <stdio.h>

static const char FIRST[] = "# What belie does here. 'belie config show' tells what holds; 'belie config schema' describes every key.\n"
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
                            "# Conflicts that were accepted ('belie accept'); needs a reason in CI.\n"
                            "baseline: .belie-baseline.jsonl\n";

static const char SCHEMA[] =
    "{\n"
    "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
    "  \"title\": \".belie.yaml\",\n"
    "  \"type\": \"object\",\n"
    "  \"additionalProperties\": false,\n"
    "  \"definitions\": {\n"
    "    \"texts\": {\"oneOf\": [{\"type\": \"string\"}, {\"type\": \"array\", \"items\": {\"type\": \"string\"}}]},\n"
    "    \"levels\": {\"type\": \"object\", \"additionalProperties\": {\"enum\": [\"off\", \"note\", \"warning\", \"error\", false]}}\n"
    "  },\n"
    "  \"properties\": {\n"
    "    \"extends\": {\"$ref\": \"#/definitions/texts\", \"description\": \"files read before this one\"},\n"
    "    \"format\": {\"type\": \"string\", \"description\": \"as --format\"},\n"
    "    \"fail-level\": {\"enum\": [\"note\", \"warning\", \"error\", \"never\"]},\n"
    "    \"group-by\": {\"enum\": [\"story\", \"file\", \"set\"]},\n"
    "    \"min-confidence\": {\"type\": \"number\", \"minimum\": 0, \"maximum\": 1},\n"
    "    \"baseline\": {\"type\": \"string\", \"description\": \"conflicts that were accepted; relative to this file\"},\n"
    "    \"require-reason\": {\"type\": \"boolean\", \"description\": \"accepting in a draft needs a reason; always so in CI\"},\n"
    "    \"exclude\": {\"$ref\": \"#/definitions/texts\", \"description\": \"globs, as in .gitignore\"},\n"
    "    \"rule-folders\": {\"$ref\": \"#/definitions/texts\", \"description\": \"further rules; relative to this file\"},\n"
    "    \"rules\": {\"$ref\": \"#/definitions/levels\", \"description\": \"by rule, family, class or 'all'; a later one goes before an earlier one\"},\n"
    "    \"overrides\": {\n"
    "      \"type\": \"array\",\n"
    "      \"items\": {\n"
    "        \"type\": \"object\",\n"
    "        \"additionalProperties\": false,\n"
    "        \"properties\": {\"files\": {\"$ref\": \"#/definitions/texts\"}, \"rules\": {\"$ref\": \"#/definitions/levels\"}}\n"
    "      }\n"
    "    }\n"
    "  }\n"
    "}\n";

static int
show (const char *given)
{
  g_autoptr (BelConfig) config = bel_config_load (given);
  if (!config)
    return BEL_EXIT_ERROR;
  g_autofree char *text = bel_config_show (config);
  return fputs (text, stdout) < 0 ? BEL_EXIT_ERROR : BEL_EXIT_OK;
}

static int
check (const char *given)
{
  g_autoptr (BelConfig) config = bel_config_load (given);
  if (!config)
    return BEL_EXIT_ERROR;
  if (config->path)
    printf ("%s: no errors\n", config->path);
  else
    puts ("there is no configuration file; the defaults hold");
  return BEL_EXIT_OK;
}

static int
schema (const char *given)
{
  (void) given;
  return fputs (SCHEMA, stdout) < 0 ? BEL_EXIT_ERROR : BEL_EXIT_OK;
}

int
bel_cmd_config (int argc, char **argv)
{
  static const struct {
    const char *name;
    int (*run) (const char *given);
  } VERBS[] = { { "show", show }, { "check", check }, { "schema", schema } };
  g_autofree char *given = NULL;
  const GOptionEntry entries[] = {
    { "config", 0, 0, G_OPTION_ARG_FILENAME, &given, "Read this file", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  if (!bel_cli_parse (&argc, &argv, entries, "show|check|schema", "Shows or checks the configuration that holds in this folder.",
                      ".belie.yaml is looked for here and in the folders above, up to the root of the repository."))
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
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  if (!bel_cli_parse (&argc, &argv, entries, "", "Writes a first .belie.yaml into this folder.", NULL))
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
