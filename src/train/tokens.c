/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "tokens": the section "TOKS", where words and sentences end, from the running text of treebanks.
 *
 * The way: gold documents ─▶ fused words ("cannot") ─▶ decisions of both kinds with gold history ─▶ two classifiers
 * ─▶ the section is put into the model file ─▶ words and sentences of the --dev files are scored from raw text. */
#include "base/file.h"
#include "document/conllu.h"
#include "syntax/segmenter.h"
#include "train/binary.h"
#include "train/train.h"
#include "train/word-table.h"

#define LOG2_SPLIT 17u
#define LOG2_ENDS 18u
#define WORD_STEP 0.15f
#define SENTENCE_STEP 0.08f
#define KIND_WEIGHT 0.5f /* of a decision that knows the kind of the word only */

typedef struct {
  BelSegmenter segmenter; /* tables only, while decisions are collected */
  BelBinaryTrainer *split;
  BelBinaryTrainer *ends;
  GHashTable *fused;   /* hash of a run of letters → places */
  GHashTable *runs;    /* hash of a run of letters → how often it was seen */
  GHashTable *n_fused; /* the same → how often it was two words */
  uint32_t n_missed;   /* words that begin where none is looked for */
  GPtrArray *endings;  /* abbreviations that may end a sentence */
  uint32_t n_blocks;
  uint32_t n_made; /* places altered to hold one */
} Trainer;

typedef struct {
  BelGlyphs glyphs;
  BelChunks chunks;
  bool *word;     /* by glyph: a gold word begins */
  bool *sentence; /* by glyph */
} Gold;

static BelDocument *
read_document (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return NULL;
  BelDocument *document = bel_document_new (NULL, path, bytes);
  bel_conllu_read (document, BEL_CONLLU_WORDS, NULL);
  return document;
}

static void
mark_starts (Gold *gold, BelArena *arena, const BelDocument *document, const BelBlock *block)
{
  gold->word = bel_arena_new_array (arena, bool, gold->glyphs.n + 1);
  gold->sentence = bel_arena_new_array (arena, bool, gold->glyphs.n + 1);
  uint32_t glyph = 0;
  for (uint32_t s = block->first_sentence; s < block->first_sentence + block->n_sentences; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
      while (glyph < gold->glyphs.n && gold->glyphs.offset[glyph] < document->tokens.span[t].start)
        glyph++;
      gold->word[glyph] = true;
      gold->sentence[glyph] |= t == sentence->first_token;
    }
  }
}

static void
gold_init (Gold *gold, BelArena *arena, const BelDocument *document, const BelBlock *block)
{
  *gold = (Gold){ 0 };
  bel_glyphs_init (&gold->glyphs, arena, document, block->span);
  bel_chunks_find (&gold->chunks, arena, &gold->glyphs);
  mark_starts (gold, arena, document, block);
}

typedef void BlockVisitor (Trainer *trainer, BelArena *arena, const Gold *gold);

static gboolean
visit_blocks (Trainer *trainer, char **paths, BlockVisitor *visit, GError **error)
{
  for (char **path = paths; path && *path; path++) {
    g_autoptr (BelDocument) document = read_document (*path, error);
    if (!document)
      return FALSE;
    g_autoptr (BelArena) arena = bel_arena_new ();
    for (uint32_t b = 0; b < document->blocks.n; b++) {
      Gold gold;
      bel_arena_reset (arena);
      gold_init (&gold, arena, document, &document->blocks.items[b]);
      visit (trainer, arena, &gold);
    }
  }
  return TRUE;
}

/* -- fused words ----------------------------------------------------------------------------- */

static void
count (GHashTable *table, uint32_t hash, uint32_t n)
{
  gpointer key = GUINT_TO_POINTER (hash);
  g_hash_table_insert (table, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (table, key)) + n));
}

static void
count_run (Trainer *trainer, const Gold *gold, uint32_t start, uint32_t end)
{
  if (end - start > 32 || (end < gold->glyphs.n && gold->glyphs.code[end] == '\''))
    return;
  uint32_t hash = bel_segmenter_hash (&gold->glyphs, start, end), places = 0;
  for (uint32_t i = start + 1; i < end && i - start <= 8; i++)
    if (gold->word[i])
      places |= 1u << (i - start - 1);
  count (trainer->runs, hash, 1);
  if (!places)
    return;
  count (trainer->n_fused, hash, 1);
  gpointer key = GUINT_TO_POINTER (hash);
  places |= GPOINTER_TO_UINT (g_hash_table_lookup (trainer->fused, key));
  g_hash_table_insert (trainer->fused, key, GUINT_TO_POINTER (places));
}

static void
count_runs (Trainer *trainer, BelArena *arena, const Gold *gold)
{
  (void) arena;
  uint32_t i = 0;
  while (i < gold->glyphs.n) {
    uint32_t start = i;
    while (i < gold->glyphs.n && bel_glyph_is_letter (&gold->glyphs, i))
      i++;
    if (i > start)
      count_run (trainer, gold, start, i);
    else
      i++;
  }
}

/* Seen twice, and in more than one of fifty places: "dont", "its"; not every plural that once lacked its apostrophe. */
static gboolean
is_seldom_fused (gpointer key, gpointer value, gpointer user)
{
  (void) value;
  const Trainer *trainer = user;
  uint32_t n = GPOINTER_TO_UINT (g_hash_table_lookup (trainer->n_fused, key));
  uint32_t n_runs = GPOINTER_TO_UINT (g_hash_table_lookup (trainer->runs, key));
  return n < 2 || n * 50 < n_runs;
}

/* -- decisions ------------------------------------------------------------------------------- */

/* A second time without the word itself, when its kind is known: so that a kind speaks for words not seen. */
static void
add_decision (BelBinaryTrainer *trainer, BelFeatures *features, bool yes, bool known)
{
  bel_binary_trainer_add (trainer, features, yes, 1.0f);
  if (!known)
    return;
  features->n = features->n_plain;
  bel_binary_trainer_add (trainer, features, yes, KIND_WEIGHT);
}

/* Whether the word from glyph @start on is of a known kind, or an initial. */
static bool
kind_of (const Trainer *trainer, const Gold *gold, uint32_t start, uint32_t end)
{
  return end - start == 1
         || (end - start < 16
             && bel_word_table_find (&trainer->segmenter.kinds, bel_segmenter_hash (&gold->glyphs, start, end)));
}

static void
collect_splits (Trainer *trainer, BelArena *arena, const Gold *gold, uint32_t c, BelPieces *pieces)
{
  const BelChunk *chunk = &gold->chunks.items[c];
  uint32_t start = chunk->start;
  BelFeatures features;
  for (uint32_t i = chunk->start + 1; i < chunk->end; i++) {
    bool possible = bel_split_possible (&trainer->segmenter, &gold->glyphs, chunk, i);
    if (possible && !bel_split_certain (&gold->glyphs, chunk, i)) {
      bel_split_features (&trainer->segmenter, &gold->glyphs, &gold->chunks, c, start, i, &features);
      bool stop = gold->glyphs.code[i] == '.';
      add_decision (trainer->split, &features, gold->word[i], stop && kind_of (trainer, gold, start, i));
    }
    trainer->n_missed += gold->word[i] && !possible;
    if (!gold->word[i])
      continue;
    bel_pieces_add (pieces, arena, &trainer->segmenter, &gold->glyphs, chunk, start, i);
    start = i;
  }
  bel_pieces_add (pieces, arena, &trainer->segmenter, &gold->glyphs, chunk, start, chunk->end);
}

/* The piece that @text would be. */
static BelPiece
make_piece (const Trainer *trainer, BelArena *arena, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "word", bytes);
  BelGlyphs glyphs;
  BelChunks chunks = { 0 };
  BelPieces pieces = { 0 };
  bel_glyphs_init (&glyphs, arena, document, BEL_SPAN (0, document->n_text));
  bel_chunks_find (&chunks, arena, &glyphs);
  bel_pieces_add (&pieces, arena, &trainer->segmenter, &glyphs, &chunks.items[0], 0, glyphs.n);
  pieces.items[0].after_break = false;
  return pieces.items[0];
}

/* The treebanks have "U.S." at the end of a sentence a handful of times. At one full stop of eight that ends a sentence
 * an abbreviation is put in its place, and as often in that of a word before a capital within a sentence: what comes
 * next tells them apart. */
static void
collect_abbreviation (Trainer *trainer, const BelBreakState *state, BelArena *arena, const BelPieces *pieces,
                      uint32_t i, bool first)
{
  BelPiece *before = &pieces->items[i - 1];
  uint8_t next = pieces->items[i].shape;
  bool ends = first && before->shape == BEL_SHAPE_STOP;
  bool goes_on = !first && before->shape == BEL_SHAPE_LOWER && next >= BEL_SHAPE_CAPITAL && next <= BEL_SHAPE_CAPITALS;
  if (i < 2 || !(ends || goes_on) || trainer->n_made++ % 8 != 0)
    return;
  const BelPiece saved = *before;
  BelFeatures features;
  *before = make_piece (trainer, arena, trainer->endings->pdata[trainer->n_made * 7 % trainer->endings->len]);
  before->start = saved.start;
  bel_break_features (state, pieces, i, &features);
  bel_binary_trainer_add (trainer->ends, &features, first, 0.5f);
  features.n = features.n_plain;
  bel_binary_trainer_add (trainer->ends, &features, first, 0.5f);
  *before = saved;
}

static bool
reports (const BelPieces *pieces, uint32_t i)
{
  return i < pieces->n && pieces->items[i].kind == BEL_KIND_REPORT;
}

/* "… called a gift." Critics …: a closing mark after one stop of eight that ends a sentence. */
static void
collect_closing_mark (Trainer *trainer, const BelBreakState *state, BelArena *arena, const BelPieces *pieces,
                      uint32_t i)
{
  if (i < 3 || pieces->items[i - 1].shape != BEL_SHAPE_STOP || reports (pieces, i) || reports (pieces, i + 1)
      || reports (pieces, i + 2) || trainer->n_made++ % 8 != 0)
    return;
  BelPiece *word = &pieces->items[i - 2], *stop = &pieces->items[i - 1];
  const BelPiece saved[2] = { *word, *stop };
  BelFeatures features;
  *word = saved[1];
  *stop = make_piece (trainer, arena, trainer->n_made & 1 ? "\"" : "”");
  stop->shape = BEL_SHAPE_CLOSE_QUOTE;
  stop->space_before = false;
  bel_break_features (state, pieces, i, &features);
  bel_binary_trainer_add (trainer->ends, &features, TRUE, 0.5f);
  *word = saved[0];
  *stop = saved[1];
}

/* The treebanks have many a "…," she said. but hardly a "…?" she asked. Of each of the one kind one of the other is
 * made, in which the sentence goes on as well. */
static void
collect_question (Trainer *trainer, const BelBreakState *state, const BelPieces *pieces, uint32_t i)
{
  if (i < 2 || pieces->items[i - 1].shape != BEL_SHAPE_CLOSE_QUOTE || pieces->items[i - 2].shape != BEL_SHAPE_COMMA
      || !(reports (pieces, i) || reports (pieces, i + 1) || reports (pieces, i + 2)))
    return;
  static const char MARKS[] = "?!";
  BelPiece *comma = &pieces->items[i - 2];
  const BelPiece saved = *comma;
  for (const char *mark = MARKS; *mark; mark++) {
    uint32_t code = (uint8_t) *mark;
    uint8_t class = BEL_GLYPH_PUNCT;
    BelGlyphs glyph = { .n = 1, .code = &code, .lower = &code, .class = &class };
    BelFeatures features;
    comma->shape = BEL_SHAPE_QUESTION;
    comma->hash = comma->suffix = bel_segmenter_hash (&glyph, 0, 1);
    bel_break_features (state, pieces, i, &features);
    bel_binary_trainer_add (trainer->ends, &features, FALSE, 1.0f);
  }
  *comma = saved;
}

/* One paragraph in five once more As It Would Stand In a Headline: words of more than three letters, and the first of a
 * sentence, with capitals. */
static void
collect_headline (Trainer *trainer, BelArena *arena, const Gold *gold, BelPieces *pieces)
{
  BelBreakState state;
  BelFeatures features;
  if (trainer->n_blocks++ % 5 != 0 || pieces->n > 60)
    return;
  for (uint32_t i = 0; i < pieces->n; i++)
    if (pieces->items[i].shape == BEL_SHAPE_LOWER && pieces->items[i].n_letters > 3 && !pieces->items[i].part)
      pieces->items[i].shape = BEL_SHAPE_CAPITAL;
  bel_break_begin (&state, arena, pieces);
  for (uint32_t i = 0; i < pieces->n; i++) {
    bool first = gold->sentence[pieces->items[i].start];
    if (i > 0 && bel_break_possible (pieces, i)) {
      bel_break_features (&state, pieces, i, &features);
      bel_binary_trainer_add (trainer->ends, &features, first, 0.5f);
    }
    bel_break_step (&state, pieces, i, first || i == 0);
  }
}

static void
collect (Trainer *trainer, BelArena *arena, const Gold *gold)
{
  BelPieces pieces = { 0 };
  BelBreakState state;
  BelFeatures features;
  for (uint32_t c = 0; c < gold->chunks.n; c++)
    collect_splits (trainer, arena, gold, c, &pieces);
  bel_break_begin (&state, arena, &pieces);
  for (uint32_t i = 0; i < pieces.n; i++) {
    bool first = gold->sentence[pieces.items[i].start];
    if (i > 0 && bel_break_possible (&pieces, i)) {
      bel_break_features (&state, &pieces, i, &features);
      add_decision (trainer->ends, &features, first, pieces.items[i - 1].kind > 0);
      collect_abbreviation (trainer, &state, arena, &pieces, i, first);
      if (first)
        collect_closing_mark (trainer, &state, arena, &pieces, i);
      else
        collect_question (trainer, &state, &pieces, i);
    }
    bel_break_step (&state, &pieces, i, first || i == 0);
  }
  collect_headline (trainer, arena, gold, &pieces);
}

/* -- the section ----------------------------------------------------------------------------- */

static GByteArray *
make_section (const int8_t *split, const int8_t *ends, const BelWordTableImage *kinds, const BelWordTableImage *fused)
{
  BelSegmenterHeader header = { LOG2_SPLIT, LOG2_ENDS, kinds->n_slots, fused->n_slots };
  GByteArray *section = g_byte_array_new ();
  g_byte_array_append (section, (const guint8 *) &header, sizeof header);
  g_byte_array_append (section, (const guint8 *) split, 1u << LOG2_SPLIT);
  g_byte_array_append (section, (const guint8 *) ends, 1u << LOG2_ENDS);
  g_byte_array_append (section, (const guint8 *) kinds->hashes, 4 * kinds->n_slots);
  g_byte_array_append (section, (const guint8 *) fused->hashes, 4 * fused->n_slots);
  g_byte_array_append (section, kinds->values, kinds->n_slots);
  g_byte_array_append (section, fused->values, fused->n_slots);
  return section;
}

static void
view_table (BelWordTable *table, const BelWordTableImage *image)
{
  *table = (BelWordTable){ image->n_slots - 1, image->hashes, image->values };
}

/* Abbreviations that may end a sentence, as they are written: "U.S.", "p.m.", "Inc.". */
static void
read_endings (GPtrArray *endings, const char *path)
{
  static const struct {
    const char *kind;
    enum { UPPER, CAPITAL, LOWER } as;
  } KINDS[] = { { "body", UPPER }, { "time", LOWER }, { "after", CAPITAL }, { "last", LOWER }, { "place", CAPITAL } };
  g_autofree char *text = NULL;
  g_file_get_contents (path, &text, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  for (char **line = lines; *line; line++) {
    const char *colon = strchr (*line, ':');
    for (size_t k = 0; colon && k < G_N_ELEMENTS (KINDS); k++) {
      if (strlen (KINDS[k].kind) != (size_t) (colon - *line) || !g_str_has_prefix (*line, KINDS[k].kind))
        continue;
      g_auto (GStrv) words = g_strsplit (colon + 1, " ", -1);
      for (char **word = words; *word; word++) {
        if (!**word)
          continue;
        char *written = g_strconcat (*word, ".", NULL);
        for (char *p = written; *p; p++)
          if (KINDS[k].as == UPPER || (KINDS[k].as == CAPITAL && p == written))
            *p = g_ascii_toupper (*p);
        g_ptr_array_add (endings, written);
      }
    }
  }
}

static gboolean
learn_section (Trainer *trainer, const TrainOptions *options, GHashTable *words, GError **error)
{
  BelWordTableImage kinds, fused;
  g_hash_table_foreach_remove (trainer->fused, is_seldom_fused, trainer);
  bel_word_table_make (&kinds, words);
  bel_word_table_make (&fused, trainer->fused);
  view_table (&trainer->segmenter.kinds, &kinds);
  view_table (&trainer->segmenter.fused, &fused);
  read_endings (trainer->endings, options->sentence_words);
  gboolean good = visit_blocks (trainer, options->train, collect, error);
  train_log ("%u words of known kind, %u fused words; %u words begin where none is looked for",
             g_hash_table_size (words), g_hash_table_size (trainer->fused), trainer->n_missed);
  if (good) {
    uint32_t n_epochs = (uint32_t) options->epochs, seed = (uint32_t) options->seed;
    g_autofree int8_t *split = bel_binary_trainer_run (trainer->split, n_epochs, WORD_STEP, 2, seed, "words");
    g_autofree int8_t *ends = bel_binary_trainer_run (trainer->ends, n_epochs, SENTENCE_STEP, 2, seed, "sentences");
    g_autoptr (GByteArray) section = make_section (split, ends, &kinds, &fused);
    good = train_put (options, "TOKS", section, error);
  }
  bel_word_table_clear (&kinds);
  bel_word_table_clear (&fused);
  return good;
}

/* -- scoring --------------------------------------------------------------------------------- */

static void
show_score (const char *path, const char *what, uint32_t hits, uint32_t said, uint32_t asked)
{
  train_log ("%s: %s P %.2f R %.2f F1 %.2f (%u)", path, what, 100.0 * hits / MAX (said, 1),
             100.0 * hits / MAX (asked, 1), 200.0 * hits / MAX (said + asked, 1), asked);
}

static bool
same_span (BelSpan a, BelSpan b)
{
  return a.start == b.start && a.end == b.end;
}

/* The gold blocks are given, as the reader of documents gives them. */
static gboolean
score_file (const BelModel *model, const char *path, GError **error)
{
  g_autoptr (BelDocument) gold = read_document (path, error);
  if (!gold)
    return FALSE;
  g_autoptr (GBytes) text = g_bytes_new (gold->text, gold->n_text);
  g_autoptr (BelDocument) mine = bel_document_new (NULL, path, text);
  for (uint32_t b = 0; b < gold->blocks.n; b++)
    bel_document_add_block (mine, BEL_BLOCK_PARAGRAPH, gold->blocks.items[b].span);
  bel_syntax_segment (model, mine, NULL);
  uint32_t hits = 0;
  for (uint32_t i = 0, k = 0; i < gold->tokens.n; i++) {
    while (k < mine->tokens.n && mine->tokens.span[k].start < gold->tokens.span[i].start)
      k++;
    hits += k < mine->tokens.n && same_span (mine->tokens.span[k], gold->tokens.span[i]);
  }
  show_score (path, "words", hits, mine->tokens.n, gold->tokens.n);
  hits = 0;
  for (uint32_t i = 0, k = 0; i < gold->sentences.n; i++) {
    BelSpan span = gold->sentences.items[i].span;
    while (k < mine->sentences.n && mine->sentences.items[k].span.start < span.start)
      k++;
    hits += k < mine->sentences.n && same_span (mine->sentences.items[k].span, span);
  }
  show_score (path, "sentences", hits, mine->sentences.n, gold->sentences.n);
  return TRUE;
}

gboolean
train_tokens (const TrainOptions *options, GError **error)
{
  g_autoptr (BelBinaryTrainer) split = bel_binary_trainer_new (LOG2_SPLIT);
  g_autoptr (BelBinaryTrainer) ends = bel_binary_trainer_new (LOG2_ENDS);
  g_autoptr (GHashTable) words = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) fused = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) runs = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) n_fused = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) endings = g_ptr_array_new_with_free_func (g_free);
  Trainer trainer
      = { .split = split, .ends = ends, .fused = fused, .runs = runs, .n_fused = n_fused, .endings = endings };
  if (!options->sentence_words) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "--sentence-words is needed");
    return FALSE;
  }
  if (!bel_word_table_read_kinds (words, options->sentence_words, error)
      || !visit_blocks (&trainer, options->train, count_runs, error)
      || !learn_section (&trainer, options, words, error))
    return FALSE;
  g_autoptr (BelModel) model = train_open (options, error);
  for (char **path = options->dev; model && path && *path; path++)
    if (!score_file (model, *path, error))
      return FALSE;
  return model != NULL;
}
