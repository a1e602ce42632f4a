/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/train.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (train - error - quark, train_error)

void
train_log (const char *format, ...)
{
  static gint64 start;
  if (!start)
    start = g_get_monotonic_time ();
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  printf ("[%8.1fs] %s\n", (double) (g_get_monotonic_time () - start) / 1e6, message);
  fflush (stdout);
}

void
random_shuffle (Random *random, uint32_t *items, uint32_t n)
{
  for (uint32_t i = n; i > 1; i--) {
    uint32_t k = random_below (random, i), swap = items[i - 1];
    items[i - 1] = items[k];
    items[k] = swap;
  }
}

/* One word line into @word. Returns: FALSE for lines that are no words (ranges, empty nodes). */
static gboolean
read_word (Treebank *treebank, char *line, TrainWord *word, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 11);
  if (g_strv_length (columns) != 10) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "not ten columns: %s", line);
    return FALSE;
  }
  if (strpbrk (columns[0], "-."))
    return FALSE;
  BelDep dep;
  BelPos pos;
  BelXpos xpos;
  if (!bel_dep_parse (columns[7], &dep) || !bel_pos_parse (columns[3], &pos) || !bel_xpos_parse (columns[4], &xpos)) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "a tag or label that is not in the tables: %s", line);
    return FALSE;
  }
  *word = (TrainWord){ .form = bel_arena_strdup (treebank->arena, columns[1]),
                       .pos = pos,
                       .xpos = xpos,
                       .dep = dep,
                       .head = (uint16_t) atoi (columns[6]) };
  return TRUE;
}

static void
end_sentence (Treebank *treebank, GArray *words, uint8_t file)
{
  if (!words->len)
    return;
  TrainSentence sentence = { .n = words->len, .document = treebank->n_documents, .treebank = file };
  sentence.words = bel_arena_new_array (treebank->arena, TrainWord, words->len);
  memcpy (sentence.words, words->data, words->len * sizeof (TrainWord));
  bel_vec_push (treebank->arena, &treebank->sentences, sentence);
  treebank->n_words += words->len;
  g_array_set_size (words, 0);
}

static gboolean
read_text (Treebank *treebank, char *text, uint8_t file, GError **error)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (TrainWord));
  for (char *line = text, *next; line; line = next) {
    next = strchr (line, '\n');
    if (next)
      *next++ = '\0';
    g_strchomp (line);
    if (!*line) {
      end_sentence (treebank, words, file);
    } else if (*line == '#') {
      if (g_str_has_prefix (line, "# newdoc"))
        treebank->n_documents++;
    } else {
      TrainWord word;
      GError *inner = NULL;
      if (read_word (treebank, line, &word, &inner))
        g_array_append_val (words, word);
      if (inner) {
        g_propagate_error (error, inner);
        return FALSE;
      }
    }
  }
  end_sentence (treebank, words, file);
  return TRUE;
}

Treebank *
treebank_read (char **paths, GError **error)
{
  g_autoptr (Treebank) treebank = g_new0 (Treebank, 1);
  treebank->arena = bel_arena_new ();
  for (uint8_t file = 0; paths && paths[file]; file++) {
    g_autofree char *text = NULL;
    gsize n_bytes;
    if (!g_file_get_contents (paths[file], &text, &n_bytes, error))
      return NULL;
    g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, n_bytes);
    uint32_t before = treebank->n_words;
    treebank->n_documents++;
    if (!read_text (treebank, text, file, error))
      return NULL;
    train_log ("%s: %u words, sha256 %s", paths[file], treebank->n_words - before, sum);
    treebank->n_treebanks++;
  }
  return g_steal_pointer (&treebank);
}

void
treebank_free (Treebank *treebank)
{
  if (!treebank)
    return;
  bel_arena_free (treebank->arena);
  g_free (treebank);
}

void
treebank_look_up (Treebank *treebank, const BelLexicon *lexicon)
{
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    TrainSentence *sentence = &treebank->sentences.items[s];
    for (uint32_t i = 0; i < sentence->n; i++) {
      const char *form = sentence->words[i].form;
      bel_word_init (&sentence->words[i].word, lexicon, form, strlen (form));
    }
  }
}

BelModel *
train_open (const TrainOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = bel_file_map (options->model, error);
  return bytes ? bel_model_new (bytes, options->model, error) : NULL;
}

gboolean
train_put (const TrainOptions *options, const char *tag, GByteArray *section, GError **error)
{
  BelModelPart part = { .data = section->data, .n_bytes = section->len };
  memcpy (part.tag, tag, sizeof part.tag);
  train_log ("section %s: %u bytes", tag, section->len);
  return bel_model_put (options->model, &part, error);
}

gboolean
train_merge (const TrainOptions *options, GError **error)
{
  if (!options->from) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "--from is needed");
    return FALSE;
  }
  g_autoptr (GBytes) bytes = bel_file_map (options->from, error);
  g_autoptr (BelModel) from = bytes ? bel_model_frame (bytes, options->from, error) : NULL;
  g_autoptr (BelModel) model = from ? train_open (options, error) : NULL;
  if (!model)
    return FALSE;
  for (uint32_t i = 0; i < from->header->n_sections; i++) {
    BelModelPart part
        = { .data = (const char *) from->header + from->table[i].offset, .n_bytes = from->table[i].n_bytes };
    memcpy (part.tag, from->table[i].tag, sizeof part.tag);
    if (bel_model_section (model, part.tag, &(size_t){ 0 }))
      continue;
    train_log ("section %.4s: %zu bytes", part.tag, part.n_bytes);
    if (!bel_model_put (options->model, &part, error))
      return FALSE;
  }
  return TRUE;
}
