/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Lasting relations of two things, told by verbs, by nouns beside a name ("Danlo's owner, Ernstal", "bank spokesman Conti") or by
 * compounds ("Lisbon-based Danlo"). Which words tell which relation is the lexicon `relation-word`. */
#pragma once

#include "conflict/finder.h"

typedef struct {
  int relation;  /**< as the lexicon's field `relation` numbers it */
  uint32_t x, y; /**< tokens; x stands to y as the relation says; one is BEL_NONE where a noun does not tell by whom */
  uint32_t at;   /**< the word that tells it */
  int truth;     /**< 1 it is so, -1 it is not, 0 neither */
  bool apart;    /**< @y is the first part of the compound @at, as in "Lisbon-based" */
} BelTie;

#define BEL_MAX_TIES 64

/** Reads the relations that sentence @prop tells into @out (room for BEL_MAX_TIES). Returns: how many. */
uint32_t bel_ties_read (BelFinder *finder, const BelProp *prop, BelTie *out);
