/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What a source does with its content once the cue is negated, refused or aimed at an earlier claim; who the source is. */
#include "claim/voice-private.h"

#include <string.h>

/* Lexicographer files of WordNet, lexnames(5WN). */
enum { LEX_TOPS = 3, LEX_COGNITION = 9, LEX_COMMUNICATION = 10, LEX_GROUP = 14, LEX_PERSON = 18 };

#define MAX_CLIMB 6
/** From this signature on an infinitive was carried out: "managed to say"; see rules/lexicon/signature.belie. */
#define MIN_DONE 1.5
/** Senses of a noun, the most frequent first, in one of which it speaks. */
#define MAX_SENSES 3
/** The field "self" of a cue of which the first person is no special case. */
#define SAME_FOR_SELF 4

static bool
is_negator (const BelDocument *document, uint32_t t)
{
  if (bel_token_adds (document, t) || bel_token_bounds (document, t))
    return false;
  if (bel_token_feat (document, t, BEL_FEAT_POLARITY) == 1 /* Neg */)
    return true;
  return bel_token_ends (document, t) || bel_token_lemma_is (document, t, "not")
         || bel_token_lemma_is (document, t, "never") || bel_token_form_is (document, t, "neither")
         || bel_token_form_is (document, t, "nor") || bel_token_form_is (document, t, "n't");
}

/* "neither the mayor nor her aide" */
static bool
holds_neither (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_CC && c < t && bel_token_form_is (document, c, "neither"))
      return true;
  return false;
}

/* "no official", "nobody", "none of them", "neither the mayor nor her aide" as subject. */
static bool
is_empty_phrase (const BelDocument *document, uint32_t t)
{
  if (bel_token_feat (document, t, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_NEG || bel_token_form_is (document, t, "none")
      || holds_neither (document, t))
    return true;
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  return det != BEL_NONE && !bel_token_bounds (document, det)
         && (bel_token_form_is (document, det, "no") || bel_token_form_is (document, det, "neither"));
}

static bool
negated_here (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    bool modifies = base == BEL_DEP_ADVMOD || base == BEL_DEP_AUX || base == BEL_DEP_CC
                    || (base == BEL_DEP_DET && bel_token_form_is (document, c, "no"));
    if ((modifies && is_negator (document, c)) || (base == BEL_DEP_NSUBJ && is_empty_phrase (document, c)))
      return true;
  }
  return false;
}

bool
bel_token_negated (const BelDocument *document, uint32_t t)
{
  bool neither = t > 0 && bel_token_form_is (document, t - 1, "neither")
                 && document->tokens.sentence[t - 1] == document->tokens.sentence[t];
  if (neither || negated_here (document, t))
    return true;
  /* "did not confirm or deny": the second verb shares the first one's negation. */
  uint32_t above = document->tokens.head[t];
  if (document->tokens.dep[t] != BEL_DEP_CONJ || above == BEL_NONE || bel_child (document, t, BEL_DEP_NSUBJ) != BEL_NONE
      || bel_child (document, t, BEL_DEP_AUX) != BEL_NONE)
    return false;
  uint32_t cc = bel_child (document, t, BEL_DEP_CC);
  return cc != BEL_NONE && (bel_token_form_is (document, cc, "or") || bel_token_form_is (document, cc, "nor"))
         && negated_here (document, above);
}

bool
bel_cue_class_is (const BelCueLexicon *cues, const BelEntry *entry, const char *name)
{
  return cues && entry && cues->class >= 0
         && bel_entry_enum (entry, cues->class) == bel_lexicon_enum_value (cues->lexicon, cues->class, name);
}

bool
bel_cue_has_via (const BelCueLexicon *cues, const BelEntry *entry, const BelDocument *document, uint32_t t)
{
  if (cues->via < 0)
    return false;
  uint32_t n;
  const BelSym *list = bel_entry_list (entry, cues->via, &n);
  for (uint32_t i = 0; i < n; i++)
    if (list[i] == document->tokens.lower[t])
      return true;
  return false;
}

/* "wants to say", "is expected to announce", "tried to show", "failed to prove": not said, or not yet. */
static bool
leaves_open (BelVoice *voice, uint32_t t)
{
  static const char *const CLASSES[]
      = { "decline", "want", "promise", "intend", "decide", "ask", "direct", "propose", "predict" };
  const BelDocument *document = voice->document;
  const BelEntry *entry = bel_lexicon_headed (voice->verbs.lexicon, document, t, NULL);
  for (guint i = 0; entry && i < G_N_ELEMENTS (CLASSES); i++)
    if (bel_cue_class_is (&voice->verbs, entry, CLASSES[i]))
      return true;
  bool adjective = document->tokens.pos[t] == BEL_POS_ADJ;
  const BelLexicon *lexicon = adjective ? voice->able : voice->managing;
  const BelEntry *signature = lexicon ? bel_lexicon_headed (lexicon, document, t, NULL) : NULL;
  if (!signature)
    return false;
  double sure = bel_entry_number (signature, bel_lexicon_field (lexicon, adjective ? "to-positive" : "positive"));
  return sure < 0 || (sure > 0 && sure < MIN_DONE);
}

/* "has yet to confirm" */
static bool
is_yet_to_come (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    if (document->tokens.dep[c] == BEL_DEP_ADVMOD && bel_token_form_is (document, c, "yet"))
      return true;
  }
  return false;
}

/* Whether the verb that @t is the infinitive of takes it away: "declined to say", "was not able to confirm". */
static bool
withheld (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  for (int i = 0; i < MAX_CLIMB && document->tokens.dep[t] == BEL_DEP_XCOMP; i++) {
    bool infinitive = document->tokens.xpos[t] == BEL_XPOS_VB;
    t = document->tokens.head[t];
    if (bel_token_negated (document, t) || (infinitive && leaves_open (voice, t)) || is_yet_to_come (document, t))
      return true;
  }
  return false;
}

/* "I do not know that a dog would help": nobody knows what would be; "that I would ever want a dog" one does. */
static bool
is_supposed_of_others (const BelDocument *document, uint32_t clause, uint32_t speaker)
{
  uint32_t subject = bel_child_base (document, clause, BEL_DEP_NSUBJ);
  if (subject == BEL_NONE || document->tokens.lower[subject] == document->tokens.lower[speaker])
    return false;
  for (BEL_EACH_CHILD (document, clause, c))
    if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_AUX
        && (bel_token_form_is (document, c, "would") || bel_token_form_is (document, c, "could")
            || bel_token_form_is (document, c, "might")))
      return true;
  return false;
}

/* "I do not know that P", "we cannot say P": of their own mind now, and no question. */
static bool
speaks_own_mind (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t subject = bel_child_base (document, t, BEL_DEP_NSUBJ), clause = bel_child (document, t, BEL_DEP_CCOMP);
  if (subject == BEL_NONE || clause == BEL_NONE || tokens->pos[subject] != BEL_POS_PRON
      || bel_token_feat (document, subject, BEL_FEAT_PERSON) != 1 || tokens->xpos[t] == BEL_XPOS_VBD)
    return false;
  for (BEL_EACH_CHILD (document, t, c))
    if (bel_dep_base (tokens->dep[c]) == BEL_DEP_AUX
        && (tokens->xpos[c] == BEL_XPOS_VBD || bel_token_form_is (document, c, "should")))
      return false;
  if (is_supposed_of_others (document, clause, subject))
    return false;
  uint32_t mark = bel_child (document, clause, BEL_DEP_MARK);
  if (mark != BEL_NONE && !bel_token_form_is (document, mark, "that"))
    return false;
  for (uint32_t u = tokens->subtree_first[clause]; u < clause; u++)
    if (tokens->xpos[u] == BEL_XPOS_WP || tokens->xpos[u] == BEL_XPOS_WRB)
      return false;
  return true;
}

/* What a source does with the content of a negated cue. */
static BelStance
negated_stance (const BelVoice *voice, uint32_t t, const BelCueLexicon *cues, const BelEntry *entry)
{
  unsigned self = cues->self >= 0 ? bel_entry_enum (entry, cues->self) : SAME_FOR_SELF;
  if (self != SAME_FOR_SELF && speaks_own_mind (voice->document, t))
    return (BelStance) self;
  return cues->negated >= 0 ? (BelStance) bel_entry_enum (entry, cues->negated) : BEL_STANCE_UNCOMMITTED;
}

BelStance
bel_cue_stance (BelVoice *voice, uint32_t t, const BelCueLexicon *cues, const BelEntry *entry)
{
  if (withheld (voice, t))
    return BEL_STANCE_UNCOMMITTED;
  if (!bel_token_negated (voice->document, t))
    return (BelStance) bel_entry_enum (entry, cues->stance);
  return negated_stance (voice, t, cues, entry);
}

/* -- anaphora ------------------------------------------------------------------------------------ */

/* "it", "this", "the report", "these allegations": something that was said before. */
static bool
points_back (const BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  if (document->tokens.pos[t] == BEL_POS_PRON)
    return bel_token_form_is (document, t, "it") || bel_token_form_is (document, t, "this")
           || bel_token_form_is (document, t, "that") || bel_token_form_is (document, t, "them");
  if (!bel_lexicon_word (voice->anaphors, document, t))
    return false;
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c];
    if (dep == BEL_DEP_ACL || dep == BEL_DEP_CCOMP)
      return false; /* "the claim that P" says what it is */
  }
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  bool definite = det != BEL_NONE
                  && (bel_token_form_is (document, det, "the") || bel_token_form_is (document, det, "this")
                      || bel_token_form_is (document, det, "these") || bel_token_form_is (document, det, "such")
                      || bel_token_form_is (document, det, "those") || bel_token_form_is (document, det, "that"));
  return definite || bel_child (document, t, BEL_DEP_NMOD_POSS) != BEL_NONE
         || bel_token_feat (document, t, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
}

/* "the meeting, which was first reported by the Times": the clause is no part of what is denied. */
static void
leave_out_clause (const BelVoice *voice, BelAttribution *attribution, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t clause = bel_child (document, t, BEL_DEP_ACL_RELCL);
  if (clause == BEL_NONE || clause < t || attribution->content.n != 1)
    return;
  uint32_t last = document->tokens.subtree_first[clause] - 1;
  while (last > t && document->tokens.pos[last] == BEL_POS_PUNCT)
    last--;
  BelSpan *content = &attribution->content.items[0];
  content->end = MIN (content->end, document->tokens.span[last].end);
}

static void
set_anaphor (BelAttribution *attribution, uint32_t t, BelStance stance)
{
  attribution->anaphoric = true;
  attribution->anaphor = t;
  attribution->stance = stance;
}

/* The verdict that clause or small clause @t passes on its subject; NULL when it passes none. */
static const BelEntry *
verdict_of (const BelVoice *voice, uint32_t t)
{
  const BelEntry *entry = bel_lexicon_headed (voice->verdicts, voice->document, t, NULL);
  return entry;
}

static BelStance
verdict_stance (const BelVoice *voice, const BelEntry *entry, uint32_t t)
{
  BelStance stance = (BelStance) bel_entry_enum (entry, bel_lexicon_field (voice->verdicts, "stance"));
  if (!bel_token_negated (voice->document, t))
    return stance;
  return stance == BEL_STANCE_ASSERT ? BEL_STANCE_DENY : BEL_STANCE_UNCOMMITTED;
}

/* A second attribution beside "called the report baseless": the same source and cue, denying the report. */
static void
add_twin (BelVoice *voice, uint32_t index, uint32_t anaphor, BelStance stance)
{
  BelAttribution twin = voice->claims->attributions.items[index];
  memset (&twin.content, 0, sizeof twin.content);
  memset (&twin.content_heads, 0, sizeof twin.content_heads);
  twin.id = voice->claims->attributions.n;
  bel_vec_push (voice->document->arena, &twin.content, bel_subtree_span (voice->document, anaphor));
  set_anaphor (&twin, anaphor, stance);
  bel_vec_push (voice->document->arena, &voice->claims->attributions, twin);
  bel_vec_push (voice->document->arena, &voice->speech, false);
}

static bool
judge_verdict (BelVoice *voice, BelAttribution *attribution)
{
  const BelDocument *document = voice->document;
  for (uint32_t i = 0; i < attribution->content_heads.n; i++) {
    uint32_t t = attribution->content_heads.items[i];
    const BelEntry *verdict = verdict_of (voice, t);
    if (!verdict)
      continue;
    uint32_t about = bel_child (document, t, BEL_DEP_NSUBJ);
    if (about == BEL_NONE && document->tokens.head[t] == attribution->cue_head)
      about = bel_child (document, attribution->cue_head, BEL_DEP_OBJ);
    if (about == BEL_NONE || !points_back (voice, about))
      continue;
    add_twin (voice, attribution->id, about, verdict_stance (voice, verdict, t));
    return true;
  }
  return false;
}

void
bel_voice_mark_anaphora (BelVoice *voice, BelAttribution *attribution)
{
  if (attribution->stance == BEL_STANCE_ASSERT && judge_verdict (voice, attribution))
    return;
  if (attribution->content_heads.n != 1 || attribution->cue_head == BEL_NONE)
    return;
  uint32_t head = attribution->content_heads.items[0];
  BelDep dep = voice->document->tokens.dep[head];
  bool object = dep == BEL_DEP_OBJ || dep == BEL_DEP_NSUBJ_PASS || dep == BEL_DEP_OBL || dep == BEL_DEP_NMOD;
  const char *class = bel_symbols_text (voice->document->symbols, attribution->cue_class);
  bool event = bel_claims_event_verb (voice->claims, head) != BEL_NONE;
  object |= event && head < attribution->cue_head;
  bool takes_sides = event || attribution->stance != BEL_STANCE_ASSERT || g_str_equal (class, "confirm")
                     || g_str_equal (class, "admit");
  if (!object || !takes_sides || !(event || points_back (voice, head)))
    return;
  set_anaphor (attribution, head, attribution->stance);
  leave_out_clause (voice, attribution, head);
}

/* -- sources ------------------------------------------------------------------------------------- */

/* "an official who was briefed by a colleague" has it from another. */
static bool
has_it_from_another (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  for (BEL_EACH_CHILD (document, t, c)) {
    bool passive = bel_child (document, c, BEL_DEP_NSUBJ_PASS) != BEL_NONE || document->tokens.dep[c] == BEL_DEP_ACL;
    if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_ACL && passive
        && bel_lexicon_word (voice->hearsay, document, c) && document->tokens.xpos[c] == BEL_XPOS_VBN)
      return true;
  }
  return false;
}

static bool
has_name (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    bool names = base == BEL_DEP_APPOS || base == BEL_DEP_FLAT;
    if (names && document->tokens.pos[c] == BEL_POS_PROPN)
      return true;
  }
  return document->tokens.pos[t] == BEL_POS_PROPN;
}

static bool
is_definite (const BelDocument *document, uint32_t t)
{
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  return bel_child (document, t, BEL_DEP_NMOD_POSS) != BEL_NONE
         || (det != BEL_NONE && bel_token_form_is (document, det, "the"));
}

static bool
pronoun_speaks (const BelDocument *document, uint32_t t)
{
  if (bel_token_form_is (document, t, "it") || bel_token_form_is (document, t, "this"))
    return false;
  return document->tokens.xpos[t] != BEL_XPOS_WDT && document->tokens.xpos[t] != BEL_XPOS_EX;
}

/* People and bodies of people; where papers may speak, words and thoughts too. */
static bool
sense_speaks (unsigned lexfile, bool word)
{
  return lexfile == LEX_PERSON || lexfile == LEX_GROUP || lexfile == LEX_TOPS
         || (word && (lexfile == LEX_COMMUNICATION || lexfile == LEX_COGNITION));
}

/* "the Smith campaign", "Oslo's campaign": what somebody named runs speaks for him. */
static bool
is_of_a_name (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c];
    if ((dep == BEL_DEP_COMPOUND || dep == BEL_DEP_NMOD_POSS) && document->tokens.pos[c] == BEL_POS_PROPN)
      return true;
  }
  return false;
}

static bool
is_plural (const BelDocument *document, uint32_t t)
{
  return document->tokens.xpos[t] == BEL_XPOS_NNS || document->tokens.xpos[t] == BEL_XPOS_NNPS;
}

/* "a majority of voters", "dozens of residents" */
static bool
is_of_people (const BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  for (BEL_EACH_CHILD (document, t, c)) {
    uint32_t marker = document->tokens.dep[c] == BEL_DEP_NMOD ? bel_child (document, c, BEL_DEP_CASE) : BEL_NONE;
    if (marker == t + 1 && bel_token_form_is (document, marker, "of") && is_plural (document, c)
        && bel_lexicon_word (voice->sources, document, c))
      return true;
  }
  return false;
}

static bool
noun_speaks (BelVoice *voice, uint32_t t, bool word)
{
  const BelDocument *document = voice->document;
  if (bel_lexicon_word (voice->sources, document, t) || is_of_people (voice, t))
    return true;
  const char *lemma = bel_symbols_text (document->symbols, document->tokens.lemma[t]);
  const BelWordnet *wordnet = voice->context->wordnet;
  const BelSense *senses;
  uint32_t n = wordnet ? bel_wordnet_senses (wordnet, bel_wordnet_word_str (wordnet, lemma), BEL_WN_NOUN, &senses) : 0;
  for (uint32_t i = 0; i < n && i < MAX_SENSES; i++)
    if (sense_speaks (bel_wordnet_lexfile (wordnet, senses[i].synset), word))
      return true;
  return is_of_a_name (document, t) || (word && bel_lexicon_word (voice->nouns.lexicon, document, t));
}

bool
bel_source_fits (BelVoice *voice, const BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  bool word = draft->cues && draft->cues->subject >= 0 && bel_entry_enum (draft->entry, draft->cues->subject) == 1;
  switch (document->tokens.pos[t]) {
  case BEL_POS_PROPN:
  case BEL_POS_NUM:
  case BEL_POS_DET:
  case BEL_POS_X:
    return true;
  case BEL_POS_PRON:
    return word || pronoun_speaks (document, t);
  case BEL_POS_ADJ:
    return bel_child (document, t, BEL_DEP_DET) != BEL_NONE || document->tokens.dep[t] == BEL_DEP_NSUBJ;
  case BEL_POS_NOUN:
    return noun_speaks (voice, t, word);
  default:
    return false;
  }
}

bool
bel_voice_is_office (const BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  const BelEntry *entry = bel_lexicon_word (voice->sources, document, t);
  bool plural
      = bel_token_feat (document, t, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR || document->tokens.xpos[t] == BEL_XPOS_NNS;
  return entry && !plural && is_definite (document, t)
         && bel_entry_boolean (entry, bel_lexicon_field (voice->sources, "office"));
}

void
bel_voice_mark_source (BelVoice *voice, BelAttribution *attribution, uint32_t agent)
{
  const BelDocument *document = voice->document;
  if (agent == BEL_NONE)
    return;
  attribution->hearsay |= has_it_from_another (voice, agent);
  attribution->plural = bel_token_feat (document, agent, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR
                        || document->tokens.xpos[agent] == BEL_XPOS_NNS;
  const BelEntry *entry = bel_lexicon_word (voice->sources, document, agent);
  attribution->anonymous = entry && !bel_voice_is_office (voice, agent)
                           && bel_entry_boolean (entry, bel_lexicon_field (voice->sources, "anonymous"))
                           && !has_name (document, agent);
}
