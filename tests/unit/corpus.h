/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Corpus files: texts with what must, and must not, be read out of them.
 *
 *   ====
 *   name of the case
 *   ====
 *   Text on one line; " ¶ " parts paragraphs. It was published on Monday, November 18, 2024.
 *   ---
 *   lines
 *
 * "!" before a line says that it must not be so; "#" begins a comment. Lines of fixtures/claims:
 *
 *   subject | predicate | object | role=key, role=key
 *   not subject | predicate | object
 *   ~ arg1 | rel | arg2 | arg3
 *
 * ask for a claim whose normal form has these keys: "*" stands for any, "_" for an empty slot, "not" for negative polarity.
 * The predicate is a class of the rules or a lemma, with "?" before it for a modality other than none. "~" asks for a
 * tuple. Lines of fixtures/values:
 *
 *   quantity "at least 12" | count | 12..inf | person | approximate vague
 *   time "on Monday" | 2024-11-18 | 480..720 | vague floating recurring duration
 *   place "Paris"
 *
 * ask for a value whose stretch is exactly this: kind and unit ("money usd"), bounds, what it counts, flags; days, or "-" for
 * none, and minutes of the day; "*" stands for any, and what is left out is not asked for. Lines of fixtures/entities:
 *
 *   Ana Roe = the minister = she
 *   Ana Roe / Bo Roe
 *   he = ?
 *   the ministry ~ Iran
 *
 * say that mentions are one, that they are not, that one was left open, and that one may stand for the other. A mention
 * is its words, with "#2" for the second of the same words. Lines of fixtures/attribution:
 *
 *   the ministry | denied | deny | that the bridge was closed | indirect, named, under:said
 *   = close | the ministry | false
 *   @ close | headline
 *   ! promised
 *
 * ask for an attribution: source ("_": none), cue, stance, content ("…" where it is interrupted) and flags (direct, mixed, indirect,
 * anonymous, named, plural, hearsay, anaphoric, top, under:CUE for what it stands within, in:BLOCK), marks and spaces at the edges
 * not counted; for the truth of the claim with that lemma, for the author or a source; for the kind of block a claim is in; for no
 * attribution by that cue ("!" alone: by none). */
#pragma once

#include "engine/engine.h"

typedef struct {
  const char *folder; /**< under fixtures/ */
  gboolean (*holds) (const BelClaims *claims, const char *line);
  void (*show) (const BelClaims *claims, GString *out);
} BelCorpusKind;

gboolean bel_corpus_claims_hold (const BelClaims *claims, const char *line);
void bel_corpus_claims_show (const BelClaims *claims, GString *out);
gboolean bel_corpus_values_hold (const BelClaims *claims, const char *line);
void bel_corpus_values_show (const BelClaims *claims, GString *out);
gboolean bel_corpus_entities_hold (const BelClaims *claims, const char *line);
void bel_corpus_entities_show (const BelClaims *claims, GString *out);

gboolean bel_corpus_voices_hold (const BelClaims *claims, const char *line);
void bel_corpus_voices_show (const BelClaims *claims, GString *out);

/** Returns: (transfer full) what is wrong, one line each; empty when all cases of the file at @path hold.
 * *@n_cases counts them. */
GString *bel_corpus_run (const BelEngine *engine, const BelCorpusKind *kind, const char *path, guint *n_cases);
