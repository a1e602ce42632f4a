/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A claim, and an attribution, as JSON. */
#pragma once

#include "claim/claim.h"
#include "report/json-writer.h"

/** Writes claim number @index as an object named @name; @with_head adds "schema" and "file", as a line of
 * "belie extract" has them. Spans are source bytes. */
void bel_json_claim (BelJson *json, const char *name, const BelClaims *claims, uint32_t index, bool with_head);

/** Writes one attribution as a line of "belie extract --format=attributions" has it. */
void bel_json_attribution (BelJson *json, const BelClaims *claims, uint32_t index);
