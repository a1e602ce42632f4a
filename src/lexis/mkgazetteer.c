/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* mkgazetteer FOLDER OUT: compiles rules/gazetteer into the table of gazetteer-private.h.
 *
 *   countries.tsv, regions.tsv, cities.tsv ─▶ rows ─┐
 *   their names, first-names.tsv ───────────────────┴─▶ names ─▶ OUT
 *
 * Runs at build time on the build's own input: what is wrong there stops it with a message. */
#include "lexis/gazetteer-private.h"
#include "lexis/wordnet-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *text; /* lower case */
  BelGazetteerName name;
  uint32_t rank; /* lower is likelier */
} Name;

typedef struct {
  GString *text;
  GArray *rows;
  GArray *members;
  GArray *names;       /* Name */
  GHashTable *by_code; /* "US", "US.CA" → row + 1 */
} Table;

typedef void (*LineReader) (Table *table, char **fields, guint n);

static G_GNUC_NORETURN void
die (const char *what, const char *where)
{
  fprintf (stderr, "mkgazetteer: %s: %s\n", where, what);
  exit (1);
}

static void
each_line (Table *table, const char *folder, const char *name, guint n_fields, LineReader reader)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  if (!g_file_get_contents (path, &text, NULL, &error))
    die (error->message, path);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++) {
    if (!**line || **line == '#')
      continue;
    g_auto (GStrv) fields = g_strsplit (*line, "\t", -1);
    if (g_strv_length (fields) < n_fields)
      die ("too few columns", *line);
    reader (table, fields, g_strv_length (fields));
  }
}

static uint32_t
add_text (Table *table, const char *text)
{
  uint32_t at = (uint32_t) table->text->len;
  g_string_append_len (table->text, text, (gssize) strlen (text) + 1);
  return at;
}

static uint32_t
add_row (Table *table, const char *name, BelPlaceKind kind, uint32_t parent, uint32_t population)
{
  BelGzRow row = { .name = add_text (table, name), .parent = parent, .population = population, .kind = (uint8_t) kind };
  g_array_append_val (table->rows, row);
  return table->rows->len - 1;
}

/* Without accents: canonical decomposition, less the marks. */
static char *
plain (const char *lower)
{
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) out = g_string_new (NULL);
  for (const char *at = parts; *at; at = g_utf8_next_char (at))
    if (g_unichar_type (g_utf8_get_char (at)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_name_as (Table *table, char *text, uint32_t row, BelGazetteerUse use, uint32_t rank)
{
  Name name = { .text = text, .name = { .row = row, .use = (uint8_t) use }, .rank = rank };
  g_array_append_val (table->names, name);
}

static void
add_name (Table *table, const char *written, uint32_t row, BelGazetteerUse use, uint32_t rank)
{
  if (!*written)
    return;
  char *lower = g_utf8_strdown (written, -1);
  char *folded = plain (lower);
  if (g_str_equal (lower, folded))
    g_free (folded);
  else
    add_name_as (table, folded, row, use, rank);
  add_name_as (table, lower, row, use, rank);
}

static void
add_names (Table *table, const char *list, uint32_t row, BelGazetteerUse use, uint32_t rank)
{
  g_auto (GStrv) names = g_strsplit (list, "|", -1);
  for (char **name = names; *name; name++)
    add_name (table, *name, row, use, rank);
}

static void
set_code (Table *table, const char *code, uint32_t row)
{
  g_hash_table_insert (table->by_code, g_strdup (code), GUINT_TO_POINTER (row + 1));
}

static uint32_t
row_of_code (const Table *table, const char *code)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table->by_code, code)) - 1; /* BEL_NONE when there is none */
}

/* -- the files -------------------------------------------------------------------------------------- */

enum { RANK_COUNTRY, RANK_AREA, RANK_DIVISION, RANK_PART, RANK_CITY };

static gboolean
is_latin (const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= 0x250)
      return FALSE;
  return TRUE;
}

/* A plural beside each demonym: "Iranians"; those that form none otherwise do no harm. */
static void
add_demonyms (Table *table, const char *list, uint32_t row, const char *separator)
{
  g_auto (GStrv) names = g_strsplit (list, separator, -1);
  for (char **name = names; *name; name++) {
    g_autofree char *many = g_strconcat (g_strstrip (*name), "s", NULL);
    add_name (table, *name, row, BEL_GAZETTEER_DEMONYM, RANK_COUNTRY);
    if (**name && !g_str_has_suffix (*name, "s"))
      add_name (table, many, row, BEL_GAZETTEER_DEMONYM, RANK_COUNTRY);
  }
}

static void
read_country (Table *table, char **fields, guint n)
{
  uint32_t row = add_row (table, fields[1], BEL_PLACE_COUNTRY, BEL_NONE, 0);
  set_code (table, fields[0], row);
  add_name (table, fields[1], row, BEL_GAZETTEER_PLACE, RANK_COUNTRY);
  if (!g_str_equal (fields[2], fields[1]))
    add_name (table, fields[2], row, BEL_GAZETTEER_PLACE, RANK_COUNTRY);
  add_demonyms (table, fields[3], row, ",");
  add_name (table, fields[4], row, BEL_GAZETTEER_CAPITAL, RANK_COUNTRY);
  g_auto (GStrv) more = g_strsplit (n > 5 ? fields[5] : "", "|", -1);
  for (char **name = more; *name; name++)
    if (strlen (*name) > 2 && is_latin (*name) && !strchr (*name, ','))
      add_name (table, *name, row, BEL_GAZETTEER_PLACE, RANK_COUNTRY);
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  uint32_t left = *(const uint32_t *) a, right = *(const uint32_t *) b;
  return left < right ? -1 : left > right;
}

static uint32_t
add_area (Table *table, const char *name, const char *codes)
{
  uint32_t area = add_row (table, name, BEL_PLACE_AREA, BEL_NONE, 0), first = table->members->len;
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);
  for (char **code = list; *code; code++) {
    uint32_t row = row_of_code (table, *code);
    if (row == BEL_NONE)
      die ("an area has a member that is no country", *code);
    g_array_append_val (table->members, row);
  }
  BelGzRow *row = &g_array_index (table->rows, BelGzRow, area);
  row->first_member = first;
  row->n_members = (uint16_t) (table->members->len - first);
  qsort (&g_array_index (table->members, uint32_t, first), row->n_members, sizeof (uint32_t), by_number);
  return area;
}

static uint32_t
parent_of_code (const Table *table, const char *code)
{
  const char *point = strchr (code, '.');
  g_autofree char *country = g_strndup (code, point ? (gsize) (point - code) : strlen (code));
  uint32_t row = row_of_code (table, country);
  if (row == BEL_NONE)
    die ("no such country", code);
  return row;
}

static void
read_region (Table *table, char **fields, guint n)
{
  (void) n;
  const char *kind = fields[0];
  if (g_str_equal (kind, "alias"))
    add_names (table, fields[3], parent_of_code (table, fields[2]), BEL_GAZETTEER_PLACE, RANK_COUNTRY);
  else if (g_str_equal (kind, "demonym"))
    add_demonyms (table, fields[3], parent_of_code (table, fields[2]), "|");
  else if (g_str_equal (kind, "capital"))
    add_names (table, fields[3], parent_of_code (table, fields[2]), BEL_GAZETTEER_CAPITAL, RANK_COUNTRY);
  else if (g_str_equal (kind, "area")) {
    uint32_t row = add_area (table, fields[1], fields[2]);
    add_name (table, fields[1], row, BEL_GAZETTEER_PLACE, RANK_AREA);
    add_names (table, fields[3], row, BEL_GAZETTEER_PLACE, RANK_AREA);
  } else if (g_str_equal (kind, "division")) {
    uint32_t row = add_row (table, fields[1], BEL_PLACE_DIVISION, parent_of_code (table, fields[2]), 0);
    set_code (table, fields[2], row);
    add_name (table, fields[1], row, BEL_GAZETTEER_PLACE, RANK_DIVISION);
    add_names (table, fields[3], row, BEL_GAZETTEER_PLACE, RANK_DIVISION);
  } else if (g_str_equal (kind, "part")) {
    uint32_t parent = row_of_code (table, fields[2]);
    uint32_t row = add_row (table, fields[1], BEL_PLACE_PART,
                            parent == BEL_NONE ? parent_of_code (table, fields[2]) : parent, 0);
    add_name (table, fields[1], row, BEL_GAZETTEER_PLACE, RANK_PART);
    add_names (table, fields[3], row, BEL_GAZETTEER_PLACE, RANK_PART);
  } else
    die ("no such kind of region", kind);
}

static void
read_city (Table *table, char **fields, guint n)
{
  (void) n;
  g_autofree char *code = g_strconcat (fields[1], ".", fields[2], NULL);
  uint32_t parent = row_of_code (table, code);
  if (parent == BEL_NONE)
    parent = row_of_code (table, fields[1]);
  uint32_t population = (uint32_t) strtoul (fields[3], NULL, 10);
  uint32_t row = add_row (table, fields[0], BEL_PLACE_CITY, parent, population);
  uint32_t rank = RANK_CITY + (100000000u - MIN (population, 99999999u));
  add_name (table, fields[0], row, BEL_GAZETTEER_PLACE, rank);
  const char *city = g_str_has_suffix (fields[0], " City") ? fields[0] + strlen (fields[0]) - 5 : NULL;
  if (city && population > 1000000) { /* "New York" for New York City; a state of that name ranks before it */
    g_autofree char *short_name = g_strndup (fields[0], (gsize) (city - fields[0]));
    add_name (table, short_name, row, BEL_GAZETTEER_PLACE, rank);
  }
}

static void
read_given_name (Table *table, char **fields, guint n)
{
  (void) n;
  BelGazetteerUse use = g_str_equal (fields[1], "m")   ? BEL_GAZETTEER_MALE
                        : g_str_equal (fields[1], "f") ? BEL_GAZETTEER_FEMALE
                                                       : BEL_GAZETTEER_EITHER;
  add_name (table, fields[0], BEL_NONE, use, UINT32_MAX);
}

/* -- writing ----------------------------------------------------------------------------------------- */

static int
by_text_and_rank (gconstpointer a, gconstpointer b)
{
  const Name *left = a, *right = b;
  int order = strcmp (left->text, right->text);
  if (order)
    return order;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->name.use != right->name.use)
    return left->name.use - right->name.use;
  return left->name.row < right->name.row ? -1 : left->name.row > right->name.row;
}

/* Sorted, each text stored once, the same reading kept once. */
static GArray *
make_names (Table *table)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (BelGazetteerName));
  g_array_sort (table->names, by_text_and_rank);
  for (guint i = 0; i < table->names->len; i++) {
    Name *name = &g_array_index (table->names, Name, i);
    const Name *before = i ? &g_array_index (table->names, Name, i - 1) : NULL;
    gboolean same_text = before && g_str_equal (before->text, name->text);
    if (same_text && before->name.row == name->name.row && before->name.use == name->name.use) {
      name->name.text = before->name.text;
      continue;
    }
    name->name.text = same_text ? before->name.text : add_text (table, name->text);
    g_array_append_val (names, name->name);
  }
  return names;
}

static GArray *
make_slots (const Table *table, const GArray *names)
{
  guint n_slots = 1024;
  while (n_slots < names->len * 2)
    n_slots *= 2;
  GArray *slots = g_array_sized_new (FALSE, TRUE, sizeof (uint32_t), n_slots);
  g_array_set_size (slots, n_slots);
  for (guint i = 0; i < names->len; i++) {
    uint32_t text = g_array_index (names, BelGazetteerName, i).text;
    if (i && g_array_index (names, BelGazetteerName, i - 1).text == text)
      continue;
    const char *word = table->text->str + text;
    guint slot = bel_wn_hash (word, strlen (word)) & (n_slots - 1);
    while (g_array_index (slots, uint32_t, slot))
      slot = (slot + 1) & (n_slots - 1);
    g_array_index (slots, uint32_t, slot) = i + 1;
  }
  return slots;
}

static void
append_section (GString *out, BelGzHeader *header, int section, gconstpointer data, guint n)
{
  while (out->len % 8)
    g_string_append_c (out, '\0');
  header->sections[section].offset = (uint32_t) out->len;
  header->sections[section].n = n;
  g_string_append_len (out, data, (gssize) (n * bel_gz_item_bytes (section)));
}

static void
write_table (Table *table, const char *path)
{
  g_autoptr (GArray) names = make_names (table);
  g_autoptr (GArray) slots = make_slots (table, names);
  g_autoptr (GString) out = g_string_new (NULL);
  BelGzHeader header = { .magic = BEL_GAZETTEER_MAGIC };
  g_string_set_size (out, sizeof header);
  append_section (out, &header, BEL_GZ_TEXT, table->text->str, (guint) table->text->len);
  append_section (out, &header, BEL_GZ_SLOTS, slots->data, slots->len);
  append_section (out, &header, BEL_GZ_NAMES, names->data, names->len);
  append_section (out, &header, BEL_GZ_ROWS, table->rows->data, table->rows->len);
  append_section (out, &header, BEL_GZ_MEMBERS, table->members->data, table->members->len);
  header.n_bytes = (uint32_t) out->len;
  memcpy (out->str, &header, sizeof header);
  g_autoptr (GError) error = NULL;
  if (!g_file_set_contents (path, out->str, (gssize) out->len, &error))
    die (error->message, path);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    die ("usage: mkgazetteer FOLDER OUT", "arguments");
  Table table = { .text = g_string_new (NULL) };
  table.rows = g_array_new (FALSE, TRUE, sizeof (BelGzRow));
  table.members = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  table.names = g_array_new (FALSE, FALSE, sizeof (Name));
  table.by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  each_line (&table, argv[1], "countries.tsv", 5, read_country);
  each_line (&table, argv[1], "regions.tsv", 4, read_region);
  each_line (&table, argv[1], "cities.tsv", 4, read_city);
  each_line (&table, argv[1], "first-names.tsv", 2, read_given_name);
  write_table (&table, argv[2]);
  for (guint i = 0; i < table.names->len; i++)
    g_free (g_array_index (table.names, Name, i).text);
  g_array_unref (table.names);
  g_array_unref (table.rows);
  g_array_unref (table.members);
  g_hash_table_unref (table.by_code);
  g_string_free (table.text, TRUE);
  return 0;
}
