/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Pronouns of the third person: up the tree to the subjects that govern them, then back over the sentences, subjects
 * first; two as good are none. First persons wait until the speakers are known. */
#include "claim/entity-private.h"

/* Sentences back: a person is kept in mind longer than a thing. */
#define PERSON_REACH 3u
#define THING_REACH 1u
#define CLIMB 24u

typedef struct {
  uint8_t gender; /* of "he", "she", "it"; 0 for "they" */
  bool plural;
  bool reflexive;
  bool possessive;
  uint32_t token;
} Pronoun;

static Pronoun
read_pronoun (const BelDocument *document, uint32_t t)
{
  Pronoun p = { .token = t };
  p.gender = (uint8_t) bel_token_feat (document, t, BEL_FEAT_GENDER);
  p.plural = bel_token_form_is (document, t, "they") || bel_token_form_is (document, t, "them")
             || bel_token_form_is (document, t, "their") || bel_token_form_is (document, t, "theirs")
             || bel_token_form_is (document, t, "themselves");
  p.possessive = document->tokens.xpos[t] == BEL_XPOS_PRPS;
  const char *form = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  p.reflexive = g_str_has_suffix (form, "self") || g_str_has_suffix (form, "selves");
  if (!p.gender && !p.plural) {
    if (g_str_has_prefix (form, "he") && strlen (form) <= 2)
      p.gender = BEL_GENDER_MASC;
    else if (form[0] == 'h' && form[1] == 'i')
      p.gender = BEL_GENDER_MASC;
    else if (g_str_has_prefix (form, "she") || g_str_has_prefix (form, "her"))
      p.gender = BEL_GENDER_FEM;
    else if (g_str_has_prefix (form, "it"))
      p.gender = BEL_GENDER_NEUT;
  }
  return p;
}

static bool
is_third_person (const BelDocument *document, uint32_t t)
{
  unsigned person = bel_token_feat (document, t, BEL_FEAT_PERSON);
  if (person)
    return person == 3;
  Pronoun p = read_pronoun (document, t);
  return p.gender || p.plural;
}

static bool
is_subject (uint8_t dep)
{
  return dep == BEL_DEP_NSUBJ || dep == BEL_DEP_NSUBJ_PASS || dep == BEL_DEP_NSUBJ_OUTER;
}

/* "it" that stands for nothing: expletives, and the subject of the weather. */
static bool
is_empty (const BelEntities *e, uint32_t t)
{
  const BelTokens *tokens = &e->document->tokens;
  if (tokens->dep[t] == BEL_DEP_EXPL)
    return true;
  const BelLexicon *weather = bel_program_lexicon (e->context->program, "weather-verb");
  return weather && tokens->head[t] != BEL_NONE && bel_token_form_is (e->document, t, "it")
         && is_subject (tokens->dep[t]) && bel_lexicon_word (weather, e->document, tokens->head[t]);
}

static bool
agrees (const BelEntities *e, const Pronoun *p, uint32_t id)
{
  const BelEntity *entity = &e->claims->entities.items[id];
  BelSort sort = e->infos.items[id].sort;
  bool many = entity->number == BEL_NUMBER_MANY;
  if (p->plural)
    return many || (sort == BEL_SORT_BODY && !many && e->infos.items[id].place == BEL_NONE);
  if (many)
    return false;
  if (p->gender == BEL_GENDER_NEUT)
    return sort != BEL_SORT_PERSON;
  bool person = sort == BEL_SORT_PERSON || (sort == BEL_SORT_THING && entity->named && entity->type == BEL_NAME_NONE);
  return person && (!entity->gender || entity->gender == p->gender);
}

static uint32_t
subject_of (const BelDocument *document, uint32_t verb)
{
  for (BEL_EACH_CHILD (document, verb, c))
    if (is_subject (document->tokens.dep[c]))
      return c;
  return BEL_NONE;
}

static bool
in_one_quote (const BelEntities *e, uint32_t a, uint32_t b)
{
  const BelClaims *claims = e->claims;
  for (uint32_t i = 0; i < claims->quotes.n; i++) {
    bool has_a = bel_span_contains (claims->quotes.items[i], e->document->tokens.span[a]);
    bool has_b = bel_span_contains (claims->quotes.items[i], e->document->tokens.span[b]);
    if (has_a != has_b)
      return false;
  }
  return true;
}

/* The clause that @t is an argument of: the first verb, or other head with a subject, above it. */
static uint32_t
clause_of (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t step = 0, at = tokens->head[t]; at != BEL_NONE && step < CLIMB; at = tokens->head[at], step++)
    if (tokens->pos[at] == BEL_POS_VERB || subject_of (document, at) != BEL_NONE)
      return at;
  return BEL_NONE;
}

/* A pronoun that is neither reflexive nor possessive is not the subject of its own clause. */
static bool
may_be_subject_of_own_clause (const Pronoun *p)
{
  return p->reflexive || p->possessive;
}

/* "Tate" of "Tate's lawyer" and of "a lawyer for Tate". */
static uint32_t
principal_of (const BelEntities *e, uint32_t t)
{
  const BelTokens *tokens = &e->document->tokens;
  uint32_t owner = bel_child (e->document, t, BEL_DEP_NMOD_POSS);
  for (BEL_EACH_CHILD (e->document, t, c)) {
    uint32_t marker = bel_child (e->document, c, BEL_DEP_CASE);
    if (owner == BEL_NONE && tokens->dep[c] == BEL_DEP_NMOD && marker != BEL_NONE
        && bel_token_form_is (e->document, marker, "for"))
      owner = c;
  }
  return owner == BEL_NONE ? BEL_NONE : bel_claims_entity_at (e->claims, owner);
}

/* "Her lawyer said she …", "the actress's sister said she …": who speaks for another speaks of that one; of others the one
 * whose gender is known. */
static uint32_t
prefer_principal (const BelEntities *e, const Pronoun *p, uint32_t subject, uint32_t id)
{
  uint32_t principal = p->possessive || p->reflexive ? BEL_NONE : principal_of (e, subject);
  if (principal == BEL_NONE || principal == id || !agrees (e, p, principal) || p->gender == BEL_GENDER_NEUT
      || e->claims->entities.items[id].named)
    return id;
  const BelLexicon *proxies = bel_program_lexicon (e->context->program, "entity-proxy");
  bool proxy = proxies && bel_lexicon_word (proxies, e->document, subject);
  bool known = e->claims->entities.items[principal].gender && !e->claims->entities.items[id].gender;
  return proxy || known ? principal : id;
}

/* "He never saw it, Mr. Dunne's wife said": who speaks comes after, and it can't be her. */
static uint32_t
look_ahead (const BelEntities *e, const Pronoun *p)
{
  uint32_t clause = clause_of (e->document, p->token);
  for (uint32_t step = 0; p->gender && p->gender != BEL_GENDER_NEUT && clause != BEL_NONE && step < CLIMB; step++) {
    uint32_t subject = subject_of (e->document, clause);
    uint32_t id = subject == BEL_NONE || subject < p->token ? BEL_NONE : bel_claims_entity_at (e->claims, subject);
    uint32_t principal = id == BEL_NONE || agrees (e, p, id) ? BEL_NONE : principal_of (e, subject);
    if (principal != BEL_NONE && agrees (e, p, principal))
      return principal;
    clause = clause_of (e->document, clause);
  }
  return BEL_NONE;
}

/* Up the tree: the subject of a governing clause, which the pronoun most often takes up. */
static uint32_t
climb (const BelEntities *e, const Pronoun *p)
{
  const BelTokens *tokens = &e->document->tokens;
  uint32_t clause = clause_of (e->document, p->token);
  bool own = true;
  for (uint32_t step = 0; clause != BEL_NONE && step < CLIMB; step++) {
    uint32_t subject = subject_of (e->document, clause);
    bool usable = subject != BEL_NONE && subject < p->token && !bel_dominates (e->document, subject, p->token)
                  && (!own || may_be_subject_of_own_clause (p)) && in_one_quote (e, subject, p->token);
    uint32_t id = usable ? bel_claims_entity_at (e->claims, subject) : BEL_NONE;
    if (id != BEL_NONE && agrees (e, p, id))
      return prefer_principal (e, p, subject, id);
    own = own && subject == BEL_NONE && (tokens->dep[clause] == BEL_DEP_XCOMP || tokens->dep[clause] == BEL_DEP_CONJ);
    clause = clause_of (e->document, clause);
  }
  return BEL_NONE;
}

typedef struct {
  uint32_t subject; /* first agreeing subject */
  uint32_t other;   /* the only agreeing one that is no subject */
  bool two_subjects;
  bool two_others;
} Found;

static bool
is_co_argument (const BelEntities *e, const Pronoun *p, uint32_t t)
{
  return !may_be_subject_of_own_clause (p) && clause_of (e->document, t) == clause_of (e->document, p->token);
}

/* A subject, or another one beside it: "Ana and Bo met". */
static bool
is_of_subject (const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t head = tokens->head[t];
  return is_subject (tokens->dep[t])
         || (tokens->dep[t] == BEL_DEP_CONJ && head != BEL_NONE && is_subject (tokens->dep[head]));
}

static void
count (Found *found, uint32_t id, bool subject)
{
  if (subject) {
    if (found->subject == BEL_NONE)
      found->subject = id;
    else if (found->subject != id)
      found->two_subjects = true;
  } else if (found->other == BEL_NONE)
    found->other = id;
  else if (found->other != id)
    found->two_others = true;
}

static Found
look_in (const BelEntities *e, const Pronoun *p, uint32_t sentence)
{
  Found found = { BEL_NONE, BEL_NONE, false, false };
  const BelSentence *s = &e->document->sentences.items[sentence];
  uint32_t past = MIN (s->first_token + s->n_tokens, p->token);
  bool here = e->document->tokens.sentence[p->token] == sentence;
  for (uint32_t t = s->first_token; t < past; t++) {
    uint32_t id = bel_claims_entity_at (e->claims, t);
    if (id == BEL_NONE || !agrees (e, p, id) || (here && (is_co_argument (e, p, t) || !in_one_quote (e, t, p->token)))
        || bel_dominates (e->document, t, p->token))
      continue;
    count (&found, id, is_of_subject (e->document, t));
  }
  return found;
}

/* A subject before others; one that is the only one. */
static uint32_t
decide (const Found *found)
{
  if (found->subject != BEL_NONE)
    return found->two_subjects ? BEL_NONE : found->subject;
  return found->two_others ? BEL_NONE : found->other;
}

static bool
is_any (const Found *found)
{
  return found->subject != BEL_NONE || found->other != BEL_NONE;
}

static uint32_t
look_back (const BelEntities *e, const Pronoun *p)
{
  uint32_t here = e->document->tokens.sentence[p->token];
  uint32_t reach = p->gender == BEL_GENDER_MASC || p->gender == BEL_GENDER_FEM ? PERSON_REACH : THING_REACH;
  for (uint32_t back = 0; back <= reach && back <= here; back++) {
    Found found = look_in (e, p, here - back);
    if (is_any (&found))
      return decide (&found);
  }
  return BEL_NONE;
}

/* What is told of someone by "he" or "she" is remembered. */
static void
learn (BelEntities *e, uint32_t id, const Pronoun *p)
{
  BelEntity *entity = &e->claims->entities.items[id];
  if (p->plural || p->gender == BEL_GENDER_NEUT || entity->gender)
    return;
  entity->gender = p->gender;
}

void
bel_pronoun_link (BelEntities *e, uint32_t t)
{
  uint32_t m = e->claims->mention_at[t];
  if (m == BEL_NONE || e->claims->mentions.items[m].kind != BEL_MENTION_PRONOUN || !is_third_person (e->document, t)
      || is_empty (e, t))
    return;
  Pronoun p = read_pronoun (e->document, t);
  uint32_t id = climb (e, &p);
  if (id == BEL_NONE)
    id = look_back (e, &p);
  if (id == BEL_NONE)
    id = look_ahead (e, &p);
  if (id == BEL_NONE)
    return;
  bel_entity_link (e, m, id);
  learn (e, id, &p);
}

/* -- first persons --------------------------------------------------------------------------------------- */

static bool
is_first_person (const BelDocument *document, uint32_t t)
{
  static const char *const FORMS[] = { "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves" };
  if (document->tokens.pos[t] != BEL_POS_PRON)
    return false;
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    if (bel_token_form_is (document, t, FORMS[i]))
      return true;
  return false;
}

static bool
is_in_quote (const BelClaims *claims, BelSpan span)
{
  for (uint32_t i = 0; i < claims->quotes.n; i++)
    if (bel_span_contains (claims->quotes.items[i], span))
      return true;
  return false;
}

/* The source of the least quoted content around @span. */
static uint32_t
speaker_of (const BelClaims *claims, BelSpan span)
{
  uint32_t best = BEL_NONE, best_length = UINT32_MAX;
  for (uint32_t a = 0; a < claims->attributions.n; a++) {
    const BelAttribution *attribution = &claims->attributions.items[a];
    for (uint32_t c = 0; c < attribution->content.n; c++) {
      BelSpan content = attribution->content.items[c];
      if (bel_span_contains (content, span) && bel_span_length (content) < best_length
          && attribution->source_entity != BEL_NONE && !bel_span_overlaps (attribution->source, span)) {
        best = attribution->source_entity;
        best_length = bel_span_length (content);
      }
    }
  }
  return best;
}

void
bel_pronouns_resolve (const BelClaimContext *context, BelClaims *claims)
{
  (void) context;
  const BelDocument *document = claims->document;
  for (uint32_t m = 0; m < claims->mentions.n; m++) {
    BelMention *mention = &claims->mentions.items[m];
    if (mention->kind != BEL_MENTION_PRONOUN || mention->entity != BEL_NONE
        || !is_first_person (document, mention->head) || !is_in_quote (claims, mention->span))
      continue;
    uint32_t speaker = speaker_of (claims, mention->span);
    if (speaker == BEL_NONE)
      continue;
    mention->entity = speaker;
    bel_vec_push (document->arena, &claims->entities.items[speaker].mentions, m);
  }
}
