/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Accepting a finding within the draft: comments that say which rule, and why.
 *
 *   <!-- belie-accept polarity.denied: both were interviewed -->     the paragraph it stands in, or the next
 *   <!-- belie-accept-start dispute: … --> … <!-- belie-accept-end -->
 *   <!-- belie-accept-file all until 2025-01-31: … -->
 *   [belie-accept polarity: …]                                       in plain text, on a line of its own
 *   belie-accept: dispute: …                                         in front matter: the whole file
 *
 * Comments are looked for in the bytes of the file, whatever paragraph, list, table or quotation they stand in. */
#pragma once

#include "conflict/conflict.h"
#include "rule/program.h"

typedef struct {
  char *selector; /**< rule, family, class, id of a conflict, or "all" */
  BelSpan place;  /**< of the comment, source bytes */
  BelSpan covers; /**< source bytes; a conflict with an end that begins in them is accepted */
  BelDay until;   /**< last day it holds, or BEL_DAY_NONE */
  bool has_reason;
  bool expired;
  bool used;
} BelAccept;

/** Returns: (transfer full) the comments of @document, an array of BelAccept. @today: what "until" is compared with. */
GArray *bel_accepts_find (const BelDocument *document, BelDay today);

/** Whether @accept silences @conflict, an end of which begins at source offset @at. */
bool bel_accept_holds (const BelAccept *accept, const BelConflict *conflict, uint32_t at);

/** Tells what is wrong with the comments: unknown rules, dates gone by, a missing reason (an error when
 * @require_reason), and comments that silence nothing. */
void bel_accepts_review (const GArray *accepts, const BelDocument *document, const BelProgram *program, bool require_reason,
                         BelDiags *diags);
