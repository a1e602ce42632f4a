/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/parser.h"

static uint32_t
vocabulary_row (const BelVocabulary *vocabulary, uint32_t hash)
{
  uint32_t low = 0, high = vocabulary->n;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (vocabulary->hashes[middle] < hash)
      low = middle + 1;
    else
      high = middle;
  }
  return low < vocabulary->n && vocabulary->hashes[low] == hash ? low + 1 : 0;
}

static uint32_t
hashed_row (const BelParserShape *shape, BelInputGroup group, uint32_t hash)
{
  return 1 + (uint32_t) (((uint64_t) bel_hash (hash, group) * (shape->rows[group] - 1)) >> 32);
}

void
bel_parser_input (const BelParserShape *shape, const BelVocabulary *vocabulary, const BelWord *word, uint8_t tag,
                  uint32_t rows[BEL_N_GROUPS])
{
  rows[BEL_GROUP_WORD] = vocabulary_row (vocabulary, word->digits);
  rows[BEL_GROUP_SUFFIX2] = hashed_row (shape, BEL_GROUP_SUFFIX2, word->suffix[1]);
  rows[BEL_GROUP_SUFFIX3] = hashed_row (shape, BEL_GROUP_SUFFIX3, word->suffix[2]);
  rows[BEL_GROUP_PREFIX3] = hashed_row (shape, BEL_GROUP_PREFIX3, word->prefix[2]);
  rows[BEL_GROUP_SHAPE] = hashed_row (shape, BEL_GROUP_SHAPE, word->shape);
  rows[BEL_GROUP_TAG] = 1u + tag;
}

uint32_t
bel_parser_distance (uint32_t from, uint32_t to)
{
  static const uint8_t CLASSES[] = { 0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 };
  uint32_t distance = from < to ? to - from : from - to;
  uint32_t class = distance < sizeof CLASSES ? CLASSES[distance] : distance < 40 ? 8 : 9;
  return from < to ? class : class + 10;
}
