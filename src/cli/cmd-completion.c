/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie completion: what shells complete, made of the tables of commands and options. */
#include "cli/cli.h"

#include <string.h>

/* The words of a command, "bash zsh fish" of completion; or those an option takes, joined by @mark. */
static char *
words_of (const char *values, const char *mark)
{
  g_auto (GStrv) words = bel_setting_words (values);
  return words ? g_strjoinv (mark, words) : NULL;
}

static bool
takes_file (const BelOption *option)
{
  return g_str_equal (option->values, "@file");
}

static bool
takes_output (const BelOption *option)
{
  return g_str_equal (option->values, "@outputs");
}

/* -- bash ------------------------------------------------------------------------------------ */

static void
bash_options (const BelCommand *command, GString *out)
{
  g_autoptr (GArray) options = bel_command_options (command->name);
  g_string_append_printf (out, "    %s) options=\"", command->name);
  for (guint i = 0; i < options->len; i++) {
    const BelOption *option = &g_array_index (options, BelOption, i);
    g_string_append_printf (out, "--%s%s ", option->key, option->argument ? "=" : "");
  }
  g_string_append_printf (out, "--help\" words=\"%s\" ;;\n", command->words);
}

/* The values of "COMMAND --OPTION". */
static void
bash_values (const BelCommand *command, GString *out)
{
  g_autoptr (GArray) options = bel_command_options (command->name);
  for (guint i = 0; i < options->len; i++) {
    const BelOption *option = &g_array_index (options, BelOption, i);
    g_autofree char *words = words_of (option->values, " "),
                    *outputs = takes_output (option) ? words_of ("@formats", "= ") : NULL;
    if (words)
      g_string_append_printf (out, "    %s--%s) values=\"%s\" ;;\n", command->name, option->key, words);
    else if (outputs)
      g_string_append_printf (out, "    %s--%s) values=\"%s=\" ;;\n", command->name, option->key, outputs);
    else if (takes_file (option))
      g_string_append_printf (out, "    %s--%s) files=yes ;;\n", command->name, option->key);
  }
}

static void
write_bash (const BelCommand *commands, guint n, GString *out)
{
  g_string_append (
      out, "# bash completion for belie; made by 'belie completion bash'\n"
           "_belie() {\n"
           "  local current=${COMP_WORDS[COMP_CWORD]} command=check options= words= values= files= option= prefix=\n"
           "  COMPREPLY=()\n"
           "  case ${COMP_WORDS[1]} in\n    ");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i ? "|" : "", commands[i].name);
  g_string_append (out, ") command=${COMP_WORDS[1]} ;;\n  esac\n  case $command in\n");
  for (guint i = 0; i < n; i++)
    bash_options (&commands[i], out);
  g_string_append (out, "  esac\n"
                        "  if [[ $current == --*=* ]]; then\n"
                        "    option=${current%%=*} prefix=$option= current=${current#*=}\n"
                        "  elif [[ $current == = ]]; then\n"
                        "    option=${COMP_WORDS[COMP_CWORD-1]} current=\n"
                        "  elif [[ $COMP_CWORD -gt 2 && ${COMP_WORDS[COMP_CWORD-1]} == = ]]; then\n"
                        "    option=${COMP_WORDS[COMP_CWORD-2]}\n"
                        "  elif [[ ${COMP_WORDS[COMP_CWORD-1]} == --* ]]; then\n"
                        "    option=${COMP_WORDS[COMP_CWORD-1]}\n"
                        "  fi\n"
                        "  case $command$option in\n");
  for (guint i = 0; i < n; i++)
    bash_values (&commands[i], out);
  g_string_append (out, "  esac\n"
                        "  if [[ $values ]]; then\n"
                        "    COMPREPLY=($(compgen -P \"$prefix\" -W \"$values\" -- \"$current\"))\n"
                        "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
                        "  elif [[ $files ]]; then\n"
                        "    COMPREPLY=($(compgen -P \"$prefix\" -f -- \"$current\"))\n"
                        "  elif [[ $current == -* ]]; then\n"
                        "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
                        "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
                        "  elif [[ $COMP_CWORD == 1 ]]; then\n"
                        "    COMPREPLY=($(compgen -W \"");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i ? " " : "", commands[i].name);
  g_string_append (out, "\" -- \"$current\") $(compgen -f -- \"$current\"))\n"
                        "  elif [[ $COMP_CWORD == 2 && $words ]]; then\n"
                        "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
                        "  else\n"
                        "    COMPREPLY=($(compgen -f -- \"$current\"))\n"
                        "  fi\n"
                        "}\n"
                        "complete -o filenames -F _belie belie\n");
}

/* -- zsh ------------------------------------------------------------------------------------- */

/* Within '…' and [ … ] of an argument of _arguments. */
static void
append_zsh (GString *out, const char *text)
{
  for (; *text; text++) {
    if (*text == '\'')
      g_string_append (out, "'\\''");
    else if (strchr ("[]:\\", *text))
      g_string_append_printf (out, "\\%c", *text);
    else
      g_string_append_c (out, *text);
  }
}

static void
zsh_option (const BelOption *option, GString *out)
{
  g_autofree char *words = words_of (option->values, " "),
                  *outputs = takes_output (option) ? words_of ("@formats", "= ") : NULL;
  g_string_append_printf (out, " \\\n        '%s--%s%s[", option->kind == BEL_OPTION_TEXTS ? "*" : "", option->key,
                          option->argument ? "=" : "");
  append_zsh (out, option->summary);
  g_string_append (out, "]");
  if (words)
    g_string_append_printf (out, ":%s:(%s)", option->key, words);
  else if (outputs)
    g_string_append_printf (out, ":%s:(%s=)", option->key, outputs);
  else if (option->argument)
    g_string_append_printf (out, ":%s:%s", option->key, takes_file (option) ? "_files" : " ");
  g_string_append_c (out, '\'');
}

static void
write_zsh (const BelCommand *commands, guint n, GString *out)
{
  g_string_append (out, "#compdef belie\n# zsh completion for belie; made by 'belie completion zsh'\n"
                        "_belie() {\n  local command=check\n  local -a commands=(\n");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, "    '%s:", commands[i].name);
    append_zsh (out, commands[i].summary);
    g_string_append (out, "'\n");
  }
  g_string_append (out, "  )\n"
                        "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
                        "    _alternative 'commands:command:{ _describe command commands }' 'files:file:_files'\n"
                        "    return\n  fi\n"
                        "  if (( ${commands[(I)$words[2]:*]} )); then\n"
                        "    command=$words[2]\n    shift words\n    (( CURRENT-- ))\n  fi\n"
                        "  case $command in\n");
  for (guint i = 0; i < n; i++) {
    g_autoptr (GArray) options = bel_command_options (commands[i].name);
    g_string_append_printf (out, "    %s)\n      _arguments '--help[show the options]'", commands[i].name);
    for (guint k = 0; k < options->len; k++)
      zsh_option (&g_array_index (options, BelOption, k), out);
    if (*commands[i].words)
      g_string_append_printf (out, " \\\n        '1:what:(%s)'", commands[i].words);
    g_string_append (out, " \\\n        '*:file:_files' ;;\n");
  }
  g_string_append (out, "  esac\n}\n_belie \"$@\"\n");
}

/* -- fish ------------------------------------------------------------------------------------ */

static void
append_fish (GString *out, const char *text)
{
  g_string_append_c (out, '\'');
  for (; *text; text++) {
    if (*text == '\'' || *text == '\\')
      g_string_append_c (out, '\\');
    g_string_append_c (out, *text);
  }
  g_string_append_c (out, '\'');
}

static void
fish_option (const BelCommand *command, const BelOption *option, GString *out)
{
  g_autofree char *words = words_of (option->values, " "),
                  *outputs = takes_output (option) ? words_of ("@formats", "= ") : NULL;
  g_autofree char *here = g_str_equal (command->name, "check")
                              ? g_strdup ("__belie_checks")
                              : g_strconcat ("__fish_seen_subcommand_from ", command->name, NULL);
  g_string_append_printf (out, "complete -c belie -n '%s' -l %s", here, option->key);
  if (option->letter)
    g_string_append_printf (out, " -s %c", option->letter);
  if (option->argument)
    g_string_append (out, takes_file (option) ? " -r -F" : " -x");
  if (words || outputs)
    g_string_append_printf (out, " -a '%s%s'", words ? words : outputs, words ? "" : "=");
  g_string_append (out, " -d ");
  append_fish (out, option->summary);
  g_string_append_c (out, '\n');
}

static void
write_fish (const BelCommand *commands, guint n, GString *out)
{
  g_string_append (out, "# fish completion for belie; made by 'belie completion fish'\n"
                        "function __belie_checks\n  not __fish_seen_subcommand_from");
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (commands[i].name, "check"))
      g_string_append_printf (out, " %s", commands[i].name);
  g_string_append (out, "\nend\n");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, "complete -c belie -n __fish_is_first_arg -a %s -d ", commands[i].name);
    append_fish (out, commands[i].summary);
    g_string_append_c (out, '\n');
    if (*commands[i].words)
      g_string_append_printf (out, "complete -c belie -f -n '__fish_seen_subcommand_from %s' -a '%s'\n",
                              commands[i].name, commands[i].words);
    g_autoptr (GArray) options = bel_command_options (commands[i].name);
    for (guint k = 0; k < options->len; k++)
      fish_option (&commands[i], &g_array_index (options, BelOption, k), out);
  }
}

int
bel_cmd_completion (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*write) (const BelCommand *commands, guint n, GString *out);
  } SHELLS[] = { { "bash", write_bash }, { "zsh", write_zsh }, { "fish", write_fish } };
  if (!bel_cli_parse (&argc, &argv, "completion", NULL, 0, NULL))
    return BEL_EXIT_ERROR;
  guint n;
  const BelCommand *commands = bel_commands (&n);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (SHELLS); i++)
    if (g_str_equal (argv[1], SHELLS[i].name)) {
      SHELLS[i].write (commands, n, out);
      return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
    }
  bel_cli_error ("say for which shell: bash, zsh or fish");
  return BEL_EXIT_ERROR;
}
