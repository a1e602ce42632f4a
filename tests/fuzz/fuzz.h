/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A fuzz target: one function over bytes that must come back, whatever they are. libFuzzer calls it when built
 * with --enable-fuzzers; replay.c calls it over the corpus in every test run. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** Returns: 0. What goes wrong is a crash, a sanitizer's report or a hang. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes);
