/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/tally.h"

#include "conflict/value.h"
#include "rule/lexicon.h"

#include <math.h>

/* Tokens between a word for a tally and its number, and between a number and the word behind it that says of which. */
#define MAX_BEFORE 10u
#define MAX_BEHIND 4u
/* Steps from a number up to the verb that tells what befell those counted. */
#define MAX_UP 3

typedef enum { BY_OBJECT, BY_SUBJECT, BY_NOUN, BY_STATE, BY_TOLL, N_WAYS } Way;

typedef struct {
  BelFinder *finder;
  uint32_t document;
  const BelDocument *doc;
  const BelLexicon *words, *links, *anyone, *contrast;
  int field_outcome, field_by;
  Way ways[N_WAYS]; /* number of the value in the lexicon → way */
} Reader;

static bool
open_reader (BelFinder *finder, uint32_t document, Reader *out)
{
  static const char *const NAMES[N_WAYS] = { "object", "subject", "noun", "state", "toll" };
  const BelProgram *program = finder->program;
  *out = (Reader){ .finder = finder, .document = document, .doc = bel_finder_document (finder, document) };
  out->words = program ? bel_program_lexicon (program, "tally-word") : NULL;
  if (!out->words)
    return false;
  out->links = bel_program_lexicon (program, "tally-link");
  out->anyone = bel_program_lexicon (program, "tally-anyone");
  out->contrast = bel_program_lexicon (program, "contrast-cue");
  out->field_outcome = bel_lexicon_field (out->words, "outcome");
  out->field_by = bel_lexicon_field (out->words, "by");
  for (int w = 0; w < N_WAYS && out->field_by >= 0; w++) {
    int value = bel_lexicon_enum_value (out->words, out->field_by, NAMES[w]);
    if (value < 0 || value >= N_WAYS)
      return false;
    out->ways[value] = (Way) w;
  }
  return out->field_outcome >= 0 && out->field_by >= 0;
}

static Way
way_of (const Reader *r, const BelEntry *entry)
{
  return r->ways[bel_entry_enum (entry, r->field_by)];
}

/* The entry on token @t that tells a tally in way @way or @or. */
static const BelEntry *
entry_at (const Reader *r, uint32_t t, Way way, Way or)
{
  const BelEntry *phrase = bel_lexicon_headed (r->words, r->doc, t, NULL);
  if (phrase && bel_entry_n_parts (phrase) > 1)
    return way_of (r, phrase) == way || way_of (r, phrase) == or ? phrase : NULL;
  const BelEntry *entry = bel_lexicon_word (r->words, r->doc, t);
  return entry && (way_of (r, entry) == way || way_of (r, entry) == or) ? entry : NULL;
}

static bool
is_in (const BelLexicon *lexicon, const BelDocument *document, uint32_t t)
{
  return lexicon && bel_lexicon_word (lexicon, document, t);
}

static uint32_t
sentence_end (const Reader *r, uint32_t t)
{
  const BelSentence *s = &r->doc->sentences.items[r->doc->tokens.sentence[t]];
  return s->first_token + s->n_tokens;
}

/* -- how a number is told -------------------------------------------------------------------------------- */

/* "were killed", "the killed", "killed in the blast": what befell its subject. */
static bool
is_passive (const BelDocument *document, uint32_t verb)
{
  return document->tokens.xpos[verb] == BEL_XPOS_VBN
         && (bel_child (document, verb, BEL_DEP_NSUBJ_PASS) != BEL_NONE
             || bel_child (document, verb, BEL_DEP_AUX_PASS) != BEL_NONE
             || bel_dep_base (document->tokens.dep[verb]) == BEL_DEP_ACL || document->tokens.head[verb] == BEL_NONE);
}

/* Whether @dep, the arc from what is counted up to @verb, is that of those whom the verb befalls. */
static bool
befalls (const BelDocument *document, uint32_t verb, uint8_t dep, Way way)
{
  if (way == BY_SUBJECT)
    return bel_dep_base (dep) == BEL_DEP_NSUBJ;
  return dep == BEL_DEP_OBJ || dep == BEL_DEP_NSUBJ_PASS || (dep == BEL_DEP_NSUBJ && is_passive (document, verb));
}

static bool
is_part (const Reader *r, const BelEntry *entry, uint32_t t)
{
  for (uint32_t i = 1; i < bel_entry_n_parts (entry); i++)
    if (bel_entry_part (entry, i) == r->doc->tokens.lemma[t])
      return true;
  return false;
}

/* Of the verb at @t, or of one that is joined to it: "were shot and killed". */
static const BelEntry *
entry_of_verb (const Reader *r, uint32_t t)
{
  const BelEntry *entry = entry_at (r, t, BY_OBJECT, BY_SUBJECT);
  for (BEL_EACH_CHILD (r->doc, t, c)) {
    bool joined = !entry && r->doc->tokens.dep[c] == BEL_DEP_CONJ && r->doc->tokens.xpos[c] == r->doc->tokens.xpos[t]
                  && bel_child_base (r->doc, c, BEL_DEP_NSUBJ) == BEL_NONE
                  && bel_child (r->doc, c, BEL_DEP_OBJ) == BEL_NONE;
    entry = joined ? entry_at (r, c, BY_OBJECT, BY_OBJECT) : entry;
  }
  return entry;
}

/* "Three people died", "the blast killed three people", "three people killed in the blast". */
static const BelEntry *
by_verb (const Reader *r, uint32_t counted)
{
  const BelTokens *tokens = &r->doc->tokens;
  for (BEL_EACH_CHILD (r->doc, counted, c)) {
    bool participle = bel_dep_base (tokens->dep[c]) == BEL_DEP_ACL && tokens->xpos[c] == BEL_XPOS_VBN;
    const BelEntry *entry = participle ? entry_at (r, c, BY_OBJECT, BY_OBJECT) : NULL;
    if (entry)
      return entry;
  }
  uint32_t t = counted;
  for (int step = 0; step < MAX_UP && tokens->head[t] != BEL_NONE; step++) {
    uint8_t dep = tokens->dep[t];
    t = tokens->head[t];
    if (bel_dep_base (dep) == BEL_DEP_CONJ)
      continue;
    const BelEntry *entry = entry_of_verb (r, t);
    bool within = entry && bel_entry_n_parts (entry) > 1 && is_part (r, entry, counted); /* "claimed 28 lives" */
    return entry && (within || befalls (r->doc, t, dep, way_of (r, entry))) ? entry : NULL;
  }
  return NULL;
}

/* "11 dead", "15 people dead", "40 injured", "nine hikers are missing". */
static const BelEntry *
by_state (const Reader *r, const BelQuantity *q)
{
  const BelTokens *tokens = &r->doc->tokens;
  uint32_t end = MIN (sentence_end (r, q->last), q->last + 1 + MAX_BEHIND);
  for (uint32_t t = q->last + 1; t < end; t++) {
    const BelEntry *entry = entry_at (r, t, BY_STATE, BY_STATE);
    if (entry)
      return entry;
    entry = t == q->last + 1 && tokens->xpos[t] == BEL_XPOS_VBN ? entry_at (r, t, BY_OBJECT, BY_OBJECT) : NULL;
    if (entry)
      return entry;
    BelPos pos = tokens->pos[t];
    bool between = pos == BEL_POS_NOUN || pos == BEL_POS_AUX || pos == BEL_POS_ADV || pos == BEL_POS_ADJ
                   || (tokens->xpos[t] == BEL_XPOS_VBN && is_in (r->links, r->doc, t)); /* "are confirmed dead" */
    if (!between)
      return NULL;
  }
  return NULL;
}

/* Whether the number after @word is the one that it tells: "the toll in the crash stood at four". */
static bool
leads_to (const Reader *r, uint32_t word, uint32_t number)
{
  const BelTokens *tokens = &r->doc->tokens;
  bool linked = false;
  for (uint32_t t = word + 1; t < number; t++) {
    BelPos pos = tokens->pos[t];
    if (pos == BEL_POS_VERB || pos == BEL_POS_AUX) {
      if (pos == BEL_POS_VERB && !is_in (r->links, r->doc, t))
        return false;
      linked = true;
    }
    if (pos == BEL_POS_PUNCT || pos == BEL_POS_SCONJ)
      return false;
    linked = linked || bel_token_form_is (r->doc, t, "at") || bel_token_form_is (r->doc, t, "of");
  }
  bool other = number > 0
               && (bel_token_form_is (r->doc, number - 1, "from") || bel_token_form_is (r->doc, number - 1, "by")
                   || bel_token_form_is (r->doc, number - 1, "in"));
  return linked && !other;
}

/* "Put the toll at four", "a crowd of 5,000", "turnout was 3,000", "the number of injured rose to 30". */
static const BelEntry *
by_toll (const Reader *r, const BelQuantity *q)
{
  uint32_t begin = r->doc->sentences.items[r->doc->tokens.sentence[q->first]].first_token;
  for (uint32_t t = q->first; t-- > begin && q->first - t <= MAX_BEFORE;) {
    if (r->doc->tokens.pos[t] == BEL_POS_NUM)
      return NULL;
    BelPhraseMatch at = { .n = 1, .token = { t } };
    const BelEntry *entry = bel_lexicon_at (r->words, r->doc, t, &at);
    uint32_t last = entry ? at.token[at.n - 1] : t;
    if (entry && way_of (r, entry) == BY_TOLL)
      return last < q->first && leads_to (r, last, q->first) ? entry : NULL;
  }
  return NULL;
}

static const BelEntry *
find_entry (const Reader *r, const BelQuantity *q)
{
  const BelEntry *entry = NULL;
  if (q->counted_head != BEL_NONE)
    entry = entry_at (r, q->counted_head, BY_NOUN, BY_STATE);
  if (!entry && q->counted_head != BEL_NONE && r->doc->tokens.pos[q->counted_head] == BEL_POS_NOUN) /* "40 arrests" */
    entry = entry_at (r, q->counted_head, BY_OBJECT, BY_OBJECT);
  entry = entry ? entry : by_verb (r, q->counted_head == BEL_NONE ? q->last : q->counted_head);
  entry = entry ? entry : by_state (r, q);
  return entry ? entry : by_toll (r, q);
}

/* -- propositions ------------------------------------------------------------------------------------------ */

/* "another 12", "five others", "12 more": a part that comes on top. */
static bool
is_further (const Reader *r, const BelQuantity *q)
{
  uint32_t begin = q->first > 0 ? q->first - 1 : 0;
  uint32_t end = q->counted_head != BEL_NONE && q->counted_head > q->last ? q->counted_head : q->last + 1;
  for (uint32_t t = begin; t <= end && t < sentence_end (r, q->first); t++) {
    BelPos pos = r->doc->tokens.pos[t];
    if ((t < q->first || t > q->last) && pos != BEL_POS_VERB && pos != BEL_POS_ADP && is_in (r->contrast, r->doc, t))
      return true;
  }
  return false;
}

/* What is counted, BEL_NONE for people of whatever kind. */
static BelSym
counted_of (const Reader *r, const BelQuantity *q)
{
  uint32_t t = q->counted_head;
  bool any = t == BEL_NONE || is_in (r->anyone, r->doc, t) || r->doc->tokens.pos[t] != BEL_POS_NOUN
             || bel_lexicon_word (r->words, r->doc, t);
  return any ? BEL_NONE : bel_finder_lemma (r->finder, r->document, t);
}

static void
add_tally (const Reader *r, uint32_t index, const BelQuantity *q, const BelEntry *entry)
{
  const BelClaims *claims = r->finder->sources[r->document];
  uint32_t sentence = r->doc->tokens.sentence[q->first];
  uint32_t voice = claims->voice_at ? claims->voice_at[q->first] : BEL_NONE;
  const char *outcome = bel_lexicon_enum_name (r->words, r->field_outcome, bel_entry_enum (entry, r->field_outcome));
  BelProp prop = {
    .kind = BEL_PROP_TALLY,
    .document = r->document,
    .claim = BEL_NONE,
    .span = r->doc->sentences.items[sentence].span,
    .sentence = sentence,
    .head = q->first,
    .predicate = bel_symbols_intern_str (r->finder->symbols, outcome),
    .rule = BEL_NONE,
    .quantity = index,
    .entity = BEL_NONE,
    .value = counted_of (r, q),
    .given = BEL_NONE,
    .title = BEL_NONE,
    .time = BEL_NONE,
    .answer_to = BEL_NONE,
    .n_holders = 1,
  };
  uint32_t source = voice == BEL_NONE ? BEL_NONE : claims->attributions.items[voice].source_entity;
  prop.holders[0] = (BelHolder){ source, voice, BEL_TRUTH_TRUE };
  bel_vec_push (r->finder->scratch, &r->finder->props, prop);
}

void
bel_tallies_build (BelFinder *finder, uint32_t document)
{
  Reader r;
  if (!open_reader (finder, document, &r))
    return;
  const BelClaims *claims = finder->sources[document];
  BelSym counts = bel_symbols_intern_str (finder->symbols, "count");
  for (uint32_t i = 0; i < claims->quantities.n; i++) {
    const BelQuantity *q = &claims->quantities.items[i];
    bool sure = q->first < r.doc->tokens.n && !q->vague && q->amount >= 1
                && bel_finder_symbol (finder, document, q->kind) == counts
                && bel_block_has_claims (
                    r.doc->blocks.items[r.doc->sentences.items[r.doc->tokens.sentence[q->first]].block].kind);
    const BelEntry *entry = sure && !is_further (&r, q) ? find_entry (&r, q) : NULL;
    if (entry)
      add_tally (&r, i, q, entry);
  }
}
