/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The parts of the rule room's test program, and what they share. */
#pragma once

#include "rule/program.h"

#include <check.h>

/** Compiles @text; a diagnostic fails the test and is shown. Returns: (transfer full). */
BelProgram *bel_test_program (const char *text);

void rule_words_tests (Suite *suite);
void rule_load_tests (Suite *suite);
void rule_image_tests (Suite *suite);
void rule_claim_tests (Suite *suite);
void rule_conflict_tests (Suite *suite);
