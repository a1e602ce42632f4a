/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Each file of tests of the trained models adds its cases. */
#pragma once

#include <check.h>

void bel_test_parser_gradient (Suite *suite);
void bel_test_parser_kernels (Suite *suite);
void bel_test_parser_model (Suite *suite);
void bel_test_parser_run (Suite *suite);
void bel_test_parser_tree (Suite *suite);
