/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/scope.h"

#include "conflict/wording.h"

#define ALL_SHARES 0x1f
#define NONE 0x01
#define ALL 0x10
#define NOT_ALL 0x0f
#define SOME 0x1e
#define N_SHARES 5
/* Tokens between a quantifier and its noun: "all of the other guests". */
#define MAX_TO_NOUN 5

typedef struct {
  const BelDocument *document;
  const BelLexicon *quantifiers, *degrees;
  uint32_t number, end; /* of the document; the token after the sentence */
  BelFinder *finder;
  BelScoped *out;
  uint32_t inner; /* a negation of one word that waits for it, or BEL_NONE */
} Reader;

static bool
is_not (const BelDocument *document, uint32_t t)
{
  return bel_token_form_is (document, t, "not") || bel_token_form_is (document, t, "n't")
         || bel_token_form_is (document, t, "n’t");
}

static bool
is_clitic (const BelDocument *document, uint32_t t)
{
  return !bel_token_form_is (document, t, "not");
}

/* Tokens of the entry of @lexicon that begins at @t; 0 without one. */
static uint32_t
length_of (const Reader *r, const BelLexicon *lexicon, uint32_t t, const BelEntry **out)
{
  BelPhraseMatch match = { 0 };
  const BelEntry *entry = t < r->end && lexicon ? bel_lexicon_at (lexicon, r->document, t, &match) : NULL;
  if (out)
    *out = entry;
  return entry ? MAX (match.n, 1) : 0;
}

/* -- shares ---------------------------------------------------------------------------------------------- */

static BelShares
range (double least, double most)
{
  BelShares shares = 0;
  for (int i = 0; i < N_SHARES; i++)
    if (i >= least && i <= most)
      shares |= (BelShares) (1u << i);
  return shares;
}

/* What is not said of each: of all, then of none. */
static BelShares
mirrored (BelShares shares)
{
  BelShares out = 0;
  for (int i = 0; i < N_SHARES; i++)
    if (shares & 1u << i)
      out |= (BelShares) (1u << (N_SHARES - 1 - i));
  return out;
}

/* "Not all" lets one think of some: what is denied of a share is taken to hold of a lesser one. */
static BelShares
denied (BelShares shares, bool *out_implied)
{
  BelShares rest = (BelShares) (~shares & ALL_SHARES);
  *out_implied = (rest & NONE) && rest != NONE;
  return *out_implied ? (BelShares) (rest & ~NONE) : rest;
}

static double
number_of (const BelEntry *entry, const char *field)
{
  return bel_entry_number (entry, bel_lexicon_field (bel_entry_lexicon (entry), field));
}

static bool
is_set (const BelEntry *entry, const char *field)
{
  return bel_entry_boolean (entry, bel_lexicon_field (bel_entry_lexicon (entry), field));
}

/* "All but two", "nobody except Lind": of whom it is said is in the words after it. */
static bool
has_exception (const Reader *r, uint32_t after)
{
  static const char *const WORDS[] = { "but", "except", "excepting", "save", "bar" };
  for (uint32_t t = after; t < MIN (after + 2, r->end); t++)
    for (size_t i = 0; i < G_N_ELEMENTS (WORDS); i++)
      if (bel_token_form_is (r->document, t, WORDS[i]) && r->document->tokens.pos[t] != BEL_POS_VERB)
        return true;
  return false;
}

/* The first quantifier of the sentence; @before: a "not" right before it. */
static void
add_shares (Reader *r, const BelEntry *entry, uint32_t t, bool before)
{
  BelScoped *out = r->out;
  if (out->n_shares++)
    return;
  static const BelScopeOf OF[] = { BEL_SCOPE_KIND, BEL_SCOPE_SOMEBODY, BEL_SCOPE_TIME };
  out->of = OF[bel_entry_enum (entry, bel_lexicon_field (bel_entry_lexicon (entry), "of"))];
  out->share_at = t;
  out->vague = is_set (entry, "vague");
  out->indefinite = is_set (entry, "little");
  BelShares shares = range (number_of (entry, "least"), number_of (entry, "most"));
  bool outside = out->negation != BEL_NONE; /* "did not see all guests" */
  if (is_set (entry, "free"))
    shares = before || outside ? NONE : 0;
  else if (before || outside)
    shares = outside && is_set (entry, "little") ? 0 : denied (shares, &out->implied);
  out->shares = shares;
}

/* A negation of the clause; after its quantifier it denies what is said of each. */
static void
add_negation (Reader *r, uint32_t t, uint32_t host)
{
  BelScoped *out = r->out;
  if (out->negation != BEL_NONE) {
    out->open = true;
    return;
  }
  out->negation = t;
  out->host = host;
  if (out->n_shares)
    out->shares = out->vague ? NOT_ALL : mirrored (out->shares);
}

/* -- words --------------------------------------------------------------------------------------------------- */

static void
add_word (Reader *r, uint32_t t)
{
  BelScoped *out = r->out;
  if (out->n == BEL_SCOPE_WORDS) {
    out->open = true;
    return;
  }
  BelScopeWord *word = &out->words[out->n++];
  *word = (BelScopeWord){ t, bel_finder_lemma (r->finder, r->number, t), r->inner != BEL_NONE };
  r->inner = BEL_NONE;
}

/* "need not attend" */
static bool
needs_not (const Reader *r, uint32_t t)
{
  return t + 1 < r->end && bel_token_form_is (r->document, t, "need") && bel_token_form_is (r->document, t + 1, "not");
}

static void
add_modal (Reader *r, uint32_t t)
{
  if (r->document->tokens.xpos[t] != BEL_XPOS_MD && !needs_not (r, t))
    return;
  if (r->out->n_modals == G_N_ELEMENTS (r->out->modals))
    r->out->open = true;
  else
    r->out->modals[r->out->n_modals++] = bel_finder_lemma (r->finder, r->number, t);
}

static void
read_word (Reader *r, uint32_t t)
{
  if (needs_not (r, t)) {
    add_modal (r, t);
    return;
  }
  switch (r->document->tokens.pos[t]) {
  case BEL_POS_PUNCT:
  case BEL_POS_DET:
  case BEL_POS_PART:
  case BEL_POS_CCONJ:
  case BEL_POS_INTJ:
  case BEL_POS_SYM:
    return;
  case BEL_POS_AUX:
    add_modal (r, t);
    return;
  case BEL_POS_SCONJ:
    if (bel_token_form_is (r->document, t, "that"))
      return;
    add_word (r, t);
    return;
  default:
    add_word (r, t);
    return;
  }
}

/* The next token that is no word of degree. */
static uint32_t
past_degrees (const Reader *r, uint32_t t)
{
  for (uint32_t n = 1; t < r->end && n; t += n)
    n = length_of (r, r->degrees, t, NULL);
  return t;
}

static bool
is_verbal (const BelDocument *document, uint32_t t)
{
  return document->tokens.pos[t] == BEL_POS_VERB || document->tokens.pos[t] == BEL_POS_AUX;
}

/* Whether the "not" at @t negates its clause: it follows an auxiliary, or stands before the verb. */
static bool
negates_clause (const Reader *r, uint32_t t)
{
  const BelDocument *document = r->document;
  uint32_t first = document->sentences.items[document->tokens.sentence[t]].first_token, before = t, next = t + 1;
  while (before > first && document->tokens.pos[before - 1] == BEL_POS_ADV
         && bel_child_base (document, before - 1, BEL_DEP_ADVMOD) == BEL_NONE && before - 1 != first)
    before--;
  if (is_clitic (document, t) || (before > first && document->tokens.pos[before - 1] == BEL_POS_AUX))
    return true;
  return next < r->end && (is_verbal (document, next) || bel_token_form_is (document, next, "to"));
}

/* The predicate that the "not" at @t hangs on. */
static uint32_t
host_of (const BelDocument *document, uint32_t t)
{
  uint32_t head = document->tokens.head[t];
  if (head != BEL_NONE && document->tokens.pos[head] == BEL_POS_AUX && document->tokens.head[head] != BEL_NONE)
    return document->tokens.head[head];
  return head;
}

/* Reads the "not" at @t with what it is right before. Returns: the token after that. */
static uint32_t
read_not (Reader *r, uint32_t t)
{
  if (bel_token_adds (r->document, t)) {
    r->inner = t; /* "not only": the word "only" is denied */
    return t + 1;
  }
  const BelEntry *entry;
  uint32_t n = length_of (r, r->quantifiers, t + 1, &entry);
  if (entry && !negates_clause (r, t)) {
    add_shares (r, entry, t, true);
    return t + 1 + n;
  }
  if (negates_clause (r, t)) {
    add_negation (r, t, host_of (r->document, t));
    return t + 1;
  }
  uint32_t next = past_degrees (r, t + 1);
  if (next < r->end && r->document->tokens.pos[next] == BEL_POS_NUM)
    return t + 1; /* "not two years ago": less than that */
  r->inner = t;
  return t + 1;
}

static bool
is_beyond (const BelDocument *document, uint32_t t)
{
  static const char *const BEYOND[] = { "nor", "without", "nothing", "nowhere", "cannot", "unless", "whether", "if" };
  for (size_t i = 0; i < G_N_ELEMENTS (BEYOND); i++)
    if (bel_token_form_is (document, t, BEYOND[i]))
      return true;
  return document->text[document->tokens.span[t].start] == '?';
}

/* "no longer", "no more", "most recent", "few years ago": no share of a kind. */
static bool
is_share (const Reader *r, const BelEntry *entry, uint32_t t, uint32_t n)
{
  const BelTokens *tokens = &r->document->tokens;
  bool kind = bel_entry_enum (entry, bel_lexicon_field (bel_entry_lexicon (entry), "of")) == BEL_SCOPE_KIND;
  if (!kind || n > 1)
    return true;
  uint32_t next = t + 1;
  return tokens->pos[t] != BEL_POS_ADV && tokens->pos[t] != BEL_POS_CCONJ
         && !(next < r->end && tokens->pos[next] == BEL_POS_ADV);
}

/* "no longer", "any more" after a "not": the negation of what was. Returns: how many tokens it has; 0 for none. */
static uint32_t
read_end (Reader *r, uint32_t t)
{
  bool longer = t + 1 < r->end
                && (bel_token_form_is (r->document, t + 1, "longer") || bel_token_form_is (r->document, t + 1, "more"));
  bool any = r->out->negation != BEL_NONE && bel_token_form_is (r->document, t, "any");
  bool one = r->out->negation != BEL_NONE && bel_token_form_is (r->document, t, "anymore");
  bool no = bel_token_form_is (r->document, t, "no") && r->document->tokens.pos[t] == BEL_POS_ADV;
  if (!(longer && (any || no)) && !one)
    return 0;
  if (no)
    add_negation (r, t, host_of (r->document, t + 1));
  r->out->ended = true;
  return one ? 1 : 2;
}

static uint32_t
read_token (Reader *r, uint32_t t)
{
  const BelEntry *entry;
  uint32_t n_end = read_end (r, t);
  if (n_end)
    return t + n_end;
  uint32_t n = length_of (r, r->degrees, t, NULL);
  if (n)
    return t + n;
  n = length_of (r, r->quantifiers, t, &entry);
  if (n && !is_share (r, entry, t, n)) {
    r->out->open = true;
    n = 0;
  }
  if (n) {
    r->out->except |= has_exception (r, t + n);
    add_shares (r, entry, t, false);
    return t + n;
  }
  if (is_not (r->document, t))
    return read_not (r, t);
  r->out->open |= is_beyond (r->document, t);
  read_word (r, t);
  return t + 1;
}

/* -- the noun it is a share of ------------------------------------------------------------------------------ */

static uint32_t
noun_after (const BelDocument *document, const BelScoped *scope)
{
  for (uint32_t i = 0; i < scope->n; i++) {
    uint32_t t = scope->words[i].token;
    BelPos pos = document->tokens.pos[t];
    if (t <= scope->share_at)
      continue;
    if (t > scope->share_at + MAX_TO_NOUN || pos == BEL_POS_VERB)
      return BEL_NONE;
    bool names_part = i + 1 < scope->n && document->tokens.pos[scope->words[i + 1].token] == BEL_POS_NOUN
                      && document->tokens.dep[t] == BEL_DEP_COMPOUND;
    if ((pos == BEL_POS_NOUN || pos == BEL_POS_PROPN || pos == BEL_POS_PRON) && !names_part)
      return i;
  }
  return BEL_NONE;
}

void
bel_scope_read (BelFinder *finder, uint32_t document, uint32_t sentence, BelScoped *out)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  const BelSentence *s = &doc->sentences.items[sentence];
  *out = (BelScoped){ .negation = BEL_NONE, .host = BEL_NONE, .share_at = BEL_NONE, .restrictor = BEL_NONE };
  Reader r = { .document = doc,
               .quantifiers = bel_program_lexicon (finder->program, "quantifier"),
               .degrees = bel_program_lexicon (finder->program, "degree-word"),
               .number = document,
               .end = s->first_token + s->n_tokens,
               .finder = finder,
               .out = out,
               .inner = BEL_NONE };
  for (uint32_t t = s->first_token; t < r.end;)
    t = read_token (&r, t);
  out->open |= r.inner != BEL_NONE || out->n_shares > 1;
  if (out->n_shares && out->of == BEL_SCOPE_KIND) {
    out->restrictor = noun_after (doc, out);
    out->open |= out->restrictor == BEL_NONE;
  }
}

static bool
is_numbered (const BelDocument *document, uint32_t t)
{
  return bel_child_base (document, t, BEL_DEP_NUMMOD) != BEL_NONE
         || (t > 0 && document->tokens.pos[t - 1] == BEL_POS_NUM);
}

/* "the guests" */
static bool
is_whole (const BelDocument *document, uint32_t t)
{
  uint32_t det = bel_child (document, t, BEL_DEP_DET);
  return det != BEL_NONE && bel_token_feat (document, det, BEL_FEAT_DEFINITE) == BEL_DEFINITE_DEF
         && bel_token_feat (document, t, BEL_FEAT_NUMBER) == BEL_NUMBER_PLUR;
}

BelShares
bel_scope_bare (BelFinder *finder, uint32_t document, const BelScoped *scope, uint32_t word)
{
  const BelDocument *doc = bel_finder_document (finder, document);
  uint32_t t = scope->words[word].token;
  bool negated = scope->negation != BEL_NONE, after = negated && scope->negation > t;
  if (is_numbered (doc, t))
    return !negated ? SOME : after ? NOT_ALL : 0;
  if (!is_whole (doc, t))
    return 0;
  return negated ? NONE : ALL;
}

bool
bel_scope_is_general (BelFinder *finder, uint32_t document, uint32_t token)
{
  const BelLexicon *general = bel_program_lexicon (finder->program, "general-noun");
  return general && bel_lexicon_word (general, bel_finder_document (finder, document), token);
}

/* -- what a negation is about ---------------------------------------------------------------------------- */

#define MOST 3

/* A quantifier of most or all, or a word such as "only", at token @t. Returns: its tokens; 0 for none. */
static uint32_t
whole_at (BelFinder *finder, const BelDocument *document, uint32_t t)
{
  const BelLexicon *focus = bel_program_lexicon (finder->program, "focus-word"),
                   *quantifiers = bel_program_lexicon (finder->program, "quantifier");
  if (!focus || !quantifiers)
    return 0;
  if (bel_lexicon_word (focus, document, t))
    return 1;
  BelPhraseMatch match = { 0 };
  const BelEntry *entry = bel_lexicon_at (quantifiers, document, t, &match);
  return entry && number_of (entry, "least") >= MOST ? MAX (match.n, 1) : 0;
}

static bool
has_whole (BelFinder *finder, const BelDocument *document, uint32_t sentence)
{
  const BelSentence *s = &document->sentences.items[sentence];
  for (uint32_t t = s->first_token; t < s->first_token + s->n_tokens; t++)
    if (whole_at (finder, document, t))
      return true;
  return false;
}

/* Whether the negation at @t is one of what the proposition says: of a claim that hangs on its clause. */
static bool
is_of_prop (const BelDocument *document, const BelProp *prop, uint32_t t)
{
  return prop->kind != BEL_PROP_CLAIM || bel_dominates (document, prop->head, t);
}

bool
bel_scope_denies_share (BelFinder *finder, const BelProp *denies, const BelProp *other)
{
  const BelDocument *document = bel_finder_document (finder, denies->document);
  const BelSentence *s = &document->sentences.items[denies->sentence];
  bool negated = false, whole = false;
  for (uint32_t t = s->first_token; t < s->first_token + s->n_tokens && !whole; t++) {
    BelPos pos = document->tokens.pos[t];
    bool negation = is_not (document, t);
    if (negation)
      negated = is_of_prop (document, denies, t);
    else if (pos == BEL_POS_PUNCT || pos == BEL_POS_CCONJ || pos == BEL_POS_SCONJ)
      negated = false;
    whole = negated && !negation && whole_at (finder, document, t);
  }
  return whole && !has_whole (finder, bel_finder_document (finder, other->document), other->sentence);
}
