/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What every writer of a format gets, and what they all need: places, names of sources, counts.
 *
 * A report holds groups of files that were compared with each other. Within a group everything is as conflict/
 * found it. Writers append to a string and know nothing of terminals, files or exit statuses. */
#pragma once

#include "conflict/conflict.h"
#include "rule/program.h"

/** A file that was checked. Counts only: its document may be gone when nothing was found in it. */
typedef struct {
  const char *name;
  uint32_t n_claims;
  uint32_t n_sentences;
  uint32_t n_bytes;
  BelDay date; /**< of publication, or BEL_DAY_NONE */
} BelReportFile;

typedef enum { BEL_FAIL_NOTE, BEL_FAIL_WARNING, BEL_FAIL_ERROR, BEL_FAIL_NEVER } BelFailLevel;

typedef struct {
  const char *version;
  const char *rules; /**< (nullable) hash of the rule set */
  const BelReportFile *files;
  uint32_t n_files;
  BelFindings *const *groups; /**< in the order of their first file */
  uint32_t n_groups;
  const BelProgram *program; /**< (nullable) the rules, for what they say of themselves */
  BelFailLevel fail_level;
  const char *saved; /**< (nullable) the JSON it was read from */
  bool partial;      /**< the documents hold only the lines that were saved with a report */
  bool color;
  bool ascii;     /**< no line-drawing characters */
  bool links;     /**< terminal hyperlinks (OSC 8) to places */
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
  uint32_t left_out; /**< conflicts past BEL_LIMIT_CONFLICTS, in none of the others */
} BelCounts;

BelCounts bel_report_counts (const BelReport *report);

/** One end of a conflict, ready to be shown. */
typedef struct {
  BelDocument *document;
  const BelClaims *claims;
  const BelClaim *claim; /**< (nullable) */
  BelSpan visible;
  BelSpan words; /**< visible; what of it differs from the other account, empty when nothing in particular does */
  BelSpan source;
  BelPosition start, end; /**< of @source */
} BelEnd;

BelEnd bel_report_end (const BelFindings *findings, BelClaimRef ref);
/** Returns: the visible bytes to be marked in a quotation of @end: its clause; of a whole sentence only the words that differ. */
BelSpan bel_report_mark (const BelEnd *end);
/** Returns: the visible bytes of the sentences that @end has a part of. */
BelSpan bel_report_sentence (const BelEnd *end);
/** The place of a party: of its claim, else of its attribution. */
BelEnd bel_report_party_end (const BelFindings *findings, const BelParty *party);

/** A conflict that is reported, with both its ends: a stands first in the text, unless b alone is in what changed. */
typedef struct {
  const BelFindings *findings;
  const BelConflict *conflict;
  BelEnd a, b;
  const char *message; /**< what may be shown of it: under an embargo the name of its class */
  const char *title;   /**< its question; under an embargo its rule */
} BelListed;

/** Returns: (transfer full) all conflicts of all groups in order, as BelListed; @suppressed: also those that were accepted. */
GArray *bel_report_list (const BelReport *report, bool suppressed);

/** Whether a conflict of @severity makes the run fail. */
bool bel_report_fails (const BelReport *report, BelSeverity severity);

/** Returns: the 1-based column of @source_offset in UTF-16 code units. */
uint32_t bel_report_column_utf16 (const BelEnd *end, uint32_t source_offset);

/** Returns: (transfer full) the bytes of the end as the report may show them; NULL under an embargo. */
char *bel_report_quote (const BelReport *report, const BelEnd *end);

/** Returns: (transfer full) @path as a URI reference: percent-encoded, relative to where belie was run unless absolute. */
char *bel_report_uri (const char *path);

/** Returns: (transfer none) (nullable) what the rule set says of the rule. */
const char *bel_report_rule_doc (const BelReport *report, const char *rule);

/** Appends @text for XML 1.0 and HTML: markup escaped, characters that neither allows as U+FFFD. */
void bel_report_append_xml (GString *out, const char *text);

/** Returns: (transfer full) who gives the account, in the draft's words: "Esmail Baghaei, through IRNA",
 * "a U.S. official (not named)"; the draft itself has no source. */
char *bel_report_party_name (const BelFindings *findings, const BelParty *party);

/** Whether all conflicts of @dispute were accepted, so that it is only counted. */
bool bel_dispute_is_suppressed (const BelFindings *findings, const BelDispute *dispute);

/** Appends @text with runs of blanks as one space, and control characters, bidirectional overrides
 * included, as escapes. */
void bel_report_append_clean (GString *out, const char *text, gsize n_bytes);
