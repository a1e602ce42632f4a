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

static void
look_up_words (const BelModel *model, const BelDocument *document, uint32_t first, uint32_t n, BelWord *words)
{
  for (uint32_t i = 0; i < n; i++) {
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[first + i]);
    bel_word_init (&words[i], &model->lexicon, form, strlen (form));
  }
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
  look_up_words (model, document, first, n, batch->words + at);
  bel_tagger_run (&model->tagger, batch->words + at, n, batch->tags + at);
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
