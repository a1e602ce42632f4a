/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** From the words of the command line to files that were read: folders walked, files read on several threads, in an order that
 * does not depend on them. */
#pragma once

#include "cli/configuration.h"

/** One file and all that was read out of it. */
typedef struct {
  char *name;      /**< as the user named it, or as found in a folder */
  char *path;      /**< what is opened; "-" is standard input */
  BelDiags *diags;
  GError *error;   /**< (nullable) why there is no document */
  BelDocument *document;
  BelClaims *claims; /**< in the document */
} BelFile;

typedef struct {
  BelInput input;
  BelDay as_of;           /**< the date of files that name none; BEL_DAY_NONE */
  const char *stdin_name; /**< (nullable) what standard input is called */
  guint jobs;
  const BelConfig *config; /**< (nullable) what folders are searched without */
} BelReadOptions;

/** Returns: (transfer full) an array of BelFile *, its elements freed with it: the files named in @names, those of folders
 * sorted by name; without any, standard input. What cannot be found becomes a BelFile with an error. */
GPtrArray *bel_inputs_find (char **names, int n, const BelReadOptions *options);

/** Reads, parses and extracts all files. */
void bel_inputs_read (const BelEngine *engine, GPtrArray *files, const BelReadOptions *options);

/** Shows diagnostics and errors of all files on standard error. Returns: how many files were left out or read with errors. */
guint bel_inputs_show_faults (const GPtrArray *files);

/** Runs @work (item, data) for all items on at most @jobs threads. */
void bel_inputs_each (const GPtrArray *items, guint jobs, GFunc work, gpointer data);
