/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie rules WHAT: the workbench for people who write rules. */
#include "cli/cli.h"

#include "rule/program.h"

#include <string.h>

typedef struct {
  GPtrArray *dirs; /* where the rules are; NULL-terminated */
  int argc;        /* what follows the verb */
  char **argv;
} Request;

/* Loads the rules, showing what is wrong with them. */
static BelProgram *
load (const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelProgram *program = bel_program_load ((const char *const *) request->dirs->pdata, bel_conflict_schema (), diags, &error);
  bel_cli_show_diags (diags);
  if (!program)
    bel_cli_error ("%s", error->message);
  return program;
}

static int
check (const Request *request)
{
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  uint32_t n[BEL_N_RULE_KINDS] = { 0 };
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++)
    n[bel_program_rule_info (program, i)->kind]++;
  printf ("%u lexicons, %u predicates, %u claim rules, %u conflict rules: no errors\n", n[BEL_RULE_LEXICON],
          n[BEL_RULE_PREDICATE], n[BEL_RULE_CLAIM], n[BEL_RULE_CONFLICT]);
  return BEL_EXIT_OK;
}

static int
list (const Request *request)
{
  g_autoptr (BelProgram) program = load (request);
  if (!program)
    return BEL_EXIT_ERROR;
  g_autoptr (GString) out = g_string_new (NULL);
  for (uint32_t i = 0; i < bel_program_n_rules (program); i++) {
    const BelRuleInfo *info = bel_program_rule_info (program, i);
    g_string_append_printf (out, "%-9s %-36s %s\n", bel_rule_kind_name (info->kind), info->name, info->doc);
  }
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}

static const struct {
  const char *name;
  int (*run) (const Request *request);
} VERBS[] = {
  { "check", check },
  { "list", list },
};

static const char DESCRIPTION[] = "WHAT is one of:\n"
                                  "  check          read all rules and show what is wrong with them\n"
                                  "  list           every block with what it is for\n";

int
bel_cmd_rules (int argc, char **argv)
{
  g_auto (GStrv) given = NULL;
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given, "Read the rules there (repeatable)", "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };
  if (!bel_cli_parse (&argc, &argv, entries, "WHAT [ARGUMENT…]", "The workbench for rules.", DESCRIPTION))
    return BEL_EXIT_ERROR;
  g_autofree char *datadir = bel_engine_find_data ();
  g_autofree char *standard = g_build_filename (datadir, "rules", NULL);
  g_autoptr (GPtrArray) dirs = g_ptr_array_new ();
  for (char **dir = given; dir && *dir; dir++)
    g_ptr_array_add (dirs, *dir);
  if (!given)
    g_ptr_array_add (dirs, standard);
  g_ptr_array_add (dirs, NULL);
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (VERBS); i++) {
    Request request = { dirs, argc - 2, argv + 2 };
    if (strcmp (VERBS[i].name, argv[1]) == 0)
      return VERBS[i].run (&request);
  }
  bel_cli_error ("say what to do with the rules; see 'belie rules --help'");
  return BEL_EXIT_ERROR;
}
