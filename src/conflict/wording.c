/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/wording.h"

#include "conflict/value.h"
#include "conflict/words.h"

#include <string.h>

/* Words of a sentence that are laid side by side; the rest of a longer one is left out. */
#define MAX_WORDS BEL_MAX_PAIRS

/* What it is worth to pair two words with one lemma. */
#define WORTH_CONTENT 4
#define WORTH_FUNCTION 1

typedef struct {
  uint32_t token;
  BelSym lemma, form;
  bool content;
} Word;

typedef struct {
  Word words[MAX_WORDS];
  uint32_t n;
  uint32_t document;
} Words;

/* "rationalist or not, he left", "whether they like it or not" */
static bool
leaves_both (const BelDocument *document, uint32_t t)
{
  uint32_t next = t + 1;
  if (t == 0 || !bel_token_form_is (document, t, "not") || !bel_token_form_is (document, t - 1, "or"))
    return false;
  if (next >= document->tokens.n || document->tokens.sentence[next] != document->tokens.sentence[t])
    return true;
  BelPos pos = document->tokens.pos[next];
  return pos == BEL_POS_PUNCT || pos == BEL_POS_PRON || pos == BEL_POS_DET || pos == BEL_POS_PROPN;
}

/* "not without risk" */
static bool
is_turned_back (const BelDocument *document, uint32_t t)
{
  return t > 0 && bel_token_form_is (document, t, "without") && bel_token_adds (document, t - 1);
}

/* "far from certain", "anything but pleased" */
static bool
denies_quality (const BelDocument *document, uint32_t t)
{
  uint32_t said = t + 2;
  if (said >= document->tokens.n || document->tokens.sentence[said] != document->tokens.sentence[t]
      || document->tokens.pos[said] != BEL_POS_ADJ)
    return false;
  return (bel_token_form_is (document, t, "far") && bel_token_form_is (document, t + 1, "from"))
         || (bel_token_form_is (document, t, "anything") && bel_token_form_is (document, t + 1, "but"));
}

bool
bel_token_negates (const BelDocument *document, uint32_t t)
{
  static const char *const NEGATIONS[] = { "not", "n't",     "no",      "never",   "nobody", "none", "nothing",
                                           "nor", "neither", "without", "nowhere", "cannot", "n’t",  NULL };
  const char *form = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  if (denies_quality (document, t))
    return true;
  for (int i = 0; strchr ("nwc", form[0]) && NEGATIONS[i]; i++)
    if (g_str_equal (form, NEGATIONS[i]))
      return !bel_token_adds (document, t) && !bel_token_bounds (document, t) && !is_turned_back (document, t)
             && !leaves_both (document, t);
  return false;
}

bool
bel_token_is_content (const BelDocument *document, uint32_t t)
{
  switch (document->tokens.pos[t]) {
  case BEL_POS_NOUN:
  case BEL_POS_PROPN:
  case BEL_POS_ADJ:
  case BEL_POS_ADV:
  case BEL_POS_NUM:
    return !bel_token_negates (document, t);
  case BEL_POS_VERB:
    return true;
  case BEL_POS_ADP:
  case BEL_POS_PRON:
  default:
    return false;
  }
}

static void
read_words (BelFinder *finder, uint32_t document, uint32_t sentence, Words *out)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  const BelSentence *s = &doc->sentences.items[sentence];
  out->n = 0;
  out->document = document;
  for (uint32_t t = s->first_token; t < s->first_token + s->n_tokens && out->n < MAX_WORDS; t++)
    if (doc->tokens.pos[t] != BEL_POS_PUNCT)
      out->words[out->n++]
          = (Word){ t, bel_finder_lemma (finder, document, t),
                    bel_finder_symbol (finder, document, doc->tokens.lower[t]), bel_token_is_content (doc, t) };
}

/* One lemma, or one form that was tagged in two ways: "person drinking tea" read as three nouns. */
static bool
same_word (const Word *a, const Word *b)
{
  return a->lemma == b->lemma || a->form == b->form;
}

/* -- pairing: the longest common subsequence, by worth --------------------------------------------- */

static uint16_t
worth_of (const Word *a, const Word *b)
{
  return a->content && b->content ? WORTH_CONTENT : WORTH_FUNCTION;
}

static void
pair_words (const Words *a, const Words *b, int16_t *pair)
{
  uint16_t best[(MAX_WORDS + 1) * (MAX_WORDS + 1)];
  uint32_t step = b->n + 1;
  memset (best + a->n * step, 0, sizeof (*best) * step);
  for (uint32_t i = a->n; i-- > 0;) {
    best[i * step + b->n] = 0;
    for (uint32_t j = b->n; j-- > 0;) {
      uint16_t take = MAX (best[(i + 1) * step + j], best[i * step + j + 1]);
      if (same_word (&a->words[i], &b->words[j])) {
        uint16_t with = (uint16_t) (best[(i + 1) * step + j + 1] + worth_of (&a->words[i], &b->words[j]));
        take = MAX (take, with);
      }
      best[i * step + j] = take;
    }
  }
  uint32_t i = 0, j = 0;
  while (i < a->n)
    pair[i++] = -1;
  for (i = 0; i < a->n && j < b->n;) {
    bool same = same_word (&a->words[i], &b->words[j]);
    if (same && best[i * step + j] == best[(i + 1) * step + j + 1] + worth_of (&a->words[i], &b->words[j])) {
      pair[i++] = (int16_t) j++;
    } else if (best[(i + 1) * step + j] >= best[i * step + j + 1]) {
      i++;
    } else {
      j++;
    }
  }
}

/* -- gaps ---------------------------------------------------------------------------------------------- */

static uint32_t
n_content (const Words *words, uint32_t from, uint32_t to)
{
  uint32_t n = 0;
  for (uint32_t i = from; i < to; i++)
    n += words->words[i].content;
  return n;
}

/* The words of a stretch as one term, articles left out. */
static BelSym
term_of (BelFinder *finder, uint32_t document, uint32_t first, uint32_t last, bool content_only)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  g_autoptr (GString) text = g_string_new (NULL);
  for (uint32_t t = first; t <= last; t++) {
    BelPos pos = doc->tokens.pos[t];
    if (pos == BEL_POS_PUNCT || pos == BEL_POS_DET || (content_only && !bel_token_is_content (doc, t)))
      continue;
    g_string_append_printf (text, "%s%s", text->len ? " " : "",
                            bel_finder_text (finder, bel_finder_lemma (finder, document, t)));
  }
  return bel_symbols_intern (finder->symbols, text->str, text->len);
}

static uint32_t
last_content (const Words *words, uint32_t from, uint32_t to)
{
  for (uint32_t i = to; i-- > from;)
    if (words->words[i].content)
      return words->words[i].token;
  return from < to ? words->words[to - 1].token : BEL_NONE;
}

static BelGapKind
kind_of (BelWordRelation relation)
{
  static const BelGapKind KINDS[] = {
    [BEL_WORD_UNRELATED] = BEL_GAP_OTHER,     [BEL_WORD_SAME] = BEL_GAP_SAME,   [BEL_WORD_SYNONYM] = BEL_GAP_SAME,
    [BEL_WORD_NARROWER] = BEL_GAP_NARROWER,   [BEL_WORD_WIDER] = BEL_GAP_WIDER, [BEL_WORD_OPPOSITE] = BEL_GAP_OPPOSITE,
    [BEL_WORD_EXCLUSIVE] = BEL_GAP_EXCLUSIVE,
  };
  return KINDS[relation];
}

static BelPos
pos_for (const BelFinder *finder, uint32_t doc_a, uint32_t doc_b, const BelGap *gap)
{
  BelPos pos = bel_finder_document (finder, doc_a)->tokens.pos[gap->token_a];
  BelPos other = bel_finder_document (finder, doc_b)->tokens.pos[gap->token_b];
  return pos == BEL_POS_PROPN || pos == BEL_POS_PRON ? (other == BEL_POS_ADJ ? BEL_POS_ADJ : BEL_POS_NOUN) : pos;
}

static bool
compare_values (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, BelGap *gap)
{
  uint32_t quantity_a = bel_quantity_at (finder, doc_a, gap->token_a);
  uint32_t quantity_b = bel_quantity_at (finder, doc_b, gap->token_b);
  BelValues values = bel_quantities_compare (finder, doc_a, quantity_a, doc_b, quantity_b);
  BelValues times = bel_times_compare (finder, doc_a, bel_time_at (finder, doc_a, gap->token_a), doc_b,
                                       bel_time_at (finder, doc_b, gap->token_b));
  if (times == BEL_VALUES_DISJOINT)
    gap->kind = BEL_GAP_TIME;
  else if (values == BEL_VALUES_DISJOINT)
    gap->kind = BEL_GAP_QUANTITY;
  else if (values == BEL_VALUES_EQUAL || times == BEL_VALUES_EQUAL)
    gap->kind = BEL_GAP_SAME;
  else if (values == BEL_VALUES_INSIDE || times == BEL_VALUES_INSIDE)
    gap->kind = BEL_GAP_NARROWER;
  else if (values == BEL_VALUES_CONTAINS || times == BEL_VALUES_CONTAINS)
    gap->kind = BEL_GAP_WIDER;
  else
    return false;
  gap->trust = 0.95f;
  return true;
}

static bool
take_match (BelWordMatch match, BelGap *gap)
{
  gap->kind = kind_of (match.relation);
  gap->trust = match.trust;
  gap->set = match.set;
  return match.relation != BEL_WORD_UNRELATED;
}

/* The content word after @last in its sentence; BEL_NONE when something else follows. */
static uint32_t
next_word (const BelDocument *document, uint32_t last)
{
  uint32_t next = last + 1;
  return next < document->tokens.n && document->tokens.sentence[next] == document->tokens.sentence[last]
                 && bel_token_is_content (document, next)
             ? next
             : BEL_NONE;
}

/* "The living room", "the dining room": the words that differ and the one in both that they hang on make one term. */
static void
compare_with_next (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, BelGap *gap)
{
  uint32_t next_a = next_word (bel_finder_document (finder, doc_a), gap->last_a),
           next_b = next_word (bel_finder_document (finder, doc_b), gap->last_b);
  if (next_a == BEL_NONE || next_b == BEL_NONE
      || bel_finder_lemma (finder, doc_a, next_a) != bel_finder_lemma (finder, doc_b, next_b))
    return;
  BelSym a = term_of (finder, doc_a, gap->first_a, next_a, false),
         b = term_of (finder, doc_b, gap->first_b, next_b, false);
  take_match (bel_words_by_rule (finder, a, b), gap);
}

/* Both sides have something: whole terms first, then their heads when the rest is alike in number. */
static void
compare_gap (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, BelGap *gap)
{
  if (compare_values (finder, doc_a, doc_b, gap))
    return;
  BelPos pos = pos_for (finder, doc_a, doc_b, gap);
  for (int content_only = 0; content_only < 2; content_only++) {
    BelSym a = term_of (finder, doc_a, gap->first_a, gap->last_a, content_only),
           b = term_of (finder, doc_b, gap->first_b, gap->last_b, content_only);
    if (take_match (bel_words_compare (finder, a, b, pos), gap))
      return;
  }
  compare_with_next (finder, doc_a, doc_b, gap);
}

static BelGapKind
one_sided (bool a_content, bool b_content)
{
  return a_content ? BEL_GAP_NARROWER : b_content ? BEL_GAP_WIDER : BEL_GAP_NOTHING;
}

/* Whether a stretch without content words still means something: a preposition such as "off" or "on". */
static bool
has_words (const BelFinder *finder, const Words *words, uint32_t from, uint32_t to)
{
  const BelDocument *document = bel_finder_document (finder, words->document);
  for (uint32_t i = from; i < to; i++) {
    BelPos pos = document->tokens.pos[words->words[i].token];
    if (pos == BEL_POS_ADP || pos == BEL_POS_PRON || words->words[i].content)
      return true;
  }
  return false;
}

static void
add_gap (BelFinder *finder, const Words *a, uint32_t i, uint32_t i_end, const Words *b, uint32_t j, uint32_t j_end,
         BelWording *out)
{
  if (i == i_end && j == j_end)
    return;
  if (out->n_gaps == BEL_MAX_GAPS) {
    out->too_many = true;
    return;
  }
  BelGap gap = { .trust = 1, .first_a = 1, .first_b = 1, .token_a = BEL_NONE, .token_b = BEL_NONE };
  if (i < i_end) {
    gap.first_a = a->words[i].token;
    gap.last_a = a->words[i_end - 1].token;
  }
  if (j < j_end) {
    gap.first_b = b->words[j].token;
    gap.last_b = b->words[j_end - 1].token;
  }
  gap.both = has_words (finder, a, i, i_end) && has_words (finder, b, j, j_end);
  if (gap.both) {
    gap.token_a = last_content (a, i, i_end);
    gap.token_b = last_content (b, j, j_end);
  } else {
    gap.kind = one_sided (n_content (a, i, i_end) > 0, n_content (b, j, j_end) > 0);
  }
  out->gaps[out->n_gaps++] = gap;
}

static uint32_t
n_negations (const BelFinder *finder, const Words *words)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < words->n; i++)
    n += bel_token_negates (bel_finder_document (finder, words->document), words->words[i].token);
  return n;
}

void
bel_wording_compare (BelFinder *finder, uint32_t doc_a, uint32_t sentence_a, uint32_t doc_b, uint32_t sentence_b,
                     BelWording *out)
{
  Words a, b;
  int16_t pair[MAX_WORDS];
  memset (out, 0, sizeof (*out));
  read_words (finder, doc_a, sentence_a, &a);
  read_words (finder, doc_b, sentence_b, &b);
  pair_words (&a, &b, pair);
  out->n_content_a = n_content (&a, 0, a.n);
  out->n_content_b = n_content (&b, 0, b.n);
  out->n_negations_a = n_negations (finder, &a);
  out->n_negations_b = n_negations (finder, &b);
  uint32_t from_a = 0, from_b = 0;
  for (uint32_t i = 0; i < a.n; i++) {
    if (pair[i] < 0)
      continue;
    add_gap (finder, &a, from_a, i, &b, from_b, (uint32_t) pair[i], out);
    out->n_common += a.words[i].content && b.words[pair[i]].content;
    out->pair_a[out->n_pairs] = a.words[i].token;
    out->pair_b[out->n_pairs++] = b.words[pair[i]].token;
    from_a = i + 1;
    from_b = (uint32_t) pair[i] + 1;
  }
  add_gap (finder, &a, from_a, a.n, &b, from_b, b.n, out);
}

void
bel_wording_read_gaps (BelFinder *finder, uint32_t doc_a, uint32_t doc_b, BelWording *wording)
{
  if (wording->read)
    return;
  wording->read = true;
  for (uint32_t i = 0; i < wording->n_gaps; i++) {
    BelGap *gap = &wording->gaps[i];
    if (gap->both)
      compare_gap (finder, doc_a, doc_b, gap);
    wording->n_by_kind[gap->kind]++;
  }
}
