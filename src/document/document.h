/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** A document and all that is known about its text: blocks, sentences, tokens, trees.
 *
 * Two coordinate systems, one place to convert:
 *   source   the bytes of the file as it is on disk; what every output shows
 *   visible  the text a reader sees, UTF-8; what every room works on
 * For plain text they are the same bytes; markup readers fill the span map. Everything below report/
 * holds visible spans and converts with bel_document_source_span() when it shows them. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/linemap.h"
#include "base/symbols.h"
#include "base/vec.h"
#include "document/tags.h"

typedef enum {
  BEL_BLOCK_PARAGRAPH,
  BEL_BLOCK_HEADLINE,
  BEL_BLOCK_SUBHEAD,
  BEL_BLOCK_DATELINE, /**< "WASHINGTON (AP) —" at the head of the lead; the paragraph follows as its own block */
  BEL_BLOCK_BYLINE,
  BEL_BLOCK_CAPTION,
  BEL_BLOCK_QUOTE, /**< a set-off quotation */
  BEL_BLOCK_LIST_ITEM,
  BEL_BLOCK_TABLE_CELL,
  BEL_BLOCK_CREDIT, /**< trailing "X reported from Y", corrections; no claims are read from it */
  BEL_BLOCK_META,   /**< a date line, front matter; no claims are read from it */
} BelBlockKind;

typedef struct {
  BelBlockKind kind;
  BelSpan span;            /**< visible */
  uint32_t first_sentence; /**< set by syntax/ */
  uint32_t n_sentences;
} BelBlock;

typedef struct {
  BelSpan span; /**< visible */
  uint32_t first_token;
  uint32_t n_tokens;
  uint32_t block;
  const char *id; /**< (nullable) sent_id of a CoNLL-U input */
  bool cut;       /**< cut at BEL_LIMIT_SENTENCE_TOKENS */
} BelSentence;

typedef enum {
  BEL_NAME_NONE,
  BEL_NAME_PERSON,
  BEL_NAME_ORG,
  BEL_NAME_PLACE,
  BEL_NAME_OTHER,
} BelNameType;

/** What sort of thing a noun, name or pronoun stands for. */
typedef enum {
  BEL_NOUN_UNKNOWN, /**< not to be told: "they", a name of no known type, any word but a noun */
  BEL_NOUN_PERSON,
  BEL_NOUN_GROUP, /**< an organization, a crowd, a country's organs */
  BEL_NOUN_PLACE,
  BEL_NOUN_EVENT, /**< something done or happening */
  BEL_NOUN_WORDS, /**< something said or written */
  BEL_NOUN_ANIMAL,
  BEL_NOUN_THING, /**< anything else */
  BEL_N_NOUN_SORTS,
} BelNounSort;

/** Columns over all tokens of the document; index t is document-wide. */
typedef struct {
  uint32_t n;
  BelSpan *span; /**< visible; words of one surface token ("don't" → do, n't) have their own parts */
  BelSym *form;  /**< as written */
  BelSym *lower; /**< lower case */
  BelSym *lemma; /**< lower case but for names; 0 until it is known */
  uint8_t *pos;  /**< BelPos */
  uint8_t *xpos; /**< BelXpos */
  BelFeats *feats;
  uint32_t *head; /**< document-wide token index; BEL_NONE at the root of a sentence */
  uint8_t *dep;   /**< BelDep */
  uint32_t *sentence;
  uint8_t *name;       /**< BelNameType of the name the token is part of */
  uint8_t *sort;       /**< BelNounSort; set by claim/ */
  uint8_t *name_first; /**< 1 on the first token of a name */
  uint8_t *space_after;
  uint8_t *mwt;       /**< n > 1: this and the next n-1 words are one surface token; 0 within, 1 else */
  uint8_t *arc_score; /**< the parser's trust in the arc, 0…255; 255 for given trees */
  uint32_t
      *child_start; /**< n+1 offsets into child[]: the children of t are child[child_start[t] … child_start[t+1]) */
  uint32_t *child;  /**< in text order */
  uint32_t *subtree_first; /**< least and greatest token of the subtree of t; set with the children */
  uint32_t *subtree_last;
} BelTokens;

/** One stretch where visible and source run in step; sorted by visible start. */
typedef struct {
  uint32_t visible;
  uint32_t source;
  uint32_t n_bytes;        /**< bytes of visible text covered */
  uint32_t n_source_bytes; /**< bytes of source covered: equal to n_bytes for text, more for an entity */
} BelSpanPiece;

/** Days since 1970-01-01 (proleptic Gregorian); BEL_DAY_NONE when unknown. */
typedef int32_t BelDay;
#define BEL_DAY_NONE INT32_MIN

typedef struct {
  BelArena *arena;     /**< owns everything below; freed with the document */
  BelSymbols *symbols; /**< this document's overlay */
  const char *name;    /**< the file as the user named it; "-" is standard input */
  const char *source;
  uint32_t n_source;
  const char *text; /**< visible text, NUL-terminated */
  uint32_t n_text;
  BEL_VEC (BelSpanPiece) pieces; /**< empty: visible and source are the same */
  BEL_VEC (BelBlock) blocks;
  BEL_VEC (BelSentence) sentences;
  BelTokens tokens;
  BelDay date;       /**< of publication; what "on Monday" is resolved against */
  const char *story; /**< (nullable) story id or slug */
  const char *place; /**< (nullable) the city of the dateline */
  BelLineMap *lines; /**< of the source, made on first use by bel_document_position() */
  GBytes *bytes;     /**< keeps the source alive */
} BelDocument;

/** @symbols_base: (nullable) the frozen table the rules were loaded into.
 * @bytes: the file; a reference is kept. Visible text is the source until a reader says otherwise.
 * Returns: (transfer full) a document without blocks. */
BelDocument *bel_document_new (BelSymbols *symbols_base, const char *name, GBytes *bytes);
void bel_document_free (BelDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelDocument, bel_document_free)

/** The source bytes that the visible @span was made of. O(log pieces). */
BelSpan bel_document_source_span (const BelDocument *document, BelSpan span);

/** Line and column of a source offset. */
BelPosition bel_document_position (BelDocument *document, uint32_t source_offset);

BelBlock *bel_document_add_block (BelDocument *document, BelBlockKind kind, BelSpan span);

/** Makes room for @n tokens with cleared columns (head BEL_NONE). What was there is forgotten. */
void bel_document_alloc_tokens (BelDocument *document, uint32_t n);

/** Fills child_start, child and the subtree ranges from head. Call after heads are set or changed. */
void bel_document_index_children (BelDocument *document);

/** Whether claims are read from a block of this kind. */
bool bel_block_has_claims (BelBlockKind kind);
const char *bel_block_kind_name (BelBlockKind kind);
/** "person", "org", "place", "other"; "none". */
const char *bel_name_type_name (BelNameType type);
/** Returns: "person" …; "unknown". */
const char *bel_noun_sort_name (BelNounSort sort);

/* -- trees ----------------------------------------------------------------------------------- */

/** Iterates over the children of token @t: for (BEL_EACH_CHILD (doc, t, c)) … with c a uint32_t token. */
#define BEL_EACH_CHILD(doc, t, c) \
  uint32_t i_##c = (doc)->tokens.child_start[t], c = 0; \
  i_##c < (doc)->tokens.child_start[(t) + 1] && ((c = (doc)->tokens.child[i_##c]), true); \
  i_##c++

/** First child of @t by exactly the relation @dep; BEL_NONE when there is none. */
uint32_t bel_child (const BelDocument *document, uint32_t t, BelDep dep);
/** First child whose relation without subtype is @base. */
uint32_t bel_child_base (const BelDocument *document, uint32_t t, BelDep base);
/** Whether @ancestor is @t or above it. */
bool bel_dominates (const BelDocument *document, uint32_t ancestor, uint32_t t);
/** First and last token of the subtree of @t (the least range that covers it), inclusive. */
void bel_subtree_range (const BelDocument *document, uint32_t t, uint32_t *out_first, uint32_t *out_last);
/** Visible bytes from the first to the last token of the subtree of @t. */
BelSpan bel_subtree_span (const BelDocument *document, uint32_t t);
/** Root token of sentence @s; BEL_NONE in an empty one. */
uint32_t bel_sentence_root (const BelDocument *document, uint32_t s);

/** Visible text of a span. Returns: (transfer none) not NUL-terminated; its length is the span's. */
static inline const char *
bel_document_text (const BelDocument *document, BelSpan span)
{
  return document->text + span.start;
}

/** Whether token @t's lemma, or lower-case form, is exactly @word. For closed-class words only. */
bool bel_token_lemma_is (const BelDocument *document, uint32_t t, const char *word);
bool bel_token_form_is (const BelDocument *document, uint32_t t, const char *lower);
/** Whether token @t is the "not" of "not only", which denies nothing: "not just", "not merely", "not simply", "not solely"; or
 * that of "not without". */
bool bel_token_adds (const BelDocument *document, uint32_t t);
static inline unsigned
bel_token_feat (const BelDocument *document, uint32_t t, BelFeat feat)
{
  return bel_feats_get (document->tokens.feats[t], feat);
}

/** Whether token @t is the "no" of "no fewer than 12", the "not" of "not two years ago": a bound of the number after it, and no
 * negation. */
bool bel_token_bounds (const BelDocument *document, uint32_t t);
/** Whether token @t is the "longer" of "no longer", which negates what it stands by. */
bool bel_token_ends (const BelDocument *document, uint32_t t);

/** First token that overlaps @span (visible); BEL_NONE when there is none. *@out_n: how many do. O(log n). */
uint32_t bel_tokens_covering (const BelDocument *document, BelSpan span, uint32_t *out_n);
