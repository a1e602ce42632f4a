/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Objects, complements and obliques of a clause, with their roles. */
#include "claim/clause.h"

uint32_t
bel_clause_marker (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c))
    if (b->t->dep[c] == BEL_DEP_CASE && !bel_clause_is_word (b, c, BEL_WORD_POSSESSIVE))
      return c;
  return BEL_NONE;
}

/* -- values ---------------------------------------------------------------------------------- */

/* The value whose tokens hold @t, of a list sorted by first token; BEL_NONE. The values stage writes them in text
 * order; the search is for the last that begins at or before @t. */
#define FIND_VALUE(list, t_, out) \
  do { \
    uint32_t lo_ = 0, hi_ = (list)->n; \
    while (lo_ < hi_) { \
      uint32_t mid_ = (lo_ + hi_) / 2; \
      if ((list)->items[mid_].first <= (t_)) \
        lo_ = mid_ + 1; \
      else \
        hi_ = mid_; \
    } \
    if (lo_ > 0 && (list)->items[lo_ - 1].last >= (t_)) \
      (out) = lo_ - 1; \
  } while (0)

uint32_t
bel_clause_time_of (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t found = BEL_NONE;
  FIND_VALUE (&b->claims->times, t, found);
  return found;
}

uint32_t
bel_clause_place_of (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t found = BEL_NONE;
  FIND_VALUE (&b->claims->places, t, found);
  return found;
}

/* The quantity that counts @t or that @t is part of. */
uint32_t
bel_clause_quantity_of (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t found = BEL_NONE;
  FIND_VALUE (&b->claims->quantities, t, found);
  if (found != BEL_NONE)
    return found;
  for (BEL_EACH_CHILD (b->document, t, c)) {
    BelDep dep = b->t->dep[c];
    if (dep != BEL_DEP_NUMMOD && dep != BEL_DEP_DET && dep != BEL_DEP_AMOD && dep != BEL_DEP_ADVMOD)
      continue;
    FIND_VALUE (&b->claims->quantities, c, found);
    if (found != BEL_NONE)
      return found;
  }
  return BEL_NONE;
}

/* -- roles ----------------------------------------------------------------------------------- */

static bool
is_time (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t time = bel_clause_time_of (b, t);
  return time != BEL_NONE || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_TIME_NOUN);
}

static bool
is_place (const BelClauseBuilder *b, uint32_t t)
{
  return bel_clause_place_of (b, t) != BEL_NONE || b->t->name[t] == BEL_NAME_PLACE
         || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_PLACE_NOUN);
}

static bool
is_person (const BelClauseBuilder *b, uint32_t t)
{
  return b->t->name[t] == BEL_NAME_PERSON || b->t->name[t] == BEL_NAME_ORG
         || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_PERSON_NOUN)
         || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_ROLE_NOUN)
         || (b->t->pos[t] == BEL_POS_PRON && !bel_clause_is_word (b, t, BEL_WORD_IT));
}

static BelRole
role_in_place (const BelClauseBuilder *b, uint32_t marker)
{
  if (bel_clause_is_word (b, marker, BEL_WORD_FROM))
    return BEL_ROLE_SOURCE;
  if (bel_clause_is_word (b, marker, BEL_WORD_TO) || bel_clause_is_word (b, marker, BEL_WORD_INTO)
      || bel_clause_is_word (b, marker, BEL_WORD_TOWARD) || bel_clause_is_word (b, marker, BEL_WORD_TOWARDS))
    return BEL_ROLE_GOAL;
  if (bel_clause_is_word (b, marker, BEL_WORD_OF) || bel_clause_is_word (b, marker, BEL_WORD_WITH)
      || bel_clause_is_word (b, marker, BEL_WORD_FOR) || bel_clause_is_word (b, marker, BEL_WORD_BY)
      || bel_clause_is_word (b, marker, BEL_WORD_AGAINST) || bel_clause_is_word (b, marker, BEL_WORD_ABOUT)
      || bel_clause_is_word (b, marker, BEL_WORD_AS))
    return BEL_ROLE_OTHER;
  return BEL_ROLE_PLACE;
}

static BelRole
role_of_preposition (const BelClauseBuilder *b, uint32_t head, uint32_t marker)
{
  static const struct {
    BelClauseWord word;
    BelRole person, thing;
  } TABLE[] = {
    { BEL_WORD_TO, BEL_ROLE_RECIPIENT, BEL_ROLE_GOAL },
    { BEL_WORD_FROM, BEL_ROLE_SOURCE, BEL_ROLE_SOURCE },
    { BEL_WORD_WITH, BEL_ROLE_COMPANION, BEL_ROLE_INSTRUMENT },
    { BEL_WORD_FOR, BEL_ROLE_BENEFICIARY, BEL_ROLE_PURPOSE },
    { BEL_WORD_BY, BEL_ROLE_AGENT, BEL_ROLE_MANNER },
    { BEL_WORD_ABOUT, BEL_ROLE_TOPIC, BEL_ROLE_TOPIC },
    { BEL_WORD_REGARDING, BEL_ROLE_TOPIC, BEL_ROLE_TOPIC },
    { BEL_WORD_CONCERNING, BEL_ROLE_TOPIC, BEL_ROLE_TOPIC },
    { BEL_WORD_THROUGH, BEL_ROLE_INSTRUMENT, BEL_ROLE_INSTRUMENT },
    { BEL_WORD_VIA, BEL_ROLE_INSTRUMENT, BEL_ROLE_INSTRUMENT },
    { BEL_WORD_BECAUSE, BEL_ROLE_CAUSE, BEL_ROLE_CAUSE },
    { BEL_WORD_DUE, BEL_ROLE_CAUSE, BEL_ROLE_CAUSE },
    { BEL_WORD_DURING, BEL_ROLE_TIME, BEL_ROLE_TIME },
    { BEL_WORD_INTO, BEL_ROLE_GOAL, BEL_ROLE_GOAL },
    { BEL_WORD_NEAR, BEL_ROLE_PLACE, BEL_ROLE_PLACE },
    { BEL_WORD_INSIDE, BEL_ROLE_PLACE, BEL_ROLE_PLACE },
    { BEL_WORD_OUTSIDE, BEL_ROLE_PLACE, BEL_ROLE_PLACE },
    { BEL_WORD_ACROSS, BEL_ROLE_PLACE, BEL_ROLE_PLACE },
    { BEL_WORD_AS, BEL_ROLE_COMPLEMENT, BEL_ROLE_COMPLEMENT },
  };
  for (guint i = 0; i < G_N_ELEMENTS (TABLE); i++)
    if (bel_clause_is_word (b, marker, TABLE[i].word))
      return is_person (b, head) ? TABLE[i].person : TABLE[i].thing;
  return BEL_ROLE_OTHER;
}

BelRole
bel_clause_role (const BelClauseBuilder *b, uint32_t head, uint32_t marker)
{
  if (is_time (b, head))
    return BEL_ROLE_TIME;
  if (marker == BEL_NONE)
    return bel_clause_quantity_of (b, head) != BEL_NONE ? BEL_ROLE_QUANTITY : BEL_ROLE_OTHER;
  BelRole role = is_place (b, head) ? role_in_place (b, marker) : BEL_ROLE_OTHER;
  return role == BEL_ROLE_OTHER ? role_of_preposition (b, head, marker) : role;
}

/* Prepositions that tell when; behind a noun that is the predicate they are the clause's. */
static bool
is_temporal (const BelClauseBuilder *b, uint32_t marker)
{
  static const BelClauseWord WORDS[]
      = { BEL_WORD_DURING, BEL_WORD_SINCE, BEL_WORD_UNTIL, BEL_WORD_BEFORE, BEL_WORD_AFTER };
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (bel_clause_is_word (b, marker, WORDS[i]))
      return true;
  return false;
}

static bool
follows_modifier (const BelClauseBuilder *b, uint32_t head, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, head, c))
    if (c > head && c < t && b->t->dep[c] == BEL_DEP_NMOD)
      return true;
  return false;
}

bool
bel_clause_is_spilled (const BelClauseBuilder *b, uint32_t t)
{
  uint32_t noun = b->t->head[t], marker = bel_clause_marker (b, t);
  if (b->t->dep[t] != BEL_DEP_NMOD || noun == BEL_NONE || t < noun || marker == BEL_NONE
      || bel_child (b->document, noun, BEL_DEP_COP) == BEL_NONE)
    return false;
  bool within = bel_clause_is_word (b, marker, BEL_WORD_IN) || bel_clause_is_word (b, marker, BEL_WORD_AT)
                || bel_clause_is_word (b, marker, BEL_WORD_ON);
  return is_temporal (b, marker)
         || (within && (bel_clause_time_of (b, t) != BEL_NONE || follows_modifier (b, noun, t)));
}

/* "because it rained" is a cause, "to win" a purpose, "if he comes" a condition, "after it fell" a time. */
static BelRole
role_of_clause (const BelClauseBuilder *b, uint32_t marker)
{
  static const struct {
    BelClauseWord word;
    BelRole role;
  } TABLE[] = {
    { BEL_WORD_TO, BEL_ROLE_PURPOSE },   { BEL_WORD_BECAUSE, BEL_ROLE_CAUSE },    { BEL_WORD_SINCE, BEL_ROLE_TIME },
    { BEL_WORD_IF, BEL_ROLE_CONDITION }, { BEL_WORD_UNLESS, BEL_ROLE_CONDITION }, { BEL_WORD_AFTER, BEL_ROLE_TIME },
    { BEL_WORD_BEFORE, BEL_ROLE_TIME },  { BEL_WORD_UNTIL, BEL_ROLE_TIME },       { BEL_WORD_WHILE, BEL_ROLE_TIME },
    { BEL_WORD_WHEN, BEL_ROLE_TIME },    { BEL_WORD_BY, BEL_ROLE_MANNER },
  };
  for (guint i = 0; marker != BEL_NONE && i < G_N_ELEMENTS (TABLE); i++)
    if (bel_clause_is_word (b, marker, TABLE[i].word))
      return TABLE[i].role;
  return BEL_ROLE_OTHER;
}

/* -- reading --------------------------------------------------------------------------------- */

static void
add (BelClause *clause, BelClauseArgument argument)
{
  if (clause->n_arguments < BEL_CLAUSE_ARGUMENTS)
    clause->arguments[clause->n_arguments++] = argument;
}

static uint32_t
clause_marker (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c)) /* "in order to" is "to" */
    if (b->t->dep[c] == BEL_DEP_MARK && b->t->xpos[c] == BEL_XPOS_TO)
      return c;
  uint32_t mark = bel_child (b->document, t, BEL_DEP_MARK);
  if (mark != BEL_NONE)
    return mark;
  for (BEL_EACH_CHILD (b->document, t, c))
    if (b->t->dep[c] == BEL_DEP_ADVMOD && bel_clause_is_word (b, c, BEL_WORD_WHEN))
      return c;
  return BEL_NONE;
}

/* Adverbs that stand after the verb, or before the subject, are arguments; the rest are predicate words. */
static bool
is_adverbial (const BelClauseBuilder *b, const BelClause *clause, uint32_t verb, uint32_t c)
{
  if (bel_clause_is_negation (b, c) || b->t->xpos[c] == BEL_XPOS_WRB)
    return false;
  bool leaf = b->t->child_start[c] == b->t->child_start[c + 1];
  if (clause->copular && verb == clause->head)
    return c < verb ? !leaf || (clause->subject != BEL_NONE && c < clause->subject) : true;
  if (c == verb + 1 && verb == clause->head && leaf)
    return !bel_clause_is_manner (b, c);
  return c > verb || !leaf || (clause->subject_inside && clause->subject != BEL_NONE && c < clause->subject);
}

static BelRole
role_of_adverb (const BelClauseBuilder *b, uint32_t t)
{
  if (is_time (b, t) || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_TIME_ADVERB))
    return BEL_ROLE_TIME;
  bool place = is_place (b, t) || bel_clause_in_lexicon (b, t, BEL_CLAUSE_LEXICON_PLACE_ADVERB);
  return place ? BEL_ROLE_PLACE : BEL_ROLE_MANNER;
}

/* "however", "for example": they join sentences and say nothing of the predicate. */
static bool
is_connective (const BelClauseBuilder *b, uint32_t t)
{
  const BelLexicon *lexicon = b->lexicons[BEL_CLAUSE_LEXICON_CONNECTIVE];
  uint32_t first, last;
  BelPhraseMatch match;
  bel_subtree_range (b->document, t, &first, &last);
  if (!lexicon || last - first > 3)
    return false;
  while (last > first && b->t->pos[last] == BEL_POS_PUNCT)
    last--;
  return bel_lexicon_at (lexicon, b->document, first, &match) && match.n == last - first + 1;
}

static void
read_dependent (BelClauseBuilder *b, BelClause *clause, uint32_t verb, uint32_t c)
{
  BelClauseArgument a = { .head = c, .marker = BEL_NONE, .governor = verb };
  switch ((BelDep) b->t->dep[c]) {
  case BEL_DEP_OBJ: /* of a verb further up, those told: "promised the farmers to lower taxes" */
    a.role = verb == clause->head ? BEL_ROLE_OBJECT : BEL_ROLE_RECIPIENT;
    break;
  case BEL_DEP_IOBJ:
    a.role = BEL_ROLE_RECIPIENT;
    break;
  case BEL_DEP_CCOMP:
    a = (BelClauseArgument){
      .role = BEL_ROLE_COMPLEMENT, .head = c, .marker = clause_marker (b, c), .governor = verb, .clause = true
    };
    break;
  case BEL_DEP_XCOMP:
    if (bel_clause_chains_up (b, c))
      return;
    a.role = BEL_ROLE_COMPLEMENT;
    a.clause = bel_clause_is_verb (b, c);
    a.marker = a.clause ? clause_marker (b, c) : bel_clause_marker (b, c);
    break;
  case BEL_DEP_NMOD:
    if (!clause->copular || verb != clause->head || !bel_clause_is_spilled (b, c))
      return;
    G_GNUC_FALLTHROUGH;
  case BEL_DEP_OBL:
  case BEL_DEP_OBL_AGENT:
  case BEL_DEP_OBL_UNMARKED:
    if (is_connective (b, c))
      return;
    a.marker = bel_clause_marker (b, c);
    a.role = b->t->dep[c] == BEL_DEP_OBL_AGENT ? BEL_ROLE_AGENT : bel_clause_role (b, c, a.marker);
    a.optional = true;
    break;
  case BEL_DEP_ADVMOD:
    if (!is_adverbial (b, clause, verb, c) || is_connective (b, c))
      return;
    a.role = role_of_adverb (b, c);
    a.adverb = true;
    a.optional = true;
    break;
  case BEL_DEP_ADVCL:
    a.marker = clause_marker (b, c);
    a.role = role_of_clause (b, a.marker);
    a.clause = true;
    a.optional = true;
    break;
  default:
    return;
  }
  add (clause, a);
}

/* The verb coordinated with @t and parted from it by "and" alone: "confirmed nor | denied". */
static uint32_t
next_verb (const BelClauseBuilder *b, uint32_t t)
{
  for (BEL_EACH_CHILD (b->document, t, c)) {
    if (c < t || b->t->dep[c] == BEL_DEP_COMPOUND_PRT)
      continue;
    bool verb = b->t->dep[c] == BEL_DEP_CONJ && b->t->xpos[c] == b->t->xpos[t] && b->t->subtree_first[c] == t + 1
                && c == t + 2;
    return verb ? c : BEL_NONE;
  }
  return BEL_NONE;
}

/* "bought and sold the shares": the object after the last verb is every verb's. */
static void
share_object (const BelClauseBuilder *b, BelClause *clause)
{
  if (clause->passive || clause->copular)
    return;
  uint32_t next = next_verb (b, clause->head);
  uint32_t giver = clause->host != BEL_NONE ? clause->host : next;
  uint32_t object = giver == BEL_NONE ? BEL_NONE : bel_child (b->document, giver, BEL_DEP_OBJ);
  if (object != BEL_NONE && object > clause->head)
    add (clause,
         (BelClauseArgument){ .role = BEL_ROLE_OBJECT, .head = object, .marker = BEL_NONE, .governor = clause->head });
}

static bool
has_complement (const BelClause *clause)
{
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (clause->arguments[i].role == BEL_ROLE_COMPLEMENT)
      return true;
  return false;
}

/* The argument that fills the object slot: an object, else the recipient ("paid them"), else a complement. */
static uint32_t
find_object (const BelClause *clause)
{
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (clause->arguments[i].role == BEL_ROLE_OBJECT)
      return i;
  for (uint32_t i = 0; i < clause->n_arguments && !has_complement (clause); i++)
    if (clause->arguments[i].role == BEL_ROLE_RECIPIENT && clause->arguments[i].marker == BEL_NONE)
      return i;
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (clause->arguments[i].role == BEL_ROLE_COMPLEMENT && clause->arguments[i].marker == BEL_NONE)
      return i;
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (clause->arguments[i].role == BEL_ROLE_COMPLEMENT && clause->arguments[i].clause)
      return i;
  return BEL_NONE;
}

/* Of two bare objects the first is the recipient: "gave the widow a house". */
static void
tell_recipient (BelClause *clause)
{
  uint32_t first = BEL_NONE;
  for (uint32_t i = 0; i < clause->n_arguments; i++) {
    if (clause->arguments[i].role != BEL_ROLE_OBJECT || clause->arguments[i].governor != clause->head)
      continue;
    if (first != BEL_NONE)
      clause->arguments[first].role = BEL_ROLE_RECIPIENT;
    first = i;
  }
}

void
bel_clause_read_arguments (BelClauseBuilder *b, BelClause *clause)
{
  if (clause->copular)
    add (clause, (BelClauseArgument){ .role = BEL_ROLE_COMPLEMENT,
                                      .head = clause->head,
                                      .marker = bel_clause_marker (b, clause->head),
                                      .governor = clause->head });
  for (uint32_t i = clause->n_chain; i-- > 0;)
    for (BEL_EACH_CHILD (b->document, clause->chain[i], c))
      if (c != clause->subject)
        read_dependent (b, clause, clause->chain[i], c);
  tell_recipient (clause);
  clause->object = find_object (clause);
  if (clause->object == BEL_NONE) {
    share_object (b, clause);
    clause->object = find_object (clause);
  }
}

BelArgument
bel_clause_argument (BelClauseBuilder *b, const BelClauseArgument *from, uint32_t head)
{
  BelSlot slot = bel_phrase_slot (b, head, from->clause ? BEL_PHRASE_CLAUSE : BEL_PHRASE_SLOT);
  if (from->clause)
    slot.head = bel_clause_chain_end (b, head);
  return (BelArgument){
    .role = from->role,
    .slot = slot,
    .marker = from->marker,
    .quantity = bel_clause_quantity_of (b, head),
    .time = bel_clause_time_of (b, head),
    .place = bel_clause_place_of (b, head),
    .optional = from->optional,
  };
}
