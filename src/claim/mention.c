/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Mentions: names as the recognizer of names marked them, noun phrases by their heads, pronouns. */
#include "claim/entity-private.h"

uint32_t
bel_mention_add (BelEntities *e, BelMentionKind kind, uint32_t head, uint32_t first, uint32_t last)
{
  BelMention *mention = bel_vec_add (e->arena, &e->claims->mentions);
  const BelTokens *tokens = &e->document->tokens;
  *mention = (BelMention){ .head = head, .first = first, .last = last, .entity = BEL_NONE, .kind = kind };
  mention->span = BEL_SPAN (tokens->span[first].start, tokens->span[last].end);
  e->claims->mention_at[head] = e->claims->mentions.n - 1;
  return e->claims->mentions.n - 1;
}

bool
bel_mention_in_time (const BelEntities *e, uint32_t t)
{
  const BelClaims *claims = e->claims;
  uint32_t low = 0, high = claims->times.n;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (claims->times.items[middle].last < t)
      low = middle + 1;
    else
      high = middle;
  }
  return low < claims->times.n && !claims->times.items[low].duration && claims->times.items[low].first <= t;
}

bool
bel_mention_is_plural (const BelEntities *e, const BelMention *mention)
{
  uint8_t xpos = e->document->tokens.xpos[mention->head];
  if (mention->kind == BEL_MENTION_PRONOUN)
    return bel_token_feat (e->document, mention->head, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
  return xpos == BEL_XPOS_NNS || (xpos == BEL_XPOS_NNPS && mention->kind == BEL_MENTION_NOMINAL);
}

bool
bel_mention_is_definite (const BelEntities *e, const BelMention *mention)
{
  for (BEL_EACH_CHILD (e->document, mention->head, c)) {
    uint8_t dep = e->document->tokens.dep[c];
    if (dep == BEL_DEP_NMOD_POSS)
      return true;
    if (dep == BEL_DEP_DET)
      return bel_token_form_is (e->document, c, "the") || bel_token_form_is (e->document, c, "this")
             || bel_token_form_is (e->document, c, "that") || bel_token_form_is (e->document, c, "these")
             || bel_token_form_is (e->document, c, "those");
  }
  return false;
}

/* The end of the name that begins at @t. */
static uint32_t
name_end (const BelTokens *tokens, uint32_t t)
{
  uint32_t last = t;
  while (last + 1 < tokens->n && tokens->name[last + 1] == tokens->name[t] && !tokens->name_first[last + 1]
         && tokens->sentence[last + 1] == tokens->sentence[t])
    last++;
  return last;
}

/* The token of a stretch that hangs outside of it; the last when there are several. */
static uint32_t
outer_head (const BelTokens *tokens, uint32_t first, uint32_t last)
{
  uint32_t head = last;
  for (uint32_t t = first; t <= last; t++)
    if (tokens->head[t] == BEL_NONE || tokens->head[t] < first || tokens->head[t] > last)
      head = t;
  return head;
}

/* "[Wall Street] [Journal]": a place right before the organization that it modifies is of its name. */
static uint32_t
whole_name_end (const BelTokens *tokens, uint32_t t)
{
  uint32_t last = name_end (tokens, t), next = last + 1;
  if (tokens->name[t] != BEL_NAME_PLACE || next >= tokens->n || tokens->name[next] != BEL_NAME_ORG
      || !tokens->name_first[next] || tokens->sentence[next] != tokens->sentence[t])
    return last;
  uint32_t end = name_end (tokens, next), head = tokens->head[outer_head (tokens, t, last)];
  return head >= next && head <= end ? end : last;
}

static bool
is_person_pronoun (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PRON && bel_token_feat (document, t, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_PRS;
}

static bool
is_phrase_part (uint8_t dep)
{
  return dep == BEL_DEP_DET || dep == BEL_DEP_AMOD || dep == BEL_DEP_COMPOUND || dep == BEL_DEP_NUMMOD
         || dep == BEL_DEP_NMOD_POSS || dep == BEL_DEP_NMOD_DESC || dep == BEL_DEP_NMOD_UNMARKED;
}

/* From the first determiner or modifier to the head. */
static void
add_nominal (BelEntities *e, uint32_t t)
{
  uint32_t first = t;
  for (BEL_EACH_CHILD (e->document, t, c))
    if (c < t && is_phrase_part (e->document->tokens.dep[c])) {
      uint32_t low, high;
      bel_subtree_range (e->document, c, &low, &high);
      first = low < first ? low : first;
    }
  bel_mention_add (e, BEL_MENTION_NOMINAL, t, first, t);
}

/* A noun that heads a phrase of its own; one that modifies another, as in "murder plot", names nothing in the story. */
static bool
is_phrase_head (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint8_t pos = tokens->pos[t], dep = tokens->dep[t];
  if (pos != BEL_POS_NOUN && pos != BEL_POS_PROPN)
    return false;
  return dep != BEL_DEP_COMPOUND && dep != BEL_DEP_FLAT && dep != BEL_DEP_FIXED && dep != BEL_DEP_GOESWITH;
}

static void
add_name (BelEntities *e, uint32_t first, uint32_t last)
{
  const BelTokens *tokens = &e->document->tokens;
  bel_mention_add (e, BEL_MENTION_NAME, outer_head (tokens, first, last), first, last);
}

void
bel_mentions_find (BelEntities *e)
{
  const BelTokens *tokens = &e->document->tokens;
  e->claims->mention_at = bel_arena_alloc (e->arena, sizeof (uint32_t) * (tokens->n + 1));
  memset (e->claims->mention_at, 0xff, sizeof (uint32_t) * (tokens->n + 1));
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (tokens->name[t] != BEL_NAME_NONE && tokens->name_first[t]) {
      uint32_t last = whole_name_end (tokens, t);
      add_name (e, t, last);
      t = last;
    } else if (is_person_pronoun (e->document, t))
      bel_mention_add (e, BEL_MENTION_PRONOUN, t, t, t);
    else if (is_phrase_head (e->document, t) && !bel_mention_in_time (e, t))
      add_nominal (e, t);
  }
}
