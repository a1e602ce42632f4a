/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/recase.h"

#include <string.h>

#define LEAST_WORDS 5u
#define MOST_WORDS 16u
#define ONE_IN 3u        /* of the sentences that could be headlines */
#define LONGEST_SMALL 3u /* letters of a preposition or conjunction without a capital */

char *
recase_word (const char *form, const char *pos)
{
  char *out = g_strdup (form);
  gboolean joins = g_str_equal (pos, "ADP") || g_str_equal (pos, "CCONJ"), the = g_str_equal (form, "the");
  gboolean article = g_str_equal (pos, "DET") || g_str_equal (pos, "PART");
  gboolean small = joins ? strlen (form) <= LONGEST_SMALL : article && (the || strlen (form) <= 2);
  if (!small)
    out[0] = g_ascii_toupper (out[0]);
  return out;
}

/* A statement of some length with a subject, and a stop at its end. */
static gboolean
could_be_headline (const TrainSentence *sentence)
{
  gboolean subject = FALSE, verb = FALSE;
  if (sentence->n < LEAST_WORDS || sentence->n > MOST_WORDS || strcmp (sentence->words[sentence->n - 1].form, ".") != 0)
    return FALSE;
  for (uint32_t i = 0; i < sentence->n; i++) {
    const TrainWord *word = &sentence->words[i];
    subject |= bel_dep_base (word->dep) == BEL_DEP_NSUBJ && word->pos != BEL_POS_PRON;
    verb |= word->head == 0 && word->pos == BEL_POS_VERB;
  }
  return subject && verb;
}

static void
write_headline (const TrainSentence *sentence, GString *out)
{
  for (uint32_t i = 0; i + 1 < sentence->n; i++) {
    const TrainWord *word = &sentence->words[i];
    g_autofree char *form = recase_word (word->form, bel_pos_name (word->pos));
    g_string_append_printf (out, "%u\t%s\t_\t%s\t%s\t_\t%u\t%s\t_\t_\n", i + 1, form, bel_pos_name (word->pos),
                            bel_xpos_name (word->xpos), word->head, bel_dep_name (word->dep));
  }
  g_string_append_c (out, '\n');
}

gboolean
recase_treebanks (const TrainOptions *options, Random *random, GString *out, GError **error)
{
  g_autoptr (Treebank) treebank = treebank_read (options->train, error);
  if (!treebank)
    return FALSE;
  uint32_t document = UINT32_MAX, n = 0;
  for (uint32_t s = 0; s < treebank->sentences.n; s++) {
    const TrainSentence *sentence = &treebank->sentences.items[s];
    if (!could_be_headline (sentence) || random_below (random, ONE_IN) > 0)
      continue;
    if (sentence->document != document)
      g_string_append_printf (out, "# newdoc id = recased-%u\n", document = sentence->document);
    write_headline (sentence, out);
    n++;
  }
  train_log ("%u sentences of the treebanks as headlines", n);
  return TRUE;
}
