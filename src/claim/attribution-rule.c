/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Attributions out of claim rules: shapes that an editor wrote down in rules/claim/, family "attribution".
 *
 * A rule yields "content" (a clause) and "cue", and mostly "source"; "without" is left out of the content and it begins
 * at "from"; "stance" and "class" are as in the lexicons. What the stage has found already is not found twice: where it
 * found no source, the rule's is put in. */
#include "claim/voice-private.h"

#include "rule/claim-rule.h"

#include <string.h>

static const char FAMILY[] = "attribution.";

static const BelYield *
find_yield (const BelRuleMatch *match, const char *name)
{
  for (uint32_t i = 0; i < match->n_yields; i++)
    if (strcmp (match->yields[i].name, name) == 0)
      return &match->yields[i];
  return NULL;
}

static uint32_t
yield_token (const BelRuleMatch *match, const char *name)
{
  const BelYield *yield = find_yield (match, name);
  return yield && yield->kind == BEL_YIELD_NODE ? yield->token : BEL_NONE;
}

static const char *
yield_text (const BelRuleMatch *match, const char *name)
{
  const BelYield *yield = find_yield (match, name);
  return yield ? yield->text : NULL;
}

static BelStance
stance_of (const BelRuleMatch *match)
{
  const char *text = yield_text (match, "stance");
  for (BelStance stance = BEL_STANCE_ASSERT; text && stance <= BEL_STANCE_UNCOMMITTED; stance++)
    if (strcmp (bel_stance_name (stance), text) == 0)
      return stance;
  return BEL_STANCE_ASSERT;
}

/* What stands before token @from ("is that" before its clause) is no content. */
static void
begin_at (BelDraftVoice *draft, uint32_t from)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < draft->n_parts; i++) {
    BelTokenRange part = { MAX (draft->parts[i].first, from), draft->parts[i].last };
    if (part.first <= part.last)
      draft->parts[n++] = part;
  }
  draft->n_parts = n;
}

/* A source that its own content hangs on ends before it: "the palace that the king was ill". */
static void
set_source (BelVoice *voice, BelDraftVoice *draft, uint32_t source, uint32_t content)
{
  bel_draft_set_source (voice, draft, source);
  uint32_t first, last;
  bel_subtree_range (voice->document, content, &first, &last);
  if (first > source && draft->source_range.last >= first)
    draft->source_range.last = first - 1;
}

/* The attribution that has the clause at @content already; its own cue within the clause does not count. */
static BelAttribution *
known (const BelVoice *voice, uint32_t content)
{
  BelClaims *claims = voice->claims;
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    const BelAttribution *attribution = &claims->attributions.items[i];
    for (uint32_t h = 0; h < attribution->content_heads.n; h++)
      if (attribution->content_heads.items[h] == content)
        return &claims->attributions.items[i];
  }
  return NULL;
}

static void
put_in_source (BelVoice *voice, BelAttribution *attribution, const BelDraftVoice *draft)
{
  if (!bel_span_is_empty (attribution->source) || draft->source == BEL_NONE)
    return;
  attribution->source = bel_range_span (voice->document, draft->source_range);
  attribution->source_head = draft->agent;
  bel_voice_mark_source (voice, attribution, draft->agent);
}

static void
add_match (const BelRuleMatch *match, void *data)
{
  BelVoice *voice = data;
  uint32_t content = yield_token (match, "content"), cue = yield_token (match, "cue");
  uint32_t source = yield_token (match, "source");
  if (strncmp (match->name, FAMILY, sizeof FAMILY - 1) != 0 || content == BEL_NONE || cue == BEL_NONE)
    return;
  BelDraftVoice draft = { .source = BEL_NONE,
                          .agent = BEL_NONE,
                          .outer = BEL_NONE,
                          .stance = stance_of (match),
                          .class_name = yield_text (match, "class") };
  if (source != BEL_NONE)
    set_source (voice, &draft, source, content);
  BelAttribution *before = known (voice, content);
  if (before) {
    put_in_source (voice, before, &draft);
    return;
  }
  bel_draft_add_content_without (voice, &draft, content, yield_token (match, "without"));
  uint32_t from = yield_token (match, "from");
  if (from != BEL_NONE)
    begin_at (&draft, from);
  bel_draft_set_cue (voice, &draft, cue);
  if (draft.n_parts)
    bel_draft_finish (voice, &draft);
}

void
bel_voice_from_rules (BelVoice *voice)
{
  bel_program_match (voice->context->program, voice->document, add_match, voice);
}
