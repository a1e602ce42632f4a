/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/claim-diff.h"

#include "report/json-writer.h"
#include "report/report.h"

#include <string.h>

/* A claim as it is compared: each part in the words of its normal form. */
typedef struct {
  const BelSheetRow *row;
  char *predicate;
  char *parts[BEL_N_DIFF_PARTS];
  gint partner; /* index on the other side; -1: none yet */
} Item;

static void
item_clear (gpointer data)
{
  Item *item = data;
  g_free (item->predicate);
  for (int i = 0; i < BEL_N_DIFF_PARTS; i++)
    g_free (item->parts[i]);
}

/* -- parts ----------------------------------------------------------------------------------- */

static void
append_word (GString *out, const char *word)
{
  if (word && *word)
    g_string_append_printf (out, "%s%s", out->len ? ", " : "", word);
}

static BelDiffPart
part_of (const BelClaims *claims, const BelFiller *filler)
{
  const char *role = bel_symbols_text (claims->document->symbols, filler->role);
  if (g_str_equal (role, "subject"))
    return BEL_DIFF_WHO;
  if (g_str_equal (role, bel_role_name (BEL_ROLE_TIME)))
    return BEL_DIFF_WHEN;
  if (g_str_equal (role, bel_role_name (BEL_ROLE_PLACE)))
    return BEL_DIFF_WHERE;
  return g_str_equal (role, bel_role_name (BEL_ROLE_QUANTITY)) ? BEL_DIFF_HOW_MANY : BEL_DIFF_WHOM;
}

/* Numbers within the claim, by their values. */
static void
append_numbers (GString *out, const BelClaims *claims, const BelClaim *claim)
{
  for (uint32_t i = 0; i < claims->quantities.n; i++) {
    const BelQuantity *quantity = &claims->quantities.items[i];
    if (!bel_span_contains (claim->span, quantity->span))
      continue;
    char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (low, sizeof low, "%.10g", quantity->low);
    g_ascii_formatd (high, sizeof high, "%.10g", quantity->high);
    const char *unit = quantity->unit == BEL_NONE ? "" : bel_symbols_text (claims->document->symbols, quantity->unit);
    g_autofree char *word = g_strdup_printf ("%s%s%s%s%s", low, quantity->low == quantity->high ? "" : " to ",
                                             quantity->low == quantity->high ? "" : high, *unit ? " " : "", unit);
    append_word (out, word);
  }
}

static char *
truth_text (const BelClaims *claims, const BelClaim *claim)
{
  bool denied
      = claim->attribution != BEL_NONE && claims->attributions.items[claim->attribution].stance == BEL_STANCE_DENY;
  return g_strdup_printf ("%s%s%s", claim->polarity == BEL_POLARITY_NEGATIVE ? "not so" : "so",
                          denied ? ", denied" : "", claim->certainty == BEL_CERTAINTY_CERTAIN ? "" : ", uncertain");
}

static void
fill (Item *item, const BelClaims *claims, const BelSheetRow *row)
{
  GString *parts[BEL_N_DIFF_PARTS];
  const BelClaim *claim = row->claim;
  BelSymbols *symbols = claims->document->symbols;
  for (int i = 0; i < BEL_N_DIFF_PARTS; i++)
    parts[i] = g_string_new (NULL);
  for (uint32_t i = 0; i < claim->normal.n_fillers; i++) {
    const BelFiller *filler = &claim->normal.fillers[i];
    if (filler->slot.key != BEL_NONE)
      append_word (parts[part_of (claims, filler)], bel_symbols_text (symbols, filler->slot.key));
  }
  append_numbers (parts[BEL_DIFF_HOW_MANY], claims, claim);
  g_autofree char *truth = truth_text (claims, claim);
  append_word (parts[BEL_DIFF_TRUTH], truth);
  append_word (parts[BEL_DIFF_SOURCE], row->source ? row->source : "the draft itself");
  item->row = row;
  item->predicate
      = g_strdup (bel_symbols_text (symbols, claim->normal.predicate ? claim->normal.predicate : claim->lemma));
  for (int i = 0; i < BEL_N_DIFF_PARTS; i++)
    item->parts[i] = g_string_free (parts[i], FALSE);
  item->partner = -1;
}

static GArray *
items_of (const BelClaims *claims, const GArray *rows)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (items, item_clear);
  g_array_set_size (items, rows->len);
  for (guint i = 0; i < rows->len; i++)
    fill (&g_array_index (items, Item, i), claims, &g_array_index (rows, BelSheetRow, i));
  return items;
}

/* -- pairing --------------------------------------------------------------------------------- */

/* How closely two claims must agree, from the closest: in all; in all but their source; in who did what to whom; in who did it;
 * in to whom it was done. */
enum { LEVEL_ALL, LEVEL_CLAIM, LEVEL_CORE, LEVEL_WHO, LEVEL_WHOM, N_LEVELS };

/* Returns: (transfer full) (nullable) what a claim must share with its partner; NULL when it has too little to go by. */
static char *
key_of (const Item *item, int level)
{
  char *const *p = item->parts;
  switch (level) {
  case LEVEL_ALL:
  case LEVEL_CLAIM:
    return g_strjoin ("\n", item->predicate, p[BEL_DIFF_WHO], p[BEL_DIFF_WHOM], p[BEL_DIFF_HOW_MANY], p[BEL_DIFF_WHEN],
                      p[BEL_DIFF_WHERE], p[BEL_DIFF_TRUTH], level == LEVEL_ALL ? p[BEL_DIFF_SOURCE] : "", NULL);
  case LEVEL_CORE:
    return g_strjoin ("\n", item->predicate, p[BEL_DIFF_WHO], p[BEL_DIFF_WHOM], NULL);
  case LEVEL_WHO:
    return *p[BEL_DIFF_WHO] ? g_strjoin ("\n", item->predicate, p[BEL_DIFF_WHO], NULL) : NULL;
  default:
    return *p[BEL_DIFF_WHOM] ? g_strjoin ("\n", item->predicate, p[BEL_DIFF_WHOM], NULL) : NULL;
  }
}

/* Claims without a partner, by key: a queue in text order each. */
static GHashTable *
index_items (const GArray *items, int level)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
  for (guint i = 0; i < items->len; i++) {
    const Item *item = &g_array_index (items, Item, i);
    g_autofree char *key = item->partner < 0 ? key_of (item, level) : NULL;
    GQueue *queue = key ? g_hash_table_lookup (index, key) : NULL;
    if (key && !queue)
      g_hash_table_insert (index, g_strdup (key), queue = g_queue_new ());
    if (queue)
      g_queue_push_tail (queue, GUINT_TO_POINTER (i));
  }
  return index;
}

static void
pair_items (GArray *before, GArray *after)
{
  for (int level = 0; level < N_LEVELS; level++) {
    g_autoptr (GHashTable) index = index_items (before, level);
    for (guint i = 0; i < after->len; i++) {
      Item *item = &g_array_index (after, Item, i);
      g_autofree char *key = item->partner < 0 ? key_of (item, level) : NULL;
      GQueue *queue = key ? g_hash_table_lookup (index, key) : NULL;
      if (!queue || g_queue_is_empty (queue))
        continue;
      item->partner = (gint) GPOINTER_TO_UINT (g_queue_pop_head (queue));
      g_array_index (before, Item, item->partner).partner = (gint) i;
    }
  }
}

/* -- the list -------------------------------------------------------------------------------- */

static void
add_row (BelDiff *diff, const Item *before, const Item *after)
{
  BelDiffRow row = { before && after ? BEL_DIFF_SAME
                     : before        ? BEL_DIFF_REMOVED
                                     : BEL_DIFF_ADDED,
                     before ? before->row : NULL,
                     after ? after->row : NULL,
                     { { NULL } } };
  for (int part = 0; before && after && part < BEL_N_DIFF_PARTS; part++)
    if (!g_str_equal (before->parts[part], after->parts[part])) {
      row.kind = BEL_DIFF_CHANGED;
      row.parts[part][0] = g_strdup (before->parts[part]);
      row.parts[part][1] = g_strdup (after->parts[part]);
    }
  diff->n[row.kind]++;
  g_array_append_val (diff->rows, row);
}

static void
row_clear (gpointer data)
{
  BelDiffRow *row = data;
  for (int part = 0; part < BEL_N_DIFF_PARTS; part++) {
    g_free (row->parts[part][0]);
    g_free (row->parts[part][1]);
  }
}

/* Removed claims come before the next one that both versions have. */
static void
list_rows (BelDiff *diff, const GArray *before, const GArray *after)
{
  guint next = 0;
  for (guint i = 0; i < after->len; i++) {
    const Item *item = &g_array_index (after, Item, i);
    for (; item->partner >= 0 && next < (guint) item->partner; next++)
      if (g_array_index (before, Item, next).partner < 0)
        add_row (diff, &g_array_index (before, Item, next), NULL);
    add_row (diff, item->partner >= 0 ? &g_array_index (before, Item, item->partner) : NULL, item);
  }
  for (; next < before->len; next++)
    if (g_array_index (before, Item, next).partner < 0)
      add_row (diff, &g_array_index (before, Item, next), NULL);
}

BelDiff *
bel_diff_new (const BelClaims *before, const BelClaims *after)
{
  BelDiff *diff = g_new0 (BelDiff, 1);
  diff->before = bel_sheet_rows (before);
  diff->after = bel_sheet_rows (after);
  diff->rows = g_array_new (FALSE, TRUE, sizeof (BelDiffRow));
  g_array_set_clear_func (diff->rows, row_clear);
  g_autoptr (GArray) old = items_of (before, diff->before), new = items_of (after, diff->after);
  pair_items (old, new);
  list_rows (diff, old, new);
  return diff;
}

void
bel_diff_free (BelDiff *diff)
{
  if (!diff)
    return;
  g_array_unref (diff->rows);
  bel_sheet_free (diff->before);
  bel_sheet_free (diff->after);
  g_free (diff);
}

/* -- writing --------------------------------------------------------------------------------- */

static const char *const KINDS[BEL_N_DIFF_KINDS] = { "same", "changed", "removed", "added" };
static const char *const PARTS[BEL_N_DIFF_PARTS]
    = { "who", "whom, what", "how many", "when", "where", "so or not", "source" };
static const char *const PART_KEYS[BEL_N_DIFF_PARTS]
    = { "who", "whom", "how_many", "when", "where", "truth", "source" };

static void
append_clean (GString *out, const char *text)
{
  bel_report_append_clean (out, text, strlen (text));
}

static void
append_claim (GString *out, char mark, const char *file, const BelSheetRow *row)
{
  g_string_append_printf (out, "  %c ", mark);
  append_clean (out, row->text);
  g_string_append (out, "  (");
  append_clean (out, row->source ? row->source : "the draft itself");
  g_string_append (out, "; ");
  append_clean (out, file);
  g_string_append_printf (out, ":%u:%u)\n", row->position.line1, row->position.col_chars1);
}

void
bel_diff_text (const BelDiff *diff, const char *before, const char *after, GString *out)
{
  for (guint i = 0; i < diff->rows->len; i++) {
    const BelDiffRow *row = &g_array_index (diff->rows, BelDiffRow, i);
    if (row->kind == BEL_DIFF_SAME)
      continue;
    g_string_append_printf (out, "%s\n", KINDS[row->kind]);
    if (row->before)
      append_claim (out, '-', before, row->before);
    if (row->after)
      append_claim (out, '+', after, row->after);
    for (int part = 0; part < BEL_N_DIFF_PARTS; part++) {
      if (!row->parts[part][0])
        continue;
      g_string_append_printf (out, "    %s: ", PARTS[part]);
      append_clean (out, *row->parts[part][0] ? row->parts[part][0] : "not said");
      g_string_append (out, " -> ");
      append_clean (out, *row->parts[part][1] ? row->parts[part][1] : "not said");
      g_string_append_c (out, '\n');
    }
  }
  g_string_append_printf (out, "%u changed, %u added, %u removed, %u the same\n", diff->n[BEL_DIFF_CHANGED],
                          diff->n[BEL_DIFF_ADDED], diff->n[BEL_DIFF_REMOVED], diff->n[BEL_DIFF_SAME]);
}

static void
write_claim (BelJson *json, const char *name, const char *file, const BelSheetRow *row)
{
  if (!row)
    return;
  bel_json_object (json, name);
  bel_json_string (json, "file", file);
  bel_json_string (json, "text", row->text);
  bel_json_string (json, "source", row->source);
  bel_json_int (json, "line", row->position.line1);
  bel_json_int (json, "column", row->position.col_chars1);
  bel_json_end (json);
}

void
bel_diff_json (const BelDiff *diff, const char *before, const char *after, GString *out)
{
  BelJson json;
  bel_json_init (&json, out, 2);
  bel_json_object (&json, NULL);
  bel_json_int (&json, "schema", 1);
  bel_json_array (&json, "claims");
  for (guint i = 0; i < diff->rows->len; i++) {
    const BelDiffRow *row = &g_array_index (diff->rows, BelDiffRow, i);
    if (row->kind == BEL_DIFF_SAME)
      continue;
    bel_json_object (&json, NULL);
    bel_json_string (&json, "change", KINDS[row->kind]);
    write_claim (&json, "before", before, row->before);
    write_claim (&json, "after", after, row->after);
    bel_json_object (&json, "parts");
    for (int part = 0; part < BEL_N_DIFF_PARTS; part++) {
      if (!row->parts[part][0])
        continue;
      bel_json_array (&json, PART_KEYS[part]);
      bel_json_string (&json, NULL, row->parts[part][0]);
      bel_json_string (&json, NULL, row->parts[part][1]);
      bel_json_end (&json);
    }
    bel_json_end (&json);
    bel_json_end (&json);
  }
  bel_json_end (&json);
  bel_json_object (&json, "summary");
  for (int kind = 0; kind < BEL_N_DIFF_KINDS; kind++)
    bel_json_int (&json, KINDS[kind], diff->n[kind]);
  bel_json_end (&json);
  bel_json_end (&json);
  g_string_append_c (out, '\n');
}
