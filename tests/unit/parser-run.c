/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The shipped model at work: plain sentences, the same trees on every path and in every thread, hostile input. */
#include "test-parser.h"

#include "document/conllu.h"
#include "syntax/model-private.h"

#include <string.h>

static BelModel *
open_model (void)
{
  const char *source = g_getenv ("BELIE_SOURCE");
  g_autofree char *path = g_build_filename (source ? source : ".", "models", "english.bel", NULL);
  g_autoptr (GError) error = NULL;
  BelModel *model = bel_model_open (path, &error);
  ck_assert_msg (model != NULL, "%s", error ? error->message : "");
  return model;
}

/* @words, one sentence a line, as a document that is not parsed yet. */
static BelDocument *
words_document (const char *words)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) forms = g_strsplit (*line, " ", -1);
    for (guint i = 0; forms[i]; i++)
      g_string_append_printf (text, "%u\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", i + 1, forms[i]);
    g_string_append_c (text, '\n');
  }
  gsize n = text->len;
  g_autoptr (GBytes) whole = g_bytes_new_take (g_string_free (text, FALSE), n + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  BelDocument *document = bel_document_new (NULL, "test", bytes);
  ck_assert (bel_conllu_read (document, BEL_CONLLU_WORDS, diags));
  return document;
}

/* What news asks of trees. Head 0 is the root, words count from 1. */
static const struct {
  const char *words;
  uint32_t word, head;
  const char *dep, *pos;
} SENTENCES[] = {
  { "The mayor denied that the bridge was closed .", 3, 0, "root", "VERB" },
  { "The mayor denied that the bridge was closed .", 2, 3, "nsubj", "NOUN" },
  { "The mayor denied that the bridge was closed .", 8, 3, "ccomp", "VERB" },
  { "The mayor denied that the bridge was closed .", 6, 8, "nsubj:pass", "NOUN" },
  { "The two ministers did not meet in Geneva on Friday .", 6, 0, "root", "VERB" },
  { "The two ministers did not meet in Geneva on Friday .", 5, 6, "advmod", "PART" },
  { "The two ministers did not meet in Geneva on Friday .", 8, 6, "obl", "PROPN" },
  { "Three people were killed by the flood , police said .", 4, 10, "ccomp", "VERB" },
  { "Three people were killed by the flood , police said .", 9, 10, "nsubj", "NOUN" },
  { "She bought apples and pears .", 5, 3, "conj", "NOUN" },
  { "Anna Berg , the head of the bank , resigned .", 5, 1, "appos", "NOUN" },
  { "Mayor Says Bridge Will Close After Crash", 2, 0, "root", "VERB" },
  { "Mayor Says Bridge Will Close After Crash", 4, 5, "aux", "AUX" },
  { "Envoy Met Owner of Harbour Firm", 1, 2, "nsubj", "NOUN" },
  { "Envoy Met Owner of Harbour Firm", 3, 2, "obj", "NOUN" },
};

START_TEST (plain_sentences_are_parsed)
{
  g_autoptr (BelModel) model = open_model ();
  g_autoptr (BelDocument) document = words_document (SENTENCES[_i].words);
  bel_syntax_annotate (model, document);
  uint32_t t = SENTENCES[_i].word - 1, head = document->tokens.head[t];
  ck_assert_uint_eq (head == BEL_NONE ? 0 : head + 1, SENTENCES[_i].head);
  ck_assert_str_eq (bel_dep_name (document->tokens.dep[t]), SENTENCES[_i].dep);
  ck_assert_str_eq (bel_pos_name (document->tokens.pos[t]), SENTENCES[_i].pos);
}
END_TEST

static const char STORY[]
    = "The mayor of Eastport denied on Tuesday that the old bridge had been closed .\n"
      "“ We never closed it , ” she told reporters , “ and we have no plans to . ”\n"
      "Engineers , however , say that at least 12 of its 40 cables are worn .\n"
      "No\n"
      "A spokesman for the ministry , Jan Kowalczyk , neither confirmed nor denied the report , which was first "
      "published by a local newspaper and then , after two days of silence , repeated by national television .\n"
      "http://example.org/a?b=c 3.14159 ÜBERGRÖẞE naïve co-operation don't ……… 😀 x\n"
      "In 2019 , prices rose 4.5 % , to $ 2.3bn , from $ 2.2bn a year earlier , according to the bank 's own figures .";

typedef struct {
  uint8_t *bytes;
  size_t n;
} Columns;

static Columns
parse_story (const BelModel *model)
{
  g_autoptr (BelDocument) document = words_document (STORY);
  bel_syntax_annotate (model, document);
  const BelTokens *tokens = &document->tokens;
  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) tokens->head, tokens->n * 4);
  g_byte_array_append (out, tokens->dep, tokens->n);
  g_byte_array_append (out, tokens->pos, tokens->n);
  g_byte_array_append (out, tokens->xpos, tokens->n);
  g_byte_array_append (out, tokens->arc_score, tokens->n);
  size_t n = out->len;
  return (Columns){ g_byte_array_free (out, FALSE), n };
}

START_TEST (every_path_gives_the_same_trees)
{
  g_autoptr (BelModel) model = open_model ();
  const BelKernels *kernels;
  int usable;
  model->kernels = bel_kernels_get (0, &usable);
  Columns plain = parse_story (model);
  for (unsigned kind = 1; (kernels = bel_kernels_get (kind, &usable)); kind++) {
    if (!usable)
      continue;
    model->kernels = kernels;
    Columns other = parse_story (model);
    ck_assert_uint_eq (other.n, plain.n);
    ck_assert_msg (memcmp (other.bytes, plain.bytes, plain.n) == 0, "%s gives other trees", kernels->name);
    g_free (other.bytes);
  }
  g_free (plain.bytes);
}
END_TEST

static gpointer
parse_in_thread (gpointer data)
{
  Columns *columns = g_new (Columns, 1);
  *columns = parse_story (data);
  return columns;
}

START_TEST (threads_share_a_model)
{
  g_autoptr (BelModel) model = open_model ();
  Columns here = parse_story (model);
  GThread *threads[4];
  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("parse", parse_in_thread, model);
  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++) {
    Columns *there = g_thread_join (threads[i]);
    ck_assert_mem_eq (there->bytes, here.bytes, here.n);
    g_free (there->bytes);
    g_free (there);
  }
  g_free (here.bytes);
}
END_TEST

/* The tree of a sentence must not depend on which sentences go through the network with it. */
START_TEST (sentences_do_not_touch_each_other)
{
  g_autoptr (BelModel) model = open_model ();
  g_autoptr (BelDocument) whole = words_document (STORY);
  bel_syntax_annotate (model, whole);
  g_auto (GStrv) lines = g_strsplit (STORY, "\n", -1);
  uint32_t first = 0;
  for (char **line = lines; *line; line++) {
    g_autoptr (BelDocument) one = words_document (*line);
    bel_syntax_annotate (model, one);
    for (uint32_t t = 0; t < one->tokens.n; t++) {
      uint32_t head = one->tokens.head[t];
      ck_assert_uint_eq (whole->tokens.head[first + t], head == BEL_NONE ? BEL_NONE : first + head);
      ck_assert_uint_eq (whole->tokens.arc_score[first + t], one->tokens.arc_score[t]);
    }
    first += one->tokens.n;
  }
  ck_assert_uint_eq (first, whole->tokens.n);
}
END_TEST

static void
check_trees (const BelDocument *document)
{
  for (uint32_t s = 0; s < document->sentences.n; s++) {
    const BelSentence *sentence = &document->sentences.items[s];
    uint32_t end = sentence->first_token + sentence->n_tokens, n_roots = 0;
    for (uint32_t t = sentence->first_token; t < end; t++) {
      uint32_t head = document->tokens.head[t], steps = 0;
      n_roots += head == BEL_NONE;
      ck_assert (head == BEL_NONE || (head >= sentence->first_token && head < end));
      ck_assert ((head == BEL_NONE) == (document->tokens.dep[t] == BEL_DEP_ROOT));
      for (uint32_t up = t; up != BEL_NONE && steps <= sentence->n_tokens; up = document->tokens.head[up])
        steps++;
      ck_assert_uint_le (steps, sentence->n_tokens);
    }
    ck_assert_uint_eq (n_roots, sentence->n_tokens > 0);
  }
}

static const struct {
  const char *word;
  uint32_t n;
} LONG[] = { { "very", 399 }, { "the", 400 }, { "and", 401 }, { "Buffalo", 801 }, { ",", 1500 }, { "x", 1 } };

START_TEST (long_sentences_are_parsed)
{
  g_autoptr (BelModel) model = open_model ();
  g_autoptr (GString) words = g_string_new (LONG[_i].word);
  for (uint32_t i = 1; i < LONG[_i].n; i++)
    g_string_append_printf (words, " %s", LONG[_i].word);
  g_autoptr (BelDocument) document = words_document (words->str);
  bel_syntax_annotate (model, document);
  ck_assert_uint_eq (document->tokens.n, LONG[_i].n);
  check_trees (document);
}
END_TEST

START_TEST (an_empty_document_is_parsed)
{
  g_autoptr (BelModel) model = open_model ();
  g_autoptr (GBytes) bytes = g_bytes_new ("", 0);
  g_autoptr (BelDocument) document = bel_document_new (NULL, "empty", bytes);
  bel_document_alloc_tokens (document, 0);
  bel_syntax_annotate (model, document);
  ck_assert_uint_eq (document->tokens.n, 0);
}
END_TEST

void
bel_test_parser_run (Suite *suite)
{
  TCase *tcase = tcase_create ("run");
  tcase_add_loop_test (tcase, plain_sentences_are_parsed, 0, (int) G_N_ELEMENTS (SENTENCES));
  tcase_add_test (tcase, every_path_gives_the_same_trees);
  tcase_add_test (tcase, threads_share_a_model);
  tcase_add_test (tcase, sentences_do_not_touch_each_other);
  tcase_add_loop_test (tcase, long_sentences_are_parsed, 0, (int) G_N_ELEMENTS (LONG));
  tcase_add_test (tcase, an_empty_document_is_parsed);
  tcase_set_timeout (tcase, 120);
  suite_add_tcase (suite, tcase);
}
