/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "document/document.h"

BelDocument *
bel_document_new (BelSymbols *symbols_base, const char *name, GBytes *bytes)
{
  BelArena *arena = bel_arena_new ();
  BelDocument *document = bel_arena_new_struct (arena, BelDocument);
  document->arena = arena;
  document->symbols = bel_symbols_new (symbols_base);
  document->name = bel_arena_strdup (arena, name);
  document->bytes = g_bytes_ref (bytes);
  gsize size;
  document->source = g_bytes_get_data (bytes, &size);
  document->n_source = (uint32_t) size;
  document->text = document->source ? document->source : "";
  document->n_text = document->n_source;
  document->date = BEL_DAY_NONE;
  return document;
}

void
bel_document_free (BelDocument *document)
{
  if (!document)
    return;
  g_bytes_unref (document->bytes);
  bel_symbols_unref (document->symbols);
  bel_arena_free (document->arena);
}

/* Index of the last piece that begins at or before @offset; the first when there is none. */
static uint32_t
piece_at (const BelDocument *document, uint32_t offset)
{
  uint32_t low = 0, high = document->pieces.n;
  while (high - low > 1) {
    uint32_t middle = (low + high) / 2;
    if (document->pieces.items[middle].visible <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static uint32_t
source_of (const BelDocument *document, uint32_t offset, bool is_end)
{
  if (document->pieces.n == 0)
    return offset;
  /* an end belongs to the piece of the byte before it */
  uint32_t at = is_end && offset > 0 ? offset - 1 : offset;
  const BelSpanPiece *piece = &document->pieces.items[piece_at (document, at)];
  if (at < piece->visible)
    return piece->source;
  uint32_t into = at - piece->visible;
  if (into >= piece->n_bytes)
    return piece->source + piece->n_source_bytes;
  if (piece->n_bytes == piece->n_source_bytes)
    return piece->source + into + (is_end && offset > 0 ? 1 : 0);
  return is_end ? piece->source + piece->n_source_bytes : piece->source;
}

BelSpan
bel_document_source_span (const BelDocument *document, BelSpan span)
{
  uint32_t start = source_of (document, span.start, false);
  if (bel_span_is_empty (span))
    return BEL_SPAN (start, start);
  uint32_t end = source_of (document, span.end, true);
  return BEL_SPAN (start, MAX (start, end));
}

BelPosition
bel_document_position (BelDocument *document, uint32_t source_offset)
{
  if (!document->lines)
    document->lines = bel_linemap_new (document->arena, document->source, document->n_source);
  return bel_linemap_position (document->lines, source_offset);
}

BelBlock *
bel_document_add_block (BelDocument *document, BelBlockKind kind, BelSpan span)
{
  BelBlock *block = bel_vec_add (document->arena, &document->blocks);
  block->kind = kind;
  block->span = span;
  return block;
}

void
bel_document_alloc_tokens (BelDocument *document, uint32_t n)
{
  BelArena *arena = document->arena;
  BelTokens *t = &document->tokens;
  *t = (BelTokens){ .n = n };
  t->span = bel_arena_new_array (arena, BelSpan, n);
  t->form = bel_arena_new_array (arena, BelSym, n);
  t->lower = bel_arena_new_array (arena, BelSym, n);
  t->lemma = bel_arena_new_array (arena, BelSym, n);
  t->pos = bel_arena_new_array (arena, uint8_t, n);
  t->xpos = bel_arena_new_array (arena, uint8_t, n);
  t->feats = bel_arena_new_array (arena, BelFeats, n);
  t->head = bel_arena_new_array (arena, uint32_t, n);
  t->dep = bel_arena_new_array (arena, uint8_t, n);
  t->sentence = bel_arena_new_array (arena, uint32_t, n);
  t->name = bel_arena_new_array (arena, uint8_t, n);
  t->sort = bel_arena_new_array (arena, uint8_t, n);
  t->name_first = bel_arena_new_array (arena, uint8_t, n);
  t->space_after = bel_arena_new_array (arena, uint8_t, n);
  t->mwt = bel_arena_new_array (arena, uint8_t, n);
  t->arc_score = bel_arena_new_array (arena, uint8_t, n);
  t->child_start = bel_arena_new_array (arena, uint32_t, n + 1);
  t->child = bel_arena_new_array (arena, uint32_t, n);
  t->subtree_first = bel_arena_new_array (arena, uint32_t, n);
  t->subtree_last = bel_arena_new_array (arena, uint32_t, n);
  for (uint32_t i = 0; i < n; i++) {
    t->head[i] = BEL_NONE;
    t->mwt[i] = 1;
  }
}

/* Goes up from each leaf, and on to the next head as soon as all its children have been. @left: children yet
 * to come. Each word is left once: linear. */
static void
index_subtrees (BelTokens *t, uint32_t *left)
{
  for (uint32_t i = 0; i < t->n; i++) {
    t->subtree_first[i] = t->subtree_last[i] = i;
    left[i] = t->child_start[i + 1] - t->child_start[i];
  }
  for (uint32_t i = 0; i < t->n; i++) {
    if (t->child_start[i + 1] != t->child_start[i])
      continue;
    for (uint32_t at = i, head; (head = t->head[at]) != BEL_NONE; at = head) {
      t->subtree_first[head] = MIN (t->subtree_first[head], t->subtree_first[at]);
      t->subtree_last[head] = MAX (t->subtree_last[head], t->subtree_last[at]);
      if (--left[head] > 0)
        break;
    }
  }
}

void
bel_document_index_children (BelDocument *document)
{
  BelTokens *t = &document->tokens;
  if (t->n == 0)
    return;
  memset (t->child_start, 0, sizeof (uint32_t) * (t->n + 1));
  for (uint32_t i = 0; i < t->n; i++)
    if (t->head[i] != BEL_NONE)
      t->child_start[t->head[i] + 1]++;
  for (uint32_t i = 0; i < t->n; i++)
    t->child_start[i + 1] += t->child_start[i];
  g_autofree uint32_t *next = g_memdup2 (t->child_start, sizeof (uint32_t) * (t->n + 1));
  for (uint32_t i = 0; i < t->n; i++)
    if (t->head[i] != BEL_NONE)
      t->child[next[t->head[i]]++] = i;
  index_subtrees (t, next);
}

bool
bel_block_has_claims (BelBlockKind kind)
{
  return kind != BEL_BLOCK_DATELINE && kind != BEL_BLOCK_BYLINE && kind != BEL_BLOCK_CREDIT && kind != BEL_BLOCK_META;
}

const char *
bel_block_kind_name (BelBlockKind kind)
{
  static const char *const NAMES[] = {
    [BEL_BLOCK_PARAGRAPH] = "paragraph", [BEL_BLOCK_HEADLINE] = "headline",   [BEL_BLOCK_SUBHEAD] = "subhead",
    [BEL_BLOCK_DATELINE] = "dateline",   [BEL_BLOCK_BYLINE] = "byline",       [BEL_BLOCK_CAPTION] = "caption",
    [BEL_BLOCK_QUOTE] = "quote",         [BEL_BLOCK_LIST_ITEM] = "list-item", [BEL_BLOCK_TABLE_CELL] = "table-cell",
    [BEL_BLOCK_CREDIT] = "credit",       [BEL_BLOCK_META] = "meta",
  };
  return NAMES[kind];
}

const char *
bel_name_type_name (BelNameType type)
{
  static const char *const NAMES[] = {
    [BEL_NAME_NONE] = "none",   [BEL_NAME_PERSON] = "person", [BEL_NAME_ORG] = "org",
    [BEL_NAME_PLACE] = "place", [BEL_NAME_OTHER] = "other",
  };
  return NAMES[type];
}

const char *
bel_noun_sort_name (BelNounSort sort)
{
  static const char *const SORTS[BEL_N_NOUN_SORTS] = {
    [BEL_NOUN_UNKNOWN] = "unknown", [BEL_NOUN_PERSON] = "person", [BEL_NOUN_GROUP] = "group",
    [BEL_NOUN_PLACE] = "place",     [BEL_NOUN_EVENT] = "event",   [BEL_NOUN_WORDS] = "words",
    [BEL_NOUN_ANIMAL] = "animal",   [BEL_NOUN_THING] = "thing",
  };
  return SORTS[sort];
}

uint32_t
bel_child (const BelDocument *document, uint32_t t, BelDep dep)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (document->tokens.dep[c] == dep)
      return c;
  return BEL_NONE;
}

uint32_t
bel_child_base (const BelDocument *document, uint32_t t, BelDep base)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (bel_dep_base (document->tokens.dep[c]) == base)
      return c;
  return BEL_NONE;
}

bool
bel_dominates (const BelDocument *document, uint32_t ancestor, uint32_t t)
{
  while (t != BEL_NONE && t != ancestor)
    t = document->tokens.head[t];
  return t != BEL_NONE;
}

void
bel_subtree_range (const BelDocument *document, uint32_t t, uint32_t *out_first, uint32_t *out_last)
{
  *out_first = document->tokens.subtree_first[t];
  *out_last = document->tokens.subtree_last[t];
}

BelSpan
bel_subtree_span (const BelDocument *document, uint32_t t)
{
  uint32_t first, last;
  bel_subtree_range (document, t, &first, &last);
  return BEL_SPAN (document->tokens.span[first].start, document->tokens.span[last].end);
}

uint32_t
bel_sentence_root (const BelDocument *document, uint32_t s)
{
  const BelSentence *sentence = &document->sentences.items[s];
  for (uint32_t i = 0; i < sentence->n_tokens; i++)
    if (document->tokens.head[sentence->first_token + i] == BEL_NONE)
      return sentence->first_token + i;
  return BEL_NONE;
}

bool
bel_token_lemma_is (const BelDocument *document, uint32_t t, const char *word)
{
  return strcmp (bel_symbols_text (document->symbols, document->tokens.lemma[t]), word) == 0;
}

bool
bel_token_form_is (const BelDocument *document, uint32_t t, const char *lower)
{
  return strcmp (bel_symbols_text (document->symbols, document->tokens.lower[t]), lower) == 0;
}

bool
bel_token_adds (const BelDocument *document, uint32_t t)
{
  static const char *const ONLY[] = { "only", "just", "merely", "simply", "solely" };
  bool follows = t + 1 < document->tokens.n && document->tokens.sentence[t + 1] == document->tokens.sentence[t];
  if (!follows || !(bel_token_form_is (document, t, "not") || bel_token_lemma_is (document, t, "not")))
    return false;
  if (bel_token_form_is (document, t + 1, "without"))
    return true;
  if (document->tokens.pos[t + 1] != BEL_POS_ADV)
    return false;
  for (size_t i = 0; i < G_N_ELEMENTS (ONLY); i++)
    if (bel_token_form_is (document, t + 1, ONLY[i]))
      return true;
  return false;
}

static bool
is_number (const BelDocument *document, uint32_t t, uint32_t end)
{
  return t < end && document->tokens.pos[t] == BEL_POS_NUM && !bel_token_form_is (document, t, "one");
}

bool
bel_token_bounds (const BelDocument *document, uint32_t t)
{
  const BelSentence *s = &document->sentences.items[document->tokens.sentence[t]];
  uint32_t next = t + 1, end = s->first_token + s->n_tokens;
  bool more
      = next < end && (document->tokens.xpos[next] == BEL_XPOS_JJR || document->tokens.xpos[next] == BEL_XPOS_RBR);
  if (more && next + 1 < end && bel_token_form_is (document, next + 1, "than"))
    return is_number (document, next + 2, end) || is_number (document, next + 3, end);
  bool starts = t == s->first_token || document->tokens.pos[t - 1] == BEL_POS_PUNCT;
  return bel_token_form_is (document, t, "not") && is_number (document, next, end)
         && (starts || document->tokens.pos[t - 1] == BEL_POS_ADP);
}

bool
bel_token_ends (const BelDocument *document, uint32_t t)
{
  return t > 0 && bel_token_form_is (document, t, "longer") && bel_token_form_is (document, t - 1, "no")
         && document->tokens.sentence[t - 1] == document->tokens.sentence[t];
}

uint32_t
bel_tokens_covering (const BelDocument *document, BelSpan span, uint32_t *out_n)
{
  const BelTokens *t = &document->tokens;
  uint32_t low = 0, high = t->n;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (t->span[middle].end <= span.start)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t n = 0;
  while (low + n < t->n && t->span[low + n].start < span.end)
    n++;
  *out_n = n;
  return n ? low : BEL_NONE;
}
