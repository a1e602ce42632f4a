/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The conventions of wire copy, told by their form alone: date lines, bylines, datelines. */
#pragma once

#include "document/document.h"

/** "date 2024-11-17", "Published: Nov. 17, 2024": a date with at most two words before it.
 * Returns: FALSE, with @out_day untouched, when the line is more than that. */
gboolean bel_wire_is_date_line (const char *text, uint32_t n_bytes, BelDay *out_day);

/** "By Ana Ruiz and Bo Lind, Staff Writers". */
gboolean bel_wire_is_byline (const char *text, uint32_t n_bytes);

typedef struct {
  uint32_t n_bytes; /**< of the dateline, dash included; 0: there is none */
  BelSpan place;    /**< the city, relative to the text; empty in "(Agency) —" */
  BelDay date;      /**< BEL_DAY_NONE when it names none with its year */
} BelDateline;

/** Looks for "CITY, State, Nov. 17 (Agency) —", "City (Agency) -" or "(Agency)" at the head of a paragraph. */
BelDateline bel_wire_dateline (const char *text, uint32_t n_bytes);

/** Looks at the blocks that a markup reader found: before the first body paragraph, a date line becomes META and a
 * byline BYLINE; a dateline at the head of a paragraph becomes a block of its own. Sets date and place where they
 * are not known yet. */
void bel_wire_refine (BelDocument *document);
