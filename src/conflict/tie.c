/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/tie.h"

#include "conflict/support.h"
#include "rule/lexicon.h"

#include <string.h>

/* Steps from "in his capacity as president" up to the clause whose subject he is. */
#define MAX_UP 4

typedef struct {
  BelFinder *finder;
  uint32_t document;
  const BelDocument *doc;
  const BelLexicon *words, *serving, *seated;
  int relation, turned, via, ended, event;
  BelTie *out;
  uint32_t n;
} Reader;

static void
add (Reader *r, const BelEntry *entry, uint32_t at, uint32_t x, uint32_t y, int truth)
{
  bool event = bel_entry_boolean (entry, r->event);
  if ((x == BEL_NONE && !event) || y == BEL_NONE || x == y || r->n == BEL_MAX_TIES)
    return;
  bool turned = bel_entry_boolean (entry, r->turned);
  truth = bel_entry_boolean (entry, r->ended) ? -truth : truth;
  r->out[r->n++] = (BelTie){
    .relation = bel_entry_enum (entry, r->relation), .x = turned ? y : x, .y = turned ? x : y, .at = at, .truth = truth
  };
}

static bool
is_name (const Reader *r, uint32_t t)
{
  return r->doc->tokens.pos[t] == BEL_POS_PROPN;
}

/* "Vatican spokesman": written like a name, whatever the tagger took it for. */
static bool
is_capital (const Reader *r, uint32_t t)
{
  return is_name (r, t) || g_ascii_isupper (r->doc->text[r->doc->tokens.span[t].start]);
}

/* "Danlo's headquarters": where they are it is itself. */
static uint32_t
seated (const Reader *r, uint32_t t)
{
  const BelLexicon *seats = bel_program_lexicon (r->finder->program, "seat-noun");
  uint32_t poss = t != BEL_NONE && seats && bel_lexicon_word (seats, r->doc, t)
                      ? bel_child (r->doc, t, BEL_DEP_NMOD_POSS)
                      : BEL_NONE;
  return poss == BEL_NONE ? t : poss;
}

static uint32_t
case_of (const Reader *r, uint32_t t)
{
  return bel_child (r->doc, t, BEL_DEP_CASE);
}

/* -- nouns --------------------------------------------------------------------------------------------- */

/* Of what the noun at @t is told: "of Velmar", "Velmar's", "Velmar spokesman"; of a title the names before it. */
static uint32_t
of_what (const Reader *r, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t before = BEL_NONE;
  for (BEL_EACH_CHILD (r->doc, t, c)) {
    uint32_t marker = case_of (r, c);
    if (tokens->dep[c] == BEL_DEP_NMOD_POSS)
      return c;
    if (bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD && c > t && marker != BEL_NONE
        && (bel_token_form_is (r->doc, marker, "of") || bel_token_form_is (r->doc, marker, "for")
            || bel_token_form_is (r->doc, marker, "at") || bel_token_form_is (r->doc, marker, "to")
            || bel_token_form_is (r->doc, marker, "with") || bel_token_form_is (r->doc, marker, "in")))
      return c;
    bool modifies = tokens->dep[c] == BEL_DEP_COMPOUND || bel_dep_base (tokens->dep[c]) == BEL_DEP_AMOD
                    || tokens->dep[c] == BEL_DEP_NMOD_DESC;
    if (modifies && c < t && is_capital (r, c))
      before = c;
  }
  if (before == BEL_NONE && t > 0 && is_capital (r, t - 1) && tokens->head[t - 1] == tokens->head[t]
      && tokens->sentence[t - 1] == tokens->sentence[t])
    before = t - 1;
  return before;
}

/* The subject of the clause that a phrase with "as" is told in: "Roe, who serves as president". */
static uint32_t
as_whom (const Reader *r, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t marker = case_of (r, t);
  if (marker == BEL_NONE || !bel_token_form_is (r->doc, marker, "as"))
    return BEL_NONE;
  uint32_t at = t;
  if (!r->serving || tokens->head[t] == BEL_NONE || !bel_lexicon_word (r->serving, r->doc, tokens->head[t]))
    return BEL_NONE;
  for (int step = 0; step < MAX_UP && tokens->head[at] != BEL_NONE; step++) {
    at = tokens->head[at];
    uint32_t poss = bel_child (r->doc, at, BEL_DEP_NMOD_POSS), subject = bel_child_base (r->doc, at, BEL_DEP_NSUBJ);
    if (poss != BEL_NONE)
      return poss;
    if (tokens->dep[at] == BEL_DEP_ACL_RELCL)
      return tokens->head[at];
    if (subject != BEL_NONE)
      return subject;
  }
  return BEL_NONE;
}

/* Who is called by the noun at @t; *@out_said: that it is said by a verb, and may be denied. */
static uint32_t
called_so (const Reader *r, uint32_t t, bool *out_said)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t head = tokens->head[t];
  *out_said = bel_child (r->doc, t, BEL_DEP_COP) != BEL_NONE;
  if (*out_said)
    return bel_child_base (r->doc, t, BEL_DEP_NSUBJ);
  if (tokens->dep[t] == BEL_DEP_NSUBJ && head != BEL_NONE && is_name (r, head)
      && bel_child (r->doc, head, BEL_DEP_COP) != BEL_NONE) {
    *out_said = true;
    return head;
  }
  for (BEL_EACH_CHILD (r->doc, t, c))
    if ((tokens->dep[c] == BEL_DEP_APPOS || bel_dep_base (tokens->dep[c]) == BEL_DEP_FLAT) && is_name (r, c))
      return c;
  bool title = tokens->dep[t] == BEL_DEP_COMPOUND || tokens->dep[t] == BEL_DEP_NMOD_DESC;
  bool beside = tokens->dep[t] == BEL_DEP_APPOS
                || (tokens->dep[t] == BEL_DEP_CONJ && bel_child (r->doc, t, BEL_DEP_CC) == BEL_NONE);
  if (head != BEL_NONE && (title || beside) && is_name (r, head))
    return head;
  return as_whom (r, t);
}

static bool
is_via (const Reader *r, const BelEntry *entry, uint32_t t)
{
  uint32_t n, marker = case_of (r, t);
  const BelSym *via = bel_entry_list (entry, r->via, &n);
  for (uint32_t i = 0; marker != BEL_NONE && i < n; i++)
    if (via[i] == r->doc->tokens.lower[marker])
      return true;
  return false;
}

/* "Its acquisition of Danlo", "completed the acquisition of Danlo", "a victory over Danlo": by whom, where that is told. */
static void
read_event (Reader *r, const BelEntry *entry, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t y = BEL_NONE, x = bel_child (r->doc, t, BEL_DEP_NMOD_POSS), head = tokens->head[t];
  for (BEL_EACH_CHILD (r->doc, t, c)) {
    uint32_t marker = case_of (r, c);
    if (bel_dep_base (tokens->dep[c]) == BEL_DEP_NMOD && is_via (r, entry, c))
      y = c;
    else if (marker != BEL_NONE && bel_token_form_is (r->doc, marker, "by") && x == BEL_NONE)
      x = c;
  }
  bool of_subject = head != BEL_NONE && tokens->dep[t] == BEL_DEP_OBJ && tokens->pos[head] == BEL_POS_VERB;
  if (x == BEL_NONE && of_subject)
    x = bel_child (r->doc, head, BEL_DEP_NSUBJ);
  add (r, entry, t, x, y, 1);
}

static void
read_noun (Reader *r, const BelEntry *entry, uint32_t t)
{
  bool said = false;
  if (bel_entry_boolean (entry, r->event)) {
    read_event (r, entry, t);
    return;
  }
  uint32_t y = of_what (r, t), x = y == BEL_NONE ? BEL_NONE : called_so (r, t, &said);
  int truth = 1;
  if (said)
    truth = bel_truth_at (r->finder, r->document, r->doc->tokens.dep[t] == BEL_DEP_NSUBJ ? r->doc->tokens.head[t] : t);
  add (r, entry, t, x, y, truth);
}

/* -- verbs ---------------------------------------------------------------------------------------------- */

/* "Who" and "which" stand for what their clause hangs on. */
static uint32_t
stands_for (const Reader *r, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t verb = t == BEL_NONE ? BEL_NONE : tokens->head[t];
  bool relative = verb != BEL_NONE && tokens->pos[t] == BEL_POS_PRON && tokens->dep[verb] == BEL_DEP_ACL_RELCL;
  return relative ? tokens->head[verb] : t;
}

static void
read_verb (Reader *r, const BelEntry *entry, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t subject = BEL_NONE, object = BEL_NONE, agent = BEL_NONE, n_via;
  bel_entry_list (entry, r->via, &n_via);
  bool passive
      = bel_child (r->doc, t, BEL_DEP_AUX_PASS) != BEL_NONE || bel_child (r->doc, t, BEL_DEP_NSUBJ_PASS) != BEL_NONE;
  for (BEL_EACH_CHILD (r->doc, t, c)) {
    BelDep dep = bel_dep_base (tokens->dep[c]);
    uint32_t marker = case_of (r, c);
    if (dep == BEL_DEP_NSUBJ)
      subject = c;
    else if (dep == BEL_DEP_OBJ && !n_via)
      object = c;
    else if ((dep == BEL_DEP_OBL || dep == BEL_DEP_NMOD) && n_via && is_via (r, entry, c))
      object = c;
    else if (dep == BEL_DEP_OBL && marker != BEL_NONE && bel_token_form_is (r->doc, marker, "by"))
      agent = c;
  }
  bool participle = bel_dep_base (tokens->dep[t]) == BEL_DEP_ACL && tokens->xpos[t] == BEL_XPOS_VBN;
  if (subject == BEL_NONE && participle) {
    subject = tokens->head[t];
    passive = true;
  }
  subject = seated (r, stands_for (r, subject));
  int truth = bel_truth_at (r->finder, r->document, t);
  if (passive && !n_via)
    add (r, entry, t, agent, subject, truth);
  else
    add (r, entry, t, subject, object, truth);
}

/* -- places beside names ---------------------------------------------------------------------------------- */

/* The entry whose relation is that of places, for what no word tells. */
static const BelEntry *
place_entry (const Reader *r)
{
  int located = bel_lexicon_enum_value (r->words, r->relation, "located");
  for (uint32_t i = 0; i < bel_lexicon_n_entries (r->words); i++) {
    const BelEntry *entry = bel_lexicon_entry (r->words, i);
    if (bel_entry_enum (entry, r->relation) == located && !bel_entry_boolean (entry, r->turned))
      return entry;
  }
  return NULL;
}

/* "Lisbon-based Danlo": one token, or three. */
static void
read_based (Reader *r, const BelEntry *entry, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  const char *form = bel_symbols_text (r->doc->symbols, tokens->lower[t]), *last = strrchr (form, '-');
  if (tokens->head[t] == BEL_NONE || !r->seated)
    return;
  if (last && last > form && bel_lexicon_find_text (r->seated, last + 1)) {
    add (r, entry, t, tokens->head[t], t, 1);
    if (r->n)
      r->out[r->n - 1].apart = true;
  } else if (t >= 2 && bel_lexicon_find_text (r->seated, form) && bel_token_form_is (r->doc, t - 1, "-"))
    add (r, entry, t, tokens->head[t], t - 2, 1);
}

/* "Danlo is in Lisbon"; "the mill in Lisbon" of a name. */
static void
read_place (Reader *r, const BelEntry *entry, uint32_t t)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t marker = case_of (r, t);
  if (tokens->name[t] != BEL_NAME_PLACE)
    return;
  bool in
      = marker != BEL_NONE && (bel_token_form_is (r->doc, marker, "in") || bel_token_form_is (r->doc, marker, "at"));
  if (in && bel_child (r->doc, t, BEL_DEP_COP) != BEL_NONE)
    add (r, entry, t, seated (r, bel_child_base (r->doc, t, BEL_DEP_NSUBJ)), t,
         bel_truth_at (r->finder, r->document, t));
  bool beside = (in && tokens->dep[t] == BEL_DEP_NMOD) || (marker == BEL_NONE && tokens->dep[t] == BEL_DEP_APPOS);
  uint32_t head = tokens->head[t];
  if (beside && head != BEL_NONE && is_name (r, head) && (in || tokens->name[head] == BEL_NAME_PLACE))
    add (r, entry, t, head, t, 1);
}

/* -- all ---------------------------------------------------------------------------------------------------- */

uint32_t
bel_ties_read (BelFinder *finder, const BelProp *prop, BelTie *out)
{
  const BelProgram *program = finder->program;
  Reader r = {
    .finder = finder, .document = prop->document, .doc = bel_finder_document (finder, prop->document), .out = out
  };
  r.words = program ? bel_program_lexicon (program, "relation-word") : NULL;
  if (!r.words)
    return 0;
  r.seated = bel_program_lexicon (program, "seated-word");
  r.serving = bel_program_lexicon (program, "serving-word");
  r.relation = bel_lexicon_field (r.words, "relation");
  r.turned = bel_lexicon_field (r.words, "turned");
  r.via = bel_lexicon_field (r.words, "via");
  r.ended = bel_lexicon_field (r.words, "ended");
  r.event = bel_lexicon_field (r.words, "event");
  if (r.relation < 0 || r.turned < 0 || r.via < 0 || r.ended < 0 || r.event < 0)
    return 0;
  const BelEntry *place = place_entry (&r);
  const BelSentence *s = &r.doc->sentences.items[prop->sentence];
  for (uint32_t t = s->first_token; t < s->first_token + s->n_tokens; t++) {
    BelPos pos = r.doc->tokens.pos[t];
    const BelEntry *entry = bel_lexicon_headed (r.words, r.doc, t, NULL);
    entry = entry ? entry : bel_lexicon_word (r.words, r.doc, t);
    if (entry && (pos == BEL_POS_NOUN || pos == BEL_POS_PROPN))
      read_noun (&r, entry, t);
    else if (entry && (pos == BEL_POS_VERB || pos == BEL_POS_ADJ))
      read_verb (&r, entry, t);
    if (place) {
      read_based (&r, place, t);
      read_place (&r, place, t);
    }
  }
  return r.n;
}
