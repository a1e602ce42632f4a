/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The step "names": the section "NAME", learned from the entities of GUM.
 *
 * GUM marks every mention, not names: (8-organization-… opens a mention of id 8, 8) closes it.
 * A mention whose head, by the tree, is a proper noun holds a name; what of it is the name is found from tags and tree:
 *
 *   [Gen. John Smith of the Army]person       ─▶ John Smith        head and its flat words, no titles
 *   [the University of Portsmouth]organization ─▶ University of Portsmouth   capitals around the head and what joins them
 *
 * Of names within names the outer one is kept. Weekdays, months and the like are none. */
#include "train/perceptron.h"

#include "base/file.h"
#include "document/conllu.h"
#include "syntax/name-tag.h"

#include <stdio.h>
#include <string.h>

#define LOG2_ROWS 19
#define LEAST_COUNT 3
#define MAX_ENTRIES 160000u

typedef struct {
  uint32_t id;
  uint32_t first, last; /* tokens */
  uint32_t head; /* by the tree; set by find_name() */
  BelNameType type;
} Mention;

typedef struct {
  BelDocument *document;
  GArray *mentions;
  uint8_t *gold; /* by token: class */
} NameBank;

/* -- entities -------------------------------------------------------------------------------- */

static BelNameType
type_of (const char *text, size_t n)
{
  static const struct {
    const char *name;
    BelNameType type;
  } TYPES[] = {
    { "person", BEL_NAME_PERSON }, { "organization", BEL_NAME_ORG }, { "place", BEL_NAME_PLACE },
    { "abstract", BEL_NAME_OTHER }, { "event", BEL_NAME_OTHER },     { "object", BEL_NAME_OTHER },
    { "substance", BEL_NAME_OTHER }, { "animal", BEL_NAME_OTHER },   { "plant", BEL_NAME_OTHER },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (strlen (TYPES[i].name) == n && strncmp (TYPES[i].name, text, n) == 0)
      return TYPES[i].type;
  return BEL_NAME_NONE;
}

/* "8-organization-new-nnnnn-cf3-3,5,6-sgl" */
static Mention
open_mention (const char *text, uint32_t t)
{
  Mention mention = { .id = (uint32_t) strtoul (text, NULL, 10), .first = t, .last = BEL_NONE };
  const char *p = strchr (text, '-');
  if (!p)
    return mention;
  mention.type = type_of (p + 1, strcspn (p + 1, "-()|"));
  return mention;
}

static void
close_mention (GArray *mentions, const GArray *open, uint32_t id, uint32_t t)
{
  for (guint i = open->len; i-- > 0;) {
    Mention *mention = &g_array_index (mentions, Mention, g_array_index (open, guint, i));
    if (mention->id == id && mention->last == BEL_NONE) {
      mention->last = t;
      return;
    }
  }
}

/* "(7-abstract-…(3-person-…)" opens 7, opens and closes 3; "7)6)" closes both. */
static void
read_entity (GArray *mentions, GArray *open, const char *text, uint32_t t)
{
  while (*text && *text != '|') {
    if (*text == '(') {
      Mention mention = open_mention (text + 1, t);
      text += 1 + strcspn (text + 1, "()|");
      if (*text == ')') {
        mention.last = t;
        text++;
      }
      g_array_append_val (mentions, mention);
      guint number = mentions->len - 1;
      g_array_append_val (open, number);
    } else if (g_ascii_isdigit (*text)) {
      close_mention (mentions, open, (uint32_t) strtoul (text, NULL, 10), t);
      text += strcspn (text, "()|");
      text += *text == ')';
    } else {
      text++;
    }
  }
}

static void
read_mentions (NameBank *bank)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) lines = g_strsplit (bank->document->source, "\n", -1);
  uint32_t t = 0;
  for (char **line = lines; *line; line++) {
    if (!**line)
      g_array_set_size (open, 0);
    if (!g_ascii_isdigit (**line) || strcspn (*line, "\t") > strcspn (*line, "-."))
      continue;
    const char *entity = strstr (*line, "Entity=");
    if (entity)
      read_entity (bank->mentions, open, entity + 7, t);
    t++;
  }
}

/* -- names in mentions ----------------------------------------------------------------------- */

static bool
is_proper (const BelDocument *document, uint32_t t)
{
  return document->tokens.xpos[t] == BEL_XPOS_NNP || document->tokens.xpos[t] == BEL_XPOS_NNPS;
}

static bool
is_capital (const BelDocument *document, uint32_t t)
{
  const char *form = bel_symbols_text (document->symbols, document->tokens.form[t]);
  return g_unichar_isupper (g_utf8_get_char (form)) && document->tokens.xpos[t] != BEL_XPOS_DT;
}

static bool
joins (const BelDocument *document, uint32_t t)
{
  uint8_t xpos = document->tokens.xpos[t];
  const char *lower = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  return xpos == BEL_XPOS_CC || xpos == BEL_XPOS_HYPH || xpos == BEL_XPOS_DT || xpos == BEL_XPOS_FW
         || g_str_equal (lower, "of") || g_str_equal (lower, "for") || g_str_equal (lower, "on");
}

/* The words of a person's name: the head and those flat to it, side by side. */
static void
person_name (const BelDocument *document, Mention *mention)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t named = tokens->head[mention->head];
  if (tokens->dep[mention->head] == BEL_DEP_NMOD_DESC && named != BEL_NONE && named > mention->head
      && named <= mention->last && is_proper (document, named))
    mention->head = named; /* "Emperor [Norton]" */
  uint32_t head = mention->head, first = head, last = head;
  while (last < mention->last && tokens->head[last + 1] != BEL_NONE && tokens->head[last + 1] >= first
         && tokens->head[last + 1] <= last && tokens->dep[last + 1] == BEL_DEP_FLAT)
    last++;
  while (first > mention->first && is_proper (document, first - 1) && tokens->head[first] == first - 1
         && tokens->dep[first] == BEL_DEP_FLAT)
    first--;
  mention->first = first;
  mention->last = last;
}

static void
other_name (const BelDocument *document, Mention *mention)
{
  uint32_t first = mention->head, last = first;
  while (first > mention->first) {
    if (is_capital (document, first - 1) || document->tokens.xpos[first - 1] == BEL_XPOS_CD)
      first--;
    else if (first > mention->first + 1 && joins (document, first - 1) && is_capital (document, first - 2))
      first -= 2;
    else
      break;
  }
  while (last < mention->last) {
    if (is_capital (document, last + 1) || document->tokens.xpos[last + 1] == BEL_XPOS_CD)
      last++;
    else if (last + 2 <= mention->last && joins (document, last + 1) && is_capital (document, last + 2))
      last += 2;
    else if (last + 3 <= mention->last && joins (document, last + 1) && joins (document, last + 2)
             && is_capital (document, last + 3))
      last += 3;
    else
      break;
  }
  while (first < mention->head && document->tokens.xpos[first] == BEL_XPOS_CD)
    first++;
  mention->first = first;
  mention->last = last;
}

static bool
has_bits (const BelDocument *document, GHashTable *lists, uint32_t t, guint bits)
{
  const char *lower = bel_symbols_text (document->symbols, document->tokens.lower[t]);
  gpointer key = GUINT_TO_POINTER (bel_namer_key (lower, strlen (lower)));
  return GPOINTER_TO_UINT (g_hash_table_lookup (lists, key)) & bits;
}

/* The word of the mention that hangs outside of it. */
static gboolean
choose_head (const BelDocument *document, Mention *mention)
{
  const BelTokens *tokens = &document->tokens;
  for (uint32_t t = mention->first; t <= mention->last; t++) {
    uint32_t head = tokens->head[t];
    if (head != BEL_NONE && head >= mention->first && head <= mention->last)
      continue;
    mention->head = t;
    return is_proper (document, t);
  }
  return FALSE;
}

/* Returns: FALSE when the mention holds no name; else its first and last are those of the name. */
static gboolean
find_name (const BelDocument *document, GHashTable *lists, Mention *mention)
{
  if (mention->type == BEL_NAME_NONE || mention->last == BEL_NONE || !choose_head (document, mention))
    return FALSE;
  if (mention->type == BEL_NAME_PERSON && document->tokens.xpos[mention->head] == BEL_XPOS_NNPS)
    mention->type = BEL_NAME_OTHER; /* "Americans" */
  if (mention->type == BEL_NAME_PERSON)
    person_name (document, mention);
  else
    other_name (document, mention);
  return mention->type != BEL_NAME_PERSON || mention->first != mention->last
         || !has_bits (document, lists, mention->first, BEL_NAME_TITLE);
}

/* An outer name replaces what was marked within it; an inner one is passed over. */
static void
mark_name (NameBank *bank, const Mention *name)
{
  const uint8_t *gold = bank->gold;
  uint32_t n_marked = 0;
  for (uint32_t t = name->first; t <= name->last; t++)
    n_marked += gold[t] != 0;
  bool cuts = (gold[name->first] && gold[name->first] % 2 == 0)
              || (name->last + 1 < bank->document->tokens.n && gold[name->last + 1] && gold[name->last + 1] % 2 == 0);
  if (cuts || n_marked == name->last - name->first + 1)
    return;
  for (uint32_t t = name->first; t <= name->last; t++)
    bank->gold[t] = (uint8_t) (2 * name->type - (t == name->first));
}

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const Mention *x = a, *y = b;
  uint32_t n_x = x->last - x->first, n_y = y->last - y->first;
  return n_x != n_y ? (n_x > n_y ? -1 : 1) : x->first < y->first ? -1 : x->first > y->first;
}

static NameBank *
name_bank_read (const char *path, GHashTable *lists, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_read (path, error);
  if (!bytes)
    return NULL;
  NameBank *bank = g_new0 (NameBank, 1);
  bank->document = bel_document_new (NULL, path, bytes);
  bank->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  bel_conllu_read (bank->document, BEL_CONLLU_ALL, NULL);
  bank->gold = bel_arena_new_array (bank->document->arena, uint8_t, bank->document->tokens.n + 1);
  read_mentions (bank);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Mention));
  for (guint i = 0; i < bank->mentions->len; i++) {
    Mention name = g_array_index (bank->mentions, Mention, i);
    if (find_name (bank->document, lists, &name))
      g_array_append_val (names, name);
  }
  g_array_sort (names, compare_length);
  for (guint i = 0; i < names->len; i++)
    mark_name (bank, &g_array_index (names, Mention, i));
  return bank;
}

static void
name_bank_free (NameBank *bank)
{
  if (!bank)
    return;
  bel_document_free (bank->document);
  g_array_unref (bank->mentions);
  g_free (bank);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NameBank, name_bank_free)

/* -- word lists ------------------------------------------------------------------------------ */

static void
add_bits (GHashTable *table, const char *phrase, guint bits)
{
  g_autofree char *lower = g_utf8_strdown (phrase, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " _", -1);
  uint32_t key = 0, n = 0;
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
    if (g_str_equal (file, "first-names.tsv"))
      bits = (strchr (fields[1], 'm') ? BEL_NAME_MALE : 0) | (strchr (fields[1], 'f') ? BEL_NAME_FEMALE : 0);
    add_bits (table, fields[0], bits);
  }
  return TRUE;
}

/* Proper nouns of WordNet by the file their synset is in: 14 group, 15 location, 18 person; 03 to 28 whatever else. */
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
    guint bits = file == 18 ? BEL_NAME_KNOWN_PERSON : file == 15 ? BEL_NAME_KNOWN_PLACE : file == 14 ? BEL_NAME_KNOWN_ORG : BEL_NAME_KNOWN_OTHER;
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
  while (2 * header.n_slots < 3 * g_hash_table_size (table))
    header.n_slots *= 2;
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
  return read_words (table, options->name_words, error)
         && read_names (table, options->gazetteer, "cities.tsv", error)
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
