/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** WordNet as one mapped table: words, senses in order of frequency, synsets and their relations.
 *
 * Opening maps the file; nothing is read until it is asked for. Every function takes a NULL table and
 * then answers as for an unknown word. Words and synsets are integers, so answers can be memoized.
 *
 * Functions over words take @senses, the number of leading (most frequent) senses of each word that count;
 * 0 takes all. Few senses, high precision: 1 to 3 is what rules want. */
#pragma once

#include "base/span.h"

#include <glib.h>

typedef struct BelWordnet BelWordnet;

/** Index of a lemma or collocation, BEL_NONE when there is no such word. */
typedef uint32_t BelWord;
/** Index of a set of synonyms. */
typedef uint32_t BelSynset;

typedef enum { BEL_WN_NOUN, BEL_WN_VERB, BEL_WN_ADJECTIVE, BEL_WN_ADVERB, BEL_WN_N_POS } BelWnPos;

typedef enum {
#define R(name, symbol) BEL_WN_##name,
#include "lexis/relations.def"
#undef R
  BEL_WN_N_RELATIONS
} BelWnRelation;

/** A word in one meaning. */
typedef struct {
  BelSynset synset;
  uint16_t count;  /**< times tagged in WordNet's corpora, capped at 65535; 0 for rare senses */
  uint16_t member; /**< which word of the synset it is, from 1 */
} BelSense;

/** An edge of a synset. @from and @to are members (from 1) for relations between words, 0 for the whole set. */
typedef struct {
  uint8_t kind; /**< BelWnRelation */
  uint8_t from;
  uint8_t to;
  uint8_t unused;
  BelSynset target;
} BelWnEdge;

#define BEL_LEXIS_ERROR (bel_lexis_error_quark ())
typedef enum { BEL_LEXIS_ERROR_FORMAT } BelLexisError;
GQuark bel_lexis_error_quark (void);

/** Maps the table that mkwordnet wrote. Returns: (transfer full) or NULL with @error set (BEL_BASE_ERROR when
 * it can't be read, BEL_LEXIS_ERROR when it is not such a table or is of another build). */
BelWordnet *bel_wordnet_open (const char *path, GError **error);
void bel_wordnet_free (BelWordnet *wordnet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BelWordnet, bel_wordnet_free)

/* -- words ------------------------------------------------------------------------------------- */

/** @text: lower case, collocations with spaces ("prime minister"). */
BelWord bel_wordnet_word (const BelWordnet *wordnet, const char *text, size_t n_bytes);
BelWord bel_wordnet_word_str (const BelWordnet *wordnet, const char *text);
/** Returns: (transfer none) its text, "" for BEL_NONE. */
const char *bel_wordnet_text (const BelWordnet *wordnet, BelWord word);
/** Returns: how many senses @word has as @pos; *@out (nullable) the first, most frequent first. */
uint32_t bel_wordnet_senses (const BelWordnet *wordnet, BelWord word, BelWnPos pos, const BelSense **out);

/** Whether the words share a synset. A word is its own synonym. */
bool bel_wordnet_synonyms (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses);

typedef enum {
  BEL_ANTONYMY_NONE,
  BEL_ANTONYMY_INDIRECT, /**< by way of a synonym or of the adjective it is similar to: "arid" ↔ "wet" */
  BEL_ANTONYMY_DIRECT,   /**< WordNet pairs these two words */
} BelAntonymy;
BelAntonymy bel_wordnet_antonyms (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses);

/** Whether @a in one of its senses is a kind (or instance, or manner) of @b, or a synonym of it. */
bool bel_wordnet_word_is_a (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses);
/** Whether the words are different kinds of one thing: a direct hypernym is shared, and neither word is a
 * synonym or kind of the other in the senses looked at. Says nothing on whether they exclude each other. */
bool bel_wordnet_siblings (const BelWordnet *wordnet, BelWord a, BelWord b, BelWnPos pos, unsigned senses);
/** Whether noun @a is a part, member or substance of noun @b, directly or over several steps. */
bool bel_wordnet_part_of (const BelWordnet *wordnet, BelWord a, BelWord b, unsigned senses);
/** Whether verb @a, or what @a is a manner of, entails or causes @b: "snore" → "sleep", "kill" → "die". */
bool bel_wordnet_verb_entails (const BelWordnet *wordnet, BelWord a, BelWord b, unsigned senses);
/** Whether the words are derived one from the other: "decide" ↔ "decision". */
bool bel_wordnet_derived (const BelWordnet *wordnet, BelWord a, BelWnPos pos_a, BelWord b, BelWnPos pos_b,
                          unsigned senses);
/** Fills @out with words of @pos_b that @a is derived from or gives rise to, most frequent sense of @a first, without
 * repeats. Returns: how many, at most @room. */
uint32_t bel_wordnet_derivations (const BelWordnet *wordnet, BelWord a, BelWnPos pos_a, BelWnPos pos_b, BelWord *out,
                                  uint32_t room);

/* -- synsets ----------------------------------------------------------------------------------- */

/** Returns: how many words are in it; *@out (nullable) the first. */
uint32_t bel_wordnet_members (const BelWordnet *wordnet, BelSynset synset, const BelWord **out);
/** Returns: how many edges leave it; *@out the first, grouped by kind in the order of relations.def. */
uint32_t bel_wordnet_edges (const BelWordnet *wordnet, BelSynset synset, const BelWnEdge **out);
/** As bel_wordnet_edges() of one kind. */
uint32_t bel_wordnet_edges_of (const BelWordnet *wordnet, BelSynset synset, BelWnRelation kind, const BelWnEdge **out);
/** Whether @synset is @ancestor or below it by hypernyms and instances. One binary search. */
bool bel_wordnet_is_a (const BelWordnet *wordnet, BelSynset synset, BelSynset ancestor);
/** Least number of steps up to a synset without hypernyms; 0 there. */
unsigned bel_wordnet_depth (const BelWordnet *wordnet, BelSynset synset);
BelWnPos bel_wordnet_pos (const BelWordnet *wordnet, BelSynset synset);
/** Lexicographer file number, lexnames(5WN): 4 noun.act, 18 noun.person, 28 noun.time, 38 verb.motion … */
unsigned bel_wordnet_lexfile (const BelWordnet *wordnet, BelSynset synset);
/** The lexicographer file of @word's most frequent sense, BEL_NONE when it has none. */
unsigned bel_wordnet_first_lexfile (const BelWordnet *wordnet, BelWord word, BelWnPos pos);
uint32_t bel_wordnet_n_synsets (const BelWordnet *wordnet);
