/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "claim/claim.h"

#include "base/limits.h"

const char *
bel_stance_name (BelStance stance)
{
  static const char *const NAMES[] = { "assert", "deny", "doubt", "uncommitted" };
  return NAMES[stance];
}

const char *
bel_polarity_name (BelPolarity polarity)
{
  return polarity == BEL_POLARITY_POSITIVE ? "positive" : "negative";
}

const char *
bel_certainty_name (BelCertainty certainty)
{
  static const char *const NAMES[] = { "certain", "probable", "possible", "unknown" };
  return NAMES[certainty];
}

const char *
bel_modality_name (BelModality modality)
{
  static const char *const NAMES[] = {
    "none",           "possibility", "ability",   "obligation", "future",    "conditional",
    "counterfactual", "question",    "intention", "desire",     "directive", "generic",
  };
  return NAMES[modality];
}

const char *
bel_claim_tense_name (BelClaimTense tense)
{
  static const char *const NAMES[] = { "none", "past", "present", "future" };
  return NAMES[tense];
}

const char *
bel_truth_name (BelTruth truth)
{
  static const char *const NAMES[] = { "unknown", "true", "false", "probably-true", "probably-false" };
  return NAMES[truth];
}

const char *
bel_role_name (BelRole role)
{
  static const char *const NAMES[] = {
    "subject", "object",     "recipient",   "complement", "time",  "place",     "quantity",
    "manner",  "instrument", "beneficiary", "purpose",    "cause", "condition", "source",
    "goal",    "companion",  "topic",       "agent",      "other",
  };
  return NAMES[role];
}

const char *
bel_claim_kind_name (BelClaimKind kind)
{
  static const char *const NAMES[] = { "verbal",     "copular", "existential", "relative", "participial",
                                       "apposition", "title",   "possessive",  "nominal" };
  return NAMES[kind];
}

const char *
bel_attribution_kind_name (BelAttributionKind kind)
{
  static const char *const NAMES[] = { "indirect", "direct", "mixed" };
  return NAMES[kind];
}

uint32_t
bel_claim_voice (const BelClaims *claims, const BelClaim *claim, uint32_t *out)
{
  uint32_t n = 0;
  for (uint32_t a = claim->attribution; a != BEL_NONE && n < BEL_LIMIT_VOICE_DEPTH;
       a = claims->attributions.items[a].parent)
    out[n++] = a;
  for (uint32_t i = 0; i < n / 2; i++) {
    uint32_t other = out[i];
    out[i] = out[n - 1 - i];
    out[n - 1 - i] = other;
  }
  return n;
}

BelTruth
bel_claim_truth_for (const BelClaim *claim, uint32_t holder)
{
  for (uint32_t i = 0; i < claim->effective.n; i++)
    if (claim->effective.items[i].holder == holder)
      return claim->effective.items[i].truth;
  return BEL_TRUTH_UNKNOWN;
}

uint32_t
bel_claims_entity_at (const BelClaims *claims, uint32_t t)
{
  uint32_t mention = claims->mention_at && t != BEL_NONE ? claims->mention_at[t] : BEL_NONE;
  return mention == BEL_NONE ? BEL_NONE : claims->mentions.items[mention].entity;
}

uint32_t
bel_claims_event_verb (const BelClaims *claims, uint32_t t)
{
  uint32_t entity = bel_claims_entity_at (claims, t), verb = BEL_NONE;
  for (uint32_t i = 0; entity != BEL_NONE && i < claims->mentions.n; i++) {
    const BelMention *mention = &claims->mentions.items[i];
    bool before = mention->kind == BEL_MENTION_EVENT && mention->entity == entity && mention->head < t;
    if (before && (verb == BEL_NONE || mention->head > verb))
      verb = mention->head;
  }
  return verb;
}

BelSpan
bel_claims_source_name (const BelClaims *claims, uint32_t index)
{
  const BelAttribution *attribution = &claims->attributions.items[index];
  if (attribution->source_entity == BEL_NONE)
    return attribution->source;
  const BelEntity *entity = &claims->entities.items[attribution->source_entity];
  uint32_t head = attribution->source_head;
  bool pronoun = head != BEL_NONE && claims->document->tokens.pos[head] == BEL_POS_PRON;
  bool by_name = entity->named && !bel_span_is_empty (entity->name) && (entity->type == BEL_NAME_PERSON || pronoun);
  return by_name ? entity->name : attribution->source;
}
