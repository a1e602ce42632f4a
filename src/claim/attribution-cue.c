/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Which words of a sentence are the cue: "had also said in a statement", "appeared to suggest". */
#include "claim/voice-private.h"

/** Verbs over a cue that are part of it: "was able to begin to explain" has two. */
#define MAX_LEADING 3

static bool
is_cue_prefix (const BelDocument *document, uint32_t t, uint32_t verb)
{
  if (document->tokens.head[t] != verb)
    return false;
  switch (bel_dep_base (document->tokens.dep[t])) {
  case BEL_DEP_AUX:
  case BEL_DEP_COP:
    return true;
  case BEL_DEP_ADVMOD:
    return document->tokens.child_start[t] == document->tokens.child_start[t + 1];
  case BEL_DEP_MARK:
    return bel_token_form_is (document, t, "to");
  default:
    return false;
  }
}

/* "comment on the meeting": the meeting is what it is about, when there is nothing else. */
static bool
leads_to_content (const BelVoice *voice, const BelDraftVoice *draft, uint32_t t)
{
  uint32_t marker = bel_child (voice->document, t, BEL_DEP_CASE);
  return draft->n_parts == 0 && draft->entry && marker != BEL_NONE && voice->document->tokens.pos[t] != BEL_POS_PROPN
         && bel_cue_has_via (draft->cues, draft->entry, voice->document, marker);
}

/* Modifiers that stand between the verb and its content belong to the cue: "said in a statement". */
static bool
is_cue_suffix (const BelVoice *voice, const BelDraftVoice *draft, uint32_t t, uint32_t verb)
{
  const BelTokens *tokens = &voice->document->tokens;
  if (tokens->head[t] != verb)
    return false;
  BelDep dep = tokens->dep[t];
  if (dep == BEL_DEP_COMPOUND_PRT || dep == BEL_DEP_OBL_UNMARKED)
    return true;
  if (dep == BEL_DEP_OBL)
    return bel_lexicon_word (voice->settings, voice->document, t) != NULL && !leads_to_content (voice, draft, t);
  return dep == BEL_DEP_ADVMOD && tokens->subtree_first[t] == tokens->subtree_last[t];
}

/* The child of @verb whose subtree holds token @t; BEL_NONE when there is none. */
static uint32_t
child_over (const BelDocument *document, uint32_t verb, uint32_t t)
{
  for (BEL_EACH_CHILD (document, verb, c)) {
    if (document->tokens.subtree_first[c] <= t && t <= document->tokens.subtree_last[c])
      return c;
  }
  return BEL_NONE;
}

static bool
in_parts (const BelDraftVoice *draft, uint32_t t)
{
  for (uint32_t i = 0; i < draft->n_parts; i++)
    if (draft->parts[i].first <= t && t <= draft->parts[i].last)
      return true;
  return false;
}

/* "said in a letter | that P": a clause or quotation that hangs on the suffix is no part of the cue. */
static uint32_t
suffix_end (const BelDocument *document, uint32_t first, uint32_t last)
{
  for (uint32_t t = first; t <= last; t++)
    if (document->tokens.pos[t] == BEL_POS_SCONJ || document->tokens.pos[t] == BEL_POS_VERB
        || document->tokens.pos[t] == BEL_POS_PUNCT)
      return t - 1;
  return last;
}

void
bel_draft_set_cue (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelTokenRange range = { t, t };
  uint32_t begin = document->sentences.items[document->tokens.sentence[t]].first_token;
  uint32_t end = begin + document->sentences.items[document->tokens.sentence[t]].n_tokens;
  while (range.first > begin && is_cue_prefix (document, range.first - 1, t) && !in_parts (draft, range.first - 1))
    range.first--;
  while (range.last + 1 < end) {
    uint32_t child = child_over (document, t, range.last + 1);
    if (child == BEL_NONE || !is_cue_suffix (voice, draft, child, t) || in_parts (draft, child))
      break;
    uint32_t last = suffix_end (document, range.last + 1, document->tokens.subtree_last[child]);
    if (last <= range.last)
      break;
    range.last = last;
  }
  draft->cue = t;
  draft->cue_range = range;
}

static bool
is_leading (const BelVoice *voice, uint32_t t)
{
  BelPos pos = voice->document->tokens.pos[t];
  return (pos == BEL_POS_VERB || pos == BEL_POS_ADJ) && voice->leading
         && bel_lexicon_word (voice->leading, voice->document, t) != NULL;
}

/* Whether only words of @leading and the marker of @verb stand between them: "went on to", "began by". */
static bool
is_joined (const BelDocument *document, uint32_t leading, uint32_t verb, uint32_t end)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = leading + 1; t < end; t++) {
    BelDep dep = bel_dep_base (tokens->dep[t]);
    bool alone = tokens->subtree_first[t] == tokens->subtree_last[t];
    bool word = tokens->head[t] == leading && alone && (dep == BEL_DEP_ADVMOD || dep == BEL_DEP_COMPOUND);
    bool marker = tokens->head[t] == verb && dep == BEL_DEP_MARK;
    if (!word && !marker)
      return false;
  }
  return true;
}

/* "appeared to suggest", "is trying to convince": what leads to the cue is part of it. */
static void
take_leading (const BelVoice *voice, BelDraftVoice *draft)
{
  const BelTokens *tokens = &voice->document->tokens;
  uint32_t t = draft->cue;
  for (int i = 0; i < MAX_LEADING; i++) {
    uint32_t head = tokens->head[t];
    BelDep dep = tokens->dep[t];
    if (head == BEL_NONE || head >= draft->cue_range.first || (dep != BEL_DEP_XCOMP && dep != BEL_DEP_ADVCL)
        || !is_leading (voice, head) || !is_joined (voice->document, head, t, draft->cue_range.first))
      return;
    draft->cue_range.first = t = head;
    uint32_t begin = voice->document->sentences.items[tokens->sentence[t]].first_token;
    while (draft->cue_range.first > begin && is_cue_prefix (voice->document, draft->cue_range.first - 1, t))
      draft->cue_range.first--;
  }
}

void
bel_draft_widen_cue (const BelVoice *voice, BelDraftVoice *draft)
{
  BelTokenRange before = draft->cue_range;
  take_leading (voice, draft);
  if (draft->source != BEL_NONE && draft->source_range.first <= draft->cue_range.last
      && draft->cue_range.first <= draft->source_range.last)
    draft->cue_range = before;
}
