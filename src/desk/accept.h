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
 * Comments are looked for in the bytes of the file, whatever paragraph, list, table or quotation they stand in. For files that
 * cannot hold comments there is FILE.belie-accept beside the draft, a line each, for the whole file or for the first
 * paragraph in which some words stand:
 *
 *   dispute until 2025-01-31: both were asked
 *   polarity.denied at "the minister denied": both were asked */
#pragma once

#include "conflict/conflict.h"
#include "desk/configuration.h"
#include "rule/program.h"

typedef struct {
  char *selector; /**< rule, family, class, id of a conflict, or "all" */
  char *reason;   /**< "" when none is given */
  BelSpan place;  /**< of the comment, bytes of its file */
  BelSpan covers; /**< source bytes of the draft; a conflict with an end that begins in them is accepted */
  BelDay until;   /**< last day it holds, or BEL_DAY_NONE */
  bool expired;
  bool used;
  bool beside; /**< from FILE.belie-accept */
} BelAccept;

/** The comments of one draft. */
typedef struct {
  GArray *comments;  /**< of BelAccept */
  char *beside_name; /**< (nullable) FILE.belie-accept, when there is one */
  GBytes *beside;    /**< (nullable) its bytes */
} BelAccepts;

/** Returns: (transfer full) the comments of @document and those beside it. @today: what "until" is compared with. */
BelAccepts *bel_accepts_find (const BelDocument *document, BelDay today);
void bel_accepts_free (BelAccepts *accepts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelAccepts, bel_accepts_free)

/** Whether @accept silences @conflict, an end of which begins at source offset @at. */
bool bel_accept_holds (const BelAccept *accept, const BelConflict *conflict, uint32_t at);

/** Tells what is wrong with the comments: unknown rules, dates gone by, what @policy does not allow (errors), and comments that
 * silence nothing. */
void bel_accepts_review (const BelAccepts *accepts, const BelDocument *document, const BelProgram *program,
                         const BelAcceptPolicy *policy, BelDiags *diags);

/** Returns: (transfer full) names of conflict rules, their families, the classes and "all". */
GPtrArray *bel_selectors_known (const BelProgram *program);
/** Whether @selector is one of @known or an id. */
bool bel_selector_is_known (const char *selector, const GPtrArray *known);
/** Whether @word looks like the id of a conflict. */
bool bel_is_conflict_id (const char *word);
