/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** libbelie: finds who claims what in drafts and shows where two accounts cannot both be true.
 *
 *     char *messages;
 *     BelieDesk *desk = belie_desk_new (NULL, &messages);
 *     BelieCheck *check = belie_check_new (desk);
 *     belie_check_set (check, "group-by", "set");
 *     belie_check_add_path (check, "drafts/");
 *     if (belie_check_run (check) == BELIE_FOUND)
 *       for (size_t i = 0; i < belie_check_n_conflicts (check); i++)
 *         puts (belie_conflict_message (belie_check_conflict (check, i)));
 *     belie_check_free (check);
 *     belie_desk_free (desk);
 *
 * All text is UTF-8. A desk never changes once made and may be used by several threads; a check belongs to one. Texts that are
 * returned live as long as what they were asked of, but where belie_free() is named. No function ends the program or writes
 * to its streams; belie_check_run() starts threads of its own, and git when "diff-base" is set. */
#ifndef BELIE_H
#define BELIE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define BELIE_API __attribute__ ((visibility ("default")))
#else
#define BELIE_API
#endif

/** A configuration and the rules, words and trees that it is read with. */
typedef struct BelieDesk BelieDesk;
/** Some drafts, checked once. */
typedef struct BelieCheck BelieCheck;
/** Two places that cannot both be true. */
typedef struct BelieConflict BelieConflict;

/** What a check comes to; also the exit status of the program. */
enum { BELIE_CLEAN = 0, BELIE_FOUND = 1, BELIE_ERROR = 2 };
enum { BELIE_NOTE, BELIE_WARNING, BELIE_SEVERE };

/** Where one account of a conflict stands. */
typedef struct {
  const char *file;      /**< as it was named */
  size_t start, end;     /**< bytes of the file, half open */
  unsigned line, column; /**< of start, from 1; columns count characters */
} BeliePlace;

BELIE_API const char *belie_version (void);
BELIE_API void belie_free (void *memory);

/** @config: a .belie.yaml; NULL: looked for from the working folder upward; "none": none.
 * @out_messages: what is wrong with configuration and rules, or NULL when nothing is; belie_free() it. May be NULL.
 * Returns: NULL when it cannot be used. */
BELIE_API BelieDesk *belie_desk_new (const char *config, char **out_messages);
BELIE_API void belie_desk_free (BelieDesk *desk);

/** The desk must outlive the check. */
BELIE_API BelieCheck *belie_check_new (const BelieDesk *desk);
BELIE_API void belie_check_free (BelieCheck *check);

/** Sets one of the settings the command line knows by the same names: "group-by", "fail-level", "diff-base" …
 * Returns: 0, or -1 when @key or @value is not known; belie_check_messages() then tells. */
BELIE_API int belie_check_set (BelieCheck *check, const char *key, const char *value);

/** Adds a file, or the drafts of a folder; "-" is standard input. */
BELIE_API void belie_check_add_path (BelieCheck *check, const char *path);
/** Adds a draft from memory, which is copied. Its format is told by @name and content. */
BELIE_API void belie_check_add_text (BelieCheck *check, const char *name, const char *bytes, size_t n_bytes);

/** @done of @total files are read. Called from any thread, one call at a time. */
typedef void BelieProgress (size_t done, size_t total, void *data);
BELIE_API void belie_check_set_progress (BelieCheck *check, BelieProgress *progress, void *data);

/** Reads and compares all drafts. Once a check.
 * Returns: BELIE_CLEAN when nothing is at or above the fail level, BELIE_FOUND, or BELIE_ERROR when some draft could not be read
 * (the others are checked all the same), or nothing at all: the baseline is broken, git does not know "diff-base". */
BELIE_API int belie_check_run (BelieCheck *check);

/** Returns: what is to be said to the user beside the report, one message a line; "" when there is nothing. */
BELIE_API const char *belie_check_messages (const BelieCheck *check);

/** Conflicts that are reported and those that were accepted, in the order of their drafts. */
BELIE_API size_t belie_check_n_conflicts (const BelieCheck *check);
BELIE_API const BelieConflict *belie_check_conflict (const BelieCheck *check, size_t index);

BELIE_API const char *belie_conflict_id (const BelieConflict *conflict);
BELIE_API const char *belie_conflict_rule (const BelieConflict *conflict);
/** "dispute", "self-contradiction" … */
BELIE_API const char *belie_conflict_class (const BelieConflict *conflict);
/** BELIE_NOTE, BELIE_WARNING or BELIE_SEVERE. */
BELIE_API int belie_conflict_severity (const BelieConflict *conflict);
/** 0 to 1. */
BELIE_API double belie_conflict_confidence (const BelieConflict *conflict);
BELIE_API const char *belie_conflict_question (const BelieConflict *conflict);
BELIE_API const char *belie_conflict_message (const BelieConflict *conflict);
BELIE_API int belie_conflict_is_accepted (const BelieConflict *conflict);
/** @end: 0 or 1. */
BELIE_API BeliePlace belie_conflict_place (const BelieConflict *conflict, int end);

/** Flags of a report. */
enum { BELIE_COLOR = 1, BELIE_ASCII = 2, BELIE_NO_SNIPPETS = 4, BELIE_LINKS = 8 };

/** @format: "text", "json", "sarif" … or NULL for that of the settings. @width: columns of the text format.
 * Returns: the report, belie_free() it; NULL when there is no such format, or nothing was read. */
BELIE_API char *belie_check_report (const BelieCheck *check, const char *format, int flags, unsigned width,
                                    size_t *out_n_bytes);

/** One draft and the claims in it. Belongs to one thread. */
typedef struct BelieDraft BelieDraft;

/** Reads a draft that is not to be checked as a whole: for its claims, or against another. @bytes: the draft, which is copied; NULL: the
 * file @name, "-" is standard input. @date: of publication, YYYY-MM-DD; NULL: as the draft says. @out_messages: as of belie_desk_new().
 * The desk must outlive it. Returns: NULL when it cannot be read. */
BELIE_API BelieDraft *belie_draft_new (const BelieDesk *desk, const char *name, const char *bytes, size_t n_bytes,
                                       const char *date, char **out_messages);
BELIE_API void belie_draft_free (BelieDraft *draft);

/** Who says what. @format: "text", "jsonl", "csv" … as 'belie extract' has them.
 * Returns: the list, belie_free() it; NULL when there is no such format. */
BELIE_API char *belie_draft_claims (const BelieDraft *draft, const char *format, size_t *out_n_bytes);

/** Can both be true, taken as being said of one situation? @out_json: the answer as 'belie compare' writes it, belie_free() it; may be
 * NULL. Returns: BELIE_CLEAN or BELIE_FOUND. */
BELIE_API int belie_drafts_compare (const BelieDraft *a, const BelieDraft *b, char **out_json);

/** Which claims changed between two versions? @format: "text" or "json". @out_text: the list, belie_free() it; may be NULL.
 * Returns: BELIE_CLEAN when none did, BELIE_FOUND, or BELIE_ERROR when there is no such format. */
BELIE_API int belie_drafts_diff (const BelieDraft *before, const BelieDraft *after, const char *format,
                                 char **out_text);

#ifdef __cplusplus
}
#endif

#endif
