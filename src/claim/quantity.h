/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What quantity.c and unit.c tell each other. */
#pragma once

#include "claim/atom.h"
#include "claim/extract.h"

typedef struct {
  uint8_t kind; /**< BelWordKind, 0 for none */
  double tolerance;
  uint32_t n;
} BelHedge;

/** An amount on its way to a BelQuantity. */
typedef struct {
  const char *kind;
  const char *unit;
  double low, high;
  double amount, grain;
  bool approximate;
  bool vague;
  bool needs_tree; /**< what it counts is believed from the tree only */
} BelMeasure;
