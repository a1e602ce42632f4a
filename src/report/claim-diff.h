/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Which claims changed between two versions of a story. Claims are paired by their normal form, so that a sentence that
 * was only put in other words or moved elsewhere has not changed. */
#pragma once

#include "report/extract.h"

typedef enum { BEL_DIFF_SAME, BEL_DIFF_CHANGED, BEL_DIFF_REMOVED, BEL_DIFF_ADDED, BEL_N_DIFF_KINDS } BelDiffKind;

/** What of a claim may differ. */
typedef enum {
  BEL_DIFF_WHO,
  BEL_DIFF_WHOM,
  BEL_DIFF_HOW_MANY,
  BEL_DIFF_WHEN,
  BEL_DIFF_WHERE,
  BEL_DIFF_TRUTH, /**< denied or not, and how certain */
  BEL_DIFF_SOURCE,
  BEL_N_DIFF_PARTS
} BelDiffPart;

typedef struct {
  BelDiffKind kind;
  const BelSheetRow *before;        /**< NULL: added */
  const BelSheetRow *after;         /**< NULL: removed */
  char *parts[BEL_N_DIFF_PARTS][2]; /**< of a changed claim: what a part was and is; both NULL where it is the same */
} BelDiffRow;

typedef struct {
  GArray *before, *after; /**< of BelSheetRow */
  GArray *rows;           /**< of BelDiffRow, in the order of the later version, what was removed where it stood */
  guint n[BEL_N_DIFF_KINDS];
} BelDiff;

/** Both must outlive the result. O(n log n). Returns: (transfer full) */
BelDiff *bel_diff_new (const BelClaims *before, const BelClaims *after);
void bel_diff_free (BelDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelDiff, bel_diff_free)

void bel_diff_text (const BelDiff *diff, const char *before, const char *after, GString *out);
void bel_diff_json (const BelDiff *diff, const char *before, const char *after, GString *out);
