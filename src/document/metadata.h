/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What a file says about itself: front matter, header fields, dates. */
#pragma once

#include "document/document.h"

/** Reads @text as one calendar date and nothing else: "2024-11-17", "2024/11/17", "Nov. 17, 2024",
 * "17 November 2024", each with a weekday before it or a time of day after it. English month names, in any case.
 * Returns: FALSE, with @out_day untouched, when it is none. */
gboolean bel_date_parse (const char *text, gsize n_bytes, BelDay *out_day);

/** Takes one field of a header into the document: date, story (or slug, id), headline (or title), byline
 * (or author). A headline becomes a block of its own. Fields of other names are passed over.
 * @value: bytes of the visible text. */
void bel_metadata_field (BelDocument *document, const char *key, BelSpan value);

/** Reads front matter at @start of the visible text: "---" or "+++" on a line of its own, fields as "key: value"
 * or "key = value", and the same mark again; else header fields "Key: value" of known names up to a blank line.
 * What it was made of becomes a META block. Returns: the offset after it; @start when there is none. */
uint32_t bel_metadata_front_matter (BelDocument *document, uint32_t start);
