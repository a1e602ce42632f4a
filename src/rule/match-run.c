/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The pattern machine. A choice is an instruction that has more tokens to offer; failing goes back to the last
 * choice, takes its next token and runs on from behind it; when no choice is left, all has been tried. */
#include "rule/match.h"

#include "base/limits.h"
#include "rule/code.h"

typedef struct {
  const uint32_t *code; /* the instruction */
  uint32_t at;          /* where its search goes on */
} Choice;

typedef struct {
  Choice choices[BEL_LIMIT_RULE_NODES];
  uint32_t n;
} Choices;

static bool
in_labels (const uint32_t *labels, uint8_t dep)
{
  return (dep < 32 ? labels[0] >> dep : labels[1] >> (dep - 32)) & 1;
}

/* Each of these finds the next token for the register of an instruction from *at on, BEL_NONE for none. */

static uint32_t
next_child (const BelDocument *document, uint32_t from, const uint32_t *labels, uint32_t *at)
{
  const BelTokens *tokens = &document->tokens;
  while (tokens->child_start[from] + *at < tokens->child_start[from + 1]) {
    uint32_t child = tokens->child[tokens->child_start[from] + (*at)++];
    if (in_labels (labels, tokens->dep[child]))
      return child;
  }
  return BEL_NONE;
}

static uint32_t
next_head (const BelDocument *document, uint32_t from, const uint32_t *labels, uint32_t *at)
{
  if ((*at)++ || !in_labels (labels, document->tokens.dep[from]))
    return BEL_NONE;
  return document->tokens.head[from];
}

static uint32_t
next_below (const BelDocument *document, uint32_t from, const uint32_t *labels, uint32_t *at)
{
  const BelSentence *sentence = &document->sentences.items[document->tokens.sentence[from]];
  while (*at < sentence->n_tokens) {
    uint32_t t = sentence->first_token + (*at)++;
    if (t != from && in_labels (labels, document->tokens.dep[t]) && bel_dominates (document, from, t))
      return t;
  }
  return BEL_NONE;
}

/* @at counts the steps up. */
static uint32_t
next_above (const BelDocument *document, uint32_t from, const uint32_t *labels, uint32_t *at)
{
  if (!in_labels (labels, document->tokens.dep[from]))
    return BEL_NONE;
  uint32_t t = from;
  for (uint32_t i = 0; i <= *at && t != BEL_NONE; i++)
    t = document->tokens.head[t];
  ++*at;
  return t;
}

static uint32_t
next_token (const BelMatcher *m, const uint32_t *code, uint32_t *at)
{
  uint32_t from = m->registers[code[2]];
  switch (code[0]) {
  case BEL_OP_CHILD:
    return next_child (m->document, from, code + 3, at);
  case BEL_OP_HEAD:
    return next_head (m->document, from, code + 3, at);
  case BEL_OP_BELOW:
    return next_below (m->document, from, code + 3, at);
  default:
    return next_above (m->document, from, code + 3, at);
  }
}

static bool
is_child (const BelDocument *document, uint32_t head, uint32_t dep, const uint32_t *labels)
{
  return document->tokens.head[dep] == head && in_labels (labels, document->tokens.dep[dep]);
}

static bool
is_below (const BelDocument *document, uint32_t head, uint32_t dep, const uint32_t *labels)
{
  return head != dep && in_labels (labels, document->tokens.dep[dep]) && bel_dominates (document, head, dep);
}

static bool
is_next (const BelDocument *document, uint32_t a, uint32_t b)
{
  return a + 1 == b && document->tokens.sentence[a] == document->tokens.sentence[b];
}

static bool
differs (const BelMatcher *m, uint32_t reg, uint32_t others)
{
  for (uint32_t i = 0; others >> i; i++)
    if ((others >> i & 1) && m->registers[i] == m->registers[reg])
      return false;
  return true;
}

/* The instructions that only test. */
static bool
test (const BelMatcher *m, const uint32_t *code)
{
  const uint32_t *r = m->registers;
  switch (code[0]) {
  case BEL_OP_IS:
    return bel_cond_holds (m->program, m->document, code[2], r[code[1]]);
  case BEL_OP_IS_CHILD:
    return is_child (m->document, r[code[1]], r[code[2]], code + 3);
  case BEL_OP_IS_BELOW:
    return is_below (m->document, r[code[1]], r[code[2]], code + 3);
  case BEL_OP_IS_BEFORE:
    return r[code[1]] < r[code[2]];
  case BEL_OP_IS_NEXT:
    return is_next (m->document, r[code[1]], r[code[2]]);
  default:
    return differs (m, code[1], code[2]);
  }
}

/* Takes the next token of the last choice, dropping those that have none. Returns where to go on; NULL at the end. */
static const uint32_t *
backtrack (BelMatcher *m, Choices *choices)
{
  while (choices->n) {
    Choice *choice = &choices->choices[choices->n - 1];
    uint32_t token = next_token (m, choice->code, &choice->at);
    if (token != BEL_NONE) {
      m->registers[choice->code[1]] = token;
      return choice->code + bel_op_length (choice->code);
    }
    choices->n--;
  }
  return NULL;
}

static bool run (BelMatcher *m, const uint32_t *code, bool once);

/* Whether the code that follows the instruction matches from here, as it stands. */
static bool
try (BelMatcher *m, const uint32_t *code)
{
  return run (m, code + bel_op_length (code), true);
}

/* One instruction. Returns where to go on; NULL: failed. */
static const uint32_t *
step (BelMatcher *m, Choices *choices, const uint32_t *code)
{
  switch (code[0]) {
  case BEL_OP_CHILD:
  case BEL_OP_HEAD:
  case BEL_OP_BELOW:
  case BEL_OP_ABOVE:
    choices->choices[choices->n++] = (Choice){ code, 0 };
    return NULL;
  case BEL_OP_UNLESS:
    return try (m, code) ? NULL : code + code[1];
  case BEL_OP_OPTIONAL:
    if (try (m, code))
      return code + code[2];
    m->registers[code[1]] = BEL_NONE;
    return code + code[3];
  default:
    return test (m, code) ? code + bel_op_length (code) : NULL;
  }
}

/* @once: stop at the first match, which is not handed on. Inner runs are at most one deep: "unless" and
 * "optional" are not nested. */
static bool
run (BelMatcher *m, const uint32_t *code, bool once)
{
  Choices choices;
  choices.n = 0;
  while (code && m->n_steps < BEL_LIMIT_RULE_STEPS && m->n_matches < BEL_LIMIT_RULE_MATCHES) {
    m->n_steps++;
    if (code[0] != BEL_OP_ACCEPT) {
      code = step (m, &choices, code);
    } else if (once) {
      return true;
    } else {
      m->n_matches++;
      m->func (m->registers, m->data);
      code = NULL;
    }
    if (!code)
      code = backtrack (m, &choices);
  }
  return false;
}

void
bel_matcher_run (BelMatcher *matcher, uint32_t code)
{
  matcher->n_steps = matcher->n_matches = 0;
  run (matcher, matcher->program->code.items + code, false);
}
