/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Arithmetic within one sentence: parts against the total they are said to make, a change in percent against its ends, a share
 * in percent against the part and the whole. */
#include "conflict/judge.h"

#include "conflict/value.h"

#include <math.h>

/* Parts of one total that are added up. */
#define MAX_PARTS 6u
/* Words between a total and the word that says that it is one. */
#define CUE_REACH 3u
/* Percent by which a change may be off without being called wrong: rounding of what is written. */
#define OFF_BY 1.5
#define OFF_SHARE 0.06

static const BelQuantity *
quantity (const BelEvidence *e, uint32_t index)
{
  return &e->finder->sources[e->a->document]->quantities.items[index];
}

static bool
is_kind (const BelEvidence *e, const BelQuantity *q, const char *kind)
{
  return g_str_equal (bel_symbols_text (bel_finder_document (e->finder, e->a->document)->symbols, q->kind), kind);
}

static bool
is_exact (const BelQuantity *q)
{
  return !q->vague && !q->approximate && q->low == q->high;
}

static const BelEntry *
word_of (const BelEvidence *e, const char *lexicon, uint32_t t)
{
  const BelLexicon *words = e->finder->program ? bel_program_lexicon (e->finder->program, lexicon) : NULL;
  return words ? bel_lexicon_word (words, bel_finder_document (e->finder, e->a->document), t) : NULL;
}

static bool
one_sentence (const BelEvidence *e)
{
  return e->a == e->b && e->a->kind == BEL_PROP_SENTENCE;
}

/* -- totals --------------------------------------------------------------------------------------------- */

static bool
is_total (const BelEvidence *e, const BelQuantity *q)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  const BelSentence *sentence = &document->sentences.items[e->a->sentence];
  uint32_t first = MAX (sentence->first_token, q->first > CUE_REACH ? q->first - CUE_REACH : 0);
  uint32_t last = MIN (sentence->first_token + sentence->n_tokens - 1, q->last + CUE_REACH);
  for (uint32_t t = first; t <= last; t++)
    if (word_of (e, "total-cue", t))
      return true;
  return false;
}

/* Whether the two are listed: one hangs on the other as a conjunct, or both on a third. */
static bool
are_listed (const BelDocument *document, uint32_t a, uint32_t b)
{
  const BelTokens *tokens = &document->tokens;
  bool on_a = tokens->dep[b] == BEL_DEP_CONJ && tokens->head[b] == a;
  bool on_b = tokens->dep[a] == BEL_DEP_CONJ && tokens->head[a] == b;
  return on_a || on_b
         || (tokens->dep[a] == BEL_DEP_CONJ && tokens->dep[b] == BEL_DEP_CONJ && tokens->head[a] == tokens->head[b]);
}

/* Whether some of the parts, two or more, make @total. */
static bool
some_make (const double *parts, uint32_t n, double total)
{
  for (uint32_t set = 1; set < 1u << n; set++) {
    double sum = 0;
    for (uint32_t i = 0; i < n; i++)
      sum += set & 1u << i ? parts[i] : 0;
    if (sum == total)
      return true;
  }
  return false;
}

float
bel_judge_wrong_sum (BelEvidence *e)
{
  if (!one_sentence (e))
    return 0;
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  BelValueList all = bel_quantities_in (e->finder, e->a->document, e->a->sentence);
  double parts[MAX_PARTS];
  const BelQuantity *total = NULL, *last = NULL;
  uint32_t n = 0;
  for (uint32_t i = 0; i < all.n; i++) {
    const BelQuantity *q = quantity (e, all.items[i]);
    if (!is_kind (e, q, "count") || !is_exact (q) || q->counted_head == BEL_NONE)
      return 0;
    if (is_total (e, q)) {
      if (total)
        return 0;
      total = q;
      continue;
    }
    if (n == MAX_PARTS || (last && !are_listed (document, last->counted_head, q->counted_head)))
      return 0;
    parts[n++] = q->low;
    last = q;
  }
  if (!total || n < 2 || some_make (parts, n, total->low))
    return 0;
  e->token_a = total->first;
  e->token_b = last->first;
  return 1;
}

/* -- percent ------------------------------------------------------------------------------------------------ */

/* 1 up, -1 down, by the one verb of change in the sentence; 0 without one, or with two that differ. */
static int
direction (const BelEvidence *e)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  const BelSentence *sentence = &document->sentences.items[e->a->sentence];
  int found = 0;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    int way = word_of (e, "change-up", t) ? 1 : word_of (e, "change-down", t) ? -1 : 0;
    if (way && found && way != found)
      return 0;
    found = way ? way : found;
  }
  return found;
}

static bool
follows (const BelEvidence *e, const BelQuantity *q, const char *word)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  return bel_token_form_is (document, q->first, word)
         || (q->first > 0 && bel_token_form_is (document, q->first - 1, word));
}

/* The two values of a change, the smaller first: "from 20,000 to 40,000" is told as one range, or as two numbers. */
typedef struct {
  const BelQuantity *from, *to;
  double low, high;
} Ends;

static bool
add_end (const BelEvidence *e, const BelQuantity *q, Ends *ends)
{
  const BelQuantity **place = follows (e, q, "from") ? &ends->from : follows (e, q, "to") ? &ends->to : NULL;
  if (!place || *place || q->vague || q->low <= 0 || !isfinite (q->high))
    return false;
  *place = q;
  return true;
}

static bool
settle_ends (Ends *ends)
{
  if (ends->from && !ends->to) {
    ends->low = ends->from->low;
    ends->high = ends->from->high;
  } else if (ends->from && ends->to && ends->from->unit == ends->to->unit) {
    ends->low = MIN (ends->from->low, ends->to->low);
    ends->high = MAX (ends->from->high, ends->to->high);
  }
  return ends->low > 0 && ends->high > ends->low;
}

float
bel_judge_wrong_percent (BelEvidence *e)
{
  if (!one_sentence (e))
    return 0;
  BelValueList all = bel_quantities_in (e->finder, e->a->document, e->a->sentence);
  const BelQuantity *percent = NULL;
  Ends ends = { 0 };
  for (uint32_t i = 0; i < all.n; i++) {
    const BelQuantity *q = quantity (e, all.items[i]);
    bool share = is_kind (e, q, "percent");
    if (share ? percent != NULL : !add_end (e, q, &ends))
      return 0;
    percent = share ? q : percent;
  }
  int way = percent && settle_ends (&ends) ? direction (e) : 0;
  if (!way || percent->vague)
    return 0;
  double change = 100 * (ends.high - ends.low) / (way > 0 ? ends.low : ends.high);
  double slack = OFF_BY + OFF_SHARE * change + 100 * ends.from->grain / ends.low;
  if (change >= percent->low - slack && change <= percent->high + slack)
    return 0;
  e->token_a = percent->first;
  e->token_b = ends.from->first;
  return 1;
}

/* -- shares ------------------------------------------------------------------------------------------------- */

/* Words from a part to its share ("1,200 jobs at two plants, or 10 percent"), and from the share to its whole. */
#define SHARE_REACH 8u

/* "1,200 jobs, or 10 percent", "1,200 jobs (10 percent)": the share says the number before it again. */
static bool
says_again (const BelEvidence *e, const BelQuantity *part, const BelQuantity *share)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  for (uint32_t t = part->last + 1; t < share->first; t++)
    if (bel_token_form_is (document, t, "or") || bel_token_form_is (document, t, "("))
      return share->first - t <= 3;
  return false;
}

/* "10 percent of its workforce of 8,000": the whole stands behind "of", with no verb between. */
static bool
is_of (const BelEvidence *e, const BelQuantity *share, const BelQuantity *whole)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  if (share->last + 1 >= document->tokens.n || !bel_token_form_is (document, share->last + 1, "of"))
    return false;
  for (uint32_t t = share->last + 1; t < whole->first; t++) {
    BelPos pos = document->tokens.pos[t];
    if (pos == BEL_POS_VERB || pos == BEL_POS_AUX || pos == BEL_POS_PUNCT || pos == BEL_POS_CCONJ)
      return false;
  }
  return true;
}

static bool
makes_share (const BelQuantity *part, const BelQuantity *whole, const BelQuantity *share)
{
  double least = 100 * part->low / whole->high, most = 100 * part->high / whole->low;
  double slack = OFF_BY + OFF_SHARE * most;
  return share->high >= least - slack && share->low <= most + slack;
}

float
bel_judge_wrong_share (BelEvidence *e)
{
  if (!one_sentence (e))
    return 0;
  BelValueList all = bel_quantities_in (e->finder, e->a->document, e->a->sentence);
  for (uint32_t i = 1; i + 1 < all.n; i++) {
    const BelQuantity *part = quantity (e, all.items[i - 1]), *share = quantity (e, all.items[i]),
                      *whole = quantity (e, all.items[i + 1]);
    bool counts = is_kind (e, part, "count") && is_kind (e, share, "percent") && is_kind (e, whole, "count")
                  && !part->vague && !share->vague && !whole->vague && part->low > 0 && isfinite (part->high)
                  && isfinite (whole->high);
    bool near = share->first - part->last <= SHARE_REACH && whole->first - share->last <= SHARE_REACH;
    if (!counts || !near || !says_again (e, part, share) || !is_of (e, share, whole) || whole->low <= part->high
        || makes_share (part, whole, share))
      continue;
    e->token_a = share->first;
    e->token_b = whole->first;
    return 1;
  }
  return 0;
}
