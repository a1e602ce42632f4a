/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "base/checksum.h"

#include <string.h>

/* Four lanes of multiply and rotate over eight-byte words. */
uint64_t
bel_checksum (const void *data, size_t n_bytes)
{
  static const uint64_t PRIME = 0x9E3779B97F4A7C15u;
  const unsigned char *at = data;
  uint64_t lanes[4] = { PRIME, PRIME ^ 1, PRIME ^ 2, PRIME ^ 3 }, sum = n_bytes;
  for (; n_bytes >= 32; at += 32, n_bytes -= 32) {
    for (int i = 0; i < 4; i++) {
      uint64_t word;
      memcpy (&word, at + 8 * i, 8);
      lanes[i] = (lanes[i] ^ word) * PRIME;
      lanes[i] ^= lanes[i] >> 29;
    }
  }
  for (int i = 0; i < 4; i++)
    sum = (sum ^ lanes[i]) * PRIME + (sum >> 31);
  for (; n_bytes; at++, n_bytes--)
    sum = (sum ^ *at) * PRIME + (sum >> 31);
  return sum ^ (sum >> 32);
}
