/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/html-private.h"

#include <string.h>

void
bel_html_append_text (const BelHtmlPage *page, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  bel_report_append_clean (clean, text, strlen (text));
  bel_report_append_xml (page->out, clean->str);
}

void
bel_html_append_span (GString *out, const BelDocument *document, BelSpan span)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  bel_report_append_clean (clean, bel_document_text (document, span), bel_span_length (span));
  bel_report_append_xml (out, clean->str);
}

/* -- quotes ---------------------------------------------------------------------------------- */

void
bel_html_append_quote (GString *out, const BelEnd *end)
{
  BelSpan around = bel_report_sentence (end);
  g_string_append (out, "<blockquote>");
  BelSpan mark = bel_report_mark (end);
  bel_html_append_span (out, end->document, BEL_SPAN (around.start, mark.start));
  g_string_append (out, "<mark>");
  bel_html_append_span (out, end->document, mark);
  g_string_append (out, "</mark>");
  bel_html_append_span (out, end->document, BEL_SPAN (mark.end, around.end));
  g_string_append (out, "</blockquote>");
}

/* -- who did what ---------------------------------------------------------------------------- */

typedef enum { ROW_WHO, ROW_DID, ROW_WHOM, ROW_HOW_MANY, ROW_WHEN, ROW_WHERE, N_ROWS } Row;

static void
append_phrase (GString *out, const BelDocument *document, BelSpan span)
{
  if (bel_span_is_empty (span))
    return;
  g_string_append (out, out->len ? "; " : "");
  bel_html_append_span (out, document, span);
}

/* Whether the text of @inner stands somewhere in that of @outer. */
static bool
holds_text (const BelDocument *document, BelSpan outer, BelSpan inner)
{
  uint32_t n = bel_span_length (inner);
  for (uint32_t at = outer.start; at + n <= outer.end; at++)
    if (memcmp (document->text + at, document->text + inner.start, n) == 0)
      return true;
  return false;
}

/* A participant, and whom it stands for where that is another name: "the engineer (Bo Lind)". */
static void
append_slot (GString *out, const BelEnd *end, const BelSlot *slot)
{
  append_phrase (out, end->document, slot->span);
  if (bel_span_is_empty (slot->span) || slot->entity >= end->claims->entities.n)
    return;
  const BelEntity *entity = &end->claims->entities.items[slot->entity];
  if (!entity->named || bel_span_is_empty (entity->name) || holds_text (end->document, slot->span, entity->name)
      || holds_text (end->document, entity->name, slot->span))
    return;
  g_string_append (out, " (");
  bel_html_append_span (out, end->document, entity->name);
  g_string_append (out, ")");
}

static void
append_predicate (GString *out, const BelEnd *end)
{
  const BelClaim *claim = end->claim;
  bool denied
      = claim->attribution != BEL_NONE && end->claims->attributions.items[claim->attribution].stance == BEL_STANCE_DENY;
  g_string_append (out, claim->polarity == BEL_POLARITY_NEGATIVE ? "not: " : "");
  bel_html_append_span (out, end->document, claim->predicate);
  g_string_append (out, denied ? " (denied)" : "");
}

/* The row that an argument answers. */
static Row
row_of (BelRole role)
{
  switch (role) {
  case BEL_ROLE_QUANTITY:
    return ROW_HOW_MANY;
  case BEL_ROLE_TIME:
    return ROW_WHEN;
  case BEL_ROLE_PLACE:
    return ROW_WHERE;
  case BEL_ROLE_RECIPIENT:
  case BEL_ROLE_COMPANION:
  case BEL_ROLE_COMPLEMENT:
  case BEL_ROLE_OTHER:
    return ROW_WHOM;
  default:
    return N_ROWS;
  }
}

/* "met with Lang, according to an official": who says it stands above, and takes no part in it. */
static bool
is_source (const BelEnd *end, BelSpan span)
{
  for (uint32_t i = end->claim->attribution; i != BEL_NONE; i = end->claims->attributions.items[i].parent)
    if (bel_span_overlaps (end->claims->attributions.items[i].source, span))
      return true;
  return false;
}

static void
append_arguments (GString *out, const BelEnd *end, Row row)
{
  for (uint32_t i = 0; i < end->claim->arguments.n; i++)
    if (row_of (end->claim->arguments.items[i].role) == row
        && !is_source (end, end->claim->arguments.items[i].slot.span))
      append_phrase (out, end->document, end->claim->arguments.items[i].slot.span);
}

/* Numbers within the claim that are no argument of their own: "Twelve people died". */
static void
append_numbers (GString *out, const BelEnd *end)
{
  for (uint32_t i = 0; !out->len && i < end->claims->quantities.n; i++) {
    const BelQuantity *quantity = &end->claims->quantities.items[i];
    if (bel_span_contains (end->claim->span, quantity->span))
      append_phrase (out, end->document, quantity->span);
  }
}

/* What stands in one cell: the spans of a claim that answer the row's question. Returns: (transfer full) */
static char *
cell_of (const BelEnd *end, Row row)
{
  const BelClaim *claim = end->claim;
  GString *out = g_string_new (NULL);
  if (row == ROW_WHO)
    append_slot (out, end, &claim->subject);
  else if (row == ROW_DID)
    append_predicate (out, end);
  else if (row == ROW_WHOM)
    append_slot (out, end, &claim->object);
  append_arguments (out, end, row);
  if (row == ROW_HOW_MANY)
    append_numbers (out, end);
  return g_string_free (out, FALSE);
}

/* Whether the words in which the end differs stand in the row. */
static bool
has_words (const BelEnd *end, Row row)
{
  const BelClaim *claim = end->claim;
  for (uint32_t i = 0; i < claim->arguments.n; i++)
    if (row_of (claim->arguments.items[i].role) == row
        && bel_span_overlaps (claim->arguments.items[i].slot.span, end->words))
      return true;
  switch (row) {
  case ROW_WHO:
    return bel_span_overlaps (claim->subject.span, end->words);
  case ROW_DID:
    return bel_span_overlaps (claim->predicate, end->words);
  case ROW_WHOM:
    return bel_span_overlaps (claim->object.span, end->words);
  default:
    return false;
  }
}

/* The row that the two differ in: of a yes against a no what was done, else the one with the words that exclude each other. */
static bool
differs (const BelEnd *a, const BelEnd *b, Row row)
{
  if (bel_span_is_empty (a->words) || bel_span_is_empty (b->words))
    return row == ROW_DID;
  return has_words (a, row) && has_words (b, row);
}

void
bel_html_append_table (GString *out, const BelEnd *a, const BelEnd *b)
{
  static const char *const ROWS[] = { "who", "did", "whom, what", "how many", "when", "where" };
  if (!a->claim || !b->claim)
    return;
  g_string_append (out, "<table><thead><tr><td></td><th>A</th><th>B</th></tr></thead><tbody>");
  for (Row row = ROW_WHO; row < N_ROWS; row++) {
    g_autofree char *left = cell_of (a, row), *right = cell_of (b, row);
    if (!*left && !*right)
      continue;
    bool differ = differs (a, b, row);
    const char *denied = differ && row == ROW_DID && g_str_equal (left, right) ? " (denied)" : "";
    g_string_append_printf (out, "<tr%s><th>%s</th><td>%s</td><td>%s%s</td></tr>", differ ? " class=\"differs\"" : "",
                            ROWS[row], left, right, denied);
  }
  g_string_append (out, "</tbody></table>");
}

/* -- the full text --------------------------------------------------------------------------- */

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const BelHtmlPlace *left = a, *right = b;
  if (left->visible.start != right->visible.start)
    return left->visible.start < right->visible.start ? -1 : 1;
  return left->account < right->account ? -1 : left->account > right->account;
}

static void
append_place (GString *out, const BelDocument *document, const BelHtmlPlace *place, BelSpan shown)
{
  g_string_append_printf (out, "<mark class=\"%c\" id=\"p%u\">", place->letter, place->account);
  bel_html_append_span (out, document, shown);
  g_string_append (out, "</mark>");
}

/* In the margin of the line that the place begins on: number and side of its card. */
static void
append_anchor (GString *out, const BelHtmlPlace *place)
{
  const char *letter = place->letter == 'a' ? "A" : place->letter == 'b' ? "B" : "";
  g_string_append_printf (out, "<a class=\"ref\" href=\"#d%u\">%u%s</a>", place->card, place->card, letter);
}

/* A place that overlaps the one before it keeps its anchor and link, but no mark of its own. */
static void
append_block (GString *out, const BelDocument *document, const BelBlock *block, const GArray *places)
{
  uint32_t at = block->span.start;
  for (guint i = 0; i < places->len; i++) {
    const BelHtmlPlace *place = &g_array_index (places, BelHtmlPlace, i);
    if (place->visible.start < block->span.start || place->visible.start >= block->span.end)
      continue;
    BelSpan shown = BEL_SPAN (MAX (at, place->visible.start), MAX (at, MIN (place->visible.end, block->span.end)));
    bel_html_append_span (out, document, BEL_SPAN (at, shown.start));
    append_anchor (out, place);
    append_place (out, document, place, shown);
    at = shown.end;
  }
  bel_html_append_span (out, document, BEL_SPAN (at, block->span.end));
}

void
bel_html_append_document (GString *out, const BelDocument *document, const GArray *places)
{
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (BelHtmlPlace));
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, BelHtmlPlace, i).document == document)
      g_array_append_val (mine, g_array_index (places, BelHtmlPlace, i));
  g_array_sort (mine, by_place);
  for (uint32_t i = 0; i < document->blocks.n; i++) {
    const BelBlock *block = &document->blocks.items[i];
    if (block->kind == BEL_BLOCK_META)
      continue;
    const char *tag = block->kind == BEL_BLOCK_HEADLINE || block->kind == BEL_BLOCK_SUBHEAD ? "h4" : "p";
    g_string_append_printf (out, "<%s>", tag);
    append_block (out, document, block, mine);
    g_string_append_printf (out, "</%s>\n", tag);
  }
}
