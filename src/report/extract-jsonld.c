/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* schema.org/Claim: what is claimed, by whom, and where it appears. A named source is the claim's author; what the draft says
 * itself, or a source it does not name, has none. https://schema.org/Claim */
#include "report/extract.h"
#include "report/json-writer.h"

#include <string.h>

static const BelAttribution *
innermost (const BelClaims *claims, const BelClaim *claim)
{
  return claim->attribution == BEL_NONE ? NULL : &claims->attributions.items[claim->attribution];
}

static const char *
author_type (const BelClaims *claims, const BelAttribution *a)
{
  if (a->source_entity == BEL_NONE)
    return "Thing";
  switch (claims->entities.items[a->source_entity].type) {
  case BEL_NAME_PERSON:
    return "Person";
  case BEL_NAME_ORG:
    return "Organization";
  default:
    return "Thing";
  }
}

/* Who denies a claim is not its author. */
static void
write_denial (BelJson *json, const BelSheetRow *row)
{
  const char *words = bel_sheet_stance_words (row->stance);
  if (words)
    bel_json_printf (json, "disambiguatingDescription", "%s by %s", words,
                     row->source ? row->source : "the draft itself");
}

static void
write_author (BelJson *json, const BelClaims *claims, const BelClaim *claim)
{
  const BelAttribution *a = innermost (claims, claim);
  if (a && bel_sheet_stance_words (bel_stance_name (a->stance)))
    return;
  if (!a || a->anonymous || bel_span_is_empty (a->source))
    return;
  bel_json_object (json, "author");
  bel_json_string (json, "@type", author_type (claims, a));
  bel_json_text (json, "name", bel_document_text (claims->document, a->source), bel_span_length (a->source));
  bel_json_end (json);
}

static void
write_appearance (BelJson *json, const BelClaims *claims, const BelSheetRow *row)
{
  bel_json_object (json, "appearance");
  bel_json_string (json, "@type", "CreativeWork");
  bel_json_string (json, "name", claims->document->name);
  bel_json_printf (json, "position", "line %u, column %u", row->position.line1, row->position.col_chars1);
  bel_json_text (json, "text", bel_document_text (claims->document, row->claim->span),
                 bel_span_length (row->claim->span));
  bel_json_end (json);
}

void
bel_extract_jsonld (const BelClaims *claims, GString *out)
{
  BelJson json;
  GArray *rows = bel_sheet_rows (claims);
  bel_json_init (&json, out, 3);
  bel_json_object (&json, NULL);
  bel_json_string (&json, "@context", "https://schema.org");
  bel_json_array (&json, "@graph");
  for (guint i = 0; i < rows->len; i++) {
    const BelSheetRow *row = &g_array_index (rows, BelSheetRow, i);
    bel_json_object (&json, NULL);
    bel_json_string (&json, "@type", "Claim");
    bel_json_printf (&json, "@id", "#c%u", row->claim->id);
    bel_json_string (&json, "text", row->text);
    write_author (&json, claims, row->claim);
    write_denial (&json, row);
    write_appearance (&json, claims, row);
    bel_json_end (&json);
  }
  bel_json_end (&json);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
  bel_sheet_free (rows);
}
