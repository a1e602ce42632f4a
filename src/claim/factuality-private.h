/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Truth composed down the tree: the words that change it, and where each token stands. */
#pragma once

#include "claim/extract.h"
#include "rule/lexicon.h"

/** What a governing word says of what it governs, -3 certainly not … 3 certainly; see rules/lexicon/signature.belie. */
typedef struct {
  float positive; /**< when the word itself is true */
  float negative; /**< when it is denied */
  bool known;     /**< from a lexicon, not by default */
} BelSignature;

typedef enum {
  BEL_LINK_OTHER,
  BEL_LINK_THAT,      /**< "said that P" */
  BEL_LINK_TO,        /**< "managed to P" */
  BEL_LINK_OBJECT_TO, /**< "forced X to P" */
  BEL_LINK_GERUND,    /**< "stopped doing P" */
} BelLink;

/** A lexicon with its two number fields. */
typedef struct {
  const BelLexicon *lexicon;
  int positive, negative, to_positive, to_negative;
} BelSignatureLexicon;

typedef struct {
  const BelClaims *claims;
  BelDocument *document;
  BelArena *arena; /**< of the columns below, and of the names of features */
  BelSignatureLexicon that, to, object_to, gerund, adjective, noun, state;
  BelSignatureLexicon read_that, read_to, read_object_to, read_passive_to, read_passive_that;
  const BelLexicon *hedges, *event_adverbs, *adjectives, *counterfactuals, *classes, *singled, *turned_down;
  float *author; /**< per token, -1…1: how true for the author what hangs on it is, its own modifiers not counted */
  float *voice;  /**< the same for the innermost source */
  float *own;    /**< -1…1: what its own modifiers make of it: negation, modals, hedges */
  uint8_t *mood; /**< BelModality that its embedding gives it, BEL_MODALITY_NONE when it is asserted */
} BelFactuality;

/* factuality-words.c */
bool bel_factuality_open (BelFactuality *f, const BelClaimContext *context, const BelClaims *claims);
/** How @t hangs on its head. */
BelLink bel_factuality_link (const BelFactuality *f, uint32_t t);
/** The signature of the head of @t for the link @t hangs by. */
BelSignature bel_factuality_signature (const BelFactuality *f, uint32_t t, BelLink link);
/** -1…1: negation, modals, hedges, questions and adjectives on @t itself. */
float bel_factuality_own (const BelFactuality *f, uint32_t t);
/** 0…1: how much the adverbs on @t leave of it ("perhaps"); *@out_near: it came close, and was not ("almost"). */
float bel_factuality_adverb (const BelFactuality *f, uint32_t t, bool *out_near);
bool bel_factuality_is_question (const BelDocument *document, uint32_t t);
/** Factor of the conjunction or preposition that brings @t in ("if", "without"), 1 where it changes nothing. */
float bel_factuality_marker (const BelFactuality *f, uint32_t t, bool *out_changes);
bool bel_factuality_negated (const BelDocument *document, uint32_t t);

/* factuality.c */
/** Composes the truth of every token of the document. */
void bel_factuality_compose (BelFactuality *f);
