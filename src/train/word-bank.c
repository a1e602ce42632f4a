/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/word-bank.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SENSES 6

typedef enum { PREPOSITION, PARTICLE_OBJECT, PARTICLE_ALONE, N_PHRASE_KINDS } PhraseKind;

struct WordBank {
  BelArena *arena;
  GHashTable *classes; /* name → GPtrArray of words: lemmas of verbs and nouns, words as they are of the rest */
  GArray *phrases[N_PHRASE_KINDS]; /* of BankPhrase */
  GHashTable *forms;               /* "VBD lemma" → form, of irregular words */
  GHashTable *frames;              /* verb → 't' or 'i': with an object, without */
  GHashTable *adjectives;          /* lemma → how many of its senses were met */
  GHashTable *joined;              /* verbs of several words: "hand_in" */
  BelModel *model;
};

static gboolean
is_plain (const char *word)
{
  size_t n = strspn (word, "abcdefghijklmnopqrstuvwxyz");
  return n > 2 && word[n] == '\0' && !g_str_equal (word, "have");
}

static void
add (WordBank *bank, const char *class, const char *word)
{
  GPtrArray *words = g_hash_table_lookup (bank->classes, class);
  if (!words) {
    words = g_ptr_array_new ();
    g_hash_table_insert (bank->classes, g_strdup (class), words);
  }
  g_ptr_array_add (words, bel_arena_strdup (bank->arena, word));
}

static gboolean
is_common (const WordBank *bank, const char *word)
{
  BelWord looked;
  bel_word_init (&looked, &bank->model->lexicon, word, strlen (word));
  return looked.vector != BEL_WORD_UNKNOWN;
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  while (*words && !g_str_equal (*words, word))
    words++;
  return *words != NULL;
}

/* "tear_down": a plain verb and a particle. */
static gboolean
is_particle_verb (const WordBank *bank, const char *lemma)
{
  static const char *const PARTICLES[] = { "up", "down", "out", "off", NULL };
  const char *second = strchr (lemma, '_');
  g_autofree char *first = second ? g_strndup (lemma, (gsize) (second - lemma)) : NULL;
  return first && is_plain (first) && is_common (bank, first) && is_one_of (second + 1, PARTICLES);
}

/* The non-empty lines of file @name in @folder that are no comments. */
static char **
read_lines (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;
  return g_strsplit (text, "\n", -1);
}

/* -- WordNet ------------------------------------------------------------------------------------- */

static void
add_noun (WordBank *bank, const char *lemma, const char *synset)
{
  static const char *const FILES[] = {
    [4] = "act", [6] = "thing", [10] = "message", [11] = "event", [14] = "group", [15] = "place", [18] = "person"
  };
  size_t file = strlen (synset) > 11 ? strtoul (synset + 9, NULL, 10) : 0;
  if (file < G_N_ELEMENTS (FILES) && FILES[file])
    add (bank, FILES[file], lemma);
}

/* "… n_words (word id)… n_pointers (four each)… n_frames + frame word + …": frames 8 … 11 have an object, 1 … 3 none. */
static void
add_verb (WordBank *bank, const char *lemma, const char *synset)
{
  g_autofree char *line = g_strndup (synset, strcspn (synset, "|\n"));
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  guint n = g_strv_length (parts), at = n > 4 ? 4 + 2 * (guint) strtoul (parts[3], NULL, 16) : n;
  gboolean with = FALSE, without = FALSE;
  at += at < n ? 1 + 4 * (guint) atoi (parts[at]) : 0;
  for (at++; at + 1 < n && *parts[at] == '+'; at += 3) {
    int frame = atoi (parts[at + 1]);
    with |= frame >= 8 && frame <= 11;
    without |= frame >= 1 && frame <= 3;
  }
  const char *second = strchr (lemma, '_');
  if (second) {
    BankPhrase phrase = { bel_arena_printf (bank->arena, "%.*s", (int) (second - lemma), lemma),
                          bel_arena_strdup (bank->arena, second + 1) };
    g_array_append_val (with ? bank->phrases[PARTICLE_OBJECT] : bank->phrases[PARTICLE_ALONE], phrase);
  } else {
    if (with)
      add (bank, "t", lemma);
    if (without)
      add (bank, "i", lemma);
  }
  if (!with && !without)
    return;
  g_hash_table_insert (bank->frames, g_strdup (lemma), GINT_TO_POINTER (with ? 't' : 'i'));
}

/* WordNet's index has everything in small letters; its synsets do not. */
static gboolean
is_in_synset (const char *synset, const char *lemma)
{
  g_autofree char *line = g_strndup (synset, strcspn (synset, "|\n"));
  g_autofree char *word = g_strconcat (" ", lemma, " ", NULL), *marked = g_strconcat (" ", lemma, "(", NULL);
  return strstr (line, word) || strstr (line, marked);
}

/* A noun that is an adjective in more of its senses is not drawn. */
static gboolean
is_of_part (WordBank *bank, const char *part, const char *lemma, int n_tagged)
{
  if (g_str_equal (part, "adj"))
    g_hash_table_insert (bank->adjectives, g_strdup (lemma), GINT_TO_POINTER (n_tagged));
  return !g_str_equal (part, "noun") || n_tagged >= GPOINTER_TO_INT (g_hash_table_lookup (bank->adjectives, lemma));
}

static void
add_of_part (WordBank *bank, const char *part, const char *lemma, const char *synset)
{
  if (g_str_equal (part, "noun"))
    add_noun (bank, lemma, synset);
  else if (g_str_equal (part, "verb"))
    add_verb (bank, lemma, synset);
  else if (!g_str_has_suffix (lemma, "ed") && !g_str_has_suffix (lemma, "ing"))
    add (bank, g_str_equal (part, "adj") ? "JJ" : "RB", lemma);
}

/* "lemma pos n_senses n_pointers pointer… n_senses n_tagged offset…" of words that were met in tagged text. The first
 * sense says what kind of word it is; the more senses were met, the likelier the word is drawn. */
static gboolean
read_part (WordBank *bank, const char *folder, const char *part, GError **error)
{
  g_autofree char *index = g_strconcat ("index.", part, NULL), *name = g_strconcat ("data.", part, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL), *data = NULL;
  g_auto (GStrv) lines = read_lines (folder, index, error);
  gsize n_data;
  if (!lines || !g_file_get_contents (path, &data, &n_data, error))
    return FALSE;
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, " ", -1);
    guint n = g_strv_length (fields), at = n > 4 ? 4 + (guint) atoi (fields[3]) : n;
    if (n > 0 && strchr (fields[0], '_') && g_str_equal (part, "verb"))
      g_hash_table_add (bank->joined, g_strdup (fields[0]));
    gboolean particle = n > 0 && g_str_equal (part, "verb") && is_particle_verb (bank, fields[0]);
    if (at + 2 >= n || (!particle && (!is_plain (fields[0]) || !is_common (bank, fields[0])))
        || atoi (fields[at + 1]) == 0)
      continue;
    gsize offset = strtoul (fields[at + 2], NULL, 10);
    int n_tagged = atoi (fields[at + 1]);
    if (offset >= n_data || !is_in_synset (data + offset, fields[0]) || !is_of_part (bank, part, fields[0], n_tagged))
      continue;
    for (int k = 0; k < MIN (n_tagged, MOST_SENSES); k++)
      add_of_part (bank, part, fields[0], data + offset);
  }
  return TRUE;
}

/* Lemmas that have forms of their own: "" marks one whose forms are not known unless a treebank has them. */
static gboolean
read_exceptions (WordBank *bank, const char *folder, const char *file, GError **error)
{
  gboolean is_verb = g_str_equal (file, "verb.exc");
  g_auto (GStrv) lines = read_lines (folder, file, error);
  if (!lines)
    return FALSE;
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, " ", 3);
    if (g_strv_length (fields) < 2)
      continue;
    static const char *const VERBAL[] = { "VBD", "VBN", "VBG" };
    gboolean regular = g_str_has_suffix (fields[0], "ed"), present = g_str_has_suffix (fields[0], "ing");
    for (guint k = 0; k < (is_verb ? G_N_ELEMENTS (VERBAL) : 1); k++) {
      g_autofree char *key = g_strconcat (is_verb ? VERBAL[k] : "NNS", " ", fields[1], NULL);
      gboolean fits = !is_verb || (k == 2 ? present : regular);
      if (fits || (k < 2 && !g_hash_table_contains (bank->forms, key)))
        g_hash_table_insert (bank->forms, g_steal_pointer (&key), g_strdup (fits ? fields[0] : ""));
    }
  }
  return TRUE;
}

/* Where no treebank has a form of an irregular verb, WordNet's list gives it: which of two it is shows in how it ends
 * ("taken", "begun") or in its vowel ("swam", "swum"). */
static gboolean
is_participle (const char *form)
{
  return g_str_has_suffix (form, "n") || strchr (form, 'u');
}

static gboolean
read_irregular (WordBank *bank, const char *folder, GError **error)
{
  g_auto (GStrv) lines = read_lines (folder, "verb.exc", error);
  if (!lines)
    return FALSE;
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, " ", 3);
    if (g_strv_length (fields) < 2 || g_str_has_suffix (fields[0], "ing") || !is_plain (fields[0]))
      continue;
    g_autofree char *key = g_strconcat (is_participle (fields[0]) ? "VBN" : "VBD", " ", fields[1], NULL);
    const char *form = g_hash_table_lookup (bank->forms, key);
    if (form && !*form)
      g_hash_table_insert (bank->forms, g_steal_pointer (&key), g_strdup (fields[0]));
  }
  return TRUE;
}

/* -- treebanks: forms of irregular verbs, and family names ----------------------------------------- */

static gboolean
read_treebank (WordBank *bank, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, "\t", 11);
    if (g_strv_length (fields) != 10)
      continue;
    g_autofree char *key = g_strconcat (fields[4], " ", fields[2], NULL);
    const char *form = g_hash_table_lookup (bank->forms, key);
    if (form && !*form && is_plain (fields[1]))
      g_hash_table_insert (bank->forms, g_steal_pointer (&key), g_strdup (fields[1]));
    if (g_str_equal (fields[7], "flat") && g_str_equal (fields[3], "PROPN") && g_ascii_isupper (fields[1][0])
        && is_plain (fields[1] + 1))
      add (bank, "last", fields[1]);
  }
  return TRUE;
}

/* -- verbs and gazetteer --------------------------------------------------------------------------- */

/* The second word of "meet with", and no particle: "play in", but not "hand in". */
static gboolean
is_preposition (const WordBank *bank, const char *verb, const char *word)
{
  static const char *const ALWAYS[] = { "with", "to", "for", "from", "against", "at", "of", "into", "among", NULL };
  static const char *const OFTEN[] = { "in", "on", "by", "after", "through", "over", "under", NULL };
  g_autofree char *joined = g_strconcat (verb, "_", word, NULL);
  return is_one_of (word, ALWAYS) || (is_one_of (word, OFTEN) && !g_hash_table_contains (bank->joined, joined));
}

static void
read_verb (WordBank *bank, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  int frame = n == 1 ? GPOINTER_TO_INT (g_hash_table_lookup (bank->frames, words[0])) : 0;
  if (frame && is_plain (words[0]))
    add (bank, frame == 't' ? "rule.t" : "rule.i", words[0]);
  if (n == 2 && is_plain (words[0]) && is_preposition (bank, words[0], words[1])) {
    BankPhrase phrase = { bel_arena_strdup (bank->arena, words[0]), bel_arena_strdup (bank->arena, words[1]) };
    g_array_append_val (bank->phrases[PREPOSITION], phrase);
  }
}

static gboolean
read_verbs (WordBank *bank, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line && **line != '#')
      read_verb (bank, *line);
  return TRUE;
}

static gboolean
is_name (const char *word)
{
  size_t n = strlen (word);
  return n > 2 && g_ascii_isupper (word[0]) && is_plain (word + 1);
}

/* Column @column of a table, where it is one word. */
static gboolean
read_names (WordBank *bank, const char *folder, const char *file, guint column, guint most, const char *class,
            GError **error)
{
  g_auto (GStrv) lines = read_lines (folder, file, error);
  if (!lines)
    return FALSE;
  for (char **line = lines; *line && most > 0; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, "\t", -1);
    if (**line != '#' && g_strv_length (fields) > column && is_name (fields[column])) {
      add (bank, class, fields[column]);
      most--;
    }
  }
  return TRUE;
}

/* -- forms ------------------------------------------------------------------------------------------ */

static gboolean
ends_in_s_sound (const char *lemma)
{
  static const char *const ENDS[] = { "s", "x", "z", "ch", "sh" };
  for (size_t i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_str_has_suffix (lemma, ENDS[i]))
      return TRUE;
  return FALSE;
}

/* The form of a regular word. */
static char *
inflect (BelArena *arena, const char *lemma, const char *xpos)
{
  size_t n = strlen (lemma);
  gboolean to_i = n > 1 && lemma[n - 1] == 'y' && !strchr ("aeiou", lemma[n - 2]), e = lemma[n - 1] == 'e';
  if (g_str_equal (xpos, "NNS") && g_str_has_suffix (lemma, "man"))
    return bel_arena_printf (arena, "%.*sen", (int) n - 2, lemma);
  if (g_str_equal (xpos, "VBZ") || g_str_equal (xpos, "NNS"))
    return to_i ? bel_arena_printf (arena, "%.*sies", (int) n - 1, lemma)
                : bel_arena_printf (arena, "%s%s", lemma, ends_in_s_sound (lemma) ? "es" : "s");
  if (g_str_equal (xpos, "VBD") || g_str_equal (xpos, "VBN"))
    return to_i ? bel_arena_printf (arena, "%.*sied", (int) n - 1, lemma)
                : bel_arena_printf (arena, "%s%s", lemma, e ? "d" : "ed");
  if (g_str_equal (xpos, "VBG"))
    return e && n > 2 && lemma[n - 2] != 'e' ? bel_arena_printf (arena, "%.*sing", (int) n - 1, lemma)
                                             : bel_arena_printf (arena, "%sing", lemma);
  return bel_arena_strdup (arena, lemma);
}

/* NULL where the form is not known. */
static const char *
form_of (const WordBank *bank, const char *lemma, const char *xpos)
{
  g_autofree char *key = g_strconcat (xpos, " ", lemma, NULL);
  const char *form = g_hash_table_lookup (bank->forms, key);
  if (form)
    return *form ? form : NULL;
  return inflect (bank->arena, lemma, xpos);
}

static const char *
draw_from (const WordBank *bank, const char *class, Random *random)
{
  GPtrArray *words = g_hash_table_lookup (bank->classes, class);
  return words ? g_ptr_array_index (words, random_below (random, words->len)) : NULL;
}

/* A verb is as often one of the rules as one of WordNet. */
static const char *
draw_lemma (const WordBank *bank, const char *class, Random *random, const char **preposition)
{
  static const char *const PHRASES[] = { "p", "r", "ri", NULL };
  for (guint kind = 0; kind < N_PHRASE_KINDS; kind++) {
    if (!g_str_equal (class, PHRASES[kind]))
      continue;
    const GArray *phrases = bank->phrases[kind];
    const BankPhrase *phrase = &g_array_index (phrases, BankPhrase, random_below (random, phrases->len));
    *preposition = phrase->preposition;
    return phrase->lemma;
  }
  gboolean verb = g_str_equal (class, "t") || g_str_equal (class, "i");
  g_autofree char *ruled = verb && random_below (random, 2) ? g_strconcat ("rule.", class, NULL) : NULL;
  return draw_from (bank, ruled ? ruled : class, random);
}

const char *
word_bank_draw (const WordBank *bank, const char *name, Random *random, const char **preposition)
{
  const char *dot = strchr (name, '.');
  if (!dot)
    return draw_from (bank, name, random);
  g_autofree char *xpos = g_strndup (name, (gsize) (dot - name));
  for (int tries = 0; tries < 100; tries++) {
    const char *lemma = draw_lemma (bank, dot + 1, random, preposition);
    const char *form = lemma ? form_of (bank, lemma, xpos) : NULL;
    if (!lemma || form)
      return form;
  }
  return NULL;
}

/* -- all -------------------------------------------------------------------------------------------- */

static gboolean
read_all (WordBank *bank, const TrainOptions *options, GError **error)
{
  static const char *const PARTS[] = { "adj", "noun", "verb", "adv" };
  for (size_t i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (!read_part (bank, options->wordnet, PARTS[i], error))
      return FALSE;
  if (!read_exceptions (bank, options->wordnet, "verb.exc", error)
      || !read_exceptions (bank, options->wordnet, "noun.exc", error))
    return FALSE;
  for (char **path = options->train; path && *path; path++)
    if (!read_treebank (bank, *path, error))
      return FALSE;
  return read_irregular (bank, options->wordnet, error) && read_verbs (bank, options->verbs, error)
         && read_names (bank, options->gazetteer, "first-names.tsv", 0, G_MAXUINT, "first", error)
         && read_names (bank, options->gazetteer, "cities.tsv", 0, 4000, "city", error)
         && read_names (bank, options->gazetteer, "first-names.tsv", 0, G_MAXUINT, "last", error)
         && read_names (bank, options->gazetteer, "countries.tsv", 1, G_MAXUINT, "country", error)
         && read_names (bank, options->gazetteer, "countries.tsv", 3, G_MAXUINT, "demonym", error);
}

WordBank *
word_bank_new (const TrainOptions *options, GError **error)
{
  if (!options->wordnet || !options->gazetteer || !options->verbs) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "--wordnet, --gazetteer and --verbs are needed");
    return NULL;
  }
  g_autoptr (WordBank) bank = g_new0 (WordBank, 1);
  bank->arena = bel_arena_new ();
  bank->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  bank->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bank->frames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bank->adjectives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bank->joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint kind = 0; kind < N_PHRASE_KINDS; kind++)
    bank->phrases[kind] = g_array_new (FALSE, FALSE, sizeof (BankPhrase));
  bank->model = train_open (options, error);
  if (!bank->model || !read_all (bank, options, error))
    return NULL;
  return g_steal_pointer (&bank);
}

void
word_bank_free (WordBank *bank)
{
  if (!bank)
    return;
  bel_model_unref (bank->model);
  g_hash_table_unref (bank->classes);
  g_hash_table_unref (bank->forms);
  g_hash_table_unref (bank->frames);
  g_hash_table_unref (bank->adjectives);
  g_hash_table_unref (bank->joined);
  for (guint kind = 0; kind < N_PHRASE_KINDS; kind++)
    g_array_unref (bank->phrases[kind]);
  bel_arena_free (bank->arena);
  g_free (bank);
}
