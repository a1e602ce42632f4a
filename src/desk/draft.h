/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What the program asks of a single draft beside the public belie.h. */
#pragma once

#include "desk/check.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelieDraft, belie_draft_free)

/** As belie_draft_new() with the format named. @bytes: (nullable) the draft itself; NULL: the file @name is read, "-" standard input.
 * @date: (nullable) YYYY-MM-DD, of publication. */
BelieDraft *bel_draft_new (const BelieDesk *desk, const char *name, GBytes *bytes, BelInput input, const char *date,
                           char **out_messages);

/** Whether nothing was wrong with the draft that was read. */
bool bel_draft_is_good (const BelieDraft *draft);

/** As belie_drafts_compare(). @id: (nullable) the member "id" of the answer. */
int bel_drafts_compare (const BelieDraft *a, const BelieDraft *b, const char *id, GString *out);

/** Returns: (transfer none) the names of the formats of belie_draft_claims(), NULL-terminated. */
const char *const *bel_draft_formats (void);
/** What stands once before the claims of several drafts in a format; "" for most. NULL when there is no such format. */
const char *bel_draft_header (const char *format);
