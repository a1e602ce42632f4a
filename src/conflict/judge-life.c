/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Of two texts on one situation: a person's age, day of birth or day of death, wherever in a sentence it is told: "Harlan Voss is 58",
 * "Voss, 59,", "Voss (May 3, 1901 – June 9, 1980)", "Voss, born on May 2, 1901". */
#include "claim/calendar.h"
#include "conflict/judge.h"
#include "conflict/name.h"
#include "conflict/value.h"

#define MAX_VITALS 16
#define MAX_UP 5
/* Tokens between a name and the bracket or comma that tells its dates or age. */
#define MAX_AFTER 2
#define OLDEST 120
/* Less is the time of something else. */
#define DAYS_OF_A_LIFE (10 * 365)
#define TRUST_LIFE 0.9f

typedef enum { AGE, BIRTH, DEATH } Vital;

typedef struct {
  Vital kind;
  double low, high; /* years of age, or days */
  uint32_t token;   /* where it is told */
  uint32_t owner;   /* token of a name */
} Fact;

typedef struct {
  BelFinder *finder;
  const BelClaims *claims;
  uint32_t document;
  Fact items[MAX_VITALS];
  uint32_t n;
} Facts;

static bool
is_person (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PROPN && document->tokens.name[t] == BEL_NAME_PERSON;
}

/* The word on which the further words of a name hang. */
static uint32_t
head_of_name (const BelDocument *document, uint32_t t)
{
  for (int step = 0; step < MAX_UP && t != BEL_NONE; step++) {
    BelDep dep = bel_dep_base (document->tokens.dep[t]);
    uint32_t head = document->tokens.head[t];
    if ((dep != BEL_DEP_FLAT && dep != BEL_DEP_COMPOUND) || head == BEL_NONE || !is_person (document, head))
      return t;
    t = head;
  }
  return t;
}

static void
add (Facts *facts, Fact fact)
{
  if (fact.owner != BEL_NONE)
    fact.owner = head_of_name (facts->claims->document, fact.owner);
  if (fact.owner != BEL_NONE && facts->n < MAX_VITALS)
    facts->items[facts->n++] = fact;
}

/* The person whom a clause or phrase over @t is about: its subject, else the name that it hangs on or that hangs on it. */
static uint32_t
owner_above (const BelDocument *document, uint32_t t)
{
  for (int step = 0; step < MAX_UP && t != BEL_NONE; step++, t = document->tokens.head[t]) {
    if (is_person (document, t))
      return t;
    if (bel_child (document, t, BEL_DEP_MARK) != BEL_NONE) /* "since she was eight" */
      return BEL_NONE;
    uint32_t subject = bel_child_base (document, t, BEL_DEP_NSUBJ);
    if (subject != BEL_NONE)
      return is_person (document, subject) ? subject : BEL_NONE;
    if (document->tokens.pos[t] == BEL_POS_NOUN)
      for (BEL_EACH_CHILD (document, t, c))
        if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_APPOS && is_person (document, c))
          return c;
  }
  return BEL_NONE;
}

/* A name that ends right before token @t, the bracket or comma between them. */
static uint32_t
name_before (const BelDocument *document, uint32_t t)
{
  for (uint32_t i = 1; i <= MAX_AFTER && i <= t; i++) {
    if (is_person (document, t - i))
      return t - i;
    if (document->tokens.pos[t - i] != BEL_POS_PUNCT)
      return BEL_NONE;
  }
  return BEL_NONE;
}

static bool
is_kind (const Facts *facts, const BelQuantity *q, const char *kind)
{
  return g_str_equal (bel_symbols_text (facts->claims->document->symbols, q->kind), kind);
}

/* "is 58": a bare number for what somebody is. */
static bool
is_bare_age (const Facts *facts, const BelQuantity *q)
{
  const BelDocument *document = facts->claims->document;
  return is_kind (facts, q, "count") && q->counted == BEL_NONE && q->first == q->last && q->high <= OLDEST
         && bel_child (document, q->first, BEL_DEP_COP) != BEL_NONE
         && bel_child_base (document, q->first, BEL_DEP_NMOD) == BEL_NONE;
}

/* "was eight in 1940": the age of another day. */
static bool
is_of_then (const Facts *facts, const BelQuantity *q, uint32_t sentence)
{
  const BelDocument *document = facts->claims->document;
  uint32_t t = q->first, copula = BEL_NONE;
  for (int step = 0; step < MAX_UP && t != BEL_NONE && copula == BEL_NONE; step++, t = document->tokens.head[t])
    copula = bel_child (document, t, BEL_DEP_COP);
  bool past = copula != BEL_NONE && bel_token_feat (document, copula, BEL_FEAT_TENSE) == BEL_TENSE_PAST;
  BelValueList times = bel_times_in (facts->finder, facts->document, sentence);
  for (uint32_t i = 0; past && i < times.n; i++) {
    const BelTime *time = &facts->claims->times.items[times.items[i]];
    if (!time->duration && !time->vague)
      return true;
  }
  return false;
}

static void
find_ages (Facts *facts, uint32_t sentence)
{
  const BelDocument *document = facts->claims->document;
  BelValueList list = bel_quantities_in (facts->finder, facts->document, sentence);
  for (uint32_t i = 0; i < list.n; i++) {
    const BelQuantity *q = &facts->claims->quantities.items[list.items[i]];
    if (q->vague || (!is_kind (facts, q, "age") && !is_bare_age (facts, q)) || is_of_then (facts, q, sentence))
      continue;
    uint32_t owner = name_before (document, q->first);
    add (facts, (Fact){ AGE, q->low, q->high, q->first, owner != BEL_NONE ? owner : owner_above (document, q->first) });
  }
}

/* The last day of the year that @day begins, where nothing finer is told; else @day. @last: the other end of the stretch. */
static BelDay
end_of_first (BelDay day, BelDay last)
{
  BelCivil first = bel_day_to_civil (day), end = bel_day_to_civil (last);
  bool years = first.month == 1 && first.day == 1 && end.month == 12 && end.day == 31;
  return years ? bel_day_from_civil (first.year, 12, 31) : day;
}

static BelDay
start_of_last (BelDay first, BelDay day)
{
  return end_of_first (first, day) != first ? bel_day_from_civil (bel_day_to_civil (day).year, 1, 1) : day;
}

/* "(August 17, 1832 – August 31, 1920)" after a name: one stretch of days. */
static void
add_span (Facts *facts, const BelTime *time)
{
  const BelDocument *document = facts->claims->document;
  bool bracket = time->first > 0 && bel_token_form_is (document, time->first - 1, "(");
  uint32_t owner = bracket ? name_before (document, time->first) : BEL_NONE;
  if (time->high - time->low < DAYS_OF_A_LIFE || time->year)
    return;
  add (facts, (Fact){ BIRTH, time->low, end_of_first (time->low, time->high), time->first, owner });
  add (facts, (Fact){ DEATH, start_of_last (time->low, time->high), time->high, time->last, owner });
}

/* The word of a lexicon of life's ends that @time hangs on; *@out_kind: which end. */
static uint32_t
end_of_life (const Facts *facts, const BelTime *time, Vital *out_kind)
{
  const BelDocument *document = facts->claims->document;
  const BelLexicon *ends = bel_program_lexicon (facts->finder->program, "life-end");
  int death = ends ? bel_lexicon_field (ends, "death") : -1;
  for (uint32_t t = time->first, step = 0; death >= 0 && step < MAX_UP && t != BEL_NONE;
       t = document->tokens.head[t], step++) {
    const BelEntry *entry = bel_lexicon_word (ends, document, t);
    if (entry) {
      *out_kind = bel_entry_boolean (entry, death) ? DEATH : BIRTH;
      return t;
    }
    if (document->tokens.pos[t] == BEL_POS_VERB)
      return BEL_NONE;
  }
  return BEL_NONE;
}

static void
find_dates (Facts *facts, uint32_t sentence)
{
  BelValueList list = bel_times_in (facts->finder, facts->document, sentence);
  for (uint32_t i = 0; i < list.n; i++) {
    const BelTime *time = &facts->claims->times.items[list.items[i]];
    Vital kind;
    if (time->low == BEL_DAY_NONE || time->floating || time->vague || time->recurring || time->duration)
      continue;
    uint32_t end = end_of_life (facts, time, &kind);
    if (end != BEL_NONE)
      add (facts, (Fact){ kind, time->low, time->high, time->first, owner_above (facts->claims->document, end) });
    else
      add_span (facts, time);
  }
}

static void
find_facts (BelFinder *finder, const BelProp *prop, uint32_t sentence, Facts *out)
{
  *out = (Facts){ .finder = finder, .claims = finder->sources[prop->document], .document = prop->document };
  find_ages (out, sentence);
  find_dates (out, sentence);
}

static BelNoun
noun_of (const Facts *facts, uint32_t t)
{
  return (BelNoun){ facts->document, t, bel_claims_entity_at (facts->claims, t), BEL_NONE };
}

static bool
is_one_fact (BelFinder *finder, const Facts *a, const Fact *x, const Facts *b, const Fact *y)
{
  return x->kind == y->kind && bel_names_match (finder, noun_of (a, x->owner), noun_of (b, y->owner)) > 0;
}

static bool
is_disjoint (const Fact *x, const Fact *y)
{
  return x->high < y->low || y->high < x->low;
}

/* Whether the other text, of which @prop is a sentence, tells it so too, in whatever sentence. */
static bool
is_told_too (BelFinder *finder, const Facts *a, const Fact *x, const BelProp *prop)
{
  const BelDocument *document = bel_finder_document (finder, prop->document);
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    Facts there;
    find_facts (finder, prop, s, &there);
    for (uint32_t i = 0; i < there.n; i++)
      if (is_one_fact (finder, a, x, &there, &there.items[i]) && !is_disjoint (x, &there.items[i]))
        return true;
  }
  return false;
}

static bool
are_at_odds (BelEvidence *e, const Facts *a, const Fact *x, const Facts *b, const Fact *y)
{
  return is_one_fact (e->finder, a, x, b, y) && is_disjoint (x, y) && !is_told_too (e->finder, a, x, e->b)
         && !is_told_too (e->finder, b, y, e->a);
}

float
bel_judge_other_life (BelEvidence *e)
{
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || !e->finder->options.same_situation)
    return 0;
  Facts a, b;
  find_facts (e->finder, e->a, e->a->sentence, &a);
  if (a.n == 0)
    return 0;
  find_facts (e->finder, e->b, e->b->sentence, &b);
  for (uint32_t i = 0; i < a.n; i++)
    for (uint32_t j = 0; j < b.n; j++) {
      if (!are_at_odds (e, &a, &a.items[i], &b, &b.items[j]))
        continue;
      e->token_a = a.items[i].token;
      e->token_b = b.items[j].token;
      return TRUST_LIFE;
    }
  return 0;
}
