/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Features of verbs that the word does not show: "met" in "they met" is third person plural, in "was met" it is
 * passive, in "meet her" an imperative. Conditions follow the practice of UD English EWT and GUM 2.16. */
#include "syntax/morph.h"

static bool
has_child (const BelDocument *document, uint32_t t, BelDep base)
{
  return bel_child_base (document, t, base) != BEL_NONE;
}

/* The word whose arguments the auxiliary or copula @t serves; @t itself when it is a full verb. */
static uint32_t
clause_head (const BelDocument *document, uint32_t t)
{
  BelDep base = bel_dep_base (document->tokens.dep[t]);
  bool serves = base == BEL_DEP_AUX || base == BEL_DEP_COP;
  return serves && document->tokens.head[t] != BEL_NONE ? document->tokens.head[t] : t;
}

static uint32_t
own_subject (const BelDocument *document, uint32_t head)
{
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep dep = document->tokens.dep[c];
    if (bel_dep_base (dep) == BEL_DEP_NSUBJ && dep != BEL_DEP_NSUBJ_OUTER)
      return c;
  }
  return BEL_NONE;
}

/* The subject of the clause of @head, or that of the clause it is joined to ("they came and saw"). */
static uint32_t
find_subject (const BelDocument *document, uint32_t head)
{
  const BelTokens *tokens = &document->tokens;
  for (int i = 0; i < 8 && head != BEL_NONE; i++) {
    uint32_t subject = own_subject (document, head);
    if (subject != BEL_NONE)
      return subject;
    if (tokens->dep[head] != BEL_DEP_CONJ)
      break;
    head = tokens->head[head];
  }
  return BEL_NONE;
}

/* "who" and "that" agree as the noun the clause is about. */
static uint32_t
antecedent (const BelDocument *document, uint32_t subject)
{
  const BelTokens *tokens = &document->tokens;
  if (bel_token_feat (document, subject, BEL_FEAT_PRONTYPE) != BEL_PRONTYPE_REL)
    return subject;
  uint32_t clause = tokens->head[subject];
  if (clause == BEL_NONE || tokens->dep[clause] != BEL_DEP_ACL_RELCL || tokens->head[clause] == BEL_NONE)
    return subject;
  return tokens->head[clause];
}

/* In a phrase joined by "and" the verb is plural. */
static bool
is_joined (const BelDocument *document, uint32_t t)
{
  for (BEL_EACH_CHILD (document, t, c))
    if (document->tokens.dep[c] == BEL_DEP_CONJ)
      for (BEL_EACH_CHILD (document, c, cc))
        if (document->tokens.dep[cc] == BEL_DEP_CC && bel_token_lemma_is (document, cc, "and"))
          return true;
  return false;
}

static BelFeats
agree (const BelDocument *document, uint32_t t, BelFeats feats)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t subject = find_subject (document, clause_head (document, t));
  unsigned number = tokens->xpos[t] == BEL_XPOS_VBP ? BEL_NUMBER_PLUR : BEL_NUMBER_SING, person = 3;
  if (subject != BEL_NONE) {
    subject = antecedent (document, subject);
    unsigned said_number = bel_token_feat (document, subject, BEL_FEAT_NUMBER);
    unsigned said_person = bel_token_feat (document, subject, BEL_FEAT_PERSON);
    bool pronoun = bel_token_feat (document, subject, BEL_FEAT_PRONTYPE) == BEL_PRONTYPE_PRS;
    if (pronoun && said_person)
      person = said_person;
    if (said_number)
      number = said_number == BEL_NUMBER_SING ? BEL_NUMBER_SING : BEL_NUMBER_PLUR;
    else if (pronoun && said_person == 2)
      number = BEL_NUMBER_SING;
    if (is_joined (document, subject)) {
      number = BEL_NUMBER_PLUR;
      person = pronoun ? person : 3;
    }
    if (tokens->xpos[t] == BEL_XPOS_VBP && person == 3)
      number = BEL_NUMBER_PLUR;
  }
  if (bel_token_form_is (document, t, "was"))
    number = BEL_NUMBER_SING;
  else if (bel_token_form_is (document, t, "were") && person != 2)
    number = BEL_NUMBER_PLUR;
  feats = bel_feats_set (feats, BEL_FEAT_NUMBER, number);
  return bel_feats_set (feats, BEL_FEAT_PERSON, person);
}

static BelFeats
past_participle (const BelDocument *document, uint32_t t, BelFeats feats)
{
  const BelTokens *tokens = &document->tokens;
  bool passive = true;
  if (tokens->pos[t] == BEL_POS_AUX
      || (has_child (document, t, BEL_DEP_AUX) && bel_child (document, t, BEL_DEP_AUX_PASS) == BEL_NONE))
    passive = false; /* "has gone" */
  else if (bel_child (document, t, BEL_DEP_AUX_PASS) == BEL_NONE && tokens->dep[t] == BEL_DEP_CONJ
           && tokens->xpos[tokens->head[t]] == BEL_XPOS_VBN)
    passive = bel_child (document, tokens->head[t], BEL_DEP_AUX_PASS) != BEL_NONE
              || !has_child (document, tokens->head[t], BEL_DEP_AUX); /* "was taken and sold", "had come and gone" */
  return bel_feats_set (feats, BEL_FEAT_VOICE, passive);
}

static BelFeats
ing_form (const BelDocument *document, uint32_t t, BelFeats feats)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t at = t;
  for (int i = 0; i < 8 && tokens->dep[at] == BEL_DEP_CONJ && tokens->xpos[tokens->head[at]] == BEL_XPOS_VBG; i++)
    at = tokens->head[at];
  BelDep base = bel_dep_base (tokens->dep[at]);
  bool participle = tokens->pos[t] == BEL_POS_AUX || has_child (document, at, BEL_DEP_AUX) || base == BEL_DEP_ADVCL
                    || base == BEL_DEP_CASE || base == BEL_DEP_ROOT || base == BEL_DEP_PARATAXIS || base == BEL_DEP_CONJ
                    || base == BEL_DEP_MARK;
  feats = bel_feats_set (feats, BEL_FEAT_TENSE, participle ? BEL_TENSE_PRES : 0);
  return bel_feats_set (feats, BEL_FEAT_VERBFORM, participle ? BEL_VERBFORM_PART : BEL_VERBFORM_GER);
}

/* "Do not go", "Leave and come back": no subject, no auxiliary, no "to". */
static bool
is_imperative (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t head = clause_head (document, t);
  for (int i = 0; i < 8 && tokens->dep[head] == BEL_DEP_CONJ && tokens->head[head] != BEL_NONE; i++) {
    if (tokens->xpos[tokens->head[head]] != BEL_XPOS_VB || own_subject (document, head) != BEL_NONE)
      return false;
    head = tokens->head[head];
  }
  BelDep base = bel_dep_base (tokens->dep[head]);
  if (base != BEL_DEP_ROOT && base != BEL_DEP_PARATAXIS)
    return false;
  for (BEL_EACH_CHILD (document, head, c)) {
    BelDep child = bel_dep_base (tokens->dep[c]);
    if (child == BEL_DEP_NSUBJ || child == BEL_DEP_MARK || (child == BEL_DEP_AUX && tokens->xpos[c] != BEL_XPOS_VB))
      return false;
  }
  return head == t || tokens->xpos[head] == BEL_XPOS_VB || bel_dep_base (tokens->dep[t]) == BEL_DEP_COP;
}

static BelFeats
base_form (const BelDocument *document, uint32_t t, BelFeats feats)
{
  if (!is_imperative (document, t))
    return feats;
  feats = bel_feats_set (feats, BEL_FEAT_MOOD, BEL_MOOD_IMP);
  return bel_feats_set (feats, BEL_FEAT_VERBFORM, BEL_VERBFORM_FIN);
}

BelFeats
bel_morph_case (const BelDocument *document, uint32_t t, BelFeats feats)
{
  bool one_form
      = bel_feats_get (feats, BEL_FEAT_GENDER) == BEL_GENDER_NEUT || bel_feats_get (feats, BEL_FEAT_PERSON) == 2;
  if (!one_form || bel_feats_get (feats, BEL_FEAT_REFLEX))
    return feats;
  BelDep base = bel_dep_base (document->tokens.dep[t]);
  bool object = base == BEL_DEP_OBJ || base == BEL_DEP_IOBJ || base == BEL_DEP_OBL || base == BEL_DEP_NMOD;
  return bel_feats_set (feats, BEL_FEAT_CASE, object ? BEL_CASE_ACC : BEL_CASE_NOM);
}

BelFeats
bel_morph_clause (const BelDocument *document, uint32_t t, BelFeats feats)
{
  switch ((BelXpos) document->tokens.xpos[t]) {
  case BEL_XPOS_VBP:
  case BEL_XPOS_VBD:
    return agree (document, t, feats);
  case BEL_XPOS_VBN:
    return past_participle (document, t, feats);
  case BEL_XPOS_VBG:
    return ing_form (document, t, feats);
  case BEL_XPOS_VB:
    return base_form (document, t, feats);
  default:
    return feats;
  }
}
