/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Quotations as propositions: who is quoted, and in which words. */
#pragma once

#include "conflict/finder.h"

/** Shortest quotation that is compared, content words. */
#define BEL_QUOTE_LEAST 4u

/** Adds a proposition for each quotation of a document that somebody answers for. */
void bel_quotes_build (BelFinder *finder, uint32_t document);
