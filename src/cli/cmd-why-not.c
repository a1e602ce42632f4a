/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* belie why-not: two places of a draft that are not reported, and rule by rule the first condition that failed. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* "c12", as "belie extract" numbers claims. */
static gboolean
find_claim (const BelClaims *claims, const char *word, BelClaimRef *out)
{
  char *end;
  if (word[0] != 'c' || !g_ascii_isdigit (word[1]))
    return FALSE;
  guint64 id = g_ascii_strtoull (word + 1, &end, 10);
  if (*end || id >= claims->claims.n)
    return FALSE;
  out->claim = (uint32_t) id;
  out->span = claims->claims.items[id].span;
  return TRUE;
}

/* A line of the file. */
static gboolean
find_line (const BelClaims *claims, const char *word, BelClaimRef *out)
{
  BelDocument *document = claims->document;
  char *end;
  guint64 line = g_ascii_strtoull (word, &end, 10);
  if (*end || !line)
    return FALSE;
  out->span = BEL_SPAN (UINT32_MAX, 0);
  for (uint32_t i = 0; i < document->sentences.n; i++) {
    BelSpan span = document->sentences.items[i].span;
    uint32_t first = bel_document_position (document, bel_document_source_span (document, span).start).line1;
    uint32_t last = bel_document_position (document, bel_document_source_span (document, span).end).line1;
    if (first > line || last < line)
      continue;
    out->span = bel_span_is_empty (out->span) ? span : bel_span_union (out->span, span);
  }
  return !bel_span_is_empty (out->span);
}

/* Words as they stand there. */
static gboolean
find_words (const BelClaims *claims, const char *word, BelClaimRef *out)
{
  const char *text = claims->document->text, *at = *word ? g_strstr_len (text, claims->document->n_text, word) : NULL;
  if (at)
    out->span = BEL_SPAN ((uint32_t) (at - text), (uint32_t) (at - text + (gssize) strlen (word)));
  return at != NULL;
}

static gboolean
find_place (const BelClaims *claims, const char *word, BelClaimRef *out)
{
  *out = (BelClaimRef){ .claim = BEL_NONE };
  if (find_claim (claims, word, out) || find_line (claims, word, out) || find_words (claims, word, out))
    return TRUE;
  bel_cli_error ("'%s' is no claim (c12), no line with a sentence and no words of the draft", word);
  return FALSE;
}

int
bel_cmd_why_not (int argc, char **argv)
{
  g_autofree char *input_name = NULL;
  const BelBound bound[] = { { "input", &input_name } };
  BelInput input;
  if (!bel_cli_parse (&argc, &argv, "why-not", bound, G_N_ELEMENTS (bound), NULL)
      || !bel_cli_input (input_name, NULL, &input))
    return BEL_EXIT_ERROR;
  if (argc != 4) {
    bel_cli_error ("why-not takes a file and two places; see 'belie why-not --help'");
    return BEL_EXIT_ERROR;
  }
  g_autoptr (BelEngine) engine = bel_cli_engine ();
  BelClaims *claims;
  gboolean good;
  g_autoptr (BelDocument) document = engine ? bel_cli_read (engine, argv[1], input, &claims, &good) : NULL;
  BelClaimRef a, b;
  if (!document || !find_place (claims, argv[2], &a) || !find_place (claims, argv[3], &b))
    return BEL_EXIT_ERROR;
  BelCompareOptions options = {
    .scope = BEL_SCOPE_FILE,
    .gazetteer = bel_engine_gazetteer (engine),
    .wordnet = bel_engine_wordnet (engine),
  };
  g_autoptr (GString) out = g_string_new (NULL);
  if (!bel_conflicts_why_not (bel_engine_program (engine), &claims, 1, &options, &a, &b, out)) {
    bel_cli_error ("nothing that can be compared is read from one of the two places");
    return BEL_EXIT_ERROR;
  }
  return bel_cli_write (out) ? BEL_EXIT_OK : BEL_EXIT_ERROR;
}
