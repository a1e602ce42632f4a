/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Running one piece of pattern code at one token. */
#pragma once

#include "rule/program-private.h"

/** Called with the registers of each match. */
typedef void (*BelRegistersFunc) (const uint32_t *registers, void *data);

typedef struct {
  const BelProgram *program;
  const BelDocument *document;
  uint32_t registers[32];
  uint32_t n_steps; /**< instructions so far at this token */
  uint32_t n_matches;
  BelRegistersFunc func;
  void *data;
} BelMatcher;

/** Runs the code at @code with the registers that are set; every match is handed to the matcher's func. Stops
 * silently at BEL_LIMIT_RULE_STEPS and BEL_LIMIT_RULE_MATCHES: see n_steps and n_matches. */
void bel_matcher_run (BelMatcher *matcher, uint32_t code);

/** The value of one yield; @nodes are the tokens of the rule's named nodes. */
BelYield bel_yield_make (const BelDocument *document, const BelClaimCode *rule, const BelYieldCode *code,
                         const uint32_t *nodes);
