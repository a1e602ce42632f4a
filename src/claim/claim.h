/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** What a draft claims: entities, attributions and claims, as plain data.
 *
 * All spans are visible-text bytes, all tokens document-wide indices, BEL_NONE where there is none.
 * Everything lives in the document's arena. The contract's "extract" JSON is a rendering of these. */
#pragma once

#include "document/document.h"

typedef enum { BEL_STANCE_ASSERT, BEL_STANCE_DENY, BEL_STANCE_DOUBT, BEL_STANCE_UNCOMMITTED } BelStance;
typedef enum { BEL_POLARITY_POSITIVE, BEL_POLARITY_NEGATIVE } BelPolarity;
typedef enum {
  BEL_CERTAINTY_CERTAIN,
  BEL_CERTAINTY_PROBABLE,
  BEL_CERTAINTY_POSSIBLE,
  BEL_CERTAINTY_UNKNOWN
} BelCertainty;
typedef enum {
  BEL_MODALITY_NONE,
  BEL_MODALITY_POSSIBILITY,    /**< may, might, could */
  BEL_MODALITY_ABILITY,        /**< can, be able to */
  BEL_MODALITY_OBLIGATION,     /**< must, should, have to */
  BEL_MODALITY_FUTURE,         /**< will, be going to */
  BEL_MODALITY_CONDITIONAL,    /**< within or under an if */
  BEL_MODALITY_COUNTERFACTUAL, /**< would have, wish */
  BEL_MODALITY_QUESTION,
  BEL_MODALITY_INTENTION, /**< plan, vow, try to */
  BEL_MODALITY_DESIRE,    /**< want, hope */
  BEL_MODALITY_DIRECTIVE, /**< imperative, urge, call for */
  BEL_MODALITY_GENERIC,   /**< habits and laws: "cats chase mice" */
} BelModality;
typedef enum {
  BEL_CLAIM_TENSE_NONE,
  BEL_CLAIM_TENSE_PAST,
  BEL_CLAIM_TENSE_PRESENT,
  BEL_CLAIM_TENSE_FUTURE
} BelClaimTense;
typedef enum {
  BEL_TRUTH_UNKNOWN,
  BEL_TRUTH_TRUE,
  BEL_TRUTH_FALSE,
  BEL_TRUTH_PROBABLY_TRUE,
  BEL_TRUTH_PROBABLY_FALSE
} BelTruth;

/* -- values ---------------------------------------------------------------------------------- */

/** A number as a closed interval in the base unit of its kind. Unbounded sides are ±infinity. */
typedef struct {
  BelSpan span;         /**< "at least 12 people" without what is counted: "at least 12" */
  uint32_t first, last; /**< tokens, inclusive */
  double low, high;
  BelSym
      unit; /**< "" for a bare count; else the base unit's name: "usd", "percent", "meter", "second", "year" (age) … */
  BelSym kind;    /**< "count", "ordinal", "percent", "money", "age", "length", "duration", "score", "fraction" … */
  BelSym counted; /**< key of what is counted ("person"), BEL_NONE when there is none */
  uint32_t counted_head; /**< its token or BEL_NONE */
  bool approximate;      /**< about, some, nearly: the interval is already widened by the hedge's tolerance */
  bool vague;            /**< several, dozens: too vague to compare exactly */
  double amount; /**< the number as written, before unit and hedge: 2.3e9 in "about $2.3bn"; of a range its low end */
  double grain;  /**< what it is rounded to, in base units: 1e8 in "$2.3bn", 0 when nothing says so */
} BelQuantity;

/** A time as a closed interval of days, and where known minutes within the day. */
typedef struct {
  BelSpan span;
  uint32_t first, last;            /**< tokens, inclusive */
  BelDay low, high;                /**< BEL_DAY_NONE when it cannot be resolved */
  int16_t minute_low, minute_high; /**< minutes of the day, -1 when not given */
  int8_t weekday;                  /**< 0 Monday … 6 Sunday as named, -1 */
  bool recurring;                  /**< "on Mondays", "every year" */
  bool vague;                      /**< "recently": nothing to compare */
  bool duration;                   /**< a length of time, not a place in it */
  bool floating;                   /**< told from a day of publication that is unknown: low and high count from it */
  int16_t year;                    /**< as named, 0 when not */
  int8_t month;                    /**< 1 … 12 as named, 0 when not */
  int8_t day;                      /**< of the month as named, 0 when not */
} BelTime;

/** A place by gazetteer or by name only. */
typedef struct {
  BelSpan span;
  uint32_t first, last;
  BelSym key;     /**< normalized name */
  uint32_t place; /**< gazetteer row or BEL_NONE */
  uint32_t entity;
} BelPlace;

/* -- entities -------------------------------------------------------------------------------- */

typedef enum { BEL_NUMBER_UNKNOWN_, BEL_NUMBER_ONE, BEL_NUMBER_MANY } BelGrammaticalNumber;

typedef struct {
  uint32_t id;
  BelSym key;   /**< lower-case canonical name or head: "amir saeid iravani", "official" */
  BelSpan name; /**< its best mention */
  BelNameType type;
  uint8_t gender; /**< BEL_GENDER_* or 0 */
  BelGrammaticalNumber number;
  bool named;     /**< has a proper name */
  bool listed;    /**< its key is the main name of a newsroom's list, the same in all drafts */
  bool anonymous; /**< "a U.S. official", "sources": a source that is not named */
  uint32_t
      metonym_of; /**< the entity it may stand for or be stood for by ("Iran" ↔ its ministry, its ambassador), or BEL_NONE */
  BEL_VEC (uint32_t) mentions;
} BelEntity;

typedef enum { BEL_MENTION_NAME, BEL_MENTION_NOMINAL, BEL_MENTION_PRONOUN, BEL_MENTION_EVENT } BelMentionKind;

typedef struct {
  BelSpan span;
  uint32_t head; /**< token */
  uint32_t first, last;
  uint32_t entity; /**< BEL_NONE: coreference abstained */
  BelMentionKind kind;
} BelMention;

/* -- quotations ------------------------------------------------------------------------------ */

typedef enum {
  BEL_QUOTE_SPEECH,   /**< holds a clause: somebody's words */
  BEL_QUOTE_FRAGMENT, /**< a few words: part of mixed speech when a source is near, else scare quotes */
  BEL_QUOTE_TITLE,    /**< the name of a work */
} BelQuoteKind;

/** One quoted stretch. A quotation over several paragraphs is several quotes joined by @continues. */
typedef struct {
  BelSpan span;  /**< marks included */
  BelSpan inner; /**< without marks */
  BelQuoteKind kind;
  uint8_t depth; /**< 0 outermost */
  bool unclosed; /**< its closing mark is missing */
  uint32_t block;
  uint32_t continues; /**< index of the quote that this one carries on from the paragraph before, or BEL_NONE */
} BelQuote;

/* -- attribution ----------------------------------------------------------------------------- */

typedef enum { BEL_ATTRIBUTION_INDIRECT, BEL_ATTRIBUTION_DIRECT, BEL_ATTRIBUTION_MIXED } BelAttributionKind;

/** One source answering for one content through one cue. Chains run through @parent. */
typedef struct {
  uint32_t id;
  BelSpan source; /**< empty: no source in the text */
  uint32_t source_head;
  uint32_t source_entity;
  BelSpan cue; /**< empty: a quotation that inherits its speaker */
  uint32_t cue_head;
  BelSym cue_class; /**< of the lexicon: "say", "deny", "claim" … */
  BEL_VEC (BelSpan) content;
  BEL_VEC (uint32_t) content_heads; /**< clause heads that the source answers for */
  BelStance stance;                 /**< negated cues already counted in */
  BelAttributionKind kind;
  uint32_t parent;      /**< the attribution whose content this one is in, or BEL_NONE */
  uint32_t first_inner; /**< first attribution whose parent this is, and the next one with the same parent; BEL_NONE */
  uint32_t next_inner;
  bool anonymous;
  bool plural;
  bool hearsay;               /**< the source had it from another: "briefed by", "was told" */
  bool anaphoric;             /**< its content is a noun that stands for claims before: "rejected this information" */
  uint32_t anaphor;           /**< that noun's token, or BEL_NONE */
  BEL_VEC (uint32_t) answers; /**< the claims that noun stands for, where that is plain */
  float confidence;
} BelAttribution;

/* -- claims ---------------------------------------------------------------------------------- */

typedef enum {
  BEL_CLAIM_VERBAL,
  BEL_CLAIM_COPULAR,
  BEL_CLAIM_EXISTENTIAL,
  BEL_CLAIM_RELATIVE,
  BEL_CLAIM_PARTICIPIAL,
  BEL_CLAIM_APPOSITION,
  BEL_CLAIM_TITLE, /**< "President Lee" */
  BEL_CLAIM_POSSESSIVE,
  BEL_CLAIM_NOMINAL, /**< "the killing of X by Y" */
} BelClaimKind;

typedef enum {
  BEL_ROLE_SUBJECT,
  BEL_ROLE_OBJECT,
  BEL_ROLE_RECIPIENT,
  BEL_ROLE_COMPLEMENT,
  BEL_ROLE_TIME,
  BEL_ROLE_PLACE,
  BEL_ROLE_QUANTITY,
  BEL_ROLE_MANNER,
  BEL_ROLE_INSTRUMENT,
  BEL_ROLE_BENEFICIARY,
  BEL_ROLE_PURPOSE,
  BEL_ROLE_CAUSE,
  BEL_ROLE_CONDITION,
  BEL_ROLE_SOURCE,
  BEL_ROLE_GOAL,
  BEL_ROLE_COMPANION,
  BEL_ROLE_TOPIC,
  BEL_ROLE_AGENT,
  BEL_ROLE_OTHER,
  BEL_N_ROLES
} BelRole;

/** A filler of a slot. */
typedef struct {
  BelSpan span;    /**< the phrase, without relative clauses and such */
  uint32_t head;   /**< token; BEL_NONE for an empty slot */
  uint32_t entity; /**< BEL_NONE when unresolved */
  BelSym key;      /**< normalized text: the entity's key, else the lower-case lemmas of the head and of the nouns
                         compounded with it ("murder plot"), without determiners and adjectives */
} BelSlot;

typedef struct {
  BelRole role;
  BelSlot slot;
  uint32_t marker;   /**< its preposition or conjunction token, or BEL_NONE */
  uint32_t quantity; /**< index into BelClaims.quantities or BEL_NONE */
  uint32_t time;     /**< index into BelClaims.times or BEL_NONE */
  uint32_t place;    /**< index into BelClaims.places or BEL_NONE */
  bool optional;     /**< may be left out without making the claim untrue */
} BelArgument;

typedef struct {
  uint32_t holder; /**< entity; BEL_NONE is the author */
  BelTruth truth;
} BelHeld;

/** One surface tuple for open-information-extraction readers. */
typedef struct {
  const char *arg1;
  const char *rel;
  const char **args;
  uint32_t n_args;
} BelSurface;

/** A role filled in the normal form. Active voice, converses turned round, symmetric pairs sorted by key.
 *
 * Roles are symbols of the document. "subject" and "object" are the deep ones: of a passive, "object" is the grammatical
 * subject and "subject" the agent (absent when there is none). "time", "place", "quantity", "complement", "cause" and
 * "condition" go by their BelRole; every other oblique by what the predicate's rule calls it, else by its preposition
 * ("to", "with", "for"). A copula's complement is its "object"; a clause said or thought is "complement". A coordinated slot gives one claim a conjunct, so a role
 * has one filler; a collective slot keeps its phrase whole. Empty slots have no filler. Every slot of every claim (subject,
 * object, arguments, fillers) has a key after bel_claims_normalize(); 0 is the empty key of an empty slot. */
typedef struct {
  BelSym role; /**< "subject", "object", "to", "from", "with" … as the predicate's rule names it */
  BelSlot slot;
  uint32_t argument; /**< index into the claim's arguments or BEL_NONE */
} BelFiller;

typedef struct {
  BelSym
      predicate; /**< class: the name of the predicate rule, else the lemma; "be" and "have" for claims of noun phrases */
  uint32_t rule; /**< predicate id in the program, or BEL_NONE */
  int8_t sign;   /**< -1: the antonym's side of the class ("fall" of change) */
  BelFiller *fillers;
  uint32_t n_fillers;
} BelNormal;

typedef struct {
  uint32_t id;
  BelClaimKind kind;
  uint32_t sentence;
  uint32_t head;   /**< the token the clause hangs on */
  uint32_t parent; /**< claim whose argument this one is (ccomp, xcomp, advcl), or BEL_NONE */
  BelDep parent_relation;
  BelSpan span;
  BelSlot subject;
  BelSlot object;
  BelSpan predicate; /**< "met with" */
  uint32_t predicate_head;
  BelSym lemma; /**< "meet" */
  BEL_VEC (BelArgument) arguments;
  BelPolarity polarity; /**< as the innermost source presents it, before stances */
  BelCertainty certainty;
  BelModality modality;
  BelClaimTense tense;
  float factuality;            /**< -3…3 for the innermost source */
  uint32_t attribution;        /**< innermost, or BEL_NONE: the draft's own voice */
  BEL_VEC (BelHeld) effective; /**< after stances: per holder in the chain, the author first */
  BelNormal normal;
  BelSurface surface;
  bool passive;
  bool contrast; /**< a filler of it is denied by itself: "not on Friday but on Saturday" */
  bool minimal;  /**< the form without optional arguments, a twin of the claim before it; not compared */
  float confidence;
} BelClaim;

/** All that was read out of one document. */
typedef struct {
  BelDocument *document;
  const struct BelClaimContext *context; /**< what it was read with: claim/extract.h */
  BEL_VEC (BelClaim) claims;
  BEL_VEC (BelAttribution) attributions;
  BEL_VEC (BelEntity) entities;
  BEL_VEC (BelMention) mentions;
  uint32_t *mention_at; /**< per token: the mention whose head it is, or BEL_NONE */
  BEL_VEC (BelQuantity) quantities;
  BEL_VEC (BelTime) times;
  BEL_VEC (BelPlace) places;
  BEL_VEC (BelSpan) quotes;      /**< quoted stretches, marks included, in text order */
  BEL_VEC (BelQuote) quotations; /**< the same, index for index, with what is known of each */
  uint32_t *voice_at; /**< per token: the innermost attribution whose content covers it, or BEL_NONE; NULL before
                                bel_attributions_find() */
} BelClaims;

const char *bel_stance_name (BelStance stance);
const char *bel_polarity_name (BelPolarity polarity);
const char *bel_certainty_name (BelCertainty certainty);
const char *bel_modality_name (BelModality modality);
const char *bel_claim_tense_name (BelClaimTense tense);
const char *bel_truth_name (BelTruth truth);
const char *bel_role_name (BelRole role);
const char *bel_claim_kind_name (BelClaimKind kind);
const char *bel_attribution_kind_name (BelAttributionKind kind);

/** Stances from the outermost source in: fills @out (room for BEL_LIMIT_VOICE_DEPTH) with attribution
 * indices; returns how many. */
uint32_t bel_claim_voice (const BelClaims *claims, const BelClaim *claim, uint32_t *out);
/** The entity of the mention whose head is token @t; BEL_NONE where there is none or no token, or coreference abstained. */
uint32_t bel_claims_entity_at (const BelClaims *claims, uint32_t t);

/** The nearest verb before noun @t that told of the event @t names again ("met" … "the meeting"), by coreference; BEL_NONE
 * when it names none. O(mentions). */
uint32_t bel_claims_event_verb (const BelClaims *claims, uint32_t t);

/** The words that name who answers for attribution @index: a person's name, of all else what the text calls it there, or,
 * where that is a pronoun, its name. Empty: no source in the text. */
BelSpan bel_claims_source_name (const BelClaims *claims, uint32_t index);

/** The truth of @claim for @holder (BEL_NONE: the author); BEL_TRUTH_UNKNOWN when it holds nothing. */
BelTruth bel_claim_truth_for (const BelClaim *claim, uint32_t holder);

/** What share the word @t speaks of: 2 all, every, always; 1 most, many, often; 0 no quantifier. */
unsigned bel_quantifier_share (const BelDocument *document, uint32_t t);
/** Whether the negation @t denies a quantity right after it and not the clause: "not all guests left", "did not always lock it". */
bool bel_negates_quantifier (const BelDocument *document, uint32_t t);
/** Whether the predicate or cue @t is negated: "did not confirm or deny", "neither", a subject such as "nobody". */
bool bel_token_negated (const BelDocument *document, uint32_t t);
/** Whether the phrase of noun or name @t is denied by itself: "not Lind (but Roe)". */
bool bel_is_contrasted (const BelDocument *document, uint32_t t);
