/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Wire conventions inside markup: the reader knows what is a paragraph, the form tells a byline from a lead. */
#include "document/wire.h"

static bool
is_body (BelBlockKind kind)
{
  return kind == BEL_BLOCK_PARAGRAPH || kind == BEL_BLOCK_QUOTE || kind == BEL_BLOCK_LIST_ITEM;
}

/* Returns: whether the paragraph is still part of the head. */
static bool
refine_head (BelDocument *document, BelBlock *block)
{
  const char *text = bel_document_text (document, block->span);
  BelDay day;
  if (bel_wire_is_date_line (text, bel_span_length (block->span), &day)) {
    block->kind = BEL_BLOCK_META;
    if (document->date == BEL_DAY_NONE)
      document->date = day;
    return true;
  }
  if (!bel_wire_is_byline (text, bel_span_length (block->span)))
    return false;
  block->kind = BEL_BLOCK_BYLINE;
  return true;
}

static void
take_dateline (BelDocument *document, const BelDateline *line, BelSpan block)
{
  if (!document->place && !bel_span_is_empty (line->place))
    document->place = bel_arena_strndup (document->arena, document->text + block.start + line->place.start,
                                         bel_span_length (line->place));
  if (document->date == BEL_DAY_NONE)
    document->date = line->date;
}

static void
split_dateline (BelDocument *document, BelBlock block)
{
  BelDateline line = bel_wire_dateline (bel_document_text (document, block.span), bel_span_length (block.span));
  if (line.n_bytes && line.n_bytes < bel_span_length (block.span)) {
    uint32_t end = block.span.start + line.n_bytes;
    take_dateline (document, &line, block.span);
    while (end > block.span.start && g_ascii_isspace (document->text[end - 1]))
      end--;
    bel_document_add_block (document, BEL_BLOCK_DATELINE, BEL_SPAN (block.span.start, end));
    block.span.start += line.n_bytes;
  }
  bel_vec_push (document->arena, &document->blocks, block);
}

void
bel_wire_refine (BelDocument *document)
{
  BelBlock *blocks = document->blocks.items;
  uint32_t n = document->blocks.n;
  bool in_head = true;
  document->blocks.items = NULL;
  document->blocks.n = document->blocks.cap = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (!is_body (blocks[i].kind)) {
      bel_vec_push (document->arena, &document->blocks, blocks[i]);
      continue;
    }
    if (in_head && refine_head (document, &blocks[i])) {
      bel_vec_push (document->arena, &document->blocks, blocks[i]);
      continue;
    }
    in_head = false;
    split_dateline (document, blocks[i]);
  }
}
