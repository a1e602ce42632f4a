/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Attributions by verbs and adjectives: what stands below (or around) a cue that its source answers for. */
#include "claim/voice-private.h"

static BelDraftVoice
new_draft (BelVoice *voice, const BelCueLexicon *cues, const BelEntry *entry, uint32_t t)
{
  BelDraftVoice draft
      = { .cues = cues, .entry = entry, .cue = t, .source = BEL_NONE, .agent = BEL_NONE, .outer = BEL_NONE };
  draft.cue_range = (BelTokenRange){ t, t };
  draft.class_name = bel_entry_field_text (entry, cues->class);
  draft.stance = bel_cue_stance (voice, t, cues, entry);
  draft.speech = bel_cue_flag (cues, entry, cues->speech);
  return draft;
}

static bool
has_case_via (BelVoice *voice, const BelDraftVoice *draft, uint32_t t, uint32_t *out_case)
{
  uint32_t c = bel_child (voice->document, t, BEL_DEP_CASE);
  if (c == BEL_NONE)
    c = bel_child (voice->document, t, BEL_DEP_MARK); /* "accused of hiding it" */
  if (c == BEL_NONE || !bel_cue_has_via (draft->cues, draft->entry, voice->document, c))
    return false;
  *out_case = c;
  return true;
}

static bool
is_reflexive_or_relative (const BelDocument *document, uint32_t t)
{
  unsigned type = bel_token_feat (document, t, BEL_FEAT_PRONTYPE);
  return bel_token_feat (document, t, BEL_FEAT_REFLEX) || type == BEL_PRONTYPE_REL || type == BEL_PRONTYPE_INT;
}

/* "condemned [what he called a breach]": a pronoun that holds its own clause is what is spoken of. */
static bool
holds_clause (const BelDocument *document, uint32_t t)
{
  return document->tokens.xpos[t] == BEL_XPOS_WP && bel_child_base (document, t, BEL_DEP_ACL) != BEL_NONE;
}

static bool
is_infinitive (const BelDocument *document, uint32_t t)
{
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (document, mark, "to");
}

/* "proposed dropping it", "resented being held" */
static bool
is_gerund (const BelDocument *document, uint32_t t)
{
  uint32_t aux = bel_child_base (document, t, BEL_DEP_AUX);
  return document->tokens.xpos[aux == BEL_NONE ? t : aux] == BEL_XPOS_VBG;
}

/* "Asked about it, she said": no content, wherever the tree hangs it. */
static bool
is_fronted_participle (const BelDocument *document, uint32_t t, uint32_t cue)
{
  BelXpos xpos = document->tokens.xpos[t];
  return t < cue && (xpos == BEL_XPOS_VBN || xpos == BEL_XPOS_VBD || xpos == BEL_XPOS_VBG)
         && bel_child_base (document, t, BEL_DEP_NSUBJ) == BEL_NONE
         && bel_child_base (document, t, BEL_DEP_AUX) == BEL_NONE;
}

/* "have not said | when they will": a question that stays open, which trees take for a time. */
static bool
is_open_question (const BelDocument *document, uint32_t c, uint32_t t)
{
  BelXpos first = document->tokens.xpos[document->tokens.subtree_first[c]];
  return document->tokens.dep[c] == BEL_DEP_ADVCL && c > t && document->tokens.subtree_first[c] == t + 1
         && (first == BEL_XPOS_WRB || first == BEL_XPOS_WP) && bel_token_negated (document, t);
}

/* "told (reporters) that P", "said P". */
static void
take_clauses (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  if (!bel_cue_flag (draft->cues, draft->entry, draft->cues->clause))
    return;
  for (BEL_EACH_CHILD (voice->document, t, c)) {
    BelDep dep = voice->document->tokens.dep[c];
    bool gerund = dep == BEL_DEP_XCOMP && is_gerund (voice->document, c);
    bool infinitive = (dep == BEL_DEP_ADVCL || dep == BEL_DEP_CCOMP) && is_infinitive (voice->document, c) && c > t
                      && bel_cue_flag (draft->cues, draft->entry, draft->cues->to);
    if (is_fronted_participle (voice->document, c, t))
      continue;
    if ((dep == BEL_DEP_CCOMP && !is_infinitive (voice->document, c)) || infinitive || gerund
        || is_open_question (voice->document, c, t) || (draft->passive && bel_dep_base (dep) == BEL_DEP_CSUBJ))
      bel_draft_add_content (voice, draft, c);
  }
}

/* "neither confirmed nor denied that P": one clause for both. */
static void
take_shared_clause (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelTokens *tokens = &voice->document->tokens;
  uint32_t next = bel_child (voice->document, t, BEL_DEP_CONJ);
  uint32_t clause = next == BEL_NONE ? BEL_NONE : bel_child (voice->document, next, BEL_DEP_CCOMP);
  if (clause == BEL_NONE || t + 1 >= tokens->n || tokens->pos[t + 1] != BEL_POS_CCONJ
      || tokens->xpos[next] != tokens->xpos[t] || !bel_cue_flag (draft->cues, draft->entry, draft->cues->clause))
    return;
  bel_draft_add_content (voice, draft, clause);
}

/* "vowed to P", "urged X to P", "called X a Y". */
static void
take_infinitive (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t x = bel_child (document, t, BEL_DEP_XCOMP);
  if (x == BEL_NONE)
    return;
  bool to = bel_cue_flag (draft->cues, draft->entry, draft->cues->to);
  bool person = bel_cue_flag (draft->cues, draft->entry, draft->cues->person);
  bool describes = bel_cue_class_is (draft->cues, draft->entry, "describe")
                   || bel_cue_class_is (draft->cues, draft->entry, "think")
                   || bel_lexicon_word (voice->verdicts, document, x);
  uint32_t object = bel_child (document, t, BEL_DEP_OBJ);
  if (object == BEL_NONE)
    object = bel_child (document, t, BEL_DEP_IOBJ);
  bool named = draft->passive || object != BEL_NONE;
  if (is_infinitive (document, x) ? !to && !person && !draft->passive : !(named && !is_infinitive (document, x)))
    return;
  if (object != BEL_NONE && !is_reflexive_or_relative (document, object))
    bel_draft_add_content (voice, draft, object);
  uint32_t passive_subject = bel_child (document, t, BEL_DEP_NSUBJ_PASS);
  if (passive_subject != BEL_NONE)
    bel_draft_add_content (voice, draft, passive_subject);
  if (draft->n_heads && !describes)
    draft->n_heads = 0; /* the object is an argument of the clause, not a clause */
  bel_draft_add_content (voice, draft, x);
}

/* What goes on with an object: "derided the deal | as toothless", "called on them | to stop"; no times, no settings. */
static bool
goes_on (const BelVoice *voice, uint32_t c)
{
  const BelDocument *document = voice->document;
  switch (document->tokens.dep[c]) {
  case BEL_DEP_XCOMP:
  case BEL_DEP_CCOMP:
    return true;
  case BEL_DEP_OBL:
    return !bel_voice_in_time (voice, c) && !bel_lexicon_word (voice->settings, document, c);
  case BEL_DEP_ADVCL: {
    uint32_t mark = bel_child (document, c, BEL_DEP_MARK);
    return mark != BEL_NONE && document->tokens.pos[mark] != BEL_POS_SCONJ;
  }
  default:
    return false;
  }
}

/* Lengthens the last part over what follows it below the cue @t without a comma. */
static void
extend_part (const BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelTokenRange *part = draft->n_parts ? &draft->parts[draft->n_parts - 1] : NULL;
  if (!part || part->last < t)
    return;
  for (BEL_EACH_CHILD (document, t, c)) {
    if (c > part->last && document->tokens.subtree_first[c] == part->last + 1 && goes_on (voice, c))
      part->last = document->tokens.subtree_last[c];
  }
}

/* Whether only nouns stand between @t and @head above it. */
static bool
hangs_on_noun (const BelDocument *document, uint32_t t, uint32_t head)
{
  for (t = document->tokens.head[t]; t != BEL_NONE && t != head; t = document->tokens.head[t])
    if (document->tokens.pos[t] != BEL_POS_NOUN && document->tokens.pos[t] != BEL_POS_PROPN)
      return false;
  return t == head;
}

/* ", who …", ", the latest …" at the end of what somebody praised or cited: told by the writer. */
static void
cut_aside (const BelDocument *document, BelDraftVoice *draft, uint32_t head)
{
  BelTokenRange *part = draft->n_parts ? &draft->parts[draft->n_parts - 1] : NULL;
  for (uint32_t t = part ? part->last : 0; part && t > head; t--) {
    BelDep base = bel_dep_base (document->tokens.dep[t]);
    uint32_t first = document->tokens.subtree_first[t];
    if ((base != BEL_DEP_ACL && base != BEL_DEP_APPOS) || document->tokens.subtree_last[t] < part->last
        || first <= head + 1 || first <= part->first + 1 || !hangs_on_noun (document, t, head))
      continue;
    if (document->text[document->tokens.span[first].start] == ',')
      part->last = first - 1;
    else if (document->text[document->tokens.span[first - 1].start] == ',')
      part->last = first - 2;
  }
}

/* "called on people to leave", with "on" for a part of the verb: what stands after it is what the cue leads to. */
static bool
take_after_particle (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t particle = bel_child (document, t, BEL_DEP_COMPOUND_PRT), object = bel_child (document, t, BEL_DEP_OBJ);
  if (particle == BEL_NONE || object == BEL_NONE || object < particle || draft->n_parts > 0
      || !bel_cue_has_via (draft->cues, draft->entry, document, particle))
    return false;
  bel_draft_add_content (voice, draft, object);
  extend_part (voice, draft, t);
  return true;
}

static void
take_via (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  if (take_after_particle (voice, draft, t))
    return;
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    uint32_t marker;
    if ((base != BEL_DEP_OBL && base != BEL_DEP_ADVCL) || document->tokens.dep[c] == BEL_DEP_OBL_AGENT || c < t
        || bel_voice_in_time (voice, c) || bel_voice_is_while (voice, c) || !has_case_via (voice, draft, c, &marker))
      continue;
    uint32_t last = document->tokens.subtree_last[c];
    if (marker + 1 > last || bel_voice_is_stranded (document, marker))
      continue;
    bel_draft_add_range (draft, marker + 1, last);
    extend_part (voice, draft, t);
    cut_aside (document, draft, c);
    if (draft->n_heads < BEL_VOICE_MAX_PARTS)
      draft->heads[draft->n_heads++] = c;
    if (marker == draft->cue_range.last + 1)
      draft->cue_range.last = marker;
    return;
  }
}

/* Finite, or with an auxiliary, maybe one shared with the verb before: a cue that says of itself when it was. */
static bool
stands_alone (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  if (tokens->dep[t] == BEL_DEP_CONJ && tokens->xpos[t] == tokens->xpos[tokens->head[t]])
    t = tokens->head[t];
  return bel_token_feat (document, t, BEL_FEAT_VERBFORM) == BEL_VERBFORM_FIN || tokens->xpos[t] == BEL_XPOS_VBD
         || tokens->xpos[t] == BEL_XPOS_VBZ || tokens->xpos[t] == BEL_XPOS_VBP
         || bel_child (document, t, BEL_DEP_AUX) != BEL_NONE || bel_child (document, t, BEL_DEP_AUX_PASS) != BEL_NONE;
}

/* Its own object, or, of "neither confirmed nor denied the report", the one it shares with the verb that follows. */
static uint32_t
object_of (const BelDraftVoice *draft, const BelDocument *document, uint32_t t)
{
  uint32_t object = bel_child (document, t, draft->passive ? BEL_DEP_NSUBJ_PASS : BEL_DEP_OBJ);
  uint32_t next = bel_child (document, t, BEL_DEP_CONJ);
  if (object != BEL_NONE || next == BEL_NONE || t + 1 >= document->tokens.n
      || document->tokens.pos[t + 1] != BEL_POS_CCONJ)
    return object;
  return bel_child (document, next, BEL_DEP_OBJ);
}

/* "the plan proposed by the mayor", "the plan he proposed", "the plan, which was proposed by him": the noun that the cue modifies. */
static uint32_t
modified_object (const BelDraftVoice *draft, const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t head = tokens->head[t];
  if (head == BEL_NONE || head > t)
    return BEL_NONE;
  if (draft->passive)
    return bel_dep_base (tokens->dep[t]) == BEL_DEP_ACL && bel_child (document, t, BEL_DEP_OBL_AGENT) != BEL_NONE
               ? head
               : BEL_NONE;
  uint32_t subject = bel_child (document, t, BEL_DEP_NSUBJ), name = bel_child (document, t, BEL_DEP_OBL);
  uint32_t as = name == BEL_NONE ? BEL_NONE : bel_child (document, name, BEL_DEP_CASE);
  if (tokens->xpos[head] == BEL_XPOS_WP && as != BEL_NONE && bel_token_form_is (document, as, "as"))
    return BEL_NONE; /* "what he described as a loss": the loss */
  bool own = subject != BEL_NONE && !is_reflexive_or_relative (document, subject);
  return tokens->dep[t] == BEL_DEP_ACL_RELCL && own && bel_child (document, t, BEL_DEP_XCOMP) == BEL_NONE ? head
                                                                                                          : BEL_NONE;
}

/* "called the vote a mistake", "called the charges baseless", where the tree hung the name on the thing. */
static bool
holds_its_name (const BelVoice *voice, uint32_t object)
{
  const BelDocument *document = voice->document;
  for (uint32_t t = object + 1; t <= document->tokens.subtree_last[object]; t++) {
    uint32_t first = document->tokens.subtree_first[t];
    bool bare = first > object && document->text[document->tokens.span[first - 1].start] != ',';
    bool told = document->tokens.dep[t] == BEL_DEP_ACL && document->tokens.head[t] == object && first == t
                && document->tokens.subtree_last[t] == t; /* "called the vote rigged" */
    if (((document->tokens.dep[t] == BEL_DEP_APPOS || told) && bare)
        || (document->tokens.dep[t] == BEL_DEP_AMOD && t > document->tokens.head[t]))
      return true;
  }
  return false;
}

/* "called him a thief" by name only. */
static void
take_named (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  uint32_t object = bel_child (voice->document, t, BEL_DEP_OBJ);
  if (object == BEL_NONE || !bel_cue_flag (draft->cues, draft->entry, draft->cues->naming)
      || !holds_its_name (voice, object))
    return;
  bel_draft_add_content (voice, draft, object);
}

static void
take_object (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t object = object_of (draft, document, t);
  bool question = object != BEL_NONE && object > t
                  && holds_clause (document, object) /* "asked [what we speak about]" */
                  && bel_cue_flag (draft->cues, draft->entry, draft->cues->clause);
  if (!question && !bel_cue_flag (draft->cues, draft->entry, draft->cues->object))
    return;
  bool pronoun = object != BEL_NONE && is_reflexive_or_relative (document, object);
  if (object == BEL_NONE || (pronoun && draft->passive))
    object = modified_object (draft, document, t);
  if (object == BEL_NONE || (is_reflexive_or_relative (document, object) && !holds_clause (document, object)))
    return;
  if (bel_dominates (document, object, t))
    bel_draft_add_content_without (voice, draft, object, t);
  else
    bel_draft_add_content (voice, draft, object);
  extend_part (voice, draft, t);
  cut_aside (document, draft, object);
}

static bool
is_passive (const BelDocument *document, uint32_t t)
{
  if (bel_child (document, t, BEL_DEP_AUX_PASS) != BEL_NONE || bel_child (document, t, BEL_DEP_NSUBJ_PASS) != BEL_NONE
      || bel_child (document, t, BEL_DEP_OBL_AGENT) != BEL_NONE)
    return true;
  bool asked = document->tokens.dep[t] == BEL_DEP_ADVCL && document->tokens.xpos[t] == BEL_XPOS_VBN
               && bel_child (document, t, BEL_DEP_AUX) == BEL_NONE; /* "asked about it, she said" */
  return asked || (bel_token_feat (document, t, BEL_FEAT_VOICE) != 0 && document->tokens.dep[t] == BEL_DEP_ACL);
}

static void
find_passive_source (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  uint32_t agent = bel_child (voice->document, t, BEL_DEP_OBL_AGENT);
  if (agent != BEL_NONE)
    bel_draft_set_source (voice, draft, agent);
}

/* A verb right after its subject, which the tree hung elsewhere: "the campaign plans to". */
static void
find_source_by_place (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  const BelDocument *document = voice->document;
  uint32_t begin = document->sentences.items[document->tokens.sentence[t]].first_token;
  if (draft->cue_range.first > begin && stands_alone (document, t))
    bel_draft_source_beside (voice, draft, draft->cue_range.first - 1, true);
}

/* "to show that P", said of what something is for: nobody shows anything yet. */
static bool
is_purpose (const BelDocument *document, uint32_t t)
{
  BelDep dep = document->tokens.dep[t];
  return dep != BEL_DEP_CONJ && dep != BEL_DEP_ROOT && dep != BEL_DEP_XCOMP && is_infinitive (document, t);
}

/* "P, she said": verbs of saying, thinking and learning may stand between commas. */
static bool
may_stand_aside (const BelVoice *voice, const BelDraftVoice *draft, uint32_t t)
{
  static const char *const CLASSES[] = { "say",   "announce", "admit", "claim",   "argue",   "explain", "warn",
                                         "think", "learn",    "show",  "predict", "confirm", "tell" };
  if (!stands_alone (voice->document, t) || !bel_cue_flag (draft->cues, draft->entry, draft->cues->clause))
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (bel_cue_class_is (draft->cues, draft->entry, CLASSES[i]))
      return true;
  return false;
}

/* "is wanted", "was asked to": what one would, by nobody who is told, is nobody's word. */
bool
bel_draft_needs_somebody (const BelDraftVoice *draft)
{
  static const char *const CLASSES[] = { "want",     "intend", "direct", "decide", "propose", "support", "oppose",
                                         "describe", "feel",   "praise", "ask",    "promise", "show" };
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (bel_cue_class_is (draft->cues, draft->entry, CLASSES[i]))
      return true;
  return false;
}

/* "was announced", "must be addressed", with no more than what it is done to: an event, not a word. */
static bool
is_bare_passive (const BelVoice *voice, const BelDraftVoice *draft)
{
  static const char *const CLASSES[] = { "deny", "doubt", "confirm", "claim" };
  if (!draft->passive || draft->clausal || draft->n_heads != 1
      || voice->document->tokens.dep[draft->heads[0]] != BEL_DEP_NSUBJ_PASS)
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    if (bel_cue_class_is (draft->cues, draft->entry, CLASSES[i]))
      return false;
  return true;
}

/* "you can see that": anybody. */
static bool
is_anybody (const BelVoice *voice, const BelDraftVoice *draft)
{
  return draft->source != BEL_NONE && bel_token_form_is (voice->document, draft->source, "you")
         && voice->quote_at[draft->cue] == BEL_NONE;
}

/* "X was told that P": X is addressed; whoever told is the source, and X has it from hearsay. */
static void
finish_verb (BelVoice *voice, BelDraftVoice *draft, uint32_t t)
{
  if (draft->passive) {
    find_passive_source (voice, draft, t);
  } else if (may_stand_aside (voice, draft, t) && bel_draft_parenthetic (voice, draft)) {
    draft->clausal = true;
  } else {
    bel_draft_find_source (voice, draft, t);
    if (draft->source == BEL_NONE)
      find_source_by_place (voice, draft, t);
    if (draft->source != BEL_NONE && !draft->clausal && !bel_source_fits (voice, draft, draft->agent))
      return;
    if (draft->source == BEL_NONE || is_purpose (voice->document, t)) {
      if (!draft->speech)
        return;
      draft->n_parts = draft->n_heads = 0; /* nobody says it, unless a quotation follows */
    }
  }
  if (is_anybody (voice, draft)
      || (draft->source == BEL_NONE && draft->passive
          && (bel_draft_needs_somebody (draft) || is_bare_passive (voice, draft)
              || !bel_cue_flag (draft->cues, draft->entry, draft->cues->passive))))
    return;
  draft->hearsay |= draft->passive && bel_lexicon_word (voice->hearsay, voice->document, t) != NULL;
  bel_draft_widen_cue (voice, draft);
  bel_draft_finish (voice, draft);
}

/* What the tree hung elsewhere. A clause beside the cue goes before the object it was taken for. */
static void
take_beside (BelVoice *voice, BelDraftVoice *draft)
{
  if (draft->n_parts == 0 && bel_cue_flag (draft->cues, draft->entry, draft->cues->person))
    bel_draft_via_beside (voice, draft);
  if (!bel_cue_flag (draft->cues, draft->entry, draft->cues->clause) || draft->passive
      || (draft->n_heads == 1 && bel_lexicon_word (voice->nouns.lexicon, voice->document, draft->heads[0])))
    return; /* of "rejected the claim that P" the object is the claim */
  BelDraftVoice other = *draft;
  other.n_parts = other.n_heads = 0;
  if (!bel_draft_clause_beside (voice, &other))
    return;
  *draft = other;
  draft->clausal = true;
}

/* A denial, refusal to comment or the like is told even when nothing follows: who stood aside is worth knowing. */
static bool
counts_without_content (const BelDraftVoice *draft)
{
  return draft->stance != BEL_STANCE_ASSERT
         && (bel_cue_class_is (draft->cues, draft->entry, "decline")
             || bel_cue_class_is (draft->cues, draft->entry, "deny"));
}

/* ", citing officials": read as a phrase. */
static bool
cites_source (BelVoice *voice, uint32_t t)
{
  uint32_t object = bel_child (voice->document, t, BEL_DEP_OBJ);
  return voice->document->tokens.xpos[t] == BEL_XPOS_VBG && object != BEL_NONE
         && bel_lexicon_at (voice->phrases, voice->document, t, NULL) && bel_voice_cites_source (voice, t, object);
}

/* "to second-guess the court": a part of another word. */
static bool
is_second_half (const BelDocument *document, uint32_t t)
{
  uint32_t start = document->tokens.span[t].start;
  return start > 1 && document->text[start - 1] == '-' && g_ascii_isalnum (document->text[start - 2]);
}

void
bel_voice_from_verb (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  BelPhraseMatch match;
  const BelEntry *entry = bel_lexicon_headed (voice->verbs.lexicon, document, t, &match);
  if (!entry || document->tokens.pos[t] != BEL_POS_VERB || document->tokens.dep[t] == BEL_DEP_AMOD
      || document->tokens.dep[t] == BEL_DEP_CASE || document->tokens.dep[t] == BEL_DEP_COMPOUND
      || is_second_half (document, t) || cites_source (voice, t))
    return;
  BelDraftVoice draft = new_draft (voice, &voice->verbs, entry, t);
  draft.passive = is_passive (document, t);
  if (draft.passive && document->tokens.xpos[t] == BEL_XPOS_VBN
      && bel_lexicon_word (voice->feelings.lexicon, document, t))
    return; /* "is worried that" */
  take_clauses (voice, &draft, t);
  draft.clausal = draft.n_parts > 0;
  if (!draft.n_parts)
    take_shared_clause (voice, &draft, t);
  if (!draft.n_parts)
    take_infinitive (voice, &draft, t);
  bool bare = draft.n_parts == 0;
  if (bare)
    bel_draft_take_host (voice, &draft, t);
  bool aimed = !draft.n_parts && bel_cue_flag (draft.cues, entry, draft.cues->person)
               && bel_child (document, t, BEL_DEP_OBJ) != BEL_NONE;
  bel_draft_set_cue (voice, &draft, t);
  if (aimed && !bel_draft_via_beside (voice, &draft))
    take_via (voice, &draft, t);
  if (!draft.n_parts)
    take_object (voice, &draft, t);
  if (!draft.n_parts)
    take_named (voice, &draft, t);
  for (uint32_t i = 1; i < match.n; i++)
    if (match.token[i] == draft.cue_range.last + 1)
      draft.cue_range.last++;
  if (bare) /* "accused X of P", "blasted X for P", "called for P" */
    take_via (voice, &draft, t);
  if (bare)
    take_beside (voice, &draft);
  if (draft.passive && !draft.clausal && document->tokens.dep[t] == BEL_DEP_ACL
      && bel_child (document, t, BEL_DEP_OBL_AGENT) == BEL_NONE && bel_cue_flag (draft.cues, entry, draft.cues->person))
    return; /* "an official briefed on it": addressed, by nobody who is told */
  if (draft.n_parts || draft.speech || counts_without_content (&draft)
      || bel_cue_flag (draft.cues, entry, draft.cues->clause))
    finish_verb (voice, &draft, t);
}

/* "was outraged that P", "is worried about X": the subject of the passive feels it. */
void
bel_voice_from_feeling (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  const BelEntry *entry = document->tokens.xpos[t] == BEL_XPOS_VBN && document->tokens.dep[t] != BEL_DEP_AMOD
                              ? bel_lexicon_word (voice->feelings.lexicon, document, t)
                              : NULL;
  if (!entry)
    return;
  BelDraftVoice draft = new_draft (voice, &voice->feelings, entry, t);
  draft.passive = true;
  take_clauses (voice, &draft, t);
  bel_draft_set_cue (voice, &draft, t);
  if (!draft.n_parts)
    take_via (voice, &draft, t);
  uint32_t subject = bel_child (document, t, BEL_DEP_NSUBJ_PASS);
  if (subject == BEL_NONE)
    subject = bel_child (document, t, BEL_DEP_NSUBJ);
  if (!draft.n_parts || subject == BEL_NONE || !bel_source_fits (voice, &draft, subject))
    return;
  bel_draft_set_source (voice, &draft, subject);
  bel_draft_finish (voice, &draft);
}

/* "is confident that P", "are eager to P". */
void
bel_voice_from_adjective (BelVoice *voice, uint32_t t)
{
  const BelDocument *document = voice->document;
  const BelEntry *entry = bel_lexicon_word (voice->adjectives.lexicon, document, t);
  if (!entry || document->tokens.dep[t] == BEL_DEP_AMOD)
    return;
  BelDraftVoice draft = new_draft (voice, &voice->adjectives, entry, t);
  take_clauses (voice, &draft, t);
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c];
    if (!draft.n_parts && (dep == BEL_DEP_XCOMP || dep == BEL_DEP_ADVCL) && is_infinitive (document, c)
        && bel_cue_flag (draft.cues, entry, draft.cues->to))
      bel_draft_add_content (voice, &draft, c);
  }
  bel_draft_set_cue (voice, &draft, t);
  if (!draft.n_parts)
    take_via (voice, &draft, t);
  if (!draft.n_parts)
    return;
  bel_draft_find_source (voice, &draft, t);
  if (draft.source != BEL_NONE)
    bel_draft_finish (voice, &draft);
}
