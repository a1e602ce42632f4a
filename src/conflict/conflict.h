/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Claims into conflicts and disputes, as plain data. */
#pragma once

#include "claim/claim.h"
/* rule/program.h */
typedef struct BelProgram BelProgram;

typedef enum {
  BEL_CLASS_SELF_CONTRADICTION, /**< one voice against itself, the draft's own included */
  BEL_CLASS_UNDISCLOSED,        /**< the draft states in its own voice what a source in it denies */
  BEL_CLASS_DISPUTE,            /**< two attributed sources against each other */
  BEL_CLASS_ARCHIVE,            /**< the draft against something published or a fact sheet */
  BEL_CLASS_SUPERSEDED,         /**< a later figure replaces an earlier one, and says so */
  BEL_N_CLASSES
} BelConflictClass;

/** A place of one of the documents that were compared, and the claim made there. */
typedef struct {
  uint32_t document; /**< index into BelFindings.sources */
  uint32_t claim;    /**< BEL_NONE where it is no claim that conflicts but a name, a date or a sentence */
  BelSpan span;      /**< visible bytes to show; the claim's own when there is one */
  BelSpan
      words; /**< visible bytes: what of it differs from the other place ("nine people"); empty when nothing in particular does */
} BelClaimRef;

typedef struct {
  const char *id;   /**< stable: hash of the rule and both normal forms, no place; 12 hex digits */
  const char *rule; /**< "polarity.denial" */
  BelConflictClass class_;
  BelSeverity severity;
  float confidence;
  BelClaimRef a, b;     /**< a stands earlier in the text */
  const char *question; /**< "Did Amir Saeid Iravani meet Elon Musk?" */
  const char *message;
  const char *why;   /**< the reasoning, one line a step */
  const char *basis; /**< what its confidence is made of and what would have silenced it, one line each */
  uint32_t dispute;
  bool suppressed;          /**< accepted by the user; counted, not failed on */
  const char *accepted_why; /**< (nullable) the reason that was given for accepting it */
  bool accepted_in_draft;   /**< by a comment, not by the baseline */
  bool b_is_new;            /**< of its ends, only b stands in what changed */
  bool off;                 /**< its rule is switched off: @suppressed as well, and not even counted */
} BelConflict;

/** Where all sides hold something true, and differ in what, those of the account that stands first are for it. */
typedef enum { BEL_PARTY_FOR, BEL_PARTY_AGAINST, BEL_PARTY_UNCOMMITTED, BEL_PARTY_RELATED } BelPartySide;

/** One account of a disputed proposition. */
typedef struct {
  BelPartySide side;
  BelClaimRef claim;    /**< claim BEL_NONE: an uncommitted party known by its attribution only */
  uint32_t attribution; /**< innermost source, or BEL_NONE: the draft's own voice */
  uint32_t reported_by; /**< outermost source if another, or BEL_NONE */
  const char *name;     /**< (nullable) of the source, where it is known by that alone: in a report that was saved */
} BelParty;

/** Conflicts over one proposition: the report's unit. */
typedef struct {
  const char *id;
  const char *question;
  BelConflictClass class_; /**< the gravest of its conflicts */
  BelSeverity severity;
  float confidence;
  BEL_VEC (uint32_t) conflicts;
  BEL_VEC (BelParty) parties; /**< in text order */
  uint32_t related;           /**< another dispute this one leans on, or BEL_NONE */
  uint32_t left_out;          /**< further pairs that were counted, not listed */
  uint32_t parties_left_out;  /**< accounts beyond BEL_LIMIT_PARTIES; likewise */
} BelDispute;

/** Result of comparing. Lives in @arena. */
typedef struct {
  BelArena *arena;
  BelClaims **sources; /**< borrowed: the compared documents' claims */
  uint32_t n_sources;
  BEL_VEC (BelConflict) conflicts; /**< by place of a, then b, then rule */
  BEL_VEC (BelDispute) disputes;   /**< by gravity, then place */
  uint32_t counts[3];              /**< by BelSeverity, suppressed ones not counted */
  uint32_t suppressed;
  uint32_t left_out; /**< conflicts beyond BEL_LIMIT_CONFLICTS: counted, and nowhere else */
} BelFindings;

typedef enum { BEL_SCOPE_FILE, BEL_SCOPE_SET } BelScope;

typedef struct {
  BelScope scope;      /**< compare within each file, or across all given */
  bool same_situation; /**< "compare": both texts are taken as being said of one situation, whoever says so */
  float min_confidence;
  uint32_t
      n_authority; /**< so many of the last sources are what the others are held against: true, and not looked at alone */
  const struct BelGazetteer *gazetteer; /**< (nullable) which place is in which */
  const struct BelWordnet *wordnet;     /**< (nullable) what the rules do not know is asked of it */
  struct BelRuleCost *costs; /**< (nullable) by conflict rule: pairs tried, conflicts and time are added to it */
} BelCompareOptions;

/** Returns: (transfer none) what conflict rules may speak of: the schema that rules are to be loaded with. */
const struct BelRuleSchema *bel_conflict_schema (void);

/** Compares the claims of @n_sources documents. Returns: (transfer full) free with bel_findings_free(). */
BelFindings *bel_conflicts_find (const BelProgram *program, BelClaims **sources, uint32_t n_sources,
                                 const BelCompareOptions *options);
void bel_findings_free (BelFindings *findings);

/** Appends what became of two places of the compared documents: what is read there and, rule by rule, the first condition that
 * failed. Both are visible bytes of their documents; a claim is looked at alone where one is named, else all that
 * is read from the place. Returns: FALSE when nothing is read from one of them. */
bool bel_conflicts_why_not (const BelProgram *program, BelClaims **sources, uint32_t n_sources,
                            const BelCompareOptions *options, const BelClaimRef *a, const BelClaimRef *b, GString *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelFindings, bel_findings_free)

const char *bel_conflict_class_name (BelConflictClass class_);
/** error, warning, note, warning, note: see the contract. */
BelSeverity bel_conflict_class_severity (BelConflictClass class_);
