/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What "belie extract" writes: one function a format, each appending one document's claims to @out. */
#pragma once

#include "claim/claim.h"

#include <glib.h>

/** One JSON object a claim and line. */
void bel_extract_jsonl (const BelClaims *claims, GString *out);
/** One JSON object an attribution and line. */
void bel_extract_attributions (const BelClaims *claims, GString *out);
