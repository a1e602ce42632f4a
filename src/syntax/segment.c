/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Visible text into sentences and words, block by block. Two passes: blocks into a list of words, the list
 * into the columns of the document. */
#include "base/limits.h"
#include "syntax/model-private.h"

typedef struct {
  BelSpan span;
  uint32_t block;
  bool first; /* of a sentence */
  bool part;
  bool space_after;
  bool cut; /* the sentence had to end before this word */
} Word;

typedef struct {
  const BelSegmenter *segmenter;
  BelDocument *document;
  BelDiags *diags;
  BelArena *arena;   /* for the words, until they are in the document */
  BelArena *scratch; /* for one block */
  BEL_VEC (Word) words;
  bool *first; /* of one block, by piece */
  int32_t *score;
  bool told; /* that a sentence was cut: once a draft */
} Work;

static void
split_chunk (Work *work, const BelGlyphs *glyphs, const BelChunks *chunks, uint32_t c, BelPieces *pieces)
{
  const BelChunk *chunk = &chunks->items[c];
  uint32_t start = chunk->start;
  BelFeatures features;
  for (uint32_t i = chunk->start + 1; i < chunk->end; i++) {
    if (!bel_split_possible (work->segmenter, glyphs, chunk, i))
      continue;
    if (!bel_split_certain (glyphs, chunk, i) && !bel_split_lost (glyphs, chunk, i)) {
      bel_split_features (work->segmenter, glyphs, chunks, c, start, i, &features);
      if (bel_binary_score (&work->segmenter->split, &features) <= 0)
        continue;
    }
    bel_pieces_add (pieces, work->scratch, work->segmenter, glyphs, chunk, start, i);
    start = i;
  }
  bel_pieces_add (pieces, work->scratch, work->segmenter, glyphs, chunk, start, chunk->end);
}

static void
find_breaks (Work *work, const BelGlyphs *glyphs, const BelPieces *pieces)
{
  BelBreakState state;
  BelFeatures features;
  bel_break_begin (&state, work->scratch, pieces);
  for (uint32_t i = 0; i < pieces->n; i++) {
    work->score[i] = INT32_MIN;
    work->first[i] = i == 0 || bel_break_certain (pieces, i) || bel_break_lost (&state, glyphs, pieces, i);
    if (!work->first[i] && bel_break_possible (pieces, i)) {
      bel_break_features (&state, pieces, i, &features);
      work->score[i] = bel_binary_score (&work->segmenter->ends, &features);
      work->first[i] = work->score[i] > 0;
    }
    bel_break_step (&state, pieces, i, work->first[i]);
  }
}

/* The likeliest end in the second half of what a sentence may hold. */
static uint32_t
safe_place (const Work *work, BelPieces *pieces, uint32_t start)
{
  uint32_t best = start + BEL_LIMIT_SENTENCE_TOKENS;
  for (uint32_t i = best; i > start + BEL_LIMIT_SENTENCE_TOKENS / 2; i--)
    if (!pieces->items[i].part && (pieces->items[best].part || work->score[i] > work->score[best]))
      best = i;
  pieces->items[best].part = false;
  return best;
}

static void
note_cut (Work *work, const BelGlyphs *glyphs, const BelPiece *piece, const char *code, const char *what)
{
  if (!work->diags)
    return;
  const BelDocument *document = work->document;
  BelSpan span = BEL_SPAN (glyphs->offset[piece->start], glyphs->offset[piece->end]);
  bel_diags_add (work->diags, BEL_SEVERITY_NOTE, code, document->name, document->source, document->n_source,
                 bel_document_source_span (document, span), "%s", what);
}

static void
cut_long_sentences (Work *work, const BelGlyphs *glyphs, BelPieces *pieces, bool *cut)
{
  uint32_t start = 0;
  for (uint32_t i = 1; i < pieces->n; i++) {
    if (work->first[i])
      start = i;
    if (i - start < BEL_LIMIT_SENTENCE_TOKENS)
      continue;
    start = safe_place (work, pieces, start);
    work->first[start] = cut[start] = true;
    if (!work->told)
      note_cut (work, glyphs, &pieces->items[start], "syntax.sentence-cut",
                "the sentence is too long and was cut here, as are all like it");
    work->told = true;
  }
}

static void
add_words (Work *work, const BelGlyphs *glyphs, const BelPieces *pieces, uint32_t block, const bool *cut)
{
  for (uint32_t i = 0; i < pieces->n; i++) {
    const BelPiece *piece = &pieces->items[i];
    Word word = {
      .span = BEL_SPAN (glyphs->offset[piece->start], glyphs->offset[piece->end]),
      .block = block,
      .first = work->first[i],
      .part = piece->part,
      .space_after = i + 1 == pieces->n || pieces->items[i + 1].space_before,
      .cut = cut[i],
    };
    bel_vec_push (work->arena, &work->words, word);
  }
}

static void
segment_block (Work *work, uint32_t block, BelSpan span)
{
  BelGlyphs glyphs;
  BelChunks chunks = { 0 };
  BelPieces pieces = { 0 };
  bel_arena_reset (work->scratch);
  bel_glyphs_init (&glyphs, work->scratch, work->document, span);
  bel_chunks_find (&chunks, work->scratch, &glyphs);
  for (uint32_t c = 0; c < chunks.n; c++)
    split_chunk (work, &glyphs, &chunks, c, &pieces);
  work->first = bel_arena_new_array (work->scratch, bool, pieces.n);
  work->score = bel_arena_new_array (work->scratch, int32_t, pieces.n);
  bool *cut = bel_arena_new_array (work->scratch, bool, pieces.n);
  find_breaks (work, &glyphs, &pieces);
  cut_long_sentences (work, &glyphs, &pieces, cut);
  for (uint32_t c = 1; c < chunks.n; c++)
    if (chunks.items[c].glued) {
      BelPiece at = { .start = chunks.items[c].start, .end = chunks.items[c].start };
      note_cut (work, &glyphs, &at, "syntax.token-cut", "a run without a space is too long and was cut here");
      break;
    }
  add_words (work, &glyphs, &pieces, block, cut);
}

/* Where a block that is too long for one turn is cut: at the last blank, or else between two letters. */
static uint32_t
turn_end (const BelDocument *document, BelSpan span)
{
  if (bel_span_length (span) <= BEL_LIMIT_SEGMENT_BYTES)
    return span.end;
  uint32_t most = span.start + BEL_LIMIT_SEGMENT_BYTES, end = most;
  while (end > span.start && !g_ascii_isspace (document->text[end]))
    end--;
  if (end > span.start)
    return end;
  while (most > span.start + 1 && ((guchar) document->text[most] & 0xC0) == 0x80)
    most--;
  return most;
}

static void
begin_sentence (BelDocument *document, const Word *word, uint32_t t)
{
  BelBlock *block = &document->blocks.items[word->block];
  if (block->n_sentences++ == 0)
    block->first_sentence = document->sentences.n;
  if (word->cut)
    document->sentences.items[document->sentences.n - 1].cut = true;
  BelSentence *sentence = bel_vec_add (document->arena, &document->sentences);
  sentence->span = word->span;
  sentence->first_token = t;
  sentence->block = word->block;
}

static void
fill_word (BelDocument *document, const Word *word, uint32_t t)
{
  BelTokens *tokens = &document->tokens;
  BelSentence *sentence = &document->sentences.items[document->sentences.n - 1];
  const char *text = bel_document_text (document, word->span);
  uint32_t n_bytes = bel_span_length (word->span);
  sentence->span.end = word->span.end;
  sentence->n_tokens++;
  tokens->span[t] = word->span;
  tokens->form[t] = bel_symbols_intern (document->symbols, text, n_bytes);
  tokens->lower[t] = bel_symbols_intern_lower (document->symbols, text, n_bytes);
  tokens->sentence[t] = document->sentences.n - 1;
  tokens->space_after[t] = word->space_after;
  tokens->mwt[t] = !word->part;
}

static void
fill_document (Work *work)
{
  BelDocument *document = work->document;
  bel_document_alloc_tokens (document, work->words.n);
  document->sentences.n = 0;
  for (uint32_t i = 0; i < document->blocks.n; i++)
    document->blocks.items[i].first_sentence = document->blocks.items[i].n_sentences = 0;
  uint32_t surface = 0;
  for (uint32_t t = 0; t < work->words.n; t++) {
    const Word *word = &work->words.items[t];
    if (word->first)
      begin_sentence (document, word, t);
    fill_word (document, word, t);
    if (word->part)
      document->tokens.mwt[surface]++;
    else
      surface = t;
  }
}

static BelSpan
without_blanks (const BelDocument *document, BelSpan span)
{
  if (span.start == 0 && bel_span_length (span) >= 3 && memcmp (document->text, "\xEF\xBB\xBF", 3) == 0)
    span.start = 3;
  while (span.start < span.end && g_ascii_isspace (document->text[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (document->text[span.end - 1]))
    span.end--;
  return span;
}

/* Readers leave out what nobody makes claims in: rules of dashes, marks of headings, front matter. It is split into
 * words all the same, as blocks without claims, so that no byte of the text is lost on the way. */
static void
cover_gaps (BelDocument *document)
{
  BEL_VEC (BelBlock) all = { 0 };
  uint32_t at = 0;
  for (uint32_t i = 0; i <= document->blocks.n; i++) {
    uint32_t end = i < document->blocks.n ? document->blocks.items[i].span.start : document->n_text;
    BelSpan gap = without_blanks (document, BEL_SPAN (at, MAX (at, end)));
    if (!bel_span_is_empty (gap))
      bel_vec_push (document->arena, &all, (BelBlock){ .kind = BEL_BLOCK_META, .span = gap });
    if (i == document->blocks.n)
      break;
    bel_vec_push (document->arena, &all, document->blocks.items[i]);
    at = MAX (at, document->blocks.items[i].span.end);
  }
  document->blocks.items = all.items;
  document->blocks.n = all.n;
  document->blocks.cap = all.cap;
}

void
bel_syntax_segment (const BelModel *model, BelDocument *document, BelDiags *diags)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  g_autoptr (BelArena) scratch = bel_arena_new ();
  Work work
      = { .segmenter = &model->segmenter, .document = document, .diags = diags, .arena = arena, .scratch = scratch };
  if (document->blocks.n == 0)
    bel_document_add_block (document, BEL_BLOCK_PARAGRAPH, BEL_SPAN (0, document->n_text));
  else
    cover_gaps (document);
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    BelSpan left = document->blocks.items[i].span;
    while (!bel_span_is_empty (left)) {
      uint32_t end = turn_end (document, left);
      segment_block (&work, i, BEL_SPAN (left.start, end));
      left.start = end;
    }
  }
  fill_document (&work);
  bel_document_index_children (document);
}
