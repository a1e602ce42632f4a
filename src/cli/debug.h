/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Stages of belie debug that have files of their own. Each appends what it shows of a parsed document. */
#pragma once

#include "cli/cli.h"

void bel_debug_values (const BelEngine *engine, BelDocument *document, GString *out);
void bel_debug_entities (const BelEngine *engine, BelDocument *document, GString *out);
