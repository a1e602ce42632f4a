/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Numbers in figures and words. */
#pragma once

#include "claim/atom.h"

typedef struct {
  double value;
  uint32_t n;     /**< atoms */
  double scale;   /**< what a magnitude word multiplied it by; 1 without: "2.3 billion" has 1e9 */
  bool figures;   /**< begins with figures */
  bool fraction;  /**< a part: "two thirds", "half", "3/4" */
  bool article;   /**< "a hundred", "half a million" */
  bool plain_one; /**< the word "one" alone, which is a pronoun too */
  bool year_like; /**< four plain figures from 1000 to 2199 */
} BelNumber;

/** A cardinal number or fraction that begins at atom @i. Returns: whether there is one. */
bool bel_number_scan (const BelAtoms *atoms, uint32_t i, BelNumber *out);
/** "fifth", "5th", "twenty-first". Returns: whether there is one. */
bool bel_ordinal_scan (const BelAtoms *atoms, uint32_t i, BelNumber *out);
