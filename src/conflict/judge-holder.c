/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* "Rita Okafor is the mayor of Velmar" beside "Greta Lund, the mayor of Velmar, met Rita Okafor": what is one of its kind is somebody
 * else, or somebody else's, in the text. */
#include "conflict/judge.h"
#include "conflict/prop.h"
#include "conflict/support.h"
#include "conflict/wording.h"

/* Least trust in the text's word for what the short sentence says somebody is. */
#define SAME_OFFICE 0.8f
#define TRUST_OTHER_HOLDER 0.95f
#define TRUST_ONLY_NEAR 0.75f
/* Least share of the short sentence that the text speaks of. */
#define MIN_COVER 0.8f

/* "X is the R of Y" */
typedef struct {
  uint32_t office, holder;
  uint32_t of; /* a name that tells which office, or BEL_NONE */
  bool ranked; /* "the tallest", "the second tallest": whatever it is said of */
} Office;

static bool
is_name (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_PROPN && document->tokens.name[t] != BEL_NAME_NONE;
}

static bool
is_indefinite (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    if (dep == BEL_DEP_NUMMOD
        || (dep == BEL_DEP_DET && bel_token_feat (document, c, BEL_FEAT_DEFINITE) != BEL_DEFINITE_DEF))
      return true;
  }
  return bel_token_feat (document, t, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
}

/* "second tallest": an ordinal by the superlative that @t has. *@out_superlative: that, or BEL_NONE. */
static bool
is_ranked (const BelDocument *document, uint32_t t, uint32_t *out_superlative)
{
  *out_superlative = BEL_NONE;
  bool ordinal = false;
  for (BEL_EACH_CHILD (document, t, c)) {
    if (bel_token_feat (document, c, BEL_FEAT_DEGREE) == BEL_DEGREE_SUP)
      *out_superlative = c;
    ordinal = ordinal || bel_token_feat (document, c, BEL_FEAT_NUMTYPE) == BEL_NUMTYPE_ORD;
  }
  for (uint32_t c = *out_superlative; c != BEL_NONE && c == *out_superlative; c = BEL_NONE) {
    for (BEL_EACH_CHILD (document, c, d))
      ordinal = ordinal || bel_token_feat (document, d, BEL_FEAT_NUMTYPE) == BEL_NUMTYPE_ORD;
    bool before = c > 0 && bel_token_feat (document, c - 1, BEL_FEAT_NUMTYPE) == BEL_NUMTYPE_ORD;
    ordinal = ordinal || before;
  }
  return ordinal;
}

static bool
read_office (const BelDocument *document, const BelProp *sentence, Office *out)
{
  uint32_t head = sentence->head;
  *out = (Office){ head, bel_child (document, head, BEL_DEP_NSUBJ), BEL_NONE, false };
  uint32_t superlative;
  bool ranked = is_ranked (document, head, &superlative) || superlative != BEL_NONE;
  if (bel_child (document, head, BEL_DEP_COP) == BEL_NONE || bel_child (document, head, BEL_DEP_CASE) != BEL_NONE
      || out->holder == BEL_NONE || (!ranked && !is_name (document, out->holder)) || is_indefinite (document, head))
    return false;
  out->ranked = ranked;
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep dep = bel_dep_base (document->tokens.dep[c]);
    if ((dep == BEL_DEP_NMOD || dep == BEL_DEP_COMPOUND) && document->tokens.pos[c] == BEL_POS_PROPN)
      out->of = c;
  }
  return out->of != BEL_NONE;
}

/* Whether the text calls @entity that, wherever. */
static bool
is_called (BelEvidence *e, uint32_t entity, uint32_t office)
{
  const BelClaims *claims = e->finder->sources[e->a->document];
  for (uint32_t i = 0; entity != BEL_NONE && i < claims->mentions.n; i++) {
    const BelMention *mention = &claims->mentions.items[i];
    if (mention->entity == entity && mention->kind != BEL_MENTION_PRONOUN
        && bel_word_says (e->finder, e->a->document, mention->head, e->b->document, office) >= SAME_OFFICE)
      return true;
  }
  return false;
}

/* Another name right by the office: "the mayor, Greta Lund", "Mayor Greta Lund". */
static uint32_t
named_holder (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (bel_dep_base (document->tokens.dep[c]) == BEL_DEP_APPOS && is_name (document, c))
      return c;
  uint32_t head = document->tokens.head[t];
  BelDep dep = bel_dep_base (document->tokens.dep[t]);
  bool title = (dep == BEL_DEP_COMPOUND || document->tokens.dep[t] == BEL_DEP_NMOD_DESC) && head != BEL_NONE
               && document->tokens.name[head] == BEL_NAME_PERSON;
  if (title || (dep == BEL_DEP_APPOS && is_name (document, head)))
    return head;
  uint32_t subject = bel_child (document, t, BEL_DEP_NSUBJ);
  bool said = bel_child (document, t, BEL_DEP_COP) != BEL_NONE && subject != BEL_NONE && is_name (document, subject);
  return said ? subject : BEL_NONE;
}

/* "met the mayor's aide", "wrote to the mayor": somebody else than who wrote. With "as" it may be the same. */
static bool
stands_apart (const BelDocument *document, uint32_t t)
{
  BelDep dep = bel_dep_base (document->tokens.dep[t]);
  uint32_t marker = bel_child (document, t, BEL_DEP_CASE);
  if (document->tokens.dep[t] == BEL_DEP_NMOD_POSS)
    return true;
  return (dep == BEL_DEP_OBL || dep == BEL_DEP_NMOD) && marker != BEL_NONE
         && !bel_token_lemma_is (document, marker, "as");
}

/* "the second tallest tower" is not the tallest. */
static bool
is_ranked_otherwise (BelEvidence *e, uint32_t t, uint32_t office)
{
  const BelDocument *doc_a = bel_finder_document (e->finder, e->a->document),
                    *doc_b = bel_finder_document (e->finder, e->b->document);
  uint32_t of_a, of_b;
  bool ranked_a = is_ranked (doc_a, t, &of_a), ranked_b = is_ranked (doc_b, office, &of_b);
  return of_a != BEL_NONE && of_b != BEL_NONE && ranked_a != ranked_b
         && bel_finder_lemma (e->finder, e->a->document, of_a) == bel_finder_lemma (e->finder, e->b->document, of_b);
}

/* How surely @t is the office of the short sentence, and its holder there somebody else than @holder. */
static float
held_by_another (BelEvidence *e, uint32_t t, uint32_t holder)
{
  const BelDocument *document = bel_finder_document (e->finder, e->a->document);
  uint32_t entity = bel_claims_entity_at (e->finder->sources[e->a->document], holder);
  if (bel_dominates (document, t, holder) || bel_dominates (document, holder, t)
      || (entity != BEL_NONE && entity == bel_claims_entity_at (e->finder->sources[e->a->document], t)))
    return 0;
  uint32_t other = named_holder (document, t);
  if (other != BEL_NONE)
    return bel_dominates (document, other, holder) && holder == other ? 0 : TRUST_OTHER_HOLDER;
  return stands_apart (document, t) ? TRUST_ONLY_NEAR : 0;
}

float
bel_judge_other_holder (BelEvidence *e)
{
  BelFinder *finder = e->finder;
  Office office;
  if (e->a->kind != BEL_PROP_SENTENCE || e->b->kind != BEL_PROP_SENTENCE || !finder->options.same_situation
      || e->b->head == BEL_NONE)
    return 0;
  const BelDocument *doc_a = bel_finder_document (finder, e->a->document),
                    *doc_b = bel_finder_document (finder, e->b->document);
  if (!read_office (doc_b, e->b, &office) || bel_truth_at (finder, e->b->document, e->b->head) <= 0)
    return 0;
  BelSupport support;
  bel_support_read (finder, e->a, e->b, &support);
  uint32_t holder = bel_support_found (&support, office.holder), of = bel_support_found (&support, office.of);
  const BelSentence *s = &doc_a->sentences.items[e->a->sentence];
  if (holder == BEL_NONE || of == BEL_NONE || support.cover < MIN_COVER)
    return 0;
  for (uint32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
    if (!bel_token_is_content (doc_a, t) || !bel_dominates (doc_a, t, of) || t == of
        || bel_word_says (finder, e->a->document, t, e->b->document, office.office) < SAME_OFFICE)
      continue;
    e->token_a = t;
    e->token_b = office.holder;
    if (office.ranked && is_ranked_otherwise (e, t, office.office))
      return TRUST_ONLY_NEAR;
    if (!is_name (doc_b, office.holder))
      continue;
    float trust = is_called (e, bel_claims_entity_at (finder->sources[e->a->document], holder), office.office)
                      ? 0
                      : held_by_another (e, t, holder);
    if (trust > 0)
      return trust;
  }
  return 0;
}
