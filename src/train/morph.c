/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "morph": the section "MORF", lemmas and features, from the words of morph-words.h.
 *
 * For each tag endings are tried from the shortest to the longest; an ending that knows nothing better than the shorter
 * one is left out; words that the endings get wrong become entries of their own. */
#include "train/morph-words.h"
#include "train/train.h"

#include <stdio.h>
#include <string.h>

/* -- endings --------------------------------------------------------------------------------- */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MorphEntry *x = *(MorphEntry *const *) a, *y = *(MorphEntry *const *) b;
  return x->xpos != y->xpos ? (int) x->xpos - (int) y->xpos : strcmp (x->lower, y->lower);
}

static void
choose_lemma (MorphEntry *entry)
{
  GHashTableIter iter;
  gpointer number, weight;
  guint most = 0;
  g_hash_table_iter_init (&iter, entry->lemmas);
  while (g_hash_table_iter_next (&iter, &number, &weight)) {
    guint32 script = GPOINTER_TO_UINT (number) - 1;
    if (GPOINTER_TO_UINT (weight) < most || (GPOINTER_TO_UINT (weight) == most && script >= entry->best))
      continue;
    most = GPOINTER_TO_UINT (weight);
    entry->best = script;
  }
}

typedef struct {
  MorphWords *morph;
  GPtrArray *entries; /* sorted */
  GHashTable *keys;   /* key of an ending or a word → script number + 1 */
  GArray *scripts;    /* numbered anew: those in use */
  GHashTable *renumbered;
  guint32 n_suffixes, n_words;
} Learner;

/* What the endings of @lower up to @n_max bytes say. */
static guint32
predict (const Learner *learner, const char *lower, BelXpos xpos, size_t n_max, guint32 identity)
{
  size_t n_bytes = strlen (lower);
  for (size_t n = MIN (n_bytes, n_max) + 1; n-- > 0;) {
    guint32 key = bel_morph_suffix_key (lower + n_bytes - n, n, xpos);
    gpointer found = g_hash_table_lookup (learner->keys, GUINT_TO_POINTER (key));
    if (found)
      return GPOINTER_TO_UINT (found) - 1;
  }
  return identity;
}

static void
count_suffix (GHashTable *counts, guint32 key, guint32 script)
{
  GHashTable *table = g_hash_table_lookup (counts, GUINT_TO_POINTER (key));
  if (!table) {
    table = g_hash_table_new (NULL, NULL);
    g_hash_table_insert (counts, GUINT_TO_POINTER (key), table);
  }
  gpointer number = GUINT_TO_POINTER (script + 1);
  g_hash_table_insert (table, number, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (table, number)) + 1));
}

static guint32
majority (GHashTable *table, guint *out_n)
{
  GHashTableIter iter;
  gpointer number, n;
  guint32 best = 0;
  *out_n = 0;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &number, &n)) {
    guint32 script = GPOINTER_TO_UINT (number) - 1;
    if (GPOINTER_TO_UINT (n) > *out_n || (GPOINTER_TO_UINT (n) == *out_n && script < best)) {
      *out_n = GPOINTER_TO_UINT (n);
      best = script;
    }
  }
  return best;
}

/* Whether an ending is one that the tag makes ("-ed"), or else is long enough for what it ends to be a compound of one
 * irregular word ("outspent", "rebuilt"). */
static gboolean
is_ending (const char *suffix, size_t n, BelXpos xpos, guint support)
{
  if (xpos != BEL_XPOS_VBD && xpos != BEL_XPOS_VBN && xpos != BEL_XPOS_VBG)
    return support >= 2;
  if (g_str_has_suffix (suffix, xpos == BEL_XPOS_VBG ? "ing" : "ed"))
    return support >= 2;
  return n >= 4 && support >= 3;
}

/* Endings of @n bytes, given those that are shorter. */
static void
learn_suffixes (Learner *learner, size_t n, guint32 identity)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < learner->entries->len; i++) {
    const MorphEntry *entry = learner->entries->pdata[i];
    size_t n_bytes = strlen (entry->lower);
    if (n_bytes >= n)
      count_suffix (counts, bel_morph_suffix_key (entry->lower + n_bytes - n, n, entry->xpos), entry->best);
  }
  for (guint i = 0; i < learner->entries->len; i++) {
    const MorphEntry *entry = learner->entries->pdata[i];
    size_t n_bytes = strlen (entry->lower);
    if (n_bytes < n)
      continue;
    guint32 key = bel_morph_suffix_key (entry->lower + n_bytes - n, n, entry->xpos);
    guint support, now;
    GHashTable *table = g_hash_table_lookup (counts, GUINT_TO_POINTER (key));
    guint32 script = majority (table, &support);
    guint32 before = predict (learner, entry->lower, entry->xpos, n - (n > 0), identity);
    now = GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (before + 1)));
    if (script != before && support > now + 1 && is_ending (entry->lower + n_bytes - n, n, entry->xpos, support))
      g_hash_table_insert (found, GUINT_TO_POINTER (key), GUINT_TO_POINTER (script + 1));
  }
  GHashTableIter iter;
  gpointer key, script;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, &script))
    g_hash_table_insert (learner->keys, key, script);
  learner->n_suffixes += g_hash_table_size (found);
}

static void
learn_exceptions (Learner *learner, guint32 identity)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < learner->entries->len; i++) {
    const MorphEntry *entry = learner->entries->pdata[i];
    if (predict (learner, entry->lower, entry->xpos, BEL_MORPH_MAX_SUFFIX, identity) == entry->best)
      continue;
    guint32 key = bel_morph_word_key (entry->lower, strlen (entry->lower), entry->xpos);
    g_hash_table_insert (found, GUINT_TO_POINTER (key), GUINT_TO_POINTER (entry->best + 1));
  }
  GHashTableIter iter;
  gpointer key, script;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, &script))
    g_hash_table_insert (learner->keys, key, script);
  learner->n_words = g_hash_table_size (found);
}

static void
learn_lemmas (Learner *learner)
{
  BelMorphScript none = { 0 };
  guint32 identity = morph_script_number (learner->morph, &none);
  GHashTableIter iter;
  gpointer entry;
  g_hash_table_iter_init (&iter, learner->morph->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry)) {
    choose_lemma (entry);
    g_ptr_array_add (learner->entries, entry);
  }
  g_ptr_array_sort (learner->entries, compare_entries);
  for (size_t n = 0; n <= BEL_MORPH_MAX_SUFFIX; n++)
    learn_suffixes (learner, n, identity);
  learn_exceptions (learner, identity);
}

/* -- the section ----------------------------------------------------------------------------- */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);
  return x < y ? -1 : x > y;
}

/* Open addressing, two thirds full at most. */
static uint32_t
make_table (GHashTable *keys, uint32_t **hashes, uint16_t **numbers)
{
  uint32_t n_slots = 16;
  while (2 * n_slots < 3 * g_hash_table_size (keys))
    n_slots *= 2;
  *hashes = g_new0 (uint32_t, n_slots);
  *numbers = g_new0 (uint16_t, n_slots);
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (keys), compare_keys);
  for (GList *l = sorted; l; l = l->next) {
    uint32_t hash = GPOINTER_TO_UINT (l->data), slot = hash & (n_slots - 1);
    while ((*hashes)[slot])
      slot = (slot + 1) & (n_slots - 1);
    (*hashes)[slot] = hash;
    (*numbers)[slot] = (uint16_t) (GPOINTER_TO_UINT (g_hash_table_lookup (keys, l->data)) - 1);
  }
  return n_slots;
}

static BelFeats
majority_feats (GHashTable *table, guint *out_n, guint *out_all)
{
  GHashTableIter iter;
  gpointer feats, n;
  BelFeats best = 0;
  *out_n = *out_all = 0;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &feats, &n)) {
    BelFeats value = (BelFeats) * (gint64 *) feats;
    *out_all += GPOINTER_TO_UINT (n);
    if (GPOINTER_TO_UINT (n) < *out_n || (GPOINTER_TO_UINT (n) == *out_n && value >= best))
      continue;
    *out_n = GPOINTER_TO_UINT (n);
    best = value;
  }
  return best;
}

static void
fill_defaults (const MorphWords *morph, BelFeats *defaults)
{
  GHashTableIter iter;
  gpointer key, table;
  g_hash_table_iter_init (&iter, morph->feats);
  while (g_hash_table_iter_next (&iter, &key, &table)) {
    unsigned pos, xpos;
    guint n, all;
    if (sscanf (key, "%u %u", &pos, &xpos) == 2)
      defaults[pos * BEL_N_XPOS + xpos] = majority_feats (table, &n, &all);
  }
}

static guint
feats_number (GArray *list, BelFeats feats)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, BelFeats, i) == feats)
      return i;
  g_array_append_val (list, feats);
  return list->len - 1;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* Words whose features are not those of their tags: closed classes, ordinals, words of number. Verbs are left to the
 * clause but for what is seen often. */
static GHashTable *
feats_exceptions (const MorphWords *morph, const BelFeats *defaults, GArray *list)
{
  GHashTable *keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GList) words = g_list_sort (g_hash_table_get_keys (morph->feats_words), compare_strings);
  for (GList *l = words; l; l = l->next) {
    unsigned pos, xpos;
    int at = 0;
    guint n, all;
    if (sscanf (l->data, "%u %u %n", &pos, &xpos, &at) < 2)
      continue;
    const char *word = (const char *) l->data + at;
    BelFeats feats = majority_feats (g_hash_table_lookup (morph->feats_words, l->data), &n, &all);
    gboolean verb = pos == BEL_POS_VERB || (pos == BEL_POS_AUX && xpos != BEL_XPOS_MD);
    if (verb || feats == defaults[pos * BEL_N_XPOS + xpos] || 2 * n <= all
        || (xpos == BEL_XPOS_CD && g_ascii_isdigit (*word)))
      continue;
    guint32 key = bel_morph_feats_key (word, strlen (word), pos, xpos);
    g_hash_table_insert (keys, GUINT_TO_POINTER (key), GUINT_TO_POINTER (feats_number (list, feats) + 1));
  }
  return keys;
}

/* Only scripts that some key uses are kept, in the order of the first. */
static void
renumber (Learner *learner)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (learner->keys), compare_keys);
  for (GList *l = sorted; l; l = l->next) {
    gpointer old = g_hash_table_lookup (learner->keys, l->data);
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (learner->renumbered, old));
    if (!number) {
      BelMorphScript script = g_array_index (learner->morph->scripts, BelMorphScript, GPOINTER_TO_UINT (old) - 1);
      g_array_append_val (learner->scripts, script);
      number = learner->scripts->len;
      g_hash_table_insert (learner->renumbered, old, GUINT_TO_POINTER (number));
    }
    g_hash_table_insert (learner->keys, l->data, GUINT_TO_POINTER (number));
  }
}

static GByteArray *
make_section (Learner *learner)
{
  g_autofree BelFeats *defaults = g_new0 (BelFeats, BEL_N_POS * BEL_N_XPOS);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (BelFeats));
  fill_defaults (learner->morph, defaults);
  g_autoptr (GHashTable) exceptions = feats_exceptions (learner->morph, defaults, list);
  g_autofree uint32_t *lemma_hashes = NULL, *feats_hashes = NULL;
  g_autofree uint16_t *lemma_scripts = NULL, *feats_numbers = NULL;
  renumber (learner);
  BelMorphHeader header = { .n_scripts = learner->scripts->len, .n_feats = list->len };
  header.n_lemma_slots = make_table (learner->keys, &lemma_hashes, &lemma_scripts);
  header.n_feats_slots = make_table (exceptions, &feats_hashes, &feats_numbers);
  train_log ("%u endings, %u words of their own, %u scripts; features: %u words, %u sets", learner->n_suffixes,
             learner->n_words, header.n_scripts, g_hash_table_size (exceptions), header.n_feats);
  GByteArray *section = g_byte_array_new ();
  g_byte_array_append (section, (guint8 *) &header, sizeof header);
  g_byte_array_append (section, (guint8 *) learner->scripts->data, header.n_scripts * sizeof (BelMorphScript));
  g_byte_array_append (section, (guint8 *) defaults, BEL_N_POS * BEL_N_XPOS * sizeof (BelFeats));
  g_byte_array_append (section, (guint8 *) list->data, header.n_feats * sizeof (BelFeats));
  g_byte_array_append (section, (guint8 *) lemma_hashes, header.n_lemma_slots * 4);
  g_byte_array_append (section, (guint8 *) feats_hashes, header.n_feats_slots * 4);
  g_byte_array_append (section, (guint8 *) lemma_scripts, header.n_lemma_slots * 2);
  g_byte_array_append (section, (guint8 *) feats_numbers, header.n_feats_slots * 2);
  return section;
}

/* -- scoring --------------------------------------------------------------------------------- */

/* On gold tags and trees; spelling mistakes are left out, they have the lemma of what was meant. */
static gboolean
score (const BelMorph *morph, const char *path, GError **error)
{
  g_autoptr (BelDocument) gold = morph_read_treebank (path, error);
  if (!gold)
    return FALSE;
  BelTokens *tokens = &gold->tokens;
  uint32_t n = 0, n_lemmas = 0, n_feats = 0;
  g_autofree BelSym *lemmas = g_memdup2 (tokens->lemma, tokens->n * sizeof (BelSym));
  g_autofree BelFeats *feats = g_memdup2 (tokens->feats, tokens->n * sizeof (BelFeats));
  memset (tokens->lemma, 0, tokens->n * sizeof (BelSym));
  memset (tokens->feats, 0, tokens->n * sizeof (BelFeats));
  bel_morph_fill (morph, gold);
  gboolean show = g_getenv ("TRAIN_SHOW_ERRORS") != NULL;
  for (uint32_t t = 0; t < tokens->n; t++) {
    if (bel_feats_get (feats[t], BEL_FEAT_TYPO))
      continue;
    const char *form = bel_symbols_text (gold->symbols, tokens->form[t]);
    const char *said = bel_symbols_text (gold->symbols, tokens->lemma[t]);
    const char *asked = bel_symbols_text (gold->symbols, lemmas[t]);
    g_autofree char *said_lower = morph_plain_lower (said), *asked_lower = morph_plain_lower (asked);
    gboolean same = g_str_equal (said_lower, asked_lower);
    gboolean same_feats = morph_word_feats (tokens->feats[t]) == morph_word_feats (feats[t]);
    n++;
    n_lemmas += same;
    n_feats += same_feats;
    if (show && !same)
      g_print ("LEMMA %s %s: %s, not %s\n", bel_xpos_name (tokens->xpos[t]), form, asked, said);
    if (show && !same_feats) {
      g_autoptr (GString) line = g_string_new (NULL);
      bel_feats_format (morph_word_feats (feats[t]), line);
      g_string_append (line, " NOT ");
      bel_feats_format (tokens->feats[t], line);
      g_print ("FEATS %s %s %s: %s\n", bel_pos_name (tokens->pos[t]), bel_xpos_name (tokens->xpos[t]), form, line->str);
    }
  }
  train_log ("%s: of %u words with gold tags and trees, lemmas %.2f, features %.2f", path, n, 100.0 * n_lemmas / n,
             100.0 * n_feats / n);
  return TRUE;
}

static gboolean
score_all (const TrainOptions *options, GError **error)
{
  g_autoptr (BelModel) model = train_open (options, error);
  size_t n_bytes;
  BelMorph morph;
  if (!model)
    return FALSE;
  const void *section = bel_model_section (model, "MORF", &n_bytes);
  if (!bel_morph_init (&morph, section, n_bytes)) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "the section MORF cannot be read back");
    return FALSE;
  }
  for (char **path = options->dev; path && *path; path++)
    if (!score (&morph, *path, error))
      return FALSE;
  return TRUE;
}

gboolean
train_morph (const TrainOptions *options, GError **error)
{
  g_autoptr (MorphWords) morph = morph_words_new ();
  if (!options->wordnet) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "--wordnet is needed");
    return FALSE;
  }
  if (!morph_read_wordnet (morph, options->wordnet, error) || !morph_read_treebanks (morph, options->train, error))
    return FALSE;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (BelMorphScript));
  g_autoptr (GHashTable) renumbered = g_hash_table_new (NULL, NULL);
  Learner learner = { .morph = morph, .entries = sorted, .keys = keys, .scripts = used, .renumbered = renumbered };
  learn_lemmas (&learner);
  g_autoptr (GByteArray) section = make_section (&learner);
  return train_put (options, "MORF", section, error) && score_all (options, error);
}
