/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* CoNLL-U out. */
#include "document/conllu.h"

/* A column holds neither tabs nor line ends, "# text" neither. */
static void
append_flat (GString *out, const char *text, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    g_string_append_c (out, text[i] == '\n' || text[i] == '\r' || text[i] == '\t' ? ' ' : text[i]);
}

static void
append_symbol (const BelDocument *document, GString *out, BelSym sym)
{
  const char *text = bel_symbols_text (document->symbols, sym);
  if (!*text)
    g_string_append_c (out, '_');
  append_flat (out, text, (uint32_t) strlen (text));
}

/* "Name=B-person" on the first word of a name, "Name=I-person" on the rest. */
static void
append_name (const BelDocument *document, GString *out, uint32_t t)
{
  const BelTokens *tokens = &document->tokens;
  if (tokens->name[t] != BEL_NAME_NONE)
    g_string_append_printf (out, "Name=%c-%s|", tokens->name_first[t] ? 'B' : 'I',
                            bel_name_type_name (tokens->name[t]));
}

static void
append_misc (const BelDocument *document, GString *out, BelSpan span, bool no_space)
{
  BelSpan source = bel_document_source_span (document, span);
  g_string_append_printf (out, "%sSpan=%u:%u\n", no_space ? "SpaceAfter=No|" : "", source.start, source.end);
}

/* "2-3	don't	_ …": the surface token of @n words from @t on. */
static void
append_surface (const BelDocument *document, GString *out, uint32_t t, uint32_t first, uint32_t n)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t last = t + n - 1;
  BelSpan span = BEL_SPAN (tokens->span[t].start, tokens->span[last].end);
  g_string_append_printf (out, "%u-%u\t", t - first + 1, last - first + 1);
  append_flat (out, bel_document_text (document, span), bel_span_length (span));
  g_string_append (out, "\t_\t_\t_\t_\t_\t_\t_\t");
  append_misc (document, out, span, !tokens->space_after[last]);
}

static void
append_word (const BelDocument *document, GString *out, uint32_t t, uint32_t first, bool inside)
{
  const BelTokens *tokens = &document->tokens;
  uint32_t head = tokens->head[t];
  g_string_append_printf (out, "%u\t", t - first + 1);
  append_symbol (document, out, tokens->form[t]);
  g_string_append_c (out, '\t');
  append_symbol (document, out, tokens->lemma[t]);
  g_string_append_printf (out, "\t%s\t%s\t", bel_pos_name (tokens->pos[t]), bel_xpos_name (tokens->xpos[t]));
  bel_feats_format (tokens->feats[t], out);
  g_string_append_printf (out, "\t%u\t%s\t_\t", head == BEL_NONE ? 0 : head - first + 1,
                          bel_dep_name (head == BEL_NONE ? BEL_DEP_ROOT : tokens->dep[t]));
  append_name (document, out, t);
  append_misc (document, out, tokens->span[t], !inside && !tokens->space_after[t]);
}

static void
append_comments (const BelDocument *document, GString *out, uint32_t s)
{
  const BelSentence *sentence = &document->sentences.items[s];
  if (document->blocks.n > 1 && (s == 0 || document->sentences.items[s - 1].block != sentence->block))
    g_string_append (out, "# newpar\n");
  if (sentence->id)
    g_string_append_printf (out, "# sent_id = %s\n", sentence->id);
  else
    g_string_append_printf (out, "# sent_id = %u\n", s + 1);
  g_string_append (out, "# text = ");
  append_flat (out, bel_document_text (document, sentence->span), bel_span_length (sentence->span));
  g_string_append_c (out, '\n');
}

static void
append_sentence (const BelDocument *document, GString *out, uint32_t s)
{
  const BelSentence *sentence = &document->sentences.items[s];
  uint32_t first = sentence->first_token, end = first + sentence->n_tokens, inside = first;
  append_comments (document, out, s);
  for (uint32_t t = first; t < end; t++) {
    uint32_t n = MIN ((uint32_t) document->tokens.mwt[t], end - t);
    if (n > 1) {
      append_surface (document, out, t, first, n);
      inside = t + n;
    }
    append_word (document, out, t, first, t < inside);
  }
  g_string_append_c (out, '\n');
}

void
bel_conllu_write (const BelDocument *document, GString *out)
{
  for (uint32_t s = 0; s < document->sentences.n; s++)
    append_sentence (document, out, s);
}
