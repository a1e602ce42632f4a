/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** From the words of the command line to files that were read: folders walked, files read on several threads, in an order that
 * does not depend on them. */
#pragma once

#include "desk/configuration.h"
#include "engine/engine.h"

typedef enum { BEL_STAGE_READ, BEL_STAGE_PARSE, BEL_STAGE_EXTRACT, BEL_STAGE_COMPARE, BEL_N_STAGES } BelStage;

/** One file and all that was read out of it. */
typedef struct {
  char *name;    /**< as the user named it, or as found in a folder */
  char *path;    /**< what is opened; "-" is standard input */
  GBytes *bytes; /**< (nullable) its content, when it is given and not read */
  BelDiags *diags;
  GError *error; /**< (nullable) why there is no document */
  BelDocument *document;
  BelClaims *claims; /**< in the document */
  double seconds[BEL_N_STAGES];
  BelFindings *findings; /**< (nullable) of a file that stands alone: what was found when it was settled */
  bool settled;          /**< nothing is in it and it was let go: only the counts below are left of it */
  uint32_t n_claims, n_sentences, n_bytes;
  BelDay date;
} BelFile;

typedef struct {
  BelInput input;
  BelDay as_of;           /**< the date of files that name none; BEL_DAY_NONE */
  const char *stdin_name; /**< (nullable) what standard input is called */
  guint jobs;
  const BelConfig *config;                            /**< (nullable) what folders are searched without */
  void (*settle) (BelFile *file, gconstpointer data); /**< (nullable) called when a file is read, from any thread */
  gconstpointer settle_data;
  void (*progress) (size_t done, size_t total, void *data); /**< (nullable) from any thread, one call at a time */
  gpointer progress_data;
  GString *messages; /**< (nullable) what is to be said of folders: one in which no draft is */
} BelReadOptions;

/** Returns: (transfer full) an empty array of BelFile *, its elements freed with it. */
GPtrArray *bel_inputs_new (void);

/** Adds a file that is in memory already. */
void bel_inputs_add_bytes (GPtrArray *files, const char *name, const char *bytes, gsize n_bytes);

/** Adds the files named in @names, those of folders sorted by name; without any in @files by then, standard input. What
 * cannot be found becomes a BelFile with an error. */
void bel_inputs_find (GPtrArray *files, char **names, int n, const BelReadOptions *options);

/** Reads, parses and extracts all files. */
void bel_inputs_read (const BelEngine *engine, GPtrArray *files, const BelReadOptions *options);

/** Appends diagnostics and errors of all files to @out. Returns: how many files were left out or read with errors. */
guint bel_inputs_faults (const GPtrArray *files, GString *out);

/** Runs @work (item, data) for all items on at most @jobs threads. */
void bel_inputs_each (const GPtrArray *items, guint jobs, GFunc work, gpointer data);
