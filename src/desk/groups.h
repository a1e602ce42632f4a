/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Which files are compared with each other, and comparing them. */
#pragma once

#include "desk/inputs.h"

typedef enum {
  BEL_GROUP_STORY, /**< files that name the same story; a file that names none stands alone */
  BEL_GROUP_FILE,  /**< each file with itself only */
  BEL_GROUP_SET,   /**< all files with each other */
} BelGrouping;

/** Files compared with each other, in the order they were given. */
typedef struct {
  GPtrArray *files; /**< of BelFile *, borrowed */
  BelClaims **sources;
  BelFindings *findings;
} BelGroup;

/** Compares the files that have claims, group by group, on at most @jobs threads.
 * @facts: (nullable) what each group is held against as well; it becomes its last file.
 * Returns: (transfer full) an array of BelGroup *, in the order of their first files. Free it before the files. */
GPtrArray *bel_groups_compare (const BelEngine *engine, const GPtrArray *files, BelFile *facts, BelGrouping grouping,
                               float min_confidence, guint jobs);

/** Lets go of a file that is compared with itself only, and in which nothing is found and nothing accepted: a folder of many
 * drafts then takes no more memory than those something is found in. */
void bel_file_settle (const BelEngine *engine, BelFile *file, BelGrouping grouping, float min_confidence);
