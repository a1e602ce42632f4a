/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Which predicates are said at a token: its lemma finds the forms, the tree around it tells them apart and
 * gives the arguments. */
#include "rule/program-private.h"

#include <string.h>

static bool
is_participle (const BelDocument *document, uint32_t t)
{
  return bel_token_feat (document, t, BEL_FEAT_VERBFORM) == BEL_VERBFORM_PART;
}

/* Which parts of speech may carry a form. A phrase with several words is told by its words. */
static bool
fits_pos (const BelDocument *document, const BelForm *form, uint32_t t)
{
  uint8_t pos = document->tokens.pos[t];
  if (form->phrase.n > 1 && form->kind == BEL_FORM_VERB)
    return pos != BEL_POS_ADP && pos != BEL_POS_DET && pos != BEL_POS_PUNCT; /* "be at war with" is headed by "war" */
  switch (form->kind) {
  case BEL_FORM_VERB:
    return pos == BEL_POS_VERB || pos == BEL_POS_AUX;
  case BEL_FORM_NOUN:
    return pos == BEL_POS_NOUN || pos == BEL_POS_PROPN;
  case BEL_FORM_ADJ:
    return pos == BEL_POS_ADJ || pos == BEL_POS_ADV || (pos == BEL_POS_VERB && is_participle (document, t));
  }
  return false;
}

static bool
is_phrase_token (const BelPredicateMatch *match, uint32_t t)
{
  for (uint32_t i = 0; i < match->n_tokens; i++)
    if (match->tokens[i] == t)
      return true;
  return false;
}

static void
add_arg (BelPredicateMatch *match, BelSym role, uint32_t token, uint32_t marker)
{
  if (match->n_args < BEL_PREDICATE_MAX_ARGS)
    match->args[match->n_args++] = (BelPredicateArg){ role, token, marker };
}

static bool
has_role (const BelPredicateMatch *match, BelSym role)
{
  for (uint32_t i = 0; i < match->n_args; i++)
    if (match->args[i].role == role)
      return true;
  return false;
}

/* The preposition (or "'s") of a noun phrase. */
static uint32_t
case_of (const BelDocument *document, uint32_t t)
{
  return bel_child_base (document, t, BEL_DEP_CASE);
}

static BelSym
marker_role (const BelForm *form, BelSym preposition, uint8_t dep)
{
  for (uint32_t i = 0; i < form->n_markers; i++) {
    const BelMarker *marker = &form->markers[i];
    if (marker->preposition != BEL_NONE ? marker->preposition == preposition : marker->dep == dep)
      return marker->role;
  }
  return BEL_NONE;
}

typedef struct {
  const BelProgram *program;
  const BelDocument *document;
  const BelForm *form;
  BelPredicateMatch *match;
} Matcher;

/* "was located in" under "be located in": the passive is the predicate's own, and its subject a subject. */
static bool
is_passive_phrase (const Matcher *m, uint32_t head)
{
  uint32_t aux = bel_child (m->document, head, BEL_DEP_AUX_PASS);
  return aux != BEL_NONE && is_phrase_token (m->match, aux);
}

/* "paid the nurse too little" under "pay too little": the object is the form's own. */
static bool
has_own_object (const Matcher *m, uint32_t head)
{
  for (BEL_EACH_CHILD (m->document, head, c))
    if (m->document->tokens.dep[c] == BEL_DEP_OBJ && is_phrase_token (m->match, c))
      return marker_role (m->form, m->program->known.to, BEL_DEP_OBL) == BEL_NONE;
  return false;
}

/* The role a verb's child has by its relation alone; BEL_NONE for one that goes by its preposition. */
static BelSym
core_role (const Matcher *m, uint32_t head, uint8_t dep)
{
  const BelWellKnown *known = &m->program->known;
  if (m->form->kind == BEL_FORM_NOUN) /* "the meeting was short": its subject is not the meeting's */
    return BEL_NONE;
  switch (dep) {
  case BEL_DEP_NSUBJ:
  case BEL_DEP_CSUBJ:
    return known->subject;
  case BEL_DEP_NSUBJ_PASS:
  case BEL_DEP_CSUBJ_PASS:
    if (m->form->kind == BEL_FORM_ADJ || is_passive_phrase (m, head)) /* "the island was uninhabited": a state */
      return known->subject;
    m->match->passive = true;
    return known->object;
  case BEL_DEP_OBJ:
    return known->object;
  case BEL_DEP_IOBJ: /* "gave them the map" as "gave the map to them" */
    return has_own_object (m, head) ? known->object : known->to;
  case BEL_DEP_OBL_AGENT: /* "was succeeded by him" under "be succeeded by": the form's own preposition */
    return is_passive_phrase (m, head) ? BEL_NONE : known->subject;
  default:
    return BEL_NONE;
  }
}

static bool
takes_preposition (uint8_t dep)
{
  BelDep base = bel_dep_base (dep);
  return base == BEL_DEP_OBL || base == BEL_DEP_NMOD || base == BEL_DEP_ADVCL || base == BEL_DEP_ACL
         || base == BEL_DEP_CCOMP || base == BEL_DEP_XCOMP;
}

/* "with Musk" at "met": a slot of the form, the object after the phrase's own preposition, else a role named so. */
static void
add_by_preposition (const Matcher *m, uint32_t child, uint8_t dep)
{
  const BelWellKnown *known = &m->program->known;
  uint32_t marker = case_of (m->document, child);
  BelSym preposition = marker == BEL_NONE ? BEL_NONE : m->document->tokens.lower[marker];
  BelSym role = marker_role (m->form, preposition, dep);
  if (role == BEL_NONE && dep == BEL_DEP_NMOD_POSS && m->match->self) /* "Hill's wife" as "the wife of Hill" */
    role = marker_role (m->form, known->of, BEL_DEP_NMOD);
  m->match->n_slots += role != BEL_NONE;
  if (role != BEL_NONE)
    add_arg (m->match, role, child, marker);
  else if (marker != BEL_NONE && is_phrase_token (m->match, marker))
    add_arg (m->match, known->object, child, marker);
  else if (preposition == known->by && m->match->passive && !has_role (m->match, known->subject))
    add_arg (m->match, known->subject, child, marker);
  else if (marker != BEL_NONE && takes_preposition (dep))
    add_arg (m->match, dep == BEL_DEP_NMOD_POSS ? known->poss : preposition, child, marker);
  else if (dep == BEL_DEP_NMOD_POSS)
    add_arg (m->match, known->poss, child, BEL_NONE);
}

/* "an Iranian plot" as "Iran's plot": an adjective out of a name, which its capital within the sentence tells. */
static bool
is_adjective_of_name (const Matcher *m, uint32_t t)
{
  const BelTokens *tokens = &m->document->tokens;
  return m->form->kind == BEL_FORM_NOUN && tokens->dep[t] == BEL_DEP_AMOD
         && t != m->document->sentences.items[tokens->sentence[t]].first_token
         && g_ascii_isupper (m->document->text[tokens->span[t].start]);
}

/* "withdrew its bid", "packed his bags": the pronoun inside a verb's own words names nobody new. */
static bool
is_inner_pronoun (const Matcher *m, uint32_t head, uint32_t child)
{
  const BelTokens *tokens = &m->document->tokens;
  return m->form->kind == BEL_FORM_VERB && head != m->match->tokens[0] && tokens->dep[child] == BEL_DEP_NMOD_POSS
         && tokens->pos[child] == BEL_POS_PRON;
}

static void
collect_args (const Matcher *m, uint32_t head)
{
  /* core relations first, so that a passive is known before its "by" */
  for (BEL_EACH_CHILD (m->document, head, c)) {
    BelSym role = core_role (m, head, m->document->tokens.dep[c]);
    if (role != BEL_NONE && !is_phrase_token (m->match, c))
      add_arg (m->match, role, c, case_of (m->document, c));
  }
  for (BEL_EACH_CHILD (m->document, head, child)) {
    uint8_t dep = is_adjective_of_name (m, child) ? BEL_DEP_NMOD_POSS : m->document->tokens.dep[child];
    if (!is_phrase_token (m->match, child) && core_role (m, head, dep) == BEL_NONE
        && !is_inner_pronoun (m, head, child))
      add_by_preposition (m, child, dep);
  }
}

/* Prepositions that lead in times and places too: "launched an attack on Monday". */
static bool
may_lead_in_time (const BelDocument *document, uint32_t marker)
{
  static const char *const WORDS[] = { "on", "in", "at", "by" };
  for (size_t i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (bel_token_form_is (document, marker, WORDS[i]))
      return true;
  return false;
}

/* "expressed support for the plan": what follows the object with a preposition that its noun asks for is the noun's, though it
 * hangs on the verb. */
static void
collect_beside (const Matcher *m, uint32_t noun)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t verb = tokens->head[noun];
  if (m->form->kind != BEL_FORM_NOUN || tokens->dep[noun] != BEL_DEP_OBJ || verb == BEL_NONE)
    return;
  for (BEL_EACH_CHILD (m->document, verb, c)) {
    if (tokens->dep[c] != BEL_DEP_OBL || tokens->subtree_first[c] != tokens->subtree_last[noun] + 1)
      continue;
    uint32_t marker = case_of (m->document, c);
    BelSym role = marker == BEL_NONE || may_lead_in_time (m->document, marker)
                      ? BEL_NONE
                      : marker_role (m->form, tokens->lower[marker], BEL_DEP_NMOD);
    if (role != BEL_NONE && !has_role (m->match, role) && !is_phrase_token (m->match, c))
      add_arg (m->match, role, c, marker);
  }
}

/* "a dead man": what an adjective modifies is its subject; "the closed road". */
static void
collect_modified (const Matcher *m, uint32_t t)
{
  const BelTokens *tokens = &m->document->tokens;
  uint8_t base = bel_dep_base (tokens->dep[t]);
  bool modifies = base == BEL_DEP_AMOD || (base == BEL_DEP_ACL && tokens->dep[t] != BEL_DEP_ACL_RELCL);
  if (m->form->kind == BEL_FORM_ADJ && modifies && tokens->head[t] != BEL_NONE
      && !has_role (m->match, m->program->known.subject))
    add_arg (m->match, m->program->known.subject, tokens->head[t], BEL_NONE);
}

static const BelPredicateArg *
find_arg (const BelPredicateMatch *match, BelSym role)
{
  for (uint32_t i = 0; i < match->n_args; i++)
    if (match->args[i].role == role)
      return &match->args[i];
  return NULL;
}

typedef enum { MISSED, UNTOLD, MET } Requirement;

/* "the bridge the mayor closed", "built and opened the bridge": a participant may stand elsewhere in the tree. */
static bool
may_be_shared (const Matcher *m)
{
  uint32_t t = m->match->tokens[0];
  BelDep dep = m->document->tokens.dep[t], base = bel_dep_base (dep);
  return m->form->kind == BEL_FORM_NOUN || base == BEL_DEP_ACL || base == BEL_DEP_CONJ || base == BEL_DEP_XCOMP
         || bel_child_base (m->document, t, BEL_DEP_CONJ) != BEL_NONE;
}

/* What an absent participant is to the tree: of "a letter delivered in May" the letter is the object; BEL_NONE: not to be told. */
static uint32_t
modified_by (const Matcher *m, BelSym role)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t t = m->match->tokens[0];
  bool participle = tokens->dep[t] == BEL_DEP_ACL && tokens->xpos[t] == BEL_XPOS_VBN;
  return participle && role == m->program->known.object && m->form->kind == BEL_FORM_VERB ? tokens->head[t] : BEL_NONE;
}

/* "tried to break into it": who does it is told above, but to whom is not. */
static bool
lacks_object (const Matcher *m, BelSym role)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t t = m->match->tokens[0];
  return role == m->program->known.object && tokens->dep[t] == BEL_DEP_XCOMP && tokens->xpos[t] == BEL_XPOS_VB
         && bel_child_base (m->document, t, BEL_DEP_CONJ) == BEL_NONE && tokens->pos[tokens->head[t]] == BEL_POS_VERB;
}

/* "the rockets that were fired": the relative pronoun stands for the noun that the clause hangs on. */
static uint32_t
stands_for (const Matcher *m, uint32_t t)
{
  const BelTokens *tokens = &m->document->tokens;
  uint32_t verb = tokens->head[t];
  bool relative = tokens->pos[t] == BEL_POS_PRON && (tokens->xpos[t] == BEL_XPOS_WDT || tokens->xpos[t] == BEL_XPOS_WP)
                  && verb != BEL_NONE && tokens->dep[verb] == BEL_DEP_ACL_RELCL && tokens->head[verb] != BEL_NONE;
  return relative ? tokens->head[verb] : t;
}

/* What is not of a known sort may be of any, and so may a pronoun be any thing; but "she" is no missile. */
static Requirement
untold (const Matcher *m, const BelRequire *require, uint32_t t)
{
  const BelTokens *tokens = &m->document->tokens;
  bool pronoun = tokens->pos[t] == BEL_POS_PRON;
  if (tokens->sort[t] == BEL_NOUN_UNKNOWN)
    return pronoun || require->sorts ? UNTOLD : MISSED;
  if (!pronoun || require->sorts)
    return MISSED;
  return tokens->sort[t] == BEL_NOUN_PERSON && !require->people ? MISSED : UNTOLD;
}

/* Whether the filler @t is such as it must be. */
static Requirement
try_condition (const Matcher *m, const BelRequire *require, uint32_t t)
{
  bool holds = bel_cond_holds (m->program, m->document, require->cond, t);
  if (holds == require->negated)
    return holds ? MISSED : untold (m, require, t);
  return require->negated ? UNTOLD : MET;
}

/* Whether one requirement is met, and if it is not, whether it can be told. */
static Requirement
try_requirement (const Matcher *m, const BelRequire *require)
{
  const BelPredicateArg *arg = find_arg (m->match, require->role);
  uint32_t modified = arg ? BEL_NONE : modified_by (m, require->role);
  if (modified != BEL_NONE && require->cond != BEL_NONE)
    return try_condition (m, require, modified);
  if (!arg && may_be_shared (m) && !lacks_object (m, require->role))
    return UNTOLD;
  if (require->cond == BEL_NONE)
    return (arg != NULL) != require->negated ? MET : MISSED;
  if (!arg)
    return require->negated ? UNTOLD : MISSED;
  return try_condition (m, require, stands_for (m, arg->token));
}

/* To be such says more than to be there, and a word more than a sort. */
static uint32_t
weight (const BelRequire *require)
{
  return require->cond == BEL_NONE ? 1 : require->sorts ? 2 : 3;
}

static bool
requirements_hold (const Matcher *m)
{
  const BelPredicateRest *rest = &m->program->rests[m->form->predicate];
  for (uint32_t i = 0; i < rest->n_requires; i++) {
    Requirement result = try_requirement (m, &rest->requires[i]);
    if (result == MISSED && !rest->requires[i].soft)
      return false;
    m->match->n_met += result == MET ? weight (&rest->requires[i]) : 0;
  }
  return true;
}

/* The words, head first. */
static void
set_tokens (BelPredicateMatch *match, const BelPhraseMatch *phrase, uint32_t t)
{
  match->tokens[match->n_tokens++] = t;
  for (uint32_t i = 0; i < phrase->n && match->n_tokens < BEL_PREDICATE_MAX_TOKENS; i++)
    if (phrase->token[i] != t)
      match->tokens[match->n_tokens++] = phrase->token[i];
}

static bool
is_date_word (const BelProgram *program, const BelDocument *document, uint32_t t)
{
  for (uint32_t i = 0; i < G_N_ELEMENTS (program->known.dates); i++)
    if (program->known.dates[i] && bel_lexicon_at (program->known.dates[i], document, t, NULL))
      return true;
  return false;
}

/* "took power on Monday" is not "take on", nor "turned violent on Monday" "turn on": a preposition that ends a verb's
 * phrase comes before any object, and does not bring a date. */
static bool
ends_elsewhere (const BelProgram *program, const BelDocument *document, const BelForm *form,
                const BelPhraseMatch *phrase)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t last = phrase->token[phrase->n - 1], noun = tokens->head[last];
  if (form->kind != BEL_FORM_VERB || phrase->n < 2 || tokens->dep[last] != BEL_DEP_CASE || noun == BEL_NONE)
    return false;
  for (uint32_t i = 0; i < phrase->n; i++)
    if (phrase->token[i] == noun)
      return false;
  BelSym preposition = tokens->lower[last];
  if ((preposition == program->known.on || preposition == program->known.in) && is_date_word (program, document, noun))
    return true;
  uint32_t object = bel_child (document, phrase->token[0], BEL_DEP_OBJ);
  return phrase->n == 2 && object != BEL_NONE && object < last;
}

/* "conceded three goals": what is counted is a participant, not a word of the predicate. */
static bool
ends_counted (const BelDocument *document, const BelForm *form, const BelPhraseMatch *phrase)
{
  uint32_t last = phrase->token[phrase->n - 1];
  return form->kind == BEL_FORM_VERB && phrase->n > 1 && document->tokens.pos[last] == BEL_POS_NOUN
         && bel_child_base (document, last, BEL_DEP_NUMMOD) != BEL_NONE;
}

static bool
try_form (const BelProgram *program, const BelDocument *document, const BelPosting *posting, uint32_t t,
          BelPredicateMatch *out)
{
  const BelForm *form = &program->forms.items[posting->item];
  BelPhraseMatch phrase;
  if (!fits_pos (document, form, t))
    return false;
  if (!bel_phrase_around (document, posting->phrase, posting->part, t, &phrase)
      && !(posting->part == 0 && posting->phrase.n > 1 && bel_phrase_below (document, posting->phrase, t, &phrase)))
    return false;
  if (ends_elsewhere (program, document, form, &phrase) || ends_counted (document, form, &phrase))
    return false;
  *out = (BelPredicateMatch){ .predicate = form->predicate, .kind = form->kind, .rank = form->rank };
  out->self = form->self != BEL_NONE;
  out->self_role = form->self;
  set_tokens (out, &phrase, t);
  Matcher m = { program, document, form, out };
  collect_args (&m, t);
  collect_beside (&m, t);
  /* "held talks with Musk": the parser may hang "with Musk" on "talks" */
  for (uint32_t i = 1; i < out->n_tokens; i++)
    collect_args (&m, out->tokens[i]);
  collect_modified (&m, t);
  return requirements_hold (&m);
}

static bool
goes_before (const BelPredicateMatch *a, const BelPredicateMatch *b)
{
  if (a->n_tokens != b->n_tokens)
    return a->n_tokens > b->n_tokens;
  if (a->n_met != b->n_met)
    return a->n_met > b->n_met;
  if (a->n_slots != b->n_slots)
    return a->n_slots > b->n_slots;
  return a->rank != b->rank ? a->rank < b->rank : a->predicate < b->predicate;
}

/* Keeps @out sorted; the same predicate once. */
static uint32_t
insert (BelPredicateMatch *out, uint32_t n, uint32_t cap, const BelPredicateMatch *match)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < n; i++)
    if (out[i].predicate == match->predicate && out[i].n_tokens >= match->n_tokens)
      return n;
  while (at < n && goes_before (&out[at], match))
    at++;
  if (at == cap)
    return n;
  n = MIN (n + 1, cap);
  memmove (out + at + 1, out + at, sizeof *out * (n - at - 1));
  out[at] = *match;
  for (uint32_t i = at + 1; i < n; i++) {
    if (out[i].predicate == match->predicate) {
      memmove (out + i, out + i + 1, sizeof *out * (n - i - 1));
      return n - 1;
    }
  }
  return n;
}

/* As try_form(), and what it cost. */
static bool
try_measured (const BelProgram *program, const BelDocument *document, const BelPosting *posting, uint32_t t,
              BelPredicateMatch *out, BelRuleCost *costs)
{
  BelRuleCost *cost = &costs[program->forms.items[posting->item].predicate];
  uint64_t start = bel_rule_clock ();
  bool fits = try_form (program, document, posting, t, out);
  cost->nanoseconds += bel_rule_clock () - start;
  cost->candidates++;
  cost->matches += fits;
  return fits;
}

typedef struct {
  BelPredicateMatch *items;
  uint32_t n, cap;
  BelRuleCost *costs; /* NULL: nobody asks what it costs */
} Found;

static void
match_symbol (const BelProgram *program, const BelDocument *document, uint32_t t, BelSym sym, Found *found)
{
  uint32_t n_postings;
  const BelPosting *postings = bel_postings_of (&program->form_postings, sym, &n_postings);
  for (uint32_t i = 0; i < n_postings; i++) {
    BelPredicateMatch match;
    if (found->costs ? try_measured (program, document, &postings[i], t, &match, found->costs)
                     : try_form (program, document, &postings[i], t, &match))
      found->n = insert (found->items, found->n, found->cap, &match);
  }
}

static bool
may_say (uint8_t pos)
{
  return pos == BEL_POS_VERB || pos == BEL_POS_NOUN || pos == BEL_POS_ADJ || pos == BEL_POS_AUX || pos == BEL_POS_PROPN
         || pos == BEL_POS_ADV;
}

static void
match_token (const BelProgram *program, const BelDocument *document, uint32_t t, Found *found)
{
  const BelTokens *tokens = &document->tokens;
  if (!may_say (tokens->pos[t]) || found->cap == 0)
    return;
  match_symbol (program, document, t, tokens->lemma[t], found);
  if (tokens->lower[t] != tokens->lemma[t])
    match_symbol (program, document, t, tokens->lower[t], found);
  if (tokens->form[t] != tokens->lower[t] && tokens->form[t] != tokens->lemma[t])
    match_symbol (program, document, t, tokens->form[t], found);
}

uint32_t
bel_predicates_at (const BelProgram *program, const BelDocument *document, uint32_t t, BelPredicateMatch *out,
                   uint32_t cap)
{
  Found found = { .items = out, .cap = cap };
  match_token (program, document, t, &found);
  return found.n;
}

void
bel_predicates_profile (const BelProgram *program, const BelDocument *document, BelRuleCost *costs, uint64_t *out_said)
{
  for (uint32_t t = 0; t < document->tokens.n; t++) {
    BelPredicateMatch match;
    Found found = { .items = &match, .cap = 1, .costs = costs };
    match_token (program, document, t, &found);
    if (found.n)
      out_said[match.predicate]++;
  }
}
