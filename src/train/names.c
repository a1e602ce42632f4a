/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "names": the section "NAME", learned from the entities of GUM (name-bank.h). */
#include "train/name-bank.h"
#include "train/perceptron.h"

#include <stdio.h>
#include <string.h>

/* Files of WordNet's nouns. */
#define ANIMALS 5u
#define GROUPS 14u
#define PLACES 15u
#define PEOPLE 18u
#define PLANTS 20u
#define LEAST_PEOPLE 30000u /* of a city */
#define LOG2_ROWS 17
#define LEAST_COUNT 2
#define MAX_ENTRIES 160000u

/* -- word lists ------------------------------------------------------------------------------ */

static void
add_bits (GHashTable *table, const char *phrase, guint bits)
{
  g_autofree char *lower = g_utf8_strdown (phrase, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " _", -1);
  uint32_t key = 0, n = 0;
  if (g_strv_length (words) > BEL_NAME_MAX_PHRASE)
    return;
  for (char **word = words; *word; word++) {
    if (!**word)
      continue;
    key = n++ ? bel_namer_key_join (key, *word, strlen (*word)) : bel_namer_key (*word, strlen (*word));
    gpointer slot = GUINT_TO_POINTER (key);
    guint more = word[1] ? (n == 1 ? BEL_NAME_PHRASE_START : 0) : bits;
    if (more)
      g_hash_table_insert (table, slot, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (table, slot)) | more));
  }
}

static gboolean
read_words (GHashTable *table, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint kind = 0;
  for (char **line = lines; *line; line++) {
    const char *colon = strchr (*line, ':');
    if (**line == '#' || !colon)
      continue;
    g_auto (GStrv) words = g_strsplit (colon + 1, " ", -1);
    for (char **word = words; *word; word++)
      if (**word) {
        add_bits (table, *word, 1u << kind);
        g_autofree char *stopped = g_strconcat (*word, ".", NULL);
        if (strlen (*word) < 6)
          add_bits (table, stopped, 1u << kind); /* "Gen.", "U.S." */
      }
    kind++;
  }
  return TRUE;
}

/* The first column of a table, with what the file says of all of it: cities, or first names by gender. */
static gboolean
read_names (GHashTable *table, const char *folder, const char *file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, "\t", 3);
    if (**line == '#' || !fields[0] || !fields[1])
      continue;
    guint bits = BEL_NAME_CITY;
    if (fields[2] && strtoul (fields[2] + strcspn (fields[2], "\t"), NULL, 10) < LEAST_PEOPLE)
      continue;
    if (g_str_equal (file, "first-names.tsv"))
      bits = (strchr (fields[1], 'm') ? BEL_NAME_MALE : 0) | (strchr (fields[1], 'f') ? BEL_NAME_FEMALE : 0);
    add_bits (table, fields[0], bits);
  }
  return TRUE;
}

/* Proper nouns of WordNet, by the file their synset is in. */
static gboolean
read_wordnet (GHashTable *table, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "data.noun", NULL);
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) fields = g_strsplit (*line, " ", -1);
    if (g_strv_length (fields) < 6 || !g_ascii_isdigit (**line))
      continue;
    guint file = (guint) strtoul (fields[1], NULL, 10), n = (guint) strtoul (fields[3], NULL, 16);
    if (file == ANIMALS || file == PLANTS)
      continue; /* genera and species */
    guint bits = BEL_NAME_KNOWN_OTHER;
    if (file == GROUPS || file == PLACES || file == PEOPLE)
      bits = file == GROUPS ? BEL_NAME_KNOWN_ORG : file == PLACES ? BEL_NAME_KNOWN_PLACE : BEL_NAME_KNOWN_PERSON;
    for (guint i = 0; i < n && fields[4 + 2 * i]; i++)
      if (g_ascii_isupper (*fields[4 + 2 * i]))
        add_bits (table, fields[4 + 2 * i], bits);
  }
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);
  return x < y ? -1 : x > y;
}

/* The beginning of the section, up to the classifier. */
static GByteArray *
pack_words (GHashTable *table)
{
  BelNamerHeader header = { .n_slots = 16 };
  static const guint8 PADDING[16];
  while (4 * header.n_slots < 5 * g_hash_table_size (table))
    header.n_slots *= 2;
  train_log ("%u words and phrases of names", g_hash_table_size (table));
  g_autofree uint32_t *hashes = g_new0 (uint32_t, header.n_slots);
  g_autofree uint16_t *bits = g_new0 (uint16_t, header.n_slots);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (table), compare_keys);
  for (GList *l = keys; l; l = l->next) {
    uint32_t slot = GPOINTER_TO_UINT (l->data) & (header.n_slots - 1);
    while (hashes[slot])
      slot = (slot + 1) & (header.n_slots - 1);
    hashes[slot] = GPOINTER_TO_UINT (l->data);
    bits[slot] = (uint16_t) GPOINTER_TO_UINT (g_hash_table_lookup (table, l->data));
  }
  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  g_byte_array_append (out, (const guint8 *) hashes, 4 * header.n_slots);
  g_byte_array_append (out, (const guint8 *) bits, 2 * header.n_slots);
  g_byte_array_append (out, PADDING, (16 - out->len % 16) % 16);
  return out;
}

/* -- learning -------------------------------------------------------------------------------- */

typedef struct {
  Perceptron *perceptron;
  const BelNamer *namer; /* for its word lists */
  const BelLexicon *lexicon;
  BelNameView view;
  uint8_t classes[UINT16_MAX];
} Learner;

static uint32_t
choose (const float *scores, uint32_t before)
{
  uint32_t best = 0;
  for (uint32_t c = 1; c < BEL_NAME_CLASSES; c++)
    if (scores[c] > scores[best] && bel_name_may_follow (before, c))
      best = c;
  return best;
}

static void
learn_sentence (Learner *learner, const NameBank *bank, uint32_t sentence, gboolean counting)
{
  BelNameView *view = &learner->view;
  bel_name_view_set (view, learner->namer, learner->lexicon, bank->document, sentence);
  for (uint32_t i = 0; i < view->n; i++) {
    uint32_t gold = bank->gold[view->first + i], features[BEL_NAME_FEATURES];
    float scores[BEL_NAME_CLASSES + 16];
    learner->classes[i] = 0;
    if (!view->open[i] || (view->open[i] == 2 && learner->classes[i - 1] == 0))
      continue;
    uint32_t n = bel_name_features (view, learner->classes, i, features);
    if (counting) {
      perceptron_count (learner->perceptron, features, n);
      learner->classes[i] = (uint8_t) gold;
      continue;
    }
    n = perceptron_filter (learner->perceptron, features, n, LEAST_COUNT);
    perceptron_score (learner->perceptron, features, n, scores);
    uint32_t before = i > 0 ? learner->classes[i - 1] : 0;
    uint32_t best = choose (scores, before);
    if (!bel_name_may_follow (before, gold))
      gold -= 1; /* what it continues was missed: begin here */
    if (best != gold)
      perceptron_update (learner->perceptron, features, n, gold, best);
    learner->perceptron->time += 1;
    learner->classes[i] = (uint8_t) best;
  }
}

typedef struct {
  uint32_t bank, sentence;
} Place;

static uint32_t
longest_sentence (const NameBank *bank, uint32_t n_most)
{
  for (uint32_t s = 0; s < bank->document->sentences.n; s++)
    n_most = MAX (n_most, bank->document->sentences.items[s].n_tokens);
  return n_most;
}

static void
learn (Learner *learner, GPtrArray *banks, const TrainOptions *options, BelArena *arena)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  uint32_t n_most = 1;
  for (guint b = 0; b < banks->len; b++) {
    const NameBank *bank = banks->pdata[b];
    n_most = longest_sentence (bank, n_most);
    for (uint32_t s = 0; s < bank->document->sentences.n; s++) {
      Place place = { b, s };
      g_array_append_val (places, place);
    }
  }
  bel_name_view_init (&learner->view, arena, n_most);
  g_autofree uint32_t *order = g_new (uint32_t, places->len);
  Random random = random_seed ((uint64_t) options->seed);
  for (guint i = 0; i < places->len; i++)
    order[i] = i;
  for (int epoch = -1; epoch < options->epochs; epoch++) {
    if (epoch >= 0)
      random_shuffle (&random, order, places->len);
    for (guint i = 0; i < places->len; i++) {
      const Place *place = &g_array_index (places, Place, order[i]);
      learn_sentence (learner, banks->pdata[place->bank], place->sentence, epoch < 0);
    }
  }
}

/* -- scoring --------------------------------------------------------------------------------- */

typedef struct {
  uint32_t hit, said, asked;
} Score;

static void
score_type (const NameBank *bank, BelNameType type, Score *score)
{
  const BelTokens *tokens = &bank->document->tokens;
  uint32_t n = tokens->n;
  for (uint32_t t = 0; t < n; t++) {
    bool said = tokens->name[t] == type && tokens->name_first[t], asked = bank->gold[t] == 2 * type - 1;
    score->said += said;
    score->asked += asked;
    if (!said || !asked)
      continue;
    uint32_t end = t + 1, gold_end = t + 1;
    while (end < n && tokens->name[end] == type && !tokens->name_first[end])
      end++;
    while (gold_end < n && bank->gold[gold_end] == 2 * type)
      gold_end++;
    score->hit += end == gold_end;
  }
}

static void
show_errors (const NameBank *bank)
{
  const BelTokens *tokens = &bank->document->tokens;
  for (uint32_t s = 0; s < bank->document->sentences.n; s++) {
    const BelSentence *sentence = &bank->document->sentences.items[s];
    bool wrong = false;
    g_autoptr (GString) line = g_string_new (NULL);
    for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->n_tokens; t++) {
      uint32_t said = tokens->name[t] ? 2u * tokens->name[t] - tokens->name_first[t] : 0;
      g_string_append (line, bel_symbols_text (bank->document->symbols, tokens->form[t]));
      if (said || bank->gold[t])
        g_string_append_printf (line, "/%u/%u", bank->gold[t], said);
      g_string_append_c (line, ' ');
      wrong |= said != bank->gold[t];
    }
    if (wrong)
      g_print ("NAMES %s\n", line->str);
  }
}

static gboolean
score_file (const BelModel *model, GHashTable *lists, const char *path, GError **error)
{
  static const char *const NAMES[] = { "", "person", "organization", "place", "other" };
  g_autoptr (NameBank) bank = name_bank_read (path, lists, error);
  if (!bank)
    return FALSE;
  if (bank->mentions->len == 0)
    return TRUE;
  bel_syntax_annotate (model, bank->document); /* tags and trees as they will be */
  Score all = { 0 };
  for (BelNameType type = BEL_NAME_PERSON; type <= BEL_NAME_OTHER; type++) {
    Score score = { 0 };
    score_type (bank, type, &score);
    train_log ("%s: %s P %.1f R %.1f F1 %.1f (%u)", path, NAMES[type], 100.0 * score.hit / MAX (score.said, 1),
               100.0 * score.hit / MAX (score.asked, 1), 200.0 * score.hit / MAX (score.said + score.asked, 1),
               score.asked);
    all.hit += score.hit;
    all.said += score.said;
    all.asked += score.asked;
  }
  train_log ("%s: names P %.1f R %.1f F1 %.1f (%u)", path, 100.0 * all.hit / MAX (all.said, 1),
             100.0 * all.hit / MAX (all.asked, 1), 200.0 * all.hit / MAX (all.said + all.asked, 1), all.asked);
  if (g_getenv ("TRAIN_SHOW_ERRORS"))
    show_errors (bank);
  return TRUE;
}

/* -- the step -------------------------------------------------------------------------------- */

/* The lists are used while the classifier is learned. */
static void
view_lists (const GByteArray *lists, BelNamer *namer)
{
  const BelNamerHeader *header = (const BelNamerHeader *) (const void *) lists->data;
  namer->mask = header->n_slots - 1;
  namer->hashes = (const uint32_t *) (header + 1);
  namer->bits = (const uint16_t *) (namer->hashes + header->n_slots);
}

static gboolean
read_lists (GHashTable *table, const TrainOptions *options, GError **error)
{
  if (!options->name_words || !options->gazetteer || !options->wordnet) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "--name-words, --gazetteer and --wordnet are needed");
    return FALSE;
  }
  return read_words (table, options->name_words, error) && read_names (table, options->gazetteer, "cities.tsv", error)
         && read_names (table, options->gazetteer, "first-names.tsv", error)
         && read_wordnet (table, options->wordnet, error);
}

gboolean
train_names (const TrainOptions *options, GError **error)
{
  g_autoptr (BelModel) model = train_open (options, error);
  g_autoptr (GHashTable) table = g_hash_table_new (NULL, NULL);
  if (!model || !read_lists (table, options, error))
    return FALSE;
  size_t n_bytes;
  if (!bel_model_section (model, "PARS", &n_bytes)) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "names are learned after the parser");
    return FALSE;
  }
  g_autoptr (GPtrArray) banks = g_ptr_array_new_with_free_func ((GDestroyNotify) name_bank_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) name_bank_free);
  for (char **path = options->train; path && *path; path++) {
    NameBank *bank = name_bank_read (*path, table, error);
    if (!bank)
      return FALSE;
    if (bank->mentions->len == 0)
      train_log ("%s: no entities, passed over", *path);
    g_ptr_array_add (bank->mentions->len ? banks : others, bank);
  }
  g_autoptr (GByteArray) section = pack_words (table);
  g_autoptr (GByteArray) lists = g_byte_array_new_take (g_memdup2 (section->data, section->len), section->len);
  BelNamer namer = { 0 };
  view_lists (lists, &namer);
  g_autoptr (Perceptron) perceptron = perceptron_new (BEL_NAME_CLASSES, LOG2_ROWS);
  g_autoptr (BelArena) arena = bel_arena_new ();
  Learner *learner = bel_arena_new_struct (arena, Learner);
  learner->perceptron = perceptron;
  learner->namer = &namer;
  learner->lexicon = &model->lexicon;
  learn (learner, banks, options, arena);
  g_autoptr (GByteArray) linear = perceptron_pack (perceptron, MAX_ENTRIES);
  g_byte_array_append (section, linear->data, linear->len);
  if (!train_put (options, "NAME", section, error))
    return FALSE;
  g_autoptr (BelModel) made = train_open (options, error);
  for (char **path = options->dev; made && path && *path; path++)
    if (!score_file (made, table, *path, error))
      return FALSE;
  return made != NULL;
}
