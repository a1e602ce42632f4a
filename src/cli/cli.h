/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the commands share. One cmd-NAME.c a command, listed in commands.def. */
#pragma once

#include "engine/engine.h"

#include <stdio.h>

/** Exit status everywhere. */
enum {
  BEL_EXIT_OK = 0,    /**< nothing at or above the fail level */
  BEL_EXIT_FOUND = 1, /**< something was */
  BEL_EXIT_ERROR = 2, /**< usage, configuration, input or I/O */
};

typedef int BelCommand (int argc, char **argv);

#define C(name, function, summary) BelCommand function;
#include "cli/commands.def"
#undef C

/** Parses @argc, @argv with the options in @entries and a --help made of @summary and @description.
 * @parameters: what follows the options in the usage line. argv keeps what is no option.
 * Returns: FALSE after an error was shown; the command then exits with BEL_EXIT_ERROR. */
gboolean bel_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *parameters,
                        const char *summary, const char *description);

/** Makes the engine, showing what is wrong on standard error. Returns: (transfer full) or NULL. */
BelEngine *bel_cli_engine (void);

/** As bel_cli_engine() with the rules of further @folders (paths) beside the program's own. */
BelEngine *bel_cli_engine_with (const GPtrArray *folders);

/** Shows the findings on standard error. */
void bel_cli_show_diags (const BelDiags *diags);

/** Shows "belie: MESSAGE" on standard error. */
void bel_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** Writes all of @text to standard output. Returns: FALSE when it could not (a full disk, a closed pipe). */
gboolean bel_cli_write (const GString *text);

/** Reads --input=NAME. Returns: FALSE after an error was shown. */
gboolean bel_cli_input (const char *name, const char *keep, BelInput *out);
