/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* "Alpha took over Beta" beside "Beta took over Alpha": one predicate, and who and whom changed places. In one situation
 * only a predicate that goes both ways lets both be true. */
#include "conflict/judge.h"

/* Verbs over a claim whose participants may be its own. */
#define MAX_STEPS 4
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

/* By a name of its own, or by what the tagger took for none but coreference for one: "C&D Technologies". */
static bool
is_named (const BelEvidence *e, const BelProp *prop, const BelRoleFill *fill)
{
  if (!fill)
    return false;
  const BelClaims *claims = e->finder->sources[prop->document];
  bool known = fill->entity != BEL_NONE && claims->entities.items[fill->entity].named;
  return known || claims->document->tokens.pos[fill->head] == BEL_POS_PROPN;
}

/* A filler of the first and one of the second. */
static bool
same (const BelEvidence *e, const BelRoleFill *a, const BelRoleFill *b)
{
  BelMatch match = bel_phrase_compare (e->finder, bel_prop_noun (e->a, a), bel_prop_noun (e->b, b), 0);
  bool alike
      = bel_finder_lemma (e->finder, e->a->document, a->head) == bel_finder_lemma (e->finder, e->b->document, b->head);
  return (match.kind == BEL_MATCH_SAME && !match.weak) || (alike && match.kind != BEL_MATCH_EXCLUSIVE);
}

static bool
goes_both_ways (const BelEvidence *e, const BelProp *prop)
{
  return prop->rule != BEL_NONE
         && (bel_program_predicate (e->finder->program, prop->rule)->flags & BEL_PREDICATE_SYMMETRIC);
}

/* Whether the text's claim, or another one like it there, gives @fill of the second its own part: "A beat B, and B beat C". */
static bool
plays_its_part (BelEvidence *e, const BelRoleFill *fill)
{
  BelFinder *finder = e->finder;
  for (uint32_t i = 0; i < finder->props.n; i++) {
    const BelProp *prop = &finder->props.items[i];
    if (prop->kind != BEL_PROP_CLAIM || prop->document != e->a->document)
      continue;
    BelPredicates predicates = bel_predicates_compare (finder, prop, e->b);
    bool one = predicates.kind == BEL_PREDICATES_SAME || predicates.kind == BEL_PREDICATES_ENTAIL;
    const BelRoleFill *there = one ? bel_prop_fill (prop, mapped (&predicates, fill->role)) : NULL;
    if (there
        && bel_phrase_compare (finder, bel_prop_noun (prop, there), bel_prop_noun (e->b, fill), false).kind
               == BEL_MATCH_SAME)
      return true;
  }
  return false;
}

/* Whether @fill of the second takes part in what the first's claim hangs on: "the goals earned them a victory", "Alpha announced the
 * purchase of Beta". */
static bool
takes_part (BelEvidence *e, const BelRoleFill *fill)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  BelNoun theirs = bel_prop_noun (e->b, fill);
  uint32_t t = e->a->head;
  for (int step = 0; step < MAX_STEPS && t != BEL_NONE; step++, t = document->tokens.head[t])
    for (BEL_EACH_CHILD (document, t, c)) {
      BelDep dep = bel_dep_base (document->tokens.dep[c]);
      bool participant = dep == BEL_DEP_NSUBJ || dep == BEL_DEP_OBJ || dep == BEL_DEP_IOBJ
                         || document->tokens.dep[c] == BEL_DEP_NMOD_POSS;
      BelNoun noun
          = { e->a->document, c, participant ? bel_claims_entity_at (e->finder->sources[e->a->document], c) : BEL_NONE,
              BEL_NONE };
      if (participant && bel_phrase_compare (e->finder, noun, theirs, false).kind == BEL_MATCH_SAME)
        return true;
    }
  return false;
}

/* @mine has in the first the part of @theirs, and nothing there has its own; the other is there too. */
static bool
has_others_part (BelEvidence *e, const BelPredicates *predicates, const BelRoleFill *mine, const BelRoleFill *theirs)
{
  const BelRoleFill *there = bel_prop_fill (e->a, mapped (predicates, theirs->role));
  if (!is_named (e, e->a, there) || !same (e, there, mine) || plays_its_part (e, mine) || plays_its_part (e, theirs)
      || !takes_part (e, theirs))
    return false;
  e->token_a = there->head;
  e->token_b = mine->head;
  return true;
}

float
bel_judge_swapped (BelEvidence *e)
{
  BelPredicates predicates = bel_predicates_compare (e->finder, e->a, e->b);
  bool one = predicates.kind == BEL_PREDICATES_SAME || predicates.kind == BEL_PREDICATES_ENTAIL;
  if (!e->finder->options.same_situation || !one || !predicates.by_rule || goes_both_ways (e, e->a)
      || goes_both_ways (e, e->b))
    return 0;
  const BelRoleFill *subject = bel_prop_fill (e->b, role_named (e, "subject")),
                    *object = bel_prop_fill (e->b, role_named (e, "object"));
  if (e->a->sentence == BEL_NONE || !is_named (e, e->b, subject) || !is_named (e, e->b, object))
    return 0;
  bool crossed = has_others_part (e, &predicates, subject, object) || has_others_part (e, &predicates, object, subject);
  return crossed ? predicates.trust * TRUST_SWAPPED : 0;
}

float
bel_judge_one_situation (BelEvidence *e)
{
  return e->finder->options.same_situation || e->beside;
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

/* -- blame --------------------------------------------------------------------------------------------------- */

/* In whose mouth the claim is; no head without one. */
static BelNoun
speaker_of (const BelEvidence *e, const BelProp *prop)
{
  if (prop->kind != BEL_PROP_CLAIM || prop->voice == BEL_NONE)
    return (BelNoun){ prop->document, BEL_NONE, BEL_NONE, BEL_NONE };
  const BelAttribution *source = &e->finder->sources[prop->document]->attributions.items[prop->voice];
  return (BelNoun){ prop->document, source->source_head, source->source_entity, BEL_NONE };
}

static bool
blames (const BelEvidence *e, const BelProp *prop, BelNoun whom)
{
  const BelRoleFill *subject = bel_prop_fill (prop, role_named (e, "subject"));
  if (!subject || whom.head == BEL_NONE)
    return false;
  if (prop->document == whom.document)
    return subject->entity != BEL_NONE && subject->entity == whom.entity;
  BelMatch match = bel_phrase_compare (e->finder, bel_prop_noun (prop, subject), whom, 0);
  return match.kind == BEL_MATCH_SAME && !match.weak;
}

/* To one and the same thing, or "fired first": nothing but who did it is told, and one of the two was the first. */
static float
of_one_deed (const BelEvidence *e)
{
  const BelRoleFill *object_a = bel_prop_fill (e->a, role_named (e, "object")),
                    *object_b = bel_prop_fill (e->b, role_named (e, "object"));
  if (object_a && object_b) {
    BelMatch match = bel_phrase_compare (e->finder, bel_prop_noun (e->a, object_a), bel_prop_noun (e->b, object_b),
                                         e->beside ? BEL_PHRASE_BESIDE : 0);
    return match.kind == BEL_MATCH_SAME || match.kind == BEL_MATCH_NARROWER ? match.trust : 0;
  }
  bool both_first = true;
  for (int side = 0; side < 2; side++) {
    const BelProp *prop = side ? e->b : e->a;
    bool first = false;
    for (BEL_EACH_CHILD (bel_finder_document (e->finder, prop->document), prop->head, c))
      first = first || bel_token_form_is (bel_finder_document (e->finder, prop->document), c, "first");
    both_first = both_first && first;
  }
  return !object_a && !object_b && both_first ? 1 : 0;
}

float
bel_judge_blame_each_other (BelEvidence *e)
{
  if ((!e->beside && !e->finder->options.same_situation) || !blames (e, e->a, speaker_of (e, e->b))
      || !blames (e, e->b, speaker_of (e, e->a)) || blames (e, e->a, speaker_of (e, e->a)))
    return 0; /* who speaks of what they did themselves blame nobody */
  BelPredicates predicates = bel_predicates_compare (e->finder, e->a, e->b);
  if (predicates.kind != BEL_PREDICATES_SAME && predicates.kind != BEL_PREDICATES_ENTAIL)
    return 0;
  float deed = of_one_deed (e);
  if (deed <= 0)
    return 0;
  e->token_a = bel_prop_fill (e->a, role_named (e, "subject"))->head;
  e->token_b = bel_prop_fill (e->b, role_named (e, "subject"))->head;
  return predicates.trust * deed;
}
