/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* What sort of thing a noun, name or pronoun stands for: what the rules say of the word, what the recognizer says of the
 * name, else the lexicographer's file of the noun's most frequent sense in WordNet. */
#include "claim/extract.h"

#include "rule/lexicon.h"

#include <string.h>

typedef struct {
  const BelClaimContext *context;
  const BelDocument *document;
  const BelLexicon *sorts, *roles;
  int field; /* of sorts */
} Sorter;

/* lexnames(5WN) */
static BelNounSort
sort_of_file (unsigned file)
{
  switch (file) {
  case 4:  /* noun.act */
  case 11: /* noun.event */
  case 22: /* noun.process */
    return BEL_NOUN_EVENT;
  case 5: /* noun.animal */
    return BEL_NOUN_ANIMAL;
  case 10: /* noun.communication */
    return BEL_NOUN_WORDS;
  case 14: /* noun.group */
    return BEL_NOUN_GROUP;
  case 15: /* noun.location */
    return BEL_NOUN_PLACE;
  case 18: /* noun.person */
    return BEL_NOUN_PERSON;
  default:
    return BEL_NOUN_THING;
  }
}

static BelNounSort
sort_of_word (const Sorter *s, BelSym word)
{
  const char *text = bel_symbols_text (s->document->symbols, word);
  unsigned file
      = bel_wordnet_first_lexfile (s->context->wordnet, bel_wordnet_word_str (s->context->wordnet, text), BEL_WN_NOUN);
  return file == BEL_NONE ? BEL_NOUN_UNKNOWN : sort_of_file (file);
}

static BelNounSort
sort_of_name (const Sorter *s, uint32_t t)
{
  switch ((BelNameType) s->document->tokens.name[t]) {
  case BEL_NAME_PERSON:
    return BEL_NOUN_PERSON;
  case BEL_NAME_ORG:
    return BEL_NOUN_GROUP;
  case BEL_NAME_PLACE:
    return BEL_NOUN_PLACE;
  default:
    return BEL_NOUN_UNKNOWN;
  }
}

static BelNounSort
sort_of (const Sorter *s, uint32_t t)
{
  const BelTokens *tokens = &s->document->tokens;
  BelPos pos = tokens->pos[t];
  if (pos != BEL_POS_NOUN && pos != BEL_POS_PROPN && pos != BEL_POS_PRON)
    return BEL_NOUN_UNKNOWN;
  if (tokens->name[t] != BEL_NAME_NONE)
    return sort_of_name (s, t);
  const BelEntry *entry = s->sorts ? bel_lexicon_word (s->sorts, s->document, t) : NULL;
  if (entry)
    return (BelNounSort) bel_entry_enum (entry, s->field);
  if (s->roles && bel_lexicon_word (s->roles, s->document, t))
    return BEL_NOUN_PERSON;
  return pos == BEL_POS_PRON ? BEL_NOUN_UNKNOWN
                             : sort_of_word (s, pos == BEL_POS_PROPN ? tokens->lower[t] : tokens->lemma[t]);
}

void
bel_sorts_find (const BelClaimContext *context, BelClaims *claims)
{
  const BelProgram *program = context->program;
  Sorter s = { .context = context, .document = claims->document };
  s.roles = program ? bel_program_lexicon (program, "entity-role") : NULL;
  s.sorts = program ? bel_program_lexicon (program, "noun-sort") : NULL;
  s.field = s.sorts ? bel_lexicon_field (s.sorts, "sort") : -1;
  if (s.field < 0 || bel_lexicon_field_type (s.sorts, s.field) != BEL_FIELD_ENUM)
    s.sorts = NULL;
  for (uint32_t t = 0; t < claims->document->tokens.n; t++)
    claims->document->tokens.sort[t] = (uint8_t) sort_of (&s, t);
}
