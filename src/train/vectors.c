/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The lexicon: word vectors of general English, turned so that the first dimensions say most (principal
 * components), cut to the common words and four bits a number, and two clusterings of the words. */
#include "train/train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_FINE 250
#define N_COARSE 32
#define N_ROUNDS 12

typedef struct {
  uint32_t hash;
  uint32_t rank;
  float *values; /* n_in of them */
} Row;

typedef struct {
  GArray *rows; /* of Row */
  uint32_t n_in;
  BelArena *arena;
} Rows;

/* One JSON string, unescaped. Returns: the place after it. */
static const char *
read_string (const char *at, GString *out)
{
  g_string_truncate (out, 0);
  for (at++; *at && *at != '"'; at++) {
    if (*at != '\\') {
      g_string_append_c (out, *at);
    } else if (*++at == 'u') {
      char digits[5] = { 0 };
      memcpy (digits, at + 1, 4);
      g_string_append_unichar (out, (gunichar) strtoul (digits, NULL, 16));
      at += 4;
    } else {
      g_string_append_c (out, *at == 'n' ? '\n' : *at == 't' ? '\t' : *at);
    }
  }
  return *at ? at + 1 : at;
}

static const char *
read_numbers (const char *at, float *values, uint32_t n)
{
  at++;
  for (uint32_t i = 0; i < n; i++) {
    char *end;
    values[i] = (float) g_ascii_strtod (at, &end);
    at = end + (*end == ',');
  }
  const char *close = strchr (at, ']');
  return close ? close + 1 : at + strlen (at);
}

/* "vectors":{"the":[0.1,…],…}: the first @n_common words and those of @wanted. */
static gboolean
read_vectors (Rows *rows, const char *text, uint32_t n_common, GHashTable *wanted, GError **error)
{
  const char *at = strstr (text, "\"vectors\":{");
  if (!at) {
    g_set_error (error, TRAIN_ERROR, TRAIN_ERROR_DATA, "no \"vectors\" object in the vector file");
    return FALSE;
  }
  at += strlen ("\"vectors\":{");
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (uint32_t rank = 0; *at == '"'; rank++) {
    at = read_string (at, word);
    at++;
    BelWord looked;
    bel_word_init (&looked, NULL, word->str, word->len);
    gpointer key = GUINT_TO_POINTER (looked.lower);
    gboolean keep = (rank < n_common || g_hash_table_contains (wanted, key)) && !g_hash_table_contains (seen, key);
    if (keep) {
      Row row = { .hash = looked.lower, .rank = rank, .values = bel_arena_new_array (rows->arena, float, rows->n_in) };
      at = read_numbers (at, row.values, rows->n_in);
      g_array_append_val (rows->rows, row);
      g_hash_table_add (seen, key);
    } else {
      at = strchr (at, ']') + 1;
    }
    at += *at == ',';
  }
  return TRUE;
}

static int
by_hash (const void *a, const void *b)
{
  const Row *x = a, *y = b;
  return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Eigenvectors of the symmetric @n × @n matrix @a by Jacobi's rotations; @v gets them as columns. */
static void
jacobi (double *a, double *v, uint32_t n)
{
  for (uint32_t i = 0; i < n * n; i++)
    v[i] = i % (n + 1) == 0;
  for (int sweep = 0; sweep < 12; sweep++) {
    for (uint32_t p = 0; p < n; p++) {
      for (uint32_t q = p + 1; q < n; q++) {
        if (fabs (a[p * n + q]) < 1e-12)
          continue;
        double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
        double t = (theta >= 0 ? 1 : -1) / (fabs (theta) + sqrt (theta * theta + 1));
        double c = 1 / sqrt (t * t + 1), s = t * c;
        for (uint32_t k = 0; k < n; k++) {
          double x = a[k * n + p], y = a[k * n + q];
          a[k * n + p] = c * x - s * y;
          a[k * n + q] = s * x + c * y;
        }
        for (uint32_t k = 0; k < n; k++) {
          double x = a[p * n + k], y = a[q * n + k];
          a[p * n + k] = c * x - s * y;
          a[q * n + k] = s * x + c * y;
          x = v[k * n + p], y = v[k * n + q];
          v[k * n + p] = c * x - s * y;
          v[k * n + q] = s * x + c * y;
        }
      }
    }
  }
}

/* Centres the rows and turns them onto their principal components, the strongest first. */
static void
turn (Rows *rows)
{
  uint32_t n = rows->n_in, n_rows = rows->rows->len;
  g_autofree double *mean = g_new0 (double, n), *cov = g_new0 (double, n *n), *axes = g_new0 (double, n *n);
  for (uint32_t r = 0; r < n_rows; r++)
    for (uint32_t i = 0; i < n; i++)
      mean[i] += g_array_index (rows->rows, Row, r).values[i] / n_rows;
  for (uint32_t r = 0; r < n_rows; r++) {
    float *x = g_array_index (rows->rows, Row, r).values;
    for (uint32_t i = 0; i < n; i++)
      x[i] -= (float) mean[i];
    for (uint32_t i = 0; i < n; i++)
      for (uint32_t k = 0; k < n; k++)
        cov[i * n + k] += (double) x[i] * x[k] / n_rows;
  }
  jacobi (cov, axes, n);
  g_autofree uint32_t *order = g_new (uint32_t, n);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t k = i;
    for (; k > 0 && cov[order[k - 1] * (n + 1)] < cov[i * (n + 1)]; k--)
      order[k] = order[k - 1];
    order[k] = i;
  }
  g_autofree float *turned = g_new (float, n);
  for (uint32_t r = 0; r < n_rows; r++) {
    float *x = g_array_index (rows->rows, Row, r).values;
    for (uint32_t k = 0; k < n; k++) {
      double sum = 0;
      for (uint32_t i = 0; i < n; i++)
        sum += x[i] * axes[i * n + order[k]];
      turned[k] = (float) sum;
    }
    memcpy (x, turned, n * sizeof (float));
  }
}

static uint32_t
nearest (const float *centres, uint32_t k, uint32_t n, const float *x)
{
  uint32_t best = 0;
  float best_distance = INFINITY;
  for (uint32_t c = 0; c < k; c++) {
    float distance = 0;
    for (uint32_t i = 0; i < n; i++)
      distance += (centres[c * n + i] - x[i]) * (centres[c * n + i] - x[i]);
    if (distance < best_distance) {
      best_distance = distance;
      best = c;
    }
  }
  return best;
}

/* k-means over directions; the first centres are the @k most frequent words. */
static void
cluster (const Rows *rows, uint32_t k, uint8_t *out, uint32_t stride)
{
  uint32_t n = rows->n_in, n_rows = rows->rows->len;
  g_autofree float *unit = g_new (float, (size_t) n_rows *n), *centres = g_new0 (float, k *n);
  g_autofree float *sums = g_new (float, k *n);
  for (uint32_t r = 0; r < n_rows; r++) {
    const Row *row = &g_array_index (rows->rows, Row, r);
    float norm = 1e-9f;
    for (uint32_t i = 0; i < n; i++)
      norm += row->values[i] * row->values[i];
    for (uint32_t i = 0; i < n; i++)
      unit[(size_t) r * n + i] = row->values[i] / sqrtf (norm);
    if (row->rank < k)
      memcpy (centres + row->rank * n, unit + (size_t) r * n, n * sizeof (float));
  }
  for (int round = 0; round < N_ROUNDS; round++) {
    memset (sums, 0, k * n * sizeof (float));
    for (uint32_t r = 0; r < n_rows; r++) {
      uint32_t c = nearest (centres, k, n, unit + (size_t) r * n);
      out[r * stride] = (uint8_t) c;
      for (uint32_t i = 0; i < n; i++)
        sums[c * n + i] += unit[(size_t) r * n + i];
    }
    for (uint32_t c = 0; c < k; c++) {
      float norm = 0;
      for (uint32_t i = 0; i < n; i++)
        norm += sums[c * n + i] * sums[c * n + i];
      for (uint32_t i = 0; norm > 0 && i < n; i++)
        centres[c * n + i] = sums[c * n + i] / sqrtf (norm);
    }
  }
}

/* Four bits a number: a step is about a third of the standard deviation of its dimension. The scales are
 * such that the variance over all dimensions is one. */
static void
quantize (const Rows *rows, uint32_t n_dims, float *scales, uint8_t *out)
{
  double total = 0;
  for (uint32_t d = 0; d < n_dims; d++) {
    double square = 0;
    for (uint32_t r = 0; r < rows->rows->len; r++) {
      double x = g_array_index (rows->rows, Row, r).values[d];
      square += x * x / rows->rows->len;
    }
    scales[d] = (float) (sqrt (square) / 2.8);
    total += square / n_dims;
    for (uint32_t r = 0; r < rows->rows->len; r++) {
      long q = lrintf (g_array_index (rows->rows, Row, r).values[d] / scales[d]);
      q = CLAMP (q, -8, 7) + 8;
      out[((size_t) r * n_dims + d) / 2] |= (uint8_t) (q << (d % 2 * 4));
    }
  }
  for (uint32_t d = 0; d < n_dims; d++)
    scales[d] /= (float) sqrt (total);
}

static GByteArray *
lexicon_section (const Rows *rows, uint32_t n_dims)
{
  uint32_t n = rows->rows->len;
  BelLexiconHeader header = { .n = n, .n_dims = n_dims };
  g_autofree uint32_t *buckets = g_new0 (uint32_t, BEL_LEXICON_BUCKETS + 1), *hashes = g_new (uint32_t, n);
  g_autofree float *scales = g_new (float, n_dims);
  g_autofree uint8_t *clusters = g_new (uint8_t, 2 * n), *vectors = g_new0 (uint8_t, (size_t) n * n_dims / 2);
  for (uint32_t r = 0; r < n; r++) {
    hashes[r] = g_array_index (rows->rows, Row, r).hash;
    buckets[(hashes[r] >> (32 - BEL_LEXICON_BITS)) + 1]++;
  }
  for (uint32_t b = 0; b < BEL_LEXICON_BUCKETS; b++)
    buckets[b + 1] += buckets[b];
  cluster (rows, N_FINE, clusters, 2);
  cluster (rows, N_COARSE, clusters + 1, 2);
  quantize (rows, n_dims, scales, vectors);
  GByteArray *out = g_byte_array_new ();
  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  g_byte_array_append (out, (const guint8 *) buckets, 4 * (BEL_LEXICON_BUCKETS + 1));
  g_byte_array_append (out, (const guint8 *) hashes, 4 * n);
  g_byte_array_append (out, (const guint8 *) scales, 4 * n_dims);
  g_byte_array_append (out, clusters, 2 * n);
  g_byte_array_append (out, vectors, n * n_dims / 2);
  return out;
}

gboolean
train_vectors (const TrainOptions *options, GError **error)
{
  g_autoptr (Treebank) treebank = treebank_read (options->train, error);
  if (!treebank)
    return FALSE;
  treebank_look_up (treebank, NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  for (uint32_t s = 0; s < treebank->sentences.n; s++)
    for (uint32_t i = 0; i < treebank->sentences.items[s].n; i++)
      g_hash_table_add (wanted, GUINT_TO_POINTER (treebank->sentences.items[s].words[i].word.lower));
  g_autofree char *text = NULL;
  if (!g_file_get_contents (options->vectors, &text, NULL, error))
    return FALSE;
  g_autoptr (BelArena) arena = bel_arena_new ();
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (Row));
  Rows rows = { .rows = array, .n_in = 100, .arena = arena };
  if (!read_vectors (&rows, text, (uint32_t) options->words, wanted, error))
    return FALSE;
  qsort (array->data, array->len, sizeof (Row), by_hash);
  train_log ("%u words with vectors", array->len);
  turn (&rows);
  g_autoptr (GByteArray) section = lexicon_section (&rows, (uint32_t) options->dims);
  return train_put (options, "LEXI", section, error);
}
