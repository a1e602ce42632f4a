/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* "Alpha took over Beta" beside "Beta took over Alpha": one predicate, and who and whom changed places. In one situation
 * only a predicate that goes both ways lets both be true. */
#include "conflict/judge.h"

#define TRUST_SWAPPED 0.9f

static BelSym
role_named (const BelEvidence *e, const char *name)
{
  return bel_symbols_intern_str (e->finder->symbols, name);
}

static BelSym
mapped (const BelPredicates *predicates, BelSym role)
{
  for (uint32_t i = 0; i < predicates->n_roles; i++)
    if (predicates->roles[i].to == role)
      return predicates->roles[i].from;
  return role;
}

static BelNoun
noun_of (const BelProp *prop, const BelRoleFill *fill)
{
  return (BelNoun){ prop->document, fill->head, fill->entity, prop->head };
}

static bool
is_named (const BelEvidence *e, const BelProp *prop, const BelRoleFill *fill)
{
  return fill && bel_phrase_named (e->finder, noun_of (prop, fill));
}

static bool
same (const BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b)
{
  BelMatch match = bel_phrase_compare (e->finder, noun_of (e->a, a), noun_of (e->b, b), false);
  return match.kind == BEL_MATCH_SAME && !match.weak;
}

static bool
goes_both_ways (const BelEvidence *e, const BelProp *prop)
{
  return prop->rule != BEL_NONE && (bel_program_predicate (e->finder->program, prop->rule)->flags & BEL_PREDICATE_SYMMETRIC);
}

float
bel_judge_swapped (BelEvidence *e)
{
  BelPredicates predicates = bel_predicates_compare (e->finder, e->a, e->b);
  bool one = predicates.kind == BEL_PREDICATES_SAME || predicates.kind == BEL_PREDICATES_ENTAIL;
  if (!e->finder->options.same_situation || !one || !predicates.by_rule || goes_both_ways (e, e->a) || goes_both_ways (e, e->b))
    return 0;
  BelSym subject = role_named (e, "subject"), object = role_named (e, "object");
  const BelRoleFill *subject_a = bel_prop_fill (e->a, mapped (&predicates, subject));
  const BelRoleFill *object_a = bel_prop_fill (e->a, mapped (&predicates, object));
  const BelRoleFill *subject_b = bel_prop_fill (e->b, subject), *object_b = bel_prop_fill (e->b, object);
  if (!is_named (e, e->a, subject_a) || !is_named (e, e->a, object_a) || !is_named (e, e->b, subject_b) || !is_named (e, e->b, object_b))
    return 0;
  if (!same (e, subject_a, object_b) || !same (e, object_a, subject_b) || same (e, subject_a, subject_b))
    return 0;
  e->token_a = subject_a->head;
  e->token_b = subject_b->head;
  return predicates.trust * TRUST_SWAPPED;
}

float
bel_judge_one_situation (BelEvidence *e)
{
  return e->finder->options.same_situation;
}

/* Whether a strong word of contrast stands in @prop's sentence. */
static bool
has_contrast (const BelEvidence *e, const BelProp *prop)
{
  const BelLexicon *cues = bel_program_lexicon (e->finder->program, "contrast-cue");
  const BelDocument *document = bel_finder_document (e->finder, prop->document);
  const BelSentence *sentence = &document->sentences.items[prop->sentence];
  int strong = cues ? bel_lexicon_field (cues, "strong") : -1;
  for (uint32_t t = sentence->first_token; strong >= 0 && t < sentence->first_token + sentence->n_tokens; t++) {
    const BelEntry *cue = bel_lexicon_word (cues, document, t);
    if (cue && bel_entry_boolean (cue, strong))
      return true;
  }
  return false;
}

float
bel_judge_set_apart (BelEvidence *e)
{
  return e->a->sentence != BEL_NONE && e->b->sentence != BEL_NONE && has_contrast (e, e->a) != has_contrast (e, e->b);
}
