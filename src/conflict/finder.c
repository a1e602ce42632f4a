/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
#include "conflict/finder.h"

#include <string.h>

/* Symbols of the rules have one number everywhere; a document's own words are mapped by their text. */
BelSym
bel_finder_symbol (BelFinder *finder, uint32_t document, BelSym sym)
{
  if (sym == BEL_NONE || sym == 0)
    return sym;
  const BelSymbols *symbols = bel_finder_document (finder, document)->symbols;
  if (!finder->common[document])
    finder->common[document] = bel_arena_new_array (finder->scratch, uint32_t, bel_symbols_count (symbols) + 1);
  uint32_t *known = &finder->common[document][sym];
  if (!*known) {
    const char *text = bel_symbols_text (symbols, sym);
    *known = bel_symbols_intern_lower (finder->symbols, text, strlen (text)) + 1;
  }
  return *known - 1;
}

BelSym
bel_finder_lemma (BelFinder *finder, uint32_t document, uint32_t token)
{
  if (token == BEL_NONE)
    return BEL_NONE;
  return bel_finder_symbol (finder, document, bel_finder_document (finder, document)->tokens.lemma[token]);
}

const char *
bel_finder_text (const BelFinder *finder, BelSym sym)
{
  return sym == BEL_NONE ? "" : bel_symbols_text (finder->symbols, sym);
}

const BelRoleFill *
bel_prop_fill (const BelProp *prop, BelSym role)
{
  for (uint32_t i = 0; i < prop->n_fills; i++)
    if (prop->fills[i].role == role)
      return &prop->fills[i];
  return NULL;
}
