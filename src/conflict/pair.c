/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/pair.h"

#include "base/limits.h"
#include "conflict/content.h"
#include "conflict/key.h"
#include "conflict/relation.h"
#include "conflict/schema.h"

#include <string.h>

typedef struct {
  BelFinder *finder;
  const BelJoinTerm *joins;
  uint32_t n_joins;
  BelKeyKind kind;
  BelArena *arena;
  BelPairs *out;
  BelMores *more;
  uint64_t *sayings; /* what each proposition says, as a number; NULL before it is asked for */
  BelKeyRows rows[2];
} Joiner;

/* -- pairs so far ----------------------------------------------------------------------------------------- */

/* From so many pairs on, those that came twice are dropped before room is made for more. */
#define MANY_PAIRS 65536u

static int
by_number (const void *pa, const void *pb)
{
  const uint64_t *a = pa, *b = pb;
  return (*a > *b) - (*a < *b);
}

static void
sort_few (uint64_t *keys, uint32_t n)
{
  enum { FEW = 32 };
  if (n > FEW) {
    qsort (keys, n, sizeof (*keys), by_number);
    return;
  }
  for (uint32_t i = 1; i < n; i++) {
    uint64_t key = keys[i];
    uint32_t at = i;
    for (; at > 0 && keys[at - 1] > key; at--)
      keys[at] = keys[at - 1];
    keys[at] = key;
  }
}

/* In place: each key is put where those of its first item go (American flag sort: McIlroy, Bostic, McIlroy 1993), and these, which
 * are few, are sorted among themselves. */
static void
sort_keys (uint64_t *keys, uint32_t n, uint32_t n_items)
{
  g_autofree uint32_t *next = g_new0 (uint32_t, n_items + 1), *past = g_new (uint32_t, n_items + 1);
  for (uint32_t i = 0; i < n; i++)
    next[(keys[i] >> 32) + 1]++;
  for (uint32_t item = 0; item < n_items; item++) {
    next[item + 1] += next[item];
    past[item] = next[item + 1];
  }
  for (uint32_t item = 0; item < n_items; item++) {
    uint32_t start = item ? past[item - 1] : 0;
    while (next[item] < past[item]) {
      uint64_t key = keys[next[item]];
      uint32_t own = (uint32_t) (key >> 32);
      if (own == item) {
        next[item]++;
        continue;
      }
      keys[next[item]] = keys[next[own]];
      keys[next[own]++] = key;
    }
    sort_few (keys + start, past[item] - start);
  }
}

static void
drop_repeats (BelPairs *pairs, uint32_t n_items)
{
  uint32_t n = 0;
  sort_keys (pairs->items, pairs->n, n_items);
  for (uint32_t i = 0; i < pairs->n; i++)
    if (n == 0 || pairs->items[i] != pairs->items[n - 1])
      pairs->items[n++] = pairs->items[i];
  pairs->n = n;
}

static int
by_pair (const void *pa, const void *pb)
{
  const BelMore *a = pa, *b = pb;
  if (a->pair != b->pair)
    return a->pair < b->pair ? -1 : 1;
  return (a->left_out < b->left_out) - (a->left_out > b->left_out);
}

/* Of one pair that comes several times, the most that was left out with it counts. */
static void
settle_more (BelMores *more)
{
  uint32_t n = 0;
  bel_sort (more->items, more->n, sizeof (*more->items), by_pair);
  for (uint32_t i = 0; i < more->n; i++)
    if (n == 0 || more->items[i].pair != more->items[n - 1].pair)
      more->items[n++] = more->items[i];
  more->n = n;
}

static void
add_pair (Joiner *joiner, uint32_t a, uint32_t b, uint32_t left_out)
{
  BelPairs *out = joiner->out;
  uint64_t key = ((uint64_t) MIN (a, b) << 32) | MAX (a, b);
  if (out->n == out->cap && out->n >= MANY_PAIRS) {
    drop_repeats (out, joiner->finder->props.n);
    if (out->n > out->cap / 2)
      bel_vec_reserve (joiner->arena, out, out->cap + 1);
  }
  bel_vec_push (joiner->arena, out, key);
  if (left_out)
    bel_vec_push (joiner->arena, joiner->more, (BelMore){ key, left_out });
}

/* -- what the further joins and the scope ask ------------------------------------------------------------ */

static bool
may_meet (const BelFinder *finder, uint32_t a, uint32_t b)
{
  uint32_t of_a = finder->props.items[a].document, of_b = finder->props.items[b].document;
  uint32_t n_drafts = finder->n_sources - finder->options.n_authority;
  if (a == b || (of_a >= n_drafts && of_b >= n_drafts))
    return false;
  if (finder->options.same_situation)
    return of_a != of_b;
  return finder->options.scope == BEL_SCOPE_SET || of_a == of_b;
}

/* Of sentences that are not laid side by side at once: whether there is enough in common to begin with. */
static bool
has_enough_in_common (const Joiner *joiner, uint32_t a, uint32_t b)
{
  return joiner->finder->options.same_situation || bel_contents_share (joiner->finder, a, b, BEL_CONTENTS_COMMON);
}

static bool
share_a_key (Joiner *joiner, BelKeyKind kind, bool similar, uint32_t a, uint32_t b)
{
  joiner->rows[0].n = joiner->rows[1].n = 0;
  bel_keys_of (joiner->finder, kind, similar, a, &joiner->rows[0]);
  bel_keys_of (joiner->finder, kind, similar, b, &joiner->rows[1]);
  for (uint32_t i = 0; i < joiner->rows[0].n; i++)
    for (uint32_t j = 0; j < joiner->rows[1].n; j++)
      if (joiner->rows[0].items[i].key == joiner->rows[1].items[j].key)
        return true;
  return false;
}

static bool
holds (Joiner *joiner, const BelJoinTerm *join, uint32_t a, uint32_t b)
{
  const BelProp *props = joiner->finder->props.items;
  BelKeyKind kind = bel_conflict_schema_key (join->field_a);
  if (kind == BEL_KEY_PREDICATE && join->similar)
    return bel_predicates_related (joiner->finder, props[a].likes, props[b].likes);
  return share_a_key (joiner, kind, join->similar, a, b);
}

static void
try_pair (Joiner *joiner, uint32_t a, uint32_t b, uint32_t left_out)
{
  if (!may_meet (joiner->finder, a, b))
    return;
  if ((joiner->kind == BEL_KEY_WORDING || joiner->kind == BEL_KEY_QUOTE) && !has_enough_in_common (joiner, a, b))
    return;
  for (uint32_t i = 1; i < joiner->n_joins; i++)
    if (!holds (joiner, &joiner->joins[i], a, b))
      return;
  add_pair (joiner, a, b, left_out);
}

/* -- many that share a key --------------------------------------------------------------------------------- */

static uint64_t
saying_of_sentence (BelFinder *finder, const BelProp *prop)
{
  const BelSentence *sentence = &bel_finder_document (finder, prop->document)->sentences.items[prop->sentence];
  uint64_t sum = BEL_PROP_SENTENCE;
  for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++)
    sum = bel_map_mix (sum, bel_finder_lemma (finder, prop->document, t));
  return sum;
}

static uint64_t
saying_of_fill (BelFinder *finder, const BelProp *prop, const BelRoleFill *fill)
{
  bool pronoun = bel_finder_document (finder, prop->document)->tokens.pos[fill->head] == BEL_POS_PRON;
  uint64_t sum = bel_map_mix (fill->role, bel_finder_lemma (finder, prop->document, fill->head));
  uint32_t least = BEL_NONE, greatest = BEL_NONE;
  if (pronoun)
    sum = bel_map_mix (sum, ((uint64_t) prop->document << 32) | fill->entity);
  if (fill->quantity != BEL_NONE || fill->time != BEL_NONE) {
    BelSpan span = bel_subtree_span (bel_finder_document (finder, prop->document), fill->head);
    g_autofree char *text
        = g_strndup (bel_document_text (bel_finder_document (finder, prop->document), span), bel_span_length (span));
    least = greatest = g_str_hash (text);
  }
  return bel_map_mix (sum, ((uint64_t) least << 32) | greatest);
}

/* Equal number: one predicate, the same words in its roles, held by the same so far as words tell. */
static uint64_t
saying_of_claim (BelFinder *finder, const BelProp *prop)
{
  uint64_t sum = bel_map_mix (prop->kind, ((uint64_t) prop->likes << 1) | prop->negated);
  for (uint32_t i = 0; i < prop->n_fills; i++)
    sum = bel_map_mix (sum, saying_of_fill (finder, prop, &prop->fills[i]));
  for (uint32_t i = 0; i < prop->n_holders; i++) {
    uint32_t attribution = prop->holders[i].attribution;
    uint32_t head = attribution == BEL_NONE
                        ? BEL_NONE
                        : finder->sources[prop->document]->attributions.items[attribution].source_head;
    BelSym source = head == BEL_NONE ? attribution : bel_finder_lemma (finder, prop->document, head);
    sum = bel_map_mix (sum, ((uint64_t) source << 3) | prop->holders[i].truth);
  }
  return sum;
}

static void
number_sayings (Joiner *joiner)
{
  BelFinder *finder = joiner->finder;
  joiner->sayings = bel_arena_new_array (joiner->arena, uint64_t, finder->props.n + 1);
  for (uint32_t i = 0; i < finder->props.n; i++) {
    const BelProp *prop = &finder->props.items[i];
    bool sentence = prop->kind == BEL_PROP_SENTENCE;
    bool claim = prop->kind == BEL_PROP_CLAIM || prop->kind == BEL_PROP_ANSWER;
    joiner->sayings[i] = sentence ? saying_of_sentence (finder, prop) : claim ? saying_of_claim (finder, prop) : i;
    if (finder->options.same_situation)
      joiner->sayings[i] = bel_map_mix (joiner->sayings[i], prop->document);
  }
}

/* Returns: whether the two could be looked at. */
static bool
try_clusters (Joiner *joiner, const uint32_t *items, const BelCluster *x, const BelCluster *y)
{
  uint32_t a = items[x->first], b = items[y->first];
  if (!may_meet (joiner->finder, a, b))
    return false;
  try_pair (joiner, a, b, x->n * y->n - 1);
  return true;
}

/* Each with its next neighbours in the text. */
static void
try_neighbours (Joiner *joiner, const uint32_t *items, const BelCluster *clusters, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    uint32_t met = 0;
    for (uint32_t j = i + 1; j < n && met < BEL_LIMIT_GROUP_NEIGHBOURS; j++)
      met += try_clusters (joiner, items, &clusters[i], &clusters[j]);
  }
}

/* Those of two kinds of predicates, or of one: each with its next neighbours of the other kind. Both lists ascend. */
static void
try_kinds (Joiner *joiner, const uint32_t *items, const BelCluster *clusters, const uint32_t *p, uint32_t n_p,
           const uint32_t *q, uint32_t n_q)
{
  uint32_t from = 0;
  for (uint32_t i = 0; i < n_p; i++) {
    while (from < n_q && q[from] <= p[i])
      from++;
    uint32_t met = 0;
    for (uint32_t j = from; j < n_q && met < BEL_LIMIT_GROUP_NEIGHBOURS; j++)
      met += try_clusters (joiner, items, &clusters[p[i]], &clusters[q[j]]);
  }
}

/* By kinds of predicates, of which only related ones meet. */
static void
try_by_predicate (Joiner *joiner, const uint32_t *items, const BelCluster *clusters, uint32_t n)
{
  BelFinder *finder = joiner->finder;
  g_autoptr (BelArena) arena = bel_arena_new ();
  BelKeyRow *rows = bel_arena_new_array (arena, BelKeyRow, n);
  for (uint32_t i = 0; i < n; i++)
    rows[i] = (BelKeyRow){ finder->props.items[items[clusters[i].first]].likes, i };
  BelGroups kinds = bel_groups_build (arena, rows, n, true);
  for (uint32_t x = 0; x < kinds.n; x++)
    for (uint32_t y = 0; y < kinds.n; y++) {
      const uint32_t *p = kinds.items + kinds.starts[x], *q = kinds.items + kinds.starts[y];
      uint32_t of_p = finder->props.items[items[clusters[p[0]].first]].likes;
      uint32_t of_q = finder->props.items[items[clusters[q[0]].first]].likes;
      if (bel_predicates_related (finder, of_p, of_q))
        try_kinds (joiner, items, clusters, p, kinds.starts[x + 1] - kinds.starts[x], q,
                   kinds.starts[y + 1] - kinds.starts[y]);
    }
}

static void
try_many (Joiner *joiner, const uint32_t *items, uint32_t n)
{
  if (!joiner->sayings)
    number_sayings (joiner);
  g_autofree BelCluster *clusters = g_new (BelCluster, n);
  uint32_t left, n_clusters = bel_group_cluster (items, n, joiner->sayings, clusters, n, &left);
  bool by_predicate = false;
  for (uint32_t i = 1; i < joiner->n_joins; i++)
    by_predicate
        = by_predicate
          || (bel_conflict_schema_key (joiner->joins[i].field_a) == BEL_KEY_PREDICATE && joiner->joins[i].similar);
  if (by_predicate)
    try_by_predicate (joiner, items, clusters, n_clusters);
  else
    try_neighbours (joiner, items, clusters, n_clusters);
}

static void
try_group (Joiner *joiner, const uint32_t *items, uint32_t n)
{
  if (n > BEL_LIMIT_GROUP_ALL_PAIRS) {
    try_many (joiner, items, n);
    return;
  }
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t j = i + 1; j < n; j++)
      try_pair (joiner, items[i], items[j], 0);
}

/* -- all ------------------------------------------------------------------------------------------------------ */

static void
make_alone (const BelFinder *finder, BelArena *arena, BelPairs *out)
{
  for (uint32_t i = 0; i < finder->props.n; i++)
    if (finder->props.items[i].document < finder->n_sources - finder->options.n_authority)
      bel_vec_push (arena, out, ((uint64_t) i << 32) | i);
}

void
bel_pairs_make (BelFinder *finder, const BelJoinTerm *joins, uint32_t n_joins, BelArena *arena, BelPairs *out,
                BelMores *more)
{
  Joiner joiner = {
    .finder = finder,
    .joins = joins,
    .n_joins = n_joins,
    .kind = bel_conflict_schema_key (joins[0].field_a),
    .arena = arena,
    .out = out,
    .more = more,
  };
  BelKeyRows rows = { 0 };
  if (joiner.kind == BEL_N_KEY_KINDS)
    return;
  if (joiner.kind == BEL_KEY_ITSELF) {
    make_alone (finder, arena, out);
    return;
  }
  bel_keys_make (finder, joiner.kind, joins[0].similar, &rows);
  BelGroups groups = bel_groups_build (arena, rows.items, rows.n, false);
  if (rows.cap)
    bel_arena_release (finder->scratch, rows.items, sizeof (*rows.items) * rows.cap);
  for (uint32_t g = 0; g < groups.n; g++)
    try_group (&joiner, groups.items + groups.starts[g], groups.starts[g + 1] - groups.starts[g]);
  drop_repeats (out, finder->props.n);
  settle_more (more);
}

uint32_t
bel_pair_fails (BelFinder *finder, const BelJoinTerm *joins, uint32_t n_joins, uint32_t a, uint32_t b)
{
  Joiner joiner
      = { .finder = finder, .joins = joins, .n_joins = n_joins, .kind = bel_conflict_schema_key (joins[0].field_a) };
  if (joiner.kind == BEL_KEY_ITSELF)
    return a == b ? n_joins : 0;
  if (!may_meet (finder, a, b)
      || ((joiner.kind == BEL_KEY_WORDING || joiner.kind == BEL_KEY_QUOTE) && !has_enough_in_common (&joiner, a, b)))
    return 0;
  for (uint32_t i = 0; i < n_joins; i++)
    if (!holds (&joiner, &joins[i], a, b))
      return i;
  return n_joins;
}
