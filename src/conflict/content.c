/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/content.h"

#include "conflict/wording.h"

struct BelContents {
  uint32_t *starts; /* one more than there are propositions */
  BEL_VEC (BelSym) words;
  uint16_t *repeats; /* content words that stand there once more */
  uint64_t *marks;   /* a bit a word; words may share one */
  uint16_t *shared;  /* words that have no bit of their own */
};

static int
by_number (const void *pa, const void *pb)
{
  const BelSym *a = pa, *b = pb;
  return (*a > *b) - (*a < *b);
}

static void
add_words (BelFinder *finder, uint32_t prop, uint32_t document, uint32_t first, uint32_t n_tokens)
{
  BelContents *contents = finder->contents;
  const BelDocument *doc = bel_finder_document (finder, document);
  uint32_t start = contents->words.n, n = start;
  for (uint32_t t = first; t < first + n_tokens; t++)
    if (bel_token_is_content (doc, t))
      bel_vec_push (finder->scratch, &contents->words, bel_finder_lemma (finder, document, t));
  BelSym *words = contents->words.items;
  if (contents->words.n == start)
    return;
  bel_sort (words + start, contents->words.n - start, sizeof (*words), by_number);
  for (uint32_t i = start; i < contents->words.n; i++)
    if (i == start || words[i] != words[n - 1])
      words[n++] = words[i];
  contents->repeats[prop] = (uint16_t) MIN (contents->words.n - n, UINT16_MAX);
  contents->words.n = n;
  for (uint32_t i = start; i < n; i++)
    contents->marks[prop] |= UINT64_C (1) << (bel_map_mix (words[i], 0) & 63);
  contents->shared[prop]
      = (uint16_t) MIN (n - start - (uint32_t) __builtin_popcountll (contents->marks[prop]), UINT16_MAX);
}

static void
build (BelFinder *finder)
{
  finder->contents = bel_arena_new_struct (finder->scratch, BelContents);
  finder->contents->starts = bel_arena_new_array (finder->scratch, uint32_t, finder->props.n + 1);
  finder->contents->marks = bel_arena_new_array (finder->scratch, uint64_t, finder->props.n + 1);
  finder->contents->shared = bel_arena_new_array (finder->scratch, uint16_t, finder->props.n + 1);
  finder->contents->repeats = bel_arena_new_array (finder->scratch, uint16_t, finder->props.n + 1);
  for (uint32_t i = 0; i < finder->props.n; i++) {
    finder->contents->starts[i] = finder->contents->words.n;
    const BelProp *prop = &finder->props.items[i];
    if (prop->kind == BEL_PROP_SENTENCE) {
      const BelSentence *sentence = &bel_finder_document (finder, prop->document)->sentences.items[prop->sentence];
      add_words (finder, i, prop->document, sentence->first_token, sentence->n_tokens);
    } else if (prop->kind == BEL_PROP_QUOTE) {
      add_words (finder, i, prop->document, prop->head, prop->last - prop->head + 1);
    }
  }
  finder->contents->starts[finder->props.n] = finder->contents->words.n;
}

uint32_t
bel_contents_of (BelFinder *finder, uint32_t prop, const BelSym **out)
{
  if (!finder->contents)
    build (finder);
  const uint32_t *starts = finder->contents->starts;
  uint32_t n = starts[prop + 1] - starts[prop];
  *out = n ? finder->contents->words.items + starts[prop] : NULL;
  return n;
}

uint32_t
bel_contents_common (BelFinder *finder, uint32_t a, uint32_t b)
{
  const BelSym *in_a, *in_b;
  uint32_t n_a = bel_contents_of (finder, a, &in_a), n_b = bel_contents_of (finder, b, &in_b), n = 0;
  for (uint32_t i = 0, j = 0; i < n_a && j < n_b;) {
    n += in_a[i] == in_b[j];
    BelSym x = in_a[i], y = in_b[j];
    i += x <= y;
    j += y <= x;
  }
  return n;
}

/* Of the words that they have in common each has its bit in both, but for those that share one in the first. */
static bool
may_share (const BelContents *contents, uint32_t a, uint32_t b, uint32_t least)
{
  uint64_t both = contents->marks[a] & contents->marks[b];
  for (uint32_t found = contents->shared[a]; found < least; found++, both &= both - 1)
    if (!both)
      return false;
  return true;
}

bool
bel_contents_share (BelFinder *finder, uint32_t a, uint32_t b, uint32_t least)
{
  const BelSym *in_a, *in_b;
  if (!finder->contents)
    build (finder);
  if (!may_share (finder->contents, a, b, least))
    return false;
  uint32_t n_a = bel_contents_of (finder, a, &in_a), n_b = bel_contents_of (finder, b, &in_b), n = 0;
  for (uint32_t i = 0, j = 0; n < least && n + MIN (n_a - i, n_b - j) >= least;) {
    BelSym x = in_a[i], y = in_b[j];
    n += x == y;
    i += x <= y;
    j += y <= x;
  }
  return n >= least;
}

uint32_t
bel_contents_most_pairs (BelFinder *finder, uint32_t a, uint32_t b)
{
  uint32_t n = bel_contents_common (finder, a, b);
  return n + MIN (finder->contents->repeats[a], finder->contents->repeats[b]);
}

uint32_t
bel_contents_count (BelFinder *finder, uint32_t prop)
{
  const BelSym *words;
  uint32_t n = bel_contents_of (finder, prop, &words);
  return n + finder->contents->repeats[prop];
}
