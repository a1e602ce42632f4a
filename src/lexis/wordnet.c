/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The mapped table: opening it, and what one word or one synset says. Questions over two words: relate.c. */
#include "lexis/wordnet-private.h"

#include "base/file.h"

#include <string.h>

struct BelWordnet {
  GBytes *bytes;
  const char *data;
  const char *text;
  const uint32_t *slots;
  uint32_t n_slots;
  const BelWnWordRow *words;
  const BelSense *senses;
  const BelWnSynsetRow *synsets;
  uint32_t n_synsets; /* the one too many not counted */
  const BelWord *members;
  const BelWnEdge *edges;
  const BelSynset *ancestors;
};

G_DEFINE_QUARK (bel - lexis - error - quark, bel_lexis_error)

static const char *
check_header (const BelWnHeader *header, size_t n_bytes)
{
  if (n_bytes < sizeof *header || header->magic != BEL_WN_MAGIC)
    return "is not a table of WordNet";
  if (header->n_bytes != n_bytes)
    return "is cut short";
  if (header->n_relations != BEL_WN_N_RELATIONS)
    return "was made by another version of the program";
  for (int i = 0; i < BEL_WN_N_SECTIONS; i++) {
    const BelWnSection *section = &header->sections[i];
    if (section->offset % 8 || section->offset > n_bytes
        || section->n > (n_bytes - section->offset) / bel_wn_item_bytes (i) || !section->n)
      return "is damaged";
  }
  uint32_t n_slots = header->sections[BEL_WN_SLOTS].n;
  return n_slots & (n_slots - 1) ? "is damaged" : NULL;
}

static const void *
section_start (const BelWordnet *wordnet, BelWnSectionId id)
{
  const BelWnHeader *header = (const BelWnHeader *) wordnet->data;
  return wordnet->data + header->sections[id].offset;
}

static void
bind_sections (BelWordnet *wordnet)
{
  const BelWnHeader *header = (const BelWnHeader *) wordnet->data;
  wordnet->text = section_start (wordnet, BEL_WN_TEXT);
  wordnet->slots = section_start (wordnet, BEL_WN_SLOTS);
  wordnet->n_slots = header->sections[BEL_WN_SLOTS].n;
  wordnet->words = section_start (wordnet, BEL_WN_WORDS);
  wordnet->senses = section_start (wordnet, BEL_WN_SENSES);
  wordnet->synsets = section_start (wordnet, BEL_WN_SYNSETS);
  wordnet->n_synsets = header->sections[BEL_WN_SYNSETS].n - 1;
  wordnet->members = section_start (wordnet, BEL_WN_MEMBERS);
  wordnet->edges = section_start (wordnet, BEL_WN_EDGES);
  wordnet->ancestors = section_start (wordnet, BEL_WN_ANCESTORS);
}

BelWordnet *
bel_wordnet_open (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_map (path, error);
  if (!bytes)
    return NULL;
  size_t n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  const char *wrong = check_header ((const BelWnHeader *) data, n_bytes);
  if (wrong) {
    g_set_error (error, BEL_LEXIS_ERROR, BEL_LEXIS_ERROR_FORMAT, "%s: %s", path, wrong);
    return NULL;
  }
  BelWordnet *wordnet = g_new0 (BelWordnet, 1);
  wordnet->bytes = g_steal_pointer (&bytes);
  wordnet->data = data;
  bind_sections (wordnet);
  return wordnet;
}

void
bel_wordnet_free (BelWordnet *wordnet)
{
  if (!wordnet)
    return;
  g_bytes_unref (wordnet->bytes);
  g_free (wordnet);
}

BelWord
bel_wordnet_word (const BelWordnet *wordnet, const char *text, size_t n_bytes)
{
  if (!wordnet || !n_bytes)
    return BEL_NONE;
  uint32_t mask = wordnet->n_slots - 1;
  uint32_t slot = bel_wn_hash (text, n_bytes) & mask;
  for (; wordnet->slots[slot]; slot = (slot + 1) & mask) {
    BelWord word = wordnet->slots[slot] - 1;
    const char *there = wordnet->text + wordnet->words[word].text;
    if (strncmp (there, text, n_bytes) == 0 && !there[n_bytes])
      return word;
  }
  return BEL_NONE;
}

BelWord
bel_wordnet_word_str (const BelWordnet *wordnet, const char *text)
{
  return bel_wordnet_word (wordnet, text, strlen (text));
}

const char *
bel_wordnet_text (const BelWordnet *wordnet, BelWord word)
{
  return wordnet && word != BEL_NONE ? wordnet->text + wordnet->words[word].text : "";
}

uint32_t
bel_wordnet_senses (const BelWordnet *wordnet, BelWord word, BelWnPos pos, const BelSense **out)
{
  if (!wordnet || word == BEL_NONE)
    return 0;
  const BelWnWordRow *row = &wordnet->words[word];
  uint32_t first = row->first_sense;
  for (int p = 0; p < (int) pos; p++)
    first += row->n_senses[p];
  if (out)
    *out = wordnet->senses + first;
  return row->n_senses[pos];
}

uint32_t
bel_wordnet_members (const BelWordnet *wordnet, BelSynset synset, const BelWord **out)
{
  if (!wordnet)
    return 0;
  const BelWnSynsetRow *row = &wordnet->synsets[synset];
  if (out)
    *out = wordnet->members + row->first_member;
  return row[1].first_member - row->first_member;
}

uint32_t
bel_wordnet_edges (const BelWordnet *wordnet, BelSynset synset, const BelWnEdge **out)
{
  if (!wordnet)
    return 0;
  const BelWnSynsetRow *row = &wordnet->synsets[synset];
  *out = wordnet->edges + row->first_edge;
  return row[1].first_edge - row->first_edge;
}

uint32_t
bel_wordnet_edges_of (const BelWordnet *wordnet, BelSynset synset, BelWnRelation kind, const BelWnEdge **out)
{
  const BelWnEdge *edges = NULL;
  uint32_t n = bel_wordnet_edges (wordnet, synset, &edges);
  uint32_t first = 0;
  while (first < n && edges[first].kind < kind)
    first++;
  uint32_t past = first;
  while (past < n && edges[past].kind == kind)
    past++;
  *out = edges + first;
  return past - first;
}

bool
bel_wordnet_is_a (const BelWordnet *wordnet, BelSynset synset, BelSynset ancestor)
{
  if (!wordnet)
    return false;
  if (synset == ancestor)
    return true;
  uint32_t low = wordnet->synsets[synset].first_ancestor, high = wordnet->synsets[synset + 1].first_ancestor;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (wordnet->ancestors[middle] == ancestor)
      return true;
    if (wordnet->ancestors[middle] < ancestor)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

unsigned
bel_wordnet_depth (const BelWordnet *wordnet, BelSynset synset)
{
  return wordnet ? wordnet->synsets[synset].depth : 0;
}

BelWnPos
bel_wordnet_pos (const BelWordnet *wordnet, BelSynset synset)
{
  return wordnet ? wordnet->synsets[synset].pos : BEL_WN_NOUN;
}

unsigned
bel_wordnet_lexfile (const BelWordnet *wordnet, BelSynset synset)
{
  return wordnet ? wordnet->synsets[synset].lexfile : 0;
}

unsigned
bel_wordnet_first_lexfile (const BelWordnet *wordnet, BelWord word, BelWnPos pos)
{
  const BelSense *senses;
  return bel_wordnet_senses (wordnet, word, pos, &senses) ? bel_wordnet_lexfile (wordnet, senses->synset) : BEL_NONE;
}

uint32_t
bel_wordnet_n_synsets (const BelWordnet *wordnet)
{
  return wordnet ? wordnet->n_synsets : 0;
}
