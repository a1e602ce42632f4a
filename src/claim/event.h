/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Did it happen, says the author: every predicate of a document on the scale -3 (certainly not) … 3 (certainly).
 *
 * Two registers, because readers differ in what they take an announcement for: in reports ("the plant will close") as
 * good as settled, in letters and talk ("I will call you") as not done yet. The register is read off the document. */
#pragma once

#include "claim/extract.h"

typedef struct {
  uint32_t token;
  float factuality;
} BelEvent;

typedef BEL_VEC (BelEvent) BelEvents;

/** Appends one event for every verbal, adjectival or nominal predicate, in text order; storage is the document's arena. */
void bel_events_judge (const BelClaimContext *context, const BelClaims *claims, BelEvents *out);

/** Calls @each for every feature of every predicate, by the names of rules/lexicon/factuality-weight.belie; for looking
 * into judgements and for training. */
typedef void BelEventFeature (uint32_t token, const char *name, float value, void *data);
void bel_event_features (const BelClaimContext *context, const BelClaims *claims, BelEventFeature *each, void *data);
