/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/morph.h"

#include "syntax/binary.h"

#define CACHE_BITS 11u

static bool
is_power_of_two (uint32_t n)
{
  return n && (n & (n - 1)) == 0;
}

static gboolean
check_numbers (const uint32_t *hashes, const uint16_t *numbers, uint32_t n_slots, uint32_t n_values)
{
  for (uint32_t i = 0; i < n_slots; i++)
    if (hashes[i] && numbers[i] >= n_values)
      return FALSE;
  return TRUE;
}

gboolean
bel_morph_init (BelMorph *morph, const void *section, size_t n_bytes)
{
  const BelMorphHeader *h = section;
  if (!section || n_bytes < sizeof *h || h->n_scripts > UINT16_MAX || h->n_feats > UINT16_MAX
      || !is_power_of_two (h->n_lemma_slots) || !is_power_of_two (h->n_feats_slots))
    return FALSE;
  size_t n_tags = (size_t) BEL_N_POS * BEL_N_XPOS, n_slots = (size_t) h->n_lemma_slots + h->n_feats_slots;
  if (n_bytes
      != sizeof *h + h->n_scripts * sizeof (BelMorphScript) + (n_tags + h->n_feats) * sizeof (BelFeats)
             + n_slots * (sizeof (uint32_t) + sizeof (uint16_t)))
    return FALSE;
  morph->n_scripts = h->n_scripts;
  morph->n_feats = h->n_feats;
  morph->lemma_mask = h->n_lemma_slots - 1;
  morph->feats_mask = h->n_feats_slots - 1;
  morph->scripts = (const BelMorphScript *) (h + 1);
  morph->defaults = (const BelFeats *) (morph->scripts + h->n_scripts);
  morph->feats = morph->defaults + n_tags;
  morph->lemma_hashes = (const uint32_t *) (morph->feats + h->n_feats);
  morph->feats_hashes = morph->lemma_hashes + h->n_lemma_slots;
  morph->lemma_scripts = (const uint16_t *) (morph->feats_hashes + h->n_feats_slots);
  morph->feats_numbers = morph->lemma_scripts + h->n_lemma_slots;
  for (uint32_t i = 0; i < h->n_scripts; i++)
    if (morph->scripts[i].n_append > BEL_MORPH_APPEND_BYTES)
      return FALSE;
  return check_numbers (morph->lemma_hashes, morph->lemma_scripts, h->n_lemma_slots, h->n_scripts)
         && check_numbers (morph->feats_hashes, morph->feats_numbers, h->n_feats_slots, h->n_feats);
}

static uint32_t
hash_bytes (uint32_t hash, const char *text, size_t n_bytes)
{
  for (size_t i = 0; i < n_bytes; i++)
    hash = (hash ^ (uint8_t) text[i]) * 16777619u;
  hash = bel_binary_mix (hash, (uint32_t) n_bytes);
  return hash ? hash : 1;
}

uint32_t
bel_morph_word_key (const char *lower, size_t n_bytes, BelXpos xpos)
{
  return hash_bytes (0x811C9DC5u + xpos * 0x9E3779B1u, lower, n_bytes);
}

uint32_t
bel_morph_suffix_key (const char *suffix, size_t n_bytes, BelXpos xpos)
{
  return hash_bytes (0x52DCE729u + xpos * 0x9E3779B1u, suffix, n_bytes);
}

uint32_t
bel_morph_feats_key (const char *lower, size_t n_bytes, BelPos pos, BelXpos xpos)
{
  return hash_bytes (0x38495AB5u + (pos * 64u + xpos) * 0x9E3779B1u, lower, n_bytes);
}

/* Returns: the slot of @hash, or BEL_NONE. */
static uint32_t
find_slot (const uint32_t *hashes, uint32_t mask, uint32_t hash)
{
  uint32_t slot = hash & mask;
  for (uint32_t n = 0; n <= mask && hashes[slot]; n++, slot = (slot + 1) & mask)
    if (hashes[slot] == hash)
      return slot;
  return BEL_NONE;
}

/* "sting" is no form of "st", whatever the tagger says: nothing is taken off that leaves a verb or an adjective without
 * a vowel, or any word without a letter. */
static bool
leaves_a_word (const BelMorphScript *script, const char *lower, size_t n_bytes, BelXpos xpos)
{
  size_t n_kept = n_bytes - script->n_strip;
  if (n_kept + script->n_append == 0)
    return false;
  if (xpos != BEL_XPOS_VBG && xpos != BEL_XPOS_VBD && xpos != BEL_XPOS_VBN && xpos != BEL_XPOS_JJR
      && xpos != BEL_XPOS_JJS)
    return true;
  for (size_t i = 0; i < n_kept; i++)
    if (strchr ("aeiouy", lower[i]))
      return true;
  for (size_t i = 0; i < script->n_append; i++)
    if (strchr ("aeiouy", script->append[i]))
      return true;
  return false;
}

const BelMorphScript *
bel_morph_script (const BelMorph *morph, const char *lower, size_t n_bytes, BelXpos xpos)
{
  uint32_t slot = find_slot (morph->lemma_hashes, morph->lemma_mask, bel_morph_word_key (lower, n_bytes, xpos));
  for (size_t n = MIN (n_bytes, BEL_MORPH_MAX_SUFFIX) + 1; slot == BEL_NONE && n-- > 0;)
    slot = find_slot (morph->lemma_hashes, morph->lemma_mask, bel_morph_suffix_key (lower + n_bytes - n, n, xpos));
  if (slot == BEL_NONE)
    return NULL;
  const BelMorphScript *script = &morph->scripts[morph->lemma_scripts[slot]];
  bool changes = script->n_strip + script->n_append > 0 && script->n_strip <= n_bytes;
  return changes && leaves_a_word (script, lower, n_bytes, xpos) ? script : NULL;
}

/* "1.5" and "3/4", but not "12/16/2000" */
static bool
is_fraction (const char *text, size_t n_bytes)
{
  uint32_t n_marks = 0;
  for (size_t i = 0; i < n_bytes; i++)
    n_marks += text[i] == '/' || text[i] == '.';
  return n_marks == 1;
}

static BelFeats
number_feats (const char *lower, size_t n_bytes, BelXpos xpos)
{
  if (xpos != BEL_XPOS_CD || n_bytes == 0 || !g_ascii_isdigit (lower[0]))
    return 0;
  BelFeats feats = bel_feats_set (0, BEL_FEAT_NUMFORM, 2);
  return bel_feats_set (feats, BEL_FEAT_NUMTYPE, is_fraction (lower, n_bytes) ? 2 : 1);
}

BelFeats
bel_morph_feats (const BelMorph *morph, const char *lower, size_t n_bytes, BelPos pos, BelXpos xpos)
{
  uint32_t slot = find_slot (morph->feats_hashes, morph->feats_mask, bel_morph_feats_key (lower, n_bytes, pos, xpos));
  if (slot != BEL_NONE)
    return morph->feats[morph->feats_numbers[slot]];
  BelFeats feats = number_feats (lower, n_bytes, xpos);
  return feats ? feats : morph->defaults[pos * BEL_N_XPOS + xpos];
}

/* -- a document ------------------------------------------------------------------------------ */

/* Words come again: what was found for one is kept, by word and tag, until another takes its place. */
typedef struct {
  BelSym word;
  uint16_t tags;
  BelSym lemma;
  BelFeats feats;
} Cached;

static BelSym
make_lemma (const BelMorph *morph, BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  const char *lower = bel_symbols_text (document->symbols, tokens->lower[t]);
  size_t n = strlen (lower);
  bool keeps = bel_morph_keeps_case (tokens->pos[t], tokens->xpos[t]);
  const BelMorphScript *script = bel_morph_script (morph, lower, n, tokens->xpos[t]);
  if (!script)
    return keeps ? tokens->form[t] : tokens->lower[t];
  char lemma[BEL_MORPH_APPEND_BYTES + 256];
  const char *from = keeps ? bel_symbols_text (document->symbols, tokens->form[t]) : lower;
  /* the ending is counted in the lower-case word; the two differ in length only for rare letters */
  if (strlen (from) != n || n > 255)
    return keeps ? tokens->form[t] : tokens->lower[t];
  size_t n_kept = n - script->n_strip;
  if (n_kept < n && ((unsigned char) from[n_kept] & 0xC0) == 0x80) /* an ending does not begin within a letter */
    return keeps ? tokens->form[t] : tokens->lower[t];
  memcpy (lemma, from, n_kept);
  memcpy (lemma + n_kept, script->append, script->n_append);
  return bel_symbols_intern (document->symbols, lemma, n_kept + script->n_append);
}

static const Cached *
look_up (const BelMorph *morph, BelDocument *document, uint32_t t, Cached *cache)
{
  const BelTokens *tokens = &document->tokens;
  bool keeps = bel_morph_keeps_case (tokens->pos[t], tokens->xpos[t]);
  BelSym word = keeps ? tokens->form[t] : tokens->lower[t];
  uint16_t tags = (uint16_t) (tokens->pos[t] << 8 | tokens->xpos[t]);
  Cached *cached = &cache[bel_binary_row (word * 0x9E3779B1u + tags, CACHE_BITS)];
  if (cached->word == word && cached->tags == tags && cached->lemma)
    return cached;
  const char *lower = bel_symbols_text (document->symbols, tokens->lower[t]);
  *cached = (Cached){ word, tags, make_lemma (morph, document, t),
                      bel_morph_feats (morph, lower, strlen (lower), tokens->pos[t], tokens->xpos[t]) };
  return cached;
}

/* "it's been said": not a form of "be" */
static void
tell_has_from_is (BelDocument *document)
{
  BelTokens *tokens = &document->tokens;
  BelSym clitic = bel_symbols_find_str (document->symbols, "'s");
  for (uint32_t t = 0; t < tokens->n; t++)
    if (tokens->lower[t] == clitic && tokens->xpos[t] == BEL_XPOS_VBZ && tokens->dep[t] == BEL_DEP_AUX
        && tokens->head[t] != BEL_NONE && tokens->xpos[tokens->head[t]] == BEL_XPOS_VBN)
      tokens->lemma[t] = bel_symbols_intern_str (document->symbols, "have");
}

void
bel_morph_fill (const BelMorph *morph, BelDocument *document)
{
  BelTokens *tokens = &document->tokens;
  g_autofree Cached *cache = g_new0 (Cached, 1u << CACHE_BITS);
  g_autofree uint8_t *given = g_new0 (uint8_t, tokens->n);
  for (uint32_t t = 0; t < tokens->n; t++) {
    given[t] = tokens->feats[t] != 0;
    if (tokens->lemma[t] && given[t])
      continue;
    const Cached *cached = look_up (morph, document, t, cache);
    if (!tokens->lemma[t])
      tokens->lemma[t] = cached->lemma;
    if (!given[t])
      tokens->feats[t] = cached->feats;
  }
  /* "it" and "you" look the same as subject and as object */
  for (uint32_t t = 0; t < tokens->n; t++)
    if (!given[t] && tokens->xpos[t] == BEL_XPOS_PRP)
      tokens->feats[t] = bel_morph_case (document, t, tokens->feats[t]);
  /* last, for the number of a subject may stand after its verb */
  for (uint32_t t = 0; t < tokens->n; t++)
    if (!given[t] && (tokens->pos[t] == BEL_POS_VERB || tokens->pos[t] == BEL_POS_AUX))
      tokens->feats[t] = bel_morph_clause (document, t, tokens->feats[t]);
  tell_has_from_is (document);
}
