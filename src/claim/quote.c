/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Quotation marks, paired by glyph within each paragraph.
 *
 *   “A ‘b’ c” → two quotes, depth 0 and 1
 *   “One paragraph.        unclosed, and the next paragraph opens with a mark again:
 *   “And another.”         it continues the first
 *
 * Straight marks are told apart by what stands around them; an odd mark never loses more than its own paragraph. */
#include "claim/extract.h"

#include <string.h>

#define MAX_DEPTH 4

/* Families of marks that close each other. */
typedef enum { MARK_NONE, MARK_DOUBLE, MARK_SINGLE, MARK_ANGLE } MarkFamily;
typedef enum { SIDE_OPEN, SIDE_CLOSE, SIDE_EITHER } MarkSide;

typedef struct {
  const char *bytes;
  MarkFamily family;
  MarkSide side;
} Mark;

/* Longest first, so that two apostrophes are one double mark. */
static const Mark MARKS[] = {
  { "“", MARK_DOUBLE, SIDE_OPEN },    { "”", MARK_DOUBLE, SIDE_CLOSE },  { "„", MARK_DOUBLE, SIDE_OPEN },
  { "‘", MARK_SINGLE, SIDE_OPEN },    { "’", MARK_SINGLE, SIDE_CLOSE },  { "«", MARK_ANGLE, SIDE_OPEN },
  { "»", MARK_ANGLE, SIDE_CLOSE },    { "``", MARK_DOUBLE, SIDE_OPEN },  { "''", MARK_DOUBLE, SIDE_EITHER },
  { "\"", MARK_DOUBLE, SIDE_EITHER }, { "'", MARK_SINGLE, SIDE_EITHER },
};

typedef struct {
  MarkFamily family;
  uint32_t quote; /* index of the open quote */
} OpenMark;

typedef struct {
  BelClaims *claims;
  BelDocument *document;
  BelSpan block_span;
  uint32_t block;
  OpenMark open[MAX_DEPTH];
  uint32_t n_open;
} Scan;

static const Mark *
mark_at (const char *text, uint32_t at, uint32_t end)
{
  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++) {
    size_t n = strlen (MARKS[i].bytes);
    if (at + n <= end && memcmp (text + at, MARKS[i].bytes, n) == 0)
      return &MARKS[i];
  }
  return NULL;
}

static gunichar
char_before (const Scan *scan, uint32_t at)
{
  if (at <= scan->block_span.start)
    return ' ';
  return g_utf8_get_char (g_utf8_prev_char (scan->document->text + at));
}

static gunichar
char_after (const Scan *scan, uint32_t at)
{
  return at >= scan->block_span.end ? ' ' : g_utf8_get_char (scan->document->text + at);
}

static bool
is_opening_context (gunichar before)
{
  if (g_unichar_isspace (before))
    return true;
  GUnicodeType type = g_unichar_type (before);
  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION
         || type == G_UNICODE_DASH_PUNCTUATION || before == '"' || before == '\'';
}

static bool
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c);
}

static int
open_index (const Scan *scan, MarkFamily family)
{
  for (int i = (int) scan->n_open - 1; i >= 0; i--)
    if (scan->open[i].family == family)
      return i;
  return -1;
}

/* Which side a mark is on; MARK_NONE of sides is "neither": an apostrophe. Returns FALSE then. */
static bool
judge_side (const Scan *scan, const Mark *mark, uint32_t at, uint32_t after, MarkSide *out)
{
  gunichar before = char_before (scan, at), next = char_after (scan, after);
  bool opens = is_opening_context (before) && !g_unichar_isspace (next);
  bool is_open = open_index (scan, mark->family) >= 0;
  *out = mark->side;
  if (mark->family == MARK_SINGLE) {
    if (is_word_char (before) && is_word_char (next))
      return false; /* "don't" */
    if (mark->side == SIDE_OPEN)
      return !g_unichar_isspace (next);
    if (mark->side == SIDE_EITHER && opens && !is_open) {
      *out = SIDE_OPEN;
      return !g_unichar_isdigit (next); /* "'90s" */
    }
    *out = SIDE_CLOSE;
    return is_open && !g_unichar_isspace (before); /* "the workers' rights" closes nothing */
  }
  if (mark->side == SIDE_EITHER)
    *out = is_open && !(opens && g_unichar_isspace (before) && !g_unichar_isspace (next)) ? SIDE_CLOSE : SIDE_OPEN;
  if (mark->side == SIDE_EITHER && !is_open && g_unichar_isspace (next) && at > scan->block_span.start)
    return false; /* a closing mark without its opening one */
  return true;
}

static void
finish_quote (Scan *scan, uint32_t index, uint32_t inner_end, uint32_t end, bool unclosed)
{
  BelQuote *quote = &scan->claims->quotations.items[index];
  quote->inner.end = MAX (inner_end, quote->inner.start);
  quote->span.end = end;
  quote->unclosed = unclosed;
}

static void
open_quote (Scan *scan, MarkFamily family, uint32_t at, uint32_t after)
{
  if (scan->n_open == MAX_DEPTH)
    return;
  BelQuote *quote = bel_vec_add (scan->document->arena, &scan->claims->quotations);
  quote->span = BEL_SPAN (at, after);
  quote->inner = BEL_SPAN (after, after);
  quote->depth = (uint8_t) scan->n_open;
  quote->block = scan->block;
  quote->continues = BEL_NONE;
  scan->open[scan->n_open++] = (OpenMark){ .family = family, .quote = scan->claims->quotations.n - 1 };
}

/* Where an unclosed quote that began at @from ends: with its paragraph when it began it, else with its sentence. */
static uint32_t
unclosed_end (const Scan *scan, uint32_t from)
{
  uint32_t end = scan->block_span.end;
  while (end > from && g_ascii_isspace (scan->document->text[end - 1]))
    end--;
  if (from <= scan->block_span.start + 1)
    return end;
  uint32_t n, first = bel_tokens_covering (scan->document, BEL_SPAN (from, end), &n);
  if (first == BEL_NONE)
    return end;
  BelSpan sentence = scan->document->sentences.items[scan->document->tokens.sentence[first]].span;
  return MIN (end, MAX (sentence.end, from + 1));
}

static void
drop_open (Scan *scan, uint32_t down_to)
{
  while (scan->n_open > down_to) {
    OpenMark *open = &scan->open[--scan->n_open];
    uint32_t end = unclosed_end (scan, scan->claims->quotations.items[open->quote].span.start);
    finish_quote (scan, open->quote, end, end, true);
  }
}

static void
close_quote (Scan *scan, MarkFamily family, uint32_t at, uint32_t after)
{
  int index = open_index (scan, family);
  if (index < 0)
    return;
  /* An inner single mark that never closed was an apostrophe or ends here too. */
  while ((int) scan->n_open > index + 1) {
    OpenMark *open = &scan->open[--scan->n_open];
    finish_quote (scan, open->quote, at, at, true);
  }
  finish_quote (scan, scan->open[index].quote, at, after, false);
  scan->n_open = (uint32_t) index;
}

static void
reopen (Scan *scan, MarkFamily family)
{
  int index = open_index (scan, family);
  if (index >= 0)
    drop_open (scan, (uint32_t) index);
}

static void
scan_block (Scan *scan)
{
  const char *text = scan->document->text;
  for (uint32_t at = scan->block_span.start; at < scan->block_span.end;) {
    const Mark *mark = mark_at (text, at, scan->block_span.end);
    uint32_t after = mark ? at + (uint32_t) strlen (mark->bytes) : at + 1;
    MarkSide side;
    if (mark && judge_side (scan, mark, at, after, &side)) {
      if (side == SIDE_CLOSE) {
        close_quote (scan, mark->family, at, after);
      } else {
        if (mark->family != MARK_SINGLE)
          reopen (scan, mark->family);
        open_quote (scan, mark->family, at, after);
      }
    }
    at = after;
  }
  drop_open (scan, 0);
}

/* -- kinds ------------------------------------------------------------------------------------- */

typedef struct {
  uint32_t n_words;
  uint32_t n_capital;
  bool finite; /* a verb that can head a clause */
  bool stops;  /* ends with a full stop, comma, question or exclamation mark inside the marks */
} QuoteShape;

static bool
is_capitalized (const BelDocument *document, uint32_t t)
{
  const char *text = document->text + document->tokens.span[t].start;
  return g_unichar_isupper (g_utf8_get_char (text)) || g_unichar_isdigit (g_utf8_get_char (text));
}

static QuoteShape
quote_shape (const BelDocument *document, const BelQuote *quote)
{
  QuoteShape shape = { 0 };
  uint32_t n, first = bel_tokens_covering (document, quote->inner, &n);
  for (uint32_t t = first; first != BEL_NONE && t < first + n; t++) {
    BelPos pos = document->tokens.pos[t];
    if (pos == BEL_POS_PUNCT || pos == BEL_POS_SYM)
      continue;
    shape.n_words++;
    bool small = pos == BEL_POS_ADP || pos == BEL_POS_DET || pos == BEL_POS_CCONJ || pos == BEL_POS_PART;
    shape.n_capital += small || is_capitalized (document, t);
    shape.finite |= (pos == BEL_POS_VERB || pos == BEL_POS_AUX)
                    && bel_token_feat (document, t, BEL_FEAT_VERBFORM) == BEL_VERBFORM_FIN;
  }
  char last = quote->inner.end > quote->inner.start ? document->text[quote->inner.end - 1] : ' ';
  shape.stops = strchr (".!?", last) != NULL
                || (last == ',' && shape.finite); /* a comma may be the sentence's own: on “Morning News,” he said */
  return shape;
}

/* "The Art of War" is a title, "shocked" a fragment, "We won." speech. */
static BelQuoteKind
quote_kind (const BelDocument *document, const BelQuote *quote)
{
  QuoteShape shape = quote_shape (document, quote);
  if (shape.n_words >= 2 && shape.n_capital == shape.n_words && !shape.stops && shape.n_words <= 8)
    return BEL_QUOTE_TITLE;
  if (quote->unclosed && shape.n_words >= 3)
    return BEL_QUOTE_SPEECH;
  if (shape.finite && (shape.n_words >= 3 || shape.stops))
    return BEL_QUOTE_SPEECH;
  return shape.stops && shape.n_words >= 3 ? BEL_QUOTE_SPEECH : BEL_QUOTE_FRAGMENT;
}

/* Joins a quote that opens a paragraph to the one left unclosed at the end of the paragraph before. */
static void
join_paragraphs (BelClaims *claims)
{
  const BelDocument *document = claims->document;
  uint32_t carried = BEL_NONE;
  for (uint32_t i = 0; i < claims->quotations.n; i++) {
    BelQuote *quote = &claims->quotations.items[i];
    if (quote->depth > 0)
      continue;
    const BelQuote *before = carried == BEL_NONE ? NULL : &claims->quotations.items[carried];
    BelSpan block = document->blocks.items[quote->block].span;
    if (before && before->block + 1 == quote->block && quote->span.start <= block.start + 1)
      quote->continues = carried;
    carried = quote->unclosed && quote->span.end + 2 >= block.end ? i : BEL_NONE;
  }
}

static int
compare_quotes (const void *a, const void *b)
{
  const BelQuote *x = a, *y = b;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

void
bel_quotes_find (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  BelDocument *document = claims->document;
  for (uint32_t b = 0; b < document->blocks.n; b++) {
    if (!bel_block_has_claims (document->blocks.items[b].kind))
      continue;
    Scan scan = { .claims = claims, .document = document, .block = b, .block_span = document->blocks.items[b].span };
    scan_block (&scan);
  }
  if (claims->quotations.n == 0)
    return;
  bel_sort (claims->quotations.items, claims->quotations.n, sizeof (BelQuote), compare_quotes);
  for (uint32_t i = 0; i < claims->quotations.n; i++)
    claims->quotations.items[i].kind = quote_kind (document, &claims->quotations.items[i]);
  join_paragraphs (claims);
  for (uint32_t i = 0; i < claims->quotations.n; i++)
    bel_vec_push (document->arena, &claims->quotes, claims->quotations.items[i].span);
}
