/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Quotations and those who speak them.
 *
 * A tree links most quotations to a cue. The rest is found by place: a cue beside the marks, a colon before them, the
 * speaker of the sentence before. A quotation is always taken whole, over sentences and paragraphs. */
#include "claim/voice-private.h"

/** Words of a name after a dash. */
#define MAX_CREDIT 12
/** Bytes between a short quotation and its cue: a name and its title. */
#define MAX_SHORT_GAP 60

void
bel_voice_mark_quotes (BelVoice *voice)
{
  const BelDocument *document = voice->document;
  voice->quote_at = bel_arena_alloc (document->arena, sizeof (uint32_t) * (document->tokens.n + 1));
  for (uint32_t t = 0; t < document->tokens.n; t++)
    voice->quote_at[t] = BEL_NONE;
  for (uint32_t q = 0; q < voice->claims->quotations.n; q++) {
    const BelQuote *quote = &voice->claims->quotations.items[q];
    uint32_t n, first = quote->depth ? BEL_NONE : bel_tokens_covering (document, quote->span, &n);
    for (uint32_t t = first; first != BEL_NONE && t < first + n; t++)
      voice->quote_at[t] = q;
  }
}

static bool
content_overlaps (const BelAttribution *attribution, BelSpan span)
{
  for (uint32_t i = 0; i < attribution->content.n; i++)
    if (bel_span_overlaps (attribution->content.items[i], span))
      return true;
  return false;
}

static bool
cue_inside (const BelVoice *voice, const BelAttribution *attribution, uint32_t quote)
{
  return attribution->cue_head != BEL_NONE && voice->quote_at[attribution->cue_head] == quote;
}

static int
compare_spans (const void *a, const void *b)
{
  const BelSpan *x = a, *y = b;
  return (x->start > y->start) - (x->start < y->start);
}

/* Adds @span to the content, joined with what it overlaps. */
static void
add_span (BelVoice *voice, BelAttribution *attribution, BelSpan span)
{
  bel_vec_push (voice->document->arena, &attribution->content, span);
  bel_sort (attribution->content.items, attribution->content.n, sizeof (BelSpan), compare_spans);
  uint32_t n = 0;
  for (uint32_t i = 0; i < attribution->content.n; i++) {
    BelSpan *last = n ? &attribution->content.items[n - 1] : NULL;
    if (last && attribution->content.items[i].start <= last->end)
      *last = bel_span_union (*last, attribution->content.items[i]);
    else
      attribution->content.items[n++] = attribution->content.items[i];
  }
  attribution->content.n = n;
}

static bool
may_speak (const BelVoice *voice, uint32_t index)
{
  return voice->speech.items[index] && !voice->claims->attributions.items[index].anaphoric;
}

/* The attributions of one sentence stand together: [first[s], first[s + 1]). */
typedef struct {
  BelVoice *voice;
  uint32_t *first; /* per sentence */
  uint32_t *owner; /* per quotation: attribution or BEL_NONE */
  uint32_t n_attributions;
} Joining;

static uint32_t
sentence_of_attribution (const BelDocument *document, const BelAttribution *attribution)
{
  return attribution->cue_head == BEL_NONE ? 0 : document->tokens.sentence[attribution->cue_head];
}

static void
index_sentences (Joining *joining)
{
  const BelClaims *claims = joining->voice->claims;
  const BelDocument *document = joining->voice->document;
  uint32_t n = document->sentences.n;
  joining->first = bel_arena_new_array (document->arena, uint32_t, n + 2);
  uint32_t a = 0;
  for (uint32_t s = 0; s <= n; s++) {
    while (a < claims->attributions.n && sentence_of_attribution (document, &claims->attributions.items[a]) < s)
      a++;
    joining->first[s] = a;
  }
}

static uint32_t
quote_sentence (const BelDocument *document, BelSpan span, bool last)
{
  uint32_t n, first = bel_tokens_covering (document, span, &n);
  if (first == BEL_NONE)
    return BEL_NONE;
  return document->tokens.sentence[last ? first + n - 1 : first];
}

/* A speaker whom the tree took out of the quotation itself: he stands beside the cue, after it or before it. */
static void
repair_source (BelVoice *voice, uint32_t index)
{
  const BelDocument *document = voice->document;
  BelAttribution *attribution = &voice->claims->attributions.items[index];
  uint32_t cue = attribution->cue_head, n, first;
  if (cue == BEL_NONE || voice->quote_at[cue] != BEL_NONE)
    return;
  first = bel_tokens_covering (document, attribution->source, &n);
  if (!bel_span_is_empty (attribution->source) && first != BEL_NONE && voice->quote_at[first] == BEL_NONE)
    return;
  BelDraftVoice draft = { .cue = BEL_NONE, .source = BEL_NONE };
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[cue]];
  uint32_t after = cue + 1, end = sentence->first_token + sentence->n_tokens;
  while (after < end && document->tokens.span[after].start < attribution->cue.end)
    after++;
  bool found = after < end && bel_draft_source_beside (voice, &draft, after, false);
  if (!found && cue > sentence->first_token)
    found = bel_draft_source_beside (voice, &draft, cue - 1, true);
  if (!found)
    return;
  attribution->source = bel_range_span (document, draft.source_range);
  attribution->source_head = draft.agent;
  bel_voice_mark_source (voice, attribution, draft.agent);
}

static void
own (Joining *joining, uint32_t quote, uint32_t index)
{
  const BelQuote *q = &joining->voice->claims->quotations.items[quote];
  joining->owner[quote] = index;
  add_span (joining->voice, &joining->voice->claims->attributions.items[index], q->span);
  repair_source (joining->voice, index);
}

static uint32_t
content_length (const BelAttribution *attribution)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < attribution->content.n; i++)
    n += bel_span_length (attribution->content.items[i]);
  return n;
}

/* The tree has put (a part of) the quote below a cue: the innermost such cue that may speak. */
static void
own_by_tree (Joining *joining, uint32_t quote, uint32_t s)
{
  BelVoice *voice = joining->voice;
  const BelQuote *q = &voice->claims->quotations.items[quote];
  uint32_t best = BEL_NONE, least = UINT32_MAX;
  for (uint32_t i = joining->first[s]; i < joining->first[s + 1]; i++) {
    const BelAttribution *attribution = &voice->claims->attributions.items[i];
    if (!may_speak (voice, i) || cue_inside (voice, attribution, quote) || !content_overlaps (attribution, q->span))
      continue;
    uint32_t length = content_length (attribution);
    if (length < least) {
      least = length;
      best = i;
    }
  }
  if (best != BEL_NONE)
    own (joining, quote, best);
}

static uint32_t
distance_to (BelSpan cue, BelSpan quote)
{
  if (cue.end <= quote.start)
    return quote.start - cue.end;
  return cue.start >= quote.end ? cue.start - quote.end : 0;
}

/* A cue that may speak, in sentence @s, outside all quotes, nearest to the quote. */
static uint32_t
nearest_cue (Joining *joining, uint32_t quote, uint32_t s, bool idle_only)
{
  BelVoice *voice = joining->voice;
  const BelQuote *q = &voice->claims->quotations.items[quote];
  uint32_t best = BEL_NONE, least = UINT32_MAX;
  for (uint32_t i = joining->first[s]; i < joining->first[s + 1]; i++) {
    const BelAttribution *attribution = &voice->claims->attributions.items[i];
    if (!may_speak (voice, i) || attribution->cue_head == BEL_NONE || voice->quote_at[attribution->cue_head] != BEL_NONE
        || (idle_only && attribution->content.n))
      continue;
    uint32_t distance = distance_to (attribution->cue, q->span);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

static bool
ends_with_colon (const BelDocument *document, uint32_t s)
{
  const BelSentence *sentence = &document->sentences.items[s];
  return sentence->n_tokens
         && document->text[document->tokens.span[sentence->first_token + sentence->n_tokens - 1].start] == ':';
}

/* "The minister was blunt:" and a quotation: the subject of what stands before the colon speaks. */
static uint32_t
make_introduced (Joining *joining, uint32_t s)
{
  BelVoice *voice = joining->voice;
  const BelDocument *document = voice->document;
  uint32_t root = bel_sentence_root (document, s);
  const BelSentence *sentence = &document->sentences.items[s];
  uint32_t colon = sentence->first_token + sentence->n_tokens - 1;
  BelDraftVoice draft = { .cue = colon,
                          .cue_range = { colon, colon },
                          .source = BEL_NONE,
                          .agent = BEL_NONE,
                          .outer = BEL_NONE,
                          .class_name = "say",
                          .speech = true };
  if (root != BEL_NONE)
    bel_draft_find_source (voice, &draft, root);
  bool speaks = draft.source != BEL_NONE
                && (bel_source_fits (voice, &draft, draft.agent)
                    || bel_lexicon_word (voice->nouns.lexicon, document, draft.agent)); /* "Her letter was short:" */
  return speaks ? bel_draft_finish (voice, &draft) : BEL_NONE;
}

static bool
is_dash (const BelDocument *document, uint32_t t)
{
  gunichar c = g_utf8_get_char (document->text + document->tokens.span[t].start);
  return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
}

/* "“…” — Anna Lee": a dash and a name after the marks, and nothing else in the paragraph. */
static uint32_t
make_credited (Joining *joining, uint32_t quote)
{
  BelVoice *voice = joining->voice;
  const BelDocument *document = voice->document;
  const BelQuote *q = &voice->claims->quotations.items[quote];
  BelSpan block = document->blocks.items[q->block].span;
  uint32_t n, dash = bel_tokens_covering (document, BEL_SPAN (q->span.end, block.end), &n);
  if (q->span.end >= block.end || dash == BEL_NONE || n < 2 || n > MAX_CREDIT || !is_dash (document, dash)
      || document->tokens.pos[dash + 1] != BEL_POS_PROPN)
    return BEL_NONE;
  BelDraftVoice draft = { .cue = dash,
                          .cue_range = { dash, dash },
                          .source = dash + 1,
                          .agent = dash + 1,
                          .outer = BEL_NONE,
                          .class_name = "say",
                          .speech = true };
  draft.source_range = (BelTokenRange){ dash + 1, dash + n - 1 };
  return bel_draft_finish (voice, &draft);
}

/* A paragraph that is one quotation and nothing else. */
static bool
is_whole_block (const BelVoice *voice, uint32_t quote)
{
  const BelQuote *q = &voice->claims->quotations.items[quote];
  BelSpan block = voice->document->blocks.items[q->block].span;
  return q->span.start <= block.start + 1 && q->span.end + 1 >= block.end;
}

/* The quotation before @quote in the same or the last block, if it has an owner. */
static uint32_t
owner_before (const Joining *joining, uint32_t quote)
{
  const BelClaims *claims = joining->voice->claims;
  for (uint32_t q = quote; q-- > 0;) {
    if (claims->quotations.items[q].depth || claims->quotations.items[q].kind != BEL_QUOTE_SPEECH)
      continue;
    bool same = claims->quotations.items[q].block == claims->quotations.items[quote].block;
    bool goes_on = claims->quotations.items[q].block + 1 == claims->quotations.items[quote].block
                   && is_whole_block (joining->voice, quote);
    return same || goes_on ? joining->owner[q] : BEL_NONE;
  }
  return BEL_NONE;
}

/* "P, she said. “Q.”": the sentence before, of the same block, was hers and outermost. */
static uint32_t
speaker_before (const Joining *joining, uint32_t quote, uint32_t s)
{
  const BelVoice *voice = joining->voice;
  const BelDocument *document = voice->document;
  const BelSentence *sentence = &document->sentences.items[s], *before = &document->sentences.items[s - 1];
  if (sentence->block != before->block || voice->claims->quotations.items[quote].span.start > sentence->span.start + 1)
    return BEL_NONE;
  uint32_t best = BEL_NONE, most = 0;
  for (uint32_t i = joining->first[s - 1]; i < joining->first[s]; i++) {
    const BelAttribution *attribution = &voice->claims->attributions.items[i];
    bool says
        = may_speak (voice, i) && attribution->stance == BEL_STANCE_ASSERT && !bel_span_is_empty (attribution->source);
    if (says && content_length (attribution) > most) {
      most = content_length (attribution);
      best = i;
    }
  }
  return best;
}

/* The block in which the content of attribution @index ends. */
static uint32_t
last_block (const Joining *joining, uint32_t index)
{
  const BelDocument *document = joining->voice->document;
  const BelAttribution *attribution = &joining->voice->claims->attributions.items[index];
  uint32_t n, first = attribution->content.n
                          ? bel_tokens_covering (document, attribution->content.items[attribution->content.n - 1], &n)
                          : BEL_NONE;
  return first == BEL_NONE ? BEL_NONE : document->sentences.items[document->tokens.sentence[first + n - 1]].block;
}

/* The next paragraph is the same speaker's: an attribution of its own, without a cue. */
static uint32_t
make_inherited (Joining *joining, uint32_t from)
{
  BelVoice *voice = joining->voice;
  BelAttribution *out = bel_vec_add (voice->document->arena, &voice->claims->attributions);
  const BelAttribution *speaker = &voice->claims->attributions.items[from];
  out->id = voice->claims->attributions.n - 1;
  out->source = speaker->source;
  out->source_head = speaker->source_head;
  out->source_entity = BEL_NONE;
  out->cue_head = out->parent = out->anaphor = BEL_NONE;
  out->cue_class = bel_symbols_intern_str (voice->document->symbols, "say");
  out->anonymous = speaker->anonymous;
  out->plural = speaker->plural;
  out->hearsay = speaker->hearsay;
  out->confidence = 0.6f;
  bel_vec_push (voice->document->arena, &voice->speech, true);
  return out->id;
}

static uint32_t
own_by_place (Joining *joining, uint32_t quote, uint32_t first, uint32_t last)
{
  const BelDocument *document = joining->voice->document;
  uint32_t block = document->sentences.items[first].block;
  uint32_t index = make_credited (joining, quote);
  if (index == BEL_NONE)
    index = nearest_cue (joining, quote, last, false);
  if (index == BEL_NONE)
    index = nearest_cue (joining, quote, first, false);
  if (index == BEL_NONE && last + 1 < document->sentences.n && document->sentences.items[last + 1].block == block)
    index = nearest_cue (joining, quote, last + 1, true);
  if (index == BEL_NONE && first > 0 && ends_with_colon (document, first - 1)) {
    index = nearest_cue (joining, quote, first - 1, true);
    if (index == BEL_NONE)
      index = make_introduced (joining, first - 1);
  }
  if (index != BEL_NONE)
    return index;
  index = owner_before (joining, quote);
  if (index == BEL_NONE && first > 0)
    index = speaker_before (joining, quote, first);
  bool elsewhere = index != BEL_NONE && last_block (joining, index) != document->sentences.items[first].block;
  return elsewhere ? make_inherited (joining, index) : index;
}

/* "“No,” she said.": a few words, and a cue right after them that has found nothing else. */
static void
own_short (Joining *joining, uint32_t quote, uint32_t s)
{
  const BelQuote *q = &joining->voice->claims->quotations.items[quote];
  const BelDocument *document = joining->voice->document;
  bool begins = q->span.start <= document->sentences.items[s].span.start + 1;
  uint32_t index = begins ? nearest_cue (joining, quote, s, true) : BEL_NONE;
  if (index != BEL_NONE && joining->voice->claims->attributions.items[index].cue.start <= q->span.end + MAX_SHORT_GAP)
    own (joining, quote, index);
}

static void
join_quote (Joining *joining, uint32_t quote)
{
  BelVoice *voice = joining->voice;
  const BelQuote *q = &voice->claims->quotations.items[quote];
  uint32_t first = quote_sentence (voice->document, q->span, false),
           last = quote_sentence (voice->document, q->span, true);
  if (first == BEL_NONE || q->depth || q->kind == BEL_QUOTE_TITLE)
    return;
  for (uint32_t s = last; joining->owner[quote] == BEL_NONE; s--) {
    own_by_tree (joining, quote, s);
    if (s == first)
      break;
  }
  if (joining->owner[quote] != BEL_NONE)
    return;
  if (q->kind != BEL_QUOTE_SPEECH) {
    own_short (joining, quote, first);
    return;
  }
  uint32_t index = q->continues == BEL_NONE ? BEL_NONE : joining->owner[q->continues];
  if (index == BEL_NONE)
    index = own_by_place (joining, quote, first, last);
  if (index != BEL_NONE)
    own (joining, quote, index);
}

/* -- kinds ------------------------------------------------------------------------------------- */

static BelAttributionKind
kind_of (const BelVoice *voice, const BelAttribution *attribution)
{
  uint32_t n_quoted = 0, n_words = 0;
  for (uint32_t i = 0; i < attribution->content.n; i++) {
    uint32_t n, first = bel_tokens_covering (voice->document, attribution->content.items[i], &n);
    for (uint32_t t = first; first != BEL_NONE && t < first + n; t++) {
      uint32_t quote = voice->quote_at[t];
      n_words++;
      n_quoted += quote != BEL_NONE && !cue_inside (voice, attribution, quote);
    }
  }
  if (n_quoted == 0)
    return BEL_ATTRIBUTION_INDIRECT;
  return n_quoted == n_words ? BEL_ATTRIBUTION_DIRECT : BEL_ATTRIBUTION_MIXED;
}

void
bel_voice_join_quotes (BelVoice *voice)
{
  BelClaims *claims = voice->claims;
  Joining joining = { .voice = voice };
  index_sentences (&joining);
  joining.owner = bel_arena_alloc (voice->document->arena, sizeof (uint32_t) * (claims->quotations.n + 1));
  for (uint32_t q = 0; q < claims->quotations.n; q++)
    joining.owner[q] = BEL_NONE;
  for (uint32_t q = 0; q < claims->quotations.n; q++)
    join_quote (&joining, q);
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    claims->attributions.items[i].kind = kind_of (voice, &claims->attributions.items[i]);
}
