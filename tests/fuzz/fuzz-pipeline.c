/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Plain text all the way: words, trees, claims, conflicts. $BELIE_DATADIR, or the build folder, has the data. */
#include "fuzz.h"

#include "engine/engine.h"

typedef struct {
  BelEngine *engine;
  BelDiags *diags;
} Once;

/* libFuzzer gives a target no place of its own to keep what is made once. */
static const BelEngine *
engine_once (void)
{
  static Once once;
  if (!once.engine) {
    g_autofree char *data = bel_engine_find_data ();
    once.diags = bel_diags_new ();
    once.engine = bel_engine_new (data, once.diags, NULL);
    g_assert (once.engine != NULL);
  }
  return once.engine;
}

static void
check_claims (const BelClaims *claims)
{
  const BelDocument *document = claims->document;
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    const BelClaim *claim = &claims->claims.items[i];
    g_assert (claim->span.start <= claim->span.end && claim->span.end <= document->n_text);
    g_assert (claim->head < document->tokens.n);
    g_assert (claim->attribution == BEL_NONE || claim->attribution < claims->attributions.n);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes)
{
  const BelEngine *engine = engine_once ();
  g_autofree char *copy = g_malloc (n_bytes + 1);
  memcpy (copy, data, n_bytes);
  copy[n_bytes] = 0;
  g_autoptr (GBytes) whole = g_bytes_new_take (g_steal_pointer (&copy), n_bytes + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n_bytes);
  g_autoptr (BelDiags) diags = bel_diags_new ();
  g_autoptr (BelDocument) document = bel_engine_read_bytes (engine, "fuzz", bytes, BEL_INPUT_TEXT, diags, NULL);
  if (!document)
    return 0;
  bel_engine_parse (engine, document, BEL_INPUT_TEXT, diags);
  BelClaims *claims = bel_engine_extract (engine, document);
  check_claims (claims);
  BelCompareOptions options = { .scope = BEL_SCOPE_FILE, .wordnet = bel_engine_wordnet (engine) };
  g_autoptr (BelFindings) findings = bel_conflicts_find (bel_engine_program (engine), &claims, 1, &options);
  g_assert (findings != NULL);
  return 0;
}
