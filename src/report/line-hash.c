/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "report/line-hash.h"

#define N_WINDOW 100
#define FACTOR 37u
#define END_OF_FILE 65535u

typedef struct {
  guint window[N_WINDOW];
  gboolean begins[N_WINDOW]; /* a line begins there */
  guint at;
  guint64 hash, power; /* FACTOR to the N_WINDOW */
  gboolean line_start, after_return;
  GHashTable *seen; /* hash -> how often */
  GPtrArray *out;
} Hasher;

static void
give_out (Hasher *h)
{
  g_autofree char *hash = g_strdup_printf ("%" G_GINT64_MODIFIER "x", h->hash);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (h->seen, hash)) + 1;
  g_ptr_array_add (h->out, g_strdup_printf ("%s:%u", hash, n));
  g_hash_table_replace (h->seen, g_steal_pointer (&hash), GUINT_TO_POINTER (n));
  h->begins[h->at] = FALSE;
}

static void
push (Hasher *h, guint unit)
{
  h->hash = FACTOR * h->hash + unit - h->power * h->window[h->at];
  h->window[h->at] = unit;
  h->at = (h->at + 1) % N_WINDOW;
}

static void
take (Hasher *h, guint unit)
{
  gboolean second_half = h->after_return && unit == '\n';
  h->after_return = unit == '\r';
  if (unit == ' ' || unit == '\t' || second_half)
    return;
  unit = unit == '\r' ? '\n' : unit;
  if (h->begins[h->at])
    give_out (h);
  if (h->line_start)
    h->begins[h->at] = TRUE;
  h->line_start = unit == '\n';
  push (h, unit);
}

GPtrArray *
bel_line_hashes (const char *text, gsize n_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) n_bytes);
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, &n_units, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Hasher h = { .power = 1, .line_start = TRUE, .seen = seen, .out = g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; i < N_WINDOW; i++)
    h.power *= FACTOR;
  for (glong i = 0; i < n_units; i++)
    take (&h, units[i]);
  take (&h, END_OF_FILE);
  for (guint i = 0; i < N_WINDOW; i++) {
    if (h.begins[h.at])
      give_out (&h);
    push (&h, 0);
  }
  return h.out;
}
