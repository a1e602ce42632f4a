/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/name-tag.h"

#define KEY_SEED 0x811C9DC5u

static uint32_t
hash_bytes (uint32_t hash, const char *text, size_t n_bytes)
{
  for (size_t i = 0; i < n_bytes; i++)
    hash = (hash ^ (uint8_t) text[i]) * 16777619u;
  return hash ? hash : 1;
}

uint32_t
bel_namer_key (const char *lower, size_t n_bytes)
{
  return hash_bytes (KEY_SEED, lower, n_bytes);
}

uint32_t
bel_namer_key_join (uint32_t key, const char *lower, size_t n_bytes)
{
  return hash_bytes (hash_bytes (key, " ", 1), lower, n_bytes);
}

gboolean
bel_namer_init (BelNamer *namer, const void *section, size_t n_bytes)
{
  const BelNamerHeader *header = section;
  if (!section || n_bytes < sizeof *header || !header->n_slots || (header->n_slots & (header->n_slots - 1)))
    return FALSE;
  size_t before = (sizeof *header + (size_t) header->n_slots * 6 + 15) / 16 * 16;
  if (n_bytes < before || !bel_linear_init (&namer->linear, (const char *) section + before, n_bytes - before))
    return FALSE;
  namer->mask = header->n_slots - 1;
  namer->hashes = (const uint32_t *) (header + 1);
  namer->bits = (const uint16_t *) (namer->hashes + header->n_slots);
  return namer->linear.n_classes == BEL_NAME_CLASSES;
}

uint16_t
bel_namer_bits (const BelNamer *namer, uint32_t key)
{
  uint32_t slot = key & namer->mask;
  for (uint32_t n = 0; n <= namer->mask && namer->hashes[slot]; n++, slot = (slot + 1) & namer->mask)
    if (namer->hashes[slot] == key)
      return namer->bits[slot];
  return 0;
}

/* -- looking at a sentence ------------------------------------------------------------------- */

void
bel_name_view_init (BelNameView *view, BelArena *arena, uint32_t n_most)
{
  view->words = bel_arena_new_array (arena, BelWord, n_most);
  view->bits = bel_arena_new_array (arena, uint16_t, n_most);
  view->phrase = bel_arena_new_array (arena, uint16_t, n_most);
  view->open = bel_arena_new_array (arena, uint8_t, n_most);
  view->run = bel_arena_new_array (arena, uint8_t, n_most);
  view->run_left = bel_arena_new_array (arena, uint8_t, n_most);
}

static const char *
lower_text (const BelNameView *view, uint32_t i)
{
  return bel_symbols_text (view->document->symbols, view->document->tokens.lower[view->first + i]);
}

static bool
is_proper (const BelNameView *view, uint32_t i)
{
  uint8_t xpos = view->document->tokens.xpos[view->first + i];
  return xpos == BEL_XPOS_NNP || xpos == BEL_XPOS_NNPS;
}

/* Capitals, or proper by the tagger. */
static bool
may_begin (const BelNameView *view, uint32_t i)
{
  const char *form = bel_symbols_text (view->document->symbols, view->document->tokens.form[view->first + i]);
  return is_proper (view, i) || (i > 0 && g_unichar_isupper (g_utf8_get_char (form)));
}

/* Small words that names hold: prepositions, articles, "and", "&", "-", numbers, "'s". */
static bool
may_join (const BelNameView *view, uint32_t i)
{
  switch ((BelXpos) view->document->tokens.xpos[view->first + i]) {
  case BEL_XPOS_IN:
  case BEL_XPOS_DT:
  case BEL_XPOS_CC:
  case BEL_XPOS_HYPH:
  case BEL_XPOS_POS:
  case BEL_XPOS_CD:
  case BEL_XPOS_FW:
  case BEL_XPOS_COMMA:
  case BEL_XPOS_SYM:
    return true;
  default:
    return false;
  }
}

static void
open_places (BelNameView *view)
{
  for (uint32_t i = 0; i < view->n; i++)
    view->open[i] = may_begin (view, i);
  for (uint32_t i = 1; i + 1 < view->n; i++) {
    if (view->open[i] || !view->open[i - 1] || !may_join (view, i))
      continue;
    if (view->open[i + 1] == 1)
      view->open[i] = 2; /* "Bank [of] England" */
    else if (i + 2 < view->n && view->open[i + 2] == 1 && may_join (view, i + 1))
      view->open[i] = view->open[i + 1] = 2; /* "Bank [of the] South" */
  }
  for (uint32_t i = 1; i < view->n; i++)
    if (!view->open[i] && view->open[i - 1] == 1 && view->document->tokens.xpos[view->first + i] == BEL_XPOS_CD)
      view->open[i] = 2; /* "Apollo [11]" */
}

static void
number_runs (BelNameView *view)
{
  for (uint32_t i = 0; i < view->n; i++)
    view->run[i] = !is_proper (view, i) ? 0 : (uint8_t) MIN ((i ? view->run[i - 1] : 0) + 1, 15);
  for (uint32_t i = view->n; i-- > 0;)
    view->run_left[i]
        = view->run[i] && i + 1 < view->n && view->run[i + 1] ? (uint8_t) MIN (view->run_left[i + 1] + 1, 15) : 0;
}

static void
find_phrases (BelNameView *view, const BelNamer *namer)
{
  memset (view->phrase, 0, view->n * sizeof *view->phrase);
  for (uint32_t i = 0; i < view->n; i++) {
    if (!(view->bits[i] & BEL_NAME_PHRASE_START) || !view->open[i])
      continue;
    const char *text = lower_text (view, i);
    uint32_t key = bel_namer_key (text, strlen (text));
    for (uint32_t k = 1; k < BEL_NAME_MAX_PHRASE && i + k < view->n; k++) {
      text = lower_text (view, i + k);
      key = bel_namer_key_join (key, text, strlen (text));
      uint16_t bits = bel_namer_bits (namer, key) & (uint16_t) ~BEL_NAME_PHRASE_START;
      for (uint32_t j = 0; bits && j <= k; j++)
        view->phrase[i + j] |= bits;
    }
  }
}

void
bel_name_view_set (BelNameView *view, const BelNamer *namer, const BelLexicon *lexicon, const BelDocument *document,
                   uint32_t sentence)
{
  const BelSentence *s = &document->sentences.items[sentence];
  view->document = document;
  view->first = s->first_token;
  view->n = s->n_tokens;
  open_places (view);
  number_runs (view);
  for (uint32_t i = 0; i < view->n; i++) {
    bool near = view->open[i] || (i > 0 && view->open[i - 1]) || (i + 1 < view->n && view->open[i + 1])
                || (i > 1 && view->open[i - 2]) || (i + 2 < view->n && view->open[i + 2]);
    if (!near)
      continue;
    const char *form = bel_symbols_text (document->symbols, document->tokens.form[view->first + i]);
    const char *lower = lower_text (view, i);
    bel_word_init (&view->words[i], lexicon, form, strlen (form));
    view->bits[i] = bel_namer_bits (namer, bel_namer_key (lower, strlen (lower)));
  }
  find_phrases (view, namer);
}

/* -- features -------------------------------------------------------------------------------- */

static const BelWord OUTSIDE
    = { .form = 1, .lower = 1, .digits = 1, .vector = BEL_WORD_UNKNOWN, .cluster = 254, .coarse = 254 };

typedef struct {
  uint32_t *features;
  uint32_t n;
} Out;

static void
add (Out *out, uint32_t template, uint32_t a, uint32_t b)
{
  out->features[out->n++] = bel_hash (bel_hash (bel_hash (template * 0x3C6EF372u + 5, a), b), template);
}

static const BelWord *
word_at (const BelNameView *view, uint32_t i)
{
  return i < view->n ? &view->words[i] : &OUTSIDE;
}

static uint32_t
bits_at (const BelNameView *view, uint32_t i)
{
  return i < view->n ? view->bits[i] & (uint32_t) ~BEL_NAME_PHRASE_START : 1u << 16;
}

static uint32_t
xpos_at (const BelNameView *view, uint32_t i)
{
  return i < view->n ? view->document->tokens.xpos[view->first + i] : 255u;
}

static void
add_word (Out *out, const BelNameView *view, uint32_t i)
{
  const BelWord *w = word_at (view, i);
  uint32_t bits = bits_at (view, i);
  add (out, 1, w->form, 0);
  add (out, 2, w->lower, 0);
  add (out, 3, w->suffix[2], w->capital);
  add (out, 4, w->suffix[3], w->capital);
  add (out, 5, w->prefix[2], w->capital);
  add (out, 6, w->shape, xpos_at (view, i));
  add (out, 7, w->cluster, w->capital);
  add (out, 8, w->coarse, w->capital);
  add (out, 9, bits, w->capital);
  add (out, 10, view->phrase[i], w->capital);
  add (out, 11, xpos_at (view, i), i == 0);
  for (uint32_t k = 0; k < 16; k++)
    if (bits >> k & 1)
      add (out, 12, k, xpos_at (view, i));
}

static void
add_neighbours (Out *out, const BelNameView *view, uint32_t i)
{
  const BelWord *w = word_at (view, i);
  const BelWord *p = word_at (view, i - 1), *s = word_at (view, i + 1);
  const BelWord *pp = word_at (view, i - 2), *ss = word_at (view, i + 2);
  add (out, 20, p->lower, w->capital);
  add (out, 21, s->lower, w->capital);
  add (out, 22, pp->lower, p->lower);
  add (out, 23, s->lower, ss->lower);
  add (out, 24, p->cluster, w->capital);
  add (out, 25, s->cluster, w->capital);
  add (out, 26, bits_at (view, i - 1), bits_at (view, i));
  add (out, 27, bits_at (view, i), bits_at (view, i + 1));
  add (out, 28, xpos_at (view, i - 1) << 8 | xpos_at (view, i), xpos_at (view, i + 1));
  add (out, 29, p->shape, w->shape);
  add (out, 30, w->shape, s->shape);
  add (out, 31, p->lower, w->lower);
  add (out, 32, w->lower, s->lower);
  add (out, 33, p->cluster, s->cluster);
  add (out, 34, pp->cluster, p->cluster);
  add (out, 35, bits_at (view, i - 1), w->cluster);
}

/* The ends of the run of proper nouns: "Ministry", "Inc", a first name. */
static void
add_run (Out *out, const BelNameView *view, uint32_t i)
{
  uint32_t run = view->run[i], left = view->run_left[i];
  uint32_t last = i + left, first = run ? i + 1 - run : i;
  if (run && first > i)
    first = i;
  add (out, 40, run * 16 + left, 0);
  add (out, 41, word_at (view, last)->lower, left > 0);
  add (out, 42, bits_at (view, last), left > 0);
  add (out, 43, word_at (view, last)->suffix[2], left > 0);
  add (out, 44, bits_at (view, first), run * 16 + left);
  add (out, 45, word_at (view, first - 1)->lower, run + left > 1);
  add (out, 46, word_at (view, last + 1)->lower, run + left > 1);
  add (out, 47, bits_at (view, first), bits_at (view, last));
}

/* What the word is in its clause: the subject of "say", the place of "in". */
static void
add_tree (Out *out, const BelNameView *view, uint32_t i)
{
  const BelTokens *tokens = &view->document->tokens;
  uint32_t t = view->first + i, top = t;
  for (int k = 0; k < 4 && tokens->head[top] != BEL_NONE; k++) {
    BelDep base = bel_dep_base (tokens->dep[top]);
    if (base != BEL_DEP_FLAT && base != BEL_DEP_COMPOUND)
      break;
    top = tokens->head[top];
  }
  uint32_t head = tokens->head[top], dep = tokens->dep[top];
  uint32_t head_key = 7;
  if (head != BEL_NONE) {
    const char *lemma = bel_symbols_text (view->document->symbols, tokens->lemma[head]);
    head_key = bel_namer_key (lemma, strlen (lemma));
  }
  add (out, 50, dep, tokens->dep[t]);
  add (out, 51, dep, head_key);
  uint32_t with = bel_child_base (view->document, top, BEL_DEP_CASE);
  const char *preposition = with == BEL_NONE ? "" : bel_symbols_text (view->document->symbols, tokens->lower[with]);
  add (out, 52, dep, bel_namer_key (preposition, strlen (preposition)));
  add (out, 53, bel_namer_key (preposition, strlen (preposition)), head_key);
  bool article = bel_child_base (view->document, top, BEL_DEP_DET) != BEL_NONE;
  add (out, 54, article, tokens->dep[t]);
}

uint32_t
bel_name_features (const BelNameView *view, const uint8_t *classes, uint32_t i, uint32_t features[BEL_NAME_FEATURES])
{
  Out out = { features, 0 };
  uint32_t before = i > 0 ? classes[i - 1] : 9, before2 = i > 1 ? classes[i - 2] : 9;
  const BelWord *w = word_at (view, i);
  add_word (&out, view, i);
  add_neighbours (&out, view, i);
  add_run (&out, view, i);
  add_tree (&out, view, i);
  add (&out, 60, before, before2);
  add (&out, 61, before, w->lower);
  add (&out, 62, before, xpos_at (view, i));
  add (&out, 63, before, bits_at (view, i));
  add (&out, 64, before, w->shape);
  add (&out, 65, before, word_at (view, i - 1)->lower);
  add (&out, 66, before, word_at (view, i + 1)->shape);
  return out.n;
}

/* -- a document ------------------------------------------------------------------------------ */

static uint32_t
best_class (const int32_t *scores, uint32_t before)
{
  uint32_t best = 0;
  for (uint32_t c = 1; c < BEL_NAME_CLASSES; c++)
    if (scores[c] > scores[best] && bel_name_may_follow (before, c))
      best = c;
  return best;
}

static void
tag_sentence (const BelNamer *namer, const BelNameView *view, uint8_t *classes)
{
  for (uint32_t i = 0; i < view->n; i++) {
    uint32_t features[BEL_NAME_FEATURES];
    int32_t scores[BEL_NAME_CLASSES] = { 0 };
    classes[i] = 0;
    if (!view->open[i] || (view->open[i] == 2 && classes[i - 1] == 0))
      continue;
    uint32_t n = bel_name_features (view, classes, i, features);
    bel_linear_score (&namer->linear, features, n, scores);
    classes[i] = (uint8_t) best_class (scores, i > 0 ? classes[i - 1] : 0);
  }
  /* a name does not end in a small word */
  for (uint32_t i = view->n; i-- > 0;)
    if (view->open[i] == 2 && classes[i] && xpos_at (view, i) != BEL_XPOS_CD
        && (i + 1 == view->n || classes[i + 1] == 0 || classes[i + 1] % 2 == 1))
      classes[i] = 0;
}

static void
put_classes (BelDocument *document, uint32_t first, uint32_t n, const uint8_t *classes)
{
  for (uint32_t i = 0; i < n; i++) {
    document->tokens.name[first + i] = (classes[i] + 1) / 2;
    document->tokens.name_first[first + i] = classes[i] % 2;
  }
}

/* "Donald [Trump]", "[Hillary] [Clinton]": a first name, or a word flat in the same name, that was left out before a
 * person's name, or made a name of its own. */
static void
mend_beginnings (const BelNameView *view, BelDocument *document)
{
  BelTokens *tokens = &document->tokens;
  for (uint32_t i = 1; i < view->n; i++) {
    uint32_t t = view->first + i, before = t - 1;
    if (tokens->name[t] != BEL_NAME_PERSON || !tokens->name_first[t] || tokens->name[before]
        || !is_proper (view, i - 1))
      continue;
    bool flat = tokens->dep[t] == BEL_DEP_FLAT && tokens->head[t] == before;
    bool title = view->bits[i - 1] & BEL_NAME_TITLE;
    if (title || !(flat || view->bits[i - 1] & (BEL_NAME_MALE | BEL_NAME_FEMALE)))
      continue;
    if (!tokens->name[before])
      tokens->name_first[before] = 1;
    tokens->name[before] = BEL_NAME_PERSON;
    tokens->name_first[t] = 0;
  }
}

/* "ambassador to the [United Nations Amir Saeid] …": a name that is known ends before a first name. */
static void
part_names (const BelNameView *view, BelDocument *document)
{
  BelTokens *tokens = &document->tokens;
  for (uint32_t i = 2; i + 1 < view->n; i++) {
    uint32_t t = view->first + i;
    if (!tokens->name[t] || tokens->name_first[t] || tokens->name[t] == BEL_NAME_PERSON)
      continue;
    bool known_before = view->phrase[i - 1] && !view->phrase[i];
    bool person = view->bits[i] & (BEL_NAME_MALE | BEL_NAME_FEMALE) && !(view->bits[i] & BEL_NAME_ORG_WORD);
    if (!known_before || !person || !is_proper (view, i) || !is_proper (view, i + 1))
      continue;
    tokens->name_first[t] = 1;
    for (uint32_t k = t; k == t || (k < view->first + view->n && tokens->name[k] && !tokens->name_first[k]); k++)
      tokens->name[k] = BEL_NAME_PERSON;
  }
}

void
bel_namer_run (const BelNamer *namer, const BelLexicon *lexicon, BelDocument *document)
{
  g_autoptr (BelArena) arena = bel_arena_new ();
  uint32_t n_most = 1;
  for (uint32_t s = 0; s < document->sentences.n; s++)
    n_most = MAX (n_most, document->sentences.items[s].n_tokens);
  BelNameView view;
  bel_name_view_init (&view, arena, n_most);
  uint8_t *classes = bel_arena_new_array (arena, uint8_t, n_most);
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    bel_name_view_set (&view, namer, lexicon, document, s);
    tag_sentence (namer, &view, classes);
    put_classes (document, view.first, view.n, classes);
    mend_beginnings (&view, document);
    part_names (&view, document);
  }
  bel_names_settle (namer, document, arena);
}
