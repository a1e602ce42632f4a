/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The strings of a claim, and how sure its reading is. Inside the clause stage. */
#pragma once

#include "claim/clause.h"

/** Writes claim->surface for a verbal or copular claim; the predicate's words are in b->surface_rel. */
void bel_surface_verbal (BelClauseBuilder *b, const BelClause *clause, uint32_t subject, uint32_t object, bool together,
                         BelClaim *claim);
/** The argument that stands first in a tuple, an index into clause->arguments; BEL_NONE when there is none. */
uint32_t bel_surface_lead_argument (const BelClauseBuilder *b, const BelClause *clause);
/** Words of the relation up to the argument @lead, those of b->surface_rel and the preposition. */
void bel_surface_rel_words (BelClauseBuilder *b, const BelClause *clause, uint32_t lead, BelTokenList *words);
/** Appends b->phrase. */
void bel_surface_push_phrase (BelClauseBuilder *b, BelTokenList *out);
/** Appends all words of the preposition of @head ("because of"); a later conjunct has the first one's, @marker. */
void bel_surface_push_preposition (BelClauseBuilder *b, uint32_t head, uint32_t marker, BelTokenList *out);
/** For an infinitive: fills @out with the words of the clause above it up to and with its "to", @subject with that
 * clause's subject. Returns: FALSE when it is none, or stands on its own. Changes b->surface_rel. */
bool bel_surface_tell_infinitive (BelClauseBuilder *b, const BelClause *clause, BelTokenList *out, uint32_t *subject);
/** Adds twins of claim @id with the other decompositions of its words: "completed its acquisition of | the firm". */
void bel_surface_twins (BelClauseBuilder *b, const BelClause *clause, uint32_t id);
/** Writes (@arg1 | @rel | @arg2), each the text of a phrase or words put in. */
void bel_surface_plain (BelClauseBuilder *b, BelClaim *claim, const char *arg1, const char *rel, const char *arg2);
/** Text of the phrase headed by @head. */
const char *bel_surface_phrase (BelClauseBuilder *b, uint32_t head, unsigned kind, uint32_t without);
/** "is" or "are", to agree with @subject. */
const char *bel_surface_be (const BelClauseBuilder *b, uint32_t subject);

/** In (0, 1): how likely the claim is one that a reader would draw. */
float bel_clause_confidence (const BelClauseBuilder *b, const BelClause *clause, const BelClaim *claim);
