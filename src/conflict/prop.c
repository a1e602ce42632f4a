/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/prop.h"

#include "base/limits.h"
#include "conflict/attribute.h"
#include "conflict/phrase.h"
#include "conflict/quote.h"
#include "conflict/relation.h"
#include "conflict/tally.h"
#include "conflict/value.h"
#include "conflict/wording.h"
#include "rule/lexicon.h"

#include <string.h>

uint32_t
bel_prop_holder (const BelProp *prop, bool truth)
{
  for (uint32_t i = 0; i < prop->n_holders; i++)
    if (truth ? bel_truth_is_true (prop->holders[i].truth) : bel_truth_is_false (prop->holders[i].truth))
      return i;
  return BEL_NONE;
}

/* -- who holds it -------------------------------------------------------------------------------- */

static BelTruth
opposite_truth (BelTruth truth)
{
  switch (truth) {
  case BEL_TRUTH_TRUE:
    return BEL_TRUTH_FALSE;
  case BEL_TRUTH_FALSE:
    return BEL_TRUTH_TRUE;
  case BEL_TRUTH_PROBABLY_TRUE:
    return BEL_TRUTH_PROBABLY_FALSE;
  case BEL_TRUTH_PROBABLY_FALSE:
    return BEL_TRUTH_PROBABLY_TRUE;
  case BEL_TRUTH_UNKNOWN:
    break;
  }
  return BEL_TRUTH_UNKNOWN;
}

/* Who doubts it holds it rather for false. */
static BelTruth
doubted_truth (BelTruth truth)
{
  BelTruth opposite = opposite_truth (truth);
  return opposite == BEL_TRUTH_FALSE  ? BEL_TRUTH_PROBABLY_FALSE
         : opposite == BEL_TRUTH_TRUE ? BEL_TRUTH_PROBABLY_TRUE
                                      : opposite;
}

/* The truth of the claim in the mouth of its innermost source, before stances. */
static BelTruth
plain_truth (const BelClaim *claim)
{
  if (claim->modality != BEL_MODALITY_NONE && claim->modality != BEL_MODALITY_FUTURE
      && claim->modality != BEL_MODALITY_GENERIC)
    return BEL_TRUTH_UNKNOWN;
  bool positive = claim->polarity == BEL_POLARITY_POSITIVE;
  switch (claim->certainty) {
  case BEL_CERTAINTY_CERTAIN:
    return positive ? BEL_TRUTH_TRUE : BEL_TRUTH_FALSE;
  case BEL_CERTAINTY_PROBABLE:
    return positive ? BEL_TRUTH_PROBABLY_TRUE : BEL_TRUTH_PROBABLY_FALSE;
  default:
    return BEL_TRUTH_UNKNOWN;
  }
}

static void
add_holder (BelProp *prop, uint32_t entity, uint32_t attribution, BelTruth truth)
{
  for (uint32_t i = 0; i < prop->n_holders; i++)
    if (prop->holders[i].entity == entity && prop->holders[i].attribution == attribution)
      return;
  if (prop->n_holders < BEL_MAX_HOLDERS)
    prop->holders[prop->n_holders++] = (BelHolder){ entity, attribution, truth };
}

static uint32_t
attribution_of (const BelClaims *claims, const BelClaim *claim, uint32_t entity)
{
  for (uint32_t a = claim->attribution; a != BEL_NONE; a = claims->attributions.items[a].parent)
    if (claims->attributions.items[a].source_entity == entity)
      return a;
  return claim->attribution;
}

static bool
is_negated (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (bel_token_negates (document, c))
      return true;
  return false;
}

/* "The firm promised not to raise prices": who binds himself has it that so it will be, and so has who reports it. */
static void
hold_commitment (const BelFinder *finder, const BelClaims *claims, const BelClaim *claim, BelProp *prop)
{
  const BelLexicon *verbs = finder->program ? bel_program_lexicon (finder->program, "commitment-verb") : NULL;
  if (!verbs || claim->modality != BEL_MODALITY_INTENTION || claim->attribution == BEL_NONE)
    return;
  const BelAttribution *own = &claims->attributions.items[claim->attribution];
  if (own->cue_head == BEL_NONE || own->stance != BEL_STANCE_ASSERT
      || !bel_lexicon_word (verbs, claims->document, own->cue_head) || is_negated (claims->document, own->cue_head))
    return;
  uint32_t by = own->parent == BEL_NONE ? claim->attribution : own->parent;
  const BelAttribution *source = &claims->attributions.items[by];
  if (source->stance != BEL_STANCE_ASSERT && source->stance != BEL_STANCE_DENY)
    return;
  bool positive = (claim->polarity == BEL_POLARITY_POSITIVE) == (source->stance == BEL_STANCE_ASSERT);
  prop->voice = by;
  prop->n_holders = 0;
  add_holder (prop, source->source_entity, by, positive ? BEL_TRUTH_PROBABLY_TRUE : BEL_TRUTH_PROBABLY_FALSE);
}

/* "The agency does not believe that P" holds P neither for true nor for false: a side in a story, but of two texts no conflict. */
static bool
wavers (const BelClaims *claims, uint32_t attribution)
{
  const BelAttribution *a = attribution == BEL_NONE ? NULL : &claims->attributions.items[attribution];
  bool self = a && a->source_head != BEL_NONE && claims->document->tokens.pos[a->source_head] == BEL_POS_PRON
              && bel_token_feat (claims->document, a->source_head, BEL_FEAT_PERSON) == 1;
  return a && !self && a->stance == BEL_STANCE_DOUBT && a->cue_head != BEL_NONE
         && bel_token_negated (claims->document, a->cue_head);
}

static void
set_holders (const BelFinder *finder, const BelClaims *claims, const BelClaim *claim, BelProp *prop)
{
  bool wavering = finder->options.same_situation && wavers (claims, claim->attribution);
  for (uint32_t i = 0; i < claim->effective.n; i++) {
    BelHeld held = claim->effective.items[i];
    bool author = held.holder == BEL_NONE && i == 0;
    bool lent = author && held.truth == BEL_TRUTH_PROBABLY_TRUE && claim->attribution != BEL_NONE
                && claims->attributions.items[claim->attribution].stance == BEL_STANCE_ASSERT;
    if (lent) /* a draft that passes on what others say says nothing itself, however likely it sounds */
      continue;
    add_holder (prop, held.holder, author ? BEL_NONE : attribution_of (claims, claim, held.holder),
                wavering ? BEL_TRUTH_UNKNOWN : held.truth);
  }
  if (claim->attribution == BEL_NONE) {
    add_holder (prop, BEL_NONE, BEL_NONE, plain_truth (claim));
    return;
  }
  const BelAttribution *source = &claims->attributions.items[claim->attribution];
  BelTruth truth = plain_truth (claim);
  if (source->stance == BEL_STANCE_DENY)
    truth = opposite_truth (truth);
  else if (source->stance == BEL_STANCE_DOUBT)
    truth = doubted_truth (truth);
  else if (source->stance != BEL_STANCE_ASSERT)
    truth = BEL_TRUTH_UNKNOWN;
  if (wavering)
    truth = BEL_TRUTH_UNKNOWN;
  if (!claim->effective.n || source->source_entity == BEL_NONE)
    add_holder (prop, source->source_entity, claim->attribution, truth);
}

/* -- roles ------------------------------------------------------------------------------------------ */

static bool
is_core (BelRole role)
{
  return role == BEL_ROLE_SUBJECT || role == BEL_ROLE_OBJECT || role == BEL_ROLE_RECIPIENT
         || role == BEL_ROLE_COMPLEMENT || role == BEL_ROLE_AGENT;
}

static BelRoleFill
fill_of (BelSym role, BelRole kind, const BelSlot *slot, const BelArgument *argument)
{
  return (BelRoleFill){
    .role = role,
    .kind = kind,
    .head = slot->head,
    .entity = slot->entity,
    .quantity = argument ? argument->quantity : BEL_NONE,
    .time = argument ? argument->time : BEL_NONE,
    .place = argument ? argument->place : BEL_NONE,
    .core = is_core (kind),
  };
}

typedef struct {
  BelFinder *finder;
  uint32_t document;
  const BelClaims *claims;
  const BelClaim *claim;
  BEL_VEC (BelRoleFill) fills;
  bool located; /* the claim is that something is somewhere */
} Builder;

/* A noun that hangs on the clause without a role: a parser's leftover. */
static bool
is_loose (const Builder *b, const BelRoleFill *fill)
{
  BelPos pos = b->claims->document->tokens.pos[fill->head];
  bool noun = pos == BEL_POS_NOUN || pos == BEL_POS_PROPN;
  return noun && fill->kind == BEL_ROLE_OTHER && fill->time == BEL_NONE && fill->place == BEL_NONE
         && bel_child (b->claims->document, fill->head, BEL_DEP_CASE) == BEL_NONE;
}

static BelSym
role_symbol (const Builder *b, const char *name)
{
  return bel_symbols_intern_str (b->finder->symbols, name);
}

/* "hundreds of soldiers", "two of the men": who is counted takes part, not the number. */
static void
find_counted (const Builder *b, BelRoleFill *fill)
{
  uint32_t at = bel_quantity_at (b->finder, b->document, fill->head);
  const BelQuantity *quantity = at == BEL_NONE ? NULL : &b->claims->quantities.items[at];
  if (!quantity || quantity->counted_head == BEL_NONE || quantity->counted_head <= fill->head)
    return;
  fill->head = quantity->counted_head;
  fill->entity = bel_claims_entity_at (b->claims, fill->head);
  fill->quantity = at;
}

/* "in Mali", "at the port": a place, or what stands behind a preposition of places. */
static bool
is_whereabouts (const Builder *b, uint32_t head, uint32_t marker)
{
  return bel_place_at (b->finder, b->document, head) != BEL_NONE
         || bel_token_lemma_is (b->claims->document, marker, "in")
         || bel_token_lemma_is (b->claims->document, marker, "at");
}

/* "300 troops were in Mali" beside "there were no troops in Mali": what is said by a preposition is no participant. */
static void
find_whereabouts (Builder *b, BelRoleFill *fill)
{
  bool predicative
      = b->claim->kind == BEL_CLAIM_COPULAR && fill->kind == BEL_ROLE_COMPLEMENT && fill->head == b->claim->head;
  uint32_t marker = predicative ? bel_child (b->claims->document, fill->head, BEL_DEP_CASE) : BEL_NONE;
  if (marker == BEL_NONE || (fill->place == BEL_NONE && !is_whereabouts (b, fill->head, marker)))
    return;
  b->located = true;
  fill->kind = BEL_ROLE_PLACE;
  fill->role = role_symbol (b, bel_role_name (BEL_ROLE_PLACE));
  if (fill->place == BEL_NONE)
    fill->place = bel_place_at (b->finder, b->document, fill->head);
}

static void
add_fill (Builder *b, BelRoleFill fill)
{
  if (fill.head == BEL_NONE || is_loose (b, &fill))
    return;
  find_counted (b, &fill);
  find_whereabouts (b, &fill);
  for (uint32_t i = 0; i < b->fills.n; i++)
    if (b->fills.items[i].head == fill.head)
      return;
  bel_vec_push (b->finder->scratch, &b->fills, fill);
}

static BelRole
role_kind (const Builder *b, BelSym role)
{
  const char *name = bel_finder_text (b->finder, role);
  for (int i = 0; i < BEL_N_ROLES; i++)
    if (g_str_equal (name, bel_role_name (i)))
      return i;
  return BEL_ROLE_OTHER;
}

static void
add_normal (Builder *b, const BelClaim *claim)
{
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++) {
    const BelFiller *filler = &claim->normal.fillers[i];
    const BelArgument *argument = filler->argument == BEL_NONE ? NULL : &claim->arguments.items[filler->argument];
    BelSym role = bel_finder_symbol (b->finder, b->document, filler->role);
    BelRole kind = role_kind (b, role);
    if (kind == BEL_ROLE_OTHER && argument)
      kind = argument->role;
    BelRoleFill fill = fill_of (role, kind, &filler->slot, argument);
    bool aside = claim->kind == BEL_CLAIM_NOMINAL && (kind == BEL_ROLE_PLACE || kind == BEL_ROLE_TIME);
    fill.core = fill.core || ((!argument || !argument->optional) && !aside);
    add_fill (b, fill);
  }
}

/* "is the mother of Paul" as a class of its own: "mother" is its word, and nobody who takes part. */
static bool
is_word_of_class (const BelClaim *claim, const BelArgument *argument)
{
  if (claim->normal.rule == BEL_NONE || argument->role != BEL_ROLE_COMPLEMENT
      || argument->slot.head != claim->object.head)
    return false;
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++)
    if (claim->normal.fillers[i].slot.head == argument->slot.head)
      return false;
  return true;
}

static void
add_plain (Builder *b, const BelClaim *claim)
{
  if (claim->normal.n_fillers == 0) {
    add_fill (b, fill_of (role_symbol (b, "subject"), BEL_ROLE_SUBJECT, &claim->subject, NULL));
    add_fill (b, fill_of (role_symbol (b, "object"), BEL_ROLE_OBJECT, &claim->object, NULL));
  }
  for (uint32_t i = 0; i < claim->arguments.n; i++) {
    const BelArgument *argument = &claim->arguments.items[i];
    if (is_word_of_class (claim, argument))
      continue;
    BelSym role = argument->marker == BEL_NONE ? role_symbol (b, bel_role_name (argument->role))
                                               : bel_finder_lemma (b->finder, b->document, argument->marker);
    add_fill (b, fill_of (role, argument->role, &argument->slot, argument));
  }
}

/* -- propositions ----------------------------------------------------------------------------------- */

static bool
worth_comparing (const BelClaim *claim)
{
  return !claim->minimal && claim->head != BEL_NONE && claim->modality != BEL_MODALITY_QUESTION;
}

/* "There is no man playing": that no one is settles that no one plays, whatever mood the participle was read in. */
static void
deny_existence (const BelFinder *finder, const BelClaim *claim, BelProp *prop)
{
  BelNoun subject = { prop->document, claim->subject.head, claim->subject.entity, BEL_NONE };
  bool author = claim->attribution == BEL_NONE && prop->n_holders > 0 && prop->holders[0].attribution == BEL_NONE;
  if (author && claim->kind == BEL_CLAIM_PARTICIPIAL && claim->polarity == BEL_POLARITY_NEGATIVE
      && bel_phrase_negated (finder, subject))
    prop->holders[0].truth = BEL_TRUTH_FALSE;
}

/* "There was no strike": what the noun names did not happen, for whoever says so. */
static void
deny_event (const BelFinder *finder, const BelClaim *claim, BelProp *prop)
{
  if (claim->kind != BEL_CLAIM_NOMINAL || claim->polarity == BEL_POLARITY_NEGATIVE
      || !bel_phrase_negated (finder, (BelNoun){ prop->document, prop->head, BEL_NONE, BEL_NONE }))
    return;
  prop->negated = true;
  for (uint32_t i = 0; i < prop->n_holders; i++)
    prop->holders[i].truth = opposite_truth (prop->holders[i].truth);
}

/* "Not all hostages were freed": false that all were, whatever became of some. */
static void
deny_share (const BelFinder *finder, const BelClaims *claims, const BelClaim *claim, BelProp *prop)
{
  if (claim->polarity != BEL_POLARITY_NEGATIVE || claim->modality != BEL_MODALITY_NONE
      || claim->certainty != BEL_CERTAINTY_UNKNOWN)
    return;
  for (uint32_t i = 0; i < prop->n_fills && !prop->denies_all; i++) {
    uint32_t first = claims->document->tokens.subtree_first[prop->fills[i].head];
    first -= first > 0; /* "not" may hang on the verb */
    bool all = prop->fills[i].core
               && bel_phrase_universal (finder, (BelNoun){ prop->document, prop->fills[i].head, BEL_NONE, BEL_NONE });
    for (uint32_t t = first; all && t < prop->fills[i].head; t++)
      prop->denies_all = prop->denies_all || bel_token_negates (claims->document, t);
  }
  for (uint32_t i = 0; prop->denies_all && i < prop->n_holders; i++)
    if (prop->holders[i].attribution == claim->attribution && prop->holders[i].truth == BEL_TRUTH_UNKNOWN)
      prop->holders[i].truth = BEL_TRUTH_FALSE;
}

/* "There are no troops in Mali" says where they are not, on whichever word the place hangs. */
static uint32_t
lift_place (Builder *b, const BelClaim *claim)
{
  const BelDocument *document = b->claims->document;
  uint32_t subject = claim->kind == BEL_CLAIM_EXISTENTIAL ? claim->subject.head : BEL_NONE;
  for (uint32_t c = subject == BEL_NONE ? BEL_NONE : subject + 1;
       c < document->tokens.n && c <= document->tokens.subtree_last[subject]; c++) {
    uint32_t marker = document->tokens.head[c] == subject && document->tokens.dep[c] == BEL_DEP_NMOD
                          ? bel_child (document, c, BEL_DEP_CASE)
                          : BEL_NONE;
    if (marker == BEL_NONE || !is_whereabouts (b, c, marker))
      continue;
    uint32_t place = bel_place_at (b->finder, b->document, c);
    uint32_t entity = bel_claims_entity_at (b->claims, c);
    BelRoleFill fill = {
      role_symbol (b, bel_role_name (BEL_ROLE_PLACE)), BEL_ROLE_PLACE, c, entity, BEL_NONE, BEL_NONE, place, false
    };
    add_fill (b, fill);
    return c;
  }
  return 0;
}

static void
add_claim (Builder *b, uint32_t index)
{
  const BelClaim *claim = &b->claims->claims.items[index];
  BelProp prop = {
    .kind = BEL_PROP_CLAIM,
    .document = b->document,
    .claim = index,
    .span = claim->span,
    .sentence = claim->sentence,
    .head = claim->head,
    .rule = BEL_NONE,
    .pos = b->claims->document->tokens.pos[claim->head],
    .copular
    = claim->kind == BEL_CLAIM_COPULAR || claim->kind == BEL_CLAIM_APPOSITION || claim->kind == BEL_CLAIM_TITLE,
    .negated = claim->polarity == BEL_POLARITY_NEGATIVE,
    .quantity = BEL_NONE,
    .entity = BEL_NONE,
    .value = BEL_NONE,
    .given = BEL_NONE,
    .title = BEL_NONE,
    .time = BEL_NONE,
    .answer_to = BEL_NONE,
    .voice = claim->attribution,
  };
  bool normal = claim->normal.predicate != 0 && claim->normal.predicate != BEL_NONE;
  prop.predicate = bel_finder_symbol (b->finder, b->document, normal ? claim->normal.predicate : claim->lemma);
  prop.rule = normal ? claim->normal.rule : BEL_NONE;
  prop.sign = normal ? claim->normal.sign : 0;
  memset (&b->fills, 0, sizeof (b->fills));
  b->claim = claim;
  b->located = false;
  add_normal (b, claim);
  add_plain (b, claim);
  prop.lifted = lift_place (b, claim);
  prop.copular = prop.copular && !b->located;
  prop.fills = b->fills.items;
  prop.n_fills = b->fills.n;
  set_holders (b->finder, b->claims, claim, &prop);
  hold_commitment (b->finder, b->claims, claim, &prop);
  deny_existence (b->finder, claim, &prop);
  deny_event (b->finder, claim, &prop);
  deny_share (b->finder, b->claims, claim, &prop);
  bel_vec_push (b->finder->scratch, &b->finder->props, prop);
}

/* The truth of an answered claim for who answers it. */
static BelTruth
answered_truth (const BelClaim *claim, BelStance stance)
{
  switch (stance) {
  case BEL_STANCE_ASSERT:
    return plain_truth (claim);
  case BEL_STANCE_DENY:
    return opposite_truth (plain_truth (claim));
  default:
    return BEL_TRUTH_UNKNOWN;
  }
}

/* "The ministry rejected this information": the claim before, with who answers it as its holder. */
static void
add_answer (Builder *b, uint32_t index, const uint32_t *prop_of)
{
  const BelAttribution *answer = &b->claims->attributions.items[index];
  if (!answer->answers.n || prop_of[answer->answers.items[0]] == BEL_NONE)
    return;
  const BelClaim *claim = &b->claims->claims.items[answer->answers.items[0]];
  const BelTokens *tokens = &b->claims->document->tokens;
  BelProp prop = b->finder->props.items[prop_of[answer->answers.items[0]]];
  prop.kind = BEL_PROP_ANSWER;
  prop.answer_to = prop_of[answer->answers.items[0]];
  prop.span = bel_span_union (bel_span_union (answer->source, answer->cue), tokens->span[answer->anaphor]);
  prop.sentence = tokens->sentence[answer->anaphor];
  prop.n_holders = 0;
  prop.negated ^= answer->stance == BEL_STANCE_DENY;
  add_holder (&prop, answer->source_entity, index, answered_truth (claim, answer->stance));
  bel_vec_push (b->finder->scratch, &b->finder->props, prop);
}

/* The claims worth comparing, then the answers to them. */
static void
add_claims (Builder *b)
{
  uint32_t n = b->claims->claims.n;
  uint32_t *prop_of = bel_arena_new_array (b->finder->scratch, uint32_t, n + 1);
  for (uint32_t i = 0; i < n; i++) {
    prop_of[i] = BEL_NONE;
    if (!worth_comparing (&b->claims->claims.items[i]))
      continue;
    prop_of[i] = b->finder->props.n;
    add_claim (b, i);
  }
  for (uint32_t i = 0; i < b->claims->attributions.n; i++)
    add_answer (b, i, prop_of);
}

static void
add_sentence (BelFinder *finder, uint32_t document, uint32_t index)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  const BelSentence *sentence = &doc->sentences.items[index];
  if (!sentence->n_tokens || !bel_block_has_claims (doc->blocks.items[sentence->block].kind))
    return;
  BelProp prop = {
    .kind = BEL_PROP_SENTENCE,
    .document = document,
    .claim = BEL_NONE,
    .span = sentence->span,
    .sentence = index,
    .head = bel_sentence_root (doc, index),
    .rule = BEL_NONE,
    .quantity = BEL_NONE,
    .entity = BEL_NONE,
    .value = BEL_NONE,
    .given = BEL_NONE,
    .title = BEL_NONE,
    .time = BEL_NONE,
    .answer_to = BEL_NONE,
  };
  bel_vec_push (finder->scratch, &finder->props, prop);
}

void
bel_props_build (BelFinder *finder)
{
  for (uint32_t d = 0; d < finder->n_sources; d++) {
    Builder b = { .finder = finder, .document = d, .claims = finder->sources[d] };
    add_claims (&b);
    for (uint32_t i = 0; i < b.claims->document->sentences.n; i++)
      add_sentence (finder, d, i);
    bel_attributes_build (finder, d);
    bel_quotes_build (finder, d);
    bel_tallies_build (finder, d);
  }
  bel_relations_build (finder);
}

const BelProp *
bel_prop_at (BelFinder *finder, uint32_t document, uint32_t token)
{
  if (!finder->prop_at)
    finder->prop_at = bel_arena_new_array (finder->scratch, uint32_t *, finder->n_sources);
  uint32_t *at = finder->prop_at[document];
  uint32_t n = bel_finder_document (finder, document)->tokens.n;
  if (!at) {
    at = finder->prop_at[document] = bel_arena_new_array (finder->scratch, uint32_t, n + 1);
    for (uint32_t i = finder->props.n; i-- > 0;) {
      const BelProp *prop = &finder->props.items[i];
      bool claim = prop->kind == BEL_PROP_CLAIM && prop->document == document;
      if (claim && !(at[prop->head] && bel_prop_claim (finder, prop)->contrast))
        at[prop->head] = i + 1; /* "left not on Friday but on Saturday": it left */
    }
  }
  return token < n && at[token] ? &finder->props.items[at[token] - 1] : NULL;
}

bool
bel_prop_stands_before (const BelProp *a, const BelProp *b)
{
  return a->document != b->document ? a->document < b->document : a->span.start <= b->span.start;
}

bool
bel_props_are_denied (const BelProp *a, uint32_t holder_a, const BelProp *b, uint32_t holder_b)
{
  return holder_a < a->n_holders && holder_b < b->n_holders && bel_truth_is_true (a->holders[holder_a].truth)
         && bel_truth_is_false (b->holders[holder_b].truth);
}

bool
bel_fill_is_place (const BelDocument *document, const BelRoleFill *fill)
{
  if (fill->place != BEL_NONE || document->tokens.name[fill->head] == BEL_NAME_PLACE)
    return true;
  bool aside
      = !fill->core || fill->kind == BEL_ROLE_PLACE || bel_child (document, fill->head, BEL_DEP_CASE) != BEL_NONE;
  return aside && document->tokens.pos[fill->head] == BEL_POS_PROPN;
}
