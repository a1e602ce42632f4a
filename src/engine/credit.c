/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "engine/credit.h"

#include "rule/lexicon.h"

/* Longer sentences than this tell a story. */
#define MAX_CREDIT_TOKENS 45u

/* "reported from Bergen", but not "reported from Bergen that the talks had failed". */
static bool
is_credit (const BelLexicon *lexicon, const BelDocument *document, const BelSentence *sentence)
{
  if (sentence->n_tokens > MAX_CREDIT_TOKENS)
    return false;
  for (uint32_t i = 0; i < sentence->n_tokens; i++) {
    uint32_t t = sentence->first_token + i;
    if (bel_lexicon_at (lexicon, document, t, NULL))
      return bel_child_base (document, t, BEL_DEP_CCOMP) == BEL_NONE;
  }
  return false;
}

static bool
is_credit_block (const BelLexicon *lexicon, const BelDocument *document, const BelBlock *block)
{
  for (uint32_t s = 0; s < block->n_sentences; s++)
    if (!is_credit (lexicon, document, &document->sentences.items[block->first_sentence + s]))
      return false;
  return block->n_sentences > 0;
}

void
bel_credits_mark (const BelProgram *program, BelDocument *document)
{
  const BelLexicon *lexicon = bel_program_lexicon (program, "credit-phrase");
  /* a text of one block is no story with a foot */
  for (uint32_t i = document->blocks.n; lexicon && i > 1; i--) {
    BelBlock *block = &document->blocks.items[i - 1];
    if (block->kind != BEL_BLOCK_PARAGRAPH || !is_credit_block (lexicon, document, block))
      break;
    block->kind = BEL_BLOCK_CREDIT;
  }
}
