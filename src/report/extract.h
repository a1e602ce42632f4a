/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What "belie extract" writes: one function a format, each appending one document's claims to @out. */
#pragma once

#include "claim/claim.h"

#include <glib.h>

/** One JSON object a claim and line. */
void bel_extract_jsonl (const BelClaims *claims, GString *out);
/** One JSON object a predicate and line: how far it happened, for the author. */
void bel_extract_events (const BelClaims *claims, GString *out);
/** One JSON object an attribution and line. */
void bel_extract_attributions (const BelClaims *claims, GString *out);
/** Who said what, a heading a source, in the order in which they first speak. */
void bel_extract_text (const BelClaims *claims, GString *out);
/** A fact-check sheet: a row a claim, with an empty cell to tick. */
#define BEL_EXTRACT_CSV_HEADER "checked,claim,source,stance,polarity,certainty,file,line,column,note\r\n"
void bel_extract_csv (const BelClaims *claims, GString *out);
void bel_extract_markdown (const BelClaims *claims, GString *out);
/** schema.org/Claim in JSON-LD, one graph a document. https://schema.org/Claim */
void bel_extract_jsonld (const BelClaims *claims, GString *out);

/* -- what they share ------------------------------------------------------------------------- */

/** A claim worth checking, as a line of a list. Strings are the caller's to free with bel_sheet_free(). */
typedef struct {
  const BelClaim *claim;
  char *text;             /**< the claim in the draft's words */
  char *source;           /**< (nullable) "Esmail Baghaei, through IRNA"; NULL: the draft itself */
  uint32_t source_entity; /**< of a claim with one source; BEL_NONE for the draft itself and for chains */
  const char *stance;     /**< of the innermost source; "" for the draft itself */
  BelPosition position;
} BelSheetRow;

/** Returns: (transfer full) the claims of @claims that a reader would check, in text order: no twins, no mere
 * possessives, and not the saying itself where what is said stands as a claim of its own. */
GArray *bel_sheet_rows (const BelClaims *claims);
void bel_sheet_free (GArray *rows);
/** Returns: (nullable) "denied" for the stance "deny" and such; NULL for one that asserts. */
const char *bel_sheet_stance_words (const char *stance);
