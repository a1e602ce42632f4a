/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "trees.h"

#include <stdlib.h>
#include <string.h>

static void
set_token (BelDocument *document, uint32_t t, uint32_t first, char **fields)
{
  BelTokens *tokens = &document->tokens;
  BelPos pos = 0;
  BelDep dep = 0;
  uint32_t head = (uint32_t) atoi (fields[3]);
  g_assert_true (bel_pos_parse (fields[2], &pos) && bel_dep_parse (fields[4], &dep));
  tokens->form[t] = bel_symbols_intern_str (document->symbols, fields[0]);
  tokens->lower[t] = bel_symbols_intern_lower (document->symbols, fields[0], strlen (fields[0]));
  tokens->lemma[t] = bel_symbols_intern_str (document->symbols, fields[1]);
  tokens->pos[t] = (uint8_t) pos;
  tokens->dep[t] = (uint8_t) dep;
  tokens->head[t] = head ? first + head - 1 : BEL_NONE;
  if (g_str_has_suffix (fields[0], "ed") && pos == BEL_POS_VERB)
    tokens->feats[t] = bel_feats_set (0, BEL_FEAT_TENSE, BEL_TENSE_PAST);
  tokens->space_after[t] = 1;
}

static char *
plain_text (char **lines)
{
  GString *text = g_string_new (NULL);
  for (; *lines; lines++) {
    g_auto (GStrv) words = g_strsplit (*lines, " ", -1);
    for (char **w = words; *w && **w; w++) {
      g_string_append_len (text, *w, (gssize) strcspn (*w, "/"));
      g_string_append_c (text, ' ');
    }
  }
  return g_string_free (text, FALSE);
}

BelDocument *
bel_test_trees (BelSymbols *symbols, const char *trees)
{
  g_auto (GStrv) lines = g_strsplit (trees, "\n", -1);
  g_autofree char *text = plain_text (lines);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text) + 1);
  BelDocument *document = bel_document_new (symbols, "test", bytes);
  document->n_text = document->n_source = (uint32_t) strlen (text);
  uint32_t n = 0, t = 0, at = 0;
  for (const char *c = text; *c; c++)
    n += *c == ' ';
  bel_document_alloc_tokens (document, n);
  for (char **line = lines; *line; line++) {
    g_auto (GStrv) words = g_strsplit (*line, " ", -1);
    BelSentence *sentence = bel_vec_add (document->arena, &document->sentences);
    sentence->first_token = t;
    sentence->span.start = at;
    for (char **w = words; *w && **w; w++, t++) {
      g_auto (GStrv) fields = g_strsplit (*w, "/", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, 5);
      set_token (document, t, sentence->first_token, fields);
      document->tokens.sentence[t] = document->sentences.n - 1;
      document->tokens.span[t] = BEL_SPAN (at, at + (uint32_t) strlen (fields[0]));
      at += (uint32_t) strlen (fields[0]) + 1;
    }
    sentence->n_tokens = t - sentence->first_token;
    sentence->span.end = at;
  }
  bel_document_index_children (document);
  return document;
}
