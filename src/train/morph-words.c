/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Where words with their lemmas and features come from: the treebanks, and WordNet: its irregular forms (*.exc), and
 * the regular forms of all its verbs and nouns, so that "rating" learns to be of "rate" and "voting" of "vote". */
#include "train/morph-words.h"

#include "base/file.h"
#include "document/conllu.h"

#include <string.h>

#define TREEBANK_WEIGHT 4u
#define UNKNOWN_WEIGHT 1u /* of a treebank's lemma that is no verb by WordNet: "fre" of "freed" */
#define IRREGULAR_WEIGHT 20u
#define REGULAR_WEIGHT 3u

static void
entry_free (gpointer data)
{
  MorphEntry *entry = data;
  g_free (entry->lower);
  g_hash_table_unref (entry->lemmas);
  g_free (entry);
}

static void
table_unref (gpointer table)
{
  g_hash_table_unref (table);
}

MorphWords *
morph_words_new (void)
{
  MorphWords *morph = g_new0 (MorphWords, 1);
  morph->scripts = g_array_new (FALSE, FALSE, sizeof (BelMorphScript));
  morph->by_script = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  morph->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  morph->feats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_unref);
  morph->feats_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_unref);
  morph->irregular = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  morph->verbs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  morph->nouns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return morph;
}

void
morph_words_free (MorphWords *morph)
{
  if (!morph)
    return;
  g_array_unref (morph->scripts);
  g_hash_table_unref (morph->by_script);
  g_hash_table_unref (morph->entries);
  g_hash_table_unref (morph->feats);
  g_hash_table_unref (morph->feats_words);
  g_hash_table_unref (morph->irregular);
  g_hash_table_unref (morph->verbs);
  g_hash_table_unref (morph->nouns);
  g_free (morph);
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

guint32
morph_script_number (MorphWords *morph, const BelMorphScript *script)
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
add_word (MorphWords *morph, const char *lower, BelXpos xpos, const char *lemma, guint32 weight, gboolean known)
{
  BelMorphScript script;
  if (!make_script (lower, lemma, &script))
    return;
  g_autofree char *key = g_strdup_printf ("%u %s", xpos, lower);
  MorphEntry *entry = g_hash_table_lookup (morph->entries, key);
  if (!entry) {
    entry = g_new0 (MorphEntry, 1);
    entry->lower = g_strdup (lower);
    entry->xpos = xpos;
    entry->lemmas = g_hash_table_new (NULL, NULL);
    g_hash_table_insert (morph->entries, g_steal_pointer (&key), entry);
  }
  gpointer number = GUINT_TO_POINTER (morph_script_number (morph, &script) + 1);
  weight += GPOINTER_TO_UINT (g_hash_table_lookup (entry->lemmas, number));
  g_hash_table_insert (entry->lemmas, number, GUINT_TO_POINTER (weight));
  entry->known |= known;
}

/* -- treebanks ------------------------------------------------------------------------------- */

char *
morph_plain_lower (const char *form)
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
BelFeats
morph_word_feats (BelFeats feats)
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
    return g_str_equal (lemma, "I") ? g_strdup ("I") : morph_plain_lower (lemma);
  /* a name keeps its form; of the lemma only another ending is learned */
  BelMorphScript script;
  g_autofree char *lower_lemma = morph_plain_lower (lemma);
  if (tokens->xpos[t] != BEL_XPOS_NNPS || !make_script (lower, lower_lemma, &script) || strlen (form) != strlen (lower))
    return g_strdup (lower);
  return g_steal_pointer (&lower_lemma);
}

static bool
is_doubtful (const MorphWords *morph, BelXpos xpos, const char *lemma)
{
  bool verb = xpos == BEL_XPOS_VBD || xpos == BEL_XPOS_VBN || xpos == BEL_XPOS_VBG || xpos == BEL_XPOS_VBZ;
  return verb && !g_hash_table_contains (morph->verbs, lemma);
}

static void
add_token (MorphWords *morph, const BelDocument *document, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  BelFeats feats = tokens->feats[t];
  if (bel_feats_get (feats, BEL_FEAT_TYPO) || !tokens->lemma[t])
    return;
  g_autofree char *lower = morph_plain_lower (bel_symbols_text (document->symbols, tokens->form[t]));
  g_autofree char *lemma = our_lemma (document, t, lower);
  unsigned pos = tokens->pos[t], xpos = tokens->xpos[t];
  if (!g_str_equal (lemma, "_") || g_str_equal (lower, "_"))
    add_word (morph, lower, xpos, lemma, is_doubtful (morph, xpos, lemma) ? UNKNOWN_WEIGHT : TREEBANK_WEIGHT, TRUE);
  feats = morph_word_feats (feats);
  count_feats (morph->feats, g_strdup_printf ("%u %u", pos, xpos), feats);
  count_feats (morph->feats_words, g_strdup_printf ("%u %u %s", pos, xpos, lower), feats);
}

BelDocument *
morph_read_treebank (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return NULL;
  BelDocument *document = bel_document_new (NULL, path, bytes);
  bel_conllu_read (document, BEL_CONLLU_ALL, NULL);
  return document;
}

gboolean
morph_read_treebanks (MorphWords *morph, char **paths, GError **error)
{
  for (char **path = paths; path && *path; path++) {
    g_autoptr (BelDocument) document = morph_read_treebank (*path, error);
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
add_irregular (MorphWords *morph, const char *file, const char *form, const char *lemma)
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
    if (ing || s || g_str_has_suffix (form, "ed")) /* "hung" leaves room for "hanged" */
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
add_regular (MorphWords *morph, const char *lemma, const char *ending, BelXpos xpos)
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
read_irregular (MorphWords *morph, const char *folder, const char *file, GError **error)
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

/* "tough", "pretty", "simple": what takes -er and -est. */
static gboolean
is_compared (const char *lemma)
{
  guint n = (guint) strlen (lemma), n_groups = 0;
  for (guint i = 0; i < n; i++)
    n_groups += is_vowel (lemma[i]) && (i == 0 || !is_vowel (lemma[i - 1]));
  if (lemma[n - 1] == 'y' || g_str_has_suffix (lemma, "le"))
    return n <= 8;
  return n <= 7 && n_groups - (lemma[n - 1] == 'e' && n_groups > 1) == 1;
}

static void
add_compared (MorphWords *morph, const char *lemma)
{
  static const struct {
    const char *ending;
    BelXpos xpos;
  } FORMS[] = { { "er", BEL_XPOS_JJR }, { "est", BEL_XPOS_JJS } };
  size_t n = strlen (lemma);
  for (size_t i = 0; is_compared (lemma) && i < G_N_ELEMENTS (FORMS); i++) {
    const char *y = lemma[n - 1] == 'y' && !is_vowel (lemma[n - 2]) ? "i" : "";
    g_autofree char *form
        = g_strdup_printf ("%.*s%s%s", (int) (n - (*y || lemma[n - 1] == 'e')), lemma, y, FORMS[i].ending);
    add_word (morph, form, FORMS[i].xpos, lemma, REGULAR_WEIGHT, FALSE);
  }
}

/* "diabetes" and "crisis" are no plurals of "diabete" and "crisi", even where they are tagged so. */
static void
add_noun (MorphWords *morph, const char *lemma)
{
  add_regular (morph, lemma, "s", BEL_XPOS_NNS);
  static const char *const SINGULARS[][2] = { { "s", "" }, { "es", "" }, { "ies", "y" } };
  bool plural = !g_str_has_suffix (lemma, "s");
  for (size_t i = 0; i < G_N_ELEMENTS (SINGULARS) && !plural; i++) {
    if (!g_str_has_suffix (lemma, SINGULARS[i][0]))
      continue;
    int n = (int) (strlen (lemma) - strlen (SINGULARS[i][0]));
    g_autofree char *singular = g_strdup_printf ("%.*s%s", n, lemma, SINGULARS[i][1]);
    plural = g_hash_table_contains (morph->nouns, singular);
  }
  if (!plural)
    add_word (morph, lemma, BEL_XPOS_NNS, lemma, REGULAR_WEIGHT, TRUE);
}

static void
add_verb (MorphWords *morph, const char *lemma)
{
  add_regular (morph, lemma, "s", BEL_XPOS_VBZ);
  add_regular (morph, lemma, "ing", BEL_XPOS_VBG);
  add_regular (morph, lemma, "ed", BEL_XPOS_VBD);
  add_regular (morph, lemma, "ed", BEL_XPOS_VBN);
}

typedef void AddForms (MorphWords *morph, const char *lemma);

/* @lemmas: (nullable) filled before the forms are made. */
static gboolean
read_regular (MorphWords *morph, const char *folder, const char *file, GHashTable *lemmas, AddForms *add,
              GError **error)
{
  g_auto (GStrv) lines = NULL;
  if (!read_lines (folder, file, &lines, error))
    return FALSE;
  for (char **line = lines; *line; line++) {
    (*line)[strcspn (*line, " ")] = '\0';
    if (lemmas)
      g_hash_table_add (lemmas, g_strdup (*line));
  }
  for (char **line = lines; *line; line++)
    if (is_plain_word (*line))
      add (morph, *line);
  return TRUE;
}

gboolean
morph_read_wordnet (MorphWords *morph, const char *folder, GError **error)
{
  return read_irregular (morph, folder, "noun.exc", error) && read_irregular (morph, folder, "verb.exc", error)
         && read_irregular (morph, folder, "adj.exc", error) && read_irregular (morph, folder, "adv.exc", error)
         && read_regular (morph, folder, "index.verb", morph->verbs, add_verb, error)
         && read_regular (morph, folder, "index.noun", morph->nouns, add_noun, error)
         && read_regular (morph, folder, "index.adj", NULL, add_compared, error);
}
