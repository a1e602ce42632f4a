/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Every reader: the first byte picks the format, the rest is the file. What a reader hands on must hold: blocks
 * in order inside the visible text, and every span of them inside the source. */
#include "fuzz.h"

#include "document/reader.h"

static void
check_document (const BelDocument *document)
{
  uint32_t before = 0;
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    BelSpan span = document->blocks.items[i].span;
    g_assert (span.start <= span.end && span.end <= document->n_text);
    g_assert (span.start >= before);
    before = span.start;
    for (uint32_t at = span.start; at < span.end; at++) {
      BelSpan source = bel_document_source_span (document, BEL_SPAN (at, at + 1));
      g_assert (source.start <= source.end && source.end <= document->n_source);
    }
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  if (n_bytes < 1)
    return 0;
  BelInput input = data[0] % (BEL_INPUT_CONLLU_ALL + 1);
  g_autofree char *copy = g_malloc (n_bytes);
  memcpy (copy, data + 1, n_bytes - 1);
  copy[n_bytes - 1] = 0;
  g_autoptr (GBytes) whole = g_bytes_new_take (g_steal_pointer (&copy), n_bytes);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n_bytes - 1);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_document_new (NULL, "fuzz", bytes);
  if (bel_document_read (document, input, diags, NULL))
    check_document (document);
  return 0;
}
