/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Attributions by a colon.
 *
 *   Smith: We won.                        who speaks, and what
 *   Police: Two Dead in Harbour Fire      in a headline even without a verb
 *   Voss to Leave Arsenal — Sources       … and after it
 *   RUIZ: The bridge is safe. It was …    a turn of an interview, as long as its paragraph
 *   The minister was blunt: P.            a clause that says how it was said
 *   Her answer was short: P. Her view: P. or names the word that follows */
#include "claim/voice-private.h"

#define MAX_COLON_TOKENS 10
/** Words after the last dash of a headline that tell who says so. */
#define MAX_CREDIT 4
/** Words that a headline without a verb says at least: less is a label. */
#define MIN_SAID 3

static bool
is_mark (const BelDocument *document, uint32_t t, char mark)
{
  return document->text[document->tokens.span[t].start] == mark;
}

static bool
is_dash (const BelDocument *document, uint32_t t)
{
  return g_unichar_type (g_utf8_get_char (document->text + document->tokens.span[t].start))
             == G_UNICODE_DASH_PUNCTUATION
         && bel_span_length (document->tokens.span[t]) <= 3;
}

/* "Anna Lee — “We won.”" */
static bool
is_dash_to_quote (const BelDocument *document, uint32_t t, uint32_t end)
{
  if (t + 1 >= end || !is_dash (document, t))
    return false;
  gunichar next = g_utf8_get_char (document->text + document->tokens.span[t + 1].start);
  return next == '"' || next == 0x201C || next == 0x201D;
}

static uint32_t
find_colon (const BelDocument *document, const BelSentence *sentence)
{
  uint32_t end = sentence->first_token + MIN (sentence->n_tokens, MAX_COLON_TOKENS);
  for (uint32_t t = sentence->first_token; t < end; t++) {
    if (is_mark (document, t, ':') || is_dash_to_quote (document, t, end))
      return t;
    if (document->tokens.pos[t] == BEL_POS_VERB || document->tokens.pos[t] == BEL_POS_AUX
        || document->tokens.pos[t] == BEL_POS_NUM || is_mark (document, t, ','))
      return BEL_NONE;
  }
  return BEL_NONE;
}

static bool
holds_verb (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++)
    if (document->tokens.pos[t] == BEL_POS_VERB || document->tokens.pos[t] == BEL_POS_AUX)
      return true;
  return false;
}

/* Three letters or more, none of them small. */
static bool
is_upper (const BelDocument *document, uint32_t first, uint32_t end)
{
  unsigned letters = 0;
  for (uint32_t i = document->tokens.span[first].start; i < document->tokens.span[end].start; i++) {
    if (g_ascii_islower (document->text[i]))
      return false;
    letters += g_ascii_isupper (document->text[i]);
  }
  return letters > 2;
}

/* Whether sentence @s begins a paragraph: there "SMITH:" is a turn in an interview, which lasts as long as the paragraph. */
static bool
begins_block (const BelDocument *document, uint32_t s)
{
  const BelSentence *sentence = &document->sentences.items[s];
  return sentence->span.start <= document->blocks.items[sentence->block].span.start + 1;
}

static uint32_t
block_end (const BelDocument *document, uint32_t s)
{
  uint32_t n,
      begin = bel_tokens_covering (document, document->blocks.items[document->sentences.items[s].block].span, &n);
  return begin == BEL_NONE ? 0 : begin + n - 1;
}

/* "Official", "Sources", "the police" before the colon of a headline. */
static bool
is_source_word (const BelVoice *voice, uint32_t t)
{
  return bel_lexicon_word (voice->sources, voice->document, t) || bel_lexicon_word (voice->papers, voice->document, t);
}

static bool
is_plural (const BelDocument *document, uint32_t t)
{
  return document->tokens.xpos[t] == BEL_XPOS_NNS || document->tokens.xpos[t] == BEL_XPOS_NNPS;
}

/* "Photo: …" says what comes; "Sources: …" are people, "Source: …" is a credit. */
static bool
is_label (const BelVoice *voice, uint32_t first, uint32_t colon)
{
  bool people = is_plural (voice->document, colon - 1) && bel_lexicon_word (voice->sources, voice->document, colon - 1);
  return !people
         && (bel_lexicon_word (voice->labels, voice->document, first)
             || bel_lexicon_word (voice->labels, voice->document, colon - 1));
}

static bool
names_speaker (BelVoice *voice, uint32_t first, uint32_t colon)
{
  const BelTokens *tokens = &voice->document->tokens;
  if (is_label (voice, first, colon))
    return false;
  for (uint32_t t = first; t < colon; t++)
    if (tokens->name[t] == BEL_NAME_PERSON || tokens->name[t] == BEL_NAME_ORG
        || (tokens->pos[t] == BEL_POS_PROPN && colon - first <= 2))
      return true;
  return is_source_word (voice, colon - 1);
}

/* Some words and no full stop, in a paragraph of their own. */
static bool
is_headline (const BelDocument *document, uint32_t s)
{
  const BelSentence *sentence = &document->sentences.items[s];
  BelSpan block = document->blocks.items[sentence->block].span;
  return begins_block (document, s) && sentence->span.end + 1 >= block.end
         && !is_mark (document, sentence->first_token + sentence->n_tokens - 1, '.');
}

/* Whether [first, last] of a headline, whose verbs are often misread, says something: more than a name or a title. */
static bool
says_something (const BelDocument *document, uint32_t first, uint32_t last)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t n = 0, n_named = 0;
  for (uint32_t t = first; t <= last; t++) {
    n += tokens->pos[t] != BEL_POS_PUNCT;
    n_named += tokens->name[t] != BEL_NAME_NONE;
  }
  bool article = bel_token_form_is (document, first, "a") || bel_token_form_is (document, first, "an")
                 || bel_token_form_is (document, first, "the");
  return n >= MIN_SAID && n_named < n && !article;
}

/* "Smith: …", "Police: …": what stands before @colon speaks. */
static bool
is_spoken (BelVoice *voice, uint32_t s, uint32_t colon, uint32_t last)
{
  const BelDocument *document = voice->document;
  uint32_t first = document->sentences.items[s].first_token;
  if (!names_speaker (voice, first, colon))
    return false;
  return holds_verb (document, colon + 1, last)
         || (is_source_word (voice, colon - 1) && is_headline (document, s)
             && says_something (document, colon + 1, last));
}

static void
finish_at (BelVoice *voice, BelDraftVoice *draft, uint32_t colon, uint32_t last)
{
  bel_draft_add_range (draft, colon + 1, last);
  draft->speech = true;
  bel_draft_finish (voice, draft);
}

static void
from_speaker (BelVoice *voice, uint32_t s, uint32_t colon)
{
  const BelDocument *document = voice->document;
  const BelSentence *sentence = &document->sentences.items[s];
  uint32_t first = sentence->first_token, last = first + sentence->n_tokens - 1;
  bool turn = is_mark (document, colon, ':') && begins_block (document, s) && is_upper (document, first, colon)
              && !bel_lexicon_word (voice->labels, document, first);
  if (turn)
    last = block_end (document, s);
  if (colon >= last || !(turn || is_spoken (voice, s, colon, last)))
    return;
  BelDraftVoice draft
      = { .cue = colon, .cue_range = { colon, colon }, .source = colon - 1, .outer = BEL_NONE, .class_name = "say" };
  draft.source_range = (BelTokenRange){ first, colon - 1 };
  const uint32_t *head = document->tokens.head;
  while (head[draft.source] != BEL_NONE && head[draft.source] >= first && head[draft.source] < draft.source)
    draft.source = head[draft.source];
  draft.agent = draft.source;
  finish_at (voice, &draft, colon, last);
}

/* "Voss to leave Arsenal – sources" */
static void
from_credit (BelVoice *voice, uint32_t s)
{
  const BelDocument *document = voice->document;
  uint32_t first = document->sentences.items[s].first_token, last = first + document->sentences.items[s].n_tokens - 1,
           dash = last;
  while (dash > first && last - dash <= MAX_CREDIT && !is_dash (document, dash))
    dash--;
  if (dash <= first + MIN_SAID || dash == last || !is_dash (document, dash) || !is_headline (document, s)
      || !is_source_word (voice, last) || holds_verb (document, dash + 1, last)
      || document->tokens.pos[dash + 1] == BEL_POS_DET)
    return;
  BelDraftVoice draft = {
    .cue = dash, .cue_range = { dash, dash }, .source = last, .agent = last, .outer = BEL_NONE, .class_name = "say"
  };
  draft.source_range = (BelTokenRange){ dash + 1, last };
  bel_draft_add_range (&draft, first, dash - 1);
  draft.speech = true;
  bel_draft_finish (voice, &draft);
}

/* -- "The minister was blunt: P." -------------------------------------------------------------------- */

/* The colon of sentence @s that a clause leads up to, with something after it; BEL_NONE. */
static uint32_t
find_leading_colon (const BelVoice *voice, const BelSentence *sentence)
{
  for (uint32_t t = sentence->first_token + 1; t + 1 < sentence->first_token + sentence->n_tokens; t++)
    if (is_mark (voice->document, t, ':') && voice->quote_at[t] == BEL_NONE)
      return t;
  return BEL_NONE;
}

static uint32_t
subject_of (const BelDocument *document, uint32_t t)
{
  return bel_child_base (document, t, BEL_DEP_NSUBJ);
}

/* Whose word noun @t is: "the mayor's answer", "her message", "a reply from the palace"; BEL_NONE. */
static uint32_t
speaker_of_word (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  const BelEntry *entry = bel_lexicon_headed (voice->nouns.lexicon, document, t, NULL);
  if (!entry || !bel_cue_flag (&voice->nouns, entry, voice->nouns.clause))
    return BEL_NONE;
  uint32_t owner = bel_child (document, t, BEL_DEP_NMOD_POSS);
  if (owner != BEL_NONE)
    return owner;
  for (BEL_EACH_CHILD (document, t, c)) {
    uint32_t marker
        = bel_dep_base (document->tokens.dep[c]) == BEL_DEP_NMOD ? bel_child (document, c, BEL_DEP_CASE) : BEL_NONE;
    if (marker != BEL_NONE
        && (bel_token_form_is (document, marker, "from") || bel_token_form_is (document, marker, "of")))
      return c;
  }
  return BEL_NONE;
}

/* What tells before @colon that somebody speaks after it, with @out_source who: "blunt", "her answer"; BEL_NONE. */
static uint32_t
find_announcement (BelVoice *voice, uint32_t first, uint32_t colon, uint32_t *out_source)
{
  const BelDocument *document = voice->document;
  for (uint32_t t = first; t < colon; t++) {
    uint32_t subject = subject_of (document, t);
    const BelEntry *entry = subject == BEL_NONE || subject >= t ? NULL : bel_lexicon_word (voice->frank, document, t);
    if (!entry)
      continue;
    uint32_t owner = speaker_of_word (voice, subject);
    BelDraftVoice draft = { .source = BEL_NONE };
    bool of_words = bel_entry_boolean (entry, bel_lexicon_field (voice->frank, "word"));
    if (owner == BEL_NONE && (of_words || !bel_source_fits (voice, &draft, subject)))
      continue;
    *out_source = owner == BEL_NONE ? subject : owner;
    return owner == BEL_NONE ? t : subject;
  }
  if (holds_verb (document, first, colon - 1))
    return BEL_NONE;
  for (uint32_t t = first; t < colon; t++)
    if (!bel_lexicon_word (voice->labels, document, t) && (*out_source = speaker_of_word (voice, t)) != BEL_NONE
        && *out_source < colon)
      return t; /* "Editor's note: …" is the paper's own word */
  return BEL_NONE;
}

static void
from_announcement (BelVoice *voice, const BelSentence *sentence)
{
  const BelDocument *document = voice->document;
  uint32_t colon = find_leading_colon (voice, sentence), source = BEL_NONE;
  uint32_t cue = colon == BEL_NONE ? BEL_NONE : find_announcement (voice, sentence->first_token, colon, &source);
  uint32_t last = sentence->first_token + sentence->n_tokens - 1;
  if (cue == BEL_NONE || bel_token_negated (document, cue))
    return;
  BelDraftVoice draft = {
    .cue = cue, .cue_range = { cue, cue }, .source = BEL_NONE, .agent = BEL_NONE, .outer = BEL_NONE, .class_name = "say"
  };
  bel_draft_set_source (voice, &draft, source);
  draft.source_range.last = MIN (draft.source_range.last, colon - 1);
  finish_at (voice, &draft, colon, last);
}

void
bel_voice_from_colon (BelVoice *voice, uint32_t s)
{
  const BelSentence *sentence = &voice->document->sentences.items[s];
  uint32_t n = voice->claims->attributions.n, colon = find_colon (voice->document, sentence);
  if (colon != BEL_NONE && colon > sentence->first_token)
    from_speaker (voice, s, colon);
  if (voice->claims->attributions.n == n)
    from_announcement (voice, sentence);
  if (voice->claims->attributions.n == n)
    from_credit (voice, s);
}
