/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The strings of a claim: words of the sentence in the sentence's order, with "is" or "has" put in for claims made by a noun. */
#include "claim/surface.h"

/* -- text ------------------------------------------------------------------------------------ */

/* Words of one written word ("do" "n't", "Musk" "'s") and punctuation are told apart by a blank; parts of a hyphenated
 * word are not. */
static bool
wants_blank (const BelClauseBuilder *b, uint32_t left, uint32_t right)
{
  if (right != left + 1 || b->t->span[left].end != b->t->span[right].start)
    return true;
  BelXpos l = b->t->xpos[left], r = b->t->xpos[right];
  return l != BEL_XPOS_HYPH && r != BEL_XPOS_HYPH && !bel_clause_is_word (b, left, BEL_WORD_HYPHEN)
         && !bel_clause_is_word (b, right, BEL_WORD_HYPHEN);
}

const char *
bel_surface_text (BelClauseBuilder *b, const uint32_t *tokens, uint32_t n)
{
  size_t room = 1;
  for (uint32_t i = 0; i < n; i++)
    room += bel_span_length (b->t->span[tokens[i]]) + 1;
  char *text = bel_arena_alloc (b->arena, room), *p = text;
  for (uint32_t i = 0; i < n; i++) {
    BelSpan span = b->t->span[tokens[i]];
    if (i && wants_blank (b, tokens[i - 1], tokens[i]))
      *p++ = ' ';
    memcpy (p, bel_document_text (b->document, span), bel_span_length (span));
    p += bel_span_length (span);
  }
  *p = '\0';
  return text;
}

const char *
bel_surface_phrase (BelClauseBuilder *b, uint32_t head, unsigned kind, uint32_t without)
{
  if (head == BEL_NONE)
    return "";
  bel_phrase_collect (b, head, kind, without);
  return bel_surface_text (b, b->phrase.items, b->phrase.n);
}

static bool
is_plural (const BelClauseBuilder *b, uint32_t t)
{
  return b->t->xpos[t] == BEL_XPOS_NNS || b->t->xpos[t] == BEL_XPOS_NNPS;
}

const char *
bel_surface_be (const BelClauseBuilder *b, uint32_t subject)
{
  return subject != BEL_NONE && is_plural (b, subject) ? "are" : "is";
}

/* -- tuples ---------------------------------------------------------------------------------- */

void
bel_surface_plain (BelClauseBuilder *b, BelClaim *claim, const char *arg1, const char *rel, const char *arg2)
{
  const char **args = bel_arena_new_array (b->arena, const char *, 1);
  args[0] = arg2;
  claim->surface = (BelSurface){ .arg1 = arg1, .rel = rel, .args = args, .n_args = *arg2 ? 1 : 0 };
}

static void
push_fixed (BelClauseBuilder *b, uint32_t marker, BelTokenList *out)
{
  bel_vec_push (b->arena, out, marker);
  for (BEL_EACH_CHILD (b->document, marker, f))
    if (b->t->dep[f] == BEL_DEP_FIXED)
      bel_vec_push (b->arena, out, f);
}

/* Whether @marker is a preposition of @head or of the first conjunct that @head follows; of an antecedent it is not. */
static bool
is_own_marker (const BelClauseBuilder *b, uint32_t head, uint32_t marker)
{
  uint32_t governor = b->t->head[marker];
  return governor == head || (b->t->dep[head] == BEL_DEP_CONJ && governor == b->t->head[head]);
}

/* All words of the preposition of @head: "because of", "out of"; a later conjunct has the first one's, @marker. */
void
bel_surface_push_preposition (BelClauseBuilder *b, uint32_t head, uint32_t marker, BelTokenList *out)
{
  uint32_t n = out->n;
  if (marker != BEL_NONE && !is_own_marker (b, head, marker)) {
    push_fixed (b, marker, out);
    return;
  }
  for (BEL_EACH_CHILD (b->document, head, c))
    if (b->t->dep[c] == BEL_DEP_CASE && !bel_clause_is_word (b, c, BEL_WORD_POSSESSIVE))
      push_fixed (b, c, out);
  if (out->n == n && marker != BEL_NONE)
    push_fixed (b, marker, out);
}

/* Everything of a clause but its first mark. */
static const char *
clause_text (BelClauseBuilder *b, const BelClauseArgument *a, bool with_marker)
{
  return bel_surface_phrase (b, a->head, BEL_PHRASE_CLAUSE, with_marker ? BEL_NONE : a->marker);
}

static const char *
with_preposition (BelClauseBuilder *b, const BelClauseArgument *a)
{
  BelTokenList words = { 0 };
  bel_surface_push_preposition (b, a->head, a->marker, &words);
  bel_phrase_collect (b, a->head, BEL_PHRASE_PARTICIPLES, BEL_NONE);
  for (uint32_t i = 0; i < b->phrase.n; i++)
    bel_vec_push (b->arena, &words, b->phrase.items[i]);
  return bel_surface_text (b, words.items, words.n);
}

static const char *
argument_text (BelClauseBuilder *b, const BelClauseArgument *a)
{
  if (a->clause)
    return clause_text (b, a, true);
  if (a->marker != BEL_NONE)
    return with_preposition (b, a);
  return bel_surface_phrase (b, a->head, BEL_PHRASE_PARTICIPLES, BEL_NONE);
}

/* The argument that stands first: the object or complement; for an adjective its oblique ("is familiar with | it"); else
 * the first with a preposition after the verb. BEL_NONE when there is none. */
uint32_t
bel_surface_lead_argument (const BelClauseBuilder *b, const BelClause *clause)
{
  bool adjective = clause->copular && b->t->pos[clause->head] == BEL_POS_ADJ;
  if (clause->copular && !adjective)
    return 0;
  if (clause->object != BEL_NONE && !adjective)
    return clause->object;
  for (uint32_t i = 0; i < clause->n_arguments; i++) {
    const BelClauseArgument *a = &clause->arguments[i];
    if (!a->clause && !a->adverb && a->marker != BEL_NONE && a->role != BEL_ROLE_TIME
        && (a->marker > clause->head || a->head == clause->antecedent))
      return i;
  }
  return clause->object;
}

void
bel_surface_push_phrase (BelClauseBuilder *b, BelTokenList *out)
{
  for (uint32_t i = 0; i < b->phrase.n; i++)
    bel_vec_push (b->arena, out, b->phrase.items[i]);
}

/* Words of the relation up to the lead argument. */
void
bel_surface_rel_words (BelClauseBuilder *b, const BelClause *clause, uint32_t lead, BelTokenList *words)
{
  words->n = 0;
  for (uint32_t i = 0; i < b->surface_rel.n; i++)
    bel_vec_push (b->arena, words, b->surface_rel.items[i]);
  const BelClauseArgument *a = lead == BEL_NONE ? NULL : &clause->arguments[lead];
  if (clause->copular && (!a || a->head != clause->head)) {
    bel_phrase_collect (b, clause->head, BEL_PHRASE_SLOT | BEL_PHRASE_BARE, a ? a->head : BEL_NONE);
    while (a && b->phrase.n && b->phrase.items[b->phrase.n - 1] > a->head)
      b->phrase.n--;
    bel_surface_push_phrase (b, words);
  }
  if (a && !a->clause && a->marker != BEL_NONE)
    bel_surface_push_preposition (b, a->head, a->marker, words);
}

static const char *
rel_text (BelClauseBuilder *b, const BelClause *clause, uint32_t lead, uint32_t subject)
{
  BelTokenList words = { 0 };
  bel_surface_rel_words (b, clause, lead, &words);
  const char *text = bel_surface_text (b, words.items, words.n);
  if (!clause->copular || clause->copula != BEL_NONE || b->surface_rel.n > 0)
    return text;
  return bel_arena_printf (b->arena, "%s%s%s", bel_surface_be (b, subject), *text ? " " : "", text);
}

static const char *
lead_text (BelClauseBuilder *b, const BelClauseArgument *a, bool together)
{
  if (a->clause)
    return clause_text (b, a, true);
  return bel_surface_phrase (b, a->head, BEL_PHRASE_PARTICIPLES | (together ? BEL_PHRASE_CONJUNCTS : 0), BEL_NONE);
}

/* What has a tuple of its own, or says nothing of the predicate: a free participle, an adverb before the subject. */
static bool
is_aside (const BelClause *clause, const BelClauseArgument *a)
{
  if (a->clause && a->optional && a->marker == BEL_NONE)
    return true;
  return a->adverb && a->role == BEL_ROLE_MANNER && a->head < clause->head;
}

/* "It is tough to win": the words put the pronoun where the clause belongs. */
static const char *
subject_text (BelClauseBuilder *b, const BelClause *clause, uint32_t subject, bool together)
{
  if (!bel_clause_is_clausal_subject (b, subject))
    return bel_surface_phrase (b, subject, BEL_PHRASE_PARTICIPLES | (together ? BEL_PHRASE_CONJUNCTS : 0),
                               clause->chain[0]);
  uint32_t it = bel_child (b->document, clause->chain[0], BEL_DEP_EXPL);
  return it != BEL_NONE ? bel_surface_text (b, &it, 1) : bel_surface_phrase (b, subject, BEL_PHRASE_CLAUSE, BEL_NONE);
}

/* "There were attempts": there | were | attempts. */
static void
tell_existence (BelClauseBuilder *b, const BelClause *clause, uint32_t subject, BelClaim *claim)
{
  if (subject == BEL_NONE)
    return;
  uint32_t there = bel_child (b->document, clause->head, BEL_DEP_EXPL);
  const char **args = bel_arena_new_array (b->arena, const char *, clause->n_arguments + 2);
  uint32_t n = 0;
  args[n++] = claim->surface.arg1;
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (clause->arguments[i].head != clause->head && !is_aside (clause, &clause->arguments[i]))
      args[n++] = argument_text (b, &clause->arguments[i]);
  claim->surface.arg1 = bel_surface_text (b, &there, 1);
  claim->surface.rel = bel_surface_text (b, b->surface_rel.items, b->surface_rel.n);
  claim->surface.args = args;
  claim->surface.n_args = n;
}

void
bel_surface_verbal (BelClauseBuilder *b, const BelClause *clause, uint32_t subject, uint32_t object, bool together,
                    BelClaim *claim)
{
  (void) object;
  uint32_t lead = bel_surface_lead_argument (b, clause);
  BelTokenList above = { 0 };
  bool told = bel_surface_tell_infinitive (b, clause, &above, &subject);
  if (told)
    bel_clause_predicate_words (b, clause, &b->surface_rel);
  const char **args = bel_arena_new_array (b->arena, const char *, clause->n_arguments + 1);
  uint32_t n = 0;
  if (lead != BEL_NONE)
    args[n++] = lead_text (b, &clause->arguments[lead], false);
  for (uint32_t i = 0; i < clause->n_arguments; i++)
    if (i != lead && clause->arguments[i].head != clause->head && !is_aside (clause, &clause->arguments[i]))
      args[n++] = argument_text (b, &clause->arguments[i]);
  claim->surface.rel = rel_text (b, clause, lead, subject);
  if (told)
    claim->surface.rel
        = bel_arena_printf (b->arena, "%s %s", bel_surface_text (b, above.items, above.n), claim->surface.rel);
  claim->surface.arg1 = subject_text (b, clause, subject, together);
  claim->surface.args = args;
  claim->surface.n_args = subject == BEL_NONE ? 0 : n;
  if (claim->kind == BEL_CLAIM_EXISTENTIAL)
    tell_existence (b, clause, subject, claim);
}
