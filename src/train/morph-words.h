/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/** Words by tag with their lemmas and features: what the step "morph" learns from. */
#pragma once

#include "syntax/morph.h"

/** One word of one tag, with how often it has which lemma. */
typedef struct {
  char *lower;
  BelXpos xpos;
  GHashTable *lemmas; /**< script number + 1 → weight */
  guint32 best;       /**< script number */
  gboolean known;     /**< from a treebank or an irregular form: worth an entry */
} MorphEntry;

typedef struct {
  GArray *scripts;         /**< BelMorphScript */
  GHashTable *by_script;   /**< its bytes → number + 1 */
  GHashTable *entries;     /**< "xpos word" → MorphEntry */
  GHashTable *feats;       /**< "pos xpos" or "pos xpos word" → (feats → count) */
  GHashTable *feats_words; /**< "pos xpos word" → the same */
  GHashTable *irregular;   /**< "lemma ending" → 1: WordNet has a form of its own */
  GHashTable *verbs;       /**< lemmas of WordNet's */
  GHashTable *nouns;
} MorphWords;

MorphWords *morph_words_new (void);
void morph_words_free (MorphWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MorphWords, morph_words_free)

/** Number of @script, made when new. */
guint32 morph_script_number (MorphWords *words, const BelMorphScript *script);

/** Adds the words of CoNLL-U files; spelling mistakes are passed over, and lemmas that WordNet does not know count for
 * less. To be called after morph_read_wordnet(). */
gboolean morph_read_treebanks (MorphWords *words, char **paths, GError **error);

/** Adds the forms of WordNet's verbs and nouns; irregular ones of adjectives and adverbs, too. @folder: of its data
 * files. */
gboolean morph_read_wordnet (MorphWords *words, const char *folder, GError **error);

/** Returns: (transfer full) the gold document, or NULL with @error set. */
BelDocument *morph_read_treebank (const char *path, GError **error);

/** Returns: (transfer full) @form in lower case, typographic apostrophes made plain. */
char *morph_plain_lower (const char *form);

/** @feats without those that are no property of a word: spelling mistakes, styles, heads of fixed phrases. */
BelFeats morph_word_feats (BelFeats feats);
