/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What conflict rules can ask of two propositions: the functions behind their conditions.
 *
 * Each answers with a trust, 0 for no, and leaves in the evidence what it found, for the message and for
 * "why". None of them knows a family: rules put them together. */
#pragma once

#include "conflict/entail.h"
#include "conflict/retell.h"
#include "conflict/wording.h"

/** Most functions that rules can ask; see judges.def. */
#define BEL_MAX_JUDGES 96

typedef struct {
  BelFinder *finder;
  const BelProp *a, *b;
  uint32_t index_a, index_b;   /**< of a and b in finder->props */
  uint32_t holder_a, holder_b; /**< who holds what; BEL_NONE before it is asked */
  BelPredicates predicates;
  BelAlignment alignment; /**< of the last question about roles */
  bool aligned;
  BelWording wording; /**< of the sentences */
  bool worded;
  BelRetelling retelling; /**< of the sentences */
  bool retold;
  int8_t sentences;          /**< two sentences whose surroundings may be compared: 1 or -1; 0 before it is asked */
  bool beside;               /**< two sources of one draft, set side by side */
  uint32_t token_a, token_b; /**< the words that conflict, or BEL_NONE */
  bool trusted;              /**< some of trusts are not 0 */
  float
      trusts[BEL_MAX_JUDGES]; /**< what each function last answered, in the order of judges.def; 0: no, or not asked */
} BelEvidence;

void bel_evidence_init (BelEvidence *evidence, BelFinder *finder, uint32_t a, uint32_t b);
/** Forgets what the functions of one rule left for its report; what was laid side by side is kept. */
void bel_evidence_clear (BelEvidence *evidence);

/** Lays the roles of both beside each other, once: fills @evidence->predicates and ->alignment. */
void bel_evidence_align (BelEvidence *evidence);
/** Whether the two are held against each other within a draft; else they are two texts taken as being of one situation. */
bool bel_evidence_in_draft (const BelEvidence *evidence);
/** After bel_evidence_align(): one predicate, or one that entails the other. */
bool bel_evidence_is_one_predicate (const BelEvidence *evidence);

/** Somebody holds the first for true and somebody the second for false. */
float bel_judge_true_false (BelEvidence *evidence);
/** Somebody holds the first for true, and somebody the second. */
float bel_judge_both_true (BelEvidence *evidence);
/** One answers the other ("rejected this information"), or both answer one claim. */
float bel_judge_answers (BelEvidence *evidence);
/** Somebody else, with a source, holds for true what entails both: what the first says plainly is what they dispute. */
float bel_judge_disputed (BelEvidence *evidence);
/** The first entails the second. */
float bel_judge_entails (BelEvidence *evidence);
/** Their predicates exclude each other and the participants are the same. */
float bel_judge_opposite (BelEvidence *evidence);
/** Same predicate, or one entails the other, and every participant both have is the same; at least one by name or
 * coreference when they are of one draft. */
float bel_judge_same_event (BelEvidence *evidence);
/** Like same_event, but one role that the predicate fills once is filled by two different things. */
float bel_judge_exclusive_role (BelEvidence *evidence);
/** They count the same things in the same event. */
float bel_judge_disjoint_quantity (BelEvidence *evidence);
float bel_judge_disjoint_time (BelEvidence *evidence);
float bel_judge_disjoint_place (BelEvidence *evidence);
/** Nothing in time, place, tense or mood says that they speak of different things. */
float bel_judge_comparable (BelEvidence *evidence);
/** The predicate names an event that happens once to its participant: to die, to be born, to be founded. */
float bel_judge_once (BelEvidence *evidence);

/** Of sentences: alike but for a word that excludes the other's, for a negation, a number or a date. */
float bel_judge_wording_exclusive (BelEvidence *evidence);
float bel_judge_wording_opposite (BelEvidence *evidence);
float bel_judge_wording_negation (BelEvidence *evidence);
/** Whether the verb over @ta is told of who is named, and that over @tb, in the same part, of what is that one's, or the other way
 * round: "Voss was sentenced", "Voss's partner was sentenced". */
bool bel_evidence_told_of_kin (const BelEvidence *evidence, uint32_t ta, uint32_t tb);
/** Whether a time of the one sentence shares no day with one of the other, and neither has the other's. */
bool bel_evidence_at_other_times (BelEvidence *evidence);
float bel_judge_wording_quantity (BelEvidence *evidence);
float bel_judge_wording_time (BelEvidence *evidence);
/** Of sentences in like words: of all and not of all, often and seldom, a word and the same word negated. */
float bel_judge_scope_clash (BelEvidence *evidence);
/** The sentences of both, in like words, say the same, or leave each other room, when it is seen what each negation is about. */
float bel_judge_scope_agree (BelEvidence *evidence);

/** Of names: one person's, spelt in two ways, with two titles, with two ages. */
float bel_judge_misspelt (BelEvidence *evidence);
float bel_judge_different_titles (BelEvidence *evidence);
float bel_judge_different_ages (BelEvidence *evidence);
/** One is a name with an age, the other a name with a day or year of birth, and the day of publication is known. */
float bel_judge_age_misses_birth (BelEvidence *evidence);
/** Whether two names are one person's, as far as names tell. */
bool bel_evidence_is_one_person (const BelEvidence *evidence);
/** Of one date: it is another weekday than is written. */
float bel_judge_wrong_weekday (BelEvidence *evidence);

/** Of sentences of two texts: what the second says stands in the first, word for word, within a clause whose verb makes it
 * false (or, where the second denies it, true). */
float bel_judge_wording_truth (BelEvidence *evidence);
/** Of two texts: what the one denies is narrower than what the other says, of somebody it brings in. */
float bel_judge_denies_more (BelEvidence *evidence);
/** Of one sentence: parts that do not make their total; a change that is another in percent. */
float bel_judge_wrong_sum (BelEvidence *evidence);
float bel_judge_wrong_percent (BelEvidence *evidence);
/** "1,200 jobs, or 10 percent of its workforce of 8,000". */
float bel_judge_wrong_share (BelEvidence *evidence);
/** Of quotations: one person's words in two wordings; one quotation given to two people. */
float bel_judge_quote_wording (BelEvidence *evidence);
float bel_judge_quote_speaker (BelEvidence *evidence);
/** The cue of the denial says that it was proved. */
float bel_judge_overstated (BelEvidence *evidence);
/** Several unnamed sources hold the first, one of that kind the second. */
float bel_judge_one_source (BelEvidence *evidence);
/** Whether nobody holds the main clause of @sentence for true or for false: "it might or might not have happened". */
bool bel_evidence_is_hedged (const BelEvidence *evidence, const BelProp *sentence);
/** Whether what one of two sentences in like words negates (@by_b: the second) is held true in the other; false for "failed
 * to leave" and for "planned to leave" beside "did not leave". Call after bel_wording_compare(). */
bool bel_evidence_denies_what_is_held (const BelEvidence *evidence, bool by_b);
/** Of sentences: the words around a number, a date, a place or a verb are the same, and it is another, or negated. */
float bel_judge_context_number (BelEvidence *evidence);
float bel_judge_context_time (BelEvidence *evidence);
float bel_judge_context_place (BelEvidence *evidence);
float bel_judge_context_negation (BelEvidence *evidence);
/** Of a sentence of each of two texts: the first speaks of what the second says, and one of the two denies it. */
float bel_judge_support_denied (BelEvidence *evidence);
/** Of a sentence of each of two texts: the first speaks of what the second says but for one word, whose contrary it has. */
float bel_judge_support_opposed (BelEvidence *evidence);
/** Of a sentence of each of two texts: the second says that somebody is the one of a kind, who is somebody else in the first. */
float bel_judge_other_holder (BelEvidence *evidence);
/** Of a sentence of each of two texts: one gives a person another age, day of birth or day of death than the other. */
float bel_judge_other_life (BelEvidence *evidence);
/** The first is a headline that calls false, negates or calls off what the second says. */
float bel_judge_headline_denied (BelEvidence *evidence);
/** Of two texts on one situation: they count the same things under one verb, and no number satisfies both. */
float bel_judge_same_count (BelEvidence *evidence);
/** Of two texts on one situation: one predicate, with its two named participants in each other's place. */
float bel_judge_swapped (BelEvidence *evidence);
/** The two are taken as being of one situation, as `compare` does. */
float bel_judge_one_situation (BelEvidence *evidence);
/** "Russia said Ukraine shelled the plant; Ukraine said Russia did." */
float bel_judge_blame_each_other (BelEvidence *evidence);
/** Exactly one of their sentences has a strong word of contrast: "again", "another", "earlier". */
float bel_judge_set_apart (BelEvidence *evidence);
/** Of two accounts of one moment: they say that one thing is in states that exclude each other. */
float bel_judge_states_exclude (BelEvidence *evidence);
/** "The army denied shelling the dam" beside "the dam was shelled", "government guns shelled the dam": who denies having done it
 * answers whoever says that it was done, as long as that one names nobody else for it. */
bool bel_evidence_is_own_denial (const BelEvidence *evidence);
/** Of two accounts: one predicate with one doer, of one thing, and two doers. */
float bel_judge_doers_differ (BelEvidence *evidence);
/** Of a sentence of each of two texts: a lasting relation of two that the first tells and the second denies, or the other way round. */
float bel_judge_relation_denied (BelEvidence *evidence);
/** Of a sentence of each of two texts: the second turns a relation of the first round, or gives to another what each has one of. */
float bel_judge_relation_turned (BelEvidence *evidence);
/** Of a sentence of each of two texts: the first tells of two the relation that the second is about. */
float bel_judge_relation_told (BelEvidence *evidence);
/** The second names an event by a noun and says that there was none. */
float bel_judge_denies_event (BelEvidence *evidence);
/** Of two accounts: the first says that they left a place, the second that they are still there. */
float bel_judge_gone_and_there (BelEvidence *evidence);
/** Of tallies: two accounts of one event, of one outcome, that no number satisfies both of. */
float bel_judge_tallies (BelEvidence *evidence);
/** Of one draft: the sentence of one says that the figure of the other was replaced. */
float bel_judge_updated (BelEvidence *evidence);
/** Of one draft that is a running report: they stand under two times of day. */
float bel_judge_told_later (BelEvidence *evidence);
/** Whether two claims of one draft cannot be held against each other: they are entries of a running report, what one denies it only
 * takes for granted, or it leaves out what the other names. */
bool bel_evidence_is_apart (BelEvidence *evidence);
/** Of two sentences: one says once more what the other says, but for a number, a time, a place, a contrary word, a name, a
 * negation. */
float bel_judge_retold_number (BelEvidence *evidence);
float bel_judge_retold_time (BelEvidence *evidence);
float bel_judge_retold_place (BelEvidence *evidence);
float bel_judge_retold_opposite (BelEvidence *evidence);
float bel_judge_retold_name (BelEvidence *evidence);
float bel_judge_retold_negation (BelEvidence *evidence);
/** Whether, in one draft, the one sentence has "another" of what the other speaks of. */
bool bel_evidence_is_of_another (const BelEvidence *evidence);
/** Whether, in one draft, the smaller of the counts of the nouns at @counted_a and @counted_b is of fewer things: in a
 * place, of a kind. */
bool bel_evidence_counts_part (const BelEvidence *evidence, uint32_t counted_a, uint32_t counted_b);
/** Whether, in one draft, what rises or falls does so for the one claim in a place and for the other everywhere. */
bool bel_evidence_moves_in_part (const BelEvidence *evidence);
/** Whether, in one draft, each is limited to something that the other does not speak of: "closed to trucks", "open to cars". */
bool bel_props_limited_apart (BelFinder *finder, const BelProp *a, const BelProp *b);
/** Whether the times or the places told of the verbs at @ta and @tb have nothing in common. */
bool bel_evidence_verbs_apart (const BelEvidence *evidence, uint32_t ta, uint32_t tb);
/** Of two sentences of a draft: both name one thing in like words, with another number, time, place. */
float bel_judge_described_number (BelEvidence *evidence);
float bel_judge_described_time (BelEvidence *evidence);
float bel_judge_described_place (BelEvidence *evidence);
