/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/retell.h"

#include "conflict/content.h"
#include "conflict/contrary.h"
#include "conflict/prop.h"
#include "conflict/retell-unit.h"

/* Share of the shorter sentence's words that both must have, before more is asked. */
#define MIN_SHARE 0.6f
/* … and so many of them. */
#define MIN_MATCHED 3
/* Trust by the number of words in common: of three, four, …, seven and more. */
static const float TRUST_BY_WORDS[] = { 0.72f, 0.8f, 0.86f, 0.9f, 0.94f };
/* What a name in the place of another leaves of it: two may well do the same. */
#define TRUST_NAME 0.8f
/* Words in common that a name in the place of another needs. */
#define MIN_FOR_NAME 5
/* What is more in a longer sentence that is negated, and so narrower. */
#define MAX_NARROWER 2

bool
bel_retelling_possible (BelFinder *finder, uint32_t a, uint32_t b)
{
  uint32_t least = MIN (bel_contents_count (finder, a), bel_contents_count (finder, b));
  uint32_t common = bel_contents_common (finder, a, b);
  return common >= MIN_MATCHED && (float) common >= MIN_SHARE * (float) least;
}

/* -- the sentences ---------------------------------------------------------------------------------------- */

static void
read_side (BelFinder *finder, const BelProp *prop, BelRetellSide *out)
{
  const BelSentence *sentence = &bel_finder_document (finder, prop->document)->sentences.items[prop->sentence];
  *out = (BelRetellSide){ .prop = prop,
                          .document = bel_finder_document (finder, prop->document),
                          .first = sentence->first_token,
                          .past = sentence->first_token + MIN (sentence->n_tokens, BEL_RETELL_TOKENS) };
  for (uint32_t i = 0; i < BEL_RETELL_TOKENS; i++)
    out->like[i] = BEL_NONE;
  for (uint32_t t = out->first; t < out->past; t++)
    out->n_content += bel_token_is_content (out->document, t);
}

static void
lay_beside (BelRetell *r, uint32_t s, uint32_t l)
{
  if (s - r->s.first >= BEL_RETELL_TOKENS || l - r->l.first >= BEL_RETELL_TOKENS)
    return;
  r->s.like[s - r->s.first] = l;
  r->l.like[l - r->l.first] = s;
}

static bool
may_be_like (BelRetell *r, uint32_t s, uint32_t l)
{
  if (bel_finder_lemma (r->finder, r->s.prop->document, s) == bel_finder_lemma (r->finder, r->l.prop->document, l))
    return true;
  if (r->s.prop->document != r->l.prop->document)
    return false;
  uint32_t entity = bel_claims_entity_at (r->finder->sources[r->s.prop->document], s);
  return entity != BEL_NONE && entity == bel_claims_entity_at (r->finder->sources[r->l.prop->document], l);
}

/* Words that stand elsewhere in the longer one, and other names of one entity. */
static void
lay_moved (BelRetell *r)
{
  for (uint32_t s = r->s.first; s < r->s.past; s++)
    for (uint32_t l = r->l.first; bel_retell_is_lost (&r->s, s) && l < r->l.past; l++)
      if (bel_retell_is_lost (&r->l, l) && may_be_like (r, s, l)) {
        lay_beside (r, s, l);
        break;
      }
}

static void
read_sides (BelRetell *r, const BelProp *a, const BelProp *b, const BelWording *wording)
{
  bool turned = wording->n_content_b < wording->n_content_a;
  read_side (r->finder, turned ? b : a, &r->s);
  read_side (r->finder, turned ? a : b, &r->l);
  for (uint32_t i = 0; i < wording->n_pairs; i++)
    lay_beside (r, turned ? wording->pair_b[i] : wording->pair_a[i], turned ? wording->pair_a[i] : wording->pair_b[i]);
  lay_moved (r);
  for (uint32_t t = r->s.first; t < r->s.past; t++)
    r->n_matched += bel_token_is_content (r->s.document, t) && !bel_retell_is_lost (&r->s, t);
}

/* -- whether one clause says what the other does ------------------------------------------------------------- */

static uint32_t
entity_at (const BelRetell *r, const BelRetellSide *side, uint32_t t)
{
  return bel_claims_entity_at (r->finder->sources[side->prop->document], t);
}

static bool
is_relative (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PRON && bel_token_feat (document, t, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_REL;
}

/* Whether the subjects @s and @l of two clauses are one. */
static bool
one_subject (const BelRetell *r, uint32_t s, uint32_t l)
{
  if (s == BEL_NONE || l == BEL_NONE || is_relative (r->s.document, s) || is_relative (r->l.document, l))
    return true;
  uint32_t entity_s = entity_at (r, &r->s, s), entity_l = entity_at (r, &r->l, l);
  bool one_draft = r->s.prop->document == r->l.prop->document;
  if (one_draft && entity_s != BEL_NONE && entity_s == entity_l)
    return true;
  bool pronoun_s = r->s.document->tokens.pos[s] == BEL_POS_PRON,
       pronoun_l = r->l.document->tokens.pos[l] == BEL_POS_PRON;
  if (pronoun_s != pronoun_l)
    return !one_draft;
  if (pronoun_s)
    return bel_finder_lemma (r->finder, r->s.prop->document, s) == bel_finder_lemma (r->finder, r->l.prop->document, l)
           && (entity_s == BEL_NONE || entity_l == BEL_NONE);
  bool other_sort = r->s.document->tokens.pos[s] == BEL_POS_PROPN && r->l.document->tokens.pos[l] != BEL_POS_PROPN;
  return r->s.like[s - r->s.first] == l || (!one_draft && other_sort && r->n_matched >= MIN_FOR_NAME);
}

/* The verb or predicate over @t that has a subject; the root without one. */
static uint32_t
clause_of (const BelDocument *document, uint32_t t)
{
  while (document->tokens.head[t] != BEL_NONE && bel_child_base (document, t, BEL_DEP_NSUBJ) == BEL_NONE)
    t = document->tokens.head[t];
  return t;
}

static bool
takes_part (BelDep dep)
{
  BelDep base = bel_dep_base (dep);
  return base == BEL_DEP_NSUBJ || base == BEL_DEP_OBJ || base == BEL_DEP_IOBJ || base == BEL_DEP_OBL
         || base == BEL_DEP_NMOD;
}

/* Whether what hangs on @s, as far as it is in the other sentence, hangs on @l there: "acquitted the trader", not "the trader's
 * partner". */
static bool
same_parts (const BelRetell *r, uint32_t s, uint32_t l)
{
  for (BEL_EACH_CHILD (r->s.document, s, c)) {
    uint32_t like = c < r->s.first || c >= r->s.past ? BEL_NONE : r->s.like[c - r->s.first];
    if (like == BEL_NONE || !bel_token_is_content (r->s.document, c) || !takes_part (r->s.document->tokens.dep[c]))
      continue;
    uint32_t head = r->l.document->tokens.head[like];
    if (head != l
        && (head == BEL_NONE || head >= r->l.past || bel_dep_base (r->l.document->tokens.dep[like]) != BEL_DEP_CONJ)
        && bel_dep_base (r->l.document->tokens.dep[like]) != BEL_DEP_NSUBJ)
      return false;
  }
  return true;
}

/* Whether @s and @l stand in clauses that say one thing of one subject. */
static bool
one_clause (const BelRetell *r, uint32_t s, uint32_t l)
{
  uint32_t clause_s = clause_of (r->s.document, s), clause_l = clause_of (r->l.document, l);
  uint32_t subject_s = bel_child_base (r->s.document, clause_s, BEL_DEP_NSUBJ),
           subject_l = bel_child_base (r->l.document, clause_l, BEL_DEP_NSUBJ);
  uint32_t like = r->s.like[clause_s - r->s.first];
  if (clause_s != s && like == BEL_NONE)
    return false;
  if (subject_s == s || subject_l == l) /* it is the subject that differs */
    return subject_s == s && subject_l == l;
  if (clause_s != s && like != clause_l && like != BEL_NONE) {
    clause_l = clause_of (r->l.document, like);
    subject_l = bel_child_base (r->l.document, clause_l, BEL_DEP_NSUBJ);
  }
  return one_subject (r, subject_s, subject_l) && same_parts (r, s, l)
         && (clause_s == s || same_parts (r, clause_s, clause_l));
}

/* "the nomination" here, "the Republican nomination" there: a word that only the longer one has narrows down what both speak of. */
static bool
is_narrowed (const BelRetell *r, const BelRetellUnit *unit)
{
  for (uint32_t t = r->l.first; t < r->l.past; t++) {
    uint32_t head = r->l.document->tokens.head[t];
    BelDep dep = bel_dep_base (r->l.document->tokens.dep[t]);
    if (!bel_retell_is_lost (&r->l, t) || (dep != BEL_DEP_AMOD && dep != BEL_DEP_COMPOUND) || head < r->l.first
        || head >= r->l.past || r->l.like[head - r->l.first] == BEL_NONE || t == unit->l || head == unit->l)
      continue;
    if (r->l.document->tokens.pos[head] == BEL_POS_NOUN)
      return true;
  }
  return false;
}

/* In a draft: one thing happens in one place where the verb says so, not where the place is a part of what is done or tells
 * which of several is meant; and a name is told once more in many words only. */
static bool
suits_draft (const BelRetell *r, const BelRetellUnit *unit)
{
  const BelTokens *s = &r->s.document->tokens, *l = &r->l.document->tokens;
  uint32_t head = s->head[unit->s], clause = clause_of (r->s.document, unit->s);
  BelDep dep_s = bel_dep_base (s->dep[unit->s]), dep_l = bel_dep_base (l->dep[unit->l]);
  if (r->n_matched <= MIN_MATCHED && s->pos[clause] != BEL_POS_VERB
      && bel_child_base (r->s.document, clause, BEL_DEP_NSUBJ) == BEL_NONE)
    return false;
  if (unit->kind == BEL_RETOLD_PLACE)
    return dep_s == BEL_DEP_OBL && dep_l == BEL_DEP_OBL && head != BEL_NONE && s->pos[head] == BEL_POS_VERB
           && bel_child_base (r->s.document, head, BEL_DEP_OBJ) == BEL_NONE;
  if (unit->kind == BEL_RETOLD_NAME)
    return dep_s != BEL_DEP_NSUBJ;
  return unit->kind == BEL_RETOLD_NEGATION || !is_narrowed (r, unit);
}

static const BelEntry *
strong_cue (const BelRetell *r, const BelDocument *document, uint32_t t)
{
  const BelLexicon *cues = r->finder->program ? bel_program_lexicon (r->finder->program, "contrast-cue") : NULL;
  const BelEntry *entry = cues ? bel_lexicon_word (cues, document, t) : NULL;
  return entry && bel_entry_boolean (entry, bel_lexicon_field (cues, "strong")) ? entry : NULL;
}

/* A word by @t that sets it apart, and that the other sentence lacks: "another 12", "earlier". */
static bool
is_set_apart (const BelRetell *r, const BelRetellSide *side, uint32_t t)
{
  uint32_t clause = clause_of (side->document, t);
  for (uint32_t i = side->first; i < side->past; i++) {
    bool near = i < side->first + 2 || (i + BEL_RETELL_CUE >= t && i <= t + BEL_RETELL_CUE)
                || side->document->tokens.head[i] == clause;
    if (near && side->like[i - side->first] == BEL_NONE && strong_cue (r, side->document, i))
      return true;
  }
  return false;
}

/* "rejected the plan" here, "approved the plan in 2011" there. */
static bool
is_dated (const BelRetell *r, uint32_t l)
{
  for (BEL_EACH_CHILD (r->l.document, l, c))
    if (bel_retell_is_lost (&r->l, c) && bel_time_at (r->finder, r->l.prop->document, c) != BEL_NONE)
      return true;
  return false;
}

/* "on Monday" here and "on Friday" there: of two days, unless the day is what differs. */
static bool
at_other_times (const BelRetell *r)
{
  BelValueList s = bel_times_in (r->finder, r->s.prop->document, r->s.prop->sentence);
  BelValueList l = bel_times_in (r->finder, r->l.prop->document, r->l.prop->sentence);
  for (uint32_t i = 0; i < s.n; i++)
    for (uint32_t j = 0; j < l.n; j++)
      if (bel_times_compare (r->finder, r->s.prop->document, s.items[i], r->l.prop->document, l.items[j])
          == BEL_VALUES_DISJOINT)
        return true;
  return false;
}

/* -- negations ------------------------------------------------------------------------------------------------ */

/* The only negation of @side that the other has not; BEL_NONE without one, and where there are more. */
static uint32_t
lost_negation (const BelRetellSide *side, uint32_t *n)
{
  uint32_t found = BEL_NONE;
  for (uint32_t t = side->first; t < side->past; t++) {
    uint32_t head = side->document->tokens.head[t];
    if (!bel_token_negates (side->document, t) || side->like[t - side->first] != BEL_NONE || head == BEL_NONE
        || side->like[head - side->first] == BEL_NONE)
      continue;
    found = t;
    ++*n;
  }
  return found;
}

static bool
read_negation (BelRetell *r, BelRetellUnit *out)
{
  uint32_t n = 0;
  uint32_t in_s = lost_negation (&r->s, &n), in_l = lost_negation (&r->l, &n);
  if (n != 1)
    return false;
  const BelRetellSide *side = in_s != BEL_NONE ? &r->s : &r->l;
  uint32_t head = side->document->tokens.head[in_s != BEL_NONE ? in_s : in_l];
  *out = (BelRetellUnit){ .kind = BEL_RETOLD_NEGATION, .trust = 1 };
  out->by_word = side->document->tokens.pos[in_s != BEL_NONE ? in_s : in_l] == BEL_POS_ADP;
  out->s = in_s != BEL_NONE ? head : side->like[head - side->first];
  out->l = in_s != BEL_NONE ? side->like[head - side->first] : head;
  return in_s != BEL_NONE || r->l.n_content - r->n_matched <= MAX_NARROWER;
}

/* -- all ---------------------------------------------------------------------------------------------------- */

static bool
as_true (BelRetell *r, const BelRetellUnit *unit)
{
  int s = bel_truth_at (r->finder, r->s.prop->document, unit->s),
      l = bel_truth_at (r->finder, r->l.prop->document, unit->l);
  return s * l == (unit->kind == BEL_RETOLD_NEGATION && !unit->by_word ? -1 : 1);
}

static bool
no_negation_lost (const BelRetell *r)
{
  uint32_t n = 0;
  lost_negation (&r->s, &n);
  lost_negation (&r->l, &n);
  return n == 0;
}

static bool
holds (BelRetell *r, const BelRetellUnit *unit)
{
  if (unit->kind != BEL_RETOLD_NEGATION && !no_negation_lost (r))
    return false;
  if (!r->finder->options.same_situation && !suits_draft (r, unit))
    return false;
  if (unit->kind != BEL_RETOLD_TIME && at_other_times (r))
    return false;
  if (unit->kind == BEL_RETOLD_OPPOSITE && is_dated (r, unit->l))
    return false;
  if (unit->kind == BEL_RETOLD_NAME && r->n_matched < MIN_FOR_NAME)
    return false;
  return !is_set_apart (r, &r->s, unit->s) && !is_set_apart (r, &r->l, unit->l) && one_clause (r, unit->s, unit->l)
         && as_true (r, unit);
}

static bool
is_too_long (const BelFinder *finder, const BelProp *prop)
{
  return bel_finder_document (finder, prop->document)->sentences.items[prop->sentence].n_tokens > BEL_RETELL_TOKENS;
}

static float
trust_of (const BelRetell *r, const BelRetellUnit *unit)
{
  uint32_t more = MIN (r->n_matched - MIN_MATCHED, G_N_ELEMENTS (TRUST_BY_WORDS) - 1);
  return TRUST_BY_WORDS[more] * unit->trust * (unit->kind == BEL_RETOLD_NAME ? TRUST_NAME : 1);
}

void
bel_retelling_read (BelFinder *finder, const BelProp *a, const BelProp *b, const BelWording *wording, BelRetelling *out)
{
  BelRetell r = { .finder = finder };
  BelRetellUnit unit = { 0 };
  *out = (BelRetelling){ .token_a = BEL_NONE, .token_b = BEL_NONE };
  if (is_too_long (finder, a) || is_too_long (finder, b))
    return;
  read_sides (&r, a, b, wording);
  if (r.n_matched < MIN_MATCHED || (float) r.n_matched < MIN_SHARE * (float) r.s.n_content)
    return;
  if (!bel_retell_one_unit (&r, &unit) || (unit.kind == BEL_RETOLD_NOTHING && !read_negation (&r, &unit))
      || !holds (&r, &unit))
    return;
  out->kind = unit.kind;
  out->trust = trust_of (&r, &unit);
  out->token_a = r.s.prop == a ? unit.s : unit.l;
  out->token_b = r.s.prop == a ? unit.l : unit.s;
}
