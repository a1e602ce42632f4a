/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Two sentences in like words: what each negates, and of how many each says it. */
#include "conflict/content.h"
#include "conflict/contrary.h"
#include "conflict/judge.h"
#include "conflict/scope.h"
#include "conflict/words.h"

#define COMMON_DRAFT 5
#define COMMON_COMPARE 2
/* Shares of time. */
#define NEVER 0x01
#define ONCE 0x1e
#define ALWAYS 0x10
#define NOT_ALWAYS 0x0f
#define TRUST_SAID 1.0f
#define TRUST_IMPLIED 0.85f

typedef enum { UNTOLD, AGREE, CLASH } Outcome;

typedef struct {
  BelFinder *finder;
  uint32_t document_a, document_b;
  BelScoped a, b;
  uint32_t partner[BEL_SCOPE_WORDS]; /* by word of a: word of b, or BEL_NONE */
  bool opposed[BEL_SCOPE_WORDS];     /* … which is its contrary */
  bool taken[BEL_SCOPE_WORDS];       /* by word of b */
  uint32_t n_content;                /* words of meaning that both have */
  Outcome outcome;
  bool implied;
  uint32_t token_a, token_b;
} Laid;

/* -- laying side by side ---------------------------------------------------------------------------------- */

static void
pair (Laid *l, uint32_t i, uint32_t j, bool opposed)
{
  l->partner[i] = j;
  l->taken[j] = true;
  l->opposed[i] = opposed;
  l->n_content += bel_token_is_content (bel_finder_document (l->finder, l->document_a), l->a.words[i].token);
}

/* The longest common subsequence of lemmas. */
static void
pair_lemmas (Laid *l)
{
  static const uint32_t STEP = BEL_SCOPE_WORDS + 1;
  g_autofree uint8_t *best = g_new0 (uint8_t, (size_t) STEP * STEP);
  const BelScoped *a = &l->a, *b = &l->b;
  for (uint32_t i = a->n; i-- > 0;)
    for (uint32_t j = b->n; j-- > 0;) {
      uint8_t skip = MAX (best[(i + 1) * STEP + j], best[i * STEP + j + 1]);
      bool same = a->words[i].lemma == b->words[j].lemma;
      best[i * STEP + j] = same ? (uint8_t) MAX (skip, best[(i + 1) * STEP + j + 1] + 1) : skip;
    }
  for (uint32_t i = 0, j = 0; i < a->n && j < b->n;) {
    if (a->words[i].lemma == b->words[j].lemma && best[i * STEP + j] == best[(i + 1) * STEP + j + 1] + 1)
      pair (l, i++, j++, false);
    else if (best[(i + 1) * STEP + j] >= best[i * STEP + j + 1])
      i++;
    else
      j++;
  }
}

/* How a word of a and one of b, each alone between words that are paired, stand to each other. */
static bool
pair_alike (Laid *l, uint32_t i, uint32_t j)
{
  uint32_t ta = l->a.words[i].token, tb = l->b.words[j].token;
  if (bel_scope_is_general (l->finder, l->document_a, ta) && bel_scope_is_general (l->finder, l->document_b, tb)) {
    pair (l, i, j, false);
    return true;
  }
  BelPos pos = bel_finder_document (l->finder, l->document_a)->tokens.pos[ta];
  if (!bel_token_is_content (bel_finder_document (l->finder, l->document_a), ta)
      || !bel_token_is_content (bel_finder_document (l->finder, l->document_b), tb))
    return false;
  BelWordMatch match = bel_words_compare (l->finder, l->a.words[i].lemma, l->b.words[j].lemma, pos);
  bool same = match.relation == BEL_WORD_SAME || match.relation == BEL_WORD_SYNONYM;
  bool opposed = !same && bel_word_opposes (l->finder, l->document_a, ta, l->document_b, tb) > 0;
  if (same || opposed)
    pair (l, i, j, opposed);
  return same || opposed;
}

/* The next word of b from @j that has a partner, or their number. */
static uint32_t
next_taken (const Laid *l, uint32_t j)
{
  while (j < l->b.n && !l->taken[j])
    j++;
  return j;
}

/* Beside a quantifier numbers are shares as well. */
static uint32_t
past_numbers (const Laid *l, const BelScoped *scope, uint32_t document, uint32_t i, uint32_t end)
{
  bool quantified = l->a.n_shares || l->b.n_shares;
  const BelDocument *doc = bel_finder_document (l->finder, document);
  while (quantified && i < end && doc->tokens.pos[scope->words[i].token] == BEL_POS_NUM)
    i++;
  return i;
}

/* Words left between paired ones: one against one. */
static void
pair_gaps (Laid *l)
{
  uint32_t i = 0, j = 0;
  while (i < l->a.n || j < l->b.n) {
    uint32_t end_i = i, end_j = next_taken (l, j);
    while (end_i < l->a.n && l->partner[end_i] == BEL_NONE)
      end_i++;
    uint32_t from_i = past_numbers (l, &l->a, l->document_a, i, end_i),
             from_j = past_numbers (l, &l->b, l->document_b, j, end_j);
    if (end_i == from_i + 1 && end_j == from_j + 1)
      pair_alike (l, from_i, from_j);
    i = end_i + 1;
    j = end_j + 1;
  }
}

/* -- what is left over ---------------------------------------------------------------------------------------- */

/* "one of the guests", "two guests", "people who": what may stand in one sentence alone. */
static bool
may_lack (const Laid *l, const BelScoped *scope, uint32_t document, uint32_t i, bool quantified)
{
  const BelDocument *doc = bel_finder_document (l->finder, document);
  uint32_t t = scope->words[i].token;
  if (bel_token_form_is (doc, t, "of") || bel_token_form_is (doc, t, "there"))
    return true;
  return quantified && (doc->tokens.pos[t] == BEL_POS_NUM || bel_scope_is_general (l->finder, document, t));
}

static bool
has_same_words (const Laid *l)
{
  bool quantified = l->a.n_shares || l->b.n_shares;
  for (uint32_t i = 0; i < l->a.n; i++)
    if (l->partner[i] == BEL_NONE && !may_lack (l, &l->a, l->document_a, i, quantified))
      return false;
  for (uint32_t j = 0; j < l->b.n; j++)
    if (!l->taken[j] && !may_lack (l, &l->b, l->document_b, j, quantified))
      return false;
  return true;
}

static bool
has_same_modals (const BelScoped *a, const BelScoped *b)
{
  if (a->n_modals != b->n_modals)
    return false;
  for (uint32_t i = 0; i < a->n_modals; i++)
    if (a->modals[i] != b->modals[i])
      return false;
  return true;
}

/* -- shares ----------------------------------------------------------------------------------------------------- */

/* The shares that sentence b, or a, speaks of, of the kind that the quantifier of the other one is about. 0: not told. */
static BelShares
shares_beside (Laid *l, bool of_b)
{
  const BelScoped *own = of_b ? &l->b : &l->a, *other = of_b ? &l->a : &l->b;
  if (own->n_shares)
    return own->shares;
  if (other->of == BEL_SCOPE_TIME && other->shares == NEVER) /* "she came": once at least */
    return own->negation == BEL_NONE ? ONCE : NOT_ALWAYS;
  if (other->of != BEL_SCOPE_KIND)
    return 0;
  uint32_t word = BEL_NONE;
  if (of_b)
    word = l->partner[other->restrictor];
  for (uint32_t i = 0; !of_b && i < l->a.n; i++)
    if (l->partner[i] == other->restrictor)
      word = i;
  return word == BEL_NONE ? 0 : bel_scope_bare (l->finder, of_b ? l->document_b : l->document_a, own, word);
}

/* "everyone" is of the same kind as "every person", but not as "every guest". */
static bool
is_somebody (const Laid *l, const BelScoped *scope, uint32_t document)
{
  return scope->of == BEL_SCOPE_SOMEBODY
         || (scope->restrictor != BEL_NONE
             && bel_scope_is_general (l->finder, document, scope->words[scope->restrictor].token));
}

static bool
of_one_kind (const Laid *l)
{
  if (!l->a.n_shares || !l->b.n_shares)
    return true;
  if (l->a.of == BEL_SCOPE_TIME || l->b.of == BEL_SCOPE_TIME)
    return l->a.of == l->b.of;
  if (is_somebody (l, &l->a, l->document_a) && is_somebody (l, &l->b, l->document_b))
    return true;
  return l->a.restrictor != BEL_NONE && l->partner[l->a.restrictor] == l->b.restrictor && l->b.restrictor != BEL_NONE;
}

/* -- signs ---------------------------------------------------------------------------------------------------- */

/* Words that the two sentences give opposite signs: "not late" and "late", "early" and "late". Of two contraries that are both
 * negated neither is said. */
static uint32_t
n_turned (const Laid *l, uint32_t *out)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->a.n; i++) {
    if (l->partner[i] == BEL_NONE)
      continue;
    bool turned_a = l->a.words[i].turned, turned_b = l->b.words[l->partner[i]].turned;
    if ((turned_a != turned_b) != l->opposed[i] && !(turned_a && turned_b)) {
      *out = i;
      n++;
    }
  }
  return n;
}

/* "It sounded not quite right" says what "it did not sound right" does, "not far from it" what "near it" does: the word that is
 * negated, or its contrary, stands in what the clause says. */
static bool
moves_into (const Laid *l, uint32_t i)
{
  const BelScoped *negated = l->a.negation != BEL_NONE ? &l->a : &l->b;
  const BelScopeWord *word_a = &l->a.words[i], *word_b = &l->b.words[l->partner[i]];
  uint32_t word = negated == &l->a ? word_a->token : word_b->token;
  bool other_turned = negated == &l->a ? word_b->turned : word_a->turned;
  bool opposed = l->opposed[i] && !word_a->turned && !word_b->turned;
  return (other_turned || opposed) && word > negated->negation;
}

static bool
is_negated (const BelScoped *scope)
{
  return scope->negation != BEL_NONE;
}

static uint32_t
word_at (const BelScoped *scope, uint32_t token)
{
  for (uint32_t i = 0; i < scope->n; i++)
    if (scope->words[i].token == token)
      return i;
  return BEL_NONE;
}

/* Both negate, and what they negate is not laid side by side. */
static bool
negate_apart (const Laid *l)
{
  if (!is_negated (&l->a) || !is_negated (&l->b))
    return false;
  uint32_t i = word_at (&l->a, l->a.host), j = word_at (&l->b, l->b.host);
  return i == BEL_NONE || j == BEL_NONE || l->partner[i] != j;
}

/* Whether a word of either is negated for itself. */
static bool
has_turned (const Laid *l)
{
  for (uint32_t i = 0; i < l->a.n; i++)
    if (l->a.words[i].turned)
      return true;
  for (uint32_t j = 0; j < l->b.n; j++)
    if (l->b.words[j].turned)
      return true;
  return false;
}

/* Whether sentence a, or b, is told in the past. */
static bool
is_past (const Laid *l, bool of_a)
{
  const BelDocument *document = bel_finder_document (l->finder, of_a ? l->document_a : l->document_b);
  const BelScoped *scope = of_a ? &l->a : &l->b;
  uint32_t root = scope->n ? bel_sentence_root (document, document->tokens.sentence[scope->words[0].token]) : BEL_NONE;
  if (root == BEL_NONE)
    return false;
  if (document->tokens.xpos[root] == BEL_XPOS_VBD)
    return true;
  for (BEL_EACH_CHILD (document, root, c))
    if (document->tokens.xpos[c] == BEL_XPOS_VBD)
      return true;
  return false;
}

static void
judge_signs (Laid *l)
{
  uint32_t word = BEL_NONE, n = n_turned (l, &word);
  bool other_clause = is_negated (&l->a) != is_negated (&l->b);
  if (!n && !other_clause) {
    l->outcome = AGREE;
  } else if (n == 1 && other_clause) {
    l->outcome = moves_into (l, word) ? AGREE : UNTOLD;
  } else if (n == 1 && !l->opposed[word]) {
    l->outcome = CLASH;
    l->token_a = l->a.words[word].token;
    l->token_b = l->b.words[l->partner[word]].token;
  } else if (!n && l->a.ended != l->b.ended && is_past (l, !l->a.ended)) {
    l->outcome = AGREE; /* "is no longer in Oslo", "was in Oslo" */
  } else if (!n && (has_turned (l) || l->a.ended != l->b.ended)) {
    l->outcome = CLASH;
    l->token_a = is_negated (&l->a) ? l->a.host : l->a.words[0].token;
    l->token_b = is_negated (&l->b) ? l->b.host : l->b.words[0].token;
  }
}

static bool
nests (BelShares a, BelShares b)
{
  return (a & b) == a || (a & b) == b;
}

static bool
has_contraries (const Laid *l)
{
  for (uint32_t i = 0; i < l->a.n; i++)
    if (l->opposed[i])
      return true;
  return false;
}

static void
judge_shares (Laid *l)
{
  uint32_t word = BEL_NONE, n = n_turned (l, &word);
  BelShares a = shares_beside (l, false), b = shares_beside (l, true);
  if (n > 1 || !a || !b || !of_one_kind (l))
    return;
  bool apart = !(a & b), indefinite = !nests (a, b) && l->a.indefinite && l->b.indefinite;
  bool other_clause = is_negated (&l->a) != is_negated (&l->b);
  if (n && a == b && !other_clause) {
    judge_signs (l);
    return;
  }
  if (n) { /* "bought some not unlovely chairs", "did not buy any unlovely chairs" */
    l->outcome = apart && other_clause && moves_into (l, word) ? AGREE : UNTOLD;
    return;
  }
  if (apart && !has_contraries (l)) /* "not unlovely" is not lovely enough */
    l->outcome = CLASH;
  else if (!indefinite) /* "some guests left", "some guests did not": in one situation mostly the same guests */
    l->outcome = AGREE;
  l->implied = l->a.implied || l->b.implied;
  l->token_a = l->a.n_shares ? l->a.share_at : l->a.words[0].token;
  l->token_b = l->b.n_shares ? l->b.share_at : l->b.words[0].token;
}

/* Whether there is anything to read: a negation or a quantifier. */
static bool
has_scope (const Laid *l)
{
  return l->a.n_shares || l->b.n_shares || is_negated (&l->a) || is_negated (&l->b) || has_turned (l);
}

/* What one sentence tells of that by itself, remembered: most pairs need no more. */
enum { READ = 1, OPEN = 2, SCOPED = 4 };

static uint8_t
sight_of (BelFinder *finder, uint32_t document, uint32_t sentence)
{
  if (!finder->scopes)
    finder->scopes = bel_arena_new_array (finder->scratch, uint8_t *, finder->n_sources);
  if (!finder->scopes[document])
    finder->scopes[document]
        = bel_arena_new_array (finder->scratch, uint8_t, bel_finder_document (finder, document)->sentences.n + 1);
  uint8_t *sight = &finder->scopes[document][sentence];
  if (*sight & READ)
    return *sight;
  BelScoped scope;
  bel_scope_read (finder, document, sentence, &scope);
  bool scoped = scope.n_shares || is_negated (&scope);
  for (uint32_t i = 0; i < scope.n; i++)
    scoped = scoped || scope.words[i].turned;
  return *sight = (uint8_t) (READ | (scope.open ? OPEN : 0) | (scoped ? SCOPED : 0));
}

/* -- duties and leave ---------------------------------------------------------------------------------------- */

/* In how many of the courses that are open somebody does it, as an auxiliary has it: "must" in all, "may" in some, "must not" in none,
 * "need not" not in all. 0: not told, as of "may not", which is leave withheld or a mere chance. */
static BelShares
courses_of (BelFinder *finder, const BelScoped *scope)
{
  if (scope->n_modals != 1 || scope->n_shares)
    return 0;
  const char *modal = bel_finder_text (finder, scope->modals[0]);
  bool negated = is_negated (scope);
  if (g_str_equal (modal, "must"))
    return negated ? NEVER : ALWAYS;
  if (g_str_equal (modal, "need"))
    return negated ? NOT_ALWAYS : ALWAYS;
  if (g_str_equal (modal, "may"))
    return negated ? 0 : ONCE;
  if (g_str_equal (modal, "can"))
    return negated ? NEVER : ONCE;
  return 0;
}

/* "Members must attend", "members need not attend". */
static Outcome
judge_courses (Laid *l)
{
  uint32_t word = BEL_NONE;
  BelShares a = courses_of (l->finder, &l->a), b = courses_of (l->finder, &l->b);
  bool duty = a == ALWAYS || b == ALWAYS || a == NEVER || b == NEVER;
  if (!a || !b || !duty || n_turned (l, &word) || has_turned (l))
    return UNTOLD;
  l->token_a = is_negated (&l->a) ? l->a.negation : l->a.words[0].token;
  l->token_b = is_negated (&l->b) ? l->b.negation : l->b.words[0].token;
  return l->outcome = a & b ? AGREE : CLASH;
}

static Outcome
lay (BelEvidence *e, Laid *l)
{
  uint8_t sight
      = sight_of (e->finder, e->a->document, e->a->sentence) | sight_of (e->finder, e->b->document, e->b->sentence);
  if ((sight & OPEN) || !(sight & SCOPED))
    return UNTOLD;
  *l = (Laid){ .finder = e->finder, .document_a = e->a->document, .document_b = e->b->document };
  for (uint32_t i = 0; i < BEL_SCOPE_WORDS; i++)
    l->partner[i] = BEL_NONE;
  bel_scope_read (e->finder, e->a->document, e->a->sentence, &l->a);
  bel_scope_read (e->finder, e->b->document, e->b->sentence, &l->b);
  if (l->a.except != l->b.except)
    return AGREE; /* who is excepted is not held against the rest */
  if (l->a.except)
    return UNTOLD;
  bool same_modals = has_same_modals (&l->a, &l->b);
  if (l->a.open || l->b.open || !(same_modals || (l->a.n_modals == 1 && l->b.n_modals == 1)) || !has_scope (l))
    return UNTOLD;
  pair_lemmas (l);
  pair_gaps (l);
  if (l->n_content < (e->finder->options.same_situation ? COMMON_COMPARE : COMMON_DRAFT) || !has_same_words (l)
      || negate_apart (l))
    return UNTOLD;
  if (!same_modals)
    return judge_courses (l);
  if (l->a.n_shares || l->b.n_shares)
    judge_shares (l);
  else
    judge_signs (l);
  return l->outcome;
}

/* Whether two sentences of a draft cannot have enough words in common, before they are read. */
static bool
too_different (const BelEvidence *e)
{
  return !e->finder->options.same_situation
         && bel_contents_most_pairs (e->finder, e->index_a, e->index_b) < COMMON_DRAFT;
}

float
bel_judge_scope_clash (BelEvidence *e)
{
  Laid l;
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || too_different (e) || lay (e, &l) != CLASH)
    return 0;
  e->token_a = l.token_a;
  e->token_b = l.token_b;
  return l.implied ? TRUST_IMPLIED : TRUST_SAID;
}

float
bel_judge_scope_agree (BelEvidence *e)
{
  Laid l;
  bool sentences = e->a->sentence != BEL_NONE && e->b->sentence != BEL_NONE;
  return sentences
         && (bel_scope_denies_share (e->finder, e->a, e->b) || bel_scope_denies_share (e->finder, e->b, e->a)
             || lay (e, &l) == AGREE);
}
