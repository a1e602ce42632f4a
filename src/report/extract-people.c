/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Claims for people: by source, and as a sheet to tick off. */
#include "report/escape.h"
#include "report/extract.h"

#include <string.h>

/* -- text by source -------------------------------------------------------------------------- */

/* "Mayor Ana Roe" and "the mayor" are one. */
static bool
same_source (const BelSheetRow *a, const BelSheetRow *b)
{
  if (a->source_entity != BEL_NONE && a->source_entity == b->source_entity)
    return true;
  return g_strcmp0 (a->source, b->source) == 0;
}

static void
append_group (GArray *rows, guint first, bool *shown, GString *out)
{
  const BelSheetRow *head = &g_array_index (rows, BelSheetRow, first);
  g_string_append_printf (out, "%s\n", head->source ? head->source : "The draft itself");
  for (guint i = first; i < rows->len; i++) {
    const BelSheetRow *row = &g_array_index (rows, BelSheetRow, i);
    if (shown[i] || !same_source (row, head))
      continue;
    shown[i] = true;
    const char *words = bel_sheet_stance_words (row->stance);
    g_string_append_printf (out, "  %u:%u  %s%s%s\n", row->position.line1, row->position.col_chars1, words ? words : "",
                            words ? ": " : "", row->text);
  }
}

void
bel_extract_text (const BelClaims *claims, GString *out)
{
  GArray *rows = bel_sheet_rows (claims);
  g_autofree bool *shown = g_new0 (bool, rows->len + 1);
  g_string_append_printf (out, "%s: %u claims\n", claims->document->name, rows->len);
  for (guint i = 0; i < rows->len; i++)
    if (!shown[i]) {
      g_string_append_c (out, '\n');
      append_group (rows, i, shown, out);
    }
  bel_sheet_free (rows);
}

/* -- sheets ---------------------------------------------------------------------------------- */

void
bel_extract_csv (const BelClaims *claims, GString *out)
{
  GArray *rows = bel_sheet_rows (claims);
  for (guint i = 0; i < rows->len; i++) {
    const BelSheetRow *row = &g_array_index (rows, BelSheetRow, i);
    bel_csv_append_cell (out, "", true);
    bel_csv_append_cell (out, row->text, false);
    bel_csv_append_cell (out, row->source ? row->source : "the draft itself", false);
    bel_csv_append_cell (out, row->stance, false);
    bel_csv_append_cell (out, bel_polarity_name (row->claim->polarity), false);
    bel_csv_append_cell (out, bel_certainty_name (row->claim->certainty), false);
    bel_csv_append_cell (out, claims->document->name, false);
    g_string_append_printf (out, ",%u,%u", row->position.line1, row->position.col_chars1);
    bel_csv_append_cell (out, "", false);
    g_string_append (out, "\r\n");
  }
  bel_sheet_free (rows);
}

void
bel_extract_markdown (const BelClaims *claims, GString *out)
{
  GArray *rows = bel_sheet_rows (claims);
  g_string_append (out, "## ");
  bel_markdown_append (out, claims->document->name);
  g_string_append (out, "\n\n| ☐ | Claim | Source | Line |\n|---|---|---|---|\n");
  for (guint i = 0; i < rows->len; i++) {
    const BelSheetRow *row = &g_array_index (rows, BelSheetRow, i);
    g_string_append (out, "| ☐ | ");
    bel_markdown_append (out, row->text);
    g_string_append (out, " | ");
    const char *words = bel_sheet_stance_words (row->stance);
    g_string_append_printf (out, "%s%s", words ? words : "", words ? " by " : "");
    bel_markdown_append (out, row->source ? row->source : "the draft itself");
    g_string_append_printf (out, " | %u |\n", row->position.line1);
  }
  g_string_append_c (out, '\n');
  bel_sheet_free (rows);
}
