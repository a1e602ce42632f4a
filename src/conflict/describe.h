/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What a noun phrase says of the thing it names: "the party's annual gala Thursday", "a $300 flight voucher". */
#pragma once

#include "conflict/finder.h"

#define BEL_MAX_DESCRIBED 16

typedef struct {
  uint32_t head;                      /**< token, a noun */
  BelSym words[BEL_MAX_DESCRIBED];    /**< lemmas of what modifies it, values left out, each once */
  uint32_t tokens[BEL_MAX_DESCRIBED]; /**< where they stand */
  bool loose
      [BEL_MAX_DESCRIBED]; /**< tells hardly which thing is meant: a noun under a preposition, a word of a clause */
  uint32_t n;
  uint32_t quantity, time, place; /**< the one that belongs to it, or BEL_NONE; of several none */
  bool counted;                   /**< the quantity stands before the noun itself: "two slices", "a $300 voucher" */
  bool many;                      /**< more than one is spoken of: "two rallies", "every gala" */
  bool apart;                     /**< told from others of its kind: "another", "the second" */
} BelDescription;

/** Reads the phrase that hangs on the noun @head of the sentence @prop. Returns: FALSE for what is no such noun. */
bool bel_description_read (BelFinder *finder, const BelProp *prop, uint32_t head, BelDescription *out);

/** How many words @a and @b share; *@lost_a, *@lost_b: those the other has not, loose ones left out. */
uint32_t bel_descriptions_share (const BelDescription *a, const BelDescription *b, uint32_t *lost_a, uint32_t *lost_b);
