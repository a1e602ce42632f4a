/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Tells damaged bytes from whole ones, fast. No defence against a forger. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** Returns: a sum over the @n_bytes bytes at @data, the same on every little-endian machine. A megabyte takes some 100 µs. */
uint64_t bel_checksum (const void *data, size_t n_bytes);
