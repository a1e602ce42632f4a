/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* The key of a slot: what two phrases must share to be taken for the same thing. */
#include "claim/normal.h"

/** Longest key, bytes; a longer one is cut at a word. */
#define KEY_BYTES 192u

/* Compounds and the parts of a name make the thing another thing; adjectives and determiners are left to be compared. */
static bool
is_essential (const BelTokens *t, uint32_t child)
{
  BelDep dep = t->dep[child];
  return dep == BEL_DEP_COMPOUND || dep == BEL_DEP_FLAT || dep == BEL_DEP_GOESWITH
         || (dep == BEL_DEP_AMOD && t->pos[child] == BEL_POS_PROPN);
}

typedef struct {
  char text[KEY_BYTES];
  size_t n;
} Key;

static void
append (Key *key, const char *word)
{
  size_t n = strlen (word);
  if (n == 0 || key->n + n + 2 > KEY_BYTES)
    return;
  if (key->n)
    key->text[key->n++] = ' ';
  memcpy (key->text + key->n, word, n);
  key->n += n;
}

static void
append_token (const BelNormalizer *n, uint32_t token, Key *key)
{
  const BelTokens *t = &n->document->tokens;
  bool name = t->pos[token] == BEL_POS_PROPN;
  append (key, bel_symbols_text (n->document->symbols, name ? t->lower[token] : t->lemma[token]));
}

void
bel_normal_key (BelNormalizer *n, BelSlot *slot)
{
  if (slot->head == BEL_NONE) {
    slot->key = 0;
    return;
  }
  if (slot->entity != BEL_NONE && n->claims->entities.items[slot->entity].key != BEL_NONE) {
    slot->key = n->claims->entities.items[slot->entity].key;
    return;
  }
  const BelTokens *t = &n->document->tokens;
  Key key = { .n = 0 };
  bool done = false;
  for (BEL_EACH_CHILD (n->document, slot->head, c)) {
    if (!done && c > slot->head) {
      append_token (n, slot->head, &key);
      done = true;
    }
    if (is_essential (t, c))
      append_token (n, c, &key);
  }
  if (!done)
    append_token (n, slot->head, &key);
  slot->key = bel_symbols_intern_lower (n->document->symbols, key.text, key.n);
}
