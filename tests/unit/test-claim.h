/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Clauses read from given trees, with rules of the test's own. */
#pragma once

#include "claim/extract.h"
#include "rule/program.h"

#include <check.h>

/** A document out of "form:lemma/XPOS/head/dep" words parted by blanks, one sentence a line; the lemma may be left out
 * where it is the form in lower case. Heads count from 1 in the sentence. */
BelDocument *bel_test_document (const BelProgram *program, const char *trees);
BelProgram *bel_test_rules (void);

/** Runs the clause stage and the normal form only. Returns: (transfer full) the claims in normal form, twins left out:
 * "not meet(subject=a, object=b) possibility; …". */
char *bel_test_normal (BelDocument *document, const BelProgram *program);
/** Returns: (transfer full) the tuples, twins last: "a | met with | b; …". */
char *bel_test_tuples (BelDocument *document, const BelProgram *program);

void claim_clause_tests (Suite *suite);
void claim_finders_tests (Suite *suite);
void claim_normal_tests (Suite *suite);
void claim_values_tests (Suite *suite);
