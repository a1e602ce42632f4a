/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "morph": the section "MORF", lemmas and features.
 *
 * Words come from the treebanks (form, tag, lemma, features) and from WordNet: its irregular forms (*.exc), and the
 * regular forms of all its verbs and nouns, so that "rating" learns to be of "rate" and "voting" of "vote". For each tag
 * endings are tried from the shortest to the longest; an ending that knows nothing better than the shorter one is
 * left out; words that the endings get wrong become entries of their own. */
#include "base/file.h"
#include "document/conllu.h"
#include "syntax/morph.h"
#include "train/train.h"

#include <stdio.h>
#include <string.h>

#define TREEBANK_WEIGHT 4u
#define IRREGULAR_WEIGHT 10u
#define REGULAR_WEIGHT 1u

/* One word of one tag, with how often it has which lemma. */
typedef struct {
  char *lower;
  BelXpos xpos;
  GHashTable *lemmas; /* script number + 1 → weight */
  guint32 best;       /* script number */
  gboolean known;     /* from a treebank or an irregular form: worth an entry */
} Entry;

typedef struct {
  GArray *scripts;       /* BelMorphScript */
  GHashTable *by_script; /* its bytes → number + 1 */
  GHashTable *entries;   /* "xpos word" → Entry */
  GHashTable *feats;     /* "pos xpos" or "pos xpos word" → (feats → count) */
  GHashTable *feats_words; /* "pos xpos word" → the same */
  GHashTable *irregular; /* "lemma ending" → 1: WordNet has a form of its own */
} Morph;

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_free (entry->lower);
  g_hash_table_unref (entry->lemmas);
  g_free (entry);
}

/* -- scripts --------------------------------------------------------------------------------- */

/* What turns @lower into @lemma; FALSE when too much would have to be put on. */
static gboolean
make_script (const char *lower, const char *lemma, BelMorphScript *script)
{
  size_t n = 0, n_lower = strlen (lower), n_lemma = strlen (lemma);
  while (n < n_lower && n < n_lemma && lower[n] == lemma[n])
    n++;
  while (n > 0 && ((guchar) lower[n] & 0xC0) == 0x80)
    n--;
  if (n_lemma - n > BEL_MORPH_APPEND_BYTES || n_lower - n > 64)
    return FALSE;
  *script = (BelMorphScript){ .n_strip = (uint8_t) (n_lower - n), .n_append = (uint8_t) (n_lemma - n) };
  memcpy (script->append, lemma + n, n_lemma - n);
  return TRUE;
}

static guint32
script_number (Morph *morph, const BelMorphScript *script)
{
  g_autoptr (GBytes) key = g_bytes_new (script, sizeof *script);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (morph->by_script, key));
  if (!number) {
    g_array_append_val (morph->scripts, *script);
    number = morph->scripts->len;
    g_hash_table_insert (morph->by_script, g_bytes_ref (key), GUINT_TO_POINTER (number));
  }
  return number - 1;
}

static void
add_word (Morph *morph, const char *lower, BelXpos xpos, const char *lemma, guint32 weight, gboolean known)
{
  BelMorphScript script;
  if (!make_script (lower, lemma, &script))
    return;
  g_autofree char *key = g_strdup_printf ("%u %s", xpos, lower);
  Entry *entry = g_hash_table_lookup (morph->entries, key);
  if (!entry) {
    entry = g_new0 (Entry, 1);
    entry->lower = g_strdup (lower);
    entry->xpos = xpos;
    entry->lemmas = g_hash_table_new (NULL, NULL);
    g_hash_table_insert (morph->entries, g_steal_pointer (&key), entry);
  }
  gpointer number = GUINT_TO_POINTER (script_number (morph, &script) + 1);
  weight += GPOINTER_TO_UINT (g_hash_table_lookup (entry->lemmas, number));
  g_hash_table_insert (entry->lemmas, number, GUINT_TO_POINTER (weight));
  entry->known |= known;
}

/* -- treebanks ------------------------------------------------------------------------------- */

static char *
plain_lower (const char *form)
{
  g_autofree char *lower = g_utf8_strdown (form, -1);
  g_autoptr (GString) plain = g_string_new (lower);
  g_string_replace (plain, "\xE2\x80\x99", "'", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
count_feats (GHashTable *tables, char *key, BelFeats feats)
{
  GHashTable *table = g_hash_table_lookup (tables, key);
  if (!table) {
    table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_hash_table_insert (tables, key, table);
  } else {
    g_free (key);
  }
  gint64 value = (gint64) feats;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, &value));
  g_hash_table_insert (table, g_memdup2 (&value, sizeof value), GUINT_TO_POINTER (n + 1));
}

/* Spelling mistakes, styles and heads of fixed phrases are not properties of a word. */
static BelFeats
word_feats (BelFeats feats)
{
  static const BelFeat DROPPED[] = { BEL_FEAT_TYPO, BEL_FEAT_STYLE, BEL_FEAT_EXTPOS, BEL_FEAT_FOREIGN };
  for (size_t i = 0; i < G_N_ELEMENTS (DROPPED); i++)
    feats = bel_feats_set (feats, DROPPED[i], 0);
  return feats;
}

/* What becomes of @lemma in our convention: lower case but for names and "I". */
static char *
our_lemma (const BelDocument *document, uint32_t t, const char *lower)
{
  const BelTokens *tokens = &document->tokens;
  const char *lemma = bel_symbols_text (document->symbols, tokens->lemma[t]);
  const char *form = bel_symbols_text (document->symbols, tokens->form[t]);
  if (!bel_morph_keeps_case (tokens->pos[t], tokens->xpos[t]))
    return g_str_equal (lemma, "I") ? g_strdup ("I") : plain_lower (lemma);
  /* a name keeps its form; of the lemma only another ending is learned */
  BelMorphScript script;
  g_autofree char *lower_lemma = plain_lower (lemma);
  if (tokens->xpos[t] != BEL_XPOS_NNPS || !make_script (lower, lower_lemma, &script) || strlen (form) != strlen (lower))
    return g_strdup (lower);
  return g_steal_pointer (&lower_lemma);
}

static void
add_token (Morph *morph, const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  BelFeats feats = tokens->feats[t];
  if (bel_feats_get (feats, BEL_FEAT_TYPO) || !tokens->lemma[t])
    return;
  g_autofree char *lower = plain_lower (bel_symbols_text (document->symbols, tokens->form[t]));
  g_autofree char *lemma = our_lemma (document, t, lower);
  unsigned pos = tokens->pos[t], xpos = tokens->xpos[t];
  if (!g_str_equal (lemma, "_") || g_str_equal (lower, "_"))
    add_word (morph, lower, xpos, lemma, TREEBANK_WEIGHT, TRUE);
  feats = word_feats (feats);
  count_feats (morph->feats, g_strdup_printf ("%u %u", pos, xpos), feats);
  count_feats (morph->feats_words, g_strdup_printf ("%u %u %s", pos, xpos, lower), feats);
}

static BelDocument *
read_treebank (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return NULL;
  BelDocument *document = bel_document_new (NULL, path, bytes);
  bel_conllu_read (document, BEL_CONLLU_ALL, NULL);
  return document;
}

static gboolean
read_treebanks (Morph *morph, char **paths, GError **error)
{
  for (char **path = paths; path && *path; path++) {
    g_autoptr (BelDocument) document = read_treebank (*path, error);
    if (!document)
      return FALSE;
    for (uint32_t t = 0; t < document->tokens.n; t++)
      add_token (morph, document, t);
  }
  return TRUE;
}

/* -- WordNet --------------------------------------------------------------------------------- */

static gboolean
is_plain_word (const char *word)
{
  for (const char *p = word; *p; p++)
    if (!g_ascii_islower (*p))
      return FALSE;
  return strlen (word) > 2;
}

static void
add_irregular (Morph *morph, const char *file, const char *form, const char *lemma)
{
  if (g_str_has_prefix (file, "noun")) {
    add_word (morph, form, BEL_XPOS_NNS, lemma, IRREGULAR_WEIGHT, TRUE);
    g_hash_table_add (morph->irregular, g_strdup_printf ("%s NNS", lemma));
  } else if (g_str_has_prefix (file, "verb")) {
    gboolean ing = g_str_has_suffix (form, "ing"), s = g_str_has_suffix (form, "s");
    if (ing)
      add_word (morph, form, BEL_XPOS_VBG, lemma, IRREGULAR_WEIGHT, TRUE);
    else if (s)
      add_word (morph, form, BEL_XPOS_VBZ, lemma, IRREGULAR_WEIGHT, TRUE);
    for (int i = 0; !ing && !s && i < 2; i++)
      add_word (morph, form, i ? BEL_XPOS_VBN : BEL_XPOS_VBD, lemma, IRREGULAR_WEIGHT, TRUE);
    g_hash_table_add (morph->irregular, g_strdup_printf ("%s %s", lemma, ing ? "VBG" : s ? "VBZ" : "VBD"));
  } else {
    gboolean adverb = g_str_has_prefix (file, "adv");
    if (g_str_has_suffix (form, "er"))
      add_word (morph, form, adverb ? BEL_XPOS_RBR : BEL_XPOS_JJR, lemma, IRREGULAR_WEIGHT, TRUE);
    else if (g_str_has_suffix (form, "est"))
      add_word (morph, form, adverb ? BEL_XPOS_RBS : BEL_XPOS_JJS, lemma, IRREGULAR_WEIGHT, TRUE);
  }
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

/* "-ies", "-es", "-s"; "-ied", "-d", "-ed"; "-ing" */
static char *
inflect (const char *lemma, const char *ending)
{
  size_t n = strlen (lemma);
  char last = lemma[n - 1], before = lemma[n - 2];
  gboolean y = last == 'y' && !is_vowel (before);
  if (*ending == 's') {
    if (y)
      return g_strdup_printf ("%.*sies", (int) n - 1, lemma);
    gboolean hissing = strchr ("sxz", last) || (last == 'h' && strchr ("cs", before));
    return g_strconcat (lemma, hissing ? "es" : "s", NULL);
  }
  if (*ending == 'e' && y)
    return g_strdup_printf ("%.*sied", (int) n - 1, lemma);
  gboolean mute = last == 'e' && (*ending == 'e' || !strchr ("eoy", before));
  return g_strdup_printf ("%.*s%s", (int) (mute ? n - 1 : n), lemma, ending);
}

static void
add_regular (Morph *morph, const char *lemma, const char *ending, BelXpos xpos)
{
  const char *tag = xpos == BEL_XPOS_VBN ? "VBD" : bel_xpos_name (xpos);
  g_autofree char *key = g_strdup_printf ("%s %s", lemma, tag);
  if (g_hash_table_contains (morph->irregular, key))
    return;
  g_autofree char *form = inflect (lemma, ending);
  add_word (morph, form, xpos, lemma, REGULAR_WEIGHT, FALSE);
}

static gboolean
read_lines (const char *folder, const char *file, char ***lines, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  *lines = g_strsplit (text, "\n", -1);
  return TRUE;
}

static gboolean
read_irregular (Morph *morph, const char *folder, const char *file, GError **error)
{
  g_auto (GStrv) lines = NULL;
  if (!read_lines (folder, file, &lines, error))
    return FALSE;
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) words = g_strsplit (*line, " ", -1);
    if (words[0] && words[1] && is_plain_word (words[0]) && is_plain_word (words[1]))
      add_irregular (morph, file, words[0], words[1]);
  }
  return TRUE;
}

static gboolean
read_regular (Morph *morph, const char *folder, const char *file, GError **error)
{
  g_auto (GStrv) lines = NULL;
  if (!read_lines (folder, file, &lines, error))
    return FALSE;
  for (char **line = lines; *line; line++) {
    g_autofree char *lemma = g_strndup (*line, strcspn (*line, " "));
    if (!is_plain_word (lemma))
      continue;
    if (g_str_has_suffix (file, "noun")) {
      add_regular (morph, lemma, "s", BEL_XPOS_NNS);
      continue;
    }
    add_regular (morph, lemma, "s", BEL_XPOS_VBZ);
    add_regular (morph, lemma, "ing", BEL_XPOS_VBG);
    add_regular (morph, lemma, "ed", BEL_XPOS_VBD);
    add_regular (morph, lemma, "ed", BEL_XPOS_VBN);
  }
  return TRUE;
}

static gboolean
read_wordnet (Morph *morph, const char *folder, GError **error)
{
  return read_irregular (morph, folder, "noun.exc", error) && read_irregular (morph, folder, "verb.exc", error)
         && read_irregular (morph, folder, "adj.exc", error) && read_irregular (morph, folder, "adv.exc", error)
         && read_regular (morph, folder, "index.verb", error) && read_regular (morph, folder, "index.noun", error);
}

/* -- endings --------------------------------------------------------------------------------- */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = *(Entry *const *) a, *y = *(Entry *const *) b;
  return x->xpos != y->xpos ? (int) x->xpos - (int) y->xpos : strcmp (x->lower, y->lower);
}

static void
choose_lemma (Entry *entry)
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
  Morph *morph;
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

/* Endings of @n bytes, given those that are shorter. */
static void
learn_suffixes (Learner *learner, size_t n, guint32 identity)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < learner->entries->len; i++) {
    const Entry *entry = learner->entries->pdata[i];
    size_t n_bytes = strlen (entry->lower);
    if (n_bytes >= n)
      count_suffix (counts, bel_morph_suffix_key (entry->lower + n_bytes - n, n, entry->xpos), entry->best);
  }
  for (guint i = 0; i < learner->entries->len; i++) {
    const Entry *entry = learner->entries->pdata[i];
    size_t n_bytes = strlen (entry->lower);
    if (n_bytes < n)
      continue;
    guint32 key = bel_morph_suffix_key (entry->lower + n_bytes - n, n, entry->xpos);
    guint support, now;
    GHashTable *table = g_hash_table_lookup (counts, GUINT_TO_POINTER (key));
    guint32 script = majority (table, &support);
    guint32 before = predict (learner, entry->lower, entry->xpos, n - (n > 0), identity);
    now = GPOINTER_TO_UINT (g_hash_table_lookup (table, GUINT_TO_POINTER (before + 1)));
    if (script != before && support >= 2 && support > now + 1)
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
    const Entry *entry = learner->entries->pdata[i];
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
  guint32 identity = script_number (learner->morph, &none);
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
fill_defaults (const Morph *morph, BelFeats *defaults)
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
feats_exceptions (const Morph *morph, const BelFeats *defaults, GArray *list)
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
  g_autoptr (BelDocument) gold = read_treebank (path, error);
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
    g_autofree char *said_lower = plain_lower (said), *asked_lower = plain_lower (asked);
    gboolean same = g_str_equal (said_lower, asked_lower);
    gboolean same_feats = word_feats (tokens->feats[t]) == word_feats (feats[t]);
    n++;
    n_lemmas += same;
    n_feats += same_feats;
    if (show && !same)
      g_print ("LEMMA %s %s: %s, not %s\n", bel_xpos_name (tokens->xpos[t]), form, asked, said);
    if (show && !same_feats) {
      g_autoptr (GString) line = g_string_new (NULL);
      bel_feats_format (word_feats (feats[t]), line);
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

static void
table_unref (gpointer table)
{
  g_hash_table_unref (table);
}

gboolean
train_morph (const TrainOptions *options, GError **error)
{
  g_autoptr (GArray) scripts = g_array_new (FALSE, FALSE, sizeof (BelMorphScript));
  g_autoptr (GHashTable) by_script = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  g_autoptr (GHashTable) feats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_unref);
  g_autoptr (GHashTable) feats_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_unref);
  g_autoptr (GHashTable) irregular = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Morph morph = { scripts, by_script, entries, feats, feats_words, irregular };
  if (!options->wordnet) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "--wordnet is needed");
    return FALSE;
  }
  if (!read_treebanks (&morph, options->train, error) || !read_wordnet (&morph, options->wordnet, error))
    return FALSE;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (BelMorphScript));
  g_autoptr (GHashTable) renumbered = g_hash_table_new (NULL, NULL);
  Learner learner = { .morph = &morph, .entries = sorted, .keys = keys, .scripts = used, .renumbered = renumbered };
  learn_lemmas (&learner);
  g_autoptr (GByteArray) section = make_section (&learner);
  return train_put (options, "MORF", section, error) && score_all (options, error);
}
