/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "train/word-table.h"

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);
  return x < y ? -1 : x > y;
}

void
bel_word_table_make (BelWordTableImage *image, GHashTable *words)
{
  image->n_slots = 16;
  while (image->n_slots < 2 * g_hash_table_size (words))
    image->n_slots *= 2;
  image->hashes = g_new0 (uint32_t, image->n_slots);
  image->values = g_new0 (uint8_t, image->n_slots);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (words), compare_hashes);
  for (GList *l = keys; l; l = l->next) {
    uint32_t hash = GPOINTER_TO_UINT (l->data), slot = hash & (image->n_slots - 1);
    while (image->hashes[slot])
      slot = (slot + 1) & (image->n_slots - 1);
    image->hashes[slot] = hash;
    image->values[slot] = (uint8_t) GPOINTER_TO_UINT (g_hash_table_lookup (words, l->data));
  }
}

void
bel_word_table_clear (BelWordTableImage *image)
{
  g_free (image->hashes);
  g_free (image->values);
}

uint32_t
bel_word_table_hash (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (BelDocument) document = bel_document_new (NULL, "word", bytes);
  BelGlyphs glyphs;
  bel_glyphs_init (&glyphs, document->arena, document, BEL_SPAN (0, document->n_text));
  return bel_segmenter_hash (&glyphs, 0, glyphs.n);
}

static void
read_kind_line (GHashTable *words, GHashTable *kinds, const char *line)
{
  const char *colon = strchr (line, ':');
  if (line[0] == '#' || !colon)
    return;
  char *kind = g_strndup (line, (gsize) (colon - line));
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (kinds, kind));
  if (!number)
    number = g_hash_table_size (kinds) + 1;
  g_hash_table_insert (kinds, kind, GUINT_TO_POINTER (number));
  g_auto (GStrv) items = g_strsplit_set (colon + 1, " \t\r", -1);
  for (char **item = items; *item; item++) {
    if (!**item)
      continue;
    gpointer hash = GUINT_TO_POINTER (bel_word_table_hash (*item));
    if (!g_hash_table_contains (words, hash))
      g_hash_table_insert (words, hash, GUINT_TO_POINTER (number));
  }
}

gboolean
bel_word_table_read_kinds (GHashTable *words, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    read_kind_line (words, kinds, *line);
  return TRUE;
}
