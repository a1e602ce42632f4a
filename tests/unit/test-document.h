/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Each file of tests of src/document adds its cases. */
#pragma once

#include <check.h>

void bel_test_document_conllu (Suite *suite);
void bel_test_document_markup (Suite *suite);
void bel_test_document_tags (Suite *suite);
void bel_test_document_text (Suite *suite);
