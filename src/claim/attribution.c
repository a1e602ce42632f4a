/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Who says what: the way through the stage.
 *
 *   cues of each sentence → quotations joined to them → idle cues dropped → parents → claims attached
 *
 * Word knowledge is in rules/lexicon/attribution-*.belie; the shapes of English around a cue are in attribution-*.c. */
#include "claim/voice-private.h"

#include "base/limits.h"

static void
find_fields (BelCueLexicon *cues, const BelProgram *program, const char *name)
{
  cues->lexicon = bel_program_lexicon (program, name);
  if (!cues->lexicon)
    return;
  const struct {
    const char *name;
    int *out;
  } FIELDS[] = {
    { "class", &cues->class },   { "stance", &cues->stance },   { "negated", &cues->negated },
    { "self", &cues->self },     { "clause", &cues->clause },   { "speech", &cues->speech },
    { "to", &cues->to },         { "object", &cues->object },   { "person", &cues->person },
    { "via", &cues->via },       { "work", &cues->work },       { "subject", &cues->subject },
    { "naming", &cues->naming }, { "passive", &cues->passive },
  };
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    *FIELDS[i].out = bel_lexicon_field (cues->lexicon, FIELDS[i].name);
}

/* Returns: FALSE when the rules lack a lexicon the stage needs: then nothing is attributed. */
static bool
open_voice (BelVoice *voice, const BelClaimContext *context, BelClaims *claims)
{
  const BelProgram *program = context->program;
  if (!program)
    return false;
  voice->context = context;
  voice->claims = claims;
  voice->document = claims->document;
  find_fields (&voice->verbs, program, "attribution-verb");
  find_fields (&voice->nouns, program, "attribution-noun");
  find_fields (&voice->adjectives, program, "attribution-adjective");
  find_fields (&voice->feelings, program, "attribution-feeling");
  voice->phrases = bel_program_lexicon (program, "attribution-phrase");
  voice->adverbs = bel_program_lexicon (program, "attribution-adverb");
  voice->anaphors = bel_program_lexicon (program, "anaphor-noun");
  voice->verdicts = bel_program_lexicon (program, "verdict-word");
  voice->hearsay = bel_program_lexicon (program, "hearsay-verb");
  voice->sources = bel_program_lexicon (program, "source-noun");
  voice->settings = bel_program_lexicon (program, "statement-noun");
  voice->continuing = bel_program_lexicon (program, "continuing-verb");
  voice->labels = bel_program_lexicon (program, "label-word");
  voice->papers = bel_program_lexicon (program, "headline-source");
  voice->making = bel_program_lexicon (program, "own-word-verb");
  voice->frank = bel_program_lexicon (program, "way-of-saying");
  voice->spans = bel_program_lexicon (program, "clause-time-noun");
  voice->leading = bel_program_lexicon (program, "leading-verb");
  voice->managing = bel_program_lexicon (program, "signature-to");
  voice->able = bel_program_lexicon (program, "signature-adjective");
  return voice->verbs.lexicon && voice->nouns.lexicon && voice->adjectives.lexicon && voice->feelings.lexicon
         && voice->phrases && voice->adverbs && voice->anaphors && voice->verdicts && voice->hearsay && voice->sources
         && voice->settings && voice->continuing && voice->labels && voice->papers && voice->making && voice->frank;
}

/* -- ", adding that P" ----------------------------------------------------------------------------- */

static bool
after_comma (const BelDocument *document, uint32_t t)
{
  uint32_t begin = document->sentences.items[document->tokens.sentence[t]].first_token;
  return t > begin && document->text[document->tokens.span[t - 1].start] == ',';
}

/* The attribution of this sentence with the least content that covers token @t; BEL_NONE. */
static uint32_t
said_around (const BelVoice *voice, uint32_t t)
{
  const BelClaims *claims = voice->claims;
  uint32_t best = BEL_NONE, least = UINT32_MAX;
  for (uint32_t i = voice->sentence_attributions; i < claims->attributions.n; i++) {
    const BelAttribution *attribution = &claims->attributions.items[i];
    for (uint32_t k = 0; k < attribution->content.n; k++) {
      BelSpan span = attribution->content.items[k];
      if (bel_span_contains (span, voice->document->tokens.span[t]) && bel_span_length (span) < least) {
        best = i;
        least = bel_span_length (span);
      }
    }
  }
  return best;
}

static void
cut_content (BelAttribution *attribution, uint32_t end)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < attribution->content.n; i++) {
    BelSpan span = attribution->content.items[i];
    if (span.start >= end)
      continue;
    span.end = MIN (span.end, end);
    attribution->content.items[n++] = span;
  }
  attribution->content.n = n;
}

/* "She said P, adding that Q": Q is her word and no part of P, though the tree hangs it there. */
static void
part_participles (BelVoice *voice)
{
  const BelDocument *document = voice->document;
  BelClaims *claims = voice->claims;
  for (uint32_t i = voice->sentence_attributions; i < claims->attributions.n; i++) {
    BelAttribution *inner = &claims->attributions.items[i];
    uint32_t cue = inner->cue_head;
    if (cue == BEL_NONE || document->tokens.xpos[cue] != BEL_XPOS_VBG || !after_comma (document, cue)
        || !bel_lexicon_word (voice->continuing, document, cue) || voice->quote_at[cue] != BEL_NONE)
      continue;
    uint32_t around = said_around (voice, cue);
    if (around == BEL_NONE || around == i || bel_span_is_empty (claims->attributions.items[around].source))
      continue;
    BelAttribution *outer = &claims->attributions.items[around];
    cut_content (outer, document->tokens.span[cue - 1].start);
    inner->source = outer->source;
    inner->source_head = outer->source_head;
    inner->anonymous = outer->anonymous;
    inner->plural = outer->plural;
    inner->hearsay = outer->hearsay;
  }
}

/* ", although it was late": what the writer sets against it. */
static void
cut_concession (const BelVoice *voice, BelAttribution *attribution)
{
  const BelDocument *document = voice->document;
  BelSpan *last = attribution->content.n ? &attribution->content.items[attribution->content.n - 1] : NULL;
  uint32_t n, first = last ? bel_tokens_covering (document, *last, &n) : BEL_NONE;
  for (uint32_t t = first; t != BEL_NONE && t < first + n; t++) {
    if (t <= first + 1 || document->tokens.dep[t] != BEL_DEP_MARK || !after_comma (document, t)
        || voice->quote_at[t] != BEL_NONE)
      continue;
    if (bel_token_form_is (document, t, "although") || bel_token_form_is (document, t, "though")
        || bel_token_form_is (document, t, "while") || bel_token_form_is (document, t, "whereas")) {
      last->end = document->tokens.span[t - 1].start;
      return;
    }
  }
}

static void
cut_concessions (BelVoice *voice)
{
  for (uint32_t i = voice->sentence_attributions; i < voice->claims->attributions.n; i++)
    if (voice->claims->attributions.items[i].cue_head != BEL_NONE)
      cut_concession (voice, &voice->claims->attributions.items[i]);
}

/* "He denied that P, according to the paper.": the phrase speaks of the whole, so it is in nobody's content but its own. */
static void
part_closing_phrases (BelVoice *voice)
{
  const BelDocument *document = voice->document;
  BelClaims *claims = voice->claims;
  for (uint32_t i = voice->sentence_attributions; i < claims->attributions.n; i++) {
    const BelAttribution *phrase = &claims->attributions.items[i];
    uint32_t cue = phrase->cue_head;
    if (cue == BEL_NONE || !phrase->content.n || !after_comma (document, cue) || voice->quote_at[cue] != BEL_NONE
        || document->tokens.pos[cue] == BEL_POS_NOUN || !bel_lexicon_at (voice->phrases, document, cue, NULL)
        || phrase->content.items[phrase->content.n - 1].end > phrase->cue.start)
      continue;
    uint32_t comma = document->tokens.span[cue - 1].start;
    for (uint32_t k = voice->sentence_attributions; k < claims->attributions.n; k++)
      if (k != i && claims->attributions.items[k].cue.start >= phrase->content.items[0].start)
        cut_content (&claims->attributions.items[k], comma);
  }
}

static void
read_sentence (BelVoice *voice, uint32_t s)
{
  const BelSentence *sentence = &voice->document->sentences.items[s];
  uint32_t first = sentence->first_token, end = first + sentence->n_tokens;
  voice->sentence_attributions = voice->claims->attributions.n;
  for (uint32_t t = first; t < end; t++) {
    switch (voice->document->tokens.pos[t]) {
    case BEL_POS_VERB:
      bel_voice_from_verb (voice, t);
      bel_voice_from_feeling (voice, t);
      break;
    case BEL_POS_ADJ:
      bel_voice_from_adjective (voice, t);
      break;
    case BEL_POS_NOUN:
      bel_voice_from_noun (voice, t);
      break;
    default:
      break;
    }
  }
  for (uint32_t t = first; t < end; t++)
    bel_voice_from_phrase (voice, t);
  bel_voice_from_colon (voice, s);
  part_participles (voice);
  part_closing_phrases (voice);
  cut_concessions (voice);
}

/* Cues that found nothing to govern, told apart from those that stand aside ("declined to comment"). */
static bool
is_idle (const BelVoice *voice, const BelAttribution *attribution)
{
  if (attribution->content.n)
    return false;
  const char *class = bel_symbols_text (voice->document->symbols, attribution->cue_class);
  return attribution->stance == BEL_STANCE_ASSERT || bel_span_is_empty (attribution->source)
         || !(g_str_equal (class, "decline") || g_str_equal (class, "deny") || g_str_equal (class, "confirm"));
}

static void
drop_idle (BelVoice *voice)
{
  BelClaims *claims = voice->claims;
  uint32_t *moved = bel_arena_new_array (voice->document->arena, uint32_t, claims->attributions.n + 1);
  uint32_t n = 0;
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    moved[i] = n;
    if (is_idle (voice, &claims->attributions.items[i]))
      continue;
    claims->attributions.items[n] = claims->attributions.items[i];
    claims->attributions.items[n].id = n;
    n++;
  }
  claims->attributions.n = n;
  for (uint32_t i = 0; i < n; i++)
    if (claims->attributions.items[i].parent != BEL_NONE)
      claims->attributions.items[i].parent = moved[claims->attributions.items[i].parent];
}

/* -- chains -------------------------------------------------------------------------------------- */

typedef struct {
  uint32_t index;
  uint32_t length;
} Sized;

static int
compare_sized (const void *a, const void *b)
{
  const Sized *x = a, *y = b;
  if (x->length != y->length)
    return x->length > y->length ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static uint32_t
content_bytes (const BelAttribution *attribution)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < attribution->content.n; i++)
    n += bel_span_length (attribution->content.items[i]);
  return n;
}

static uint32_t
depth_of (const BelClaims *claims, uint32_t index)
{
  uint32_t depth = 0;
  for (; index != BEL_NONE && depth < BEL_LIMIT_VOICE_DEPTH; index = claims->attributions.items[index].parent)
    depth++;
  return depth;
}

/* "did not seek to close it": an infinitive under a denied cue. */
static bool
is_not_done (const BelDocument *document, const BelAttribution *attribution)
{
  if (attribution->stance != BEL_STANCE_UNCOMMITTED || !attribution->content_heads.n)
    return false;
  uint32_t head = attribution->content_heads.items[0];
  return document->tokens.dep[head] == BEL_DEP_XCOMP && document->tokens.xpos[head] == BEL_XPOS_VB
         && document->tokens.head[head] == attribution->cue_head;
}

static void
paint (BelVoice *voice, uint32_t index)
{
  BelClaims *claims = voice->claims;
  const BelAttribution *attribution = &claims->attributions.items[index];
  if (attribution->anaphoric && attribution->content_heads.n == 0)
    return; /* the twin of a verdict: what it denies stands elsewhere */
  if (g_str_equal (bel_symbols_text (voice->document->symbols, attribution->cue_class), "decline")
      || is_not_done (voice->document, attribution))
    return; /* "refused to take it" tells of no word of theirs, but of what they did not do */
  for (uint32_t i = 0; i < attribution->content.n; i++) {
    uint32_t n, first = bel_tokens_covering (voice->document, attribution->content.items[i], &n);
    for (uint32_t t = first; first != BEL_NONE && t < first + n; t++)
      claims->voice_at[t] = index;
  }
}

/* Larger contents first, so that what is painted last is innermost, and what lies below a cue is its parent. */
static void
find_parents (BelVoice *voice)
{
  BelClaims *claims = voice->claims;
  uint32_t n = claims->attributions.n;
  Sized *order = bel_arena_new_array (voice->document->arena, Sized, n + 1);
  for (uint32_t i = 0; i < n; i++)
    order[i] = (Sized){ i, content_bytes (&claims->attributions.items[i]) };
  bel_sort (order, n, sizeof (Sized), compare_sized);
  for (uint32_t i = 0; i < n; i++) {
    BelAttribution *attribution = &claims->attributions.items[order[i].index];
    uint32_t cue = attribution->cue_head;
    if (attribution->parent == BEL_NONE && cue != BEL_NONE)
      attribution->parent = claims->voice_at[cue];
    if (attribution->parent == order[i].index || depth_of (claims, attribution->parent) >= BEL_LIMIT_VOICE_DEPTH)
      attribution->parent = BEL_NONE;
    paint (voice, order[i].index);
  }
}

/* Children lists out of the parents, in text order. */
static void
link_inner (BelClaims *claims)
{
  for (uint32_t i = 0; i < claims->attributions.n; i++)
    claims->attributions.items[i].first_inner = claims->attributions.items[i].next_inner = BEL_NONE;
  for (uint32_t i = claims->attributions.n; i-- > 0;) {
    BelAttribution *attribution = &claims->attributions.items[i];
    if (attribution->parent == BEL_NONE)
      continue;
    attribution->next_inner = claims->attributions.items[attribution->parent].first_inner;
    claims->attributions.items[attribution->parent].first_inner = i;
  }
}

static void
attach_claims (BelClaims *claims)
{
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    BelClaim *claim = &claims->claims.items[i];
    claim->attribution = claim->head == BEL_NONE ? BEL_NONE : claims->voice_at[claim->head];
  }
}

/* Whether entity @e came in without a name, and not by an office only one holds. */
static bool
came_unnamed (const BelVoice *voice, const BelEntity *e)
{
  const BelMention *first = e->mentions.n ? &voice->claims->mentions.items[e->mentions.items[0]] : NULL;
  return e->anonymous && !(first && bel_voice_is_office (voice, first->head));
}

static void
resolve_sources (const BelVoice *voice)
{
  BelClaims *claims = voice->claims;
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    BelAttribution *attribution = &claims->attributions.items[i];
    if (attribution->source_head == BEL_NONE || !claims->mention_at)
      continue;
    uint32_t mention = claims->mention_at[attribution->source_head];
    attribution->source_entity = mention == BEL_NONE ? BEL_NONE : claims->mentions.items[mention].entity;
    if (attribution->source_entity != BEL_NONE
        && came_unnamed (voice, &claims->entities.items[attribution->source_entity]))
      attribution->anonymous = true;
  }
}

void
bel_attributions_find (const BelClaimContext *context, BelClaims *claims)
{
  BelVoice voice = { 0 };
  uint32_t n = claims->document->tokens.n;
  claims->voice_at = bel_arena_alloc (claims->document->arena, sizeof (uint32_t) * (n + 1));
  for (uint32_t t = 0; t < n; t++)
    claims->voice_at[t] = BEL_NONE;
  if (open_voice (&voice, context, claims)) {
    bel_voice_mark_quotes (&voice);
    for (uint32_t s = 0; s < claims->document->sentences.n; s++)
      if (bel_block_has_claims (claims->document->blocks.items[claims->document->sentences.items[s].block].kind))
        read_sentence (&voice, s);
    bel_voice_from_rules (&voice);
    bel_voice_join_quotes (&voice);
    drop_idle (&voice);
    find_parents (&voice);
    link_inner (claims);
    resolve_sources (&voice);
  }
  attach_claims (claims);
}
