/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/extract.h"
#include "report/json-claim.h"

void
bel_extract_jsonl (const BelClaims *claims, GString *out)
{
  BelJson json;
  bel_json_init (&json, out, 0);
  for (uint32_t i = 0; i < claims->claims.n; i++) {
    bel_json_claim (&json, NULL, claims, i, true);
    g_string_append_c (out, '\n');
  }
}

void
bel_extract_attributions (const BelClaims *claims, GString *out)
{
  BelJson json;
  bel_json_init (&json, out, 0);
  for (uint32_t i = 0; i < claims->attributions.n; i++) {
    if (claims->attributions.items[i].parent != BEL_NONE)
      continue; /* stands in its parent's "inner" */
    if (claims->attributions.items[i].anaphoric && claims->attributions.items[i].content_heads.n == 0)
      continue; /* the second reading of a verdict: the first one stands here already */
    bel_json_attribution (&json, claims, i);
    g_string_append_c (out, '\n');
  }
}
