/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: the belie authors */
/* Fields of lexicons and their values. */
#include "rule/program-private.h"

#include <string.h>

int
bel_lexicon_field (const BelLexicon *lexicon, const char *name)
{
  for (uint32_t i = 0; i < lexicon->n_fields; i++)
    if (strcmp (lexicon->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

uint32_t
bel_lexicon_n_fields (const BelLexicon *lexicon)
{
  return lexicon->n_fields;
}

static const BelFieldInfo *
field_info (const BelLexicon *lexicon, int field)
{
  g_assert (field >= 0 && (uint32_t) field < lexicon->n_fields);
  return &lexicon->fields[field];
}

const char *
bel_lexicon_field_name (const BelLexicon *lexicon, int field)
{
  return field_info (lexicon, field)->name;
}

BelFieldType
bel_lexicon_field_type (const BelLexicon *lexicon, int field)
{
  return field_info (lexicon, field)->type;
}

int
bel_lexicon_enum_value (const BelLexicon *lexicon, int field, const char *value)
{
  const BelFieldInfo *info = field_info (lexicon, field);
  for (uint32_t i = 0; i < info->n_enums; i++)
    if (strcmp (info->enums[i], value) == 0)
      return (int) i;
  return -1;
}

const char *
bel_lexicon_enum_name (const BelLexicon *lexicon, int field, int value)
{
  return field_info (lexicon, field)->enums[value];
}

const BelLexicon *
bel_entry_lexicon (const BelEntry *entry)
{
  return entry->lexicon;
}

const char *
bel_entry_text (const BelEntry *entry)
{
  return entry->text;
}

uint32_t
bel_entry_n_parts (const BelEntry *entry)
{
  return entry->phrase.n;
}

BelSym
bel_entry_part (const BelEntry *entry, uint32_t index)
{
  return entry->phrase.parts[index];
}

uint32_t
bel_entry_pos (const BelEntry *entry)
{
  return entry->pos;
}

static const BelFieldValue *
value_of (const BelEntry *entry, int field, BelFieldType type)
{
  g_assert (field_info (entry->lexicon, field)->type == type);
  return &entry->values[field];
}

int
bel_entry_enum (const BelEntry *entry, int field)
{
  return value_of (entry, field, BEL_FIELD_ENUM)->number_of_enum;
}

BelSym
bel_entry_symbol (const BelEntry *entry, int field)
{
  return value_of (entry, field, BEL_FIELD_STRING)->symbol;
}

const char *
bel_entry_string (const BelEntry *entry, int field)
{
  BelSym symbol = bel_entry_symbol (entry, field);
  return symbol == BEL_NONE ? NULL : bel_symbols_text (entry->lexicon->program->symbols, symbol);
}

double
bel_entry_number (const BelEntry *entry, int field)
{
  return value_of (entry, field, BEL_FIELD_NUMBER)->number;
}

bool
bel_entry_boolean (const BelEntry *entry, int field)
{
  return value_of (entry, field, BEL_FIELD_BOOLEAN)->boolean;
}

const BelSym *
bel_entry_list (const BelEntry *entry, int field, uint32_t *out_n)
{
  const BelFieldValue *value = value_of (entry, field, BEL_FIELD_LIST);
  *out_n = value->list.n;
  return entry->lexicon->lists.items + value->list.first;
}

const char *
bel_lexicon_symbol_text (const BelLexicon *lexicon, BelSym symbol)
{
  return bel_symbols_text (lexicon->program->symbols, symbol);
}

const char *
bel_entry_field_text (const BelEntry *entry, int field)
{
  switch (bel_lexicon_field_type (entry->lexicon, field)) {
  case BEL_FIELD_ENUM:
    return bel_lexicon_enum_name (entry->lexicon, field, bel_entry_enum (entry, field));
  case BEL_FIELD_STRING:
    return bel_entry_string (entry, field);
  case BEL_FIELD_BOOLEAN:
    return bel_entry_boolean (entry, field) ? "true" : "false";
  case BEL_FIELD_NUMBER:
  case BEL_FIELD_LIST:
    break;
  }
  return NULL;
}
