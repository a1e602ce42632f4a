/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The parts of tests/unit/test-conflict. */
#pragma once

#include <check.h>

TCase *conflict_pair_tests (void);
