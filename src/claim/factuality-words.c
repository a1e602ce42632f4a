/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Words that make, keep or take away truth, and the shapes they stand in. */
#include "claim/factuality-private.h"

#include "claim/voice-private.h"

/* What stays of a clause's truth under an auxiliary; readers' means in the studies named in docs/notes/factuality.md. */
static const struct {
  const char *lemma;
  float factor;
} MODALS[] = {
  { "will", 0.77f }, { "shall", 0.6f },  { "would", 0.4f },  { "may", 0.4f },  { "might", 0.3f }, { "could", 0.25f },
  { "can", 0.3f },   { "should", 0.3f }, { "ought", 0.3f },  { "must", 0.5f }, { "wo", 0.77f },   { "ca", 0.3f },
  { "'ll", 0.77f },  { "’ll", 0.77f },   { "cannot", 0.3f }, { "need", 0.3f },
};

/** Negation keeps this much certainty: "did not meet" is nearly as sure as "met". */
#define NEGATED (-1.0f)
#define IMPERATIVE 0.1f
#define QUESTION 0.1f

/* A signature from which down what is denied is not done. */
#define NOT_DONE (-2.0)

static void
open_signature (BelSignatureLexicon *out, const BelProgram *program, const char *name)
{
  out->lexicon = bel_program_lexicon (program, name);
  if (!out->lexicon)
    return;
  out->positive = bel_lexicon_field (out->lexicon, "positive");
  out->negative = bel_lexicon_field (out->lexicon, "negative");
  out->to_positive = bel_lexicon_field (out->lexicon, "to-positive");
  out->to_negative = bel_lexicon_field (out->lexicon, "to-negative");
}

bool
bel_factuality_open (BelFactuality *f, const BelClaimContext *context, const BelClaims *claims)
{
  const BelProgram *program = context->program;
  if (!program)
    return false;
  f->claims = claims;
  f->document = claims->document;
  open_signature (&f->that, program, "signature-that");
  open_signature (&f->to, program, "signature-to");
  open_signature (&f->object_to, program, "signature-object-to");
  open_signature (&f->gerund, program, "signature-gerund");
  open_signature (&f->adjective, program, "signature-adjective");
  open_signature (&f->noun, program, "signature-noun");
  open_signature (&f->state, program, "signature-state");
  open_signature (&f->read_that, program, "read-signature-that");
  open_signature (&f->read_to, program, "read-signature-to");
  open_signature (&f->read_object_to, program, "read-signature-object-to");
  open_signature (&f->read_passive_to, program, "read-signature-passive-to");
  open_signature (&f->read_passive_that, program, "read-signature-passive-that");
  f->hedges = bel_program_lexicon (program, "modal-adverb");
  f->turned_down = bel_program_lexicon (program, "turned-down");
  f->singled = bel_program_lexicon (program, "singled-out");
  f->event_adverbs = bel_program_lexicon (program, "event-adverb");
  f->adjectives = bel_program_lexicon (program, "nonsubsective-adjective");
  f->counterfactuals = bel_program_lexicon (program, "counterfactual-phrase");
  f->classes = bel_program_lexicon (program, "attribution-class");
  return f->that.lexicon && f->to.lexicon && f->object_to.lexicon && f->gerund.lexicon && f->adjective.lexicon
         && f->noun.lexicon && f->hedges && f->event_adverbs && f->adjectives && f->counterfactuals && f->classes;
}

static bool
is_infinitive (const BelDocument *document, uint32_t t)
{
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (document, mark, "to");
}

static bool
has_object (const BelDocument *document, uint32_t t)
{
  return bel_child (document, t, BEL_DEP_OBJ) != BEL_NONE || bel_child (document, t, BEL_DEP_IOBJ) != BEL_NONE;
}

/* "prevented him from leaving", "refrained from leaving" */
static bool
is_from_clause (const BelDocument *document, uint32_t t)
{
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (document, mark, "from") && document->tokens.xpos[t] == BEL_XPOS_VBG;
}

/* "stopped short of leaving" */
static bool
is_of_clause (const BelFactuality *f, uint32_t t, uint32_t head)
{
  BelPhraseMatch match = { 0 };
  uint32_t mark = bel_child (f->document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (f->document, mark, "of")
         && bel_lexicon_headed (f->to.lexicon, f->document, head, &match) && match.n > 1;
}

/* "accused him of leaving": what is said of him, not what was the case besides. */
static bool
is_charge (const BelDocument *document, uint32_t t, uint32_t head)
{
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  return mark != BEL_NONE && bel_token_form_is (document, mark, "of") && document->tokens.xpos[t] == BEL_XPOS_VBG
         && document->tokens.pos[head] == BEL_POS_VERB && has_object (document, head);
}

static BelLink
xcomp_link (const BelDocument *document, uint32_t t, uint32_t head)
{
  if (document->tokens.xpos[t] == BEL_XPOS_VBG && !is_infinitive (document, t))
    return bel_child (document, t, BEL_DEP_MARK) == BEL_NONE ? BEL_LINK_GERUND
                                                             : BEL_LINK_OBJECT_TO; /* "kept them from leaving" */
  return has_object (document, head) ? BEL_LINK_OBJECT_TO : BEL_LINK_TO;
}

/* "has not moved to dismiss the case": read as a purpose, but who does not move to do it does not do it. */
static bool
is_done_by_trying (const BelFactuality *f, uint32_t t, uint32_t head)
{
  const BelTokens *tokens = &f->document->tokens;
  if (tokens->pos[head] != BEL_POS_VERB || head + 2 != t || tokens->subtree_first[t] != head + 1)
    return false;
  const BelEntry *entry = bel_lexicon_word (f->to.lexicon, f->document, head);
  return entry && bel_entry_number (entry, f->to.negative) <= NOT_DONE;
}

BelLink
bel_factuality_link (const BelFactuality *f, uint32_t t)
{
  const BelTokens *tokens = &f->document->tokens;
  uint32_t head = tokens->head[t];
  if (head == BEL_NONE)
    return BEL_LINK_OTHER;
  bool infinitive = is_infinitive (f->document, t);
  switch (tokens->dep[t]) {
  case BEL_DEP_CCOMP:
    return infinitive ? BEL_LINK_OBJECT_TO : tokens->xpos[t] == BEL_XPOS_VBG ? BEL_LINK_GERUND : BEL_LINK_THAT;
  case BEL_DEP_CSUBJ:
  case BEL_DEP_CSUBJ_PASS:
    return infinitive ? BEL_LINK_TO : BEL_LINK_THAT;
  case BEL_DEP_XCOMP:
    return xcomp_link (f->document, t, head);
  case BEL_DEP_ACL:
    if (tokens->pos[head] != BEL_POS_NOUN)
      return BEL_LINK_OTHER;
    return infinitive                                             ? BEL_LINK_TO
           : bel_child (f->document, t, BEL_DEP_MARK) != BEL_NONE ? BEL_LINK_THAT
                                                                  : BEL_LINK_OTHER;
  case BEL_DEP_ADVCL:
    if (is_charge (f->document, t, head))
      return BEL_LINK_OBJECT_TO;
    if (is_from_clause (f->document, t))
      return has_object (f->document, head) ? BEL_LINK_OBJECT_TO : BEL_LINK_TO;
    if ((infinitive && is_done_by_trying (f, t, head)) || is_of_clause (f, t, head))
      return BEL_LINK_TO;
    return infinitive && tokens->pos[head] == BEL_POS_ADJ ? BEL_LINK_TO : BEL_LINK_OTHER;
  default:
    return BEL_LINK_OTHER;
  }
}

static bool
lookup (const BelFactuality *f, const BelSignatureLexicon *in, uint32_t t, bool to_fields, BelSignature *out)
{
  const BelEntry *entry = in->lexicon ? bel_lexicon_headed (in->lexicon, f->document, t, NULL) : NULL;
  if (!entry)
    return false;
  out->positive = (float) bel_entry_number (entry, to_fields ? in->to_positive : in->positive);
  out->negative = (float) bel_entry_number (entry, to_fields ? in->to_negative : in->negative);
  out->known = true;
  return true;
}

static bool
is_passive (const BelDocument *document, uint32_t t)
{
  return bel_child (document, t, BEL_DEP_AUX_PASS) != BEL_NONE
         || bel_child (document, t, BEL_DEP_NSUBJ_PASS) != BEL_NONE;
}

/* What a verb of unknown signature leaves of its complement. */
static BelSignature
default_signature (BelLink link)
{
  switch (link) {
  case BEL_LINK_THAT:
    return (BelSignature){ 1.0f, 0.0f, false };
  case BEL_LINK_GERUND:
    return (BelSignature){ 2.0f, -1.0f, false };
  case BEL_LINK_OBJECT_TO:
    return (BelSignature){ 0.5f, -0.5f, false };
  default:
    return (BelSignature){ 0.0f, -0.5f, false };
  }
}

static bool
verb_signature (const BelFactuality *f, uint32_t head, BelLink link, BelSignature *out)
{
  bool passive = is_passive (f->document, head);
  switch (link) {
  case BEL_LINK_THAT:
    return lookup (f, &f->that, head, false, out)
           || lookup (f, passive ? &f->read_passive_that : &f->read_that, head, false, out);
  case BEL_LINK_TO:
    if (passive)
      return lookup (f, &f->object_to, head, false, out) || lookup (f, &f->read_passive_to, head, false, out);
    return lookup (f, &f->to, head, false, out) || lookup (f, &f->read_to, head, false, out);
  case BEL_LINK_OBJECT_TO:
    return lookup (f, &f->object_to, head, false, out) || lookup (f, &f->read_object_to, head, false, out)
           || lookup (f, &f->to, head, false, out);
  case BEL_LINK_GERUND:
    return lookup (f, &f->gerund, head, false, out);
  default:
    return false;
  }
}

/* "too weak to P": not P; "strong enough to P": P. */
static bool
degree_signature (const BelFactuality *f, uint32_t head, BelSignature *out)
{
  for (BEL_EACH_CHILD (f->document, head, c)) {
    if (f->document->tokens.dep[c] != BEL_DEP_ADVMOD)
      continue;
    if (bel_token_form_is (f->document, c, "too"))
      return *out = (BelSignature){ -2.5f, 1.5f, true }, true;
    if (bel_token_form_is (f->document, c, "enough"))
      return *out = (BelSignature){ 2.0f, -2.0f, true }, true;
  }
  return false;
}

/* "remained closed", not "remained to be closed" */
static bool
is_state (const BelDocument *document, uint32_t t)
{
  return document->tokens.dep[t] == BEL_DEP_XCOMP && document->tokens.xpos[t] == BEL_XPOS_VBN
         && !is_infinitive (document, t);
}

/* "the only member to vote against it", "the first to arrive": told of who did. */
static bool
singled_out (const BelFactuality *f, uint32_t head, BelSignature *out)
{
  const BelDocument *document = f->document;
  bool found = f->singled && bel_lexicon_word (f->singled, document, head) != NULL;
  for (BEL_EACH_CHILD (document, head, c))
    found = found
            || (f->singled && document->tokens.dep[c] == BEL_DEP_AMOD && bel_lexicon_word (f->singled, document, c));
  if (!found || bel_child (document, head, BEL_DEP_COP) == BEL_NONE)
    return false;
  return *out = (BelSignature){ 2.5f, 2.5f, true }, true;
}

BelSignature
bel_factuality_signature (const BelFactuality *f, uint32_t t, BelLink link)
{
  uint32_t head = f->document->tokens.head[t];
  BelSignature out = default_signature (link);
  bool to = link == BEL_LINK_TO;
  switch (f->document->tokens.pos[head]) {
  case BEL_POS_ADJ:
  case BEL_POS_ADV:
    if (to && singled_out (f, head, &out))
      return out;
    if (!(to && degree_signature (f, head, &out)) && !lookup (f, &f->adjective, head, to, &out) && to)
      lookup (f, &f->to, head, false, &out);
    return out;
  case BEL_POS_NOUN:
    if (!(to && singled_out (f, head, &out)))
      lookup (f, &f->noun, head, to, &out);
    return out;
  default:
    if (!(to && is_state (f->document, t) && lookup (f, &f->state, head, false, &out)))
      verb_signature (f, head, link, &out);
    return out;
  }
}

/* -- own modifiers --------------------------------------------------------------------------------- */

bool
bel_factuality_is_question (const BelDocument *document, uint32_t t)
{
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[t]];
  uint32_t end = sentence->first_token + sentence->n_tokens;
  for (uint32_t u = end; u > sentence->first_token && u + 3 > end; u--)
    if (document->text[document->tokens.span[u - 1].start] == '?')
      return true;
  return false;
}

static bool
is_empty_argument (const BelDocument *document, uint32_t t)
{
  if (bel_token_form_is (document, t, "nothing") || bel_token_form_is (document, t, "nobody")
      || bel_token_form_is (document, t, "none") || bel_token_form_is (document, t, "neither"))
    return true;
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  return (det != BEL_NONE && bel_token_form_is (document, det, "no") && !bel_token_bounds (document, det))
         || bel_token_feat (document, t, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_NEG;
}

bool
bel_factuality_negated (const BelDocument *document, uint32_t t)
{
  bool negative = bel_token_negated (document, t);
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep base = bel_dep_base (document->tokens.dep[c]);
    if ((base == BEL_DEP_OBJ || base == BEL_DEP_OBL || document->tokens.dep[c] == BEL_DEP_NSUBJ_PASS)
        && is_empty_argument (document, c))
      negative = !negative;
  }
  return negative;
}

static float
auxiliary_factor (const BelDocument *document, uint32_t t)
{
  for (guint i = 0; i < G_N_ELEMENTS (MODALS); i++)
    if (bel_token_lemma_is (document, t, MODALS[i].lemma) || bel_token_form_is (document, t, MODALS[i].lemma))
      return MODALS[i].factor;
  return 1.0f;
}

/* "going to P", "has to P", "would have P". */
static float
modal_factor (const BelDocument *document, uint32_t t)
{
  float factor = 1.0f;
  bool have = false, would = false;
  for (BEL_EACH_CHILD (document, t, c)) {
    if (document->tokens.dep[c] != BEL_DEP_AUX)
      continue;
    factor *= auxiliary_factor (document, c);
    have |= bel_token_lemma_is (document, c, "have");
    would |= bel_token_form_is (document, c, "would") || bel_token_form_is (document, c, "could")
             || bel_token_form_is (document, c, "should") || bel_token_form_is (document, c, "might");
  }
  return have && would ? -0.5f : factor; /* "would have won" */
}

static bool
is_participant (const BelDocument *document, uint32_t t)
{
  BelDep base = bel_dep_base (document->tokens.dep[t]);
  return base == BEL_DEP_NSUBJ || base == BEL_DEP_OBJ || base == BEL_DEP_OBL || base == BEL_DEP_ADVMOD;
}

/* "did not resign until May" leaves open, or lets one think, that it was so then. */
static bool
is_term (const BelDocument *document, uint32_t t)
{
  BelDep base = bel_dep_base (document->tokens.dep[t]);
  if (base != BEL_DEP_OBL && base != BEL_DEP_ADVCL && base != BEL_DEP_ADVMOD)
    return false;
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = document->tokens.dep[c];
    if ((dep == BEL_DEP_CASE || dep == BEL_DEP_MARK) && bel_token_form_is (document, c, "until"))
      return true;
  }
  return false;
}

float
bel_factuality_adverb (const BelFactuality *f, uint32_t t, bool *out_near)
{
  float factor = 1.0f;
  *out_near = false;
  for (BEL_EACH_CHILD (f->document, t, c)) {
    if (is_participant (f->document, c) && bel_negates_quantifier (f->document, f->document->tokens.subtree_first[c]))
      factor = 0; /* "not (all guests left)", "not many guests", "not often" */
    if (is_term (f->document, c) && bel_token_negated (f->document, t))
      factor = 0;
    const BelEntry *entry
        = f->document->tokens.dep[c] == BEL_DEP_ADVMOD ? bel_lexicon_word (f->hedges, f->document, c) : NULL;
    if (!entry)
      continue;
    bool near = bel_entry_boolean (entry, bel_lexicon_field (f->hedges, "near"));
    float own = (float) bel_entry_number (entry, bel_lexicon_field (f->hedges, "factor"));
    if (near && c + 1 == t)
      *out_near = true;
    else if (own > 0)
      factor *= own;
  }
  return factor;
}

unsigned
bel_quantifier_share (const BelDocument *document, uint32_t t)
{
  static const struct {
    const char *form;
    unsigned share;
  } QUANTIFIERS[] = {
    { "all", 2 },       { "every", 2 },      { "each", 2 },       { "both", 2 },   { "everyone", 2 },
    { "everybody", 2 }, { "everything", 2 }, { "everywhere", 2 }, { "always", 2 }, { "most", 1 },
    { "many", 1 },      { "much", 1 },       { "often", 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (QUANTIFIERS); i++)
    if (bel_token_form_is (document, t, QUANTIFIERS[i].form))
      return QUANTIFIERS[i].share;
  return 0;
}

bool
bel_negates_quantifier (const BelDocument *document, uint32_t t)
{
  uint32_t next = t + 1;
  bool negation = bel_token_form_is (document, t, "not") || bel_token_form_is (document, t, "n't")
                  || bel_token_form_is (document, t, "n’t");
  if (!negation || next >= document->tokens.n || document->tokens.sentence[next] != document->tokens.sentence[t])
    return false;
  return bel_quantifier_share (document, next) || bel_token_form_is (document, next, "only")
         || bel_token_form_is (document, next, "just");
}

static float
adverb_factor (const BelFactuality *f, uint32_t t)
{
  float factor = 1.0f;
  for (BEL_EACH_CHILD (f->document, t, c)) {
    BelDep base = bel_dep_base (f->document->tokens.dep[c]);
    const BelLexicon *lexicon = base == BEL_DEP_ADVMOD ? f->hedges : base == BEL_DEP_AMOD ? f->adjectives : NULL;
    const BelEntry *entry = lexicon ? bel_lexicon_word (lexicon, f->document, c) : NULL;
    if (entry)
      factor *= (float) bel_entry_number (entry, bel_lexicon_field (lexicon, "factor"));
  }
  return factor;
}

static bool
is_imperative (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  if (bel_token_feat (document, t, BEL_FEAT_MOOD) == BEL_MOOD_IMP)
    return true;
  return tokens->xpos[t] == BEL_XPOS_VB && tokens->dep[t] == BEL_DEP_ROOT
         && bel_child (document, t, BEL_DEP_NSUBJ) == BEL_NONE && bel_child (document, t, BEL_DEP_AUX) == BEL_NONE
         && bel_child (document, t, BEL_DEP_MARK) == BEL_NONE;
}

float
bel_factuality_own (const BelFactuality *f, uint32_t t)
{
  const BelDocument *document = f->document;
  float own = modal_factor (document, t) * adverb_factor (f, t);
  if (bel_factuality_negated (document, t))
    own *= NEGATED;
  if (document->tokens.pos[t] == BEL_POS_NOUN) {
    uint32_t det = bel_child (document, t, BEL_DEP_DET);
    if (det != BEL_NONE && bel_token_form_is (document, det, "no") && own > 0)
      own = -own;
  }
  if (document->tokens.dep[t] == BEL_DEP_ROOT && bel_factuality_is_question (document, t))
    own *= QUESTION;
  return is_imperative (document, t) ? IMPERATIVE : own;
}

float
bel_factuality_marker (const BelFactuality *f, uint32_t t, bool *out_changes)
{
  *out_changes = false;
  for (BEL_EACH_CHILD (f->document, t, c)) {
    BelDep dep = f->document->tokens.dep[c];
    if (dep != BEL_DEP_MARK && dep != BEL_DEP_CASE && dep != BEL_DEP_ADVMOD && dep != BEL_DEP_CC)
      continue;
    const BelEntry *entry = bel_lexicon_at (f->counterfactuals, f->document, c, NULL);
    if (!entry)
      continue;
    *out_changes = true;
    return (float) bel_entry_number (entry, bel_lexicon_field (f->counterfactuals, "factor"));
  }
  return 1.0f;
}
