/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "syntax/word.h"

#include "base/limits.h"

#include <string.h>

#define HASH_SEED 0x811C9DC5u

/* Letters of one word, evened out. A quotation mark that shows its side keeps it. */
typedef struct {
  gunichar letters[BEL_LIMIT_TOKEN_BYTES];
  gunichar lower[BEL_LIMIT_TOKEN_BYTES];
  uint32_t n;
} Letters;

static gunichar
even_out (gunichar c)
{
  switch (c) {
  case 0x2018:
  case 0x2019:
  case 0x02BC:
    return '\'';
  case 0x2013:
  case 0x2012:
    return 0x2014;
  default:
    return c;
  }
}

static void
read_letters (Letters *letters, const char *text, size_t n_bytes)
{
  const char *end = text + n_bytes;
  letters->n = 0;
  while (text < end && letters->n < BEL_LIMIT_TOKEN_BYTES) {
    gunichar c = (guchar) *text;
    if (c < 0x80) {
      text++;
    } else {
      c = g_utf8_get_char_validated (text, end - text);
      if (c == (gunichar) -1 || c == (gunichar) -2) {
        c = 0xFFFD;
        text++;
      } else {
        text = g_utf8_next_char (text);
      }
    }
    c = even_out (c);
    letters->letters[letters->n] = c;
    letters->lower[letters->n++] = c < 0x80 ? (gunichar) g_ascii_tolower ((gchar) c) : g_unichar_tolower (c);
  }
}

static uint32_t
hash_letters (const gunichar *letters, uint32_t n)
{
  uint32_t hash = HASH_SEED;
  for (uint32_t i = 0; i < n; i++)
    hash = bel_hash (hash, letters[i]);
  return bel_hash (hash, n);
}

static gunichar
class_of (gunichar c)
{
  if (g_unichar_isdigit (c))
    return 'd';
  if (g_unichar_isupper (c))
    return 'X';
  return g_unichar_isalpha (c) ? 'x' : c;
}

static uint32_t
hash_shape (const Letters *letters)
{
  uint32_t hash = HASH_SEED, n_runs = 0;
  gunichar last = 0;
  for (uint32_t i = 0; i < letters->n && n_runs < 8; i++) {
    gunichar class = class_of (letters->letters[i]);
    if (class == last)
      continue;
    hash = bel_hash (hash, class);
    last = class;
    n_runs++;
  }
  return hash;
}

static uint8_t
capital_of (const Letters *letters)
{
  uint32_t n_upper = 0, n_alpha = 0;
  for (uint32_t i = 0; i < letters->n; i++) {
    n_upper += g_unichar_isupper (letters->letters[i]) != 0;
    n_alpha += g_unichar_isalpha (letters->letters[i]) != 0;
  }
  if (n_alpha > 1 && n_upper == n_alpha)
    return 2;
  return letters->n && g_unichar_isupper (letters->letters[0]);
}

static uint32_t
hash_digits (const Letters *letters)
{
  uint32_t hash = HASH_SEED;
  for (uint32_t i = 0; i < letters->n; i++)
    hash = bel_hash (hash, g_unichar_isdigit (letters->lower[i]) ? '0' : letters->lower[i]);
  return bel_hash (hash, letters->n);
}

void
bel_word_init (BelWord *word, const BelLexicon *lexicon, const char *text, size_t n_bytes)
{
  Letters letters;
  read_letters (&letters, text, n_bytes);
  uint32_t n = letters.n;
  word->form = hash_letters (letters.letters, n);
  word->lower = hash_letters (letters.lower, n);
  word->digits = hash_digits (&letters);
  for (uint32_t k = 0; k < BEL_WORD_SUFFIXES; k++)
    word->suffix[k] = n > k ? hash_letters (letters.lower + n - k - 1, k + 1) : 0;
  for (uint32_t k = 0; k < BEL_WORD_PREFIXES; k++)
    word->prefix[k] = n > k ? hash_letters (letters.lower, k + 1) : 0;
  word->shape = hash_shape (&letters);
  word->capital = capital_of (&letters);
  word->vector = lexicon ? bel_lexicon_find (lexicon, word->lower) : BEL_WORD_UNKNOWN;
  gboolean known = word->vector != BEL_WORD_UNKNOWN;
  word->cluster = known ? lexicon->clusters[2 * word->vector] : BEL_CLUSTER_UNKNOWN;
  word->coarse = known ? lexicon->clusters[2 * word->vector + 1] : BEL_CLUSTER_UNKNOWN;
}

gboolean
bel_lexicon_init (BelLexicon *lexicon, const void *section, size_t n_bytes)
{
  const BelLexiconHeader *header = section;
  if (!section || n_bytes < sizeof *header || header->n > (1u << 24) || header->n_dims > 1024 || header->n_dims % 2)
    return FALSE;
  size_t n = header->n, n_dims = header->n_dims;
  if (n_bytes != sizeof *header + 4 * (BEL_LEXICON_BUCKETS + 1) + 4 * n + 4 * n_dims + 2 * n + n * n_dims / 2)
    return FALSE;
  lexicon->n = header->n;
  lexicon->n_dims = header->n_dims;
  lexicon->buckets = (const uint32_t *) (header + 1);
  lexicon->hashes = lexicon->buckets + BEL_LEXICON_BUCKETS + 1;
  lexicon->scales = (const float *) (lexicon->hashes + n);
  lexicon->clusters = (const uint8_t *) (lexicon->scales + n_dims);
  lexicon->vectors = lexicon->clusters + 2 * n;
  for (uint32_t b = 0; b < BEL_LEXICON_BUCKETS; b++)
    if (lexicon->buckets[b] > lexicon->buckets[b + 1])
      return FALSE;
  return lexicon->buckets[BEL_LEXICON_BUCKETS] == n && bel_model_good_floats (lexicon->scales, n_dims);
}

uint32_t
bel_lexicon_find (const BelLexicon *lexicon, uint32_t hash)
{
  uint32_t bucket = hash >> (32 - BEL_LEXICON_BITS);
  for (uint32_t i = lexicon->buckets[bucket]; i < lexicon->buckets[bucket + 1]; i++)
    if (lexicon->hashes[i] == hash)
      return i;
  return BEL_WORD_UNKNOWN;
}
