/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Where source, cue and content of an attribution begin and end. */
#include "claim/voice-private.h"

#define MAX_CLIMB 8
/** Words of an antecedent that are shown with its relative pronoun. */
#define MAX_ANTECEDENT 10

BelSpan
bel_range_span (const BelDocument *document, BelTokenRange range)
{
  return BEL_SPAN (document->tokens.span[range.first].start, document->tokens.span[range.last].end);
}

static bool
is_punct (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PUNCT;
}

/* A mark at the edge of a phrase is not part of it, but for quotation marks, brackets and %. */
static bool
is_trailing (const BelDocument *document, uint32_t t)
{
  if (!is_punct (document, t))
    return false;
  char c = document->text[document->tokens.span[t].start];
  return c == ',' || c == ';' || c == ':' || c == '.' || c == '-' || (uint8_t) c == 0xE2;
}

static bool
is_quote_mark (const BelDocument *document, uint32_t t)
{
  gunichar c = g_utf8_get_char (document->text + document->tokens.span[t].start);
  return c == '"' || c == 0x201C || c == 0x201D || c == '\'' || c == 0x2018 || c == 0x2019;
}

static BelTokenRange
trim (const BelDocument *document, BelTokenRange range)
{
  while (range.first < range.last && is_trailing (document, range.first) && !is_quote_mark (document, range.first))
    range.first++;
  while (range.last > range.first && is_trailing (document, range.last) && !is_quote_mark (document, range.last))
    range.last--;
  return range;
}

void
bel_draft_add_range (BelDraftVoice *draft, uint32_t first, uint32_t last)
{
  if (first <= last && draft->n_parts < BEL_VOICE_MAX_PARTS)
    draft->parts[draft->n_parts++] = (BelTokenRange){ first, last };
}

void
bel_draft_add_content_without (BelVoice *voice, BelDraftVoice *draft, uint32_t head, uint32_t without)
{
  uint32_t first, last, cut_first, cut_last;
  bel_subtree_range (voice->document, head, &first, &last);
  if (draft->n_heads < BEL_VOICE_MAX_PARTS)
    draft->heads[draft->n_heads++] = head;
  if (without == BEL_NONE) {
    bel_draft_add_range (draft, first, last);
    return;
  }
  bel_subtree_range (voice->document, without, &cut_first, &cut_last);
  if (cut_first > first)
    bel_draft_add_range (draft, first, cut_first - 1);
  if (cut_last < last)
    bel_draft_add_range (draft, cut_last + 1, last);
}

void
bel_draft_add_content (BelVoice *voice, BelDraftVoice *draft, uint32_t head)
{
  const BelDocument *document = voice->document;
  uint32_t cut = draft->cue != BEL_NONE && bel_dominates (document, head, draft->cue) ? draft->cue : BEL_NONE;
  uint32_t mark = bel_child (document, head, BEL_DEP_MARK), before = draft->n_parts;
  bel_draft_add_content_without (voice, draft, head, cut);
  bool marked = mark != BEL_NONE && draft->cue != BEL_NONE && mark > draft->cue && cut == BEL_NONE;
  if (marked && draft->n_parts > before) /* what stands before the cue is not in its that-clause */
    draft->parts[before].first = MAX (draft->parts[before].first, draft->cue + 1);
}

bool
bel_voice_in_time (const BelVoice *voice, uint32_t t)
{
  for (uint32_t i = 0; i < voice->claims->times.n; i++)
    if (voice->claims->times.items[i].first <= t && t <= voice->claims->times.items[i].last)
      return true;
  return false;
}

/* "has voted for years", "for three days": how long. "called for days of rest": what for. */
bool
bel_voice_is_while (const BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t marker = bel_child (document, t, BEL_DEP_CASE);
  return document->tokens.xpos[t] == BEL_XPOS_NNS && marker != BEL_NONE && bel_token_form_is (document, marker, "for")
         && bel_child (document, t, BEL_DEP_DET) == BEL_NONE && bel_child (document, t, BEL_DEP_NMOD_POSS) == BEL_NONE
         && bel_child_base (document, t, BEL_DEP_NMOD) == BEL_NONE && voice->spans
         && bel_lexicon_word (voice->spans, document, t) != NULL;
}

void
bel_draft_set_source (BelVoice *voice, BelDraftVoice *draft, uint32_t head)
{
  const BelTokens *tokens = &voice->document->tokens;
  uint32_t first, last;
  bel_subtree_range (voice->document, head, &first, &last);
  if (draft->cue != BEL_NONE && first <= draft->cue && draft->cue <= last) {
    if (draft->cue > head)
      last = draft->cue_range.first > head ? draft->cue_range.first - 1 : head;
    else
      first = draft->cue + 1;
  }
  while (first < head && voice->quote_at[first] != voice->quote_at[head]) /* a quotation hung on its speaker */
    first++;
  while (last > head && voice->quote_at[last] != voice->quote_at[head] && voice->quote_at[head] == BEL_NONE)
    last--;
  while (first < head && (tokens->dep[first] == BEL_DEP_CASE || tokens->dep[first] == BEL_DEP_CC)
         && tokens->head[first] == head)
    first++;
  for (uint32_t t = head + 1; t < last; t++) /* "the paper, citing officials, reported" */
    if (voice->document->text[tokens->span[t].start] == ',' && tokens->xpos[t + 1] == BEL_XPOS_VBG)
      last = t - 1;
  /* "Trump's" of "Trump's claim" is named without the clitic. */
  if (last > head && tokens->dep[last] == BEL_DEP_CASE && tokens->head[last] == head)
    last--;
  draft->source = head;
  draft->agent = head;
  draft->source_range = trim (voice->document, (BelTokenRange){ first, last });
}

static uint32_t
subject_of (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c];
    if (dep == BEL_DEP_NSUBJ || dep == BEL_DEP_NSUBJ_OUTER)
      return c;
  }
  return BEL_NONE;
}

static bool
is_relative_pronoun (const BelDocument *document, uint32_t t)
{
  return bel_token_feat (document, t, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_REL || document->tokens.xpos[t] == BEL_XPOS_WP
         || document->tokens.xpos[t] == BEL_XPOS_WDT;
}

static bool
takes_subject (const BelVoice *voice, BelDraftVoice *draft, uint32_t t, uint32_t subject)
{
  const BelTokens *tokens = &voice->document->tokens;
  bel_draft_set_source ((BelVoice *) voice, draft, subject);
  if (bel_dep_base (tokens->dep[t]) != BEL_DEP_ACL || !is_relative_pronoun (voice->document, subject)
      || tokens->head[t] == BEL_NONE || tokens->head[t] > subject)
    return true;
  draft->agent = tokens->head[t];
  /* "those who said": antecedent and pronoun, when they stand together; else the antecedent. */
  uint32_t first = tokens->subtree_first[draft->agent], copula = bel_child (voice->document, draft->agent, BEL_DEP_COP);
  if (copula != BEL_NONE && copula < draft->agent)
    first = copula + 1; /* "is a man | who said" */
  while (
      first < draft->agent
      && (tokens->dep[first] == BEL_DEP_CASE || tokens->dep[first] == BEL_DEP_CC || is_punct (voice->document, first)))
    first++;
  if (subject - first <= MAX_ANTECEDENT)
    draft->source_range.first = first;
  else
    draft->source_range = trim (voice->document, (BelTokenRange){ first, MAX (subject, first + 1) - 1 });
  return true;
}

/* One step up: to where a verb without a subject of its own borrows one. BEL_NONE when it borrows none. */
static uint32_t
lender (const BelDocument *document, uint32_t t, bool through_noun)
{
  switch (document->tokens.dep[t]) {
  case BEL_DEP_XCOMP:
  case BEL_DEP_CONJ:
  case BEL_DEP_ADVCL:
  case BEL_DEP_CCOMP:
  case BEL_DEP_PARATAXIS:
  case BEL_DEP_DEP:
  case BEL_DEP_ACL:
    return document->tokens.head[t];
  case BEL_DEP_OBJ:
  case BEL_DEP_OBL:
    return through_noun ? document->tokens.head[t] : BEL_NONE;
  default:
    return BEL_NONE;
  }
}

static bool
is_as_clause (const BelDocument *document, uint32_t t)
{
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (document, mark, "as") && document->tokens.xpos[t] == BEL_XPOS_VBG;
}

static bool
source_from_lender (BelVoice *voice, BelDraftVoice *draft, uint32_t from, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelDep dep = document->tokens.dep[from];
  bool paper = bel_lexicon_word (voice->settings, document, t) && bel_dep_base (document->tokens.dep[t]) == BEL_DEP_OBJ
               && bel_child (document, document->tokens.head[t], BEL_DEP_NSUBJ) != BEL_NONE;
  if (dep == BEL_DEP_ACL && document->tokens.pos[t] != BEL_POS_VERB && (paper || !bel_source_fits (voice, draft, t)))
    return false; /* "a news conference announcing that": whoever held it */
  if (dep == BEL_DEP_ACL && document->tokens.pos[t] != BEL_POS_VERB) {
    bel_draft_set_source (voice, draft, t); /* "an official saying that" */
    uint32_t first, last;
    bel_subtree_range (document, from, &first, &last);
    if (first > t && draft->source_range.last >= first)
      draft->source_range.last = first - 1;
    draft->source_range = trim (document, draft->source_range);
    return true;
  }
  bool quoted = dep == BEL_DEP_ADVCL && is_as_clause (document, from); /* "quoted him as saying" */
  uint32_t object = dep == BEL_DEP_XCOMP || quoted ? bel_child (document, t, BEL_DEP_OBJ) : BEL_NONE;
  if (object != BEL_NONE)
    return bel_draft_set_source (voice, draft, object), true; /* "asked him to say" */
  uint32_t subject = subject_of (document, t);
  if (subject == BEL_NONE)
    subject = bel_child (document, t, BEL_DEP_NSUBJ_PASS);
  return subject != BEL_NONE && takes_subject (voice, draft, t, subject);
}

void
bel_draft_find_source (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t subject = subject_of (document, t);
  if (subject != BEL_NONE) {
    takes_subject (voice, draft, t, subject);
    return;
  }
  uint32_t from = t;
  for (int i = 0; i < MAX_CLIMB; i++) {
    uint32_t above = lender (document, from, from != t && document->tokens.pos[from] == BEL_POS_NOUN);
    if (above == BEL_NONE || bel_child (document, from, BEL_DEP_NSUBJ_PASS) != BEL_NONE)
      return;
    if (source_from_lender (voice, draft, from, above))
      return;
    from = above;
  }
}

static bool
is_nominal (const BelDocument *document, uint32_t t)
{
  BelPos pos = document->tokens.pos[t];
  return pos == BEL_POS_NOUN || pos == BEL_POS_PROPN || pos == BEL_POS_PRON;
}

/* The token before the bracket that closes at @t: "Rep. Lee (D-Md.)". */
static uint32_t
before_bracket (const BelDocument *document, uint32_t t, uint32_t begin)
{
  uint32_t u = t;
  while (u > begin && document->text[document->tokens.span[u].start] != '(')
    u--;
  return u > begin ? u - 1 : begin;
}

/* "told me": told, not telling. */
static bool
is_addressed (const BelDocument *document, uint32_t t)
{
  return bel_token_form_is (document, t, "me") || bel_token_form_is (document, t, "him")
         || bel_token_form_is (document, t, "us") || bel_token_form_is (document, t, "them");
}

bool
bel_draft_source_beside (BelVoice *voice, BelDraftVoice *draft, uint32_t t, bool backwards)
{
  const BelDocument *document = voice->document;
  const BelTokens *tokens = &document->tokens;
  const BelSentence *sentence = &document->sentences.items[tokens->sentence[t]];
  uint32_t begin = sentence->first_token, end = begin + sentence->n_tokens;
  uint32_t head = BEL_NONE, edge = t;
  while (backwards && t > begin && document->text[tokens->span[t].start] == ')' && t > begin)
    t = before_bracket (document, t, begin);
  if (backwards) {
    head = is_nominal (document, t) ? t : BEL_NONE;
  } else {
    for (uint32_t u = t;
         u < end && head == BEL_NONE && tokens->pos[u] != BEL_POS_PUNCT && tokens->pos[u] != BEL_POS_VERB; u++)
      if (is_nominal (document, u))
        head = u;
  }
  if (head == BEL_NONE || voice->quote_at[head] != BEL_NONE || is_addressed (document, head))
    return false;
  for (int i = 0; i < MAX_CLIMB; i++) {
    uint32_t above = tokens->head[head];
    bool within = above != BEL_NONE && (backwards ? above <= t : above >= t) && is_nominal (document, above);
    if (!within)
      break;
    head = above;
  }
  bel_draft_set_source (voice, draft, head);
  if (backwards)
    draft->source_range.last = edge > t ? edge : MIN (draft->source_range.last, t);
  else
    draft->source_range.first = MAX (draft->source_range.first, t);
  return draft->source_range.first <= draft->source_range.last;
}

/* -- out ----------------------------------------------------------------------------------------- */

static int
compare_ranges (const void *a, const void *b)
{
  const BelTokenRange *x = a, *y = b;
  return x->first != y->first ? (x->first < y->first ? -1 : 1) : (x->last > y->last) - (x->last < y->last);
}

static void
push_part (BelVoice *voice, BelTokenRange part, BelAttribution *out)
{
  if (part.first > part.last)
    return;
  part = trim (voice->document, part);
  if (part.first == part.last && is_punct (voice->document, part.first))
    return;
  BelSpan span = bel_range_span (voice->document, part);
  BelSpan *before = out->content.n ? &out->content.items[out->content.n - 1] : NULL;
  if (before && span.start <= before->end + 1)
    *before = bel_span_union (*before, span);
  else
    bel_vec_push (voice->document->arena, &out->content, span);
}

/* What a cue in a quotation governs ends with the quotation. */
static BelTokenRange
clip_to_quote (const BelVoice *voice, const BelDraftVoice *draft, BelTokenRange part)
{
  uint32_t quote = draft->cue == BEL_NONE ? BEL_NONE : voice->quote_at[draft->cue];
  while (quote != BEL_NONE && part.last > part.first && voice->quote_at[part.last] != quote)
    part.last--;
  return part;
}

static void
push_without_source (BelVoice *voice, const BelDraftVoice *draft, BelTokenRange part, BelAttribution *out)
{
  BelTokenRange source = draft->source_range;
  bool inside = draft->source != BEL_NONE && source.first <= part.last && part.first <= source.last;
  if (!inside || source.last - source.first >= part.last - part.first) {
    push_part (voice, part, out);
    return;
  }
  if (source.first > part.first)
    push_part (voice, (BelTokenRange){ part.first, source.first - 1 }, out);
  if (source.last < part.last)
    push_part (voice, (BelTokenRange){ source.last + 1, part.last }, out);
}

/* Content in text order, without the tokens of cue and source. */
static void
push_contents (BelVoice *voice, const BelDraftVoice *draft, BelAttribution *out)
{
  BelDraftVoice sorted = *draft;
  bel_sort (sorted.parts, sorted.n_parts, sizeof (BelTokenRange), compare_ranges);
  for (uint32_t i = 0; i < sorted.n_parts; i++) {
    BelTokenRange part = clip_to_quote (voice, draft, sorted.parts[i]);
    if (draft->cue == BEL_NONE || draft->cue_range.last < part.first || part.last < draft->cue_range.first) {
      push_without_source (voice, draft, part, out);
      continue;
    }
    if (draft->cue_range.first > part.first)
      push_without_source (voice, draft, (BelTokenRange){ part.first, draft->cue_range.first - 1 }, out);
    if (draft->cue_range.last < part.last)
      push_without_source (voice, draft, (BelTokenRange){ draft->cue_range.last + 1, part.last }, out);
  }
}

/* The content of the attribution that @draft is chained to. */
static void
share_contents (BelVoice *voice, uint32_t outer, BelAttribution *out)
{
  const BelAttribution *from = &voice->claims->attributions.items[outer];
  for (uint32_t i = 0; i < from->content.n; i++)
    bel_vec_push (voice->document->arena, &out->content, from->content.items[i]);
  for (uint32_t i = 0; i < from->content_heads.n; i++)
    bel_vec_push (voice->document->arena, &out->content_heads, from->content_heads.items[i]);
}

uint32_t
bel_draft_finish (BelVoice *voice, const BelDraftVoice *draft)
{
  BelClaims *claims = voice->claims;
  BelAttribution *out = bel_vec_add (voice->document->arena, &claims->attributions);
  uint32_t index = claims->attributions.n - 1;
  out->id = index;
  out->source_head = draft->agent;
  out->source_entity = BEL_NONE;
  if (draft->source != BEL_NONE)
    out->source = bel_range_span (voice->document, draft->source_range);
  out->cue_head = draft->cue;
  if (draft->cue != BEL_NONE)
    out->cue = bel_range_span (voice->document, draft->cue_range);
  out->cue_class = bel_symbols_intern_str (voice->document->symbols, draft->class_name ? draft->class_name : "say");
  for (uint32_t i = 0; i < draft->n_heads; i++)
    bel_vec_push (voice->document->arena, &out->content_heads, draft->heads[i]);
  if (draft->outer != BEL_NONE)
    share_contents (voice, draft->outer, out);
  push_contents (voice, draft, out);
  out->parent = draft->outer;
  bel_vec_push (voice->document->arena, &voice->speech, draft->speech);
  out->stance = draft->stance;
  out->hearsay = draft->hearsay;
  out->anaphor = BEL_NONE;
  out->confidence = 0.8f;
  bel_voice_mark_source (voice, out, draft->agent);
  bel_voice_mark_anaphora (voice, out);
  return index;
}
