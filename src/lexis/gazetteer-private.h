/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The layout of gazetteer.bin, shared by its writer and its reader; native byte order.
 *
 *   header │ text │ slots │ names │ rows │ members
 *
 * Names stand sorted by text, then by how likely they are meant; slots hash a text to the first of its names. */
#pragma once

#include "lexis/gazetteer.h"

#define BEL_GAZETTEER_MAGIC 0x3154545A41474C42ull /* "BLGAZTT1" */

enum { BEL_GZ_TEXT, BEL_GZ_SLOTS, BEL_GZ_NAMES, BEL_GZ_ROWS, BEL_GZ_MEMBERS, BEL_GZ_N_SECTIONS };

typedef struct {
  uint64_t magic;
  uint32_t n_bytes;
  uint32_t unused;
  struct {
    uint32_t offset; /* bytes; a multiple of 8 */
    uint32_t n;      /* items */
  } sections[BEL_GZ_N_SECTIONS];
} BelGzHeader;

typedef struct {
  uint32_t name;
  uint32_t parent; /* row or BEL_NONE */
  uint32_t population;
  uint32_t first_member; /* of an area: its countries' rows, ascending */
  uint16_t n_members;
  uint8_t kind;
  uint8_t unused;
} BelGzRow;

static inline size_t
bel_gz_item_bytes (int section)
{
  static const size_t SIZES[]
      = { 1, sizeof (uint32_t), sizeof (BelGazetteerName), sizeof (BelGzRow), sizeof (uint32_t) };
  return SIZES[section];
}
