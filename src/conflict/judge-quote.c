/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Who is quoted with what: one quotation in two wordings or from two mouths; cues that say more than was done; one source
 * that is called several. */
#include "conflict/judge.h"

#include "conflict/name.h"
#include "conflict/prop.h"
#include "conflict/quote.h"

#include <string.h>

/* Words of a quotation that are laid side by side. */
#define MAX_WORDS 80u
/* Share of the longer one's words that two wordings of one quotation have in common, and two copies of it. */
#define SHARE_WORDING 0.7f
#define SHARE_COPY 0.95f
/* Words of the shortest quotation that two people do not say alike by chance. */
#define LEAST_COPY 7u
/* Places where two wordings of one quotation part, and words of such a place. */
#define MAX_PLACES 2u
#define MAX_PLACE_WORDS 3u
/* Trust that quotations alike are one. */
#define TRUST_WORDING 0.85f

typedef struct {
  uint32_t tokens[MAX_WORDS];
  BelSym words[MAX_WORDS];
  uint32_t n;
  bool edited; /* left out or put in by who quotes: "…", "[the mayor]" */
} Words;

typedef struct {
  uint32_t common;
  uint32_t common_content;
  uint32_t places; /* where both have words, and others */
  bool apart;      /* too long a place, or one where only one has content words */
  uint32_t token_a, token_b;
} Laid;

/* -- quotations side by side ------------------------------------------------------------------------------ */

static void
read_words (BelFinder *finder, const BelProp *quote, Words *out)
{
  const BelDocument *document = bel_finder_document (finder, quote->document);
  out->n = 0;
  out->edited = false;
  for (uint32_t t = quote->head; t <= quote->last && out->n < MAX_WORDS; t++) {
    const char *form = bel_symbols_text (document->symbols, document->tokens.lower[t]);
    out->edited = out->edited || strchr ("[(", form[0]) || strstr (form, "…") || strstr (form, "..");
    if (document->tokens.pos[t] == BEL_POS_PUNCT)
      continue;
    out->tokens[out->n] = t;
    out->words[out->n++] = bel_finder_symbol (finder, quote->document, document->tokens.lower[t]);
  }
}

/* The longest common subsequence: pair[i] is the word of b beside word i of a, or -1. */
static void
pair_words (const Words *a, const Words *b, int16_t *pair)
{
  uint16_t best[MAX_WORDS + 1][MAX_WORDS + 1];
  memset (best, 0, sizeof (best));
  for (uint32_t i = a->n; i-- > 0;)
    for (uint32_t j = b->n; j-- > 0;)
      best[i][j] = a->words[i] == b->words[j] ? best[i + 1][j + 1] + 1 : MAX (best[i + 1][j], best[i][j + 1]);
  for (uint32_t i = 0, j = 0; i < a->n; i++) {
    while (j < b->n && best[i][j] == best[i][j + 1]
           && (a->words[i] != b->words[j] || best[i][j] != best[i + 1][j + 1] + 1))
      j++;
    bool same = j < b->n && a->words[i] == b->words[j] && best[i][j] == best[i + 1][j + 1] + 1;
    pair[i] = same ? (int16_t) j++ : -1;
  }
}

static uint32_t
content_token (const BelFinder *finder, const BelProp *quote, const Words *words, uint32_t from, uint32_t to)
{
  for (uint32_t i = from; i < to; i++)
    if (bel_token_is_content (bel_finder_document (finder, quote->document), words->tokens[i]))
      return words->tokens[i];
  return BEL_NONE;
}

static void
add_place (const BelEvidence *e, const Words *a, uint32_t i, uint32_t i_end, const Words *b, uint32_t j, uint32_t j_end,
           Laid *out)
{
  if (i == i_end && j == j_end)
    return;
  uint32_t in_a = content_token (e->finder, e->a, a, i, i_end), in_b = content_token (e->finder, e->b, b, j, j_end);
  if (in_a == BEL_NONE && in_b == BEL_NONE)
    return;
  if (in_a == BEL_NONE || in_b == BEL_NONE || i_end - i > MAX_PLACE_WORDS || j_end - j > MAX_PLACE_WORDS) {
    out->apart = true;
    return;
  }
  out->places++;
  out->token_a = in_a;
  out->token_b = in_b;
}

static void
lay (const BelEvidence *e, const Words *a, const Words *b, Laid *out)
{
  int16_t pair[MAX_WORDS];
  *out = (Laid){ .token_a = BEL_NONE, .token_b = BEL_NONE };
  pair_words (a, b, pair);
  uint32_t from_a = 0, from_b = 0;
  for (uint32_t i = 0; i < a->n; i++) {
    if (pair[i] < 0)
      continue;
    add_place (e, a, from_a, i, b, from_b, (uint32_t) pair[i], out);
    out->common++;
    out->common_content += bel_token_is_content (bel_finder_document (e->finder, e->a->document), a->tokens[i]);
    from_a = i + 1;
    from_b = (uint32_t) pair[i] + 1;
  }
  add_place (e, a, from_a, a->n, b, from_b, b->n, out);
}

/* In the order of the text, and not in one paragraph, where speakers repeat themselves. */
static bool
two_quotes (const BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_QUOTE || e->b->kind != BEL_PROP_QUOTE)
    return false;
  if (e->a->document != e->b->document)
    return e->a->document < e->b->document;
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  return e->a->head < e->b->head
         && document->sentences.items[e->a->sentence].block != document->sentences.items[e->b->sentence].block;
}

static BelNoun
speaker (const BelEvidence *e, const BelProp *quote)
{
  const BelAttribution *source
      = &e->finder->sources[quote->document]->attributions.items[quote->holders[0].attribution];
  return (BelNoun){ quote->document, source->source_head, source->source_entity, BEL_NONE };
}

static bool
one_speaker (BelEvidence *e)
{
  BelNoun a = speaker (e, e->a), b = speaker (e, e->b);
  if (a.head == BEL_NONE || b.head == BEL_NONE)
    return false;
  bool known = a.document == b.document && a.entity != BEL_NONE && a.entity == b.entity;
  return known || bel_names_match (e->finder, a, b) > 0;
}

/* A body speaks through people. */
static bool
are_of_one_sort (const BelEvidence *e, BelNoun a, BelNoun b)
{
  if (a.entity == BEL_NONE || b.entity == BEL_NONE)
    return true;
  return e->finder->sources[a.document]->entities.items[a.entity].type
         == e->finder->sources[b.document]->entities.items[b.entity].type;
}

static bool
two_speakers (BelEvidence *e)
{
  BelNoun a = speaker (e, e->a), b = speaker (e, e->b);
  bool named = bel_phrase_named (e->finder, a) && bel_phrase_named (e->finder, b);
  return named && !one_speaker (e) && are_of_one_sort (e, a, b)
         && bel_phrase_compare (e->finder, a, b, 0).kind == BEL_MATCH_NONE;
}

float
bel_judge_quote_wording (BelEvidence *e)
{
  Words a, b;
  Laid laid;
  if (!two_quotes (e) || !one_speaker (e))
    return 0;
  read_words (e->finder, e->a, &a);
  read_words (e->finder, e->b, &b);
  lay (e, &a, &b, &laid);
  bool alike = (float) laid.common >= SHARE_WORDING * (float) MAX (a.n, b.n) && laid.common_content >= BEL_QUOTE_LEAST;
  if (a.edited || b.edited || !alike || laid.apart || !laid.places || laid.places > MAX_PLACES)
    return 0;
  e->holder_a = e->holder_b = 0;
  e->token_a = laid.token_a;
  e->token_b = laid.token_b;
  return TRUST_WORDING;
}

float
bel_judge_quote_speaker (BelEvidence *e)
{
  Words a, b;
  Laid laid;
  if (!two_quotes (e) || !two_speakers (e))
    return 0;
  read_words (e->finder, e->a, &a);
  read_words (e->finder, e->b, &b);
  if (MIN (a.n, b.n) < LEAST_COPY)
    return 0;
  lay (e, &a, &b, &laid);
  if ((float) laid.common < SHARE_COPY * (float) MAX (a.n, b.n))
    return 0;
  e->holder_a = e->holder_b = 0;
  return 1;
}

/* -- cues and sources ----------------------------------------------------------------------------------------- */

static const BelAttribution *
attribution_of (const BelEvidence *e, const BelProp *prop, uint32_t holder)
{
  uint32_t attribution = holder == BEL_NONE ? BEL_NONE : prop->holders[holder].attribution;
  return attribution == BEL_NONE ? NULL : &e->finder->sources[prop->document]->attributions.items[attribution];
}

/* "refuted" where another says the contrary: the cue claims that the denial was proved. */
float
bel_judge_overstated (BelEvidence *e)
{
  const BelLexicon *cues = e->finder->program ? bel_program_lexicon (e->finder->program, "proof-cue") : NULL;
  const BelAttribution *denial = attribution_of (e, e->b, bel_prop_holder (e->b, false));
  const BelDocument *document = bel_finder_document (e->finder, e->b->document);
  if (!cues || !denial || denial->cue_head == BEL_NONE || !bel_lexicon_word (cues, document, denial->cue_head))
    return 0;
  e->token_b = denial->cue_head;
  return 1;
}

/* "officials said", "an official said", of one thing: the one may be the other. */
float
bel_judge_one_source (BelEvidence *e)
{
  const BelAttribution *a = attribution_of (e, e->a, bel_prop_holder (e->a, true));
  const BelAttribution *b = attribution_of (e, e->b, bel_prop_holder (e->b, true));
  if (!a || !b || !a->anonymous || !b->anonymous || !a->plural || b->plural || a->source_head == BEL_NONE
      || b->source_head == BEL_NONE)
    return 0;
  if (bel_finder_lemma (e->finder, e->a->document, a->source_head)
      != bel_finder_lemma (e->finder, e->b->document, b->source_head))
    return 0;
  e->token_a = a->source_head;
  e->token_b = b->source_head;
  return 1;
}
