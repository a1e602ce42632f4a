/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What every writer of a format gets, and what they all need: places, names of sources, counts.
 *
 * A report holds groups of files that were compared with each other. Within a group everything is as conflict/
 * found it. Writers append to a string and know nothing of terminals, files or exit statuses. */
#pragma once

#include "conflict/conflict.h"

/** A file that was checked. Counts only: its document may be gone when nothing was found in it. */
typedef struct {
  const char *name;
  uint32_t n_claims;
  uint32_t n_sentences;
  uint32_t n_bytes;
} BelReportFile;

typedef enum { BEL_FAIL_NOTE, BEL_FAIL_WARNING, BEL_FAIL_ERROR, BEL_FAIL_NEVER } BelFailLevel;

typedef struct {
  const char *version;
  const char *rules; /**< (nullable) hash of the rule set */
  const BelReportFile *files;
  uint32_t n_files;
  BelFindings *const *groups; /**< in the order of their first file */
  uint32_t n_groups;
  bool color;
  bool ascii;     /**< no line-drawing characters */
  bool snippets;  /**< false: nothing of the drafts' text is shown (embargo) */
  uint32_t width; /**< columns */
} BelReport;

typedef struct {
  const char *name;
  const char *summary;
  void (*write) (const BelReport *report, GString *out);
} BelFormat;

#define F(name, function, summary) void function (const BelReport *report, GString *out);
#include "report/formats.def"
#undef F

/** Returns: (transfer none) the format of that name, or NULL. */
const BelFormat *bel_format_find (const char *name);
/** Returns: the formats in the order of --help; *@out_n of them. */
const BelFormat *bel_formats (guint *out_n);

/** Counts over all groups, suppressed ones left out. */
typedef struct {
  uint32_t by_severity[3]; /**< by BelSeverity */
  uint32_t suppressed;
} BelCounts;

BelCounts bel_report_counts (const BelReport *report);

/** One end of a conflict, ready to be shown. */
typedef struct {
  BelDocument *document;
  const BelClaims *claims;
  const BelClaim *claim; /**< (nullable) */
  BelSpan visible;
  BelSpan source;
  BelPosition start, end; /**< of @source */
} BelEnd;

BelEnd bel_report_end (const BelFindings *findings, BelClaimRef ref);
/** The place of a party: of its claim, else of its attribution. */
BelEnd bel_report_party_end (const BelFindings *findings, const BelParty *party);

/** Returns: (transfer full) who gives the account, in the draft's words: "Esmail Baghaei, through IRNA",
 * "a U.S. official (not named)"; the draft itself has no source. */
char *bel_report_party_name (const BelFindings *findings, const BelParty *party);

/** Whether all conflicts of @dispute were accepted, so that it is only counted. */
bool bel_dispute_is_suppressed (const BelFindings *findings, const BelDispute *dispute);

/** Appends @text with runs of blanks as one space, and control characters, bidirectional overrides
 * included, as escapes. */
void bel_report_append_clean (GString *out, const char *text, gsize n_bytes);
