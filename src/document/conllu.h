/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** CoNLL-U in and out. https://universaldependencies.org/format.html */
#pragma once

#include "document/document.h"

typedef enum {
  BEL_CONLLU_WORDS, /**< keep sentences and words only: the rest is to be predicted */
  BEL_CONLLU_ALL,   /**< keep everything that is given */
} BelConlluKeep;

/** Reads the CoNLL-U in the source of @document: visible text is made of "# text =" (or of the forms),
 * one block a document or paragraph ("# newdoc", "# newpar"). Broken lines are diagnosed and the
 * sentence they are in is passed over. Returns: FALSE when no sentence could be read. */
gboolean bel_conllu_read (BelDocument *document, BelConlluKeep keep, BelDiags *diags);

/** Appends all sentences as CoNLL-U with "# text", "# sent_id" (where known), SpaceAfter=No and
 * MISC Span=start:end (source bytes). */
void bel_conllu_write (const BelDocument *document, GString *out);
