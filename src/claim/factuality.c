/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What is true for whom.
 *
 * From the root down every token gets how true what hangs on it is: for the author, and for the innermost source, whose
 * count starts afresh where its content begins. A governing word changes it by its signature, a conjunction by its factor.
 *
 *   "IRNA said he failed to meet them"    said        failed       meet
 *     author                               1           0.33         -0.33
 *     IRNA                                             1            -1
 */
#include "claim/factuality-private.h"

#include "claim/voice-private.h"

#include "base/limits.h"

#define CERTAIN 0.75f
#define PROBABLE 0.5f
#define POSSIBLE 0.15f
/** From here on the author takes what a cue presupposes for probable: "does not know that P". */
#define GRANTED 0.6f
/** What the author grants of words that are only put into a mouth. */
#define REPORTED 0.4f
/** What relative clauses and temporal clauses take for granted. */
#define PRESUPPOSED 0.95f

/* The truth of a complement under a word whose own truth is @own. Factives hold whatever becomes of the word. */
static float
under_signature (BelSignature signature, float own)
{
  float least = MIN (signature.positive, signature.negative);
  float value = own >= 0 ? own * signature.positive / 3 : -own * signature.negative / 3;
  return least >= 1.5f ? MAX (value, least / 3) : value;
}

static bool
shares_modifiers (const BelDocument *document, uint32_t t)
{
  return bel_child (document, t, BEL_DEP_NSUBJ) == BEL_NONE && bel_child (document, t, BEL_DEP_AUX) == BEL_NONE
         && bel_child (document, t, BEL_DEP_NSUBJ_PASS) == BEL_NONE && bel_child (document, t, BEL_DEP_COP) == BEL_NONE;
}

/* "will come and stay": the modal is shared; negation only where "or" or "nor" joins. */
static float
conjunct (const BelFactuality *f, uint32_t t, uint32_t first, float context)
{
  const BelTokens *tokens = &f->document->tokens;
  bool alike = tokens->xpos[t] == tokens->xpos[first] && tokens->pos[t] == BEL_POS_VERB;
  if (!alike || !shares_modifiers (f->document, t))
    return context;
  float own = f->own[first];
  return context * (own < 0 ? -own : own); /* the sign is read off the conjunct itself */
}

static float
adverbial (const BelFactuality *f, uint32_t t, uint32_t head, const float *context)
{
  const BelDocument *document = f->document;
  bool changes;
  float factor = bel_factuality_marker (f, t, &changes), above = context[head];
  if (changes)
    return factor * MAX (above, 0.3f);
  uint32_t mark = bel_child (document, t, BEL_DEP_MARK);
  if (mark == BEL_NONE)
    return above * ABS (f->own[head]);
  if (bel_token_form_is (document, mark, "to"))
    return 0.1f * above; /* purpose */
  if (bel_token_form_is (document, mark, "before") || bel_token_form_is (document, mark, "until"))
    return 0.7f * above;
  return above * PRESUPPOSED;
}

/* Events named inside a noun phrase: taken for granted where the phrase is definite, else as its clause goes. */
static float
nominal (const BelFactuality *f, uint32_t t, uint32_t head, const float *context)
{
  const BelDocument *document = f->document;
  if (document->tokens.dep[t] == BEL_DEP_ACL_RELCL || document->tokens.dep[t] == BEL_DEP_AMOD)
    return MAX (context[head], PRESUPPOSED * 0.8f);
  bool changes;
  float factor = bel_factuality_marker (f, t, &changes);
  if (changes)
    return factor * MAX (context[head], 0.3f);
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  bool definite = bel_child (document, t, BEL_DEP_NMOD_POSS) != BEL_NONE
                  || (det != BEL_NONE && bel_token_feat (document, det, BEL_FEAT_DEFINITE) == BEL_DEFINITE_DEF);
  if (definite || bel_dep_base (document->tokens.dep[t]) == BEL_DEP_NSUBJ)
    return PRESUPPOSED;
  return context[head] * MAX (f->own[head], 0.3f);
}

static float
step (const BelFactuality *f, uint32_t t, const float *context)
{
  const BelTokens *tokens = &f->document->tokens;
  uint32_t head = tokens->head[t];
  BelLink link = bel_factuality_link (f, t);
  if (link != BEL_LINK_OTHER) {
    bool changes;
    float factor = bel_factuality_marker (f, t, &changes);
    float own = context[head] * f->own[head];
    if (changes && factor == 0) /* "asked whether P" */
      return 0;
    return under_signature (bel_factuality_signature (f, t, link), own);
  }
  switch (bel_dep_base (tokens->dep[t])) {
  case BEL_DEP_CONJ:
    return conjunct (f, t, head, context[head]);
  case BEL_DEP_ADVCL:
    return adverbial (f, t, head, context);
  case BEL_DEP_PARATAXIS:
  case BEL_DEP_AUX:
  case BEL_DEP_COP:
    return context[head];
  default:
    return nominal (f, t, head, context);
  }
}

/* How far the source of attribution @a holds its content: 1 what it says, 0 what it wants or orders. */
static float
held_by_source (const BelFactuality *f, uint32_t a, uint8_t *out_mood)
{
  const BelAttribution *attribution = &f->claims->attributions.items[a];
  const char *class = bel_symbols_text (f->document->symbols, attribution->cue_class);
  const BelEntry *entry = bel_lexicon_find_text (f->classes, class);
  static const BelModality MOODS[] = { BEL_MODALITY_NONE,   BEL_MODALITY_POSSIBILITY, BEL_MODALITY_INTENTION,
                                       BEL_MODALITY_DESIRE, BEL_MODALITY_DIRECTIVE,   BEL_MODALITY_QUESTION };
  if (!entry)
    return 1;
  if (g_str_equal (class, "admit") && attribution->content_heads.n
      && bel_factuality_link (f, attribution->content_heads.items[0]) == BEL_LINK_TO) {
    *out_mood = BEL_MODALITY_INTENTION; /* "agreed to go" */
    return 0;
  }
  *out_mood = MOODS[bel_entry_enum (entry, bel_lexicon_field (f->classes, "mood"))];
  return (float) bel_entry_number (entry, bel_lexicon_field (f->classes, "held"));
}

static bool
takes_back (const BelAttribution *attribution)
{
  return attribution->stance == BEL_STANCE_DENY || attribution->stance == BEL_STANCE_DOUBT;
}

static void
visit (BelFactuality *f, uint32_t t)
{
  const BelTokens *tokens = &f->document->tokens;
  uint32_t head = tokens->head[t];
  f->own[t] = bel_factuality_own (f, t);
  uint32_t voice = f->claims->voice_at ? f->claims->voice_at[t] : BEL_NONE;
  uint32_t above = head == BEL_NONE || !f->claims->voice_at ? BEL_NONE : f->claims->voice_at[head];
  f->author[t] = head == BEL_NONE ? 1 : step (f, t, f->author);
  if (voice != BEL_NONE && voice != above
      && (head != f->claims->attributions.items[voice].cue_head || tokens->dep[t] == BEL_DEP_PARATAXIS))
    f->author[t] *= REPORTED; /* "P, he said": no signature stands above P */
  if (voice != BEL_NONE && voice != above && takes_back (&f->claims->attributions.items[voice]))
    f->author[t] = MIN (f->author[t], 0); /* "I do not know that P": no fact, whatever the verb is */
  f->mood[t] = head == BEL_NONE ? BEL_MODALITY_NONE : f->mood[head];
  if (voice != above && voice != BEL_NONE) {
    f->mood[t] = BEL_MODALITY_NONE;
    f->voice[t] = held_by_source (f, voice, &f->mood[t]);
  } else if (head == BEL_NONE) {
    f->voice[t] = 1;
  } else {
    f->voice[t] = step (f, t, f->voice);
  }
}

/* Tokens of a sentence from the root down; those that no root reaches last. */
static void
walk (BelFactuality *f, const BelSentence *sentence, uint32_t *stack)
{
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
    if (f->document->tokens.head[t] != BEL_NONE)
      continue;
    uint32_t n = 0;
    stack[n++] = t;
    while (n) {
      uint32_t u = stack[--n];
      visit (f, u);
      for (BEL_EACH_CHILD (f->document, u, c))
        stack[n++] = c;
    }
  }
}

/* -- into claims ------------------------------------------------------------------------------------- */

static BelTruth
truth_of (float value)
{
  if (value >= CERTAIN)
    return BEL_TRUTH_TRUE;
  if (value >= PROBABLE)
    return BEL_TRUTH_PROBABLY_TRUE;
  if (value <= -CERTAIN)
    return BEL_TRUTH_FALSE;
  return value <= -PROBABLE ? BEL_TRUTH_PROBABLY_FALSE : BEL_TRUTH_UNKNOWN;
}

static BelTruth
with_stance (BelTruth truth, BelStance stance)
{
  static const BelTruth OPPOSITE[] = {
    [BEL_TRUTH_UNKNOWN] = BEL_TRUTH_UNKNOWN,
    [BEL_TRUTH_TRUE] = BEL_TRUTH_FALSE,
    [BEL_TRUTH_FALSE] = BEL_TRUTH_TRUE,
    [BEL_TRUTH_PROBABLY_TRUE] = BEL_TRUTH_PROBABLY_FALSE,
    [BEL_TRUTH_PROBABLY_FALSE] = BEL_TRUTH_PROBABLY_TRUE,
  };
  switch (stance) {
  case BEL_STANCE_ASSERT:
    return truth;
  case BEL_STANCE_DENY:
    return OPPOSITE[truth];
  case BEL_STANCE_DOUBT:
    if (truth == BEL_TRUTH_TRUE || truth == BEL_TRUTH_PROBABLY_TRUE)
      return BEL_TRUTH_PROBABLY_FALSE;
    return truth == BEL_TRUTH_UNKNOWN ? truth : BEL_TRUTH_PROBABLY_TRUE;
  default:
    return BEL_TRUTH_UNKNOWN;
  }
}

static BelCertainty
weaker (BelCertainty certainty, float context)
{
  float sure = ABS (context);
  BelCertainty here = sure >= CERTAIN    ? BEL_CERTAINTY_CERTAIN
                      : sure >= PROBABLE ? BEL_CERTAINTY_PROBABLE
                      : sure >= POSSIBLE ? BEL_CERTAINTY_POSSIBLE
                                         : BEL_CERTAINTY_UNKNOWN;
  return MAX (certainty, here);
}

/* Whether the predicate of @claim takes in the verb above its head: "failed to meet". */
static bool
is_chained (const BelDocument *document, const BelClaim *claim)
{
  uint32_t head = document->tokens.head[claim->head];
  return document->tokens.dep[claim->head] == BEL_DEP_XCOMP && head != BEL_NONE
         && bel_span_contains (claim->predicate, document->tokens.span[head]);
}

static bool
is_clausal (const BelClaim *claim)
{
  return claim->kind == BEL_CLAIM_VERBAL || claim->kind == BEL_CLAIM_COPULAR || claim->kind == BEL_CLAIM_EXISTENTIAL
         || claim->kind == BEL_CLAIM_RELATIVE || claim->kind == BEL_CLAIM_PARTICIPIAL;
}

static bool
is_nominal_fact (const BelClaim *claim)
{
  return claim->kind == BEL_CLAIM_APPOSITION || claim->kind == BEL_CLAIM_TITLE || claim->kind == BEL_CLAIM_POSSESSIVE;
}

/* "forced him to leave", "too weak to walk": the infinitive tells what was or was not; it is no purpose. */
static bool
follows_from_above (const BelFactuality *f, const BelClaim *claim)
{
  BelLink link = bel_factuality_link (f, claim->head);
  return claim->modality == BEL_MODALITY_INTENTION && (link == BEL_LINK_TO || link == BEL_LINK_OBJECT_TO)
         && ABS (f->voice[claim->head]) >= PROBABLE;
}

/* Polarity and certainty of a claim for its innermost source. */
static void
judge_claim (const BelFactuality *f, BelClaim *claim)
{
  float context = f->voice[claim->head];
  bool negative = claim->polarity == BEL_POLARITY_NEGATIVE;
  if (is_clausal (claim) && is_chained (f->document, claim))
    negative = bel_factuality_negated (f->document, claim->head) != claim->contrast;
  else if (is_clausal (claim) && f->document->tokens.dep[claim->head] == BEL_DEP_CONJ)
    negative |= bel_token_negated (f->document, claim->head); /* "neither confirmed nor denied" */
  bool near = false;
  float hedge = is_clausal (claim) ? bel_factuality_adverb (f, claim->head, &near) : 1.0f;
  if ((context < -POSSIBLE) != near)
    negative = !negative;
  claim->polarity = negative ? BEL_POLARITY_NEGATIVE : BEL_POLARITY_POSITIVE;
  if (follows_from_above (f, claim)) {
    claim->modality = BEL_MODALITY_NONE;
    claim->certainty = BEL_CERTAINTY_CERTAIN;
  }
  claim->certainty = weaker (claim->certainty, context * hedge);
  if (claim->modality == BEL_MODALITY_NONE && ABS (context) < PROBABLE && f->mood[claim->head] != BEL_MODALITY_NONE)
    claim->modality = f->mood[claim->head];
  static const float SURE[] = { 3.0f, 2.0f, 1.0f, 0.0f };
  claim->factuality = (negative ? -1 : 1) * SURE[claim->certainty];
}

static void
hold (const BelFactuality *f, BelClaim *claim, uint32_t holder, BelTruth truth)
{
  for (uint32_t i = 0; i < claim->effective.n; i++)
    if (claim->effective.items[i].holder == holder)
      return;
  bel_vec_push (f->document->arena, &claim->effective, (BelHeld){ holder, truth });
}

/* What the author grants of a claim in somebody's mouth: only what the cue takes for a fact ("admitted", "revealed"). */
static BelTruth
granted_by_author (const BelFactuality *f, const BelClaim *claim, uint32_t n_voices)
{
  float author = f->author[claim->head];
  BelLink link = bel_factuality_link (f, claim->head);
  if (n_voices == 1 && link == BEL_LINK_TO && author <= -PROBABLE) /* "did not seek to leave": nor did they leave */
    return claim->polarity == BEL_POLARITY_NEGATIVE ? BEL_TRUTH_PROBABLY_TRUE : BEL_TRUTH_PROBABLY_FALSE;
  bool presupposed = n_voices == 1 && link != BEL_LINK_OTHER;
  if (ABS (author) < (presupposed ? GRANTED : CERTAIN) || claim->certainty != BEL_CERTAINTY_CERTAIN)
    return BEL_TRUTH_UNKNOWN;
  bool turned = (author < 0) != (f->voice[claim->head] < 0); /* "lied that P" */
  bool negative = (claim->polarity == BEL_POLARITY_NEGATIVE) != turned;
  return negative ? BEL_TRUTH_PROBABLY_FALSE : BEL_TRUTH_PROBABLY_TRUE;
}

/* "rejected the claim that P", "confirmed the report that P": @outer takes sides on the very word of @inner. */
static bool
judges_word (const BelFactuality *f, const BelAttribution *outer, uint32_t inner)
{
  uint32_t word = f->claims->attributions.items[inner].cue_head;
  if (word == BEL_NONE || f->document->tokens.pos[word] != BEL_POS_NOUN)
    return false;
  const char *class = bel_symbols_text (f->document->symbols, outer->cue_class);
  bool sides = outer->stance == BEL_STANCE_DENY || outer->stance == BEL_STANCE_DOUBT || g_str_equal (class, "confirm")
               || g_str_equal (class, "admit");
  for (uint32_t i = 0; sides && i < outer->content_heads.n; i++)
    if (outer->content_heads.items[i] == word)
      return true;
  return false;
}

/* "dismissed the lawsuit", "rejected the amendment": what is turned down is there all the same. */
static bool
is_turned_down (const BelFactuality *f, const BelClaim *claim, const BelAttribution *attribution)
{
  if (claim->kind != BEL_CLAIM_NOMINAL || attribution->stance != BEL_STANCE_DENY || !f->turned_down
      || !bel_lexicon_word (f->turned_down, f->document, claim->head))
    return false;
  for (uint32_t i = 0; i < attribution->content_heads.n; i++)
    if (attribution->content_heads.items[i] == claim->head)
      return true;
  return false;
}

/* "denied that he was awake when she came in": that she came in is taken for granted, whatever is denied of the clause above. */
static bool
is_taken_for_granted (const BelDocument *document, uint32_t t)
{
  bool marked = bel_child (document, t, BEL_DEP_MARK) != BEL_NONE;
  for (BEL_EACH_CHILD (document, t, c))
    marked = marked || (document->tokens.dep[c] == BEL_DEP_ADVMOD && document->tokens.xpos[c] == BEL_XPOS_WRB);
  return document->tokens.dep[t] == BEL_DEP_ADVCL && marked && document->tokens.xpos[t] != BEL_XPOS_VB
         && bel_child_base (document, t, BEL_DEP_NSUBJ) != BEL_NONE;
}

/* Whether the source of @attribution takes sides on the clause at @t, and not only on one that it hangs on. */
static bool
is_judged (const BelFactuality *f, const BelAttribution *attribution, uint32_t t)
{
  for (; t != BEL_NONE; t = f->document->tokens.head[t]) {
    for (uint32_t i = 0; i < attribution->content_heads.n; i++)
      if (attribution->content_heads.items[i] == t)
        return true;
    if (is_taken_for_granted (f->document, t))
      return false;
  }
  return true;
}

static void
set_effective (const BelFactuality *f, BelClaim *claim)
{
  BelTruth truth = truth_of (claim->factuality / 3);
  if (claim->attribution == BEL_NONE) {
    hold (f, claim, BEL_NONE, truth);
    return;
  }
  uint32_t chain[BEL_LIMIT_VOICE_DEPTH];
  uint32_t n = bel_claim_voice (f->claims, claim, chain);
  hold (f, claim, BEL_NONE, granted_by_author (f, claim, n));
  for (uint32_t i = n; i-- > 0;) {
    const BelAttribution *attribution = &f->claims->attributions.items[chain[i]];
    bool innermost = i == n - 1, judges = !innermost && judges_word (f, attribution, chain[i + 1]);
    truth = innermost || judges ? with_stance (truth, attribution->stance) : BEL_TRUTH_UNKNOWN;
    if ((innermost && is_turned_down (f, claim, attribution))
        || (takes_back (attribution) && !is_judged (f, attribution, claim->head)))
      truth = BEL_TRUTH_UNKNOWN;
    if (attribution->source_entity != BEL_NONE)
      hold (f, claim, attribution->source_entity, truth);
  }
}

static void
refresh_sources (BelClaims *claims)
{
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    BelAttribution *attribution = &claims->attributions.items[i];
    if (attribution->source_head == BEL_NONE || !claims->mention_at)
      continue;
    uint32_t mention = claims->mention_at[attribution->source_head];
    if (mention != BEL_NONE)
      attribution->source_entity = claims->mentions.items[mention].entity;
  }
}

static void
alloc_columns (BelFactuality *f)
{
  BelArena *arena = f->arena;
  uint32_t n = f->document->tokens.n + 1;
  f->author = bel_arena_new_array (arena, float, n);
  f->voice = bel_arena_new_array (arena, float, n);
  f->own = bel_arena_new_array (arena, float, n);
  f->mood = bel_arena_new_array (arena, uint8_t, n);
}

void
bel_factuality_compose (BelFactuality *f)
{
  alloc_columns (f);
  const BelDocument *document = f->document;
  uint32_t *stack = bel_arena_new_array (f->arena, uint32_t, document->tokens.n + 1);
  for (uint32_t s = 0; s < document->sentences.n; s++)
    walk (f, &document->sentences.items[s], stack);
}

void
bel_factuality_judge (const BelClaimContext *context, BelClaims *claims)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelFactuality f = { .arena = arena };
  if (!bel_factuality_open (&f, context, claims))
    return;
  refresh_sources (claims);
  bel_factuality_compose (&f);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    BelClaim *claim = &claims->claims.items[i];
    if (claim->head == BEL_NONE)
      continue;
    if (!is_nominal_fact (claim))
      judge_claim (&f, claim);
    set_effective (&f, claim);
  }
}
