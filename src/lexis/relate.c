/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Questions over two words: each looks at the leading senses of both and asks the synsets. */
#include "lexis/wordnet.h"

/* Steps along part-of before it no longer says much, and the widest set of wholes looked at. */
#define PART_STEPS 4u
#define MANNER_STEPS 3u
#define FRONTIER 32u

typedef struct {
  const BelSense *items;
  uint32_t n;
} Senses;

static Senses
leading (const BelWordnet *wordnet, BelWord word, BelWnPos pos, unsigned senses)
{
  Senses s = { NULL, 0 };
  s.n = bel_wordnet_senses (wordnet, word, pos, &s.items);
  if (senses && s.n > senses)
    s.n = senses;
  return s;
}

static bool
has_synset (Senses s, BelSynset synset)
{
  for (uint32_t i = 0; i < s.n; i++)
    if (s.items[i].synset == synset)
      return true;
  return false;
}

bool
bel_wordnet_synonyms (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses)
{
  if (!wordnet || a == BEL_NONE || b == BEL_NONE)
    return false;
  if (a == b)
    return true;
  Senses left = leading (wordnet, a, pos, senses), right = leading (wordnet, b, pos, senses);
  for (uint32_t i = 0; i < left.n; i++)
    if (has_synset (right, left.items[i].synset))
      return true;
  return false;
}

/* Whether an edge from @synset leads to a synset of @to; @from and @member narrow it to one word on each side, 0 does not. */
static bool
edge_to (const BelWordnet *wordnet, BelSynset synset, BelWnRelation kind, unsigned from, Senses to, bool same_member)
{
  const BelWnEdge *edges;
  uint32_t n = bel_wordnet_edges_of (wordnet, synset, kind, &edges);
  for (uint32_t e = 0; e < n; e++) {
    if (from && edges[e].from && edges[e].from != from)
      continue;
    for (uint32_t i = 0; i < to.n; i++)
      if (to.items[i].synset == edges[e].target && (!same_member || !edges[e].to || edges[e].to == to.items[i].member))
        return true;
  }
  return false;
}

/* The synset and the heads it is similar to; at most @room. */
static uint32_t
with_similar (const BelWordnet *wordnet, BelSynset synset, BelSynset *out, uint32_t room)
{
  uint32_t n = 0;
  out[n++] = synset;
  const BelWnEdge *edges;
  uint32_t n_edges = bel_wordnet_edges_of (wordnet, synset, BEL_WN_SIMILAR, &edges);
  for (uint32_t e = 0; e < n_edges && n < room; e++)
    out[n++] = edges[e].target;
  return n;
}

static bool
opposed (const BelWordnet *wordnet, BelSynset a, BelSynset b)
{
  const BelSense target = { .synset = b };
  return edge_to (wordnet, a, BEL_WN_ANTONYM, 0, (Senses){ &target, 1 }, false);
}

static bool
opposed_indirectly (const BelWordnet *wordnet, BelSynset a, BelSynset b)
{
  BelSynset left[FRONTIER], right[FRONTIER];
  uint32_t n_left = with_similar (wordnet, a, left, FRONTIER), n_right = with_similar (wordnet, b, right, FRONTIER);
  for (uint32_t i = 0; i < n_left; i++)
    for (uint32_t j = 0; j < n_right; j++)
      if (opposed (wordnet, left[i], right[j]))
        return true;
  return false;
}

BelAntonymy
bel_wordnet_antonyms (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses)
{
  if (!wordnet || a == BEL_NONE || b == BEL_NONE || a == b)
    return BEL_ANTONYMY_NONE;
  Senses left = leading (wordnet, a, pos, senses), right = leading (wordnet, b, pos, senses);
  for (uint32_t i = 0; i < left.n; i++)
    if (edge_to (wordnet, left.items[i].synset, BEL_WN_ANTONYM, left.items[i].member, right, true))
      return BEL_ANTONYMY_DIRECT;
  for (uint32_t i = 0; i < left.n; i++)
    for (uint32_t j = 0; j < right.n; j++)
      if (opposed_indirectly (wordnet, left.items[i].synset, right.items[j].synset))
        return BEL_ANTONYMY_INDIRECT;
  return BEL_ANTONYMY_NONE;
}

bool
bel_wordnet_word_is_a (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses)
{
  if (bel_wordnet_synonyms (wordnet, a, b, pos, senses))
    return true;
  Senses left = leading (wordnet, a, pos, senses), right = leading (wordnet, b, pos, senses);
  for (uint32_t i = 0; i < left.n; i++)
    for (uint32_t j = 0; j < right.n; j++)
      if (bel_wordnet_is_a (wordnet, left.items[i].synset, right.items[j].synset))
        return true;
  return false;
}

static bool
share_parent (const BelWordnet *wordnet, BelSynset a, BelSynset b)
{
  static const BelWnRelation UP[] = { BEL_WN_HYPERNYM, BEL_WN_INSTANCE_OF };
  for (guint k = 0; k < G_N_ELEMENTS (UP); k++) {
    const BelWnEdge *edges;
    uint32_t n = bel_wordnet_edges_of (wordnet, a, UP[k], &edges);
    for (uint32_t e = 0; e < n; e++) {
      const BelSense parent = { .synset = edges[e].target };
      if (edge_to (wordnet, b, UP[k], 0, (Senses){ &parent, 1 }, false))
        return true;
    }
  }
  return false;
}

bool
bel_wordnet_siblings (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses)
{
  if (!wordnet || a == BEL_NONE || b == BEL_NONE || bel_wordnet_word_is_a (wordnet, a, b, pos, senses)
      || bel_wordnet_word_is_a (wordnet, b, a, pos, senses))
    return false;
  Senses left = leading (wordnet, a, pos, senses), right = leading (wordnet, b, pos, senses);
  for (uint32_t i = 0; i < left.n; i++)
    for (uint32_t j = 0; j < right.n; j++)
      if (share_parent (wordnet, left.items[i].synset, right.items[j].synset))
        return true;
  return false;
}

static uint32_t
add_targets (const BelWordnet *wordnet, BelSynset synset, BelWnRelation kind, BelSynset *set, uint32_t n)
{
  const BelWnEdge *edges;
  uint32_t n_edges = bel_wordnet_edges_of (wordnet, synset, kind, &edges);
  for (uint32_t e = 0; e < n_edges && n < FRONTIER; e++) {
    uint32_t seen = 0;
    while (seen < n && set[seen] != edges[e].target)
      seen++;
    if (seen == n)
      set[n++] = edges[e].target;
  }
  return n;
}

/* Whether a walk of at most @steps over the @kinds from one of @from's synsets meets one of @to's. */
static bool
reaches (const BelWordnet *wordnet, BelSynset from, Senses to, const BelWnRelation *kinds, uint32_t n_kinds,
         uint32_t steps)
{
  BelSynset set[FRONTIER] = { from };
  uint32_t n = 1, done = 0;
  for (uint32_t step = 0; step < steps; step++) {
    uint32_t past = n;
    for (; done < past; done++)
      for (uint32_t k = 0; k < n_kinds; k++)
        n = add_targets (wordnet, set[done], kinds[k], set, n);
  }
  for (uint32_t i = 1; i < n; i++)
    if (has_synset (to, set[i]))
      return true;
  return false;
}

bool
bel_wordnet_part_of (const BelWordnet *wordnet, BelWord a, BelWord b, unsigned senses)
{
  static const BelWnRelation KINDS[] = { BEL_WN_PART_OF, BEL_WN_MEMBER_OF, BEL_WN_SUBSTANCE_OF };
  Senses left = leading (wordnet, a, BEL_WN_NOUN, senses), right = leading (wordnet, b, BEL_WN_NOUN, senses);
  for (uint32_t i = 0; i < left.n; i++)
    if (reaches (wordnet, left.items[i].synset, right, KINDS, G_N_ELEMENTS (KINDS), PART_STEPS))
      return true;
  return false;
}

/* "snore" entails "sleep"; so does what is a manner of snoring: up the hypernyms, one entailment across. */
static bool
entails_from (const BelWordnet *wordnet, BelSynset synset, Senses to)
{
  BelSynset set[FRONTIER] = { synset };
  uint32_t n = 1, done = 0;
  for (uint32_t step = 0; step < MANNER_STEPS; step++)
    for (uint32_t past = n; done < past; done++)
      n = add_targets (wordnet, set[done], BEL_WN_HYPERNYM, set, n);
  for (uint32_t i = 0; i < n; i++)
    if (edge_to (wordnet, set[i], BEL_WN_ENTAILS, 0, to, false)
        || edge_to (wordnet, set[i], BEL_WN_CAUSES, 0, to, false))
      return true;
  return false;
}

bool
bel_wordnet_verb_entails (const BelWordnet *wordnet, BelWord a, BelWord b, unsigned senses)
{
  Senses left = leading (wordnet, a, BEL_WN_VERB, senses), right = leading (wordnet, b, BEL_WN_VERB, senses);
  for (uint32_t i = 0; i < left.n; i++)
    if (entails_from (wordnet, left.items[i].synset, right))
      return true;
  return false;
}

bool
bel_wordnet_derived (const BelWordnet *wordnet, BelWord a, BelWnPos pos_a, BelWord b, BelWnPos pos_b, unsigned senses)
{
  Senses left = leading (wordnet, a, pos_a, senses), right = leading (wordnet, b, pos_b, senses);
  for (uint32_t i = 0; i < left.n; i++)
    if (edge_to (wordnet, left.items[i].synset, BEL_WN_DERIVATION, left.items[i].member, right, true)
        || edge_to (wordnet, left.items[i].synset, BEL_WN_PERTAINS, left.items[i].member, right, true))
      return true;
  return false;
}

static uint32_t
add_word (BelWord word, BelWord *out, uint32_t n, uint32_t room)
{
  for (uint32_t i = 0; i < n; i++)
    if (out[i] == word)
      return n;
  if (n < room)
    out[n++] = word;
  return n;
}

uint32_t
bel_wordnet_derivations (const BelWordnet *wordnet, BelWord a, BelWnPos pos_a, BelWnPos pos_b, BelWord *out,
                         uint32_t room)
{
  Senses senses = leading (wordnet, a, pos_a, 0);
  uint32_t n = 0;
  for (uint32_t i = 0; i < senses.n; i++) {
    const BelWnEdge *edges;
    uint32_t n_edges = bel_wordnet_edges_of (wordnet, senses.items[i].synset, BEL_WN_DERIVATION, &edges);
    for (uint32_t e = 0; e < n_edges; e++) {
      const BelWord *members;
      bool mine = edges[e].from == senses.items[i].member && bel_wordnet_pos (wordnet, edges[e].target) == pos_b;
      if (mine && edges[e].to && edges[e].to <= bel_wordnet_members (wordnet, edges[e].target, &members))
        n = add_word (members[edges[e].to - 1], out, n, room);
    }
  }
  return n;
}
