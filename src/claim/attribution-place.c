/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Contents by place, for cues to whom the tree gave none.
 *
 *   warned voters that P          from "that" on
 *   said the mayor met him        the clause whose subject begins right after the cue
 *   P, the paper has learned.     what stands before the comma of a cue with its source
 *   accused him of P              after the preposition that the cue leads to its content by */
#include "claim/voice-private.h"

/** Words between a cue and its "that": an addressee, a time. */
#define MAX_BETWEEN 8
#define MAX_CLIMB 12
/** Words of a source that stands between a comma and its cue. */
#define MAX_PHRASE 12

static uint32_t
sentence_end (const BelDocument *document, uint32_t t)
{
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[t]];
  return sentence->first_token + sentence->n_tokens;
}

static bool
is_mark (const BelDocument *document, uint32_t t, char mark)
{
  return document->text[document->tokens.span[t].start] == mark;
}

static bool
is_that (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_SCONJ
         && (bel_token_form_is (document, t, "that") || bel_token_form_is (document, t, "whether"));
}

/* "that" of a clause after token @t, with nothing but an addressee or a time between; BEL_NONE. */
static uint32_t
find_that (const BelDocument *document, uint32_t t, uint32_t between)
{
  uint32_t end = MIN (sentence_end (document, t), t + 2 + between);
  for (uint32_t u = t + 1; u < end; u++) {
    if (is_that (document, u))
      return document->tokens.head[u] != BEL_NONE && document->tokens.head[u] > u ? u : BEL_NONE;
    BelPos pos = document->tokens.pos[u];
    if (pos == BEL_POS_VERB || pos == BEL_POS_AUX || pos == BEL_POS_PUNCT || pos == BEL_POS_SCONJ)
      return BEL_NONE;
  }
  return BEL_NONE;
}

static void
take_clause_from (BelDraftVoice *draft, const BelDocument *document, uint32_t first, uint32_t head)
{
  uint32_t last = MIN (document->tokens.subtree_last[head], sentence_end (document, first) - 1);
  if (draft->n_heads < BEL_VOICE_MAX_PARTS)
    draft->heads[draft->n_heads++] = head;
  bel_draft_add_range (draft, first, MAX (head, last));
}

bool
bel_draft_that_beside (BelVoice *voice, BelDraftVoice *draft, uint32_t last, bool far)
{
  uint32_t that = find_that (voice->document, last, far ? MAX_BETWEEN : 0);
  if (that == BEL_NONE)
    return false;
  take_clause_from (draft, voice->document, that, voice->document->tokens.head[that]);
  return true;
}

static bool
is_subject (const BelDocument *document, uint32_t t)
{
  return document->tokens.dep[t] == BEL_DEP_NSUBJ || document->tokens.dep[t] == BEL_DEP_NSUBJ_PASS
         || document->tokens.dep[t] == BEL_DEP_EXPL;
}

/* "said | the mayor met him": the clause whose subject's phrase begins at token @t. */
static uint32_t
clause_with_subject_at (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t u = t;
  for (int i = 0; i < MAX_CLIMB && u != BEL_NONE && tokens->subtree_first[u] >= t; i++) {
    if (is_subject (document, u) && tokens->subtree_first[u] == t && tokens->head[u] != BEL_NONE && tokens->head[u] > u)
      return tokens->head[u];
    u = tokens->head[u];
  }
  return BEL_NONE;
}

/* Whether some word of [first, last] has its subject there too. */
static bool
holds_clause (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++) {
    uint32_t head = document->tokens.head[t];
    if (is_subject (document, t) && head != BEL_NONE && first <= head && head <= last)
      return true;
  }
  return false;
}

static bool
holds_finite (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++) {
    BelXpos xpos = document->tokens.xpos[t];
    if (xpos == BEL_XPOS_VBD || xpos == BEL_XPOS_VBZ || xpos == BEL_XPOS_VBP || xpos == BEL_XPOS_MD)
      return true;
  }
  return false;
}

/* The word of [first, last] that the rest hangs on */
static uint32_t
top_of (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++) {
    uint32_t head = document->tokens.head[t];
    if ((head == BEL_NONE || head < first || head > last) && document->tokens.pos[t] != BEL_POS_PUNCT
        && bel_dep_base (document->tokens.dep[t]) != BEL_DEP_NSUBJ)
      return t;
  }
  return BEL_NONE;
}

static bool
in_noun_phrase (const BelDocument *document, uint32_t t)
{
  switch (document->tokens.pos[t]) {
  case BEL_POS_NOUN:
  case BEL_POS_PROPN:
  case BEL_POS_ADJ:
  case BEL_POS_NUM:
  case BEL_POS_ADP:
  case BEL_POS_PART:
    return true;
  case BEL_POS_PUNCT:
    return is_mark (document, t, '(') || is_mark (document, t, ')') || is_mark (document, t, '-');
  case BEL_POS_DET:
  case BEL_POS_PRON:
    return document->tokens.xpos[t] != BEL_XPOS_WDT && document->tokens.xpos[t] != BEL_XPOS_WP
           && document->tokens.xpos[t] != BEL_XPOS_WPS;
  default:
    return false;
  }
}

/* First token of the noun phrase that ends before token @cue and begins after a comma or a quotation; BEL_NONE. */
static uint32_t
phrase_before (const BelVoice *voice, uint32_t cue, uint32_t begin)
{
  const BelDocument *document = voice->document;
  for (uint32_t t = cue; t > begin + 1 && cue - t < MAX_PHRASE; t--) {
    if (is_mark (document, t - 1, ',') || voice->quote_at[t - 1] != voice->quote_at[cue])
      return t < cue && document->tokens.pos[t] != BEL_POS_ADP ? t : BEL_NONE;
    if (!in_noun_phrase (document, t - 1))
      return BEL_NONE;
  }
  return BEL_NONE;
}

/* What stands beside the commas, but for quotations, which find their speaker themselves. */
static void
take_side (const BelVoice *voice, BelDraftVoice *draft, uint32_t first, uint32_t last, uint32_t edge)
{
  if (first > last || voice->quote_at[edge] != voice->quote_at[draft->cue])
    return;
  uint32_t head = top_of (voice->document, first, last);
  if (head != BEL_NONE && draft->n_heads < BEL_VOICE_MAX_PARTS)
    draft->heads[draft->n_heads++] = head;
  bel_draft_add_range (draft, first, last);
}

/* ", adding that P", ", which shut it": no longer what the cue governs. */
static bool
goes_on_otherwise (const BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelXpos xpos = document->tokens.xpos[t];
  bool adds = xpos == BEL_XPOS_VBG && bel_lexicon_word (voice->verbs.lexicon, document, t);
  return adds || xpos == BEL_XPOS_WDT || xpos == BEL_XPOS_WP || document->tokens.pos[t] == BEL_POS_ADP;
}

/* "P, the mayor, a farmer, told the paper": who is told stands after the cue, and who says it before. */
static bool
has_both (const BelDocument *document, uint32_t cue)
{
  uint32_t subject = bel_child (document, cue, BEL_DEP_NSUBJ), object = bel_child (document, cue, BEL_DEP_OBJ);
  if (object == BEL_NONE)
    object = bel_child (document, cue, BEL_DEP_IOBJ);
  return subject != BEL_NONE && subject < cue && object != BEL_NONE && object > cue;
}

/* "P, said the mayor.": the source stands after its cue and ends the sentence. */
static bool
inverted (BelVoice *voice, BelDraftVoice *draft, uint32_t begin)
{
  const BelDocument *document = voice->document;
  uint32_t first = draft->cue_range.first, next = draft->cue_range.last + 1, end = sentence_end (document, draft->cue);
  if (first < begin + 3 || next >= end || has_both (document, draft->cue) || !is_mark (document, first - 1, ',')
      || !draft->speech || voice->quote_at[first - 1] != voice->quote_at[first]
      || document->tokens.pos[next] == BEL_POS_ADP)
    return false;
  uint32_t last = next;
  while (last < end && last - next < MAX_PHRASE && in_noun_phrase (document, last))
    last++;
  bool closes = last == next ? false : last >= end || (last + 1 == end && document->tokens.pos[last] == BEL_POS_PUNCT);
  if (!closes || !holds_clause (document, begin, first - 2) || document->tokens.pos[begin] == BEL_POS_SCONJ
      || !bel_draft_source_beside (voice, draft, next, false) || !bel_source_fits (voice, draft, draft->agent))
    return false;
  draft->source_range = (BelTokenRange){ next, last - 1 };
  draft->n_parts = draft->n_heads = 0;
  take_side (voice, draft, begin, first - 2, first - 2);
  return draft->n_parts > 0;
}

/* Of the heads that the tree gave, those in quotation @quote remain; none when it is BEL_NONE. */
static void
keep_heads_of (const BelVoice *voice, BelDraftVoice *draft, uint32_t quote)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < draft->n_heads; i++)
    if (quote != BEL_NONE && voice->quote_at[draft->heads[i]] == quote)
      draft->heads[n++] = draft->heads[i];
  draft->n_heads = n;
}

/* "…, the mayor told the paper on Thursday." */
static bool
only_addresses (const BelVoice *voice, uint32_t first, uint32_t end)
{
  const BelDocument *document = voice->document;
  for (uint32_t t = first; t < end; t++) {
    bool last = t + 1 == end && document->tokens.pos[t] == BEL_POS_PUNCT;
    if (!last && !in_noun_phrase (document, t) && document->tokens.pos[t] != BEL_POS_ADV)
      return false;
  }
  return end - first <= MAX_PHRASE;
}

/* "On Monday the paper reported, citing officials, that P": a clause of its own with "that" follows. */
static bool
governs_that_clause (const BelDocument *document, uint32_t cue)
{
  for (BEL_EACH_CHILD (document, cue, c)) {
    uint32_t mark
        = c > cue && document->tokens.dep[c] == BEL_DEP_CCOMP ? bel_child (document, c, BEL_DEP_MARK) : BEL_NONE;
    if (mark != BEL_NONE && mark > cue && is_that (document, mark))
      return true;
  }
  return false;
}

bool
bel_draft_parenthetic (BelVoice *voice, BelDraftVoice *draft)
{
  const BelDocument *document = voice->document;
  uint32_t begin = document->sentences.items[document->tokens.sentence[draft->cue]].first_token;
  if (inverted (voice, draft, begin))
    return true;
  if (governs_that_clause (document, draft->cue))
    return false;
  uint32_t end = sentence_end (document, draft->cue), next = draft->cue_range.last + 1;
  uint32_t low = phrase_before (voice, draft->cue_range.first, begin);
  if (low == BEL_NONE || low < begin + 2)
    return false;
  bool closes
      = next + 1 >= end || voice->quote_at[next] != voice->quote_at[draft->cue] || only_addresses (voice, next, end);
  if (!closes && !is_mark (document, next, ','))
    return false;
  uint32_t left = low - 1; /* the comma, or the last mark of a quotation */
  bool quoted = voice->quote_at[left] != voice->quote_at[draft->cue];
  if (!quoted
      && !(closes ? holds_clause (document, begin, left - 1) && document->tokens.pos[begin] != BEL_POS_SCONJ
                  : holds_finite (document, begin, left - 1) || holds_finite (document, next + 1, end - 1)))
    return false;
  if (!bel_draft_source_beside (voice, draft, draft->cue_range.first - 1, true))
    return false;
  draft->source_range.first = low;
  draft->n_parts = 0;
  keep_heads_of (voice, draft, quoted ? voice->quote_at[left] : BEL_NONE);
  if (!quoted)
    take_side (voice, draft, begin, left - 1, left - 1);
  bool anew = quoted && next + 1 < end && document->tokens.pos[next + 1] == BEL_POS_CCONJ;
  if (!closes && !anew && !goes_on_otherwise (voice, next + 1))
    take_side (voice, draft, next + 1, end - 1, next + 1);
  return draft->n_parts > 0 || quoted;
}

bool
bel_draft_clause_beside (BelVoice *voice, BelDraftVoice *draft)
{
  const BelDocument *document = voice->document;
  if (bel_draft_that_beside (voice, draft, draft->cue_range.last, true))
    return true;
  uint32_t next = draft->cue_range.last + 1;
  uint32_t clause = next < sentence_end (document, draft->cue) ? clause_with_subject_at (document, next) : BEL_NONE;
  if (clause == BEL_NONE)
    return false;
  take_clause_from (draft, document, next, clause);
  return true;
}

/* "what we speak about if it rains": a preposition before a conjunction leads to nothing; "about whether it rains". */
bool
bel_voice_is_stranded (const BelDocument *document, uint32_t t)
{
  uint32_t next = t + 1;
  return next < document->tokens.n && document->tokens.dep[next] == BEL_DEP_MARK
         && document->tokens.xpos[next] == BEL_XPOS_IN && !bel_token_form_is (document, next, "whether");
}

/* "accused the bank of hiding it", where the tree hung the phrase on the bank. */
bool
bel_draft_via_beside (BelVoice *voice, BelDraftVoice *draft)
{
  const BelDocument *document = voice->document;
  uint32_t end = MIN (sentence_end (document, draft->cue), draft->cue_range.last + 2 + MAX_BETWEEN);
  for (uint32_t t = draft->cue_range.last + 1; t < end; t++) {
    BelPos pos = document->tokens.pos[t];
    if (pos == BEL_POS_VERB || pos == BEL_POS_AUX || (pos == BEL_POS_PUNCT && !is_mark (document, t, ',')))
      return false;
    bool leads = document->tokens.dep[t] == BEL_DEP_CASE || document->tokens.dep[t] == BEL_DEP_MARK;
    if (!leads || !bel_cue_has_via (draft->cues, draft->entry, document, t))
      continue;
    uint32_t head = document->tokens.head[t];
    if (head == BEL_NONE || head <= t || bel_voice_is_stranded (document, t))
      return false;
    take_clause_from (draft, document, t + 1, head);
    return true;
  }
  return false;
}

static bool
has_mark_as (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (document->tokens.dep[c] == BEL_DEP_MARK && bel_token_form_is (document, c, "as"))
      return true;
  return false;
}

/* "left as the minister names her team": it has what it is about. "as he told the court, P": the court is told. */
static bool
has_own_object (const BelVoice *voice, const BelDraftVoice *draft, uint32_t t)
{
  uint32_t object = bel_child (voice->document, t, BEL_DEP_OBJ);
  return object != BEL_NONE && object > t && !bel_cue_flag (draft->cues, draft->entry, draft->cues->person)
         && !bel_voice_in_time (voice, object);
}

/* "He left; she called in": two sentences in one. */
static bool
after_semicolon (const BelDocument *document, uint32_t t)
{
  uint32_t first = document->tokens.subtree_first[t];
  return (first > 0 && document->text[document->tokens.span[first - 1].start] == ';')
         || document->text[document->tokens.span[first].start] == ';';
}

/* "P, X said": the verb hangs on its content; "as X said, P". */
void
bel_draft_take_host (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelDep dep = document->tokens.dep[t];
  uint32_t host = document->tokens.head[t];
  if (host == BEL_NONE || !draft->speech || has_own_object (voice, draft, t))
    return;
  bool as = dep == BEL_DEP_ADVCL && has_mark_as (document, t);
  if (!as
      && (dep != BEL_DEP_PARATAXIS || after_semicolon (document, t)
          || bel_child (document, t, BEL_DEP_NSUBJ) == BEL_NONE))
    return;
  bel_draft_add_content_without (voice, draft, host, t);
}
