/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Where a word ends and where a sentence ends: the looks of both places as features, and the section
 * "TOKS" of the model that weighs them. The trainer and the run time both come here.
 *
 *   text ─▶ glyphs ─▶ chunks (between blanks) ─▶ pieces (words) ─▶ sentences
 *                       split: candidates inside     break: between two
 *                       of a chunk, left to right     pieces, left to right */
#pragma once

#include "syntax/binary.h"
#include "syntax/glyph.h"
#include "syntax/syntax.h"

/** Kinds of models/sentence-words.txt from this on are no abbreviations. */
#define BEL_KIND_REPORT 12u

/** Words that the trainer knows something about, by the hash of their lower-case letters. */
typedef struct {
  uint32_t mask;          /**< number of slots − 1 */
  const uint32_t *hashes; /**< 0 is a free slot */
  const uint8_t *values;
} BelWordTable;

/** The value of @hash, 0 when it is not there. */
uint8_t bel_word_table_find (const BelWordTable *table, uint32_t hash);

/** A view into the section: header | split weights | break weights | kinds of words | fused words. */
typedef struct {
  BelBinary split;
  BelBinary ends;
  BelWordTable kinds; /**< of models/sentence-words.txt, by their place in it: 1, 2, … */
  BelWordTable fused; /**< "cannot", "gonna": bit k set, a word may begin after k+1 letters */
} BelSegmenter;

typedef struct {
  uint32_t log2_split;
  uint32_t log2_ends;
  uint32_t n_kinds; /**< slots, a power of two */
  uint32_t n_fused;
} BelSegmenterHeader;

/** Views @n_bytes bytes at @section. Returns: FALSE when its sizes do not fit together. */
gboolean bel_segmenter_init (BelSegmenter *segmenter, const void *section, size_t n_bytes);

/** Letters of a word that its hash is made of. */
#define BEL_SEGMENTER_MAX_HASHED 32u

/** What the word tables are keyed by: a hash of lower-case glyphs, digits as 0; never 0. */
uint32_t bel_segmenter_hash (const BelGlyphs *glyphs, uint32_t start, uint32_t end);

/** Glyphs between two blanks. */
typedef struct {
  uint32_t start;
  uint32_t end;
  uint32_t hash;    /**< of the lower-case glyphs, digits as 0; 0 beyond 32 glyphs */
  uint8_t address;  /**< 1 looks like a web address, 2 like a mail address, 3 begins with @ or #; 0 else */
  bool after_break; /**< an empty line or the start of the block is before it */
  bool glued;       /**< no blank before it: the rest of an overlong one */
} BelChunk;

typedef BEL_VEC (BelChunk) BelChunks;

/** Cuts the text at blanks, and a run longer than BEL_LIMIT_TOKEN_BYTES also without one. */
void bel_chunks_find (BelChunks *chunks, BelArena *arena, const BelGlyphs *glyphs);

/** Whether a word could begin at glyph @i, inside of @chunk. */
bool bel_split_possible (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i);

/** Whether a word begins at glyph @i beyond doubt: "n't", "'s" and their like. */
bool bel_split_certain (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i);

/** What the place between the word that began at @token_start and glyph @i looks like. */
void bel_split_features (const BelSegmenter *segmenter, const BelGlyphs *glyphs, const BelChunks *chunks,
                         uint32_t chunk, uint32_t token_start, uint32_t i, BelFeatures *features);

/** What a word looks like. */
enum {
  BEL_SHAPE_LOWER,
  BEL_SHAPE_CAPITAL,
  BEL_SHAPE_INITIAL,
  BEL_SHAPE_CAPITALS,
  BEL_SHAPE_MIXED,
  BEL_SHAPE_NUMBER,
  BEL_SHAPE_STOP,
  BEL_SHAPE_QUESTION,
  BEL_SHAPE_ELLIPSIS,
  BEL_SHAPE_COMMA,
  BEL_SHAPE_COLON,
  BEL_SHAPE_SEMICOLON,
  BEL_SHAPE_OPEN,
  BEL_SHAPE_CLOSE,
  BEL_SHAPE_OPEN_QUOTE,
  BEL_SHAPE_CLOSE_QUOTE,
  BEL_SHAPE_QUOTE,
  BEL_SHAPE_DASH,
  BEL_SHAPE_BULLET,
  BEL_SHAPE_PUNCT,
  BEL_SHAPE_OUTSIDE
};

/** A word, as far as the end of a sentence depends on it. */
typedef struct {
  uint32_t start; /**< glyphs */
  uint32_t end;
  uint32_t hash;   /**< lower case, digits as 0 */
  uint32_t suffix; /**< its last three */
  uint8_t shape;   /**< BEL_SHAPE_… */
  uint8_t kind;    /**< 1 + that of models/sentence-words.txt; abbreviations only with their full stop */
  uint8_t n_letters;
  bool space_before;
  bool after_break; /**< an empty line is before it: a sentence ends there */
  bool part;        /**< the second or a later word of one surface token */
} BelPiece;

typedef BEL_VEC (BelPiece) BelPieces;

/** Appends the word [@start, @end) of @chunk. */
void bel_pieces_add (BelPieces *pieces, BelArena *arena, const BelSegmenter *segmenter, const BelGlyphs *glyphs,
                     const BelChunk *chunk, uint32_t start, uint32_t end);

/** What a walk over the pieces remembers of the sentence so far. */
typedef struct {
  uint32_t first;          /**< piece the sentence began with */
  uint32_t n_brackets;     /**< open ones */
  bool quote;              /**< a quotation is open */
  bool quote_before;       /**< it was open when the sentence began */
  const uint16_t *to_stop; /**< pieces until the next full stop or the end of the paragraph, each piece's */
  uint8_t capitals;        /**< share of capitalised words in the paragraph, in eighths */
  uint8_t style;           /**< of the paragraph; see paragraph_style() */
} BelBreakState;

void bel_break_begin (BelBreakState *state, BelArena *arena, const BelPieces *pieces);
/** Takes piece @i into the sentence; @first: a sentence begins with it. */
void bel_break_step (BelBreakState *state, const BelPieces *pieces, uint32_t i, bool first);
/** Whether a sentence begins with piece @i beyond doubt: after an empty line; where one speaker's words end and
 * another's begin: “All night?” “Yes.” */
bool bel_break_certain (const BelPieces *pieces, uint32_t i);
/** Whether a sentence begins with piece @i whose end mark, or the blank after it, was forgotten: "with chemotherapy She
 * started", "in 2000.This". Of running text alone: the trainer learns from what is marked. */
bool bel_break_lost (const BelBreakState *state, const BelGlyphs *glyphs, const BelPieces *pieces, uint32_t i);
/** Likewise, whether a word begins at glyph @i of @chunk: at and after the stop of "2000.This". */
bool bel_split_lost (const BelGlyphs *glyphs, const BelChunk *chunk, uint32_t i);
/** Whether a sentence could begin with piece @i (not the first of the block). */
bool bel_break_possible (const BelPieces *pieces, uint32_t i);
void bel_break_features (const BelBreakState *state, const BelPieces *pieces, uint32_t i, BelFeatures *features);
