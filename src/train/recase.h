/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Sentences set as headlines are: "Mayor Says Bridge Will Close". The treebanks have next to none. */
#pragma once

#include "train/train.h"

/** @form with a capital, unless it is one of the small words that stay as they are. @pos: its universal tag. */
char *recase_word (const char *form, const char *pos);

/** Adds some sentences of the treebanks to @out as CoNLL-U, with capitals and without their stop. */
gboolean recase_treebanks (const TrainOptions *options, Random *random, GString *out, GError **error);
