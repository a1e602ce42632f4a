/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Plain text into blocks: the reader other formats are measured by. */
#pragma once

#include "document/document.h"

/** Reads the source of @document, valid UTF-8 without NULs, as plain text: paragraphs parted by empty lines, one to a line,
 * or wrapped; a byte-order mark; LF, CR or CRLF; front matter; wire conventions (document/wire.h). Visible and
 * source text are the same bytes. Sets blocks, date, place and story. */
void bel_text_read (BelDocument *document);
