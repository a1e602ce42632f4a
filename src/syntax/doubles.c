/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* A verb has one subject and one object, but heads and relations are chosen word by word. Of two in one place, that
 * one gets another place which loses least: another relation to its head, or another head. EWT and GUM have no such
 * doubles in 69,000 words, the parser had one in 250 words. */
#include "syntax/parser-run.h"

#include "syntax/activation.h"

#define MOST_HEADS 6u   /* that are tried for a word */
#define MOST_CHANGES 8u /* in one sentence */
#define MOST_LABELS 128u
G_STATIC_ASSERT (BEL_N_DEPS <= MOST_LABELS);

/* Of the relations of one group a head has one. 0: as many as there are. */
static uint32_t
group_of (uint8_t dep)
{
  switch ((BelDep) dep) {
  case BEL_DEP_NSUBJ:
  case BEL_DEP_NSUBJ_PASS:
  case BEL_DEP_CSUBJ:
  case BEL_DEP_CSUBJ_PASS:
    return 1;
  case BEL_DEP_OBJ:
    return 2;
  case BEL_DEP_IOBJ:
    return 3;
  case BEL_DEP_CCOMP:
    return 4;
  case BEL_DEP_XCOMP:
    return 5;
  default:
    return 0;
  }
}

typedef struct {
  const BelParserRun *run;
  uint32_t begin, n;
  BelParsed *parsed;
} Sentence;

typedef struct {
  uint32_t word, head;
  uint8_t dep;
  float share; /* of the new place against the old */
  uint8_t arc_score;
} Change;

/* Whether @head has a word of @group beside @but. */
static bool
has_group (const Sentence *s, uint32_t head, uint32_t group, uint32_t but)
{
  for (uint32_t i = 0; i < s->n; i++)
    if (i != but && s->parsed[i].head == head && group_of (s->parsed[i].dep) == group)
      return true;
  return false;
}

static bool
hangs_on (const Sentence *s, uint32_t word, uint32_t ancestor)
{
  while (word != BEL_NONE && word != ancestor)
    word = s->parsed[word].head;
  return word == ancestor;
}

static float
share_among (const float *scores, uint32_t begin, uint32_t end, uint32_t chosen)
{
  float sum = 0;
  for (uint32_t i = begin; i < end; i++)
    sum += bel_exp (scores[i] - scores[chosen]);
  return 1 / sum;
}

/* The best relation of @word to @head that is free there. Returns: its share, or 0. */
static float
best_label (const Sentence *s, uint32_t word, uint32_t head, const float *scores, uint8_t *dep)
{
  uint32_t best = 0;
  for (uint32_t l = BEL_DEP_ROOT + 1; l < BEL_N_DEPS; l++) {
    uint32_t group = group_of ((uint8_t) l);
    if ((!best || scores[l] > scores[best]) && !(group && has_group (s, head, group, word)))
      best = l;
  }
  *dep = (uint8_t) best;
  return best ? share_among (scores, BEL_DEP_ROOT + 1, BEL_N_DEPS, best) : 0;
}

/* The next best head of @word below @than in order of score (ties: by place); BEL_NONE when there is none. */
static uint32_t
next_head (const Sentence *s, const float *scores, uint32_t than)
{
  uint32_t best = BEL_NONE;
  for (uint32_t h = 0; h < s->n; h++) {
    bool after
        = than == BEL_NONE || scores[1 + h] < scores[1 + than] || (scores[1 + h] == scores[1 + than] && h > than);
    if (after && (best == BEL_NONE || scores[1 + h] > scores[1 + best]))
      best = h;
  }
  return best;
}

/* The best other place of @word. */
static Change
find_change (const Sentence *s, uint32_t word)
{
  const BelParsed *now = &s->parsed[word];
  float *heads = s->run->scratch->scores, labels[MOST_LABELS];
  Change best = { .word = word };
  bel_parser_score_heads (s->run, s->begin, s->n, word, heads);
  bel_parser_weigh_rivals (s->run, s->begin, s->n, word, heads);
  bel_parser_score_labels (s->run, s->begin + word, s->begin + now->head, labels);
  float was
      = share_among (heads, 0, s->n + 1, now->head + 1) * share_among (labels, BEL_DEP_ROOT + 1, BEL_N_DEPS, now->dep);
  for (uint32_t head = next_head (s, heads, BEL_NONE), k = 0; head != BEL_NONE && k < MOST_HEADS;
       head = next_head (s, heads, head), k++) {
    uint8_t dep;
    if (head == word || hangs_on (s, head, word))
      continue;
    bel_parser_score_labels (s->run, s->begin + word, s->begin + head, labels);
    float share = best_label (s, word, head, labels, &dep) * share_among (heads, 0, s->n + 1, head + 1) / was;
    if (share > best.share)
      best = (Change){ word, head, dep, share, bel_parser_share (heads, s->n + 1, head + 1) };
  }
  return best;
}

/* Returns: a word with another of its group beside it, or BEL_NONE. */
static uint32_t
find_double (const Sentence *s)
{
  for (uint32_t i = 0; i < s->n; i++) {
    uint32_t group = group_of (s->parsed[i].dep);
    if (group && s->parsed[i].head != BEL_NONE && has_group (s, s->parsed[i].head, group, i))
      return i;
  }
  return BEL_NONE;
}

void
bel_parser_part_doubles (const BelParserRun *run, uint32_t begin, uint32_t n, BelParsed *parsed)
{
  Sentence s = { run, begin, n, parsed };
  for (uint32_t k = 0; k < MOST_CHANGES; k++) {
    uint32_t first = find_double (&s);
    if (first == BEL_NONE)
      return;
    Change best = { .word = BEL_NONE };
    uint32_t head = parsed[first].head, group = group_of (parsed[first].dep);
    for (uint32_t i = first; i < n; i++) {
      if (parsed[i].head != head || group_of (parsed[i].dep) != group)
        continue;
      Change change = find_change (&s, i);
      if (change.share > best.share)
        best = change;
    }
    if (best.word == BEL_NONE)
      return;
    parsed[best.word].head = best.head;
    parsed[best.word].dep = best.dep;
    parsed[best.word].arc_score = best.arc_score;
  }
}
