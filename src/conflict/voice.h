/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** In whose mouth something is, and whether two sources are one. */
#pragma once

#include "conflict/finder.h"

typedef enum {
  BEL_SOURCES_UNKNOWN, /**< of one of them nothing is said */
  BEL_SOURCES_ONE,
  BEL_SOURCES_TWO,
} BelSources;

/** The attribution of the smallest claim of @sentence that covers @token (BEL_NONE: of any); BEL_NONE: the draft's own voice. */
uint32_t bel_voice_at (const BelClaims *claims, uint32_t sentence, uint32_t token);

/** Whether two attributions of one document have one source: one entity, or the same word with nothing by it that tells them apart.
 * "Officials said … officials said" are taken for the same ones, a hospital's officials and a city's are two. */
BelSources bel_sources_compare (BelFinder *finder, uint32_t document, uint32_t a, uint32_t b);
