/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* mkwordnet FOLDER OUT: compiles WordNet's data files (wndb(5WN)) into the table of wordnet-private.h.
 *
 *   data.POS ─▶ synsets, members, raw pointers ─┐
 *   index.POS ─▶ words and their senses ────────┼─▶ edges and ancestors ─▶ OUT, written beside and renamed
 *   cntlist.rev ─▶ how often a sense was tagged ┘
 *
 * Runs at build time on the build's own input: what is wrong there stops it with a message. */
#include "lexis/wordnet-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const FILES[BEL_WN_N_POS] = { "noun", "verb", "adj", "adv" };
static const char LETTERS[] = "nvar";

typedef struct {
  uint32_t synset;
  uint32_t offset; /* of the target in its data file */
  uint8_t pos;
  uint8_t kind;
  uint8_t from, to;
} RawPointer;

typedef struct {
  GHashTable *by_offset[BEL_WN_N_POS]; /* offset in data.POS → synset + 1 */
  GArray *synsets;                     /* BelWnSynsetRow */
  GPtrArray *member_texts;             /* one string a member, in step with the rows' first_member */
  GArray *pointers;                    /* RawPointer, by synset */
  GHashTable *word_rows;               /* lemma → index into lemmas */
  GArray *lemmas;                      /* Lemma */
  GArray *edges;
  GArray *ancestors;
} Table;

typedef struct {
  char *text;
  GArray *senses[BEL_WN_N_POS]; /* BelSense, member not yet set */
} Lemma;

static G_GNUC_NORETURN void
die (const char *what, const char *where)
{
  fprintf (stderr, "mkwordnet: %s: %s\n", where, what);
  exit (1);
}

static char *
read_file (const char *folder, const char *stem, const char *suffix)
{
  g_autofree char *name = g_strconcat (stem, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  if (!g_file_get_contents (path, &text, NULL, &error))
    die (error->message, path);
  return text;
}

/* The next blank-separated field of *@at, which is moved behind it; "" at the end of the line. */
static char *
field (char **at)
{
  char *start = *at + strspn (*at, " ");
  char *end = start + strcspn (start, " \n");
  *at = *end == ' ' ? end + 1 : end;
  if (*end == ' ')
    *end = '\0';
  return start;
}

static unsigned
number (char **at, int base)
{
  return (unsigned) strtoul (field (at), NULL, base);
}

/* "prime_minister" → "prime minister", "ready(p)" → "ready", lower case. */
static char *
clean_word (const char *raw)
{
  char *word = g_ascii_strdown (raw, (gssize) strcspn (raw, "("));
  return g_strdelimit (word, "_", ' ');
}

static int
relation (const char *symbol)
{
  static const char *const SYMBOLS[] = {
#define R(name, text) text,
#include "lexis/relations.def"
#undef R
  };
  for (int i = 0; i < BEL_WN_N_RELATIONS; i++)
    if (strcmp (SYMBOLS[i], symbol) == 0)
      return i;
  return -1;
}

static int
pos_of_letter (char letter)
{
  const char *at = letter ? strchr (LETTERS, letter == 's' ? 'a' : letter) : NULL;
  return at ? (int) (at - LETTERS) : -1;
}

static void
read_pointer (Table *table, char **at)
{
  RawPointer pointer = { .synset = table->synsets->len };
  int kind = relation (field (at));
  pointer.offset = number (at, 10);
  int pos = pos_of_letter (*field (at));
  unsigned ends = number (at, 16);
  if (kind < 0 || pos < 0)
    return;
  pointer.kind = (uint8_t) kind;
  pointer.pos = (uint8_t) pos;
  pointer.from = (uint8_t) (ends >> 8);
  pointer.to = (uint8_t) (ends & 0xff);
  g_array_append_val (table->pointers, pointer);
}

static void
read_synset (Table *table, BelWnPos pos, char *line)
{
  unsigned offset = number (&line, 10);
  BelWnSynsetRow row = { .first_member = table->member_texts->len, .pos = (uint8_t) pos };
  row.lexfile = (uint8_t) number (&line, 10);
  row.satellite = *field (&line) == 's';
  unsigned n_words = number (&line, 16);
  for (unsigned i = 0; i < n_words; i++) {
    g_ptr_array_add (table->member_texts, clean_word (field (&line)));
    field (&line);
  }
  unsigned n_pointers = number (&line, 10);
  for (unsigned i = 0; i < n_pointers; i++)
    read_pointer (table, &line);
  g_array_append_val (table->synsets, row);
  g_hash_table_insert (table->by_offset[pos], GUINT_TO_POINTER (offset), GUINT_TO_POINTER (table->synsets->len));
}

typedef void (*LineReader) (Table *table, BelWnPos pos, char *line);

/* Calls @reader for each line that is not of the licence at the head. */
static void
each_line (Table *table, BelWnPos pos, char *text, LineReader reader)
{
  for (char *line = text; *line;) {
    char *end = line + strcspn (line, "\n");
    char *next = *end ? end + 1 : end;
    *end = '\0';
    if (line[0] != ' ' && line[0])
      reader (table, pos, line);
    line = next;
  }
}

static BelSynset
synset_at (const Table *table, unsigned pos, unsigned offset)
{
  gpointer found = g_hash_table_lookup (table->by_offset[pos], GUINT_TO_POINTER (offset));
  if (!found)
    die ("points to a synset that is not there", FILES[pos]);
  return GPOINTER_TO_UINT (found) - 1;
}

static Lemma *
lemma_for (Table *table, char *text)
{
  gpointer found = g_hash_table_lookup (table->word_rows, text);
  if (found)
    return &g_array_index (table->lemmas, Lemma, GPOINTER_TO_UINT (found) - 1);
  Lemma lemma = { .text = text };
  g_array_append_val (table->lemmas, lemma);
  g_hash_table_insert (table->word_rows, text, GUINT_TO_POINTER (table->lemmas->len));
  return &g_array_index (table->lemmas, Lemma, table->lemmas->len - 1);
}

static void
read_index (Table *table, BelWnPos pos, char *line)
{
  Lemma *lemma = lemma_for (table, clean_word (field (&line)));
  field (&line);
  unsigned n_senses = number (&line, 10);
  unsigned n_kinds = number (&line, 10);
  for (unsigned i = 0; i < n_kinds + 2; i++)
    field (&line);
  GArray *senses = g_array_sized_new (FALSE, TRUE, sizeof (BelSense), n_senses);
  for (unsigned i = 0; i < n_senses && i < UINT8_MAX; i++) {
    BelSense sense = { .synset = synset_at (table, pos, number (&line, 10)) };
    g_array_append_val (senses, sense);
  }
  lemma->senses[pos] = senses;
}

/* "abandon%2:40:00:: 2 10": the second sense of the verb was tagged ten times. */
static void
read_count (Table *table, BelWnPos unused, char *line)
{
  (void) unused;
  static const uint8_t POS[] = { BEL_WN_NOUN, BEL_WN_VERB, BEL_WN_ADJECTIVE, BEL_WN_ADVERB, BEL_WN_ADJECTIVE };
  char *key = field (&line);
  char *percent = strrchr (key, '%');
  unsigned sense = number (&line, 10), count = number (&line, 10);
  if (!percent || percent[1] < '1' || percent[1] > '5' || !sense)
    return;
  BelWnPos pos = POS[percent[1] - '1'];
  *percent = '\0';
  g_autofree char *text = clean_word (key);
  gpointer found = g_hash_table_lookup (table->word_rows, text);
  GArray *senses = found ? g_array_index (table->lemmas, Lemma, GPOINTER_TO_UINT (found) - 1).senses[pos] : NULL;
  if (senses && sense <= senses->len)
    g_array_index (senses, BelSense, sense - 1).count = (uint16_t) MIN (count, UINT16_MAX);
}

static void
read_all (Table *table, const char *folder)
{
  for (int pos = 0; pos < BEL_WN_N_POS; pos++) {
    g_autofree char *text = read_file (folder, "data.", FILES[pos]);
    each_line (table, pos, text, read_synset);
  }
  for (int pos = 0; pos < BEL_WN_N_POS; pos++) {
    g_autofree char *text = read_file (folder, "index.", FILES[pos]);
    each_line (table, pos, text, read_index);
  }
  g_autofree char *counts = read_file (folder, "cntlist", ".rev");
  each_line (table, 0, counts, read_count);
  BelWnSynsetRow last = { .first_member = table->member_texts->len };
  g_array_append_val (table->synsets, last);
}

static BelWnSynsetRow *
row_of (const Table *table, BelSynset synset)
{
  return &g_array_index (table->synsets, BelWnSynsetRow, synset);
}

static int
by_kind (gconstpointer a, gconstpointer b)
{
  const BelWnEdge *left = a, *right = b;
  if (left->kind != right->kind)
    return left->kind - right->kind;
  if (left->target != right->target)
    return left->target < right->target ? -1 : 1;
  return (left->from << 8 | left->to) - (right->from << 8 | right->to);
}

static void
make_edges (Table *table)
{
  guint next = 0;
  for (BelSynset s = 0; s < table->synsets->len; s++) {
    guint first = table->edges->len;
    row_of (table, s)->first_edge = first;
    for (; next < table->pointers->len; next++) {
      const RawPointer *pointer = &g_array_index (table->pointers, RawPointer, next);
      if (pointer->synset != s)
        break;
      BelWnEdge edge
          = { pointer->kind, pointer->from, pointer->to, 0, synset_at (table, pointer->pos, pointer->offset) };
      g_array_append_val (table->edges, edge);
    }
    if (table->edges->len > first)
      qsort (&g_array_index (table->edges, BelWnEdge, first), table->edges->len - first, sizeof (BelWnEdge), by_kind);
  }
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  BelSynset left = *(const BelSynset *) a, right = *(const BelSynset *) b;
  return left < right ? -1 : left > right;
}

static gboolean
is_listed (const GArray *list, guint from, BelSynset synset)
{
  for (guint i = from; i < list->len; i++)
    if (g_array_index (list, BelSynset, i) == synset)
      return TRUE;
  return FALSE;
}

/* Adds the parents of @synset that are not yet listed. Returns: whether it has any. */
static gboolean
add_parents (Table *table, BelSynset self, BelSynset synset, guint first)
{
  gboolean any = FALSE;
  for (guint e = row_of (table, synset)->first_edge; e < row_of (table, synset + 1)->first_edge; e++) {
    const BelWnEdge *edge = &g_array_index (table->edges, BelWnEdge, e);
    if (edge->kind != BEL_WN_HYPERNYM && edge->kind != BEL_WN_INSTANCE_OF)
      continue;
    any = TRUE;
    if (edge->target != self && !is_listed (table->ancestors, first, edge->target))
      g_array_append_val (table->ancestors, edge->target);
  }
  return any;
}

/* Breadth first, so the level on which a synset without parents is met first is the depth. */
static void
make_ancestors_of (Table *table, BelSynset synset)
{
  guint first = table->ancestors->len, done = first;
  row_of (table, synset)->first_ancestor = first;
  gboolean at_top = !add_parents (table, synset, synset, first);
  unsigned depth = 0;
  while (done < table->ancestors->len) {
    guint level = table->ancestors->len;
    if (!at_top)
      depth++;
    for (; done < level; done++)
      if (!add_parents (table, synset, g_array_index (table->ancestors, BelSynset, done), first))
        at_top = TRUE;
  }
  row_of (table, synset)->depth = (uint8_t) MIN (depth, UINT8_MAX);
  guint n = table->ancestors->len - first;
  if (n)
    qsort (&g_array_index (table->ancestors, BelSynset, first), n, sizeof (BelSynset), by_number);
}

static void
make_ancestors (Table *table)
{
  guint n = table->synsets->len - 1;
  for (BelSynset s = 0; s < n; s++)
    make_ancestors_of (table, s);
  row_of (table, n)->first_ancestor = table->ancestors->len;
}

/* -- writing ------------------------------------------------------------------------------------ */

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Lemma *) a)->text, ((const Lemma *) b)->text);
}

/* Sorts the lemmas and makes word_rows say their final places. */
static void
sort_lemmas (Table *table)
{
  g_array_sort (table->lemmas, by_text);
  g_hash_table_remove_all (table->word_rows);
  for (guint i = 0; i < table->lemmas->len; i++)
    g_hash_table_insert (table->word_rows, g_array_index (table->lemmas, Lemma, i).text, GUINT_TO_POINTER (i + 1));
}

static BelWord
word_of (const Table *table, const char *text)
{
  gpointer found = g_hash_table_lookup (table->word_rows, text);
  if (!found)
    die ("a word of a data file is in no index", text);
  return GPOINTER_TO_UINT (found) - 1;
}

static uint16_t
member_number (const Table *table, BelSynset synset, const char *text)
{
  uint32_t first = row_of (table, synset)->first_member, past = row_of (table, synset + 1)->first_member;
  for (uint32_t i = first; i < past; i++)
    if (strcmp (g_ptr_array_index (table->member_texts, i), text) == 0)
      return (uint16_t) (i - first + 1);
  die ("a sense whose synset lacks the word", text);
}

static void
put_word (const Table *table, const Lemma *lemma, GArray *text, GArray *words, GArray *senses)
{
  BelWnWordRow row = { .text = text->len, .first_sense = senses->len };
  g_array_append_vals (text, lemma->text, (guint) strlen (lemma->text) + 1);
  for (int pos = 0; pos < BEL_WN_N_POS; pos++) {
    guint n = lemma->senses[pos] ? lemma->senses[pos]->len : 0;
    row.n_senses[pos] = (uint8_t) n;
    for (guint i = 0; i < n; i++) {
      BelSense sense = g_array_index (lemma->senses[pos], BelSense, i);
      sense.member = member_number (table, sense.synset, lemma->text);
      g_array_append_val (senses, sense);
    }
  }
  g_array_append_val (words, row);
}

static GArray *
make_slots (const Table *table)
{
  guint n_slots = 1024;
  while (n_slots < table->lemmas->len * 2)
    n_slots *= 2;
  GArray *slots = g_array_sized_new (FALSE, TRUE, sizeof (uint32_t), n_slots);
  g_array_set_size (slots, n_slots);
  for (guint i = 0; i < table->lemmas->len; i++) {
    const char *text = g_array_index (table->lemmas, Lemma, i).text;
    guint slot = bel_wn_hash (text, strlen (text)) & (n_slots - 1);
    while (g_array_index (slots, uint32_t, slot))
      slot = (slot + 1) & (n_slots - 1);
    g_array_index (slots, uint32_t, slot) = i + 1;
  }
  return slots;
}

static void
write_table (const char *path, GArray *const *sections)
{
  g_autoptr (GString) out = g_string_new (NULL);
  BelWnHeader header = { .magic = BEL_WN_MAGIC, .n_relations = BEL_WN_N_RELATIONS };
  g_string_set_size (out, sizeof header);
  for (int i = 0; i < BEL_WN_N_SECTIONS; i++) {
    while (out->len % 8)
      g_string_append_c (out, '\0');
    header.sections[i] = (BelWnSection){ (uint32_t) out->len, sections[i]->len };
    g_string_append_len (out, sections[i]->data, (gssize) (sections[i]->len * bel_wn_item_bytes (i)));
  }
  header.n_bytes = (uint32_t) out->len;
  memcpy (out->str, &header, sizeof header);
  g_autoptr (GError) error = NULL;
  if (!g_file_set_contents (path, out->str, (gssize) out->len, &error))
    die (error->message, path);
}

static void
write_all (Table *table, const char *path)
{
  GArray *text = g_array_new (FALSE, FALSE, 1), *words = g_array_new (FALSE, FALSE, sizeof (BelWnWordRow));
  GArray *senses = g_array_new (FALSE, FALSE, sizeof (BelSense)),
         *members = g_array_new (FALSE, FALSE, sizeof (BelWord));
  for (guint i = 0; i < table->lemmas->len; i++)
    put_word (table, &g_array_index (table->lemmas, Lemma, i), text, words, senses);
  for (guint i = 0; i < table->member_texts->len; i++) {
    BelWord word = word_of (table, g_ptr_array_index (table->member_texts, i));
    g_array_append_val (members, word);
  }
  GArray *slots = make_slots (table);
  GArray *const sections[BEL_WN_N_SECTIONS]
      = { text, slots, words, senses, table->synsets, members, table->edges, table->ancestors };
  write_table (path, sections);
  g_array_unref (text);
  g_array_unref (words);
  g_array_unref (senses);
  g_array_unref (members);
  g_array_unref (slots);
}

static Table *
table_new (void)
{
  Table *table = g_new0 (Table, 1);
  for (int pos = 0; pos < BEL_WN_N_POS; pos++)
    table->by_offset[pos] = g_hash_table_new (NULL, NULL);
  table->synsets = g_array_new (FALSE, TRUE, sizeof (BelWnSynsetRow));
  table->member_texts = g_ptr_array_new_with_free_func (g_free);
  table->pointers = g_array_new (FALSE, FALSE, sizeof (RawPointer));
  table->word_rows = g_hash_table_new (g_str_hash, g_str_equal);
  table->lemmas = g_array_new (FALSE, FALSE, sizeof (Lemma));
  table->edges = g_array_new (FALSE, FALSE, sizeof (BelWnEdge));
  table->ancestors = g_array_new (FALSE, FALSE, sizeof (BelSynset));
  return table;
}

static void
table_free (Table *table)
{
  for (int pos = 0; pos < BEL_WN_N_POS; pos++)
    g_hash_table_unref (table->by_offset[pos]);
  for (guint i = 0; i < table->lemmas->len; i++) {
    Lemma *lemma = &g_array_index (table->lemmas, Lemma, i);
    g_free (lemma->text);
    for (int pos = 0; pos < BEL_WN_N_POS; pos++)
      g_clear_pointer (&lemma->senses[pos], g_array_unref);
  }
  g_array_unref (table->synsets);
  g_ptr_array_unref (table->member_texts);
  g_array_unref (table->pointers);
  g_hash_table_unref (table->word_rows);
  g_array_unref (table->lemmas);
  g_array_unref (table->edges);
  g_array_unref (table->ancestors);
  g_free (table);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    die ("usage: mkwordnet FOLDER OUT", "arguments");
  Table *table = table_new ();
  read_all (table, argv[1]);
  make_edges (table);
  make_ancestors (table);
  sort_lemmas (table);
  write_all (table, argv[2]);
  table_free (table);
  return 0;
}
