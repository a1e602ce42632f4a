/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the files of quantities tell each other. */
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

/* quantity-hedge.c */
/** Whether a hedge of @class_ begins at atom @i. */
bool bel_hedge_at (const BelAtoms *atoms, uint32_t i, BelWordClass class_, BelHedge *out);
/** Hedges before a number. Returns: how many atoms they take; *@out is left as it is when there are none. */
uint32_t bel_hedges_before (const BelAtoms *atoms, uint32_t i, BelHedge *out);
/** Opens or widens the interval of @m. */
void bel_hedge_apply (BelMeasure *m, const BelHedge *hedge);

/* quantity-counted.c */
/** The noun that the number on tokens @first to @last counts, by the tree; BEL_NONE. */
uint32_t bel_quantity_counted_by_tree (const BelDocument *document, uint32_t first, uint32_t last);
/** Sets what @q counts. @needs_tree: its neighbours are not believed. */
void bel_quantity_find_counted (BelClaims *claims, BelQuantity *q, bool needs_tree);
