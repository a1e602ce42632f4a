/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/judge.h"

#include "conflict/beside.h"
#include "conflict/prop.h"
#include "conflict/scene.h"
#include "conflict/support.h"
#include "conflict/value.h"

/* Trust in what a source holds probably only. */
#define TRUST_PROBABLY 0.75f
/* … in a denial of who did it, beside an account that does not name that one. */
#define TRUST_OWN_DENIAL 0.85f

void
bel_evidence_init (BelEvidence *evidence, BelFinder *finder, uint32_t a, uint32_t b)
{
  evidence->finder = finder;
  evidence->a = &finder->props.items[a];
  evidence->b = &finder->props.items[b];
  evidence->index_a = a;
  evidence->index_b = b;
  evidence->aligned = evidence->worded = evidence->retold = false;
  evidence->sentences = 0;
  evidence->beside = bel_props_beside (finder, evidence->a, evidence->b);
  evidence->predicates = (BelPredicates){ 0 };
  evidence->alignment.n = 0;
  evidence->trusted = true; /* there is anything in them yet */
  bel_evidence_clear (evidence);
}

void
bel_evidence_clear (BelEvidence *evidence)
{
  evidence->holder_a = evidence->holder_b = BEL_NONE;
  evidence->token_a = evidence->token_b = BEL_NONE;
  if (evidence->trusted)
    memset (evidence->trusts, 0, sizeof (evidence->trusts));
  evidence->trusted = false;
}

/* -- who holds what ---------------------------------------------------------------------------------- */

static float
hold (const BelProp *prop, bool truth, uint32_t *out_holder)
{
  uint32_t holder = bel_prop_holder (prop, truth);
  *out_holder = holder;
  if (holder == BEL_NONE)
    return 0;
  BelTruth held = prop->holders[holder].truth;
  return held == BEL_TRUTH_TRUE || held == BEL_TRUTH_FALSE ? 1 : TRUST_PROBABLY;
}

float
bel_judge_true_false (BelEvidence *e)
{
  return hold (e->a, true, &e->holder_a) * hold (e->b, false, &e->holder_b);
}

float
bel_judge_both_true (BelEvidence *e)
{
  return hold (e->a, true, &e->holder_a) * hold (e->b, true, &e->holder_b);
}

/* What a noun like "this information" stands for is sure up to here: a guess, not measured. */
#define TRUST_ANSWER 0.9f

float
bel_judge_answers (BelEvidence *e)
{
  bool one = e->a->answer_to == e->index_b || e->b->answer_to == e->index_a;
  bool both = e->a->answer_to != BEL_NONE && e->a->answer_to == e->b->answer_to;
  return one || both ? TRUST_ANSWER : 0;
}

/* -- roles ----------------------------------------------------------------------------------------------- */

void
bel_evidence_align (BelEvidence *e)
{
  if (e->aligned)
    return;
  e->aligned = true;
  e->predicates = bel_predicates_compare (e->finder, e->a, e->b);
  if (e->predicates.kind != BEL_PREDICATES_UNRELATED)
    bel_props_align (e->finder, e->a, e->b, &e->predicates, &e->alignment);
}

bool
bel_evidence_in_draft (const BelEvidence *e)
{
  return !e->finder->options.same_situation;
}

/* "No passengers were hurt", "all the hostages were freed": it is said of any of them, and needs no name to be the same. */
static bool
is_said_of_all (const BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  for (uint32_t k = 0; k < al->n; k++) {
    if (al->items[k].fill_a == BEL_NONE || al->items[k].match.kind == BEL_MATCH_NONE)
      continue;
    const BelRoleFill *a = &e->a->fills[al->items[k].fill_a], *b = &e->b->fills[al->items[k].fill_b];
    BelNoun noun_a = bel_prop_noun (e->a, a), noun_b = bel_prop_noun (e->b, b);
    if (b->core
        && (bel_phrase_universal (e->finder, noun_a) || bel_phrase_negated (e->finder, noun_a)
            || bel_phrase_universal (e->finder, noun_b) || bel_phrase_negated (e->finder, noun_b)))
      return true;
  }
  return false;
}

/* In a draft two claims are of one thing only when something names it, or when two accounts that are set side by side
 * speak of "the" thing. */
static bool
anchored (const BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  return !bel_evidence_in_draft (e) || (!al->weak && al->n_named > 0)
         || (e->beside && (al->n_definite > 0 || is_said_of_all (e)));
}

bool
bel_evidence_is_one_predicate (const BelEvidence *e)
{
  if (e->predicates.kind != BEL_PREDICATES_SAME && e->predicates.kind != BEL_PREDICATES_ENTAIL)
    return false;
  return !bel_evidence_in_draft (e) || e->predicates.by_rule;
}

/* Whether nothing but who did it is missing or differs. */
static bool
misses_doer_alone (const BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  if (al->missing_core + al->n_different != 1 || al->n_exclusive)
    return false;
  for (uint32_t k = 0; k < al->n; k++) {
    const BelAligned *at = &al->items[k];
    bool lacks = at->fill_a == BEL_NONE || at->match.kind == BEL_MATCH_NONE;
    if (lacks && e->b->fills[at->fill_b].core)
      return e->b->fills[at->fill_b].kind == BEL_ROLE_SUBJECT;
  }
  return false;
}

/* "Not all were freed" is against all having been, not against some. */
static bool
says_less_than_all (const BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  for (uint32_t k = 0; e->b->denies_all && k < al->n; k++) {
    const BelRoleFill *b = &e->b->fills[al->items[k].fill_b];
    if (bel_phrase_universal (e->finder, bel_prop_noun (e->b, b))
        && (al->items[k].fill_a == BEL_NONE
            || !bel_phrase_universal (e->finder, bel_prop_noun (e->a, &e->a->fills[al->items[k].fill_a]))))
      return true;
  }
  return false;
}

/* "There was no strike": denied whoever would take part in it. */
static bool
denies_event (const BelEvidence *e)
{
  const BelClaim *claim = bel_prop_claim (e->finder, e->b);
  return (e->beside || !bel_evidence_in_draft (e)) && bel_evidence_is_one_predicate (e) && e->predicates.by_rule
         && claim && claim->kind == BEL_CLAIM_NOMINAL && e->b->negated && e->alignment.missing_core == 0;
}

float
bel_judge_denies_event (BelEvidence *e)
{
  bel_evidence_align (e);
  return denies_event (e);
}

/* "He was talking", "police did not act": that the one verb is of the other's kind and that both are of one party are two
 * guesses. "but his wasn't": what it was not is left out. */
static bool
is_guessed (const BelEvidence *e)
{
  bool kind_of = e->predicates.kind == BEL_PREDICATES_ENTAIL && !e->predicates.by_rule;
  bool left_out = e->b->n_fills <= 1 && g_str_equal (bel_finder_text (e->finder, e->b->predicate), "be");
  return (kind_of && e->alignment.weak) || (e->b->negated && left_out);
}

float
bel_judge_entails (BelEvidence *e)
{
  bel_evidence_align (e);
  const BelAlignment *al = &e->alignment;
  if (!bel_evidence_is_one_predicate (e) || is_guessed (e)) /* of two that are unlike nothing is aligned */
    return 0;
  bool all = !al->missing_core && !al->n_different;
  bool event = denies_event (e);
  if (says_less_than_all (e) || al->missing || al->n_wider || (!al->n_matched && !event)
      || (!all && !(misses_doer_alone (e) && bel_evidence_is_own_denial (e))))
    return 0;
  return anchored (e) || event ? al->trust * (all ? 1 : TRUST_OWN_DENIAL) : 0;
}

static bool
is_settled (const BelEvidence *e, const BelProp *prop)
{
  const BelLexicon *settled = bel_program_lexicon (e->finder->program, "settled-predicate");
  return settled && bel_lexicon_find_text (settled, bel_finder_text (e->finder, prop->predicate)) != NULL;
}

/* Within one story things come and go, open and close, join and leave: there only stands, outcomes and states that do not
 * turn within a story exclude each other, and only of all the same participants. Two accounts side by side are of one moment. */
static bool
lasting_opposites (const BelEvidence *e)
{
  const BelAlignment *al = &e->alignment;
  if (e->beside)
    return e->predicates.by_rule && !(al->missing_core && al->extra_core);
  if (!e->predicates.by_rule || !is_settled (e, e->a) || !is_settled (e, e->b) || e->a->sentence == e->b->sentence)
    return false;
  bool alone = al->n_matched == 1 && e->a->n_fills > 0 && al->n_named == 1;
  return !al->missing_core && !al->extra_core && (al->n_matched > 1 || alone);
}

/* Least trust in a word of the other text's that says the same. */
#define SAID 0.5f

/* Of two texts: whether that of @other has, besides what is compared, a word for what stands at @t: both were so, one after the
 * other or for two people. */
static bool
is_said_too (BelEvidence *e, const BelProp *prop, uint32_t t, const BelProp *other)
{
  const BelDocument *document = bel_finder_document (e->finder, other->document);
  for (uint32_t u = 0; t != BEL_NONE && u < document->tokens.n; u++) {
    bool own = u == other->head
               || (document->tokens.head[u] == other->head
                   && document->tokens.dep[u] == BEL_DEP_OBJ); /* "revoked the license" */
    if (!own && bel_token_is_content (document, u)
        && bel_word_says (e->finder, other->document, u, prop->document, t) >= SAID)
      return true;
  }
  return false;
}

static bool
is_by_turns (const BelEvidence *e)
{
  return !bel_evidence_in_draft (e)
         && bel_scene_by_turns (e->finder, e->a->document, e->a->head, e->b->document, e->b->head);
}

float
bel_judge_opposite (BelEvidence *e)
{
  bel_evidence_align (e);
  const BelAlignment *al = &e->alignment;
  if (e->predicates.kind != BEL_PREDICATES_OPPOSITE || (bel_evidence_in_draft (e) && !lasting_opposites (e)))
    return 0;
  if (al->n_different || !al->n_matched || (al->missing_core && al->extra_core))
    return 0;
  if (bel_evidence_moves_in_part (e) || is_by_turns (e) || (!al->n_definite && !is_said_of_all (e)))
    return 0;
  if (!bel_evidence_in_draft (e)
      && (is_said_too (e, e->a, e->a->head, e->b) || is_said_too (e, e->b, e->b->head, e->a)))
    return 0;
  bool loose = al->n_wider || al->missing_core || al->extra_core;
  return anchored (e) ? al->trust * (loose ? 0.85f : 1) : 0;
}

float
bel_judge_same_event (BelEvidence *e)
{
  bel_evidence_align (e);
  const BelAlignment *al = &e->alignment;
  if (!bel_evidence_is_one_predicate (e) || al->n_different > 0 || !al->n_matched)
    return 0;
  return anchored (e) ? al->trust : 0;
}

static bool
is_sourced (const BelProp *prop)
{
  for (uint32_t h = 0; h < prop->n_holders; h++)
    if (bel_truth_is_true (prop->holders[h].truth) && prop->holders[h].attribution != BEL_NONE)
      return true;
  return false;
}

float
bel_judge_disputed (BelEvidence *e)
{
  bel_evidence_align (e);
  if (!bel_evidence_is_one_predicate (e) || e->alignment.n_different || e->alignment.missing_core
      || !e->alignment.n_matched)
    return 0;
  for (uint32_t i = 0; i < e->finder->props.n; i++) {
    const BelProp *said = &e->finder->props.items[i];
    bool other = said != e->a && said != e->b && said->kind == BEL_PROP_CLAIM && said->document == e->a->document;
    if (other && is_sourced (said) && bel_prop_entails (e->finder, said, e->a, NULL)
        && bel_prop_entails (e->finder, said, e->b, NULL))
      return e->alignment.trust;
  }
  return 0;
}

/* -- exclusive roles ------------------------------------------------------------------------------------------- */

static bool
is_functional (const BelEvidence *e, BelSym role)
{
  bool same = e->a->rule == e->b->rule || e->predicates.kind == BEL_PREDICATES_ENTAIL; /* who captured it holds it */
  if (e->a->rule == BEL_NONE || e->b->rule == BEL_NONE || !same)
    return false;
  const BelPredicate *predicate = bel_program_predicate (e->finder->program, e->b->rule);
  for (uint32_t i = 0; i < predicate->n_functionals; i++)
    if (predicate->functionals[i].role == role)
      return true;
  return false;
}

/* "won Oklahoma": what happens in a place may happen there to several. */
static bool
at_place (const BelEvidence *e, const BelAlignment *al)
{
  const BelTokens *tokens = &bel_finder_document (e->finder, e->b->document)->tokens;
  for (uint32_t k = 0; k < al->n; k++)
    if (al->items[k].fill_a != BEL_NONE && tokens->name[e->b->fills[al->items[k].fill_b].head] == BEL_NAME_PLACE)
      return true;
  return false;
}

/* "the match for third place": which one is told by what hangs on the noun, or follows it and hangs on the verb. */
static bool
is_told_apart (const BelEvidence *e, const BelProp *prop, const BelRoleFill *fill)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelTokens *tokens = &document->tokens;
  if (bel_child (document, fill->head, BEL_DEP_NMOD) != BEL_NONE
      || bel_child_base (document, fill->head, BEL_DEP_ACL) != BEL_NONE)
    return true;
  uint32_t next = fill->head + 1;
  if (next >= tokens->n || tokens->dep[next] != BEL_DEP_CASE)
    return false;
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (prop->fills[i].head == tokens->head[next])
      return prop->fills[i].kind != BEL_ROLE_PLACE && prop->fills[i].kind != BEL_ROLE_TIME;
  return false;
}

/* "won the final", "won the match for third place": the one is a kind of the other, but not of that one. */
static bool
only_of_a_kind (const BelEvidence *e, const BelAlignment *al)
{
  for (uint32_t k = 0; k < al->n; k++) {
    const BelAligned *at = &al->items[k];
    if (at->fill_a == BEL_NONE || (at->match.kind != BEL_MATCH_NARROWER && at->match.kind != BEL_MATCH_WIDER))
      continue;
    const BelRoleFill *a = &e->a->fills[at->fill_a], *b = &e->b->fills[at->fill_b];
    if (a->kind == BEL_ROLE_PLACE || a->kind == BEL_ROLE_TIME)
      continue;
    if (at->match.kind == BEL_MATCH_NARROWER ? is_told_apart (e, e->b, b) : is_told_apart (e, e->a, a))
      return true;
  }
  return false;
}

/* Of two texts: whether the other one has the very word too, in whatever place. */
static bool
told_beside (const BelEvidence *e, const BelProp *prop, uint32_t t, const BelProp *other)
{
  const BelDocument *document = bel_finder_document (e->finder, other->document);
  BelSym lemma = t == BEL_NONE ? BEL_NONE : bel_finder_lemma (e->finder, prop->document, t);
  for (uint32_t u = 0; lemma != BEL_NONE && u < document->tokens.n; u++)
    if (bel_finder_lemma (e->finder, other->document, u) == lemma)
      return true;
  return false;
}

/* Whether the claim is of somebody that it brings in, or of a thing of his ("her arm") in a sentence that does. */
static bool
is_of_new (const BelEvidence *e, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  uint32_t subject = bel_child_base (document, prop->head, BEL_DEP_NSUBJ);
  bool owned = subject != BEL_NONE && bel_child (document, subject, BEL_DEP_NMOD_POSS) != BEL_NONE;
  if (subject == BEL_NONE || owned)
    return bel_scene_brings_in (e->finder, prop);
  return bel_phrase_brings_in (e->finder, (BelNoun){ prop->document, subject, BEL_NONE, BEL_NONE });
}

/* Of two texts, what is said of somebody whom either brings in may be said of two. */
static bool
may_be_two (const BelEvidence *e)
{
  return !bel_evidence_in_draft (e) && (is_of_new (e, e->a) || is_of_new (e, e->b));
}

static bool
is_number (const BelEvidence *e, uint32_t t)
{
  return bel_finder_document (e->finder, e->a->document)->tokens.pos[t] == BEL_POS_NUM;
}

float
bel_judge_exclusive_role (BelEvidence *e)
{
  bel_evidence_align (e);
  const BelAlignment *al = &e->alignment;
  if (!bel_evidence_is_one_predicate (e) || al->n_different != 1 || !al->n_matched || only_of_a_kind (e, al)
      || may_be_two (e))
    return 0;
  for (uint32_t k = 0; k < al->n; k++) {
    const BelAligned *at = &al->items[k];
    bool different
        = at->fill_a != BEL_NONE && (at->match.kind == BEL_MATCH_NONE || at->match.kind == BEL_MATCH_EXCLUSIVE);
    if (!different)
      continue;
    const BelRoleFill *a = &e->a->fills[at->fill_a], *b = &e->b->fills[at->fill_b];
    if (a->kind == BEL_ROLE_PLACE || a->kind == BEL_ROLE_TIME) /* rules of their own know what is in what */
      return 0;
    BelNoun noun_a = { e->a->document, a->head, a->entity, BEL_NONE },
            noun_b = { e->b->document, b->head, b->entity, BEL_NONE };
    bool qualities = e->beside && at->match.kind == BEL_MATCH_EXCLUSIVE && e->a->copular && e->b->copular;
    if (bel_evidence_in_draft (e) && !qualities && (!is_functional (e, b->role) || e->a->sentence == e->b->sentence))
      return 0;
    if (bel_evidence_in_draft (e) && at_place (e, al))
      return 0;
    bool named = bel_phrase_named (e->finder, noun_a) && bel_phrase_named (e->finder, noun_b);
    e->token_a = a->head;
    e->token_b = b->head;
    bool exclusive = at->match.kind == BEL_MATCH_EXCLUSIVE;
    uint32_t word_a = exclusive ? at->match.token_a : a->head, word_b = exclusive ? at->match.token_b : b->head;
    if (!bel_evidence_in_draft (e) && (told_beside (e, e->a, word_a, e->b) || told_beside (e, e->b, word_b, e->a)))
      return 0;
    if (exclusive && is_number (e, word_a) && !is_functional (e, b->role))
      return 0; /* rules of their own know "at least" */
    if (exclusive)
      return anchored (e) && al->n_definite ? al->trust * at->match.trust : 0;
    return named && is_functional (e, b->role) && anchored (e) ? al->trust * 0.85f : 0;
  }
  return 0;
}

float
bel_judge_once (BelEvidence *e)
{
  if (e->a->rule == BEL_NONE)
    return 0;
  const BelPredicate *predicate = bel_program_predicate (e->finder->program, e->a->rule);
  for (uint32_t i = 0; i < predicate->n_functionals; i++) {
    const char *role = bel_finder_text (e->finder, predicate->functionals[i].role);
    if (g_str_equal (role, "time"))
      return 1;
  }
  return 0;
}

/* -- comparable -------------------------------------------------------------------------------------------------- */

/* "He denied that they were selling": after a verb in the past the present is told in the past too. */
static bool
is_backshifted (const BelEvidence *e, const BelProp *prop, const BelClaim *claim)
{
  if (claim->attribution == BEL_NONE || claim->tense != BEL_CLAIM_TENSE_PAST)
    return false;
  const BelClaims *claims = e->finder->sources[prop->document];
  uint32_t cue = claims->attributions.items[claim->attribution].cue_head;
  return cue != BEL_NONE && cue < claims->document->tokens.n && cue != claim->head
         && bel_token_feat (claims->document, cue, BEL_FEAT_TENSE) == BEL_TENSE_PAST;
}

/* "ruled out raising", "agreed to raise": an infinitive or gerund has the time of the verb above it, or one after. */
static BelClaimTense
tense_of (const BelEvidence *e, const BelProp *prop, const BelClaim *claim)
{
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  BelXpos xpos = document->tokens.xpos[prop->head];
  bool bare
      = (xpos == BEL_XPOS_VBG || xpos == BEL_XPOS_VB) && bel_child_base (document, prop->head, BEL_DEP_AUX) == BEL_NONE;
  return bare ? BEL_CLAIM_TENSE_NONE : claim->tense;
}

static bool
times_of_tense_fit (const BelEvidence *e)
{
  const BelClaim *a = bel_prop_claim (e->finder, e->a), *b = bel_prop_claim (e->finder, e->b);
  if (!a || !b || !bel_evidence_in_draft (e))
    return true;
  BelClaimTense of_a = tense_of (e, e->a, a), of_b = tense_of (e, e->b, b);
  if (of_a == of_b || of_a == BEL_CLAIM_TENSE_NONE || of_b == BEL_CLAIM_TENSE_NONE)
    return true;
  return (of_b == BEL_CLAIM_TENSE_PRESENT && is_backshifted (e, e->a, a))
         || (of_a == BEL_CLAIM_TENSE_PRESENT && is_backshifted (e, e->b, b));
}

float
bel_judge_comparable (BelEvidence *e)
{
  return !bel_props_apart (e->finder, e->a, e->b) && times_of_tense_fit (e) && !bel_evidence_is_apart (e) ? 1 : 0;
}
