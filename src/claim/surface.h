/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** The strings of a claim, and how sure its reading is. Inside the clause stage. */
#pragma once

#include "claim/clause.h"

/** Writes claim->surface for a verbal or copular claim; the predicate's words are in b->surface_rel. */
void bel_surface_verbal (BelClauseBuilder *b, const BelClause *clause, uint32_t subject, uint32_t object, bool together,
                         BelClaim *claim);
/** Adds twins of claim @id with the other decompositions of its words: "completed its acquisition of | the firm". */
void bel_surface_twins (BelClauseBuilder *b, const BelClause *clause, uint32_t id);
/** Writes (@arg1 | @rel | @arg2), each the text of a phrase or words put in. */
void bel_surface_plain (BelClauseBuilder *b, BelClaim *claim, const char *arg1, const char *rel, const char *arg2);
/** Text of the phrase headed by @head. */
const char *bel_surface_phrase (BelClauseBuilder *b, uint32_t head, unsigned kind, uint32_t without);
/** "is", "are", "was", "were" to agree with @subject and the clause around @t. */
const char *bel_surface_be (const BelClauseBuilder *b, uint32_t subject, uint32_t t);

/** In (0, 1): how likely the claim is one that a reader would draw. */
float bel_clause_confidence (const BelClauseBuilder *b, const BelClause *clause, const BelClaim *claim);
