/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Features of a predicate, as names: what an event's readers may go by. */
#pragma once

#include "claim/event.h"
#include "claim/factuality-private.h"

#define BEL_EVENT_MAX_FEATURES 256

/** Collected features of one predicate. Names live in the arena of @f. */
typedef struct {
  const BelFactuality *f;
  const char *names[BEL_EVENT_MAX_FEATURES];
  float values[BEL_EVENT_MAX_FEATURES];
  uint32_t n;
} BelEventFeatures;

void bel_event_add (BelEventFeatures *out, const char *format, ...) G_GNUC_PRINTF (2, 3);
void bel_event_add_value (BelEventFeatures *out, const char *name, float value);
/** The features of the predicate's own words: its form, auxiliaries, markers, subject, adverbs. @prefix: "" or "G_". */
void bel_event_add_local (BelEventFeatures *out, uint32_t t, const char *prefix);
/** All of them. */
void bel_event_collect (BelEventFeatures *out, uint32_t t);
/** The clause head that @t hangs below, BEL_NONE at the top. */
uint32_t bel_event_governor (const BelDocument *document, uint32_t t);
/** "VBD", "VB_A" (with an auxiliary). */
const char *bel_event_form (const BelEventFeatures *out, uint32_t t);
