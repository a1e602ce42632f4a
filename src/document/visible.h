/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Builds the visible text of a marked-up file piece by piece, with the map back to its source, and the
 * blocks of it. Used by every reader whose visible text is not its source. */
#pragma once

#include "document/document.h"

/** One reading in progress. Embedded in a reader's state; bel_visible_finish() ends it. */
typedef struct {
  BelDocument *document;
  GString *text;
  BelBlockKind kind;    /**< of the open block */
  uint32_t block_start; /**< visible offset of the open block */
  bool open;
} BelVisible;

void bel_visible_init (BelVisible *visible, BelDocument *document);

/** Opens a block of @kind, closing one that is open. */
void bel_visible_open (BelVisible *visible, BelBlockKind kind);
/** Closes the open block, if any; one without a letter or digit is dropped. */
void bel_visible_close (BelVisible *visible);

/** Appends @n_bytes of visible text made of the source bytes @source. When both are of one length they are
 * taken to run in step, else the whole of @source stands for the whole of the text. */
void bel_visible_add (BelVisible *visible, const char *text, uint32_t n_bytes, BelSpan source);

/** Appends decoded text whose source spells some characters differently (entities, CRLF): @source is walked
 * beside @text and every difference becomes a piece of its own. @escape: the byte that begins a spelling, '&' or '\\'. */
void bel_visible_add_decoded (BelVisible *visible, const char *text, uint32_t n_bytes, BelSpan source, char escape);

/** Appends a space or line break that stands for no source. Its place is @source. */
void bel_visible_gap (BelVisible *visible, char gap, uint32_t source);

/** Gives the document its visible text and refines the blocks (bel_wire_refine()). */
void bel_visible_finish (BelVisible *visible);
