/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Join keys: what two propositions have to share before a rule looks at them. */
#pragma once

#include "conflict/finder.h"
#include "conflict/group.h"

typedef enum {
  BEL_KEY_PARTICIPANT, /**< a participant; with "~" also what it is a kind of */
  BEL_KEY_PREDICATE,   /**< the predicate; with "~" also what it entails or excludes */
  BEL_KEY_COUNTED,     /**< what is counted */
  BEL_KEY_WORDING,     /**< rare words of the sentence */
  BEL_KEY_ENTITY,      /**< the entity and the attribute */
  BEL_KEY_NAME,        /**< the name, spelt about so */
  BEL_KEY_QUOTE,       /**< words of a quotation */
  BEL_KEY_ANSWERED,    /**< the claim, for those that answer it */
  BEL_KEY_WHERE,       /**< a place that the claim is told with */
  BEL_KEY_ITSELF,      /**< nothing but itself: rules about one thing that can't be */
  BEL_N_KEY_KINDS
} BelKeyKind;

typedef BEL_VEC (BelKeyRow) BelKeyRows;

/** Rows of one proposition. */
void bel_keys_of (BelFinder *finder, BelKeyKind kind, bool similar, uint32_t item, BelKeyRows *out);
/** Rows of all propositions for one kind of key; @similar adds the rows of more general matches. */
void bel_keys_make (BelFinder *finder, BelKeyKind kind, bool similar, BelKeyRows *out);
