/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Of two texts on one situation: how two things are related is told by one and denied by the other, turned round, or given to a
 * third. */
#include "conflict/tie.h"
#include "conflict/judge.h"
#include "conflict/name.h"
#include "conflict/support.h"
#include "conflict/value.h"

#include <string.h>

#define TRUST_DENIED 0.95f
#define TRUST_TURNED 0.9f
#define TRUST_OTHER 0.8f

typedef struct {
  BelEvidence *e;
  const BelLexicon *words, *kinds;
  int relation, entails, symmetric, one_x, one_y;
  BelTie in_a[BEL_MAX_TIES], in_b[BEL_MAX_TIES];
  uint32_t n_a, n_b;
} Ties;

static bool
open_ties (BelEvidence *e, Ties *out)
{
  const BelProgram *program = e->finder->program;
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || !e->finder->options.same_situation
      || e->a->document == e->b->document)
    return false;
  *out = (Ties){ .e = e };
  out->words = program ? bel_program_lexicon (program, "relation-word") : NULL;
  out->kinds = program ? bel_program_lexicon (program, "relation-kind") : NULL;
  if (!out->words || !out->kinds)
    return false;
  out->relation = bel_lexicon_field (out->words, "relation");
  out->entails = bel_lexicon_field (out->kinds, "entails");
  out->symmetric = bel_lexicon_field (out->kinds, "symmetric");
  out->one_x = bel_lexicon_field (out->kinds, "one-x");
  out->one_y = bel_lexicon_field (out->kinds, "one-y");
  if (out->relation < 0 || out->entails < 0 || out->symmetric < 0 || out->one_x < 0 || out->one_y < 0)
    return false;
  out->n_b = bel_ties_read (e->finder, e->b, out->in_b);
  out->n_a = out->n_b ? bel_ties_read (e->finder, e->a, out->in_a) : 0;
  return out->n_a > 0;
}

static const char *
name_of (const Ties *f, const BelTie *tie)
{
  return bel_lexicon_enum_name (f->words, f->relation, tie->relation);
}

static bool
is_marked (const Ties *f, const BelTie *tie, int field)
{
  const BelEntry *kind = bel_lexicon_find_text (f->kinds, name_of (f, tie));
  return kind && bel_entry_boolean (kind, field);
}

/* Whether what the first says is also what the second says. */
static bool
says (const Ties *f, const BelTie *a, const BelTie *b)
{
  if (a->relation == b->relation)
    return true;
  const BelEntry *kind = bel_lexicon_find_text (f->kinds, name_of (f, a));
  uint32_t n = 0;
  const BelSym *entails = kind ? bel_entry_list (kind, f->entails, &n) : NULL;
  for (uint32_t i = 0; i < n; i++)
    if (g_str_equal (bel_symbols_text (bel_program_symbols (f->e->finder->program), entails[i]), name_of (f, b)))
      return true;
  return false;
}

/* -- participants ---------------------------------------------------------------------------------------- */

static BelNoun
noun_at (const Ties *f, uint32_t document, uint32_t t)
{
  BelNoun noun = { document, t, bel_claims_entity_at (f->e->finder->sources[document], t), BEL_NONE };
  return bel_phrase_best_mention (f->e->finder, noun);
}

/* The first part of "Lisbon-based" is the other's name. */
static bool
begins_with (const Ties *f, uint32_t a, uint32_t b)
{
  const BelDocument *doc_a = bel_finder_document (f->e->finder, f->e->a->document),
                    *doc_b = bel_finder_document (f->e->finder, f->e->b->document);
  BelSpan span_a = doc_a->tokens.span[a], span_b = doc_b->tokens.span[b];
  uint32_t n = bel_span_length (span_b);
  return bel_span_length (span_a) > n
         && memcmp (bel_document_text (doc_a, span_a), bel_document_text (doc_b, span_b), n) == 0;
}

/* The words of @noun's name stand in @other's: "Danlo" in "Danlo Mills". */
static bool
is_part_of_name (const BelName *name, const BelName *other)
{
  for (uint32_t i = 0; i < name->n; i++) {
    bool there = false;
    for (uint32_t j = 0; j < other->n; j++)
      there = there || g_str_equal (name->words[i], other->words[j]);
    if (!there)
      return false;
  }
  return name->n > 0;
}

/* @a of the text is @b of the short sentence: one name, or one word. */
static bool
same (const Ties *f, uint32_t a, uint32_t b)
{
  if (a == BEL_NONE || b == BEL_NONE)
    return false;
  BelFinder *finder = f->e->finder;
  BelNoun noun_a = noun_at (f, f->e->a->document, a), noun_b = noun_at (f, f->e->b->document, b);
  BelName name_a, name_b;
  if (bel_name_of (finder, noun_a, &name_a) && bel_name_of (finder, noun_b, &name_b))
    return is_part_of_name (&name_a, &name_b) || is_part_of_name (&name_b, &name_a);
  if (bel_finder_lemma (finder, noun_a.document, noun_a.head)
      == bel_finder_lemma (finder, noun_b.document, noun_b.head))
    return true;
  BelMatch match = bel_phrase_compare (finder, noun_a, noun_b, 0);
  return match.kind == BEL_MATCH_SAME && !match.weak;
}

/* What is in the one place is in the other: "N.J.", New Jersey. */
static bool
is_inside (const Ties *f, uint32_t a, uint32_t b)
{
  BelFinder *finder = f->e->finder;
  uint32_t place_a = bel_place_at (finder, f->e->a->document, a), place_b = bel_place_at (finder, f->e->b->document, b);
  if (place_a == BEL_NONE || place_b == BEL_NONE)
    return false;
  BelValues values = bel_places_compare (finder, noun_at (f, f->e->a->document, a), place_a,
                                         noun_at (f, f->e->b->document, b), place_b);
  return values == BEL_VALUES_EQUAL || values == BEL_VALUES_INSIDE;
}

static bool
same_y (const Ties *f, const BelTie *a, const BelTie *b)
{
  if (a->y == BEL_NONE)
    return false;
  if (!a->apart && is_inside (f, a->y, b->y))
    return true;
  return a->apart ? begins_with (f, a->y, b->y) : same (f, a->y, b->y);
}

static bool
is_capital (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PROPN || g_ascii_isupper (document->text[document->tokens.span[t].start]);
}

static bool
is_named (const Ties *f, uint32_t document, uint32_t t)
{
  return bel_phrase_named (f->e->finder, noun_at (f, document, t))
         || is_capital (bel_finder_document (f->e->finder, document), t);
}

/* Whether the tie is what the short sentence is about, and of two that are named. */
static bool
is_the_point (const Ties *f, const BelTie *b)
{
  uint32_t root = f->e->b->head;
  const BelTokens *tokens = &bel_finder_document (f->e->finder, f->e->b->document)->tokens;
  if (b->x == BEL_NONE || b->y == BEL_NONE)
    return false;
  bool told = b->at == root || b->x == root || b->y == root || tokens->head[b->at] == root;
  return told && is_named (f, f->e->b->document, b->x) && is_named (f, f->e->b->document, b->y);
}

static bool
is_spoken_of (const Ties *f, uint32_t b)
{
  BelFinder *finder = f->e->finder;
  const BelDocument *doc_a = bel_finder_document (finder, f->e->a->document);
  for (uint32_t t = 0; t < doc_a->tokens.n; t++)
    if (doc_a->tokens.pos[t] == BEL_POS_PROPN
        && bel_finder_lemma (finder, f->e->a->document, t) == bel_finder_lemma (finder, f->e->b->document, b))
      return true;
  return false;
}

/* Whether the first tells what the second says; of what it leaves out, "a victory over Danlo", it is enough that it speaks of it. */
static bool
tells (const Ties *f, const BelTie *a, const BelTie *b)
{
  if (a->truth <= 0 || !says (f, a, b))
    return false;
  bool x = a->x == BEL_NONE ? is_spoken_of (f, b->x) : same (f, a->x, b->x);
  bool y = a->y == BEL_NONE ? is_spoken_of (f, b->y) : same_y (f, a, b);
  return x && y && (a->x != BEL_NONE || a->y != BEL_NONE);
}

static bool
is_told (const Ties *f, const BelTie *b)
{
  for (uint32_t i = 0; i < f->n_a; i++)
    if (tells (f, &f->in_a[i], b))
      return true;
  return false;
}

/* -- answers -------------------------------------------------------------------------------------------------- */

/* What a judge finds of a relation @a of the text and one of the other, @b, which is its point; sets the evidence's tokens. */
typedef float (*TieJudge) (const Ties *f, const BelTie *a, const BelTie *b);

static float
first_of_pairs (BelEvidence *e, TieJudge judge)
{
  Ties f;
  if (!open_ties (e, &f))
    return 0;
  for (uint32_t j = 0; j < f.n_b; j++)
    for (uint32_t i = 0; i < f.n_a && is_the_point (&f, &f.in_b[j]); i++) {
      float trust = judge (&f, &f.in_a[i], &f.in_b[j]);
      if (trust > 0)
        return trust;
    }
  return 0;
}

static float
judge_denied (const Ties *f, const BelTie *a, const BelTie *b)
{
  bool straight = same (f, a->x, b->x) && same_y (f, a, b);
  bool crossed = is_marked (f, b, f->symmetric) && !a->apart && same (f, a->x, b->y) && same (f, a->y, b->x);
  if (a->truth * b->truth >= 0 || !(b->truth < 0 ? says (f, a, b) : says (f, b, a)) || (!straight && !crossed))
    return 0;
  f->e->token_a = a->at;
  f->e->token_b = b->at;
  return TRUST_DENIED;
}

float
bel_judge_relation_denied (BelEvidence *e)
{
  return first_of_pairs (e, judge_denied);
}

float
bel_judge_relation_told (BelEvidence *e)
{
  Ties f;
  if (!open_ties (e, &f))
    return 0;
  for (uint32_t j = 0; j < f.n_b; j++)
    if (f.in_b[j].truth > 0 && is_the_point (&f, &f.in_b[j]) && is_told (&f, &f.in_b[j]))
      return 1;
  return 0;
}

/* The text gives @b's x another y, or @b's y another x, of which there is one at a time. */
static bool
is_of_another (const Ties *f, const BelTie *a, const BelTie *b)
{
  uint32_t doc_a = f->e->a->document;
  bool same_of_x = same (f, a->x, b->x), same_of_y = same_y (f, a, b);
  if (same_of_x == same_of_y || a->apart || a->x == BEL_NONE || a->y == BEL_NONE || !is_named (f, doc_a, a->x)
      || !is_named (f, doc_a, a->y))
    return false;
  if (!is_spoken_of (f, b->x) || !is_spoken_of (f, b->y))
    return false;
  if (same_of_x && is_marked (f, b, f->one_y)) {
    BelNoun there = noun_at (f, doc_a, a->y), here = noun_at (f, f->e->b->document, b->y);
    uint32_t place_a = bel_place_at (f->e->finder, there.document, there.head),
             place_b = bel_place_at (f->e->finder, here.document, here.head);
    bool places = place_a != BEL_NONE && place_b != BEL_NONE;
    return !places || bel_places_compare (f->e->finder, there, place_a, here, place_b) == BEL_VALUES_DISJOINT;
  }
  return same_of_y && is_marked (f, b, f->one_x);
}

/* The one's x is the other's y and so on; of what one does not tell, "a victory over Danlo", it is enough that the text speaks of the
 * other. */
static bool
is_turned (const Ties *f, const BelTie *a, const BelTie *b)
{
  if (a->x == BEL_NONE)
    return same (f, a->y, b->x) && is_spoken_of (f, b->y);
  if (a->y == BEL_NONE)
    return same (f, a->x, b->y) && is_spoken_of (f, b->x);
  return same (f, a->x, b->y) && same (f, a->y, b->x);
}

static float
judge_turned (const Ties *f, const BelTie *a, const BelTie *b)
{
  if (a->truth <= 0 || b->truth <= 0 || !says (f, a, b) || is_told (f, b))
    return 0;
  bool turned = !is_marked (f, b, f->symmetric) && !a->apart && is_turned (f, a, b);
  if (!turned && !is_of_another (f, a, b))
    return 0;
  bool by_x = turned || same (f, a->x, b->x);
  f->e->token_a = a->x == BEL_NONE || a->y == BEL_NONE ? a->at : by_x ? a->y : a->x;
  f->e->token_b = by_x ? b->y : b->x;
  return turned ? TRUST_TURNED : TRUST_OTHER;
}

float
bel_judge_relation_turned (BelEvidence *e)
{
  return first_of_pairs (e, judge_turned);
}
