/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/mend.h"
#include "syntax/model-private.h"

#include "base/limits.h"

#include <string.h>

#define MOST_SENTENCES BEL_PARSER_BATCH
#define MOST_WORDS MAX (BEL_LIMIT_SENTENCE_TOKENS, BEL_PARSER_BATCH)

/* Sentences put together to go through the parser at once. */
typedef struct {
  BelParserScratch *scratch;
  BelWord *words;
  uint8_t *tags;
  BelParsed *parsed;
  uint32_t *starts; /* of sentences among the words; one more */
  uint32_t *first;  /* tokens of the document they begin at */
  uint32_t n;
} Batch;

#define LEAST_TITLE 3u /* long words */
#define LONG_WORD 4u   /* letters; shorter ones are written small in headlines too */

/* Whether the sentence is set as headlines are: every long word with a capital, as good as. */
static bool
is_title (const BelDocument *document, uint32_t first, uint32_t n)
{
  uint32_t n_long = 0, n_capital = 0;
  for (uint32_t t = first; t < first + n; t++) {
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[t]);
    bool is_long = strlen (form) >= LONG_WORD && g_ascii_isalpha (form[0]);
    n_long += is_long;
    n_capital += is_long && g_ascii_isupper (form[0]);
  }
  return n_long >= LEAST_TITLE && n_capital * 6 >= n_long * 5;
}

/* Words that are names in small letters too. */
#define ALWAYS_NAMES (BEL_NAME_CALENDAR | BEL_NAME_COUNTRY | BEL_NAME_STATE)

/* In a headline a capital says nothing: words that the parser knows are looked at without. */
static void
lower_title (const BelModel *model, const BelDocument *document, uint32_t first, uint32_t n, BelWord *words)
{
  for (uint32_t i = 0; i < n; i++) {
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[first + i]);
    uint32_t rows[BEL_N_GROUPS];
    bel_parser_input (&model->parser.shape, &model->parser.vocabulary, &words[i], 0, rows);
    if (words[i].capital != 1 || rows[BEL_GROUP_WORD] == 0)
      continue;
    g_autofree char *lower = g_utf8_strdown (form, -1);
    if (bel_namer_bits (&model->namer, bel_namer_key (lower, strlen (lower))) & ALWAYS_NAMES)
      continue;
    bel_word_init (&words[i], &model->lexicon, lower, strlen (lower));
  }
}

static bool
has_finite_verb (const BelTagger *tagger, const uint8_t *tags, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    BelXpos xpos = tagger->pairs[tags[i]].xpos;
    if (xpos == BEL_XPOS_VBZ || xpos == BEL_XPOS_VBD || xpos == BEL_XPOS_VBP || xpos == BEL_XPOS_MD)
      return true;
  }
  return false;
}

static void
look_up_words (const BelModel *model, const BelDocument *document, uint32_t first, uint32_t n, BelWord *words)
{
  for (uint32_t i = 0; i < n; i++) {
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[first + i]);
    bel_word_init (&words[i], &model->lexicon, form, strlen (form));
  }
}

static bool
is_open_class (BelPos pos)
{
  return pos == BEL_POS_NOUN || pos == BEL_POS_VERB || pos == BEL_POS_AUX || pos == BEL_POS_ADJ || pos == BEL_POS_ADV;
}

/* "Foreign Minister Orlov met Justice Minister Lind": headlines leave nothing small but prepositions and the like. */
static bool
has_small_word (const BelTagger *tagger, const BelWord *words, const uint8_t *tags, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    if (words[i].capital == 0 && is_open_class (tagger->pairs[tags[i]].pos))
      return true;
  return false;
}

/* Words and tags. A headline that says something is read without its capitals; a mere title keeps them. */
static void
look_up_sentence (const BelModel *model, const BelDocument *document, uint32_t first, uint32_t n, BelWord *words,
                  uint8_t *tags)
{
  look_up_words (model, document, first, n, words);
  bel_tagger_run (&model->tagger, words, n, tags);
  if (!is_title (document, first, n) || has_small_word (&model->tagger, words, tags, n))
    return;
  lower_title (model, document, first, n, words);
  bel_tagger_run (&model->tagger, words, n, tags);
  if (has_finite_verb (&model->tagger, tags, n))
    return;
  look_up_words (model, document, first, n, words);
  bel_tagger_run (&model->tagger, words, n, tags);
}

static void
set_tokens (const BelModel *model, BelDocument *document, uint32_t first, uint32_t n, const BelParsed *parsed)
{
  BelTokens *tokens = &document->tokens;
  for (uint32_t i = 0; i < n; i++) {
    tokens->pos[first + i] = model->tagger.pairs[parsed[i].tag].pos;
    tokens->xpos[first + i] = model->tagger.pairs[parsed[i].tag].xpos;
    tokens->head[first + i] = parsed[i].head == BEL_NONE ? BEL_NONE : first + parsed[i].head;
    tokens->dep[first + i] = parsed[i].dep;
    tokens->arc_score[first + i] = parsed[i].arc_score;
  }
}

static void
flush (const BelModel *model, BelDocument *document, Batch *batch)
{
  bel_parser_run (&model->parser, model->kernels, &model->lexicon, batch->scratch, batch->words, batch->tags,
                  batch->starts, batch->n, batch->parsed);
  for (uint32_t s = 0; s < batch->n; s++)
    set_tokens (model, document, batch->first[s], batch->starts[s + 1] - batch->starts[s],
                batch->parsed + batch->starts[s]);
  batch->n = 0;
}

static void
add (const BelModel *model, BelDocument *document, Batch *batch, uint32_t first, uint32_t n)
{
  if (batch->n > 0 && (batch->starts[batch->n] + n > BEL_PARSER_BATCH || batch->n == MOST_SENTENCES))
    flush (model, document, batch);
  uint32_t at = batch->n ? batch->starts[batch->n] : 0;
  batch->starts[batch->n] = at;
  look_up_sentence (model, document, first, n, batch->words + at, batch->tags + at);
  batch->first[batch->n++] = first;
  batch->starts[batch->n] = at + n;
}

/* The parts of a sentence that was too long (given so, not split by us): their roots go under the first. */
static void
join_parts (BelDocument *document, const BelSentence *sentence)
{
  uint32_t root = BEL_NONE;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    if (document->tokens.head[t] != BEL_NONE)
      continue;
    if (root == BEL_NONE) {
      root = t;
    } else {
      document->tokens.head[t] = root;
      document->tokens.dep[t] = BEL_DEP_PARATAXIS;
    }
  }
}

void
bel_syntax_annotate (const BelModel *model, BelDocument *document)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  Batch batch = {
    .scratch = bel_parser_scratch_new (&model->parser, arena),
    .words = bel_arena_new_array (arena, BelWord, MOST_WORDS),
    .tags = bel_arena_new_array (arena, uint8_t, MOST_WORDS),
    .parsed = bel_arena_new_array (arena, BelParsed, MOST_WORDS),
    .starts = bel_arena_new_array (arena, uint32_t, MOST_SENTENCES + 1),
    .first = bel_arena_new_array (arena, uint32_t, MOST_SENTENCES),
  };
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    for (uint32_t at = 0; at < sentence->n_tokens; at += BEL_LIMIT_SENTENCE_TOKENS)
      add (model, document, &batch, sentence->first_token + at,
           MIN (sentence->n_tokens - at, BEL_LIMIT_SENTENCE_TOKENS));
  }
  flush (model, document, &batch);
  for (uint32_t s = 0; s < document->sentences.n; s++)
    if (document->sentences.items[s].n_tokens > BEL_LIMIT_SENTENCE_TOKENS)
      join_parts (document, &document->sentences.items[s]);
  bel_syntax_mend (document);
  bel_document_index_children (document);
  bel_syntax_names (model, document);
}
