/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Attributions by nouns ("his claim that") and by phrases ("according to", "reportedly"). */
#include "claim/voice-private.h"

#define MAX_CLIMB 12

static uint32_t
child_with_case (const BelDocument *document, uint32_t t, const char *a, const char *b)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    if (bel_dep_base (document->tokens.dep[c]) != BEL_DEP_NMOD)
      continue;
    uint32_t marker = bel_child (document, c, BEL_DEP_CASE);
    if (marker != BEL_NONE && (bel_token_form_is (document, marker, a) || bel_token_form_is (document, marker, b)))
      return c;
  }
  return BEL_NONE;
}

/* Whether who does @verb says @noun: "made the claim", but not "rejected the claim", "revealed a plot". */
static bool
is_own_word (const BelVoice *voice, uint32_t verb)
{
  return bel_lexicon_headed (voice->verbs.lexicon, voice->document, verb, NULL) == NULL
         && bel_lexicon_word (voice->making, voice->document, verb);
}

/* "their claim", "the claim by X", "X made the claim", "a police report". */
static uint32_t
owner_of (const BelVoice *voice, uint32_t t, uint32_t *out_verb)
{
  const BelDocument *document = voice->document;
  const BelTokens *tokens = &document->tokens;
  *out_verb = BEL_NONE;
  uint32_t owner = bel_child (document, t, BEL_DEP_NMOD_POSS);
  if (owner == BEL_NONE)
    owner = child_with_case (document, t, "by", "from");
  if (owner != BEL_NONE)
    return owner;
  if (bel_child (document, t, BEL_DEP_COP) != BEL_NONE)
    return bel_child (document, t, BEL_DEP_NSUBJ); /* "she is a critic of" */
  uint32_t above = tokens->head[t];
  if (tokens->dep[t] == BEL_DEP_OBJ && above != BEL_NONE && is_own_word (voice, above)) {
    uint32_t subject = bel_child (document, above, BEL_DEP_NSUBJ);
    if (subject != BEL_NONE) {
      *out_verb = above;
      return subject;
    }
  }
  uint32_t compound = bel_child (document, t, BEL_DEP_COMPOUND), adjective = bel_child (document, t, BEL_DEP_AMOD);
  if (compound != BEL_NONE
      && (tokens->pos[compound] == BEL_POS_PROPN || bel_lexicon_word (voice->papers, document, compound)))
    return compound;
  /* "the European reluctance" */
  bool nation = adjective != BEL_NONE && adjective > document->sentences.items[tokens->sentence[t]].first_token
                && g_ascii_isupper (document->text[tokens->span[adjective].start]);
  return nation ? adjective : BEL_NONE;
}

static void
noun_cue (const BelDocument *document, BelDraftVoice *draft, uint32_t t, uint32_t verb, uint32_t until)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t first = verb != BEL_NONE && verb < t ? verb : tokens->subtree_first[t];
  if (draft->source != BEL_NONE && draft->source_range.first < t)
    first = MAX (first, draft->source_range.last + 1);
  while (first < t
         && (tokens->xpos[first] == BEL_XPOS_POS || tokens->pos[first] == BEL_POS_PUNCT
             || tokens->pos[first] == BEL_POS_CCONJ || tokens->pos[first] == BEL_POS_ADP
             || tokens->pos[first] == BEL_POS_SCONJ))
    first++;
  draft->cue_range = (BelTokenRange){ MIN (first, t), MAX (t, until) };
}

static bool
noun_contents (BelVoice *voice, BelDraftVoice *draft, uint32_t t, bool owned, uint32_t *out_until)
{
  const BelDocument *document = voice->document;
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c];
    uint32_t mark = bel_child (document, c, BEL_DEP_MARK);
    bool to = mark != BEL_NONE && bel_token_form_is (document, mark, "to");
    bool clause = (dep == BEL_DEP_ACL || dep == BEL_DEP_CCOMP) && mark != BEL_NONE && !to;
    if ((to && dep == BEL_DEP_ACL && bel_cue_flag (draft->cues, draft->entry, draft->cues->to))
        || (clause && bel_cue_flag (draft->cues, draft->entry, draft->cues->clause))) {
      bel_draft_add_content (voice, draft, c);
      return true;
    }
    uint32_t marker = bel_child (document, c, BEL_DEP_CASE);
    if (dep != BEL_DEP_NMOD || marker == BEL_NONE || c < t
        || !bel_cue_has_via (draft->cues, draft->entry, document, marker))
      continue;
    if (!owned || bel_voice_in_time (voice, c)) /* "a report on X": nobody's; "his remarks on Saturday" */
      continue;
    draft->heads[draft->n_heads++] = c;
    bel_draft_add_range (draft, marker + 1, document->tokens.subtree_last[c]);
    *out_until = marker;
    return true;
  }
  return false;
}

/* "Her view is that P." */
static bool
equated_content (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t clause = document->tokens.head[t];
  if (document->tokens.dep[t] != BEL_DEP_NSUBJ_OUTER || clause == BEL_NONE)
    return false;
  uint32_t first, last;
  bel_subtree_range (document, clause, &first, &last);
  draft->heads[draft->n_heads++] = clause;
  uint32_t from = document->tokens.subtree_last[t] + 1;
  while (from < last && bel_dep_base (document->tokens.dep[from]) == BEL_DEP_COP)
    from++;
  bel_draft_add_range (draft, from, last);
  return true;
}

/* "said in a letter that": the letter is only where it was said. */
static bool
is_setting (const BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t head = document->tokens.head[t];
  return document->tokens.dep[t] == BEL_DEP_OBL && head != BEL_NONE && head < t
         && bel_lexicon_word (voice->settings, document, t)
         && bel_lexicon_headed (voice->verbs.lexicon, document, head, NULL);
}

static bool
is_none_of (const BelDocument *document, uint32_t t)
{
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  return det != BEL_NONE && bel_token_form_is (document, det, "no");
}

/* "the disclosure that P" by nobody who is told: the writer takes P for known, unless somebody takes sides on it. */
static bool
is_known (const BelVoice *voice, const BelDraftVoice *draft)
{
  static const char *const CLASSES[] = { "announce", "admit", "know", "learn" };
  uint32_t verb = voice->document->tokens.head[draft->cue];
  if (voice->document->tokens.dep[draft->cue] == BEL_DEP_OBJ && verb != BEL_NONE
      && bel_lexicon_word (voice->verbs.lexicon, voice->document, verb))
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (bel_cue_class_is (draft->cues, draft->entry, CLASSES[i]))
      return true;
  return false;
}

void
bel_voice_from_noun (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  const BelEntry *entry = bel_lexicon_headed (voice->nouns.lexicon, document, t, NULL);
  if (!entry || is_setting (voice, t))
    return;
  BelDraftVoice draft
      = { .cues = &voice->nouns, .entry = entry, .cue = t, .source = BEL_NONE, .agent = BEL_NONE, .outer = BEL_NONE };
  draft.cue_range = (BelTokenRange){ t, t };
  uint32_t verb, until = t;
  uint32_t owner = owner_of (voice, t, &verb);
  if (!noun_contents (voice, &draft, t, owner != BEL_NONE, &until) && !equated_content (voice, &draft, t)
      && !(bel_cue_flag (draft.cues, entry, draft.cues->clause)
           && bel_draft_that_beside (voice, &draft, owner != BEL_NONE && owner > t ? owner : t, false)))
    return;
  if (owner == BEL_NONE && (bel_draft_needs_somebody (&draft) || is_known (voice, &draft)))
    return;
  if (owner != BEL_NONE)
    bel_draft_set_source (voice, &draft, owner);
  noun_cue (document, &draft, t, verb, until);
  draft.class_name = bel_entry_field_text (entry, draft.cues->class);
  draft.stance = (BelStance) bel_entry_enum (entry, draft.cues->stance);
  if ((verb != BEL_NONE && bel_token_negated (document, verb)) || is_none_of (document, t))
    draft.stance = BEL_STANCE_UNCOMMITTED;
  bel_draft_finish (voice, &draft);
}

/* -- phrases ------------------------------------------------------------------------------------- */

static bool
heads_clause (const BelDocument *document, uint32_t t)
{
  switch (document->tokens.dep[t]) {
  case BEL_DEP_ROOT:
  case BEL_DEP_CCOMP:
  case BEL_DEP_PARATAXIS:
  case BEL_DEP_ADVCL:
  case BEL_DEP_ACL_RELCL:
    return true;
  default:
    return document->tokens.head[t] == BEL_NONE || bel_child (document, t, BEL_DEP_NSUBJ) != BEL_NONE;
  }
}

/* The clause that token @t stands in. */
static uint32_t
clause_over (const BelDocument *document, uint32_t t)
{
  for (int i = 0; i < MAX_CLIMB && !heads_clause (document, t); i++)
    t = document->tokens.head[t];
  return t;
}

/* "…, according to officials." at the end of a sentence speaks of all of it, but for a quotation it stands in. */
static uint32_t
clause_before (const BelVoice *voice, uint32_t host, uint32_t first, uint32_t noun)
{
  const BelDocument *document = voice->document;
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[first]];
  uint32_t end = sentence->first_token + sentence->n_tokens, last = document->tokens.subtree_last[noun] + 1;
  while (last < end && document->tokens.pos[last] == BEL_POS_PUNCT)
    last++;
  bool set_off = first > sentence->first_token && document->text[document->tokens.span[first - 1].start] == ',';
  uint32_t root = bel_sentence_root (document, document->tokens.sentence[first]);
  bool quoted = voice->quote_at[first] != BEL_NONE;
  if (set_off && last == end && !quoted && root != BEL_NONE && root < first)
    return root;
  return clause_over (document, host);
}

/* The noun that a phrase like "according to" governs: the first head outside the phrase. */
static uint32_t
governed_by (const BelDocument *document, const BelPhraseMatch *match)
{
  uint32_t first = match->token[0], last = match->token[match->n - 1];
  uint32_t t = document->tokens.head[last];
  for (int i = 0; i < MAX_CLIMB && t != BEL_NONE && first <= t && t <= last; i++)
    t = document->tokens.head[t];
  if (t != BEL_NONE && t > last)
    return t;
  /* Some trees hang the noun below the phrase: "citing officials". */
  uint32_t object = bel_child (document, first, BEL_DEP_OBJ);
  if (object == BEL_NONE)
    object = bel_child (document, first, BEL_DEP_OBL);
  if (object == BEL_NONE)
    object = bel_child (document, last, BEL_DEP_NMOD);
  return object;
}

/* "X, citing officials, reported P": the officials are X's source for P. */
static bool
chained_content (BelVoice *voice, BelDraftVoice *draft, uint32_t host)
{
  const BelClaims *claims = voice->claims;
  for (uint32_t i = claims->attributions.n; i-- > voice->sentence_attributions;) {
    const BelAttribution *outer = &claims->attributions.items[i];
    if (outer->cue_head != host || outer->content.n == 0)
      continue;
    draft->outer = i;
    return true;
  }
  return false;
}

/* "He said that P, citing a study": the tree may hang the phrase on P; it is his source all the same. */
static bool
chained_around (BelVoice *voice, BelDraftVoice *draft)
{
  const BelDocument *document = voice->document;
  BelSpan cue = document->tokens.span[draft->cue];
  if (draft->cue == 0 || document->text[document->tokens.span[draft->cue - 1].start] != ',')
    return false;
  for (uint32_t i = voice->sentence_attributions; i < voice->claims->attributions.n; i++) {
    BelAttribution *outer = &voice->claims->attributions.items[i];
    BelSpan *last = outer->content.n ? &outer->content.items[outer->content.n - 1] : NULL;
    if (!last || !bel_span_contains (*last, cue) || bel_span_is_empty (outer->source) || !voice->speech.items[i])
      continue;
    last->end = document->tokens.span[draft->cue - 1].start;
    draft->outer = i;
    return true;
  }
  return false;
}

static void
phrase_content (BelVoice *voice, BelDraftVoice *draft, uint32_t noun, uint32_t first, bool chain)
{
  const BelDocument *document = voice->document;
  bool below = bel_dominates (document, noun, first);
  uint32_t adjunct = below ? noun : first;
  uint32_t host = document->tokens.head[adjunct];
  if (host == BEL_NONE || (chain && (chained_content (voice, draft, host) || chained_around (voice, draft))))
    return;
  bool by_subject = chain && document->tokens.dep[host] == BEL_DEP_NSUBJ; /* "the paper, citing officials, reported" */
  if (by_subject && chained_content (voice, draft, document->tokens.head[host]))
    return;
  bel_draft_add_content_without (voice, draft, clause_before (voice, host, first, noun), adjunct);
}

/* A sentence that begins with the phrase and whose tree went astray: source up to the comma, content from there. */
static void
split_at_comma (BelVoice *voice, BelDraftVoice *draft)
{
  const BelDocument *document = voice->document;
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[draft->cue]];
  uint32_t last = sentence->first_token + sentence->n_tokens - 1;
  if (draft->cue != sentence->first_token)
    return;
  for (uint32_t t = draft->cue_range.last + 2; t < last; t++) {
    if (document->text[document->tokens.span[t].start] != ',')
      continue;
    draft->source_range = (BelTokenRange){ draft->cue_range.last + 1, t - 1 };
    bel_draft_add_range (draft, t + 1, last);
    return;
  }
}

bool
bel_voice_cites_source (BelVoice *voice, uint32_t t, uint32_t noun)
{
  BelDraftVoice draft
      = { .cues = &voice->verbs, .entry = bel_lexicon_headed (voice->verbs.lexicon, voice->document, t, NULL) };
  return !draft.entry || bel_source_fits (voice, &draft, noun);
}

static bool
phrase_draft (BelVoice *voice, BelDraftVoice *draft, const BelEntry *entry, const BelPhraseMatch *match)
{
  const BelDocument *document = voice->document;
  uint32_t noun = governed_by (document, match);
  bool names = bel_entry_boolean (entry, bel_lexicon_field (voice->phrases, "names"));
  bool cites = bel_entry_boolean (entry, bel_lexicon_field (voice->phrases, "chain"));
  if (noun == BEL_NONE || (cites && !bel_voice_cites_source (voice, match->token[0], noun))
      || (names && document->tokens.pos[noun] != BEL_POS_PROPN))
    return false;
  draft->cue_range = (BelTokenRange){ match->token[0], match->token[match->n - 1] };
  bel_draft_set_source (voice, draft, noun);
  if (document->tokens.pos[noun] == BEL_POS_VERB && bel_child (document, noun, BEL_DEP_NSUBJ) != BEL_NONE)
    draft->agent = bel_child (document, noun, BEL_DEP_NSUBJ); /* "officials briefed on it", read as a clause */
  draft->source_range.first = MAX (draft->source_range.first, draft->cue_range.last + 1);
  if (draft->source_range.first > draft->source_range.last)
    return false;
  bool chain = bel_entry_boolean (entry, bel_lexicon_field (voice->phrases, "chain"));
  phrase_content (voice, draft, noun, match->token[0], chain);
  if (!draft->n_parts && draft->outer == BEL_NONE)
    split_at_comma (voice, draft);
  return true;
}

void
bel_voice_from_phrase (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelPhraseMatch match;
  const BelEntry *entry = bel_lexicon_at (voice->phrases, document, t, &match);
  BelDraftVoice draft = {
    .cue = t, .source = BEL_NONE, .agent = BEL_NONE, .outer = BEL_NONE, .class_name = "say", .speech = entry != NULL
  };
  if (entry) {
    if (!phrase_draft (voice, &draft, entry, &match))
      return;
  } else if (bel_lexicon_word (voice->adverbs, document, t) && document->tokens.head[t] != BEL_NONE) {
    draft.cue_range = (BelTokenRange){ t, t };
    bel_draft_add_content_without (voice, &draft, clause_over (document, document->tokens.head[t]), t);
  }
  if (draft.n_parts || draft.outer != BEL_NONE)
    bel_draft_finish (voice, &draft);
}
