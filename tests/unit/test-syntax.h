/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Each file of tests of src/syntax adds its cases. */
#pragma once

#include "syntax/syntax.h"

#include <check.h>

/** The model of the source tree; fails the test when there is none. Returns: (transfer full) */
BelModel *bel_test_model (void);

/** @text as a document of one paragraph for each blank-line-separated part, split into words; and parsed, if @annotate.
 * Returns: (transfer full) */
BelDocument *bel_test_parse (const BelModel *model, const char *text, gsize n_bytes, gboolean annotate);

void bel_test_syntax_tokens (Suite *suite);
void bel_test_syntax_model (Suite *suite);
void bel_test_syntax_morph (Suite *suite);
void bel_test_syntax_names (Suite *suite);
void bel_test_syntax_hostile (Suite *suite);
void bel_test_syntax_trees (Suite *suite);
