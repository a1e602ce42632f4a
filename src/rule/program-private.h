/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** How a program is laid out; for the files of this room only. Everything lives in the program's arena. */
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/vec.h"
#include "rule/claim-rule.h"
#include "rule/conflict-rule.h"
#include "rule/lexicon.h"
#include "rule/predicate.h"
#include "rule/program.h"

#include <pcre2.h>

/** A row of words; each part is matched by lemma, lower-case form or form. */
typedef struct {
  const BelSym *parts;
  uint32_t n;
} BelPhrase;

typedef struct {
  const char *name;
  BelFieldType type;
  const char *const *enums;
  uint32_t n_enums;
} BelFieldInfo;

typedef union {
  int32_t number_of_enum;
  BelSym symbol;
  double number;
  bool boolean;
  struct {
    uint32_t first, n; /* into lists of the lexicon */
  } list;
} BelFieldValue;

struct BelEntry {
  const BelLexicon *lexicon;
  const char *text;
  BelPhrase phrase;
  uint32_t pos;
  const BelFieldValue *values; /* n_fields of them */
};

struct BelLexicon {
  const BelProgram *program;
  uint32_t id;
  const char *name;
  const BelFieldInfo *fields;
  uint32_t n_fields;
  BEL_VEC (BelEntry) entries;
  BEL_VEC (BelSym) lists;
};

/** "Part @part of this phrase is the symbol I am filed under." */
typedef struct {
  uint32_t owner; /* lexicon id, or BelFormKind of a predicate form */
  uint32_t item;  /* entry of the lexicon, or form */
  BelPhrase phrase;
  uint32_t part;
} BelPosting;

/** Postings by symbol: those of s are items[start[s] … start[s + 1]). */
typedef struct {
  const BelPosting *items;
  const uint32_t *start;
  uint32_t n_symbols;
} BelPostings;

typedef BEL_VEC (BelPosting) BelPostingList;

/** A preposition or a label that brings a role. */
typedef struct {
  BelSym preposition; /* BEL_NONE for an arc */
  uint8_t dep;        /* BelDep of an arc */
  BelSym role;
} BelMarker;

typedef struct {
  uint32_t predicate;
  BelFormKind kind;
  uint32_t rank; /* place among the forms of its kind: the first is the most typical */
  BelPhrase phrase;
  const BelMarker *markers;
  uint32_t n_markers;
  BelSym self; /* role of the noun itself; BEL_NONE */
} BelForm;

/** A test on the filler of a role. */
typedef struct {
  BelSym role;
  bool negated;
  bool soft;     /* speaks for the predicate where it is met, and not against it where it is not */
  bool sorts;    /* its condition asks for sorts of things */
  bool people;   /* its condition names words for people, or asks what may let them in */
  uint32_t cond; /* where its condition begins in the code; BEL_NONE: must be there */
} BelRequire;

/** What a predicate has beside its public part. */
typedef struct {
  const BelRequire *requires;
  uint32_t n_requires;
} BelPredicateRest;

/** Symbols of roles and words that the matcher itself asks for. */
typedef struct {
  BelSym subject, object, party, by, to, poss, of, on, in;
  const BelLexicon *people;   /* words for people; NULL where the rules have no such lexicon */
  const BelLexicon *dates[3]; /* weekdays, months, parts of the day; NULL where the rules have no such lexicon */
} BelWellKnown;

/** A stretch of a report: text, then (unless claim is BEL_NONE) a field of claim A (0) or B (1). */
typedef struct {
  const char *text;
  uint32_t claim, field;
} BelReportPiece;

typedef struct {
  const char *text; /* as written */
  uint32_t code;
} BelRuleCondition;

typedef struct {
  BelConflictRule public;
  const BelRuleCondition *conditions;
  const BelReportPiece *report;
  uint32_t n_report;
} BelConflictCode;

/** A set of tokens that rules start from: those with certain words, or certain relations. */
typedef struct {
  uint64_t labels; /* tokens with one of these; 0 for a class of words */
} BelAnchorClass;

/** One way to run a claim rule: from which tokens, into which register, by what code. */
typedef struct {
  uint32_t anchor; /* class */
  uint32_t reg;
  uint32_t code;
} BelRulePlan;

typedef struct {
  const char *name;
  BelYieldKind kind;
  BelPart part;
  uint32_t reg;
  const BelLexicon *lexicon;
  int field;
  const char *text;
  double number;
} BelYieldCode;

typedef struct {
  const char *name;
  const char *const *nodes; /* of named registers */
  const uint32_t *regs;     /* the register of each */
  uint32_t n_nodes, n_regs;
  const BelRulePlan *plans;
  uint32_t n_plans;
  const BelYieldCode *yields;
  uint32_t n_yields;
} BelClaimCode;

typedef struct {
  const BelRuleTest *items;
  uint32_t n;
  bool known;
} BelRuleTests;

/** A pattern as it was written, without its slashes. */
typedef struct {
  const char *text;
  uint32_t n_bytes;
  uint32_t flags; /* of pcre2_compile() */
} BelPattern;

/* What a compiled file keeps of it is listed in image.def. */
struct BelProgram {
  gatomicrefcount refs;
  BelArena *arena;
  BelArena *parsed; /* of the load: names, docs and tests live on as the parser made them */
  BelSymbols *symbols;
  GPtrArray
      *sources;     /* GBytes of the files, for the checksum; of a compiled program: those read again for their tests */
  GPtrArray *paths; /* of the files, as strings */
  GOnce checksum;   /* a string, made when first asked for: most runs never do */
  BelSym *parts;    /* room for the parts of phrases, which lie side by side */
  uint32_t parts_left;
  BEL_VEC (BelRuleInfo) infos;
  struct BelAstBlock **blocks; /* by info, for their tests; of a compiled program NULL before they are asked for */
  GMutex tests_lock;           /* over the next, and the arena of the load */
  BelRuleTests *tests;         /* by info; none are there before they are asked for */
  BelLexicon *lexicons;
  uint32_t n_lexicons;
  BelPostings lexicon_postings;
  BelPredicate *predicates;
  BelPredicateRest *rests;
  uint32_t n_predicates;
  BEL_VEC (BelForm) forms;
  BelPostings form_postings;
  BelWellKnown known;
  BelClaimCode *claims;
  uint32_t n_claims;
  BEL_VEC (BelAnchorClass) anchors;
  BelPostings anchor_postings; /* owner: class */
  uint32_t *lexicon_anchor;    /* by lexicon id: its class, or BEL_NONE */
  BelConflictCode *conflicts;
  uint32_t n_conflicts;
  const BelRuleSchema *schema; /* of the host, which outlives the program; NULL: rules cannot be evaluated */
  BEL_VEC (uint32_t) code;     /* of all conditions and patterns: opcodes.def */
  BEL_VEC (BelPattern) patterns;
  BEL_VEC (pcre2_code *) regexes; /* of each pattern */
  pcre2_match_context *regex_limits;
};

/** Returns: (transfer full) a program without anything in it. @symbols: (transfer full). */
BelProgram *bel_program_new (BelSymbols *symbols);

/** Returns: (transfer full) the pattern ready to be matched; NULL with pcre2's error in *@out_error and its byte in *@out_at. */
pcre2_code *bel_pattern_compile (const BelPattern *pattern, int *out_error, PCRE2_SIZE *out_at);

/** Files each phrase of @list under its symbols. */
void bel_postings_build (BelPostings *postings, BelArena *arena, uint32_t n_symbols, const BelPostingList *list);

/** Cuts @text into parts as the tokenizer cuts running text: at spaces, before "'s" and "n't", and, when
 * @hyphens, around hyphens. Returns: FALSE past BEL_LIMIT_PHRASE_PARTS or when there is no part. */
gboolean bel_phrase_split (BelProgram *program, const char *text, bool hyphens, BelPhrase *out);

/** Whether token @t can be the part @sym. */
static inline bool
bel_token_is (const BelDocument *document, uint32_t t, BelSym sym)
{
  const BelTokens *tokens = &document->tokens;
  return tokens->lemma[t] == sym || tokens->lower[t] == sym || tokens->form[t] == sym;
}

/** Whether @phrase lies on consecutive tokens of one sentence from @first. */
bool bel_phrase_on (const BelDocument *document, BelPhrase phrase, uint32_t first, BelPhraseMatch *out);
/** As bel_phrase_on() with part @part on @t, and @t the head of it all. */
bool bel_phrase_around (const BelDocument *document, BelPhrase phrase, uint32_t part, uint32_t t, BelPhraseMatch *out);
/** Whether @t is the first part and all others hang on it, with other words between. */
bool bel_phrase_below (const BelDocument *document, BelPhrase phrase, uint32_t t, BelPhraseMatch *out);

/** Whether the condition that begins at @at in the program's code holds of token @t. */
bool bel_cond_holds (const BelProgram *program, const BelDocument *document, uint32_t at, uint32_t t);

/** The postings of a symbol; *@out_n is 0 for one the rules do not know. */
static inline const BelPosting *
bel_postings_of (const BelPostings *postings, BelSym sym, uint32_t *out_n)
{
  if (sym >= postings->n_symbols) {
    *out_n = 0;
    return NULL;
  }
  *out_n = postings->start[sym + 1] - postings->start[sym];
  return postings->items + postings->start[sym];
}
