/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Roles of two propositions laid side by side, and entailment between them. */
#pragma once

#include "conflict/phrase.h"
#include "conflict/relation.h"

#define BEL_MAX_ALIGNED 16

/** One role of the second proposition and its like in the first. */
typedef struct {
  uint32_t fill_a; /**< index into the fills; BEL_NONE: nothing there */
  uint32_t fill_b;
  BelMatch match;
} BelAligned;

typedef struct {
  BelAligned items[BEL_MAX_ALIGNED]; /**< for each role of the second proposition */
  uint32_t n;
  float trust;           /**< product over predicates and matched roles */
  uint32_t n_matched;    /**< participants matched with something said of them */
  uint32_t n_named;      /**< of these, matched by name or coreference */
  uint32_t n_definite;   /**< matched participants that both name or point to: no indefinites */
  uint32_t missing_core; /**< participants only the second has */
  uint32_t missing;      /**< circumstances only the second has */
  uint32_t extra_core;   /**< participants only the first has */
  uint32_t n_different;  /**< roles that both have, differently */
  uint32_t n_exclusive;  /**< of these, with words that exclude each other */
  uint32_t n_wider;      /**< roles where the second says more */
  bool weak;
} BelAlignment;

/** The phrase that fills @fill of @prop, without what is told of it by a role of its own or by the clause it stands in. */
BelNoun bel_prop_noun (const BelProp *prop, const BelRoleFill *fill);

/** Lays @a's roles beside @b's. @predicates: how their predicates stand, for the role map. */
void bel_props_align (BelFinder *finder, const BelProp *a, const BelProp *b, const BelPredicates *predicates,
                      BelAlignment *out);

/** Whether @a entails @b (both as they would be without their negations). @out: (nullable) the alignment. */
bool bel_prop_entails (BelFinder *finder, const BelProp *a, const BelProp *b, BelAlignment *out);

/** Whether times or places say that the two are different events. */
bool bel_props_apart (BelFinder *finder, const BelProp *a, const BelProp *b);
