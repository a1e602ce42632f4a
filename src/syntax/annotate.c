/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/model-private.h"
#include "syntax/transition.h"

#include <string.h>

/* Working memory for one sentence after the other. */
typedef struct {
  BelWord *words;
  uint8_t *tags;
  BelTransitionState *state;
} Scratch;

static void
look_up_words (const BelModel *model, const BelDocument *document, uint32_t first, uint32_t n, BelWord *words)
{
  for (uint32_t i = 0; i < n; i++) {
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[first + i]);
    bel_word_init (&words[i], &model->lexicon, form, strlen (form));
  }
}

static void
set_tags (const BelTagger *tagger, BelDocument *document, uint32_t first, uint32_t n, const uint8_t *tags)
{
  for (uint32_t i = 0; i < n; i++) {
    document->tokens.pos[first + i] = tagger->pairs[tags[i]].pos;
    document->tokens.xpos[first + i] = tagger->pairs[tags[i]].xpos;
  }
}

static void
set_tree (BelDocument *document, uint32_t first, const BelTransitionState *state)
{
  for (uint32_t i = 0; i < state->n; i++) {
    document->tokens.head[first + i] = state->head[i] == state->n ? BEL_NONE : first + state->head[i];
    document->tokens.dep[first + i] = state->dep[i];
  }
}

/* Sentences are at most BEL_LIMIT_SENTENCE_TOKENS long; of a longer one (given, not split by us) the
 * parts are parsed one by one and their roots hung under the first. */
static void
annotate_part (const BelModel *model, BelDocument *document, uint32_t first, uint32_t n, Scratch *scratch)
{
  look_up_words (model, document, first, n, scratch->words);
  bel_tagger_run (&model->tagger, scratch->words, n, scratch->tags);
  set_tags (&model->tagger, document, first, n, scratch->tags);
  bel_transition_start (scratch->state, scratch->words, scratch->tags, n);
  bel_transition_run (&model->transition, scratch->state);
  set_tree (document, first, scratch->state);
}

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
  Scratch scratch = { bel_arena_new_array (arena, BelWord, BEL_LIMIT_SENTENCE_TOKENS),
                      bel_arena_new_array (arena, uint8_t, BEL_LIMIT_SENTENCE_TOKENS),
                      bel_arena_new_struct (arena, BelTransitionState) };
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    for (uint32_t at = 0; at < sentence->n_tokens; at += BEL_LIMIT_SENTENCE_TOKENS)
      annotate_part (model, document, sentence->first_token + at,
                     MIN (sentence->n_tokens - at, BEL_LIMIT_SENTENCE_TOKENS), &scratch);
    if (sentence->n_tokens > BEL_LIMIT_SENTENCE_TOKENS)
      join_parts (document, sentence);
  }
  bel_document_index_children (document);
  bel_syntax_names (model, document);
}
