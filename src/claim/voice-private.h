/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Attribution's own data: the lexicons it reads with, and attributions while they are being put together. */
#pragma once

#include "claim/extract.h"
#include "rule/lexicon.h"

#define BEL_VOICE_MAX_PARTS 16

/** Numbers of the fields of a cue lexicon; -1 where it has none. */
typedef struct {
  const BelLexicon *lexicon;
  int class, stance, negated, self, clause, speech, to, object, person, via, work, subject, naming, passive;
} BelCueLexicon;

/** What the stage works with. One a document, on the stack of bel_attributions_find(). */
typedef struct {
  const BelClaimContext *context;
  BelClaims *claims;
  BelDocument *document;
  BelCueLexicon verbs, nouns, adjectives, feelings;
  const BelLexicon *phrases, *adverbs, *anaphors, *verdicts, *hearsay, *sources, *settings, *spans, *continuing,
      *labels, *papers, *making, *frank;
  const BelLexicon *leading;         /**< verbs that lead to a cue and are part of it */
  const BelLexicon *managing, *able; /**< signatures of what infinitives stand under */
  uint32_t sentence_attributions;    /**< how many there were before this sentence */
  BEL_VEC (uint8_t) speech;          /**< per attribution: its cue may stand beside a quotation */
  uint32_t *quote_at;                /**< per token: index of the outermost quotation it is in, or BEL_NONE */
} BelVoice;

/** Tokens first to last, inclusive. */
typedef struct {
  uint32_t first, last;
} BelTokenRange;

/** An attribution being put together, in tokens. */
typedef struct {
  const BelCueLexicon *cues; /**< where @entry is from */
  const BelEntry *entry;
  uint32_t cue; /**< head token, or BEL_NONE ("Name: …" has its colon) */
  BelTokenRange cue_range;
  uint32_t source; /**< head token or BEL_NONE */
  BelTokenRange source_range;
  uint32_t agent; /**< whom the source is: the antecedent when @source is a relative pronoun */
  BelTokenRange parts[BEL_VOICE_MAX_PARTS];
  uint32_t n_parts;
  uint32_t heads[BEL_VOICE_MAX_PARTS];
  uint32_t n_heads;
  BelStance stance;
  const char *class_name; /**< static or of the program */
  bool speech;            /**< may stand beside a quotation */
  bool hearsay;
  bool passive;
  bool clausal;   /**< the content is a clause: only somebody can say it */
  uint32_t outer; /**< attribution whose content is this one's too ("citing"), or BEL_NONE */
} BelDraftVoice;

/* attribution-verb.c, attribution-noun.c: each adds the attributions whose cue is token @t. */
void bel_voice_from_verb (BelVoice *voice, uint32_t t);
void bel_voice_from_feeling (BelVoice *voice, uint32_t t);
void bel_voice_from_adjective (BelVoice *voice, uint32_t t);
void bel_voice_from_noun (BelVoice *voice, uint32_t t);
void bel_voice_from_phrase (BelVoice *voice, uint32_t t);
/** Whether @noun, which "citing" at @t governs, is one who says things; else it is what is pointed to. */
bool bel_voice_cites_source (BelVoice *voice, uint32_t t, uint32_t noun);
/* attribution-colon.c */
void bel_voice_from_colon (BelVoice *voice, uint32_t sentence);

/* attribution-rule.c: those that claim rules find; last, for what is known is not found twice. */
void bel_voice_from_rules (BelVoice *voice);

/* attribution-quote.c */
void bel_voice_mark_quotes (BelVoice *voice);
void bel_voice_join_quotes (BelVoice *voice);

/* attribution-place.c: contents that the tree did not give to the cue. TRUE when there is one. */
/** "that P" after token @last; @far: an addressee may stand between. */
bool bel_draft_that_beside (BelVoice *voice, BelDraftVoice *draft, uint32_t last, bool far);
bool bel_draft_clause_beside (BelVoice *voice, BelDraftVoice *draft);
/** "P, she said", "the mayor, she said, left": source and content by commas and marks, whatever the tree says. */
bool bel_draft_parenthetic (BelVoice *voice, BelDraftVoice *draft);
bool bel_draft_via_beside (BelVoice *voice, BelDraftVoice *draft);
/** Whether the preposition @t leads to nothing: "what we talk about | if it rains". */
bool bel_voice_is_stranded (const BelDocument *document, uint32_t t);
/** "P, X said", "as X said, P": takes what the cue @t hangs on. */
void bel_draft_take_host (BelVoice *voice, BelDraftVoice *draft, uint32_t t);

/* attribution-span.c */
void bel_draft_add_content (BelVoice *voice, BelDraftVoice *draft, uint32_t head);
void bel_draft_add_range (BelDraftVoice *draft, uint32_t first, uint32_t last);
/** Subtree of @head without the subtree of @without (BEL_NONE: whole). */
void bel_draft_add_content_without (BelVoice *voice, BelDraftVoice *draft, uint32_t head, uint32_t without);
void bel_draft_set_source (BelVoice *voice, BelDraftVoice *draft, uint32_t head);
/** Finds whose word the verb or adjective @t is: its subject, borrowed up the tree where it has none of its own. */
void bel_draft_find_source (BelVoice *voice, BelDraftVoice *draft, uint32_t t);
/** Takes the noun phrase that ends at token @t (backwards) or begins there as the source; FALSE when there is none. */
bool bel_draft_source_beside (BelVoice *voice, BelDraftVoice *draft, uint32_t t, bool backwards);
/** Whether the cue says nothing where nobody is named for it: "is wanted", "the question whether". */
bool bel_draft_needs_somebody (const BelDraftVoice *draft);
/** Makes an attribution of @draft. Returns: its index. */
uint32_t bel_draft_finish (BelVoice *voice, const BelDraftVoice *draft);
/** Whether token @t is in a time: "on Saturday". */
bool bel_voice_in_time (const BelVoice *voice, uint32_t t);
/** Whether "for @t" says how long: "for years". */
bool bel_voice_is_while (const BelVoice *voice, uint32_t t);
BelSpan bel_range_span (const BelDocument *document, BelTokenRange range);

/* attribution-cue.c */
void bel_draft_set_cue (BelVoice *voice, BelDraftVoice *draft, uint32_t t);
/** Takes in what leads to the cue ("appeared to | suggest"); after source and content are known. */
void bel_draft_widen_cue (const BelVoice *voice, BelDraftVoice *draft);

/* attribution-stance.c */
BelStance bel_cue_stance (BelVoice *voice, uint32_t t, const BelCueLexicon *cues, const BelEntry *entry);
/** "rejected this information", "called the report baseless": marks @attribution as denying what was said before. */
void bel_voice_mark_anaphora (BelVoice *voice, BelAttribution *attribution);
/** Whether @t can be the source of @draft's cue: people, bodies of people, and, where the lexicon lets them, papers. */
bool bel_source_fits (BelVoice *voice, const BelDraftVoice *draft, uint32_t t);
/** "the minister": no name, yet it is plain who. */
bool bel_voice_is_office (const BelVoice *voice, uint32_t t);
void bel_voice_mark_source (BelVoice *voice, BelAttribution *attribution, uint32_t agent);

/** Whether the fields of @entry let @word stand (case-blind) in its list of prepositions. */
bool bel_cue_has_via (const BelCueLexicon *cues, const BelEntry *entry, const BelDocument *document, uint32_t t);
static inline bool
bel_cue_flag (const BelCueLexicon *cues, const BelEntry *entry, int field)
{
  (void) cues;
  return field >= 0 && bel_entry_boolean (entry, field);
}
bool bel_cue_class_is (const BelCueLexicon *cues, const BelEntry *entry, const char *name);
