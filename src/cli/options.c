/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "cli/cli.h"

#include <string.h>

static const BelCommand COMMANDS[] = {
#define C(name, function, parameters, words, summary, description) \
  { name, function, parameters, words, summary, description },
#include "cli/commands.def"
#undef C
};

const BelCommand *
bel_commands (guint *out_n)
{
  *out_n = G_N_ELEMENTS (COMMANDS);
  return COMMANDS;
}

const BelCommand *
bel_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    if (g_str_equal (name, COMMANDS[i].name))
      return &COMMANDS[i];
  return NULL;
}

/* -- the table ------------------------------------------------------------------------------- */

static const struct {
  const char *command;
  BelOption option;
} OPTIONS[] = {
#define FLAG BEL_OPTION_FLAG
#define TEXT BEL_OPTION_TEXT
#define TEXTS BEL_OPTION_TEXTS
#define O(command, key, letter, kind, argument, values, summary) \
  { command, { key, letter, kind, argument, values, NULL, summary } },
#include "cli/options.def"
#undef O
#undef TEXTS
#undef TEXT
#undef FLAG
};

GArray *
bel_command_options (const char *command)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (BelOption));
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; i < n && g_str_equal (command, "check"); i++) {
    if (!(rows[i].where & BEL_SETTING_OPTION))
      continue;
    BelOption option = { rows[i].key,    rows[i].letter,    BEL_OPTION_TEXT, rows[i].argument,
                         rows[i].values, rows[i].otherwise, rows[i].summary };
    g_array_append_val (options, option);
  }
  for (guint i = 0; i < G_N_ELEMENTS (OPTIONS); i++)
    if (g_str_equal (command, OPTIONS[i].command))
      g_array_append_val (options, OPTIONS[i].option);
  return options;
}

/* -- parsing --------------------------------------------------------------------------------- */

static gpointer
place_of (const char *key, const BelBound *bound, guint n_bound, char **settings)
{
  for (guint i = 0; i < n_bound; i++)
    if (g_str_equal (key, bound[i].key))
      return bound[i].place;
  guint n;
  const BelSetting *rows = bel_settings_table (&n);
  for (guint i = 0; settings && i < n; i++)
    if (g_str_equal (key, rows[i].key))
      return &settings[i];
  return NULL;
}

/* What --help shows of an option: its words, where it takes some, and its default. */
static char *
help_text (const BelOption *option)
{
  GString *out = g_string_new (option->summary);
  g_auto (GStrv) words = bel_setting_words (option->values);
  g_autofree char *known = words ? g_strjoinv (", ", words) : NULL;
  if (known && option->argument)
    g_string_append_printf (out, ": %s", known);
  if (option->otherwise && !g_str_equal (option->otherwise, "0"))
    g_string_append_printf (out, " [%s]", option->otherwise);
  return g_string_free (out, FALSE);
}

static GOptionArg
argument_kind (BelOptionKind kind)
{
  return kind == BEL_OPTION_FLAG   ? G_OPTION_ARG_NONE
         : kind == BEL_OPTION_TEXT ? G_OPTION_ARG_STRING
                                   : G_OPTION_ARG_STRING_ARRAY;
}

static char *
sentence (const char *summary)
{
  return g_strdup_printf ("%c%s.", g_ascii_toupper (*summary), summary + 1);
}

gboolean
bel_cli_parse (int *argc, char ***argv, const char *name, const BelBound *bound, guint n_bound, char **settings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) options = bel_command_options (name), entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const BelCommand *command = bel_command_find (name);
  g_assert (command);
  for (guint i = 0; i < options->len; i++) {
    const BelOption *option = &g_array_index (options, BelOption, i);
    gpointer place = place_of (option->key, bound, n_bound, settings);
    g_assert (place); /* a row of the table that the command does not know */
    g_ptr_array_add (texts, help_text (option));
    GOptionEntry entry
        = { option->key, option->letter, 0, argument_kind (option->kind), place, texts->pdata[i], option->argument };
    g_array_append_val (entries, entry);
  }
  g_autofree char *summary = sentence (command->summary);
  g_autofree char *called = g_strconcat ("belie ", name, NULL);
  g_set_prgname (called);
  g_autoptr (GOptionContext) context = g_option_context_new (command->parameters);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, command->description);
  g_option_context_add_main_entries (context, (const GOptionEntry *) (void *) entries->data, NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  bel_cli_error ("%s; see 'belie %s --help'", error->message, name);
  return FALSE;
}
