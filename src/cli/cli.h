/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the commands share. One cmd-NAME.c a command, listed in commands.def; their options in options.def. */
#pragma once

#include "desk/draft.h"
#include "engine/engine.h"

#include <stdio.h>

/** Exit status everywhere. */
enum {
  BEL_EXIT_OK = 0,    /**< nothing at or above the fail level */
  BEL_EXIT_FOUND = 1, /**< something was */
  BEL_EXIT_ERROR = 2, /**< usage, configuration, input or I/O */
};

typedef int BelCommandRun (int argc, char **argv);

typedef struct {
  const char *name;
  BelCommandRun *run;
  const char *parameters;  /**< what follows the options in the usage line */
  const char *words;       /**< the words it may begin with, parted by spaces; "" */
  const char *summary;     /**< lower case, no full stop */
  const char *description; /**< (nullable) */
} BelCommand;

#define C(name, function, parameters, words, summary, description) BelCommandRun function;
#include "cli/commands.def"
#undef C

/** Returns: (transfer none) the commands in the order of --help; *@out_n of them. */
const BelCommand *bel_commands (guint *out_n);
/** Returns: (transfer none) (nullable) */
const BelCommand *bel_command_find (const char *name);

typedef enum { BEL_OPTION_FLAG, BEL_OPTION_TEXT, BEL_OPTION_TEXTS } BelOptionKind;

typedef struct {
  const char *key;
  char letter; /**< or 0 */
  BelOptionKind kind;
  const char *argument;  /**< (nullable) */
  const char *values;    /**< see desk/settings.def */
  const char *otherwise; /**< (nullable) default of a setting */
  const char *summary;
} BelOption;

/** Returns: (transfer full) the options of @command in the order of --help, as BelOption. */
GArray *bel_command_options (const char *command);

/** Where the value of an option goes: a gboolean, a char * or a char ** (to be freed), by its kind. */
typedef struct {
  const char *key;
  gpointer place;
} BelBound;

/** Parses @argc, @argv with the options of @command. Each option must have its place: in @bound, or, for a setting, in @settings:
 * one char * a row of the settings' table, (nullable). argv keeps what is no option.
 * Returns: FALSE after an error was shown; the command then exits with BEL_EXIT_ERROR. */
gboolean bel_cli_parse (int *argc, char ***argv, const char *command, const BelBound *bound, guint n_bound,
                        char **settings);

/** Makes the engine, showing what is wrong on standard error. Returns: (transfer full) or NULL. */
BelEngine *bel_cli_engine (void);

/** Makes the desk, showing what is wrong on standard error. @config: (nullable) as of belie_desk_new().
 * Returns: (transfer full) or NULL. */
BelieDesk *bel_cli_desk (const char *config);

/** Reads the file @name, showing what is wrong with it. Returns: (transfer full) or NULL. */
BelieDraft *bel_cli_draft (const BelieDesk *desk, const char *name, BelInput input);

/** Returns: the index of @word among @names (NULL-terminated), or -1 after an error was shown. */
int bel_cli_choose (const char *option, const char *word, const char *const *names);

/** Shows the findings on standard error. */
void bel_cli_show_diags (const BelDiags *diags);

/** Shows "belie: MESSAGE" on standard error. */
void bel_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** Writes all of @text to standard output. Returns: FALSE when it could not (a full disk, a closed pipe). */
gboolean bel_cli_write (const GString *text);

/** Reads --input=NAME. Returns: FALSE after an error was shown. */
gboolean bel_cli_input (const char *name, const char *keep, BelInput *out);

/** Reads, parses and extracts the file @name, showing what is wrong with it. @out_claims: (nullable)
 * Returns: (transfer full) NULL after an error was shown; *@out_good is FALSE when it has faults. */
BelDocument *bel_cli_read (const BelEngine *engine, const char *name, BelInput input, BelClaims **out_claims,
                           gboolean *out_good);
